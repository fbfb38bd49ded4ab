"""What a status does to the term belongs to the catalogue, which a resident's pages may see whole."""

from django.db import migrations

from mijnzaken.portaal.vangnetmigratie import breng_aan


class Migration(migrations.Migration):
    atomic = False
    dependencies = [
        ("portaal", "0008_vangnet_systemen"),
        ("catalogus", "0031_statusgevolg"),
        ("zaken", "0071_opschorting_gevolg"),
    ]
    operations = [migrations.RunPython(breng_aan, migrations.RunPython.noop)]
