"""A form of texts that are read line by line."""

from typing import Any

from backoffice.beheer.gezien import MetGezien


class Regelformulier(MetGezien):
    """What it is of is no field of the form, so the database tells of duplicates (see the handeling)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def validate_unique(self) -> None:
        """As above."""

    def validate_constraints(self) -> None:
        """As above."""
