"""Who took part in a contact on the side of the municipality is for other systems: a resident's pages see no row."""

from django.db import migrations

from mijnzaken.portaal.vangnetmigratie import breng_aan


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("portaal", "0016_vangnet_rekeningnummer"), ("klanten", "0003_actor")]
    operations = [migrations.RunPython(breng_aan, migrations.RunPython.noop)]
