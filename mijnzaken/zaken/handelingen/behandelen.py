"""Handling: take, give, pass on, write notes, step by step."""

from typing import Any

from autorisatie.actor import Actor, Medewerker
from autorisatie.fouten import Invoerfout, OnjuisteToestand
from autorisatie.handeling import aantekenen, handeling
from autorisatie.models import Gebruiker, Toekenning
from catalogus import klok
from catalogus.models import Fase, Statustype, Team
from mijnzaken.zaken import berichtgeving, stappen
from mijnzaken.zaken.aanmaken import zet_behandelaar
from mijnzaken.zaken.handelingen.taken import plaats_taken_van
from mijnzaken.zaken.handelingen.termijnen import zet_stil_bij
from mijnzaken.zaken.models import Notitie, Zaak
from mijnzaken.zaken.regels import mag_behandelen, mag_gekozen_worden
from mijnzaken.zaken.waarde import zet_waarde


@handeling("in_behandeling_nemen", op="zaken.Zaak")
def in_behandeling_nemen(actor: Medewerker, zaak: Zaak) -> Zaak:
    """Take a zaak oneself and start on it."""
    mag_behandelen(zaak, actor.gebruiker)
    zet_behandelaar(zaak, actor.gebruiker)
    stappen.ga_naar(zaak, Fase.IN_BEHANDELING)
    na_stap(actor, zaak)
    return zaak


@handeling("toewijzen", op="zaken.Zaak")
def toewijzen(actor: Actor, zaak: Zaak, gebruiker: Gebruiker | None) -> Zaak:
    """Give the zaak to a member of its team, or back to the team (``None``)."""
    if gebruiker is not None:
        if gebruiker.pk not in set(teamleden(zaak.team).values_list("pk", flat=True)):
            raise Invoerfout({"gebruiker": f"Kies iemand van team {zaak.team}."})
        mag_gekozen_worden(zaak, gebruiker)
    zet_behandelaar(zaak, gebruiker)
    aantekenen(aan=gebruiker.pk if gebruiker else None)
    return zaak


@handeling("overdragen", op="zaken.Zaak")
def overdragen(actor: Actor, zaak: Zaak, team: Team, *, reden: str) -> Zaak:
    """Pass the zaak on to another team, chosen from the list."""
    if team.pk == zaak.team_id:
        raise Invoerfout({"team": f"De zaak is al bij team {team}."})
    aantekenen(van_team=zaak.team_id, naar_team=team.pk)
    zet_behandelaar(zaak, None)
    zaak.team = team
    stappen.raak_aan(zaak, "team")
    noteer(actor, zaak, f"Overgedragen aan team {team}", reden)
    return zaak


@handeling("stap_zetten", op="zaken.Zaak")
def stap_zetten(actor: Actor, zaak: Zaak, statustype: Statustype, *, toelichting: str = "") -> Zaak:
    """Go to a sub-step of the phase the zaak is in; the resident reads its words."""
    alle = stappen.statustypen(zaak)
    if statustype not in alle or stappen.fase_van(statustype, alle) != zaak.fase:
        raise Invoerfout({"statustype": "Kies een stap die bij deze fase hoort."})
    _mag_verder(zaak, statustype)
    stappen.zet_stap(zaak, statustype, toelichting)
    if statustype.informeren:
        berichtgeving.meld_status(zaak, statustype)
    plaats_taken_van(zaak, statustype)
    zet_stil_bij(actor, zaak, statustype)
    return zaak


def _mag_verder(zaak: Zaak, statustype: Statustype) -> None:
    """A step back is free; a step forward waits for a task that blocks."""
    huidig = stappen.huidige_status(zaak)
    if huidig is not None and statustype.volgnummer > huidig.statustype.volgnummer and (belet := zaak.belet_van_taak()):
        raise OnjuisteToestand(belet)


@handeling("gegeven_wijzigen", op="zaken.Zaak")
def gegeven_wijzigen(actor: Actor, zaak: Zaak, naam: str, waarde: Any, *, reden: str) -> Zaak:
    """A new version of a value; the older one stays."""
    gegeven = zaak.zaaktype.gegevens.filter(naam=naam).first()
    if gegeven is None:
        raise Invoerfout({"gegeven": "Dit gegeven hoort niet bij deze zaak."})
    zet_waarde(zaak, gegeven, waarde)
    stappen.raak_aan(zaak)
    noteer(actor, zaak, f"Gegeven gewijzigd: {gegeven.label}", reden)
    return zaak


@handeling("notitie_schrijven", op="zaken.Zaak")
def notitie_schrijven(actor: Actor, zaak: Zaak, *, onderwerp: str, tekst: str) -> Notitie:
    """A note for colleagues. Notes never vanish: there is no handeling that changes or removes one."""
    if not tekst.strip():
        raise Invoerfout({"tekst": "Schrijf eerst de tekst van de notitie."})
    stappen.raak_aan(zaak)  # a second click is told, and makes no second note
    return noteer(actor, zaak, onderwerp or "Notitie", tekst)


def noteer(actor: Actor, zaak: Zaak, onderwerp: str, tekst: str) -> Notitie:
    nu = klok.nu()
    notitie: Notitie = Notitie.objects.create(
        zaak=zaak,
        onderwerp=onderwerp[:255],
        tekst=tekst,
        aangemaakt_door=actor.gebruiker if isinstance(actor, Medewerker) else None,
        aanmaakdatum=nu,
        wijzigingsdatum=nu,
    )
    return notitie


def na_stap(actor: Actor, zaak: Zaak) -> None:
    """What a new status brings with it: its tasks, word to the resident when the statustype says so, and a term that
    stands still.
    """
    status = stappen.huidige_status(zaak)
    if status is None:
        return
    plaats_taken_van(zaak, status.statustype)
    if status.statustype.informeren and zaak.fase != Fase.AFGEROND:
        berichtgeving.meld_status(zaak, status.statustype)
    zet_stil_bij(actor, zaak, status.statustype)


def teamleden(team: Team) -> Any:
    """Who holds a current grant in this team."""
    return Gebruiker.objects.filter(
        pk__in=Toekenning.objects.filter(Toekenning.geldend(), team=team).values("gebruiker"), is_active=True
    )
