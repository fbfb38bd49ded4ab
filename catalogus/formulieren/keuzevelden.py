"""Fields with choices, parts or files: keuze, meerkeuze, ja_nee, adres, bestand."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from catalogus.formulieren.adres import HUISNUMMER_MAX, Adres, OnjuistAdres, lees_achter_huisnummer, lees_postcode
from catalogus.formulieren.velden import Tekstveld
from catalogus.formulieren.widgets import Adresinvoer, Bestandinvoer
from catalogus.keuzes import keuzelabel, te_kiezen

MEESTE_RONDJES = 8
STANDAARD_TYPEN = ("pdf", "jpg", "jpeg", "png")
STANDAARD_MB, STANDAARD_AANTAL = 15, 10
MB = 1024 * 1024
_ZELFDE_TYPE = {"jpeg": "jpg", "tiff": "tif"}
_KIES = _("Kies een van de antwoorden.")


class Keuzeveld(forms.ChoiceField):
    """One of the choices: round buttons, or a list when there are many."""

    default_error_messages = {"required": _KIES, "invalid_choice": _KIES}

    def __init__(self, *, keuzes: Sequence[Mapping[str, str]], **kwargs: Any) -> None:
        keuzes = te_kiezen(keuzes)
        paren = [(keuze["waarde"], keuzelabel(keuze)) for keuze in keuzes]
        if len(paren) > MEESTE_RONDJES:
            super().__init__(choices=[("", _("Maak een keuze")), *paren], widget=forms.Select, **kwargs)
        else:
            super().__init__(choices=paren, widget=forms.RadioSelect, **kwargs)
        self.uitleg = _uitleg(keuzes)


class Meerkeuzeveld(forms.MultipleChoiceField):
    """Several of the choices, in the order of the form."""

    widget = forms.CheckboxSelectMultiple
    default_error_messages = {
        "required": _("Kies een of meer antwoorden."),
        "invalid_choice": _("Kies uit de antwoorden die er staan."),
        "invalid_list": _("Kies uit de antwoorden die er staan."),
        "te_weinig": _("Kies ten minste %(aantal)s antwoorden."),
        "te_veel": _("Kies ten hoogste %(aantal)s antwoorden."),
    }

    def __init__(
        self, *, keuzes: Sequence[Mapping[str, str]], minstens: int = 0, hoogstens: int | None = None, **kwargs: Any
    ) -> None:
        keuzes = te_kiezen(keuzes)
        super().__init__(choices=[(keuze["waarde"], keuzelabel(keuze)) for keuze in keuzes], **kwargs)
        self.volgorde = [keuze["waarde"] for keuze in keuzes]
        self.minstens, self.hoogstens = minstens, hoogstens
        self.uitleg = _uitleg(keuzes)

    def to_python(self, value: Any) -> list[str]:
        return list(dict.fromkeys(super().to_python(value)))

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value and len(value) < self.minstens:
            raise ValidationError(self.error_messages["te_weinig"], "te_weinig", {"aantal": self.minstens})
        if self.hoogstens is not None and len(value) > self.hoogstens:
            raise ValidationError(self.error_messages["te_veel"], "te_veel", {"aantal": self.hoogstens})

    def clean(self, value: Any) -> list[str]:
        gekozen = set(super().clean(value))
        return [waarde for waarde in self.volgorde if waarde in gekozen]


class JaNeeveld(forms.TypedChoiceField):
    """Ja or nee, kept as true or false."""

    widget = forms.RadioSelect
    default_error_messages = {"required": _("Kies ja of nee."), "invalid_choice": _("Kies ja of nee.")}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=[("ja", _("Ja")), ("nee", _("Nee"))],
            coerce=lambda antwoord: antwoord == "ja",
            empty_value=None,
            **kwargs,
        )

    def prepare_value(self, value: Any) -> Any:
        return ("ja" if value else "nee") if isinstance(value, bool) else value

    def to_python(self, value: Any) -> str:
        return str(super().to_python(self.prepare_value(value)))


class _Postcode(Tekstveld):
    def clean(self, value: Any) -> str:
        tekst = super().clean(value)
        return _geldig(lees_postcode, tekst) if tekst else ""


class _Huisnummer(Tekstveld):
    default_error_messages = {"invalid": _("Vul een huisnummer in met alleen cijfers. Letters horen bij Toevoeging.")}

    def clean(self, value: Any) -> str:
        tekst = super().clean(value)
        if tekst and not (tekst.isascii() and tekst.isdigit() and 0 < int(tekst) <= HUISNUMMER_MAX):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return tekst


class _Toevoeging(Tekstveld):
    def clean(self, value: Any) -> str:
        tekst = super().clean(value)
        _geldig(lees_achter_huisnummer, tekst)
        return tekst


class Adresveld(forms.MultiValueField):
    """An address in the Netherlands as one value (``Adres``)."""

    widget = Adresinvoer
    default_error_messages = {
        "required": _("Vul het adres in."),
        "incomplete": _("Vul het adres helemaal in."),
    }

    def __init__(self, **kwargs: Any) -> None:
        delen = (
            _Postcode(error_messages={"incomplete": _("Vul de postcode in.")}, max_length=20),
            _Huisnummer(error_messages={"incomplete": _("Vul het huisnummer in.")}, max_length=20),
            _Toevoeging(required=False, max_length=20),
            Tekstveld(error_messages={"incomplete": _("Vul de straat in.")}, max_length=80),
            Tekstveld(error_messages={"incomplete": _("Vul de woonplaats in.")}, max_length=80),
        )
        super().__init__(delen, require_all_fields=False, **kwargs)

    def clean(self, value: Any) -> Adres | None:
        if isinstance(value, list | tuple):  # spaces are nothing
            value = [deel.strip() if isinstance(deel, str) else deel for deel in value]
        schoon: Adres | None = super().clean(value)
        return schoon

    def compress(self, data_list: list[str]) -> Adres | None:
        if not data_list:
            return None
        postcode, huisnummer, achter, straat, woonplaats = data_list
        letter, toevoeging = lees_achter_huisnummer(achter)
        return Adres(postcode, int(huisnummer), letter, toevoeging, straat, woonplaats)


class Bestandveld(forms.FileField):
    """Files. What is there already (``initial``) counts; the value is the list of new ones.

    Name and size are judged here; what really is in a file is judged when it is kept (documenten).
    """

    widget = Bestandinvoer
    default_error_messages = {
        "required": _("Voeg een bestand toe."),
        "type": _("Het bestand %(naam)s past hier niet. Kies een bestand van deze soort: %(typen)s."),
        "te_groot": _("Het bestand %(naam)s is te groot. Kies een bestand van ten hoogste %(mb)s MB."),
        "leeg": _("In het bestand %(naam)s staat niets. Kies een ander bestand."),
        "te_veel": _("Voeg ten hoogste %(aantal)s bestanden toe."),
        "te_weinig": _("Voeg ten minste %(aantal)s bestanden toe."),
    }

    def __init__(
        self,
        *,
        typen: Sequence[str] = STANDAARD_TYPEN,
        max_mb: int = STANDAARD_MB,
        minstens: int = 0,
        hoogstens: int = STANDAARD_AANTAL,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.typen = tuple(dict.fromkeys(typ.lower().lstrip(".") for typ in typen))
        self.max_mb, self.minstens, self.hoogstens = max_mb, minstens, hoogstens
        self.widget.attrs["accept"] = ",".join(f".{typ}" for typ in self.typen)

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        nieuw = list(data or [])
        for bestand in nieuw:
            self._beoordeel(bestand)
        aantal = len(nieuw) + len(initial or [])
        if not aantal and self.required:
            raise ValidationError(self.error_messages["required"], code="required")
        if aantal > self.hoogstens:
            raise ValidationError(self.error_messages["te_veel"], "te_veel", {"aantal": self.hoogstens})
        if 0 < aantal < self.minstens:
            raise ValidationError(self.error_messages["te_weinig"], "te_weinig", {"aantal": self.minstens})
        return nieuw

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(data)

    def bound_data(self, _: Any, initial: Any) -> Any:
        return initial

    def _beoordeel(self, bestand: Any) -> None:
        over = {"naam": bestand.name, "typen": ", ".join(self.typen), "mb": self.max_mb}
        uitgang = PurePath(bestand.name).suffix.lower().lstrip(".")
        if _ZELFDE_TYPE.get(uitgang, uitgang) not in {_ZELFDE_TYPE.get(typ, typ) for typ in self.typen}:
            raise ValidationError(self.error_messages["type"], "type", over)
        if not bestand.size:
            raise ValidationError(self.error_messages["leeg"], "leeg", over)
        if bestand.size > self.max_mb * MB:
            raise ValidationError(self.error_messages["te_groot"], "te_groot", over)


def _geldig(lees: Any, tekst: str) -> Any:
    try:
        return lees(tekst)
    except OnjuistAdres as fout:
        raise ValidationError(str(fout)) from fout


def _uitleg(keuzes: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """What stands under a choice, by value; the screens draw it."""
    return {keuze["waarde"]: keuze["hulp"] for keuze in keuzes if keuze.get("hulp")}
