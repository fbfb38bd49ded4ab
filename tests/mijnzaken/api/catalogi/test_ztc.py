"""The rules of the standard for Catalogi, by their numbers (zgw/regels.md)."""

import json
from typing import Any

import pytest
import requests

from autorisatie.models import Autorisatie
from catalogus.models import Resultaattype
from tests.fabrieken import zaaktype as bestaand
from tests.mijnzaken.api.catalogi.lijven import (
    CATALOGI,
    LIJST,
    WOORD,
    adres,
    besluittype,
    gemaakt,
    klasse,
    procestype,
    resultaattype,
    zaaktype,
)
from tests.mijnzaken.api.systeem import Systeem, fouten, systeem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]

SOORT = "parkeervergunning-bewoners"
G = "brondatumArchiefprocedure"


@pytest.fixture
def beheer() -> Systeem:
    Resultaattype.objects.filter(zaaktype=bestaand(SOORT)).update(
        resultaattypeomschrijving=WOORD, omschrijving_generiek="Verleend"
    )
    return systeem(alles=True)


@pytest.fixture
def soort(beheer: Systeem) -> str:
    return str(gemaakt(beheer, "zaaktypen", zaaktype(selectielijstProcestype=procestype()))["url"])


def schrijver(*scopes: str) -> Systeem:
    wie = systeem("beperkt")
    Autorisatie.objects.create(applicatie=wie.applicatie, component="ztc", scopes=["catalogi.lezen", *scopes])
    return wie


