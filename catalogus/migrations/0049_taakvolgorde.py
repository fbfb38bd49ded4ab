"""Where a task stands among the tasks of a zaaktype."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('catalogus', '0048_documentrollen'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='taaktype',
            options={'ordering': ['zaaktype', 'volgorde', 'id'], 'verbose_name_plural': 'taaktypen'},
        ),
        migrations.AddField(
            model_name='taaktype',
            name='volgorde',
            field=models.PositiveSmallIntegerField(db_default=0, default=0, verbose_name='plaats in de volgorde'),
        ),
    ]
