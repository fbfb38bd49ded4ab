"""What is answered of each gegeven: whether less would do, and how strict its purpose is."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('catalogus', '0040_aansluitdossier'),
    ]

    operations = [
        migrations.AddField(
            model_name='gegeven',
            name='minder',
            field=models.TextField(blank=True, db_default='', default='', help_text='kan het met minder, of minder precies, en waarom niet'),
        ),
        migrations.AddField(
            model_name='gegeven',
            name='doelbinding',
            field=models.CharField(blank=True, choices=[('alleen', 'alleen voor dit proces'), ('verenigbaar', 'ook voor een doel dat hier goed bij past'), ('wettelijk', 'ook voor een ander doel, omdat een wet dat zegt')], db_default='', default='', max_length=11),
        ),
    ]
