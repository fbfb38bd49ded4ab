"""Shielding: a thing exists for named persons only. What says so, and the grant that lets somebody pass.

The shielding tells who did it and why, until it is lifted. The room that knows zaken completes it for a zaak and for a
partij; the grant on a partij is whole here, because the door of partijen reads it.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from autorisatie.models.partij import Partij
from autorisatie.models.rechten import IndividueleToekenning


class Afscherming(models.Model):
    """Who shielded it, why, from when, and who lifted it. A lifted shielding stays, so that it can be told."""

    reden = models.CharField(max_length=500)
    vanaf = models.DateTimeField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")  # null: the program
    opgeheven_op = models.DateTimeField(null=True)
    opgeheven_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    opgeheven_reden = models.CharField(max_length=500, blank=True)

    class Meta:
        abstract = True

    @property
    def geldt(self) -> bool:
        return self.opgeheven_op is None


class PartijToegang(IndividueleToekenning):
    """One named person may see one shielded partij, until a moment; his rights by the matrix then hold for it too."""

    content_object = models.ForeignKey(Partij, models.CASCADE, related_name="toegangen")

    class Meta(IndividueleToekenning.Meta):
        abstract = False
        verbose_name_plural = "partijtoegangen"
        indexes = [models.Index(fields=["user", "geldig_tot"], name="partijtoegang_gebruiker")]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "permission", "content_object", "geldig_van"], name="partijtoegang_eens"
            ),
            models.CheckConstraint(condition=~Q(user=F("verleend_door")), name="partijtoegang_niet_aan_zichzelf"),
            models.CheckConstraint(condition=Q(geldig_tot__gte=F("geldig_van")), name="partijtoegang_van_voor_tot"),
        ]
