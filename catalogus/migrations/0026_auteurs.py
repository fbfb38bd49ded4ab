"""Everybody who wrote on a version, so that none of them publishes it."""

from typing import Any

import django.contrib.postgres.fields
import django.db.models.lookups
from django.db import migrations, models


def neem_over(staat: Any, schema_editor: Any) -> None:
    """Of what is still a concept is known who wrote last."""
    Zaaktype = staat.get_model("catalogus", "Zaaktype")
    for versie in Zaaktype.objects.filter(stand="concept", auteur_id__isnull=False).only("pk", "auteur_id"):
        Zaaktype.objects.filter(pk=versie.pk).update(auteurs=[versie.auteur_id])


class Migration(migrations.Migration):
    dependencies = [("catalogus", "0025_product_onderhoud")]

    operations = [
        migrations.AddField(
            model_name="zaaktype",
            name="auteurs",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.BigIntegerField(),
                blank=True,
                db_default=models.Value(
                    [], django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)
                ),
                default=list,
                size=None,
            ),
        ),
        migrations.RunPython(neem_over, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="zaaktype",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.IsNull(
                    models.Func(
                        "auteurs",
                        "gepubliceerd_door_id",
                        function="array_position",
                        output_field=models.IntegerField(),
                    ),
                    True,
                ),
                name="zaaktype_geen_auteur_publiceert",
                violation_error_message="Wie aan een versie schreef, publiceert die niet zelf.",
            ),
        ),
    ]
