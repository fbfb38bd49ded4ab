"""What one can ask for: the products (PDC), their national names (UPL) and the kruistabel."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Func, Q

from catalogus.models.jsonvormen import controleer_vragen
from catalogus.models.organisatie import Balie, Team
from catalogus.models.proces import Proces
from catalogus.models.velden import CatalogusModel, DuurVeld
from catalogus.querysets import ProductQuerySet


class Thema(CatalogusModel):
    naam = models.CharField(max_length=60, unique=True)
    slug = models.SlugField(max_length=60, unique=True)
    omschrijving = models.CharField(max_length=200, blank=True)
    icoon = models.SlugField(max_length=40, blank=True, help_text="naam van een Tabler-icoon")
    volgorde = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ["volgorde", "naam"]
        verbose_name_plural = "thema's"

    def __str__(self) -> str:
        return self.naam


class UplNaam(CatalogusModel):
    """A name of the Uniforme Productnamenlijst (standaarden.overheid.nl); ``grondslagen`` as the list gives them."""

    naam = models.CharField(max_length=200)
    uri = models.URLField(max_length=300, unique=True)
    doelgroepen = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    bestuurslagen = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    kenmerken = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    grondslagen = models.JSONField(default=list, blank=True)
    vervallen = models.BooleanField(default=False, help_text="staat niet meer op de landelijke lijst")
    zoekvector = models.GeneratedField(
        expression=SearchVector("naam", config="dutch"), output_field=SearchVectorField(), db_persist=True
    )

    class Meta:
        ordering = ["naam"]
        verbose_name = "UPL-naam"
        verbose_name_plural = "UPL-namen"
        indexes = [
            models.Index(fields=["naam"], name="uplnaam_naam"),
            GinIndex(fields=["zoekvector"], name="uplnaam_zoekvector", fastupdate=False),
        ]

    def __str__(self) -> str:
        return self.naam


_WOORDEN = Func(F("trefwoorden"), function="catalogus_woorden", output_field=models.TextField())
"""The keywords as one text, by an own function: array_to_string may not stand in a generated column."""


class Doelgroep(models.TextChoices):
    """For whom, in the words of Samenwerkende Catalogi."""

    INWONER = "particulier", "inwoners"
    ONDERNEMING = "ondernemer", "ondernemers en organisaties"


class Rechtsmiddel(models.TextChoices):
    """What one can do against the outcome."""

    BEZWAAR = "bezwaar", "bezwaar maken"
    KLACHT = "klacht", "een klacht indienen"
    GEEN = "geen", "geen van beide"


class Product(CatalogusModel):
    """A product as the public reads it. Text is Markdown; amounts that were made up say so (domein.md)."""

    naam = models.CharField(max_length=100, unique=True)
    slug = models.SlugField(max_length=100, unique=True)
    samenvatting = models.CharField(max_length=300)
    tekst = models.TextField(blank=True)
    voorwaarden = models.TextField(blank=True)
    kosten = models.CharField(
        max_length=100, blank=True, help_text="kort: gratis, € 45,00 per jaar; leeg als de tabel met bedragen het zegt"
    )
    kosten_toelichting = models.TextField(blank=True)
    verzonnen_bedragen = models.BooleanField(
        default=False, help_text="de bedragen zijn een voorbeeld; het scherm zegt dat"
    )
    duur_wettelijk = DuurVeld(blank=True, help_text="alleen als hier geen zaaktype bij hoort: anders zegt dat het")
    duur_streef = DuurVeld(blank=True, help_text="alleen als hier geen zaaktype bij hoort")
    duur_toelichting = models.TextField(blank=True, help_text="hoe lang het duurt, in gewone woorden")
    benodigdheden = models.TextField(blank=True)
    doelgroep = models.CharField(max_length=200, blank=True)
    doelgroepen = ArrayField(models.CharField(max_length=12, choices=Doelgroep), default=list, blank=True)
    trefwoorden = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    grondslag = models.CharField(max_length=200, blank=True, help_text="de wet of verordening, met artikel")
    grondslag_url = models.URLField(max_length=1000, blank=True)
    rechtsmiddel = models.CharField(max_length=7, choices=Rechtsmiddel, default=Rechtsmiddel.BEZWAAR)
    bezwaar = models.TextField(blank=True, help_text="wat men kan doen als men het er niet mee eens is")
    contact = models.TextField(blank=True)
    interne_notitie_14070 = models.TextField(blank=True, help_text="alleen voor medewerkers")
    vraag_antwoord = models.JSONField(default=list, blank=True, validators=[controleer_vragen])
    themas = models.ManyToManyField(Thema, related_name="producten", blank=True)
    balies = models.ManyToManyField(Balie, related_name="producten", blank=True)
    upl = models.ForeignKey(UplNaam, models.PROTECT, null=True, blank=True, related_name="producten")
    backoffice = models.ForeignKey(
        Team, models.PROTECT, null=True, blank=True, related_name="producten", help_text="krijgt de terugbelnotities"
    )
    aanvragen_extern_url = models.URLField(max_length=1000, blank=True)
    inloggen_nodig = models.BooleanField(default=True)
    gepubliceerd_van = models.DateField(null=True, blank=True, help_text="leeg: nog niet gepubliceerd")
    gepubliceerd_tot = models.DateField(null=True, blank=True, help_text="eerste dag waarop het er niet meer staat")
    gewijzigd_op = models.DateField(null=True, blank=True)
    zoekvector = models.GeneratedField(
        expression=(
            SearchVector("naam", config="dutch", weight="A")
            + SearchVector(_WOORDEN, config="dutch", weight="A")
            + SearchVector("samenvatting", config="dutch", weight="B")
            + SearchVector("tekst", config="dutch", weight="C")
            + SearchVector("voorwaarden", config="dutch", weight="D")
        ),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    naamvector = models.GeneratedField(  # small, so that ranking many hits stays cheap
        expression=(
            SearchVector("naam", config="dutch", weight="A")
            + SearchVector(_WOORDEN, config="dutch", weight="A")
            + SearchVector("samenvatting", config="dutch", weight="B")
        ),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = ProductQuerySet.as_manager()

    class Meta:
        ordering = ["naam"]
        verbose_name_plural = "producten"
        indexes = [  # written seldom, read often: no list of changes that every search would walk through
            GinIndex(fields=["zoekvector"], name="product_zoekvector", fastupdate=False),
            GinIndex(fields=["naamvector"], name="product_naamvector", fastupdate=False),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(gepubliceerd_tot=None) | Q(gepubliceerd_tot__gt=F("gepubliceerd_van")),
                name="product_publicatie_volgorde",
                violation_error_message="De laatste dag van de publicatie ligt na de eerste.",
            ),
        ]

    def __str__(self) -> str:
        return self.naam


class Actie(models.TextChoices):
    AANVRAGEN = "aanvragen", "aanvragen"
    WIJZIGEN = "wijzigen", "wijzigen"
    VERLENGEN = "verlengen", "verlengen"
    STOPPEN = "stoppen", "stoppen"


class Kruistabelregel(CatalogusModel):
    """Which process serves which product, per action. One per action: ``/aanvragen/<product>/`` has one meaning."""

    product = models.ForeignKey(Product, models.CASCADE, related_name="kruistabel")
    proces = models.ForeignKey(Proces, models.PROTECT, related_name="kruistabel")
    actie = models.CharField(max_length=10, choices=Actie, default=Actie.AANVRAGEN)

    class Meta:
        ordering = ["product", "actie"]
        verbose_name_plural = "kruistabel"
        constraints = [
            models.UniqueConstraint(
                fields=["product", "actie"],
                name="kruistabel_uniek",
                violation_error_message="Dit product heeft voor deze actie al een proces.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.product}: {self.actie} via {self.proces}"
