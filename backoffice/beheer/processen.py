"""A new process, from nothing: its name and who carries it out. Its first concept is then there to design."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from autorisatie.formulier import meld_uitkomst, neem_fouten_over
from autorisatie.fouten import Weigering
from autorisatie.herstel import herstel
from autorisatie.toegang import voor_medewerker
from catalogus.models import Proces
from mijnzaken.inrichting import processen


class Procesformulier(forms.ModelForm):
    """What a process is called and whose it is."""

    use_required_attribute = False

    class Meta:
        model = Proces
        fields = ("naam", "naam_inwoner", "identificatie", "groep", "team", "proceseigenaar")
        labels = {
            "naam_inwoner": gettext_lazy("Naam voor de inwoner"),
            "identificatie": gettext_lazy("Herkenningsnaam"),
            "groep": gettext_lazy("Groep van processen"),
            "team": gettext_lazy("Team dat de zaken behandelt"),
            "proceseigenaar": gettext_lazy("Functie van de proceseigenaar"),
        }
        help_texts = {
            "naam": gettext_lazy("Zo heet het proces in lijsten, bijvoorbeeld: Subsidie groen dak."),
            "naam_inwoner": gettext_lazy("Zo heet een zaak in Mijn Zaken en in onze brieven. Leeg: dezelfde naam."),
            "identificatie": gettext_lazy("Leeg: wij maken er een van de naam. Hij verandert later niet meer."),
            "groep": gettext_lazy("Processen van dezelfde groep staan bij elkaar, bijvoorbeeld: subsidies."),
            "team": gettext_lazy("Nieuwe zaken komen bij dit team."),
            "proceseigenaar": gettext_lazy("Wie publiceert, bijvoorbeeld: Afdelingshoofd Wonen. Geen naam."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        # A slug as the addresses have it: what the standard allows beyond that, no page could be found by.
        self.fields["identificatie"] = forms.SlugField(
            max_length=50,
            required=False,
            label=self.fields["identificatie"].label,
            help_text=self.fields["identificatie"].help_text,
        )

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        if "naam" in schoon and "identificatie" in schoon:
            schoon["identificatie"] = schoon["identificatie"] or slugify(schoon["naam"])[:50]
            self.instance.identificatie = schoon["identificatie"]
            if schoon["identificatie"] in ("", "nieuw"):
                self.add_error("identificatie", _("Kies een andere herkenningsnaam."))
            elif Proces.objects.filter(identificatie=schoon["identificatie"]).exists():
                self.add_error("identificatie", _("Er is al een proces met deze herkenningsnaam. Kies een andere."))
        return schoon

    def validate_unique(self) -> None:
        """Told by ``clean``, in words."""


class Naamformulier(forms.ModelForm):
    """What may change of a process: what it is called and who owns it."""

    use_required_attribute = False

    class Meta:
        model = Proces
        fields = ("naam", "naam_inwoner", "proceseigenaar")
        labels = {naam: Procesformulier.Meta.labels[naam] for naam in fields if naam != "naam"}
        help_texts = {naam: Procesformulier.Meta.help_texts[naam] for naam in fields}


@voor_medewerker("zaaktype_versie_maken")
@require_http_methods(["GET", "HEAD", "POST"])
def nieuw(request: HttpRequest) -> HttpResponse:
    formulier = Procesformulier(request.POST) if request.method == "POST" else herstel(request, Procesformulier())
    if request.method == "POST" and formulier.is_valid():
        try:
            versie = processen.proces_beginnen(request.actor, formulier.cleaned_data)  # type: ignore[attr-defined]
        except Weigering as weigering:
            neem_fouten_over(formulier, weigering)
        else:
            messages.success(request, _("Het proces is gemaakt. Versie 1 is een concept."))
            return redirect("beheer_versie", versie.proces.identificatie, versie.versienummer)
    return render(request, "beheer/proces_nieuw.html", {"form": formulier}, status=422 if formulier.errors else 200)


@voor_medewerker("zaaktype_wijzigen")
@require_http_methods(["GET", "HEAD", "POST"])
def wijzigen(request: HttpRequest, identificatie: str) -> HttpResponse:
    rij = get_object_or_404(Proces, identificatie=identificatie)
    formulier = Naamformulier(request.POST if request.method == "POST" else None, instance=rij, label_suffix="")
    if request.method == "POST" and formulier.is_valid():
        with meld_uitkomst(request, _("Opgeslagen."), formulier):
            processen.proces_wijzigen(request.actor, formulier.cleaned_data, proces=rij)  # type: ignore[attr-defined]
        if not formulier.errors:
            return redirect("beheer_proces", identificatie)
    return render(
        request,
        "beheer/proces_wijzigen.html",
        {"form": herstel(request, formulier), "proces": Proces.objects.get(pk=rij.pk)},
        status=422 if formulier.errors else 200,
    )


@voor_medewerker("zaaktype_versie_maken")
@require_POST
def opnieuw(request: HttpRequest, identificatie: str) -> HttpResponse:
    """A first version again, where the only one was thrown away."""
    rij = get_object_or_404(Proces, identificatie=identificatie)
    with meld_uitkomst(request, _("Versie 1 is een concept.")):
        processen.proces_opnieuw_beginnen(request.actor, proces=rij)  # type: ignore[attr-defined]
    return redirect("beheer_proces", identificatie)
