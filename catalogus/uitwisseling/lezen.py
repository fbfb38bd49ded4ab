"""A file or a folder of files becomes checked rows in normal form, or a list of everything that is wrong with it."""

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from catalogus.uitwisseling.fouten import Leesfout, OnbruikbaarBestand, Pad, plaatsnaam
from catalogus.uitwisseling.ontleden import ontleed
from catalogus.uitwisseling.vorm import Rij, Verwijzing, Vorm, naar_buiten, waarden
from catalogus.uitwisseling.vormen import CATALOGUS, DELEN, GLOBAAL, ZAAKTYPE
from catalogus.uitwisseling.waarden import standaard, uit_json

SOORT = "mijnzaken-catalogus"
FORMAAT = 1


@dataclass(frozen=True)
class Plek:
    """Where a row stands in which file."""

    bestand: str
    regel: int
    pad: Pad

    def fout(self, reden: str) -> Leesfout:
        return Leesfout(self.bestand, self.regel, plaatsnaam(self.pad), reden)


@dataclass
class Inhoud:
    """What the files hold: one catalogus at most, and rows per section. ``plekken`` goes by ``id`` of a row."""

    catalogus: Rij | None = None
    delen: dict[str, list[Rij]] = field(default_factory=lambda: {naam: [] for naam in DELEN})
    plekken: dict[int, Plek] = field(default_factory=dict)

    def plek(self, rij: Rij) -> Plek:
        return self.plekken[id(rij)]


def lees(paden: Iterable[Path]) -> Inhoud:
    """Read files as one catalogue. Raises OnbruikbaarBestand with all reasons; OSError when a file can't be opened."""
    inhoud = Inhoud()
    fouten: list[Leesfout] = []
    for pad in paden:
        fouten += _lees_erbij(inhoud, pad.name, pad.read_bytes())
    fouten += list(_dubbel(inhoud))
    if not fouten:
        fouten += list(_losse_einden(inhoud))
    if fouten:
        raise OnbruikbaarBestand(fouten)
    return inhoud


def lees_los(bestand: str, ruw: bytes) -> Inhoud:
    """Read one file that may refer to what is not here. Raises OnbruikbaarBestand with all other reasons."""
    inhoud = Inhoud()
    if fouten := [*_lees_erbij(inhoud, bestand, ruw), *_dubbel(inhoud)]:
        raise OnbruikbaarBestand(fouten)
    return inhoud


def tekst_van(bestand: str, ruw: bytes) -> str:
    """Raises OnbruikbaarBestand for what is no UTF-8."""
    try:
        return ruw.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        regel = ruw[: fout.start].count(b"\n") + 1
        raise OnbruikbaarBestand([Leesfout(bestand, regel, "", _("dit is geen tekst in UTF-8."))]) from fout


def _lees_erbij(inhoud: Inhoud, bestand: str, ruw: bytes) -> list[Leesfout]:
    try:
        waarde, regels = ontleed(tekst_van(bestand, ruw), bestand)
    except OnbruikbaarBestand as onbruikbaar:
        return onbruikbaar.fouten
    return _Lezer(bestand, regels, inhoud).lees(waarde)


