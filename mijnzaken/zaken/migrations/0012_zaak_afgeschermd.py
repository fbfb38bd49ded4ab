"""The few zaken that are shielded, found without reading the others; made while the program runs."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("zaken", "0011_wat_al_afgeschermd_was")]

    operations = [
        AddIndexConcurrently(
            "zaak", models.Index(fields=["id"], name="zaak_afgeschermd", condition=models.Q(("afgeschermd", True)))
        )
    ]
