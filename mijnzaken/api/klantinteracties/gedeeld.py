"""What every resource of Klantinteracties has in common: references by uuid and address, and filters through them."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Model, OuterRef

from autorisatie.bewaakt import BewaaktModel
from mijnzaken.api.adressen import adres, laatste_uuid
from mijnzaken.api.bron import Filter, Inhoud, Rijen
from mijnzaken.api.fouten import veldfout
from mijnzaken.api.vraag import Vraag

WORTEL = "/klantinteracties/api/v1"
LEZEN = "klantinteracties.lezen"
REDEN = "een relatie van een rij die is toegelaten"

_ADRESVELDEN = (
    "nummeraanduidingId",
    "straatnaam",
    "huisnummer",
    "huisnummertoevoeging",
    "postcode",
    "stad",
    "adresregel1",
    "adresregel2",
    "adresregel3",
    "land",
)


def pad(naam: str, uuid: UUID) -> str:
    return f"{WORTEL}/{naam}/{uuid}"


def naar(naam: str, uuid: UUID | None) -> Inhoud | None:
    """How the standard refers to a thing: its uuid and its address."""
    return {"uuid": uuid, "url": adres(pad(naam, uuid))} if uuid is not None else None


def uuids(model: type[BewaaktModel], opzoek: str, van: str = "pk", kolom: str = "uuid") -> ArraySubquery:
    """The identities of what refers to a row by ``opzoek``, oldest first, in the statement of that row itself."""
    rijen = model.objects.systeem(REDEN).filter(**{opzoek: OuterRef(van), f"{kolom}__isnull": False})
    return ArraySubquery(rijen.order_by("pk").values(kolom))


def genoemd(vraag: Vraag, veld: str, model: type[BewaaktModel]) -> Any:
    """The row that the body refers to, ``None`` for null; ApiFout 400 when there is none that this system may name."""
    gegeven = vraag.gegevens.get(veld)
    if gegeven is None:
        return None
    rij = model.objects.een(vraag.actor, gegeven["uuid"])
    if rij is None:
        raise veldfout(f"{veld}.uuid", "invalid", f"{model.__name__} object bestaat niet.")
    return rij


def niet_leeg(vraag: Vraag, veld: str) -> None:
    """ApiFout 400 when the body says null."""
    if veld in vraag.gegevens and vraag.gegevens[veld] is None:
        raise veldfout(veld, "null", "Dit veld mag niet leeg zijn.")


def zelfde(vraag: Vraag, veld: str, rij: Any) -> None:
    """ApiFout 400 when the body refers to another thing than it does now."""
    niet_leeg(vraag, veld)
    if veld in vraag.gegevens and vraag.gegevens[veld]["uuid"] != rij.uuid:
        raise veldfout(veld, "wijzigen-niet-toegelaten", "Dit verandert niet meer.")


def via(model: type[BewaaktModel], opzoek: str, terug: str) -> Filter:
    """The rows to which a row of ``model`` belongs (by ``terug``) whose ``opzoek`` has the value."""

    def smal(rijen: Rijen, waarde: Any, vraag: Vraag) -> Rijen:
        gevonden = model.objects.systeem(REDEN).filter(**{opzoek: waarde, f"{terug}__isnull": False})
        return rijen.filter(pk__in=gevonden.order_by().values(terug))

    return smal


def op_adres(filter_: str | Filter) -> Filter:
    """The same by the address of a thing: only the identity at its end counts."""

    def smal(rijen: Rijen, waarde: Any, vraag: Vraag) -> Rijen:
        uuid = laatste_uuid(waarde)
        if uuid is None:
            return rijen.none()
        return filter_(rijen, uuid, vraag) if callable(filter_) else rijen.filter(**{filter_: uuid})

    return smal


def op_beide(naam: str, filter_: str | Filter) -> dict[str, str | Filter]:
    """A relation can be filtered on by uuid and by address."""
    return {f"{naam}__uuid": filter_, f"{naam}__url": op_adres(filter_)}


def identificator(rij: Model) -> Inhoud | None:
    """How another register calls a thing; ``None`` when it does not."""
    velden = {naam: getattr(rij, kolom) for naam, kolom in IDENTIFICATOR.items()}
    return velden if any(velden.values()) else None


IDENTIFICATOR = {
    "objectId": "object_id",
    "codeObjecttype": "code_objecttype",
    "codeRegister": "code_register",
    "codeSoortObjectId": "code_soort_object_id",
}


def op_identificator(voor: str, maak: Callable[[str], str | Filter]) -> dict[str, str | Filter]:
    """The four filters on an identificator, called after ``voor``."""
    return {f"{voor}{naam[0].upper()}{naam[1:]}": maak(kolom) for naam, kolom in IDENTIFICATOR.items()}


def uit_identificator(gegeven: Inhoud | None) -> dict[str, str]:
    """The columns of an identificator, all of them: it is given whole."""
    return {kolom: (gegeven or {}).get(naam, "") for naam, kolom in IDENTIFICATOR.items()}


def postadres(bewaard: Inhoud) -> Inhoud | None:
    """An address as the standard writes it; ``None`` when there is none."""
    if not bewaard:
        return None
    return {naam: bewaard.get(naam, None if naam == "huisnummer" else "") for naam in _ADRESVELDEN}
