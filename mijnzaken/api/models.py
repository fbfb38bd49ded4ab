"""What the APIs keep for themselves."""

from django.db import models

from autorisatie.velden import GeheimVeld


class Herhaling(models.Model):
    """A call that was made under an ``Idempotency-Key``, and its answer (encrypted: it holds what was sent)."""

    client_id = models.CharField(max_length=50)
    sleutel = models.CharField(max_length=255)
    afdruk = models.CharField(max_length=64)  # SHA-256 of method, address and body
    status = models.PositiveSmallIntegerField(default=0)  # 0: still under way
    koppen = models.JSONField(default=dict)
    antwoord = GeheimVeld(null=True)
    aangemaakt_op = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name_plural = "herhalingen"
        constraints = [models.UniqueConstraint(fields=["client_id", "sleutel"], name="herhaling_eens")]
