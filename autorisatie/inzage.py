"""What a data subject may read of the log of processing: by page, over one index, only the months that are needed."""

from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Q

from autorisatie.logboek import betrokkene_sleutel
from autorisatie.maanden import tot_nu
from autorisatie.models import Onderzoek, Verwerkingsregel
from catalogus.klok import AMSTERDAM

Sleutel = tuple[datetime, int]  # (start_time, pk) of a line


def verwerkingen_van(
    partij_id: int,
    *,
    zaak: UUID | None = None,
    alleen_zaken: Collection[UUID] | None = None,
    ook_zonder_zaak: bool = True,
    van: date | None = None,
    tot: date | None = None,
    na: Sleutel | None = None,
    hoeveel: int = 50,
) -> list[Verwerkingsregel]:
    """Newest first, from ``na`` on. What a running inquiry withholds is not there, nor is there a trace of it.

    ``alleen_zaken``: the zaken that the reader may know of, when those are not all of them.
    """
    rijen = Verwerkingsregel.objects.filter(
        Q(onderzoek_id=None) | Q(onderzoek_id__in=_vrijgegeven()),
        data_subject_id=betrokkene_sleutel(partij_id),
        start_time__lte=_einde_van(tot) if tot else tot_nu(),
    )
    if zaak is not None:
        rijen = rijen.filter(zaak_uuid=zaak)
    if alleen_zaken is not None:
        zichtbaar = Q(zaak_uuid__in=alleen_zaken)
        rijen = rijen.filter(zichtbaar | Q(zaak_uuid=None) if ook_zonder_zaak else zichtbaar)
    if van is not None:
        rijen = rijen.filter(start_time__gte=datetime.combine(van, time(), AMSTERDAM).astimezone(UTC))
    if na is not None:
        # The first condition lets the planner leave out later months, the second is the key.
        rijen = rijen.filter(start_time__lte=na[0]).filter(Q(start_time__lt=na[0]) | Q(start_time=na[0], pk__lt=na[1]))
    return list(rijen.order_by("-start_time", "-pk")[:hoeveel])


def _vrijgegeven() -> object:
    return Onderzoek.objects.systeem("wat is vrijgegeven").exclude(vrijgegeven_op=None).values("pk")


def _einde_van(dag: date) -> datetime:
    return min(datetime.combine(dag + timedelta(days=1), time(), AMSTERDAM).astimezone(UTC), tot_nu())


def schrijf_sleutel(rij: Verwerkingsregel) -> str:
    """The key of a line as it stands in an address: microseconds since the epoch, and the id."""
    return f"{(rij.start_time - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)}~{rij.pk}"


def lees_sleutel(tekst: str) -> Sleutel | None:
    """``None`` for anything that is no key."""
    moment, _, pk = tekst.partition("~")
    if not all(deel.isascii() and deel.isdigit() and len(deel) <= 18 for deel in (moment, pk)):
        return None
    try:
        return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=int(moment)), int(pk)
    except OverflowError:
        return None
