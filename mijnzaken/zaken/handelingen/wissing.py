"""Erasing what is held of who asks that, as far as the law lets it go (AVG 17): by who handles the request, approved by
a colleague, and then by the program.
"""

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from autorisatie import logboek
from autorisatie.actor import Medewerker, Systeem
from autorisatie.fouten import BestaatNiet, GeenRecht, Invoerfout, OnjuisteToestand
from autorisatie.handeling import aantekenen, handeling
from autorisatie.models import Partij
from catalogus import klok
from mijnzaken.zaken import stappen, wissen
from mijnzaken.zaken.avg import WISSING
from mijnzaken.zaken.avg.bewaarplicht import Gegevensplicht, Oordeel, oordeel
from mijnzaken.zaken.avg.een_gegeven import GEGEVEN, waarden_van, wis_teruggekomen, wis_waarden
from mijnzaken.zaken.avg.eigen_zaken import betrokkene
from mijnzaken.zaken.avg.ontvangers import zet_klaar
from mijnzaken.zaken.avg.plaatsen import PLAATSEN, sleutels
from mijnzaken.zaken.avg.wissing import ZAAK, aanwijsbare_zaken, stel_op, vorm_gegeven, zichtbare_regels
from mijnzaken.zaken.models import (
    Bewaargrond,
    Kennisgevingssoort,
    Notitie,
    Vernietigingsregel,
    Wiskeuze,
    Wisregel,
    Zaak,
)
from mijnzaken.zaken.regels import is_dezelfde, mag_behandelen

DOEL = "een verzoek om uw gegevens te wissen"
REDEN = "wissen op verzoek van wie het is"
VAN_DE_LIJST = "Gewist op verzoek van de persoon zelf (AVG artikel 17)."


@handeling("wissing_nagaan", op="zaken.Zaak")
def wissing_nagaan(actor: Medewerker, verzoek: Zaak) -> int:
    """See what there is now and what must stay. A choice holds as long as what it is about did not change; what was
    approved stands. Gives how many lines there are.
    """
    _is_wissing(verzoek)
    mag_behandelen(verzoek, actor.gebruiker)
    partij = betrokkene(verzoek)
    zichtbaar = {zaak.pk for zaak in aanwijsbare_zaken(actor, verzoek, partij).only("pk")}
    oud = [
        regel
        for regel in verzoek.wisregels.select_related("over_zaak")
        if regel.over_zaak is None or regel.over_zaak_id in zichtbaar or regel.over_zaak.afgeschermd
    ]
    nu = list(stel_op(actor, verzoek, partij))
    _vervang(oud, nu)
    for over in {regel.over_zaak.pk: regel.over_zaak for regel in nu if regel.over_zaak is not None}.values():
        logboek.leg_lezing_vast(actor, "wissing_nagaan", rij=over, doel=DOEL)
    stappen.raak_aan(verzoek)
    aantekenen(regels=len(nu), mag_weg=sum(not regel.moet_blijven for regel in nu))
    return len(nu)


@handeling("wissing_nagaan", op="zaken.Zaak")
def gegevens_aanwijzen(actor: Medewerker, verzoek: Zaak, *, zaak: UUID, namen: Collection[str]) -> int:
    """These gegevens of one zaak the request is about, also when that zaak stays, and no others of it; what was
    approved stands. What the law keeps gets its line too, so that the person reads why. Gives how many.
    """
    _is_wissing(verzoek)
    mag_behandelen(verzoek, actor.gebruiker)
    over = aanwijsbare_zaken(actor, verzoek, betrokkene(verzoek)).filter(uuid=zaak).first()
    if over is None:
        raise BestaatNiet
    nu = [regel for naam in sorted(set(namen)) if (regel := vorm_gegeven(verzoek, over, naam)) is not None]
    if len(nu) != len(set(namen)):
        raise Invoerfout({"gegevens": "Wat er in de zaak staat, is veranderd. Kies opnieuw."})
    _vervang(list(verzoek.wisregels.filter(plaats=GEGEVEN, over_zaak=over)), nu)
    logboek.leg_lezing_vast(actor, "wissing_nagaan", rij=over, doel=DOEL)
    stappen.raak_aan(verzoek)
    aantekenen(zaak=over.nummer, gegevens=sorted(regel.onderdeel for regel in nu))
    return len(nu)


def _vervang(oud: Collection[Wisregel], nu: Collection[Wisregel]) -> None:
    """Each line by what holds now, with its choice as long as what it is about did not change."""
    eerdere = {(regel.plaats, regel.nummer, regel.onderdeel): regel for regel in oud}
    for regel in oud:
        if regel.goedgekeurd_op is None:
            regel.delete()
    for regel in nu:
        eerder = eerdere.get((regel.plaats, regel.nummer, regel.onderdeel))
        if eerder is not None and eerder.goedgekeurd_op is not None:
            continue
        if eerder is not None and eerder.keuze and not regel.moet_blijven and set(regel.rijen) == set(eerder.rijen):
            _neem_keuze_over(regel, eerder)
        regel.save()


