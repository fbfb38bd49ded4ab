"""Orders to move running zaken to another version of their zaaktype, with a row for each zaak."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('catalogus', '0043_namen_van_velden'),
        ('zaken', '0087_zaken_per_versie'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Overzetting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('statuskeuzes', models.JSONField(blank=True, default=dict)),
                ('reden', models.CharField(max_length=500)),
                ('gevraagd_op', models.DateTimeField()),
                ('uitgeschreven_op', models.DateTimeField(null=True)),
                ('klaar_op', models.DateTimeField(null=True)),
                ('gevraagd_door', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('naar', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalogus.zaaktype')),
                ('van', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalogus.zaaktype')),
            ],
            options={
                'verbose_name_plural': 'overzettingen',
                'ordering': ['-gevraagd_op', '-id'],
            },
        ),
        migrations.CreateModel(
            name='Overzetregel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('stand', models.CharField(choices=[('wacht', 'wacht'), ('gedaan', 'overgezet'), ('past_niet', 'niet overgezet')], default='wacht', max_length=10)),
                ('reden', models.CharField(blank=True, max_length=500)),
                ('gedaan_op', models.DateTimeField(null=True)),
                ('zaak', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='overzetregels', to='zaken.zaak')),
                ('overzetting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='regels', to='zaken.overzetting')),
            ],
            options={
                'verbose_name_plural': 'overzetregels',
            },
        ),
        migrations.AddConstraint(
            model_name='overzetting',
            constraint=models.CheckConstraint(condition=models.Q(('van', models.F('naar')), _negated=True), name='overzetting_naar_een_andere'),
        ),
        migrations.AddConstraint(
            model_name='overzetting',
            constraint=models.UniqueConstraint(condition=models.Q(('klaar_op', None)), fields=('van',), name='overzetting_een_tegelijk'),
        ),
        migrations.AddIndex(
            model_name='overzetregel',
            index=models.Index(condition=models.Q(('stand', 'wacht')), fields=['overzetting', 'id'], name='overzetregel_wacht'),
        ),
        migrations.AddIndex(
            model_name='overzetregel',
            index=models.Index(condition=models.Q(('stand', 'past_niet')), fields=['overzetting', 'reden'], name='overzetregel_reden'),
        ),
        migrations.AddConstraint(
            model_name='overzetregel',
            constraint=models.UniqueConstraint(fields=('overzetting', 'zaak'), name='overzetregel_eens'),
        ),
        migrations.AddConstraint(
            model_name='overzetregel',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('gedaan_op', None), ('stand', 'wacht')), models.Q(models.Q(('stand', 'wacht'), _negated=True), ('gedaan_op__isnull', False)), _connector='OR'), name='overzetregel_gedaan'),
        ),
    ]
