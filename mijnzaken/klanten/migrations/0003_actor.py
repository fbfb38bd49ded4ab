"""Who takes part in contacts from elsewhere, and in which."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('autorisatie', '0073_toegangsvoorstel'),
        ('catalogus', '0049_taakvolgorde'),
        ('klanten', '0002_bij_partij'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Contactactor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('soort', models.CharField(choices=[('medewerker', 'medewerker'), ('organisatorische_eenheid', 'organisatorische eenheid'), ('geautomatiseerde_actor', 'systeem')], max_length=24)),
                ('naam', models.CharField(max_length=200)),
                ('actief', models.BooleanField(default=True)),
                ('functie', models.CharField(blank=True, max_length=40)),
                ('omschrijving', models.CharField(blank=True, max_length=200)),
                ('emailadres', models.EmailField(blank=True, max_length=254)),
                ('telefoonnummer', models.CharField(blank=True, max_length=20)),
                ('faxnummer', models.CharField(blank=True, max_length=20)),
                ('code_objecttype', models.CharField(blank=True, max_length=200)),
                ('code_register', models.CharField(blank=True, max_length=200)),
                ('code_soort_object_id', models.CharField(blank=True, max_length=200)),
                ('object_id', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'verbose_name_plural': 'contactactoren',
                'indexes': [models.Index(fields=['naam', 'uuid'], name='contactactor_naam')],
            },
        ),
        migrations.CreateModel(
            name='Actorrelatie',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('applicatie', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='autorisatie.applicatie')),
                ('klantcontact', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='actorrelaties', to='klanten.klantcontact')),
                ('medewerker', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalogus.team')),
                ('contactactor', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='relaties', to='klanten.contactactor')),
            ],
            options={
                'verbose_name_plural': 'actorrelaties',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('applicatie__isnull', True), ('contactactor__isnull', False), ('medewerker__isnull', True), ('team__isnull', True)), models.Q(('applicatie__isnull', True), ('contactactor__isnull', True), ('medewerker__isnull', False), ('team__isnull', True)), models.Q(('applicatie__isnull', True), ('contactactor__isnull', True), ('medewerker__isnull', True), ('team__isnull', False)), models.Q(('applicatie__isnull', False), ('contactactor__isnull', True), ('medewerker__isnull', True), ('team__isnull', True)), _connector='OR'), name='actorrelatie_van_een'), models.UniqueConstraint(fields=('klantcontact', 'contactactor', 'medewerker', 'team', 'applicatie'), name='actorrelatie_eens', nulls_distinct=False)],
            },
        ),
    ]
