"""The own words of a zaaktype in the letter of a decision."""

import catalogus.briefwoorden
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('catalogus', '0044_berichttekst'),
    ]

    operations = [
        migrations.AddField(
            model_name='zaaktypebesluittype',
            name='brief_inleiding',
            field=models.TextField(blank=True, db_default='', default='', help_text='leeg: de gewone inleiding', max_length=3000, validators=[catalogus.briefwoorden.controleer_brieftekst], verbose_name='inleiding van de brief'),
        ),
        migrations.AddField(
            model_name='zaaktypebesluittype',
            name='motivering_slot',
            field=models.TextField(blank=True, db_default='', default='', help_text='komt na wat de behandelaar schrijft', max_length=3000, validators=[catalogus.briefwoorden.controleer_brieftekst], verbose_name='tekst na de motivering'),
        ),
        migrations.AddField(
            model_name='zaaktypebesluittype',
            name='motivering_vooraf',
            field=models.TextField(blank=True, db_default='', default='', help_text='komt voor wat de behandelaar schrijft', max_length=3000, validators=[catalogus.briefwoorden.controleer_brieftekst], verbose_name='tekst voor de motivering'),
        ),
    ]
