"""Who may take which decision of a zaaktype, and up to which amount."""

import catalogus.models.velden
import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('catalogus', '0027_selectielijst'),
    ]

    operations = [
        migrations.CreateModel(
            name='Mandaat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('rol', models.SlugField(help_text='de rol waarmee men het recht heeft om te besluiten', max_length=40)),
                ('tot_bedrag', catalogus.models.velden.CentenVeld(blank=True, help_text='tot en met welk bedrag; leeg: elk bedrag', null=True)),
                ('besluittype', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mandaten', to='catalogus.besluittype')),
                ('zaaktype', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mandaten', to='catalogus.zaaktype')),
            ],
            options={
                'verbose_name_plural': 'mandaten',
                'ordering': ['zaaktype', 'besluittype', 'rol'],
                'constraints': [models.UniqueConstraint(fields=('zaaktype', 'besluittype', 'rol'), name='mandaat_uniek', violation_error_message='Deze rol heeft al een mandaat voor dit besluit.'), models.CheckConstraint(condition=models.Q(('tot_bedrag', None), ('tot_bedrag__gte', 0), _connector='OR'), name='mandaat_bedrag', violation_error_message='Een bedrag is nul of hoger.')],
            },
        ),
    ]
