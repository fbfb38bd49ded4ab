"""Wie keek er mee?: in plain words, per zaak and period, by page, and never more than this person may know."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from autorisatie import logboek
from autorisatie.actor import Applicatie, Systeem
from autorisatie.fouten import GeenRecht
from autorisatie.handeling import handeling
from autorisatie.inzage import lees_sleutel, schrijf_sleutel, verwerkingen_van
from autorisatie.models import Aard, Auditregel, Bron, Machtiging, Reikwijdte, Verwerkingsregel
from autorisatie.models import Applicatie as Systeemaccount
from autorisatie.scopes import SCOPES_BIJ_RECHT
from catalogus import klok
from mijnzaken.portaal.inzage import zin_van
from mijnzaken.portaal.inzagewoorden import daad
from mijnzaken.zaken.inzien import zaak_inzien
from mijnzaken.zaken.models import Concept, Zaak
from tests.fabrieken import REDEN, burger, gebruiker, gemachtigde, medewerker, partij, registreer, ververs
from tests.oidc.hulp import als

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
INZAGE = "/mijn/inzage/"


@pytest.fixture
def zaak() -> Zaak:
    return ververs(registreer("anna"))


def lees(client: Client, **vraag: str) -> str:
    antwoord = client.get(INZAGE, vraag)
    assert antwoord.status_code == 200
    return re.sub(r"\s+", " ", antwoord.content.decode())


@handeling("notitie_schrijven", op="zaken.Zaak")
def _weiger(actor, zaak):
    raise GeenRecht("dit mag niet")


def test_een_lezing_staat_er_in_woorden_met_afdeling_doel_gegevens_en_zaak(anna, zaak):
    zaak_inzien(medewerker("vera", doel="beoordelen"), zaak.uuid)
    pagina = lees(anna)
    assert "De afdeling Parkeren en Openbare Ruimte bekeek uw zaak" in pagina or "De afdeling" in pagina
    assert "bekeek uw zaak" in pagina
    assert "Om uw aanvraag te beoordelen" in pagina
    assert "persoonsgegevens" in pagina.lower()
    assert zaak.nummer in pagina
    assert "2 maart 2026" in pagina


def test_54_nooit_de_naam_van_een_medewerker_ook_niet_uit_een_doel_dat_hij_typte(anna, zaak):
    vera = gebruiker("vera")
    zaak_inzien(medewerker("vera", doel=f"op verzoek van {vera.naam}"), zaak.uuid)
    pagina = lees(anna)
    for deel in (vera.achternaam, vera.gebruikersnaam, vera.naam):
        assert deel not in pagina


def test_ook_wat_een_ander_systeem_deed_staat_er(anna, zaak):
    Systeemaccount.objects.create(client_id="vth", geheim="x", label="Vergunningensysteem")
    zaak_inzien(Applicatie("vth", heeft_alle_autorisaties=True), zaak.uuid, doel="ZGW API")
    assert "Het systeem Vergunningensysteem bekeek uw zaak" in lees(anna)
    rij = Verwerkingsregel.objects.get(door="Het systeem Vergunningensysteem")
    assert rij.foreign_operation_processor == "urn:applicatie:vth"


def test_een_weigering_staat_er_als_poging_en_zegt_niet_wat(anna, zaak):
    with pytest.raises(GeenRecht):
        _weiger(medewerker("vera"), zaak)
    assert "probeerde iets met uw gegevens te doen, maar dat ging niet door" in lees(anna)


def test_per_zaak_en_per_periode(anna, zaak):
    ander = ververs(registreer("anna"))
    zaak_inzien(medewerker("vera"), zaak.uuid)
    with klok.op_moment(klok.nu() - timedelta(days=3)):
        zaak_inzien(medewerker("vera"), ander.uuid)
    bekeek = "bekeek uw zaak"
    assert lees(anna).count(f"{bekeek} <") == 2
    assert lees(anna, zaak=str(zaak.uuid)).count(f"{bekeek}<") == 1
    assert lees(anna, van="2026-02-27", tot="2026-02-28").count(f"{bekeek} <") == 1
    assert "Niets gevonden" in lees(anna, van="2026-01-01", tot="2026-01-02")


def test_van_een_zaak_van_een_ander_bestaat_het_niet(anna):
    andere = registreer("bram")
    assert anna.get(INZAGE, {"zaak": str(andere.uuid)}).status_code == 404


def test_een_periode_die_niet_kan_komt_terug_met_wat_te_doen(anna):
    antwoord = anna.get(INZAGE, {"van": "2026-03-02", "tot": "2026-03-01"})
    assert antwoord.status_code == 422
    assert "Kies een latere dag" in antwoord.content.decode()


def test_bladeren_geeft_elke_regel_een_keer_ook_als_alles_op_een_moment_gebeurde(anna, zaak):
    for _ in range(120):
        logboek.leg_lezing_vast(Systeem("proef"), "inzien", rij=zaak)
    gezien, adres = [], INZAGE
    while adres:
        antwoord = anna.get(adres)
        gezien += [r.sleutel for _, regels in antwoord.context["dagen"] for r in regels]
        adres = f"{INZAGE}{antwoord.context['volgende']}" if antwoord.context["volgende"] else ""
    assert len(gezien) == len(set(gezien)) >= 120


def test_het_aantal_vragen_groeit_niet_met_de_regels(anna, zaak):
    def tel() -> int:
        with CaptureQueriesContext(connection) as vragen:
            anna.get(INZAGE)
        return len(vragen)

    logboek.leg_lezing_vast(Systeem("proef"), "inzien", rij=zaak)
    tel()
    weinig = tel()
    for _ in range(40):
        logboek.leg_lezing_vast(Systeem("proef"), "inzien", rij=zaak)
    assert tel() == weinig


@pytest.mark.parametrize("onzin", ["", "x", "1~", "~1", "99999999999999999999~1", "1~2~3", "-1~1", "1~-1", "١~١"])
def test_een_sleutel_die_nergens_op_slaat_doet_niets(anna, onzin):
    assert lees_sleutel(onzin) is None
    assert anna.get(INZAGE, {"na": onzin}).status_code == 200


# -- who acts for another ---------------------------------------------------------------------------------------------


def _voor_wil(inloggen: Callable[..., Client], **anders: str) -> Client:
    """Bram for wil, as her curator: who represents by law sees this page too."""
    client = inloggen("bram")
    rijen = Machtiging.objects.systeem(REDEN).filter(gever=partij("wil"), gemachtigde=partij("bram"))
    machtiging = rijen.get()
    rijen.update(**({"aard": Aard.CURATOR, "bron": Bron.CCBR, "reikwijdte": Reikwijdte.ALLES} | anders))
    client.post(reverse("machtiging_wissel"), {"machtiging": str(machtiging.uuid)})
    return client


def test_37_wie_vertegenwoordigt_ziet_wat_van_de_ander_is_en_niets_van_zichzelf(inloggen):
    van_wil, van_bram = ververs(registreer("wil")), ververs(registreer("bram"))
    for rij in (van_wil, van_bram):
        zaak_inzien(medewerker("vera"), rij.uuid)
    pagina = lees(_voor_wil(inloggen))
    assert van_wil.nummer in pagina
    assert van_bram.nummer not in pagina


def test_wie_vertegenwoordigt_ziet_geen_regel_over_een_zaak_die_hij_niet_kent(inloggen):
    rij = ververs(registreer("wil"))
    logboek.leg_lezing_vast(Systeem("proef"), "inzien", rij=rij)
    Zaak.objects.systeem(REDEN).filter(pk=rij.pk).update(afgeschermd=True)
    client = _voor_wil(inloggen)
    assert not [r for _, regels in client.get(INZAGE).context["dagen"] for r in regels if r.daad == "bekeek uw zaak"]


@pytest.mark.parametrize(
    "anders", [{"aard": Aard.GEMACHTIGDE, "bron": Bron.MIJNZAKEN}, {"reikwijdte": Reikwijdte.ZAKEN}]
)
def test_wie_voor_enkele_zaken_of_op_verzoek_handelt_ziet_niet_wie_er_meekeek(inloggen, anders):
    logboek.leg_lezing_vast(medewerker("mila"), "klantbeeld_inzien", rij=partij("wil"))
    assert _voor_wil(inloggen, **anders).get(INZAGE).status_code == 404
    assert "overzicht van uw zaken" in lees(als(Client(), partij("wil")))


def test_wie_voor_een_ander_kijkt_staat_er_zelf_bij(zaak):
    rij = ververs(registreer("wil"))
    Machtiging.objects.systeem(REDEN).filter(gever=partij("wil")).update(reikwijdte=Reikwijdte.ALLES)
    zaak_inzien(gemachtigde("bram", "wil"), rij.uuid, doel="eigen zaak volgen")
    assert verwerkingen_van(partij("wil").pk)[0].door == "Uw gemachtigde"
    aantal = Verwerkingsregel.objects.count()
    zaak_inzien(burger("anna"), zaak.uuid, doel="eigen zaak volgen")
    assert Verwerkingsregel.objects.count() == aantal, "who looks at his own processes nothing of another"


# -- ask, object ------------------------------------------------------------------------------------------------------


def test_een_vraag_over_een_regel_begint_met_die_regel(anna, zaak):
    zaak_inzien(medewerker("vera"), zaak.uuid)
    sleutel = schrijf_sleutel(verwerkingen_van(partij("anna").pk)[0])
    pagina = anna.get(reverse("mijn_contact_vraag"), {"inzage": sleutel, "zaak": str(zaak.uuid)}).content.decode()
    assert "Mijn vraag gaat over deze regel" in pagina
    assert f"bekeek uw zaak ({zaak.nummer})." in pagina


def test_over_een_regel_van_een_ander_begint_niets(inloggen, zaak):
    zaak_inzien(medewerker("vera"), zaak.uuid)
    sleutel = schrijf_sleutel(verwerkingen_van(partij("anna").pk)[0])
    assert zin_van(burger("anna"), sleutel)
    assert zin_van(burger("bram"), sleutel) == ""
    bram = inloggen("bram")
    assert "bekeek uw zaak" not in bram.get(reverse("mijn_contact_vraag"), {"inzage": sleutel}).content.decode()
    assert bram.post(reverse("mijn_inzage_bezwaar"), {"regel": sleutel}).status_code == 404


def test_bezwaar_tegen_een_regel_is_een_aanvraag_met_die_regel_erin(anna, zaak):
    zaak_inzien(medewerker("vera"), zaak.uuid)
    sleutel = schrijf_sleutel(verwerkingen_van(partij("anna").pk)[0])
    antwoord = anna.post(reverse("mijn_inzage_bezwaar"), {"regel": sleutel})
    assert antwoord.status_code == 302
    concept = Concept.objects.voor(burger("anna")).get(zaaktype__proces__identificatie="avg-bezwaar")
    assert str(concept.uuid) in antwoord.headers["Location"]
    assert "bekeek uw zaak" in anna.get(antwoord.headers["Location"]).content.decode()


def test_de_zaakpagina_verwijst_naar_wie_er_bij_die_zaak_meekeek(anna, zaak):
    pagina = anna.get(reverse("mijn_zaak", args=[zaak.uuid])).content.decode()
    assert f"{INZAGE}?zaak={zaak.uuid}" in pagina


def test_dat_iemand_hier_kijkt_staat_ook_in_het_logboek(anna):
    anna.get(INZAGE)
    assert Auditregel.objects.filter(handeling="inzage_bekijken", partij_id=partij("anna").pk).count() == 1


# Of a system itself or of the catalogue: nobody's data.
_OVER_NIEMAND = {
    "notificaties_abonneren",
    "notificaties_publiceren",
    "autorisaties_bijwerken",
    "nummers_reserveren",
    "zaaktype_versie_maken",
    "zaaktype_wijzigen",
    "zaaktype_publiceren",
    "zaaktype_weggooien",
    "actor_bijwerken",
    "actor_verwijderen",
    "categorie_bijwerken",
    "categorie_verwijderen",
}


def test_wat_een_ander_systeem_doet_staat_er_in_gewone_woorden() -> None:
    zonder = [
        recht
        for recht in sorted(SCOPES_BIJ_RECHT.keys() - _OVER_NIEMAND)
        if "deed iets" in daad(Verwerkingsregel(name=recht))
    ]
    assert zonder == []
