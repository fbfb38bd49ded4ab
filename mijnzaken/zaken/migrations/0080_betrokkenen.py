"""A second part of one partij in a zaak, and an identification of an object that holds the number of a person."""

import autorisatie.velden
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("zaken", "0073_kennisgeving")]
    operations = [
        migrations.AddField(
            model_name='rol',
            name='zelfde_als',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='nog_een', to='zaken.rol'),
        ),
        migrations.AddField(
            model_name='zaakobject',
            name='object_geheim',
            field=autorisatie.velden.GeheimVeld(null=True),
        ),
    ]
