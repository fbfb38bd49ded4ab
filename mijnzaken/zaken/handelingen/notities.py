"""Notes that another system writes with a zaak (ZGW ``ZaakNotitie`` 1.7). Definitive ones never vanish."""

from collections.abc import Mapping
from typing import Any

from autorisatie.actor import Actor
from autorisatie.fouten import OnjuisteToestand
from autorisatie.handeling import handeling
from autorisatie.vergrendeld import opnieuw
from catalogus import klok
from mijnzaken.zaken import stappen
from mijnzaken.zaken.gesloten import open_of_geforceerd
from mijnzaken.zaken.models import Notitie, Zaak

CONCEPT = "concept"


@handeling("zaak_bijwerken", op="zaken.Zaak")
def notitie_vastleggen(actor: Actor, zaak: Zaak, velden: Mapping[str, Any]) -> Notitie:
    """A note that colleagues read with those of their own."""
    open_of_geforceerd(actor, zaak)
    nu = klok.nu()
    notitie: Notitie = Notitie.objects.create(zaak=zaak, aanmaakdatum=nu, wijzigingsdatum=nu, **velden)
    stappen.raak_aan(zaak)
    return notitie


@handeling("zaak_bijwerken", op="zaken.Zaak")
def notitie_wijzigen(actor: Actor, zaak: Zaak, notitie: Notitie, velden: Mapping[str, Any]) -> Notitie:
    """A concept becomes another text, or definitive."""
    open_of_geforceerd(actor, zaak)
    eigen = _concept(zaak, notitie)
    for naam, waarde in velden.items():
        setattr(eigen, naam, waarde)
    eigen.wijzigingsdatum = klok.nu()
    eigen.save(update_fields=[*velden, "wijzigingsdatum"])
    stappen.raak_aan(zaak)
    return eigen


@handeling("zaak_bijwerken", op="zaken.Zaak")
def notitie_verwijderen(actor: Actor, zaak: Zaak, notitie: Notitie) -> None:
    """A concept goes; what is definitive stays."""
    open_of_geforceerd(actor, zaak)
    _concept(zaak, notitie).delete()
    stappen.raak_aan(zaak)


def _concept(zaak: Zaak, notitie: Notitie) -> Notitie:
    eigen: Notitie = opnieuw(zaak.notities, notitie)
    if eigen.status != CONCEPT:
        raise OnjuisteToestand("Een definitieve notitie verandert niet en gaat niet weg.", code="notitie-definitief")
    return eigen
