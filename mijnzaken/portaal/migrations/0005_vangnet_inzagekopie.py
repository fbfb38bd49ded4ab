"""What a resident's pages may see of a copy that staff still check: nothing."""

from django.db import migrations

from mijnzaken.portaal.vangnetmigratie import breng_aan


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("portaal", "0004_vangnet_mandaat"), ("zaken", "0070_inzagekopie")]
    operations = [migrations.RunPython(breng_aan, migrations.RunPython.noop)]
