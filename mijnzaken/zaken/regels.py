"""Who may not, whatever the matrix says: nobody judges own work (Awb 2:4, 7:5, 10:3)."""

from autorisatie.fouten import GeenRecht
from autorisatie.models import Gebruiker, Waarneming
from mijnzaken.zaken.models import Besluit, Zaak


def bestreden_besluiten(zaak: Zaak) -> list[Besluit]:
    """The decisions against which this zaak objects."""
    rijen = zaak.gerelateerde_zaken.select_related("besluit__besluittype")
    return [rij.besluit for rij in rijen if rij.besluit is not None]


def mag_behandelen(zaak: Zaak, gebruiker: Gebruiker) -> None:
    """Raises GeenRecht for who is a party (or close to one), or prepared or took the decision that is objected to."""
    if set(gebruiker.uitgesloten_partijen()) & set(zaak.betrokken_partijen()):
        raise GeenRecht("Dit is een zaak van iemand uit de eigen kring. Een collega moet haar behandelen.")
    for besluit in bestreden_besluiten(zaak):
        if is_dezelfde(gebruiker, besluit.besloten_door, besluit.voorgesteld_door):
            raise GeenRecht("Wie aan het eerste besluit werkte, behandelt het bezwaar niet (Awb 7:5, 10:3).")


def mag_besluiten(zaak: Zaak, gebruiker: Gebruiker) -> None:
    """Raises GeenRecht for who proposed or advised, on every zaaktype."""
    voorstel = zaak.voorstellen.filter(teruggestuurd_op=None, besloten_op=None).first()
    if voorstel is not None and is_dezelfde(gebruiker, voorstel.voorgesteld_door):
        raise GeenRecht("U hebt dit voorstel zelf gedaan. Een ander moet besluiten.")
    if voorstel is not None and Waarneming.verbindt(gebruiker, voorstel.voorgesteld_door):
        raise GeenRecht("U neemt waar voor wie dit voorstelde, of die voor u. Een ander moet besluiten.")
    adviseurs = [a.adviseur for a in zaak.adviesaanvragen.select_related("adviseur").exclude(gegeven_op=None)]
    if is_dezelfde(gebruiker, *adviseurs):
        raise GeenRecht("U hebt in deze zaak advies gegeven. Een ander moet besluiten.")
    mag_behandelen(zaak, gebruiker)


def is_dezelfde(gebruiker: Gebruiker, *anderen: Gebruiker | None) -> bool:
    """The same person, also with a second account."""
    return any(
        ander is not None and (ander.pk == gebruiker.pk or (ander.partij_id and ander.partij_id == gebruiker.partij_id))
        for ander in anderen
    )
