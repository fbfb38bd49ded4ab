"""The handelingen around the logbook: who is a known person, a signal that was looked at, an export for an inquiry."""

from typing import Any

from autorisatie import logboek
from autorisatie.actor import Actor, Medewerker
from autorisatie.fouten import GeenRecht, Invoerfout, OnjuisteToestand
from autorisatie.handeling import aantekenen, handeling
from autorisatie.models import Partij, Signaal
from catalogus import klok

FG = "De functionaris gegevensbescherming"
DOEL = "controle op het gebruik van gegevens"


@handeling("bekend_persoon_merken", op="autorisatie.Partij")
def bekend_persoon_merken(actor: Actor, partij: Partij, *, bekend: bool, reden: str) -> Partij:
    """Reading about this person is looked at from now on, or no longer."""
    if not reden.strip():
        raise Invoerfout({"reden": "Schrijf op waarom."})
    partij.bekend_persoon = bekend
    partij.save(update_fields=["bekend_persoon"])
    aantekenen(bekend=bekend, reden=reden[:200])
    return partij


@handeling("opvallend_bekijken")
def signaal_bekijken(actor: Actor, signaal: Signaal, *, opmerking: str) -> Signaal:
    """Somebody looked at this signal and says what it was."""
    if not isinstance(actor, Medewerker):
        raise GeenRecht("Alleen een medewerker bekijkt een signaal.")
    if signaal.gebruiker_id == actor.gebruiker.pk:
        raise GeenRecht("Dit signaal gaat over uzelf. Een ander moet ernaar kijken.")
    rij = Signaal.objects.select_for_update().get(pk=signaal.pk)
    if rij.bekeken_op is not None:
        raise OnjuisteToestand("Iemand heeft dit signaal al bekeken.")
    if not opmerking.strip():
        raise Invoerfout({"opmerking": "Schrijf op wat u zag."})
    rij.bekeken_door, rij.bekeken_op, rij.opmerking = actor.gebruiker, klok.nu(), opmerking.strip()
    rij.save(update_fields=["bekeken_door", "bekeken_op", "opmerking"])
    aantekenen(signaal=str(rij.uuid), soort=rij.soort)
    return rij


@handeling("logboek_exporteren")
def logboek_exporteren(actor: Actor, *, reden: str, gezocht: dict[str, Any], betrokkenen: list[int], vorm: str) -> None:
    """That lines of the log leave the program, why, and about whom was asked: those persons may read it."""
    if not reden.strip():
        raise Invoerfout({"reden": "Schrijf op waarvoor u dit afschrift nodig hebt."})
    aantekenen(reden=reden[:300], vorm=vorm, **gezocht)
    if betrokkenen:
        logboek.leg_lezing_vast(actor, "logboek_exporteren", partijen=betrokkenen, doel=DOEL, door=FG)
