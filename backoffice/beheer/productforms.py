"""The forms of a product, by room: what one writes together stands together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from backoffice.beheer.gezien import MetGezien
from catalogus.formulieren.velden import Bedragveld, Datumveld
from catalogus.models import Balie, Doelgroep, Kostenregel, Product, Productlink, Productvertaling, Thema
from catalogus.models.velden import ISO_DUUR
from catalogus.termijnen.duur import Duur, OngeldigeDuur

OPMAAK = _("Met ## maakt u een kop, met - een lijst en met ** om woorden heen vette letters.")
_DELEN = re.compile(r"(\d{1,4})\s*(jaren|jaar|maanden|maand|weken|week|dagen|dag)\b")
_EENHEDEN = {"j": "jaren", "m": "maanden", "w": "weken", "d": "dagen"}


class Duurinvoer(forms.CharField):
    """A period as people write it: '8 weken', '1 jaar en 6 maanden'. Kept as ISO 8601."""

    default_error_messages = {"invalid": _("Schrijf hoe lang het duurt, zoals 8 weken of 1 jaar en 6 maanden.")}

    def clean(self, value: Any) -> str:
        tekst = str(super().clean(value) or "").lower()
        if not tekst or ISO_DUUR.match(tekst.upper()):
            return tekst.upper()
        rest = re.sub(r"\ben\b|,", " ", _DELEN.sub(" ", tekst)).strip()
        delen: dict[str, int] = {}
        for getal, woord in _DELEN.findall(tekst):
            delen[_EENHEDEN[woord[0]]] = delen.get(_EENHEDEN[woord[0]], 0) + int(getal)
        if rest or not delen:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return str(Duur(**delen))

    def prepare_value(self, value: Any) -> Any:
        try:
            return Duur.lees(value).in_woorden() if value else value
        except (OngeldigeDuur, TypeError):
            return value


class Woordenlijst(forms.CharField):
    """Words with commas between them."""

    default_error_messages = {"te_lang": _("Houd elk trefwoord onder de 40 letters.")}

    def clean(self, value: Any) -> Any:
        woorden = [woord.strip() for woord in str(super().clean(value) or "").split(",")]
        if any(len(woord) > 40 for woord in woorden):
            raise ValidationError(self.error_messages["te_lang"], code="te_lang")
        return list(dict.fromkeys(woord for woord in woorden if woord))

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value


class Productformulier(MetGezien):
    """The base of every room: Dutch dates, lists as people write them, a hint where Markdown works."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for veld in self.fields.values():
            if isinstance(veld.widget, forms.Textarea):
                veld.widget.attrs["rows"] = 6
                veld.help_text = veld.help_text or OPMAAK


def _veld(veld: "models.Field[Any, Any]", **kwargs: Any) -> forms.Field | None:
    """The field of a form for a column; an address without a scheme is one over https."""
    if isinstance(veld, models.URLField):
        kwargs["assume_scheme"] = "https"
    return veld.formfield(**kwargs)


class Algemeen(Productformulier):
    trefwoorden = Woordenlijst(
        label=_("Trefwoorden"), required=False, help_text=_("Waarmee mensen zoeken. Zet er komma's tussen.")
    )
    doelgroepen = forms.MultipleChoiceField(
        label=_("Soort doelgroep"), required=False, choices=Doelgroep.choices, widget=forms.CheckboxSelectMultiple
    )
    themas = forms.ModelMultipleChoiceField(
        Thema.objects.all(), label=_("Onderwerpen"), required=False, widget=forms.CheckboxSelectMultiple
    )
    gepubliceerd_van = Datumveld(
        label=_("Op de website vanaf"), required=False, help_text=_("Leeg: nog niet op de website.")
    )
    gepubliceerd_tot = Datumveld(
        label=_("Niet meer op de website vanaf"), required=False, help_text=_("Leeg: blijft staan.")
    )

    class Meta:
        model = Product
        formfield_callback = _veld
        fields = (
            "naam",
            "samenvatting",
            "doelgroep",
            "doelgroepen",
            "themas",
            "trefwoorden",
            "balies",
            "backoffice",
            "inloggen_nodig",
            "aanvragen_extern_url",
            "gepubliceerd_van",
            "gepubliceerd_tot",
        )
        labels = {
            "doelgroep": _("Voor wie"),
            "balies": _("Balies"),
            "backoffice": _("Team dat terugbelt"),
            "inloggen_nodig": _("Inloggen is nodig om aan te vragen"),
            "aanvragen_extern_url": _("Aanvragen op een andere website"),
        }
        help_texts = {"backoffice": _("Krijgt de terugbelnotities over dit product.")}
        widgets = {"balies": forms.CheckboxSelectMultiple}


