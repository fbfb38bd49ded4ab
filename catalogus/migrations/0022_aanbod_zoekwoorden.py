"""How many trigrams two words share; and the words of the products that are there already."""

from django.db import migrations

FUNCTIE = """
CREATE FUNCTION catalogus_gedeeld(een text[], ander text[]) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT count(*)::int FROM pg_catalog.unnest(een) AS deel WHERE deel OPERATOR(pg_catalog.=) ANY (ander))
"""
VUL = r"""
INSERT INTO catalogus_zoekwoord (woord, trigrammen)
SELECT woord, ARRAY(
    SELECT DISTINCT substr(' ' || woord || ' ', i, 3) FROM generate_series(1, length(woord)) i ORDER BY 1
)
FROM (
    SELECT DISTINCT lower(deel[1]) AS woord FROM catalogus_product,
    regexp_matches(concat_ws(' ', naam, samenvatting, tekst, catalogus_woorden(trefwoorden)), '[[:alpha:]]{3,40}', 'g')
    AS deel
) AS woorden
"""


class Migration(migrations.Migration):
    dependencies = [("catalogus", "0021_aanbod_beslistabel_vast")]
    operations = [
        migrations.RunSQL(FUNCTIE, "DROP FUNCTION catalogus_gedeeld(text[], text[])"),
        migrations.RunSQL(VUL, migrations.RunSQL.noop),
    ]