def _neem_keuze_over(regel: Wisregel, eerder: Wisregel) -> None:
    for naam in ("keuze", "grond", "uitleg", "bron", "tot", "gekozen_door", "gekozen_op"):
        setattr(regel, naam, getattr(eerder, naam))


@handeling("wissing_kiezen", op="zaken.Zaak")
def wissing_kiezen(
    actor: Medewerker,
    verzoek: Zaak,
    *,
    regels: Sequence[UUID],
    keuze: str,
    reden: str,
    grond: str = "",
    tot: date | None = None,
) -> int:
    """Erase these, or leave them on a ground of the law; the person reads the reason. ``tot``: the last day on which it
    stays, when that is known. Gives how many.
    """
    _is_wissing(verzoek)
    mag_behandelen(verzoek, actor.gebruiker)
    if keuze not in Wiskeuze.values:
        raise Invoerfout({"keuze": "Kies of dit weg kan."})
    if not reden.strip():
        raise Invoerfout({"reden": "Schrijf waarom. De inwoner leest dit in het besluit."})
    blijft = keuze == Wiskeuze.BLIJFT
    if blijft and grond not in Bewaargrond.values:
        raise Invoerfout({"grond": "Kies waarom de wet toelaat dat dit blijft."})
    if blijft and tot is not None and tot < klok.vandaag():
        raise Invoerfout({"tot": "Deze dag is voorbij. Kies een dag die nog komt, of laat het vak leeg."})
    gekozen = zichtbare_regels(actor, verzoek).filter(uuid__in=regels, moet_blijven=False, goedgekeurd_op=None)
    aantal: int = gekozen.update(
        keuze=keuze,
        uitleg=reden.strip()[:500],
        grond=grond if blijft else "",
        bron="",
        tot=tot if blijft else None,
        gekozen_door=actor.gebruiker,
        gekozen_op=klok.nu(),
    )
    if not aantal:
        raise Invoerfout({"regels": "Kies ten minste een gegeven dat weg mag."})
    stappen.raak_aan(verzoek)
    aantekenen(regels=aantal, keuze=keuze, grond=grond if blijft else "")
    return aantal


@handeling("wissing_goedkeuren", op="zaken.Zaak")
def wissing_goedkeuren(actor: Medewerker, verzoek: Zaak, *, regels: Sequence[UUID]) -> int:
    """A colleague of who chose lets the program erase these lines, which nobody can undo. Gives how many."""
    _is_wissing(verzoek)
    mag_behandelen(verzoek, actor.gebruiker)
    klaar = list(zichtbare_regels(actor, verzoek).filter(uuid__in=regels, keuze=Wiskeuze.WISSEN, goedgekeurd_op=None))
    if not klaar or len(klaar) != len(set(regels)):
        raise Invoerfout({"regels": "Wat er gewist zou worden, is veranderd. Kijk de lijst opnieuw na."})
    for regel in klaar:
        if is_dezelfde(actor.gebruiker, regel.gekozen_door):
            raise GeenRecht("Wie koos dat dit weg kan, keurt het niet zelf goed. Een collega moet dat doen.")
        regel.goedgekeurd_door, regel.goedgekeurd_op = actor.gebruiker, klok.nu()
        regel.save(update_fields=["goedgekeurd_door", "goedgekeurd_op"])
    stappen.raak_aan(verzoek)
    aantekenen(regels=len(klaar))
    return len(klaar)


@handeling("gegevens_wissen", op="zaken.Wisregel")
def gegevens_wissen(actor: Systeem, regel: Wisregel) -> bool:
    """Erase what one approved line names. What the law keeps since it was chosen stays, and the line says why; gives
    whether it went. Its files are for the caller to remove after the commit.
    """
    if regel.goedgekeurd_op is None or regel.gewist_op is not None:
        raise OnjuisteToestand("Hiervan is niet goedgekeurd dat het weg kan, of het is al gewist.")
    verzoek = regel._zaak()
    if regel.plaats == ZAAK:
        waarom = _wis_zaak(verzoek, regel)
    elif regel.plaats == GEGEVEN:
        waarom = _wis_gegeven(actor, verzoek, regel)
    else:
        waarom = _wis_rijen(regel, betrokkene(verzoek))
    if waarom is not None:
        _laat_staan(regel, waarom)
        aantekenen(plaats=regel.plaats, gebleven=waarom.uitleg)
        return False
    regel.gewist_op = klok.nu()
    if regel.plaats == ZAAK:
        regel.over_zaak = None
    regel.save(update_fields=["gewist_op", "over_zaak", "aantal", "documenten", "bestanden"])
    aantekenen(plaats=regel.plaats, aantal=regel.aantal, documenten=regel.documenten)
    return True


