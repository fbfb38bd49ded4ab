"""What is looked through every year, by whom, and what is due. A page of sections: each kind of right has its own."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from autorisatie import beleid
from autorisatie.formulier import meld_uitkomst
from autorisatie.herstel import herstel
from autorisatie.matrix import herziening as matrixherziening
from autorisatie.matrix.blokken import van_versie
from autorisatie.models import Matrixversie, Rol
from autorisatie.toegang import voor_medewerker
from backoffice.beheer.forms_matrix import Nalopen
from backoffice.beheer.matrix import cellen, kolommen
from backoffice.beheer.toekenningen import te_herzien
from mijnzaken.inrichting.matrix import matrix_herzien


@voor_medewerker("rechten_inzien")
@require_safe
def herziening(request: HttpRequest) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    mag_verlengen = beleid.mag(actor, "toekenning_verlengen")
    return render(
        request,
        "beheer/herziening.html",
        {
            "rollen": matrixherziening.standen(),
            "mag_herzien": beleid.mag(actor, "matrix_herzien"),
            "mag_verlengen": mag_verlengen,
            **(te_herzien(request) if mag_verlengen else {}),
        },
    )


@voor_medewerker("matrix_herzien")
@require_http_methods(["GET", "HEAD", "POST"])
def nalopen(request: HttpRequest, code: str) -> HttpResponse:
    """The rows of one role as they hold now, the earlier reviews, and the form to record this one."""
    rol = get_object_or_404(Rol, code=code)
    formulier = Nalopen(request.POST) if request.method == "POST" else herstel(request, Nalopen())
    if request.method == "POST" and formulier.is_valid():
        with meld_uitkomst(request, _("Vastgelegd: de regels van %(rol)s zijn nagelopen.") % {"rol": rol}, formulier):
            matrix_herzien(request.actor, rol, **formulier.cleaned_data)  # type: ignore[attr-defined]
        if not formulier.errors:
            return redirect("beheer_herziening")
    versie = Matrixversie.actief()
    blokken = [blok for blok in van_versie(versie) if blok.regel.rol_id == rol.pk] if versie else []
    return render(
        request,
        "beheer/herziening_rol.html",
        {
            "rol": rol,
            "versie": versie,
            "form": formulier,
            "groepen": kolommen(),
            "regels": [{"blok": blok, "cellen": cellen(blok)} for blok in blokken],
            "eerder": rol.herzieningen.select_related("door", "versie")[:10],
        },
        status=422 if formulier.errors else 200,
    )
