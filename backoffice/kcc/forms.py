"""The forms of the desk of 14070: finding and verifying a caller, and registering what was said."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from autorisatie.formulier import neem_fouten_over
from autorisatie.fouten import Invoerfout
from backoffice.kcc.herkennen import Zoekactie, herken, op_naam
from catalogus import klok
from catalogus.models import Product
from mijnzaken.klanten.models import SoortControle

DOELEN = (  # the resident reads these words in his overview of who looked
    ("vraag over een zaak", gettext_lazy("Vraag over een zaak")),
    ("vraag over een product of regeling", gettext_lazy("Vraag over een product of regeling")),
    ("terugbelverzoek", gettext_lazy("Terugbelverzoek")),
    ("gegevens of voorkeur wijzigen", gettext_lazy("Gegevens of voorkeur wijzigen")),
    ("aanvraag of melding doen", gettext_lazy("Aanvraag of melding doen")),
    ("klacht", gettext_lazy("Klacht")),
)
KANALEN = (
    ("telefoon", gettext_lazy("Telefoon")),
    ("balie", gettext_lazy("Balie")),
    ("e-mail", gettext_lazy("E-mail")),
    ("chat", gettext_lazy("Chat")),
    ("brief", gettext_lazy("Brief")),
)
MEESTE_VRAGEN = 10


class Productkeuze(forms.ModelChoiceField):
    """Products with the team that answers for them."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.naam} ({obj.backoffice})" if obj.backoffice else str(obj.naam)


def producten() -> Any:
    return Product.objects.gepubliceerd_op(klok.vandaag()).select_related("backoffice").order_by("naam")


class Zoekformulier(forms.Form):
    """One box for every whole number or address, or a whole surname with the birth date."""

    zoek = forms.CharField(
        label=gettext_lazy("Nummer of adres"),
        required=False,
        max_length=254,
        help_text=gettext_lazy("Telefoonnummer, e-mailadres, postcode met huisnummer, zaaknummer, KvK-nummer of BSN"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    achternaam = forms.CharField(
        label=gettext_lazy("Of: hele achternaam"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    geboortedatum = forms.DateField(
        label=gettext_lazy("met geboortedatum"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )

    def clean(self) -> dict[str, Any]:
        gegevens: dict[str, Any] = super().clean() or {}
        if self.errors:
            return gegevens
        try:
            gegevens["actie"] = self._actie(gegevens)
        except Invoerfout as fout:
            neem_fouten_over(self, fout)
        return gegevens

    def _actie(self, gegevens: dict[str, Any]) -> Zoekactie:
        if gegevens["zoek"]:
            return herken(gegevens["zoek"])
        if not gegevens["achternaam"] and not gegevens["geboortedatum"]:
            raise Invoerfout({"zoek": _("Vul in waarop u zoekt.")})
        if not gegevens["geboortedatum"]:
            raise Invoerfout({"geboortedatum": _("Vul ook de geboortedatum in.")})
        if not gegevens["achternaam"]:
            raise Invoerfout({"achternaam": _("Vul ook de hele achternaam in.")})
        return op_naam(gegevens["achternaam"], gegevens["geboortedatum"])


class Verificatieformulier(forms.Form):
    """What the caller answers; never what is right."""

    doel = forms.ChoiceField(
        label=gettext_lazy("Waarvoor belt de klant?"), choices=[("", gettext_lazy("Kies een doel")), *DOELEN]
    )

    def __init__(self, *args: Any, vragen: Iterable[SoortControle], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vragen = list(vragen)
        for soort in self.vragen:
            self.fields[soort.value] = forms.CharField(
                label=soort.label, required=False, max_length=254, widget=forms.TextInput(attrs={"autocomplete": "off"})
            )

    def clean(self) -> dict[str, Any]:
        gegevens: dict[str, Any] = super().clean() or {}
        if not self.errors and len(self.antwoorden(gegevens)) < 2:
            raise forms.ValidationError(_("Stel minstens twee vragen en typ wat de klant antwoordt."))
        return gegevens

    def antwoorden(self, gegevens: dict[str, Any]) -> dict[str, str]:
        return {soort.value: gegevens[soort.value] for soort in self.vragen if gegevens.get(soort.value, "").strip()}


class Contactformulier(forms.Form):
    """A contact; the questions are forms of their own."""

    kanaal = forms.ChoiceField(label=gettext_lazy("Hoe ging het contact?"), choices=KANALEN)
    onderwerp = forms.CharField(label=gettext_lazy("Waar ging het over?"), max_length=200)
    zaak = forms.ChoiceField(label=gettext_lazy("Over welke zaak?"), required=False)
    naam = forms.CharField(label=gettext_lazy("Naam van de klant"), required=False, max_length=200)
    inhoud = forms.CharField(
        label=gettext_lazy("Wat wilt u nog vastleggen?"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("De klant kan dit lezen."),
    )
    sleutel = forms.CharField(required=False, max_length=36, widget=forms.HiddenInput)

    def __init__(self, *args: Any, zaken: list[tuple[str, str]] | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if zaken is None:  # nobody was verified: there is no zaak to choose from
            del self.fields["zaak"]
            return
        del self.fields["naam"]
        self.fields["zaak"].choices = [("", _("Niet over een zaak")), *zaken]  # type: ignore[attr-defined]


class Vraagformulier(forms.Form):
    """One question of a contact, with its answer."""

    vraag = forms.CharField(label=gettext_lazy("Vraag"), max_length=4000, widget=forms.Textarea(attrs={"rows": 2}))
    antwoord = forms.CharField(
        label=gettext_lazy("Antwoord"), required=False, max_length=10_000, widget=forms.Textarea(attrs={"rows": 2})
    )
    product = Productkeuze(
        label=gettext_lazy("Over welk product?"),
        queryset=Product.objects.none(),
        required=False,
        empty_label=gettext_lazy("Geen product"),
    )

    def __init__(self, *args: Any, keuze: list[tuple[Any, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["product"].queryset = producten()  # type: ignore[attr-defined]
        self.fields["product"].choices = keuze  # type: ignore[attr-defined]  # read once for all questions


Vraagformulieren = forms.formset_factory(Vraagformulier, extra=0, min_num=1, max_num=MEESTE_VRAGEN, validate_max=True)


def productkeuze() -> list[tuple[Any, str]]:
    return [("", _("Geen product")), *((p.pk, p.naam) for p in producten())]
