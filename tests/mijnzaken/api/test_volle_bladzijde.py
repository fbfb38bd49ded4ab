"""A page of a hundred costs at most eight statements, and a zaak with five hundred documents no more than another."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mijnzaken.zaken.models import Zaak, Zaaktelling
from mijnzaken.zaken.models.telling import Soort
from tests.fabrieken import registreer
from tests.mijnzaken.api.besluiten.test_besluit import BESLUITEN
from tests.mijnzaken.api.besluiten.test_besluit import maak as besluit
from tests.mijnzaken.api.systeem import ZAKEN, Systeem, systeem
from tests.mijnzaken.api.taken.test_taken import TAKEN
from tests.mijnzaken.api.taken.test_taken import plaats as taak
from tests.mijnzaken.api.veel import documenten_bij, vul_aan_tot
from tests.mijnzaken.api.zaken.wereld import SOORT, adres, maak

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]

DOCUMENTEN = "/documenten/api/v1/enkelvoudiginformatieobjecten"


@pytest.fixture
def lezer() -> Systeem:
    return systeem(alles=True)


def lees(wie: Systeem, adres_: str) -> tuple[list[dict[str, object]], list[str]]:
    """The rows of a page, and the statements that it took."""
    with CaptureQueriesContext(connection) as vragen:
        antwoord = wie.haal(adres_)
    assert antwoord.status_code == 200, antwoord.content
    inhoud = antwoord.json()
    rijen = inhoud["results"] if isinstance(inhoud, dict) and "results" in inhoud else inhoud
    return rijen, [v["sql"] for v in vragen if not v["sql"].startswith(("SAVEPOINT", "RELEASE"))]


def test_een_bladzijde_van_honderd_kost_ten_hoogste_acht_statements(lezer: Systeem) -> None:
    zaak = registreer("anna", SOORT)
    vul_aan_tot(zaak, 250)
    for blad in ("", "?page=2"):
        rijen, sql = lees(lezer, f"{ZAKEN}/zaken{blad}")
        assert len(rijen) == 100
        assert len(sql) <= 8, "\n".join(s[:150] for s in sql)
    rijen, sql = lees(lezer, f"{ZAKEN}/zaken?expand=status,rollen,zaaktype")
    assert all(rij["_expand"]["status"]["uuid"] for rij in rijen)  # type: ignore[index]
    assert len(sql) <= 8 + 3


def test_een_zaak_met_vijfhonderd_documenten_kost_niet_meer_dan_een_andere(lezer: Systeem) -> None:
    klein, groot = registreer("bram", SOORT), registreer("anna", SOORT)
    documenten_bij(klein, 1)
    documenten_bij(groot, 500)
    for naar, hoeveel in (
        (f"{ZAKEN}/zaken/{{uuid}}", 1),
        (f"{ZAKEN}/zaakinformatieobjecten?zaak={{adres}}", 500),
        (f"{DOCUMENTEN}?objectinformatieobjecten_object={{adres}}", 100),
        (f"{DOCUMENTEN}?objectinformatieobjecten_object={{adres}}&page=3", 100),
    ):
        rijen, sql = lees(lezer, naar.format(uuid=groot.uuid, adres=adres(groot)))
        assert len(rijen) >= hoeveel
        assert len(sql) <= 8, "\n".join(s[:150] for s in sql)
        if "page" not in naar:
            assert len(sql) == len(lees(lezer, naar.format(uuid=klein.uuid, adres=adres(klein)))[1])


@pytest.mark.parametrize(("lijst", "maak_een"), [(TAKEN, taak), (BESLUITEN, besluit)], ids=["taken", "besluiten"])
def test_een_lijst_kost_even_veel_statements_hoeveel_er_ook_in_staat(
    lezer: Systeem, lijst: str, maak_een: Callable[[Systeem, Zaak], object]
) -> None:
    gelezen = []
    for wie in (["anna"], ["bram", "wil", "anna", "bram", "wil"]):
        for naam in wie:
            maak_een(lezer, registreer(naam, SOORT))
        gelezen.append(lees(lezer, lijst))
    (eerst, kort), (dan, lang) = gelezen
    assert (len(eerst), len(dan)) == (1, 6)
    assert len(kort) == len(lang) <= 8, "\n".join(s[:150] for s in lang)


# -- from page to page -------------------------------------------------------------------------------------------------


def test_next_begint_waar_de_vorige_ophield_ook_als_er_bij_komen(
    lezer: Systeem, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mijnzaken.api.lijst.BLADZIJDE", 2)
    gemaakt = [maak(lezer)["uuid"] for _ in range(5)]
    eerste = lezer.haal(f"{ZAKEN}/zaken?zaaktype={maak(lezer)['zaaktype']}").json()
    gezien = [zaak["uuid"] for zaak in eerste["results"]]
    maak(lezer)  # what comes meanwhile shows nothing twice
    with CaptureQueriesContext(connection) as vragen:
        tweede = lezer.haal(eerste["next"]).json()
    assert not any("OFFSET" in v["sql"] for v in vragen)
    gezien += [zaak["uuid"] for zaak in tweede["results"]]
    assert gezien[1:] == gemaakt[:1:-1]
    assert "na=" not in tweede["previous"]
    assert lezer.haal(tweede["previous"]).status_code == 200
    assert "na=" not in lezer.haal(f"{ZAKEN}/zaken?ordering=startdatum").json()["next"]
    assert lezer.haal(f"{ZAKEN}/zaken?page=2&na=geen").status_code == 400


def test_wie_ver_springt_gaat_hele_blokken_voorbij(lezer: Systeem, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mijnzaken.api.lijst.BLADZIJDE", 2)
    gemaakt: list[str] = []
    for sleutel in (10**7, 2 * 10**7, 3 * 10**7):
        with connection.cursor() as cursor:
            cursor.execute("SELECT setval(pg_get_serial_sequence('zaken_zaak', 'id'), %s)", [sleutel])
        gemaakt += [str(maak(lezer)["uuid"]) for _ in range(3)]
    assert Zaaktelling.herstel() == 0
    bladen = [lees(lezer, f"{ZAKEN}/zaken?page={blad}") for blad in range(1, 6)]
    assert [zaak["uuid"] for rijen, _ in bladen for zaak in rijen] == gemaakt[::-1]
    laatste = next(sql for sql in bladen[-1][1] if "OFFSET" in sql)
    assert " OFFSET 2)" in laatste  # of eight
    Zaak.objects.systeem("proef").filter(uuid=gemaakt[-1]).update(afgeschermd=True)
    assert [zaak["uuid"] for zaak in lees(lezer, f"{ZAKEN}/zaken?page=4")[0]] == gemaakt[1::-1]

    # Folded: how many there are is in one row for all blocks, and the blocks still know where to begin.
    Zaaktelling.vouw()
    assert Zaaktelling.samen().count() == 1
    assert Zaaktelling.per_blok().count() == 3
    assert Zaaktelling.totaal() == len(gemaakt) - 1
    assert [zaak["uuid"] for zaak in lees(lezer, f"{ZAKEN}/zaken?page=4")[0]] == gemaakt[1::-1]


@pytest.mark.parametrize("weg", Soort.values)
def test_een_telling_die_niet_klopt_wordt_hersteld_per_blok_en_samen(lezer: Systeem, weg: int) -> None:
    maak(lezer)
    Zaaktelling.vouw()
    maak(lezer)
    Zaaktelling.objects.filter(soort=weg).delete()
    assert Zaaktelling.herstel() > 0
    assert Zaaktelling.herstel() == 0
    assert Zaaktelling.totaal() == 2
    assert sum(Zaaktelling.per_blok().values_list("aantal", flat=True)) == 2
