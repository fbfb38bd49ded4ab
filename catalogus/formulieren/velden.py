"""One field for each soort of text, number and date. Messages are Dutch B1 and say what to do."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import phonenumbers
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, RegexValidator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from stdnum import iban
from stdnum.exceptions import ValidationError as OnjuistVolgensRegels

from catalogus import klok
from catalogus.formulieren.lezen import OnleesbaarGetal, OnleesbareDatum, lees_centen, lees_datum, lees_getal
from catalogus.formulieren.opschonen import schone_regel, schone_tekst
from catalogus.formulieren.woorden import bedrag_in_woorden, getal_in_woorden, iban_in_woorden, telefoon_in_woorden

TEKST_MAX, LANGE_TEKST_MAX, EMAIL_MAX, INVOER_MAX = 255, 10_000, 254, 100  # characters
LANDCODE, NEDERLAND = "NL", 31
EERSTE_JAAR, LAATSTE_JAAR = 1850, 2200
VANDAAG = "vandaag"


class Tekstveld(forms.CharField):
    """One line of text, cleaned (opschonen)."""

    schoon: Callable[[str], str] = staticmethod(schone_regel)
    default_error_messages = {
        "required": _("Vul dit in."),
        "max_length": _("Maak dit korter: u gebruikt %(show_value)s tekens en er passen er %(limit_value)s."),
        "min_length": _("Maak dit langer: gebruik ten minste %(limit_value)s tekens."),
    }

    def __init__(
        self, *, max_length: int = TEKST_MAX, patroon: str = "", patroon_uitleg: str = "", **kwargs: Any
    ) -> None:
        super().__init__(max_length=max_length, **kwargs)
        if patroon:
            uitleg = patroon_uitleg or _("Schrijf dit zoals in het voorbeeld.")
            self.validators.append(RegexValidator(rf"\A(?:{patroon})\Z", uitleg))

    def to_python(self, value: Any) -> str:
        tekst = "" if value is None else str(value)
        if len(tekst) > 4 * (self.max_length or TEKST_MAX) + LANGE_TEKST_MAX:  # don't clean megabytes to refuse them
            raise ValidationError(
                self.error_messages["max_length"],
                code="max_length",
                params={"show_value": len(tekst), "limit_value": self.max_length},
            )
        return self.schoon(tekst)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """No ``maxlength``: a browser cuts off what is pasted, without a word. The message asks to shorten it."""
        return {}


class Langetekstveld(Tekstveld):
    """Several lines."""

    widget = forms.Textarea
    schoon = staticmethod(schone_tekst)

    def __init__(self, *, max_length: int = LANGE_TEKST_MAX, **kwargs: Any) -> None:
        super().__init__(max_length=max_length, **kwargs)


class Emailveld(Tekstveld):
    """An e-mail address; a line break or a second address in it is refused (gevaren 68)."""

    default_validators = [EmailValidator(_("Vul een e-mailadres in, zoals naam@voorbeeld.nl."))]

    def __init__(self, *, max_length: int = EMAIL_MAX, **kwargs: Any) -> None:
        super().__init__(max_length=min(max_length, EMAIL_MAX), **kwargs)
        self.widget.attrs.update({"autocomplete": "email", "inputmode": "email"})


class Telefoonveld(Tekstveld):
    """A telephone number; kept as E.164 ('+31612345678'). Without a country code it is Dutch."""

    default_error_messages = {"invalid": _("Vul een telefoonnummer in, zoals 06 12345678 of +32 470 12 34 56.")}

    def __init__(self, *, max_length: int = INVOER_MAX, **kwargs: Any) -> None:
        super().__init__(max_length=max_length, **kwargs)
        self.widget.attrs.update({"autocomplete": "tel", "inputmode": "tel"})

    def clean(self, value: Any) -> str:
        tekst = super().clean(value)
        if not tekst:
            return ""
        try:
            nummer = phonenumbers.parse(tekst, LANDCODE)
        except phonenumbers.NumberParseException:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None
        past = phonenumbers.is_valid_number if nummer.country_code == NEDERLAND else phonenumbers.is_possible_number
        if not past(nummer):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return phonenumbers.format_number(nummer, phonenumbers.PhoneNumberFormat.E164)

    def prepare_value(self, value: Any) -> Any:
        return telefoon_in_woorden(value) if isinstance(value, str) and value.startswith("+") else value


class Ibanveld(Tekstveld):
    """A bank account number, checked by its check digits and the rules of its country; kept without spaces."""

    default_error_messages = {
        "invalid": _("Dit rekeningnummer klopt niet. Kijk op uw bankpas en typ het over, zoals NL91 ABNA 0417 1643 00.")
    }

    def __init__(self, *, max_length: int = INVOER_MAX, **kwargs: Any) -> None:
        super().__init__(max_length=max_length, **kwargs)

    def clean(self, value: Any) -> str:
        tekst = super().clean(value)
        if not tekst:
            return ""
        try:
            return str(iban.validate(tekst)) if tekst.isascii() else self._weiger()
        except OnjuistVolgensRegels:
            return self._weiger()

    def prepare_value(self, value: Any) -> Any:
        return iban_in_woorden(value) if isinstance(value, str) and value.isalnum() else value

    def _weiger(self) -> str:
        raise ValidationError(self.error_messages["invalid"], code="invalid")


class Getalveld(forms.Field):
    """A number with at most ``decimalen`` digits after the comma, between ``van`` and ``tot`` (inclusive)."""

    default_error_messages = {
        "required": _("Vul een getal in."),
        "invalid": _("Vul een getal in, zonder letters."),
        "geheel": _("Vul een heel getal in, zonder komma."),
        "decimalen": _("Gebruik ten hoogste %(aantal)s cijfers achter de komma."),
        "te_laag": _("Vul %(grens)s of meer in."),
        "te_hoog": _("Vul %(grens)s of minder in."),
    }

    def __init__(
        self, *, decimalen: int = 0, van: float | None = None, tot: float | None = None, **kwargs: Any
    ) -> None:
        self.decimalen = decimalen
        self.van = None if van is None else Decimal(str(van))
        self.tot = None if tot is None else Decimal(str(tot))
        super().__init__(**kwargs)
        self.widget.attrs["inputmode"] = "decimal" if decimalen else "numeric"

    def to_python(self, value: Any) -> Decimal | None:
        if value is None or isinstance(value, Decimal):
            return value
        getypt = _kort(self, value)
        try:
            return self.lees(getypt) if getypt else None
        except OnleesbaarGetal:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None

    def lees(self, getypt: str) -> Decimal:
        return lees_getal(getypt)

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value is None:
            return
        if value != round(value, self.decimalen):
            code = "decimalen" if self.decimalen else "geheel"
            raise ValidationError(self.error_messages[code], code=code, params={"aantal": self.decimalen})
        self._binnen_grenzen(value)

    def prepare_value(self, value: Any) -> Any:
        return self.in_woorden(value) if isinstance(value, Decimal) else value

    def in_woorden(self, getal: Decimal) -> str:
        return getal_in_woorden(getal)

    def _binnen_grenzen(self, value: Decimal) -> None:
        if self.van is not None and value < self.van:
            raise ValidationError(self.error_messages["te_laag"], "te_laag", {"grens": self.in_woorden(self.van)})
        if self.tot is not None and value > self.tot:
            raise ValidationError(self.error_messages["te_hoog"], "te_hoog", {"grens": self.in_woorden(self.tot)})


class Bedragveld(Getalveld):
    """An amount, typed in euros ('1.234,56'), kept in cents. ``van`` (0 unless told) and ``tot`` are in euros."""

    default_error_messages = {
        "required": _("Vul een bedrag in."),
        "invalid": _("Vul een bedrag in, zoals 12,50 of 1.250."),
    }

    def __init__(self, *, van: float | None = 0, decimalen: int = 2, **kwargs: Any) -> None:
        super().__init__(decimalen=min(decimalen, 2), van=van, **kwargs)

    def to_python(self, value: Any) -> Decimal | None:
        return Decimal(value) / 100 if isinstance(value, int) else super().to_python(value)

    def lees(self, getypt: str) -> Decimal:
        return Decimal(lees_centen(getypt)) / 100

    def clean(self, value: Any) -> int | None:
        bedrag = super().clean(value)
        return None if bedrag is None else int(bedrag * 100)

    def prepare_value(self, value: Any) -> Any:
        return self.in_woorden(Decimal(value) / 100)[2:] if isinstance(value, int) else value

    def in_woorden(self, getal: Decimal) -> str:
        return bedrag_in_woorden(int(getal * 100))


class Datumveld(forms.Field):
    """A day. ``niet_voor`` and ``niet_na`` are 'jjjj-mm-dd' or 'vandaag' (the clock's, when checked), inclusive."""

    default_error_messages = {
        "required": _("Vul een datum in, zoals 31-1-2026."),
        "invalid": _("Vul een datum in die bestaat, met dag, maand en jaar, zoals 31-1-2026."),
        "te_vroeg": _("Vul een datum in op of na %(grens)s."),
        "te_laat": _("Vul een datum in op of voor %(grens)s."),
    }

    def __init__(self, *, niet_voor: str = "", niet_na: str = "", **kwargs: Any) -> None:
        self.niet_voor, self.niet_na = niet_voor, niet_na
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> date | None:
        if value is None or isinstance(value, date):
            return value
        getypt = _kort(self, value)
        if not getypt:
            return None
        try:
            dag = lees_datum(getypt)
        except OnleesbareDatum:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None
        if not EERSTE_JAAR <= dag.year <= LAATSTE_JAAR:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return dag

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value is None:
            return
        if self.niet_voor and value < _grens(self.niet_voor):
            raise self._fout("te_vroeg", self.niet_voor)
        if self.niet_na and value > _grens(self.niet_na):
            raise self._fout("te_laat", self.niet_na)

    def prepare_value(self, value: Any) -> Any:
        return _getypt(value) if isinstance(value, date) else value

    def _fout(self, code: str, grens: str) -> ValidationError:
        woord = gettext("vandaag") if grens == VANDAAG else _getypt(_grens(grens))
        return ValidationError(self.error_messages[code], code=code, params={"grens": woord})


def _kort(veld: forms.Field, value: Any) -> str:
    """The cleaned line; what is far too long for a number or date is refused, not cut off."""
    if len(str(value)) > INVOER_MAX:
        raise ValidationError(veld.error_messages["invalid"], code="invalid")
    return schone_regel(str(value))


def _grens(tekst: str) -> date:
    return klok.vandaag() if tekst == VANDAAG else date.fromisoformat(tekst)


def _getypt(dag: date) -> str:
    return f"{dag.day}-{dag.month}-{dag.year}"
