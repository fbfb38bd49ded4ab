"""Putting the conditions of :mod:`mijnzaken.portaal.vangnet` in their place, by a migration."""

import re
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import ProgrammingError, transaction
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from psycopg import sql

from mijnzaken.portaal.vangnet import ALLEEN_ERBIJ, BELEID, FUNCTIES, GESLOTEN, OPEN

_WAARDEN = """
CREATE OR REPLACE FUNCTION vangnet_getallen(naam text) RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting(naam, true), '')::bigint[] $$;
CREATE OR REPLACE FUNCTION vangnet_getal(naam text) RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting(naam, true), '')::bigint $$;
"""
_FUNCTIE = """
CREATE OR REPLACE FUNCTION {kop} RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER
    AS $$ BEGIN RETURN {lijf}; END $$
"""
_ROL = """
DO $do$
BEGIN
    FOR keer IN 1..50 LOOP
        BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = {naam}) THEN
                CREATE ROLE {rol} NOLOGIN;
            END IF;
            IF NOT pg_has_role(current_user, {naam}, 'SET') THEN
                GRANT {rol} TO CURRENT_USER WITH SET TRUE, INHERIT FALSE;
            END IF;
            RETURN;
        EXCEPTION
            WHEN insufficient_privilege THEN
                RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = {uitleg};
            WHEN duplicate_object OR unique_violation OR internal_error THEN
                PERFORM pg_sleep(0.1);  -- another database of this server makes it at this moment
        END;
    END LOOP;
    RAISE EXCEPTION USING MESSAGE = {uitleg};
END $do$
"""
UITLEG = (
    "De rol {rol} ontbreekt of is niet van de gebruiker van Mijn Zaken, en hij mag haar niet maken. Laat een beheerder "
    "van PostgreSQL dit doen: CREATE ROLE {rol} NOLOGIN; GRANT {rol} TO {gebruiker} WITH SET TRUE, INHERIT FALSE;"
)


def tabel(label: str) -> str:
    return str(apps.get_model(label)._meta.db_table)


def breng_aan(_staat: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Make the role and put every condition in its place; repeated, it ends the same.

    Table by table in a transaction of its own, so that a running program waits for no more than one. What does not
    exist yet at this place in the migrations stays closed to the portal until a later migration comes here again.
    """
    rol = sql.Identifier(settings.PORTAALROL)
    with schema_editor.connection.cursor() as cursor:
        uitleg = UITLEG.format(rol=settings.PORTAALROL, gebruiker=schema_editor.connection.settings_dict["USER"])
        namen = {"rol": rol, "naam": sql.Literal(settings.PORTAALROL), "uitleg": sql.Literal(uitleg)}
        cursor.execute(sql.SQL(_ROL).format(**namen))
        cursor.execute(_WAARDEN)
        for kop, lijf in FUNCTIES.items():
            # With their place, so that no temporary table can stand in for one of ours.
            cursor.execute(_FUNCTIE.format(kop=kop, lijf=re.sub(r"\b(FROM|JOIN) (?=[a-z]+_)", r"\1 public.", lijf)))
        cursor.execute(sql.SQL("GRANT USAGE ON SCHEMA public TO {}").format(rol))
        bestaand = set(schema_editor.connection.introspection.table_names(cursor))
        for label in _alles():
            if tabel(label) in bestaand:
                _leg_vast(cursor, label, rol)


def _alles() -> list[str]:
    """Every model of ours, the tables between two of them included."""
    namen = {config.label for config in apps.get_app_configs() if config.module is not None and _van_ons(config.name)}
    return sorted(
        f"{model._meta.app_label}.{model.__name__}"
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in namen and not model._meta.proxy
    )


def _van_ons(naam: str) -> bool:
    return naam.partition(".")[0] in ("catalogus", "autorisatie", "mijnzaken", "backoffice")


def ziet_heel(label: str) -> bool:
    return label in OPEN or (label.startswith("catalogus.") and label not in GESLOTEN)


def _leg_vast(cursor: Any, label: str, rol: sql.Identifier) -> None:
    naam = sql.Identifier(tabel(label))
    with transaction.atomic(using=cursor.db.alias):
        cursor.execute(sql.SQL("REVOKE ALL ON {} FROM {}").format(naam, rol))
        if ziet_heel(label):
            cursor.execute(sql.SQL("GRANT SELECT ON {} TO {}").format(naam, rol))
            return
        cursor.execute(sql.SQL("ALTER TABLE {} ENABLE ROW LEVEL SECURITY").format(naam))
        for beleid in ("vangnet", "vangnet_erbij"):
            cursor.execute(sql.SQL("DROP POLICY IF EXISTS {} ON {}").format(sql.Identifier(beleid), naam))
    try:
        with transaction.atomic(using=cursor.db.alias):
            _geef(cursor, label, naam, rol)
    except ProgrammingError as fout:
        if fout.__cause__ is None or fout.__cause__.sqlstate not in ("42P01", "42703"):  # type: ignore[attr-defined]
            raise


def _geef(cursor: Any, label: str, naam: sql.Identifier, rol: sql.Identifier) -> None:
    erbij = ALLEEN_ERBIJ.get(label)
    zien = BELEID.get(label, erbij)
    if zien is None:
        return
    waar = {"naam": naam, "rol": rol}

    def voorwaarde(tekst: str) -> sql.SQL:
        return sql.SQL(tekst.replace("{t}", tabel(label)))  # type: ignore[arg-type]

    wat = sql.SQL("SELECT" if label in BELEID else "SELECT (id)")
    cursor.execute(sql.SQL("GRANT {wat} ON {naam} TO {rol}").format(wat=wat, **waar))
    cursor.execute(
        sql.SQL("CREATE POLICY vangnet ON {naam} FOR SELECT TO {rol} USING ({zien})").format(
            zien=voorwaarde(zien), **waar
        )
    )
    if erbij is not None:
        cursor.execute(sql.SQL("GRANT INSERT ON {naam} TO {rol}").format(**waar))
        cursor.execute(
            sql.SQL("CREATE POLICY vangnet_erbij ON {naam} FOR INSERT TO {rol} WITH CHECK ({erbij})").format(
                erbij=voorwaarde(erbij), **waar
            )
        )
        cursor.execute("SELECT pg_get_serial_sequence(%s, 'id')", [tabel(label)])
        if reeks := cursor.fetchone()[0]:
            cursor.execute(sql.SQL("GRANT USAGE ON SEQUENCE {} TO {rol}").format(sql.SQL(reeks), **waar))
