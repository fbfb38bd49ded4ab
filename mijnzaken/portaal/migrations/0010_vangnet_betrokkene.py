"""A resident sees the lock on a zaak that he follows; who was told what happened to data is for staff."""

from django.db import migrations

from mijnzaken.portaal.vangnetmigratie import breng_aan


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("portaal", "0009_vangnet_statusgevolg"), ("zaken", "0073_kennisgeving")]
    operations = [migrations.RunPython(breng_aan, migrations.RunPython.noop)]
