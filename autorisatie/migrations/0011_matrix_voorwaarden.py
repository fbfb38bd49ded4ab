"""What was filled in by the migration before becomes a rule of the database; the review of a role gets its table."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    dependencies = [("autorisatie", "0010_matrix_versies")]
    operations = [
        migrations.AlterField("matrixversie", "uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
        migrations.AlterField("matrixregel", "blok", models.UUIDField(default=uuid.uuid4)),
        migrations.AddConstraint(
            "matrixversie",
            models.CheckConstraint(
                name="matrix_goedgekeurd_met_moment",
                condition=Q(
                    stand="goedgekeurd",
                    goedgekeurd_door__isnull=False,
                    goedgekeurd_op__isnull=False,
                    actief_vanaf__gte=F("goedgekeurd_op"),
                )
                | ~Q(stand="goedgekeurd") & Q(goedgekeurd_door=None, goedgekeurd_op=None, actief_vanaf=None),
            ),
        ),
        migrations.AddConstraint(
            "matrixversie", models.CheckConstraint(condition=~Q(gebaseerd_op=F("id")), name="matrix_niet_op_zichzelf")
        ),
        migrations.AddConstraint(
            "matrixregel",
            models.UniqueConstraint(fields=["versie", "blok", "gegevensgroep"], name="matrixregel_eens_per_blok"),
        ),
        migrations.CreateModel(
            name="Matrixherziening",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("op", models.DateTimeField()),
                ("opmerking", models.CharField(max_length=500)),
                ("door", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("rol", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="herzieningen", to="autorisatie.rol")),
                ("versie", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="herzieningen", to="autorisatie.matrixversie")),
            ],
            options={"ordering": ["-op"], "indexes": [models.Index(fields=["rol", "-op"], name="matrixherziening_rol")]},
        ),
    ]
