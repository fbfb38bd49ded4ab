"""The entrance to the rights: its rooms, and what waits for somebody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from autorisatie import beleid
from autorisatie import logboek as schrijven
from autorisatie.matrix import herziening
from autorisatie.models import Auditregel, Gebruiker, Matrixstand, Matrixversie
from autorisatie.toegang import voor_medewerker

BLADZIJDE = 50


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


@voor_medewerker("logboek_lezen")
def logboek(request: HttpRequest) -> HttpResponse:
    """The newest lines, by page; reading them is a line too."""
    regels = Auditregel.objects.order_by("-moment", "-id")
    voor = request.GET.get("voor", "")
    if voor.isascii() and voor.isdigit():
        regels = regels.filter(id__lt=int(voor[:18]))
    handeling = request.GET.get("handeling", "").strip()[:60]
    if handeling:
        regels = regels.filter(handeling=handeling)
    rijen = list(regels[: BLADZIJDE + 1])
    schrijven.schrijf(request.actor, "logboek_lezen", bijzonderheden={"handeling": handeling} if handeling else {})  # type: ignore[attr-defined]
    namen = {g.pk: g.naam for g in Gebruiker.objects.filter(pk__in={r.gebruiker_id for r in rijen if r.gebruiker_id})}
    return render(
        request,
        "beheer/logboek.html",
        {
            "regels": [{"regel": r, "wie": namen.get(r.gebruiker_id or 0, r.actor_soort)} for r in rijen[:BLADZIJDE]],
            "volgende": f"?voor={rijen[BLADZIJDE - 1].pk}" if len(rijen) > BLADZIJDE else "",
            "handeling": handeling,
        },
    )
