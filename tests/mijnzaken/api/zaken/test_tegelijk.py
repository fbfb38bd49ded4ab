"""A hundred creates at once make a hundred numbers and no error."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from mijnzaken.api.models import Herhaling
from mijnzaken.zaken.models import Zaak, Zaaktelling
from tests.fabrieken import REDEN
from tests.mijnzaken.api.systeem import ZAKEN, Systeem, systeem
from tests.mijnzaken.api.zaken.wereld import lijf

DRADEN, ELK = 20, 5


@pytest.mark.usefixtures("gemeente_vast")
def test_honderd_tegelijk_maken_honderd_nummers_en_geen_fout() -> None:
    wie, inhoud, start = systeem(alles=True, verzoeken_per_minuut=10_000), lijf(), Barrier(DRADEN)

    def maak(_: int) -> list[int]:
        zelf = Systeem(wie.applicatie)
        try:
            start.wait(60)
            return [zelf.stuur(f"{ZAKEN}/zaken", inhoud).status_code for _ in range(ELK)]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(DRADEN) as draden:
        uitkomsten = [status for rij in draden.map(maak, range(DRADEN)) for status in rij]
    assert uitkomsten == [201] * DRADEN * ELK
    nummers = list(Zaak.objects.systeem(REDEN).values_list("nummer", flat=True))
    assert len(set(nummers)) == DRADEN * ELK
    assert Zaaktelling.herstel() == 0


@pytest.mark.usefixtures("gemeente_vast")
def test_dezelfde_sleutel_tegelijk_maakt_een_zaak() -> None:
    wie, inhoud, start = systeem(alles=True), lijf(), Barrier(4)

    def maak(_: int) -> str:
        zelf = Systeem(wie.applicatie)
        try:
            start.wait(60)
            antwoord = zelf.stuur(f"{ZAKEN}/zaken", inhoud, Idempotency_Key="een")
            return str(antwoord.json()["url"])
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as draden:
        assert len(set(draden.map(maak, range(4)))) == 1
    assert Zaak.objects.systeem(REDEN).count() == 1
    assert Herhaling.objects.count() == 1
