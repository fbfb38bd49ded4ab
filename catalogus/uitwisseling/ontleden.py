"""JSON with the line of every value, so that an error can say where it stands.

The standard decoder forgets positions; this one walks the text itself and leaves strings and numbers to it.
"""

import json
import re
from bisect import bisect_right
from typing import Any, NoReturn

from django.utils.translation import gettext as _

from catalogus.uitwisseling.fouten import Leesfout, OnbruikbaarBestand, Pad, plaatsnaam

_WIT = re.compile(r"[ \t\r\n]*")
_DIEPST = 40


def ontleed(tekst: str, bestand: str) -> tuple[Any, dict[Pad, int]]:
    """The value of a JSON text, and the line (from 1) of every value in it by its path.

    Raises OnbruikbaarBestand for text that is no JSON, a name that stands twice in an object, or nesting without end.
    """
    ontleder = _Ontleder(tekst, bestand)
    waarde, positie = ontleder.waarde(0, ())
    if (positie := ontleder.wit(positie)) != len(tekst):
        ontleder.stop(positie, (), _("na het einde van de gegevens staat nog tekst."))
    return waarde, ontleder.regels


class _Ontleder:
    def __init__(self, tekst: str, bestand: str) -> None:
        self.tekst = tekst
        self.bestand = bestand
        self.regels: dict[Pad, int] = {}
        self._regeleinden = [treffer.start() for treffer in re.finditer("\n", tekst)]
        self._json = json.JSONDecoder(parse_constant=self._constante)

    def stop(self, positie: int, pad: Pad, reden: str) -> NoReturn:
        raise OnbruikbaarBestand([Leesfout(self.bestand, self._regel(positie), plaatsnaam(pad), reden)])

    def wit(self, positie: int) -> int:
        treffer = _WIT.match(self.tekst, positie)
        return treffer.end() if treffer else positie

    def waarde(self, positie: int, pad: Pad) -> tuple[Any, int]:
        positie = self.wit(positie)
        self.regels[pad] = self._regel(positie)
        if len(pad) > _DIEPST:
            self.stop(positie, (), _("de gegevens zijn te diep genest."))
        teken = self.tekst[positie : positie + 1]
        if teken == "{":
            return self._object(positie + 1, pad)
        if teken == "[":
            return self._lijst(positie + 1, pad)
        return self._los(positie, pad)

    def _object(self, positie: int, pad: Pad) -> tuple[dict[str, Any], int]:
        gevonden: dict[str, Any] = {}
        positie = self.wit(positie)
        if self.tekst.startswith("}", positie):
            return gevonden, positie + 1
        while True:
            positie = self.wit(positie)
            naam, na_naam = self._los(positie, pad)
            if not isinstance(naam, str):
                self.stop(positie, pad, _("hier hoort een naam tussen aanhalingstekens te staan."))
            if naam in gevonden:
                self.stop(positie, pad, _("%(naam)s staat hier twee keer.") % {"naam": repr(naam)})
            na_naam = self._verwacht(na_naam, ":", pad)
            gevonden[naam], positie = self.waarde(na_naam, (*pad, naam))
            positie, klaar = self._verder(positie, "}", pad)
            if klaar:
                return gevonden, positie

    def _lijst(self, positie: int, pad: Pad) -> tuple[list[Any], int]:
        gevonden: list[Any] = []
        positie = self.wit(positie)
        if self.tekst.startswith("]", positie):
            return gevonden, positie + 1
        while True:
            waarde, positie = self.waarde(positie, (*pad, len(gevonden)))
            gevonden.append(waarde)
            positie, klaar = self._verder(positie, "]", pad)
            if klaar:
                return gevonden, positie

    def _los(self, positie: int, pad: Pad) -> tuple[Any, int]:
        """A string, a number, true, false or null."""
        try:
            return self._json.raw_decode(self.tekst, positie)
        except json.JSONDecodeError as fout:
            self.stop(fout.pos, pad, _("dit is geen geldige JSON: hier hoort een waarde te staan."))

    def _verder(self, positie: int, einde: str, pad: Pad) -> tuple[int, bool]:
        positie = self.wit(positie)
        teken = self.tekst[positie : positie + 1]
        if teken not in (",", einde) or not teken:
            self.stop(
                positie,
                pad,
                _("dit is geen geldige JSON: hier hoort een komma of %(einde)s te staan.") % {"einde": einde},
            )
        return positie + 1, teken == einde

    def _verwacht(self, positie: int, teken: str, pad: Pad) -> int:
        positie = self.wit(positie)
        if not self.tekst.startswith(teken, positie):
            self.stop(positie, pad, _("dit is geen geldige JSON: hier hoort %(teken)s te staan.") % {"teken": teken})
        return positie + 1

    def _regel(self, positie: int) -> int:
        return bisect_right(self._regeleinden, positie - 1) + 1

    def _constante(self, woord: str) -> NoReturn:
        raise json.JSONDecodeError(f"{woord} is geen JSON", self.tekst, self.tekst.find(woord))
