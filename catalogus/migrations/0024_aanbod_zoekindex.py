"""The index of the search without a list of pending changes: a table that is written seldom and read often."""

from django.contrib.postgres.indexes import GinIndex
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("catalogus", "0023_aanbod_zoeken")]
    operations = [
        migrations.AddIndex(
            "product", GinIndex(fields=["naamvector"], name="product_naamvector", fastupdate=False)
        ),
        migrations.RemoveIndex("product", "product_zoekvector"),
        migrations.AddIndex(
            "product", GinIndex(fields=["zoekvector"], name="product_zoekvector", fastupdate=False)
        ),
    ]
