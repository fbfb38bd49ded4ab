"""The rules by which zaken are divided belong to the catalogue, which a resident's pages may see whole."""

from django.db import migrations

from mijnzaken.portaal.vangnetmigratie import breng_aan


class Migration(migrations.Migration):
    atomic = False
    dependencies = [
        ("portaal", "0005_vangnet_inzagekopie"),
        ("catalogus", "0029_verdeelregel"),
    ]
    operations = [migrations.RunPython(breng_aan, migrations.RunPython.noop)]
