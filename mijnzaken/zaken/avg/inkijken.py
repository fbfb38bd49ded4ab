"""Which parts of a copy an employee may check: none of a zaak that is shielded for others, or of his own circle."""

from typing import Any

from autorisatie.actor import Medewerker
from mijnzaken.zaken import deur
from mijnzaken.zaken.models import Inzagedeel, Inzagekopie, Zaak


def zichtbare_delen(actor: Medewerker, kopie: Inzagekopie) -> Any:
    """The parts of an admitted copy that this employee may read."""
    return kopie.delen.exclude(pk__in=_dichte_delen(actor, kopie))


def mag_alles_nakijken(actor: Medewerker, kopie: Inzagekopie) -> str:
    """Why this employee can't release an admitted copy; empty when he can. What is of a shielded zaak is released in a
    zaak that is shielded itself: else who acts for the person would read what that shielding keeps from him.
    """
    if _dichte_delen(actor, kopie).exists():
        return (
            "Een deel van dit overzicht mag u niet nakijken. Laat het doen door een collega die toegang heeft tot "
            "alle zaken van deze persoon. De functionaris gegevensbescherming kan dat regelen."
        )
    if not kopie._zaak().afgeschermd and kopie.delen.filter(over_zaak__afgeschermd=True).exists():
        return "In dit overzicht staan gegevens uit een afgeschermde zaak. Scherm daarom ook dit verzoek eerst af."
    return ""


def _dichte_delen(actor: Medewerker, kopie: Inzagekopie) -> Any:
    zaken = Zaak.objects.systeem("welke delen van een inzagekopie een medewerker niet mag lezen")
    over = kopie.delen.exclude(over_zaak=None).values("over_zaak")
    dicht = zaken.filter(pk__in=over).exclude(pk__in=deur.niet_dicht(zaken, actor).values("pk"))
    delen: Any = Inzagedeel.objects.systeem("delen van een toegelaten kopie")
    return delen.filter(kopie=kopie, over_zaak__in=dicht).values("pk")
