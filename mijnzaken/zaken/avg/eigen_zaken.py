"""The zaken of the person who uses one of his rights, as far as the employee who handles that may know of them."""

from typing import Any

from autorisatie.actor import Medewerker
from autorisatie.fouten import OnjuisteToestand
from autorisatie.models import Partij
from catalogus.models import OmschrijvingGeneriekRol
from mijnzaken.zaken import deur
from mijnzaken.zaken.handelingen.taken import aanvrager
from mijnzaken.zaken.models import Rol, Zaak

REDEN = "de zaken van wie een beroep doet op de AVG"


def betrokkene(verzoek: Zaak) -> Partij:
    """Who asked; refuses a request of somebody who is not known."""
    partij = aanvrager(verzoek)
    if partij is None:
        raise OnjuisteToestand("Van dit verzoek is niet bekend wie het deed.")
    return partij


def zaken_van(actor: Medewerker, verzoek: Zaak, partij: Partij) -> Any:
    """His zaken but this request itself, and none that is shielded for others or of the employee's own circle."""
    return deur.niet_dicht(_alle(verzoek, partij), actor).order_by("pk")


def gevraagde_zaken(actor: Medewerker, verzoek: Zaak, partij: Partij) -> Any:
    """Those of them that he asked for himself: in another's zaak the data are that other's."""
    zelf = Rol.objects.systeem(REDEN).filter(
        partij=partij, roltype__omschrijving_generiek=OmschrijvingGeneriekRol.INITIATOR
    )
    return zaken_van(actor, verzoek, partij).filter(pk__in=zelf.values("zaak"))


def er_is_meer(actor: Medewerker, verzoek: Zaak, partij: Partij) -> bool:
    """Are there zaken of this person that this employee may not know of?"""
    alle = _alle(verzoek, partij)
    return bool(alle.exclude(pk__in=deur.niet_dicht(alle, actor).values("pk")).exists())


def _alle(verzoek: Zaak, partij: Partij) -> Any:
    rollen = Rol.objects.systeem(REDEN).filter(partij=partij, ziet_zaak=True)
    return Zaak.objects.systeem(REDEN).filter(pk__in=rollen.values("zaak")).exclude(pk=verzoek.pk)
