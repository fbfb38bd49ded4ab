"""How many trigrams two words share."""

from django.db import migrations

FUNCTIE = """
CREATE FUNCTION catalogus_gedeeld(een text[], ander text[]) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT count(*)::int FROM pg_catalog.unnest(een) AS deel WHERE deel OPERATOR(pg_catalog.=) ANY (ander))
"""

class Migration(migrations.Migration):
    dependencies = [("catalogus", "0021_aanbod_beslistabel_vast")]
    operations = [
        migrations.RunSQL(FUNCTIE, "DROP FUNCTION catalogus_gedeeld(text[], text[])"),
    ]
