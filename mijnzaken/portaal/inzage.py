"""Wie keek er mee? Which department or system looked at which data, when, for what, on which ground."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from autorisatie.actor import Burger
from autorisatie.logboek import betrokkene_sleutel
from autorisatie.models import Gegevensgroep, Verwerkingsregel
from autorisatie.toegang import voor_burger
from mijnzaken.zaken.models import Zaak

BLADZIJDE = 50


@voor_burger
def inzage(request: HttpRequest) -> HttpResponse:
    actor: Burger = request.actor  # type: ignore[attr-defined]
    regels = Verwerkingsregel.objects.filter(
        data_subject_id=betrokkene_sleutel(actor.voor_wie.pk), achtergehouden=False
    ).order_by("-start_time", "-id")
    na = request.GET.get("na", "")
    if na.isdigit():
        regels = regels.filter(id__lt=int(na))
    rijen = list(regels[: BLADZIJDE + 1])
    zaken = {
        z.uuid: z
        for z in Zaak.objects.voor(actor)
        .filter(uuid__in={r.zaak_uuid for r in rijen if r.zaak_uuid})
        .select_related("proces")
    }
    return render(
        request,
        "portaal/inzage.html",
        {
            "regels": [_regel(r, zaken) for r in rijen[:BLADZIJDE]],
            "volgende": f"?na={rijen[BLADZIJDE - 1].pk}" if len(rijen) > BLADZIJDE else "",
        },
    )


_DAAD = {
    "inzien": "bekeek uw zaak",
    "in_behandeling_nemen": "begon met uw zaak",
    "besluiten": "nam een besluit",
    "besluit_voorstellen": "deed een voorstel voor een besluit",
    "aanvulling_vragen": "vroeg u om een aanvulling",
    "klantcontact_vastleggen": "legde vast dat u contact had",
    "notitie_schrijven": "schreef een notitie",
    "toewijzen": "gaf uw zaak aan een medewerker",
    "advies_vragen": "vroeg een collega om advies",
    "adviseren": "gaf advies",
    "indienen": "diende de aanvraag in",
    "zaak_registreren": "legde uw aanvraag vast",
}


def _regel(rij: Verwerkingsregel, zaken: dict[Any, Zaak]) -> dict[str, Any]:
    groepen = [Gegevensgroep(g).label for g in rij.gegevensgroepen if g in Gegevensgroep.values]
    return {
        "moment": rij.start_time,
        "door": rij.door,
        "daad": _DAAD.get(rij.name, rij.name.replace("_", " ")),
        "zaak": zaken.get(rij.zaak_uuid),
        "gegevens": ", ".join(groepen),
        "grondslag": rij.grondslag,
    }
