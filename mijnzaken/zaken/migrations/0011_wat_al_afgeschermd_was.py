"""What was shielded before reasons were written down gets a row that says so: without one it would open again."""

from django.db import migrations

_REDEN = "Afgeschermd voordat het programma redenen bewaarde."
_SQL = """
INSERT INTO zaken_{soort}afscherming (uuid, {soort}_id, reden, vanaf, opgeheven_reden)
SELECT gen_random_uuid(), id, '{reden}', now(), '' FROM {tabel} WHERE afgeschermd
"""


class Migration(migrations.Migration):
    dependencies = [("zaken", "0010_afscherming_en_horen")]

    operations = [
        migrations.RunSQL(
            _SQL.format(soort=soort, tabel=tabel, reden=_REDEN),
            f"DELETE FROM zaken_{soort}afscherming WHERE reden = '{_REDEN}'",
        )
        for soort, tabel in (("zaak", "zaken_zaak"), ("partij", "autorisatie_partij"))
    ]
