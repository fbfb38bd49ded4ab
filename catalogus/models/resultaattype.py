"""How a zaak can end, and how long its file is kept."""

from django.db import models
from django.db.models import Q

from catalogus.models.besluittype import Besluittype
from catalogus.models.informatieobjecttype import Informatieobjecttype
from catalogus.models.velden import CatalogusModel, DuurVeld
from catalogus.models.zaaktype import Zaaktype


class Archiefnominatie(models.TextChoices):
    BLIJVEND_BEWAREN = "blijvend_bewaren", "blijvend bewaren"
    VERNIETIGEN = "vernietigen", "vernietigen"


class Afleidingswijze(models.TextChoices):
    """From which date the retention term runs (recht.md, *Retention*)."""

    AFGEHANDELD = "afgehandeld", "afgehandeld"
    ANDER_DATUMKENMERK = "ander_datumkenmerk", "ander datumkenmerk"
    EIGENSCHAP = "eigenschap", "eigenschap"
    GERELATEERDE_ZAAK = "gerelateerde_zaak", "gerelateerde zaak"
    HOOFDZAAK = "hoofdzaak", "hoofdzaak"
    INGANGSDATUM_BESLUIT = "ingangsdatum_besluit", "ingangsdatum besluit"
    TERMIJN = "termijn", "termijn"
    VERVALDATUM_BESLUIT = "vervaldatum_besluit", "vervaldatum besluit"
    ZAAKOBJECT = "zaakobject", "zaakobject"


class Objecttype(models.TextChoices):
    """ZGW ``ObjecttypeEnum``, as the standard writes it."""

    ADRES = "adres"
    BESLUIT = "besluit"
    BUURT = "buurt"
    ENKELVOUDIG_DOCUMENT = "enkelvoudig_document"
    GEMEENTE = "gemeente"
    GEMEENTELIJKE_OPENBARE_RUIMTE = "gemeentelijke_openbare_ruimte"
    HUISHOUDEN = "huishouden"
    INRICHTINGSELEMENT = "inrichtingselement"
    KADASTRALE_ONROERENDE_ZAAK = "kadastrale_onroerende_zaak"
    KUNSTWERKDEEL = "kunstwerkdeel"
    MAATSCHAPPELIJKE_ACTIVITEIT = "maatschappelijke_activiteit"
    MEDEWERKER = "medewerker"
    NATUURLIJK_PERSOON = "natuurlijk_persoon"
    NIET_NATUURLIJK_PERSOON = "niet_natuurlijk_persoon"
    OPENBARE_RUIMTE = "openbare_ruimte"
    ORGANISATORISCHE_EENHEID = "organisatorische_eenheid"
    PAND = "pand"
    SPOORBAANDEEL = "spoorbaandeel"
    STATUS = "status"
    TERREINDEEL = "terreindeel"
    TERREIN_GEBOUWD_OBJECT = "terrein_gebouwd_object"
    VESTIGING = "vestiging"
    WATERDEEL = "waterdeel"
    WEGDEEL = "wegdeel"
    WIJK = "wijk"
    WOONPLAATS = "woonplaats"
    WOZ_DEELOBJECT = "woz_deelobject"
    WOZ_OBJECT = "woz_object"
    WOZ_WAARDE = "woz_waarde"
    ZAKELIJK_RECHT = "zakelijk_recht"
    OVERIGE = "overige"


class Uitkomst(models.TextChoices):
    """What the result means for the resident, whatever the zaaktype calls it."""

    TOEGEKEND = "toegekend", "toegekend"
    GEDEELTELIJK = "gedeeltelijk", "gedeeltelijk toegekend"
    AFGEWEZEN = "afgewezen", "afgewezen"
    NIET_BEHANDELD = "niet_behandeld", "niet behandeld"
    INGETROKKEN = "ingetrokken", "ingetrokken"
    AFGEHANDELD = "afgehandeld", "afgehandeld"
    AFGEBROKEN = "afgebroken", "afgebroken"


