"""A grant is asked for, granted and ended: when and by whom. Absence moves to its own table (0024): its two columns stay
in the database as long as an older version may still read them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("autorisatie", "0013_matrix_vast")]
    operations = [
        migrations.AddField(
            "toekenning",
            "aangevraagd_door",
            models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="gevraagde_toekenningen", to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField("toekenning", "aangevraagd_op", models.DateTimeField(null=True)),
        migrations.AddField(
            "toekenning",
            "beeindigd_door",
            models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField("toekenning", "beeindigd_op", models.DateTimeField(null=True)),
        migrations.AddField("toekenning", "reden_einde", models.CharField(blank=True, db_default="", max_length=255)),
        migrations.AddField("toekenning", "verleend_op", models.DateTimeField(null=True)),
        migrations.AddField(
            "toekenning",
            "verlengt",
            models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="verlengingen", to="autorisatie.toekenning"),
        ),
        migrations.AlterField(
            "toekenning",
            "gebruiker",
            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="toekenningen", to=settings.AUTH_USER_MODEL),
        ),
        migrations.AlterField(
            "toekenning",
            "verleend_door",
            models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="verleende_toekenningen", to=settings.AUTH_USER_MODEL),
        ),
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.RemoveField("gebruiker", "afwezig_tot"),
                migrations.RemoveField("gebruiker", "afwezig_van"),
            ]
        ),
    ]
