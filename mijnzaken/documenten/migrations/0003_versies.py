"""A version that changed words only shares a file; a document may have none; what is kept elsewhere has an address.

Made while the program runs: the checks are added unseen and looked at after, the indexes are made beside the writers.
"""

from django.contrib.postgres.operations import AddConstraintNotValid, AddIndexConcurrently, ValidateConstraint
from django.db import migrations, models

import mijnzaken.documenten.models

KEURING = [
    ("wacht", "wacht op controle"),
    ("schoon", "schoon"),
    ("besmet", "besmet"),
    ("geweigerd", "geweigerd"),
    ("leeg", "zonder bestand"),
]
BESTAND_EENS = models.UniqueConstraint(
    condition=models.Q(("bestand", ""), _negated=True), fields=("bestand",), name="documentversie_bestand_eens"
)


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("documenten", "0002_keuring_en_grenzen")]
    operations = [
        migrations.AlterField(
            model_name="document",
            name="keuring",
            field=models.CharField(choices=KEURING, default="wacht", max_length=10),
        ),
        migrations.AlterField(
            model_name="upload",
            name="keuring",
            field=models.CharField(choices=KEURING, default="wacht", max_length=10),
        ),
        migrations.AlterField(
            model_name="documentversie",
            name="bestand",
            field=models.FileField(
                blank=True, max_length=200, storage=mijnzaken.documenten.models.documentenopslag, upload_to=""
            ),
        ),
        migrations.AlterField(
            model_name="documentversie", name="bestandsomvang", field=models.BigIntegerField(null=True)
        ),
        migrations.AddField(
            model_name="documentversie",
            name="gegevens",
            field=models.JSONField(db_default=models.Value({}, models.JSONField()), default=dict),
        ),
        migrations.AddField(
            model_name="documentversie",
            name="inhoud_van",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=models.CASCADE,
                related_name="+",
                to="documenten.documentversie",
            ),
        ),
        migrations.AddField(
            model_name="objectinformatieobject",
            name="object_url",
            field=models.CharField(blank=True, db_default="", max_length=1000),
        ),
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS documentversie_bestand_eens "
                    "ON documenten_documentversie (bestand) WHERE NOT (bestand = '')",
                    "DROP INDEX CONCURRENTLY IF EXISTS documentversie_bestand_eens",
                )
            ],
            state_operations=[migrations.AddConstraint(model_name="documentversie", constraint=BESTAND_EENS)],
        ),
        migrations.RemoveConstraint(model_name="documentversie", name="documentversie_eigen_bestand"),
        AddIndexConcurrently(
            model_name="documentversie",
            index=models.Index(
                condition=models.Q(("inhoud_van__isnull", False)),
                fields=["inhoud_van"],
                name="documentversie_inhoud_van",
            ),
        ),
        AddConstraintNotValid(
            model_name="documentversie",
            constraint=models.CheckConstraint(
                condition=models.Q(("inhoud_van", None), ("bestand", ""), _connector="OR"),
                name="documentversie_een_bestand",
            ),
        ),
        ValidateConstraint(model_name="documentversie", name="documentversie_een_bestand"),
        AddConstraintNotValid(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("gekeurd_op", None), ("keuring__in", ["wacht", "leeg"])),
                    models.Q(("gekeurd_op__isnull", False), ("keuring__in", ["schoon", "besmet", "geweigerd"])),
                    _connector="OR",
                ),
                name="document_keuring_heeft_moment",
            ),
        ),
        ValidateConstraint(model_name="document", name="document_keuring_heeft_moment"),
        migrations.RemoveConstraint(model_name="document", name="document_gekeurd_heeft_moment"),
    ]
