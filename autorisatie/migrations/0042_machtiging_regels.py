"""What is always true of a machtiging, and the order in which its lists are read."""

from django.db import migrations, models
from django.db.models import Q


LOS = """
DO $$ DECLARE sleutel text; BEGIN
    FOR sleutel IN SELECT conname FROM pg_constraint
        WHERE conrelid = 'autorisatie_machtiging_processen'::regclass AND contype = 'f' LOOP
        EXECUTE format('ALTER TABLE autorisatie_machtiging_processen DROP CONSTRAINT %I', sleutel);
    END LOOP;
END $$
"""


class Migration(migrations.Migration):
    dependencies = [("autorisatie", "0041_machtiging_bestaande_rijen")]

    operations = [
        # Its table stays for the version that runs meanwhile, without keys that would hold on to other rows.
        migrations.SeparateDatabaseAndState(
            state_operations=[migrations.RemoveField("machtiging", "processen")],
            database_operations=[migrations.RunSQL(LOS, migrations.RunSQL.noop)],
        ),
        migrations.AlterField(
            "machtiging",
            "reikwijdte",
            models.CharField(
                choices=[
                    ("alles", "alle zaken"),
                    ("producten", "zaken over bepaalde onderwerpen"),
                    ("zaken", "bepaalde zaken"),
                ],
                max_length=10,
            ),
        ),
        migrations.RemoveConstraint("machtiging", "machtiging_eens"),
        migrations.AddConstraint(
            "machtiging",
            models.CheckConstraint(
                condition=Q(aanvaard_op=None) | Q(gemachtigde__isnull=False), name="machtiging_aanvaard_door_iemand"
            ),
        ),
        migrations.AddConstraint(
            "machtiging",
            models.CheckConstraint(
                condition=Q(beeindigd_op=None, einde_reden="") | Q(beeindigd_op__isnull=False) & ~Q(einde_reden=""),
                name="machtiging_einde_heeft_reden",
            ),
        ),
        migrations.AddConstraint(
            "machtiging",
            models.UniqueConstraint(
                fields=["gever", "aan_zoekwaarde", "reikwijdte", "onderwerp"],
                condition=Q(beeindigd_op=None, bron="mijnzaken"),
                name="machtiging_aanbod_eens",
            ),
        ),
        migrations.AddConstraint(
            "machtiging",
            models.UniqueConstraint(
                fields=["gever", "gemachtigde", "aard"],
                condition=Q(beeindigd_op=None, bron__in=["brp", "ccbr", "kvk"]),
                name="machtiging_register_eens",
            ),
        ),
        migrations.AddIndex(
            "machtiging",
            models.Index(
                fields=["gemachtigde", "gever_zoeknaam", "id"], name="machtiging_voor_wie", condition=Q(beeindigd_op=None)
            ),
        ),
        migrations.AddIndex(
            "machtiging", models.Index(fields=["gever", "-id"], name="machtiging_gegeven", condition=Q(beeindigd_op=None))
        ),
        migrations.AddIndex(
            "machtiging",
            models.Index(
                fields=["aan_zoekwaarde", "-id"],
                name="machtiging_aanbod",
                condition=Q(beeindigd_op=None, aanvaard_op=None),
            ),
        ),
        migrations.AddIndex(
            "machtiging",
            models.Index(
                fields=["geldig_tot"], name="machtiging_laatste_dag", condition=Q(beeindigd_op=None) & ~Q(geldig_tot=None)
            ),
        ),
        migrations.AddIndex(
            "machtiging", models.Index(fields=["id"], name="machtiging_te_melden", condition=~Q(te_melden=""))
        ),
        migrations.AddIndex(
            "machtiging",
            models.Index(
                fields=["aangeboden_op"],
                name="machtiging_uit_inloggen",
                condition=Q(beeindigd_op=None, bron__in=["digid", "eherkenning"]),
            ),
        ),
    ]
