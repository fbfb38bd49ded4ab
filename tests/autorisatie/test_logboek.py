"""The months of the logs, the index that each question uses, and what a line holds."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from autorisatie import logboek, maanden
from autorisatie.actor import Systeem
from autorisatie.inzage import verwerkingen_van
from autorisatie.logboekzoeken import Zoekvraag, zoek
from autorisatie.models import Auditregel, Verwerkingsregel
from catalogus import klok
from mijnzaken.zaken.inzien import zaak_inzien
from tests.fabrieken import medewerker, partij, registreer, ververs

pytestmark = [pytest.mark.django_db]
AUDIT, VERWERKING = maanden.LOGBOEKEN


def deel_van(regel: Auditregel) -> str:
    """The part in which a line lies."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT tableoid::regclass::text FROM {AUDIT} WHERE id = %s", [regel.pk])
        return str(cursor.fetchone()[0])


def schrijf_op(moment: datetime) -> Auditregel:
    with klok.op_moment(moment):
        return logboek.schrijf(Systeem("proef"), "proef")


# -- months -----------------------------------------------------------------------------------------------------------


def test_de_maanden_sluiten_op_elkaar_aan_en_rest_is_het_laatste_deel():
    for tabel in (AUDIT, VERWERKING):
        alle = maanden.delen(tabel)
        tot = [deel.tot for deel in alle if deel.tot]
        assert len(tot) >= maanden.VOORUIT
        assert alle[-1].naam == f"{tabel}_rest"
        assert all(maanden.volgende_maand(een) == twee for een, twee in pairwise(tot))


def test_een_regel_komt_in_zijn_maand():
    tot = [deel.tot for deel in maanden.delen(AUDIT) if deel.tot]
    eerste_nieuwe = tot[0]
    regel = schrijf_op(datetime(eerste_nieuwe.year, eerste_nieuwe.month, 15, tzinfo=UTC))
    assert deel_van(regel) == f"{AUDIT}_{eerste_nieuwe:%Y_%m}"
    assert deel_van(schrijf_op(datetime(2020, 1, 1, tzinfo=UTC))) == "autorisatie_auditregel"


def test_de_taak_maakt_de_maanden_die_komen_en_een_tweede_keer_niets():
    later = max(deel.tot for deel in maanden.delen(AUDIT) if deel.tot) + timedelta(days=3)
    with klok.op_moment(datetime(later.year, later.month, later.day, tzinfo=UTC)):
        assert list(maanden.nakijken()) != []
        gemaakt = maanden.maak_vooruit()
        assert len(gemaakt) == 2 * maanden.VOORUIT
        assert maanden.maak_vooruit() == []
        assert list(maanden.nakijken()) == []


def test_regels_zonder_maand_worden_gemeld_en_krijgen_een_eigen_deel_zonder_verplaatst_te_worden():
    ver = max(deel.tot for deel in maanden.delen(AUDIT) if deel.tot) + timedelta(days=100)
    moment = datetime(ver.year, ver.month, ver.day, tzinfo=UTC)
    regel = schrijf_op(moment)
    assert deel_van(regel) == f"{AUDIT}_rest"
    assert any("zonder maand" in zin for zin in maanden.nakijken())
    with klok.op_moment(moment):
        maanden.maak_vooruit()
        assert deel_van(regel) not in (f"{AUDIT}_rest", "autorisatie_auditregel")
        assert Auditregel.objects.get(pk=regel.pk).moment == moment
        assert list(maanden.nakijken()) == []
        assert deel_van(schrijf_op(moment + timedelta(days=1))) != f"{AUDIT}_rest"


@pytest.mark.parametrize("weg", ["ALTER TABLE {t} DISABLE TRIGGER USER", "DROP TRIGGER niet_leegmaken ON {t}"])
def test_een_deel_zonder_slot_wordt_gemeld(weg: str):
    naam = maanden.delen(AUDIT)[1].naam
    with connection.cursor() as cursor:
        cursor.execute(weg.format(t=naam))
    assert any(zin.startswith(f"{naam} is niet meer beschermd") for zin in maanden.nakijken())


def test_december_gaat_over_in_januari():
    assert maanden.volgende_maand(date(2026, 12, 31)) == date(2027, 1, 1)
    assert maanden.volgende_maand(date(2027, 1, 31)) == date(2027, 2, 1)


# -- each question its index, and only the months it needs ------------------------------------------------------------


