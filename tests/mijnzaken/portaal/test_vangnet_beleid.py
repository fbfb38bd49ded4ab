"""What the role of the portal may see: every table has its line, in the module and in the database."""

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from django.apps import apps
from django.db import connection

from autorisatie.bewaakt import BewaaktModel
from mijnzaken.portaal import vangnetmigratie
from mijnzaken.portaal.vangnet import ALLEEN_ERBIJ, BELEID, GESLOTEN, OPEN
from mijnzaken.portaal.vangnetmigratie import tabel

pytestmark = pytest.mark.django_db


def test_elke_tabel_heeft_een_voorwaarde_of_een_reden() -> None:
    alle = {label for label in vangnetmigratie._alles() if not label.startswith("catalogus.") or label in GESLOTEN}
    genoemd = [*BELEID, *OPEN, *GESLOTEN]
    assert sorted(alle) == sorted(set(genoemd))
    assert set(genoemd) == alle
    assert len(genoemd) == len(set(genoemd))
    assert set(ALLEEN_ERBIJ) <= set(BELEID) | set(GESLOTEN)
    assert all(len(reden) >= 5 for reden in (OPEN | GESLOTEN).values())


def test_wat_over_iemand_gaat_is_nergens_heel_te_zien() -> None:
    bewaakt = {m._meta.label for m in apps.get_models() if issubclass(m, BewaaktModel)}
    assert bewaakt & set(OPEN) == {"berichten.Postvakbericht"}
    assert not any(label.startswith("catalogus.") for label in bewaakt)


def _beleid_in_de_database() -> dict[str, set[str]]:
    gevonden: dict[str, set[str]] = {}
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename, cmd FROM pg_policies WHERE policyname LIKE 'vangnet%%'", [])
        for naam, wat in cursor.fetchall():
            gevonden.setdefault(naam, set()).add(wat)
    return gevonden


def test_de_database_heeft_wat_hier_staat() -> None:
    verwacht = {tabel(label): {"SELECT"} for label in [*BELEID, *ALLEEN_ERBIJ]}
    for label in ALLEEN_ERBIJ:
        verwacht[tabel(label)] = {"SELECT", "INSERT"}
    assert _beleid_in_de_database() == verwacht, "een migratie met RunPython(breng_aan) ontbreekt"
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relrowsecurity AND relnamespace = 'public'::regnamespace"
            " AND relname NOT LIKE 'pg_%%'",
            [],
        )
        dicht = {rij[0] for rij in cursor.fetchall()}
    assert {tabel(label) for label in [*BELEID, *GESLOTEN]} <= dicht


def test_de_rol_heeft_geen_ander_recht_dan_lezen_en_een_regel_in_het_logboek() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, privilege_type FROM information_schema.role_table_grants"
            " WHERE grantee = 'portaal' AND table_schema = 'public'"
        )
        rechten: dict[str, set[str]] = {}
        for naam, recht in cursor.fetchall():
            rechten.setdefault(naam, set()).add(recht)
        cursor.execute(
            "SELECT rolsuper, rolcanlogin, rolcreaterole, rolcreatedb, rolbypassrls, rolinherit FROM pg_roles"
            " WHERE rolname = 'portaal'"
        )
        assert cursor.fetchone()[:5] == (False,) * 5
    erbij = {tabel(label) for label in ALLEEN_ERBIJ}
    assert {naam for naam, soorten in rechten.items() if soorten - {"SELECT"}} == erbij
    assert {naam for naam, soorten in rechten.items() if "INSERT" in soorten} == erbij
    lezen = {tabel(label) for label in [*BELEID, *OPEN]} | {
        tabel(label) for label in vangnetmigratie._alles() if label.startswith("catalogus.") and label not in GESLOTEN
    }
    assert {naam for naam, soorten in rechten.items() if "SELECT" in soorten} == lezen


def test_opnieuw_aanbrengen_verandert_niets() -> None:
    eerst = _beleid_in_de_database()
    with connection.schema_editor() as redacteur:
        vangnetmigratie.breng_aan(None, redacteur)
    assert _beleid_in_de_database() == eerst


def test_wat_nog_niet_bestaat_blijft_dicht_en_houdt_niets_op(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(BELEID, "zaken.Taak", "{t}.kolom_die_nog_komt")
    monkeypatch.setitem(BELEID, "zaken.Status", "EXISTS (SELECT 1 FROM tabel_die_nog_komt)")
    with connection.schema_editor() as redacteur:
        vangnetmigratie.breng_aan(None, redacteur)
    assert {"zaken_taak", "zaken_status"} & set(_beleid_in_de_database()) == set()
    assert "zaken_zaak" in _beleid_in_de_database()


@pytest.fixture
def zonder_recht(transactional_db: None) -> Iterator[str]:
    """A login that may make no role, and to whom nobody gave that of the portal."""
    with connection.cursor() as cursor:
        cursor.execute("DROP ROLE IF EXISTS vangnet_proef")
        cursor.execute("CREATE ROLE vangnet_proef")
        cursor.execute("GRANT vangnet_proef TO CURRENT_USER WITH SET TRUE, INHERIT FALSE")
    yield "vangnet_proef"
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute("DROP ROLE vangnet_proef")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("rol", ["portaal", "portaal_die_niet_bestaat"])
def test_wie_de_rol_niet_mag_maken_leest_wat_een_beheerder_moet_doen(
    zonder_recht: str, rol: str, settings: Any
) -> None:
    settings.PORTAALROL = rol
    with connection.cursor() as cursor:
        cursor.execute(f"SET ROLE {zonder_recht}")
    redacteur = connection.schema_editor(atomic=False)
    with pytest.raises(Exception, match="Laat een beheerder van PostgreSQL dit doen: CREATE ROLE") as fout:
        vangnetmigratie.breng_aan(None, redacteur)
    assert isinstance(fout.value.__cause__, psycopg.errors.InsufficientPrivilege)
