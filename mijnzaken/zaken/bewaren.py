"""Retention: archiefactiedatum = brondatum + term of the resultaattype (Archiefwet; ZGW zrc-021)."""

from datetime import date

from catalogus.models import Afleidingswijze, Resultaattype
from catalogus.termijnen import Duur
from mijnzaken.zaken.models import Archiefstatus, Zaak


def zet_archiefgegevens(zaak: Zaak, resultaattype: Resultaattype) -> None:
    """Write what the resultaattype says about keeping; the date stays empty while its source is unknown."""
    zaak.archiefnominatie = resultaattype.archiefnominatie
    zaak.selectielijstklasse = resultaattype.selectielijstklasse
    zaak.startdatum_bewaartermijn = brondatum(zaak, resultaattype)
    if zaak.startdatum_bewaartermijn is not None and resultaattype.archiefactietermijn:
        zaak.archiefactiedatum = Duur.lees(resultaattype.archiefactietermijn).na(zaak.startdatum_bewaartermijn)
    _bewaar(zaak)


def wis_archiefgegevens(zaak: Zaak) -> None:
    """zrc-008: reopening empties them."""
    zaak.archiefnominatie, zaak.archiefactiedatum, zaak.startdatum_bewaartermijn = "", None, None
    zaak.archiefstatus = Archiefstatus.NOG_TE_ARCHIVEREN
    _bewaar(zaak)


def brondatum(zaak: Zaak, resultaattype: Resultaattype) -> date | None:
    """The day from which the term counts, by the afleidingswijze; ``None`` while it is not known."""
    besluiten = list(zaak.besluiten.all())
    match resultaattype.brondatum_afleidingswijze:
        case Afleidingswijze.AFGEHANDELD:
            return zaak.einddatum
        case Afleidingswijze.TERMIJN:
            if zaak.einddatum is None or not resultaattype.brondatum_procestermijn:
                return None
            return Duur.lees(resultaattype.brondatum_procestermijn).na(zaak.einddatum)
        case Afleidingswijze.HOOFDZAAK:
            return zaak.hoofdzaak.einddatum if zaak.hoofdzaak else None
        case Afleidingswijze.GERELATEERDE_ZAAK:
            andere = [
                r.andere_zaak.einddatum for r in zaak.gerelateerde_zaken.select_related("andere_zaak") if r.andere_zaak
            ]
            return max(filter(None, andere), default=None)
        case Afleidingswijze.INGANGSDATUM_BESLUIT:
            return max((b.ingangsdatum for b in besluiten), default=None)
        case Afleidingswijze.VERVALDATUM_BESLUIT:
            return max((b.vervaldatum for b in besluiten if b.vervaldatum), default=None)
        case Afleidingswijze.EIGENSCHAP:
            waarde = zaak.gegevenswaarden.filter(
                gegeven__naam=resultaattype.brondatum_datumkenmerk, actueel=True
            ).first()
            try:
                return date.fromisoformat(str(waarde.waarde)) if waarde else None
            except ValueError:
                return None
    return None


def _bewaar(zaak: Zaak) -> None:
    zaak.save(
        update_fields=[
            "archiefnominatie",
            "archiefstatus",
            "archiefactiedatum",
            "startdatum_bewaartermijn",
            "selectielijstklasse",
        ]
    )
