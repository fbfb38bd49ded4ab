"""The kinds of decision and of document that zaaktypen share: which there are, and new ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from autorisatie import beleid
from autorisatie.formulier import meld_uitkomst
from autorisatie.fouten import BestaatNiet
from autorisatie.herstel import herstel
from autorisatie.toegang import voor_medewerker
from backoffice.beheer.productforms import Duurinvoer
from catalogus.models import Besluittype, Informatieobjecttype
from mijnzaken.inrichting.soorten import soort_bewaren, soort_weghalen


class _Soortformulier(forms.ModelForm):
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.fields["toelichting"].widget.attrs["rows"] = 3

    def validate_unique(self) -> None:
        """The catalogue is no field of the form, so the handeling tells of duplicates."""

    def validate_constraints(self) -> None:
        """As above."""


class Besluitformulier(_Soortformulier):
    reactietermijn = Duurinvoer(
        label=gettext_lazy("Hoe lang men bezwaar kan maken"),
        required=False,
        initial="P6W",
        help_text=gettext_lazy("Bijvoorbeeld: 6 weken (Awb 6:7). Leeg: bezwaar kan niet."),
    )

    class Meta:
        model = Besluittype
        fields = ("omschrijving", "toelichting", "reactietermijn", "informatieobjecttypen")
        labels = {
            "omschrijving": gettext_lazy("Naam"),
            "toelichting": gettext_lazy("Wat dit besluit inhoudt"),
            "informatieobjecttypen": gettext_lazy("In welke documenten het staat"),
        }
        help_texts = {"omschrijving": gettext_lazy("Zo heet het ook voor de inwoner. Bijvoorbeeld: Besluit subsidie.")}
        widgets = {"informatieobjecttypen": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        documenten: Any = self.fields["informatieobjecttypen"]
        documenten.queryset = Informatieobjecttype.objects.filter(einde_geldigheid=None)


class Documentformulier(_Soortformulier):
    class Meta:
        model = Informatieobjecttype
        fields = ("omschrijving", "toelichting", "informatieobjectcategorie", "vertrouwelijkheidaanduiding")
        labels = {
            "omschrijving": gettext_lazy("Naam"),
            "toelichting": gettext_lazy("Wat voor document dit is"),
            "informatieobjectcategorie": gettext_lazy("Groep van documenten"),
            "vertrouwelijkheidaanduiding": gettext_lazy("Hoe vertrouwelijk het is"),
        }
        help_texts = {
            "omschrijving": gettext_lazy("Zo heet het ook voor de inwoner. Bijvoorbeeld: Offerte."),
            "toelichting": "",
            "informatieobjectcategorie": gettext_lazy("Bijvoorbeeld: bewijsstuk, brief of besluit."),
        }


@dataclass(frozen=True)
class Soort:
    """One of the two: its word in the address, its names, its model, its form."""

    sleutel: str
    naam: Any
    enkelvoud: Any
    model: Any
    formulier: type[_Soortformulier]


SOORTEN: Sequence[Soort] = (
    Soort("besluiten", gettext_lazy("Soorten besluit"), gettext_lazy("soort besluit"), Besluittype, Besluitformulier),
    Soort(
        "documenten",
        gettext_lazy("Soorten document"),
        gettext_lazy("soort document"),
        Informatieobjecttype,
        Documentformulier,
    ),
)


def _soort(sleutel: str) -> Soort:
    gevonden = next((soort for soort in SOORTEN if soort.sleutel == sleutel), None)
    if gevonden is None:
        raise BestaatNiet
    return gevonden


@voor_medewerker("beheer")
@require_safe
def soorten(request: HttpRequest) -> HttpResponse:
    """Both lists: what holds, and what begins to hold with the zaaktype that uses it."""
    lijsten = [{"soort": s, "rijen": s.model.objects.filter(einde_geldigheid=None)} for s in SOORTEN]
    mag = bool(beleid.mag(request.actor, "zaaktype_wijzigen"))  # type: ignore[attr-defined]
    return render(request, "beheer/soorten.html", {"lijsten": lijsten, "mag_wijzigen": mag})


@voor_medewerker("zaaktype_wijzigen")
@require_http_methods(["GET", "HEAD", "POST"])
def soort(request: HttpRequest, sleutel: str, pk: int | None = None) -> HttpResponse:
    """One kind that is a concept; without a key a new one."""
    waar = _soort(sleutel)
    rij = get_object_or_404(waar.model, pk=pk, concept=True) if pk else waar.model()
    formulier = waar.formulier(request.POST if request.method == "POST" else None, instance=rij)
    if request.method == "POST" and formulier.is_valid():
        with meld_uitkomst(request, _("Opgeslagen. U kunt haar nu kiezen bij een zaaktype."), formulier):
            soort_bewaren(request.actor, rij, formulier.cleaned_data)  # type: ignore[attr-defined]
        if not formulier.errors:
            return redirect("beheer_soorten")
    titel = str(rij) if pk else _("Nieuw: %(titel)s") % {"titel": waar.enkelvoud}
    return render(
        request,
        "beheer/soort.html",
        {"form": herstel(request, formulier), "titel": titel},
        status=422 if formulier.errors else 200,
    )


@voor_medewerker("zaaktype_wijzigen")
@require_POST
def soort_weg(request: HttpRequest, sleutel: str, pk: int) -> HttpResponse:
    rij = get_object_or_404(_soort(sleutel).model, pk=pk)
    with meld_uitkomst(request, _("Weggehaald.")):
        soort_weghalen(request.actor, rij)  # type: ignore[attr-defined]
    return redirect("beheer_soorten")
