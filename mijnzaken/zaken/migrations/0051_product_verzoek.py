"""What is asked of a product that somebody holds, and the check whether it still fits."""

import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('autorisatie', '0060_partij_zoeknaam_begin'),
        ('catalogus', '0025_product_onderhoud'),
        ('zaken', '0050_genoemd_bij_afscherming'),
    ]

    operations = [
        migrations.CreateModel(
            name='Productcontrole',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('gevraagd_op', models.DateTimeField()),
                ('uiterlijk', models.DateField()),
                ('bevestigd_op', models.DateTimeField(null=True)),
                ('gewaarschuwd_op', models.DateTimeField(null=True)),
            ],
            options={
                'verbose_name_plural': 'controles van een product',
                'ordering': ['uiterlijk', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Productverzoek',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('actie', models.CharField(choices=[('aanvragen', 'aanvragen'), ('wijzigen', 'wijzigen'), ('verlengen', 'verlengen'), ('stoppen', 'stoppen')], max_length=10)),
            ],
            options={
                'verbose_name_plural': 'verzoeken over een product',
            },
        ),
        migrations.AddField(
            model_name='concept',
            name='actie',
            field=models.CharField(choices=[('aanvragen', 'aanvragen'), ('wijzigen', 'wijzigen'), ('verlengen', 'verlengen'), ('stoppen', 'stoppen')], db_default='aanvragen', default='aanvragen', max_length=10),
        ),
        migrations.AddField(
            model_name='concept',
            name='over_product',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='zaken.inwonerproduct'),
        ),
        migrations.AddField(
            model_name='inwonerproduct',
            name='beeindigd_door',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='beeindigde_producten', to='zaken.besluit'),
        ),
        migrations.AddField(
            model_name='inwonerproduct',
            name='controle_op',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='inwonerproduct',
            name='herinnerd_op',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='inwonerproduct',
            name='herinneren_op',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='inwonerproduct',
            name='vorige',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='opvolgers', to='zaken.inwonerproduct'),
        ),
        migrations.AddField(
            model_name='productcontrole',
            name='inwonerproduct',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='controles', to='zaken.inwonerproduct'),
        ),
        migrations.AddField(
            model_name='productverzoek',
            name='inwonerproduct',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='verzoeken', to='zaken.inwonerproduct'),
        ),
        migrations.AddField(
            model_name='productverzoek',
            name='zaak',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='productverzoek', to='zaken.zaak'),
        ),
        migrations.AddIndex(
            model_name='productcontrole',
            index=models.Index(condition=models.Q(('bevestigd_op', None), ('gewaarschuwd_op', None)), fields=['uiterlijk'], name='productcontrole_open'),
        ),
        migrations.AddConstraint(
            model_name='productcontrole',
            constraint=models.UniqueConstraint(condition=models.Q(('bevestigd_op', None)), fields=('inwonerproduct',), name='productcontrole_een_open'),
        ),
        migrations.AddConstraint(
            model_name='productverzoek',
            constraint=models.CheckConstraint(condition=models.Q(('actie', 'aanvragen'), _negated=True), name='productverzoek_over_iets'),
        ),
    ]
