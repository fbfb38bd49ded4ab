"""One partij lets another act on its behalf, or a register says that the other does so by law."""

import uuid
from datetime import timedelta
from typing import Any

from django.db import models
from django.db.models import Exists, F, Q

from autorisatie.actor import Actor, Applicatie, Burger, Systeem
from autorisatie.beslissing import Beslissing, ja, nee
from autorisatie.bewaakt import BewaaktModel
from autorisatie.models.applicatie import Component
from autorisatie.models.partij import Partij
from catalogus import klok
from catalogus.models import Product
from catalogus.tekst import vouw

KVK = "kvk:"  # an offer to an organisation keeps its number, which is public
SESSIE = timedelta(hours=12)  # the longest that a log-in lasts, and so what a provider states


class Reikwijdte(models.TextChoices):
    ALLES = "alles", "alle zaken"
    PRODUCTEN = "producten", "zaken over bepaalde onderwerpen"
    ZAKEN = "zaken", "bepaalde zaken"


class Aard(models.TextChoices):
    """In which quality somebody acts: asked by the gever himself, or by law (BW 1:245, 1:378, 1:431, 1:450)."""

    GEMACHTIGDE = "gemachtigde", "gemachtigde"
    HOOFDVESTIGING = "hoofdvestiging", "de hele onderneming"
    OUDER = "ouder", "ouder met gezag"
    VOOGD = "voogd", "voogd"
    CURATOR = "curator", "curator"
    BEWINDVOERDER = "bewindvoerder", "bewindvoerder"
    MENTOR = "mentor", "mentor"


class Bron(models.TextChoices):
    """Who states it. What a provider states (``UIT_INLOGGEN``) holds for one session only."""

    MIJNZAKEN = "mijnzaken", "Mijn Zaken"
    DIGID = "digid", "DigiD Machtigen"
    EHERKENNING = "eherkenning", "eHerkenning"
    BRP = "brp", "de Basisregistratie Personen"
    CCBR = "ccbr", "het Centraal Curatele- en bewindregister"
    KVK = "kvk", "het Handelsregister"


UIT_INLOGGEN = (Bron.DIGID, Bron.EHERKENNING)


class EindeReden(models.TextChoices):
    """Why it ended (BW 3:72: a volmacht ends by death, curatele and bankruptcy of either)."""

    INGETROKKEN = "ingetrokken", "gestopt door wie de machtiging gaf"
    OPGEZEGD = "opgezegd", "gestopt door wie gemachtigd was"
    GEWEIGERD = "geweigerd", "niet aanvaard"
    VERLOPEN = "verlopen", "de laatste dag is voorbij"
    OVERLEDEN = "overleden", "een van beiden is overleden"
    MEERDERJARIG = "meerderjarig", "het kind is 18 geworden"
    FAILLIET = "failliet", "een van beide bedrijven is failliet"
    CURATELE = "curatele", "een van beiden staat onder curatele"
    GEZAG_VOORBIJ = "gezag_voorbij", "het register noemt deze vertegenwoordiger niet meer"
    UITGELOGD = "uitgelogd", "de sessie is voorbij"


class Melding(models.TextChoices):
    """What both must still be told; written with the fact, taken away when the outbox has it."""

    GEEN = "", "niets"
    AANBOD = "aanbod", "aangeboden"
    AANVAARD = "aanvaard", "aanvaard"
    EINDE = "einde", "gestopt"


