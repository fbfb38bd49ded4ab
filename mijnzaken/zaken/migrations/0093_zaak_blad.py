"""A far page of other systems passes keys by their index alone."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("zaken", "0092_telling_samen")]
    operations = [
        AddIndexConcurrently(
            "zaak",
            models.Index(
                condition=models.Q(("afgeschermd", False)),
                fields=["id"],
                include=("proces", "vertrouwelijkheidaanduiding"),
                name="zaak_blad",
            ),
        ),
    ]
