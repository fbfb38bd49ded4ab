"""The document of the Zaken API: every operation and every filter of the standard is there; HEAD and ETag."""

from typing import Any

import pytest

from mijnzaken.api.algemeen import BLADWIJZER
from mijnzaken.api.contract import METHODEN
from mijnzaken.api.poort import bewerking_van
from mijnzaken.api.zaken.api import API, CONTRACT
from tests.fabrieken import registreer
from tests.mijnzaken.api.systeem import ZAKEN, Systeem, systeem
from tests.mijnzaken.api.zaken.wereld import SOORT, adres, eigenschap, rol, sluit

AANTAL = 69  # operations of Zaken 1.7.0


@pytest.mark.parametrize("sleutel", sorted(CONTRACT.operaties), ids=" ".join)
def test_elke_bewerking_van_het_document_is_er(sleutel: tuple[str, str]) -> None:
    assert bewerking_van(API, CONTRACT.operaties[sleutel]) is not None


def test_de_lijst_van_bewerkingen_is_die_van_de_standaard() -> None:
    standaard = {
        (methode, pad)
        for pad, inhoud in CONTRACT.standaard["paths"].items()
        for methode in METHODEN
        if methode in inhoud
    }
    assert set(CONTRACT.operaties) == standaard
    assert len(standaard) == AANTAL
    assert CONTRACT.versie == "1.7.0"


@pytest.mark.parametrize("bron", API.bronnen, ids=lambda bron: bron.naam)
def test_elk_filter_van_het_document_heeft_zijn_bron_en_omgekeerd(bron: Any) -> None:
    namen = set(CONTRACT.operaties["get", bron.pad].parameters) - {"page", BLADWIJZER, "pageSize", "expand", "ordering"}
    van_zoeken = {"uuid__in", "zaaktype__in", "zaakgeometrie"} if bron.naam == "zaken" else set()
    # ``zaak`` is of every resource that belongs to a zaak; the document lets not every list be narrowed by it.
    assert namen == bron.filters.keys() - van_zoeken - ({"zaak"} - namen)


# -- HEAD and ETag -----------------------------------------------------------------------------------------------------


@pytest.fixture
def vth(gemeente: None, db: None, op_maandag: None) -> Systeem:
    return systeem(alles=True)


def adressen(vth: Systeem) -> dict[str, str]:
    """One of each kind that has an ETag."""
    zaak = registreer("anna", SOORT)
    hier = adres(zaak)
    vth.stuur(f"{ZAKEN}/rollen", rol({"url": hier}, "medewerker", "adviseur", identificatie="jan"))
    waarde = {"zaak": hier, "eigenschap": eigenschap("kenteken"), "waarde": "K-1"}
    soorten = {"eigenschap": vth.stuur(f"{hier}/zaakeigenschappen", waarde).json()["url"]}
    ding = {"zaak": hier, "objectType": "pand", "objectIdentificatie": {"identificatie": "1"}}
    soorten["object"] = vth.stuur(f"{ZAKEN}/zaakobjecten", ding).json()["url"]
    gelezen = sluit(vth, {"url": hier})
    soorten |= {"zaak": hier, "status": gelezen["status"], "resultaat": gelezen["resultaat"]}
    return soorten | {"rol": gelezen["rollen"][0]}


def test_head_en_etag(vth: Systeem) -> None:
    for soort, url in adressen(vth).items():
        heel = vth.haal(url)
        merk = heel.headers["ETag"]
        kop = vth.vraag("HEAD", url)
        assert (kop.status_code, kop.content, kop.headers["ETag"]) == (200, b"", merk), soort
        bekend = vth.haal(url, If_None_Match=merk)
        assert (bekend.status_code, bekend.content) == (304, b""), soort
        assert vth.haal(url, If_None_Match='"anders"').status_code == 200, soort
        assert vth.vraag("HEAD", url[:-1] + ("0" if url[-1] != "0" else "1")).status_code == 404, soort


def test_een_wijziging_geeft_een_ander_etag(vth: Systeem) -> None:
    zaak = adres(registreer("anna", SOORT))
    merk = vth.haal(zaak).headers["ETag"]
    vth.wijzig(zaak, {"omschrijving": "Anders"})
    assert vth.haal(zaak, If_None_Match=merk).status_code == 200
