"""What a person proposes that another system may, for another person to approve; a system without a secret."""
import autorisatie.velden
import django.contrib.postgres.fields
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('autorisatie', '0072_applicatie_zonder_lijst'),
        ('catalogus', '0026_auteurs'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='applicatie',
            options={'verbose_name_plural': 'applicaties'},
        ),
        migrations.AddField(
            model_name='applicatie',
            name='alleen_gereed_voor_publicatie',
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name='applicatie',
            name='versie',
            field=models.PositiveIntegerField(db_default=0, default=0),
        ),
        migrations.AlterField(
            model_name='applicatie',
            name='geheim',
            field=autorisatie.velden.GeheimVeld(null=True),
        ),
        migrations.AlterField(
            model_name='autorisatie',
            name='zaaktype',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='catalogus.zaaktype'),
        ),
        migrations.CreateModel(
            name='Toegangsvoorstel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('op_versie', models.PositiveIntegerField()),
                ('label', models.CharField(max_length=100)),
                ('heeft_alle_autorisaties', models.BooleanField(default=False)),
                ('alleen_gereed_voor_publicatie', models.BooleanField(default=False)),
                ('netwerken', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=43), default=list, size=None)),
                ('verzoeken_per_minuut', models.PositiveIntegerField(null=True)),
                ('geheim', autorisatie.velden.GeheimVeld(null=True)),
                ('overlap_dagen', models.PositiveSmallIntegerField(default=0)),
                ('stand', models.CharField(choices=[('ontwerp', 'ontwerp'), ('ingediend', 'wacht op goedkeuring'), ('goedgekeurd', 'goedgekeurd')], default='ontwerp', max_length=11)),
                ('opgesteld_op', models.DateTimeField()),
                ('reden', models.CharField(blank=True, max_length=500)),
                ('ingediend_op', models.DateTimeField(null=True)),
                ('goedgekeurd_op', models.DateTimeField(null=True)),
                ('teruggestuurd_reden', models.CharField(blank=True, max_length=500)),
                ('applicatie', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='voorstellen', to='autorisatie.applicatie')),
                ('goedgekeurd_door', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('opgesteld_door', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('teruggestuurd_door', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'toegangsvoorstellen',
            },
        ),
        migrations.CreateModel(
            name='Voorstelregel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('component', models.CharField(choices=[('ac', 'Autorisaties API'), ('nrc', 'Notificaties API'), ('zrc', 'Zaken API'), ('ztc', 'Catalogi API'), ('drc', 'Documenten API'), ('brc', 'Besluiten API'), ('kic', 'Klantinteracties API')], max_length=3)),
                ('scopes', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=100), size=None)),
                ('max_vertrouwelijkheid', models.PositiveSmallIntegerField(choices=[(1, 'openbaar'), (2, 'beperkt openbaar'), (3, 'intern'), (4, 'zaakvertrouwelijk'), (5, 'vertrouwelijk'), (6, 'confidentieel'), (7, 'geheim'), (8, 'zeer geheim')], null=True)),
                ('besluittype', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='catalogus.besluittype')),
                ('informatieobjecttype', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='catalogus.informatieobjecttype')),
                ('proces', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='catalogus.proces')),
                ('voorstel', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='regels', to='autorisatie.toegangsvoorstel')),
                ('zaaktype', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='catalogus.zaaktype')),
            ],
            options={
                'verbose_name_plural': 'voorstelregels',
                'ordering': ['id'],
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='toegangsvoorstel',
            constraint=models.CheckConstraint(condition=models.Q(('opgesteld_door', models.F('goedgekeurd_door')), _negated=True), name='toegangsvoorstel_vier_ogen'),
        ),
        migrations.AddConstraint(
            model_name='toegangsvoorstel',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('goedgekeurd_door', None), ('goedgekeurd_op', None), models.Q(('stand', 'goedgekeurd'), _negated=True)), models.Q(('goedgekeurd_door__isnull', False), ('goedgekeurd_op__isnull', False), ('stand', 'goedgekeurd')), _connector='OR'), name='toegangsvoorstel_goedgekeurd_door_iemand'),
        ),
        migrations.AddConstraint(
            model_name='toegangsvoorstel',
            constraint=models.CheckConstraint(condition=models.Q(('stand', 'ontwerp'), models.Q(('ingediend_op__isnull', False), models.Q(('reden', ''), _negated=True)), _connector='OR'), name='toegangsvoorstel_ingediend_met_reden'),
        ),
        migrations.AddConstraint(
            model_name='toegangsvoorstel',
            constraint=models.UniqueConstraint(condition=models.Q(('stand', 'goedgekeurd'), _negated=True), fields=('applicatie',), name='toegangsvoorstel_een_open'),
        ),
        migrations.AddConstraint(
            model_name='voorstelregel',
            constraint=models.CheckConstraint(condition=models.Q(('scopes', []), _negated=True), name='voorstelregel_heeft_scopes'),
        ),
        migrations.AddConstraint(
            model_name='voorstelregel',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('component', 'zrc'), _negated=True), models.Q(('max_vertrouwelijkheid__isnull', False), ('proces__isnull', False)), _connector='OR'), name='voorstelregel_zaken_heeft_zaaktype'),
        ),
        migrations.AddConstraint(
            model_name='voorstelregel',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('component', 'drc'), _negated=True), models.Q(('informatieobjecttype__isnull', False), ('max_vertrouwelijkheid__isnull', False)), _connector='OR'), name='voorstelregel_documenten_heeft_type'),
        ),
        migrations.AddConstraint(
            model_name='voorstelregel',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('component', 'brc'), _negated=True), ('besluittype__isnull', False), _connector='OR'), name='voorstelregel_besluiten_heeft_type'),
        ),
    ]
