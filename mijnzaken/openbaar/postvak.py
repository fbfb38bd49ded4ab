"""Every message that the demo sent, as its receiver would see it. Exists in the demo only."""

from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from autorisatie.toegang import openbaar
from mijnzaken.berichten.inzien import demo_postvak

BLADZIJDE = 25


@openbaar
def postvak(request: HttpRequest) -> HttpResponse:
    moment, _, pk = request.GET.get("na", "").partition("~")
    try:
        na = (datetime.fromtimestamp(float(moment), UTC), int(pk))
    except (ValueError, OverflowError, OSError):
        na = None
    rijen = demo_postvak(na, BLADZIJDE + 1)
    laatste = rijen[BLADZIJDE - 1] if len(rijen) > BLADZIJDE else None
    return render(
        request,
        "openbaar/postvak.html",
        {
            "berichten": rijen[:BLADZIJDE],
            "volgende": f"?na={laatste.ontvangen_op.timestamp()}~{laatste.pk}" if laatste else "",
        },
    )
