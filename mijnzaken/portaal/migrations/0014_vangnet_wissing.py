"""What a resident's pages may see of the lines of a request for erasure: nothing."""

from django.db import migrations

from mijnzaken.portaal.vangnetmigratie import breng_aan


class Migration(migrations.Migration):
    atomic = False
    dependencies = [
        ("portaal", "0013_vangnet_overzetten"),
        ("zaken", "0090_wissing"),
    ]
    operations = [migrations.RunPython(breng_aan, migrations.RunPython.noop)]
