"""Destroying one zaak with everything that is of it alone: rows, messages, contacts, documents and their content.

What stays is that it was destroyed and why, without the data: ``Vernietigingsregel``, the logbook, ``vernietigd``.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from autorisatie.models import Wijziging
from catalogus.models import Archiefnominatie
from mijnzaken.berichten.wissen import wis_berichten
from mijnzaken.documenten.models import Document, Plaatser
from mijnzaken.documenten.wissen import wis_documenten, wis_uploads, wis_verwijzingen
from mijnzaken.klanten.wissen import wis_contacten
from mijnzaken.zaken import bewaren, notificaties
from mijnzaken.zaken.models import Besluitdocument, Concept, InwonerProduct, Zaak, Zaakdocument

REDEN = "vernietigen met de zaak"


@dataclass(frozen=True)
class Gewist:
    documenten: int
    bestanden: list[str]  # content to remove once the transaction is committed


def beletsel(zaak: Zaak, dag: date, *, slot: str | None = None) -> str:
    """Why this zaak may not be destroyed on this day, as a sentence; empty when it may. ``slot``: why its data may not
    be used, where the caller leaves a lock out of account.

    Looked at when the list is made and again when it is carried out: in between a zaak can be reopened or gain a term.
    """
    resultaat = zaak.resultaten.select_related("resultaattype").first()
    if zaak.einddatum is None or resultaat is None:
        return "De zaak is niet afgerond."
    if resultaat.resultaattype.archiefnominatie != Archiefnominatie.VERNIETIGEN:
        return "De zaak blijft bewaard."
    brondatum = bewaren.brondatum(zaak, resultaat.resultaattype)
    uiterlijk = bewaren.archiefactiedatum(brondatum, resultaat.resultaattype)
    if uiterlijk is None or uiterlijk > dag:
        return "De bewaartermijn is nog niet voorbij."
    if belet := zaak.slot if slot is None else slot:
        return belet
    if zaak.deelzaken.exists():
        return "Er zijn nog deelzaken."
    geldig = Q(geldig_tot=None) | Q(geldig_tot__gte=dag)
    if producten_van(zaak).filter(geldig, ingetrokken_op=None).exists():
        return "De inwoner heeft nog een geldig product uit deze zaak."
    return ""


def wis_zaak(zaak: Zaak, *, ook_van_applicaties: bool = True) -> Gewist:
    """Remove the zaak, in the transaction that runs; the content of its documents is for the caller to remove after.

    ``ook_van_applicaties``: also the documents that another system placed, which may still use them.
    """
    besluiten = list(zaak.besluiten.values_list("pk", "uuid"))
    alleen_hier = _documenten_van_alleen(zaak, [pk for pk, _ in besluiten])
    if not ook_van_applicaties:
        van_applicaties = Document.objects.systeem(REDEN).filter(pk__in=alleen_hier, plaatser=Plaatser.APPLICATIE)
        alleen_hier -= set(van_applicaties.values_list("pk", flat=True))
    Wijziging.objects.filter(hoofdobject_uuid__in=[zaak.uuid, *(uuid for _, uuid in besluiten)]).delete()
    producten_van(zaak).delete()
    notificaties.vergeet(zaak.uuid, [uuid for _, uuid in besluiten])
    bestanden = wis_berichten(zaak.uuid)
    wis_contacten(zaak.uuid)
    wis_verwijzingen([zaak.uuid, *(uuid for _, uuid in besluiten)])
    zaak.besluiten.all().delete()  # first: a besluit holds on to its proposal
    Zaak.objects.systeem(REDEN).filter(pk=zaak.pk).delete()
    return Gewist(len(alleen_hier), [*bestanden, *wis_documenten(alleen_hier)])


def wis_concepten(concepten: Collection[UUID]) -> list[str]:
    """Remove these drafts with the files that were sent for them; gives where those lie, to remove after the commit."""
    rijen = Concept.objects.systeem(REDEN).filter(uuid__in=concepten)
    uploads = [upload for rij in rijen for lijst in rij.bestanden.values() for upload in lijst]
    rijen.delete()
    return wis_uploads(uploads)


def producten_van(zaak: Zaak) -> Any:
    """What a resident holds by this zaak or a decision of it."""
    return InwonerProduct.objects.systeem(REDEN).filter(Q(zaak=zaak) | Q(besluit__zaak=zaak))


def _documenten_van_alleen(zaak: Zaak, besluiten: list[int]) -> set[int]:
    """Documents of this zaak that no other zaak and no decision of another zaak has."""
    hier = set(zaak.zaakdocumenten.values_list("document", flat=True))
    hier |= set(Besluitdocument.objects.systeem(REDEN).filter(besluit__in=besluiten).values_list("document", flat=True))
    elders = Zaakdocument.objects.systeem(REDEN).filter(document__in=hier).exclude(zaak=zaak)
    besluit_elders = Besluitdocument.objects.systeem(REDEN).filter(document__in=hier).exclude(besluit__in=besluiten)
    return (
        hier - set(elders.values_list("document", flat=True)) - set(besluit_elders.values_list("document", flat=True))
    )
