"""Of what was erased the row holds no value: checked without keeping anybody waiting who writes meanwhile."""

from django.contrib.postgres.operations import AddConstraintNotValid, ValidateConstraint
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("zaken", "0095_gegeven_gewist")]
    operations = [
        AddConstraintNotValid(
            "gegevenswaarde",
            models.CheckConstraint(
                condition=models.Q(("gewist_op", None), models.Q(("actueel", False), ("waarde", "")), _connector="OR"),
                name="gegevenswaarde_gewist_is_leeg",
            ),
        ),
        ValidateConstraint("gegevenswaarde", "gegevenswaarde_gewist_is_leeg"),
    ]
