"""What a model refuses, told at its fields."""

from django.core.exceptions import ValidationError
from django.db import models

from autorisatie.fouten import Invoerfout


def keur(rij: models.Model, **anders: str) -> None:
    """Raises Invoerfout, with the standard's code for another system; ``anders``: how a field is called there."""
    try:
        rij.full_clean()
    except ValidationError as fout:
        velden, codes = {}, {}
        for veld, eigen in fout.error_dict.items():
            naam = anders.get(veld, veld)
            velden[naam] = " ".join(zin for een in eigen for zin in een.messages)
            uniek = {"unique", "unique_together"} & {een.code for een in eigen}
            codes[naam] = "unique" if uniek else eigen[0].code or "invalid"
        raise Invoerfout(velden, codes) from None
