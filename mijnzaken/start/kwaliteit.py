"""``make kwaliteit``: every check that needs no test. All of them run; one that fails makes the whole fail."""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from mijnzaken.start import vertalingen
from mijnzaken.start.plaats import BASIS
from mijnzaken.start.postgres import Postgres

_PAKKETTEN = ("catalogus", "autorisatie", "mijnzaken", "backoffice")
_VRIJ = re.compile(
    r"MIT|BSD|Apache|PSF|Python Software Foundation|MPL|Mozilla|ISC|LGPL|Lesser General Public|EUPL|OFL|Unlicense|"
    r"CC0|0BSD|Zlib|PostgreSQL|Public Domain|BlueOak",
    re.I,
)
_LICENTIE_BEKEKEN = {  # packages whose metadata name no licence; read by a person
    "axe-playwright-python": "MIT",
}
_GEREEDSCHAP = {"pip", "setuptools", "wheel"}  # part of .venv, not of the program

Controle = Callable[[], list[str]]


class Overgeslagen(Exception):
    """A check that could not be done here; the message says why."""


def _draai(*opdracht: str) -> list[str]:
    """Run a command; its output is the list of faults when it fails."""
    klaar = subprocess.run(opdracht, cwd=BASIS, capture_output=True, text=True, check=False)
    return (klaar.stdout + klaar.stderr).strip().splitlines() if klaar.returncode else []


def _module(*opdracht: str) -> Controle:
    return lambda: _draai(sys.executable, "-m", *opdracht)


def _programma(naam: str, *rest: str) -> Controle:
    return lambda: _draai(str(Path(sys.executable).parent / naam), *rest)


def _migraties() -> list[str]:
    return _draai(sys.executable, "manage.py", "makemigrations", "--check", "--dry-run")


def _licenties_python() -> list[str]:
    uitvoer = subprocess.run(
        [Path(sys.executable).parent / "pip-licenses", "--from=mixed", "--format=json"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return [
        f"{pakket['Name']} {pakket['Version']}: licentie '{pakket['License']}' staat niet op de lijst"
        for pakket in json.loads(uitvoer)
        if not _VRIJ.search(_LICENTIE_BEKEKEN.get(pakket["Name"], pakket["License"]))
    ]


def _npm_pakketten() -> Iterator[tuple[Path, dict[str, Any]]]:
    for beschrijving in (BASIS / "node_modules").rglob("package.json"):
        ouder = beschrijving.parent.parent
        if ouder.name == "node_modules" or (ouder.name.startswith("@") and ouder.parent.name == "node_modules"):
            yield beschrijving.parent, json.loads(beschrijving.read_text())


def _licenties_npm() -> list[str]:
    """A free licence in the description, and no 'all rights reserved' beside it."""
    fouten = []
    for map_, beschrijving in _npm_pakketten():
        licentie = str(beschrijving.get("license", ""))
        teksten = [p for p in map_.iterdir() if re.match(r"(licen[cs]e|readme|copying)", p.name, re.I) and p.is_file()]
        if not _VRIJ.search(licentie):
            fouten.append(f"{beschrijving['name']}: licentie '{licentie}' staat niet op de lijst")
        elif "BSD" not in licentie and any(
            re.search("all rights reserved", tekst.read_text(errors="replace"), re.I) for tekst in teksten
        ):
            fouten.append(f"{beschrijving['name']}: 'all rights reserved'")
    return fouten


def _kwetsbaarheden() -> list[str]:
    """Known vulnerabilities of the packages in .venv. Without the advisory database there is nothing to say."""
    klaar = subprocess.run(
        [sys.executable, "-m", "pip_audit", "--local", "--progress-spinner", "off", "--timeout", "10", "-f", "json"],
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        pakketten = [p for p in json.loads(klaar.stdout)["dependencies"] if p["name"] not in _GEREEDSCHAP]
    except (json.JSONDecodeError, KeyError):
        raise Overgeslagen("de lijst van kwetsbaarheden is hier niet te bereiken") from None
    fouten = [
        f"{p['name']} {p['version']}: {lek['id']}, verholpen in {', '.join(lek['fix_versions']) or 'nog niets'}"
        for p in pakketten
        for lek in p.get("vulns", [])
    ]
    onbekend = sum("skip_reason" in p for p in pakketten)
    if not fouten and onbekend > len(pakketten) // 2:
        raise Overgeslagen(f"de lijst van kwetsbaarheden kent hier {onbekend} van de {len(pakketten)} pakketten niet")
    return fouten


CONTROLES: tuple[tuple[str, Controle], ...] = (
    ("ruff", _module("ruff", "check", "--no-cache", ".")),
    ("opmaak", _module("ruff", "format", "--no-cache", "--check", ".")),
    ("typen", _module("mypy", *(deel for pakket in _PAKKETTEN for deel in ("-p", pakket)))),
    ("lagen", _programma("lint-imports", "--no-cache")),
    ("migraties", _migraties),
    ("django", lambda: _draai(sys.executable, "manage.py", "check", "--fail-level", "WARNING")),
    ("vertalingen", vertalingen.controleer),
    ("licenties van Python-pakketten", _licenties_python),
    ("licenties van npm-pakketten", _licenties_npm),
    ("kwetsbaarheden", _kwetsbaarheden),
)


def _voer_uit(naam: str, controle: Controle) -> bool:
    begin = time.monotonic()
    try:
        fouten = controle()
    except Overgeslagen as reden:
        sys.stdout.write(f"- {naam}: overgeslagen, {reden}\n")
        return True
    sys.stdout.write(f"{'✗' if fouten else '✓'} {naam} ({time.monotonic() - begin:.1f} s)\n")
    sys.stdout.writelines(f"    {regel}\n" for regel in fouten)
    sys.stdout.flush()
    return not fouten


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="mijnzaken-kwaliteit-") as naam:
        map_ = Path(naam)
        map_.chmod(0o711)  # the database server's own user passes through
        sleutel = "kwaliteit-heeft-geen-geheimen-maar-wel-een-lange-sleutel-nodig"
        server = Postgres(map_, snel=True)
        os.environ |= {"MIJNZAKEN_TEST": "1", "MIJNZAKEN_VAR": naam, "DJANGO_SETTINGS_MODULE": "mijnzaken.settings"}
        os.environ |= dict.fromkeys(("SECRET_KEY", "MIJNZAKEN_SLEUTELS", "MIJNZAKEN_ZOEKSLEUTEL"), sleutel)
        os.environ["DATABASE_URL"] = server.start()
        try:
            gelukt = [_voer_uit(*regel) for regel in CONTROLES]
        finally:
            server.stop()
    if not all(gelukt):
        sys.exit(f"{gelukt.count(False)} van de {len(gelukt)} controles vonden iets.")


if __name__ == "__main__":
    main()
