"""The file of a version: what is written comes back the same, and what is not right is refused whole, with its line."""

import json
from typing import Any

import pytest

from autorisatie.matrix import bestand
from autorisatie.matrix.blokken import van_versie
from autorisatie.matrix.verschillen import verschillen
from autorisatie.models import Matrixversie, Rol
from catalogus.uitwisseling.fouten import OnbruikbaarBestand

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
KOP = '{"soort": "mijnzaken-autorisatiematrix", "formaat": 1,\n "regels": [\n'
REGEL: dict[str, Any] = {"rol": "archivaris", "scope": "gemeente", "niveaus": {"zaak": "kern"}, "handelingen": []}


def actief() -> Matrixversie:
    versie = Matrixversie.actief()
    assert versie is not None
    return versie


def lees(*regels: dict[str, Any], kop: str = KOP) -> Any:
    return bestand.lees((kop + ",\n".join(json.dumps(r) for r in regels) + "\n]}").encode(), "matrix.json")


def fouten(*regels: dict[str, Any], kop: str = KOP) -> list[str]:
    with pytest.raises(OnbruikbaarBestand) as vangst:
        lees(*regels, kop=kop)
    return [str(fout) for fout in vangst.value.fouten]


def test_wat_geschreven_is_komt_hetzelfde_terug() -> None:
    tekst = bestand.schrijf(actief())
    assert verschillen(van_versie(actief()), bestand.lees(tekst.encode(), "x.json")) == []
    assert max(map(len, tekst.splitlines())) < 700
    assert tekst.count("\n") > 40


def test_een_regel_zonder_voorwaarden_heeft_er_geen_en_alle_wegen() -> None:
    (blok,) = lees(REGEL)
    assert blok.voorwaarden == ["ten hoogste vertrouwelijk"]
    assert blok.regel.rol == Rol.objects.get(code="archivaris")


@pytest.mark.parametrize(
    "anders,reden",
    [
        ({"rol": "baas"}, "rol: 'baas' bestaat niet"),
        ({"rol": "archivariss"}, "Bedoelt u 'archivaris'?"),
        ({"rol": ["archivaris"]}, "bestaat niet"),
        ({"scope": "overal"}, "scope: 'overal' bestaat niet"),
        ({"scope": "proces"}, "waarop: ontbreekt"),
        ({"scope": "team", "waarop": "Parkeeren"}, "Bedoelt u 'Parkeren'?"),
        ({"waarop": "klacht"}, "bij deze scope hoort geen waarop"),
        ({"niveaus": {"zaak": "veel"}}, "zaak: 'veel' bestaat niet"),
        ({"niveaus": {"geheim": "kern"}}, "'geheim' bestaat niet"),
        ({"niveaus": []}, "hier hoort een object te staan"),
        ({"handelingen": ["besluiten", "alles_mogen"]}, "handelingen: 'alles_mogen' bestaat niet"),
        ({"handelingen": "besluiten"}, "lijst met namen"),
        ({"voorwaarden": {"kanalen": ["duif"]}}, "kanalen: 'duif' bestaat niet"),
        ({"voorwaarden": {"kanalen": None}}, "lijst met namen"),
        ({"voorwaarden": {"eigen_team": "ja"}}, "true of false"),
        ({"voorwaarden": {"dagen_na_sluiting": -1}}, "getal van 0"),
        ({"voorwaarden": {"betrouwbaarheid_minimaal": True}}, "getal van 0 tot en met 4"),
        ({"voorwaarden": {"max_vertrouwelijkheid": "5"}}, "bestaat niet"),
        ({"voorwaarden": {"geheim": 1}}, "bestaat niet"),
        ({"kenmerk": "nieuw"}, "dit is geen kenmerk"),
        ({"goedgekeurd_door": "ruud"}, "naam: 'goedgekeurd_door' bestaat niet"),
    ],
)
def test_wat_niet_klopt_wordt_geweigerd_met_de_regel_en_de_reden(anders: dict[str, Any], reden: str) -> None:
    gevonden = fouten(REGEL, REGEL | anders)
    assert len(gevonden) == 1
    assert gevonden[0].startswith("matrix.json, regel 4 (regels[1]")
    assert reden in gevonden[0]


def test_alle_fouten_staan_er_bij_elkaar() -> None:
    assert len(fouten(REGEL | {"rol": "x"}, REGEL, REGEL | {"scope": "y", "handelingen": ["z"]})) == 3


def test_dezelfde_regel_twee_keer_is_een_fout() -> None:
    twee = REGEL | {"kenmerk": "5d185480-8e07-46ef-bfc9-a36311835ddd"}
    assert "twee keer" in fouten(twee, twee)[0]


@pytest.mark.parametrize(
    "inhoud,reden",
    [
        (b"", "geen geldige JSON"),
        (b"[]", "geen matrixbestand"),
        (b'{"soort": "mijnzaken-catalogus", "formaat": 1}', "geen matrixbestand"),
        (b'{"soort": "mijnzaken-autorisatiematrix", "formaat": 1}', "minstens een regel"),
        (b'{"soort": "mijnzaken-autorisatiematrix", "formaat": 1, "regels": [3]}', "een object"),
        (b"\n\xff", "UTF-8"),
        (b" " * (bestand.MAXIMUM + 1), "groter dan 2 MB"),
        (b"[" * 100, "te diep genest"),
    ],
)
def test_een_ander_bestand_wordt_geweigerd(inhoud: bytes, reden: str) -> None:
    with pytest.raises(OnbruikbaarBestand, match=reden):
        bestand.lees(inhoud, "matrix.json")
