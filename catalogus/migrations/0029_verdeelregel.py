"""To which team a new zaak goes: by product, postcode or answer."""

import catalogus.models.jsonvormen
import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('catalogus', '0028_mandaat'),
    ]

    operations = [
        migrations.CreateModel(
            name='Verdeelregel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('volgorde', models.PositiveSmallIntegerField(help_text='de eerste regel die past, beslist')),
                ('postcode_van', models.PositiveSmallIntegerField(blank=True, help_text='de vier cijfers', null=True)),
                ('postcode_tot', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('voorwaarde', models.JSONField(blank=True, default=dict, validators=[catalogus.models.jsonvormen.controleer_voorwaarde])),
                ('product', models.ForeignKey(blank=True, help_text='leeg: elk product', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='verdeelregels', to='catalogus.product')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='verdeelregels', to='catalogus.team')),
                ('zaaktype', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='verdeelregels', to='catalogus.zaaktype')),
            ],
            options={
                'verbose_name_plural': 'verdeelregels',
                'ordering': ['zaaktype', 'volgorde'],
                'constraints': [models.UniqueConstraint(fields=('zaaktype', 'volgorde'), name='verdeelregel_volgorde_uniek', violation_error_message='Deze plaats in de volgorde is al bezet.'), models.CheckConstraint(condition=models.Q(models.Q(('postcode_tot', None), ('postcode_van', None)), models.Q(('postcode_tot__gte', models.F('postcode_van')), ('postcode_tot__isnull', False), ('postcode_tot__lte', 9999), ('postcode_van__gte', 1000), ('postcode_van__isnull', False)), _connector='OR'), name='verdeelregel_postcodes', violation_error_message='Vul twee postcodes van vier cijfers in, de laagste eerst, of geen van beide.')],
            },
        ),
    ]
