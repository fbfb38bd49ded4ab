"""The forms that give one zaak another version of its zaaktype, or another zaaktype, with what does not fit."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from backoffice.behandeling.forms import LANG, Handelingformulier, tekstvak
from catalogus import klok
from catalogus.models import Zaaktype
from mijnzaken.zaken.handelingen.ander_zaaktype import mogelijke_zaaktypen
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


class AnderZaaktype(Handelingformulier):
    """Sent twice: what does not fit is known when the zaaktype is chosen, and is to be seen before it happens."""

    naar = forms.ModelChoiceField(Zaaktype.objects.none(), label=_("Welk zaaktype past?"), empty_label=_("Kies"))
    reden = forms.CharField(
        label=_("Waarom past dit zaaktype beter?"),
        help_text=_("De aanvrager leest dit."),
        max_length=1000,
        widget=tekstvak(3),
    )
    gezien = forms.CharField(required=False, widget=forms.HiddenInput, label=_("gezien"))

    def richt_in(self) -> None:
        self.bevindingen: list[Bevinding] = []
        pks = [rij.pk for rij in mogelijke_zaaktypen(self.inzage.zaak)]
        keuze: Any = self.fields["naar"]
        keuze.queryset = Zaaktype.objects.filter(pk__in=pks).order_by("omschrijving")
        keuze.label_from_instance = lambda rij: rij.omschrijving

    def clean(self) -> dict[str, Any]:
        geantwoord: dict[str, Any] = super().clean() or self.cleaned_data
        naar = geantwoord.get("naar")
        if naar is None:
            return geantwoord
        self.bevindingen = rapport_van(Kaart(self.zaaktype, naar), self.inzage.zaak)
        if self.bevindingen and geantwoord.get("gezien") != str(naar.pk):
            gestuurd: QueryDict = self.data.copy()  # type: ignore[attr-defined]
            gestuurd["gezien"] = str(naar.pk)
            self.data = gestuurd
            self.add_error(None, _("Kijk na wat niet past. Klopt het toch? Verstuur het dan nog een keer."))
        return geantwoord

    def waarden(self) -> dict[str, Any]:
        return {naam: self.cleaned_data[naam] for naam in ("naar", "reden")}
