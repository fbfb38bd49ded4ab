"""Nobody limits the use of what came in by the portal or a desk: older documents say so too. While it is not known of
one, no other system can close its zaak (zrc-007). Of what another system placed, that system says it.
"""

from typing import Any

from django.db import migrations

PORTIE = 2_000


def vul(apps: Any, schema_editor: Any) -> None:
    """In parts that are small, so that nobody waits for them. Repeated, it does nothing."""
    rijen = apps.get_model("documenten", "Document")._base_manager
    onbekend = rijen.filter(indicatie_gebruiksrecht=None).exclude(plaatser="applicatie").order_by("pk")
    na = 0
    while deel := list(onbekend.filter(pk__gt=na).values_list("pk", flat=True)[:PORTIE]):
        rijen.filter(pk__in=deel).update(indicatie_gebruiksrecht=False)
        na = deel[-1]


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("documenten", "0003_versies")]
    operations = [migrations.RunPython(vul, migrations.RunPython.noop)]
