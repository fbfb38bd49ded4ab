"""What belongs to a zaaktype of the standard: statuses, results, documents, decisions, roles, gegevens, objects."""

import re
from typing import Any

from catalogus import klok
from catalogus.brondatum import HEEFT
from catalogus.uitkomst import uitkomst_van
from catalogus.uitwisseling.passen import AANGEPAST, NIET, Meldingen, Passer, onderdeel, woord
from catalogus.uitwisseling.soorten import SOORTEN
from catalogus.uitwisseling.vorm import Rij, Vorm
from catalogus.uitwisseling.vormen import (
    BESLUITMOMENT,
    DOCUMENT_BIJ_ZAAKTYPE,
    GEGEVEN,
    RESULTAATTYPE,
    ROLTYPE,
    STATUSTYPE,
    ZAAKOBJECTTYPE,
)
from catalogus.uitwisseling.zgw.bron import Bron

_VAN_DE_BRON = frozenset(  # what says where a row stood there, or what follows from the rows themselves
    {"_etag", "url", "uuid", "catalogus", "concept", "zaaktype", "zaaktype_identificatie", "is_eindstatus", "zaaktypen"}
    | {"begin_geldigheid", "einde_geldigheid", "begin_object", "einde_object", "versiedatum", "stand", "volgnummer"}
    | {"zaakobjecttypen", "eigenschappen", "resultaattypen", "vastgelegd_in"}
    | {"besluittype_omschrijving", "informatieobjecttype_omschrijving", "resultaattypen_omschrijving"}
)
_INVULPLEK = re.compile(r"%[A-Z][^%]{1,60}%")
_SOORT_GEGEVEN = {"getal": "getal", "datum": "datum", "datum_tijd": "datum"}


