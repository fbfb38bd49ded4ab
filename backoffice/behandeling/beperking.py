"""Locking the zaken of who asks that his data are stored and not used, and lifting the lock."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from autorisatie.actor import Medewerker
from autorisatie.formulier import neem_fouten_over
from autorisatie.fouten import BestaatNiet, Weigering
from autorisatie.toegang import voor_medewerker
from backoffice.behandeling.forms import dagveld, tekstvak
from backoffice.behandeling.gevraagd import gevraagd
from backoffice.behandeling.kruimels import naar_zaak
from mijnzaken.zaken.avg import MET_SLOT
from mijnzaken.zaken.avg.eigen_zaken import er_is_meer, zaken_van
from mijnzaken.zaken.handelingen import beperken
from mijnzaken.zaken.handelingen.beperken import DOEL
from mijnzaken.zaken.handelingen.taken import aanvrager
from mijnzaken.zaken.inzien import Inzage, zaak_inzien_op_nummer
from mijnzaken.zaken.models import Beperking, Beperkingsgrond


class OpSlot(forms.Form):
    grond = forms.ChoiceField(
        label=gettext_lazy("Op welke grond?"),
        choices=[
            ("", gettext_lazy("Kies een grond")),
            *((g.value, g.label[:1].upper() + g.label[1:]) for g in Beperkingsgrond),
        ],
        required=False,
    )
    toelichting = forms.CharField(
        label=gettext_lazy("Waarom is dit slot nodig?"),
        help_text=gettext_lazy("Collega’s lezen dit. De inwoner leest alleen de grond."),
        max_length=1000,
        required=False,
        widget=tekstvak(3),
    )


class VanSlot(forms.Form):
    weer_vanaf = dagveld(
        label=gettext_lazy("Vanaf welke dag gebruiken wij de gegevens weer?"),
        help_text=gettext_lazy("De inwoner hoort het nu al. Geef hem tijd om te reageren."),
        required=False,
    )
    reden = forms.CharField(
        label=gettext_lazy("Waarom kan het slot eraf?"),
        help_text=gettext_lazy("De inwoner leest dit."),
        max_length=1000,
        required=False,
        widget=tekstvak(3),
    )


@voor_medewerker("gebruik_beperken")
@require_http_methods(["GET", "HEAD", "POST"])
def beperking(request: HttpRequest, nummer: str) -> HttpResponse:
    """His zaken, which of them are locked and why; lock some, or say when the lock goes."""
    inzage = _inzage(request, nummer)
    stap = request.POST.get("stap", "")
    op_slot = OpSlot(request.POST if stap == "op_slot" else None, label_suffix="", prefix="op")
    van_slot = VanSlot(request.POST if stap == "van_slot" else None, label_suffix="", prefix="van")
    if request.method == "POST" and _doe(request, inzage, op_slot, van_slot):
        return redirect("beperking", nummer=nummer)
    regels = _regels(inzage, request.POST.getlist("zaken"))
    return render(
        request,
        "behandeling/beperking.html",
        {
            "zaak": inzage.beeld,
            "nummer": nummer,
            "kruimels": naar_zaak(nummer),
            "gevraagd": gevraagd(inzage),
            "vrij": [regel for regel in regels if not regel["eigen"]],
            "op_slot": [regel for regel in regels if regel["eigen"]],
            "er_is_meer": _er_is_meer(inzage),
            "form_op": op_slot,
            "form_van": van_slot,
            "form": op_slot if op_slot.errors else van_slot,
            "mag": inzage.mag,
        },
        status=422 if op_slot.errors or van_slot.errors else 200,
    )


def _doe(request: HttpRequest, inzage: Inzage, op_slot: OpSlot, van_slot: VanSlot) -> bool:
    """Whether it was done; else the form that was sent says what is wrong."""
    actor: Medewerker = inzage.actor  # type: ignore[assignment]
    formulier, doe, klaar = (
        (op_slot, beperken.gebruik_beperken, _("De gegevens staan op slot. De inwoner heeft bericht."))
        if op_slot.is_bound
        else (van_slot, beperken.beperking_opheffen, _("De inwoner heeft bericht over de dag dat het slot eraf gaat."))
    )
    if not formulier.is_valid():
        return False
    try:
        doe(actor, inzage.zaak, zaken=_sleutels(request), **formulier.cleaned_data)
    except Weigering as weigering:
        neem_fouten_over(formulier, weigering)
        return False
    messages.success(request, klaar)
    return True


def _sleutels(request: HttpRequest) -> list[UUID]:
    try:
        return [UUID(waarde) for waarde in request.POST.getlist("zaken")]
    except ValueError:
        raise BestaatNiet from None


def _inzage(request: HttpRequest, nummer: str) -> Inzage:
    inzage = zaak_inzien_op_nummer(request.actor, nummer, doel=DOEL)  # type: ignore[attr-defined]
    if kan_op_slot(inzage):
        return inzage
    raise BestaatNiet


def kan_op_slot(inzage: Inzage) -> bool:
    """Is this a request that can lock, of somebody who is known, before an employee who may do that?"""
    return (
        inzage.zaak.proces.identificatie in MET_SLOT
        and bool(inzage.zaak.beslissing(inzage.actor, "gebruik_beperken"))
        and aanvrager(inzage.zaak) is not None
    )


def _er_is_meer(inzage: Inzage) -> bool:
    partij, actor = aanvrager(inzage.zaak), inzage.actor
    return partij is not None and er_is_meer(actor, inzage.zaak, partij)  # type: ignore[arg-type]


def _regels(inzage: Inzage, gekozen: list[str]) -> list[dict[str, Any]]:
    """Two queries, however many zaken he has."""
    partij, actor = aanvrager(inzage.zaak), inzage.actor
    if partij is None:
        return []
    zaken = list(zaken_van(actor, inzage.zaak, partij).select_related("proces"))  # type: ignore[arg-type]
    sloten: dict[int, list[Beperking]] = {}
    rijen = Beperking.objects.systeem("de sloten op zaken van een verzoek").filter(Beperking.geldend(), zaak__in=zaken)
    for rij in rijen.select_related("door"):
        sloten.setdefault(rij.zaak_id, []).append(rij)
    return [
        {
            "uuid": str(zaak.uuid),
            "naam": zaak.soortnaam,
            "nummer": zaak.nummer,
            "fase": zaak.get_fase_display(),
            "gekozen": str(zaak.uuid) in gekozen,
            "eigen": next((r for r in sloten.get(zaak.pk, []) if r.verzoek_id == inzage.zaak.pk), None),
            "ander": next((r for r in sloten.get(zaak.pk, []) if r.verzoek_id != inzage.zaak.pk), None),
        }
        for zaak in zaken
    ]
