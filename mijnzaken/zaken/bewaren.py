"""Retention: archiefactiedatum = brondatum + term of the resultaattype (Archiefwet; ZGW zrc-021)."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from catalogus.models import Afleidingswijze, Archiefnominatie, Resultaattype
from catalogus.termijnen import Duur
from mijnzaken.zaken.models import Archiefstatus, Zaak

PORTIE = 500


def zet_archiefgegevens(zaak: Zaak, resultaattype: Resultaattype) -> None:
    """Write what the resultaattype says about keeping; the date stays empty while its source is unknown."""
    zaak.archiefnominatie = resultaattype.archiefnominatie
    zaak.selectielijstklasse = resultaattype.selectielijstklasse
    zaak.startdatum_bewaartermijn = brondatum(zaak, resultaattype)
    zaak.archiefactiedatum = archiefactiedatum(zaak.startdatum_bewaartermijn, resultaattype)
    _bewaar(zaak)


def vul_archiefgegevens(zaak: Zaak, resultaattype: Resultaattype) -> None:
    """The same, where another system may have said it already: what it chose stays (zrc-021)."""
    gekozen = {naam: getattr(zaak, naam) for naam in ("archiefnominatie", "archiefactiedatum", "selectielijstklasse")}
    zet_archiefgegevens(zaak, resultaattype)
    for naam, waarde in gekozen.items():
        if waarde:
            setattr(zaak, naam, waarde)
    _bewaar(zaak)


def archiefactiedatum(brondatum: date | None, resultaattype: Resultaattype) -> date | None:
    """The day on which the file may go; ``None`` for what is kept for ever, and while the source is not known."""
    if brondatum is None or not resultaattype.archiefactietermijn:
        return None
    return Duur.lees(resultaattype.archiefactietermijn).na(brondatum)


def wacht_op_brondatum(na: int = 0) -> list[Zaak]:
    """Closed zaken that will be destroyed but not yet known when, by key: their source lies in another zaak, in an
    object, or in a register elsewhere.
    """
    rijen = Zaak.objects.systeem("de brondatum is nog niet bekend").filter(
        pk__gt=na,
        archiefnominatie=Archiefnominatie.VERNIETIGEN,
        archiefactiedatum=None,
        einddatum__isnull=False,
    )
    return list(rijen.order_by("pk").select_related("hoofdzaak")[:PORTIE])


def werk_brondatums_bij() -> int:
    """Look again at every zaak that waits for its source; gives how many found it."""
    gevonden, na = 0, 0
    while rijen := wacht_op_brondatum(na):
        na = rijen[-1].pk
        for rij in rijen:
            with transaction.atomic():
                zaak = Zaak.objects.systeem("de brondatum zoeken").select_for_update(of=("self",)).get(pk=rij.pk)
                resultaat = zaak.resultaten.select_related("resultaattype").first()
                if resultaat is not None and zaak.archiefactiedatum is None and zaak.einddatum is not None:
                    zet_archiefgegevens(zaak, resultaat.resultaattype)
                    gevonden += zaak.archiefactiedatum is not None
    return gevonden


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
            andere = zaak.gerelateerde_zaken.filter(andere_zaak__isnull=False)
            dagen = list(andere.values_list("andere_zaak__einddatum", flat=True))
            return None if None in dagen else _laatste_dag(dagen)  # not while one of them runs
        case Afleidingswijze.INGANGSDATUM_BESLUIT:
            return max((b.ingangsdatum for b in besluiten), default=None)
        case Afleidingswijze.VERVALDATUM_BESLUIT:
            return max((b.vervaldatum for b in besluiten if b.vervaldatum), default=None)
        case Afleidingswijze.EIGENSCHAP:
            waarden = zaak.gegevenswaarden.filter(gegeven__naam=resultaattype.brondatum_datumkenmerk, actueel=True)
            return _laatste_dag(waarden.values_list("waarde", flat=True))
        case Afleidingswijze.ZAAKOBJECT:
            objecten = zaak.zaakobjecten.filter(object_type=resultaattype.brondatum_objecttype)
            kenmerk = resultaattype.brondatum_datumkenmerk
            return _laatste_dag(o.object_identificatie.get(kenmerk) for o in objecten)
        case Afleidingswijze.ANDER_DATUMKENMERK:
            return zaak.startdatum_bewaartermijn  # stands in another register: a person puts it down
    return None


def _laatste_dag(waarden: Iterable[Any]) -> date | None:
    """The latest of these dates; what is no date does not count."""
    dagen = []
    for waarde in waarden:
        try:
            dagen.append(date.fromisoformat(str(waarde)[:10]))
        except ValueError:
            continue
    return max(dagen, default=None)


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
