"""The handelingen on who holds a role: asked by one, granted by another, held by a third; extended alike.

What the database can't see is held here: who serves whom in turn, who may still ask, and that two administrators stay.
"""

from datetime import date, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Q

from autorisatie import beleid, houders
from autorisatie.actor import Actor, Medewerker
from autorisatie.fouten import BestaatNiet, GeenRecht, Invoerfout, OnjuisteToestand
from autorisatie.handeling import aantekenen, handeling
from autorisatie.models import Gebruiker, Matrixregel, Rol, Scope, Toekenning, Waarneming
from catalogus import klok
from catalogus.models import Team
from mijnzaken.inrichting import meldingen

VRAGEN = "toekenning_aanvragen"
GOEDKEUREN = "toekenning_goedkeuren"
_VAN_DE_TOEKENNING = Q(scope__in=[Scope.TOEGEKEND_TEAM, Scope.TOEGEKENDE_DIENST]) | Q(eigen_team=True)


@handeling(VRAGEN)
def toekenning_aanvragen(
    actor: Actor,
    *,
    gebruiker: Gebruiker,
    rol: Rol,
    team: Team | None,
    geldig_van: date,
    geldig_tot: date,
    reden: str,
) -> Toekenning:
    """Ask for a role for a colleague. It gives nothing until another person says yes."""
    _toets_aanvraag(gebruiker, rol, team, geldig_van)
    return _vraag(_wie(actor), Toekenning(gebruiker=gebruiker, rol=rol, team=team), geldig_van, geldig_tot, reden)


@handeling("toekenning_verlengen")
def toekenning_verlengen(actor: Actor, toekenning: Toekenning | UUID, *, geldig_tot: date, reden: str) -> Toekenning:
    """Ask that a grant goes on after its last day: a new one, which another person grants again."""
    oud = _haal(toekenning)
    if oud.stand not in ("geldend", "komend"):
        raise OnjuisteToestand("Deze toekenning is voorbij. Vraag een nieuwe aan.")
    _toets_aanvraag(oud.gebruiker, oud.rol, oud.team, klok.vandaag())
    nieuw = Toekenning(gebruiker=oud.gebruiker, rol=oud.rol, team=oud.team, verlengt=oud)
    return _vraag(_wie(actor), nieuw, oud.geldig_tot + timedelta(days=1), geldig_tot, reden)


@handeling(GOEDKEUREN)
def toekenning_goedkeuren(actor: Actor, toekenning: Toekenning | UUID) -> Toekenning:
    """Grant what somebody else asked for a third person. It starts today at the earliest, never in the past."""
    verlener = _wie(actor)
    gevraagd = _haal(toekenning)
    vrager, ontvanger = gevraagd.aangevraagd_door, gevraagd.gebruiker
    _vergrendel(verlener, vrager, ontvanger)
    gevraagd = _haal(toekenning, vergrendel=True)
    _moet_wachten(gevraagd)
    if verlener.is_dezelfde_als(ontvanger):
        raise GeenRecht("U kunt uw eigen rol niet goedkeuren. Een ander moet dat doen.")
    if verlener.is_dezelfde_als(vrager):
        raise GeenRecht("U hebt dit zelf aangevraagd. Een ander moet het goedkeuren.")
    if vrager.is_dezelfde_als(ontvanger):
        raise GeenRecht("Dit is aangevraagd door de ontvanger zelf, met een ander account.")
    if Waarneming.verbindt(verlener, vrager):
        raise GeenRecht("U neemt waar voor wie dit aanvroeg, of die voor u. Een ander moet het goedkeuren.")
    for helper in (vrager, verlener):
        _geen_wissel(helper, ontvanger)
    if not beleid.mag(Medewerker(vrager), VRAGEN):
        raise OnjuisteToestand("Wie dit aanvroeg, mag dat niet meer. Wijs het af en laat het opnieuw aanvragen.")
    if gevraagd.verlengt is not None and gevraagd.verlengt.beeindigd_op is not None:
        raise OnjuisteToestand("De rol die dit verlengt, is beëindigd. Wijs dit af en vraag een nieuwe aan.")
    if not ontvanger.is_active:
        raise OnjuisteToestand("Deze medewerker werkt hier niet meer.")
    gevraagd.geldig_van = max(gevraagd.geldig_van, klok.vandaag())
    if gevraagd.geldig_tot < gevraagd.geldig_van:
        raise OnjuisteToestand("De gevraagde periode is al voorbij. Wijs dit af en vraag een nieuwe aan.")
    gevraagd.verleend_door, gevraagd.verleend_op = verlener, klok.nu()
    gevraagd.save(update_fields=["verleend_door", "verleend_op", "geldig_van"])
    _teken_aan(gevraagd)
    meldingen.meld_verleend(gevraagd)
    return gevraagd


