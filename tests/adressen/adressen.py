"""Reading the table, filling in its addresses, and what an answer is called in it."""

import re
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from autorisatie.models import Auditregel, Machtiging, Signaal, Toekenning
from catalogus import klok
from catalogus.models import Besluittype, Product, Verwerker
from mijnzaken.api.urls import VAN_DE_APIS
from mijnzaken.berichten.models import Bericht, Kanaal
from mijnzaken.inrichting.applicaties import applicatie_aanmaken
from mijnzaken.inrichting.beslistabellen import beslistabel_opstellen
from mijnzaken.inrichting.handelingen import zaaktype_versie_maken
from mijnzaken.inrichting.matrix import matrix_indienen, matrix_ontwerpen
from mijnzaken.inrichting.onderzoek import onderzoek_openen
from mijnzaken.inrichting.soorten import soort_bewaren
from mijnzaken.inrichting.toegangsvoorstel import applicatie_indienen, voorstel_recht_geven
from mijnzaken.zaken.models import Zaak, ZaakAfscherming
from tests.fabrieken import REDEN, begin_concept, burger, gebruiker, medewerker, partij, zaaktype

TABEL = Path(__file__).with_name("tabel.txt")
WOORDEN = "Dag {naam},\n{taak}\n{uiterlijk}"
# Who has the same role in another team gets the same, but where the second table says otherwise.
ANDER_TEAM = Path(__file__).with_name("ander_team.txt")
IN_DE_ROL_VAN = {"lotte": "karim", "hugo": "tess"}


@dataclass(frozen=True)
class Regel:
    adres: str
    antwoorden: dict[str, str]  # per persona


def lees_tabel() -> list[Regel]:
    regels = [regel for regel in TABEL.read_text().splitlines() if regel.strip() and not regel.startswith("#")]
    personas = regels[0].split()[1:]
    gelezen = []
    for regel in regels[1:]:
        adres, *antwoorden = regel.split()
        assert len(antwoorden) == len(personas), f"{adres}: {len(antwoorden)} antwoorden voor {len(personas)} personas"
        gelezen.append(Regel(adres, dict(zip(personas, antwoorden, strict=True))))
    return _met_ander_team(gelezen) + van_de_apis([*personas, *IN_DE_ROL_VAN])


def _met_ander_team(regels: list[Regel]) -> list[Regel]:
    anders = [regel.split() for regel in ANDER_TEAM.read_text().splitlines() if regel.startswith("/")]
    per_adres = {adres: dict(zip(IN_DE_ROL_VAN, antwoorden, strict=True)) for adres, *antwoorden in anders}
    assert set(per_adres) <= {regel.adres for regel in regels}
    return [
        Regel(
            regel.adres,
            regel.antwoorden
            | {wie: regel.antwoorden[als] for wie, als in IN_DE_ROL_VAN.items()}
            | per_adres.get(regel.adres, {}),
        )
        for regel in regels
    ]


def van_de_apis(personas: list[str]) -> list[Regel]:
    """The addresses of the national APIs come from their documents: nobody opens one by logging in; the documents
    themselves are for everyone."""
    regels = []
    for patroon in VAN_DE_APIS:
        route = str(patroon.pattern)
        adres = "/" + re.sub(r"<str:\w+>", "<onbekend>", re.sub(r"\.\*\$?$", "bestaat/niet", route.removeprefix("^")))
        regels.append(Regel(adres, dict.fromkeys(personas, "200" if "/schema/" in route else "403")))
    return regels


