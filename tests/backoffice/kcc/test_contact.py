"""The verified caller: what is his at the level of the matrix, a contact with several questions, a terugbelnotitie."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from catalogus import klok
from catalogus.models import Product
from mijnzaken.klanten.models import Klantcontact
from mijnzaken.zaken.models import InwonerProduct, Zaak
from tests.backoffice.conftest import Inloggen
from tests.backoffice.kcc.conftest import NUMMER, notitie_van
from tests.fabrieken import REDEN, dien_in, partij, registreer
from tests.mijnzaken.api.klantinteracties.kcs import kcs, lijf, maak

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
LANG = "x" * 10_001
VIJANDIG = "<script>alert(1)</script>'; DROP TABLE zaken_zaak; --"


def contact(*vragen: tuple[str, str], **velden: str) -> dict[str, str]:
    formulier = {
        "kanaal": "telefoon",
        "onderwerp": "Parkeren",
        "vragen-TOTAL_FORMS": str(len(vragen)),
        "vragen-INITIAL_FORMS": "0",
    }
    for n, (vraag, antwoord) in enumerate(vragen):
        formulier |= {f"vragen-{n}-vraag": vraag, f"vragen-{n}-antwoord": antwoord, f"vragen-{n}-product": ""}
    return formulier | velden


def notitie(**velden: Any) -> dict[str, Any]:
    product = Product.objects.get(naam="Subsidie sanering verkeerslawaai")
    return {
        "product": product.pk,
        "onderwerp": "Meting",
        "vraag": "Wanneer wordt er gemeten?",
        "voorletters": "A.M.",
        "achternaam": "de Vries",
        "telefoonnummer": "06 10000137",
        "voorkeursmoment": "na 16.00 uur",
    } | velden


def test_het_klantbeeld_toont_de_woorden_van_de_klant_en_niet_meer(anna_aan_de_lijn: Client):
    zaak = dien_in("anna")
    pagina = anna_aan_de_lijn.get(reverse("kcc_klant")).content.decode()
    assert zaak.nummer in pagina
    assert "Besluit uiterlijk" in pagina
    detail = anna_aan_de_lijn.get(reverse("kcc_zaak", args=[zaak.nummer])).content.decode()
    assert "U krijgt uiterlijk" in detail
    assert "K-123-BB" not in detail  # what she filled in is not for this desk


def test_van_schuldhulp_is_alleen_te_zien_dat_er_een_contactpersoon_is(anna_aan_de_lijn: Client):
    zaak = registreer("anna", "schuldhulpverlening")
    pagina = anna_aan_de_lijn.get(reverse("kcc_klant")).content.decode()
    assert "heeft een contactpersoon" in pagina
    assert zaak.nummer not in pagina
    assert "schuld" not in pagina.lower()
    assert anna_aan_de_lijn.get(reverse("kcc_zaak", args=[zaak.nummer])).status_code == 404
    formulier = anna_aan_de_lijn.get(reverse("kcc_terugbelnotitie"), {"zaak": "contactpersoon"}).content.decode()
    assert zaak.nummer not in formulier
    antwoord = anna_aan_de_lijn.post(reverse("kcc_terugbelnotitie"), notitie(zaak="contactpersoon", product=""))
    assert antwoord.status_code == 302
    gemaakt = notitie_van("Meting")
    assert (gemaakt.team, gemaakt.terugbel.over_zaak) == (zaak.team, zaak)
    lijst = anna_aan_de_lijn.get(reverse("terugbelnotities")).content.decode()
    detail = anna_aan_de_lijn.get(reverse("terugbelnotitie", args=[gemaakt.nummer])).content.decode()
    for pagina in (lijst, detail):
        assert "Contactpersoon" in pagina
        assert "Schulddienstverlening" not in pagina.partition("<table")[2] + pagina.partition("<dl")[2]


def test_de_zaak_van_een_ander_bestaat_niet_ook_niet_met_een_beller_aan_de_lijn(anna_aan_de_lijn: Client):
    van_bram = registreer("bram")
    assert anna_aan_de_lijn.get(reverse("kcc_zaak", args=[van_bram.nummer])).status_code == 404
    assert anna_aan_de_lijn.get(reverse("kcc_zaak", args=["2026-9999999"])).status_code == 404
    velden = contact(("Hoe ver is het?", ""), zaak=str(van_bram.uuid))
    assert anna_aan_de_lijn.post(reverse("kcc_contact"), velden).status_code == 422
    assert anna_aan_de_lijn.post(reverse("kcc_terugbelnotitie"), notitie(zaak=str(van_bram.uuid))).status_code == 422
    assert not Klantcontact.objects.systeem(REDEN).exists()


def test_een_contact_met_twee_vragen_over_een_zaak(anna_aan_de_lijn: Client):
    zaak = dien_in("anna")
    velden = contact(
        ("Hoe ver is het?", "Voor 1 mei."), ("Mag mijn zoon bellen?", ""), zaak=str(zaak.uuid), sleutel="een"
    )
    assert anna_aan_de_lijn.post(reverse("kcc_contact"), velden)["Location"] == reverse("kcc_klant")
    vast = Klantcontact.objects.systeem(REDEN).get()
    assert [v.vraag for v in vast.vragen.all()] == ["Hoe ver is het?", "Mag mijn zoon bellen?"]
    assert [b.was_partij for b in vast.betrokkenen.all()] == [partij("anna")]
    assert [o.object_uuid for o in vast.onderwerpobjecten.all()] == [zaak.uuid]
    assert vast.doel == "vraag over een zaak"
    anna_aan_de_lijn.post(reverse("kcc_contact"), velden)  # a double click
    assert Klantcontact.objects.systeem(REDEN).count() == 1
    formulier = anna_aan_de_lijn.get(reverse("kcc_terugbelnotitie")).content.decode()
    assert "Mag mijn zoon bellen?" in formulier
    assert "Hoe ver is het?" not in formulier  # that one has its answer
    assert NUMMER in formulier


def test_nog_een_vraag_bewaart_wat_er_getypt_is_en_keurt_nog_niets(mila: Client):
    velden = contact(("Eerste vraag", "Antwoord"), onderwerp="", naam="Jansen", nog="1")
    antwoord = mila.post(reverse("kcc_contact"), velden)
    pagina = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert "Kijk dit nog even na" not in pagina
    for getypt in ("Eerste vraag", "Antwoord", "Jansen", "vragen-1-vraag"):
        assert getypt in pagina
    velden["vragen-TOTAL_FORMS"] = "99999"
    assert "vragen-10-vraag" not in mila.post(reverse("kcc_contact"), velden).content.decode()
    velden["vragen-TOTAL_FORMS"] = "abc"
    assert mila.post(reverse("kcc_contact"), velden).status_code == 200


@pytest.mark.parametrize(
    "velden",
    [
        contact(("", "")),
        contact(("x" * 4001, "")),
        contact(("v", LANG)),
        contact(("v", ""), onderwerp=""),
        contact(("v", ""), onderwerp="x" * 201),
        contact(("v", ""), kanaal=""),
        contact(("v", ""), kanaal="rooksignaal"),
        contact(("v", ""), inhoud=LANG),
        contact(("v", ""), naam="x" * 201),
        contact(("v", ""), **{"vragen-0-product": "zes"}),
        {},
        contact(*[("v", "")] * 11),
    ],
)
def test_een_contact_dat_niet_klopt_komt_terug_met_het_getypte(mila: Client, velden: dict[str, str]):
    antwoord = mila.post(reverse("kcc_contact"), velden)
    assert antwoord.status_code == 422
    assert not Klantcontact.objects.systeem(REDEN).exists()


def test_vijandige_tekst_is_gewoon_tekst(anna_aan_de_lijn: Client):
    anna_aan_de_lijn.post(reverse("kcc_contact"), contact((VIJANDIG, VIJANDIG), onderwerp=VIJANDIG))
    anna_aan_de_lijn.post(reverse("kcc_terugbelnotitie"), notitie(onderwerp=VIJANDIG, vraag=VIJANDIG, adres=VIJANDIG))
    for adres in (
        reverse("kcc_klant"),
        reverse("terugbelnotities"),
        reverse("terugbelnotitie", args=[notitie_van(VIJANDIG).nummer]),
    ):
        pagina = anna_aan_de_lijn.get(adres).content.decode()
        assert "&lt;script&gt;alert" in pagina
        assert "<script>alert" not in pagina


def test_het_product_bepaalt_het_team_en_de_beller_staat_erbij(anna_aan_de_lijn: Client):
    velden = notitie(spoed="on", engelstalig="on", sleutel="twee", emailadres="anna@voorbeeld.example")
    assert anna_aan_de_lijn.post(reverse("kcc_terugbelnotitie"), velden).status_code == 302
    anna_aan_de_lijn.post(reverse("kcc_terugbelnotitie"), velden)  # a double click
    gemaakt = notitie_van("Meting")
    assert str(gemaakt.team) == "Geluid en Lucht"
    assert gemaakt.betrokken_partijen() == [partij("anna").pk]
    gegevens = gemaakt.terugbel
    assert (gegevens.telefoonnummer, gegevens.spoed, gegevens.engelstalig, gegevens.buitenlands_nummer) == (
        NUMMER,
        True,
        True,
        False,
    )
    assert gemaakt.nummer in anna_aan_de_lijn.get(reverse("kcc_klant")).content.decode()


def test_wie_niet_gecontroleerd_is_krijgt_geen_notitie_in_het_portaal(mila: Client):
    assert "ziet deze notitie daarom niet" in mila.get(reverse("kcc_terugbelnotitie")).content.decode()
    mila.post(reverse("kcc_terugbelnotitie"), notitie(telefoonnummer="+32 470 12 34 56"))
    gemaakt = notitie_van("Meting")
    assert gemaakt.betrokken_partijen() == []
    assert gemaakt.terugbel.buitenlands_nummer


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("product", ""),
        ("product", "999999"),
        ("product", "Parkeren"),
        ("onderwerp", ""),
        ("onderwerp", "x" * 201),
        ("vraag", ""),
        ("vraag", "x" * 4001),
        ("achternaam", ""),
        ("achternaam", "x" * 201),
        ("voorletters", "x" * 21),
        ("telefoonnummer", ""),
        ("telefoonnummer", "geen nummer"),
        ("telefoonnummer", "1" * 40),
        ("voorkeursmoment", "x" * 101),
        ("emailadres", "geen"),
        ("emailadres", "a@b.nl\nBcc: c@d.nl"),
        ("geboortedatum", "2999-01-01"),
        ("geboortedatum", "31-02"),
        ("kenmerk", "x" * 81),
        ("adres", "x" * 256),
        ("onderwerp", "a\x00b"),
    ],
)
def test_een_notitie_die_niet_klopt_komt_terug_met_het_getypte(mila: Client, veld: str, waarde: str):
    antwoord = mila.post(reverse("kcc_terugbelnotitie"), notitie(**{veld: waarde}))
    assert antwoord.status_code == 422
    assert veld in antwoord.context["form"].errors
    assert "na 16.00 uur" in antwoord.content.decode() or veld == "voorkeursmoment"
    assert not Zaak.objects.systeem(REDEN).filter(proces__identificatie="terugbelnotitie").exists()


def test_een_behandelaar_maakt_hier_niets(ingelogd: Inloggen):
    for naam in ("kcc_contact", "kcc_terugbelnotitie", "kcc_klant", "kcc_einde"):
        assert ingelogd("karim").get(reverse(naam)).status_code == 404


def test_producten_van_de_klant_staan_erbij_maar_niet_die_zouden_zeggen_waarom_hij_hulp_krijgt(
    anna_aan_de_lijn: Client,
):
    for proces, naam in (("parkeervergunning-bewoners", "Mijn vergunning"), ("schuldhulpverlening", "Plan van aanpak")):
        InwonerProduct.objects.create(
            partij=partij("anna"), zaak=registreer("anna", proces), naam=naam, geldig_van=klok.vandaag()
        )
    pagina = anna_aan_de_lijn.get(reverse("kcc_klant")).content.decode()
    assert "Mijn vergunning" in pagina
    assert "geldig vanaf 2 maart 2026" in pagina
    assert "Plan van aanpak" not in pagina


def test_een_contact_dat_een_ander_systeem_vastlegde_staat_erbij(anna_aan_de_lijn: Client):
    """Also one about a zaak of another register: no zaak of ours is told by it."""
    kiss = kcs()
    over = {"objectId": "7d0c1c1e-2222-4333-8444-123456789abc", "codeObjecttype": "zaak", "codeRegister": "elders"}
    inhoud = {
        "klantcontact": lijf(onderwerp="Gebeld bij de buren"),
        "betrokkene": {"wasPartij": {"uuid": str(partij("anna").uuid)}, "rol": "klant", "initiator": True},
        "onderwerpobject": {"wasKlantcontact": None, "onderwerpobjectidentificator": over},
    }
    maak(kiss, "maak-klantcontact", inhoud)
    assert "Gebeld bij de buren" in anna_aan_de_lijn.get(reverse("kcc_klant")).content.decode()
