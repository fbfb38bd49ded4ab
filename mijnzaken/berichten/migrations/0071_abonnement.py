"""Who subscribed to notifications, on which channels; what other systems tell has longer addresses."""

import autorisatie.velden
import django.contrib.postgres.fields
import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('autorisatie', '0073_toegangsvoorstel'),
        ('berichten', '0070_notificatie'),
    ]

    operations = [
        migrations.CreateModel(
            name='Notificatiekanaal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('naam', models.CharField(max_length=50, unique=True)),
                ('documentatie_link', models.CharField(blank=True, max_length=200)),
                ('filters', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=100), default=list, size=None)),
            ],
            options={
                'verbose_name_plural': 'notificatiekanalen',
            },
        ),
        migrations.AddField(
            model_name='notificatie',
            name='client_id',
            field=models.CharField(blank=True, db_default='', default='', max_length=50),
        ),
        migrations.AlterField(
            model_name='notificatie',
            name='hoofdobject',
            field=models.CharField(max_length=1000),
        ),
        migrations.AlterField(
            model_name='notificatie',
            name='resource_pad',
            field=models.CharField(max_length=1000),
        ),
        migrations.CreateModel(
            name='Abonnement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('callback_url', models.CharField(max_length=1000)),
                ('auth', autorisatie.velden.GeheimVeld()),
                ('applicatie', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='abonnementen', to='autorisatie.applicatie')),
            ],
            options={
                'verbose_name_plural': 'abonnementen',
            },
        ),
        migrations.CreateModel(
            name='Abonnementkanaal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('naam', models.CharField(max_length=50)),
                ('filters', models.JSONField(blank=True, default=dict)),
                ('abonnement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='kanalen', to='berichten.abonnement')),
            ],
            options={
                'verbose_name_plural': 'abonnementkanalen',
                'ordering': ['id'],
                'indexes': [models.Index(fields=['naam'], name='abonnementkanaal_naam')],
            },
        ),
    ]
