"""Controls of the form. How they are drawn is onderdelen/veld.html's; here is what they read and hold."""

from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from catalogus.formulieren.adres import Adres


class Adresinvoer(forms.MultiWidget):
    """Five inputs for one address; ``labels`` names them, those in ``breed`` take a whole line."""

    breed = (3, 4)
    labels: tuple[str | Promise, ...] = (_("Postcode"), _("Huisnummer"), _("Toevoeging"), _("Straat"), _("Woonplaats"))

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        delen: dict[str, forms.Widget | type[forms.Widget]] = {
            "postcode": forms.TextInput({"autocomplete": "postal-code", "size": 8}),
            "huisnummer": forms.TextInput({"inputmode": "numeric", "size": 6}),
            "toevoeging": forms.TextInput({"size": 6}),
            "straat": forms.TextInput({"autocomplete": "address-line1"}),
            "woonplaats": forms.TextInput({"autocomplete": "address-level2"}),
        }
        super().__init__(delen, attrs)

    def decompress(self, value: Any) -> list[str]:
        if not isinstance(value, Adres):
            return [""] * len(self.widgets)
        return [
            f"{value.postcode[:4]} {value.postcode[4:]}",
            str(value.huisnummer),
            value.achter_huisnummer,
            value.straat,
            value.woonplaats,
        ]


class Bestandinvoer(forms.FileInput):
    """Several files under one name; the part with drag and drop sends them under ``{name}_bestand``."""

    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[Any]:
        namen = (name, f"{name}_bestand")
        if isinstance(files, MultiValueDict):
            return [bestand for sleutel in namen for bestand in files.getlist(sleutel)]
        gevonden = [files.get(sleutel) for sleutel in namen]
        return [deel for stuk in gevonden if stuk for deel in (stuk if isinstance(stuk, list | tuple) else [stuk])]
