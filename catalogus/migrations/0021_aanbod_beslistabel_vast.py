"""A decision table that holds keeps its contents: a zaak of its day finds the rule that decided, also years later."""

from django.db import migrations

FUNCTIE = """
CREATE FUNCTION catalogus_beslistabel_vast() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.geldig_van IS NOT NULL AND NEW.geldig_van IS NOT NULL AND (
        OLD.inhoud, OLD.soort, OLD.product_id, OLD.toelichting, OLD.verzonnen_bedragen, OLD.geldig_van
    ) IS DISTINCT FROM (
        NEW.inhoud, NEW.soort, NEW.product_id, NEW.toelichting, NEW.verzonnen_bedragen, NEW.geldig_van
    ) THEN
        RAISE EXCEPTION 'Deze beslistabel is in gebruik en verandert niet meer. Maak een nieuwe versie.'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'beslistabel_vast';
    END IF;
    RETURN NEW;
END $$
"""
TREKKER = """
CREATE TRIGGER beslistabel_vast BEFORE UPDATE ON catalogus_beslistabel FOR EACH ROW
EXECUTE FUNCTION catalogus_beslistabel_vast()
"""


class Migration(migrations.Migration):
    dependencies = [("catalogus", "0020_aanbod_producten")]
    operations = [
        migrations.RunSQL(FUNCTIE, "DROP FUNCTION catalogus_beslistabel_vast()"),
        migrations.RunSQL(TREKKER, "DROP TRIGGER beslistabel_vast ON catalogus_beslistabel"),
    ]
