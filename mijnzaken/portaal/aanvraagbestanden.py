"""Files of a draft, one at a time, while the page stays."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_POST

from autorisatie.toegang import voor_burger
from mijnzaken.aanvragen.stroom import haal_bestand_weg, neem_bestand_aan
from mijnzaken.portaal.aanvragen import concept_of_404


@voor_burger
@require_POST
def upload(request: HttpRequest, slug: str) -> JsonResponse:
    return neem_bestand_aan(request, concept_of_404(request, slug))


@voor_burger
@require_POST
def upload_weg(request: HttpRequest, slug: str) -> JsonResponse:
    return haal_bestand_weg(request, concept_of_404(request, slug))
