"""The indexes that the numbers of sturing are counted from; made while the program runs."""

from django.conf import settings
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ('catalogus', '0002_werkdagen_bij_regime'),
        ('zaken', '0031_lijsten_per_proces'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        AddIndexConcurrently(
            model_name='zaak',
            index=models.Index(condition=models.Q(('einddatum', None)), fields=['proces', 'termijnsleutel'], include=('termijn_stil', 'id'), name='zaak_open_telling'),
        ),
        AddIndexConcurrently(
            model_name='zaak',
            index=models.Index(condition=models.Q(('einddatum__isnull', False)), fields=['proces', 'einddatum'], include=('startdatum', 'uiterlijke_einddatum', 'id'), name='zaak_afgerond_telling'),
        ),
    ]
