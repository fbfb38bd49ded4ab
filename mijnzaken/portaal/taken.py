"""What the resident has to do now: open tasks, drafts to finish, consents to give."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from autorisatie.actor import Burger
from autorisatie.toegang import voor_burger
from mijnzaken.portaal.producten import open_controles
from mijnzaken.zaken.models import Concept, Taak, Taakstand

HOOGSTE = 100


def open_taken(actor: Burger) -> list[Taak]:
    """The tasks that wait for this partij, the nearest term first; one query."""
    rijen = (
        Taak.objects.voor(actor)
        .filter(stand=Taakstand.OPEN, uitvoerder="inwoner", partij=actor.voor_wie)
        .select_related("zaak__proces")
    )
    return list(rijen[:HOOGSTE])


def aantal_open_taken(actor: Burger) -> int:
    return int(
        Taak.objects.voor(actor)
        .filter(stand=Taakstand.OPEN, uitvoerder="inwoner", partij=actor.voor_wie)[:HOOGSTE]
        .count()
    )


def concepten(actor: Burger) -> list[Concept]:
    return list(Concept.objects.voor(actor).select_related("product", "zaaktype__proces")[:20])


@voor_burger
def taken(request: HttpRequest) -> HttpResponse:
    actor: Burger = request.actor  # type: ignore[attr-defined]
    gedaan = (
        Taak.objects.voor(actor)
        .filter(stand=Taakstand.KLAAR, uitvoerder="inwoner", partij=actor.voor_wie)
        .select_related("zaak__proces")
        .order_by("-gedaan_op")[:20]
    )
    return render(
        request,
        "portaal/taken.html",
        {
            "taken": open_taken(actor),
            "controles": open_controles(actor),
            "concepten": concepten(actor),
            "gedaan": list(gedaan),
        },
    )
