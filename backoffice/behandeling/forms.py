"""The form of each handeling. Field names are the names of the handeling's own arguments."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from autorisatie.actor import Medewerker
from mijnzaken.zaken.inzien import Inzage

LANG = 20_000  # characters of a text that somebody writes


def tekstvak(rijen: int = 5) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rijen})


def dagveld(**opties: Any) -> forms.DateField:
    return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **opties)


class Handelingformulier(forms.Form):
    """Without fields of its own: a handeling that only asks to be sure."""

    gezien_versie = forms.IntegerField(
        required=False, min_value=1, max_value=2**31 - 1, widget=forms.HiddenInput, label=_("versie")
    )

    def __init__(self, inzage: Inzage, keuze: QueryDict, data: Any = None, files: Any = None) -> None:
        super().__init__(
            data, files, initial={"gezien_versie": inzage.zaak.versie}, label_suffix="", use_required_attribute=False
        )
        self.inzage = inzage
        self.actor: Medewerker = inzage.actor  # type: ignore[assignment]
        self.zaaktype = inzage.zaak.zaaktype
        self.keuze = keuze
        self.richt_in()

    def richt_in(self) -> None:
        """Fill in choices and begin values from the zaak."""

    def waarden(self) -> dict[str, Any]:
        """The arguments of the handeling."""
        return {naam: waarde for naam, waarde in self.cleaned_data.items() if naam != "gezien_versie"}

    def zet_versie(self, versie: int) -> None:
        """After somebody else changed the zaak: what was typed stays, and can be sent again."""
        gestuurd: QueryDict = self.data.copy()  # type: ignore[attr-defined]
        gestuurd[self.add_prefix("gezien_versie")] = str(versie)
        self.data = gestuurd


class BrondatumVastleggen(Handelingformulier):
    datum = dagveld(label=_("Vanaf welke dag telt de bewaartermijn?"))
    reden = forms.CharField(
        label=_("Waar vond u deze dag?"), help_text=_("Bijvoorbeeld: het register en het nummer."), max_length=200
    )


class Redenformulier(Handelingformulier):
    """The applicant reads this reason."""

    reden = forms.CharField(
        label=_("Waarom?"), help_text=_("De aanvrager leest dit."), max_length=1000, widget=tekstvak()
    )


class Stoppen(Redenformulier):
    reden = forms.CharField(
        label=_("Waarom stopt u met deze zaak?"),
        help_text=_("De aanvrager leest dit."),
        max_length=1000,
        widget=tekstvak(),
    )


class Heropenen(Redenformulier):
    reden = forms.CharField(
        label=_("Waarom heropent u deze zaak?"),
        help_text=_("De aanvrager leest dit. Er begint vandaag een nieuwe termijn."),
        max_length=1000,
        widget=tekstvak(),
    )


class VoorstelTerugsturen(Redenformulier):
    reden = forms.CharField(
        label=_("Wat moet er anders?"), help_text=_("De behandelaar leest dit."), max_length=LANG, widget=tekstvak()
    )


class Adviseren(Handelingformulier):
    advies = forms.CharField(
        label=_("Uw advies"),
        help_text=_("Collega's lezen dit. De aanvrager leest het niet."),
        max_length=LANG,
        widget=tekstvak(10),
    )


class NotitieSchrijven(Handelingformulier):
    onderwerp = forms.CharField(label=_("Onderwerp"), max_length=255)
    tekst = forms.CharField(
        label=_("Notitie"),
        max_length=LANG,
        widget=tekstvak(8),
        help_text=_("Alleen collega's lezen dit. Een notitie kunt u niet meer wijzigen of weghalen."),
    )