@pytest.fixture
def gevuld() -> None:
    """Enough lines that an index pays, in one month."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {AUDIT} (uuid, moment, trace_id, span_id, actor_soort, gebruiker_id, client_id, rol,"
            " handeling, object_soort, object_uuid, zaak_uuid, doel, niveau, uitkomst, reden, vanwaar, bijzonderheden)"
            " SELECT gen_random_uuid(), timestamptz '2026-02-01' + g * interval '1 second',"
            " decode(md5(g::text), 'hex'), '\\x00', 'medewerker', g %% 500, '', '', 'h' || g %% 50, '',"
            " md5((g %% 5000)::text)::uuid, md5((g %% 5000)::text)::uuid, 'd' || g %% 50, '',"
            " CASE WHEN g %% 500 = 0 THEN 'geweigerd' ELSE 'ok' END,"
            " '', '', '{}' FROM generate_series(1, %s) g",
            [20_000],
        )
        cursor.execute(
            f"INSERT INTO {VERWERKING} (audit_id, trace_id, span_id, status, name, start_time, end_time,"
            " processing_activity_id, data_subject_id, data_subject_id_type, foreign_operation_processor, door,"
            " zaak_uuid, gegevensgroepen, grondslag) SELECT g, '\\x00', '\\x00', 'Ok', 'inzien',"
            " timestamptz '2026-02-01' + g * interval '1 second', now(), '', md5((g %% 1000)::text), 'partij', '', '',"
            " md5((g %% 5000)::text)::uuid, '{}', '' FROM generate_series(1, %s) g",
            [20_000],
        )
        cursor.execute(f"ANALYZE {AUDIT}")
        cursor.execute(f"ANALYZE {VERWERKING}")


def plan_van(vraag: Callable[[], Any]) -> str:
    with CaptureQueriesContext(connection) as gevangen:
        vraag()
    (sql,) = [v["sql"] for v in gevangen.captured_queries if "logboek_" in v["sql"]]
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {sql}")
        return "\n".join(regel for (regel,) in cursor.fetchall())


UUID_VAN_7 = "8f14e45f-ceea-167a-5a36-dedd4bea2543"  # md5('7')


@pytest.mark.parametrize(
    "vraag",
    [
        Zoekvraag(),
        Zoekvraag(gebruiker=7),
        Zoekvraag(zaak=UUID_VAN_7),  # type: ignore[arg-type]
        Zoekvraag(object=UUID_VAN_7),  # type: ignore[arg-type]
        Zoekvraag(doel="d7"),
        Zoekvraag(doel="is er niet"),
        Zoekvraag(handeling="h7"),
        Zoekvraag(uitkomst="geweigerd"),
        Zoekvraag(van=date(2026, 2, 1), tot=date(2026, 2, 1)),
    ],
    ids=["alles", "gebruiker", "zaak", "object", "doel", "onbekend doel", "handeling", "uitkomst", "periode"],
)
def test_elke_zoekvraag_gaat_over_een_index_en_laat_de_maanden_die_komen_met_rust(gevuld, vraag):
    with klok.op_moment(datetime(2026, 3, 2, 9, tzinfo=UTC)):
        plan = plan_van(lambda: zoek(vraag, 51))
    assert "Index" in plan, plan
    assert "Seq Scan" not in plan, plan
    assert f"{AUDIT}_" not in plan, "later months and rest are left out"


@pytest.mark.parametrize("zaak", [None, UUID_VAN_7])
def test_wie_keek_er_mee_gaat_over_een_index_en_hoeft_niet_te_sorteren(gevuld, zaak, monkeypatch):
    monkeypatch.setattr("autorisatie.inzage.betrokkene_sleutel", lambda pk: "8f14e45fceea167a5a36dedd4bea2543")
    with klok.op_moment(datetime(2026, 3, 2, 9, tzinfo=UTC)):
        plan = plan_van(lambda: verwerkingen_van(7, zaak=zaak))
    assert "Index" in plan, plan
    assert "Seq Scan on autorisatie_verwerkingsregel" not in plan, plan
    assert f"{VERWERKING}_" not in plan, "later months and rest are left out"


# -- what a line holds ------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("gemeente", "op_maandag")
def test_een_lezing_zegt_rol_regel_versie_doel_en_register():
    zaak = ververs(registreer("anna"))
    zaak_inzien(medewerker("vera", doel="beoordelen"), zaak.uuid)
    audit = Auditregel.objects.get(handeling="inzien")
    assert (audit.rol, audit.matrixversie, audit.doel, audit.niveau) == ("Behandelaar", 1, "beoordelen", "volledig")
    assert audit.matrixregel_id
    regel = Verwerkingsregel.objects.get(audit=audit)
    soort = zaak.zaaktype
    assert regel.processing_activity_id == (
        f"{settings.BASISADRES}/verwerkingsregister/{zaak.proces.identificatie}/{soort.versienummer}/"
    )
    assert regel.data_subject_id == logboek.betrokkene_sleutel(partij("anna").pk)
    assert str(partij("anna").pk) != regel.data_subject_id
    assert (regel.status, regel.data_subject_id_type, regel.doel) == ("Ok", "partij", "beoordelen")
    assert regel.start_time <= regel.end_time


@pytest.mark.usefixtures("gemeente", "op_maandag")
def test_controleer_meldt_het_logboek_en_kan_alles_nazien(capsys):
    with pytest.raises(CommandError):  # the tests have the scanner of the demo
        call_command("controleer", logboek="geheel")
    assert "logboek: in orde" in capsys.readouterr().out
