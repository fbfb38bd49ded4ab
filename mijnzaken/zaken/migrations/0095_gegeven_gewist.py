"""A gegeven of a zaak that stays can be erased by itself: its line in a request, and the empty row that it leaves."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("zaken", "0094_slotgrond")]
    operations = [
        migrations.AddField("gegevenswaarde", "gewist_op", models.DateTimeField(null=True)),
        migrations.AddField(
            "wisregel", "onderdeel", models.CharField(blank=True, db_default="", default="", max_length=36)
        ),
        migrations.RemoveConstraint("wisregel", "wisregel_eens"),
        migrations.AddConstraint(
            "wisregel",
            models.UniqueConstraint(fields=["zaak", "plaats", "nummer", "onderdeel"], name="wisregel_eens"),
        ),
    ]
