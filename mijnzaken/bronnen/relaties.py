"""What the BRP says about who belongs to whom, kept so that a right can be decided without asking it.

Only relations between partijen that the municipality already knows are kept: a partner who never came is not
stored. When that partner comes, the relations are fetched again from that side, and both directions are looked
at when deciding.
"""

from django.db import transaction

from autorisatie.models import Partij, PartijRelatie
from autorisatie.versleuteling import zoekwaarde
from catalogus import klok
from mijnzaken.bronnen.gegevens import Relatie
from mijnzaken.bronnen.keuze import brp

REDEN = "relaties uit de BRP bijwerken"


def haal_relaties(partij: Partij) -> None:
    """Ask the BRP for this partij's relations and keep them; a company has none there. Raises BronNietBereikbaar."""
    if partij.bsn is not None:
        _bewaar(partij, brp().relaties(partij.bsn.tonen(), peildatum=klok.vandaag()))  # type: ignore[union-attr]


@transaction.atomic
def _bewaar(partij: Partij, relaties: list[Relatie]) -> None:
    nu = klok.nu()
    bekend = dict(
        Partij.objects.systeem(REDEN)
        .filter(bsn_zoekwaarde__in={zoekwaarde(relatie.bsn) for relatie in relaties})
        .exclude(pk=partij.pk)
        .values_list("bsn_zoekwaarde", "pk")
    )
    gehouden: list[int] = []
    for relatie in relaties:
        naar = bekend.get(zoekwaarde(relatie.bsn))
        if naar is None:
            continue
        rij, _ = PartijRelatie.objects.systeem(REDEN).update_or_create(
            van=partij,
            naar_id=naar,
            soort=relatie.soort,
            defaults={"bron": "brp", "begin": relatie.begin, "einde": None, "opgehaald_op": nu},
        )
        gehouden.append(rij.pk)
    # What the BRP no longer says has ended; the row stays, so that it can be told what held when.
    PartijRelatie.objects.systeem(REDEN).filter(van=partij, bron="brp", einde=None).exclude(pk__in=gehouden).update(
        einde=klok.vandaag(), opgehaald_op=nu
    )
