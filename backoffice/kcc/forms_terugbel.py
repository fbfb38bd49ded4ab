"""The forms of the terugbelnotitie: making one, and working on one."""

from functools import cached_property
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from autorisatie.models import Gebruiker, Waarneming
from backoffice.kcc.forms import Productkeuze, producten
from catalogus import klok
from catalogus.models import Product, Team
from mijnzaken.klanten.vormen import OnjuistAdres, telefoon_vorm
from mijnzaken.zaken.handelingen.terugbellen import Terugbelvraag

CONTACTPERSOON = "contactpersoon"
_DE_VRAAG = ("product", "zaak", "onderwerp", "vraag", "spoed", "voorkeursmoment", "kenmerk")
_OPEN = (("open", gettext_lazy("Open")), ("klaar", gettext_lazy("Beantwoord")), ("alle", gettext_lazy("Alle")))


class Terugbelformulier(forms.Form):
    """All that domein.md asks. The product, from the list, decides which team calls back."""

    product = Productkeuze(
        label=gettext_lazy("Over welk product?"),
        queryset=Product.objects.none(),
        empty_label=gettext_lazy("Kies een product"),
        help_text=gettext_lazy("Het team tussen haakjes belt terug."),
        error_messages={"required": gettext_lazy("Kies een product. Het bepaalt welk team terugbelt.")},
    )
    zaak = forms.ChoiceField(label=gettext_lazy("Over welke zaak?"), required=False)
    onderwerp = forms.CharField(label=gettext_lazy("Onderwerp"), max_length=200)
    vraag = forms.CharField(
        label=gettext_lazy("Vraag van de klant"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )
    voorletters = forms.CharField(label=gettext_lazy("Voorletters"), max_length=20, required=False)
    achternaam = forms.CharField(label=gettext_lazy("Achternaam of organisatie"), max_length=200)
    telefoonnummer = forms.CharField(label=gettext_lazy("Op welk nummer bellen wij terug?"), max_length=30)
    buitenlands_nummer = forms.BooleanField(label=gettext_lazy("Dit is een buitenlands nummer"), required=False)
    engelstalig = forms.BooleanField(label=gettext_lazy("De klant spreekt Engels"), required=False)
    voorkeursmoment = forms.CharField(
        label=gettext_lazy("Wanneer belt u het best terug?"),
        max_length=100,
        required=False,
        help_text=gettext_lazy("Bijvoorbeeld: 's ochtends, of na 16.00 uur"),
    )
    spoed = forms.BooleanField(
        label=gettext_lazy("Spoed"), required=False, help_text=gettext_lazy("De klant ziet dit niet.")
    )
    emailadres = forms.EmailField(label=gettext_lazy("E-mailadres"), required=False, max_length=254)
    geboortedatum = forms.DateField(
        label=gettext_lazy("Geboortedatum"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    kenmerk = forms.CharField(
        label=gettext_lazy("Kenmerk"),
        max_length=80,
        required=False,
        help_text=gettext_lazy("Bijvoorbeeld het nummer van een brief"),
    )
    adres = forms.CharField(label=gettext_lazy("Adres"), max_length=255, required=False)
    sleutel = forms.CharField(required=False, max_length=36, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, zaken: list[tuple[str, str]] | None, contactpersoon: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["product"].queryset = producten()  # type: ignore[attr-defined]
        if zaken is None:
            del self.fields["zaak"]
            return
        vast = [(CONTACTPERSOON, _("Een vraag aan de contactpersoon"))] if contactpersoon else []
        self.fields["zaak"].choices = [("", _("Niet over een zaak")), *vast, *zaken]  # type: ignore[attr-defined]
        self.fields["product"].required = not contactpersoon

    @property
    def de_vraag(self) -> list[forms.BoundField]:
        return [self[naam] for naam in _DE_VRAAG if naam in self.fields]

    @property
    def de_klant(self) -> list[forms.BoundField]:
        return [self[naam] for naam in self.fields if naam not in _DE_VRAAG and naam != "sleutel"]

    def clean_telefoonnummer(self) -> str:
        try:
            return telefoon_vorm(self.cleaned_data["telefoonnummer"])
        except OnjuistAdres:
            raise forms.ValidationError(
                _("Vul een telefoonnummer in, zoals 06 12345678. Buitenlands: begin met + en de landcode.")
            ) from None

    def clean_geboortedatum(self) -> Any:
        dag = self.cleaned_data["geboortedatum"]
        if dag and dag > klok.vandaag():
            raise forms.ValidationError(_("De geboortedatum kan niet in de toekomst liggen."))
        return dag

    def clean(self) -> dict[str, Any]:
        gegevens: dict[str, Any] = super().clean() or {}
        aan_contactpersoon = gegevens.get("zaak") == CONTACTPERSOON
        if not self.errors and not gegevens.get("product") and not aan_contactpersoon:
            self.add_error("product", _("Kies een product. Het bepaalt welk team terugbelt."))
        return gegevens

    def als_vraag(self) -> Terugbelvraag:
        g = self.cleaned_data
        namen = [naam for naam in Terugbelvraag.__dataclass_fields__ if naam in g]
        vraag = Terugbelvraag(**{naam: g[naam] for naam in namen})
        vraag.buitenlands_nummer = vraag.buitenlands_nummer or not vraag.telefoonnummer.startswith("+31")
        return vraag


class Pogingformulier(forms.Form):
    use_required_attribute = False
    bereikt = forms.TypedChoiceField(
        label=gettext_lazy("Hebt u de klant gesproken?"),
        widget=forms.RadioSelect,
        coerce=lambda w: w == "ja",
        choices=[("ja", gettext_lazy("Ja")), ("nee", gettext_lazy("Nee, niet bereikt"))],
    )
    toelichting = forms.CharField(
        label=gettext_lazy("Toelichting voor collega's"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    volgende_poging = forms.DateTimeField(
        label=gettext_lazy("Wanneer probeert u het weer?"),
        required=False,
        help_text=gettext_lazy("De klant leest dit moment."),
        widget=forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"}),
    )


class Antwoordformulier(forms.Form):
    antwoord = forms.CharField(
        label=gettext_lazy("Wat hebt u geantwoord?"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=gettext_lazy("De klant leest dit antwoord. Daarna is de notitie klaar."),
    )


class Notitieformulier(forms.Form):
    tekst = forms.CharField(
        label=gettext_lazy("Notitie voor collega's"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("De klant ziet dit niet. U kunt het later niet meer veranderen."),
    )


class Heropenformulier(forms.Form):
    reden = forms.CharField(
        label=gettext_lazy("Waarom heropent u de notitie?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("De klant leest dit."),
    )


class Doorgeefformulier(forms.Form):
    """To a team from the list, and if one likes to a colleague of it."""

    team = forms.ModelChoiceField(label=gettext_lazy("Aan welk team?"), queryset=Team.objects.none(), empty_label=None)
    gebruiker = forms.ModelChoiceField(
        label=gettext_lazy("Aan wie?"),
        queryset=Gebruiker.objects.none(),
        required=False,
        empty_label=gettext_lazy("Het hele team"),
        help_text=gettext_lazy("Kies iemand van dat team."),
    )
    reden = forms.CharField(label=gettext_lazy("Waarom?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, collegas: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].queryset = Team.objects.order_by("naam")  # type: ignore[attr-defined]
        self.fields["gebruiker"].queryset = collegas  # type: ignore[attr-defined]
        self.fields["gebruiker"].label_from_instance = self._met_afwezigheid  # type: ignore[attr-defined]

    def _met_afwezigheid(self, gebruiker: Gebruiker) -> str:
        return _("%(naam)s (afwezig)") % {"naam": gebruiker.naam} if gebruiker.pk in self._afwezig else gebruiker.naam

    @cached_property
    def _afwezig(self) -> set[int]:
        return set(Waarneming.afwezigen().values_list("pk", flat=True))


class Lijstformulier(forms.Form):
    """What the list of notities is narrowed to; what makes no sense narrows nothing."""

    zoek = forms.CharField(
        label=gettext_lazy("Zoeken"),
        required=False,
        max_length=200,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "placeholder": gettext_lazy("Nummer, telefoon, naam, onderwerp, product")}
        ),
    )
    status = forms.ChoiceField(label=gettext_lazy("Status"), required=False, choices=_OPEN)
    team = forms.ModelChoiceField(
        label=gettext_lazy("Backoffice"),
        queryset=Team.objects.none(),
        required=False,
        empty_label=gettext_lazy("Alle teams"),
    )
    behandelaar = forms.ChoiceField(label=gettext_lazy("Behandelaar"), required=False)
    maker = forms.ChoiceField(label=gettext_lazy("Gemaakt door"), required=False)
    lijst = forms.CharField(required=False, max_length=10, widget=forms.HiddenInput)

    def __init__(self, *args: Any, behandelaars: list[Gebruiker], makers: list[Gebruiker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].queryset = Team.objects.order_by("naam")  # type: ignore[attr-defined]
        wie = [(str(g.pk), g.naam) for g in behandelaars]
        self.fields["behandelaar"].choices = [("", _("Iedereen")), ("niemand", _("Niemand")), *wie]  # type: ignore[attr-defined]
        self.fields["maker"].choices = [("", _("Iedereen")), *((str(g.pk), g.naam) for g in makers)]  # type: ignore[attr-defined]
