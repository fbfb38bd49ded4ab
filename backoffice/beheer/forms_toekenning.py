"""Forms about roles and deputies. What doesn't fit is said by the handeling, at the field."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from autorisatie.formulier import neem_fouten_over
from autorisatie.fouten import Weigering
from autorisatie.models import Gebruiker, Rol
from catalogus import klok
from catalogus.models import Team

EEN_JAAR = timedelta(days=364)


def _dag(label: Any, hulp: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=hulp,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Kies een dag."), "invalid": _("Kies een dag die bestaat.")},
    )


def _reden(label: Any, hulp: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hulp,
        max_length=255,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Schrijf op waarom.")},
    )


class Zoekformulier(forms.Form):
    """What the list of colleagues is narrowed to; what makes no sense narrows nothing."""

    zoek = forms.CharField(label=_("Zoeken op naam"), required=False, max_length=100)
    rol = forms.ModelChoiceField(
        label=_("Rol"),
        queryset=Rol.objects.filter(voor_medewerkers=True).order_by("naam"),
        required=False,
        empty_label=_("Alle rollen"),
        to_field_name="code",
    )
    team = forms.ModelChoiceField(
        label=_("Team"), queryset=Team.objects.order_by("naam"), required=False, empty_label=_("Alle teams")
    )

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="", use_required_attribute=False)
        self.fields["zoek"].widget.attrs["autocomplete"] = "off"
        self.is_valid()

    @property
    def is_gefilterd(self) -> bool:
        return any(self.cleaned_data.values())


class Doeformulier(forms.Form):
    """A form that carries out one handeling."""

    def __init__(self, data: Any = None, *, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial=initial, label_suffix="", use_required_attribute=False)

    def doe(self, handeling: Callable[..., Any]) -> bool:
        """Carry it out when all is filled in; whatever stands in the way comes back at its field."""
        if not self.is_valid():
            return False
        try:
            handeling(**self.cleaned_data)
        except Weigering as weigering:
            neem_fouten_over(self, weigering)
            return False
        return True


class Aanvraagformulier(Doeformulier):
    rol = forms.ModelChoiceField(
        label=_("Welke rol?"),
        queryset=Rol.objects.filter(voor_medewerkers=True).order_by("naam"),
        empty_label=_("Kies een rol"),
        error_messages={"required": _("Kies een rol.")},
    )
    team = forms.ModelChoiceField(
        label=_("Voor welk team?"),
        queryset=Team.objects.order_by("naam"),
        required=False,
        empty_label=_("Geen team"),
        help_text=_("Nodig bij rollen die voor een team gelden, zoals behandelaar en teamleider."),
    )
    geldig_van = _dag(_("Vanaf"))
    geldig_tot = _dag(_("Tot en met"), _("Hoogstens een jaar. Daarna kunt u de rol laten verlengen."))
    reden = _reden(_("Waarom heeft deze collega de rol nodig?"), _("Wie de rol goedkeurt, leest dit."))

    def __init__(self, data: Any = None, *, initial: dict[str, Any] | None = None) -> None:
        vandaag = klok.vandaag()
        super().__init__(data, initial=initial or {"geldig_van": vandaag, "geldig_tot": vandaag + EEN_JAAR})


class Verlengformulier(Doeformulier):
    geldig_tot = _dag(_("Tot en met"), _("Hoogstens een jaar langer."))
    reden = _reden(_("Waarom blijft de rol nodig?"), _("Wie de verlenging goedkeurt, leest dit."))


class Redenformulier(Doeformulier):
    reden = _reden(_("Waarom?"))


class Waarneemformulier(Doeformulier):
    waarnemer = forms.ModelChoiceField(
        label=_("Wie neemt waar?"),
        queryset=Gebruiker.objects.none(),
        empty_label=_("Kies een collega"),
        error_messages={"required": _("Kies een collega."), "invalid_choice": _("Kies iemand uit de lijst.")},
    )
    van = _dag(_("Vanaf"))
    tot = _dag(_("Tot en met"), _("Hoogstens acht weken."))
    reden = _reden(_("Waarom?"), _("Bijvoorbeeld: verlof."))

    def __init__(self, data: Any = None, *, collegas: Any) -> None:
        vandaag = klok.vandaag()
        super().__init__(data, initial={"van": vandaag, "tot": vandaag + timedelta(days=13)})
        self.fields["waarnemer"].queryset = collegas  # type: ignore[attr-defined]
