"""Who may not, whatever the matrix says: nobody judges own work (Awb 2:4, 7:5, 10:3).

Each rule raises GeenRecht. The handeling asks it about who acts and about whom he chooses; the screens ask it before
they offer a button (``bezwaar_tegen``). Persons are compared, not accounts.
"""

from collections.abc import Callable, Iterator

from autorisatie.fouten import GeenRecht
from autorisatie.models import Gebruiker, Waarneming
from catalogus.models import Functie, TermijnVanaf
from mijnzaken.zaken.afscherming import kan_openen
from mijnzaken.zaken.models import Besluit, Besluitvoorstel, Zaak

_WAT_AL = {
    Functie.ADVIES: "U hebt in deze zaak advies gegeven.",
    Functie.VOORSTEL: "U hebt in deze zaak een besluit voorgesteld.",
    Functie.BESLUIT: "U hebt in deze zaak een besluit genomen.",
    Functie.HOREN: "U hebt in deze zaak gehoord.",
}


def bestreden_besluiten(zaak: Zaak) -> list[Besluit]:
    """The decisions against which this zaak objects."""
    rijen = zaak.gerelateerde_zaken.select_related("besluit__besluittype")
    return [rij.besluit for rij in rijen if rij.besluit is not None]


def is_bezwaar(zaak: Zaak) -> bool:
    """An objection: its zaaktype counts from the end of the objection term (7:10)."""
    return zaak.zaaktype.termijn_vanaf == TermijnVanaf.EINDE_BEZWAARTERMIJN


def mag_behandelen(zaak: Zaak, gebruiker: Gebruiker) -> None:
    """Not a party or close to one (2:4), not who prepared or took the decision that is objected to, and of a shielded
    zaak only a named person.
    """
    if _eigen_kring(zaak, gebruiker):
        raise GeenRecht("Dit is een zaak van iemand uit de eigen kring. Een collega moet haar behandelen.")
    for besluit in bestreden_besluiten(zaak):
        if is_dezelfde(gebruiker, besluit.besloten_door, besluit.voorgesteld_door):
            raise GeenRecht("Wie aan het eerste besluit werkte, behandelt het bezwaar niet (Awb 7:5, 10:3).")
    if zaak.afgeschermd and not kan_openen(gebruiker, zaak):
        raise GeenRecht("Deze zaak is afgeschermd. Kies iemand die toegang heeft.")


def mag_gekozen_worden(zaak: Zaak, gebruiker: Gebruiker) -> None:
    """As ``mag_behandelen``, about a colleague: whether he knows the applicant is not told to who chose him."""
    if _eigen_kring(zaak, gebruiker):
        raise GeenRecht("Deze collega kan dit bij deze zaak niet doen. Kies iemand anders.")
    mag_behandelen(zaak, gebruiker)


def _eigen_kring(zaak: Zaak, gebruiker: Gebruiker) -> bool:
    return bool(set(gebruiker.uitgesloten_partijen()) & set(zaak.betrokken_partijen()))


def mag_adviseren(zaak: Zaak, gebruiker: Gebruiker) -> None:
    mag_behandelen(zaak, gebruiker)
    _blijft_gescheiden(zaak, gebruiker, Functie.ADVIES)


def mag_voorstellen(zaak: Zaak, gebruiker: Gebruiker) -> None:
    mag_behandelen(zaak, gebruiker)
    _blijft_gescheiden(zaak, gebruiker, Functie.VOORSTEL)


def mag_horen(zaak: Zaak, gebruiker: Gebruiker) -> None:
    """Not who prepared the decision that is objected to: advised, proposed, decided or handled it (7:5)."""
    mag_behandelen(zaak, gebruiker)
    for besluit in bestreden_besluiten(zaak):
        if is_dezelfde(gebruiker, *_voorbereiders(besluit)):
            raise GeenRecht("Wie het eerste besluit voorbereidde, hoort niet (Awb 7:5).")
    _blijft_gescheiden(zaak, gebruiker, Functie.HOREN)