def _wis_zaak(verzoek: Zaak, regel: Wisregel) -> Oordeel | None:
    """Why it stays; ``None`` when it went, with the line that says so on every list that it stood on."""
    zaak = Zaak.objects.systeem(REDEN).select_for_update(of=("self",)).filter(uuid__in=regel.rijen).first()
    if zaak is None:  # a list of the archive was first
        return None
    waarom = oordeel(zaak, verzoek, betrokkene(verzoek), klok.vandaag())
    if waarom.moet_blijven:
        return waarom
    zet_klaar(verzoek, zaak, Kennisgevingssoort.GEWIST)
    lijsten = Vernietigingsregel.objects.systeem(REDEN).filter(zaak=zaak, vernietigd_op=None, uitzondering="")
    lijsten.update(uitzondering=VAN_DE_LIJST)
    gewist = wissen.wis_zaak(zaak)
    regel.documenten, regel.bestanden = gewist.documenten, gewist.bestanden
    return None


def _wis_gegeven(actor: Systeem, verzoek: Zaak, regel: Wisregel) -> Oordeel | None:
    """Why it stays; ``None`` when it went, or went before with its zaak."""
    zaak = Zaak.objects.systeem(REDEN).select_for_update(of=("self",)).filter(pk=regel.over_zaak_id).first()
    waarden = waarden_van(zaak, regel.onderdeel) if zaak is not None else []
    if zaak is None or not waarden:
        return None
    gegeven = waarden[0].gegeven
    waarom = Gegevensplicht(zaak, verzoek, klok.vandaag()).oordeel(gegeven)
    if waarom.moet_blijven:
        return waarom
    if {rij.uuid for rij in waarden} != set(regel.rijen):
        raise OnjuisteToestand("Dit gegeven is veranderd sinds het is goedgekeurd. Ga opnieuw na wat er is.")
    zet_klaar(verzoek, zaak, Kennisgevingssoort.GEWIST, [gegeven])
    regel.bestanden = wis_waarden(zaak, regel.onderdeel)
    nu = klok.nu()
    Notitie.objects.create(
        zaak=zaak,
        onderwerp=f"Gegeven gewist: {gegeven.label}"[:255],
        tekst="Gewist op verzoek van de inwoner (AVG artikel 17). Ook de eerdere waarden zijn weg.",
        aangemaakt_door=regel.gekozen_door,
        aanmaakdatum=nu,
        wijzigingsdatum=nu,
    )
    logboek.leg_lezing_vast(actor, "gegevens_wissen", rij=zaak, doel=DOEL)
    aantekenen(zaak=zaak.nummer, gegeven=regel.onderdeel)
    return None


def _wis_rijen(regel: Wisregel, partij: Partij) -> Oordeel | None:
    """Of the chosen rows those that still may go: what is needed again since then stays, and is not counted."""
    plaats = PLAATSEN[regel.plaats]
    if plaats.wis is None:
        return plaats.oordeel
    gaat = set(sleutels(plaats.rijen(partij))) & set(regel.rijen)
    regel.aantal, regel.bestanden = len(gaat), plaats.wis(gaat)
    regel.rijen = sorted(gaat)
    regel.save(update_fields=["rijen"])
    return None


def _laat_staan(regel: Wisregel, waarom: Oordeel) -> None:
    regel.keuze, regel.gekozen_door, regel.gekozen_op = "", None, None
    regel.goedgekeurd_door = regel.goedgekeurd_op = None
    regel.moet_blijven, regel.grond, regel.uitleg = True, waarom.grond, waarom.uitleg
    regel.bron, regel.tot = waarom.bron, waarom.tot
    regel.save()


@handeling("opnieuw_wissen")
def opnieuw_wissen(actor: Systeem, *, plaats: str, rijen: Collection[UUID], verzoek: UUID) -> list[str]:
    """A backup brought back what was erased on a request: the decision stands. Gives the files to remove after the
    commit.
    """
    wis = wis_teruggekomen if plaats == GEGEVEN else PLAATSEN[plaats].wis
    if wis is None:
        raise BestaatNiet
    aantekenen(plaats=plaats, aantal=len(rijen), verzoek=str(verzoek))
    return wis(rijen)


def _is_wissing(verzoek: Zaak) -> None:
    if verzoek.proces.identificatie != WISSING:
        raise OnjuisteToestand("Deze zaak is geen verzoek om gegevens te wissen.")
