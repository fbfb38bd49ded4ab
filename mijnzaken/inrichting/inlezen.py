"""The handelingen by which a zaaktype from a file becomes a concept.

Reading in is a way of writing: who may not make or change a version by hand, may not do it with a file either. Nothing
is published, and who read it in is its author.
"""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from django.db.models import ProtectedError, QuerySet

from autorisatie.actor import Actor, Medewerker
from autorisatie.fouten import Achterhaald, BestaatNiet, Invoerfout, OnjuisteToestand
from autorisatie.handeling import aantekenen, handeling
from catalogus import klok
from catalogus.models import Inlezing, Proces, Zaaktype
from catalogus.uitwisseling.fouten import OnbruikbaarBestand
from catalogus.uitwisseling.gelezen import Gelezen
from catalogus.uitwisseling.lezen import lees_los
from catalogus.uitwisseling.voorstel import Voorstel, stel_voor, voer_uit
from mijnzaken.inrichting.processen import maak_proces

BEWAARD = timedelta(days=30)  # how long what was read waits to be taken over


@handeling("zaaktype_versie_maken")
def bestand_inlezen(actor: Actor, bestand: str, gelezen: Iterable[Gelezen]) -> list[Inlezing]:
    """Keep what stood in a file for who read it, in the place of what he read before."""
    wie = _wie(actor)
    Inlezing.objects.filter(door_id=wie).delete()
    Inlezing.objects.filter(gelezen_op__lt=klok.nu() - BEWAARD).delete()
    rijen = Inlezing.objects.bulk_create(
        Inlezing(
            door_id=wie,
            nummer=nummer,
            bestand=bestand[:200],
            soort=een.soort,
            identificatie=een.identificatie,
            naam=een.naam,
            tekst=een.tekst,
            meldingen=een.meldingen,
            gelezen_op=klok.nu(),
        )
        for nummer, een in enumerate(gelezen, start=1)
    )
    aantekenen(bestand=bestand[:200], zaaktypen=len(rijen))
    return rijen


def van_wie(actor: Actor) -> QuerySet[Inlezing]:
    """What this person read, without the texts."""
    return Inlezing.objects.filter(door_id=_wie(actor)).defer("tekst", "meldingen")


def ingelezen(actor: Actor, nummer: int) -> Inlezing:
    """What this person read and keeps under this number. Raises BestaatNiet."""
    rij = Inlezing.objects.filter(door_id=_wie(actor), nummer=nummer).first()
    if rij is None:
        raise BestaatNiet
    return rij


def voorstel_van(inlezing: Inlezing) -> Voorstel:
    """What taking it over would do now. Raises OnbruikbaarBestand."""
    return stel_voor(lees_los(inlezing.bestand, inlezing.tekst.encode()), inlezing.identificatie)


@handeling("zaaktype_versie_maken")
def zaaktype_inlezen(
    actor: Actor, nummer: int, *, gezien: str, proces: Proces | None = None, waarden: Mapping[str, Any] | None = None
) -> Zaaktype:
    """A concept out of a file: a new process with ``waarden``, or the next version of ``proces``.

    ``gezien`` is the mark of the proposal that was agreed to. Raises Achterhaald when it is another one by now,
    Invoerfout at the fields of a new process, OnbruikbaarBestand for what the database refuses.
    """
    voorstel = _nog_zo(actor, nummer, gezien, proces)
    if voorstel.vervangt is not None or (proces is None and waarden is None):
        raise Achterhaald(_VERANDERD)
    return _neem_over(actor, voorstel, proces or maak_proces(waarden or {}))


@handeling("zaaktype_wijzigen")
def concept_inlezen(actor: Actor, nummer: int, *, gezien: str, proces: Proces) -> Zaaktype:
    """Give the concept of ``proces`` the contents of a file. Raises as ``zaaktype_inlezen`` does."""
    voorstel = _nog_zo(actor, nummer, gezien, proces)
    if voorstel.vervangt is None:
        raise Achterhaald(_VERANDERD)
    return _neem_over(actor, voorstel, proces)


_VERANDERD = "Er is hier iets veranderd sinds u dit zag. Bekijk opnieuw wat er gaat gebeuren."


def _nog_zo(actor: Actor, nummer: int, gezien: str, proces: Proces | None) -> Voorstel:
    if proces is not None:
        Proces.objects.select_for_update().get(pk=proces.pk)  # two who read in at once: one after the other
    try:
        voorstel = voorstel_van(ingelezen(actor, nummer))
    except OnbruikbaarBestand as fout:
        raise Invoerfout({"__all__": str(fout)}) from fout
    if voorstel.merk != gezien or voorstel.proces != proces:
        raise Achterhaald(_VERANDERD)
    return voorstel


def _neem_over(actor: Actor, voorstel: Voorstel, proces: Proces) -> Zaaktype:
    try:
        versie = voer_uit(voorstel, proces, auteur_id=_wie(actor))
    except OnbruikbaarBestand as fout:
        raise Invoerfout({"__all__": str(fout)}) from fout
    except ProtectedError as fout:
        raise OnjuisteToestand("Er zijn al zaken op dit concept. Lees het bestand in als die weg zijn.") from fout
    aantekenen(proces=proces.identificatie, versie=versie.versienummer, soorten=len(voorstel.nieuw))
    return versie


def _wie(actor: Actor) -> int:
    if not isinstance(actor, Medewerker):
        raise BestaatNiet
    return int(actor.gebruiker.pk)
