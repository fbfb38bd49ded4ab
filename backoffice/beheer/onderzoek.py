"""Inquiries: open one, have it approved by another, release it. Until then its subjects read nothing of it."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from autorisatie import beleid, logboek
from autorisatie.actor import Medewerker
from autorisatie.formulier import meld_uitkomst, neem_fouten_over
from autorisatie.fouten import BestaatNiet, Invoerfout
from autorisatie.herstel import herstel
from autorisatie.models import Gebruiker, Onderzoek, Partij
from autorisatie.toegang import voor_medewerker
from backoffice.beheer.logboek_zoeken import vind_partij
from mijnzaken.inrichting import onderzoek as handelingen

BLADZIJDE = 100
MEESTE = 20  # people whom one inquiry is about


class Openformulier(forms.Form):
    kenmerk = forms.CharField(label=gettext_lazy("Kenmerk van het onderzoek"), max_length=40)
    reden = forms.CharField(label=gettext_lazy("Waarom?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4}))
    nummers = forms.CharField(
        label=gettext_lazy("Over wie?"),
        help_text=gettext_lazy("BSN of KvK-nummer, elk op een eigen regel."),
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
    )
    onderzoekers = forms.CharField(
        label=gettext_lazy("Wie onderzoekt?"),
        help_text=gettext_lazy("Gebruikersnamen van medewerkers, elk op een eigen regel."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, actor: Medewerker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor

    def clean_nummers(self) -> list[Partij]:
        regels = list(dict.fromkeys(self.cleaned_data["nummers"].split()))
        if len(regels) > MEESTE:
            raise forms.ValidationError(_("Vul ten hoogste %(n)s nummers in.") % {"n": MEESTE})
        gevonden = [vind_partij(self.actor, nummer) for nummer in regels]
        if None in gevonden:
            raise forms.ValidationError(
                _("Wij vinden niemand met het nummer op regel %(n)s. Controleer het nummer.")
                % {"n": gevonden.index(None) + 1}
            )
        return [partij for partij in gevonden if partij is not None]

    def clean_onderzoekers(self) -> list[Gebruiker]:
        namen = list(dict.fromkeys(self.cleaned_data["onderzoekers"].split()))
        gevonden = {g.gebruikersnaam: g for g in Gebruiker.objects.filter(gebruikersnaam__in=namen, is_active=True)}
        onbekend = [naam for naam in namen if naam not in gevonden]
        if onbekend:
            raise forms.ValidationError(_("Wij kennen geen medewerker %(naam)s.") % {"naam": onbekend[0]})
        return [gevonden[naam] for naam in namen]


class Vrijgaveformulier(forms.Form):
    reden = forms.CharField(
        label=gettext_lazy("Waarom geeft u het vrij?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )


def _actor(request: HttpRequest) -> Medewerker:
    actor: Medewerker = request.actor  # type: ignore[attr-defined]
    return actor


@voor_medewerker("onderzoek_inzien")
@require_safe
def onderzoeken(request: HttpRequest) -> HttpResponse:
    rijen = Onderzoek.objects.voor(_actor(request)).select_related("geopend_door").order_by("-geopend_op", "-pk")
    return render(
        request,
        "beheer/onderzoeken.html",
        {"onderzoeken": list(rijen[:BLADZIJDE]), "mag_openen": beleid.mag(_actor(request), "onderzoek_openen")},
    )


@voor_medewerker("onderzoek_openen")
@require_http_methods(["GET", "HEAD", "POST"])
def openen(request: HttpRequest) -> HttpResponse:
    actor = _actor(request)
    formulier: forms.Form = Openformulier(request.POST or None, actor=actor)
    if request.method == "POST" and formulier.is_valid():
        gegevens = formulier.cleaned_data
        try:
            rij = handelingen.onderzoek_openen(
                actor,
                kenmerk=gegevens["kenmerk"],
                reden=gegevens["reden"],
                partijen=gegevens["nummers"],
                onderzoekers=gegevens["onderzoekers"],
            )
        except Invoerfout as fout:
            neem_fouten_over(formulier, fout)
        else:
            messages.success(request, _("Het onderzoek is geopend. Een ander moet het nog goedkeuren."))
            return redirect("beheer_onderzoek", uuid=rij.uuid)
    elif request.method != "POST":
        formulier = herstel(request, formulier)
    return render(request, "beheer/onderzoek_openen.html", {"form": formulier}, status=422 if formulier.errors else 200)


@voor_medewerker("onderzoek_inzien")
@require_safe
def onderzoek(request: HttpRequest, uuid: UUID) -> HttpResponse:
    return _pagina(request, uuid, herstel(request, Vrijgaveformulier()))


def _pagina(request: HttpRequest, uuid: UUID, formulier: forms.Form) -> HttpResponse:
    actor = _actor(request)
    rij: Onderzoek | None = (
        Onderzoek.objects.voor(actor)
        .filter(uuid=uuid)
        .select_related("geopend_door", "goedgekeurd_door", "vrijgegeven_door")
        .first()
    )
    if rij is None:
        raise BestaatNiet
    logboek.leg_lezing_vast(actor, "onderzoek_inzien", rij=rij, doel=rij.kenmerk)
    return render(
        request,
        "beheer/onderzoek.html",
        {
            "onderzoek": rij,
            "partijen": [r.partij for r in rij.partijen.select_related("partij")],
            "onderzoekers": [r.gebruiker for r in rij.onderzoekers.select_related("gebruiker")],
            "mag_goedkeuren": not rij.belet("onderzoek_goedkeuren") and beleid.mag(actor, "onderzoek_goedkeuren"),
            "mag_vrijgeven": not rij.belet("onderzoek_vrijgeven") and beleid.mag(actor, "onderzoek_vrijgeven"),
            "form": formulier,
        },
        status=422 if formulier.errors else 200,
    )


@voor_medewerker("onderzoek_goedkeuren")
@require_POST
def goedkeuren(request: HttpRequest, uuid: UUID) -> HttpResponse:
    with meld_uitkomst(request, _("Het onderzoek is goedgekeurd en loopt nu.")):
        handelingen.onderzoek_goedkeuren(_actor(request), uuid)
    return redirect("beheer_onderzoek", uuid=uuid)


@voor_medewerker("onderzoek_vrijgeven")
@require_POST
def vrijgeven(request: HttpRequest, uuid: UUID) -> HttpResponse:
    formulier = Vrijgaveformulier(request.POST)
    if not formulier.is_valid():
        return _pagina(request, uuid, formulier)
    with meld_uitkomst(request, _("Het onderzoek is vrijgegeven. De betrokkenen zien nu wie er keek.")):
        handelingen.onderzoek_vrijgeven(_actor(request), uuid, reden=formulier.cleaned_data["reden"])
    return redirect("beheer_onderzoek", uuid=uuid)
