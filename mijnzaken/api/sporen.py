"""What every write leaves behind, in its own transaction: the entry of the audit trail, and the notification."""

from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from autorisatie.models import Wijziging
from catalogus import klok
from catalogus.vasterij import voeg_toe
from mijnzaken.api.bron import Bron, Inhoud, Rij
from mijnzaken.api.vraag import Vraag
from mijnzaken.berichten.notificaties import zet_klaar

_GEHEIM = {"inpBsn", "iban", "inhoud"}  # never kept twice: numbers of persons and accounts, content of files
_ACTIES = {"post": "create", "put": "update", "patch": "partial_update", "delete": "destroy"}
SLUIER = "*****"


def leg_vast(vraag: Vraag, bron: Bron, rij: Rij, *, oud: Inhoud | None, nieuw: Inhoud | None, status: int) -> None:
    """``rij`` as it was before it was removed, or as it is now.

    What an audit trail is kept of takes its data along when it goes: of its removal stays who did it and when.
    """
    actie = _ACTIES[vraag.operatie.methode]
    if actie == "create" and oud is not None:
        actie = "update"  # something happened to what was there: it was published
    adres = pad_van(nieuw or oud or {})
    hoofdpad, hoofd_uuid, _ = bron.hoofd(rij) if bron.hoofd else (adres, rij.uuid, bron.naam)
    if nieuw is None and hoofdpad == adres:
        oud = None
    actor = vraag.actor
    wijziging = Wijziging(
        aanmaakdatum=klok.nu(),
        bron=vraag.api.component,
        client_id=actor.client_id,
        applicatie_label=actor.label,
        gebruiker_id=actor.namens_gebruiker,
        gebruiker_weergave=actor.namens_weergave,
        actie=actie,
        resultaat=status,
        hoofdobject_uuid=hoofd_uuid,
        hoofdobject=hoofdpad,
        resource=bron.soort,
        resource_pad=adres,
        resource_weergave=bron.weergave(rij)[:200],
        toelichting=vraag.toelichting,
        oud=zonder_geheim(oud),
        nieuw=zonder_geheim(nieuw),
    )
    voeg_toe(wijziging)
    if bron.kanaal:
        zet_klaar(
            bron.kanaal,
            hoofdobject=hoofdpad,
            resource=bron.soort,
            resource_pad=adres,
            actie=actie,
            kenmerken=dict(bron.kenmerken(rij)),
        )


def pad_van(inhoud: Inhoud) -> str:
    """The path of a thing as it was written: its address without the name of this host."""
    url = str(inhoud.get("url", ""))
    return "/" + url.split("/", 3)[3] if url.count("/") >= 3 else url


def zonder_geheim(inhoud: Any) -> Any:
    """The same, ready for JSON, without what may stand in one place only."""
    match inhoud:
        case {"codeSoortObjectId": "bsn", "objectId": str()}:
            return {**inhoud, "objectId": SLUIER}
        case dict():
            return {
                naam: SLUIER if naam in _GEHEIM and waarde else zonder_geheim(waarde) for naam, waarde in inhoud.items()
            }
        case list() | tuple():
            return [zonder_geheim(deel) for deel in inhoud]
        case str() | int() | float() | bool() | None:
            return inhoud
    return DjangoJSONEncoder().default(inhoud)
