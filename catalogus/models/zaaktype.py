"""The versions of a zaaktype: what a municipal process asks, promises and keeps."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.lookups import IsNull

from catalogus.models.catalogus import Catalogus
from catalogus.models.proces import Proces
from catalogus.models.velden import CatalogusModel, DuurVeld, GeldigheidModel
from catalogus.querysets import ZaaktypeQuerySet
from catalogus.vertrouwelijkheid import Vertrouwelijkheid


class Stand(models.TextChoices):
    CONCEPT = "concept", "concept"
    GEPUBLICEERD = "gepubliceerd", "gepubliceerd"
    BEEINDIGD = "beeindigd", "beëindigd"


class Termijnregime(models.TextChoices):
    """How the term of a zaak counts; the numbers stand beside it on the zaaktype."""

    WETTELIJK = "wettelijk", "wettelijke termijn (Awb 4:13, 4:14 lid 1)"
    REDELIJK = "redelijk", "redelijke termijn (Awb 4:13 lid 2, 4:14 lid 3)"
    AVG = "avg", "AVG artikel 12 (Verordening 1182/71)"
    WERKDAGEN = "werkdagen", "werkdagen, geen termijn van de Awb"
    GEEN = "geen", "geen termijn"


class TermijnVanaf(models.TextChoices):
    ONTVANGST = "ontvangst", "de dag van ontvangst"
    EINDE_BEZWAARTERMIJN = "einde_bezwaartermijn", "het einde van de bezwaartermijn (Awb 7:10)"


class Opschortingsgrond(models.TextChoices):
    AANVULLING = "aanvulling", "aanvulling gevraagd (Awb 4:15 lid 1 onder a)"
    BUITENLAND = "buitenland", "informatie uit het buitenland (Awb 4:15 lid 1 onder b)"
    INSTEMMING = "instemming", "schriftelijke instemming van de aanvrager (Awb 4:15 lid 2 onder a)"
    TOE_TE_REKENEN = "toe_te_rekenen", "vertraging die aan de aanvrager is toe te rekenen (Awb 4:15 lid 2 onder b)"
    OVERMACHT = "overmacht", "overmacht (Awb 4:15 lid 2 onder c)"
    VERZUIM = "verzuim", "herstel van een verzuim in bezwaar (Awb 7:10 lid 2)"


class Functie(models.TextChoices):
    """What somebody does for one decision, and what a zaaktype may want done by different people."""

    ADVIES = "advies", "advies geven"
    VOORSTEL = "voorstel", "het besluit voorstellen"
    BESLUIT = "besluit", "het besluit nemen"
    HOREN = "horen", "horen bij een bezwaar"


class InternExtern(models.TextChoices):
    INTERN = "intern", "intern"
    EXTERN = "extern", "extern"


class Zaaktype(GeldigheidModel):
    """One version of a process (ZGW ``ZaakType`` 1.3.3), with what residents read and how its term counts."""

    proces = models.ForeignKey(Proces, models.PROTECT, related_name="versies")
    versienummer = models.PositiveIntegerField()
    stand = models.CharField(max_length=12, choices=Stand, default=Stand.CONCEPT)
    auteur_id = models.BigIntegerField(null=True, blank=True)  # who wrote on it last
    auteurs = ArrayField(  # everybody who wrote on it
        models.BigIntegerField(), db_default=Value([], ArrayField(models.BigIntegerField())), default=list, blank=True
    )
    gepubliceerd_door_id = models.BigIntegerField(null=True, blank=True)
    gepubliceerd_op = models.DateTimeField(null=True, blank=True)
    bijgewerkt_op = models.DateTimeField(null=True, blank=True)  # when somebody wrote on it last
    teruggestuurd_op = models.DateTimeField(null=True, blank=True)  # by who was to publish it
    teruggestuurd_door_id = models.BigIntegerField(null=True, blank=True)
    teruggestuurd_reden = models.CharField(max_length=500, blank=True, default="", db_default="")
    einde_voorgesteld = models.DateField(null=True, blank=True)  # to end without a successor: another person decides
    einde_voorgesteld_door_id = models.BigIntegerField(null=True, blank=True)
    einde_reden = models.CharField(max_length=500, blank=True, default="", db_default="")

    # ZGW
    omschrijving = models.CharField(max_length=80, verbose_name="naam")
    omschrijving_generiek = models.CharField(max_length=80, blank=True, verbose_name="algemene naam")
    vertrouwelijkheidaanduiding = models.PositiveSmallIntegerField(
        choices=Vertrouwelijkheid, default=Vertrouwelijkheid.ZAAKVERTROUWELIJK
    )
    doel = models.TextField(verbose_name="doel van het proces")
    aanleiding = models.TextField()
    toelichting = models.TextField(blank=True)
    indicatie_intern_of_extern = models.CharField(
        max_length=6, choices=InternExtern, default=InternExtern.EXTERN, verbose_name="intern of extern begonnen"
    )
    handeling_initiator = models.CharField(max_length=20, verbose_name="wat de aanvrager doet")
    onderwerp = models.CharField(max_length=80)
    handeling_behandelaar = models.CharField(max_length=20, verbose_name="wat de behandelaar doet")
    doorlooptijd = DuurVeld(
        help_text="de termijn waarbinnen volgens de wet besloten moet zijn", verbose_name="termijn om te beslissen"
    )
    servicenorm = DuurVeld(blank=True, help_text="waar de gemeente zelf naar streeft")
    opschorting_en_aanhouding_mogelijk = models.BooleanField(default=True, verbose_name="opschorten mogelijk")
    verlenging_mogelijk = models.BooleanField(default=False, verbose_name="verlengen mogelijk")
    verlengingstermijn = DuurVeld(blank=True, verbose_name="termijn van een verlenging")
    trefwoorden = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    publicatie_indicatie = models.BooleanField(default=False, verbose_name="wordt gepubliceerd")
    publicatietekst = models.TextField(blank=True)
    verantwoordingsrelatie = ArrayField(
        models.CharField(max_length=40), default=list, blank=True, verbose_name="verantwoording"
    )
    producten_of_diensten = ArrayField(models.URLField(max_length=1000), default=list, blank=True)
    selectielijst_procestype = models.URLField(
        max_length=200, blank=True, verbose_name="procestype van de selectielijst"
    )
    referentieproces_naam = models.CharField(max_length=80, verbose_name="referentieproces")
    referentieproces_link = models.URLField(max_length=200, blank=True, verbose_name="adres van het referentieproces")
    verantwoordelijke = models.CharField(max_length=50)
    broncatalogus_url = models.URLField(max_length=200, blank=True, verbose_name="adres van de broncatalogus")
    broncatalogus_domein = models.CharField(max_length=5, blank=True, verbose_name="domein van de broncatalogus")
    broncatalogus_rsin = models.CharField(max_length=9, blank=True, verbose_name="RSIN van de broncatalogus")
    bronzaaktype_url = models.URLField(max_length=200, blank=True, verbose_name="adres van het bronzaaktype")
    bronzaaktype_identificatie = models.CharField(
        max_length=50, blank=True, verbose_name="identificatie van het bronzaaktype"
    )
    bronzaaktype_omschrijving = models.CharField(
        max_length=80, blank=True, verbose_name="omschrijving van het bronzaaktype"
    )
    versiedatum = models.DateField(null=True, blank=True)
    deelzaaktypen = models.ManyToManyField(Proces, related_name="hoofdzaaktypen", blank=True)

    # the term
    termijnregime = models.CharField(max_length=10, choices=Termijnregime, verbose_name="soort termijn")
    termijn_grondslag = models.CharField(max_length=200, blank=True, verbose_name="wettelijke grondslag van de termijn")
    termijn_vanaf = models.CharField(
        max_length=20, choices=TermijnVanaf, default=TermijnVanaf.ONTVANGST, verbose_name="termijn loopt vanaf"
    )
    werkdagen = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="alleen bij regime werkdagen", verbose_name="aantal werkdagen"
    )
    uiterlijk_tijdstip = models.TimeField(null=True, blank=True, help_text="op de laatste dag, bij regime werkdagen")
    verlenging_grondslag = models.CharField(
        max_length=200, blank=True, verbose_name="wettelijke grondslag van een verlenging"
    )
    verlenging_aantal = models.PositiveSmallIntegerField(
        default=0, help_text="hoe vaak verlengen mag", verbose_name="aantal keren verlengen"
    )
    opschortingsgronden = ArrayField(
        models.CharField(max_length=20, choices=Opschortingsgrond),
        default=list,
        blank=True,
        help_text="leeg: geen enkele",
        verbose_name="gronden om op te schorten",
    )
    dwangsom_mogelijk = models.BooleanField(default=True, help_text="Awb 4:17; niet bij de Woo (8.2)")
    publiekstermijn = models.CharField(
        max_length=200, blank=True, help_text="de termijn in gewone woorden", verbose_name="termijn in gewone woorden"
    )

    # how it is carried out
    anoniem_toegestaan = models.BooleanField(default=False, verbose_name="zonder naam mogelijk")
    betrouwbaarheid_minimaal = models.PositiveSmallIntegerField(
        default=2, help_text="0 geen, 2 laag, 3 substantieel, 4 hoog", verbose_name="laagste niveau van inloggen"
    )
    uitgeschakelde_handelingen = ArrayField(
        models.CharField(max_length=40), default=list, blank=True, verbose_name="wat bij dit zaaktype niet kan"
    )
    behandeld_door_extern = models.CharField(
        max_length=100, blank=True, help_text="naam van het andere systeem", verbose_name="ander systeem dat behandelt"
    )
    extern_url = models.URLField(max_length=1000, blank=True, verbose_name="adres van het andere systeem")
    bezwaar_mogelijk = models.BooleanField(default=True)
    gescheiden_functies = ArrayField(
        models.CharField(max_length=10, choices=Functie),
        default=list,
        blank=True,
        help_text="wat verschillende mensen moeten doen; niemand besluit ooit op eigen voorstel of advies",
        verbose_name="wat verschillende mensen doen",
    )

    # what residents read
    doel_inwoner = models.TextField(
        blank=True, help_text="waarom de gemeente dit doet", verbose_name="waarom, voor de inwoner"
    )
    wat_gebeurt_er = models.TextField(
        blank=True, help_text="wat er gebeurt na het indienen", verbose_name="wat er gebeurt na het indienen"
    )
    toestemming_tekst = models.TextField(
        blank=True, help_text="waarmee wie indient akkoord gaat", verbose_name="tekst waarmee wie indient akkoord gaat"
    )
    bewaarreden = models.TextField(
        blank=True, help_text="waarom de gemeente dit zo lang bewaart", verbose_name="reden van de bewaartermijn"
    )

    objects = ZaaktypeQuerySet.as_manager()

    class Meta:
        ordering = ["proces", "-versienummer"]
        verbose_name_plural = "zaaktypen"
        indexes = [
            models.Index(fields=["stand", "begin_geldigheid"], name="zaaktype_stand"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["proces", "versienummer"],
                name="zaaktype_versie_uniek",
                violation_error_message="Dit versienummer bestaat al bij dit proces.",
            ),
            models.UniqueConstraint(
                fields=["proces"],
                condition=Q(stand=Stand.GEPUBLICEERD, einde_geldigheid=None),
                name="zaaktype_een_geldig",
                violation_error_message="Er is al een gepubliceerde versie zonder einddatum.",
            ),
            models.UniqueConstraint(
                fields=["proces"],
                condition=Q(stand=Stand.CONCEPT),
                name="zaaktype_een_concept",
                violation_error_message="Er is al een concept van dit proces.",
            ),
            models.CheckConstraint(
                condition=Q(einde_geldigheid=None) | Q(einde_geldigheid__gte=F("begin_geldigheid")),
                name="zaaktype_geldigheid_volgorde",
                violation_error_message="Het einde van de geldigheid ligt niet voor het begin.",
            ),
            models.CheckConstraint(
                condition=~Q(stand=Stand.BEEINDIGD) | Q(einde_geldigheid__isnull=False),
                name="zaaktype_beeindigd_heeft_einde",
                violation_error_message="Een beëindigde versie heeft een einddatum.",
            ),
            models.CheckConstraint(
                condition=Q(verlenging_mogelijk=False, verlengingstermijn="", verlenging_aantal=0)
                | (Q(verlenging_mogelijk=True, verlenging_aantal__gte=1) & ~Q(verlengingstermijn="")),
                name="zaaktype_verlenging_heel",
                violation_error_message=(
                    "Verlengen vraagt een verlengingstermijn en een aantal keren; zonder verlengen zijn die leeg."
                ),
            ),
            models.CheckConstraint(
                condition=Q(opschorting_en_aanhouding_mogelijk=True) | Q(opschortingsgronden=[]),
                name="zaaktype_opschorting_heel",
                violation_error_message="Er zijn opschortingsgronden, terwijl opschorten niet mogelijk is.",
            ),
            models.CheckConstraint(
                condition=Q(termijnregime=Termijnregime.WERKDAGEN, werkdagen__isnull=False, werkdagen__gte=1)
                | (~Q(termijnregime=Termijnregime.WERKDAGEN) & Q(werkdagen=None)),
                name="zaaktype_werkdagen_heel",
                violation_error_message=(
                    "Een aantal werkdagen hoort bij het termijnregime werkdagen, en alleen daarbij."
                ),
            ),
            models.CheckConstraint(
                condition=Q(auteur_id=None) | Q(gepubliceerd_door_id=None) | ~Q(gepubliceerd_door_id=F("auteur_id")),
                name="zaaktype_publiceert_niet_eigen_werk",
                violation_error_message="Wie een versie schreef, publiceert die niet zelf.",
            ),
            models.CheckConstraint(
                condition=IsNull(
                    Func(
                        "auteurs", "gepubliceerd_door_id", function="array_position", output_field=models.IntegerField()
                    ),
                    True,
                ),
                name="zaaktype_geen_auteur_publiceert",
                violation_error_message="Wie aan een versie schreef, publiceert die niet zelf.",
            ),
            models.CheckConstraint(
                condition=Q(teruggestuurd_op=None, teruggestuurd_reden="")
                | (Q(teruggestuurd_op__isnull=False) & ~Q(teruggestuurd_reden="")),
                name="zaaktype_teruggestuurd_met_reden",
                violation_error_message="Wie een versie terugstuurt, zegt waarom.",
            ),
            models.CheckConstraint(
                condition=Q(einde_voorgesteld=None) | ~Q(einde_reden=""),
                name="zaaktype_einde_met_reden",
                violation_error_message="Wie een einde voorstelt, zegt waarom.",
            ),
            models.CheckConstraint(
                condition=Q(betrouwbaarheid_minimaal__lte=4),
                name="zaaktype_betrouwbaarheid",
                violation_error_message="Het betrouwbaarheidsniveau loopt van 0 tot en met 4.",
            ),
            models.CheckConstraint(
                condition=Q(vertrouwelijkheidaanduiding__range=(1, 8)),
                name="zaaktype_vertrouwelijk",
                violation_error_message="De vertrouwelijkheidaanduiding loopt van 1 tot en met 8.",
            ),
            ExclusionConstraint(  # a range of one bigint, because the embedded PostgreSQL has no btree_gist
                name="zaaktype_versies_overlappen_niet",
                violation_error_message="De geldigheid van twee versies overlapt.",
                expressions=[
                    (Func("proces", "proces", Value("[]"), function="int8range"), RangeOperators.OVERLAPS),
                    (
                        Func("begin_geldigheid", "einde_geldigheid", Value("[)"), function="daterange"),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=~Q(stand=Stand.CONCEPT),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.omschrijving} (versie {self.versienummer})"

    @property
    def concept(self) -> bool:
        """ZGW ``concept``: true until it is published."""
        return self.stand == Stand.CONCEPT

    @property
    def wacht_op_schrijver(self) -> bool:
        """Sent back, and nobody worked on it since."""
        terug = self.teruggestuurd_op
        return terug is not None and (self.bijgewerkt_op is None or self.bijgewerkt_op <= terug)

    @property
    def identificatie(self) -> str:
        return self.proces.identificatie

    @property
    def catalogus(self) -> Catalogus:
        return self.proces.catalogus

    @property
    def extern_behandeld(self) -> bool:
        """Another system handles it and reports over the ZGW APIs."""
        return bool(self.behandeld_door_extern)


class ZaaktypenRelatie(CatalogusModel):
    """ZGW ``gerelateerdeZaaktypen``: to a process of ours, or to a zaaktype elsewhere."""

    class AardRelatie(models.TextChoices):
        VERVOLG = "vervolg", "vervolg"
        BIJDRAGE = "bijdrage", "bijdrage"
        ONDERWERP = "onderwerp", "onderwerp"

    zaaktype = models.ForeignKey(Zaaktype, models.CASCADE, related_name="gerelateerde_zaaktypen")
    gerelateerd_proces = models.ForeignKey(
        Proces, models.PROTECT, null=True, blank=True, related_name="gerelateerd_aan"
    )
    gerelateerd_url = models.URLField(max_length=200, blank=True)
    aard_relatie = models.CharField(max_length=9, choices=AardRelatie)
    toelichting = models.CharField(max_length=255, blank=True)

    class Meta:
        ordering = ["zaaktype", "id"]
        verbose_name_plural = "zaaktypenrelaties"
        constraints = [
            models.CheckConstraint(
                condition=(Q(gerelateerd_proces__isnull=False) & Q(gerelateerd_url=""))
                | (Q(gerelateerd_proces=None) & ~Q(gerelateerd_url="")),
                name="zaaktypenrelatie_een_doel",
                violation_error_message=(
                    "Een relatie gaat naar een proces van ons of naar een adres elders, niet naar beide."
                ),
            ),
            models.UniqueConstraint(
                fields=["zaaktype", "gerelateerd_proces", "gerelateerd_url", "aard_relatie"],
                nulls_distinct=False,
                name="zaaktypenrelatie_uniek",
            ),
        ]

    def __str__(self) -> str:
        return str(self.gerelateerd_proces or self.gerelateerd_url)
