"""Answers that are kept for who sends the same again."""

import autorisatie.velden
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Herhaling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('client_id', models.CharField(max_length=50)),
                ('sleutel', models.CharField(max_length=255)),
                ('afdruk', models.CharField(max_length=64)),
                ('status', models.PositiveSmallIntegerField(default=0)),
                ('koppen', models.JSONField(default=dict)),
                ('antwoord', autorisatie.velden.GeheimVeld(null=True)),
                ('aangemaakt_op', models.DateTimeField(db_index=True)),
            ],
            options={
                'verbose_name_plural': 'herhalingen',
                'constraints': [models.UniqueConstraint(fields=('client_id', 'sleutel'), name='herhaling_eens')],
            },
        ),
    ]
