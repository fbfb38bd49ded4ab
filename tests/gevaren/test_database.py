"""Migrations under load and pooled connections, on the real database; each test is named after its number."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection, connections, migrations, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation
from django.test import Client
from django.urls import reverse
from django.utils import translation

from autorisatie import handeling as motor
from autorisatie import spoor
from tests.fabrieken import dien_in, gebruiker, partij
from tests.oidc.hulp import als

HUIS = {"catalogus", "autorisatie", "mijnzaken", "backoffice"}
ONZE = {config.label for config in apps.get_app_configs() if config.name.partition(".")[0] in HUIS}

# -- 93 ---------------------------------------------------------------------------------------------------------------

# What locks a table for as long as its rows are read, or what a running older version would trip over. Allowed with
# a reason only: who adds a migration that does such a thing, says here why it may, or splits it in two steps.
VOOR_DE_EERSTE = "before the first version that a municipality runs"
MET_REDEN = {
    ("autorisatie", "0002_logboek_alleen_toevoegen"): "triggers: no row is read, and only who breaks the rule notices",
    ("autorisatie", "0021_toekenning_overnemen"): "some thousands of grants, which the running version only reads",
    ("autorisatie", "0022_toekenning_drie_personen"): "some thousands of grants, which no running version writes",
    ("autorisatie", "0024_toekenning_waarneming"): "a function and a trigger of the table that it makes itself",
    ("autorisatie", "0050_logboek_kolommen"): "columns with one stored value or none; a dropped key reads no row",
    (
        "catalogus",
        "0025_product_onderhoud",
    ): "checks on some hundreds of decision moments, which only administrators write",
    ("documenten", "0004_gebruiksrecht"): "fills a column that nobody reads often, some rows at a time",
    ("documenten", "0003_versies"): "a unique index made CONCURRENTLY in the place of one that goes; writers go on",
    ("catalogus", "0042_teruggestuurd"): "a check on some hundreds of versions, which only administrators write",
    ("catalogus", "0047_zaaktype_einde"): "a check on some hundreds of versions, which only administrators write",
    ("catalogus", "0050_beslistabel_per_soort"): "some hundreds of decision tables, which only administrators write",
    ("portaal", "0002_vangnet_producten"): "policies table by table, each in a transaction of its own; no row is read",
    ("portaal", "0003_vangnet_applicaties"): "policies table by table, each in a transaction; no row is read",
    ("portaal", "0004_vangnet_mandaat"): "policies table by table, each in a transaction; no row is read",
    ("portaal", "0005_vangnet_inzagekopie"): "policies table by table, each in a transaction; no row is read",
    ("portaal", "0006_vangnet_verdeelregel"): "policies table by table, each in a transaction; no row is read",
    ("portaal", "0007_vangnet_inlezing"): "policies table by table, each in a transaction; no row is read",
    ("portaal", "0008_vangnet_systemen"): "policies table by table, each in a transaction; no row is read",
    ("portaal", "0009_vangnet_statusgevolg"): "policies table by table, each in a transaction; no row is read",
    ("berichten", "0072_notificatie_eens"): VOOR_DE_EERSTE,
    ("portaal", "0010_vangnet_betrokkene"): "policies table by table, each in a transaction; no row is read",
    ("portaal", "0011_vangnet_dossier"): "policies table by table, each in a transaction; no row is read",
    ("portaal", "0012_vangnet_andere_systemen"): "policies table by table, each in a transaction; no row is read",
    ("portaal", "0013_vangnet_overzetten"): "policies table by table, each in a transaction; no row is read",
    ("portaal", "0015_vangnet_berichttekst"): "policies table by table, each in a transaction; no row is read",
    ("portaal", "0016_vangnet_rekeningnummer"): "policies table by table, each in a transaction; no row is read",
    ("portaal", "0017_vangnet_actor"): "policies table by table, each in a transaction; no row is read",
    ("zaken", "0050_genoemd_bij_afscherming"): "a function, which the running version does not call",
    ("autorisatie", "0051_logboek_indexen"): "indexes made CONCURRENTLY: writers go on",
    ("autorisatie", "0052_logboek_grens"): "a check added NOT VALID and then validated: writers go on",
    ("autorisatie", "0053_logboek_maanden"): "the tables get another parent and keep their name, rows and file; no row"
    " is read, since the check and the indexes are there; each lock lasts some milliseconds",
    ("autorisatie", "0054_onderzoek_zegel_signaal"): "triggers on a table that it makes itself",
    ("autorisatie", "0010_matrix_versies"): "some hundreds of rows; the running version makes no version of the matrix",
    ("autorisatie", "0011_matrix_voorwaarden"): "constraints over some hundreds of rows; they are read at once",
    ("autorisatie", "0012_matrix_oude_rijen"): "some hundreds of rows; a version that runs keeps those that it read",
    ("autorisatie", "0013_matrix_vast"): "triggers: no row is read, and only who breaks the rule notices",
    ("autorisatie", "0040_machtiging_in_de_breedte"): VOOR_DE_EERSTE,
    ("autorisatie", "0041_machtiging_bestaande_rijen"): "fills new columns that the running version does not know",
    ("autorisatie", "0042_machtiging_regels"): VOOR_DE_EERSTE,
    ("autorisatie", "0071_autorisatie_rijen"): "some tens of systems, which the running version only reads",
    ("autorisatie", "0072_applicatie_zonder_lijst"): VOOR_DE_EERSTE,
    ("catalogus", "0010_gescheiden_functies"): VOOR_DE_EERSTE,
    ("catalogus", "0020_aanbod_producten"): VOOR_DE_EERSTE,
    ("catalogus", "0021_aanbod_beslistabel_vast"): "a function and a trigger of a table that is new",
    ("catalogus", "0022_aanbod_zoekwoorden"): "a function that nothing uses yet",
    ("catalogus", "0023_aanbod_zoeken"): "some thousands of products and names, which are written by hand or by a load",
    ("catalogus", "0024_aanbod_zoekindex"): "some thousands of products: an index over them is there at once",
    ("zaken", "0010_afscherming_en_horen"): "individual grants are few: the check reads them at once",
    ("zaken", "0011_wat_al_afgeschermd_was"): "writes rows of a new table for the few that are shielded",
    ("zaken", "0013_stukken_van_wie"): "fills an empty link of documents in zaken with several parties",
    ("catalogus", "0002_werkdagen_bij_regime"): "the catalogue is some hundreds of rows; the check reads them at once",
    ("catalogus", "0026_auteurs"): "the catalogue is some hundreds of rows; only concepts are read",
    ("zaken", "0082_zaaktelling"): "triggers that only add to a table that it makes itself; no row is read",
    ("zaken", "0083_zaaktelling_begin"): "reads all zaken once, without a lock, and adds some hundreds of rows",
    ("zaken", "0091_telling_per_blok"): "a column of a small table; reads all zaken once, without a lock",
    ("zaken", "0092_telling_samen"): "a column and an index of a small table",
    ("zaken", "0084_meetkunde"): "functions that nothing uses yet",
    ("zaken", "0085_zaakindexen"): "an index made CONCURRENTLY: writers go on",
    ("zaken", "0090_wissing"): "some hundreds of receivers of corrected data: their index is there at once",
    (
        "zaken",
        "0095_gegeven_gewist",
    ): "some hundreds of lines of requests, which few write: their index is there at once",
    ("portaal", "0014_vangnet_wissing"): "policies table by table, each in a transaction of its own; no row is read",
    ("documenten", "0002_keuring_en_grenzen"): "before the first version that a municipality runs",
}
HERSCHRIJFT = {  # a stored search column is computed anew, of some thousands of rows of the catalogue
    ("catalogus", "0023_aanbod_zoeken"): {"catalogus_product", "catalogus_uplnaam"},
}
NIEUW = (migrations.CreateModel,)
ZONDER_SLOT = {"AddIndexConcurrently", "RemoveIndexConcurrently", "AddConstraintNotValid", "ValidateConstraint"}


def _latere() -> list[migrations.Migration]:
    """Our migrations after the first of each app."""
    schijf = MigrationLoader(None).disk_migrations
    return [schijf[sleutel] for sleutel in sorted(schijf) if sleutel[0] in ONZE and not sleutel[1].startswith("0001")]


def _bezwaar(stap: Operation, zelf_gemaakt: set[str]) -> str:
    """Why a running program would notice this step; empty when it does not."""
    model = str(getattr(stap, "model_name", getattr(stap, "name", ""))).lower()
    if isinstance(stap, NIEUW) or model in zelf_gemaakt:
        return ""
    match stap:
        case migrations.AddField(field=veld):
            gevuld = veld.null or veld.has_db_default() or veld.many_to_many
            return "" if gevuld else f"{model}.{stap.name}: the running version inserts rows without it"
        case migrations.AlterField() | migrations.AlterModelOptions() | migrations.AlterModelManagers():
            return ""  # what it does to the table is measured
        case migrations.SeparateDatabaseAndState():
            return next(filter(None, (_bezwaar(deel, zelf_gemaakt) for deel in stap.database_operations)), "")
    if type(stap).__name__ in ZONDER_SLOT:
        return ""
    return f"{type(stap).__name__} {model}"


def test_93_geen_latere_migratie_stoort_wie_intussen_werkt_of_er_staat_bij_waarom_het_mag() -> None:
    latere = _latere()
    assert latere
    bezwaren: dict[tuple[str, str], list[str]] = {}
    for migratie in latere:
        gemaakt = {stap.name.lower() for stap in migratie.operations if isinstance(stap, NIEUW)}
        for stap in migratie.operations:
            if bezwaar := _bezwaar(stap, gemaakt):
                bezwaren.setdefault((migratie.app_label, migratie.name), []).append(bezwaar)
    assert set(bezwaren) == set(MET_REDEN), bezwaren
    assert all(len(reden) > 20 for reden in MET_REDEN.values())


@pytest.fixture
def lege_database(transactional_db: None) -> Iterator[BaseDatabaseWrapper]:
    """A new database beside that of the test, to migrate step by step."""
    naam = f"{connection.settings_dict['NAME']}_migraties"
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{naam}"')
        cursor.execute(f'CREATE DATABASE "{naam}"')
    ander = connection.copy("default")
    ander.settings_dict = connection.settings_dict | {"NAME": naam}
    gewoon = connections["default"]
    connections["default"] = ander
    try:
        yield ander
    finally:
        connections["default"] = gewoon
        ander.close()
        with connection.cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{naam}" WITH (FORCE)')


def _bestanden_van_tabellen(database: BaseDatabaseWrapper) -> dict[str, int]:
    """Of every table the file that holds its rows: a table that is rewritten gets another."""
    with database.cursor() as cursor:
        cursor.execute(
            "SELECT relname, relfilenode FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace"
            " WHERE relkind = 'r' AND nspname = 'public'"
        )
        return dict(cursor.fetchall())


def test_93_geen_latere_migratie_schrijft_een_tabel_over(lege_database: BaseDatabaseWrapper) -> None:
    motor_ = MigrationExecutor(lege_database)
    plan = motor_.migration_plan(motor_.loader.graph.leaf_nodes())
    assert len(plan) > len(_latere())
    gemeten = 0
    staat = motor_._create_project_state(with_applied_migrations=True)
    for migratie, _terug in plan:
        eerst = _bestanden_van_tabellen(lege_database)
        staat = motor_.apply_migration(staat, migratie)
        if migratie.app_label in ONZE and not migratie.name.startswith("0001"):
            daarna = _bestanden_van_tabellen(lege_database)
            gemeten += 1
            herschreven = {tabel for tabel in eerst.keys() & daarna.keys() if eerst[tabel] != daarna[tabel]}
            assert herschreven == HERSCHRIJFT.get((migratie.app_label, migratie.name), set()), (migratie, herschreven)
            assert eerst.keys() <= daarna.keys(), migratie  # the running version still finds all its tables
    assert gemeten == len(_latere())


def test_93_de_meting_ziet_een_tabel_die_wordt_overgeschreven(lege_database: BaseDatabaseWrapper) -> None:
    with lege_database.cursor() as cursor:
        cursor.execute("CREATE TABLE proef (a integer)")
        eerst = _bestanden_van_tabellen(lege_database)
        cursor.execute("ALTER TABLE proef ALTER a TYPE bigint")
    assert _bestanden_van_tabellen(lege_database) != eerst


# -- 94, and 87 with a pool -------------------------------------------------------------------------------------------

ZITTING = re.compile(
    r"\bSET\s+(SESSION|ROLE|TIME\s+ZONE|search_path)\b|\bRESET\s+(ROLE|ALL)\b|\bset_config\s*\((?![^()]*,\s*true\))|\bSET\s+\w+(\.\w+)*\s*(=|TO)\s",
    re.I,
)


def test_94_nergens_zet_het_programma_een_rol_of_instelling_voor_de_hele_verbinding() -> None:
    assert ZITTING.search("SET ROLE beheer")
    assert ZITTING.search("select set_config('a.b', 'c', false)")
    assert ZITTING.search("select set_config('a.b', 'c', true), set_config('role', 'd', false)")
    assert not ZITTING.search("select set_config('a.b', 'c', true)")  # ends with its transaction
    mappen = [Path(settings.BASIS) / naam for naam in ("autorisatie", "backoffice", "catalogus", "mijnzaken")]
    bestanden = [pad for map_ in mappen for pad in map_.rglob("*.py")]
    assert len(bestanden) > 200
    for pad in bestanden:
        for knoop in ast.walk(ast.parse(pad.read_text())):
            if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str) and ZITTING.search(knoop.value):
                assert "UPDATE" in knoop.value.upper(), (pad, knoop.lineno, knoop.value)


def _stand(database: BaseDatabaseWrapper) -> tuple[Any, ...]:
    """Who this connection is and what was set on it, for as long as it lives."""
    with database.cursor() as cursor:
        cursor.execute(
            "SELECT pg_backend_pid(), current_user, session_user,"
            " (SELECT array_agg(name || '=' || setting ORDER BY name) FROM pg_settings WHERE source = 'session')"
        )
        return tuple(cursor.fetchone())


@pytest.mark.usefixtures("gemeente_vast", "op_maandag")
def test_94_na_een_medewerker_en_een_inwoner_weet_dezelfde_verbinding_en_draad_niets_meer() -> None:
    zaak = dien_in("anna")
    wie = [als(Client(), gebruiker("vera")), als(Client(), partij("anna"), middel="digid")]
    eerst = _stand(connection)
    paden = [reverse("zaak", args=[zaak.nummer]), reverse("mijn_zaak", args=[zaak.uuid])]
    handelen = reverse("zaak_handeling", args=[zaak.nummer, "in_behandeling_nemen"])
    assert wie[0].post(handelen, {"gezien_versie": zaak.versie}).status_code == 302
    assert [client.get(pad).status_code for client, pad in zip(wie, paden, strict=True)] == [200, 200]
    assert _stand(connection) == eerst
    assert motor._eenheid.get() is None
    assert motor._aantekeningen.get() is None
    assert spoor._spoor.get() is None
    assert translation.get_language() == settings.LANGUAGE_CODE
    vreemde = Client()
    for pad in paden:
        antwoord = vreemde.get(pad)
        assert antwoord.status_code == 302
        assert "/inloggen/" in antwoord.headers["Location"]


@pytest.fixture
def gedeeld(transactional_db: None) -> Iterator[BaseDatabaseWrapper]:
    """A connection out of a pool of one, with the settings of the web process."""
    ander = connection.copy("gedeeld")
    opties = connection.settings_dict.get("OPTIONS", {}) | {"pool": {"min_size": 1, "max_size": 1, "timeout": 10}}
    ander.settings_dict = connection.settings_dict | {"OPTIONS": opties}
    connections["gedeeld"] = ander
    try:
        yield ander
    finally:
        ander.close()
        ander.close_pool()
        del connections["gedeeld"]


def test_94_een_instelling_van_een_transactie_is_weg_voor_wie_de_verbinding_daarna_krijgt(
    gedeeld: BaseDatabaseWrapper,
) -> None:
    vraag = "SELECT pg_backend_pid(), current_setting('mijnzaken.actor', true), current_setting('search_path')"
    vraag += ", current_user"
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('search_path'), current_user")
        gewoon = cursor.fetchone()
    pids = set()
    for einde in ("vastgelegd", "teruggedraaid", "afgebroken"):
        gedeeld.set_autocommit(False)
        with gedeeld.cursor() as cursor:
            cursor.execute("SELECT set_config('mijnzaken.actor', 'sanne', true)")
            cursor.execute("SET LOCAL search_path TO pg_catalog")
            cursor.execute("SELECT set_config('role', 'portaal', true)")
            cursor.execute(vraag)
            pid, actor, zoekpad, rol = cursor.fetchone()
        assert (actor, zoekpad, rol) == ("sanne", "pg_catalog", "portaal")
        if einde != "afgebroken":
            (gedeeld.commit if einde == "vastgelegd" else gedeeld.rollback)()
        gedeeld.close()  # back to the pool, with the transaction still open when it was broken off
        with gedeeld.cursor() as cursor:
            cursor.execute(vraag)
            nu = cursor.fetchone()
        assert nu[1] in ("", None)
        assert nu[2:] == gewoon
        pids |= {pid, nu[0]}
        gedeeld.close()
    assert len(pids) == 1  # it was the same connection all along


def test_87_een_verbinding_die_in_de_voorraad_doodging_wordt_niet_uitgedeeld(gedeeld: BaseDatabaseWrapper) -> None:
    """After a restart of the database the first visitors would otherwise get every dead connection of the pool."""
    assert settings.DATABASES["default"]["CONN_HEALTH_CHECKS"] is True
    with gedeeld.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (pid,) = cursor.fetchone()
    gedeeld.close()
    with psycopg.connect(**connection.get_connection_params() | {"cursor_factory": psycopg.Cursor}) as ander:
        assert ander.execute("SELECT pg_terminate_backend(%s, 5000)", [pid]).fetchone() == (True,)
    with gedeeld.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        assert cursor.fetchone()[0] != pid
