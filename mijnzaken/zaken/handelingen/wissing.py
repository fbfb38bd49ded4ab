"""What of who asks for erasure goes, as far as the law lets it go (AVG 17): chosen by who handles the request, approved
by a colleague. Then the program erases it (``gegevens_wissen``).
"""

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from autorisatie import logboek
from autorisatie.actor import Medewerker
from autorisatie.fouten import BestaatNiet, GeenRecht, Invoerfout, OnjuisteToestand
from autorisatie.handeling import aantekenen, handeling
from catalogus import klok
from mijnzaken.zaken import stappen
from mijnzaken.zaken.avg import WISSING
from mijnzaken.zaken.avg.een_contact import CONTACT
from mijnzaken.zaken.avg.een_gegeven import GEGEVEN
from mijnzaken.zaken.avg.eigen_zaken import betrokkene
from mijnzaken.zaken.avg.wissing import DELEN, aanwijsbare_zaken, stel_op, vorm_deel, zichtbare_regels
from mijnzaken.zaken.models import Bewaargrond, Wiskeuze, Wisregel, Zaak
from mijnzaken.zaken.regels import is_dezelfde, mag_behandelen

DOEL = "een verzoek om uw gegevens te wissen"


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
def gegevens_aanwijzen(
    actor: Medewerker, verzoek: Zaak, *, zaak: UUID, namen: Collection[str] = (), contacten: Collection[str] = ()
) -> int:
    """These gegevens of one zaak and these contacts about it the request is about, also when that zaak stays, and no
    others; what was approved stands. What the law keeps gets its line too, so that the person reads why. Gives how
    many.
    """
    _is_wissing(verzoek)
    mag_behandelen(verzoek, actor.gebruiker)
    partij = betrokkene(verzoek)
    over = aanwijsbare_zaken(actor, verzoek, partij).filter(uuid=zaak).first()
    if over is None:
        raise BestaatNiet
    delen = [*((GEGEVEN, naam) for naam in sorted(set(namen))), *((CONTACT, uuid) for uuid in sorted(set(contacten)))]
    nu = [regel for deel in delen if (regel := vorm_deel(verzoek, partij, over, *deel)) is not None]
    if len(nu) != len(delen):
        raise Invoerfout({"gegevens": "Wat er in de zaak staat, is veranderd. Kies opnieuw."})
    _vervang(list(verzoek.wisregels.filter(plaats__in=DELEN, over_zaak=over)), nu)
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


def _is_wissing(verzoek: Zaak) -> None:
    if verzoek.proces.identificatie != WISSING:
        raise OnjuisteToestand("Deze zaak is geen verzoek om gegevens te wissen.")
