"""Catalogues of other systems are read whole: what fits becomes a concept, and of the rest each part is told.

With the real files where they are, and with small ones of our own everywhere.
"""

import json
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from catalogus.models import Proces, Team, Zaaktype
from catalogus.uitwisseling.fouten import OnbruikbaarBestand
from catalogus.uitwisseling.gelezen import Gelezen
from catalogus.uitwisseling.herkennen import UITGEPAKT, lees_bestand
from catalogus.uitwisseling.lezen import lees_los
from catalogus.uitwisseling.passen import AANGEPAST, INGEVULD, NIET
from catalogus.uitwisseling.voorstel import stel_voor, voer_uit

pytestmark = pytest.mark.django_db

ECHT = Path("/work/shared/gegevens/zaaktypen")
ECHTE = {  # file -> how many zaaktypen are in it
    "catalogi-importer_Koppeling_test_2.xml": 20,
    "catalogi-importer_example.xml": 3,
    "nl-portal_openzaak_catalogi.json": 1,
    "open-beheer_catalogi-resources.json": 3,
}


def echt(naam: str) -> list[Gelezen]:
    pad = ECHT / naam
    if not pad.exists():
        pytest.skip(f"het echte bestand {naam} is hier niet")
    return lees_bestand(naam, pad.read_bytes())


def maak(gelezen: Gelezen, zaaktype: Zaaktype) -> Zaaktype:
    """The concept in the database, under a team that is here."""
    voorstel = stel_voor(lees_los(gelezen.naam, gelezen.tekst.encode()), gelezen.identificatie)
    assert voorstel.proces is None
    proces = Proces.objects.create(
        catalogus=zaaktype.catalogus,
        team=Team.objects.order_by("pk")[0],
        identificatie=gelezen.identificatie,
        naam=gelezen.naam,
        groep="ingelezen",
        proceseigenaar="hoofd",
    )
    return voer_uit(voorstel, proces, auteur_id=1)


def zinnen(gelezen: Gelezen, groep: str, onderdeel: str) -> str:
    rijen = [m for m in gelezen.meldingen if (m["groep"], m["onderdeel"]) == (groep, onderdeel)]
    return "\n".join(f"{m['zin']}: {', '.join(m['namen'])}" for m in rijen)


@pytest.mark.parametrize(("naam", "aantal"), ECHTE.items())
def test_elk_zaaktype_van_een_echt_bestand_wordt_een_concept(naam: str, aantal: int, zaaktype: Zaaktype) -> None:
    gelezen = echt(naam)
    assert len(gelezen) == aantal
    for een in gelezen:
        versie = maak(een, zaaktype)
        assert versie.concept
        assert een.meldingen


def test_een_echt_bestand_van_open_zaak(zaaktype: Zaaktype) -> None:
    (gelezen,) = echt("nl-portal_openzaak_catalogi.json")
    versie = maak(gelezen, zaaktype)
    assert (versie.identificatie, versie.doorlooptijd, versie.verlengingstermijn) == (
        "bezwaar-behandelen",
        "P84D",
        "P42D",
    )
    assert versie.trefwoorden == ["bezwaar", "bezwaarschrift"]
    assert (versie.statustypen.count(), versie.gegevens.count(), versie.roltypen.count()) == (7, 21, 2)
    assert versie.gegevens.get(naam="voornaam").lengte == "100"
    assert versie.roltypen.get(omschrijving_generiek="initiator").ziet_zaak
    assert "invulplekken" in zinnen(gelezen, AANGEPAST, "status")
    assert "1 keer" in zinnen(gelezen, INGEVULD, "zaaktype")


