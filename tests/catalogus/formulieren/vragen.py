"""Questions for the tests: what the model Gegeven holds, without a database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st


@dataclass(frozen=True)
class Vraag:
    naam: str
    soort: str = "tekst"
    label: str = "Een vraag"
    verplicht: bool = False
    hulptekst: str = ""
    keuzes: Sequence[Mapping[str, str]] = ()
    toon_als: Mapping[str, Any] = field(default_factory=dict)
    validatie: Mapping[str, Any] = field(default_factory=dict)
    voorvulling: str = ""
    corrigeerbaar: bool = True
    correctie_uitleg: str = ""


KLEUREN = (
    {"waarde": "rood", "label": "Rood"},
    {"waarde": "groen", "label": "Groen", "hulp": "Zoals gras."},
    {"waarde": "blauw", "label": "Blauw"},
)
SOORTEN_MET_TEKSTINVOER = (
    "tekst",
    "lange_tekst",
    "getal",
    "bedrag",
    "datum",
    "keuze",
    "ja_nee",
    "telefoon",
    "email",
    "iban",
)


def vraag_van(soort: str, **rest: Any) -> Vraag:
    return Vraag("vraag", soort, keuzes=KLEUREN if soort in ("keuze", "meerkeuze") else (), **rest)


vijandig = st.one_of(
    st.text(st.characters(), max_size=400),
    st.sampled_from(
        [
            "\x00",
            "a\x00b",
            "\u202egpj.exe",
            "\ud800",
            "<script>alert(1)</script>",
            "=HYPERLINK(1)",
            "naam@voorbeeld.nl\r\nBcc: ander@voorbeeld.nl",
            "9" * 6000,
            "1e400",
            "-0",
            "NaN",
            "Infinity",
            "٣١-١-٢٠٢٦",
            "²",
            "31-2-2026",
            "0-0-0000",
            "99-99-9999",
            "{{ 7*7 }}",
            "%s%n%(grens)s",
            "../../etc/passwd",
            "' OR 1=1 --",
            "a" * 50_000,
            "+" + "1" * 300,
            "NL00 0000 0000 0000 00",
            "\ufeff",
            "👩‍👩‍👧",
        ]
    ),
)
