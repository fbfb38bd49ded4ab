"""What happened to a zaak, as another system reads it, and what a page of a list costs."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from autorisatie.actor import Systeem as Programma
from autorisatie.models import Auditregel
from mijnzaken.zaken.handelingen.afronden import stoppen
from mijnzaken.zaken.models import Zaak
from tests.fabrieken import REDEN, registreer
from tests.mijnzaken.api.systeem import ZAKEN, Systeem, fouten, mag, systeem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]

SOORT = "parkeervergunning-bewoners"


@pytest.fixture
def lezer() -> Systeem:
    return systeem(alles=True)


def adres(zaak: Zaak) -> str:
    return f"http://127.0.0.1:8000{ZAKEN}/zaken/{zaak.uuid}"


def test_de_statussen_van_het_portaal_zijn_die_van_de_standaard(lezer: Systeem) -> None:
    zaak, _ander = registreer("anna", SOORT), registreer("anna", SOORT)
    lijst = lezer.haal(f"{ZAKEN}/statussen?zaak={adres(zaak)}").json()
    status = zaak.statussen.select_related("statustype").get()
    assert lijst["count"] == 1
    gelezen = lijst["results"][0]
    assert gelezen["url"] == f"http://127.0.0.1:8000{ZAKEN}/statussen/{status.uuid}"
    assert gelezen["zaak"] == adres(zaak)
    assert gelezen["statustype"].endswith(f"/catalogi/api/v1/statustypen/{status.statustype.uuid}")
    assert gelezen["indicatieLaatstGezetteStatus"] is True
    assert lezer.haal(gelezen["url"]).json() == gelezen
    assert lezer.haal(f"{ZAKEN}/statussen?statustype={gelezen['statustype']}").json()["count"] == 2
    assert lezer.haal(f"{ZAKEN}/statussen?indicatieLaatstGezetteStatus=false").json()["count"] == 0
    half = lezer.haal(f"{ZAKEN}/statussen?indicatieLaatstGezetteStatus=half")
    assert fouten(half) == {"indicatieLaatstGezetteStatus": "invalid"}


def test_expand_geeft_de_status_en_haar_type_bij_de_zaak(lezer: Systeem) -> None:
    zaak = registreer("anna", SOORT)
    gelezen = lezer.haal(f"{adres(zaak)}?expand=status.statustype,zaaktype").json()
    assert gelezen["_expand"]["status"]["url"] == gelezen["status"]
    type_ = gelezen["_expand"]["status"]["_expand"]["statustype"]
    assert type_["url"] == gelezen["_expand"]["status"]["statustype"]
    assert gelezen["_expand"]["zaaktype"]["identificatie"] == SOORT
    assert lezer.haal(f"{adres(zaak)}?expand=onzin").status_code == 404


def test_het_resultaat_staat_bij_de_zaak_die_klaar_is(lezer: Systeem) -> None:
    zaak = registreer("anna", SOORT)
    assert lezer.haal(f"{ZAKEN}/resultaten?zaak={adres(zaak)}").json()["count"] == 0
    stoppen(Programma(REDEN), zaak, reden="Dubbel gemaakt.")
    resultaat = lezer.haal(f"{ZAKEN}/resultaten?zaak={adres(zaak)}").json()["results"][0]
    assert resultaat["toelichting"] == "Dubbel gemaakt."
    assert lezer.haal(resultaat["resultaattype"]).json()["zaaktypeIdentificatie"] == SOORT
    assert lezer.haal(adres(zaak)).json()["resultaat"] == resultaat["url"]


def test_wie_het_zaaktype_niet_mag_lezen_ziet_ook_de_status_niet() -> None:
    zaak = registreer("anna", SOORT)
    ander = mag(systeem("ander"), "terugbelnotitie", "zaken.lezen")
    assert ander.haal(f"{ZAKEN}/statussen").json()["count"] == 0
    assert ander.haal(f"{ZAKEN}/statussen/{zaak.statussen.get().uuid}").status_code == 403


@pytest.mark.parametrize(
    ("naam", "meer"),
    [
        ("zaken", ""),
        ("statussen", ""),
        ("rollen", ""),
        ("zaakobjecten", ""),
        ("zaakinformatieobjecten", ""),
        ("zaken", "?expand=status,zaaktype"),
        ("zaken", "?expand=rollen,rollen.roltype,eigenschappen,status"),
        ("rollen", "?expand=zaak,roltype"),
    ],
)
def test_een_bladzijde_kost_een_vast_aantal_statements(lezer: Systeem, naam: str, meer: str) -> None:
    def aantal() -> int:
        with CaptureQueriesContext(connection) as vragen:
            assert lezer.haal(f"{ZAKEN}/{naam}{meer}").status_code == 200
        return len([v for v in vragen if not v["sql"].startswith(("SAVEPOINT", "RELEASE"))])

    for wie in ("anna", "bram"):
        registreer(wie, SOORT)
    eerst = aantal()
    for _ in range(4):
        registreer("anna", SOORT)
    assert aantal() == eerst
    assert eerst <= 8 + meer.count(",") + bool(meer)


def test_een_lijst_staat_in_het_logboek_van_ieder_die_erin_voorkomt(lezer: Systeem) -> None:
    for wie in ("anna", "bram"):
        registreer(wie, SOORT)
    lezer.haal(f"{ZAKEN}/zaken")
    regel = Auditregel.objects.get(client_id="vth", handeling="inzien")
    assert regel.bijzonderheden == {"lijst": "zaken", "aantal": 2}
