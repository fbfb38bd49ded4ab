"""Which products end soon, and which holders are asked again: made while the program runs."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("zaken", "0051_product_verzoek")]
    operations = [
        AddIndexConcurrently(
            model_name='inwonerproduct',
            index=models.Index(condition=models.Q(('herinnerd_op', None), ('herinneren_op__isnull', False)), fields=['herinneren_op'], name='inwonerproduct_herinneren'),
        ),
        AddIndexConcurrently(
            model_name='inwonerproduct',
            index=models.Index(condition=models.Q(('controle_op__isnull', False)), fields=['controle_op'], name='inwonerproduct_controle'),
        ),
    ]
