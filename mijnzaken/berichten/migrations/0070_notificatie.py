"""What other systems are told."""

import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('berichten', '0050_spoor'),
    ]

    operations = [
        migrations.CreateModel(
            name='Notificatie',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kanaal', models.CharField(max_length=50)),
                ('hoofdobject', models.CharField(max_length=200)),
                ('resource', models.CharField(max_length=100)),
                ('resource_pad', models.CharField(max_length=200)),
                ('actie', models.CharField(max_length=100)),
                ('aanmaakdatum', models.DateTimeField()),
                ('kenmerken', models.JSONField(blank=True, default=dict)),
                ('verwerkt_op', models.DateTimeField(null=True)),
            ],
            options={
                'verbose_name_plural': 'notificaties',
                'indexes': [models.Index(condition=models.Q(('verwerkt_op', None)), fields=['id'], name='notificatie_wacht')],
            },
        ),
    ]
