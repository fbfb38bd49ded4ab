"""What belongs to a process of i-Navigator: statuses, results, documents, decisions, roles, gegevens."""

import re
from collections.abc import Iterator

from django.utils.text import slugify

from catalogus import klok
from catalogus.uitkomst import uitkomst_van
from catalogus.uitwisseling.inavigator.element import Element
from catalogus.uitwisseling.passen import AANGEPAST, INGEVULD, NIET, Meldingen, Passer, woord
from catalogus.uitwisseling.soorten import SOORTEN
from catalogus.uitwisseling.vorm import Rij, Vorm
from catalogus.uitwisseling.vormen import (
    BESLUITMOMENT,
    DOCUMENT_BIJ_ZAAKTYPE,
    GEGEVEN,
    RESULTAATTYPE,
    ROLTYPE,
    STATUSTYPE,
)

_LAATSTE = frozenset({"afgehandeld", "afgerond", "afgesloten"})
_ROLLEN = {
    "initiator": "initiator",
    "klantcontacter": "klantcontacter",
    "behandelaar": "behandelaar",
    "beslisser": "beslisser",
    "adviseur": "adviseur",
    "belanghebbende": "belanghebbende",
    "zaakcoördinator": "zaakcoordinator",
    "mede-initiator": "mede_initiator",
}
_NUMMER = re.compile(r"Resultaat (\d+(?:\.\d+)+)")
_JAAR = re.compile(r"\b(20\d\d)\b")


