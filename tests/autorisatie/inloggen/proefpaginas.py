"""Pages to try sessions and forms on: one for a resident, one for staff, one that asks by itself."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path

from autorisatie.herstel import herstel
from autorisatie.inloggen.niveau import hoger_nodig
from autorisatie.sessie import peiling
from autorisatie.toegang import openbaar, voor_burger, voor_medewerker

SJABLOON = (
    '{% extends "basis.html" %}{% block inhoud %}<form method="post" enctype="multipart/form-data">'
    "{% csrf_token %}{{ form }}<button>Verstuur</button></form>{% endblock %}"
)


class Brief(forms.Form):
    tekst = forms.CharField(widget=forms.Textarea)
    dagen = forms.MultipleChoiceField(
        choices=[("ma", "maandag"), ("di", "dinsdag"), ("wo", "woensdag")], required=False
    )
    akkoord = forms.BooleanField(required=False)
    bijlage = forms.FileField(required=False)


def _brief(request: HttpRequest) -> HttpResponse:
    if request.POST.get("tekst") == "storing":
        return HttpResponse("storing", status=500)
    if request.method == "POST":
        return HttpResponse("verstuurd: " + request.POST.get("tekst", ""))
    form = herstel(request, Brief())
    return HttpResponse(engines["django"].from_string(SJABLOON).render({"form": form}, request))


@voor_burger
def brief(request: HttpRequest) -> HttpResponse:
    return _brief(request)


@voor_medewerker("proef")
def bureau(request: HttpRequest) -> HttpResponse:
    return _brief(request)


@openbaar
def open_brief(request: HttpRequest) -> HttpResponse:
    return _brief(request)


@voor_burger
@peiling
def teller(request: HttpRequest) -> HttpResponse:
    return HttpResponse("3")


@voor_burger
def streng(request: HttpRequest) -> HttpResponse:
    return hoger_nodig(request, 4) or HttpResponse("geheim")


urlpatterns = [
    path("mijn/brief/", brief),
    path("mijn/teller/", teller),
    path("mijn/streng/", streng),
    path("backoffice/bureau/", bureau),
    path("open/", open_brief),
    path("", include("mijnzaken.openbaar.urls_inloggen")),
    path("", include("mijnzaken.openbaar.urls")),
    path("mijn/", include("mijnzaken.portaal.urls")),
    path("backoffice/", include("backoffice.urls")),
]
handler403 = "mijnzaken.openbaar.fouten.geweigerd"
handler404 = "mijnzaken.openbaar.fouten.bestaat_niet"
handler500 = "mijnzaken.openbaar.fouten.storing"