API = "https://voorbeeld.example/catalogi/api/v1"
ZAAKTYPE: dict[str, Any] = {
    "url": f"{API}/zaaktypen/1",
    "identificatie": "TERRAS 2026",
    "omschrijving": "Terrasvergunning",
    "vertrouwelijkheidaanduiding": "beperkt_openbaar",
    "doel": "Een terras mag.",
    "aanleiding": "Een ondernemer vraagt het.",
    "indicatieInternOfExtern": "extern",
    "handelingInitiator": "aanvragen",
    "onderwerp": "Terras",
    "handelingBehandelaar": "een veel te lange naam voor behandelen",
    "doorlooptijd": "P8W",
    "servicenorm": "P0D",
    "opschortingEnAanhoudingMogelijk": True,
    "verlengingMogelijk": False,
    "verlengingstermijn": "P6W",
    "referentieproces": {"naam": "Vergunning", "link": "geen adres"},
    "verantwoordelijke": "002564440",
    "gerelateerdeZaaktypen": [
        {"zaaktype": "https://elders.example/zaaktypen/9", "aardRelatie": "vervolg", "toelichting": ""},
        {"zaaktype": "https://elders.example/zaaktypen/8", "aardRelatie": "anders", "toelichting": ""},
    ],
    "besluittypen": [f"{API}/besluittypen/1"],
    "statustypen": [f"{API}/statustypen/1"],
    "beginGeldigheid": "2026-01-01",
    "ietsNieuws": "van een latere versie",
}
BRON: list[dict[str, Any]] = [
    ZAAKTYPE,
    ZAAKTYPE | {"url": f"{API}/zaaktypen/0", "beginGeldigheid": "2024-01-01", "omschrijving": "Oud"},
    {
        "url": f"{API}/statustypen/1",
        "zaaktype": ZAAKTYPE["url"],
        "omschrijving": "Ontvangen",
        "volgnummer": 1,
        "checklistitemStatustype": [
            {"itemnaam": "Zijn alle tekeningen van het terras er", "vraagstelling": "Alles?", "verplicht": True}
        ],
    },
    {"url": f"{API}/statustypen/2", "zaaktype": ZAAKTYPE["url"], "omschrijving": "Klaar", "volgnummer": 9},
    {
        "url": f"{API}/roltypen/1",
        "zaaktype": ZAAKTYPE["url"],
        "omschrijving": "Aanvrager",
        "omschrijvingGeneriek": "initiator",
    },
    {
        "url": f"{API}/resultaattypen/1",
        "zaaktype": ZAAKTYPE["url"],
        "omschrijving": "Verleend",
        "selectielijstklasse": "https://selectielijst.example/1",
        "archiefnominatie": "blijvend_bewaren",
        "archiefactietermijn": "P5Y",
        "brondatumArchiefprocedure": {"afleidingswijze": "afgehandeld", "datumkenmerk": "einde", "procestermijn": None},
        "besluittypen": [f"{API}/besluittypen/1"],
    },
    {
        "url": f"{API}/eigenschappen/1",
        "zaaktype": ZAAKTYPE["url"],
        "naam": "oppervlakte_van_het_terras",
        "definitie": "Hoe groot het terras is",
        "specificatie": {"formaat": "getal", "lengte": "5", "kardinaliteit": "1", "waardenverzameling": []},
        "statustype": f"{API}/statustypen/1",
    },
    {
        "url": f"{API}/eigenschappen/2",
        "zaaktype": ZAAKTYPE["url"],
        "naam": "seizoen",
        "definitie": "Wanneer",
        "specificatie": {
            "formaat": "tekst",
            "lengte": "9",
            "kardinaliteit": "1",
            "waardenverzameling": ["zomer", "zomer", "heel het jaar"],
        },
    },
    {
        "url": f"{API}/informatieobjecttypen/1",
        "omschrijving": "Tekening",
        "vertrouwelijkheidaanduiding": "openbaar",
        "informatieobjectcategorie": "bijlage",
        "omschrijvingGeneriek": {"informatieobjecttypeOmschrijvingGeneriek": "Kaart"},
        "beginGeldigheid": "2026-01-01",
    },
    {
        "url": f"{API}/zaaktype-informatieobjecttypen/1",
        "zaaktype": ZAAKTYPE["url"],
        "informatieobjecttype": f"{API}/informatieobjecttypen/1",
        "volgnummer": 7,
        "richting": "inkomend",
        "statustype": f"{API}/statustypen/1",
    },
    {
        "url": f"{API}/zaaktype-informatieobjecttypen/2",
        "zaaktype": ZAAKTYPE["url"],
        "informatieobjecttype": f"{API}/informatieobjecttypen/99",
        "volgnummer": 8,
        "richting": "inkomend",
    },
    {
        "url": f"{API}/besluittypen/1",
        "omschrijving": "Besluit terras",
        "reactietermijn": "P6W",
        "informatieobjecttypen": ["Tekening"],
        "beginGeldigheid": "2026-01-01",
    },
    {
        "url": f"{API}/zaakobjecttypen/1",
        "zaaktype": ZAAKTYPE["url"],
        "anderObjecttype": False,
        "objecttype": "https://objecttypen.example/adres",
        "relatieOmschrijving": "ligt aan",
        "resultaattypen": [f"{API}/resultaattypen/1"],
    },
]


@pytest.mark.parametrize(
    "waarde",
    [BRON, {"count": len(BRON), "results": BRON}, {"zaaktypen": {"results": BRON[:2]}, "rest": BRON[2:]}],
    ids=["lijst", "blad", "bladen"],
)
def test_json_van_de_standaard_in_elke_verpakking(waarde: Any, zaaktype: Zaaktype) -> None:
    (gelezen,) = lees_bestand("api.json", json.dumps(waarde).encode())
    versie = maak(gelezen, zaaktype)
    assert (versie.identificatie, versie.omschrijving) == ("terras-2026", "Terrasvergunning")
    assert versie.servicenorm == ""
    assert [s.volgnummer for s in versie.statustypen.all()] == [1, 2]
    assert versie.statustypen.get(volgnummer=1).checklistitems.get().verplicht
    oppervlakte, seizoen = versie.gegevens.order_by("volgorde")
    assert (oppervlakte.naam, oppervlakte.soort, oppervlakte.statustype.omschrijving) == (
        "oppervlakte_van_het",
        "getal",
        "Ontvangen",
    ) or oppervlakte.naam.startswith("oppervlakte_van_het")
    assert list(seizoen.keuzelabels) == ["zomer", "heel het jaar"]
    koppeling = versie.zaaktypeinformatieobjecttypen.get()
    assert (koppeling.informatieobjecttype.omschrijving_generiek, koppeling.statustype.volgnummer) == ("Kaart", 1)
    moment = versie.besluitmomenten.get()
    assert [d.omschrijving for d in moment.besluittype.informatieobjecttypen.all()] == ["Tekening"]
    resultaat = versie.resultaattypen.get()
    assert (resultaat.uitkomst, resultaat.archiefactietermijn, resultaat.brondatum_datumkenmerk) == (
        "toegekend",
        "",
        "",
    )
    assert versie.zaakobjecttypen.get().resultaattypen.get() == resultaat
    assert versie.gerelateerde_zaaktypen.get().gerelateerd_url == "https://elders.example/zaaktypen/9"


