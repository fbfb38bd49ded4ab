"""Which files make a catalogue: one file, or the JSON files of a folder in order of name."""

from pathlib import Path

from django.utils.translation import gettext as _

from catalogus.uitwisseling.fouten import Leesfout, OnbruikbaarBestand

DEMOSTAD = Path(__file__).resolve().parent.parent / "voorbeelden" / "demostad"
"""The catalogue of the example municipality."""


def paden(waar: Path) -> list[Path]:
    """The files to read. Raises OnbruikbaarBestand when there is nothing to read."""
    if waar.is_file():
        return [waar]
    gevonden = sorted(waar.glob("*.json")) if waar.is_dir() else []
    if not gevonden:
        raise OnbruikbaarBestand([Leesfout(str(waar), 1, "", _("dit bestand is er niet, of de map is leeg."))])
    return gevonden
