"""The role of the portal, and per table what it sees. Runs beside a running program: see ``breng_aan``."""

from django.db import migrations

from mijnzaken.portaal.vangnet import breng_aan


class Migration(migrations.Migration):
    atomic = False
    dependencies = [
        ("catalogus", "0002_werkdagen_bij_regime"),
        ("autorisatie", "0003_bewaard_formulier"),
        ("bronnen", "0001_eerste"),
        ("documenten", "0002_keuring_en_grenzen"),
        ("klanten", "0001_eerste"),
        ("berichten", "0001_eerste"),
        ("zaken", "0003_concept_is_geheim"),
    ]
    operations = [migrations.RunPython(breng_aan, migrations.RunPython.noop)]
