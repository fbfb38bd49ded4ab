"""Which zaken run on a version of a zaaktype: made while the program runs."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("zaken", "0086_elders")]
    operations = [
        AddIndexConcurrently(
            model_name="zaak",
            index=models.Index(condition=models.Q(("einddatum", None)), fields=["zaaktype", "id"], name="zaak_open_versie"),
        ),
    ]
