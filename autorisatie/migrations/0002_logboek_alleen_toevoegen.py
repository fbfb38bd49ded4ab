"""The logs are append-only: the database itself refuses to change or remove a line."""

from django.db import migrations

TABELLEN = ("autorisatie_auditregel", "autorisatie_verwerkingsregel")

FUNCTIE = """
CREATE FUNCTION logboek_alleen_toevoegen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Het logboek % is alleen om aan toe te voegen', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$
"""


def trekkers(werk: str) -> list[str]:
    return [
        f"CREATE TRIGGER alleen_toevoegen_{soort} BEFORE {wat} ON {tabel} FOR EACH {per} "
        "EXECUTE FUNCTION logboek_alleen_toevoegen()"
        if werk == "maak"
        else f"DROP TRIGGER alleen_toevoegen_{soort} ON {tabel}"
        for tabel in TABELLEN
        for soort, wat, per in (("rij", "UPDATE OR DELETE", "ROW"), ("tabel", "TRUNCATE", "STATEMENT"))
    ]


class Migration(migrations.Migration):
    dependencies = [("autorisatie", "0001_eerste")]
    operations = [
        migrations.RunSQL(FUNCTIE, "DROP FUNCTION logboek_alleen_toevoegen()"),
        *(migrations.RunSQL(maak, weg) for maak, weg in zip(trekkers("maak"), trekkers("weg"), strict=True)),
    ]
