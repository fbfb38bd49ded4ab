"""``expand`` costs at most one statement more for each relation that is named, on a page of every list there is."""

from collections.abc import Mapping
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mijnzaken.api.bron import Api, Bron, bron
from mijnzaken.api.urls import APIS
from tests.fabrieken import registreer, zaaktype
from tests.mijnzaken.api.systeem import Systeem, adres_van, systeem
from tests.mijnzaken.api.zaken.wereld import SOORT, document_bij

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]

EXTRA = {"documenten.enkelvoudiginformatieobjecten": 1}  # a document brings its newest version, by a second statement


def _parameters(api: Api, soort: Bron) -> Mapping[str, Any]:
    operatie = api.contract.operaties.get(("get", soort.pad))
    return operatie.parameters if operatie else {}


LIJSTEN = [
    pytest.param(api, soort, id=f"{api.naam}.{soort.naam}")
    for api in APIS
    for soort in api.bronnen
    if soort.uitklap and not soort.ouder and "expand" in _parameters(api, soort)
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
    keuzes = _parameters(api, soort)["expand"][0].get("items", {}).get("enum")  # some documents name them all
    for naam in soort.uitklap:
        if keuzes and naam not in keuzes:
            continue
        doel = bron(soort.uitklap[naam])
        een = kaal + 1 + EXTRA.get(soort.uitklap[naam], 0)
        assert statements(lezer, f"{adres}?expand={naam}") <= een, naam
        verder = {n: d for n, d in (doel[1].uitklap if doel else {}).items() if not keuzes or f"{naam}.{n}" in keuzes}
        diep = ",".join([naam, *(f"{naam}.{nog}" for nog in verder)])
        erbij = sum(1 + EXTRA.get(nog, 0) for nog in verder.values())
        assert statements(lezer, f"{adres}?expand={diep}") <= een + erbij, diep


def test_een_zaak_met_alles_uitgeklapt_kost_een_statement_per_relatie(lezer: Systeem) -> None:
    zaken = bron("zaken.zaken")
    assert zaken is not None
    soort = adres_van(zaaktype(SOORT))
    kaal = statements(lezer, f"/zaken/api/v1/zaken?zaaktype={soort}")
    alles = ",".join(zaken[1].uitklap)
    assert statements(lezer, f"/zaken/api/v1/zaken?zaaktype={soort}&expand={alles}") <= kaal + len(zaken[1].uitklap)
