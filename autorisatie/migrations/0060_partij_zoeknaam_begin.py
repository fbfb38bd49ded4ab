"""The first letters of a name, found by an index; made while the program runs."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ('autorisatie', '0054_onderzoek_zegel_signaal'),
    ]

    operations = [
        AddIndexConcurrently(
            model_name='partij',
            index=models.Index(fields=['zoeknaam', 'id'], name='partij_zoeknaam_begin', opclasses=['varchar_pattern_ops', 'int8_ops']),
        ),
    ]
