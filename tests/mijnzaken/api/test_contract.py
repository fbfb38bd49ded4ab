"""What we serve is the standard, but for a list of differences that each say why."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from django.test import Client

from mijnzaken.api.bron import Api
from mijnzaken.api.document import nog_niet
from mijnzaken.api.urls import APIS

STANDAARD = Path(__file__).resolve().parents[4] / "shared" / "zgw" / "oas"
VERSIES = {
    "zaken": "zaken-1.7.0",
    "catalogi": "catalogi-1.3.3",
    "documenten": "documenten-1.7.0",
    "besluiten": "besluiten-1.1.0",
    "autorisaties": "autorisaties-1.1.0",
    "notificaties": "notificaties-1.0.1",
    "klantinteracties": "klantinteracties-openklant",
}
EIGEN = {"taken"}  # there is no standard for it: the document is ours
api_van = pytest.mark.parametrize("api", APIS, ids=lambda api: api.naam)


def _verschillen(een: Any, ander: Any, pad: tuple[str, ...] = ()) -> set[tuple[str, ...]]:
    """The paths at which two documents differ, as short as they can be."""
    if isinstance(een, dict) and isinstance(ander, dict):
        return {
            p
            for sleutel in een.keys() | ander.keys()
            for p in (
                _verschillen(een[sleutel], ander[sleutel], (*pad, str(sleutel)))
                if sleutel in een and sleutel in ander
                else {(*pad, str(sleutel))}
            )
        }
    if isinstance(een, list) and isinstance(ander, list) and len(een) == len(ander):
        paren = enumerate(zip(een, ander, strict=True))
        return {p for nummer, (a, b) in paren for p in _verschillen(a, b, (*pad, str(nummer)))}
    return set() if een == ander else {pad}


@api_van
def test_elk_verschil_met_de_standaard_staat_in_de_lijst_en_heeft_een_reden(api: Api) -> None:
    geserveerd = Client().get(f"{api.wortel}/schema/openapi.json").json()
    uitgelegd = {aanpassing.pad for aanpassing in api.contract.verschillen}
    uitgelegd |= {("paths", pad, methode) for methode, pad in nog_niet(api)}
    for pad in _verschillen(api.contract.standaard, geserveerd):
        if pad[0] == "servers":
            continue  # where it stands is of the installation
        assert any(
            pad[: len(plaats)] == plaats or plaats[: len(pad)] == pad or (*pad, "+") == plaats for plaats in uitgelegd
        ), pad
    assert all(len(aanpassing.reden) > 20 for aanpassing in api.contract.verschillen)


@api_van
def test_wie_een_sleutel_mag_meesturen_leest_dat_die_al_gebruikt_kan_zijn(api: Api) -> None:
    """A key that was used for another call is refused with 422 (``herhaling``)."""
    for (methode, pad), operatie in api.contract.operaties.items():
        if "Idempotency-Key" in {parameter["name"] for parameter in operatie.inhoud["parameters"]}:
            assert "422" in operatie.inhoud["responses"], (methode, pad)


@api_van
def test_een_adres_dat_het_document_niet_noemt_antwoordt_in_de_vorm_van_de_standaard(api: Api) -> None:
    for adres in ("", "/iets", "/iets%0Aanders"):
        antwoord = Client().get(f"{api.wortel}{adres}")
        assert antwoord.headers["Content-Type"] == "application/problem+json"
        assert antwoord.status_code == 403  # who nobody knows, learns nothing


@api_van
def test_een_verschil_dat_er_niet_is_staat_niet_in_de_lijst(api: Api) -> None:
    document = api.contract.document
    verschilt = _verschillen(api.contract.standaard, document)
    for aanpassing in api.contract.verschillen:
        plaats = aanpassing.pad[:-1] if aanpassing.pad[-1] == "+" else aanpassing.pad
        assert any(pad[: len(plaats)] == plaats or plaats[: len(pad)] == pad for pad in verschilt), aanpassing.pad


@pytest.mark.skipif(not STANDAARD.exists(), reason="de documenten van de standaard liggen hier niet (shared/zgw/oas)")
@pytest.mark.parametrize("api", [api for api in APIS if api.naam not in EIGEN], ids=lambda api: api.naam)
def test_onze_kopie_is_het_document_van_de_standaard(api: Api) -> None:
    bron = yaml.load((STANDAARD / f"{VERSIES[api.naam]}.yaml").read_text(), Loader=_Letterlijk)
    assert _verschillen(bron, api.contract.standaard) == set()


class _Letterlijk(yaml.CSafeLoader):
    """Dates stay text, as JSON has them."""


_Letterlijk.yaml_implicit_resolvers = {
    letter: [(soort, patroon) for soort, patroon in regels if soort != "tag:yaml.org,2002:timestamp"]
    for letter, regels in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
