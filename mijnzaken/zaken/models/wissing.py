"""What is held of who asks for erasure (AVG 17): per zaak, per part of one that was pointed out, and per other
place, whether it must stay and why, what was chosen, and that it went.
"""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from mijnzaken.zaken.models.inzagekopie import NietVanDeInwoner
from mijnzaken.zaken.models.zaak import Zaak


class Bewaargrond(models.TextChoices):
    """Why something stays, as staff and residents read it."""

    NODIG = "nodig", _("wij hebben dit nog nodig (AVG artikel 17 lid 1 onder a)")
    WET = "wet", _("het is nodig voor een wettelijke plicht of onze taak (AVG artikel 17 lid 3 onder b)")
    ARCHIEF = "archief", _("het hoort in het archief (AVG artikel 17 lid 3 onder d)")
    VORDERING = "vordering", _("het kan nodig zijn in een procedure (AVG artikel 17 lid 3 onder e)")
    ANDER = "ander", _("het gaat ook over iemand anders (AVG artikel 5 lid 1 onder f)")


class Wiskeuze(models.TextChoices):
    WISSEN = "wissen", "wissen"
    BLIJFT = "blijft", "blijft"


class Wisregel(NietVanDeInwoner):
    """One zaak of the person, one gegeven or contact of a zaak, or one other place, in the request ``zaak``. It
    outlives what it is about and so holds nothing of that but its keys: once erased it is the declaration.

    ``moet_blijven`` is what the rules say; then nobody can choose otherwise. ``grond``, ``uitleg``, ``bron`` and
    ``tot`` (last day, if there is one) say why something stays, by the rules or by who chose.
    """

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="wisregels")
    plaats = models.CharField(max_length=20)  # key of zaken.avg.plaatsen
    over_zaak = models.ForeignKey(Zaak, models.SET_NULL, null=True, related_name="+")  # decides who may see the line
    nummer = models.CharField(max_length=12, blank=True)
    onderdeel = models.CharField(max_length=36, blank=True, default="", db_default="")  # gegeven by name, or a uuid
    omschrijving = models.CharField(max_length=200)
    aantal = models.PositiveIntegerField()
    rijen = ArrayField(models.UUIDField(), default=list, blank=True)  # what exactly goes

    moet_blijven = models.BooleanField()
    grond = models.CharField(max_length=12, choices=Bewaargrond, blank=True)
    uitleg = models.CharField(max_length=500, blank=True)
    bron = models.CharField(max_length=200, blank=True)
    tot = models.DateField(null=True)

    keuze = models.CharField(max_length=8, choices=Wiskeuze, blank=True)
    gekozen_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    gekozen_op = models.DateTimeField(null=True)
    goedgekeurd_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    goedgekeurd_op = models.DateTimeField(null=True)
    gewist_op = models.DateTimeField(null=True)
    documenten = models.PositiveIntegerField(default=0)
    bestanden = ArrayField(models.CharField(max_length=200), default=list, blank=True)  # content still to remove

    class Meta:
        verbose_name_plural = "wisregels"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["zaak", "plaats", "nummer", "onderdeel"], name="wisregel_eens"),
            models.CheckConstraint(
                condition=Q(moet_blijven=False) | ~Q(keuze=Wiskeuze.WISSEN) & Q(gewist_op=None),
                name="wisregel_wat_moet_blijven_blijft",
            ),
            models.CheckConstraint(
                condition=~Q(moet_blijven=True) & ~Q(keuze=Wiskeuze.BLIJFT) | ~Q(grond="") & ~Q(uitleg=""),
                name="wisregel_blijft_met_grond",
            ),
            models.CheckConstraint(
                condition=Q(keuze="", gekozen_door=None, gekozen_op=None)
                | ~Q(keuze="") & ~Q(uitleg="") & Q(gekozen_door__isnull=False, gekozen_op__isnull=False),
                name="wisregel_gekozen_met_reden",
            ),
            models.CheckConstraint(
                condition=Q(goedgekeurd_door=None, goedgekeurd_op=None)
                | Q(keuze=Wiskeuze.WISSEN, goedgekeurd_door__isnull=False, goedgekeurd_op__isnull=False)
                & ~Q(goedgekeurd_door=F("gekozen_door")),
                name="wisregel_vier_ogen",
            ),
            models.CheckConstraint(
                condition=Q(gewist_op=None) | Q(goedgekeurd_op__isnull=False), name="wisregel_gewist_na_akkoord"
            ),
        ]
        indexes = [
            models.Index(
                fields=["id"], name="wisregel_te_doen", condition=Q(goedgekeurd_op__isnull=False, gewist_op=None)
            ),
            models.Index(fields=["id"], name="wisregel_bestanden", condition=~Q(bestanden=[])),
        ]
