"""What a cell of a spreadsheet may hold."""

from typing import Any

_FORMULE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def cel(waarde: Any) -> str:
    """A value as a cell that no spreadsheet calculates: text that begins like a formula gets an apostrophe (OWASP)."""
    tekst = "" if waarde is None else str(waarde)
    return f"'{tekst}" if tekst.lstrip(" \u00a0").startswith(_FORMULE) else tekst
