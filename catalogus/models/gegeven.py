"""What a process wants to know, in which step of the form, and why it may know it."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from catalogus.models.informatieobjecttype import Informatieobjecttype
from catalogus.models.jsonvormen import controleer_keuzes, controleer_validatie, controleer_voorwaarde
from catalogus.models.statustype import Statustype
from catalogus.models.velden import CatalogusModel
from catalogus.models.zaaktype import Zaaktype


class Formulierstap(CatalogusModel):
    """A page of the form."""

    zaaktype = models.ForeignKey(Zaaktype, models.CASCADE, related_name="formulierstappen")
    volgnummer = models.PositiveSmallIntegerField(verbose_name="plaats in de volgorde")
    titel = models.CharField(max_length=80)
    inleiding = models.TextField(blank=True)

    class Meta:
        ordering = ["zaaktype", "volgnummer"]
        verbose_name_plural = "formulierstappen"
        constraints = [
            models.UniqueConstraint(
                fields=["zaaktype", "volgnummer"],
                name="formulierstap_uniek",
                violation_error_message="Dit volgnummer bestaat al bij de stappen van dit formulier.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.volgnummer}. {self.titel}"


class SoortGegeven(models.TextChoices):
    TEKST = "tekst", "tekst"
    LANGE_TEKST = "lange_tekst", "lange tekst"
    GETAL = "getal", "getal"
    BEDRAG = "bedrag", "bedrag"
    DATUM = "datum", "datum"
    KEUZE = "keuze", "keuze"
    MEERKEUZE = "meerkeuze", "meer keuzes"
    JA_NEE = "ja_nee", "ja of nee"
    ADRES = "adres", "adres"
    TELEFOON = "telefoon", "telefoonnummer"
    EMAIL = "email", "e-mailadres"
    IBAN = "iban", "IBAN"
    BESTAND = "bestand", "bestand"


class Formaat(models.TextChoices):
    """ZGW ``FormaatEnum``."""

    TEKST = "tekst", "tekst"
    GETAL = "getal", "getal"
    DATUM = "datum", "datum"
    DATUM_TIJD = "datum_tijd", "datum en tijd"


class Bron(models.TextChoices):
    AANVRAGER = "aanvrager", "de aanvrager"
    BRP = "brp", "Basisregistratie Personen (BRP)"
    KVK = "kvk", "Handelsregister (KvK)"
    BAG = "bag", "Basisregistratie Adressen en Gebouwen (BAG)"
    EIGEN = "eigen", "de gemeente zelf"


class Gegevensgroep(models.TextChoices):
    ZAAK = "zaak", "gegevens van de zaak"
    PERSOONSGEGEVENS = "persoonsgegevens", "persoonsgegevens"
    BIJZONDER = "bijzondere_persoonsgegevens", "bijzondere persoonsgegevens"
    FINANCIEEL = "financieel", "financiële gegevens"


class Mate(models.IntegerChoices):
    """How much a quality or a sensitivity matters."""

    LAAG = 1, "laag"
    MIDDEN = 2, "midden"
    HOOG = 3, "hoog"


class Doelbinding(models.TextChoices):
    """How strictly a datum is bound to the purpose for which it was collected (AVG art. 5 lid 1b and 6 lid 4)."""

    ALLEEN = "alleen", "alleen voor dit proces"
    VERENIGBAAR = "verenigbaar", "ook voor een doel dat hier goed bij past"
    WETTELIJK = "wettelijk", "ook voor een ander doel, omdat een wet dat zegt"


class Gegeven(CatalogusModel):
    """ZGW ``Eigenschap`` with the field of the form, its privacy account and its quality (domein.md, *gegeven*)."""

    zaaktype = models.ForeignKey(Zaaktype, models.CASCADE, related_name="gegevens")
    naam = models.CharField(max_length=20, verbose_name="vaste naam")
    definitie = models.CharField(max_length=255)
    toelichting = models.CharField(max_length=1000, blank=True)
    groep = models.CharField(max_length=32, blank=True)
    formaat = models.CharField(max_length=10, choices=Formaat, default=Formaat.TEKST)
    lengte = models.CharField(max_length=14, default="255")
    kardinaliteit = models.CharField(max_length=3, default="1")
    waardenverzameling = ArrayField(
        models.CharField(max_length=100), default=list, blank=True, verbose_name="mogelijke waarden"
    )
    statustype = models.ForeignKey(
        Statustype,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="eigenschappen",
        verbose_name="hoort bij de status",
    )

    # the field of the form
    stap = models.ForeignKey(
        Formulierstap,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="gegevens",
        verbose_name="stap van het formulier",
    )
    volgorde = models.PositiveSmallIntegerField(default=1, verbose_name="plaats in de stap")
    label = models.CharField(max_length=200, verbose_name="vraag")
    soort = models.CharField(max_length=12, choices=SoortGegeven, verbose_name="soort vraag")
    verplicht = models.BooleanField(default=False)
    hulptekst = models.TextField(blank=True)
    keuzes = models.JSONField(default=list, blank=True, validators=[controleer_keuzes])
    toon_als = models.JSONField(
        default=dict, blank=True, validators=[controleer_voorwaarde], verbose_name="wanneer de vraag er staat"
    )
    validatie = models.JSONField(
        default=dict, blank=True, validators=[controleer_validatie], verbose_name="grenzen van het antwoord"
    )
    voorvulling = models.CharField(
        max_length=100, blank=True, help_text="pad in de bron, bijvoorbeeld brp.naam", verbose_name="wordt ingevuld uit"
    )
    corrigeerbaar = models.BooleanField(
        default=True,
        help_text="de aanvrager mag de ingevulde waarde wijzigen",
        verbose_name="te wijzigen door de aanvrager",
    )
    correctie_uitleg = models.TextField(
        blank=True,
        help_text="hoe men een fout in de bron laat verbeteren",
        verbose_name="hoe men een fout laat verbeteren",
    )
    eenmalige_code = models.BooleanField(
        default=False, help_text="de code uit de brief: geldt een keer", verbose_name="code uit de brief"
    )
    informatieobjecttype = models.ForeignKey(
        Informatieobjecttype,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="gegevens",
        verbose_name="soort document",
    )

    # why the municipality may know it
    doel = models.TextField(blank=True, help_text="waarvoor de gemeente het nodig heeft")
    grondslag = models.CharField(max_length=200, blank=True, verbose_name="wettelijke grondslag")
    bron = models.CharField(max_length=10, choices=Bron, default=Bron.AANVRAGER)
    gegevensgroep = models.CharField(
        max_length=30, choices=Gegevensgroep, default=Gegevensgroep.ZAAK, verbose_name="soort gegeven"
    )
    gevoeligheid = models.PositiveSmallIntegerField(choices=Mate, default=Mate.LAAG)
    ontvangers = ArrayField(models.CharField(max_length=100), default=list, blank=True)
    minder = models.TextField(
        blank=True, default="", db_default="", help_text="kan het met minder, of minder precies, en waarom niet"
    )
    doelbinding = models.CharField(max_length=11, choices=Doelbinding, blank=True, default="", db_default="")

    # the quality that the process needs
    juistheid = models.PositiveSmallIntegerField(choices=Mate, default=Mate.MIDDEN)
    actualiteit = models.PositiveSmallIntegerField(choices=Mate, default=Mate.MIDDEN)
    vertrouwelijkheid = models.PositiveSmallIntegerField(choices=Mate, default=Mate.MIDDEN)
    beschikbaarheid = models.PositiveSmallIntegerField(choices=Mate, default=Mate.MIDDEN)
    onweerlegbaarheid = models.PositiveSmallIntegerField(choices=Mate, default=Mate.LAAG)

    class Meta:
        ordering = ["zaaktype", "stap__volgnummer", "volgorde", "id"]
        verbose_name_plural = "gegevens"
        constraints = [
            models.UniqueConstraint(
                fields=["zaaktype", "naam"],
                name="gegeven_uniek",
                violation_error_message="Dit gegeven bestaat al bij dit zaaktype.",
            ),
            models.CheckConstraint(
                condition=(Q(soort__in=["keuze", "meerkeuze"]) & ~Q(keuzes=[]))
                | (~Q(soort__in=["keuze", "meerkeuze"]) & Q(keuzes=[])),
                name="gegeven_keuzes_bij_keuze",
                violation_error_message="Keuzes horen bij de soorten keuze en meerkeuze, en alleen daarbij.",
            ),
            models.CheckConstraint(
                condition=Q(soort="bestand", informatieobjecttype__isnull=False)
                | (~Q(soort="bestand") & Q(informatieobjecttype=None)),
                name="gegeven_documenttype_bij_bestand",
                violation_error_message="Een documenttype hoort bij de soort bestand, en alleen daarbij.",
            ),
            models.CheckConstraint(
                condition=Q(eenmalige_code=False) | Q(soort="tekst", verplicht=True),
                name="gegeven_code_is_tekst",
                violation_error_message="De code uit de brief is een verplichte tekst.",
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def keuzelabels(self) -> dict[str, str]:
        """Value to label, for the soorten keuze and meerkeuze."""
        return {str(keuze["waarde"]): str(keuze["label"]) for keuze in self.keuzelijst}

    @property
    def keuzelijst(self) -> list[dict[str, Any]]:
        return list(self.keuzes)
