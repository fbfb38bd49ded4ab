"""The own words of a zaaktype belong to the catalogue, which a resident's pages may see whole."""

from django.db import migrations

from mijnzaken.portaal.vangnetmigratie import breng_aan


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("portaal", "0014_vangnet_wissing"), ("catalogus", "0045_briefwoorden")]
    operations = [migrations.RunPython(breng_aan, migrations.RunPython.noop)]
