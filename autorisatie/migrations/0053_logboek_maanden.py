"""The logs by month: two partitioned tables, of which the tables that there were are the first part.

Nothing is copied and no row is read: the limit of the first part was checked in the step before, and its indexes exist.
A version that still runs finds its tables under their old names and goes on writing in them. Each table is locked for
the moment in which it gets its place.

Partitions of a table with an identity column are refused by PostgreSQL 16, so the ids come from a sequence of their own.
The parents have no unique index: it would have to hold the moment; an id is unique by its sequence, and each month has a
primary key.
"""

import datetime as dt
import re
import uuid

from django.db import migrations, models
from django.db.models import F, Q

VOORUIT = 6  # months that are there at once; a task makes the later ones

LOGBOEKEN = {
    "logboek_auditregel": {
        "oud": "autorisatie_auditregel",
        "moment": "moment",
        "indexen": {
            "logboek_audit_zaak": "(zaak_uuid, moment DESC, id DESC)",
            "logboek_audit_gebruiker": "(gebruiker_id, moment DESC, id DESC)",
            "logboek_audit_object": "(object_uuid, moment DESC)",
            "logboek_audit_moment": "(moment DESC, id DESC)",
            "logboek_audit_doel": "(doel, moment DESC, id DESC) WHERE doel <> ''",
            "logboek_audit_handeling": "(handeling, moment DESC, id DESC)",
            "logboek_audit_niet_gelukt": "(moment DESC, id DESC) WHERE uitkomst <> 'ok'",
            "logboek_audit_spoor": "(trace_id)",
            "logboek_audit_xid": "(xid, id)",
        },
    },
    "logboek_verwerkingsregel": {
        "oud": "autorisatie_verwerkingsregel",
        "moment": "start_time",
        "indexen": {
            "logboek_verwerking_van": "(data_subject_id, start_time DESC, id DESC)",
            "logboek_verwerking_zaak": "(data_subject_id, zaak_uuid, start_time DESC, id DESC)",
            "logboek_verwerking_audit": "(audit_id)",
            "logboek_verwerking_xid": "(xid, id)",
        },
    },
}


def _grens(cursor, tabel):
    cursor.execute("SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = %s", [f"{tabel}_tot"])
    return dt.date.fromisoformat(re.search(r"(\d{4}-\d\d-01)", cursor.fetchone()[0])[1])


def _volgende(maand):
    return (maand + dt.timedelta(days=32)).replace(day=1)


def _maak(cursor, tabel, deel):
    oud, moment, reeks = deel["oud"], deel["moment"], f"{tabel}_id_seq"
    grens = _grens(cursor, oud)
    cursor.execute(f"LOCK TABLE {oud} IN ACCESS EXCLUSIVE MODE")
    cursor.execute(f"SELECT last_value, is_called FROM {oud}_id_seq")
    laatste, gebruikt = cursor.fetchone()
    cursor.execute(f"ALTER TABLE {oud} ALTER COLUMN id DROP IDENTITY")
    cursor.execute(f"CREATE SEQUENCE {reeks}")
    cursor.execute("SELECT setval(%s, %s, %s)", [reeks, laatste, gebruikt])
    cursor.execute(f"ALTER TABLE {oud} ALTER COLUMN id SET DEFAULT nextval('{reeks}')")
    cursor.execute(f"CREATE TABLE {tabel} (LIKE {oud} INCLUDING DEFAULTS) PARTITION BY RANGE ({moment})")
    cursor.execute(f"ALTER SEQUENCE {reeks} OWNED BY {tabel}.id")
    for naam, wat in deel["indexen"].items():
        cursor.execute(f"CREATE INDEX {naam} ON {tabel} {wat}")
    cursor.execute(
        f"CREATE TRIGGER alleen_toevoegen BEFORE UPDATE OR DELETE ON {tabel} FOR EACH ROW "
        "EXECUTE FUNCTION logboek_alleen_toevoegen()"
    )
    _niet_leegmaken(cursor, tabel)
    cursor.execute(f"ALTER TABLE {tabel} ATTACH PARTITION {oud} FOR VALUES FROM (MINVALUE) TO ('{grens}T00:00:00Z')")
    for _ in range(VOORUIT):
        na = _volgende(grens)
        _deel(cursor, tabel, f"{tabel}_{grens:%Y_%m}", f"FOR VALUES FROM ('{grens}T00:00:00Z') TO ('{na}T00:00:00Z')")
        grens = na
    _deel(cursor, tabel, f"{tabel}_rest", "DEFAULT")


