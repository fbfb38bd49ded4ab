"""The indexes that lists by proces go by, two of them over every zaak; made while the program runs."""

from django.conf import settings
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ('catalogus', '0002_werkdagen_bij_regime'),
        ('zaken', '0030_lijsten'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        AddIndexConcurrently(
            model_name='zaak',
            index=models.Index(condition=models.Q(('einddatum', None)), fields=['proces', 'team', 'termijnsleutel', 'id'], name='zaak_open_proces_team'),
        ),
        AddIndexConcurrently(
            model_name='zaak',
            index=models.Index(fields=['proces', 'team', 'registratiedatum', 'id'], name='zaak_proces_team_registratie'),
        ),
        AddIndexConcurrently(
            model_name='zaak',
            index=models.Index(fields=['proces', 'vertrouwelijkheidaanduiding'], name='zaak_proces_vertrouwelijk'),
        ),
    ]
