"""A message keeps the trace of the act that made it."""
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('berichten', '0001_eerste'),
    ]

    operations = [
        migrations.AddField(
            model_name='bericht',
            name='traceparent',
            field=models.CharField(db_default='', default='', max_length=55),
        ),
        migrations.AddField(
            model_name='bericht',
            name='tracestate',
            field=models.CharField(db_default='', default='', max_length=512),
        ),
    ]
