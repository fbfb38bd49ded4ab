"""How an e-mail address and a telephone number are written, so that equal ones are equal."""

import phonenumbers
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator

LANDCODE, NEDERLAND = "NL", 31
GROOTSTE_ADRES = 254  # characters (RFC 5321)

_email = EmailValidator()


class OnjuistAdres(ValueError):
    """What was typed is no address of that kind; the text says what to do."""


def email_vorm(adres: str) -> str:
    """An e-mail address folded to small letters. Raises OnjuistAdres, also for a line break (gevaren 68)."""
    if any(ord(teken) < 32 or ord(teken) == 127 for teken in adres):
        raise OnjuistAdres("Een e-mailadres staat op één regel.")
    vorm = adres.strip().lower()
    try:
        _email(vorm)
    except ValidationError:
        raise OnjuistAdres("Vul een e-mailadres in, zoals naam@voorbeeld.nl.") from None
    if len(vorm) > GROOTSTE_ADRES:
        raise OnjuistAdres("Dit e-mailadres is te lang.")
    return vorm


def telefoon_vorm(nummer: str) -> str:
    """A telephone number in E.164 ('+31612345678'); without a country code it is Dutch. Raises OnjuistAdres."""
    try:
        ontleed = phonenumbers.parse(nummer, LANDCODE)
    except phonenumbers.NumberParseException:
        raise OnjuistAdres("Vul een telefoonnummer in, zoals 06 12345678.") from None
    # Of another country only the number of digits is judged: its plans change more often than this library.
    past = phonenumbers.is_valid_number if ontleed.country_code == NEDERLAND else phonenumbers.is_possible_number
    if not past(ontleed):
        raise OnjuistAdres("Dit telefoonnummer heeft te veel of te weinig cijfers.")
    return phonenumbers.format_number(ontleed, phonenumbers.PhoneNumberFormat.E164)


def adres_vorm(soort: str, adres: str) -> str:
    """The form in which an address of this kind (``SoortDigitaalAdres``) is kept and found."""
    if soort == "email":
        return email_vorm(adres)
    if soort == "telefoonnummer":
        return telefoon_vorm(adres)
    return " ".join(adres.split())


def gemaskeerd(adres: str) -> str:
    """Enough to recognise an own address, too little to learn another's: 'a…@voorbeeld.nl', '…678'."""
    naam, apenstaart, huis = adres.partition("@")
    return f"{naam[:1]}…@{huis}" if apenstaart else f"…{adres[-3:]}"