class Machtiging(BewaaktModel):
    """Offered by the gever to a number, accepted by whom that number is, ended by either at once.

    An offer names no partij: whether anybody has the number is nobody's business (gevaren 7). Who logs in with that
    number and bears that name finds it; on acceptance he becomes the ``gemachtigde``.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    gever = models.ForeignKey(Partij, models.PROTECT, related_name="gegeven_machtigingen")
    gemachtigde = models.ForeignKey(Partij, models.PROTECT, null=True, related_name="ontvangen_machtigingen")
    aan_zoekwaarde = models.CharField(max_length=64, blank=True, editable=False)  # keyed hash of a BSN, or kvk:<nummer>
    aan_zoeknaam = models.CharField(max_length=200, blank=True, editable=False)  # folded; empty for an organisation
    aan_naam = models.CharField(max_length=200, blank=True)  # as the gever typed it, and only he sees it
    gever_zoeknaam = models.CharField(max_length=500, db_collation="C", editable=False)  # his list sorts on it
    aard = models.CharField(max_length=14, choices=Aard, default=Aard.GEMACHTIGDE)
    bron = models.CharField(max_length=20, choices=Bron, default=Bron.MIJNZAKEN)
    reikwijdte = models.CharField(max_length=10, choices=Reikwijdte)
    onderwerp = models.CharField(max_length=64, blank=True, editable=False)  # hash of its products or zaken
    producten = models.ManyToManyField(Product, blank=True)
    mag_handelen = models.BooleanField(default=False)
    geldig_van = models.DateField()
    geldig_tot = models.DateField(null=True)  # last day
    aangeboden_op = models.DateTimeField()
    aanvaard_op = models.DateTimeField(null=True)
    beeindigd_op = models.DateTimeField(null=True)
    einde_reden = models.CharField(max_length=14, choices=EindeReden, blank=True)
    te_melden = models.CharField(max_length=8, choices=Melding, default=Melding.GEEN, blank=True)

    class Meta:
        verbose_name_plural = "machtigingen"
        indexes = [
            models.Index(
                fields=["gemachtigde", "gever_zoeknaam", "id"],
                name="machtiging_voor_wie",
                condition=Q(beeindigd_op=None),
            ),
            models.Index(fields=["gever", "-id"], name="machtiging_gegeven", condition=Q(beeindigd_op=None)),
            models.Index(
                fields=["aan_zoekwaarde", "-id"],
                name="machtiging_aanbod",
                condition=Q(beeindigd_op=None, aanvaard_op=None),
            ),
            models.Index(
                fields=["geldig_tot"],
                name="machtiging_laatste_dag",
                condition=Q(beeindigd_op=None) & ~Q(geldig_tot=None),
            ),
            models.Index(fields=["id"], name="machtiging_te_melden", condition=~Q(te_melden="")),
            models.Index(
                fields=["aangeboden_op"],
                name="machtiging_uit_inloggen",
                condition=Q(beeindigd_op=None, bron__in=["digid", "eherkenning"]),
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(gever=F("gemachtigde")), name="machtiging_niet_aan_zichzelf"),
            models.CheckConstraint(
                condition=Q(aanvaard_op=None) | Q(gemachtigde__isnull=False), name="machtiging_aanvaard_door_iemand"
            ),
            models.CheckConstraint(
                condition=Q(beeindigd_op=None, einde_reden="") | Q(beeindigd_op__isnull=False) & ~Q(einde_reden=""),
                name="machtiging_einde_heeft_reden",
            ),
            models.UniqueConstraint(
                fields=["gever", "aan_zoekwaarde", "reikwijdte", "onderwerp"],
                condition=Q(beeindigd_op=None, bron="mijnzaken"),
                name="machtiging_aanbod_eens",
            ),
            models.UniqueConstraint(
                fields=["gever", "gemachtigde", "aard"],
                condition=Q(beeindigd_op=None, bron__in=["brp", "ccbr", "kvk"]),
                name="machtiging_register_eens",
            ),
        ]

    @property
    def wacht(self) -> bool:
        """Offered, and neither accepted nor refused."""
        return self.aanvaard_op is None and self.beeindigd_op is None

    @property
    def geldt(self) -> bool:
        """Does it hold now? Asked at every request, so that a revocation or a death works at once."""
        dag = klok.vandaag()
        return (
            self.beeindigd_op is None
            and self.aanvaard_op is not None
            and self.gemachtigde is not None
            and self.geldig_van <= dag
            and (self.geldig_tot is None or dag <= self.geldig_tot)
            and self.gever.doet_mee
            and self.gemachtigde.doet_mee
        )

    @classmethod
    def geldend(cls) -> Q:
        dag = klok.vandaag()
        return (
            Q(beeindigd_op=None, aanvaard_op__isnull=False, geldig_van__lte=dag)
            & (Q(geldig_tot=None) | Q(geldig_tot__gte=dag))
            & Partij.doet_mee_als("gever")
            & Partij.doet_mee_als("gemachtigde")
        )

    @classmethod
    def nog(cls, pk: int | None) -> Exists:
        """Does this one still hold at the moment of the statement, whatever the request believed when it began?"""
        return Exists(cls.objects.systeem("geldt deze machtiging nog").filter(cls.geldend(), pk=pk or 0))

    @classmethod
    def aan(cls, partij: Partij) -> Q:
        """Offers that wait for this partij: its number, and for a person its name too, so that a wrong number shows
        nothing of the gever to a stranger."""
        nummer = cls.nummer_van(partij)
        wacht = Q(gemachtigde=None, beeindigd_op=None, bron=Bron.MIJNZAKEN, aan_zoekwaarde=nummer)
        if nummer.startswith(KVK):
            return wacht
        if nummer and partij.achternaam:
            namen = [vouw(partij.achternaam), vouw(f"{partij.voorvoegsel_achternaam} {partij.achternaam}")]
            return wacht & (Q(aan_zoeknaam__in=namen) | Q(aan_zoeknaam__endswith=f" {namen[0]}"))
        return Q(pk__in=[])

    @staticmethod
    def nummer_van(partij: Partij) -> str:
        """The number by which an offer finds this partij, as ``aan_zoekwaarde`` keeps it; empty without one."""
        if partij.bsn_zoekwaarde:
            return partij.bsn_zoekwaarde
        return f"{KVK}{partij.kvk_nummer}" if partij.kvk_nummer and not partij.vestigingsnummer else ""

    @classmethod
    def grens(cls, rijen: Any, actor: Actor) -> Any:
        """Only the two who made it see it, and only as themselves; what a provider stated, nobody. A system that reads
        partijen sees who acts for whom now.
        """
        match actor:
            case Burger(namens=None):
                partij = actor.partij
                return rijen.exclude(bron__in=UIT_INLOGGEN).filter(
                    Q(gever=partij) | Q(gemachtigde=partij) | cls.aan(partij)
                )
            case Applicatie() if actor.mag_bij(Component.KIC):
                open_ = rijen.filter(cls.geldend(), gever__afgeschermd=False, gemachtigde__afgeschermd=False)
                return open_.exclude(bron__in=UIT_INLOGGEN)
            case Systeem():
                return rijen
        return rijen.none()

    def beslissing(self, actor: Actor, recht: str) -> Beslissing:
        if not isinstance(actor, Burger) or actor.namens is not None:
            return nee("alleen de twee partijen zelf")
        if recht != "machtiging_beeindigen" and actor.partij.pk == self.gever_id:
            return nee("dat doet wie gemachtigd wordt")
        if recht == "machtiging_beeindigen" and self.bron != Bron.MIJNZAKEN:
            return nee("deze vertegenwoordiging komt uit een register en stopt als het register dat zegt")
        return ja("eigen machtiging")

    def betrokken_partijen(self) -> list[int]:
        return [pk for pk in (self.gever_id, self.gemachtigde_id) if pk]

    def dekt_product(self, product: Product | None) -> bool:
        """May something new be begun about this product? A machtiging for zaken begins nothing new."""
        if self.reikwijdte == Reikwijdte.PRODUCTEN:
            return product is not None and self.producten.filter(pk=product.pk).exists()
        return self.reikwijdte == Reikwijdte.ALLES


def werk_namen_bij(partij: Partij) -> None:
    """The lists of who act for this partij sort on its name: call this where the name changes."""
    Machtiging.objects.systeem("de naam van de gever is gewijzigd").filter(gever=partij).update(
        gever_zoeknaam=partij.zoeknaam
    )
