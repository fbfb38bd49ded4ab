"""What entering a status does to the term, and when a task comes with a status."""

import catalogus.models.jsonvormen
import catalogus.models.velden
import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('catalogus', '0030_inlezing'),
    ]

    operations = [
        migrations.AddField(
            model_name='taaktype',
            name='voorwaarde',
            field=models.JSONField(blank=True, db_default=models.Value({}, models.JSONField()), default=dict, help_text='wanneer de taak bij die status hoort; leeg: altijd', validators=[catalogus.models.jsonvormen.controleer_voorwaarde]),
        ),
        migrations.CreateModel(
            name='Statusgevolg',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('soort', models.CharField(choices=[('aanvulling', 'een aanvulling vragen'), ('opschorting', 'de termijn stilzetten')], max_length=12)),
                ('grond', models.CharField(choices=[('aanvulling', 'aanvulling gevraagd (Awb 4:15 lid 1 onder a)'), ('buitenland', 'informatie uit het buitenland (Awb 4:15 lid 1 onder b)'), ('instemming', 'schriftelijke instemming van de aanvrager (Awb 4:15 lid 2 onder a)'), ('toe_te_rekenen', 'vertraging die aan de aanvrager is toe te rekenen (Awb 4:15 lid 2 onder b)'), ('overmacht', 'overmacht (Awb 4:15 lid 2 onder c)'), ('verzuim', 'herstel van een verzuim in bezwaar (Awb 7:10 lid 2)')], max_length=20)),
                ('titel', models.CharField(blank=True, help_text='wat de aanvrager moet sturen', max_length=200)),
                ('uitleg', models.CharField(help_text='de aanvrager leest dit', max_length=1000)),
                ('termijn', catalogus.models.velden.DuurVeld(blank=True, help_text='hoeveel tijd de aanvrager heeft, of hoe lang het ten hoogste duurt', max_length=20)),
                ('informatieobjecttype', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='statusgevolgen', to='catalogus.informatieobjecttype')),
                ('statustype', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='gevolgen', to='catalogus.statustype')),
                ('zaaktype', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='statusgevolgen', to='catalogus.zaaktype')),
            ],
            options={
                'verbose_name_plural': 'statusgevolgen',
                'ordering': ['zaaktype', 'statustype__volgnummer'],
                'constraints': [models.UniqueConstraint(fields=('statustype',), name='statusgevolg_een_per_status', violation_error_message='Bij deze status staat de termijn al stil.'), models.CheckConstraint(condition=models.Q(models.Q(('grond', 'aanvulling'), ('soort', 'aanvulling'), models.Q(('titel', ''), _negated=True), models.Q(('termijn', ''), _negated=True)), models.Q(('informatieobjecttype', None), ('soort', 'opschorting'), ('titel', ''), models.Q(('grond', 'aanvulling'), _negated=True)), _connector='OR'), name='statusgevolg_heel', violation_error_message='Een aanvulling noemt wat de aanvrager stuurt en hoeveel tijd hij heeft; stilzetten noemt een andere grond dan een aanvulling.')],
            },
        ),
    ]
