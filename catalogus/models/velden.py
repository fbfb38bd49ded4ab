"""Fields and bases that the catalogue's models share."""

import re
import uuid
from typing import Any

from django.core.validators import RegexValidator
from django.db import models

ISO_DUUR = re.compile(r"^P(?=\d)(\d{1,4}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,5}D)?$", re.ASCII)
"""Whole years, months, weeks and days. Hours and fractions are no term of the law for a municipality."""


class DuurVeld(models.CharField):
    """A period as ISO 8601 (``P8W``, ``P1M``): a month is no number of days, so an interval column can't hold it.

    Empty means that there is none; the APIs answer null then. The database refuses anything else.
    """

    description = "ISO 8601-periode"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 20)
        super().__init__(*args, **kwargs)
        self.validators.append(RegexValidator(ISO_DUUR, "Schrijf een periode als P8W, P6M of P10Y."))

    def db_check(self, connection: Any) -> str | None:
        return f""""{self.column}" ~ '^(P(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?)?$' AND "{self.column}" <> 'P'"""


class CentenVeld(models.BigIntegerField):
    """An amount of money in whole cents."""

    description = "bedrag in centen"


class CatalogusModel(models.Model):
    """Every row of the catalogue: a bigint inside, a UUID outside."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        abstract = True


class GeldigheidModel(CatalogusModel):
    """ZGW dates of a version and of the object over its versions. ``einde_geldigheid`` is the first day without it."""

    begin_geldigheid = models.DateField()
    einde_geldigheid = models.DateField(null=True, blank=True)
    begin_object = models.DateField(null=True, blank=True)
    einde_object = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True