class Delen:
    """Makes the rows of one process. ``soorten`` names kinds of document by id; ``klassen`` are the addresses of the
    Selectielijst by year and number.
    """

    def __init__(
        self, proces: Element, meldingen: Meldingen, soorten: dict[str, str], klassen: dict[tuple[str, str], str]
    ) -> None:
        self.proces = proces
        self.meldingen = meldingen
        self.passer = Passer(meldingen)
        self.soorten = soorten
        self.klassen = klassen

    def _elementen(self, pad: str, vorm: Vorm) -> Iterator[Element]:
        """The active elements of a list, in their order; of each is told what nobody asked for once it was used."""
        elementen = sorted((Element(knoop) for knoop in self.proces.knoop.findall(pad)), key=lambda e: e.nummer)
        for element in elementen:
            naam = element.neem("naam")
            if not element.actief or not naam:
                zin = "is in i-Navigator niet meer actief" if naam else f"nummer {element.nummer} heeft geen naam"
                self.meldingen.meld(NIET, vorm.naam, zin, naam)
                continue
            yield element
            for veld, waarde in element.rest():
                self.meldingen.meld(NIET, vorm.naam, f"{woord(veld)}: ‘{waarde}’ heeft hier geen plaats", naam)

    def statustypen(self) -> list[Rij]:
        rijen, namen = list[Rij](), set[str]()
        for element in self._elementen("statustypen/statustype", STATUSTYPE):
            naam = self.passer.naam(STATUSTYPE, element.neem("naam"), namen, 80)
            bericht = element.neem("bericht")
            waarden = {
                "omschrijving": naam,
                "statustekst": bericht,
                "informeren": bool(bericht),
                "toelichting": element.samen("toelichting", "opmerking", "activiteit"),
                "doorlooptijd": element.duur("standaard-doorlooptijd"),
                "checklistitems": self._controlepunten(element),
            }
            rijen.append(self.passer.rij(STATUSTYPE, naam, waarden))
        return self._genummerd(rijen)

    def _genummerd(self, rijen: list[Rij]) -> list[Rij]:
        """With the end at the end: i-Navigator puts steps that were added later behind it."""
        eind = [rij for rij in rijen if rij["omschrijving"].lower() in _LAATSTE]
        if eind and rijen[-1] is not eind[-1]:
            rijen.remove(eind[-1])
            rijen.append(eind[-1])
            zin = "staat nu achteraan, want de laatste status sluit de zaak"
            self.meldingen.meld(AANGEPAST, STATUSTYPE.naam, zin, eind[-1]["omschrijving"])
        return [{"volgnummer": nummer, **rij} for nummer, rij in enumerate(rijen, start=1)]

    def _controlepunten(self, status: Element) -> list[Rij]:
        vorm = STATUSTYPE.kinderen["checklistitems"]
        rijen, namen = list[Rij](), set[str]()
        punten = sorted((Element(knoop) for knoop in status.knoop.findall("checks/check")), key=lambda e: e.nummer)
        for nummer, punt in enumerate((punt for punt in punten if punt.actief), start=1):
            vol = punt.neem("naam") or f"Controlepunt {nummer}"
            naam = self.passer.naam(vorm, vol, namen, 30)
            waarden = {
                "volgnummer": nummer,
                "itemnaam": naam,
                "vraagstelling": punt.neem("vraag") or vol,
                "toelichting": punt.samen("toelichting", "opmerking"),
                "verplicht": punt.ja("verplicht"),
            }
            rijen.append(self.passer.rij(vorm, vol, waarden))
        return rijen

    def resultaattypen(self) -> list[Rij]:
        rijen, namen = list[Rij](), set[str]()
        for element in self._elementen("resultaattypen/resultaattype", RESULTAATTYPE):
            vol = element.neem("naam")
            naam = self.passer.naam(RESULTAATTYPE, vol, namen, 30)
            waardering, termijn = self.proces.neem("waardering"), self.proces.duur("bewaartermijn")
            begin = self.proces.neem("bewaartermijn-start")
            bewaren = (element.neem("waardering") or waardering).lower() == "bewaren"
            wijze = element.neem("brondatum-archiefprocedure", "bewaartermijn-start") or begin
            waarden = {
                "omschrijving": naam,
                "omschrijving_generiek": vol,
                **self._selectielijst(element, vol),
                "toelichting": element.samen("toelichting-bewaartermijn", "toelichting", "opmerking"),
                "archiefnominatie": "blijvend_bewaren" if bewaren else "vernietigen",
                "archiefactietermijn": "" if bewaren else element.duur("bewaartermijn") or termijn,
                "brondatum_afleidingswijze": wijze.lower().replace(" ", "_"),
                "uitkomst": uitkomst_van(vol) or "",
            }
            anders = {"selectielijstklasse": "", "uitkomst": "afgehandeld"}
            rijen.append(self.passer.rij(RESULTAATTYPE, vol, waarden, anders))
        return rijen

    def _selectielijst(self, element: Element, naam: str) -> Rij:
        """The class of the newest list that the result names."""
        klassen = element.lijst("vernietigingsgrondslag")
        if not klassen:
            return {}
        klassen = sorted(klassen, key=lambda klasse: _eerste(_JAAR, klasse.get("NAAM", "")))
        for oudere in klassen[:-1]:
            self.meldingen.meld(NIET, RESULTAATTYPE.naam, f"{oudere.get('NAAM', '')}: er past er een", naam)
        klasse = klassen[-1]
        nummer, jaar = _eerste(_NUMMER, klasse.get("NAAM", "")), _eerste(_JAAR, klasse.get("NAAM", ""))
        return {
            "selectielijstklasse": self.klassen.get((jaar, nummer)) or klasse.get("URL", ""),
            "selectielijstnummer": nummer,
        }

    def documenten(self) -> tuple[list[Rij], list[Rij]]:
        """The kinds of document, and where they occur in this zaaktype."""
        typen: dict[str, Rij] = {}
        koppelingen: list[Rij] = []
        for element in self._elementen("documenttypen/documenttype", DOCUMENT_BIJ_ZAAKTYPE):
            naam = element.neem("naam")[:80].strip()
            if element.neem("indossier") == "Nee":
                self.meldingen.meld(NIET, DOCUMENT_BIJ_ZAAKTYPE.naam, "hoort in i-Navigator niet in het dossier", naam)
            richting = element.neem("type").lower()
            if any((rij["informatieobjecttype"], rij["richting"]) == (naam, richting) for rij in koppelingen):
                self.meldingen.meld(NIET, DOCUMENT_BIJ_ZAAKTYPE.naam, "staat er twee keer met dezelfde richting", naam)
                continue
            typen.setdefault(naam, self._documenttype(element, naam))
            koppeling = {
                "informatieobjecttype": naam,
                "volgnummer": len(koppelingen) + 1,
                "richting": richting,
                "inwoner_mag_zien": richting != "intern",
            }
            koppelingen.append(self.passer.rij(DOCUMENT_BIJ_ZAAKTYPE, naam, koppeling, {"richting": "intern"}))
        return list(typen.values()), koppelingen

    def _documenttype(self, element: Element, naam: str) -> Rij:
        soort = self.soorten.get(element.knoop.get("soort-id", ""), "")
        waarden = {
            "omschrijving": naam,
            "informatieobjectcategorie": soort or "onbekend",
            "omschrijving_generiek": soort,
            "vertrouwelijkheidaanduiding": element.neem("vertrouwelijkheid").lower().replace(" ", "_"),
            "trefwoord": [deel.strip() for deel in element.neem("trefwoorden").split(",") if deel.strip()],
            "toelichting": element.samen("standaardomschrijving", "toelichting", "opmerking"),
            "begin_geldigheid": klok.vandaag().isoformat(),
        }
        return self.passer.rij(SOORTEN["informatieobjecttypen"], naam, waarden)

    def besluiten(self) -> tuple[list[Rij], list[Rij]]:
        """The kinds of decision, and their moments in this zaaktype."""
        typen, momenten = list[Rij](), list[Rij]()
        namen = set[str]()
        for element in self._elementen("besluittypen/besluittype", BESLUITMOMENT):
            naam = self.passer.naam(BESLUITMOMENT, element.neem("naam"), namen, 80)
            waarden = {
                "omschrijving": naam,
                "reactietermijn": element.duur("reactietermijn"),
                "publicatie_indicatie": element.ja("publicatie-indicatie"),
                "publicatietekst": element.neem("publicatietekst"),
                "publicatietermijn": element.duur("publicatietermijn"),
                "toelichting": element.samen("toelichting", "opmerking"),
                "begin_geldigheid": klok.vandaag().isoformat(),
            }
            typen.append(self.passer.rij(SOORTEN["besluittypen"], naam, waarden))
            momenten.append({"besluittype": naam, "volgorde": len(momenten) + 1})
        return typen, momenten

    def roltypen(self) -> list[Rij]:
        rijen, namen = list[Rij](), set[str]()
        for element in self._elementen("roltypen/roltype", ROLTYPE):
            naam = self.passer.naam(ROLTYPE, element.neem("naam"), namen, 100)
            generiek = _ROLLEN.get(naam.lower(), "")
            waarden = {"omschrijving": naam, "omschrijving_generiek": generiek, "ziet_zaak": generiek == "initiator"}
            rijen.append(self.passer.rij(ROLTYPE, naam, waarden, {"omschrijving_generiek": "belanghebbende"}))
        return rijen

    def gegevens(self) -> list[Rij]:
        """Zaakeigenschappen: as texts of the handler, for the export does not say how one asks for them."""
        rijen, namen = list[Rij](), set[str]()
        for element in self._elementen("zaakeigenschappen/zaakeigenschap", GEGEVEN):
            vol = element.neem("naam")
            waarden = {
                "naam": self.passer.naam(GEGEVEN, slugify(vol).replace("-", "_"), namen, 20),
                "label": vol,
                "definitie": element.neem("definitie", "toelichting") or vol,
                "toelichting": element.neem("opmerking"),
                "volgorde": len(rijen) + 1,
                "bron": "eigen",
            }
            rijen.append(self.passer.rij(GEGEVEN, vol, waarden, {"soort": "tekst"}))
        return rijen

    def relaties(self) -> list[Rij]:
        gevonden = dict.fromkeys(knoop.get("ref", "") for knoop in self.proces.knoop.findall("procesrelaties/*"))
        for doel in gevonden:
            self.meldingen.meld(INGEVULD, "relatie", "de aard staat niet in het bestand; ingevuld is ‘vervolg’", doel)
        return [{"gerelateerd_proces": doel, "aard_relatie": "vervolg"} for doel in gevonden if doel]


def _eerste(patroon: re.Pattern[str], tekst: str) -> str:
    treffer = patroon.search(tekst)
    return treffer.group(1) if treffer else ""
