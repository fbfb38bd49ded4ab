"""A form of texts that are read line by line."""

from typing import Any

from backoffice.beheer.gezien import MetGezien


class Regelformulier(MetGezien):
    """Lines end as a file has them; a browser sends them with a return. What it is of is no field of the form, so the
    database tells of duplicates (see the handeling).
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        return {naam: waarde.replace("\r\n", "\n") for naam, waarde in schoon.items()}

    def validate_unique(self) -> None:
        """As above."""

    def validate_constraints(self) -> None:
        """As above."""
