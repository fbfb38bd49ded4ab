"""Who may decide up to which amount (Awb 10:3): the mandate holds in the handeling, whatever the matrix gives."""

from datetime import timedelta

import pytest

from autorisatie.fouten import GeenRecht, Invoerfout
from autorisatie.models import Auditregel
from catalogus import klok
from catalogus.models import Mandaat, Uitkomst
from mijnzaken.zaken import mandaat
from mijnzaken.zaken.handelingen import behandelen, besluiten
from mijnzaken.zaken.models import Besluit, Zaak
from tests.fabrieken import VANDAAG, geef_rol, laat_waarnemen, medewerker, registreer, ververs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
TEAM = "Geluid en Lucht"


@pytest.fixture
def zaak() -> Zaak:
    zaak = registreer("anna", "subsidie-verkeerslawaai", waarden={"rol_woning": "eigenaar_bewoner"})
    behandelen.in_behandeling_nemen(medewerker("sanne"), zaak)
    return ververs(zaak)


def geef_mandaat(zaak: Zaak, rol: str, tot: int | None) -> Mandaat:
    moment = zaak.zaaktype.besluitmomenten.order_by("volgorde").first()
    return Mandaat.objects.create(zaaktype=zaak.zaaktype, besluittype=moment.besluittype, rol=rol, tot_bedrag=tot)


def stel_voor(zaak: Zaak, bedrag: int | None, uitkomst: str = Uitkomst.TOEGEKEND) -> None:
    moment = zaak.zaaktype.besluitmomenten.order_by("volgorde").first()
    besluiten.besluit_voorstellen(
        medewerker("sanne"), zaak, besluitmoment=moment, uitkomst=uitkomst, motivering="Omdat.", bedrag=bedrag
    )


def besluit(wie: str, zaak: Zaak) -> Besluit:
    with klok.op_moment(VANDAAG + timedelta(days=1)):
        return besluiten.besluiten(medewerker(wie), zaak)


def test_zonder_mandaten_besluit_ieder_met_het_recht(zaak):
    stel_voor(zaak, 10_000_000)
    assert mandaat.bevoegden(zaak.zaaktype.besluitmomenten.first()) == []
    assert besluit("tess", zaak).bedrag == 10_000_000


@pytest.mark.parametrize("bedrag, mag", [(0, True), (500_000, True), (500_001, False)])
def test_een_mandaat_loopt_tot_en_met_het_bedrag(zaak, bedrag, mag):
    geef_mandaat(zaak, "teamleider", 500_000)
    geef_mandaat(zaak, "proceseigenaar", None)
    stel_voor(zaak, bedrag)
    if mag:
        assert besluit("tess", zaak).bedrag == bedrag
    else:
        with pytest.raises(GeenRecht, match=r"tot en met €\s5\.000,00"):
            besluit("tess", zaak)
        assert not ververs(zaak).besluiten.exists()
        assert Auditregel.objects.filter(handeling="besluiten", uitkomst="geweigerd").exists()


def test_een_rol_zonder_mandaat_besluit_niet(zaak):
    geef_mandaat(zaak, "proceseigenaar", None)
    stel_voor(zaak, None)
    with pytest.raises(GeenRecht, match="heeft uw rol geen mandaat"):
        besluit("tess", zaak)


def test_een_grens_zonder_bedrag_weigert(zaak):
    geef_mandaat(zaak, "teamleider", 500_000)
    geef_mandaat(zaak, "proceseigenaar", None)
    stel_voor(zaak, None)
    with pytest.raises(GeenRecht, match="noemt geen bedrag"):
        besluit("tess", zaak)


def test_een_mandaat_voor_een_ander_besluit_zegt_hier_niets(zaak):
    ander = zaak.zaaktype.besluitmomenten.order_by("volgorde").last()
    Mandaat.objects.create(zaaktype=zaak.zaaktype, besluittype=ander.besluittype, rol="proceseigenaar")
    stel_voor(zaak, None)
    assert besluit("tess", zaak)


def test_een_mandaat_geeft_geen_recht(zaak):
    """sanne's role may not decide by the matrix; a mandate for it changes nothing."""
    geef_mandaat(zaak, "behandelaar", None)
    stel_voor(zaak, 100)
    with pytest.raises(GeenRecht, match="geen regel"):
        besluit("karim", zaak)
    with pytest.raises(GeenRecht, match="heeft uw rol geen mandaat"):
        besluit("tess", zaak)


def test_de_rol_telt_waar_zij_het_recht_geeft(zaak):
    """karim leads another team: by that role he has no right on this zaak, and no mandate either."""
    geef_mandaat(zaak, "teamleider", None)
    stel_voor(zaak, 100)
    geef_rol("karim", "teamleider", "Parkeren")
    with pytest.raises(GeenRecht):
        besluit("karim", zaak)
    geef_rol("karim", "teamleider", TEAM)
    assert besluit("karim", zaak)


def test_een_voorstel_waar_niemand_over_mag_besluiten_wordt_niet_gedaan(zaak):
    geef_mandaat(zaak, "teamleider", 500_000)
    for bedrag, waarom in ((None, "Vul het bedrag in"), (500_001, "Niemand heeft een mandaat")):
        with pytest.raises(Invoerfout) as fout:
            stel_voor(zaak, bedrag)
        assert waarom in fout.value.velden["bedrag"]
    assert not zaak.voorstellen.exists()


def test_een_waarnemer_heeft_het_mandaat_van_wie_hij_waarneemt(zaak):
    """tess handles the zaak and has the mandate; who stands in for her decides under it, up to her amount."""
    geef_mandaat(zaak, "teamleider", 500_000)
    Zaak.objects.systeem("proef").filter(pk=zaak.pk).update(behandelaar=medewerker("tess").gebruiker)
    stel_voor(ververs(zaak), 500_000)
    with pytest.raises(GeenRecht):
        besluit("karim", zaak)
    laat_waarnemen("karim", "tess")
    assert besluit("karim", zaak)


def test_wie_mag_staat_er_van_hoog_naar_laag(zaak):
    geef_mandaat(zaak, "teamleider", 500_000)
    geef_mandaat(zaak, "proceseigenaar", None)
    geef_mandaat(zaak, "behandelaar", 100_000)
    gevonden = mandaat.bevoegden(zaak.zaaktype.besluitmomenten.order_by("volgorde").first())
    assert [(b.naam, b.tot_bedrag) for b in gevonden] == [
        ("Proceseigenaar", None),
        ("Teamleider", 500_000),
        ("Behandelaar", 100_000),
    ]
