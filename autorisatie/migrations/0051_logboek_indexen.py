"""The indexes that a month of the logs has, on the tables that there are: made while others write."""

from django.db import migrations

INDEXEN = (
    "audit_doel ON autorisatie_auditregel (doel, moment DESC, id DESC) WHERE doel <> ''",
    "audit_handeling ON autorisatie_auditregel (handeling, moment DESC, id DESC)",
    "audit_niet_gelukt ON autorisatie_auditregel (moment DESC, id DESC) WHERE uitkomst <> 'ok'",
    "audit_spoor ON autorisatie_auditregel (trace_id)",
    "audit_xid ON autorisatie_auditregel (xid, id)",
    "verwerking_zaak ON autorisatie_verwerkingsregel (data_subject_id, zaak_uuid, start_time DESC, id DESC)",
    "verwerking_xid ON autorisatie_verwerkingsregel (xid, id)",
)


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("autorisatie", "0050_logboek_kolommen")]
    operations = [
        migrations.RunSQL(
            f"CREATE INDEX CONCURRENTLY IF NOT EXISTS {index}",
            f"DROP INDEX CONCURRENTLY IF EXISTS {index.split()[0]}",
        )
        for index in INDEXEN
    ]
