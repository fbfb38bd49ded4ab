"""A process of i-Navigator as a process of ours with one version."""

import re
from xml.etree.ElementTree import Element as Knoop

from django.utils.text import slugify
from django.utils.translation import gettext as _

from catalogus import klok
from catalogus.selectielijst import adressen
from catalogus.uitwisseling.fouten import Leesfout, OnbruikbaarBestand
from catalogus.uitwisseling.gelezen import Gelezen, als_bestand
from catalogus.uitwisseling.inavigator.delen import Delen
from catalogus.uitwisseling.inavigator.element import Element
from catalogus.uitwisseling.passen import AANGEPAST, INGEVULD, NIET, Meldingen, Passer, woord
from catalogus.uitwisseling.vorm import Rij
from catalogus.uitwisseling.vormen import PROCES, ZAAKTYPE

SOORT = "i-Navigator"
_ZONDER_PLAATS = {  # lists of an export that have no place here -> what they hold
    "registers": "register",
    "applicaties": "applicatie",
    "archiefbestanden": "archiefbestand",
    "domeinobjecten": "object",
    "producten": "product",
}


def lees_inavigator(bestand: str, wortel: Knoop) -> list[Gelezen]:
    """The active processes of an export. Raises OnbruikbaarBestand when it holds no processes."""
    if wortel.tag != "dsp" or wortel.find("processen") is None:
        raise OnbruikbaarBestand([Leesfout(bestand, 1, "", _("dit is geen export van i-Navigator."))])
    namen, klassen = _namen(wortel), adressen()
    return [_lees(Element(knoop), namen, klassen) for knoop in wortel.findall("processen/proces")]


def _namen(wortel: Knoop) -> dict[str, str]:
    """What the elements to which a process refers by number are called."""
    return {
        knoop.get("id", ""): Element(knoop).neem("naam")
        for lijst in wortel
        for knoop in lijst
        if lijst.tag != "processen"
    }


def _lees(proces: Element, namen: dict[str, str], klassen: dict[tuple[str, str], str]) -> Gelezen:
    meldingen = Meldingen()
    delen = Delen(proces, meldingen, namen, klassen)
    naam = (proces.neem("kernomschrijving", "naam") or proces.knoop.get("id") or "Zonder naam")[:80]
    identificatie = _identificatie(proces, naam, meldingen)
    documenttypen, documenten = delen.documenten()
    besluittypen, besluitmomenten = delen.besluiten()
    versie = _versie(proces, naam, meldingen) | {
        "statustypen": delen.statustypen(),
        "gegevens": delen.gegevens(),
        "roltypen": delen.roltypen(),
        "zaaktypeinformatieobjecttypen": documenten,
        "besluitmomenten": besluitmomenten,
        "resultaattypen": delen.resultaattypen(),
        "gerelateerde_zaaktypen": delen.relaties(),
    }
    for veld, waarde in proces.rest():
        meldingen.meld(NIET, "zaaktype", f"{woord(veld)}: ‘{waarde}’ heeft hier geen plaats")
    _meld_lijsten(proces, namen, meldingen)
    inhoud = {
        "informatieobjecttypen": documenttypen,
        "besluittypen": besluittypen,
        "processen": [_proces(proces, identificatie, naam, meldingen) | {"team": "", "versies": [versie]}],
    }
    return als_bestand(SOORT, inhoud, meldingen)


def _proces(proces: Element, identificatie: str, naam: str, meldingen: Meldingen) -> Rij:
    """Who carries it out is asked when it is taken over."""
    waarden = {"identificatie": identificatie, "naam": naam, "proceseigenaar": proces.neem("proceseigenaar")}
    rij = Passer(meldingen).rij(PROCES, "", waarden, {"proceseigenaar": "onbekend"})
    return rij | {"groep": "ingelezen"}


def _identificatie(proces: Element, naam: str, meldingen: Meldingen) -> str:
    """The number of the process, as far as an address can hold it."""
    nummer = proces.knoop.get("id", "")
    identificatie = nummer if re.fullmatch(r"[-\w]{1,50}", nummer, re.ASCII) else slugify(nummer or naam)[:50]
    if identificatie != nummer:
        meldingen.meld(AANGEPAST, "zaaktype", f"de herkenningsnaam ‘{nummer}’ is hier ‘{identificatie}’")
    return identificatie


