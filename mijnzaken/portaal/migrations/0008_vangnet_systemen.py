"""What a resident's pages may see of what is proposed for other systems, and of their subscriptions: nothing."""

from django.db import migrations

from mijnzaken.portaal.vangnetmigratie import breng_aan


class Migration(migrations.Migration):
    atomic = False
    dependencies = [
        ("portaal", "0007_vangnet_inlezing"),
        ("autorisatie", "0073_toegangsvoorstel"),
        ("berichten", "0071_abonnement"),
    ]
    operations = [migrations.RunPython(breng_aan, migrations.RunPython.noop)]
