"""What a resident's pages may see of the tables of other systems: nothing."""

from django.db import migrations

from mijnzaken.portaal.vangnetmigratie import breng_aan


class Migration(migrations.Migration):
    atomic = False
    dependencies = [
        ("portaal", "0002_vangnet_producten"),
        ("autorisatie", "0072_applicatie_zonder_lijst"),
        ("berichten", "0070_notificatie"),
        ("api", "0001_eerste"),
        ("zaken", "0052_productindexen"),
    ]
    operations = [migrations.RunPython(breng_aan, migrations.RunPython.noop)]
