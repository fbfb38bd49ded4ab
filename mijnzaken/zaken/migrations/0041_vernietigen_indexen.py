"""Which zaken are due, and which wait for the day that their term counts from: made while the program runs."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("zaken", "0040_vernietigen")]
    operations = [
        AddIndexConcurrently(
            model_name='zaak',
            index=models.Index(condition=models.Q(('archiefactiedatum__isnull', False), ('archiefnominatie', 'vernietigen')), fields=['proces', 'archiefactiedatum', 'id'], name='zaak_vernietigen'),
        ),
        AddIndexConcurrently(
            model_name='zaak',
            index=models.Index(condition=models.Q(('archiefactiedatum', None), ('archiefnominatie', 'vernietigen'), ('einddatum__isnull', False)), fields=['id'], name='zaak_zonder_brondatum'),
        ),
    ]