class Delen:
    """Makes the rows of one zaaktype; ``sleutel`` is its key in the source."""

    def __init__(self, bron: Bron, zaaktype: Rij, sleutel: str, meldingen: Meldingen) -> None:
        self.bron = bron
        self.zaaktype = zaaktype
        self.sleutel = sleutel
        self.meldingen = meldingen
        self.passer = Passer(meldingen)
        self.statussen: dict[str, str] = {}  # name in the source -> name here
        self.resultaten: dict[str, str] = {}
        self.documenttypen: dict[str, Rij] = {}

    def neem(self, vorm: Vorm, naam: str, bron: Rij, waarden: Rij, anders: Rij | None = None) -> Rij:
        """The columns that we have too, with ``waarden`` over them; the rest that is filled is told."""
        kolommen = {veld.name for veld in vorm.velden()} - _VAN_DE_BRON
        for kolom, waarde in bron.items():
            over = kolom in kolommen or kolom in waarden or kolom in _VAN_DE_BRON or kolom in vorm.verwijzingen
            if not over and waarde not in (None, "", [], False):
                zin = f"{woord(kolom)}: ‘{_kort(waarde)}’ heeft hier geen plaats"
                self.meldingen.meld(NIET, onderdeel(vorm), zin, naam)
        eigen = {kolom: bron[kolom] for kolom in bron if kolom in kolommen and bron[kolom] is not None}
        return self.passer.rij(vorm, naam, eigen | waarden, anders)

    def _rijen(self, soort: str) -> list[Rij]:
        return sorted(self.bron.van(soort, self.sleutel), key=lambda rij: _getal(rij.get("volgnummer")))

    def statustypen(self) -> list[Rij]:
        rijen, namen = list[Rij](), set[str]()
        for nummer, bron in enumerate(self._rijen("statustype"), start=1):
            naam = self.passer.naam(STATUSTYPE, str(bron.get("omschrijving") or f"Status {nummer}"), namen, 80)
            self.statussen[str(bron.get("omschrijving"))] = naam
            if _INVULPLEK.search(str(bron.get("statustekst"))):
                zin = "de tekst voor de inwoner heeft invulplekken (%…%) die hier niet worden gevuld"
                self.meldingen.meld(AANGEPAST, STATUSTYPE.naam, zin, naam)
            waarden = {"volgnummer": nummer, "omschrijving": naam, "checklistitems": self._controlepunten(bron)}
            rijen.append(self.neem(STATUSTYPE, naam, bron, waarden))
        return rijen

    def _controlepunten(self, status: Rij) -> list[Rij]:
        vorm = STATUSTYPE.kinderen["checklistitems"]
        rijen, namen = list[Rij](), set[str]()
        for nummer, punt in enumerate(status.pop("checklistitems", None) or [], start=1):
            vol = str(punt.get("itemnaam") or f"Controlepunt {nummer}")
            waarden = {"volgnummer": nummer, "itemnaam": self.passer.naam(vorm, vol, namen, 30)}
            rijen.append(self.neem(vorm, vol, punt, waarden, {"vraagstelling": vol}))
        return rijen

    def status(self, verwijzing: Any) -> str | None:
        """What the status that a row refers to is called here."""
        bron = self.bron.zoek("statustype", verwijzing)
        return self.statussen.get(str(bron.get("omschrijving"))) if bron else None

    def resultaattypen(self) -> list[Rij]:
        rijen, namen = list[Rij](), set[str]()
        for bron in self._rijen("resultaattype"):
            vol = str(bron.get("omschrijving") or "Resultaat")
            naam = self.resultaten[vol] = self.passer.naam(RESULTAATTYPE, vol, namen, 30)
            waarden = {
                "omschrijving": naam,
                "uitkomst": uitkomst_van(vol) or "",
                "besluittypen": self._namen("besluittype", bron.get("besluittypen")),
                "informatieobjecttypen": self._documenten_van(bron),
                **self._archief(bron, vol),
            }
            anders = {"omschrijving_generiek": vol, "selectielijstklasse": "", "uitkomst": "afgehandeld"}
            rijen.append(self.neem(RESULTAATTYPE, vol, bron, waarden, anders))
        return rijen

    def _archief(self, bron: Rij, naam: str) -> Rij:
        """Columns that the rest of the row rules out are left empty (ztc-004, ztc-008)."""
        wijze, leeg = bron.get("brondatum_afleidingswijze"), {}
        for veld in ("datumkenmerk", "procestermijn"):
            if wijze not in HEEFT[veld]:
                leeg[f"brondatum_{veld}"] = f"een {veld} hoort niet bij {wijze or 'niets'}"
        if bron.get("archiefnominatie") == "blijvend_bewaren":
            leeg["archiefactietermijn"] = "wat blijvend wordt bewaard, heeft geen termijn"
        for kolom, zin in leeg.items():
            if bron.get(kolom):
                self.meldingen.meld(NIET, RESULTAATTYPE.naam, f"{woord(kolom)}: {zin}", naam)
        return dict.fromkeys(leeg, "")

    def koppelingen(self) -> list[Rij]:
        """Where documents occur in this zaaktype; their kinds are then in ``documenttypen``."""
        rijen: list[Rij] = []
        for bron in self._rijen("zaaktypeinformatieobjecttype"):
            naam = self.documenttype(bron.get("informatieobjecttype"))
            if naam is None:
                zin = "het documenttype staat niet in het bestand"
                self.meldingen.meld(NIET, DOCUMENT_BIJ_ZAAKTYPE.naam, zin, _kort(bron.get("informatieobjecttype")))
                continue
            richting = bron.get("richting")
            if any((rij["informatieobjecttype"], rij["richting"]) == (naam, richting) for rij in rijen):
                self.meldingen.meld(NIET, DOCUMENT_BIJ_ZAAKTYPE.naam, "staat er twee keer met dezelfde richting", naam)
                continue
            waarden = {
                "informatieobjecttype": naam,
                "statustype": self.status(bron.get("statustype")),
                "volgnummer": len(rijen) + 1,
                "inwoner_mag_zien": richting != "intern",
            }
            rijen.append(self.neem(DOCUMENT_BIJ_ZAAKTYPE, naam, bron, waarden, {"richting": "intern"}))
        return rijen

    def documenttype(self, verwijzing: Any) -> str | None:
        """The name of a kind of document that the source describes; it comes along from then on."""
        bron = self.bron.zoek("informatieobjecttype", verwijzing)
        if bron is None or not bron.get("omschrijving"):
            return None
        naam = str(bron["omschrijving"])[:80]
        if naam not in self.documenttypen:
            begin = {"begin_geldigheid": bron.get("begin_geldigheid") or klok.vandaag().isoformat()}
            vorm = SOORTEN["informatieobjecttypen"]
            anders = {"informatieobjectcategorie": "onbekend"}
            self.documenttypen[naam] = self.neem(vorm, naam, bron, {"omschrijving": naam} | begin, anders)
        return naam

    def _documenten_van(self, bron: Rij) -> list[str]:
        gevonden = (self.documenttype(verwijzing) for verwijzing in bron.get("informatieobjecttypen") or [])
        return [naam for naam in gevonden if naam]

    def _namen(self, soort: str, verwijzingen: Any) -> list[str]:
        rijen = (self.bron.zoek(soort, verwijzing) for verwijzing in verwijzingen or [])
        return [str(rij["omschrijving"])[:80] for rij in rijen if rij and rij.get("omschrijving")]

    def besluiten(self) -> tuple[list[Rij], list[Rij]]:
        """The kinds of decision, and their moments in this zaaktype: which way round the source may say it."""
        gevraagd = self._namen("besluittype", self.zaaktype.get("besluittypen"))
        for rij in self.bron.alle("besluittype").values():
            eigen = (self.sleutel, self.zaaktype.get("identificatie"))
            if any(str(verwijzing) in eigen for verwijzing in rij.get("zaaktypen") or []):
                gevraagd.append(str(rij.get("omschrijving"))[:80])
        vorm, typen = SOORTEN["besluittypen"], []
        for naam in dict.fromkeys(gevraagd):
            bron = next(r for r in self.bron.alle("besluittype").values() if str(r.get("omschrijving"))[:80] == naam)
            begin = bron.get("begin_geldigheid") or klok.vandaag().isoformat()
            waarden = {"omschrijving": naam, "begin_geldigheid": begin}
            waarden["informatieobjecttypen"] = self._documenten_van(bron)
            typen.append(self.neem(vorm, naam, bron, waarden))
        momenten = [
            self.passer.rij(
                BESLUITMOMENT, rij["omschrijving"], {"besluittype": rij["omschrijving"], "volgorde": nummer}
            )
            for nummer, rij in enumerate(typen, start=1)
        ]
        return typen, momenten

    def roltypen(self) -> list[Rij]:
        rijen, namen = list[Rij](), set[str]()
        for bron in self._rijen("roltype"):
            naam = self.passer.naam(ROLTYPE, str(bron.get("omschrijving") or "Rol"), namen, 100)
            waarden = {"omschrijving": naam, "ziet_zaak": bron.get("omschrijving_generiek") == "initiator"}
            rijen.append(self.neem(ROLTYPE, naam, bron, waarden, {"omschrijving_generiek": "belanghebbende"}))
        return rijen

    def gegevens(self) -> list[Rij]:
        """Eigenschappen: data of the handler, for the standard does not say how one asks a resident for them."""
        rijen, namen = list[Rij](), set[str]()
        for bron in self._rijen("eigenschap"):
            vol = str(bron.get("naam") or "gegeven")
            keuzes = [
                {"waarde": str(deel), "label": str(deel)} for deel in bron.get("waardenverzameling") or [] if deel
            ]
            waarden = {
                "naam": self.passer.naam(GEGEVEN, vol, namen, 20),
                "label": vol,
                "soort": "keuze" if keuzes else _SOORT_GEGEVEN.get(str(bron.get("formaat")), "tekst"),
                "keuzes": list({keuze["waarde"]: keuze for keuze in keuzes}.values()),
                "statustype": self.status(bron.get("statustype")),
                "volgorde": len(rijen) + 1,
            }
            rijen.append(self.neem(GEGEVEN, vol, bron, waarden, {"definitie": vol, "bron": "eigen"}))
        return rijen

    def objecten(self) -> list[Rij]:
        rijen, namen = list[Rij](), set[str]()
        for bron in self._rijen("zaakobjecttype"):
            naam = self.passer.naam(ZAAKOBJECTTYPE, str(bron.get("relatie_omschrijving") or "Object"), namen, 80)
            if not bron.get("objecttype"):
                self.meldingen.meld(NIET, ZAAKOBJECTTYPE.naam, "er staat niet bij welk soort object het is", naam)
                continue
            statussen = (self.status(verwijzing) for verwijzing in bron.get("statustypen") or [])
            resultaten = self._namen("resultaattype", bron.get("resultaattypen"))
            waarden = {
                "relatie_omschrijving": naam,
                "statustypen": [status for status in statussen if status],
                "resultaattypen": [self.resultaten[vol] for vol in resultaten if vol in self.resultaten],
            }
            rijen.append(self.neem(ZAAKOBJECTTYPE, naam, bron, waarden))
        return [rij for rij in rijen if "objecttype" in rij]


def _getal(waarde: Any) -> int:
    return int(waarde) if str(waarde).isdecimal() else 0


def _kort(waarde: Any) -> str:
    tekst = str(waarde)
    return tekst if len(tekst) <= 100 else tekst[:99] + "…"
