"""Of each notification one message in the outbox for every subscription that it is for, once.

A system hears of what it may read, and of nothing else: the kenmerken say of which type the thing is and how
confidential.
"""

import json
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Model, Prefetch

from autorisatie.actor import Applicatie as Actor
from autorisatie.models import Applicatie
from catalogus import klok
from catalogus.models import Besluittype, Informatieobjecttype, Zaaktype
from catalogus.vertrouwelijkheid import uit_zgw
from mijnzaken.berichten.models import Abonnement, Abonnementkanaal, Notificatie
from mijnzaken.berichten.notificaties import EIGEN, VERTROUWELIJKHEID
from mijnzaken.berichten.postuit import koppelbericht

ELKE = "*"
_TYPEN: dict[str, tuple[type[Model], str, str]] = {  # kenmerk -> the model, its key, the same key of a Scoperegel
    "zaaktype": (Zaaktype, "proces_id", "proces_id"),
    "informatieobjecttype": (Informatieobjecttype, "pk", "informatieobjecttype_id"),
    "besluittype": (Besluittype, "pk", "besluittype_id"),
}


def wachtende(hoeveel: int) -> list[int]:
    return list(Notificatie.objects.filter(verwerkt_op=None).order_by("pk").values_list("pk", flat=True)[:hoeveel])


def verdeel(notificatie_pk: int) -> int:
    """How many messages were made of it. A second call, at the same time or later, makes none."""
    with transaction.atomic():
        rij = (
            Notificatie.objects.select_for_update(skip_locked=True).filter(pk=notificatie_pk, verwerkt_op=None).first()
        )
        if rij is None:
            return 0
        inhoud = als_bericht(rij)
        gedaan = 0
        for abonnement in _abonnementen(rij):
            koppelbericht(
                abonnement.callback_url,
                inhoud,
                sleutel=f"notificatie:{rij.uuid}:{abonnement.uuid}",
                over=("abonnement", abonnement.uuid),
            )
            gedaan += 1
        rij.verwerkt_op = klok.nu()
        rij.save(update_fields=["verwerkt_op"])
    return gedaan


def als_bericht(rij: Notificatie) -> str:
    """As the standard writes it."""
    return json.dumps(
        {
            "kanaal": rij.kanaal,
            "hoofdObject": _adres(rij.hoofdobject),
            "resource": rij.resource,
            "resourceUrl": _adres(rij.resource_pad),
            "actie": rij.actie,
            "aanmaakdatum": rij.aanmaakdatum.isoformat().replace("+00:00", "Z"),
            "kenmerken": rij.kenmerken,
        },
        ensure_ascii=False,
    )


def _adres(pad: str) -> str:
    return f"{settings.BASISADRES}{pad}" if pad.startswith("/") else pad


def _abonnementen(rij: Notificatie) -> list[Abonnement]:
    """Those whose filters it fits and whose system may know of it."""
    keuzes = (
        Abonnementkanaal.objects.filter(naam=rij.kanaal, abonnement__applicatie__is_active=True)
        .select_related("abonnement")
        .prefetch_related(Prefetch("abonnement__applicatie", Applicatie.met_rechten()))
    )
    type_pk = _type(rij)
    gekozen = {
        keuze.abonnement_id: keuze.abonnement
        for keuze in keuzes
        if _past(keuze, rij) and _mag_weten(keuze.abonnement.applicatie.als_actor(), rij, type_pk)
    }
    return list(gekozen.values())


def _past(keuze: Abonnementkanaal, rij: Notificatie) -> bool:
    return all(waarde in (ELKE, rij.kenmerken.get(naam)) for naam, waarde in keuze.filters.items())


def _type(rij: Notificatie) -> int | None:
    """The key by which rights know the type of what this is about."""
    kanaal = EIGEN.get(rij.kanaal)
    if kanaal is None or not kanaal.type_:
        return None
    model, sleutel, _ = _TYPEN[kanaal.type_]
    try:
        uuid = UUID(rij.kenmerken.get(kanaal.type_, "").rpartition("/")[2])
    except ValueError:
        return None
    gevonden: int | None = model._default_manager.filter(uuid=uuid).values_list(sleutel, flat=True).first()
    return gevonden


def _mag_weten(actor: Actor, rij: Notificatie, type_pk: int | None) -> bool:
    """What another system told, is of that system: we know of no rights to it."""
    kanaal = EIGEN.get(rij.kanaal)
    if kanaal is None or rij.client_id or actor.heeft_alle_autorisaties:
        return True
    hoe = uit_zgw(rij.kenmerken[VERTROUWELIJKHEID]) if rij.kenmerken.get(VERTROUWELIJKHEID) else 0
    for regel in actor.regels:
        if kanaal.scope not in regel.scopes:
            continue
        if not kanaal.type_ or (
            getattr(regel, _TYPEN[kanaal.type_][2]) == type_pk is not None and hoe <= regel.hoogste
        ):
            return True
    return False
