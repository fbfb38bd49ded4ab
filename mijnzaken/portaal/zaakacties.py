"""What the resident does in a zaak: send what is asked, do a task, add a document, withdraw, object."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from autorisatie.actor import Burger
from autorisatie.formulier import meld_uitkomst
from autorisatie.fouten import BestaatNiet, Invoerfout, Weigering
from autorisatie.herstel import herstel
from autorisatie.toegang import voor_burger
from catalogus import klok
from catalogus.models import Zaaktype
from mijnzaken.documenten.opslag import Geweigerd, bewaar_upload, gooi_upload_weg, upload_van, uploads_van
from mijnzaken.portaal.sleutels import uuid_of_404
from mijnzaken.portaal.zaken import kruimels
from mijnzaken.zaken.handelingen import afronden, concepten, documenten, taken, termijnen
from mijnzaken.zaken.inzien import Inzage, zaak_inzien
from mijnzaken.zaken.uploads import eigenaar_bij_zaak


class Antwoordformulier(forms.Form):
    antwoord = forms.CharField(
        label=gettext_lazy("Wilt u er iets bij zeggen?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class Vraagformulier(forms.Form):
    antwoord = forms.CharField(
        label=gettext_lazy("Uw antwoord"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )


class Intrekformulier(forms.Form):
    reden = forms.CharField(
        label=gettext_lazy("Waarom trekt u uw aanvraag in?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class Documentformulier(forms.Form):
    titel = forms.CharField(label=gettext_lazy("Wat is het voor document?"), max_length=200)


@voor_burger
@require_http_methods(["GET", "HEAD", "POST"])
def taak(request: HttpRequest, uuid: UUID, taak_uuid: UUID) -> HttpResponse:
    """One open task: what is asked, until when, and the form to do it with."""
    actor: Burger = request.actor  # type: ignore[attr-defined]
    inzage = zaak_inzien(actor, uuid, doel="taak uitvoeren")
    rij = next((t for t in inzage.taken if t.uuid == taak_uuid), None)
    if rij is None:
        raise BestaatNiet
    if rij.stand != "open":
        messages.info(request, _("Deze taak is al gedaan."))
        return redirect("mijn_zaak", uuid=uuid)
    soort = Vraagformulier if rij.soort == "formulier" else Antwoordformulier
    formulier = soort(request.POST) if request.method == "POST" else herstel(request, soort())
    fout = ""
    if request.method == "POST" and formulier.is_valid():
        try:
            _voer_taak_uit(request, actor, inzage, rij, formulier.cleaned_data["antwoord"])
        except Geweigerd as weigering:
            fout = weigering.reden
        except Invoerfout as onjuist:
            fout = " ".join(onjuist.velden.values())
        except Weigering as weigering:
            messages.error(request, weigering.reden)
            return redirect("mijn_zaak", uuid=uuid)
        else:
            messages.success(request, _("Bedankt, wij hebben het ontvangen."))
            return redirect("mijn_zaak", uuid=uuid)
    return render(
        request,
        "portaal/taak.html",
        {
            "zaak": inzage.beeld,
            "uuid": uuid,
            "taak": rij,
            "form": formulier,
            "fout": fout,
            "bestanden": _bestanden(actor, uuid),
            "upload_actief": rij.soort == "upload",
            "kruimels": kruimels(inzage.zaak),
            **_uploadadressen(uuid),
        },
        status=422 if fout else 200,
    )


def _voer_taak_uit(request: HttpRequest, actor: Burger, inzage: Inzage, rij: Any, antwoord: str) -> None:
    sleutel = eigenaar_bij_zaak(actor, inzage.zaak.uuid)
    uploads = [u for u in request.POST.getlist("bestanden") if u in uploads_van(sleutel)]
    for bestand in request.FILES.getlist("bestanden_bestand"):  # a browser without script
        uploads.append(str(bewaar_upload(bestand, eigenaar=sleutel).uuid))
    if rij.opschorting_id is not None:
        termijnen.aanvullen(actor, inzage.zaak, rij.uuid, uploads=uploads, antwoord=antwoord)
    else:
        taken.taak_uitvoeren(actor, inzage.zaak, rij.uuid, antwoord=antwoord, uploads=uploads)


def _uploadadressen(uuid: UUID) -> dict[str, str]:
    return {
        "upload_url": reverse("mijn_zaak_upload", args=[uuid]),
        "weg_url": reverse("mijn_zaak_upload_weg", args=[uuid]),
    }


def _bestanden(actor: Burger, zaak_uuid: UUID) -> list[dict[str, Any]]:
    return [
        {"uuid": sleutel, "naam": u.bestandsnaam, "omvang": u.bestandsomvang}
        for sleutel, u in uploads_van(eigenaar_bij_zaak(actor, zaak_uuid)).items()
    ]


@voor_burger
@require_POST
def upload(request: HttpRequest, uuid: UUID) -> JsonResponse:
    """A file for this zaak, before the form is sent."""
    actor: Burger = request.actor  # type: ignore[attr-defined]
    zaak_inzien(actor, uuid, doel="document sturen")
    bestand: UploadedFile | None = request.FILES.get("bestand")
    if bestand is None:
        return JsonResponse({"fout": _("Kies eerst een bestand.")}, status=422)
    try:
        bewaard = bewaar_upload(bestand, eigenaar=eigenaar_bij_zaak(actor, uuid))
    except Geweigerd as weigering:
        return JsonResponse({"fout": weigering.reden}, status=422)
    return JsonResponse({"uuid": str(bewaard.uuid), "naam": bewaard.bestandsnaam, "omvang": bewaard.bestandsomvang})


@voor_burger
@require_POST
def upload_weg(request: HttpRequest, uuid: UUID) -> JsonResponse:
    actor: Burger = request.actor  # type: ignore[attr-defined]
    gooi_upload_weg(upload_van(eigenaar_bij_zaak(actor, uuid), uuid_of_404(request.POST.get("bestand", ""))))
    return JsonResponse({"weg": True})


@voor_burger
@require_http_methods(["GET", "HEAD", "POST"])
def intrekken(request: HttpRequest, uuid: UUID) -> HttpResponse:
    actor: Burger = request.actor  # type: ignore[attr-defined]
    inzage = zaak_inzien(actor, uuid, doel="aanvraag intrekken")
    formulier = Intrekformulier(request.POST) if request.method == "POST" else herstel(request, Intrekformulier())
    if request.method == "POST" and formulier.is_valid():
        with meld_uitkomst(request, _("U hebt uw aanvraag ingetrokken.")):
            afronden.intrekken(actor, inzage.zaak, reden=formulier.cleaned_data["reden"])
        return redirect("mijn_zaak", uuid=uuid)
    if "intrekken" not in inzage.mag:
        raise BestaatNiet
    return render(
        request,
        "portaal/intrekken.html",
        {"zaak": inzage.beeld, "uuid": uuid, "form": formulier, "kruimels": kruimels(inzage.zaak)},
    )


@voor_burger
@require_http_methods(["GET", "HEAD", "POST"])
def document(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Add a document that nobody asked for."""
    actor: Burger = request.actor  # type: ignore[attr-defined]
    inzage = zaak_inzien(actor, uuid, doel="document sturen")
    if "document_toevoegen" not in inzage.mag:
        raise BestaatNiet
    formulier = Documentformulier(request.POST) if request.method == "POST" else herstel(request, Documentformulier())
    fout = ""
    if request.method == "POST" and formulier.is_valid():
        try:
            _voeg_toe(request, actor, inzage, formulier.cleaned_data["titel"])
        except Geweigerd as weigering:
            fout = weigering.reden
        except Weigering as weigering:
            fout = weigering.reden
        else:
            messages.success(request, _("Wij hebben uw document ontvangen."))
            return redirect("mijn_zaak", uuid=uuid)
    return render(
        request,
        "portaal/document.html",
        {
            "zaak": inzage.beeld,
            "uuid": uuid,
            "form": formulier,
            "fout": fout,
            "bestanden": _bestanden(actor, uuid),
            "kruimels": kruimels(inzage.zaak),
            **_uploadadressen(uuid),
        },
        status=422 if fout else 200,
    )