class Teksten(Productformulier):
    class Meta:
        model = Product
        formfield_callback = _veld
        fields = (
            "tekst",
            "voorwaarden",
            "benodigdheden",
            "contact",
            "grondslag",
            "grondslag_url",
            "rechtsmiddel",
            "bezwaar",
            "interne_notitie_14070",
        )
        labels = {
            "benodigdheden": _("Wat iemand nodig heeft"),
            "grondslag": _("Wet of verordening"),
            "grondslag_url": _("Adres van die wet of verordening"),
            "rechtsmiddel": _("Wat iemand ertegen kan doen"),
            "bezwaar": _("Uitleg daarbij"),
            "interne_notitie_14070": _("Notitie voor 14070"),
        }
        help_texts = {
            "grondslag": _("Met het artikel."),
            "bezwaar": OPMAAK,
            "interne_notitie_14070": _("Leest alleen een medewerker."),
        }


class Kosten(Productformulier):
    duur_wettelijk = Duurinvoer(label=_("Hoe lang het mag duren"), required=False)
    duur_streef = Duurinvoer(label=_("Waar u naar streeft"), required=False)

    class Meta:
        model = Product
        formfield_callback = _veld
        fields = (
            "kosten",
            "kosten_toelichting",
            "verzonnen_bedragen",
            "duur_wettelijk",
            "duur_streef",
            "duur_toelichting",
        )
        labels = {
            "kosten": _("Kosten in één zin"),
            "verzonnen_bedragen": _("De bedragen zijn een voorbeeld"),
            "duur_toelichting": _("Uitleg bij de duur"),
        }
        help_texts = {
            "kosten": _("Dit lezen ook 14070 en de inwoner bij zijn zaak."),
            "verzonnen_bedragen": _("Dan zegt de website dat erbij."),
            "duur_toelichting": OPMAAK,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hulp = _("Alleen als er geen zaaktype bij hoort: anders staat het daar. Bijvoorbeeld: 8 weken.")
        self.fields["duur_wettelijk"].help_text = self.fields["duur_streef"].help_text = hulp


class Engels(Productformulier):
    class Meta:
        model = Productvertaling
        formfield_callback = _veld
        fields = (
            "naam",
            "samenvatting",
            "tekst",
            "voorwaarden",
            "kosten",
            "kosten_toelichting",
            "duur_toelichting",
            "benodigdheden",
            "doelgroep",
            "bezwaar",
            "contact",
        )
        labels = {
            "doelgroep": _("Voor wie"),
            "kosten": _("Kosten in één zin"),
            "duur_toelichting": _("Uitleg bij de duur"),
            "benodigdheden": _("Wat iemand nodig heeft"),
            "bezwaar": _("Wat iemand ertegen kan doen"),
        }


class Bedragformulier(Productformulier):
    van_cent = Bedragveld(label=_("Bedrag, of het laagste bedrag"), required=False)
    tot_cent = Bedragveld(label=_("Hoogste bedrag"), required=False)
    geldig_van = Datumveld(label=_("Geldig vanaf"))
    geldig_tot = Datumveld(label=_("Niet meer geldig vanaf"), required=False)

    class Meta:
        model = Kostenregel
        formfield_callback = _veld
        fields = ("omschrijving", "soort", "van_cent", "tot_cent", "eenheid", "geldig_van", "geldig_tot", "volgorde")
        labels = {"omschrijving": _("Waarvoor"), "soort": _("Soort bedrag"), "eenheid": _("Per wat")}
        help_texts = {
            "omschrijving": _("Leeg als er maar een bedrag is."),
            "eenheid": _("Bijvoorbeeld: per jaar."),
        }


class Linkformulier(Productformulier):
    class Meta:
        model = Productlink
        formfield_callback = _veld
        fields = ("naam", "url", "volgorde")
        labels = {"naam": _("Wat er te lezen is"), "url": _("Adres")}


class Balieformulier(Productformulier):
    class Meta:
        model = Balie
        formfield_callback = _veld
        fields = ("naam", "adres", "openingstijden", "telefoon", "afspraak_url")
        labels = {"afspraak_url": _("Waar men een afspraak maakt")}


class Vraagformulier(forms.Form):
    """A question that people often ask, with its answer."""

    use_required_attribute = False
    vraag = forms.CharField(label=_("Vraag"), max_length=200)
    antwoord = forms.CharField(label=_("Antwoord"), max_length=5000, widget=forms.Textarea, help_text=OPMAAK)


class Nieuwformulier(Productformulier):
    class Meta:
        model = Product
        formfield_callback = _veld
        fields = ("naam", "samenvatting")

    def clean(self) -> dict[str, Any]:
        """The address follows from the name: it is never changed again, for others link to it."""
        schoon = super().clean() or {}
        slug = slugify(schoon.get("naam", ""))[:100]
        bezet = slug in ("", "nieuw") or Product.objects.filter(slug=slug).exists()
        if "naam" in schoon and bezet:
            self.add_error("naam", _("Kies een andere naam: dit adres bestaat al."))
        return schoon | {"slug": slug}


@dataclass(frozen=True)
class Kamer:
    """A room of the editor: its word in the address, its name, its form."""

    sleutel: str
    naam: Any
    formulier: type[Productformulier]


KAMERS: Sequence[Kamer] = (
    Kamer("algemeen", _("Algemeen"), Algemeen),
    Kamer("teksten", _("Teksten"), Teksten),
    Kamer("kosten", _("Kosten en duur"), Kosten),
    Kamer("engels", _("Engels"), Engels),
)
