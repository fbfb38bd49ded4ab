"""What residents call a process, beside the name that staff use."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalogus", "0050_beslistabel_per_soort")]
    operations = [
        migrations.AddField(
            "proces",
            "naam_inwoner",
            models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="zoals het bij de inwoner heet; leeg: dezelfde",
                max_length=80,
            ),
        ),
    ]
