"""The form that moves one zaak to the version of its zaaktype that holds now, with what does not fit."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from backoffice.behandeling.forms import LANG, Handelingformulier, tekstvak
from catalogus import klok
from catalogus.models import Zaaktype
from mijnzaken.zaken.overzetten.kaart import Kaart
from mijnzaken.zaken.overzetten.rapport import Bevinding, rapport_van


class ZaakOverzetten(Handelingformulier):
    statustype = forms.ChoiceField(
        label=_("Op welke status gaat de zaak verder?"),
        help_text=_("De status van nu heet in de nieuwe versie anders."),
        widget=forms.RadioSelect,
    )
    reden = forms.CharField(
        label=_("Waarom zet u de zaak over?"),
        help_text=_("Collega's lezen dit als notitie. De aanvrager leest het niet."),
        max_length=LANG,
        widget=tekstvak(3),
    )

    def richt_in(self) -> None:
        self.bevindingen: list[Bevinding] = []
        self.naar = Zaaktype.objects.geldig(self.zaaktype.proces, klok.vandaag())
        if self.naar is None:
            del self.fields["statustype"]
            return
        kaart = Kaart(self.zaaktype, self.naar)
        self.bevindingen = rapport_van(kaart, self.inzage.zaak)
        self.oud = next((b.status for b in self.bevindingen if b.status), None)
        if self.oud is None:
            del self.fields["statustype"]
        else:
            self.fields["statustype"].choices = [  # type: ignore[attr-defined]
                (s.pk, s.omschrijving) for s in kaart.statussen[self.oud.pk]
            ]

    def clean(self) -> dict[str, Any]:
        if self.naar is None:
            raise forms.ValidationError(_("Er is nu geen versie van dit zaaktype die geldt."))
        return super().clean() or self.cleaned_data

    def waarden(self) -> dict[str, Any]:
        gekozen = self.cleaned_data.get("statustype")
        keuzes = {self.oud.pk: int(gekozen)} if self.oud and gekozen else {}
        return {"kaart": Kaart(self.zaaktype, self.naar, keuzes), "reden": self.cleaned_data["reden"]}  # type: ignore[arg-type]
