"""The mandates of a zaaktype belong to the catalogue, which a resident's pages may see whole."""

from django.db import migrations

from mijnzaken.portaal.vangnetmigratie import breng_aan


class Migration(migrations.Migration):
    atomic = False
    dependencies = [
        ("portaal", "0003_vangnet_applicaties"),
        ("catalogus", "0028_mandaat"),
    ]
    operations = [migrations.RunPython(breng_aan, migrations.RunPython.noop)]
