"""The handelingen on other systems: a new one, its secrets, and the end of it. What it may is a proposal.

A secret is made here and given back once; it opens nothing before the proposal that it came with is approved, and the
secret that it replaces stays good for as many days as were asked.
"""

from secrets import token_urlsafe
from uuid import UUID

from django.db import IntegrityError, transaction

from autorisatie.actor import Actor
from autorisatie.fouten import Invoerfout, OnjuisteToestand
from autorisatie.handeling import aantekenen, handeling
from autorisatie.models import Applicatie, Clientnaam, Toegangsvoorstel
from autorisatie.versleuteling import Geheim
from mijnzaken.inrichting.toegangsvoorstel import begin, dien_in, haal, wie

GEHEIM_BYTES = 48  # 64 characters: more than HS256 (256 bits) can use
OVERLAP_HOOGSTENS = 30  # days


@handeling("applicatie_aanmaken")
def applicatie_aanmaken(actor: Actor, *, client_id: str, label: str) -> tuple[Toegangsvoorstel, str]:
    """A system that may nothing yet, with a first proposal and the secret of it, which is told this once.

    Raises Invoerfout when another system has this client_id.
    """
    maker = wie(actor)
    if is_vergeven(client_id):
        raise Invoerfout({"client_id": "Een ander systeem heeft dit client-id. Kies een ander."})
    try:
        with transaction.atomic():
            applicatie = Applicatie.objects.create(client_id=client_id, label=label, is_active=False)
    except IntegrityError:
        raise Invoerfout({"client_id": "Een ander systeem heeft dit client-id. Kies een ander."}) from None
    voorstel, geheim = begin(maker, applicatie), token_urlsafe(GEHEIM_BYTES)
    voorstel.geheim = Geheim.van(geheim)
    voorstel.save(update_fields=["geheim"])
    aantekenen(applicatie=client_id)
    return voorstel, geheim


@handeling("applicatie_geheim_vernieuwen")
def applicatie_geheim_vernieuwen(
    actor: Actor, applicatie: Applicatie | UUID, *, overlap_dagen: int, reden: str
) -> tuple[Toegangsvoorstel, str]:
    """A new secret, told this once, in a proposal that waits for another person; all else stays as it is."""
    if not 0 <= overlap_dagen <= OVERLAP_HOOGSTENS:
        raise Invoerfout({"overlap_dagen": f"Kies 0 tot en met {OVERLAP_HOOGSTENS} dagen."})
    rij = haal(applicatie)
    voorstel, geheim = begin(wie(actor), rij), token_urlsafe(GEHEIM_BYTES)
    voorstel.geheim, voorstel.overlap_dagen = Geheim.van(geheim), overlap_dagen
    voorstel.save(update_fields=["geheim", "overlap_dagen"])
    aantekenen(applicatie=rij.client_id)
    return dien_in(voorstel, reden), geheim


@handeling("applicatie_geheim_intrekken")
def applicatie_geheim_intrekken(actor: Actor, applicatie: Applicatie | UUID) -> Applicatie:
    """The old secret is not good any more, at once: one person is enough, for nobody gains."""
    wie(actor)
    rij = haal(applicatie, vergrendel=True)
    if not rij.vorig_geheim_loopt:
        raise OnjuisteToestand("Het oude geheim geldt al niet meer.")
    rij.vorig_geheim, rij.vorig_geheim_tot = None, None
    rij.save(update_fields=["vorig_geheim", "vorig_geheim_tot"])
    aantekenen(applicatie=rij.client_id)
    return rij


@handeling("applicatie_stoppen")
def applicatie_stoppen(actor: Actor, applicatie: Applicatie | UUID, *, reden: str) -> Applicatie:
    """It may nothing any more, at once: one person is enough. To begin again it needs a proposal, and a new secret."""
    wie(actor)
    rij = haal(applicatie, vergrendel=True)
    if not rij.is_active:
        raise OnjuisteToestand("Deze applicatie is al gestopt.")
    if not reden.strip():
        raise Invoerfout({"reden": "Schrijf op waarom."})
    rij.is_active, rij.versie = False, rij.versie + 1
    rij.geheim = rij.vorig_geheim = rij.vorig_geheim_tot = None
    rij.save(update_fields=["is_active", "versie", "geheim", "vorig_geheim", "vorig_geheim_tot"])
    aantekenen(applicatie=rij.client_id, reden=reden.strip()[:500])
    return rij


def is_vergeven(client_id: str, *, behalve: Applicatie | None = None) -> bool:
    """Does a system have this name already, as its own or as one more?"""
    eigen, meer = Applicatie.objects.filter(client_id=client_id), Clientnaam.objects.filter(client_id=client_id)
    if behalve is not None:
        eigen, meer = eigen.exclude(pk=behalve.pk), meer.exclude(applicatie=behalve)
    return eigen.exists() or meer.exists()
