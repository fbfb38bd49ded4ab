"""What a type names of other types, gathered in the statement that reads it: a page of a hundred costs no statement
more than one of them, and ``expand`` one more for each relation.
"""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import QuerySet
from django.db.models.functions import JSONObject

from mijnzaken.api.catalogi.gedeeld import plek

Verwanten = list[dict[str, str]]  # as the row then holds them


def verwanten(rijen: QuerySet[Any], naam: str = "omschrijving") -> ArraySubquery:
    """Of each its identity and its name; ``rijen`` refer to the row itself by ``OuterRef``."""
    return ArraySubquery(rijen.values(als_json=JSONObject(uuid="uuid", naam=naam)))


def adressen(soort: str, delen: Verwanten) -> list[str]:
    return [plek(soort, deel["uuid"]) for deel in delen]


def namen(delen: Verwanten) -> list[str]:
    """Each once, as the standard asks: two versions of a zaaktype have results of the same name."""
    return list(dict.fromkeys(deel["naam"] for deel in delen))
