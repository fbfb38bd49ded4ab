"""Inquiries, the seals over the logs (append-only too), unusual reading, and who is a known person."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('autorisatie', '0053_logboek_maanden'),
    ]

    operations = [
        migrations.AddField(
            model_name='partij',
            name='bekend_persoon',
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.CreateModel(
            name='Drempel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('soort', models.CharField(choices=[('zonder_taak', 'veel zaken zonder taak'), ('buren', 'eigen buren'), ('bekend_persoon', 'bekend persoon'), ('weigeringen', 'veel weigeringen'), ('glas_breken', 'glas gebroken'), ('buiten_kantoortijd', 'buiten kantoortijd')], max_length=20, unique=True)),
                ('aantal', models.PositiveIntegerField()),
            ],
            options={
                'verbose_name_plural': 'drempels',
                'constraints': [models.CheckConstraint(condition=models.Q(('aantal__gte', 1)), name='drempel_minstens_een')],
            },
        ),
        migrations.CreateModel(
            name='Logboekzegel',
            fields=[
                ('nummer', models.BigIntegerField(primary_key=True, serialize=False)),
                ('keten', models.PositiveIntegerField()),
                ('tabel', models.CharField(max_length=40)),
                ('vanaf_id', models.BigIntegerField()),
                ('na_xid', models.BigIntegerField()),
                ('na_id', models.BigIntegerField()),
                ('tot_xid', models.BigIntegerField()),
                ('tot_id', models.BigIntegerField()),
                ('aantal', models.PositiveIntegerField()),
                ('hoogste_id', models.BigIntegerField()),
                ('som_van_ids', models.DecimalField(decimal_places=0, max_digits=30)),
                ('eerste_moment', models.DateTimeField()),
                ('laatste_moment', models.DateTimeField()),
                ('vorm', models.PositiveSmallIntegerField(default=1)),
                ('afdruk', models.BinaryField(max_length=32)),
                ('zegel', models.BinaryField(max_length=32)),
                ('gezet_op', models.DateTimeField()),
            ],
            options={
                'indexes': [models.Index(fields=['tabel', '-nummer'], name='logboekzegel_tabel')],
            },
        ),
        migrations.CreateModel(
            name='Onderzoek',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kenmerk', models.CharField(max_length=40, unique=True)),
                ('reden', models.CharField(max_length=1000)),
                ('geopend_op', models.DateTimeField()),
                ('goedgekeurd_op', models.DateTimeField(null=True)),
                ('vrijgegeven_op', models.DateTimeField(null=True)),
                ('vrijgave_reden', models.CharField(blank=True, max_length=1000)),
                ('geopend_door', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('goedgekeurd_door', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('vrijgegeven_door', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'onderzoeken',
            },
        ),
        migrations.CreateModel(
            name='Onderzoeker',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('gebruiker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('onderzoek', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='onderzoekers', to='autorisatie.onderzoek')),
            ],
        ),
        migrations.CreateModel(
            name='Onderzoekspartij',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('onderzoek', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='partijen', to='autorisatie.onderzoek')),
                ('partij', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='autorisatie.partij')),
            ],
        ),
        migrations.CreateModel(
            name='Signaal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('soort', models.CharField(choices=[('zonder_taak', 'veel zaken zonder taak'), ('buren', 'eigen buren'), ('bekend_persoon', 'bekend persoon'), ('weigeringen', 'veel weigeringen'), ('glas_breken', 'glas gebroken'), ('buiten_kantoortijd', 'buiten kantoortijd')], max_length=20)),
                ('dag', models.DateField()),
                ('aantal', models.PositiveIntegerField()),
                ('drempel', models.PositiveIntegerField()),
                ('zaken', models.JSONField(default=list)),
                ('gevonden_op', models.DateTimeField()),
                ('bekeken_op', models.DateTimeField(null=True)),
                ('opmerking', models.CharField(blank=True, max_length=1000)),
                ('bekeken_door', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('gebruiker', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'signalen',
            },
        ),
        migrations.AddIndex(
            model_name='onderzoek',
            index=models.Index(fields=['-geopend_op', '-id'], name='onderzoek_geopend'),
        ),
        migrations.AddConstraint(
            model_name='onderzoek',
            constraint=models.CheckConstraint(condition=models.Q(('geopend_door', models.F('goedgekeurd_door')), _negated=True), name='onderzoek_vier_ogen'),
        ),
        migrations.AddConstraint(
            model_name='onderzoek',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('goedgekeurd_door', None), ('goedgekeurd_op', None)), models.Q(('goedgekeurd_door__isnull', False), ('goedgekeurd_op__isnull', False)), _connector='OR'), name='onderzoek_goedgekeurd_door_en_op'),
        ),
        migrations.AddConstraint(
            model_name='onderzoek',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('vrijgave_reden', ''), ('vrijgegeven_door', None), ('vrijgegeven_op', None)), models.Q(('vrijgegeven_door__isnull', False), ('vrijgegeven_op__isnull', False), models.Q(('vrijgave_reden', ''), _negated=True)), _connector='OR'), name='onderzoek_vrijgegeven_door_op_en_reden'),
        ),
        migrations.AddConstraint(
            model_name='onderzoeker',
            constraint=models.UniqueConstraint(fields=('onderzoek', 'gebruiker'), name='onderzoeker_eens'),
        ),
        migrations.AddConstraint(
            model_name='onderzoekspartij',
            constraint=models.UniqueConstraint(fields=('onderzoek', 'partij'), name='onderzoekspartij_eens'),
        ),
        migrations.AddIndex(
            model_name='signaal',
            index=models.Index(condition=models.Q(('bekeken_op', None)), fields=['-dag', '-id'], name='signaal_open'),
        ),
        migrations.AddIndex(
            model_name='signaal',
            index=models.Index(fields=['-dag', '-id'], name='signaal_dag'),
        ),
        migrations.AddConstraint(
            model_name='signaal',
            constraint=models.UniqueConstraint(fields=('soort', 'gebruiker', 'dag'), name='signaal_eens'),
        ),
        migrations.AddConstraint(
            model_name='signaal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('bekeken_door', None), ('bekeken_op', None), ('opmerking', '')), models.Q(('bekeken_door__isnull', False), ('bekeken_op__isnull', False), models.Q(('opmerking', ''), _negated=True)), _connector='OR'), name='signaal_bekeken_met_opmerking'),
        ),
        *(
            migrations.RunSQL(
                f"CREATE TRIGGER {naam} BEFORE {wat} ON autorisatie_logboekzegel FOR EACH {per} "
                "EXECUTE FUNCTION logboek_alleen_toevoegen()",
                f"DROP TRIGGER {naam} ON autorisatie_logboekzegel",
            )
            for naam, wat, per in (
                ("alleen_toevoegen", "UPDATE OR DELETE", "ROW"),
                ("niet_leegmaken", "TRUNCATE", "STATEMENT"),
            )
        ),
    ]
