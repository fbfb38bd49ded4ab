"""The handelingen that end a process without a successor: one person proposes the day, another decides.

From that day on nobody can apply; zaken that run go on, on their own version. The two rights are those of making a
version and of publishing it.
"""

from datetime import date

from autorisatie.actor import Actor, Medewerker
from autorisatie.fouten import GeenRecht, Invoerfout, OnjuisteToestand
from autorisatie.handeling import aantekenen, handeling
from autorisatie.models import Gebruiker
from catalogus import klok, versies
from catalogus.models import Proces, Zaaktype
from mijnzaken.inrichting import meldingen


@handeling("zaaktype_wijzigen")
def einde_voorstellen(actor: Actor, versie: Zaaktype, *, proces: Proces, per: date, reden: str) -> Zaaktype:
    """``per`` is the first day on which nobody can apply. Raises Invoerfout at the fields."""
    rij = _op_slot(versie)
    if rij.concept or rij.einde_geldigheid is not None:
        raise OnjuisteToestand("Alleen een versie die geldt en nog geen einde heeft, kan eindigen.")
    if per <= max(klok.vandaag(), rij.begin_geldigheid):
        raise Invoerfout({"per": "Kies een dag na vandaag, en na het begin van deze versie."})
    if not reden.strip():
        raise Invoerfout({"reden": "Schrijf op waarom dit proces stopt."})
    rij.einde_voorgesteld, rij.einde_voorgesteld_door_id = per, _wie(actor).pk
    rij.einde_reden = reden.strip()[:500]
    rij.save(update_fields=["einde_voorgesteld", "einde_voorgesteld_door_id", "einde_reden"])
    meldingen.meld_einde_voorgesteld(rij, _wie(actor))
    aantekenen(proces=proces.identificatie, versie=rij.versienummer, per=per.isoformat())
    return rij


@handeling("zaaktype_publiceren")
def einde_vaststellen(actor: Actor, versie: Zaaktype, *, proces: Proces) -> Zaaktype:
    """The proposal holds from now on. Nobody decides on what he proposed, nor with a second account."""
    rij = _voorstel(versie)
    if any(_wie(actor).is_dezelfde_als(g) for g in Gebruiker.objects.filter(pk=rij.einde_voorgesteld_door_id or 0)):
        raise GeenRecht("U stelde dit zelf voor. Laat een ander het vaststellen.")
    per = rij.einde_voorgesteld
    if per is None or per <= klok.vandaag():
        raise OnjuisteToestand("De voorgestelde dag is voorbij. Vraag een nieuw voorstel.")
    try:
        versies.beeindig(rij, per=per)
    except versies.KanNiet as fout:
        raise OnjuisteToestand(str(fout)) from fout
    aantekenen(proces=proces.identificatie, versie=rij.versienummer, per=per.isoformat())
    return rij


@handeling("zaaktype_terugsturen")
def einde_afwijzen(actor: Actor, versie: Zaaktype, *, proces: Proces) -> Zaaktype:
    """The process goes on, and who proposed to end it hears that."""
    rij, per = _haal_weg(versie, proces)
    meldingen.meld_einde_afgewezen(rij, per, _wie(actor))
    return rij


@handeling("zaaktype_wijzigen")
def einde_intrekken(actor: Actor, versie: Zaaktype, *, proces: Proces) -> Zaaktype:
    """By who proposes: it was a mistake."""
    rij, _per = _haal_weg(versie, proces)
    return rij


def _haal_weg(versie: Zaaktype, proces: Proces) -> tuple[Zaaktype, date | None]:
    """With the day that was proposed."""
    rij = _voorstel(versie)
    per, rij.einde_voorgesteld = rij.einde_voorgesteld, None
    rij.save(update_fields=["einde_voorgesteld"])
    aantekenen(proces=proces.identificatie, versie=rij.versienummer)
    return rij, per


def _voorstel(versie: Zaaktype) -> Zaaktype:
    rij = _op_slot(versie)
    if rij.einde_voorgesteld is None:
        raise OnjuisteToestand("Er is geen voorstel om dit proces te stoppen.")
    return rij


def _op_slot(versie: Zaaktype) -> Zaaktype:
    """Publishing takes the same lock: a successor and an end never pass each other."""
    Proces.objects.select_for_update().get(pk=versie.proces_id)
    return Zaaktype.objects.select_related("proces").get(pk=versie.pk)


def _wie(actor: Actor) -> Gebruiker:
    if not isinstance(actor, Medewerker):
        raise GeenRecht("Alleen een medewerker stopt een proces.")
    return actor.gebruiker
