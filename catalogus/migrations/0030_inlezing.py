"""What somebody read from a file and has not taken over yet."""



import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('catalogus', '0029_verdeelregel'),
    ]

    operations = [
        migrations.CreateModel(
            name='Inlezing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('door_id', models.BigIntegerField()),
                ('nummer', models.PositiveSmallIntegerField()),
                ('bestand', models.CharField(max_length=200)),
                ('soort', models.CharField(max_length=40)),
                ('identificatie', models.CharField(max_length=50)),
                ('naam', models.CharField(max_length=80)),
                ('tekst', models.TextField()),
                ('meldingen', models.JSONField(default=list)),
                ('gelezen_op', models.DateTimeField()),
            ],
            options={
                'verbose_name_plural': 'inlezingen',
                'ordering': ['nummer'],
                'constraints': [models.UniqueConstraint(fields=('door_id', 'nummer'), name='inlezing_nummer_uniek')],
            },
        ),
    ]
