"""The addresses that the frames link to, so that the look is tried without any screen behind it."""

from django.http import HttpRequest, HttpResponse
from django.urls import path


def niets(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


NAMEN = {
    "inloggen": "inloggen/",
    "uitloggen": "uitloggen/",
    "sessie": "sessie/",
    "sessie_verlengen": "sessie/verlengen/",
    "taal": "taal/",
}
urlpatterns = [path(pad, niets, name=naam) for naam, pad in NAMEN.items()]
