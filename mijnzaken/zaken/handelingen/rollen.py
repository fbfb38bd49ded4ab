"""Who takes part in a zaak, as another system says it (ZGW zrc-019)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from autorisatie.actor import Actor
from autorisatie.fouten import Invoerfout
from autorisatie.handeling import handeling
from autorisatie.models import Partij
from autorisatie.vergrendeld import opnieuw
from catalogus import klok
from catalogus.models import OmschrijvingGeneriekRol, Roltype
from mijnzaken.zaken import afscherming, stappen
from mijnzaken.zaken.betrokkene import partij_van, zonder_bsn
from mijnzaken.zaken.gesloten import open_of_geforceerd
from mijnzaken.zaken.models import Rol, Zaak

EENMAAL = frozenset({OmschrijvingGeneriekRol.INITIATOR, OmschrijvingGeneriekRol.ZAAKCOORDINATOR})


@dataclass(frozen=True)
class Betrokkene:
    """A part in a zaak. ``identificatie`` is that of the standard for this ``soort``; ``partij`` is who it is, where
    the other system named a partij of ours. ``velden`` are those of the model.
    """

    roltype: Roltype
    soort: str
    identificatie: Mapping[str, Any] = field(default_factory=dict)
    partij: Partij | None = None
    velden: Mapping[str, Any] = field(default_factory=dict)


@handeling("zaak_bijwerken", op="zaken.Zaak")
def rol_vastleggen(actor: Actor, zaak: Zaak, betrokkene: Betrokkene) -> Rol:
    """Someone gets a part in the zaak; who has a number that we know him by, sees it in the portal when the roltype
    says so. A zaak has one initiator and one zaakcoordinator.
    """
    open_of_geforceerd(actor, zaak)
    roltype = betrokkene.roltype
    if roltype.zaaktype_id != zaak.zaaktype_id:
        raise Invoerfout({"": "Deze rol hoort niet bij het zaaktype van de zaak."}, {"": "zaaktype-mismatch"})
    generiek = roltype.omschrijving_generiek
    if generiek in EENMAAL and zaak.rollen.filter(roltype__omschrijving_generiek=generiek).exists():
        raise Invoerfout({"roltype": f"Deze zaak heeft al een {generiek}."}, {"roltype": "max-occurences"})
    partij = betrokkene.partij or partij_van(betrokkene.soort, betrokkene.identificatie)
    eerste = zaak.rollen.filter(partij=partij).first() if partij is not None else None
    rol: Rol = Rol.objects.create(
        zaak=zaak,
        roltype=roltype,
        partij=partij if eerste is None else None,
        zelfde_als=eerste,
        betrokkene_type=betrokkene.soort,
        betrokkene_identificatie=zonder_bsn(betrokkene.identificatie),
        registratiedatum=klok.nu(),
        ziet_zaak=roltype.ziet_zaak and partij is not None and eerste is None,
        **betrokkene.velden,
    )
    if eerste is not None and roltype.ziet_zaak and not eerste.ziet_zaak:
        eerste.ziet_zaak = True
        eerste.save(update_fields=["ziet_zaak"])
    _noem_aanvrager(zaak)
    afscherming.werk_bij(zaak)
    return rol


@handeling("zaak_bijwerken", op="zaken.Zaak")
def rol_verwijderen(actor: Actor, zaak: Zaak, rol: Rol) -> None:
    """Someone has no part in the zaak any more; another part that he has in it stays."""
    open_of_geforceerd(actor, zaak)
    eigen: Rol = opnieuw(zaak.rollen, rol)
    partij, volgende = eigen.partij, eigen.nog_een.order_by("pk").select_related("roltype").first()
    anderen = list(eigen.nog_een.exclude(pk=volgende.pk).values_list("pk", flat=True)) if volgende else []
    eigen.delete()
    if volgende is not None:
        volgende.partij, volgende.zelfde_als = partij, None
        volgende.ziet_zaak = volgende.roltype.ziet_zaak
        volgende.save(update_fields=["partij", "zelfde_als", "ziet_zaak"])
        zaak.rollen.filter(pk__in=anderen).update(zelfde_als=volgende)
    _noem_aanvrager(zaak)
    afscherming.werk_bij(zaak)


def _noem_aanvrager(zaak: Zaak) -> None:
    """The work list calls a zaak by its initiator."""
    rollen = zaak.rollen.select_related("partij", "zelfde_als__partij")
    initiator = rollen.filter(roltype__omschrijving_generiek=OmschrijvingGeneriekRol.INITIATOR).first()
    zaak.aanvragernaam = initiator.naam[:200] if initiator is not None else ""
    stappen.raak_aan(zaak, "aanvragernaam")
