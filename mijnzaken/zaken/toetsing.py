"""A process of which a test was withdrawn or is over takes no new zaken; those that run go on (gevaren 109)."""

from django.utils.translation import gettext as _

from autorisatie.fouten import OnjuisteToestand
from catalogus import klok
from catalogus.models import Proces
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


def belet_versturen(concept: Concept) -> str:
    """The same for a draft. An objection belongs to a zaak that ran already, and its term runs on: it goes on."""
    return "" if concept.over_besluit_id else belet(concept.zaaktype.proces)


def moet_kunnen(reden: str) -> None:
    """Raises OnjuisteToestand with this reason, unless it is empty."""
    if reden:
        raise OnjuisteToestand(reden, code="toets_vervallen")
