"""The page of a handeling: one view for all of them, by the table."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from autorisatie.actor import Medewerker
from autorisatie.fouten import Achterhaald, BestaatNiet, Invoerfout, Weigering
from autorisatie.herstel import herstel
from autorisatie.toegang import voor_medewerker
from autorisatie.versleuteling import zoekwaarde
from backoffice.behandeling.forms import Handelingformulier
from backoffice.behandeling.forms_stukken import MetBestanden
from backoffice.behandeling.knoppen import zinvol
from backoffice.behandeling.kruimels import naar_zaak
from backoffice.behandeling.scherm import Scherm
from backoffice.behandeling.tabel import SCHERMEN
from mijnzaken.documenten.opslag import Geweigerd, bewaar_upload, gooi_upload_weg, upload_van, uploads_van
from mijnzaken.zaken.inzien import Inzage, zaak_inzien_op_nummer
from mijnzaken.zaken.mandaat import bevoegden
from mijnzaken.zaken.models import Zaak


@voor_medewerker("zaak_inzien")
@require_http_methods(["GET", "HEAD", "POST"])
def handelen(request: HttpRequest, nummer: str, naam: str) -> HttpResponse:
    """Show the form, or do it. Whatever stands in the way comes back with everything that was typed."""
    scherm = SCHERMEN.get(naam)
    if scherm is None:
        raise BestaatNiet
    actor: Medewerker = request.actor  # type: ignore[attr-defined]
    inzage = zaak_inzien_op_nummer(actor, nummer, doel="zaak behandelen")
    if request.method == "POST":
        formulier = scherm.formulier(inzage, request.GET, request.POST, request.FILES)
        fout = _doe(request, inzage, scherm, formulier)
        if fout is None:
            messages.success(request, str(scherm.klaar))
            if Zaak.objects.een(actor, inzage.zaak.uuid) is None:  # he shielded it, and is not named himself
                return redirect("zaken")
            return redirect("zaak", nummer=nummer)
        return _pagina(request, inzage, naam, formulier, fout, status=422)
    if naam not in zinvol(inzage):
        messages.info(request, inzage.zaak.belet(naam) or _("Dit kan nu niet bij deze zaak."))
        return redirect("zaak", nummer=nummer)
    return _pagina(request, inzage, naam, herstel(request, scherm.formulier(inzage, request.GET)))


def _doe(request: HttpRequest, inzage: Inzage, scherm: Scherm, formulier: Handelingformulier) -> str | None:
    """``None`` when it is done; else what is wrong with the files, empty when the form says it."""
    if not formulier.is_valid():
        return ""
    try:
        waarden = formulier.waarden()
        if isinstance(formulier, MetBestanden):
            waarden["uploads"] = _uploads(request, inzage)
        scherm.doe(inzage.actor, inzage.zaak, gezien_versie=formulier.cleaned_data["gezien_versie"], **waarden)
    except Geweigerd as weigering:
        return weigering.reden
    except Invoerfout as onjuist:
        return _zet_fouten(formulier, onjuist)
    except Achterhaald as achterhaald:
        nu = zaak_inzien_op_nummer(inzage.actor, inzage.zaak.nummer, doel="zaak behandelen")
        formulier.add_error(None, achterhaald.reden)
        formulier.zet_versie(nu.zaak.versie)
        return ""
    except Weigering as weigering:
        formulier.add_error(None, weigering.reden)
        return ""
    return None


def _zet_fouten(formulier: Handelingformulier, onjuist: Invoerfout) -> str:
    bestandsfout = ""
    for veld, melding in onjuist.velden.items():
        if veld == "bestanden":
            bestandsfout = melding
        else:
            formulier.add_error(veld if veld in formulier.fields else None, melding)
    return bestandsfout


def _pagina(
    request: HttpRequest, inzage: Inzage, naam: str, formulier: Handelingformulier, fout: str = "", status: int = 200
) -> HttpResponse:
    scherm = SCHERMEN[naam]
    context: dict[str, Any] = {
        "zaak": inzage.beeld,
        "nummer": inzage.zaak.nummer,
        "scherm": scherm,
        "form": formulier,
        "fout": fout,
        "knop": scherm.knop or scherm.naam,
        "terug": reverse("zaak", args=[inzage.zaak.nummer]),
        "kruimels": naar_zaak(inzage.zaak.nummer),
        "bevestig": _("Weet u het zeker?") if scherm.gevaarlijk else "",
    }
    if naam in ("besluiten", "voorstel_terugsturen"):
        context["voorstel"] = next(
            (v for v in inzage.voorstellen if not v.besloten_op and not v.teruggestuurd_op), None
        )
        if context["voorstel"]:
            context["bevoegden"] = bevoegden(context["voorstel"].besluitmoment)
        context["adviezen"] = [a for a in inzage.adviezen if a.advies]
    if naam == "adviseren":
        context["vragen"] = [a for a in inzage.adviezen if not a.gegeven_op]
    if isinstance(formulier, MetBestanden):
        context |= {
            "bestanden": _bestanden(inzage),
            "upload_url": reverse("zaak_upload", args=[inzage.zaak.nummer]),
            "weg_url": reverse("zaak_upload_weg", args=[inzage.zaak.nummer]),
        }
    return render(request, "behandeling/handeling.html", context, status=status)


# -- files -------------------------------------------------------------------------------------------------------------


def eigenaar(inzage: Inzage) -> str:
    """The owner key of uploads for this zaak by this member of staff."""
    actor: Medewerker = inzage.actor  # type: ignore[assignment]
    return zoekwaarde(f"{inzage.zaak.uuid}:medewerker:{actor.gebruiker.pk}", soort="upload")


def _uploads(request: HttpRequest, inzage: Inzage) -> list[str]:
    sleutel = eigenaar(inzage)
    bekend = uploads_van(sleutel)
    uploads = [u for u in request.POST.getlist("bestanden") if u in bekend]
    uploads += [str(bewaar_upload(b, eigenaar=sleutel).uuid) for b in request.FILES.getlist("bestanden_bestand")]
    if not uploads:
        raise Invoerfout({"bestanden": _("Voeg eerst een bestand toe.")})
    return uploads


def _bestanden(inzage: Inzage) -> list[dict[str, Any]]:
    return [
        {"uuid": sleutel, "naam": u.bestandsnaam, "omvang": u.bestandsomvang}
        for sleutel, u in uploads_van(eigenaar(inzage)).items()
    ]


@voor_medewerker("zaak_inzien")
@require_POST
def upload(request: HttpRequest, nummer: str) -> JsonResponse:
    """A file for this zaak, before the form is sent."""
    inzage = zaak_inzien_op_nummer(request.actor, nummer, doel="document toevoegen")  # type: ignore[attr-defined]
    bestand: UploadedFile | None = request.FILES.get("bestand")
    if bestand is None:
        return JsonResponse({"fout": _("Kies eerst een bestand.")}, status=422)
    try:
        bewaard = bewaar_upload(bestand, eigenaar=eigenaar(inzage))
    except Geweigerd as weigering:
        return JsonResponse({"fout": weigering.reden}, status=422)
    return JsonResponse({"uuid": str(bewaard.uuid), "naam": bewaard.bestandsnaam, "omvang": bewaard.bestandsomvang})


@voor_medewerker("zaak_inzien")
@require_POST
def upload_weg(request: HttpRequest, nummer: str) -> JsonResponse:
    inzage = zaak_inzien_op_nummer(request.actor, nummer, doel="document toevoegen")  # type: ignore[attr-defined]
    try:
        sleutel = UUID(request.POST.get("bestand", ""))
    except ValueError:
        raise BestaatNiet from None
    gooi_upload_weg(upload_van(eigenaar(inzage), sleutel))
    return JsonResponse({"weg": True})