def _voeg_toe(request: HttpRequest, actor: Burger, inzage: Inzage, titel: str) -> None:
    sleutel = eigenaar_bij_zaak(actor, inzage.zaak.uuid)
    uploads: list[Any] = [u for u in request.POST.getlist("bestanden") if u in uploads_van(sleutel)]
    uploads += [bewaar_upload(b, eigenaar=sleutel).uuid for b in request.FILES.getlist("bestanden_bestand")]
    if not uploads:
        raise Invoerfout({"bestanden": _("Voeg eerst een bestand toe.")})
    for nummer, stuk in enumerate(uploads, start=1):
        naam = titel if len(uploads) == 1 else f"{titel} ({nummer})"
        documenten.document_toevoegen(actor, inzage.zaak, upload=stuk, titel=naam)


@voor_burger
@require_http_methods(["GET", "HEAD", "POST"])
def bezwaar_maken(request: HttpRequest, uuid: UUID, besluit_uuid: UUID) -> HttpResponse:
    """Object to a decision: a draft of its own, linked to the decision."""
    actor: Burger = request.actor  # type: ignore[attr-defined]
    inzage = zaak_inzien(actor, uuid, doel="bezwaar maken")
    besluit = inzage.zaak.besluiten.filter(uuid=besluit_uuid, bezwaar_mogelijk=True).first()
    uiterlijk = besluit.uiterlijke_reactiedatum if besluit else None
    zaaktype = (
        Zaaktype.objects.geldig_op(klok.vandaag())
        .filter(proces__identificatie="bezwaar")
        .select_related("proces")
        .first()
    )
    if (
        besluit is None
        or uiterlijk is None
        or uiterlijk < klok.vandaag()
        or zaaktype is None
        or "bezwaar_maken" not in inzage.mag
    ):
        raise BestaatNiet
    regel = zaaktype.proces.kruistabel.select_related("product").first()
    if regel is None:
        raise BestaatNiet
    if request.method == "POST":
        concept = concepten.concept_beginnen(
            actor, zaaktype, regel.product, proces=zaaktype.proces, over_besluit=besluit
        )
        return redirect(f"{reverse('aanvragen', args=[regel.product.slug])}?concept={concept.uuid}")
    return render(
        request,
        "portaal/bezwaar.html",
        {
            "zaak": inzage.beeld,
            "uuid": uuid,
            "besluit": besluit,
            "uiterlijk": uiterlijk,
            "kruimels": kruimels(inzage.zaak),
        },
    )
