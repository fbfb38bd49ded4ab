"""Who may see and add which kind of document in a zaak, where its zaaktype names roles for it.

It takes away and never gives: who may not see the documents of a zaak at all, sees none of them by this either. A kind
for which no role is named is for everybody whom the door and the matrix let see, or add, documents.
"""

from typing import Any

from django.db.models import Q

from autorisatie import beleid
from autorisatie.actor import Actor, Burger, Medewerker
from autorisatie.fouten import Invoerfout
from autorisatie.models import Gegevensgroep, Niveau, Partij
from catalogus import klok
from catalogus.models import Informatieobjecttype, ZaaktypeInformatieobjecttype
from mijnzaken.zaken.models import Zaak


def verborgen_soorten(actor: Actor, zaak: Zaak) -> frozenset[int]:
    """The kinds of document of an admitted zaak that do not exist for this actor."""
    plekken = [plek for plek in _plekken(zaak) if plek.beperkt_zien]
    if not plekken:
        return frozenset()
    if isinstance(actor, Burger):
        return _zonder_rol(plekken, "partijen_zien", _rollen_in_zaak(zaak, actor.voor_wie))
    if isinstance(actor, Medewerker):
        return _zonder_rol(plekken, "rollen_zien", _rollen_die_zien(actor, zaak))
    return frozenset()  # another system has its scopes


def zonder_verborgen(actor: Actor, stukken: Any, verborgen: frozenset[int]) -> Any:
    """These rows of Zaakdocument without the kinds that are hidden from him. What he sent himself a resident sees."""
    if not verborgen:
        return stukken
    zichtbaar = ~Q(document__informatieobjecttype__in=verborgen)
    if isinstance(actor, Burger):
        zichtbaar |= Q(van_rol__partij=actor.voor_wie)
    return stukken.filter(zichtbaar)


def wie_ziet(zaak: Zaak, soort: Informatieobjecttype, partijen: list[Partij]) -> list[Partij]:
    """Those of the parties of a zaak who may see a document of this kind."""
    plekken = [plek for plek in _plekken(zaak) if plek.partijen_zien and plek.informatieobjecttype_id == soort.pk]
    return [
        partij
        for partij in partijen
        if not plekken or not _zonder_rol(plekken, "partijen_zien", _rollen_in_zaak(zaak, partij))
    ]


def toe_te_voegen(actor: Actor, zaak: Zaak) -> list[Informatieobjecttype]:
    """The kinds of document that he may add of himself, in the order of the zaaktype."""
    plekken = _plekken(zaak)
    geweerd = _geweerd(actor, zaak, plekken)
    soorten = [
        plek.informatieobjecttype
        for plek in plekken
        if plek.informatieobjecttype_id not in geweerd and (plek.inwoner_mag_toevoegen or not isinstance(actor, Burger))
    ]
    return list(dict.fromkeys(soorten))


def eis_toevoegen(actor: Actor, zaak: Zaak, soort: Informatieobjecttype, *, gevraagd: bool = False) -> None:
    """Raises Invoerfout when the zaaktype keeps this kind from him. What a task asks of a resident (``gevraagd``) need
    not be what he may send of himself.
    """
    if isinstance(actor, Burger) and not gevraagd:
        mag = soort in toe_te_voegen(actor, zaak)
    else:
        mag = soort.pk not in _geweerd(actor, zaak, _plekken(zaak))
    if not mag:
        raise Invoerfout({"informatieobjecttype": "Dit soort document kunt u hier niet toevoegen."})


def _geweerd(actor: Actor, zaak: Zaak, plekken: list[ZaaktypeInformatieobjecttype]) -> frozenset[int]:
    """The kinds that are added by others only."""
    if isinstance(actor, Burger) and any(plek.partijen_toevoegen for plek in plekken):
        return _zonder_rol(plekken, "partijen_toevoegen", _rollen_in_zaak(zaak, actor.voor_wie))
    if isinstance(actor, Medewerker) and any(plek.rollen_toevoegen for plek in plekken):
        return _zonder_rol(plekken, "rollen_toevoegen", _rollen_die_toevoegen(actor, zaak))
    return frozenset()


def _plekken(zaak: Zaak) -> list[ZaaktypeInformatieobjecttype]:
    rijen = ZaaktypeInformatieobjecttype.objects.filter(zaaktype=zaak.zaaktype_id)
    return list(rijen.select_related("informatieobjecttype"))


def _zonder_rol(plekken: list[ZaaktypeInformatieobjecttype], kolom: str, rollen: set[str]) -> frozenset[int]:
    """A kind that stands in a zaaktype twice asks for a role of both."""
    return frozenset(
        plek.informatieobjecttype_id
        for plek in plekken
        if getattr(plek, kolom) and not rollen & set(getattr(plek, kolom))
    )


def _rollen_in_zaak(zaak: Zaak, partij: Partij) -> set[str]:
    """What this party is in the zaak now, by the names of the zaaktype."""
    rollen = zaak.rollen.filter(Q(einde_geldigheid=None) | Q(einde_geldigheid__gte=klok.vandaag()), partij=partij)
    return set(rollen.values_list("roltype__omschrijving", flat=True))


def _rollen_die_zien(actor: Medewerker, zaak: Zaak) -> set[str]:
    """The roles by which the matrix shows him the documents of this zaak; for a deputy those of the colleague."""
    return {
        weging.regel.rol.code
        for weging in beleid.weeg_zaak(actor, zaak, eigen_zaak=False)
        if weging and weging.regel.gegevensgroep == Gegevensgroep.DOCUMENT and weging.regel.niveau >= Niveau.KERN
    }


def _rollen_die_toevoegen(actor: Medewerker, zaak: Zaak) -> set[str]:
    """The roles by which the matrix lets him add documents to this zaak."""
    wegingen = beleid.weeg_zaak(actor, zaak, eigen_zaak=False, recht="document_toevoegen")
    return {weging.regel.rol.code for weging in wegingen if weging}
