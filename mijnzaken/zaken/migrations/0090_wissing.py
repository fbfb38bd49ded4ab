"""What goes and what stays when somebody asks for erasure; who was told of a zaak is known after that is gone."""

import django.contrib.postgres.fields
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('zaken', '0089_taak_van_systeem'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Wisregel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('plaats', models.CharField(max_length=20)),
                ('nummer', models.CharField(blank=True, max_length=12)),
                ('omschrijving', models.CharField(max_length=200)),
                ('aantal', models.PositiveIntegerField()),
                ('rijen', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), blank=True, default=list, size=None)),
                ('moet_blijven', models.BooleanField()),
                ('grond', models.CharField(blank=True, choices=[('nodig', 'wij hebben dit nog nodig (AVG artikel 17 lid 1 onder a)'), ('wet', 'het is nodig voor een wettelijke plicht of onze taak (AVG artikel 17 lid 3 onder b)'), ('archief', 'het hoort in het archief (AVG artikel 17 lid 3 onder d)'), ('vordering', 'het kan nodig zijn in een procedure (AVG artikel 17 lid 3 onder e)'), ('ander', 'het gaat ook over iemand anders (AVG artikel 5 lid 1 onder f)')], max_length=12)),
                ('uitleg', models.CharField(blank=True, max_length=500)),
                ('bron', models.CharField(blank=True, max_length=200)),
                ('tot', models.DateField(null=True)),
                ('keuze', models.CharField(blank=True, choices=[('wissen', 'wissen'), ('blijft', 'blijft')], max_length=8)),
                ('gekozen_op', models.DateTimeField(null=True)),
                ('goedgekeurd_op', models.DateTimeField(null=True)),
                ('gewist_op', models.DateTimeField(null=True)),
                ('documenten', models.PositiveIntegerField(default=0)),
                ('bestanden', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=200), blank=True, default=list, size=None)),
            ],
            options={
                'verbose_name_plural': 'wisregels',
                'ordering': ['id'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='kennisgeving',
            name='kennisgeving_een_open',
        ),
        migrations.AddField(
            model_name='kennisgeving',
            name='over_nummer',
            field=models.CharField(db_default='', max_length=12),
        ),
        migrations.AlterField(
            model_name='kennisgeving',
            name='over_zaak',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='zaken.zaak'),
        ),
        migrations.RunSQL(
            "UPDATE zaken_kennisgeving k SET over_nummer = z.nummer FROM zaken_zaak z WHERE z.id = k.over_zaak_id",
            migrations.RunSQL.noop,
        ),
        migrations.AddConstraint(
            model_name='kennisgeving',
            constraint=models.UniqueConstraint(condition=models.Q(('stand', 'open')), fields=('zaak', 'over_nummer', 'gegeven', 'ontvanger', 'soort'), name='kennisgeving_een_open'),
        ),
        migrations.AddField(
            model_name='wisregel',
            name='gekozen_door',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='wisregel',
            name='goedgekeurd_door',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='wisregel',
            name='over_zaak',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='zaken.zaak'),
        ),
        migrations.AddField(
            model_name='wisregel',
            name='zaak',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='wisregels', to='zaken.zaak'),
        ),
        migrations.AddIndex(
            model_name='wisregel',
            index=models.Index(condition=models.Q(('gewist_op', None), ('goedgekeurd_op__isnull', False)), fields=['id'], name='wisregel_te_doen'),
        ),
        migrations.AddIndex(
            model_name='wisregel',
            index=models.Index(condition=models.Q(('bestanden', []), _negated=True), fields=['id'], name='wisregel_bestanden'),
        ),
        migrations.AddConstraint(
            model_name='wisregel',
            constraint=models.UniqueConstraint(fields=('zaak', 'plaats', 'nummer'), name='wisregel_eens'),
        ),
        migrations.AddConstraint(
            model_name='wisregel',
            constraint=models.CheckConstraint(condition=models.Q(('moet_blijven', False), models.Q(models.Q(('keuze', 'wissen'), _negated=True), ('gewist_op', None)), _connector='OR'), name='wisregel_wat_moet_blijven_blijft'),
        ),
        migrations.AddConstraint(
            model_name='wisregel',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(models.Q(('moet_blijven', True), _negated=True), models.Q(('keuze', 'blijft'), _negated=True)), models.Q(models.Q(('grond', ''), _negated=True), models.Q(('uitleg', ''), _negated=True)), _connector='OR'), name='wisregel_blijft_met_grond'),
        ),
        migrations.AddConstraint(
            model_name='wisregel',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('gekozen_door', None), ('gekozen_op', None), ('keuze', '')), models.Q(models.Q(('keuze', ''), _negated=True), models.Q(('uitleg', ''), _negated=True), ('gekozen_door__isnull', False), ('gekozen_op__isnull', False)), _connector='OR'), name='wisregel_gekozen_met_reden'),
        ),
        migrations.AddConstraint(
            model_name='wisregel',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('goedgekeurd_door', None), ('goedgekeurd_op', None)), models.Q(('goedgekeurd_door__isnull', False), ('goedgekeurd_op__isnull', False), ('keuze', 'wissen'), models.Q(('goedgekeurd_door', models.F('gekozen_door')), _negated=True)), _connector='OR'), name='wisregel_vier_ogen'),
        ),
        migrations.AddConstraint(
            model_name='wisregel',
            constraint=models.CheckConstraint(condition=models.Q(('gewist_op', None), ('goedgekeurd_op__isnull', False), _connector='OR'), name='wisregel_gewist_na_akkoord'),
        ),
    ]
