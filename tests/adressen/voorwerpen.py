"""Reading the table of objects, and making one object of every kind in every situation."""

import uuid
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from catalogus import klok
from mijnzaken.berichten.models import Bericht, Kanaal
from mijnzaken.voorbeeld.hoofdrollen import CODES
from mijnzaken.zaken.handelingen import afronden, taken
from mijnzaken.zaken.models import Zaak
from tests.fabrieken import REDEN, begin_concept, burger, dien_in, medewerker, partij

TABEL = Path(__file__).with_name("voorwerpen.txt")
NAMENS = "bram-voor-wil"


@dataclass(frozen=True)
class Vak:
    """One cell: at this address, of this object, this persona gets this answer."""

    adres: str
    voorwerp: str
    wie: str
    antwoord: str


def lees_voorwerpen() -> list[Vak]:
    vakken: list[Vak] = []
    adres, voorwerpen = "", []
    for regel in TABEL.read_text().splitlines():
        if not regel.strip() or regel.startswith("#"):
            continue
        if regel.startswith("/"):
            adres, *voorwerpen = regel.split()
            continue
        namen, antwoorden = regel.split("|")
        assert len(antwoorden.split()) == len(voorwerpen), regel
        for wie in namen.split():
            vakken += [Vak(adres, v, wie, antwoord) for v, antwoord in zip(voorwerpen, antwoorden.split(), strict=True)]
    return vakken


def maak_voorwerpen() -> dict[str, dict[str, str]]:
    """By situation the identities of a zaak with a document, a message and a task, and of a draft."""
    van = {"anna": "anna", "gesloten": "anna", "wil": "wil", "afgeschermd": "wil"}
    gemaakt = {voorwerp: _zaak(naam, code) for (voorwerp, naam), code in zip(van.items(), CODES, strict=False)}
    afronden.intrekken(burger("anna"), Zaak.objects.systeem(REDEN).get(uuid=gemaakt["gesloten"]["zaak"]), reden="")
    Zaak.objects.systeem(REDEN).filter(uuid=gemaakt["afgeschermd"]["zaak"]).update(afgeschermd=True)
    gemaakt["onbekend"] = dict.fromkeys(gemaakt["anna"], str(uuid.UUID(int=4))) | {"nummer": "2026-9999999"}
    return gemaakt


def _zaak(naam: str, code: str) -> dict[str, str]:
    zaak = dien_in(naam, "subsidie-verkeerslawaai", code_brief=code)
    taken.taak_plaatsen(
        medewerker("sanne"),
        zaak,
        titel="Bel ons",
        omschrijving="Doe dit.",
        uiterlijk=klok.vandaag() + timedelta(days=9),
    )
    bericht = Bericht.objects.systeem(REDEN).get(
        partij=partij(naam), kanaal=Kanaal.PORTAAL, over_uuid=zaak.uuid, soort="ontvangst"
    )
    return {
        "zaak": str(zaak.uuid), "nummer": zaak.nummer, "taak": str(zaak.taken.first().uuid),
        "document": str(zaak.zaakdocumenten.select_related("document").first().document.uuid),
        "bericht": str(bericht.uuid), "concept": str(begin_concept(burger(naam), "parkeervergunning-bewoners").uuid),
    }  # fmt: skip
