"""Which functions a zaaktype keeps apart, in the place of ``vier_ogen``, which no longer decided anything.

The old column stays in the database, with a default: the program of before may still run while this one starts.
"""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalogus", "0002_werkdagen_bij_regime")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[migrations.RemoveField(model_name="zaaktype", name="vier_ogen")],
            database_operations=[
                migrations.RunSQL(
                    "ALTER TABLE catalogus_zaaktype ALTER COLUMN vier_ogen SET DEFAULT true",
                    "ALTER TABLE catalogus_zaaktype ALTER COLUMN vier_ogen DROP DEFAULT",
                )
            ],
        ),
        migrations.AddField(
            model_name="zaaktype",
            name="gescheiden_functies",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    max_length=10,
                    choices=[
                        ("advies", "advies geven"),
                        ("voorstel", "het besluit voorstellen"),
                        ("besluit", "het besluit nemen"),
                        ("horen", "horen bij een bezwaar"),
                    ],
                ),
                blank=True,
                default=list,
                help_text="wat verschillende mensen moeten doen; niemand besluit ooit op eigen voorstel of advies",
                size=None,
            ),
        ),
        migrations.RunSQL(
            "ALTER TABLE catalogus_zaaktype ALTER COLUMN gescheiden_functies SET DEFAULT '{}'",
            "ALTER TABLE catalogus_zaaktype ALTER COLUMN gescheiden_functies DROP DEFAULT",
        ),
    ]
