"""May somebody pass the shielding of a zaak? As a function, so that a list does not plan the answer for every ground, and
asks it only of the few rows that are shielded. A plain subquery was turned round to hash every shielding there is.
"""

from django.db import migrations

FUNCTIE = """
CREATE FUNCTION zaken_genoemd_bij_afscherming(zaak bigint, wie bigint, nu timestamptz) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN NOT EXISTS (SELECT FROM zaken_zaakafscherming a WHERE a.zaak_id = zaak AND a.opgeheven_op IS NULL)
        AND coalesce((
            SELECT bool_and(EXISTS (
                SELECT FROM autorisatie_partijtoegang n
                WHERE n.content_object_id = p.id AND n.user_id = wie AND n.geldig_van <= nu AND n.geldig_tot > nu))
            FROM zaken_rol g JOIN autorisatie_partij p ON p.id = g.partij_id
            WHERE g.zaak_id = zaak AND p.afgeschermd), FALSE);
END $$
"""


class Migration(migrations.Migration):
    dependencies = [("autorisatie", "0030_afscherming"), ("zaken", "0041_vernietigen_indexen")]
    operations = [
        migrations.RunSQL(FUNCTIE, "DROP FUNCTION zaken_genoemd_bij_afscherming(bigint, bigint, timestamptz)")
    ]
