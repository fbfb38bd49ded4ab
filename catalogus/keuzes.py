"""The choices of a question: which one can still choose, and what they are called."""

from collections.abc import Iterable, Mapping

from django.utils import translation

from catalogus import klok

Keuze = Mapping[str, str]
"""``waarde`` is kept, ``label`` and ``label_en`` are read, ``hulp`` explains; from the day ``tot`` (ISO) nobody chooses
it any more. Who chose it before keeps it.
"""
MET_KEUZES = ("keuze", "meerkeuze")  # the kinds of question that have them
_VAN_EEN_TABEL = ("waarde", "label", "hulp")


def te_kiezen(keuzes: Iterable[Keuze]) -> list[Keuze]:
    vandaag = klok.vandaag().isoformat()
    return [keuze for keuze in keuzes if not keuze.get("tot") or keuze["tot"] > vandaag]


def keuzelabel(keuze: Keuze) -> str:
    """In the language that is read now; Dutch when nobody translated it."""
    if (translation.get_language() or "nl").startswith("en") and keuze.get("label_en"):
        return keuze["label_en"]
    return keuze["label"]


def voor_een_tabel(keuzes: Iterable[Keuze]) -> list[dict[str, str]]:
    """What a decision table keeps of them: it decides, and shows them to nobody who chooses."""
    return [{naam: keuze[naam] for naam in _VAN_EEN_TABEL if keuze.get(naam)} for keuze in keuzes]
