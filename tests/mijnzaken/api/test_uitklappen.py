"""``expand`` costs at most one statement more for each relation that is named, on a page of every list there is."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mijnzaken.api.bron import Api, Bron, apis, bron
from tests.fabrieken import registreer, zaaktype
from tests.mijnzaken.api.systeem import Systeem, adres_van, systeem
from tests.mijnzaken.api.zaken.wereld import SOORT, document_bij

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]

LIJSTEN = [
    pytest.param(api, soort, id=f"{api.naam}.{soort.naam}")
    for api in apis().values()
    for soort in api.bronnen
    if soort.uitklap and not soort.ouder and ("get", soort.pad) in api.contract.operaties
]


@pytest.fixture
def lezer() -> Systeem:
    for wie in ("anna", "bram"):
        document_bij(registreer(wie, SOORT))
    return systeem(alles=True)


def statements(wie: Systeem, adres: str) -> int:
    with CaptureQueriesContext(connection) as vragen:
        antwoord = wie.haal(adres)
    assert antwoord.status_code == 200, antwoord.content
    return len([v for v in vragen if not v["sql"].startswith(("SAVEPOINT", "RELEASE"))])


@pytest.mark.parametrize(("api", "soort"), LIJSTEN)
def test_elke_relatie_kost_ten_hoogste_een_statement_meer(lezer: Systeem, api: Api, soort: Bron) -> None:
    adres = f"{api.wortel}{soort.pad}"
    statements(lezer, adres)
    kaal = statements(lezer, adres)
    assert kaal <= 8
    for naam in soort.uitklap:
        assert statements(lezer, f"{adres}?expand={naam}") <= kaal + 1, naam
        doel = bron(soort.uitklap[naam])
        verder = list(doel[1].uitklap) if doel else []
        diep = ",".join([naam, *(f"{naam}.{nog}" for nog in verder)])
        assert statements(lezer, f"{adres}?expand={diep}") <= kaal + 1 + len(verder), diep


def test_een_zaak_met_alles_uitgeklapt_kost_een_statement_per_relatie(lezer: Systeem) -> None:
    zaken = bron("zaken.zaken")
    assert zaken is not None
    soort = adres_van(zaaktype(SOORT))
    kaal = statements(lezer, f"/zaken/api/v1/zaken?zaaktype={soort}")
    alles = ",".join(zaken[1].uitklap)
    assert statements(lezer, f"/zaken/api/v1/zaken?zaaktype={soort}&expand={alles}") <= kaal + len(zaken[1].uitklap)
