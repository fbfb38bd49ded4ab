"""A version of the matrix as a file that a person reads, and back: refused whole, with line and reason.

Names stand in it, no keys: roles by code, zaaktypen by identificatie, teams and diensten by name. Reading it makes no
role and gives no right; what it holds becomes a draft.
"""

import difflib
from collections.abc import Iterable
from typing import Any
from uuid import UUID, uuid4

from autorisatie import rechten
from autorisatie.matrix.blokken import MITS, Blok, van_versie
from autorisatie.models import Gegevensgroep, Matrixregel, Matrixversie, Niveau, OpenOfGesloten, Rol, Scope
from catalogus.kanaal import Kanaal
from catalogus.models import Dienst, Proces, Team
from catalogus.uitwisseling.fouten import Leesfout, OnbruikbaarBestand, Pad, plaatsnaam
from catalogus.uitwisseling.ontleden import ontleed
from catalogus.uitwisseling.opmaak import opmaak
from catalogus.vertrouwelijkheid import Vertrouwelijkheid, naar_zgw

SOORT = "mijnzaken-autorisatiematrix"
FORMAAT = 1
MAXIMUM = 2 * 1024 * 1024  # bytes
_NIVEAUS = {n.name.lower(): n.value for n in Niveau}
_GEHEIM = {naar_zgw(v): v.value for v in Vertrouwelijkheid}
_REGEL = {"kenmerk", "rol", "scope", "waarop", "niveaus", "handelingen", "voorwaarden"}


# -- writing -----------------------------------------------------------------------------------------------------------


def schrijf(versie: Matrixversie) -> str:
    """The text of the file."""
    inhoud = {
        "soort": SOORT,
        "formaat": FORMAAT,
        "versie": versie.nummer,
        "toelichting": versie.toelichting,
        "regels": [_rij(blok) for blok in van_versie(versie)],
    }
    return opmaak(inhoud) + "\n"


def _rij(blok: Blok) -> dict[str, Any]:
    regel = blok.regel
    waarop = {
        Scope.DIENST: str(regel.dienst),
        Scope.TEAM: str(regel.team),
        Scope.PROCES: regel.proces.identificatie if regel.proces else "",
        Scope.PROCESGROEP: regel.procesgroep,
    }.get(Scope(regel.scope), "")
    return {
        "kenmerk": str(blok.kenmerk),
        "rol": regel.rol.code,
        "scope": regel.scope,
        **({"waarop": waarop} if waarop else {}),
        "niveaus": {groep: Niveau(niveau).name.lower() for groep, niveau in blok.niveaus.items()},
        "handelingen": sorted(blok.handelingen),
        "voorwaarden": {
            "open_of_gesloten": regel.open_of_gesloten,
            "dagen_na_sluiting": regel.dagen_na_sluiting,
            "eigen_team": regel.eigen_team,
            "aan_mij": regel.aan_mij,
            "max_vertrouwelijkheid": naar_zgw(regel.max_vertrouwelijkheid),
            "kanalen": list(regel.kanalen),
            "doel_verplicht": regel.doel_verplicht,
            "betrouwbaarheid_minimaal": regel.betrouwbaarheid_minimaal,
        },
    }


# -- reading -----------------------------------------------------------------------------------------------------------


def lees(inhoud: bytes, naam: str) -> list[Blok]:
    """The lines of the file. Raises OnbruikbaarBestand with every reason."""
    if len(inhoud) > MAXIMUM:
        raise OnbruikbaarBestand([Leesfout(naam, 1, "", "dit bestand is groter dan 2 MB.")])
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        regel = inhoud[: fout.start].count(b"\n") + 1
        raise OnbruikbaarBestand([Leesfout(naam, regel, "", "dit is geen tekst in UTF-8.")]) from fout
    waarde, regels = ontleed(tekst, naam)
    lezer = _Lezer(naam, regels)
    gevonden = lezer.lees(waarde)
    if lezer.fouten:
        raise OnbruikbaarBestand(lezer.fouten)
    return gevonden