def _deel(cursor, tabel, naam, waarden):
    cursor.execute(f"CREATE TABLE {naam} PARTITION OF {tabel} (PRIMARY KEY (id)) {waarden}")
    _niet_leegmaken(cursor, naam)


def _niet_leegmaken(cursor, tabel):
    cursor.execute(
        f"CREATE TRIGGER niet_leegmaken BEFORE TRUNCATE ON {tabel} FOR EACH STATEMENT "
        "EXECUTE FUNCTION logboek_alleen_toevoegen()"
    )


def maak(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        for tabel, deel in LOGBOEKEN.items():
            _maak(cursor, tabel, deel)


class Migration(migrations.Migration):
    dependencies = [("autorisatie", "0052_logboek_grens")]
    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(maak)],
            state_operations=[
                *(
                    migrations.RemoveIndex("auditregel", naam)
                    for naam in ("audit_zaak", "audit_gebruiker", "audit_object", "audit_moment")
                ),
                migrations.RemoveIndex("verwerkingsregel", "verwerking_betrokkene"),
                migrations.AlterModelTable("auditregel", "logboek_auditregel"),
                migrations.AlterModelTable("verwerkingsregel", "logboek_verwerkingsregel"),
                migrations.AlterField(
                    "auditregel", "uuid", models.UUIDField(default=uuid.uuid4, editable=False)
                ),
                migrations.RemoveField("verwerkingsregel", "achtergehouden"),
                migrations.AddField("verwerkingsregel", "onderzoek_id", models.BigIntegerField(null=True)),
                migrations.AddField("verwerkingsregel", "doel", models.CharField(db_default="", max_length=255)),
                migrations.AlterField(
                    "verwerkingsregel",
                    "audit",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=models.DO_NOTHING,
                        related_name="verwerkingen",
                        to="autorisatie.auditregel",
                    ),
                ),
                *(
                    migrations.AddIndex(model, index)
                    for model, index in (
                        (
                            "auditregel",
                            models.Index(fields=["zaak_uuid", "-moment", "-id"], name="logboek_audit_zaak"),
                        ),
                        (
                            "auditregel",
                            models.Index(fields=["gebruiker_id", "-moment", "-id"], name="logboek_audit_gebruiker"),
                        ),
                        ("auditregel", models.Index(fields=["object_uuid", "-moment"], name="logboek_audit_object")),
                        ("auditregel", models.Index(fields=["-moment", "-id"], name="logboek_audit_moment")),
                        (
                            "auditregel",
                            models.Index(
                                F("doel"),
                                F("moment").desc(),
                                F("id").desc(),
                                name="logboek_audit_doel",
                                condition=~Q(doel=""),
                            ),
                        ),
                        (
                            "auditregel",
                            models.Index(fields=["handeling", "-moment", "-id"], name="logboek_audit_handeling"),
                        ),
                        (
                            "auditregel",
                            models.Index(
                                fields=["-moment", "-id"], name="logboek_audit_niet_gelukt", condition=~Q(uitkomst="ok")
                            ),
                        ),
                        ("auditregel", models.Index(fields=["trace_id"], name="logboek_audit_spoor")),
                        (
                            "verwerkingsregel",
                            models.Index(
                                fields=["data_subject_id", "-start_time", "-id"], name="logboek_verwerking_van"
                            ),
                        ),
                        (
                            "verwerkingsregel",
                            models.Index(
                                fields=["data_subject_id", "zaak_uuid", "-start_time", "-id"],
                                name="logboek_verwerking_zaak",
                            ),
                        ),
                    )
                ),
            ],
        )
    ]
