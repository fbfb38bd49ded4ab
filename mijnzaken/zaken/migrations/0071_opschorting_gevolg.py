"""Of which status a suspension came by itself."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('catalogus', '0031_statusgevolg'),
        ('zaken', '0070_inzagekopie'),
    ]

    operations = [
        migrations.AddField(
            model_name='opschorting',
            name='gevolg',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalogus.statusgevolg'),
        ),
    ]
