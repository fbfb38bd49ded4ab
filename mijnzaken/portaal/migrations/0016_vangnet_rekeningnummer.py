"""What other systems keep with a partij is for them: a resident's pages see no row of it."""

from django.db import migrations

from mijnzaken.portaal.vangnetmigratie import breng_aan


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("portaal", "0015_vangnet_berichttekst"), ("klanten", "0002_bij_partij")]
    operations = [migrations.RunPython(breng_aan, migrations.RunPython.noop)]
