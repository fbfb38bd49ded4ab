"""Writing the two logs. Only ``handeling`` and the readers of details call this; nobody writes a line by hand."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import models

from autorisatie import spoor
from autorisatie.actor import Actor, Applicatie, Burger, Medewerker, Systeem
from autorisatie.beslissing import Beslissing
from autorisatie.models import Auditregel, Uitkomst, Verwerkingsregel
from autorisatie.versleuteling import zoekwaarde
from catalogus import klok


def betrokkene_sleutel(partij_id: int) -> str:
    """The pseudonym of a data subject in the log of processing."""
    return zoekwaarde(str(partij_id), soort="betrokkene")


def _wie(actor: Actor) -> dict[str, Any]:
    match actor:
        case Burger():
            return {
                "partij_id": actor.partij.pk,
                "namens_id": actor.namens.pk if actor.namens else None,
                "rol": actor.rolcode,
            }
        case Medewerker():
            return {"gebruiker_id": actor.gebruiker.pk}
        case Applicatie():
            return {"client_id": actor.client_id}
        case Systeem():
            return {"rol": actor.reden[:80]}
    return {}


def schrijf(
    actor: Actor,
    handeling: str,
    *,
    uitkomst: str = Uitkomst.OK,
    rij: models.Model | None = None,
    zaak_uuid: Any = None,
    beslissing: Beslissing | None = None,
    reden: str = "",
    doel: str = "",
    niveau: str = "",
    bijzonderheden: dict[str, Any] | None = None,
) -> Auditregel:
    """One audit line, in the transaction that runs."""
    nu = spoor.huidig()
    return Auditregel.objects.create(
        moment=klok.nu(),
        trace_id=nu.trace_id,
        span_id=nu.span_id,
        actor_soort=actor.soort,
        handeling=handeling,
        object_soort=rij._meta.label_lower if rij is not None else "",
        object_uuid=getattr(rij, "uuid", None),
        zaak_uuid=zaak_uuid,
        uitkomst=uitkomst,
        reden=(reden or (beslissing.reden if beslissing else ""))[:500],
        doel=doel[:255],
        niveau=niveau,
        matrixregel_id=beslissing.regel_id if beslissing else None,
        matrixversie=beslissing.matrixversie if beslissing else None,
        vanwaar=nu.vanwaar,
        bijzonderheden=bijzonderheden or {},
        **_wie(actor),
    )


def verwerking(
    audit: Auditregel,
    *,
    partijen: Iterable[int],
    naam: str,
    door: str,
    activiteit: str,
    begin: datetime,
    gegevensgroepen: Iterable[str] = (),
    grondslag: str = "",
) -> None:
    """One line per data subject (LDV): what was done with whose data, by which department, on which ground."""
    nu = spoor.huidig()
    Verwerkingsregel.objects.bulk_create(
        Verwerkingsregel(
            audit=audit,
            trace_id=nu.trace_id,
            span_id=nu.span_id,
            parent_span_id=nu.ouder,
            name=naam,
            start_time=begin,
            end_time=klok.nu(),
            processing_activity_id=activiteit,
            data_subject_id=betrokkene_sleutel(partij),
            door=door,
            zaak_uuid=audit.zaak_uuid,
            gegevensgroepen=sorted(gegevensgroepen),
            grondslag=grondslag,
        )
        for partij in sorted(set(partijen))
    )
