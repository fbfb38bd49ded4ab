"""Kinds of decision, and the decision moments of a zaaktype."""

from django.db import models
from django.db.models import F, Q

from catalogus.briefwoorden import controleer_brieftekst
from catalogus.models.catalogus import Catalogus
from catalogus.models.informatieobjecttype import Informatieobjecttype
from catalogus.models.statustype import Statustype
from catalogus.models.velden import CatalogusModel, DuurVeld, GeldigheidModel
from catalogus.models.zaaktype import Zaaktype
from catalogus.querysets import GeldigheidQuerySet


class Besluittype(GeldigheidModel):
    """ZGW ``BesluitType``, versioned by itself; the omschrijving is its identity within the catalogue."""

    catalogus = models.ForeignKey(Catalogus, models.PROTECT, related_name="besluittypen")
    omschrijving = models.CharField(max_length=80)
    omschrijving_generiek = models.CharField(max_length=80, blank=True)
    besluitcategorie = models.CharField(max_length=40, blank=True)
    reactietermijn = DuurVeld(blank=True, help_text="hoe lang men bezwaar kan maken (Awb 6:7)")
    publicatie_indicatie = models.BooleanField(default=False)
    publicatietekst = models.TextField(blank=True)
    publicatietermijn = DuurVeld(blank=True)
    toelichting = models.TextField(blank=True)
    concept = models.BooleanField(default=True)
    zaaktypen = models.ManyToManyField(Zaaktype, through="ZaaktypeBesluittype", related_name="besluittypen")
    informatieobjecttypen = models.ManyToManyField(Informatieobjecttype, related_name="besluittypen", blank=True)

    objects = GeldigheidQuerySet.as_manager()

    class Meta:
        ordering = ["omschrijving", "begin_geldigheid"]
        verbose_name_plural = "besluittypen"
        constraints = [
            models.UniqueConstraint(fields=["catalogus", "omschrijving", "begin_geldigheid"], name="besluittype_uniek"),
            models.UniqueConstraint(
                fields=["catalogus", "omschrijving"],
                condition=Q(concept=False, einde_geldigheid=None),
                name="besluittype_een_geldig",
                violation_error_message="Er is al een gepubliceerd besluittype met deze naam zonder einddatum.",
            ),
            models.CheckConstraint(
                condition=Q(einde_geldigheid=None) | Q(einde_geldigheid__gte=F("begin_geldigheid")),
                name="besluittype_volgorde",
                violation_error_message="Het einde van de geldigheid ligt niet voor het begin.",
            ),
        ]

    def __str__(self) -> str:
        return self.omschrijving


class BesluitTermijnVanaf(models.TextChoices):
    ONTVANGST = "ontvangst", "de ontvangst van de aanvraag"
    VORIG_BESLUIT = "vorig_besluit", "het vorige besluit in deze zaak"
    STATUS = "status", "het bereiken van een status"


def _brieftekst(uitleg: str, naam: str) -> "models.TextField[str, str]":
    """Own words around the reasons in the letter; empty: none."""
    return models.TextField(
        max_length=3000,
        blank=True,
        default="",
        db_default="",
        validators=[controleer_brieftekst],
        help_text=uitleg,
        verbose_name=naam,
    )


