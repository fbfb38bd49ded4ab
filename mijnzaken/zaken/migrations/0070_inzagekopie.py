"""A copy of what is held of a person, while staff check it (AVG 15)."""

import autorisatie.velden
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('autorisatie', '0072_applicatie_zonder_lijst'),
        ('zaken', '0052_productindexen'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Inzagekopie',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('verzameld_op', models.DateTimeField()),
                ('ook_weg', autorisatie.velden.GeheimVeld(null=True)),
                ('vrijgegeven_op', models.DateTimeField(null=True)),
                ('partij', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='autorisatie.partij')),
                ('vrijgegeven_door', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('zaak', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='inzagekopie', to='zaken.zaak')),
            ],
            options={
                'verbose_name_plural': 'inzagekopieën',
            },
        ),
        migrations.CreateModel(
            name='Inzagedeel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kenmerk', models.CharField(max_length=80)),
                ('groep', models.CharField(max_length=20)),
                ('kop', models.CharField(max_length=200)),
                ('inhoud', autorisatie.velden.GeheimVeld(null=True)),
                ('weggehaald', models.PositiveIntegerField(default=0)),
                ('grond', models.CharField(blank=True, choices=[('anderen', 'de rechten van een ander (AVG art. 15 lid 4, UAVG art. 41 lid 1 onder i)'), ('opsporing', 'opsporing van een strafbaar feit (UAVG art. 41 lid 1 onder d)'), ('toezicht', 'toezicht of inspectie (UAVG art. 41 lid 1 onder h)'), ('veiligheid', 'de openbare veiligheid (UAVG art. 41 lid 1 onder c)'), ('vordering', 'het innen van een vordering (UAVG art. 41 lid 1 onder j)')], max_length=12)),
                ('toelichting', models.CharField(blank=True, max_length=500)),
                ('over_zaak', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='zaken.zaak')),
                ('zaak', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='inzagedelen', to='zaken.zaak')),
                ('kopie', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='delen', to='zaken.inzagekopie')),
            ],
            options={
                'verbose_name_plural': 'inzagedelen',
                'ordering': ['id'],
            },
        ),
        migrations.AddConstraint(
            model_name='inzagekopie',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('vrijgegeven_door', None), ('vrijgegeven_op', None)), models.Q(('vrijgegeven_door__isnull', False), ('vrijgegeven_op__isnull', False)), _connector='OR'), name='inzagekopie_vrijgegeven_door_iemand'),
        ),
        migrations.AddIndex(
            model_name='inzagedeel',
            index=models.Index(fields=['kopie', 'groep', 'id'], name='inzagedeel_groep'),
        ),
        migrations.AddConstraint(
            model_name='inzagedeel',
            constraint=models.UniqueConstraint(fields=('kopie', 'kenmerk'), name='inzagedeel_eens'),
        ),
        migrations.AddConstraint(
            model_name='inzagedeel',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('grond', ''), ('toelichting', '')), models.Q(models.Q(('grond', ''), _negated=True), models.Q(('toelichting', ''), _negated=True)), _connector='OR'), name='inzagedeel_achtergehouden_met_reden'),
        ),
    ]
