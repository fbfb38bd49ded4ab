"""The entrance to the rights: its rooms, and what waits for somebody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from autorisatie import beleid
from autorisatie.matrix import herziening
from autorisatie.models import Matrixstand, Matrixversie
from autorisatie.toegang import voor_medewerker


@voor_medewerker("rechten_inzien")
def rechten(request: HttpRequest) -> HttpResponse:
    """What this person may do with rights, which drafts wait, and what has to be looked through."""
    kamers = (
        (
            "rechten_inzien",
            "beheer_matrix",
            _("Autorisatiematrix"),
            _("Wat elke rol mag zien en doen, en onder welke voorwaarden."),
        ),
        (
            "toekenning_goedkeuren",
            "beheer_toekenningen",
            _("Rollen"),
            _("Wie welke rol heeft, wat op goedkeuring wacht en wat afloopt."),
        ),
        ("waarneming_instellen", "beheer_waarnemingen", _("Waarneming"), _("Wie er niet is, en wie de zaken doet.")),
        (
            "afscherming_beheren",
            "beheer_afschermingen",
            _("Afscherming"),
            _("Wat alleen genoemde collega’s kunnen openen, en wie dat zijn."),
        ),
        (
            "applicaties_inzien",
            "beheer_applicaties",
            _("Applicaties"),
            _("Welke andere systemen er zijn, wat elk mag en wat op goedkeuring wacht."),
        ),
        ("rechten_inzien", "beheer_herziening", _("Herziening"), _("Wat elk jaar nagelopen wordt, en door wie.")),
        (
            "rechten_uitleggen",
            "beheer_waarom",
            _("Waarom zie ik dit (niet)?"),
            _("Uitleg van een beslissing over iemand en een zaak."),
        ),
    )
    actor = request.actor  # type: ignore[attr-defined]
    standen = herziening.standen()
    return render(
        request,
        "beheer/rechten.html",
        {
            "kamers": [
                {"url": reverse(naam), "naam": titel, "uitleg": uitleg}
                for recht, naam, titel, uitleg in kamers
                if beleid.mag(actor, recht)
            ],
            "wachtend": Matrixversie.objects.exclude(stand=Matrixstand.GOEDGEKEURD).select_related("opgesteld_door"),
            "te_laat": [stand for stand in standen if stand.te_laat],
            "binnenkort": [stand for stand in standen if stand.binnenkort],
        },
    )
