"""One partij lets another act on its behalf."""

import uuid
from typing import Any

from django.db import models
from django.db.models import F, Q

from autorisatie.actor import Actor, Burger, Systeem
from autorisatie.beslissing import Beslissing, ja, nee
from autorisatie.bewaakt import BewaaktModel
from autorisatie.models.partij import Partij
from catalogus import klok
from catalogus.models import Proces


class Reikwijdte(models.TextChoices):
    ALLES = "alles", "alle zaken"
    PROCESSEN = "processen", "zaken van bepaalde soorten"
    ZAKEN = "zaken", "bepaalde zaken"


class Machtiging(BewaaktModel):
    """Offered by the gever, accepted by the gemachtigde, ended by either at once."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    gever = models.ForeignKey(Partij, models.PROTECT, related_name="gegeven_machtigingen")
    gemachtigde = models.ForeignKey(Partij, models.PROTECT, related_name="ontvangen_machtigingen")
    reikwijdte = models.CharField(max_length=10, choices=Reikwijdte)
    processen = models.ManyToManyField(Proces, blank=True)
    mag_handelen = models.BooleanField(default=False)
    bron = models.CharField(max_length=20, default="mijnzaken")  # or the means that states it: digid, eherkenning
    geldig_van = models.DateField()
    geldig_tot = models.DateField(null=True)  # last day
    aangeboden_op = models.DateTimeField()
    aanvaard_op = models.DateTimeField(null=True)
    beeindigd_op = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "machtigingen"
        constraints = [
            models.CheckConstraint(condition=~Q(gever=F("gemachtigde")), name="machtiging_niet_aan_zichzelf"),
            models.UniqueConstraint(
                fields=["gever", "gemachtigde", "reikwijdte"],
                condition=Q(beeindigd_op=None),
                name="machtiging_eens",
            ),
        ]

    @property
    def geldt(self) -> bool:
        """Does it hold now? Asked at every request, so that a revocation works at once."""
        dag = klok.vandaag()
        return (
            self.beeindigd_op is None
            and self.aanvaard_op is not None
            and self.geldig_van <= dag
            and (self.geldig_tot is None or dag <= self.geldig_tot)
        )

    @classmethod
    def geldend(cls) -> Q:
        dag = klok.vandaag()
        return Q(beeindigd_op=None, aanvaard_op__isnull=False, geldig_van__lte=dag) & (
            Q(geldig_tot=None) | Q(geldig_tot__gte=dag)
        )

    @classmethod
    def grens(cls, rijen: Any, actor: Actor) -> Any:
        """Only the two who made it see it, and only as themselves."""
        match actor:
            case Burger(namens=None):
                return rijen.filter(Q(gever=actor.partij) | Q(gemachtigde=actor.partij))
            case Systeem():
                return rijen
        return rijen.none()

    def beslissing(self, actor: Actor, recht: str) -> Beslissing:
        if not isinstance(actor, Burger) or actor.namens is not None:
            return nee("alleen de twee partijen zelf")
        if recht == "machtiging_aanvaarden" and actor.partij.pk != self.gemachtigde_id:
            return nee("alleen de gemachtigde aanvaardt")
        return ja("eigen machtiging")

    def betrokken_partijen(self) -> list[int]:
        return [self.gever_id, self.gemachtigde_id]
