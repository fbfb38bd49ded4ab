"""The database itself holds that a grant comes from three persons, is not dated back, ends, and stays as it was granted."""

import datetime

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q
from django.db.models.functions import TruncDate

ZELFDE_PERSOON = """
CREATE FUNCTION autorisatie_zelfde_persoon(een bigint, ander bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT een = ander OR EXISTS (
        SELECT 1 FROM autorisatie_gebruiker a JOIN autorisatie_gebruiker b ON b.partij_id = a.partij_id
        WHERE a.id = een AND b.id = ander)
$$
"""
FUNCTIE = """
CREATE FUNCTION toekenning_drie_personen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' OR (NEW.gebruiker_id, NEW.aangevraagd_door_id) IS DISTINCT FROM
            (OLD.gebruiker_id, OLD.aangevraagd_door_id) OR NEW.verleend_door_id IS DISTINCT FROM OLD.verleend_door_id THEN
        IF autorisatie_zelfde_persoon(NEW.gebruiker_id, NEW.aangevraagd_door_id)
                OR autorisatie_zelfde_persoon(NEW.gebruiker_id, NEW.verleend_door_id)
                OR autorisatie_zelfde_persoon(NEW.aangevraagd_door_id, NEW.verleend_door_id) THEN
            RAISE EXCEPTION 'Een toekenning komt van drie verschillende personen'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'toekenning_drie_personen';
        END IF;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF (NEW.gebruiker_id, NEW.rol_id, NEW.team_id, NEW.aangevraagd_door_id, NEW.aangevraagd_op) IS DISTINCT FROM
                (OLD.gebruiker_id, OLD.rol_id, OLD.team_id, OLD.aangevraagd_door_id, OLD.aangevraagd_op)
            OR NEW.geldig_tot > OLD.geldig_tot
            OR (OLD.verleend_op IS NOT NULL AND (NEW.verleend_op, NEW.verleend_door_id, NEW.geldig_van)
                IS DISTINCT FROM (OLD.verleend_op, OLD.verleend_door_id, OLD.geldig_van))
            OR (OLD.beeindigd_op IS NOT NULL AND NEW.beeindigd_op IS DISTINCT FROM OLD.beeindigd_op) THEN
            RAISE EXCEPTION 'Een toekenning verandert niet; zij eindigt alleen, of eerder'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'toekenning_verandert_niet';
        END IF;
    END IF;
    RETURN NEW;
END $$
"""
TREKKER = """
CREATE TRIGGER toekenning_drie_personen BEFORE INSERT OR UPDATE ON autorisatie_toekenning FOR EACH ROW
EXECUTE FUNCTION toekenning_drie_personen()
"""
_NIET_VOOR_ZICHZELF = ~Q(gebruiker=F("aangevraagd_door"))
_HOUDT_OP = Q(geldig_tot__lte=F("geldig_van") + models.Value(datetime.timedelta(days=731)))
_DOOR_IEMAND = Q(verleend_door=None, verleend_op=None) | Q(
    verleend_door__isnull=False, verleend_op__gte=F("aangevraagd_op")
)
_NIET_TERUG = Q(verleend_op=None) | Q(geldig_van__gte=TruncDate("verleend_op"))
_BEEINDIGD = Q(beeindigd_door=None, beeindigd_op=None) | Q(beeindigd_door__isnull=False, beeindigd_op__isnull=False)


class Migration(migrations.Migration):
    dependencies = [("autorisatie", "0021_toekenning_overnemen")]
    operations = [
        migrations.AlterField(
            "toekenning",
            "aangevraagd_door",
            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="gevraagde_toekenningen", to=settings.AUTH_USER_MODEL),
        ),
        migrations.AlterField("toekenning", "aangevraagd_op", models.DateTimeField()),
        *(
            migrations.AddConstraint("toekenning", models.CheckConstraint(condition=voorwaarde, name=naam))
            for naam, voorwaarde in {
                "toekenning_niet_voor_zichzelf": _NIET_VOOR_ZICHZELF,
                "toekenning_vier_ogen": ~Q(aangevraagd_door=F("verleend_door")),
                "toekenning_houdt_op": _HOUDT_OP,
                "toekenning_verleend_door_iemand": _DOOR_IEMAND,
                "toekenning_niet_in_het_verleden": _NIET_TERUG,
                "toekenning_beeindigd_door_iemand": _BEEINDIGD,
            }.items()
        ),
        migrations.AddConstraint(
            "toekenning",
            models.UniqueConstraint(
                condition=Q(beeindigd_op=None, verleend_op=None),
                fields=("gebruiker", "rol", "team"),
                name="toekenning_eenmaal_gevraagd",
                nulls_distinct=False,
            ),
        ),
        migrations.RunSQL(ZELFDE_PERSOON, "DROP FUNCTION autorisatie_zelfde_persoon(bigint, bigint)"),
        migrations.RunSQL(FUNCTIE, "DROP FUNCTION toekenning_drie_personen()"),
        migrations.RunSQL(TREKKER, "DROP TRIGGER toekenning_drie_personen ON autorisatie_toekenning"),
    ]
