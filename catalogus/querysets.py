"""Which versions of catalogue rows hold on a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from catalogus.models.proces import Proces
    from catalogus.models.zaaktype import Zaaktype


def binnen_geldigheid(dag: date) -> Q:
    """Rows that hold on this day: the first day counts, the end date itself no longer does."""
    return Q(begin_geldigheid__lte=dag) & (Q(einde_geldigheid__isnull=True) | Q(einde_geldigheid__gt=dag))


def neemt_aan(dag: date, proces: str = "") -> Q:
    """Processes that take new zaken on this day: switched on, and no test of theirs was withdrawn or is over.

    A process that was never tested takes them too: its test stands in the way of publishing, not of what runs.
    ``proces`` is the path to it, such as ``"proces__"``.
    """
    getoetst = Q(**{f"{proces}getoetst_tot__isnull": True}) | Q(**{f"{proces}getoetst_tot__gt": dag})
    return Q(**{f"{proces}actief": True}) & getoetst


class GeldigheidQuerySet(models.QuerySet[Any]):
    """For besluittypen and informatieobjecttypen: the omschrijving is the identity, the dates tell versions apart."""

    def geldig_op(self, dag: date) -> Self:
        return self.filter(binnen_geldigheid(dag), concept=False)


class WetsregelQuerySet(models.QuerySet[Any]):
    """For the terms and amounts of general law, which change on a day and stay as they were before it."""

    def geldig_op(self, dag: date) -> Self:
        return self.filter(Q(geldig_tot__isnull=True) | Q(geldig_tot__gt=dag), geldig_van__lte=dag)

    def termijn(self, code: str, dag: date) -> str:
        """The ISO period of a Termijnregel on this day. Raises DoesNotExist without the rule."""
        return str(self.geldig_op(dag).get(code=code).termijn)


class ProductQuerySet(models.QuerySet[Any]):
    def gepubliceerd_op(self, dag: date) -> Self:
        """What the public sees on this day; without a first day a product is not published."""
        tot = Q(gepubliceerd_tot__isnull=True) | Q(gepubliceerd_tot__gt=dag)
        return self.filter(tot, gepubliceerd_van__lte=dag)


class BeslistabelQuerySet(models.QuerySet[Any]):
    """``geldig_van`` empty is a draft, which holds on no day."""

    def geldig_op(self, dag: date) -> Self:
        return self.filter(Q(geldig_tot__isnull=True) | Q(geldig_tot__gt=dag), geldig_van__lte=dag)


class ZaaktypeQuerySet(models.QuerySet["Zaaktype"]):
    def geldig_op(self, dag: date) -> Self:
        """Published versions that hold on this day, also those that end later."""
        return self.exclude(stand="concept").filter(binnen_geldigheid(dag))

    def geldig(self, proces: Proces, dag: date) -> Zaaktype | None:
        """The one version of a process that a zaak of this day starts on; None when the process is not offered then."""
        return self.filter(proces=proces).geldig_op(dag).first()

    def met_proces(self) -> Self:
        return self.select_related("proces__team__afdeling__dienst")
