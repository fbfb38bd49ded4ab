"""Who stands in for an absent colleague. The database holds that nobody makes himself a deputy, and that it ends."""

import datetime
import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q
from django.db.models.functions import TruncDate

FUNCTIE = """
CREATE FUNCTION waarneming_drie_personen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF (NEW.afwezige_id, NEW.waarnemer_id, NEW.ingesteld_door_id, NEW.ingesteld_op, NEW.van) IS DISTINCT FROM
                (OLD.afwezige_id, OLD.waarnemer_id, OLD.ingesteld_door_id, OLD.ingesteld_op, OLD.van)
            OR NEW.tot > OLD.tot
            OR (OLD.beeindigd_op IS NOT NULL AND NEW.beeindigd_op IS DISTINCT FROM OLD.beeindigd_op) THEN
            RAISE EXCEPTION 'Een waarneming verandert niet; zij eindigt alleen, of eerder'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'waarneming_verandert_niet';
        END IF;
    ELSIF autorisatie_zelfde_persoon(NEW.waarnemer_id, NEW.afwezige_id)
            OR autorisatie_zelfde_persoon(NEW.waarnemer_id, NEW.ingesteld_door_id) THEN
        RAISE EXCEPTION 'Niemand stelt zichzelf als waarnemer in'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'waarneming_drie_personen';
    END IF;
    RETURN NEW;
END $$
"""
TREKKER = """
CREATE TRIGGER waarneming_drie_personen BEFORE INSERT OR UPDATE ON autorisatie_waarneming FOR EACH ROW
EXECUTE FUNCTION waarneming_drie_personen()
"""
_BEEINDIGD = Q(beeindigd_door=None, beeindigd_op=None) | Q(beeindigd_door__isnull=False, beeindigd_op__isnull=False)


def _gebruiker(naam: str, **velden: object) -> models.ForeignKey:
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name=naam, to=settings.AUTH_USER_MODEL, **velden
    )


class Migration(migrations.Migration):
    dependencies = [("autorisatie", "0023_toekenning_indexen")]
    operations = [
        migrations.CreateModel(
            name="Waarneming",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("van", models.DateField()),
                ("tot", models.DateField()),
                ("reden", models.CharField(max_length=255)),
                ("ingesteld_op", models.DateTimeField()),
                ("beeindigd_op", models.DateTimeField(null=True)),
                ("afwezige", _gebruiker("waarnemingen_voor")),
                ("waarnemer", _gebruiker("waarnemingen")),
                ("ingesteld_door", _gebruiker("+")),
                ("beeindigd_door", _gebruiker("+", null=True)),
            ],
            options={
                "verbose_name_plural": "waarnemingen",
                "indexes": [
                    models.Index(condition=Q(("beeindigd_op", None)), fields=["waarnemer", "tot"], name="waarneming_waarnemer"),
                    models.Index(condition=Q(("beeindigd_op", None)), fields=["afwezige", "tot"], name="waarneming_afwezige"),
                ],
                "constraints": [
                    models.CheckConstraint(condition=~Q(afwezige=F("waarnemer")), name="waarneming_niet_van_zichzelf"),
                    models.CheckConstraint(condition=~Q(waarnemer=F("ingesteld_door")), name="waarneming_niet_door_zichzelf"),
                    models.CheckConstraint(condition=Q(tot__gte=F("van")), name="waarneming_van_voor_tot"),
                    models.CheckConstraint(
                        condition=Q(tot__lte=F("van") + models.Value(datetime.timedelta(days=183))), name="waarneming_houdt_op"
                    ),
                    models.CheckConstraint(
                        condition=Q(van__gte=TruncDate("ingesteld_op")), name="waarneming_niet_in_het_verleden"
                    ),
                    models.CheckConstraint(condition=_BEEINDIGD, name="waarneming_beeindigd_door_iemand"),
                ],
            },
        ),
        migrations.RunSQL(FUNCTIE, "DROP FUNCTION waarneming_drie_personen()"),
        migrations.RunSQL(TREKKER, "DROP TRIGGER waarneming_drie_personen ON autorisatie_waarneming"),
    ]
