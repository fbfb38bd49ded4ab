"""What the rows of an installation meant so far, said in the words of now, before a version can no longer change.

*Purpose required* was written and not held: the rights that open a desk before a purpose is known move to a row of
their own. *rechten_beheren* becomes the separate rights of drafting, approving and reviewing. A branch was an
organisation and a legal representative a gemachtigde: they get the same rows under their own role.
"""

from django.db import migrations

NA_HET_DOEL = "{inzien,contact_vastleggen}"

BUREAU_ZONDER_DOEL = f"""
INSERT INTO autorisatie_matrixregel (versie_id, blok, rol_id, scope, dienst_id, team_id, procesgroep, proces_id,
    gegevensgroep, niveau, handelingen, open_of_gesloten, dagen_na_sluiting, eigen_team, aan_mij, max_vertrouwelijkheid,
    kanalen, doel_verplicht, betrouwbaarheid_minimaal)
SELECT versie_id, gen_random_uuid(), rol_id, scope, dienst_id, team_id, procesgroep, proces_id, 'zaak', 0,
    (SELECT array_agg(h) FROM unnest(handelingen) h WHERE NOT h = ANY('{NA_HET_DOEL}')), open_of_gesloten,
    dagen_na_sluiting, eigen_team, aan_mij, max_vertrouwelijkheid, kanalen, FALSE, betrouwbaarheid_minimaal
  FROM autorisatie_matrixregel
 WHERE doel_verplicht AND EXISTS (SELECT 1 FROM unnest(handelingen) h WHERE NOT h = ANY('{NA_HET_DOEL}'));
UPDATE autorisatie_matrixregel
   SET handelingen = ARRAY(SELECT h FROM unnest(handelingen) h WHERE h = ANY('{NA_HET_DOEL}'))
 WHERE doel_verplicht;
"""

RECHTEN = """
UPDATE autorisatie_matrixregel SET handelingen = handelingen || '{rechten_inzien,matrix_ontwerpen,matrix_wijzigen,matrix_indienen,matrix_goedkeuren,matrix_terugsturen,matrix_weggooien,matrix_inlezen,matrix_herzien,rechten_uitleggen}'::varchar[]
 WHERE 'rechten_beheren' = ANY(handelingen);
UPDATE autorisatie_matrixregel SET handelingen = handelingen || '{rechten_inzien,rechten_uitleggen,afgeschermd_uitleggen}'::varchar[]
 WHERE 'logboek_lezen' = ANY(handelingen);
UPDATE autorisatie_matrixregel SET handelingen = handelingen || '{rechten_inzien,matrix_goedkeuren,matrix_terugsturen,matrix_herzien}'::varchar[]
 WHERE 'zaaktype_publiceren' = ANY(handelingen);
"""

INWONERS = """
INSERT INTO autorisatie_rol (code, naam, omschrijving, voor_medewerkers)
SELECT nieuw.code, nieuw.naam, '', FALSE
  FROM (VALUES ('vestiging', 'Vestiging', 'organisatie'),
               ('wettelijk_vertegenwoordiger', 'Wettelijk vertegenwoordiger', 'gemachtigde')) nieuw(code, naam, als)
 WHERE EXISTS (SELECT 1 FROM autorisatie_rol WHERE code = nieuw.als)
   AND NOT EXISTS (SELECT 1 FROM autorisatie_rol WHERE code = nieuw.code);
INSERT INTO autorisatie_matrixregel (versie_id, blok, rol_id, scope, dienst_id, team_id, procesgroep, proces_id,
    gegevensgroep, niveau, handelingen, open_of_gesloten, dagen_na_sluiting, eigen_team, aan_mij, max_vertrouwelijkheid,
    kanalen, doel_verplicht, betrouwbaarheid_minimaal)
SELECT r.versie_id, md5(r.blok::text || nieuw.code)::uuid, rol.id, r.scope, r.dienst_id, r.team_id, r.procesgroep,
    r.proces_id, r.gegevensgroep, r.niveau, r.handelingen, r.open_of_gesloten, r.dagen_na_sluiting, r.eigen_team,
    r.aan_mij, r.max_vertrouwelijkheid, r.kanalen, r.doel_verplicht, r.betrouwbaarheid_minimaal
  FROM autorisatie_matrixregel r
  JOIN autorisatie_rol oud ON oud.id = r.rol_id
  JOIN (VALUES ('vestiging', 'organisatie'), ('wettelijk_vertegenwoordiger', 'gemachtigde')) nieuw(code, als)
    ON nieuw.als = oud.code
  JOIN autorisatie_rol rol ON rol.code = nieuw.code
 WHERE NOT EXISTS (SELECT 1 FROM autorisatie_matrixregel er WHERE er.versie_id = r.versie_id AND er.rol_id = rol.id);
"""


class Migration(migrations.Migration):
    dependencies = [("autorisatie", "0011_matrix_voorwaarden")]
    operations = [
        migrations.RunSQL(BUREAU_ZONDER_DOEL, migrations.RunSQL.noop),
        migrations.RunSQL(RECHTEN, migrations.RunSQL.noop),
        migrations.RunSQL(INWONERS, migrations.RunSQL.noop),
    ]
