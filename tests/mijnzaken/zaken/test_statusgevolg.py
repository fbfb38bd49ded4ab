"""On entering a status a completion is asked or the term stands still (Awb 4:15), and tasks come by condition."""

from datetime import timedelta

import pytest

from autorisatie.fouten import OnjuisteToestand
from autorisatie.models import Auditregel
from catalogus import klok
from catalogus.models import Fase, Statusgevolg, Statustype, Taaktype, Uitkomst
from mijnzaken.berichten.models import Bericht
from mijnzaken.zaken.handelingen import behandelen, besluiten, taken, termijnen
from mijnzaken.zaken.models import Zaak
from mijnzaken.zaken.uploads import eigenaar_bij_zaak
from tests.fabrieken import VANDAAG, burger, medewerker, registreer, upload, ververs, zaaktype

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
SUBSIDIE = "subsidie-verkeerslawaai"


def dag(aantal: int):
    return klok.op_moment(VANDAAG + timedelta(days=aantal))


def eerste_status() -> Statustype:
    """The status that a zaak enters when it is taken."""
    return zaaktype(SUBSIDIE).statustypen.filter(fase=Fase.IN_BEHANDELING).order_by("volgnummer").first()


def gevolg(**velden) -> Statusgevolg:
    velden = {"soort": "opschorting", "grond": "overmacht", "uitleg": "Het gemeentehuis staat onder water."} | velden
    return Statusgevolg.objects.create(zaaktype=zaaktype(SUBSIDIE), statustype=eerste_status(), **velden)


def aanvulling(**velden) -> Statusgevolg:
    velden = {"titel": "De koopakte", "uitleg": "Wij willen zien van wie het huis is.", "termijn": "P2W"} | velden
    return gevolg(soort="aanvulling", grond="aanvulling", **velden)


def zaak_in_behandeling(**waarden) -> Zaak:
    zaak = registreer("anna", SUBSIDIE, waarden={"rol_woning": "eigenaar_bewoner"} | waarden)
    behandelen.in_behandeling_nemen(medewerker("sanne"), zaak)
    return ververs(zaak)


def sta_gronden_toe(*gronden: str) -> None:
    zaaktype(SUBSIDIE).__class__.objects.filter(pk=zaaktype(SUBSIDIE).pk).update(opschortingsgronden=list(gronden))


def test_een_status_zet_de_termijn_stil_met_grond_en_reden():
    sta_gronden_toe("overmacht")
    regel = gevolg(termijn="P4W")
    zaak = zaak_in_behandeling()
    opschorting = zaak.opschortingen.get()
    assert (opschorting.grond, opschorting.reden, opschorting.gevolg) == ("overmacht", regel.uitleg, regel)
    assert opschorting.uiterlijk == klok.datum(VANDAAG) + timedelta(weeks=4)
    assert Bericht.objects.systeem("proef").filter(soort="opgeschort").exists()
    voor = zaak.uiterlijke_einddatum
    with dag(7):
        termijnen.hervatten(medewerker("sanne"), zaak)
    assert ververs(zaak).uiterlijke_einddatum != voor  # one week stood still, by the rule that exists
    with dag(8):
        assert ververs(zaak).opschortingen.get().beeindigd_op is not None


def test_een_status_vraagt_een_aanvulling_en_de_termijn_loopt_door_als_zij_er_is():
    sta_gronden_toe("aanvulling")
    aanvulling()
    zaak = zaak_in_behandeling()
    taak = zaak.taken.get()
    assert (zaak.fase, taak.titel, taak.blokkerend) == (Fase.WACHT_OP_AANVRAGER, "De koopakte", True)
    assert taak.uiterlijk == klok.datum(VANDAAG) + timedelta(weeks=2)
    assert taak.opschorting == zaak.opschortingen.get()
    assert Bericht.objects.systeem("proef").filter(soort="aanvulling_gevraagd").exists()
    anna = burger("anna")
    with dag(5):
        termijnen.aanvullen(anna, zaak, taak.uuid, uploads=[upload(eigenaar_bij_zaak(anna, zaak.uuid))])
    assert ververs(zaak).fase == Fase.IN_BEHANDELING  # and is not asked the same again
    assert zaak.opschortingen.get().tot == klok.datum(VANDAAG) + timedelta(days=5)


