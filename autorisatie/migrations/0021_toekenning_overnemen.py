"""Grants from before the rule of three persons: another administrator stands as who asked, they hold for a year at most,
and say so. Where there is no third person, the grant becomes a request that waits for one."""

from django.db import migrations

OVERNEMEN = """
WITH derde AS (
    SELECT t.id, (
        SELECT g.id FROM autorisatie_gebruiker g
        WHERE g.id NOT IN (t.gebruiker_id, t.verleend_door_id) AND NOT EXISTS (
            SELECT 1 FROM autorisatie_gebruiker a
            WHERE a.id IN (t.gebruiker_id, t.verleend_door_id) AND a.partij_id = g.partij_id)
        ORDER BY EXISTS (
            SELECT 1 FROM autorisatie_toekenning b JOIN autorisatie_rol r ON r.id = b.rol_id
            WHERE b.gebruiker_id = g.id AND r.code = 'autorisatiebeheerder') DESC, g.id
        LIMIT 1) AS wie
    FROM autorisatie_toekenning t WHERE t.aangevraagd_op IS NULL)
UPDATE autorisatie_toekenning t SET
    aangevraagd_door_id = coalesce(d.wie, t.verleend_door_id),
    verleend_door_id = CASE WHEN d.wie IS NULL THEN NULL ELSE t.verleend_door_id END,
    geldig_van = greatest(t.geldig_van, t.geldig_tot - 365),
    aangevraagd_op = greatest(t.geldig_van, t.geldig_tot - 365)::timestamp AT TIME ZONE 'Europe/Amsterdam',
    verleend_op = CASE WHEN d.wie IS NULL THEN NULL
        ELSE greatest(t.geldig_van, t.geldig_tot - 365)::timestamp AT TIME ZONE 'Europe/Amsterdam' END,
    reden = left(t.reden || ' (overgenomen)', 255)
FROM derde d WHERE d.id = t.id
"""


class Migration(migrations.Migration):
    dependencies = [("autorisatie", "0020_toekenning_velden")]
    operations = [migrations.RunSQL(OVERNEMEN, migrations.RunSQL.noop)]
