"""What the BRP says about who belongs to whom, kept so that a right can be decided without asking it.

Only relations between partijen that the municipality already knows are kept: a partner who never came is not
stored. When that partner comes, the relations are fetched again from that side, and both directions are looked
at when deciding.
"""

from datetime import timedelta

from django.db import transaction

from autorisatie.models import Partij, PartijRelatie
from autorisatie.versleuteling import zoekwaarde
from catalogus import klok
from mijnzaken.bronnen.client import BronNietBereikbaar
from mijnzaken.bronnen.gegevens import Relatie
from mijnzaken.bronnen.keuze import brp
from mijnzaken.bronnen.models import Bronstand

REDEN = "relaties uit de BRP bijwerken"
VERS = timedelta(days=1)  # relations are asked again after a day
EERSTE_WACHT = timedelta(minutes=2)
LANGSTE_WACHT = timedelta(hours=6)


def haal_relaties(partij_pk: int) -> bool:
    """Ask the BRP for this partij's relations and keep them. ``False`` when the BRP did not answer: it stays to be
    done.
    """
    partij = Partij.objects.systeem(REDEN).filter(pk=partij_pk).first()
    if partij is None or partij.bsn is None:
        return True
    try:
        relaties = brp().relaties(partij.bsn.tonen(), peildatum=klok.vandaag())  # type: ignore[union-attr]
    except BronNietBereikbaar:
        _later(partij)
        return False
    _bewaar(partij, relaties)
    return True


def aan_de_beurt(hoeveel: int) -> list[int]:
    """Partijen with a BSN that were never asked about, and then those whose turn it is."""
    partijen = Partij.objects.systeem(REDEN).filter(bsn_zoekwaarde__isnull=False, indicatie_actief=True)
    nieuw = list(partijen.filter(bronstand=None).order_by("pk").values_list("pk", flat=True)[:hoeveel])
    oud = (
        Bronstand.objects.systeem(REDEN)
        .filter(volgende_poging__lte=klok.nu())
        .order_by("volgende_poging")
        .values_list("partij_id", flat=True)[: hoeveel - len(nieuw)]
    )
    return [*nieuw, *oud]


def _later(partij: Partij) -> None:
    stand, _ = Bronstand.objects.systeem(REDEN).get_or_create(partij=partij, defaults={"volgende_poging": klok.nu()})
    wacht = min(EERSTE_WACHT * 2 ** min(stand.pogingen, 10), LANGSTE_WACHT)
    stand.pogingen = min(stand.pogingen + 1, 1000)
    stand.volgende_poging = klok.nu() + wacht
    stand.save(update_fields=["pogingen", "volgende_poging"])


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
    Bronstand.objects.systeem(REDEN).update_or_create(
        partij=partij, defaults={"opgehaald_op": nu, "pogingen": 0, "volgende_poging": nu + VERS}
    )