class _Lezer:
    """Walks one file; gathers errors instead of stopping at the first."""

    def __init__(self, bestand: str, regels: dict[Pad, int], inhoud: Inhoud) -> None:
        self.bestand = bestand
        self.regels = regels
        self.inhoud = inhoud
        self.fouten: list[Leesfout] = []

    def lees(self, waarde: Any) -> list[Leesfout]:
        if not isinstance(waarde, dict) or waarde.get("soort") != SOORT or waarde.get("formaat") != FORMAAT:
            self._meld(
                (),
                _("dit is geen catalogusbestand: het begint met %(begin)s.")
                % {"begin": f'"soort": "{SOORT}", "formaat": {FORMAAT}'},
            )
            return self.fouten
        self._onbekende(waarde, {"soort", "formaat", "catalogus", *DELEN}, ())
        if "catalogus" in waarde:
            if self.inhoud.catalogus is not None:
                self._meld(("catalogus",), _("een ander bestand noemt ook al een catalogus; er hoort er een te zijn."))
            self.inhoud.catalogus = self._rij(CATALOGUS, waarde["catalogus"], ("catalogus",))
        for naam, vorm in DELEN.items():
            self.inhoud.delen[naam] += self._lijst(vorm, waarde.get(naam, []), (naam,))
        return self.fouten

    def _lijst(self, vorm: Vorm, waarde: Any, pad: Pad) -> list[Rij]:
        if not isinstance(waarde, list):
            self._meld(pad, _("hier hoort een lijst te staan."))
            return []
        rijen = [self._rij(vorm, deel, (*pad, nummer)) for nummer, deel in enumerate(waarde)]
        goed = [rij for rij in rijen if rij is not None]
        for rij in _herhaald(vorm, goed):
            self.fouten.append(
                self.inhoud.plek(rij).fout(
                    _("%(naam)s staat hier twee keer.") % {"naam": f"{vorm.naam} {_noem(vorm, rij)}"}
                )
            )
        return goed

    def _rij(self, vorm: Vorm, waarde: Any, pad: Pad) -> Rij | None:
        if not isinstance(waarde, dict):
            self._meld(pad, _("hier hoort een object te staan."))
            return None
        velden = {veld.name: veld for veld in vorm.velden()}
        self._onbekende(waarde, {*velden, *vorm.verwijzingen, *vorm.kinderen}, pad)
        voor = len(self.fouten)
        rij: Rij = {}
        for naam, veld in velden.items():
            plek = (*pad, naam) if naam in waarde else pad
            try:
                if naam in vorm.mag_leeg and waarde.get(naam) == "":
                    rij[naam] = ""
                else:
                    rij[naam] = uit_json(veld, waarde[naam]) if naam in waarde else standaard(veld)
            except ValidationError as fout:
                self._meld(plek, f"{naam}: {' '.join(fout.messages)}")
        for naam, verwijzing in vorm.verwijzingen.items():
            rij[naam] = self._verwijzing(vorm, naam, verwijzing, waarde, pad)
        for naam, kindvorm in vorm.kinderen.items():
            rij[naam] = self._lijst(kindvorm, waarde.get(naam, []), (*pad, naam))
        self.inhoud.plekken[id(rij)] = Plek(self.bestand, self._regel(pad), pad)
        if vorm is ZAAKTYPE and len(self.fouten) == voor:
            self._binnen(rij, pad)
        return rij if len(self.fouten) == voor else None

    def _verwijzing(self, vorm: Vorm, naam: str, verwijzing: Verwijzing, waarde: Rij, pad: Pad) -> Any:
        ruw = waarde.get(naam, [] if verwijzing.meer else None)
        plek = (*pad, naam) if naam in waarde else pad
        if verwijzing.meer:
            if not isinstance(ruw, list) or not all(isinstance(deel, str | int) for deel in ruw):
                self._meld(plek, _("%(naam)s: hier hoort een lijst met namen te staan.") % {"naam": naam})
                return []
            return sorted(set(ruw), key=str)
        if ruw is None and not vorm.kan_leeg(naam):
            self._meld(plek, _("%(naam)s: ontbreekt.") % {"naam": naam})
        elif ruw is not None and (not isinstance(ruw, str | int) or isinstance(ruw, bool)):
            self._meld(plek, _("%(naam)s: hier hoort een naam te staan.") % {"naam": naam})
            return None
        return ruw

    def _binnen(self, rij: Rij, pad: Pad) -> None:
        """References within a zaaktype meet a row of that zaaktype."""
        for collectie, vorm in ZAAKTYPE.kinderen.items():
            for kind in rij[collectie]:
                for naam, verwijzing in vorm.verwijzingen.items():
                    if verwijzing.binnen:
                        namen = [doel[verwijzing.sleutel] for doel in rij[verwijzing.collectie]]
                        for waarde in waarden(kind[naam]):
                            if waarde not in namen:
                                plek = self.inhoud.plek(kind)
                                self.fouten.append(plek.fout(bestaat_niet(naam, waarde, namen)))

    def _onbekende(self, waarde: Rij, mag: set[str], pad: Pad) -> None:
        for naam in waarde:
            if naam not in mag:
                lijkt = difflib.get_close_matches(naam, mag, 1)
                zin = _("%(naam)s is hier niet bekend.") % {"naam": repr(naam)}
                self._meld((*pad, naam), zin + _bedoeld(lijkt))

    def _regel(self, pad: Pad) -> int:
        return self.regels.get(pad, 1)

    def _meld(self, pad: Pad, reden: str) -> None:
        self.fouten.append(Leesfout(self.bestand, self._regel(pad), plaatsnaam(pad), reden))


def _dubbel(inhoud: Inhoud) -> Iterator[Leesfout]:
    """A row that stands in two files."""
    for naam, vorm in DELEN.items():
        for rij in _herhaald(vorm, inhoud.delen[naam]):
            plek = inhoud.plek(rij)
            yield plek.fout(_("%(naam)s staat er al.") % {"naam": f"{vorm.naam} {_noem(vorm, rij)}"})


def _losse_einden(inhoud: Inhoud) -> Iterator[Leesfout]:
    """References to what is neither in the files nor in the database."""
    bekend = {naam: bekend_in(naam, inhoud) for naam in GLOBAAL}
    for naam, vorm in DELEN.items():
        for rij in inhoud.delen[naam]:
            for los in naar_buiten(vorm, rij):
                if los.waarde not in bekend[los.collectie]:
                    yield inhoud.plek(los.rij).fout(bestaat_niet(los.kolom, los.waarde, bekend[los.collectie]))


def bekend_in(collectie: str, inhoud: Inhoud) -> set[Any]:
    """What rows may refer to: the names in the files and those in the database."""
    model, sleutel = GLOBAAL[collectie]
    if collectie == "teams":
        rijen = [t for d in inhoud.delen["diensten"] for a in d["afdelingen"] for t in a["teams"]]
    else:
        rijen = inhoud.delen[collectie]
    return {rij[sleutel] for rij in rijen} | set(model._default_manager.values_list(sleutel, flat=True))


def _herhaald(vorm: Vorm, rijen: list[Rij]) -> Iterator[Rij]:
    gezien: dict[tuple[Any, ...], int] = {}
    for rij in rijen:
        sleutel = vorm.sleutel_van(rij)
        if gezien.setdefault(sleutel, id(rij)) != id(rij):
            yield rij


def _noem(vorm: Vorm, rij: Rij) -> str:
    return " ".join(repr(str(deel)) for deel in vorm.sleutel_van(rij) if deel)


def bestaat_niet(naam: str, waarde: Any, namen: Iterable[Any]) -> str:
    """The sentence about a reference to nothing, with what was perhaps meant."""
    lijkt = difflib.get_close_matches(str(waarde), [str(bekend) for bekend in namen], 1)
    zin = _("%(naam)s: %(waarde)s bestaat niet.") % {"naam": naam, "waarde": repr(str(waarde))}
    return zin + _bedoeld([repr(naam) for naam in lijkt])


def _bedoeld(lijkt: list[str]) -> str:
    return " " + _("Bedoelt u %(naam)s?") % {"naam": lijkt[0]} if lijkt else ""
