"""Which roles may add and see a kind of document of a zaaktype."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('catalogus', '0047_zaaktype_einde'),
    ]

    operations = [
        migrations.AddField(
            model_name='zaaktypeinformatieobjecttype',
            name='partijen_toevoegen',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=100), blank=True, db_default=[], default=list, help_text='geen: ieder die de zaak in de portal ziet', size=None, verbose_name='betrokkenen die toevoegen'),
        ),
        migrations.AddField(
            model_name='zaaktypeinformatieobjecttype',
            name='partijen_zien',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=100), blank=True, db_default=[], default=list, help_text='geen: ieder die de zaak in de portal ziet; wie het zelf stuurde, ziet het altijd', size=None, verbose_name='betrokkenen die het zien'),
        ),
        migrations.AddField(
            model_name='zaaktypeinformatieobjecttype',
            name='rollen_toevoegen',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=100), blank=True, db_default=[], default=list, help_text='geen: ieder die documenten mag toevoegen', size=None, verbose_name='medewerkers die toevoegen'),
        ),
        migrations.AddField(
            model_name='zaaktypeinformatieobjecttype',
            name='rollen_zien',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=100), blank=True, db_default=[], default=list, help_text='geen: ieder die de documenten van de zaak ziet', size=None, verbose_name='medewerkers die het zien'),
        ),
    ]
