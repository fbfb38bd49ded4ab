"""The handelingen on deputies: for a colleague who is away, from a day until a day, never made by the deputy."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import F, Q

from autorisatie import houders
from autorisatie.actor import Actor, Medewerker
from autorisatie.fouten import BestaatNiet, GeenRecht, Invoerfout, OnjuisteToestand
from autorisatie.handeling import aantekenen, handeling
from autorisatie.models import Gebruiker, Waarneming
from catalogus import klok
from mijnzaken.inrichting import meldingen

INSTELLEN = "waarneming_instellen"


@handeling(INSTELLEN)
def waarneming_instellen(
    actor: Actor, *, afwezige: Gebruiker, waarnemer: Gebruiker, van: date, tot: date, reden: str
) -> Waarneming:
    """For a colleague: by a team lead within the own teams, by an administrator for everybody."""
    wie = _wie(actor)
    _niet_zichzelf(wie, waarnemer)
    if houders.voor_iedereen(wie, INSTELLEN):
        if not houders.kan_waarnemen_voor(afwezige).filter(pk=waarnemer.pk).exists():
            raise Invoerfout({"waarnemer": "Kies een collega uit hetzelfde team, of met dezelfde rol."})
    else:
        eigen = houders.teams_met_recht(wie, INSTELLEN)
        for veld, mens in (("afwezige", afwezige), ("waarnemer", waarnemer)):
            if not houders.werkt_in(mens, eigen):
                raise Invoerfout({veld: "Kies iemand uit een team dat u leidt."})
    _geen_wissel(wie, waarnemer)
    return _stel_in(wie, Waarneming(afwezige=afwezige, waarnemer=waarnemer, van=van, tot=tot, reden=reden.strip()))


@handeling("eigen_waarneming_instellen")
def eigen_waarneming_instellen(actor: Actor, *, waarnemer: Gebruiker, van: date, tot: date, reden: str) -> Waarneming:
    """For oneself, by a colleague of the same team."""
    wie = _wie(actor)
    if not houders.werkt_in(waarnemer, houders.teams_van(wie)):
        raise Invoerfout({"waarnemer": "Kies een collega uit uw eigen team."})
    return _stel_in(wie, Waarneming(afwezige=wie, waarnemer=waarnemer, van=van, tot=tot, reden=reden.strip()))


@handeling("waarneming_beeindigen")
def waarneming_beeindigen(actor: Actor, waarneming: Waarneming | UUID) -> Waarneming:
    """At once, by either of the two, by who made it, or by who may make it."""
    wie = _wie(actor)
    rij = (
        Waarneming.objects.select_related("afwezige", "waarnemer", "ingesteld_door")
        .select_for_update(of=("self",))
        .filter(uuid=getattr(waarneming, "uuid", waarneming))
        .first()
    )
    if rij is None or not mag_beeindigen(wie, rij):
        raise BestaatNiet
    if rij.beeindigd_op is not None or rij.tot < klok.vandaag():
        raise OnjuisteToestand("Deze waarneming is al voorbij.")
    rij.beeindigd_door, rij.beeindigd_op = wie, klok.nu()
    rij.save(update_fields=["beeindigd_door", "beeindigd_op"])
    _teken_aan(rij)
    return rij


def _wie(actor: Actor) -> Gebruiker:
    if not isinstance(actor, Medewerker):
        raise GeenRecht("Alleen een medewerker regelt waarneming.")
    return actor.gebruiker


def _stel_in(wie: Gebruiker, nieuw: Waarneming) -> Waarneming:
    _niet_zichzelf(wie, nieuw.waarnemer)
    if nieuw.waarnemer.is_dezelfde_als(nieuw.afwezige):
        raise Invoerfout({"waarnemer": "Kies een ander dan de afwezige collega."})
    for veld, mens in (("afwezige", nieuw.afwezige), ("waarnemer", nieuw.waarnemer)):
        if not mens.is_active:
            raise Invoerfout({veld: "Deze medewerker werkt hier niet meer."})
    if nieuw.van < klok.vandaag():
        raise Invoerfout({"van": "Kies vandaag of een dag die nog komt."})
    if nieuw.tot < nieuw.van:
        raise Invoerfout({"tot": "Kies een dag na de eerste dag."})
    if (nieuw.tot - nieuw.van).days >= settings.WAARNEMING_DAGEN:
        uiterlijk = nieuw.van + timedelta(days=settings.WAARNEMING_DAGEN - 1)
        raise Invoerfout({"tot": f"Kies een dag tot en met {uiterlijk:%d-%m-%Y}: waarneming duurt niet langer."})
    if not nieuw.reden:
        raise Invoerfout({"reden": "Schrijf op waarom."})
    if Waarneming.objects.filter(
        afwezige=nieuw.afwezige, waarnemer=nieuw.waarnemer, beeindigd_op=None, van__lte=nieuw.tot, tot__gte=nieuw.van
    ).exists():
        raise Invoerfout({"waarnemer": "Deze collega neemt in deze dagen al waar."})
    nieuw.ingesteld_door, nieuw.ingesteld_op = wie, klok.nu()
    nieuw.save(force_insert=True)
    _teken_aan(nieuw)
    meldingen.meld_waarneming(nieuw)
    return nieuw


def _niet_zichzelf(wie: Gebruiker, waarnemer: Gebruiker) -> None:
    if waarnemer.is_dezelfde_als(wie):
        raise Invoerfout({"waarnemer": "U maakt uzelf geen waarnemer. Vraag het een collega."})


def _geen_wissel(wie: Gebruiker, waarnemer: Gebruiker) -> None:
    """Two who make each other the deputy of third colleagues help each other to rights (gevaren 26)."""
    if (
        Waarneming.objects.filter(
            waarnemer__in=wie.accounts().values("pk"),
            ingesteld_door__in=waarnemer.accounts().values("pk"),
            ingesteld_op__gte=klok.nu() - timedelta(days=settings.WISSEL_DAGEN),
        )
        .exclude(afwezige=F("ingesteld_door"))
        .exists()
    ):
        raise GeenRecht(
            f"{waarnemer} maakte u net waarnemer. Dan maakt u {waarnemer} niet binnen {settings.WISSEL_DAGEN} dagen "
            "waarnemer voor een ander. Vraag een andere collega."
        )


def _teken_aan(rij: Waarneming) -> None:
    aantekenen(waarneming=str(rij.uuid), afwezige=rij.afwezige_id, waarnemer=rij.waarnemer_id)


# -- whom it concerns --------------------------------------------------------------------------------------------------


def mag_beeindigen(wie: Gebruiker, rij: Waarneming) -> bool:
    eigen = any(wie.is_dezelfde_als(mens) for mens in (rij.afwezige, rij.waarnemer, rij.ingesteld_door))
    leidt = houders.werkt_in(rij.afwezige, houders.teams_met_recht(wie, INSTELLEN))
    return eigen or leidt or houders.voor_iedereen(wie, INSTELLEN)


def zichtbaar(wie: Gebruiker) -> Any:
    """The deputies that run or come, as far as they concern this person: all of them for an administrator."""
    rijen = Waarneming.objects.filter(beeindigd_op=None, tot__gte=klok.vandaag())
    if not houders.voor_iedereen(wie, INSTELLEN):
        team = houders.teamgenoten(houders.teams_met_recht(wie, INSTELLEN)).values("pk")
        rijen = rijen.filter(Q(afwezige=wie) | Q(waarnemer=wie) | Q(afwezige__in=team))
    return rijen.select_related("afwezige", "waarnemer", "ingesteld_door").order_by("van", "pk")
