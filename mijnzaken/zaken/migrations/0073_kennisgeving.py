"""Who was given data and must hear what happened to them (AVG 19)."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('zaken', '0072_beperking'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Kennisgeving',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('gegeven', models.CharField(max_length=200)),
                ('ontvanger', models.CharField(max_length=100)),
                ('soort', models.CharField(choices=[('verbeterd', 'verbeterd (AVG artikel 16)'), ('gewist', 'gewist (AVG artikel 17)'), ('beperkt', 'op slot (AVG artikel 18)')], max_length=12)),
                ('sinds', models.DateTimeField()),
                ('stand', models.CharField(choices=[('open', 'moet het nog horen'), ('verteld', 'weet het'), ('onmogelijk', 'kan het niet horen, of niet zonder te veel moeite')], default='open', max_length=12)),
                ('toelichting', models.CharField(blank=True, max_length=500)),
                ('gedaan_op', models.DateTimeField(null=True)),
                ('gedaan_door', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('over_zaak', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='zaken.zaak')),
                ('zaak', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='kennisgevingen', to='zaken.zaak')),
            ],
            options={
                'verbose_name_plural': 'kennisgevingen',
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('stand', 'open')), fields=('zaak', 'over_zaak', 'gegeven', 'ontvanger', 'soort'), name='kennisgeving_een_open'), models.CheckConstraint(condition=models.Q(models.Q(('gedaan_door', None), ('gedaan_op', None), ('stand', 'open'), ('toelichting', '')), models.Q(models.Q(('stand', 'open'), _negated=True), ('gedaan_door__isnull', False), ('gedaan_op__isnull', False), models.Q(('toelichting', ''), _negated=True)), _connector='OR'), name='kennisgeving_gedaan_met_toelichting')],
            },
        ),
    ]