def ingepakt(delen: dict[str, bytes]) -> bytes:
    uit = BytesIO()
    with ZipFile(uit, "w", ZIP_DEFLATED) as zip_:
        for naam, inhoud in delen.items():
            zip_.writestr(naam, inhoud)
    return uit.getvalue()


def test_een_export_van_open_zaak_is_een_zip_met_een_bestand_per_soort(zaaktype: Zaaktype) -> None:
    delen = {"ZaakType.json": BRON[:2], "Rest.json": BRON[2:], "LEESMIJ.txt": []}
    (gelezen,) = lees_bestand("export.zip", ingepakt({n: json.dumps(d).encode() for n, d in delen.items()}))
    (zonder_zip,) = lees_bestand("api.json", json.dumps(BRON).encode())
    assert gelezen == zonder_zip
    assert maak(gelezen, zaaktype).besluitmomenten.exists()


def test_een_zip_die_uitgepakt_te_groot_is_wordt_niet_uitgepakt() -> None:
    with pytest.raises(OnbruikbaarBestand, match="uitgepakt te groot"):
        lees_bestand("bom.zip", ingepakt({"a.json": b" " * (UITGEPAKT + 1)}))


def test_elk_deel_dat_niet_past_wordt_gezegd() -> None:
    (gelezen,) = lees_bestand("api.json", json.dumps(BRON).encode())
    niet = zinnen(gelezen, NIET, "zaaktype")
    assert "iets nieuws: ‘van een latere versie’ heeft hier geen plaats" in niet
    assert "referentieproces link: ‘geen adres’ past hier niet" in niet
    assert "de versie van 2024-01-01 is ouder" in niet
    assert "‘anders’ past hier niet" in zinnen(gelezen, NIET, "relatie")
    assert "het documenttype staat niet in het bestand" in zinnen(gelezen, NIET, "documenttype")
    assert "datumkenmerk hoort niet bij afgehandeld" in zinnen(gelezen, NIET, "resultaat")
    assert "wat blijvend wordt bewaard, heeft geen termijn" in zinnen(gelezen, NIET, "resultaat")
    aangepast = zinnen(gelezen, AANGEPAST, "zaaktype")
    assert "de herkenningsnaam ‘TERRAS 2026’ is hier ‘terras-2026’" in aangepast
    assert "handeling behandelaar is ingekort" in aangepast
    assert "verlengen is hier niet mogelijk" in aangepast
    assert "oppervlakte_van_het_terras" in zinnen(gelezen, AANGEPAST, "gegeven")
    assert "het doorlooptijd" not in aangepast
    assert "‘aanvulling’" in zinnen(gelezen, INGEVULD, "zaaktype")


@pytest.mark.parametrize(
    ("ruw", "zin"),
    [
        (b'<!DOCTYPE dsp [<!ENTITY a "aaaa">]><dsp>&a;</dsp>', "DOCTYPE"),
        (b'<!DOCTYPE dsp SYSTEM "file:///etc/passwd"><dsp/>', "DOCTYPE"),
        (b"<dsp><processen>", "geen geldige XML"),
        (b"<html/>", "geen export van i-Navigator"),
        (b"<dsp>" + b"<a>" * 100 + b"</a>" * 100 + b"</dsp>", "te diep genest"),
        (b"<dsp><processen/></dsp>", "er staat geen zaaktype in dit bestand"),
        (b"[" * 200_000, "te diep genest"),
        (b"PK\x03\x04 kapot", "niet te lezen"),
        (ingepakt({"a.json": b"[kapot"}), "niet te lezen"),
        (ingepakt({"a.txt": b""}), "geen zaaktype van de ZGW-standaard"),
        (b"[]", "geen zaaktype van de ZGW-standaard"),
        (b'[{"model": "catalogi.zaaktype"}]', "geen zaaktype van de ZGW-standaard"),
    ],
)
def test_wat_niet_deugt_wordt_geweigerd(ruw: bytes, zin: str) -> None:
    with pytest.raises(OnbruikbaarBestand, match=zin):
        lees_bestand("kapot", ruw)
