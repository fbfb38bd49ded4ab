"""The things that a zaak is about, as another system says it (ZGW ``ZaakObject``)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from autorisatie.actor import Actor
from autorisatie.fouten import Invoerfout
from autorisatie.handeling import handeling
from autorisatie.vergrendeld import opnieuw
from autorisatie.versleuteling import Geheim
from catalogus.models import Objecttype, Zaakobjecttype
from mijnzaken.zaken import stappen
from mijnzaken.zaken.betrokkene import BSN
from mijnzaken.zaken.gesloten import open_of_geforceerd
from mijnzaken.zaken.models import Zaak, Zaakobject


@dataclass(frozen=True)
class Objectgegevens:
    """A thing that a zaak is about. ``velden`` are those of the model; ``identificatie`` is that of the standard for
    this kind of object, ``None`` when nothing is said of it.
    """

    velden: Mapping[str, Any] = field(default_factory=dict)
    identificatie: Mapping[str, Any] | None = None
    type: Zaakobjecttype | None = None


@handeling("zaak_koppelen", op="zaken.Zaak")
def object_koppelen(actor: Actor, zaak: Zaak, gegevens: Objectgegevens) -> Zaakobject:
    """The zaak is about one thing more: at an address, or by an identification."""
    open_of_geforceerd(actor, zaak)
    rij = Zaakobject(zaak=zaak)
    _vul(rij, gegevens)
    rij.save(force_insert=True)
    stappen.raak_aan(zaak)
    return rij


@handeling("zaak_bijwerken", op="zaken.Zaak")
def object_wijzigen(actor: Actor, zaak: Zaak, rij: Zaakobject, gegevens: Objectgegevens) -> Zaakobject:
    """What is said of the thing; that it is this one stays."""
    open_of_geforceerd(actor, zaak)
    eigen: Zaakobject = opnieuw(zaak.zaakobjecten, rij)
    _vul(eigen, gegevens)
    eigen.save()
    stappen.raak_aan(zaak)
    return eigen


@handeling("zaak_ontkoppelen", op="zaken.Zaak")
def object_ontkoppelen(actor: Actor, zaak: Zaak, rij: Zaakobject) -> None:
    """The zaak is not about this thing any more."""
    open_of_geforceerd(actor, zaak)
    opnieuw(zaak.zaakobjecten, rij).delete()
    stappen.raak_aan(zaak)


def _vul(rij: Zaakobject, gegevens: Objectgegevens) -> None:
    for naam, waarde in gegevens.velden.items():
        setattr(rij, naam, waarde)
    if gegevens.identificatie is not None:
        geheim = _heeft_bsn(gegevens.identificatie)
        rij.object_identificatie = {} if geheim else dict(gegevens.identificatie)
        rij.object_geheim = Geheim.van(json.dumps(gegevens.identificatie)) if geheim else None  # type: ignore[assignment]
    if gegevens.type is not None:
        if gegevens.type.zaaktype_id != rij.zaak.zaaktype_id:
            raise Invoerfout({"": "Dit zaakobjecttype hoort niet bij de zaak."}, {"": "zaaktype-mismatch"})
        rij.zaakobjecttype = gegevens.type
    overig = rij.object_type == Objecttype.OVERIGE
    if overig and not (rij.object_type_overige or rij.object_type_overige_definitie):
        raise _onvolledig("object_type_overige", "missing-object-type-overige")
    if not overig and rij.object_type_overige:
        raise _onvolledig("object_type_overige", "invalid-object-type-overige-usage")
    if not (rij.object or rij.object_identificatie or rij.object_geheim):
        raise _onvolledig("", "invalid-zaakobject")


def _onvolledig(veld: str, code: str) -> Invoerfout:
    return Invoerfout(
        {veld: "Zeg om welk object het gaat: met object, objectIdentificatie en zijn soort."}, {veld: code}
    )


def _heeft_bsn(deel: Any) -> bool:
    """Does this identification hold a BSN, at whatever depth?"""
    match deel:
        case dict():
            return bool(deel.get(BSN)) or any(_heeft_bsn(d) for d in deel.values())
        case list():
            return any(_heeft_bsn(d) for d in deel)
    return False
