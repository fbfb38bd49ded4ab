"""The machtigingen that are there, in the new words: to whose number they were, and by product instead of proces.

A reach by proces becomes the products that are served by those processen alone, so that nobody gains anything.
"""

from typing import Any

from django.db import migrations

from catalogus.tekst import vouw


def zet_om(apps: Any, schema_editor: Any) -> None:
    Machtiging = apps.get_model("autorisatie", "Machtiging")
    Regel = apps.get_model("catalogus", "Kruistabelregel")
    rijen = Machtiging._base_manager.select_related("gever", "gemachtigde")
    for rij in rijen.iterator(chunk_size=500):
        ander = rij.gemachtigde
        rij.gever_zoeknaam = rij.gever.zoeknaam
        rij.aan_naam = ander.organisatienaam[:200] or ander.achternaam[:200]
        if ander.bsn_zoekwaarde:
            rij.aan_zoekwaarde, rij.aan_zoeknaam = ander.bsn_zoekwaarde, vouw(ander.achternaam)
        elif ander.kvk_nummer:
            rij.aan_zoekwaarde = f"kvk:{ander.kvk_nummer}"
        if rij.beeindigd_op is not None:
            rij.einde_reden = "ingetrokken"
        if rij.reikwijdte == "processen":
            processen = set(rij.processen.values_list("pk", flat=True))
            rij.reikwijdte = "producten"
            per_product: dict[int, set[int]] = {}
            for product, proces in Regel._base_manager.values_list("product_id", "proces_id"):
                per_product.setdefault(product, set()).add(proces)
            rij.producten.set([product for product, bij in per_product.items() if bij <= processen])
        rij.save()


class Migration(migrations.Migration):
    dependencies = [("autorisatie", "0040_machtiging_in_de_breedte"), ("catalogus", "0001_eerste")]

    operations = [migrations.RunPython(zet_om, migrations.RunPython.noop)]