def _versie(proces: Element, naam: str, meldingen: Meldingen) -> Rij:
    extern = "intern" not in proces.neem("zaaktype-categorie").lower()
    verlenging = proces.duur("wettelijke-verdagingstermijn") or proces.duur("verdagingstermijn")
    aanhouden = proces.ja("aanhouden-mogelijk")
    waarden: Rij = {
        "versienummer": 1,
        "stand": "concept",
        "begin_geldigheid": klok.vandaag().isoformat(),
        "omschrijving": naam,
        "omschrijving_generiek": proces.neem("generiek-zaaktype"),
        "doel": proces.neem("naam"),
        "aanleiding": proces.neem("aanleiding"),
        "toelichting": proces.samen("toelichting-proces", "opmerking-proces"),
        "vertrouwelijkheidaanduiding": proces.neem("vertrouwelijkheid").lower().replace(" ", "_"),
        "indicatie_intern_of_extern": "extern" if extern else "intern",
        "handeling_initiator": proces.neem(
            "zaaktype-naam/handeling-initiator", "zaaktype-naam-model/handeling-initiator"
        ),
        "onderwerp": proces.neem("zaaktype-naam/onderwerp", "zaaktype-naam-model/onderwerp"),
        "handeling_behandelaar": proces.neem(
            "zaaktype-naam/handeling-behandelaar", "zaaktype-naam-model/handeling-behandelaar"
        ),
        **_termijn(proces, meldingen),
        "verlenging_mogelijk": bool(verlenging),
        "verlengingstermijn": verlenging,
        "verlenging_aantal": 1 if verlenging else 0,
        "opschorting_en_aanhouding_mogelijk": aanhouden,
        "opschortingsgronden": ["aanvulling"] if aanhouden else [],
        "dwangsom_mogelijk": proces.ja("wet-dwangsom"),
        "bezwaar_mogelijk": proces.ja("beroep-mogelijk"),
        "publicatie_indicatie": proces.ja("publicatie-indicatie"),
        "publicatietekst": proces.neem("publicatietekst"),
        "trefwoorden": [deel for deel in (proces.neem("vng-thesaurusterm"), proces.neem("lokale-trefwoorden")) if deel],
        "verantwoordingsrelatie": [deel for deel in [proces.neem("verantwoordingsrelatie")] if deel],
        "verantwoordelijke": proces.neem("proceseigenaar"),
        "referentieproces_naam": proces.neem("model-kernomschrijving"),
        "referentieproces_link": proces.neem("schemalocatie"),
        "bronzaaktype_identificatie": proces.neem("zaaktype-code") or proces.knoop.get("id", ""),
        "bewaarreden": proces.samen("toelichting-handeling", "opmerking-handeling"),
    }
    anders = {
        "aanleiding": "",
        "doel": "",
        "handeling_initiator": "aanvragen",
        "onderwerp": naam,
        "handeling_behandelaar": "behandelen",
        "verantwoordelijke": "gemeente",
        "referentieproces_naam": naam,
        "vertrouwelijkheidaanduiding": "zaakvertrouwelijk",
    }
    return Passer(meldingen).rij(ZAAKTYPE, "", waarden, anders)


def _termijn(proces: Element, meldingen: Meldingen) -> Rij:
    """The statutory term; else the municipality's own as a reasonable one; else the eight weeks of Awb 4:13."""
    wettelijk, eigen = proces.duur("wettelijke-afdoeningstermijn"), proces.duur("afdoeningstermijn")
    gronden = [rij.get("NAAM", "") for naam in ("grondslag", "lokale-regelgeving") for rij in proces.lijst(naam)]
    grondslag = "; ".join(filter(None, [*gronden, proces.neem("grondslag-txt"), proces.neem("lokale-regelgeving-txt")]))
    if wettelijk:
        return {
            "termijnregime": "wettelijk",
            "doorlooptijd": wettelijk,
            "servicenorm": eigen if eigen != wettelijk else "",
            "termijn_grondslag": grondslag,
        }
    if not eigen:
        meldingen.meld(INGEVULD, "zaaktype", "er staat geen termijn in het bestand; ingevuld is 8 weken (Awb 4:13)")
    else:
        zin = "er staat geen wettelijke termijn in het bestand; de eigen termijn is nu een redelijke termijn (Awb 4:13)"
        meldingen.meld(AANGEPAST, "zaaktype", zin)
    return {
        "termijnregime": "redelijk",
        "doorlooptijd": eigen or "P8W",
        "termijn_grondslag": grondslag or "Awb 4:13 lid 2",
    }


def _meld_lijsten(proces: Element, namen: dict[str, str], meldingen: Meldingen) -> None:
    for lijst, soort in _ZONDER_PLAATS.items():
        for knoop in proces.knoop.findall(f"{lijst}/*"):
            nummer = knoop.get("ref") or knoop.get("id") or ""
            meldingen.meld(NIET, soort, "heeft hier geen plaats bij een zaaktype", namen.get(nummer) or nummer)
    for knoop in proces.knoop.findall("regelsets/regelset"):
        if len(knoop):
            zin = "een regel tussen onderdelen heeft hier geen plaats"
            meldingen.meld(NIET, "regel", zin, namen.get(knoop.get("regeltype", "")) or "")
