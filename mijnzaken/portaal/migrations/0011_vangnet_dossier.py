"""What a resident's pages may see of the aansluitdossiers: nothing."""

from django.db import migrations

from mijnzaken.portaal.vangnetmigratie import breng_aan


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("portaal", "0010_vangnet_betrokkene"), ("catalogus", "0040_aansluitdossier")]
    operations = [migrations.RunPython(breng_aan, migrations.RunPython.noop)]
