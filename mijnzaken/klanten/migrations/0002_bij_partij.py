"""Account numbers and categories that other systems keep with a partij."""

import autorisatie.velden
import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('autorisatie', '0073_toegangsvoorstel'),
        ('klanten', '0001_eerste'),
    ]

    operations = [
        migrations.CreateModel(
            name='Categorie',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('naam', models.CharField(max_length=80)),
            ],
            options={
                'verbose_name_plural': 'categorieën',
                'constraints': [models.UniqueConstraint(fields=('naam',), name='categorie_naam_eens')],
            },
        ),
        migrations.CreateModel(
            name='CategorieRelatie',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('begin_datum', models.DateField(null=True)),
                ('eind_datum', models.DateField(null=True)),
                ('categorie', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='relaties', to='klanten.categorie')),
                ('partij', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='categorierelaties', to='autorisatie.partij')),
            ],
            options={
                'verbose_name_plural': 'categorierelaties',
                'constraints': [models.CheckConstraint(condition=models.Q(('begin_datum', None), ('eind_datum', None), ('eind_datum__gte', models.F('begin_datum')), _connector='OR'), name='categorierelatie_einde_na_begin')],
            },
        ),
        migrations.CreateModel(
            name='Rekeningnummer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('iban', autorisatie.velden.GeheimVeld()),
                ('iban_zoekwaarde', models.CharField(editable=False, max_length=64)),
                ('bic', models.CharField(blank=True, max_length=11)),
                ('vastgelegd_op', models.DateTimeField()),
                ('partij', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rekeningnummers', to='autorisatie.partij')),
            ],
            options={
                'verbose_name_plural': 'rekeningnummers',
                'indexes': [models.Index(fields=['iban_zoekwaarde'], name='rekeningnummer_iban')],
                'constraints': [models.UniqueConstraint(fields=('partij', 'iban_zoekwaarde'), name='rekeningnummer_eens')],
            },
        ),
    ]
