"""Other systems look for the roles of whom they named: made while the program runs."""

import django.contrib.postgres.indexes
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("zaken", "0080_betrokkenen")]
    operations = [
        AddIndexConcurrently(
            model_name='rol',
            index=django.contrib.postgres.indexes.GinIndex(fields=['betrokkene_identificatie'], name='rol_identificatie', opclasses=['jsonb_path_ops']),
        ),
    ]
