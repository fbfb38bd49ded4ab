"""The register of rights is complete: what the program asks for stands in it, and what stands in it is asked for."""

from pathlib import Path

import pytest
from django.conf import settings
from django.urls import get_resolver

from autorisatie import rechten
from autorisatie.models import Gegevensgroep
from autorisatie.rechten import RECHTEN
from mijnzaken.voorbeeld.matrix import RIJEN
from mijnzaken.zaken import verloop
from tests.test_deuren import ONZE_APPS, views
from tests.test_handelingen import openbare_functies


def gevraagd() -> set[str]:
    """Every right that a handeling, a desk or the table of transitions asks for."""
    van_handelingen = {f.handeling for _, f in openbare_functies() if hasattr(f, "handeling")}  # type: ignore[attr-defined]
    van_bureaus = {v.toegang[1] for _, v in views(get_resolver().url_patterns) if v.toegang[1]}  # type: ignore[attr-defined]
    return van_handelingen | van_bureaus | (set(verloop.OVERGANGEN) - {"afschermen"})


def test_elk_recht_dat_het_programma_vraagt_staat_in_het_register() -> None:
    assert rechten.onbekende(gevraagd()) == []


def test_elk_recht_van_de_voorbeeldmatrix_staat_in_het_register() -> None:
    assert rechten.onbekende(naam for rij in RIJEN for naam in rij.handelingen.split()) == []


def test_wat_in_het_register_staat_wordt_ergens_gevraagd() -> None:
    bron = "".join(
        p.read_text()
        for app in ONZE_APPS
        for p in (Path(settings.BASIS) / app).rglob("*.py")
        if p.name != "rechten.py" and "migrations" not in p.parts and "voorbeeld" not in p.parts
    )
    los = {naam for naam in RECHTEN if f'"{naam}"' not in bron} - NOG_NIET_GEVRAAGD
    assert los == set()


NOG_NIET_GEVRAAGD = {  # a right that the example matrix grants to an administrator for what a command does
    "catalogus_laden",
    "rechten_beheren",
}


@pytest.mark.parametrize("naam", sorted(RECHTEN))
def test_elk_recht_heeft_woorden(naam: str) -> None:
    assert "_" not in rechten.label(naam)
    assert rechten.label(naam)
    assert len(naam) <= 40


def test_de_groepen_van_het_formulier_noemen_elk_recht_een_keer() -> None:
    namen = [naam for _, rij in rechten.per_soort(RECHTEN) for naam in rij]
    assert sorted(namen) == sorted(RECHTEN)
    assert rechten.label("alles_mogen") == "alles_mogen"
    assert set(Gegevensgroep.values).isdisjoint(RECHTEN)