@handeling("toekenning_weigeren")
def toekenning_weigeren(actor: Actor, toekenning: Toekenning | UUID, *, reden: str) -> Toekenning:
    """Say no to what was asked, or take back what one asked oneself. Everybody may who may say yes."""
    wie = _wie(actor)
    gevraagd = _haal(toekenning, vergrendel=True)
    _moet_wachten(gevraagd)
    return _sluit(wie, gevraagd, reden)


@handeling("toekenning_beeindigen")
def toekenning_beeindigen(actor: Actor, toekenning: Toekenning | UUID, *, reden: str) -> Toekenning:
    """End a grant at once. One person is enough, for nobody gains; but there stay administrators to grant anew."""
    wie, minimaal = _wie(actor), houders.BEHEERDERS_MINIMAAL
    beheerders = list(houders.met_recht(VRAGEN).select_for_update(no_key=True).order_by("pk"))
    loopt = _haal(toekenning, vergrendel=True)
    if loopt.stand not in ("geldend", "komend"):
        raise OnjuisteToestand("Deze toekenning is al voorbij.")
    if loopt.gebruiker in beheerders and houders.aantal_personen(VRAGEN, zonder=loopt) < minimaal:
        raise OnjuisteToestand(
            f"Er moeten minstens {minimaal} autorisatiebeheerders blijven. Geef de rol eerst aan een ander."
        )
    _sluit(wie, loopt, reden)
    meldingen.meld_beeindigd(loopt)
    return loopt


def _wie(actor: Actor) -> Gebruiker:
    """A person: no task, command or other system grants anything."""
    if not isinstance(actor, Medewerker):
        raise GeenRecht("Alleen een medewerker gaat over wie welke rol heeft.")
    return actor.gebruiker


def _haal(toekenning: Toekenning | UUID, *, vergrendel: bool = False) -> Toekenning:
    rijen = Toekenning.objects.select_related("gebruiker", "rol", "team", "aangevraagd_door", "verlengt")
    if vergrendel:
        rijen = rijen.select_for_update(of=("self",))
    rij = rijen.filter(uuid=getattr(toekenning, "uuid", toekenning)).first()
    if rij is None:
        raise BestaatNiet
    return rij


def _vergrendel(*mensen: Gebruiker) -> None:
    """Every account of these persons: two that grant to each other at the same moment come one after the other."""
    partijen = [mens.partij_id for mens in mensen if mens.partij_id]
    rijen = Gebruiker.objects.filter(Q(pk__in=[mens.pk for mens in mensen]) | Q(partij__in=partijen))
    list(rijen.select_for_update(no_key=True).order_by("pk"))


def _moet_wachten(toekenning: Toekenning) -> None:
    if toekenning.stand != "aangevraagd":
        raise OnjuisteToestand("Iemand anders heeft hier al over beslist.")


