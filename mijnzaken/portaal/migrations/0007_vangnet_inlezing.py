"""What staff read from a file is closed to residents."""

from django.db import migrations

from mijnzaken.portaal.vangnetmigratie import breng_aan


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("portaal", "0006_vangnet_verdeelregel"), ("catalogus", "0030_inlezing")]
    operations = [migrations.RunPython(breng_aan, migrations.RunPython.noop)]
