"""What other systems look for and order by: made while the program runs."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models

OMTREK = """
CREATE INDEX CONCURRENTLY IF NOT EXISTS zaak_omtrek ON zaken_zaak USING gist (zaken_omtrek(zaakgeometrie))
WHERE zaakgeometrie IS NOT NULL
"""


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("zaken", "0084_meetkunde")]
    operations = [
        AddIndexConcurrently(model_name='zaak', index=models.Index(fields=['identificatie'], name='zaak_identificatie')),
        AddIndexConcurrently(model_name='zaak', index=models.Index(fields=['startdatum', 'id'], name='zaak_startdatum')),
        migrations.RunSQL(OMTREK, "DROP INDEX CONCURRENTLY IF EXISTS zaak_omtrek"),
    ]
