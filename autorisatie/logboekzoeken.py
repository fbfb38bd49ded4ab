"""Finding lines of the logbook: by one index, only the months that are asked for, by keyset."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from autorisatie.logboek import betrokkene_sleutel
from autorisatie.maanden import tot_nu
from autorisatie.models import Auditregel, Uitkomst, Verwerkingsregel
from catalogus.klok import AMSTERDAM

Sleutel = tuple[datetime, int]
SPELING = timedelta(hours=1)  # at most between the line of processing and its audit line: a request takes seconds
BROKSTUK = 500  # lines that an export reads at once


@dataclass(frozen=True)
class Zoekvraag:
    """What is looked for. ``partij``: somebody whose data were processed."""

    gebruiker: int | None = None
    partij: int | None = None
    zaak: UUID | None = None
    object: UUID | None = None
    doel: str = ""
    handeling: str = ""
    uitkomst: str = ""
    van: date | None = None
    tot: date | None = None
    na: Sleutel | None = None

    def _periode(self, rijen: QuerySet[Any], veld: str) -> QuerySet[Any]:
        einde = min(_begin(self.tot + timedelta(days=1)), tot_nu()) if self.tot else tot_nu()
        rijen = rijen.filter(**{f"{veld}__lte": einde})
        if self.van:
            rijen = rijen.filter(**{f"{veld}__gte": _begin(self.van)})
        if self.na:
            # The first condition lets the planner leave out later months, the second is the key.
            rijen = rijen.filter(**{f"{veld}__lte": self.na[0]}).filter(
                Q(**{f"{veld}__lt": self.na[0]}) | Q(**{veld: self.na[0], "pk__lt": self.na[1]})
            )
        return rijen.order_by(f"-{veld}", "-pk")

    def _voorwaarden(self, voor: str = "") -> dict[str, Any]:
        gelijk = {
            "gebruiker_id": self.gebruiker,
            "zaak_uuid": self.zaak,
            "object_uuid": self.object,
            "doel": self.doel,
            "handeling": self.handeling,
            "uitkomst": self.uitkomst,
        }
        return {f"{voor}{veld}": waarde for veld, waarde in gelijk.items() if waarde}


@dataclass(frozen=True)
class Treffer:
    """A line of the logbook; ``sleutel`` goes on from it."""

    regel: Auditregel
    sleutel: Sleutel
    achtergehouden: bool = False


def _begin(dag: date) -> datetime:
    return datetime.combine(dag, time(), AMSTERDAM).astimezone(UTC)


def zoek(vraag: Zoekvraag, hoeveel: int) -> list[Treffer]:
    """Newest first."""
    if vraag.partij is not None:
        rijen = vraag._periode(
            Verwerkingsregel.objects.filter(
                data_subject_id=betrokkene_sleutel(vraag.partij),
                audit__isnull=False,
                **({"zaak_uuid": vraag.zaak} if vraag.zaak else {}),
                **vraag._voorwaarden("audit__"),
            ).select_related("audit"),
            "start_time",
        )
        return [
            Treffer(rij.audit, (rij.start_time, rij.pk), rij.onderzoek_id is not None)
            for rij in rijen[:hoeveel]
            if rij.audit is not None
        ]
    regels = Auditregel.objects.filter(**vraag._voorwaarden())
    if vraag.uitkomst and vraag.uitkomst != Uitkomst.OK:
        regels = regels.exclude(uitkomst=Uitkomst.OK)  # as the index of what did not succeed says it
    return [Treffer(regel, (regel.moment, regel.pk)) for regel in vraag._periode(regels, "moment")[:hoeveel]]


def alle(vraag: Zoekvraag, hoogstens: int) -> Iterator[Treffer]:
    """What is found, in pieces, up to this many."""
    over = hoogstens
    while over > 0:
        stuk = zoek(vraag, min(BROKSTUK, over))
        yield from stuk
        if len(stuk) < min(BROKSTUK, over):
            return
        over -= len(stuk)
        vraag = replace(vraag, na=stuk[-1].sleutel)


def een(dag: date, pk: int) -> Auditregel | None:
    """One line: its day says in which month it is."""
    return Auditregel.objects.filter(pk=pk, moment__gte=_begin(dag), moment__lt=_begin(dag + timedelta(days=1))).first()


def spoor_van(regel: Auditregel, hoeveel: int = 200) -> list[Auditregel]:
    """All lines of the same trace, in order: from the request to the letter."""
    rijen = Auditregel.objects.filter(
        trace_id=regel.trace_id, moment__gte=regel.moment - timedelta(days=62), moment__lte=tot_nu()
    )
    return list(rijen.order_by("moment", "pk")[:hoeveel])


def verwerkingen_bij(regel: Auditregel) -> list[Verwerkingsregel]:
    """The lines of processing that belong to a line."""
    return list(
        Verwerkingsregel.objects.filter(
            audit_id=regel.pk,
            start_time__gte=regel.moment - SPELING,
            start_time__lte=regel.moment + SPELING,
        ).order_by("pk")
    )