def test_het_gebeurt_een_keer_in_een_zaak():
    """Back in the same status after a proposal was sent back or a decision was taken: nothing is asked again."""
    sta_gronden_toe("overmacht")
    gevolg()
    zaak = zaak_in_behandeling()
    with dag(1):
        termijnen.hervatten(medewerker("sanne"), zaak)
        moment = zaak.zaaktype.besluitmomenten.order_by("volgorde").first()
        besluiten.besluit_voorstellen(
            medewerker("sanne"), ververs(zaak), besluitmoment=moment, uitkomst=Uitkomst.TOEGEKEND, motivering="Ja."
        )
    with dag(2):
        besluiten.besluiten(medewerker("tess"), ververs(zaak))
    assert ververs(zaak).fase == Fase.IN_BEHANDELING
    assert zaak.opschortingen.count() == 1


def test_wat_al_stilstaat_wordt_niet_nog_eens_stilgezet():
    sta_gronden_toe("overmacht", "aanvulling")
    zaak = registreer("anna", SUBSIDIE, waarden={"rol_woning": "eigenaar_bewoner"})
    termijnen.opschorten(medewerker("sanne"), zaak, grond="overmacht", reden="Brand.")
    aanvulling()
    with dag(1):
        behandelen.in_behandeling_nemen(medewerker("sanne"), ververs(zaak))
    assert zaak.opschortingen.count() == 1
    regel = Auditregel.objects.filter(handeling="in_behandeling_nemen", uitkomst="ok").latest("pk")
    assert "overgeslagen" in regel.bijzonderheden["gevolg"]


# -- tasks: only where they belong, and one that blocks holds the zaak -----------------------------------------------


def taaktype(**velden) -> Taaktype:
    velden = {
        "naam": "Laat het zien",
        "omschrijving": "Laat het ons zien.",
        "soort": "bevestigen",
        "termijn": "P2W",
        "knoptekst": "Gezien",
    } | velden
    return Taaktype.objects.create(zaaktype=zaaktype(SUBSIDIE), bij_statustype=eerste_status(), **velden)


@pytest.mark.parametrize("rol, komt", [("eigenaar_bewoner", True), ("huurder", False)])
def test_een_taak_komt_alleen_als_haar_voorwaarde_geldt(rol, komt):
    taaktype(voorwaarde={"gegeven": "rol_woning", "is": "eigenaar_bewoner"})
    zaak = zaak_in_behandeling(rol_woning=rol)
    assert zaak.taken.filter(titel="Laat het zien").exists() is komt


def _stel_voor(zaak: Zaak):
    moment = zaak.zaaktype.besluitmomenten.order_by("volgorde").first()
    return besluiten.besluit_voorstellen(
        medewerker("sanne"), ververs(zaak), besluitmoment=moment, uitkomst=Uitkomst.TOEGEKEND, motivering="Ja."
    )


def test_een_taak_die_blokkeert_houdt_de_zaak_tegen():
    taaktype(blokkerend=True)
    zaak = zaak_in_behandeling()
    volgende = zaak.zaaktype.statustypen.filter(fase=Fase.IN_BEHANDELING).order_by("volgnummer")[1]
    with dag(1):
        for verder in (
            lambda: _stel_voor(zaak),
            lambda: behandelen.stap_zetten(medewerker("sanne"), ververs(zaak), volgende),
        ):
            with pytest.raises(OnjuisteToestand, match="Eerst moet deze taak klaar zijn: Laat het zien"):
                verder()
        taak = zaak.taken.get(titel="Laat het zien")
        taken.taak_intrekken(medewerker("sanne"), ververs(zaak), taak.uuid)
        assert behandelen.stap_zetten(medewerker("sanne"), ververs(zaak), volgende)
        assert _stel_voor(zaak)


def test_een_taak_die_niet_blokkeert_houdt_niets_tegen():
    taaktype(blokkerend=False)
    assert _stel_voor(zaak_in_behandeling())


def test_wat_na_het_voorstel_gaat_blokkeren_houdt_het_besluit_tegen():
    soort = taaktype(blokkerend=True, voorwaarde={"gegeven": "rol_woning", "is": "niemand"})
    zaak = zaak_in_behandeling()
    _stel_voor(zaak)
    taken.taak_plaatsen(
        medewerker("sanne"),
        ververs(zaak),
        titel="",
        omschrijving="",
        uiterlijk=klok.vandaag() + timedelta(days=5),
        taaktype=soort,
    )
    with dag(1), pytest.raises(OnjuisteToestand, match="Laat het zien"):
        besluiten.besluiten(medewerker("tess"), ververs(zaak))
