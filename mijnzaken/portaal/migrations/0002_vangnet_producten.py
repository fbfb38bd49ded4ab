"""What a resident sees of what is asked about his products, and of the check whether they still fit."""

from django.db import migrations

from mijnzaken.portaal.vangnetmigratie import breng_aan


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("portaal", "0001_vangnet"), ("zaken", "0052_productindexen")]
    operations = [migrations.RunPython(breng_aan, migrations.RunPython.noop)]
