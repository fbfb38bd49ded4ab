"""How many zaken there are, kept by triggers: rows that are only added, so that nobody waits."""

import django.db.models.deletion
from django.db import migrations, models

TRIGGERS = """
CREATE FUNCTION zaken_tel_nieuw() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO zaken_zaaktelling (zaaktype_id, vertrouwelijkheidaanduiding, aantal)
    SELECT zaaktype_id, vertrouwelijkheidaanduiding, count(*) FROM nieuw WHERE NOT afgeschermd GROUP BY 1, 2;
    RETURN NULL;
END $$;
CREATE FUNCTION zaken_tel_weg() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO zaken_zaaktelling (zaaktype_id, vertrouwelijkheidaanduiding, aantal)
    SELECT zaaktype_id, vertrouwelijkheidaanduiding, -count(*) FROM oud WHERE NOT afgeschermd GROUP BY 1, 2;
    RETURN NULL;
END $$;
CREATE FUNCTION zaken_tel_anders() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NOT OLD.afgeschermd THEN
        INSERT INTO zaken_zaaktelling (zaaktype_id, vertrouwelijkheidaanduiding, aantal)
        VALUES (OLD.zaaktype_id, OLD.vertrouwelijkheidaanduiding, -1);
    END IF;
    IF NOT NEW.afgeschermd THEN
        INSERT INTO zaken_zaaktelling (zaaktype_id, vertrouwelijkheidaanduiding, aantal)
        VALUES (NEW.zaaktype_id, NEW.vertrouwelijkheidaanduiding, 1);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER zaak_tel_nieuw AFTER INSERT ON zaken_zaak REFERENCING NEW TABLE AS nieuw
    FOR EACH STATEMENT EXECUTE FUNCTION zaken_tel_nieuw();
CREATE TRIGGER zaak_tel_weg AFTER DELETE ON zaken_zaak REFERENCING OLD TABLE AS oud
    FOR EACH STATEMENT EXECUTE FUNCTION zaken_tel_weg();
CREATE TRIGGER zaak_tel_anders AFTER UPDATE OF zaaktype_id, vertrouwelijkheidaanduiding, afgeschermd ON zaken_zaak
    FOR EACH ROW WHEN ((OLD.zaaktype_id, OLD.vertrouwelijkheidaanduiding, OLD.afgeschermd)
        IS DISTINCT FROM (NEW.zaaktype_id, NEW.vertrouwelijkheidaanduiding, NEW.afgeschermd))
    EXECUTE FUNCTION zaken_tel_anders();
"""
TERUG = """
DROP TRIGGER zaak_tel_nieuw ON zaken_zaak;
DROP TRIGGER zaak_tel_weg ON zaken_zaak;
DROP TRIGGER zaak_tel_anders ON zaken_zaak;
DROP FUNCTION zaken_tel_nieuw();
DROP FUNCTION zaken_tel_weg();
DROP FUNCTION zaken_tel_anders();
"""


class Migration(migrations.Migration):
    dependencies = [("catalogus", "0026_auteurs"), ("zaken", "0081_rolindex")]
    operations = [
        migrations.CreateModel(
            name='Zaaktelling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('vertrouwelijkheidaanduiding', models.PositiveSmallIntegerField()),
                ('aantal', models.BigIntegerField()),
                ('zaaktype', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='catalogus.zaaktype')),
            ],
            options={'verbose_name_plural': 'zaaktellingen'},
        ),
        migrations.RunSQL(TRIGGERS, TERUG),
    ]