def _toets_aanvraag(gebruiker: Gebruiker, rol: Rol, team: Team | None, geldig_van: date) -> None:
    if not gebruiker.is_active:
        raise Invoerfout({"gebruiker": "Deze medewerker werkt hier niet meer."})
    if not rol.voor_medewerkers:
        raise Invoerfout({"rol": "Kies een rol voor medewerkers."})
    if team is None and Matrixregel.objects.filter(_VAN_DE_TOEKENNING, versie=houders.matrix(), rol=rol).exists():
        raise Invoerfout({"team": "Deze rol geldt voor een team. Kies het team."})
    if geldig_van < klok.vandaag():
        raise Invoerfout({"geldig_van": "Kies vandaag of een dag die nog komt."})


def _vraag(vrager: Gebruiker, nieuw: Toekenning, van: date, tot: date, reden: str) -> Toekenning:
    if vrager.is_dezelfde_als(nieuw.gebruiker):
        raise Invoerfout({"gebruiker": "Voor uzelf vraagt u geen rol aan. Vraag het een collega."})
    _toets_periode(van, tot)
    if not reden.strip():
        raise Invoerfout({"reden": "Schrijf op waarom deze medewerker de rol nodig heeft."})
    _vergrendel(vrager, nieuw.gebruiker)
    _geen_wissel(vrager, nieuw.gebruiker)
    if Toekenning.objects.filter(
        Toekenning.wachtend(), gebruiker=nieuw.gebruiker, rol=nieuw.rol, team=nieuw.team
    ).exists():
        raise Invoerfout({"rol": "Deze rol is al aangevraagd en wacht op goedkeuring."})
    nieuw.geldig_van, nieuw.geldig_tot, nieuw.reden = van, tot, reden.strip()[:255]
    nieuw.aangevraagd_door, nieuw.aangevraagd_op = vrager, klok.nu()
    nieuw.save(force_insert=True)
    _teken_aan(nieuw)
    meldingen.meld_gevraagd(nieuw)
    return nieuw


def _toets_periode(van: date, tot: date) -> None:
    if tot < van:
        raise Invoerfout({"geldig_tot": "Kies een dag na de eerste dag."})
    if (tot - van).days >= settings.TOEKENNING_DAGEN:
        uiterlijk = van + timedelta(days=settings.TOEKENNING_DAGEN - 1)
        raise Invoerfout({"geldig_tot": f"Kies een dag tot en met {uiterlijk:%d-%m-%Y}: een rol geldt niet langer."})


def _geen_wissel(helper: Gebruiker, ontvanger: Gebruiker) -> None:
    """Who helps somebody to a role, did not just get one with the help of that same person (gevaren 26)."""
    grens = klok.nu() - timedelta(days=settings.WISSEL_DAGEN)
    ander = ontvanger.accounts().values("pk")
    if (
        Toekenning.objects.filter(gebruiker__in=helper.accounts().values("pk"))
        .filter(Q(aangevraagd_door__in=ander) | Q(verleend_door__in=ander))
        .filter(Q(verleend_op__gte=grens) | Toekenning.wachtend() & Q(aangevraagd_op__gte=grens))
        .exists()
    ):
        raise GeenRecht(
            f"{helper} en {ontvanger} helpen elkaar aan een rol. Dat mag niet binnen {settings.WISSEL_DAGEN} dagen. "
            "Vraag een andere collega."
        )


def _sluit(wie: Gebruiker, toekenning: Toekenning, reden: str) -> Toekenning:
    if not reden.strip():
        raise Invoerfout({"reden": "Schrijf op waarom."})
    toekenning.beeindigd_door, toekenning.beeindigd_op = wie, klok.nu()
    toekenning.reden_einde = reden.strip()[:255]
    toekenning.save(update_fields=["beeindigd_door", "beeindigd_op", "reden_einde"])
    _teken_aan(toekenning)
    return toekenning


def _teken_aan(toekenning: Toekenning) -> None:
    aantekenen(
        toekenning=str(toekenning.uuid),
        gebruiker=toekenning.gebruiker_id,
        rol=toekenning.rol.code,
        team=toekenning.team_id,
    )
