"""A zaaktype of the standard as a process of ours with one version."""

import re
from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext as _

from catalogus import klok
from catalogus.uitwisseling.fouten import Leesfout, OnbruikbaarBestand
from catalogus.uitwisseling.gelezen import Gelezen, als_bestand
from catalogus.uitwisseling.passen import AANGEPAST, INGEVULD, NIET, Meldingen
from catalogus.uitwisseling.vorm import Rij
from catalogus.uitwisseling.vormen import PROCES, RELATIE, ZAAKTYPE
from catalogus.uitwisseling.zgw.bron import Bron, bron_van
from catalogus.uitwisseling.zgw.delen import Delen

SOORT = "ZGW Catalogi"
_ANDERS_GELEZEN = frozenset(  # lists in the zaaktype of what says itself where it belongs
    {
        "statustypen",
        "informatieobjecttypen",
        "roltypen",
        "besluittypen",
        "selectielijst_procestype_jaar",
        "identificatie",
    }
    | {"deelzaaktypen", "gerelateerde_zaaktypen"}
)


def lees_zgw(bestand: str, waarde: Any) -> list[Gelezen]:
    """The zaaktypen of a JSON value, of each the newest version. Raises OnbruikbaarBestand when there is none."""
    bron = bron_van(waarde)
    nieuwste: dict[str, str] = {}
    for sleutel, rij in sorted(bron.alle("zaaktype").items(), key=lambda paar: str(paar[1].get("begin_geldigheid"))):
        nieuwste[str(rij.get("identificatie") or sleutel)] = sleutel
    if not nieuwste:
        zin = _("dit is geen bestand van Mijn Zaken, en er staat geen zaaktype van de ZGW-standaard in.")
        raise OnbruikbaarBestand([Leesfout(bestand, 1, "", zin)])
    return [_lees(bron, sleutel) for sleutel in nieuwste.values()]


def _lees(bron: Bron, sleutel: str) -> Gelezen:
    zaaktype = bron.alle("zaaktype")[sleutel]
    meldingen = Meldingen()
    delen = Delen(bron, zaaktype, sleutel, meldingen)
    naam = str(zaaktype.get("omschrijving") or zaaktype.get("identificatie") or "Zonder naam")[:80]
    _meld_andere_versies(bron, sleutel, meldingen)
    statustypen = delen.statustypen()  # first: the rest refers to them
    koppelingen = delen.koppelingen()
    besluittypen, besluitmomenten = delen.besluiten()
    onderdelen = {
        "statustypen": statustypen,
        "gegevens": delen.gegevens(),
        "roltypen": delen.roltypen(),
        "zaaktypeinformatieobjecttypen": koppelingen,
        "besluitmomenten": besluitmomenten,
        "resultaattypen": delen.resultaattypen(),
        "zaakobjecttypen": delen.objecten(),
        "gerelateerde_zaaktypen": _relaties(bron, zaaktype, delen),
        "deelzaaktypen": [_identificatie(bron, deel) for deel in zaaktype.get("deelzaaktypen") or []],
    }
    proces = delen.passer.rij(
        PROCES,
        "",
        {"identificatie": _herkenningsnaam(zaaktype, naam, meldingen), "naam": naam},
        {"proceseigenaar": "onbekend"},
    )
    versie = _versie(delen, zaaktype, naam) | onderdelen
    inhoud = {
        "informatieobjecttypen": list(delen.documenttypen.values()),
        "besluittypen": besluittypen,
        "processen": [proces | {"groep": "ingelezen", "team": "", "versies": [versie]}],
    }
    return als_bestand(SOORT, inhoud, meldingen)


def _meld_andere_versies(bron: Bron, sleutel: str, meldingen: Meldingen) -> None:
    gekozen = bron.alle("zaaktype")[sleutel].get("identificatie")
    for andere, rij in bron.alle("zaaktype").items():
        if andere != sleutel and gekozen and rij.get("identificatie") == gekozen:
            meldingen.meld(NIET, "zaaktype", f"de versie van {rij.get('begin_geldigheid')} is ouder")


