"""Who is to publish a version can send it back with a reason."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalogus", "0041_gegevensbeoordeling")]
    operations = [
        migrations.AddField(
            model_name='zaaktype',
            name='bijgewerkt_op',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='zaaktype',
            name='teruggestuurd_door_id',
            field=models.BigIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='zaaktype',
            name='teruggestuurd_op',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='zaaktype',
            name='teruggestuurd_reden',
            field=models.CharField(blank=True, db_default='', default='', max_length=500),
        ),
        migrations.AddConstraint(
            model_name='zaaktype',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('teruggestuurd_op', None), ('teruggestuurd_reden', '')), models.Q(('teruggestuurd_op__isnull', False), models.Q(('teruggestuurd_reden', ''), _negated=True)), _connector='OR'), name='zaaktype_teruggestuurd_met_reden', violation_error_message='Wie een versie terugstuurt, zegt waarom.'),
        ),
    ]
