"""Contacts and requests at addresses elsewhere, who wrote a note as another system names him, and reserved numbers."""

import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("zaken", "0085_zaakindexen")]
    operations = [
        migrations.AddField(model_name='notitie', name='auteur', field=models.CharField(blank=True, db_default='', max_length=255)),
        migrations.AddField(model_name='zaakcontact', name='url', field=models.URLField(blank=True, db_default='', max_length=1000)),
        migrations.AlterField(model_name='zaakcontact', name='klantcontact_uuid', field=models.UUIDField(null=True)),
        migrations.CreateModel(
            name='Zaakverzoek',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('verzoek', models.URLField(max_length=1000)),
                ('zaak', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='zaakverzoeken', to='zaken.zaak')),
            ],
            options={
                'verbose_name_plural': 'zaakverzoeken',
                'constraints': [models.UniqueConstraint(fields=('zaak', 'verzoek'), name='zaakverzoek_eens')],
            },
        ),
        migrations.CreateModel(
            name='Nummerreservering',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nummer', models.CharField(max_length=12, unique=True)),
                ('bronorganisatie', models.CharField(max_length=9)),
                ('client_id', models.CharField(max_length=50)),
                ('gereserveerd_op', models.DateTimeField()),
                ('gebruikt_op', models.DateTimeField(null=True)),
            ],
            options={
                'verbose_name_plural': 'nummerreserveringen',
                'constraints': [models.CheckConstraint(condition=models.Q(('nummer', ''), _negated=True), name='nummerreservering_heeft_nummer')],
            },
        ),
    ]
