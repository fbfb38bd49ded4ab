"""Machtigingen: given and received, and choosing for whom one acts."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from autorisatie import machtigen
from autorisatie.actor import Burger
from autorisatie.fouten import BestaatNiet, Invoerfout, Weigering
from autorisatie.herstel import herstel
from autorisatie.models import Machtiging
from autorisatie.sessie import wissel as wissel_sessie
from autorisatie.toegang import voor_burger
from catalogus.models import Proces
from mijnzaken.portaal.sleutels import uuid_of_404


class Aanbodformulier(forms.Form):
    bsn_of_kvk = forms.CharField(
        label=gettext_lazy("Burgerservicenummer of KvK-nummer van wie u machtigt"),
        max_length=20,
        help_text=gettext_lazy("U kunt dit vragen aan degene die u wilt machtigen."),
    )
    mag_handelen = forms.TypedChoiceField(
        label=gettext_lazy("Wat mag die persoon?"),
        widget=forms.RadioSelect,
        coerce=lambda w: w == "ja",
        choices=[
            ("nee", gettext_lazy("Alleen meekijken")),
            ("ja", gettext_lazy("Meekijken en alles doen wat u ook kunt")),
        ],
    )
    processen = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Voor welke zaken?"),
        queryset=Proces.objects.filter(actief=True),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Kiest u niets, dan geldt het voor al uw zaken."),
    )
    geldig_tot = forms.DateField(
        label=gettext_lazy("Tot en met welke dag?"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=gettext_lazy("Laat leeg als er geen einde is. U kunt altijd stoppen."),
    )


@voor_burger
def machtigingen(request: HttpRequest) -> HttpResponse:
    actor: Burger = request.actor  # type: ignore[attr-defined]
    rijen = list(
        Machtiging.objects.voor(actor)
        .filter(beeindigd_op=None)
        .select_related("gever", "gemachtigde")
        .prefetch_related("processen")
        .order_by("-aangeboden_op")[:100]
    )
    return render(
        request,
        "portaal/machtigingen.html",
        {
            "gegeven": [m for m in rijen if m.gever_id == actor.partij.pk],
            "ontvangen": [m for m in rijen if m.gemachtigde_id == actor.partij.pk],
            "namens": actor.namens,
        },
    )


@voor_burger
@require_http_methods(["GET", "HEAD", "POST"])
def aanbieden(request: HttpRequest) -> HttpResponse:
    actor: Burger = request.actor  # type: ignore[attr-defined]
    formulier = (
        Aanbodformulier(request.POST)
        if request.method == "POST"
        else herstel(request, Aanbodformulier(initial={"mag_handelen": "nee"}))
    )
    if request.method == "POST" and formulier.is_valid():
        gegevens = formulier.cleaned_data
        try:
            machtigen.machtiging_aanbieden(actor, **{**gegevens, "processen": list(gegevens["processen"])})
        except Invoerfout as fout:
            for veld, melding in fout.velden.items():
                formulier.add_error(veld, melding)
        except Weigering as weigering:
            formulier.add_error(None, weigering.reden)
        else:
            messages.success(
                request,
                _("Uw aanbod is verstuurd, als er iemand met dit nummer is. Die persoon moet het nog aanvaarden."),
            )
            return redirect("mijn_machtigingen")
    return render(
        request, "portaal/machtiging_aanbieden.html", {"form": formulier}, status=422 if formulier.errors else 200
    )


@voor_burger
@require_POST
def aanvaarden(request: HttpRequest, uuid: UUID) -> HttpResponse:
    try:
        machtigen.machtiging_aanvaarden(request.actor, uuid)  # type: ignore[attr-defined]
        messages.success(request, _("U hebt de machtiging aanvaard."))
    except Weigering as weigering:
        messages.error(request, weigering.reden)
    return redirect("mijn_machtigingen")


@voor_burger
@require_POST
def beeindigen(request: HttpRequest, uuid: UUID) -> HttpResponse:
    try:
        machtigen.machtiging_beeindigen(request.actor, uuid)  # type: ignore[attr-defined]
        messages.success(request, _("De machtiging is beëindigd."))
    except Weigering as weigering:
        messages.error(request, weigering.reden)
    return redirect("mijn_machtigingen")


@voor_burger
@require_POST
def wissel(request: HttpRequest) -> HttpResponse:
    """Act for somebody else, or for oneself again; nothing of the one is left on the screen of the other."""
    actor: Burger = request.actor  # type: ignore[attr-defined]
    keuze = request.POST.get("machtiging", "")
    if not keuze:
        wissel_sessie(request, None)
        return redirect("overzicht")
    machtiging = (
        Machtiging.objects.systeem("de gemachtigde kiest voor wie hij handelt")
        .filter(Machtiging.geldend(), gemachtigde=actor.partij, uuid=uuid_of_404(keuze))
        .first()
    )
    if machtiging is None:
        raise BestaatNiet
    wissel_sessie(request, machtiging)
    return redirect("overzicht")
