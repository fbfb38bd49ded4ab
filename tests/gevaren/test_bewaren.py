"""Data that should be gone: after its date, and after a restored backup; each test is named after its number."""

from datetime import timedelta

import pytest
from django.db import connection

from catalogus import klok
from mijnzaken.zaken import archiefonderhoud
from mijnzaken.zaken.controle import bewaren
from mijnzaken.zaken.models import Zaak
from tests.fabrieken import REDEN, VANDAAG
from tests.mijnzaken.zaken.test_vernietigen import GEHEIM, SYSTEEM, goedgekeurd, sporen, verlopen, voer_uit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("opslagmap", "gemeente", "op_maandag")]


def test_56_wat_over_zijn_bewaardatum_is_wordt_gemeld_en_na_goedkeuring_vernietigd():
    verlopen()
    with klok.op_moment(VANDAAG + timedelta(days=1)):
        assert list(bewaren()) == ["1 zaken zijn over hun bewaartermijn; zie /backoffice/beheer/archief/."]
    goedgekeurd()
    voer_uit()
    assert sporen(GEHEIM) == []
    with klok.op_moment(VANDAAG + timedelta(days=21)):
        assert list(bewaren()) == []


def test_57_een_teruggezette_kopie_brengt_niets_terug_dat_vernietigd_was():
    zaak = verlopen()
    with connection.cursor() as cursor:
        cursor.execute("SAVEPOINT kopie")
        goedgekeurd()
        voer_uit()
        assert sporen(GEHEIM) == []
        cursor.execute("ROLLBACK TO SAVEPOINT kopie")  # the database as it was: zaak, messages, and no list
    assert Zaak.objects.systeem(REDEN).filter(uuid=zaak.uuid).exists()
    with klok.op_moment(VANDAAG + timedelta(days=30)):
        assert "Een teruggezette kopie bracht 1 vernietigde zaken terug" in " ".join(bewaren())
        assert archiefonderhoud.vernietig_opnieuw(SYSTEEM) == 1
        assert archiefonderhoud.vernietig_opnieuw(SYSTEEM) == 0
    assert sporen(GEHEIM) == []
