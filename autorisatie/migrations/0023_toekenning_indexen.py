from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("autorisatie", "0022_toekenning_drie_personen")]
    operations = [
        AddIndexConcurrently("gebruiker", models.Index(fields=["achternaam", "id"], name="gebruiker_naam")),
        AddIndexConcurrently(
            "toekenning",
            models.Index(
                condition=models.Q(("beeindigd_op", None), ("verleend_op__isnull", False)),
                fields=["geldig_tot", "id"],
                name="toekenning_loopt_af",
            ),
        ),
    ]
