"""What another system may, as rows; its second secret; what it changed (audit trail)."""

import autorisatie.velden
import django.contrib.postgres.fields
import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('autorisatie', '0060_partij_zoeknaam_begin'),
        ('catalogus', '0024_aanbod_zoekindex'),
    ]

    operations = [
        migrations.AddField(
            model_name='applicatie',
            name='netwerken',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=43), db_default=models.Value([], django.contrib.postgres.fields.ArrayField(base_field=models.CharField(), size=None)), default=list, size=None),
        ),
        migrations.AddField(
            model_name='applicatie',
            name='token_zoekwaarde',
            field=models.CharField(editable=False, max_length=64, null=True, unique=True),
        ),
        migrations.AddField(
            model_name='applicatie',
            name='verzoeken_per_minuut',
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='applicatie',
            name='vorig_geheim',
            field=autorisatie.velden.GeheimVeld(null=True),
        ),
        migrations.AddField(
            model_name='applicatie',
            name='vorig_geheim_tot',
            field=models.DateTimeField(null=True),
        ),
        migrations.CreateModel(
            name='Clientnaam',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('client_id', models.CharField(max_length=50, unique=True)),
                ('applicatie', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='clientnamen', to='autorisatie.applicatie')),
            ],
            options={
                'verbose_name_plural': 'clientnamen',
            },
        ),
        migrations.CreateModel(
            name='Wijziging',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('aanmaakdatum', models.DateTimeField()),
                ('bron', models.CharField(choices=[('ac', 'Autorisaties API'), ('nrc', 'Notificaties API'), ('zrc', 'Zaken API'), ('ztc', 'Catalogi API'), ('drc', 'Documenten API'), ('brc', 'Besluiten API'), ('kic', 'Klantinteracties API')], max_length=3)),
                ('client_id', models.CharField(max_length=50)),
                ('applicatie_label', models.CharField(max_length=100)),
                ('gebruiker_id', models.CharField(blank=True, max_length=255)),
                ('gebruiker_weergave', models.CharField(blank=True, max_length=255)),
                ('actie', models.CharField(max_length=20)),
                ('resultaat', models.PositiveSmallIntegerField()),
                ('hoofdobject_uuid', models.UUIDField()),
                ('hoofdobject', models.CharField(max_length=200)),
                ('resource', models.CharField(max_length=50)),
                ('resource_pad', models.CharField(max_length=200)),
                ('resource_weergave', models.CharField(blank=True, max_length=200)),
                ('toelichting', models.TextField(blank=True)),
                ('oud', models.JSONField(null=True)),
                ('nieuw', models.JSONField(null=True)),
                ('audit_uuid', models.UUIDField(null=True)),
            ],
            options={
                'verbose_name_plural': 'wijzigingen',
                'indexes': [models.Index(fields=['hoofdobject_uuid', 'id'], name='wijziging_hoofdobject')],
            },
        ),
        migrations.CreateModel(
            name='Autorisatie',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('component', models.CharField(choices=[('ac', 'Autorisaties API'), ('nrc', 'Notificaties API'), ('zrc', 'Zaken API'), ('ztc', 'Catalogi API'), ('drc', 'Documenten API'), ('brc', 'Besluiten API'), ('kic', 'Klantinteracties API')], max_length=3)),
                ('scopes', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=100), size=None)),
                ('max_vertrouwelijkheid', models.PositiveSmallIntegerField(choices=[(1, 'openbaar'), (2, 'beperkt openbaar'), (3, 'intern'), (4, 'zaakvertrouwelijk'), (5, 'vertrouwelijk'), (6, 'confidentieel'), (7, 'geheim'), (8, 'zeer geheim')], null=True)),
                ('applicatie', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='autorisatie.applicatie')),
                ('besluittype', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='catalogus.besluittype')),
                ('informatieobjecttype', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='catalogus.informatieobjecttype')),
                ('proces', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='catalogus.proces')),
                ('zaaktype', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='catalogus.zaaktype')),
            ],
            options={
                'verbose_name_plural': 'autorisaties',
                'ordering': ['id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('scopes', []), _negated=True), name='autorisatie_heeft_scopes'), models.CheckConstraint(condition=models.Q(models.Q(('component', 'zrc'), _negated=True), models.Q(('max_vertrouwelijkheid__isnull', False), ('proces__isnull', False)), _connector='OR'), name='autorisatie_zaken_heeft_zaaktype'), models.CheckConstraint(condition=models.Q(models.Q(('component', 'drc'), _negated=True), models.Q(('informatieobjecttype__isnull', False), ('max_vertrouwelijkheid__isnull', False)), _connector='OR'), name='autorisatie_documenten_heeft_type'), models.CheckConstraint(condition=models.Q(models.Q(('component', 'brc'), _negated=True), ('besluittype__isnull', False), _connector='OR'), name='autorisatie_besluiten_heeft_type')],
            },
        ),
    ]
