"""Every message that the demo sent, as its receiver would see it. Exists in the demo only."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from autorisatie.toegang import openbaar
from mijnzaken.berichten.inzien import demo_postvak


@openbaar
def postvak(request: HttpRequest) -> HttpResponse:
    return render(request, "openbaar/postvak.html", {"blad": demo_postvak(request.GET.get("na", ""))})
