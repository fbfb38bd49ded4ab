"""Metadata by MDTO 1.0.1 (Nationaal Archief): what an archive asks about a dossier, a document and a file.

Elements stand in the order of its schema (MDTO-XML1.0.1.xsd), which is strict about it.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from xml.etree.ElementTree import Element, SubElement, indent, tostring

NAAMRUIMTE = "https://www.nationaalarchief.nl/mdto"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
BRON = "Mijn Zaken"


@dataclass(frozen=True)
class Begrip:
    """A term out of a list of terms."""

    label: str
    lijst: str
    code: str = ""


@dataclass(frozen=True)
class Verwijzing:
    """To another object, or to a person or organisation, by name and perhaps by a mark."""

    naam: str
    kenmerk: str = ""
    bron: str = BRON


@dataclass(frozen=True)
class Informatieobject:
    """A dossier, or a document in it."""

    kenmerk: str
    naam: str
    aggregatieniveau: str  # 'Dossier' or 'Archiefstuk'
    waardering: Begrip
    archiefvormer: Verwijzing
    beperking: Begrip
    classificatie: Begrip | None = None
    omschrijving: str = ""
    van: date | None = None
    tot: date | None = None
    taal: str = "nl"
    informatiecategorie: Begrip | None = None
    onderdeel_van: Verwijzing | None = None
    onderdelen: list[Verwijzing] = field(default_factory=list)
    representatie: Verwijzing | None = None
    betrokkenen: list[tuple[Begrip, Verwijzing]] = field(default_factory=list)
    activiteit: str = ""


@dataclass(frozen=True)
class Bestand:
    """The bytes of a document."""

    kenmerk: str
    naam: str
    omvang: int  # bytes
    formaat: str  # MIME
    sha256: str
    bepaald_op: datetime
    van: Verwijzing


def xml_van(wat: Informatieobject | Bestand) -> bytes:
    """The file of metadata, as UTF-8."""
    wortel = Element("MDTO", {"xmlns": NAAMRUIMTE, "xmlns:xsi": _XSI})
    wortel.set("xsi:schemaLocation", f"{NAAMRUIMTE} {NAAMRUIMTE}/MDTO-XML1.0.1.xsd")
    if isinstance(wat, Bestand):
        _bestand(SubElement(wortel, "bestand"), wat)
    else:
        _informatieobject(SubElement(wortel, "informatieobject"), wat)
    indent(wortel)
    tekst: bytes = tostring(wortel, encoding="UTF-8", xml_declaration=True)
    return tekst + b"\n"


def _informatieobject(ouder: Element, object_: Informatieobject) -> None:
    _identificatie(ouder, "identificatie", object_.kenmerk, BRON)
    _tekst(ouder, "naam", object_.naam)
    _begrip(ouder, "aggregatieniveau", Begrip(object_.aggregatieniveau, "Begrippenlijst Aggregatieniveaus MDTO"))
    _begrip(ouder, "classificatie", object_.classificatie)
    _tekst(ouder, "omschrijving", object_.omschrijving)
    if object_.van is not None:
        dekking = SubElement(ouder, "dekkingInTijd")
        _begrip(dekking, "dekkingInTijdType", Begrip("Looptijd", BRON))
        _tekst(dekking, "dekkingInTijdBegindatum", object_.van.isoformat())
        _tekst(dekking, "dekkingInTijdEinddatum", object_.tot.isoformat() if object_.tot else "")
    _tekst(ouder, "taal", object_.taal)
    _begrip(ouder, "waardering", object_.waardering)
    _begrip(ouder, "informatiecategorie", object_.informatiecategorie)
    _verwijzing(ouder, "isOnderdeelVan", object_.onderdeel_van)
    for onderdeel in object_.onderdelen:
        _verwijzing(ouder, "bevatOnderdeel", onderdeel)
    _verwijzing(ouder, "heeftRepresentatie", object_.representatie)
    _verwijzing(ouder, "archiefvormer", object_.archiefvormer)
    for soort, wie in object_.betrokkenen:
        betrokkene = SubElement(ouder, "betrokkene")
        _begrip(betrokkene, "betrokkeneTypeRelatie", soort)
        _verwijzing(betrokkene, "betrokkeneActor", wie)
    _verwijzing(ouder, "activiteit", Verwijzing(object_.activiteit) if object_.activiteit else None)
    beperking = SubElement(ouder, "beperkingGebruik")
    _begrip(beperking, "beperkingGebruikType", object_.beperking)


def _bestand(ouder: Element, bestand: Bestand) -> None:
    _identificatie(ouder, "identificatie", bestand.kenmerk, BRON)
    _tekst(ouder, "naam", bestand.naam)
    _tekst(ouder, "omvang", str(bestand.omvang))
    _begrip(ouder, "bestandsformaat", Begrip(bestand.formaat, "IANA Media types", bestand.formaat))
    som = SubElement(ouder, "checksum")
    _begrip(som, "checksumAlgoritme", Begrip("SHA-256", "Begrippenlijst ChecksumAlgoritme MDTO"))
    _tekst(som, "checksumWaarde", bestand.sha256)
    _tekst(som, "checksumDatum", bestand.bepaald_op.strftime("%Y-%m-%dT%H:%M:%S"))
    _verwijzing(ouder, "isRepresentatieVan", bestand.van)


def _tekst(ouder: Element, naam: str, tekst: str) -> None:
    """Characters that XML cannot hold are left out; an empty text is no element."""
    schoon = "".join(teken for teken in tekst if teken >= " " or teken in "\t\n")
    if schoon.strip():
        SubElement(ouder, naam).text = schoon


def _identificatie(ouder: Element, naam: str, kenmerk: str, bron: str) -> None:
    deel = SubElement(ouder, naam)
    _tekst(deel, "identificatieKenmerk", kenmerk)
    _tekst(deel, "identificatieBron", bron)


def _begrip(ouder: Element, naam: str, begrip: Begrip | None) -> None:
    if begrip is not None:
        deel = SubElement(ouder, naam)
        _tekst(deel, "begripLabel", begrip.label)
        _tekst(deel, "begripCode", begrip.code)
        _verwijzing(deel, "begripBegrippenlijst", Verwijzing(begrip.lijst))


def _verwijzing(ouder: Element, naam: str, verwijzing: Verwijzing | None) -> None:
    if verwijzing is not None:
        deel = SubElement(ouder, naam)
        _tekst(deel, "verwijzingNaam", verwijzing.naam)
        if verwijzing.kenmerk:
            _identificatie(deel, "verwijzingIdentificatie", verwijzing.kenmerk, verwijzing.bron)