def voorbeelden() -> dict[str, str]:
    """What stands between < and > in the table. Everything is anna's, unless its name says whose."""
    subsidie, vergunning = _zaak("anna", "subsidie-verkeerslawaai"), _zaak("anna", "parkeervergunning-bewoners")
    geldend = zaaktype("subsidie-verkeerslawaai")  # version 2
    concept = zaaktype_versie_maken(medewerker("omar"), geldend, proces=geldend.proces)  # version 3
    ontwerp = matrix_ontwerpen(medewerker("ruud"), toelichting=REDEN)  # version 2 of the matrix
    matrix_indienen(medewerker("ruud"), matrix_ontwerpen(medewerker("ruud"), toelichting=REDEN))  # version 3
    machtiging = Machtiging.objects.systeem(REDEN).get(gever=partij("wil"))
    parkeren = Product.objects.get(slug="parkeervergunning-bewoners")
    bericht = Bericht.objects.systeem(REDEN).filter(kanaal=Kanaal.PORTAAL, partij=partij("anna")).first()
    return {
        "zaak": str(subsidie.uuid), "nummer": subsidie.nummer, "taak": str(subsidie.taken.get(stand="open").uuid),
        "zaak-met-besluit": str(vergunning.uuid), "besluit": str(vergunning.besluiten.get().uuid),
        "zaak-van-wil": str(_zaak("wil", "schuldhulpverlening").uuid),
        "nummer-van-wil": _zaak("wil", "schuldhulpverlening").nummer,
        "nummer-van-joost": _zaak("joost", "schuldhulpverlening").nummer,
        "document": str(_document(subsidie).uuid), "bericht": str(bericht.uuid),
        "concept": str(begin_concept(burger("anna"), "subsidie-verkeerslawaai").uuid),
        "machtiging-van-wil": str(machtiging.uuid), "notitie": _zaak("anna", "terugbelnotitie").nummer,
        "medewerker": str(gebruiker("sanne").uuid),
        "toekenning": str(Toekenning.objects.get(Toekenning.geldend(), gebruiker=gebruiker("sanne")).uuid),
        **_logboek(), **_applicaties(),
        "besluitsoort": str(soort_bewaren(medewerker("omar"), Besluittype(), {"omschrijving": "Proef"}).pk),
        "thema": str(parkeren.themas.all()[0].pk),
        "balie": str(parkeren.balies.get().pk), "bedrag": str(parkeren.kostenregels.order_by("pk")[0].pk),
        "tabel": str(parkeren.beslistabellen.get(soort="kosten", geldig_tot=None).pk),
        "tabel-concept": str(beslistabel_opstellen(medewerker("omar"), parkeren, "kosten").pk),
        "gegeven": str(geldend.gegevens.order_by("pk")[0].pk),
        "gegeven-2": str(concept.gegevens.order_by("pk")[0].pk),
        "besluitmoment": str(concept.besluitmomenten.order_by("pk")[0].pk),
        "berichttekst": str(concept.berichtteksten.create(gebeurtenis="taak", onderwerp="Doe dit", tekst=WOORDEN).pk),
        "afscherming": str(ZaakAfscherming.objects.systeem(REDEN).get().uuid), "onbekend": str(uuid.UUID(int=4)),
        "verwerker": str(Verwerker.objects.get(dossier__proces=geldend.proces).pk),
        "matrixregel": str(ontwerp.regels.order_by("pk")[0].blok),
    }  # fmt: skip


def _logboek() -> dict[str, str]:
    regel = Auditregel.objects.order_by("pk")[0]
    signaal = Signaal.objects.create(
        soort="buren", gebruiker=gebruiker("vera"), dag=klok.vandaag(), aantal=1, drempel=1, gevonden_op=klok.nu()
    )
    onderzoek = onderzoek_openen(
        medewerker("fleur"), kenmerk="F-1", reden="proef", partijen=[partij("wil")], onderzoekers=[gebruiker("vera")]
    )
    return {
        "dag": klok.datum(regel.moment).isoformat(), "logboekregel": str(regel.pk), "signaal": str(signaal.uuid),
        "onderzoek": str(onderzoek.uuid),
    }  # fmt: skip


def _applicaties() -> dict[str, str]:
    ruud = medewerker("ruud")
    ontwerp, _ = applicatie_aanmaken(ruud, client_id="proef", label="Proef")
    wacht, _ = applicatie_aanmaken(ruud, client_id="wacht", label="Wacht")
    voorstel_recht_geven(ruud, wacht, component="ztc", scopes=["catalogi.lezen"])
    applicatie_indienen(ruud, wacht, reden=REDEN)
    return {
        "applicatie": str(ontwerp.applicatie.uuid), "voorstel": str(ontwerp.uuid),
        "voorstel-dat-wacht": str(wacht.uuid),
    }  # fmt: skip


def _zaak(van: str, soort: str) -> Zaak:
    rijen = Zaak.objects.systeem(REDEN).filter(proces__identificatie=soort, rollen__partij=partij(van))
    return rijen.distinct().order_by("pk")[0]  # type: ignore[no-any-return]


def _document(zaak: Zaak) -> Any:
    return zaak.zaakdocumenten.select_related("document").order_by("pk")[0].document


def vul_in(adres: str, waarden: dict[str, str]) -> str:
    return re.sub(r"<([^>]+)>", lambda raak: waarden[raak[1]], adres)


def uitkomst(antwoord: Any) -> str:
    """200, 302, 404, 405, 400; ``inl`` is a redirect to the log-in page."""
    if antwoord.status_code in (301, 302) and antwoord["Location"].startswith("/inloggen/"):
        return "inl"
    return str(antwoord.status_code)


def alle_patronen() -> set[str]:
    """Every pattern of the urlconf, as Django writes its route."""

    def loop(rijen: list[URLPattern | URLResolver], voor: str) -> set[str]:
        gevonden: set[str] = set()
        for rij in rijen:
            route = voor + str(rij.pattern).removeprefix("^" if voor else "")
            gevonden |= loop(rij.url_patterns, route) if isinstance(rij, URLResolver) else {route}
        return gevonden

    return loop(get_resolver().url_patterns, "")
