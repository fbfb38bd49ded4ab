"""The texts of the screens and their translations, without gettext on the machine.

Texts stand in Dutch in code and templates; ``mijnzaken/vertalingen/<language>/LC_MESSAGES/django.po`` translates them.
``python -m mijnzaken.start.vertalingen`` brings the catalogues up to date; ``controleer`` says what misses.
"""

import ast
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from mijnzaken.start.plaats import BASIS

BRONNEN = ("catalogus", "autorisatie", "mijnzaken", "backoffice")
CATALOGI = BASIS / "mijnzaken" / "vertalingen"
TALEN = ("en",)
_ENKEL = {"gettext", "gettext_lazy", "gettext_noop", "_"}
_MEERVOUD = {"ngettext", "ngettext_lazy"}
_CONTEXT = {"pgettext", "pgettext_lazy"}
_TEKST = r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
_AANROEP = re.compile(rf"\b(?P<naam>_|gettext|ngettext|pgettext)\((?P<een>{_TEKST})(?:,\s*(?P<twee>{_TEKST}))?")
_INVULPLEK = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")

Tekst = tuple[str | None, str | tuple[str, str]]  # context, and the text or its singular and plural


def gevonden_teksten() -> dict[Tekst, str]:
    """Every text to translate in code and templates, with the first file that has it."""
    gevonden: dict[Tekst, str] = {}
    for pad in sorted(p for bron in BRONNEN for p in (BASIS / bron).rglob("*.py")):
        for tekst in _in_code(pad.read_text()):
            gevonden.setdefault(tekst, pad.relative_to(BASIS).as_posix())
    sjablonen = BASIS / "templates"
    for pad in sorted(p for soort in ("*.html", "*.txt") for p in sjablonen.rglob(soort)):
        for tekst in _in_sjabloon(pad.read_text()):
            gevonden.setdefault(tekst, pad.relative_to(BASIS).as_posix())
    return gevonden


def _in_code(code: str) -> Iterator[Tekst]:
    for knoop in ast.walk(ast.parse(code)):
        if not isinstance(knoop, ast.Call):
            continue
        naam = getattr(knoop.func, "attr", getattr(knoop.func, "id", ""))
        delen = [
            deel.value for deel in knoop.args[:2] if isinstance(deel, ast.Constant) and isinstance(deel.value, str)
        ]
        yield from _tekst(naam, delen)


def _in_sjabloon(sjabloon: str) -> Iterator[Tekst]:
    for treffer in _AANROEP.finditer(templatize(sjabloon)):
        delen = [ast.literal_eval(deel) for deel in treffer.group("een", "twee") if deel]
        yield from _tekst(treffer["naam"], delen)


def _tekst(naam: str, delen: list[str]) -> Iterator[Tekst]:
    if naam in _ENKEL and delen and delen[0]:
        yield None, delen[0]
    elif naam in _MEERVOUD and len(delen) == 2:
        yield None, (delen[0], delen[1])
    elif naam in _CONTEXT and len(delen) == 2:
        yield delen[0], delen[1]


def catalogus(taal: str) -> Path:
    return CATALOGI / taal / "LC_MESSAGES" / "django.po"


def lees(taal: str) -> Catalog:
    pad = catalogus(taal)
    if not pad.is_file():
        return Catalog(locale=taal, fuzzy=False)
    with open(pad, "rb") as bestand:
        return read_po(bestand, locale=taal, abort_invalid=True)


def werk_bij(taal: str) -> int:
    """Add the texts that the catalogue lacks, take out those that nothing uses; the number still to translate."""
    oud = lees(taal)
    nieuw = Catalog(locale=taal, fuzzy=False)
    for (context, tekst), bestand in sorted(gevonden_teksten().items(), key=lambda regel: (regel[1], str(regel[0]))):
        bekend = oud.get(tekst if isinstance(tekst, str) else tekst[0], context)
        vertaling = bekend.string if bekend is not None and bekend.id == tekst else None
        nieuw.add(tekst, vertaling, locations=[(bestand, 0)], context=context)
    pad = catalogus(taal)
    pad.parent.mkdir(parents=True, exist_ok=True)
    with open(pad, "wb") as uitvoer:
        write_po(uitvoer, nieuw, width=110, omit_header=True)  # a header would change with every run
    return sum(1 for bericht in nieuw if bericht.id and not _is_vertaald(bericht))


def controleer() -> list[str]:
    """What is wrong with the catalogues: a text without translation, a doubtful one, a placeholder that got lost."""
    teksten = gevonden_teksten()
    fouten = []
    for taal in TALEN:
        bekend = lees(taal)
        for (context, tekst), bestand in teksten.items():
            eerste = tekst if isinstance(tekst, str) else tekst[0]
            bericht = bekend.get(eerste, context)
            if bericht is None or not _is_vertaald(bericht):
                fouten.append(f"{bestand}: geen vertaling ({taal}) van {eerste!r}")
            elif bericht.fuzzy:
                fouten.append(f"{bestand}: de vertaling ({taal}) van {eerste!r} is twijfelachtig (fuzzy)")
            elif not _invulplekken_kloppen(bericht):
                fouten.append(f"{bestand}: de vertaling ({taal}) van {eerste!r} heeft andere invulplekken")
    return fouten


def _vertalingen(bericht: Message) -> list[str]:
    return [bericht.string] if isinstance(bericht.string, str) else list(bericht.string or ())


def _is_vertaald(bericht: Message) -> bool:
    delen = _vertalingen(bericht)
    return bool(delen) and all(delen)


def _invulplekken_kloppen(bericht: Message) -> bool:
    """Each form of the translation fills in no more than the text does, and the last form all of it."""
    vormen = [bericht.id] if isinstance(bericht.id, str) else list(bericht.id)
    gevraagd = {plek for vorm in vormen for plek in _INVULPLEK.findall(vorm)}
    gegeven = [set(_INVULPLEK.findall(vertaling)) for vertaling in _vertalingen(bericht)]
    return all(plekken <= gevraagd for plekken in gegeven) and gegeven[-1] == gevraagd


def compileer() -> None:
    """Each catalogue into the binary form that Django reads, beside it; only when it changed."""
    for bron in CATALOGI.rglob("*.po"):
        doel = bron.with_suffix(".mo")
        if doel.is_file() and doel.stat().st_mtime_ns >= bron.stat().st_mtime_ns:
            continue
        with open(bron, "rb") as po:
            gelezen = read_po(po, locale=bron.parents[1].name, abort_invalid=True)
        half = doel.with_suffix(f".{os.getpid()}")
        with open(half, "wb") as mo:
            write_mo(mo, gelezen)
        half.replace(doel)


def main() -> None:
    for taal in TALEN:
        sys.stdout.write(f"{catalogus(taal).relative_to(BASIS)}: nog {werk_bij(taal)} te vertalen\n")
    compileer()


if __name__ == "__main__":
    main()
