"""Beside the count of each block the count of all blocks together. What was counted counts as new until the next fold."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("zaken", "0091_telling_per_blok")]
    operations = [
        migrations.AddField(
            "zaaktelling",
            "soort",
            models.PositiveSmallIntegerField(
                choices=[(0, "sinds de tellingen zijn gevouwen"), (1, "een blok"), (2, "alle blokken samen")],
                db_default=0,
                default=0,
            ),
        ),
        migrations.AddIndex(
            "zaaktelling",
            models.Index(
                condition=models.Q(("soort", 1), _negated=True), fields=["zaaktype"], name="zaaktelling_samen"
            ),
        ),
    ]
