"""The indexes that lists of open zaken go by; made while the program runs."""

from django.conf import settings
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ('catalogus', '0002_werkdagen_bij_regime'),
        ('documenten', '0002_keuring_en_grenzen'),
        ('zaken', '0013_stukken_van_wie'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        AddIndexConcurrently(
            model_name='zaak',
            index=models.Index(condition=models.Q(('einddatum', None)), fields=['team', 'registratiedatum', 'id'], name='zaak_open_team_reg'),
        ),
        AddIndexConcurrently(
            model_name='zaak',
            index=models.Index(condition=models.Q(('einddatum', None)), fields=['team', 'nummer', 'id'], name='zaak_open_team_nr'),
        ),
        AddIndexConcurrently(
            model_name='zaak',
            index=models.Index(condition=models.Q(('einddatum', None)), fields=['team', 'aanvragernaam', 'id'], name='zaak_open_team_naam'),
        ),
        AddIndexConcurrently(
            model_name='zaak',
            index=models.Index(condition=models.Q(('einddatum', None)), fields=['proces', 'registratiedatum', 'id'], name='zaak_open_proces_reg'),
        ),
        AddIndexConcurrently(
            model_name='zaak',
            index=models.Index(condition=models.Q(('einddatum', None)), fields=['proces', 'nummer', 'id'], name='zaak_open_proces_nr'),
        ),
        AddIndexConcurrently(
            model_name='zaak',
            index=models.Index(condition=models.Q(('einddatum', None)), fields=['proces', 'aanvragernaam', 'id'], name='zaak_open_proces_naam'),
        ),
        AddIndexConcurrently(
            model_name='zaak',
            index=models.Index(condition=models.Q(('einddatum', None)), fields=['team', 'fase', 'termijnsleutel', 'id'], name='zaak_open_team_fase'),
        ),
        AddIndexConcurrently(
            model_name='zaak',
            index=models.Index(condition=models.Q(('einddatum', None)), fields=['proces', 'fase', 'registratiedatum', 'id'], name='zaak_open_proces_fase'),
        ),
        AddIndexConcurrently(
            model_name='zaak',
            index=models.Index(condition=models.Q(('behandelaar', None), ('einddatum', None)), fields=['team', 'termijnsleutel', 'id'], name='zaak_open_team_niemand'),
        ),
        AddIndexConcurrently(
            model_name='zaak',
            index=models.Index(condition=models.Q(('einddatum', None)), fields=['id'], name='zaak_open_id'),
        ),
        AddIndexConcurrently(
            model_name='zaakdocument',
            index=models.Index(condition=models.Q(('gezien_door_behandelaar_op', None)), fields=['zaak'], name='zaakdocument_ongezien'),
        ),
    ]
