"""What each letter needs, as plain data: dates are ISO ('2026-11-23'), amounts are cents, text is never markup.

An empty string means that there is none. ``tekst`` and other long texts hold paragraphs separated by an empty line.
"""

from typing import NotRequired, TypedDict


class Gemeente(TypedDict):
    """``settings.GEMEENTE``: who writes."""

    naam: str  # 'Demostad'
    volledige_naam: str  # 'Gemeente Demostad'
    telefoon: str
    adres: str  # one line, for the sender's line and for objections
    bestuursorgaan: str  # 'Burgemeester en wethouders'
    website: NotRequired[str]


class Brief(TypedDict):
    """Every letter: who it is for, about what, and from whom. Never the name of an employee."""

    naam: str
    adresregels: list[str]  # as it stands behind the window: street with number, postcode with town, country
    onderwerp: str
    datum: str
    kenmerk: str  # the zaaknummer, else the uuid of the message
    gemeente: Gemeente
    taal: NotRequired[str]  # 'nl' (default) or 'en': only 'bericht' exists in English
    afdeling: NotRequired[str]
    aanhef: NotRequired[str]  # default 'Beste <naam>,'


class Bericht(Brief):
    """``bericht``: any message on paper. ``tekst`` holds its own opening and closing words."""

    tekst: str


class Antwoord(TypedDict):
    """One question of the form with what was answered, in words."""

    label: str
    waarde: str


class Ontvangstbevestiging(Brief):
    """``ontvangstbevestiging``: proof of receipt, with a copy of all that was sent (Awb 2:17)."""

    ontvangen_op: str
    uiterlijk: str  # last day for the decision
    wat_gebeurt_er: str
    gegevens: list[Antwoord]
    bestanden: list[str]  # titles of the files that came along


class Inzageveld(TypedDict):
    """One field of what is held: its name and its value in words."""

    label: str
    waarde: str


class Inzagestuk(TypedDict):
    """One row of what is held: a note, a message, a step."""

    kop: str
    velden: list[Inzageveld]


class Inzagegroep(TypedDict):
    """What is held of one zaak, or of another kind."""

    kop: str
    delen: list[Inzagestuk]


class Inzage(Brief):
    """``inzage``: all that is held of somebody, and what he should know of it (AVG 15)."""

    verzameld_op: str
    groepen: list[Inzagegroep]
    achtergehouden: list[str]  # what is withheld, and on which ground


class Bezwaarontvangst(Ontvangstbevestiging):
    """``bezwaar_ontvangst``: the same for an objection (Awb 6:14)."""

    besluit: str  # against which decision
    besluit_datum: str


class VerzoekAanvulling(Brief):
    """``verzoek_aanvulling``: what is missing, until when it can come, and what happens without it (Awb 4:5, 4:15)."""

    gevraagd: str  # one line: 'Een tekening van de zijgevel'
    toelichting: str
    uiterlijk: str  # last day to send it


class Gebleven(TypedDict):
    """What stays after a request for erasure: why, by which rule, and until when ('' = not known)."""

    wat: str
    waarom: str
    tot: str


class Besluitbrief(Brief):
    """``besluit``: the decision, its reasons and its remedy (Awb 3:41, 3:45, 3:46, 6:5)."""

    besluit: str  # omschrijving of the besluittype
    uitkomst: str  # catalogus Uitkomst: toegekend, gedeeltelijk, afgewezen, niet_behandeld, ...
    motivering: str
    ingangsdatum: str
    vervaldatum: str
    bedrag: int | None
    bezwaar_tot: str  # last day to object; '' = no remedy
    bestuursorgaan: str  # '' = that of the municipality
    aangevraagd_op: NotRequired[str]
    kop: NotRequired[str]  # instead of the words of the uitkomst: 'Uw bezwaar is gegrond'
    inleiding: NotRequired[str]  # instead of 'U hebt bij ons een aanvraag gedaan'
    motivering_vooraf: NotRequired[str]  # words of the zaaktype around the reasons
    motivering_slot: NotRequired[str]
    grondslag: NotRequired[str]  # the articles that the decision rests on
    voorwaarden: NotRequired[list[str]]
    rechtsmiddel: NotRequired[str]  # 'bezwaar' (default) or 'beroep' (after an objection: with the court)
    rechtbank: NotRequired[str]  # name and address, for 'beroep'
    gewist: NotRequired[list[str]]  # what was erased (AVG 17)
    gebleven: NotRequired[list[Gebleven]]
    verteld: NotRequired[list[str]]  # to whom data were given, and that they know (AVG 19)
    niet_verteld: NotRequired[list[str]]  # and who could not be told
    toezicht: NotRequired[bool]  # one can also complain to the supervisory authority (AVG 12 lid 4)


class Verlenging(Brief):
    """``verlenging``: it takes longer. ``verlegt_datum`` False only informs: the legal date stands (Awb 4:14 lid 1)."""

    reden: str
    grondslag: str
    oude_datum: str
    nieuwe_datum: str
    verlegt_datum: bool


class Opschorting(Brief):
    """``opschorting``: the term stands still (Awb 4:15)."""

    reden: str
    vanaf: str  # first day that does not count
    uiterlijk: str  # last day that it can stand still; '' when not known


class Hervatting(Brief):
    """``hervatting``: the term goes on, with its new end (Awb 4:15 lid 4)."""

    reden: str
    hervat_op: str
    nieuwe_datum: str


class VernietigdeZaak(TypedDict):
    """One zaak of the declaration: nothing of a person. ``nummer`` of a shielded one says only that it was shielded."""

    nummer: str
    zaaktype: str
    resultaat: str
    selectielijst: str  # number of the result in the Selectielijst
    afgerond: str
    bewaard_tot: str
    documenten: int


class VerklaringVernietiging(Brief):
    """``verklaring_vernietiging``: what was destroyed, why and by whose decision (Archiefbesluit 8)."""

    zaaktype: str
    peildatum: str
    vernietigd_op: str
    stappen: list[Antwoord]  # who made, judged and approved the list
    zaken: list[VernietigdeZaak]
    gebleven: list[str]
