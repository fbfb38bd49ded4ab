"""Own words for a message: at which events of a zaak, which values they may name, and how they are filled in.

A text names a value as ``{uiterlijk}``. It is no template language: nothing in a text is carried out, and what is
filled in is never read again. A line that names a value which is not there is left out as a whole.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import TextChoices
from django.utils import formats

from catalogus import klok

_NAAM = re.compile(r"\{([^{}\n]*)\}")
_LOS = re.compile(r"[{}]")
_WITREGELS = re.compile(r"\n{3,}")


class Gebeurtenis(TextChoices):
    """What a party of a zaak gets a message of. The word is that of the message (``berichten/soorten``)."""

    ONTVANGST = "ontvangst", "de aanvraag is ontvangen"
    BEZWAAR_ONTVANGEN = "bezwaar_ontvangen", "het bezwaar is ontvangen"
    AANVULLING_GEVRAAGD = "aanvulling_gevraagd", "een aanvulling is gevraagd"
    AANVULLING_ONTVANGEN = "aanvulling_ontvangen", "de aanvulling is ontvangen"
    OPGESCHORT = "opgeschort", "de termijn staat stil"
    HERVAT = "hervat", "de termijn loopt weer"
    VERLENGD = "verlengd", "de termijn is verlengd"
    TERMIJN_OVERSCHREDEN = "termijn_overschreden", "de termijn is niet gehaald"
    STATUS_GEWIJZIGD = "status_gewijzigd", "de zaak is een stap verder"
    TAAK = "taak", "de inwoner krijgt een taak"
    DOCUMENT_TOEGEVOEGD = "document_toegevoegd", "er is een document bij de zaak"
    TOESTEMMING_GEVRAAGD = "toestemming_gevraagd", "een ander moet toestemming geven"
    TOESTEMMING_GEGEVEN = "toestemming_gegeven", "een ander reageerde op de vraag om toestemming"
    BESLUIT = "besluit", "er is een besluit"
    BESLUIT_ELDERS = "besluit_elders", "een ander systeem nam een besluit"
    ANDER_ZAAKTYPE = "ander_zaaktype", "de zaak kreeg een ander zaaktype"
    INGETROKKEN = "ingetrokken", "de aanvraag is ingetrokken"
    GESTOPT = "gestopt", "de zaak is gestopt"
    HEROPEND = "heropend", "de zaak is weer open"
    GEBRUIK_BEPERKT = "gebruik_beperkt", "gegevens staan op slot (AVG 18)"
    BEPERKING_EINDIGT = "beperking_eindigt", "het slot gaat van de gegevens (AVG 18)"


@dataclass(frozen=True)
class Waarde:
    """One value: its name, what it is, an example, and whether it can be absent."""

    naam: str
    uitleg: str
    voorbeeld: Any
    kan_ontbreken: bool = False

    def __str__(self) -> str:
        return f"{{{self.naam}}}"


@dataclass(frozen=True)
class Woordregels:
    """The values that the words for one event may name, and those that the text can't leave out: the law has the
    resident read them (Awb 3:45, 4:5, 4:14, 4:15; AVG 18), or he can't go on without.
    """

    waarden: tuple[Waarde, ...]
    moet: tuple[str, ...] = ()
    namen: Mapping[str, Waarde] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "namen", {waarde.naam: waarde for waarde in self.waarden})


ALTIJD = (
    Waarde("naam", "de naam van wie het leest", "Anna de Vries"),
    Waarde("product", "waar de zaak over gaat", "Parkeervergunning bewoners"),
    Waarde("nummer", "het zaaknummer", "2027-0000123"),
    Waarde("gemeente", "de naam van de gemeente", "Gemeente Demostad"),
)
_EIND = Waarde("uiterlijk", "de dag waarop het besluit er uiterlijk is", date(2027, 6, 15))
_EIND_MISSCHIEN = Waarde(_EIND.naam, _EIND.uitleg, _EIND.voorbeeld, kan_ontbreken=True)
_REDEN = Waarde("reden", "de reden, zoals de behandelaar die schreef", "Wij wachten op advies van de brandweer.")
_BEZWAAR_TOT = Waarde("bezwaar_tot", "de laatste dag om bezwaar te maken", date(2027, 7, 27), kan_ontbreken=True)
_ZAKEN = Waarde("zaken", "de zaken waar het om gaat", "- Melding openbare ruimte (2027-0000100)")


def _regels(*waarden: Waarde, moet: tuple[str, ...] = ()) -> Woordregels:
    return Woordregels((*ALTIJD, *waarden), moet)


REGELS: dict[str, Woordregels] = {
    Gebeurtenis.ONTVANGST: _regels(
        Waarde("ontvangen_op", "de dag van ontvangst", date(2027, 4, 20)), _EIND_MISSCHIEN, moet=("nummer",)
    ),
    Gebeurtenis.BEZWAAR_ONTVANGEN: _regels(_EIND_MISSCHIEN, moet=("nummer",)),
    Gebeurtenis.AANVULLING_GEVRAAGD: _regels(
        Waarde("gevraagd", "wat de inwoner moet sturen", "Een kopie van het huurcontract"),
        Waarde("uiterlijk", "de laatste dag om het te sturen", date(2027, 5, 4)),
        moet=("gevraagd", "uiterlijk"),
    ),
    Gebeurtenis.AANVULLING_ONTVANGEN: _regels(),
    Gebeurtenis.OPGESCHORT: _regels(_REDEN, moet=("reden",)),
    Gebeurtenis.HERVAT: _regels(_EIND_MISSCHIEN, moet=("uiterlijk",)),
    Gebeurtenis.VERLENGD: _regels(_REDEN, _EIND, moet=("reden", "uiterlijk")),
    Gebeurtenis.TERMIJN_OVERSCHREDEN: _regels(
        Waarde("uiterlijk", "de dag waarop het besluit er had moeten zijn", date(2027, 6, 15)),
        Waarde("nieuwe_termijn", "de dag die wij nu verwachten", date(2027, 7, 1), kan_ontbreken=True),
        moet=("uiterlijk", "nieuwe_termijn"),
    ),
    Gebeurtenis.STATUS_GEWIJZIGD: _regels(
        Waarde("status", "de nieuwe status, in de woorden voor de inwoner", "Wij beoordelen uw aanvraag"),
        moet=("status",),
    ),
    Gebeurtenis.TAAK: _regels(
        Waarde("taak", "wat de inwoner moet doen", "Kies een dag voor de keuring"),
        Waarde("uiterlijk", "de laatste dag om het te doen", date(2027, 5, 4), kan_ontbreken=True),
        moet=("taak", "uiterlijk"),
    ),
    Gebeurtenis.DOCUMENT_TOEGEVOEGD: _regels(
        Waarde("document", "de titel van het document", "Verslag van het bezoek"), moet=("document",)
    ),
    Gebeurtenis.TOESTEMMING_GEVRAAGD: _regels(
        Waarde("aanvrager", "wie de aanvraag deed", "Anna de Vries"),
        Waarde("uiterlijk", "de laatste dag om te reageren", date(2027, 5, 4), kan_ontbreken=True),
        Waarde("code", "de code waarmee men de vraag opent", "K7PQ-24XM", kan_ontbreken=True),
        moet=("aanvrager", "code"),
    ),
    Gebeurtenis.TOESTEMMING_GEGEVEN: _regels(),
    Gebeurtenis.BESLUIT: _regels(
        Waarde("uitkomst", "wat er besloten is", "toegekend"), _BEZWAAR_TOT, moet=("uitkomst", "bezwaar_tot")
    ),
    Gebeurtenis.BESLUIT_ELDERS: _regels(
        Waarde("besluit", "de naam van het besluit", "Omgevingsvergunning verleend"),
        Waarde("toelichting", "de toelichting van het andere systeem", "Uw plan past.", kan_ontbreken=True),
        _BEZWAAR_TOT,
        moet=("besluit", "toelichting", "bezwaar_tot"),
    ),
    Gebeurtenis.ANDER_ZAAKTYPE: _regels(
        Waarde("was", "wat de inwoner stuurde", "Melding openbare ruimte"), _REDEN, _EIND_MISSCHIEN, moet=("reden",)
    ),
    Gebeurtenis.INGETROKKEN: _regels(),
    Gebeurtenis.GESTOPT: _regels(_REDEN, moet=("reden",)),
    Gebeurtenis.HEROPEND: _regels(_REDEN, moet=("reden",)),
    Gebeurtenis.GEBRUIK_BEPERKT: _regels(_ZAKEN, _REDEN, moet=("zaken", "reden")),
    Gebeurtenis.BEPERKING_EINDIGT: _regels(
        _ZAKEN,
        Waarde("weer_vanaf", "de dag vanaf wanneer het slot eraf is", date(2027, 5, 18)),
        _REDEN,
        moet=("zaken", "weer_vanaf", "reden"),
    ),
}


def fouten_in_onderwerp(regels: Woordregels, onderwerp: str) -> Iterator[str]:
    """A subject is never left out, so it names only what is always there."""
    yield from _onbekend(regels, onderwerp)
    for naam in _genoemd(onderwerp):
        if naam in regels.namen and regels.namen[naam].kan_ontbreken:
            yield f"De waarde {{{naam}}} kan ontbreken en hoort daarom niet in het onderwerp."


def fouten_in_tekst(regels: Woordregels, tekst: str) -> Iterator[str]:
    yield from _onbekend(regels, tekst)
    genoemd = _genoemd(tekst)
    for naam in regels.moet:
        if naam not in genoemd:
            yield f"De tekst noemt {{{naam}}} niet ({regels.namen[naam].uitleg}), en dat moet wel."
    if not any(regel.strip() and not _kan_weg(regels, regel) for regel in tekst.splitlines()):
        yield "Elke regel kan wegvallen. Schrijf er een regel bij die altijd blijft staan."


def vul(tekst: str, waarden: Mapping[str, Any]) -> str:
    """The text with its values, in the language that is active. What is filled in is not read again."""
    klaar = {naam: _in_woorden(waarde) for naam, waarde in waarden.items() if waarde not in (None, "")}
    regels = [
        _NAAM.sub(lambda gevonden: klaar[gevonden[1]], regel)
        for regel in tekst.splitlines()
        if all(naam in klaar for naam in _genoemd(regel))
    ]
    return _WITREGELS.sub("\n\n", "\n".join(regels)).strip()


def _genoemd(tekst: str) -> list[str]:
    return _NAAM.findall(tekst)


def _kan_weg(regels: Woordregels, regel: str) -> bool:
    return any(naam not in regels.namen or regels.namen[naam].kan_ontbreken for naam in _genoemd(regel))


def _onbekend(regels: Woordregels, tekst: str) -> Iterator[str]:
    for naam in dict.fromkeys(_genoemd(tekst)):
        if naam not in regels.namen:
            yield f"De waarde {{{naam}}} bestaat hier niet. Kies uit: {', '.join(map(str, regels.waarden))}."
    if _LOS.search(_NAAM.sub("", tekst)):
        yield "Er staat een losse accolade. Schrijf een waarde als {naam}."


def _in_woorden(waarde: Any) -> str:
    if isinstance(waarde, datetime):
        waarde = klok.datum(waarde)
    return formats.date_format(waarde, "j F Y") if isinstance(waarde, date) else str(waarde)
