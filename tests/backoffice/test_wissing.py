"""Where is chosen what goes of who asks for erasure, and the letter that says what went and what stays."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from catalogus.models import Uitkomst
from mijnzaken.documenten.inspectie import PDF
from mijnzaken.documenten.models import Documentversie, documentenopslag
from mijnzaken.zaken.avg.een_contact import contacten_van
from mijnzaken.zaken.avg.wisonderhoud import wis
from mijnzaken.zaken.handelingen.besluiten import besluit_voorstellen, besluiten
from mijnzaken.zaken.handelingen.kennisgeven import kennisgeving_afmelden
from mijnzaken.zaken.models import Zaak
from tests.backoffice.conftest import Inloggen
from tests.fabrieken import REDEN, begin_concept, burger, dien_in, medewerker, partij, registreer, ververs
from tests.mijnzaken.berichten.brievenbus import tekst as brieftekst
from tests.mijnzaken.zaken.avg.test_wissen import klare_zaak
from tests.mijnzaken.zaken.avg.wisverzoek import regel, vraag_wissing
from tests.mijnzaken.zaken.test_vernietigen import leg_contact_vast
from tests.oidc.hulp import als

pytestmark = pytest.mark.usefixtures("op_maandag")


@pytest.fixture
def verzoek(gemeente: None, db: None) -> Zaak:
    return vraag_wissing()


def pad(zaak: Zaak) -> str:
    return reverse("wissing", args=[zaak.nummer])


def tekst(client: Client, adres: str) -> str:
    antwoord = client.get(adres)
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def test_van_nagaan_naar_kiezen_naar_een_collega_naar_gewist_en_de_brief(ingelogd: Inloggen, verzoek: Zaak) -> None:
    klaar, loopt = klare_zaak(), ververs(dien_in("anna"))
    begin_concept(burger("anna"), "parkeervergunning-bewoners")
    lotte, hugo = ingelogd("lotte"), ingelogd("hugo")
    assert pad(verzoek) in tekst(lotte, reverse("zaak", args=[verzoek.nummer]))
    assert "Ga na wat er is" in tekst(lotte, pad(verzoek))
    assert lotte.post(pad(verzoek), {"stap": "nagaan"}).status_code == 302
    pagina = tekst(lotte, pad(verzoek))
    mag_weg, moet_blijven = pagina.split("Dit moet blijven")
    assert klaar.nummer in mag_weg
    assert "Aanvragen die nog niet zijn verstuurd" in mag_weg
    assert loopt.nummer in moet_blijven
    assert "Deze zaak loopt nog." in moet_blijven

    weg, concept = regel(verzoek, nummer=klaar.nummer), regel(verzoek, plaats="concepten")
    fout = lotte.post(pad(verzoek), {"stap": "kiezen", "regels": str(weg.uuid), "keuze": "wissen", "reden": ""})
    assert fout.status_code == 422
    assert "checked" in fout.content.decode()
    goed = {"stap": "kiezen", "keuze": "wissen", "reden": "Niet meer nodig."}
    assert lotte.post(pad(verzoek), goed | {"regels": str(weg.uuid)}).status_code == 302
    blijft = {"stap": "kiezen", "keuze": "blijft", "grond": "nodig", "reden": "U bent er nog mee bezig."}
    assert lotte.post(pad(verzoek), blijft | {"regels": str(concept.uuid)}).status_code == 302
    assert "Een collega die dit niet koos" in tekst(lotte, pad(verzoek))
    akkoord = {"stap": "goedkeuren", "regels": str(weg.uuid)}
    lotte.post(pad(verzoek), akkoord)
    assert wis() == 0
    assert "Wis deze gegevens" in tekst(hugo, pad(verzoek))
    assert hugo.post(pad(verzoek), akkoord).status_code == 302
    assert "Wordt nu gewist" in tekst(hugo, pad(verzoek))
    assert wis() == 1
    assert "Gewist op" in tekst(hugo, pad(verzoek))

    brief = _besluit(verzoek)
    for zin in (
        "Wij hebben een deel gewist",
        "Wat hebben wij gewist?",
        klaar.nummer,
        "U bent er nog mee bezig.",
        loopt.nummer,
        "Wij vertelden hun",
        "RDW, Nationaal Parkeerregister: Kenteken, gewist",
        "Autoriteit Persoonsgegevens",
        "U kunt bezwaar maken tot en met",
    ):
        assert zin in brief
    assert "Gewist op" in tekst(lotte, pad(verzoek))  # also when the request is closed


def _besluit(verzoek: Zaak) -> str:
    """The text of the letter, after all that had to be done first."""
    lotte, zaak = medewerker("lotte"), ververs(verzoek)
    open_ = [rij.uuid for rij in zaak.kennisgevingen.all()]
    kennisgeving_afmelden(lotte, zaak, kennisgevingen=open_, stand="verteld", toelichting="Mail aan J. Pietersen.")
    zaak = ververs(zaak)
    moment = zaak.zaaktype.besluitmomenten.get()
    besluit_voorstellen(lotte, zaak, besluitmoment=moment, uitkomst=Uitkomst.GEDEELTELIJK, motivering="Zie hieronder.")
    besluit = besluiten(medewerker("hugo"), ververs(zaak))
    document = besluit.documenten.first().document
    versie = Documentversie.objects.systeem(REDEN).get(document=document)
    assert versie.formaat == PDF
    with documentenopslag().open(versie.pad) as bestand:
        gelezen: str = brieftekst(bestand.read())
    assert "Pietersen" not in gelezen
    return gelezen


def test_een_gegeven_uit_een_zaak_die_blijft_gaat_weg_en_iedereen_leest_dat_het_gewist_is(
    ingelogd: Inloggen, verzoek: Zaak
) -> None:
    zaak = registreer("anna", "melding-openbare-ruimte", waarden={"telefoon": "+31612345098", "plek": "Naast de brug"})
    lotte, hugo = ingelogd("lotte"), ingelogd("hugo")
    lotte.post(pad(verzoek), {"stap": "nagaan"})
    deel = reverse("wisgegevens", args=[verzoek.nummer, zaak.nummer])
    assert deel in tekst(lotte, pad(verzoek)).split("Dit moet blijven")[1]
    leg_contact_vast(zaak)
    assert "Contact van 2 maart 2026 (telefoon)" in tekst(lotte, deel)
    lotte.post(deel, {"contacten": [str(contacten_van(zaak).get().uuid)]})
    assert "Contact van 2 maart 2026 (telefoon), in Melding" in tekst(lotte, pad(verzoek)).split("Dit moet blijven")[0]
    contacten_van(zaak).delete()
    pagina = tekst(lotte, deel)
    assert pagina.count("mag weg") == pagina.count("moet blijven") == 1
    assert "Zonder dit gegeven is zij niet af te maken." in pagina
    assert lotte.post(deel, {"gegevens": ["bestaat_niet"]}).status_code == 422
    assert lotte.post(deel, {"gegevens": ["telefoon", "plek"]}).status_code == 302
    mag_weg, moet_blijven = tekst(lotte, pad(verzoek)).split("Dit moet blijven")
    assert "Telefoonnummer, in Melding openbare ruimte" in mag_weg
    assert "in Melding openbare ruimte" in moet_blijven
    rij = regel(verzoek, onderdeel="telefoon")
    keuze = {"stap": "kiezen", "keuze": "wissen", "reden": "U wilt niet meer gebeld worden.", "regels": str(rij.uuid)}
    lotte.post(pad(verzoek), keuze)
    assert "Telefoonnummer, in Melding" in tekst(hugo, pad(verzoek)).split("Klaar om te wissen")[1]
    hugo.post(pad(verzoek), {"stap": "goedkeuren", "regels": str(rij.uuid)})
    assert "Het programma wist dit." in tekst(lotte, deel)
    assert wis() == 1
    assert "Gewist op 2 maart 2026." in tekst(lotte, pad(verzoek))
    anna = als(Client(), partij("anna"))
    for pagina in (
        tekst(ingelogd("vera"), reverse("zaak", args=[zaak.nummer])),
        tekst(anna, reverse("mijn_zaak", args=[zaak.uuid])),
    ):
        assert "Gewist op 2 maart 2026 op verzoek" in pagina
        assert "12345098" not in pagina.replace(" ", "")


def test_losse_gegevens_alleen_uit_een_zaak_van_wie_het_vroeg(ingelogd: Inloggen, verzoek: Zaak) -> None:
    for nummer in (dien_in("bram").nummer, verzoek.nummer, "2026-9999999"):
        deel = reverse("wisgegevens", args=[verzoek.nummer, nummer])
        assert ingelogd("lotte").get(deel).status_code == 404
    eigen = reverse("wisgegevens", args=[verzoek.nummer, dien_in("anna").nummer])
    assert ingelogd("lotte").get(eigen).status_code == 200
    for naam in ("vera", "tess", "omar", "fleur"):
        assert ingelogd(naam).get(eigen).status_code == 404


@pytest.mark.parametrize("naam", ["vera", "tess", "omar", "fleur"])
def test_voor_wie_dit_niet_doet_bestaat_het_niet(ingelogd: Inloggen, verzoek: Zaak, naam: str) -> None:
    assert ingelogd(naam).get(pad(verzoek)).status_code == 404
    assert ingelogd(naam).post(pad(verzoek), {"stap": "nagaan"}).status_code == 404


def test_bij_een_andere_zaak_bestaat_het_niet(ingelogd: Inloggen, verzoek: Zaak) -> None:
    assert ingelogd("lotte").get(pad(ververs(dien_in("anna")))).status_code == 404
    assert ingelogd("lotte").post(pad(verzoek), {"stap": "goedkeuren", "regels": "geen-uuid"}).status_code == 404


def test_het_aantal_vragen_groeit_niet_met_de_regels(
    ingelogd: Inloggen, verzoek: Zaak, django_assert_max_num_queries: Any
) -> None:
    for _ in range(4):
        dien_in("anna")
    lotte = ingelogd("lotte")
    lotte.post(pad(verzoek), {"stap": "nagaan"})
    tekst(lotte, pad(verzoek))
    with django_assert_max_num_queries(40):
        tekst(lotte, pad(verzoek))
