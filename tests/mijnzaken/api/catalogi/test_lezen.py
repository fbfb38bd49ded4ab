"""The catalogue as another system reads it: every field of the standard, and which versions a list shows."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalogus import klok, versies
from catalogus.models import Zaaktype
from mijnzaken.api.catalogi.api import API
from tests.fabrieken import zaaktype
from tests.mijnzaken.api.systeem import Systeem, adres_van, fouten, systeem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]

CATALOGI = "/catalogi/api/v1"
SOORT = "parkeervergunning-bewoners"
SCHEMAS = {bron.naam: bron.schema for bron in API.bronnen}
ZONDER = {bron.naam for bron in API.bronnen if not bron.standaard}  # these know no status
TYPEN: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "boolean": bool,
    "integer": int,
    "array": list,
    "object": dict,
}


@pytest.fixture
def lezer() -> Systeem:
    return systeem(alles=True)


def _past(schema: dict[str, Any], waarde: Any, pad: str) -> None:
    """Has it the fields and the type that the document says, and one of its choices?"""
    if "$ref" in schema:
        schema = API.contract.document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    for deel in schema.get("allOf", []):
        if waarde is not None or not schema.get("nullable"):
            _past(deel, waarde, pad)
    if "oneOf" in schema:
        keuzes = [k for deel in schema["oneOf"] for k in _keuzes(deel)]
        assert waarde in keuzes, (pad, waarde)
    if "enum" in schema:
        assert waarde in schema["enum"], (pad, waarde)
    if waarde is None:
        assert schema.get("nullable") or "allOf" in schema, pad
        return
    if schema.get("type") in TYPEN:
        assert isinstance(waarde, TYPEN[schema["type"]]), (pad, waarde)
    if schema.get("type") == "array":
        assert not schema.get("uniqueItems") or len({str(deel) for deel in waarde}) == len(waarde), (pad, waarde)
        for deel in waarde:
            _past(schema["items"], deel, f"{pad}[]")
    if "properties" in schema:
        assert set(waarde) == set(schema["properties"]) | set(schema.get("required", ())), pad
        for naam, veld in schema["properties"].items():
            _past(veld, waarde[naam], f"{pad}.{naam}")


def _keuzes(deel: dict[str, Any]) -> list[Any]:
    keuzes: list[Any] = API.contract.document["components"]["schemas"][deel["$ref"].rpartition("/")[2]]["enum"]
    return keuzes


@pytest.mark.parametrize("naam", sorted(set(SCHEMAS) - {"zaakobjecttypen"}))
def test_elk_veld_van_de_standaard_staat_er_in_de_vorm_van_de_standaard(lezer: Systeem, naam: str) -> None:
    lijst = lezer.haal(f"{CATALOGI}/{naam}").json()
    assert lijst["count"] > 0
    schema = API.contract.document["components"]["schemas"][SCHEMAS[naam]]
    for rij in lijst["results"]:
        _past(schema, rij, naam)
    eerste = lijst["results"][0]
    assert lezer.haal(eerste["url"]).json() == eerste


def test_een_objecttype_van_een_zaaktype_heeft_de_vorm_van_de_standaard(lezer: Systeem) -> None:
    soort = zaaktype(SOORT)
    gemaakt = soort.zaakobjecttypen.create(objecttype="https://voorbeeld.nl/pand", relatie_omschrijving="betreft")
    gemaakt.statustypen.set(soort.statustypen.all()[:1])
    lijst = lezer.haal(f"{CATALOGI}/zaakobjecttypen?zaaktype={adres_van(soort)}&relatieOmschrijving=betreft").json()
    _past(API.contract.document["components"]["schemas"]["ZaakObjectType"], lijst["results"][0], "zaakobjecttypen")
    assert lijst["count"] == 1
    assert lijst["results"][0]["statustypen"] == [
        f"http://127.0.0.1:8000{CATALOGI}/statustypen/{soort.statustypen.first().uuid}"
    ]


def test_een_lijst_laat_concepten_weg_tenzij_erom_gevraagd_wordt(lezer: Systeem) -> None:
    concept = versies.kopieer(zaaktype(SOORT), auteur_id=None)

    def nummers(status: str) -> set[str]:
        gevraagd = lezer.haal(f"{CATALOGI}/zaaktypen?identificatie={SOORT}{status}").json()
        return {rij["url"].rpartition("/")[2] for rij in gevraagd["results"]}

    eigen = {str(rij.uuid) for rij in Zaaktype.objects.filter(proces=concept.proces).exclude(pk=concept.pk)}
    assert nummers("") == nummers("&status=definitief") == eigen
    assert nummers("&status=concept") == {str(concept.uuid)}
    assert nummers("&status=alles") == eigen | {str(concept.uuid)}
    assert fouten(lezer.haal(f"{CATALOGI}/zaaktypen?status=half")) == {"status": "invalid_choice"}
    assert lezer.haal(f"{CATALOGI}/statustypen?zaaktype={adres_van(concept)}").json()["count"] == 0
    assert lezer.haal(f"{CATALOGI}/statustypen?status=alles&zaaktype={adres_van(concept)}").json()["count"] > 0


def test_datumgeldigheid_kiest_de_versie_van_die_dag(lezer: Systeem) -> None:
    soort = zaaktype(SOORT)
    begin = soort.begin_geldigheid
    vraag = f"{CATALOGI}/roltypen?zaaktype={adres_van(soort)}&datumGeldigheid="
    assert lezer.haal(f"{vraag}{begin.isoformat()}").json()["count"] == soort.roltypen.count()
    assert lezer.haal(f"{vraag}{begin.replace(year=begin.year - 1).isoformat()}").json()["count"] == 0


@pytest.mark.parametrize(
    ("naam", "filter_"), sorted((bron.naam, f) for bron in API.bronnen for f in bron.filters if f.startswith("datum"))
)
def test_een_datum_die_geen_datum_is_wordt_met_een_code_geweigerd(lezer: Systeem, naam: str, filter_: str) -> None:
    if filter_ == "datum_geldigheid":
        verwacht = {"datumGeldigheid": "invalid"}
    else:
        verwacht = {filter_: "invalid"}
    for waarde in ("", "gisteren", "2026-13-01"):
        assert fouten(lezer.haal(f"{CATALOGI}/{naam}?{filter_}={waarde}")) == verwacht


def test_een_ja_of_nee_die_het_niet_is_wordt_met_een_code_geweigerd(lezer: Systeem) -> None:
    lijst = f"{CATALOGI}/zaakobjecttypen?relatieOmschrijving=betreft&anderObjecttype="
    assert fouten(lezer.haal(f"{lijst}misschien")) == {"anderObjecttype": "invalid"}
    zaaktype(SOORT).zaakobjecttypen.create(objecttype="https://voorbeeld.nl/pand", relatie_omschrijving="betreft")
    assert lezer.haal(f"{lijst}false").json()["count"] == 1
    assert lezer.haal(f"{lijst}true").json()["count"] == 0


def test_de_eindstatus_is_die_met_het_hoogste_volgnummer(lezer: Systeem) -> None:
    soort = zaaktype(SOORT)
    rijen = lezer.haal(f"{CATALOGI}/statustypen?zaaktype={adres_van(soort)}").json()["results"]
    hoogste = max(rij["volgnummer"] for rij in rijen)
    assert [rij["volgnummer"] for rij in rijen if rij["isEindstatus"]] == [hoogste]


@pytest.mark.parametrize("naam", sorted(SCHEMAS))
def test_een_lijst_kost_een_vast_aantal_statements(lezer: Systeem, naam: str) -> None:
    def aantal() -> int:
        with CaptureQueriesContext(connection) as vragen:
            assert (
                lezer.haal(f"{CATALOGI}/{naam}?page=1" + ("&status=alles" if naam not in ZONDER else "")).status_code
                == 200
            )
        return len(vragen)

    eerst = aantal()
    versies.kopieer(zaaktype(SOORT), auteur_id=None)
    versies.kopieer(zaaktype("terugbelnotitie"), auteur_id=None)
    assert aantal() <= eerst
    assert eerst <= 8


def test_een_zaaktype_op_een_dag_noemt_alleen_wat_toen_gold(lezer: Systeem) -> None:
    soort = zaaktype(SOORT)
    adres, eerder = adres_van(soort), (soort.begin_geldigheid - timedelta(days=1)).isoformat()
    dag = klok.vandaag().isoformat()
    voor = lezer.haal(adres).json()
    assert lezer.haal(f"{adres}?datumGeldigheid={dag}").json() == voor
    assert lezer.haal(f"{adres}?datumGeldigheid={eerder}").status_code == 404
    assert fouten(lezer.haal(f"{adres}?datumGeldigheid=ooit")) == {"datumGeldigheid": "invalid"}
    vervallen = soort.besluittypen.first()
    assert vervallen is not None
    vervallen.einde_geldigheid = klok.vandaag()
    vervallen.save(update_fields=["einde_geldigheid"])
    nu = lezer.haal(f"{adres}?datumGeldigheid={dag}&expand=besluittypen").json()
    assert len(nu["besluittypen"]) == len(nu["besluittypeOmschrijving"]) == len(voor["besluittypen"]) - 1
    assert len(nu["_expand"]["besluittypen"]) == len(nu["besluittypen"])
    assert vervallen.omschrijving not in nu["besluittypeOmschrijving"]
    assert lezer.haal(adres).json() == voor


def test_een_zaaktype_noemt_waar_het_mee_samenhangt(lezer: Systeem) -> None:
    soort, ander = zaaktype(SOORT), zaaktype("terugbelnotitie")
    soort.gerelateerde_zaaktypen.create(gerelateerd_proces=ander.proces, aard_relatie="vervolg", toelichting="Bellen")
    soort.gerelateerde_zaaktypen.create(gerelateerd_url="https://elders.nl/zaaktypen/1", aard_relatie="bijdrage")
    relaties = lezer.haal(adres_van(soort)).json()["gerelateerdeZaaktypen"]
    assert {(r["zaaktype"], r["zaaktypeIdentificatie"], r["aardRelatie"]) for r in relaties} >= {
        (adres_van(ander), "terugbelnotitie", "vervolg"),
        ("https://elders.nl/zaaktypen/1", "", "bijdrage"),
    }


def test_een_documenttype_noemt_de_zaaktypen_die_het_gebruiken(lezer: Systeem) -> None:
    soort = zaaktype(SOORT)
    plaats = soort.zaaktypeinformatieobjecttypen.select_related("informatieobjecttype").first()
    zoek = f"{CATALOGI}/informatieobjecttypen?omschrijving={plaats.informatieobjecttype.omschrijving}"
    gelezen = lezer.haal(zoek).json()["results"][0]
    assert adres_van(soort) in gelezen["zaaktypen"]
    assert SOORT in gelezen["zaaktypeIdentificaties"]
    hier = lezer.haal(f"{CATALOGI}/zaaktype-informatieobjecttypen?zaaktype={adres_van(soort)}").json()
    assert gelezen["url"] in {rij["informatieobjecttype"] for rij in hier["results"]}
    lijst = lezer.haal(f"{CATALOGI}/besluittypen?zaaktypen={adres_van(soort)}").json()["results"]
    assert {rij["url"] for rij in lijst} == set(lezer.haal(adres_van(soort)).json()["besluittypen"])