class Elders:
    """The Selectielijst on another host, as far as a test lets it answer."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.inhoud: dict[str, Any] = {}
        monkeypatch.setattr("mijnzaken.api.verwijzing._bezwaar", lambda url: "")
        monkeypatch.setattr(requests, "get", self._haal)

    def _haal(self, url: str, **_: Any) -> requests.Response:
        antwoord = requests.Response()
        antwoord.status_code = 200 if url in self.inhoud else 404
        antwoord.raw = Ruw(json.dumps(self.inhoud.get(url, {})).encode())
        return antwoord


class Ruw:
    def __init__(self, inhoud: bytes) -> None:
        self._inhoud = inhoud

    def read(self, aantal: int, decode_content: bool = False) -> bytes:
        return self._inhoud[:aantal]

    def close(self) -> None: ...

    def release_conn(self) -> None: ...


def test_ztc_001_het_procestype_staat_in_de_selectielijst(beheer: Systeem, monkeypatch: pytest.MonkeyPatch) -> None:
    elders = Elders(monkeypatch)
    url = f"{LIJST}/procestypen/f0000000-0000-4000-8000-000000000009"
    gezegd = zaaktype(selectielijstProcestype=url)
    assert fouten(beheer.stuur(f"{CATALOGI}/zaaktypen", gezegd)) == {"selectielijstProcestype": "invalid-resource"}
    elders.inhoud[url] = {"nummer": 9, "naam": "Elders"}
    assert gemaakt(beheer, "zaaktypen", gezegd)["selectielijstProcestype"] == url


def test_ztc_001_van_een_onbekende_host_wordt_niets_gehaald(beheer: Systeem) -> None:
    gezegd = zaaktype(selectielijstProcestype="https://onbekend.nl/procestypen/1")
    assert fouten(beheer.stuur(f"{CATALOGI}/zaaktypen", gezegd)) == {"selectielijstProcestype": "bad-url"}


def test_ztc_002_nominatie_en_termijn_volgen_uit_de_klasse(beheer: Systeem, soort: str) -> None:
    gegeven = gemaakt(beheer, "resultaattypen", resultaattype(soort, klasse("8.1")))
    assert (gegeven["archiefnominatie"], gegeven["archiefactietermijn"]) == ("vernietigen", "P5Y")
    assert gegeven["omschrijvingGeneriek"] == "Verleend"
    assert Resultaattype.objects.get(zaaktype__proces__identificatie="evenement").uitkomst == "toegekend"
    eigen = resultaattype(soort, klasse("8.2"), omschrijving="Anders", archiefactietermijn="P7Y")
    assert gemaakt(beheer, "resultaattypen", eigen)["archiefactietermijn"] == "P7Y"


def test_ztc_002_de_klasse_hoort_bij_het_procestype_van_het_zaaktype(beheer: Systeem, soort: str) -> None:
    gezegd = beheer.stuur(f"{CATALOGI}/resultaattypen", resultaattype(soort, klasse("9.1", procestype=9)))
    assert fouten(gezegd) == {"selectielijstklasse": "procestype-mismatch"}


def test_ztc_002_een_klasse_die_wij_niet_hebben_wordt_bij_de_lijst_gehaald(
    beheer: Systeem, soort: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    elders = Elders(monkeypatch)
    url = f"{LIJST}/resultaten/f0000000-0000-4000-8000-000000000008"
    gezegd = resultaattype(soort, url)
    assert fouten(beheer.stuur(f"{CATALOGI}/resultaattypen", gezegd)) == {"selectielijstklasse": "invalid-resource"}
    elders.inhoud[url] = {"procesType": procestype(), "waardering": "blijvend_bewaren", "bewaartermijn": None}
    assert gemaakt(beheer, "resultaattypen", gezegd)["archiefnominatie"] == "blijvend_bewaren"


def test_ztc_002_een_resultaattypeomschrijving_bestaat(
    beheer: Systeem, soort: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    elders = Elders(monkeypatch)
    url = f"{LIJST}/resultaattypeomschrijvingen/f0000000-0000-4000-8000-000000000007"
    gezegd = resultaattype(soort, klasse("8.1"), resultaattypeomschrijving=url)
    assert fouten(beheer.stuur(f"{CATALOGI}/resultaattypen", gezegd)) == {
        "resultaattypeomschrijving": "invalid-resource"
    }
    elders.inhoud[url] = {"omschrijving": "Geweigerd"}
    assert gemaakt(beheer, "resultaattypen", gezegd)["omschrijvingGeneriek"] == "Geweigerd"


@pytest.mark.parametrize(
    ("procestermijn", "wijze", "goed"),
    [
        ("nihil", "afgehandeld", True),
        ("nihil", "termijn", False),
        ("ingeschatte_bestaansduur_procesobject", "termijn", True),
        ("ingeschatte_bestaansduur_procesobject", "afgehandeld", False),
        ("bestaansduur_procesobject", "hoofdzaak", True),
        ("", "afgehandeld", True),
    ],
)
def test_ztc_003_de_afleidingswijze_past_bij_de_procestermijn(
    beheer: Systeem, soort: str, procestermijn: str, wijze: str, goed: bool
) -> None:
    brondatum = {"afleidingswijze": wijze} | ({"procestermijn": "P2Y"} if wijze == "termijn" else {})
    lijf = resultaattype(soort, klasse("8.1", procestermijn), **{G: brondatum})
    antwoord = beheer.stuur(f"{CATALOGI}/resultaattypen", lijf)
    if goed:
        assert antwoord.status_code == 201, antwoord.content
        assert antwoord.json()[G]["afleidingswijze"] == wijze
    else:
        assert fouten(antwoord) == {f"{G}.afleidingswijze": "invalid-afleidingswijze-for-procestermijn"}


HEEL = {"datumkenmerk": "kenmerk", "objecttype": "pand", "registratie": "bag", "procestermijn": "P2Y"}
NODIG = {
    "afgehandeld": set(),
    "ander_datumkenmerk": {"datumkenmerk", "objecttype", "registratie"},
    "eigenschap": {"datumkenmerk"},
    "gerelateerde_zaak": set(),
    "hoofdzaak": set(),
    "ingangsdatum_besluit": set(),
    "termijn": {"procestermijn"},
    "vervaldatum_besluit": set(),
    "zaakobject": {"datumkenmerk", "objecttype"},
}


@pytest.mark.parametrize(
    ("nummer", "veld"),
    [("004", "datumkenmerk"), ("006", "objecttype"), ("007", "registratie"), ("008", "procestermijn")],
)
@pytest.mark.parametrize("wijze", sorted(NODIG))
def test_ztc_004_006_007_008_elke_afleidingswijze_heeft_haar_eigen_velden(
    beheer: Systeem, soort: str, wijze: str, nummer: str, veld: str
) -> None:
    precies = {naam: HEEL[naam] for naam in NODIG[wijze]}
    url = klasse("8.1", "bestaansduur_procesobject")

    def zeg(brondatum: dict[str, Any]) -> Any:
        lijf = resultaattype(soort, url, **{G: {"afleidingswijze": wijze, **brondatum}})
        return beheer.stuur(f"{CATALOGI}/resultaattypen", lijf)

    if veld in NODIG[wijze]:
        zonder = {naam: waarde for naam, waarde in precies.items() if naam != veld}
        assert fouten(zeg(zonder)) == {f"{G}.{veld}": "required"}
    else:
        assert fouten(zeg(precies | {veld: HEEL[veld]})) == {f"{G}.{veld}": "must-be-empty"}
    gelukt = zeg(precies)
    assert gelukt.status_code == 201, gelukt.content
    for naam, waarde in precies.items():
        assert gelukt.json()[G][naam] == waarde


@pytest.mark.parametrize("wijze", ["afgehandeld", "termijn"])
def test_ztc_005_einddatum_bekend_is_leeg_bij_afgehandeld_en_termijn(beheer: Systeem, soort: str, wijze: str) -> None:
    brondatum = {"afleidingswijze": wijze, "einddatumBekend": True} | {n: HEEL[n] for n in NODIG[wijze]}
    lijf = resultaattype(soort, klasse("8.1", "bestaansduur_procesobject"), **{G: brondatum})
    assert fouten(beheer.stuur(f"{CATALOGI}/resultaattypen", lijf)) == {f"{G}.einddatumBekend": "must-be-empty"}


def test_ztc_009_wat_gepubliceerd_is_verandert_niet_behalve_zijn_einde(beheer: Systeem) -> None:
    wie = schrijver("catalogi.schrijven")
    soort = adres("zaaktypen", bestaand(SOORT))
    besluit = gemaakt(beheer, "besluittypen", besluittype())["url"]
    beheer.stuur(f"{besluit}/publish", {})
    for url in (soort, besluit):
        assert fouten(wie.wijzig(url, {"toelichting": "Anders"})) == {"nonFieldErrors": "non-concept-object"}
        assert fouten(wie.verwijder(url)) == {"nonFieldErrors": "non-concept-object"}
        assert wie.wijzig(url, {"eindeGeldigheid": "2030-01-01"}).json()["eindeGeldigheid"] == "2030-01-01"
    assert fouten(wie.wijzig(soort, {"besluittypen": []})) == {"nonFieldErrors": "non-concept-object"}


def test_ztc_009_met_de_scope_om_te_corrigeren_verandert_het_wel(beheer: Systeem) -> None:
    soort = adres("zaaktypen", bestaand(SOORT))
    wie = schrijver("catalogi.geforceerd-schrijven")
    assert wie.wijzig(soort, {"toelichting": "Anders"}).json()["toelichting"] == "Anders"
    besluit = gemaakt(beheer, "besluittypen", besluittype())["url"]
    beheer.stuur(f"{besluit}/publish", {})
    assert wie.verwijder(besluit).status_code == 403
    Autorisatie.objects.create(applicatie=wie.applicatie, component="ztc", scopes=["catalogi.geforceerd-verwijderen"])
    assert wie.verwijder(besluit).status_code == 204


def test_ztc_010_wat_bij_een_gepubliceerd_zaaktype_hoort_verandert_ook_niet(beheer: Systeem) -> None:
    soort = bestaand(SOORT)
    wie = schrijver("catalogi.schrijven")
    status = adres("statustypen", soort.statustypen.first())
    lijf = {"zaaktype": adres("zaaktypen", soort), "omschrijving": "Erbij", "volgnummer": 99}
    verwacht = {"nonFieldErrors": "non-concept-zaaktype"}
    assert fouten(wie.stuur(f"{CATALOGI}/statustypen", lijf)) == verwacht
    assert fouten(wie.wijzig(status, {"informeren": True})) == verwacht
    assert fouten(wie.verwijder(status)) == verwacht
    Autorisatie.objects.create(applicatie=wie.applicatie, component="ztc", scopes=["catalogi.geforceerd-schrijven"])
    assert wie.wijzig(status, {"informeren": True}).json()["informeren"] is True