def mag_besluiten(zaak: Zaak, gebruiker: Gebruiker) -> None:
    """Not who proposed, also not when that was sent back and another proposed it again, nor who advised: on every
    zaaktype (10:3).
    """
    voorstel = zaak.voorstellen.filter(Besluitvoorstel.liggend()).first()
    if voorstel is not None and is_dezelfde(gebruiker, voorstel.voorgesteld_door):
        raise GeenRecht("U hebt dit voorstel zelf gedaan. Een ander moet besluiten.")
    if voorstel is not None:
        eerdere = zaak.voorstellen.filter(besluitmoment=voorstel.besluitmoment_id).select_related("voorgesteld_door")
        if is_dezelfde(gebruiker, *(rij.voorgesteld_door for rij in eerdere)):
            raise GeenRecht("U hebt dit besluit eerder zelf voorgesteld. Een ander moet besluiten.")
        if Waarneming.verbindt(gebruiker, voorstel.voorgesteld_door):
            raise GeenRecht("U neemt waar voor wie dit voorstelde, of die voor u. Een ander moet besluiten.")
    if is_dezelfde(gebruiker, *_die(zaak, Functie.ADVIES)):
        raise GeenRecht("U hebt in deze zaak advies gegeven. Een ander moet besluiten.")
    mag_behandelen(zaak, gebruiker)
    _blijft_gescheiden(zaak, gebruiker, Functie.BESLUIT)


def bezwaar_tegen(recht: str, zaak: Zaak, gebruiker: Gebruiker) -> str:
    """Why this person may not do this here, as a sentence; empty when no rule forbids it."""
    regel = _REGELS.get(recht)
    if regel is None:
        return ""
    try:
        regel(zaak, gebruiker)
    except GeenRecht as nee:
        return nee.reden
    return ""


_REGELS: dict[str, Callable[[Zaak, Gebruiker], None]] = {
    "in_behandeling_nemen": mag_behandelen,
    "adviseren": mag_adviseren,
    "besluit_voorstellen": mag_voorstellen,
    "besluiten": mag_besluiten,
    "horen": mag_horen,
}


def _blijft_gescheiden(zaak: Zaak, gebruiker: Gebruiker, functie: Functie) -> None:
    """Advice, proposal, decision and hearing by different people, as far as the zaaktype asks it."""
    gescheiden = zaak.zaaktype.gescheiden_functies
    if functie not in gescheiden:
        return
    for ander in Functie:
        if ander != functie and ander in gescheiden and is_dezelfde(gebruiker, *_die(zaak, ander)):
            raise GeenRecht(f"{_WAT_AL[ander]} Bij dit zaaktype doet een ander dit.")


def _die(zaak: Zaak, functie: Functie) -> Iterator[Gebruiker | None]:
    """Who did this in this zaak."""
    match functie:
        case Functie.ADVIES:
            rijen = zaak.adviesaanvragen.exclude(gegeven_op=None).select_related("adviseur")
            yield from (rij.adviseur for rij in rijen)
        case Functie.VOORSTEL:
            yield from (rij.voorgesteld_door for rij in zaak.voorstellen.select_related("voorgesteld_door"))
        case Functie.BESLUIT:
            yield from (rij.besloten_door for rij in zaak.besluiten.select_related("besloten_door"))
        case Functie.HOREN:
            yield from (rij.gehoord_door for rij in zaak.hoorzittingen.select_related("gehoord_door"))


def _voorbereiders(besluit: Besluit) -> Iterator[Gebruiker | None]:
    yield from (besluit.besloten_door, besluit.voorgesteld_door)
    if besluit.zaak_id is not None:
        eerste = besluit._zaak()
        yield eerste.behandelaar
        yield from _die(eerste, Functie.ADVIES)
        yield from _die(eerste, Functie.VOORSTEL)


def is_dezelfde(gebruiker: Gebruiker, *anderen: Gebruiker | None) -> bool:
    """The same person, also with a second account."""
    return any(
        ander is not None and (ander.pk == gebruiker.pk or (ander.partij_id and ander.partij_id == gebruiker.partij_id))
        for ander in anderen
    )
