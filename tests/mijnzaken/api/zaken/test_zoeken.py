"""Finding zaken over the API: every filter and order of the document, areas, fields, and how many there are."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalogus.vertrouwelijkheid import uit_zgw
from mijnzaken.api.zaken.api import CONTRACT
from mijnzaken.zaken.models import Zaak, Zaaktelling
from tests.fabrieken import REDEN, partij, registreer
from tests.mijnzaken.api.systeem import ZAKEN, Systeem, fouten, mag, systeem
from tests.mijnzaken.api.zaken.wereld import EXTERN, SOORT, adres, maak, rij_van, rol, sluit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]

HUIS = {"type": "Point", "coordinates": [4.30, 52.08]}


@pytest.fixture
def vth() -> Systeem:
    return systeem(alles=True)


def vierkant(x: float, y: float, straal: float = 0.01) -> list[list[float]]:
    return [
        [x - straal, y - straal],
        [x + straal, y - straal],
        [x + straal, y + straal],
        [x - straal, y + straal],
        [x - straal, y - straal],
    ]


def vind(wie: Systeem, **lijf: Any) -> set[str]:
    antwoord = wie.stuur(f"{ZAKEN}/zaken/_zoek", lijf)
    assert antwoord.status_code == 200, antwoord.content
    inhoud = antwoord.json()
    assert inhoud["count"] == len(inhoud["results"])
    return {zaak["uuid"] for zaak in inhoud["results"]}


def lijst(wie: Systeem, vraag: str) -> list[str]:
    antwoord = wie.haal(f"{ZAKEN}/zaken?{vraag}")
    assert antwoord.status_code == 200, antwoord.content
    assert antwoord.json()["count"] == len(antwoord.json()["results"])
    return [zaak["uuid"] for zaak in antwoord.json()["results"]]


# -- areas -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("meetkunde", "binnen"),
    [
        (HUIS, True),
        ({"type": "Point", "coordinates": [4.40, 52.08]}, False),
        ({"type": "MultiPoint", "coordinates": [[4.30, 52.08], [4.301, 52.08]]}, True),
        ({"type": "MultiPoint", "coordinates": [[4.30, 52.08], [4.40, 52.08]]}, False),
        ({"type": "LineString", "coordinates": [[4.295, 52.08], [4.305, 52.08]]}, True),
        ({"type": "LineString", "coordinates": [[4.295, 52.08], [4.35, 52.08]]}, False),
        ({"type": "MultiLineString", "coordinates": [[[4.295, 52.08], [4.305, 52.08], [4.305, 52.081]]]}, True),
        ({"type": "Polygon", "coordinates": [vierkant(4.30, 52.08, 0.001)]}, True),
        ({"type": "Polygon", "coordinates": [vierkant(4.30, 52.08, 0.02)]}, False),
        ({"type": "MultiPolygon", "coordinates": [[vierkant(4.30, 52.08, 0.001)], [vierkant(5, 52)]]}, False),
        ({"type": "GeometryCollection", "geometries": [{"type": "Point"}]}, False),
    ],
)
def test_een_zaak_ligt_binnen_een_gebied(vth: Systeem, meetkunde: dict[str, Any], binnen: bool) -> None:
    zaak, _zonder = maak(vth, zaakgeometrie=meetkunde), maak(vth)
    assert vth.haal(zaak["url"]).json()["zaakgeometrie"] == meetkunde
    gebied = {"type": "Polygon", "coordinates": [vierkant(4.30, 52.08)]}
    assert vind(vth, zaakgeometrie={"within": gebied}) == ({zaak["uuid"]} if binnen else set())


def test_een_gat_hoort_niet_bij_het_gebied_en_een_gebied_heeft_delen(vth: Systeem) -> None:
    zaak = maak(vth, zaakgeometrie=HUIS)
    met_gat = [vierkant(4.30, 52.08), vierkant(4.30, 52.08, 0.001)]
    assert vind(vth, zaakgeometrie={"within": {"type": "Polygon", "coordinates": met_gat}}) == set()
    elders = [[vierkant(5, 52)], [vierkant(4.30, 52.08)]]
    assert vind(vth, zaakgeometrie={"within": {"type": "MultiPolygon", "coordinates": elders}}) == {zaak["uuid"]}
    assert vind(vth, zaakgeometrie={"within": HUIS}) == set()
    kapot = vth.stuur(
        f"{ZAKEN}/zaken/_zoek", {"zaakgeometrie": {"within": {"type": "Polygon", "coordinates": [[[1, 1]]]}}}
    )
    assert fouten(kapot) == {"zaakgeometrie.within": "invalid"}


def test_zoeken_op_gebied_gaat_over_een_index(vth: Systeem) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        with CaptureQueriesContext(connection) as vragen:
            vind(vth, zaakgeometrie={"within": {"type": "Polygon", "coordinates": [vierkant(4.3, 52.08)]}})
        telling = next(v["sql"] for v in vragen if "COUNT(*)" in v["sql"] and "zaken_omtrek" in v["sql"])
        cursor.execute(f"EXPLAIN {telling}")
        assert "zaak_omtrek" in str(cursor.fetchall())


# -- filters -----------------------------------------------------------------------------------------------------------


def test_elk_filter_van_het_document_smalt_de_lijst(vth: Systeem) -> None:
    zaak = maak(
        vth,
        identificatie="Z-1",
        bronorganisatie="111222333",
        startdatum="2026-02-01",
        registratiedatum="2026-02-02",
        einddatumGepland="2026-06-01",
        uiterlijkeEinddatumAfdoening="2026-07-01",
        vertrouwelijkheidaanduiding="intern",
    )
    vth.stuur(f"{ZAKEN}/rollen", rol(zaak, "medewerker", "behandelaar", identificatie="jan"))
    zaak = sluit(vth, zaak, dag="2026-02-20", brondatum_afleidingswijze="afgehandeld", archiefnominatie="vernietigen")
    ander = maak(vth, EXTERN, startdatum="2026-03-01", vertrouwelijkheidaanduiding="zaakvertrouwelijk")
    actie = zaak["archiefactiedatum"]
    wel = {
        "identificatie": "Z-1",
        "bronorganisatie": "111222333",
        "bronorganisatie__in": "111222333,123456782",
        "zaaktype": zaak["zaaktype"],
        "archiefnominatie": "vernietigen",
        "archiefnominatie__in": "vernietigen",
        "archiefactiedatum": actie,
        "archiefactiedatum__isnull": "false",
        "archiefactiedatum__lt": "2999-01-01",
        "archiefactiedatum__gt": "2026-01-01",
        "startdatum": "2026-02-01",
        "startdatum__gt": None,
        "startdatum__gte": None,
        "startdatum__lt": "2026-03-01",
        "startdatum__lte": "2026-02-01",
        "registratiedatum": "2026-02-02",
        "registratiedatum__gt": None,
        "registratiedatum__lt": "2026-02-03",
        "einddatum": "2026-02-20",
        "einddatum__isnull": "false",
        "einddatum__gt": "2026-02-19",
        "einddatum__lt": "2026-02-21",
        "einddatumGepland": "2026-06-01",
        "einddatumGepland__gt": "2026-05-31",
        "einddatumGepland__lt": "2026-06-02",
        "uiterlijkeEinddatumAfdoening": "2026-07-01",
        "uiterlijkeEinddatumAfdoening__gt": "2026-06-30",
        "uiterlijkeEinddatumAfdoening__lt": None,
        "maximaleVertrouwelijkheidaanduiding": "intern",
        "rol__betrokkeneType": "medewerker",
        "rol__omschrijvingGeneriek": "behandelaar",
        "rol__betrokkeneIdentificatie__medewerker__identificatie": "jan",
    }
    for naam, waarde in wel.items():
        if waarde is not None:
            assert lijst(vth, f"{naam}={waarde}") == [zaak["uuid"]], naam
            enkel = waarde.split(",") if naam.endswith("__in") else {"false": False}.get(waarde, waarde)
            assert vind(vth, **{naam: enkel}) == {zaak["uuid"]}, naam
    assert lijst(vth, "startdatum__gt=2026-02-01") == [ander["uuid"]]
    assert lijst(vth, "startdatum__gte=2026-03-01") == [ander["uuid"]]
    assert lijst(vth, "registratiedatum__gt=2026-02-02") == [ander["uuid"]]
    assert lijst(vth, "archiefstatus=gearchiveerd") == []
    assert len(lijst(vth, "archiefstatus__in=nog_te_archiveren,gearchiveerd")) == 2
    assert vind(vth, zaaktype__in=[zaak["zaaktype"]]) == {zaak["uuid"]}
    assert vind(vth, uuid__in=[ander["uuid"]]) == {ander["uuid"]}
    kent = {p["name"] for p in CONTRACT.document["paths"]["/zaken"]["get"]["parameters"] if "name" in p}
    over_rol = {n for n in kent if n.startswith("rol__")}
    assert kent - over_rol - wel.keys() - {"archiefstatus", "archiefstatus__in", "ordering", "page", "na"} <= {
        "Accept-Crs",
        "Content-Crs",
    }
    for naam in over_rol:
        assert vth.haal(
            f"{ZAKEN}/zaken?{naam}={'http://x.nl/1' if naam == 'rol__betrokkene' else 'vestiging'}"
        ).status_code in (
            200,
            400,
        )


def test_wat_van_een_rol_gevraagd_wordt_gaat_over_dezelfde_rol(vth: Systeem) -> None:
    zaak = registreer("anna", SOORT)
    bsn = partij("anna").bsn.tonen()  # type: ignore[union-attr,attr-defined]
    wie = f"rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn={bsn}"
    assert lijst(vth, wie) == [str(zaak.uuid)]
    assert lijst(vth, f"{wie}&rol__omschrijvingGeneriek=initiator") == [str(zaak.uuid)]
    vth.stuur(f"{ZAKEN}/rollen", rol({"url": adres(zaak)}, "medewerker", "behandelaar", identificatie="jan"))
    assert lijst(vth, f"{wie}&rol__omschrijvingGeneriek=behandelaar") == []
    assert lijst(vth, wie.replace(bsn, "999990639")) == []


@pytest.mark.parametrize("naam", ["startdatum", "einddatum", "publicatiedatum", "registratiedatum", "identificatie"])
def test_de_volgorde_van_de_lijst(vth: Systeem, naam: str) -> None:
    velden = {"startdatum": "2026-02-0{}", "publicatiedatum": "2026-02-0{}", "registratiedatum": "2026-02-0{}"}
    zaken = [maak(vth, identificatie=f"Z{n}", **{v: w.format(n) for v, w in velden.items()})["uuid"] for n in (2, 1, 3)]
    op_volgorde = [zaken[1], zaken[0], zaken[2]]
    if naam == "einddatum":
        assert set(lijst(vth, f"ordering={naam}")) == set(zaken)
        return
    assert lijst(vth, f"ordering={naam}") == op_volgorde
    assert lijst(vth, f"ordering=-{naam}") == op_volgorde[::-1]
    assert [z["uuid"] for z in vth.stuur(f"{ZAKEN}/zaken/_zoek", {"ordering": naam}).json()["results"]] == op_volgorde


def test_zoeken_zegt_wat_niet_klopt(vth: Systeem) -> None:
    def fout(**lijf: Any) -> dict[str, str]:
        return fouten(vth.stuur(f"{ZAKEN}/zaken/_zoek", lijf))

    assert fout(startdatum="morgen") == {"startdatum": "invalid"}
    assert fout(ordering="onzin") == {"ordering": "invalid_choice"}
    assert fout(fields=["url"], expand="status") == {"fields": "fields-and-expand"}
    assert fouten(vth.haal(f"{ZAKEN}/zaken?einddatum__gt=2026-13-01")) == {"einddatum__gt": "invalid"}
    assert fouten(vth.haal(f"{ZAKEN}/zaken?ordering=onzin")) == {"ordering.0": "invalid_choice"}
    assert vth.stuur(f"{ZAKEN}/zaken/_zoek", {"expand": "onzin"}).status_code == 404


def test_zrc_029_fields_geeft_alleen_wat_is_gevraagd(vth: Systeem) -> None:
    zaak = registreer("anna", SOORT)

    def velden(*namen: Any) -> Any:
        (rij,) = vth.stuur(f"{ZAKEN}/zaken/_zoek", {"fields": list(namen)}).json()["results"]
        return rij

    assert velden("url", "identificatie") == {"url": adres(zaak), "identificatie": zaak.identificatie}
    rij = velden("uuid", {"status": ["statustoelichting", {"statustype": ["omschrijving"]}], "opschorting": ["reden"]})
    eerste = zaak.statussen.select_related("statustype").get().statustype.omschrijving
    assert rij == {
        "uuid": str(zaak.uuid),
        "status": {"statustoelichting": "", "statustype": {"omschrijving": eerste}},
        "opschorting": {"reden": ""},
    }
    assert velden({"rollen": ["omschrijvingGeneriek"]}) == {"rollen": [{"omschrijvingGeneriek": "initiator"}]}
    heel = velden({"zaaktype": ["*"]})
    assert heel["zaaktype"]["identificatie"] == SOORT
    assert velden("*")["url"] == adres(zaak)


# -- how many ----------------------------------------------------------------------------------------------------------


def test_het_aantal_klopt_zonder_te_tellen(vth: Systeem) -> None:
    intern = maak(vth, vertrouwelijkheidaanduiding="intern")
    geheim = maak(vth, vertrouwelijkheidaanduiding="geheim")
    maak(vth, EXTERN)
    beperkt = mag(systeem("beperkt"), SOORT, "zaken.lezen", tot="intern")

    def aantallen(wie: Systeem = vth) -> tuple[int, ...]:
        vragen = ("", f"zaaktype={intern['zaaktype']}", "maximaleVertrouwelijkheidaanduiding=intern")
        with CaptureQueriesContext(connection) as gesteld:
            uit = tuple(int(wie.haal(f"{ZAKEN}/zaken?{v}").json()["count"]) for v in vragen)
        assert not any("COUNT(*)" in g["sql"] and "zaken_zaak" in g["sql"] for g in gesteld)
        return uit

    hoogste = Zaak.objects.systeem(REDEN).filter(vertrouwelijkheidaanduiding__lte=uit_zgw("intern"))
    assert aantallen() == (3, 2, hoogste.count())
    assert aantallen(beperkt) == (1, 1, 1)
    vth.wijzig(geheim["url"], {"vertrouwelijkheidaanduiding": "intern"})
    assert aantallen(beperkt) == (2, 2, 2)
    vth.verwijder(geheim["url"])
    assert aantallen(beperkt) == (1, 1, 1)
    rij = rij_van(intern)
    rij.afgeschermd = True
    rij.save(update_fields=["afgeschermd"])
    assert aantallen(beperkt) == (0, 0, 0)
    assert Zaaktelling.herstel() == 0
    voor = aantallen()
    assert Zaaktelling.vouw() >= 1
    assert aantallen() == voor
    Zaaktelling.objects.all().delete()
    assert Zaaktelling.herstel() >= 1
    assert aantallen() == voor


def test_een_niet_toegelaten_systeem_telt_niets() -> None:
    registreer("anna", SOORT)
    ander = mag(systeem("ander"), "terugbelnotitie", "zaken.lezen")
    assert ander.haal(f"{ZAKEN}/zaken").json()["count"] == 0


def test_een_verre_bladzijde_haalt_eerst_sleutels(vth: Systeem, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mijnzaken.api.lijst.BLADZIJDE", 2)
    gemaakt = [maak(vth)["uuid"] for _ in range(5)]
    bladen: list[str] = []
    adres_: str | None = f"{ZAKEN}/zaken"
    while adres_:
        blad = vth.haal(adres_).json()
        assert blad["count"] == 5
        bladen += [zaak["uuid"] for zaak in blad["results"]]
        adres_ = blad["next"]
    assert bladen == gemaakt[::-1]
    assert vth.haal(f"{ZAKEN}/zaken?page=4").status_code == 404
    with CaptureQueriesContext(connection) as vragen:
        vth.haal(f"{ZAKEN}/zaken?page=3")
    sleutels = [v["sql"] for v in vragen if "OFFSET" in v["sql"]]
    assert len(sleutels) == 1
    voor_sleutels = sleutels[0].partition(" OFFSET ")[0].rpartition(" IN (SELECT ")[2]
    assert " FROM " in voor_sleutels
    assert "jsonb_build_object" not in voor_sleutels
