"""The role of the portal, and per table what it sees. Runs beside a running program: see ``breng_aan``."""

from django.db import migrations

from mijnzaken.portaal.vangnetmigratie import breng_aan


class Migration(migrations.Migration):
    atomic = False
    dependencies = [
        ("catalogus", "0024_aanbod_zoekindex"),
        ("autorisatie", "0060_partij_zoeknaam_begin"),
        ("bronnen", "0001_eerste"),
        ("documenten", "0002_keuring_en_grenzen"),
        ("klanten", "0001_eerste"),
        ("berichten", "0001_eerste"),
        ("zaken", "0041_vernietigen_indexen"),
    ]
    operations = [migrations.RunPython(breng_aan, migrations.RunPython.noop)]
