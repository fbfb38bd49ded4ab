"""Forms of the special situations: hearing, shielding, and who may pass."""

from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from autorisatie.models import Gebruiker
from backoffice.behandeling.forms import LANG, Handelingformulier, dagveld, tekstvak
from catalogus import klok
from mijnzaken.zaken.handelingen.behandelen import teamleden

STANDAARD = timedelta(days=90)  # what a form of a grant begins with


class Horen(Handelingformulier):
    dag = dagveld(label=_("Op welke dag was de hoorzitting?"))
    tijd = forms.TimeField(
        label=_("Hoe laat begon zij?"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    gehoord_door = forms.ModelChoiceField(
        Gebruiker.objects.none(),
        label=_("Wie hoorde?"),
        empty_label=_("Kies een collega"),
        help_text=_("Niet wie het eerste besluit voorbereidde of nam (Awb 7:5)."),
    )
    aanwezigen = forms.CharField(
        label=_("Wie waren erbij?"),
        help_text=_("Ook wie namens de gemeente sprak."),
        max_length=LANG,
        widget=tekstvak(3),
    )
    verslag = forms.CharField(
        label=_("Verslag"),
        help_text=_("Wat is er gezegd? De inwoner ziet alleen dat er een hoorzitting was, en wanneer."),
        max_length=LANG,
        widget=tekstvak(10),
    )

    def richt_in(self) -> None:
        self.fields["gehoord_door"].queryset = teamleden(self.inzage.zaak.team)  # type: ignore[attr-defined]
        self.initial.setdefault("gehoord_door", self.actor.gebruiker.pk)

    def waarden(self) -> dict[str, Any]:
        waarden = super().waarden()
        moment = datetime.combine(waarden.pop("dag"), waarden.pop("tijd") or time())
        return {**waarden, "gehouden_op": timezone.make_aware(moment)}

    def add_error(self, field: str | None, error: Any) -> None:
        """The handeling speaks of one moment; the form asks for its day and its hour."""
        super().add_error("dag" if field is None and "gehouden_op" in str(error) else field, error)


class _MetEinde(Handelingformulier):
    def richt_in(self) -> None:
        self.initial.setdefault("toegang_tot", klok.vandaag() + STANDAARD)

    def collegas(self) -> Any:
        """Those of the team; never oneself."""
        return teamleden(self.inzage.zaak.team).exclude(pk=self.actor.gebruiker.pk)


def eindveld() -> forms.DateField:
    return dagveld(
        label=_("Tot en met welke dag?"),
        help_text=_("Uiterlijk over %(dagen)s dagen. Daarna kan de toegang opnieuw.")
        % {"dagen": settings.TOEGANG_DAGEN},
    )


class Afschermen(_MetEinde):
    reden = forms.CharField(
        label=_("Waarom moet deze zaak worden afgeschermd?"),
        help_text=_("Alleen wie erbij kan, leest dit, en de functionaris gegevensbescherming."),
        max_length=500,
        widget=tekstvak(3),
    )
    genoemden = forms.ModelMultipleChoiceField(
        Gebruiker.objects.none(),
        label=_("Welke collega’s kunnen er daarna nog bij?"),
        help_text=_("U kunt uzelf niet kiezen. Een collega die erbij kan, kan u daarna toegang geven."),
        widget=forms.CheckboxSelectMultiple,
    )
    toegang_tot = eindveld()

    def richt_in(self) -> None:
        super().richt_in()
        self.fields["genoemden"].queryset = self.collegas()  # type: ignore[attr-defined]

    def waarden(self) -> dict[str, Any]:
        return {**super().waarden(), "genoemden": list(self.cleaned_data["genoemden"])}


class PartijAfschermen(Afschermen):
    partij = forms.UUIDField(widget=forms.HiddenInput, label=_("betrokkene"))

    def richt_in(self) -> None:
        super().richt_in()
        self.fields["reden"].label = _("Waarom moet deze persoon of organisatie worden afgeschermd?")
        self.initial["partij"] = self.keuze.get("partij", "")


class ToegangVerlenen(_MetEinde):
    gebruiker = forms.ModelChoiceField(
        Gebruiker.objects.none(), label=_("Wie krijgt toegang?"), empty_label=_("Kies een collega")
    )
    toegang_tot = eindveld()
    reden = forms.CharField(label=_("Waarom heeft deze collega toegang nodig?"), max_length=255, widget=tekstvak(2))

    def richt_in(self) -> None:
        super().richt_in()
        self.fields["gebruiker"].queryset = self.collegas()  # type: ignore[attr-defined]


class ToegangIntrekken(Handelingformulier):
    toegang = forms.IntegerField(widget=forms.HiddenInput, label=_("toegang"), min_value=1, max_value=2**62)

    def richt_in(self) -> None:
        self.initial["toegang"] = self.keuze.get("toegang", "")


class AfschermingOpheffen(Handelingformulier):
    reden = forms.CharField(label=_("Waarom is afschermen niet meer nodig?"), max_length=500, widget=tekstvak(3))
