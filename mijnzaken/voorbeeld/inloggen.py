"""Log-in without a provider, for the personas of the demo. This module refuses to be loaded anywhere else."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from autorisatie import sessie
from autorisatie.inloggen import binnenlaten, pogingen
from autorisatie.inloggen.doorsturen import veilig_pad
from autorisatie.inloggen.weigering import InlogWeigering
from autorisatie.models import Gebruiker, Partij
from autorisatie.toegang import openbaar
from autorisatie.vangnet import buiten_vangnet
from mijnzaken.voorbeeld.personas import OP_NAAM, PERSONAS, Persona

if not settings.DEMO:
    raise ImproperlyConfigured("Inloggen als voorbeeldpersoon bestaat alleen in de demo (MIJNZAKEN_DEMO=1).")

KOPPEN = (
    ("inwoner", _("Inwoners")),
    ("organisatie", _("Organisaties")),
    ("medewerker", _("Medewerkers van de gemeente")),
)


@openbaar
@buiten_vangnet("inloggen maakt een ander dan wie er nu is")
@sessie.van_iedereen
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def demo(request: HttpRequest) -> HttpResponse:
    """The personas; a form that posts ``persona`` logs that one in, for what it is and nothing more."""
    if request.method in ("GET", "HEAD"):
        return _lijst(request)
    try:
        pogingen.houd_tegen(request, "demo")
    except InlogWeigering as fout:
        context = {"fout": fout, "opnieuw": request.path}
        return render(request, "openbaar/inloggen_niet.html", context, status=fout.status)
    pogingen.tel(request, "demo")
    persona = OP_NAAM.get(request.POST.get("persona", ""))
    if persona is None:
        return _lijst(request, gettext("Kies een persoon uit de lijst."), status=422)
    if not _begin(request, persona):
        melding = gettext("%(naam)s staat niet in deze database. Laad eerst de voorbeeldgemeente.")
        return _lijst(request, melding % {"naam": persona.naam}, status=409)
    wacht = binnenlaten.na_begin(request)
    return HttpResponseRedirect(veilig_pad(request.POST.get("next")) or wacht or persona.landing)


def _begin(request: HttpRequest, persona: Persona) -> bool:
    if persona.is_medewerker:
        gebruiker = Gebruiker.objects.filter(gebruikersnaam=persona.persona, is_active=True).first()
        if gebruiker is not None:
            sessie.begin_medewerker(request, gebruiker=gebruiker, middel="demo")
        return gebruiker is not None
    partij = Partij.objects.systeem("inloggen in de demo").filter(uuid=persona.partij_uuid).first()
    if partij is not None and partij.doet_mee:
        sessie.begin_burger(request, partij=partij, middel=persona.middel, betrouwbaarheid=persona.betrouwbaarheid)
    return partij is not None and partij.doet_mee


def _lijst(request: HttpRequest, melding: str = "", status: int = 200) -> HttpResponse:
    groepen = [(kop, [een for een in PERSONAS if een.soort == soort]) for soort, kop in KOPPEN]
    context = {
        "groepen": groepen,
        "melding": melding,
        "next": veilig_pad(request.GET.get("next") or request.POST.get("next")),
    }
    return render(request, "openbaar/inloggen_demo.html", context, status=status)
