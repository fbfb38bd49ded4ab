"""Keeping partijen in step with the registers: who was never asked about, and then whose turn it is."""

from datetime import timedelta
from functools import partial

from django.db.models import Exists, OuterRef, Q

from autorisatie.inloggen import eerste_keer
from autorisatie.models import Gebruiker, Machtiging, Partij
from catalogus import klok
from mijnzaken.aanstoot import stoot_aan
from mijnzaken.bronnen.client import BronNietBereikbaar
from mijnzaken.bronnen.gebeurtenissen import verwerk
from mijnzaken.bronnen.models import Bronstand
from mijnzaken.bronnen.partijen import haal_partij
from mijnzaken.bronnen.relaties import haal_relaties
from mijnzaken.bronnen.vertegenwoordigers import haal_vertegenwoordigers

REDEN = "bijwerken uit de basisregistraties"
VERS = timedelta(days=30)
# Whose circle decides what he may not see (Awb 2:4), and for whom somebody acts: a death or a birthday ends that.
VERS_DAGELIJKS = timedelta(days=1)
EERSTE_WACHT = timedelta(minutes=2)
LANGSTE_WACHT = timedelta(hours=6)


def werk_bij(partij_pk: int) -> bool:
    """Name, address and relations of this partij, as the registers have them now. ``False``: it stays to be done."""
    partij = Partij.objects.systeem(REDEN).filter(pk=partij_pk).first()
    if partij is None or (partij.bsn is None and not partij.kvk_nummer):
        return True
    try:
        haal_partij(partij)
        haal_relaties(partij)
        haal_vertegenwoordigers(partij)
    except BronNietBereikbaar:
        _later(partij)
        return False
    verwerk(partij)
    medewerker = Gebruiker.objects.filter(partij=partij, is_active=True).exists()
    nu = klok.nu()
    Bronstand.objects.systeem(REDEN).update_or_create(
        partij=partij,
        defaults={
            "opgehaald_op": nu,
            "pogingen": 0,
            "volgende_poging": nu + (VERS_DAGELIJKS if medewerker or _vertegenwoordigt(partij) else VERS),
        },
    )
    return True


def _vertegenwoordigt(partij: Partij) -> bool:
    rijen = Machtiging.objects.systeem(REDEN).filter(beeindigd_op=None, aanvaard_op__isnull=False)
    return bool(rijen.filter(gever=partij).exists() or rijen.filter(gemachtigde=partij).exists())


def aan_de_beurt(hoeveel: int) -> list[int]:
    """Partijen that a register knows and that were never asked about, and then those whose turn it is."""
    nooit = ~Exists(Bronstand.objects.systeem(REDEN).filter(partij=OuterRef("pk")))
    partijen = Partij.objects.systeem(REDEN).filter(
        nooit, Q(bsn_zoekwaarde__isnull=False) | ~Q(kvk_nummer=""), indicatie_actief=True
    )
    nieuw = list(partijen.order_by("pk").values_list("pk", flat=True)[:hoeveel])
    oud = (
        Bronstand.objects.systeem(REDEN)
        .filter(volgende_poging__lte=klok.nu())
        .order_by("volgende_poging")
        .values_list("partij_id", flat=True)[: hoeveel - len(nieuw)]
    )
    return [*nieuw, *oud]


def _later(partij: Partij) -> None:
    stand, _ = Bronstand.objects.systeem(REDEN).get_or_create(partij=partij, defaults={"volgende_poging": klok.nu()})
    stand.volgende_poging = klok.nu() + min(EERSTE_WACHT * 2 ** min(stand.pogingen, 10), LANGSTE_WACHT)
    stand.pogingen = min(stand.pogingen + 1, 1000)
    stand.save(update_fields=["pogingen", "volgende_poging"])


eerste_keer.registreer(partial(stoot_aan, "mijnzaken.bronnen.tasks.werk_relaties_bij"))
