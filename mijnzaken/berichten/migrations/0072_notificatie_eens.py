"""That a thing was made is told once; what was told of a thing is found, to be forgotten with it."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('berichten', '0071_abonnement'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='notificatie',
            index=models.Index(fields=['hoofdobject'], name='notificatie_hoofdobject'),
        ),
        migrations.AddConstraint(
            model_name='notificatie',
            constraint=models.UniqueConstraint(condition=models.Q(('actie', 'create'), ('client_id', '')), fields=('resource_pad',), name='notificatie_een_begin'),
        ),
    ]
