"""Every situation that was built for has its test, found by its number."""

import ast
from pathlib import Path

from django.conf import settings

NUMMERS = {*range(1, 64), 67, 103, 109}


def genummerd() -> set[int]:
    gevonden = set()
    for pad in (Path(settings.BASIS) / "tests").rglob("test_*.py"):
        for knoop in ast.walk(ast.parse(pad.read_text())):
            if isinstance(knoop, ast.FunctionDef) and knoop.name.startswith("test_"):
                nummer = knoop.name.split("_")[1]
                if nummer.isdigit():
                    gevonden.add(int(nummer))
    return gevonden


def test_elke_situatie_heeft_een_test_met_haar_nummer() -> None:
    ontbreekt = sorted(NUMMERS - genummerd())
    assert ontbreekt == [], f"zonder test: {ontbreekt}"