class ZaaktypeBesluittype(CatalogusModel):
    """A decision moment of a zaaktype: one zaak can hold several, each with its own term (ontwerp.md, idea 3)."""

    zaaktype = models.ForeignKey(Zaaktype, models.CASCADE, related_name="besluitmomenten")
    besluittype = models.ForeignKey(
        Besluittype, models.PROTECT, related_name="besluitmomenten", verbose_name="soort besluit"
    )
    volgorde = models.PositiveSmallIntegerField(verbose_name="plaats in de volgorde")
    rondt_zaak_af = models.BooleanField(
        default=True, help_text="na dit besluit is de zaak klaar", verbose_name="rondt de zaak af"
    )
    beslistermijn = DuurVeld(blank=True, help_text="leeg: de doorlooptijd van het zaaktype", verbose_name="termijn")
    termijn_grondslag = models.CharField(max_length=200, blank=True, verbose_name="wettelijke grondslag van de termijn")
    termijn_vanaf = models.CharField(
        max_length=15,
        choices=BesluitTermijnVanaf,
        default=BesluitTermijnVanaf.ONTVANGST,
        verbose_name="termijn loopt vanaf",
    )
    vanaf_statustype = models.ForeignKey(
        Statustype,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="start_termijn_van",
        verbose_name="status waar de termijn begint",
    )
    brief = models.SlugField(
        max_length=40, default="besluit", help_text="naam van het briefsjabloon", verbose_name="sjabloon van de brief"
    )
    geeft_product = models.CharField(
        max_length=100,
        blank=True,
        help_text="wat de inwoner daarna heeft; leeg: niets",
        verbose_name="product dat de inwoner krijgt",
    )
    product_geldigheid = DuurVeld(
        blank=True, help_text="hoe lang dat geldt; leeg: zonder einde", verbose_name="hoe lang het product geldt"
    )
    product_herinnering = DuurVeld(
        blank=True,
        default="",
        db_default="",
        help_text="hoe lang voor het einde de inwoner een herinnering krijgt; leeg: geen",
        verbose_name="herinnering voor het einde",
    )
    product_controle = DuurVeld(
        blank=True,
        default="",
        db_default="",
        help_text="hoe vaak de inwoner zegt of alles nog klopt; leeg: nooit",
        verbose_name="hoe vaak de inwoner het nakijkt",
    )
    product_controletijd = DuurVeld(
        blank=True,
        default="",
        db_default="",
        help_text="hoeveel tijd de inwoner daarvoor heeft; verplicht bij een controle",
        verbose_name="tijd om het na te kijken",
    )
    brief_inleiding = _brieftekst("leeg: de gewone inleiding", "inleiding van de brief")
    motivering_vooraf = _brieftekst("komt voor wat de behandelaar schrijft", "tekst voor de motivering")
    motivering_slot = _brieftekst("komt na wat de behandelaar schrijft", "tekst na de motivering")
    bezwaar = models.BooleanField(
        default=True, help_text="tegen dit besluit kan men bezwaar maken", verbose_name="bezwaar mogelijk"
    )

    class Meta:
        ordering = ["zaaktype", "volgorde"]
        verbose_name_plural = "besluitmomenten"
        constraints = [
            models.UniqueConstraint(
                fields=["zaaktype", "volgorde"],
                name="besluitmoment_volgorde_uniek",
                violation_error_message="Deze plaats in de volgorde van besluiten is al bezet.",
            ),
            models.UniqueConstraint(
                fields=["zaaktype", "besluittype"],
                name="besluitmoment_uniek",
                violation_error_message="Dit besluittype staat al bij dit zaaktype.",
            ),
            models.CheckConstraint(
                condition=Q(termijn_vanaf=BesluitTermijnVanaf.STATUS, vanaf_statustype__isnull=False)
                | (~Q(termijn_vanaf=BesluitTermijnVanaf.STATUS) & Q(vanaf_statustype=None)),
                name="besluitmoment_vanaf_status",
                violation_error_message=(
                    "Een termijn vanaf een status noemt die status; andere termijnen noemen er geen."
                ),
            ),
            models.CheckConstraint(
                condition=Q(product_geldigheid="") | ~Q(geeft_product=""),
                name="besluitmoment_product_heel",
                violation_error_message="Een geldigheid hoort bij een product dat het besluit geeft.",
            ),
            models.CheckConstraint(
                condition=Q(product_herinnering="") | ~Q(product_geldigheid=""),
                name="besluitmoment_herinnering_heel",
                violation_error_message="Een herinnering voor het einde hoort bij een product met een geldigheid.",
            ),
            models.CheckConstraint(
                condition=Q(product_controle="", product_controletijd="")
                | (~Q(product_controle="") & ~Q(product_controletijd="") & ~Q(geeft_product="")),
                name="besluitmoment_controle_heel",
                violation_error_message="Een controle hoort bij een product, en noemt hoeveel tijd men heeft.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.volgorde}. {self.besluittype}"
