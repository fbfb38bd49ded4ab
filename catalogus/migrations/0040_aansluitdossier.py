"""The file of a process that is being connected, and until when a process is tested."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.lookups
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('catalogus', '0031_statusgevolg'),
    ]

    operations = [
        migrations.AddField(
            model_name='proces',
            name='getoetst_tot',
            field=models.DateField(blank=True, editable=False, help_text='eerste dag zonder geldige toets; leeg: nooit getoetst', null=True),
        ),
        migrations.CreateModel(
            name='Aansluitdossier',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('opdrachtgever', models.CharField(blank=True, help_text='functie, geen naam', max_length=100)),
                ('opdrachtgever_plicht', models.TextField(blank=True)),
                ('proceseigenaar_plicht', models.TextField(blank=True)),
                ('functioneel_beheer', models.CharField(blank=True, help_text='functie of afdeling', max_length=100)),
                ('functioneel_beheer_plicht', models.TextField(blank=True)),
                ('technisch_beheer', models.CharField(blank=True, help_text='functie of afdeling', max_length=100)),
                ('technisch_beheer_plicht', models.TextField(blank=True)),
                ('proces', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='dossier', to='catalogus.proces')),
            ],
            options={
                'verbose_name_plural': 'aansluitdossiers',
                'ordering': ['proces'],
            },
        ),
        migrations.CreateModel(
            name='Dossierstap',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('stap', models.CharField(choices=[('doel', 'doel'), ('ontwerp', 'ontwerp of herontwerp'), ('pre-dpia', 'pre-DPIA'), ('dpia', 'DPIA'), ('ib-toets', 'IB-toets'), ('realisatie', 'realisatie'), ('test', 'test en training'), ('live', 'live gaan'), ('beheer', 'beheer')], max_length=10)),
                ('eigenaar', models.CharField(help_text='functie, geen naam', max_length=100)),
                ('bevindingen', models.TextField(blank=True)),
                ('maatregelen', models.TextField(blank=True)),
                ('documenten', models.TextField(blank=True, help_text='waar de stukken staan, een per regel')),
                ('patronen', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('ophalen', 'Ophalen in plaats van vragen: een basisregistratie geeft wat zij al weet'), ('antwoord', 'Alleen het antwoord: wel of niet ouder dan 18, geen geboortedatum'), ('grof', 'Minder precies: een postcode in plaats van een adres, een klasse in plaats van een bedrag'), ('gescheiden', 'Gescheiden bewaren: wie beoordeelt, ziet niet wie het is'), ('pseudoniem', 'Een pseudoniem in plaats van een BSN bij alles wat buiten de zaak komt'), ('afschermen', 'Afschermen: alleen wie met naam is aangewezen, opent de zaak'), ('vier_ogen', 'Vier ogen: wie voorbereidt, besluit niet'), ('inzage', 'Inzage vanzelf: de inwoner ziet wie keek en waarom'), ('vrijwillig', 'Toestemming apart: nee zeggen kan, en later ook'), ('kort', 'Kort bewaren: wat niet meer nodig is, gaat vanzelf weg')], max_length=12), blank=True, default=list, size=None)),
                ('antwoorden', models.JSONField(blank=True, default=dict)),
                ('auteurs', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, default=list, size=None)),
                ('gewijzigd_op', models.DateTimeField()),
                ('dossier', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='stappen', to='catalogus.aansluitdossier')),
            ],
            options={
                'verbose_name_plural': 'dossierstappen',
                'ordering': ['dossier', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Dossierakkoord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('inhoud', models.JSONField()),
                ('auteurs', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)),
                ('door_id', models.BigIntegerField()),
                ('op', models.DateTimeField()),
                ('geldig_tot', models.DateField(help_text='de eerste dag waarop het niet meer geldt')),
                ('ingetrokken_op', models.DateTimeField(blank=True, null=True)),
                ('ingetrokken_door_id', models.BigIntegerField(blank=True, null=True)),
                ('ingetrokken_reden', models.TextField(blank=True)),
                ('dossierstap', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='akkoorden', to='catalogus.dossierstap')),
            ],
            options={
                'verbose_name_plural': 'dossierakkoorden',
                'ordering': ['dossierstap', '-id'],
            },
        ),
        migrations.CreateModel(
            name='Verwerker',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('naam', models.CharField(max_length=100)),
                ('taak', models.TextField(help_text='wat deze partij met de gegevens doet, en wat zij moet nakomen')),
                ('overeenkomst', models.CharField(help_text='kenmerk van de verwerkersovereenkomst', max_length=200)),
                ('overeenkomst_van', models.DateField()),
                ('overeenkomst_tot', models.DateField(blank=True, help_text='de eerste dag zonder overeenkomst', null=True)),
                ('gestopt_op', models.DateField(blank=True, help_text='vanaf deze dag werkt deze partij niet meer met de gegevens', null=True)),
                ('doorgifte', models.CharField(blank=True, help_text='land buiten de EER en de waarborg; leeg: de gegevens blijven binnen de EER', max_length=200)),
                ('dossier', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='verwerkers', to='catalogus.aansluitdossier')),
            ],
            options={
                'verbose_name_plural': 'verwerkers',
                'ordering': ['dossier', 'naam'],
            },
        ),
        migrations.AddConstraint(
            model_name='dossierstap',
            constraint=models.UniqueConstraint(fields=('dossier', 'stap'), name='dossierstap_uniek'),
        ),
        migrations.AddConstraint(
            model_name='dossierstap',
            constraint=models.CheckConstraint(condition=models.Q(('stap__in', ['doel', 'ontwerp', 'pre-dpia', 'dpia', 'ib-toets', 'realisatie', 'test', 'live', 'beheer'])), name='dossierstap_stap'),
        ),
        migrations.AddConstraint(
            model_name='dossierakkoord',
            constraint=models.CheckConstraint(condition=django.db.models.lookups.IsNull(models.Func('auteurs', 'door_id', function='array_position', output_field=models.IntegerField()), True), name='dossierakkoord_niet_eigen_werk', violation_error_message='Wie aan een stap schreef, gaat er niet zelf mee akkoord.'),
        ),
        migrations.AddConstraint(
            model_name='dossierakkoord',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ingetrokken_door_id', None), ('ingetrokken_op', None), ('ingetrokken_reden', '')), models.Q(('ingetrokken_door_id__isnull', False), ('ingetrokken_op__isnull', False), models.Q(('ingetrokken_reden', ''), _negated=True)), _connector='OR'), name='dossierakkoord_intrekking_heel', violation_error_message='Intrekken vraagt een reden, een moment en wie het deed.'),
        ),
        migrations.AddConstraint(
            model_name='verwerker',
            constraint=models.UniqueConstraint(fields=('dossier', 'naam'), name='verwerker_uniek', violation_error_message='Deze verwerker staat al in het dossier.'),
        ),
        migrations.AddConstraint(
            model_name='verwerker',
            constraint=models.CheckConstraint(condition=models.Q(('overeenkomst_tot', None), ('overeenkomst_tot__gt', models.F('overeenkomst_van')), _connector='OR'), name='verwerker_overeenkomst_volgorde', violation_error_message='Het einde van de overeenkomst ligt na het begin.'),
        ),
    ]
