"""The handelingen on inquiries: open, approve by another, release. No line of the log changes by any of them."""

from collections.abc import Iterable

from django.db import IntegrityError, transaction

from autorisatie.actor import Actor, Medewerker
from autorisatie.fouten import GeenRecht, Invoerfout
from autorisatie.handeling import aantekenen, handeling
from autorisatie.models import Gebruiker, Onderzoek, Onderzoeker, Onderzoekspartij, Partij
from catalogus import klok


@handeling("onderzoek_openen")
def onderzoek_openen(
    actor: Actor, *, kenmerk: str, reden: str, partijen: Iterable[Partij], onderzoekers: Iterable[Gebruiker]
) -> Onderzoek:
    """It withholds nothing before another person approved it.

    Raises Invoerfout for a reference that exists, or when it is about nobody or conducted by nobody.
    """
    over, door = list(partijen), list(onderzoekers)
    if not over or not door:
        leeg = {} if over else {"nummers": "Vul minstens één nummer in."}
        raise Invoerfout(leeg | ({} if door else {"onderzoekers": "Kies minstens één medewerker."}))
    if not isinstance(actor, Medewerker):
        raise GeenRecht("Alleen een medewerker opent een onderzoek.")
    try:
        with transaction.atomic():
            onderzoek: Onderzoek = Onderzoek.objects.create(
                kenmerk=kenmerk, reden=reden, geopend_door=actor.gebruiker, geopend_op=klok.nu()
            )
    except IntegrityError:
        raise Invoerfout({"kenmerk": "Dit kenmerk is al gebruikt. Kies een ander."}) from None
    Onderzoekspartij.objects.bulk_create(Onderzoekspartij(onderzoek=onderzoek, partij=partij) for partij in over)
    Onderzoeker.objects.bulk_create(Onderzoeker(onderzoek=onderzoek, gebruiker=gebruiker) for gebruiker in door)
    aantekenen(kenmerk=kenmerk, onderzoekers=len(door), betrokkenen=len(over))
    return onderzoek


@handeling("onderzoek_goedkeuren", op="autorisatie.Onderzoek")
def onderzoek_goedkeuren(actor: Actor, onderzoek: Onderzoek) -> Onderzoek:
    """From now on it withholds. Raises GeenRecht for who opened it or conducts it: two pairs of eyes."""
    if not isinstance(actor, Medewerker):
        raise GeenRecht("Alleen een medewerker keurt een onderzoek goed.")
    if onderzoek.geopend_door_id == actor.gebruiker.pk:
        raise GeenRecht("U opende dit onderzoek zelf. Een ander moet het goedkeuren.")
    if onderzoek.onderzoekers.filter(gebruiker=actor.gebruiker).exists():
        raise GeenRecht("U voert dit onderzoek zelf uit. Een ander moet het goedkeuren.")
    onderzoek.goedgekeurd_door, onderzoek.goedgekeurd_op = actor.gebruiker, klok.nu()
    onderzoek.save(update_fields=["goedgekeurd_door", "goedgekeurd_op"])
    aantekenen(kenmerk=onderzoek.kenmerk)
    return onderzoek


@handeling("onderzoek_vrijgeven", op="autorisatie.Onderzoek")
def onderzoek_vrijgeven(actor: Actor, onderzoek: Onderzoek, *, reden: str) -> Onderzoek:
    """The inquiry is over, or was never approved: its subjects may read what was withheld, and that it was."""
    if not isinstance(actor, Medewerker):
        raise GeenRecht("Alleen een medewerker geeft een onderzoek vrij.")
    onderzoek.vrijgegeven_door, onderzoek.vrijgegeven_op = actor.gebruiker, klok.nu()
    onderzoek.vrijgave_reden = reden
    onderzoek.save(update_fields=["vrijgegeven_door", "vrijgegeven_op", "vrijgave_reden"])
    aantekenen(kenmerk=onderzoek.kenmerk)
    return onderzoek
