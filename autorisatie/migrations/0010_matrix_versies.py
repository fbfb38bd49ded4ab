"""A version of the matrix is a draft, waits, or is approved; a row knows the channels and the line it stands on.

What was there was approved: it keeps its moment. No table is written over: the columns with a value per row are filled
after they were added.
"""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import autorisatie.models.matrix
import catalogus.klok

KANALEN = [("portaal", "website"), ("balie", "balie"), ("telefoon", "telefoon"), ("papier", "brief"), ("email", "e-mail"), ("api", "ander systeem")]
STANDEN = [("ontwerp", "ontwerp"), ("ter_goedkeuring", "wacht op goedkeuring"), ("goedgekeurd", "goedgekeurd")]

VULLEN = """
UPDATE autorisatie_matrixversie
   SET uuid = gen_random_uuid(), goedgekeurd_op = actief_vanaf, aangemaakt_op = actief_vanaf;
INSERT INTO autorisatie_matrixversie_auteurs (matrixversie_id, gebruiker_id)
SELECT id, opgesteld_door_id FROM autorisatie_matrixversie;
"""

# Rows with the same role, scope and conditions were written as one; from here on they say so.
BLOKKEN = """
WITH groep AS MATERIALIZED (
    SELECT array_agg(id) AS ids, gen_random_uuid() AS blok
      FROM (SELECT id, versie_id, rol_id, scope, dienst_id, team_id, procesgroep, proces_id, open_of_gesloten,
                   dagen_na_sluiting, eigen_team, aan_mij, max_vertrouwelijkheid, doel_verplicht,
                   betrouwbaarheid_minimaal,
                   row_number() OVER (PARTITION BY versie_id, rol_id, scope, dienst_id, team_id, procesgroep, proces_id,
                       open_of_gesloten, dagen_na_sluiting, eigen_team, aan_mij, max_vertrouwelijkheid, doel_verplicht,
                       betrouwbaarheid_minimaal, gegevensgroep ORDER BY id) AS keer
              FROM autorisatie_matrixregel) r
     GROUP BY versie_id, rol_id, scope, dienst_id, team_id, procesgroep, proces_id, open_of_gesloten, dagen_na_sluiting,
              eigen_team, aan_mij, max_vertrouwelijkheid, doel_verplicht, betrouwbaarheid_minimaal, keer
)
UPDATE autorisatie_matrixregel regel SET blok = groep.blok FROM groep WHERE regel.id = ANY(groep.ids);
"""


class Migration(migrations.Migration):
    dependencies = [("autorisatie", "0003_bewaard_formulier"), ("catalogus", "0001_eerste")]
    operations = [
        migrations.AddField("matrixversie", "uuid", models.UUIDField(null=True, editable=False)),
        migrations.AddField("matrixversie", "stand", models.CharField(choices=STANDEN, default="goedgekeurd", max_length=16)),
        migrations.AlterField("matrixversie", "stand", models.CharField(choices=STANDEN, default="ontwerp", max_length=16)),
        migrations.AddField("matrixversie", "gebaseerd_op", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="opvolgers", to="autorisatie.matrixversie")),
        migrations.AddField("matrixversie", "aangemaakt_op", models.DateTimeField(default=catalogus.klok.nu)),
        migrations.AddField("matrixversie", "auteurs", models.ManyToManyField(related_name="+", to=settings.AUTH_USER_MODEL)),
        migrations.AddField("matrixversie", "ingediend_op", models.DateTimeField(null=True)),
        migrations.AddField("matrixversie", "teruggestuurd_door", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
        migrations.AddField("matrixversie", "teruggestuurd_reden", models.CharField(blank=True, max_length=500, default=""), preserve_default=False),
        migrations.AddField("matrixversie", "goedgekeurd_op", models.DateTimeField(null=True)),
        migrations.AlterField("matrixversie", "goedgekeurd_door", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
        migrations.AlterField("matrixversie", "actief_vanaf", models.DateTimeField(db_index=True, null=True)),
        migrations.AddField("matrixregel", "blok", models.UUIDField(null=True)),
        migrations.AddField("matrixregel", "kanalen", django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=KANALEN, max_length=10), default=autorisatie.models.matrix.alle_kanalen, size=None)),
        migrations.AlterModelOptions("matrixregel", options={"ordering": ["rol", "scope", "gegevensgroep", "id"]}),
        migrations.RunSQL(VULLEN, migrations.RunSQL.noop),
        migrations.RunSQL(BLOKKEN, migrations.RunSQL.noop),
    ]
