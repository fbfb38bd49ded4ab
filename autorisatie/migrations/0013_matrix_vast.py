"""What was approved never changes, and nobody approves what they wrote: the database itself holds it.

A version starts as a draft, waits, and is approved by somebody who is no author of it, nor the same person under another
account. Rows and authors change in a draft only. The row of the version is locked while its rows change, so that an
approval can't slip in between.
"""

from django.db import migrations

VERSIE = """
CREATE FUNCTION matrix_versie_bewaken() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        RAISE EXCEPTION 'Versies van de autorisatiematrix blijven bewaard' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NEW.stand <> 'ontwerp' THEN
            RAISE EXCEPTION 'Een versie van de autorisatiematrix begint als ontwerp'
                USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
    END IF;
    IF OLD.stand = 'goedgekeurd' THEN
        RAISE EXCEPTION 'Versie % van de autorisatiematrix is goedgekeurd en verandert niet meer', OLD.nummer
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    IF NEW.stand = 'goedgekeurd' THEN
        IF OLD.stand <> 'ter_goedkeuring' THEN
            RAISE EXCEPTION 'Versie % van de autorisatiematrix is niet ter goedkeuring ingediend', OLD.nummer
                USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF EXISTS (
            SELECT 1 FROM autorisatie_matrixversie_auteurs a
              JOIN autorisatie_gebruiker auteur ON auteur.id = a.gebruiker_id
              JOIN autorisatie_gebruiker keurt ON keurt.id = NEW.goedgekeurd_door_id
             WHERE a.matrixversie_id = NEW.id AND (auteur.id = keurt.id OR auteur.partij_id = keurt.partij_id)
        ) THEN
            RAISE EXCEPTION 'Wie aan versie % van de autorisatiematrix schreef, keurt haar niet goed', OLD.nummer
                USING ERRCODE = 'insufficient_privilege';
        END IF;
    END IF;
    RETURN NEW;
END $$
"""

DEEL = """
CREATE FUNCTION matrix_deel_bewaken() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    versie bigint;
    stand_nu text;
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        RAISE EXCEPTION 'Versies van de autorisatiematrix blijven bewaard' USING ERRCODE = 'insufficient_privilege';
    END IF;
    FOREACH versie IN ARRAY ARRAY[(to_jsonb(OLD)->>TG_ARGV[0])::bigint, (to_jsonb(NEW)->>TG_ARGV[0])::bigint] LOOP
        CONTINUE WHEN versie IS NULL;
        SELECT v.stand INTO stand_nu FROM autorisatie_matrixversie v WHERE v.id = versie FOR SHARE;
        IF stand_nu IS DISTINCT FROM 'ontwerp' THEN
            RAISE EXCEPTION 'Alleen een ontwerp van de autorisatiematrix verandert'
                USING ERRCODE = 'insufficient_privilege';
        END IF;
    END LOOP;
    RETURN coalesce(NEW, OLD);
END $$
"""

TREKKERS = (  # table, function, its argument
    ("autorisatie_matrixversie", "matrix_versie_bewaken", ""),
    ("autorisatie_matrixregel", "matrix_deel_bewaken", "'versie_id'"),
    ("autorisatie_matrixversie_auteurs", "matrix_deel_bewaken", "'matrixversie_id'"),
)


def trekkers() -> list[migrations.RunSQL]:
    return [
        migrations.RunSQL(
            f"CREATE TRIGGER matrix_vast_{soort} BEFORE {wat} ON {tabel} FOR EACH {per} EXECUTE FUNCTION {functie}({argument})",
            f"DROP TRIGGER matrix_vast_{soort} ON {tabel}",
        )
        for tabel, functie, argument in TREKKERS
        for soort, wat, per in (("rij", "INSERT OR UPDATE OR DELETE", "ROW"), ("tabel", "TRUNCATE", "STATEMENT"))
    ]


class Migration(migrations.Migration):
    dependencies = [("autorisatie", "0012_matrix_oude_rijen")]
    operations = [
        migrations.RunSQL(VERSIE, "DROP FUNCTION matrix_versie_bewaken()"),
        migrations.RunSQL(DEEL, "DROP FUNCTION matrix_deel_bewaken()"),
        *trekkers(),
    ]
