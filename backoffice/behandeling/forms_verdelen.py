"""Forms about who handles the zaak, who advises, and what still has to be done."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from autorisatie.models import Gebruiker
from backoffice.behandeling.forms import LANG, Handelingformulier, dagveld, tekstvak
from catalogus.models import SoortTaak, Statustype, Taaktype, Team, Uitvoerder
from mijnzaken.zaken.handelingen.behandelen import teamleden
from mijnzaken.zaken.stappen import fase_van, statustypen


class Toewijzen(Handelingformulier):
    gebruiker = forms.ModelChoiceField(
        Gebruiker.objects.none(),
        label=_("Wie gaat deze zaak behandelen?"),
        required=False,
        empty_label=_("Niemand: terug naar het team"),
    )

    def richt_in(self) -> None:
        self.fields["gebruiker"].queryset = teamleden(self.inzage.zaak.team)  # type: ignore[attr-defined]
        self.initial["gebruiker"] = self.inzage.zaak.behandelaar_id


class Overdragen(Handelingformulier):
    team = forms.ModelChoiceField(Team.objects.none(), label=_("Naar welk team?"), empty_label=_("Kies een team"))
    reden = forms.CharField(
        label=_("Waarom draagt u de zaak over?"),
        help_text=_("Het andere team leest dit als notitie."),
        max_length=LANG,
        widget=tekstvak(),
    )

    def richt_in(self) -> None:
        teams = Team.objects.exclude(pk=self.inzage.zaak.team_id).order_by("naam")
        self.fields["team"].queryset = teams  # type: ignore[attr-defined]


class AdviesVragen(Handelingformulier):
    adviseur = forms.ModelChoiceField(
        Gebruiker.objects.none(),
        label=_("Aan wie vraagt u advies?"),
        empty_label=_("Kies een collega"),
        help_text=_("Wie advies geeft, mag in deze zaak niet meer besluiten."),
    )
    vraag = forms.CharField(label=_("Uw vraag"), max_length=LANG, widget=tekstvak(8))
    uiterlijk = dagveld(label=_("Uiterlijk op"), required=False, help_text=_("De termijn van de zaak loopt door."))

    def richt_in(self) -> None:
        leden = teamleden(self.inzage.zaak.team).exclude(pk=self.actor.gebruiker.pk)
        self.fields["adviseur"].queryset = leden  # type: ignore[attr-defined]


class TaakPlaatsen(Handelingformulier):
    taaktype = forms.ModelChoiceField(
        Taaktype.objects.none(),
        label=_("Soort taak"),
        required=False,
        empty_label=_("Een eigen taak"),
        help_text=_("Kiest u een taak van dit zaaktype, dan staan naam en uitleg al vast."),
    )
    titel = forms.CharField(label=_("Wat moet er gebeuren?"), max_length=200, required=False)
    omschrijving = forms.CharField(label=_("Uitleg"), max_length=LANG, required=False, widget=tekstvak())
    uitvoerder = forms.ChoiceField(
        label=_("Voor wie is de taak?"),
        choices=[(Uitvoerder.INWONER, _("De inwoner")), (Uitvoerder.MEDEWERKER, _("De behandelaar"))],
        widget=forms.RadioSelect,
        initial=Uitvoerder.INWONER,
    )
    soort = forms.ChoiceField(
        label=_("Wat moet die doen?"),
        choices=[(SoortTaak.UPLOAD, _("Een document sturen")), (SoortTaak.BEVESTIGEN, _("Iets bevestigen"))],
        widget=forms.RadioSelect,
        initial=SoortTaak.UPLOAD,
    )
    uiterlijk = dagveld(
        label=_("Uiterlijk op"),
        required=False,
        help_text=_(
            "Deze taak zet de termijn niet stil. Ontbreekt er iets om te kunnen beslissen? Vraag dan om een aanvulling."
        ),
    )

    def richt_in(self) -> None:
        soorten = self.zaaktype.taaktypen.all()
        self.fields["taaktype"].queryset = soorten  # type: ignore[attr-defined]
        if not soorten:
            del self.fields["taaktype"]

    def clean(self) -> dict[str, Any]:
        geantwoord: dict[str, Any] = super().clean() or self.cleaned_data
        if not geantwoord.get("taaktype") and not geantwoord.get("titel") and "titel" not in self.errors:
            self.add_error("titel", _("Schrijf wat er moet gebeuren."))
        return geantwoord


class Taakformulier(Handelingformulier):
    """About one open task, named in the address."""

    taak_uuid = forms.UUIDField(widget=forms.HiddenInput, label=_("taak"))

    def richt_in(self) -> None:
        self.initial["taak_uuid"] = self.keuze.get("taak", "")


class TaakUitvoeren(Taakformulier):
    antwoord = forms.CharField(label=_("Wat is er gedaan?"), max_length=2000, required=False, widget=tekstvak())


class StapZetten(Handelingformulier):
    statustype = forms.ModelChoiceField(
        Statustype.objects.none(),
        label=_("Welke stap?"),
        widget=forms.RadioSelect,
        empty_label=None,
    )
    toelichting = forms.CharField(label=_("Toelichting"), max_length=1000, required=False, widget=tekstvak(3))

    def richt_in(self) -> None:
        alle = statustypen(self.inzage.zaak)
        kan = [s.pk for s in alle if fase_van(s, alle) == self.inzage.zaak.fase]
        self.fields["statustype"].queryset = self.zaaktype.statustypen.filter(pk__in=kan)  # type: ignore[attr-defined]
