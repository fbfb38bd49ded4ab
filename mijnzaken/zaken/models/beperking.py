"""Data that are stored and not used for a while (AVG 18), or not any more after an objection (AVG 21)."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from autorisatie.models import Partij
from catalogus import klok
from mijnzaken.zaken.models.zaak import BijZaak, Zaak


class Beperkingsgrond(models.TextChoices):
    """Why, as staff and the resident herself read it after a colon."""

    JUISTHEID = "juistheid", _("misschien kloppen er gegevens niet (AVG artikel 18 lid 1 onder a)")
    ONRECHTMATIG = (
        "onrechtmatig",
        _("wij mochten ze niet gebruiken, maar ze moeten blijven (AVG artikel 18 lid 1 onder b)"),
    )
    NODIG = "nodig", _("ze zijn nodig voor een zaak bij de rechter (AVG artikel 18 lid 1 onder c)")
    BEZWAAR = "bezwaar", _("er is bezwaar tegen het gebruik (AVG artikel 18 lid 1 onder d)")
    GESTOPT = "gestopt", _("na een bezwaar stopten wij met dit gebruik (AVG artikel 21 lid 1)")


class Beperking(BijZaak):
    """The lock on a zaak. It holds until ``weer_vanaf``, the first day on which its data may be used again; that day is
    told before it comes (AVG 18 lid 3). ``verzoek`` is the zaak in which ``partij`` asked for it.
    """

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="beperkingen")
    verzoek = models.ForeignKey(Zaak, models.SET_NULL, null=True, related_name="gevraagde_beperkingen")
    partij = models.ForeignKey(Partij, models.PROTECT, related_name="+")
    grond = models.CharField(max_length=12, choices=Beperkingsgrond)
    toelichting = models.CharField(max_length=1000)
    vanaf = models.DateTimeField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    weer_vanaf = models.DateField(null=True)
    aangekondigd_op = models.DateField(null=True)
    aangekondigd_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    einde_reden = models.CharField(max_length=1000, blank=True)

    class Meta:
        verbose_name_plural = "beperkingen"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["zaak", "verzoek"], condition=Q(weer_vanaf=None), name="beperking_een_open_per_verzoek"
            ),
            models.CheckConstraint(
                condition=Q(weer_vanaf=None, aangekondigd_op=None, aangekondigd_door=None, einde_reden="")
                | Q(weer_vanaf__gt=F("aangekondigd_op"), aangekondigd_door__isnull=False) & ~Q(einde_reden=""),
                name="beperking_einde_eerst_verteld",
            ),
            models.CheckConstraint(condition=~Q(toelichting=""), name="beperking_met_toelichting"),
        ]
        indexes = [models.Index(fields=["weer_vanaf"], name="beperking_einde", condition=Q(weer_vanaf__isnull=False))]

    @staticmethod
    def geldend(dag: date | None = None) -> Q:
        """The locks that hold on this day; today without one."""
        return Q(weer_vanaf=None) | Q(weer_vanaf__gt=dag or klok.vandaag())

    @property
    def waarom(self) -> str:
        return gettext("Deze zaak staat op slot: %(grond)s. Wij bewaren de gegevens, maar gebruiken ze niet.") % {
            "grond": self.get_grond_display()
        }