def _herkenningsnaam(zaaktype: Rij, naam: str, meldingen: Meldingen) -> str:
    """The identificatie, as far as an address can hold it."""
    daar = str(zaaktype.get("identificatie") or "")
    hier = daar if re.fullmatch(r"[-\w]{1,50}", daar, re.ASCII) else slugify(daar or naam)[:50] or "zaaktype"
    if hier != daar:
        meldingen.meld(AANGEPAST, "zaaktype", f"de herkenningsnaam ‘{daar}’ is hier ‘{hier}’")
    return hier


def _versie(delen: Delen, zaaktype: Rij, naam: str) -> Rij:
    meld = delen.meldingen.meld
    waarden: Rij = dict.fromkeys(_ANDERS_GELEZEN) | {
        "versienummer": 1,
        "stand": "concept",
        "begin_geldigheid": klok.vandaag().isoformat(),
        "omschrijving": naam,
        "termijnregime": "wettelijk" if zaaktype.get("doorlooptijd") else "redelijk",
        **_verlenging(zaaktype, delen.meldingen),
    }
    if zaaktype.get("opschorting_en_aanhouding_mogelijk"):
        waarden["opschortingsgronden"] = ["aanvulling"]
        meld(INGEVULD, "zaaktype", "de gronden voor opschorting staan niet in het bestand; ingevuld is ‘aanvulling’")
    if zaaktype.get("doorlooptijd"):
        meld(INGEVULD, "zaaktype", "de doorlooptijd is ingevuld als wettelijke termijn")
    anders = {
        "doel": "",
        "aanleiding": "",
        "handeling_initiator": "aanvragen",
        "onderwerp": naam,
        "handeling_behandelaar": "behandelen",
        "doorlooptijd": "P8W",
        "referentieproces_naam": naam,
        "verantwoordelijke": "gemeente",
    }
    rij = delen.neem(ZAAKTYPE, "", zaaktype, waarden, anders)
    return {kolom: waarde for kolom, waarde in rij.items() if kolom not in _ANDERS_GELEZEN}


def _verlenging(zaaktype: Rij, meldingen: Meldingen) -> Rij:
    """Extending asks a term and how often; the standard does not know how often."""
    termijn = zaaktype.get("verlengingstermijn")
    if not zaaktype.get("verlenging_mogelijk") or not termijn:
        if termijn or zaaktype.get("verlenging_mogelijk"):
            meldingen.meld(AANGEPAST, "zaaktype", "verlengen is hier niet mogelijk: dat vraagt een verlengingstermijn")
        return {"verlenging_mogelijk": False, "verlengingstermijn": "", "verlenging_aantal": 0}
    meldingen.meld(INGEVULD, "zaaktype", "hoe vaak verlengen mag, staat niet in het bestand; ingevuld is 1 keer")
    return {"verlenging_aantal": 1}


def _relaties(bron: Bron, zaaktype: Rij, delen: Delen) -> list[Rij]:
    """To a zaaktype of the file by name; to one elsewhere by its address."""
    rijen = []
    for relatie in zaaktype.get("gerelateerde_zaaktypen") or []:
        doel = relatie.get("zaaktype") if isinstance(relatie, dict) else None
        elders = isinstance(doel, str) and doel.startswith("http") and bron.zoek("zaaktype", doel) is None
        waarden = {"gerelateerd_url": doel} if elders else {"gerelateerd_proces": _identificatie(bron, doel)}
        waarden |= (
            {"aard_relatie": relatie.get("aardRelatie"), "toelichting": relatie.get("toelichting")} if doel else {}
        )
        rij = delen.passer.rij(RELATIE, str(doel), waarden)
        if "aard_relatie" in rij and rij not in rijen:
            rijen.append(rij)
    return rijen


def _identificatie(bron: Bron, verwijzing: Any) -> str:
    rij = bron.zoek("zaaktype", verwijzing)
    return str(rij.get("identificatie")) if rij else str(verwijzing)
