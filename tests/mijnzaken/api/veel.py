"""Many rows of a kind, made from one of them: for a page that must be full."""

from copy import copy
from typing import Any
from uuid import uuid4

from django.db.models import Model
from django.db.models.base import ModelState

from mijnzaken.documenten.models import Document, Documentversie, ObjectInformatieobject
from mijnzaken.zaken.models import Rol, Status, Zaak, Zaakdocument
from tests.fabrieken import REDEN
from tests.mijnzaken.api.zaken.wereld import document_bij


def kopie(rij: Any, **anders: Any) -> Any:
    """A new row, like this one but for its identity and what is named."""
    nieuw = copy(rij)
    nieuw._state, nieuw.pk = ModelState(), None
    if hasattr(nieuw, "uuid"):
        nieuw.uuid = uuid4()
    for naam, waarde in anders.items():
        setattr(nieuw, naam, waarde)
    return nieuw


def _alle(model: type[Model], **welke: Any) -> list[Any]:
    return list(model.objects.systeem(REDEN).filter(**welke))  # type: ignore[attr-defined]


def vul_aan_tot(zaak: Zaak, aantal: int) -> None:
    """Zaken like this one, with their status and who takes part."""
    rijen = [kopie(zaak, nummer=f"2025-{n:07d}", identificatie=f"2025-{n:07d}") for n in range(1, aantal)]
    zaken = Zaak.objects.bulk_create(rijen)
    for model in (Rol, Status):
        van = _alle(model, zaak=zaak)
        model.objects.bulk_create(kopie(rij, zaak=ander) for ander in zaken for rij in van)


def documenten_bij(zaak: Zaak, aantal: int) -> Document:
    """So many documents at one zaak; one of them."""
    eerste = document_bij(zaak)
    versie, *_ = _alle(Documentversie, document=eerste)
    rijen = [kopie(eerste, identificatie=f"VEEL-{n}") for n in range(1, aantal)]
    documenten = Document.objects.bulk_create(rijen)
    Documentversie.objects.bulk_create(
        kopie(versie, document=document, bestand=f"veel/{n}") for n, document in enumerate(documenten)
    )
    for model, van in (
        (ObjectInformatieobject, *_alle(ObjectInformatieobject, document=eerste)),
        (Zaakdocument, *_alle(Zaakdocument, document=eerste)),
    ):
        model.objects.bulk_create(kopie(van, document=document) for document in documenten)  # type: ignore[attr-defined]
    return eerste
