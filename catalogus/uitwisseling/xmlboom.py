"""A tree out of XML that somebody sent: no document type, so no entities, nothing fetched and nothing that grows."""

from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from catalogus.uitwisseling.fouten import Leesfout, OnbruikbaarBestand

_DIEPST = 60


def boom(bestand: str, ruw: bytes) -> Element:
    """The root. Raises OnbruikbaarBestand for what is no XML, has a document type or nests without end."""
    bouwer = TreeBuilder()
    lezer = expat.ParserCreate()
    diep = 0

    def begin(naam: str, kenmerken: dict[str, str]) -> None:
        nonlocal diep
        diep += 1
        if diep > _DIEPST:
            raise OnbruikbaarBestand([_fout(bestand, lezer.CurrentLineNumber, "de gegevens zijn te diep genest.")])
        bouwer.start(naam, kenmerken)

    def eind(naam: str) -> None:
        nonlocal diep
        diep -= 1
        bouwer.end(naam)

    def doctype(*_: object) -> None:
        zin = "dit bestand heeft een DOCTYPE; dat lezen wij niet."
        raise OnbruikbaarBestand([_fout(bestand, lezer.CurrentLineNumber, zin)])

    lezer.StartElementHandler, lezer.EndElementHandler = begin, eind
    lezer.CharacterDataHandler = bouwer.data
    lezer.StartDoctypeDeclHandler = doctype
    lezer.buffer_text = True
    try:
        lezer.Parse(ruw, True)
    except expat.ExpatError as fout:
        raise OnbruikbaarBestand([_fout(bestand, fout.lineno, "dit is geen geldige XML.")]) from fout
    return bouwer.close()


def _fout(bestand: str, regel: int, zin: str) -> Leesfout:
    return Leesfout(bestand, regel, "", zin)
