"""A letter from its template and its data, by Typst. Data travel as JSON, so that no text ever becomes markup."""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import fontpkg_source_sans_3
import typst

from mijnzaken.berichten.brieven.tekens import drukbaar, gemelde_tekens

Norm = Literal["ua-1", "a-3a"]

_MAP = Path(__file__).parent
_WORTEL = _MAP.parents[1]  # the look (logo, colours) lies beside: one token file changes letters too
_LETTERTYPEN = Path(fontpkg_source_sans_3.__file__).parent / "files"  # OFL 1.1, from a wheel
STUKKEN = frozenset({"verwerkingsregister"})  # printed, and no letter: to nobody in particular
_GEEN_BRIEF = STUKKEN | {"huisstijl", "onderdelen"}
SJABLONEN = frozenset(pad.stem for pad in _MAP.glob("*.typ")) - _GEEN_BRIEF
POGINGEN = 40  # each names at least one character that no font has

_zonder_vorm: frozenset[str] = frozenset()  # learnt by this process; only ever grows


def maak_brief(sjabloon: str, gegevens: Mapping[str, Any], *, norm: Norm = "ua-1") -> bytes:
    """The letter ``sjabloon`` filled with ``gegevens`` (see :mod:`~mijnzaken.berichten.brieven.gegevens`).

    ``ua-1`` is PDF/UA-1 for the resident (EN 301 549), ``a-3a`` is PDF/A-3a for the archive. Raises ValueError for a
    template that is not there, typst.TypstError when the data lack something that the template needs.
    """
    if sjabloon not in SJABLONEN:
        raise ValueError(f"Er is geen brief {sjabloon!r}.")
    return _met_bekende_tekens(sjabloon, gegevens, norm)


def maak_stuk(sjabloon: str, gegevens: Mapping[str, Any]) -> bytes:
    """A piece that is no letter, as PDF/UA-1. Raises as :func:`maak_brief` does."""
    if sjabloon not in STUKKEN:
        raise ValueError(f"Er is geen stuk {sjabloon!r}.")
    return _met_bekende_tekens(sjabloon, gegevens, "ua-1")


def _met_bekende_tekens(sjabloon: str, gegevens: Mapping[str, Any], norm: Norm) -> bytes:
    """Printed with a substitute for characters that no font has; which those are is learnt from what Typst reports."""
    global _zonder_vorm
    for _poging in range(POGINGEN):
        try:
            return _druk(sjabloon, gegevens, norm)
        except typst.TypstError as fout:
            nieuw = gemelde_tekens(str(fout)) - _zonder_vorm
            if not nieuw:
                raise
            _zonder_vorm |= nieuw
    return _druk(sjabloon, gegevens, norm)


def _druk(sjabloon: str, gegevens: Mapping[str, Any], norm: Norm) -> bytes:
    pdf: bytes = typst.compile(
        str(_MAP / f"{sjabloon}.typ"),
        root=str(_WORTEL),
        font_paths=_lettertypen(),
        ignore_system_fonts=True,
        sys_inputs={"gegevens": json.dumps(drukbaar(dict(gegevens), _zonder_vorm), ensure_ascii=False)},
        pdf_standards=[norm],
    )
    return pdf


@lru_cache(maxsize=1)
def _lettertypen() -> typst.Fonts:
    """Read once per process; only what is shipped, so that a letter looks the same on every machine."""
    return typst.Fonts(include_system_fonts=False, font_paths=[str(_LETTERTYPEN)])
