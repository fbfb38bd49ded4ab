"""A process of which a test was withdrawn or is over (gevaren 109), or that ended without a successor, takes no new
zaken; those that run go on.
"""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from autorisatie.fouten import OnjuisteToestand
from catalogus import klok, versies
from catalogus.models import Proces, Zaaktype
from mijnzaken.zaken.models import Concept


def belet(proces: Proces) -> str:
    """Why nobody can apply now, in words for who wants to; empty when one can.

    A call-back note does not ask this: it is a question and no application.
    """
    if not proces.toets_verviel(klok.vandaag()):
        return ""
    return _(
        "Een nieuwe aanvraag kan nu even niet. Wij kijken eerst of wij goed omgaan met uw gegevens. "
        "Hebt u al een zaak? Die gaat gewoon door."
    )


def belet_na_einde(proces: Proces) -> str:
    """Since when nobody can apply, of a process that no version of holds today; empty when it did not end."""
    return _niet_meer(versies.beeindigd_zonder_opvolger(proces, klok.vandaag()))


def _niet_meer(dag: date | None) -> str:
    if dag is None:
        return ""
    return _("Vanaf %(dag)s kunt u dit niet meer aanvragen. Hebt u al een zaak? Die gaat gewoon door.") % {
        "dag": date_format(dag, "j F Y")
    }


def belet_versturen(concept: Concept) -> str:
    """The same for a draft. An objection belongs to a zaak that ran already, and its term runs on: it goes on."""
    if concept.over_besluit_id:
        return ""
    return voorbij(concept) or belet(concept.zaaktype.proces)


def voorbij(concept: Concept) -> str:
    """Why this draft can't be sent any more, nor later: its product or its process ended. Empty when it still can."""
    if concept.over_besluit_id:
        return ""
    dag, einde, proces = klok.vandaag(), concept.zaaktype.einde_geldigheid, concept.zaaktype.proces
    weg = concept.product.gepubliceerd_tot
    if weg is not None and weg <= dag:
        return _niet_meer(weg)
    over = einde is not None and einde <= dag and Zaaktype.objects.geldig(proces, dag) is None
    return belet_na_einde(proces) if over else ""


def moet_kunnen(reden: str) -> None:
    """Raises OnjuisteToestand with this reason, unless it is empty."""
    if reden:
        raise OnjuisteToestand(reden, code="toets_vervallen")