class Resultaattype(CatalogusModel):
    """ZGW ``ResultaatType``, pointing to a result of the Selectielijst gemeenten 2020."""

    zaaktype = models.ForeignKey(Zaaktype, models.CASCADE, related_name="resultaattypen")
    omschrijving = models.CharField(max_length=30, verbose_name="naam")
    resultaattypeomschrijving = models.URLField(max_length=1000, blank=True, verbose_name="algemeen resultaat (adres)")
    omschrijving_generiek = models.CharField(max_length=80, verbose_name="algemene naam")
    selectielijstklasse = models.URLField(max_length=1000, verbose_name="resultaat van de selectielijst")
    selectielijstnummer = models.CharField(
        max_length=10, blank=True, help_text="bijvoorbeeld 8.1", verbose_name="nummer in de selectielijst"
    )
    toelichting = models.TextField(blank=True)
    archiefnominatie = models.CharField(
        max_length=16, choices=Archiefnominatie, blank=True, verbose_name="bewaren of vernietigen"
    )
    archiefactietermijn = DuurVeld(blank=True, verbose_name="bewaartermijn")
    brondatum_afleidingswijze = models.CharField(
        max_length=20, choices=Afleidingswijze, blank=True, verbose_name="bewaartermijn loopt vanaf"
    )
    brondatum_datumkenmerk = models.CharField(max_length=80, blank=True, verbose_name="gegeven met die datum")
    brondatum_einddatum_bekend = models.BooleanField(default=False, verbose_name="einddatum bekend")
    brondatum_objecttype = models.CharField(
        max_length=30, choices=Objecttype, blank=True, verbose_name="soort object met die datum"
    )
    brondatum_registratie = models.CharField(max_length=80, blank=True, verbose_name="registratie met die datum")
    brondatum_procestermijn = DuurVeld(blank=True, verbose_name="termijn tot die datum")
    procesobjectaard = models.CharField(max_length=200, blank=True, verbose_name="aard van het procesobject")
    indicatie_specifiek = models.BooleanField(null=True, blank=True, verbose_name="specifiek")
    procestermijn = DuurVeld(blank=True)
    besluittypen = models.ManyToManyField(
        Besluittype, related_name="resultaattypen", blank=True, verbose_name="besluiten"
    )
    informatieobjecttypen = models.ManyToManyField(
        Informatieobjecttype, related_name="resultaattypen", blank=True, verbose_name="documenten"
    )

    uitkomst = models.CharField(max_length=15, choices=Uitkomst)
    naam_inwoner = models.CharField(
        max_length=100, blank=True, help_text="leeg: de omschrijving", verbose_name="naam voor de inwoner"
    )

    class Meta:
        ordering = ["zaaktype", "omschrijving"]
        verbose_name_plural = "resultaattypen"
        constraints = [
            models.UniqueConstraint(
                fields=["zaaktype", "omschrijving"],
                name="resultaattype_uniek",
                violation_error_message="Dit resultaat bestaat al bij dit zaaktype.",
            ),
            models.CheckConstraint(  # ztc-004
                condition=Q(brondatum_datumkenmerk="")
                | Q(brondatum_afleidingswijze__in=["eigenschap", "zaakobject", "ander_datumkenmerk"]),
                name="resultaattype_datumkenmerk",
                violation_error_message=(
                    "Een datumkenmerk hoort bij de afleidingswijzen eigenschap, zaakobject en ander "
                    "datumkenmerk (ztc-004)."
                ),
            ),
            models.CheckConstraint(  # ztc-008
                condition=Q(brondatum_procestermijn="") | Q(brondatum_afleidingswijze="termijn"),
                name="resultaattype_procestermijn",
                violation_error_message="Een procestermijn hoort bij de afleidingswijze termijn (ztc-008).",
            ),
            models.CheckConstraint(
                condition=~Q(archiefnominatie=Archiefnominatie.BLIJVEND_BEWAREN) | Q(archiefactietermijn=""),
                name="resultaattype_bewaren_zonder_termijn",
                violation_error_message="Wat blijvend bewaard wordt, heeft geen termijn voor vernietiging.",
            ),
        ]

    def __str__(self) -> str:
        return self.omschrijving

    @property
    def woorden(self) -> str:
        """The name that a resident reads."""
        return self.naam_inwoner or self.omschrijving
