"""What a resident's pages may see of orders to move zaken: nothing."""

from django.db import migrations

from mijnzaken.portaal.vangnetmigratie import breng_aan


class Migration(migrations.Migration):
    atomic = False
    dependencies = [
        ("portaal", "0012_vangnet_andere_systemen"),
        ("catalogus", "0043_namen_van_velden"),
        ("zaken", "0088_overzetten"),
    ]
    operations = [migrations.RunPython(breng_aan, migrations.RunPython.noop)]
