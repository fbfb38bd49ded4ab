"""The Selectielijst: which lists there are, and loading a new one. The results of zaaktypen are chosen out of it."""

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from autorisatie.formulier import neem_fouten_over
from autorisatie.fouten import Weigering
from autorisatie.toegang import voor_medewerker
from backoffice.beheer.upl import Laadformulier
from catalogus.models import Selectielijstresultaat
from catalogus.selectielijst import OnbruikbareSelectielijst, lees_selectielijst
from mijnzaken.inrichting.aanbod import selectielijst_laden


class Lijstformulier(Laadformulier):
    naam = gettext_lazy("De lijst als JSON-bestand")
    uitleg = gettext_lazy("De procestypen en resultaten, zoals de API van de Selectielijst ze geeft.")


@voor_medewerker("product_wijzigen")
@require_http_methods(["GET", "HEAD", "POST"])
def selectielijst(request: HttpRequest) -> HttpResponse:
    """What was loaded, per year; a POST loads a new list, whole or not at all."""
    data, bestanden = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    formulier = Lijstformulier(data, bestanden)
    if request.method == "POST" and formulier.is_valid():
        try:
            naam, tekst = formulier.cleaned_data["bestand"]
            verslag = selectielijst_laden(request.actor, lees_selectielijst(tekst), naam)  # type: ignore[attr-defined]
        except OnbruikbareSelectielijst as fout:
            formulier.add_error("bestand", f"{_('Er is niets geladen.')} {fout}")
        except Weigering as weigering:
            neem_fouten_over(formulier, weigering)
        else:
            messages.success(
                request,
                _("De lijst is geladen. Nieuw: %(a)d. Gewijzigd: %(b)d. Verdwenen: %(c)d. Gelijk gebleven: %(d)d.")
                % {
                    "a": len(verslag.nieuw),
                    "b": len(verslag.gewijzigd),
                    "c": len(verslag.verdwenen),
                    "d": verslag.gelijk,
                },
            )
            return redirect("beheer_selectielijst")
    rijen = Selectielijstresultaat.objects.filter(vervallen=False)
    jaren = rijen.values("procestype__jaar").order_by("-procestype__jaar")
    return render(
        request,
        "beheer/selectielijst.html",
        {
            "form": formulier,
            "jaren": jaren.annotate(
                procestypen=Count("procestype", distinct=True, filter=Q(procestype__vervallen=False)),
                resultaten=Count("pk"),
            ),
        },
        status=422 if formulier.errors else 200,
    )
