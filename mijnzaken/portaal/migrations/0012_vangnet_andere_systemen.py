"""What a resident's pages may see of the new tables for other systems: nothing."""

from django.db import migrations

from mijnzaken.portaal.vangnetmigratie import breng_aan


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("portaal", "0011_vangnet_dossier"), ("zaken", "0086_elders")]
    operations = [migrations.RunPython(breng_aan, migrations.RunPython.noop)]
