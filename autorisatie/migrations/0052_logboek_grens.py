"""Until when the tables that there are hold lines: they become the first part of the partitioned logs.

The limit lies at least a month ahead, so that a version that still runs goes on writing in them. It is added without
reading the rows and then checked while others write; with it the next step need not read them either.
"""

import datetime as dt

from django.db import migrations

TABELLEN = {"autorisatie_auditregel": "moment", "autorisatie_verwerkingsregel": "start_time"}


def grens() -> dt.date:
    """The first of the month after the next."""
    vandaag = dt.datetime.now(dt.UTC).date()
    return (vandaag.replace(day=1) + dt.timedelta(days=70)).replace(day=1)


def zet(apps, schema_editor):
    for tabel, moment in TABELLEN.items():
        with schema_editor.connection.cursor() as cursor:
            cursor.execute(
                f"ALTER TABLE {tabel} ADD CONSTRAINT {tabel}_tot CHECK ({moment} < '{grens()}T00:00:00Z') NOT VALID"
            )
    for tabel in TABELLEN:
        with schema_editor.connection.cursor() as cursor:
            cursor.execute(f"ALTER TABLE {tabel} VALIDATE CONSTRAINT {tabel}_tot")


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("autorisatie", "0051_logboek_indexen")]
    operations = [migrations.RunPython(zet)]