class _Lezer:
    """Walks the file; gathers errors instead of stopping at the first."""

    def __init__(self, bestand: str, regels: dict[Pad, int]) -> None:
        self.bestand = bestand
        self.regels = regels
        self.fouten: list[Leesfout] = []
        self.rollen = {rol.code: rol for rol in Rol.objects.all()}
        self.doelen: dict[str, tuple[str, dict[str, Any]]] = {
            Scope.DIENST: ("dienst", {d.naam: d for d in Dienst.objects.all()}),
            Scope.TEAM: ("team", {t.naam: t for t in Team.objects.all()}),
            Scope.PROCES: ("proces", {p.identificatie: p for p in Proces.objects.all()}),
            Scope.PROCESGROEP: ("procesgroep", {g: g for g in Proces.objects.values_list("groep", flat=True)}),
        }

    def lees(self, waarde: Any) -> list[Blok]:
        if not isinstance(waarde, dict) or waarde.get("soort") != SOORT or waarde.get("formaat") != FORMAAT:
            self._meld((), f'dit is geen matrixbestand: het begint met "soort": "{SOORT}", "formaat": {FORMAAT}.')
            return []
        self._onbekende(waarde, {"soort", "formaat", "versie", "toelichting", "regels"}, ())
        rijen = waarde.get("regels")
        if not isinstance(rijen, list) or not rijen:
            self._meld(("regels",), "regels: hier hoort een lijst met minstens een regel te staan.")
            return []
        gevonden = [self._blok(rij, ("regels", nummer)) for nummer, rij in enumerate(rijen)]
        gezien: set[UUID] = set()
        for nummer, blok in enumerate(gevonden):
            if blok is not None and blok.kenmerk in gezien:
                self._meld(("regels", nummer), "kenmerk: deze regel staat er twee keer.")
            gezien |= {blok.kenmerk} if blok is not None else set()
        return [blok for blok in gevonden if blok is not None]

    def _blok(self, rij: Any, pad: Pad) -> Blok | None:
        if not isinstance(rij, dict):
            self._meld(pad, "hier hoort een object te staan.")
            return None
        voor = len(self.fouten)
        self._onbekende(rij, _REGEL, pad)
        velden: dict[str, Any] = {
            "rol": self._keuze(rij, "rol", self.rollen, pad),
            "scope": self._keuze(rij, "scope", {s: s for s in Scope.values}, pad),
        }
        if velden["scope"] in self.doelen:
            veld, doelen = self.doelen[velden["scope"]]
            velden[veld] = self._keuze(rij, "waarop", doelen, pad)
        elif "waarop" in rij:
            self._meld((*pad, "waarop"), "waarop: bij deze scope hoort geen waarop.")
        velden |= self._voorwaarden(rij.get("voorwaarden", {}), (*pad, "voorwaarden"))
        niveaus = self._niveaus(rij.get("niveaus", {}), (*pad, "niveaus"))
        handelingen = self._handelingen(rij.get("handelingen", []), (*pad, "handelingen"))
        kenmerk = self._kenmerk(rij.get("kenmerk"), (*pad, "kenmerk"))
        if len(self.fouten) > voor:
            return None
        return Blok(kenmerk, Matrixregel(blok=kenmerk, **velden), niveaus, frozenset(handelingen))

    def _kenmerk(self, waarde: Any, pad: Pad) -> UUID:
        try:
            return uuid4() if waarde is None else UUID(waarde)
        except (ValueError, AttributeError, TypeError):
            self._meld(pad, "kenmerk: dit is geen kenmerk. Laat het weg voor een nieuwe regel.")
            return uuid4()

    def _niveaus(self, waarde: Any, pad: Pad) -> dict[str, int]:
        if not isinstance(waarde, dict):
            self._meld(pad, "niveaus: hier hoort een object te staan, met een niveau per groep gegevens.")
            return {}
        self._onbekende(waarde, set(Gegevensgroep.values), pad)
        bekend = [groep for groep in waarde if groep in Gegevensgroep.values]
        return {groep: self._keuze(waarde, groep, _NIVEAUS, pad) for groep in bekend}

    def _handelingen(self, waarde: Any, pad: Pad) -> list[str]:
        namen = self._namen(waarde, pad, "handelingen")
        for naam in rechten.onbekende(namen):
            self._meld((*pad, waarde.index(naam)), _bestaat_niet("handelingen", naam, rechten.RECHTEN))
        return namen

    def _voorwaarden(self, waarde: Any, pad: Pad) -> dict[str, Any]:
        if not isinstance(waarde, dict):
            self._meld(pad, "voorwaarden: hier hoort een object te staan.")
            return {}
        self._onbekende(waarde, set(MITS), pad)
        gevonden: dict[str, Any] = {}
        if "open_of_gesloten" in waarde:
            keuzes = {k: k for k in OpenOfGesloten.values}
            gevonden["open_of_gesloten"] = self._keuze(waarde, "open_of_gesloten", keuzes, pad)
        if "max_vertrouwelijkheid" in waarde:
            gevonden["max_vertrouwelijkheid"] = self._keuze(waarde, "max_vertrouwelijkheid", _GEHEIM, pad)
        for naam in ("eigen_team", "aan_mij", "doel_verplicht"):
            if naam in waarde:
                gevonden[naam] = waarde[naam]
                if not isinstance(waarde[naam], bool):
                    self._meld((*pad, naam), f"{naam}: hier hoort true of false te staan.")
        if waarde.get("dagen_na_sluiting") is not None:
            gevonden["dagen_na_sluiting"] = self._getal(waarde, "dagen_na_sluiting", 36500, pad)
        if "betrouwbaarheid_minimaal" in waarde:
            gevonden["betrouwbaarheid_minimaal"] = self._getal(waarde, "betrouwbaarheid_minimaal", 4, pad)
        if "kanalen" in waarde:
            gevonden["kanalen"] = self._namen(waarde["kanalen"], (*pad, "kanalen"), "kanalen")
            for naam in gevonden["kanalen"]:
                if naam not in Kanaal.values:
                    self._meld((*pad, "kanalen"), _bestaat_niet("kanalen", naam, Kanaal.values))
        return gevonden

    def _namen(self, waarde: Any, pad: Pad, naam: str) -> list[str]:
        if not isinstance(waarde, list) or not all(isinstance(deel, str) for deel in waarde):
            self._meld(pad, f"{naam}: hier hoort een lijst met namen te staan.")
            return []
        return waarde

    def _getal(self, waarde: dict[str, Any], naam: str, hoogste: int, pad: Pad) -> int:
        getal = waarde[naam]
        if not isinstance(getal, int) or isinstance(getal, bool) or not 0 <= getal <= hoogste:
            self._meld((*pad, naam), f"{naam}: hier hoort een getal van 0 tot en met {hoogste} te staan.")
            return 0
        return getal

    def _keuze(self, waarde: dict[str, Any], naam: str, keuzes: dict[Any, Any], pad: Pad) -> Any:
        gekozen = waarde.get(naam)
        if isinstance(gekozen, str) and gekozen in keuzes:
            return keuzes[gekozen]
        plek = (*pad, naam) if naam in waarde else pad
        self._meld(plek, f"{naam}: ontbreekt." if gekozen is None else _bestaat_niet(naam, gekozen, keuzes))
        return None

    def _onbekende(self, waarde: dict[str, Any], mag: set[str], pad: Pad) -> None:
        for naam in waarde:
            if naam not in mag:
                self._meld((*pad, naam), _bestaat_niet("naam", naam, mag))

    def _meld(self, pad: Pad, reden: str) -> None:
        self.fouten.append(Leesfout(self.bestand, self.regels.get(pad, 1), plaatsnaam(pad), reden))


def _bestaat_niet(naam: str, waarde: Any, namen: Iterable[Any]) -> str:
    lijkt = difflib.get_close_matches(str(waarde), [str(bekend) for bekend in namen], 1)
    hint = f" Bedoelt u {lijkt[0]!r}?" if lijkt else ""
    return f"{naam}: {str(waarde)[:60]!r} bestaat niet.{hint}"
