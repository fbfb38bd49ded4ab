"""A lock on the data of a zaak (AVG 18)."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('autorisatie', '0072_applicatie_zonder_lijst'),
        ('zaken', '0071_opschorting_gevolg'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='zaak',
            name='beperkt',
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.CreateModel(
            name='Beperking',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('grond', models.CharField(choices=[('juistheid', 'iemand zegt dat er gegevens niet kloppen (AVG artikel 18 lid 1 onder a)'), ('onrechtmatig', 'wij mochten ze niet gebruiken, maar ze moeten blijven (AVG artikel 18 lid 1 onder b)'), ('nodig', 'iemand heeft ze nodig voor een zaak bij de rechter (AVG artikel 18 lid 1 onder c)'), ('bezwaar', 'er is bezwaar tegen het gebruik (AVG artikel 18 lid 1 onder d)'), ('gestopt', 'na een bezwaar stopten wij met dit gebruik (AVG artikel 21 lid 1)')], max_length=12)),
                ('toelichting', models.CharField(max_length=1000)),
                ('vanaf', models.DateTimeField()),
                ('weer_vanaf', models.DateField(null=True)),
                ('aangekondigd_op', models.DateField(null=True)),
                ('einde_reden', models.CharField(blank=True, max_length=1000)),
                ('aangekondigd_door', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('door', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('partij', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='autorisatie.partij')),
                ('verzoek', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='gevraagde_beperkingen', to='zaken.zaak')),
                ('zaak', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='beperkingen', to='zaken.zaak')),
            ],
            options={
                'verbose_name_plural': 'beperkingen',
                'ordering': ['id'],
                'indexes': [models.Index(condition=models.Q(('weer_vanaf__isnull', False)), fields=['weer_vanaf'], name='beperking_einde')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('weer_vanaf', None)), fields=('zaak', 'verzoek'), name='beperking_een_open_per_verzoek'), models.CheckConstraint(condition=models.Q(models.Q(('aangekondigd_door', None), ('aangekondigd_op', None), ('einde_reden', ''), ('weer_vanaf', None)), models.Q(('aangekondigd_door__isnull', False), ('weer_vanaf__gt', models.F('aangekondigd_op')), models.Q(('einde_reden', ''), _negated=True)), _connector='OR'), name='beperking_einde_eerst_verteld'), models.CheckConstraint(condition=models.Q(('toelichting', ''), _negated=True), name='beperking_met_toelichting')],
            },
        ),
    ]
