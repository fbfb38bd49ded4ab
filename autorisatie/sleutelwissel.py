"""Putting every kept secret under the newest key, so that an old key can be taken away."""

from collections.abc import Iterator

from django.apps import apps
from django.db import models, transaction

from autorisatie.velden import GeheimVeld
from autorisatie.versleuteling import herversleutel

PORTIE = 500


def geheime_velden() -> Iterator[tuple[type[models.Model], str]]:
    """Every field of every model that keeps a secret."""
    for model in apps.get_models():
        for veld in model._meta.concrete_fields:
            if isinstance(veld, GeheimVeld):
                yield model, veld.attname


def wissel(model: type[models.Model], veld: str) -> int:
    """How many rows were put under the newest key. In portions, each its own transaction, so that work goes on."""
    aantal, vanaf = 0, 0
    while True:
        with transaction.atomic():
            # The plain manager: a key is changed for every row, whoever may see it, and no value is shown.
            rijen = model._base_manager.filter(pk__gt=vanaf).exclude(**{veld: None}).order_by("pk")
            portie = list(rijen.select_for_update(of=("self",))[:PORTIE])
            for rij in portie:
                setattr(rij, veld, herversleutel(getattr(rij, veld).versleuteld))
                rij.save(update_fields=[veld])
        if not portie:
            return aantal
        aantal, vanaf = aantal + len(portie), portie[-1].pk
