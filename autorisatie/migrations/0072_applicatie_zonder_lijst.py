"""The list of autorisaties goes; the rows have its name."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("autorisatie", "0071_autorisatie_rijen"),
    ]

    operations = [
        migrations.RemoveField(model_name="applicatie", name="autorisaties"),
        migrations.AlterField(
            model_name="autorisatie",
            name="applicatie",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="autorisaties", to="autorisatie.applicatie"
            ),
        ),
    ]
