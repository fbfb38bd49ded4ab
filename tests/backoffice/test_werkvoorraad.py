"""The work list: whose zaken stand on it, how they are narrowed and sorted, and giving several away at once."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from autorisatie.actor import Systeem
from catalogus import klok
from catalogus.models import Team
from catalogus.versies import kopieer
from mijnzaken.zaken.handelingen import behandelen
from mijnzaken.zaken.handelingen.terugbellen import Terugbelvraag, terugbelnotitie_maken, terugbelproces
from mijnzaken.zaken.models import Zaak
from tests.backoffice.conftest import Inloggen
from tests.fabrieken import REDEN, VANDAAG, gebruiker, medewerker, registreer, ververs, zaaktype

pytestmark = pytest.mark.usefixtures("op_maandag")
SUBSIDIE = "subsidie-verkeerslawaai"


def nummers(client: Client, **vraag: str) -> list[str]:
    antwoord = client.get(reverse("werkvoorraad"), vraag)
    assert antwoord.status_code == 200
    return [rij.zaak.nummer for rij in antwoord.context["rijen"]]


def zaaktypekeuzes(client: Client) -> list[str]:
    formulier = client.get(reverse("werkvoorraad")).context["formulier"]
    return [waarde for waarde, _naam in formulier.fields["zaaktype"].choices]


def test_alleen_zaken_van_het_eigen_team(ingelogd: Inloggen) -> None:
    eigen, ander = registreer("anna", SUBSIDIE), registreer("bram", "parkeervergunning-bewoners")
    assert nummers(ingelogd("sanne")) == [eigen.nummer]
    assert nummers(ingelogd("vera")) == [ander.nummer]


def test_een_zaaktype_dat_bij_het_team_terechtkomt_staat_in_het_filter(ingelogd: Inloggen) -> None:
    """Its process is of another team; a rule of the version that runs gives zaken to this one. A concept does not."""
    vera, team = ingelogd("vera"), Team.objects.get(naam="Openbare Ruimte")
    kopieer(zaaktype(SUBSIDIE), auteur_id=None).verdeelregels.create(volgorde=1, team=team)
    assert SUBSIDIE not in zaaktypekeuzes(vera)
    zaaktype(SUBSIDIE).verdeelregels.create(volgorde=1, team=team)
    zaaktype(SUBSIDIE).verdeelregels.create(volgorde=2, team=team)
    assert zaaktypekeuzes(vera).count(SUBSIDIE) == 1
    assert "parkeervergunning-bewoners" in zaaktypekeuzes(vera)


def test_eerst_wat_het_eerst_klaar_moet(ingelogd: Inloggen) -> None:
    laat = registreer("anna", SUBSIDIE, ontvangen_op=klok.nu() - timedelta(days=100))
    nieuw = registreer("bram", SUBSIDIE)
    client = ingelogd("sanne")
    assert nummers(client) == [laat.nummer, nieuw.nummer]
    assert nummers(client, sortering="-termijn") == [nieuw.nummer, laat.nummer]
    inhoud = client.get(reverse("werkvoorraad")).content.decode()
    assert "dagen te laat" in inhoud  # in words, not by colour alone
    assert 'aria-sort="ascending"' in inhoud


def test_tegels_tellen_en_filteren(ingelogd: Inloggen) -> None:
    laat = registreer("anna", SUBSIDIE, ontvangen_op=klok.nu() - timedelta(days=100))
    bijna = registreer("bram", SUBSIDIE, ontvangen_op=klok.nu() - timedelta(days=50))
    gepakt = registreer("bram", SUBSIDIE)
    behandelen.in_behandeling_nemen(medewerker("sanne"), gepakt)
    client = ingelogd("sanne")
    tegels = {t["naam"]: t for t in client.get(reverse("werkvoorraad")).context["tegels"]}
    assert [t["getal"] for t in tegels.values()] == [1, 1, 2, 0]
    assert nummers(client, tegel="te_laat") == [laat.nummer]
    assert nummers(client, tegel="binnenkort") == [bijna.nummer]
    assert nummers(client, behandelaar="ik") == [gepakt.nummer]
    assert set(nummers(client, behandelaar="niemand")) == {laat.nummer, bijna.nummer}
    assert nummers(client, behandelaar=str(gebruiker("karim").pk)) == []


def test_zoeken_op_nummer_en_naam(ingelogd: Inloggen) -> None:
    zaak = registreer("anna", SUBSIDIE)
    registreer("bram", SUBSIDIE)
    client = ingelogd("sanne")
    assert nummers(client, zoek=zaak.nummer) == [zaak.nummer]
    assert nummers(client, zoek="de vries") == [zaak.nummer]
    assert nummers(client, zoek="bestaatniet") == []


@pytest.mark.parametrize(
    "vraag",
    [
        {"zoek": "\x00"},
        {"zoek": "x" * 5000},
        {"zoek": "' OR 1=1 --"},
        {"zoek": "%"},
        {"zaaktype": "<script>"},
        {"behandelaar": "9" * 30},
        {"behandelaar": "-1"},
        {"status": "\u0661"},
        {"tegel": "anders"},
        {"sortering": "id; DROP TABLE"},
        {"na": "abc~1"},
        {"na": "2026-01-01~x"},
        {"na": "2026-01-01~99999999999999999999"},
        {"na": "2026-99-99~1"},
        {"voor": "~"},
        {"na": "\x00~1"},
        {"sortering": "nummer", "na": "x\x00~1"},
        {"sortering": "-gewijzigd", "na": "morgen~1"},
    ],
)
def test_onzin_in_het_adres_geeft_gewoon_een_lijst(ingelogd: Inloggen, vraag: dict[str, str]) -> None:
    registreer("anna", SUBSIDIE)
    client = ingelogd("sanne")
    for naam in ("werkvoorraad", "zaken"):
        antwoord = client.get(reverse(naam), vraag)
        assert antwoord.status_code == 200
        assert b"<script>" not in antwoord.content.replace(b"<script src", b"").split(b"<main")[-1]


@pytest.mark.parametrize(
    "sortering",
    [
        "termijn",
        "-termijn",
        "nummer",
        "-nummer",
        "-registratie",
        "registratie",
        "aanvrager",
        "-aanvrager",
        "gewijzigd",
        "-gewijzigd",
    ],
)
def test_bladeren_toont_elke_zaak_precies_eens(ingelogd: Inloggen, sortering: str) -> None:
    gemaakt = set()
    for dag in range(30):
        with klok.op_moment(VANDAAG - timedelta(days=dag)):
            gemaakt.add(registreer("anna" if dag % 2 else "bram", SUBSIDIE).nummer)
    client = ingelogd("sanne")
    eerste = client.get(reverse("werkvoorraad"), {"sortering": sortering})
    tweede = client.get(reverse("werkvoorraad") + eerste.context["volgende_url"])
    gezien = [rij.zaak.nummer for blad in (eerste, tweede) for rij in blad.context["rijen"]]
    assert len(gezien) == 30
    assert set(gezien) == gemaakt
    terug = client.get(reverse("werkvoorraad") + tweede.context["vorige_url"])
    assert [r.zaak.nummer for r in terug.context["rijen"]] == gezien[:25]


def test_aantal_vragen_staat_vast(ingelogd: Inloggen) -> None:
    def tel(naam: str) -> int:
        client = ingelogd("tess")
        client.get(reverse(naam))
        with CaptureQueriesContext(connection) as vragen:
            assert client.get(reverse(naam)).status_code == 200
        return len(vragen)

    behandelen.in_behandeling_nemen(medewerker("sanne"), registreer("anna", SUBSIDIE))
    een = {naam: tel(naam) for naam in ("werkvoorraad", "zaken")}
    for _nummer in range(12):
        behandelen.in_behandeling_nemen(medewerker("sanne"), registreer("bram", SUBSIDIE))
    assert {naam: tel(naam) for naam in een} == een
    assert een["werkvoorraad"] <= 25


def _kies(zaak: Zaak, versie: int | None = None) -> str:
    return f"{zaak.uuid}:{versie or ververs(zaak).versie}"


def _toewijzen(client: Client, **velden: Any) -> list[str]:
    antwoord = client.post(reverse("werkvoorraad_toewijzen"), velden, follow=True)
    assert antwoord.status_code == 200
    return [str(m) for m in antwoord.context["messages"]]


def test_toewijzen_zegt_per_zaak_hoe_het_ging(ingelogd: Inloggen) -> None:
    goed, oud, ander = registreer("anna", SUBSIDIE), registreer("bram", SUBSIDIE), registreer("bram")
    keuzes = [_kies(goed), _kies(oud, 999), _kies(ander)]
    meldingen = _toewijzen(ingelogd("tess"), zaak=keuzes, behandelaar=str(gebruiker("karim").pk))
    assert any(oud.nummer in m and "intussen gewijzigd" in m for m in meldingen)
    assert any("mag haar niet zien" in m for m in meldingen)  # of another team: does not exist for her
    assert any(goed.nummer in m and "El Amrani" in m for m in meldingen)
    assert ververs(goed).behandelaar == gebruiker("karim")
    assert ververs(oud).behandelaar is None
    assert ververs(ander).behandelaar is None


def test_alleen_aan_iemand_van_het_team(ingelogd: Inloggen) -> None:
    zaak = registreer("anna", SUBSIDIE)
    meldingen = _toewijzen(ingelogd("tess"), zaak=[_kies(zaak)], behandelaar=str(gebruiker("vera").pk))
    assert any("Kies iemand van team" in m for m in meldingen)
    assert ververs(zaak).behandelaar is None


@pytest.mark.parametrize(
    "velden",
    [
        {},
        {"zaak": ["x"], "behandelaar": "x"},
        {"zaak": ["x:y"], "behandelaar": "team"},
        {"zaak": ["\x00"], "behandelaar": "9" * 40, "vraag": "//evil.example"},
    ],
)
def test_onzin_bij_toewijzen_doet_niets(ingelogd: Inloggen, velden: dict[str, Any]) -> None:
    antwoord = ingelogd("tess").post(reverse("werkvoorraad_toewijzen"), velden)
    assert antwoord.status_code == 302
    assert antwoord.headers["Location"].startswith("/backoffice/")


def test_wie_niet_mag_toewijzen_heeft_geen_vinkjes(ingelogd: Inloggen) -> None:
    zaak = registreer("anna", SUBSIDIE)
    client = ingelogd("sanne")
    assert 'name="zaak"' not in client.get(reverse("werkvoorraad")).content.decode()
    meldingen = _toewijzen(client, zaak=[_kies(zaak)], behandelaar=str(gebruiker("karim").pk))
    assert any("mag dit niet" in m for m in meldingen)
    assert ververs(zaak).behandelaar is None


def test_een_terugbelnotitie_staat_erop_en_heeft_een_eigen_pagina(ingelogd: Inloggen) -> None:
    zaak = terugbelnotitie_maken(
        Systeem(REDEN),
        Terugbelvraag(onderwerp="Geluid", vraag="Wanneer?", achternaam="de Vries", telefoonnummer="+31610000137"),
        proces=terugbelproces(),
        team=Team.objects.get(naam="Geluid en Lucht"),
    )
    client = ingelogd("karim")
    inhoud = client.get(reverse("werkvoorraad")).content.decode()
    eigen = reverse("terugbelnotitie", args=[zaak.nummer])
    assert eigen in inhoud
    assert "terugbellen" in inhoud
    assert client.get(reverse("zaak", args=[zaak.nummer])).headers["Location"] == eigen
