"""Who and what a zaak is about."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from autorisatie.models import IndividueleToekenning, Machtiging, Partij
from autorisatie.velden import GeheimVeld
from catalogus.models import Gegeven, Objecttype, Roltype, Zaakobjecttype
from mijnzaken.zaken.models.zaak import BijZaak, Zaak


class BetrokkeneType(models.TextChoices):
    NATUURLIJK_PERSOON = "natuurlijk_persoon", "natuurlijk persoon"
    NIET_NATUURLIJK_PERSOON = "niet_natuurlijk_persoon", "niet-natuurlijk persoon"
    VESTIGING = "vestiging", "vestiging"
    ORGANISATORISCHE_EENHEID = "organisatorische_eenheid", "organisatorische eenheid"
    MEDEWERKER = "medewerker", "medewerker"


class Rol(BijZaak):
    """ZGW ``Rol``: someone's part in a zaak. ``betrokkene_identificatie`` holds the standard's identification of who
    is no partij of ours, or what another system wrote of who is; a BSN is never in it.

    A partij stands in a zaak once; a second part of it (another system knows no such limit) says whose that is.
    """

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="rollen")
    roltype = models.ForeignKey(Roltype, models.PROTECT, related_name="+")
    partij = models.ForeignKey(Partij, models.PROTECT, null=True, related_name="rollen")
    zelfde_als = models.ForeignKey("self", models.SET_NULL, null=True, related_name="nog_een")
    medewerker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="zaakrollen")
    betrokkene = models.URLField(max_length=1000, blank=True)
    betrokkene_type = models.CharField(max_length=24, choices=BetrokkeneType)
    betrokkene_identificatie = models.JSONField(default=dict, blank=True)
    afwijkende_naam_betrokkene = models.CharField(max_length=625, blank=True)
    roltoelichting = models.CharField(max_length=1000, blank=True)
    registratiedatum = models.DateTimeField()
    indicatie_machtiging = models.CharField(
        max_length=16, blank=True, choices=[("gemachtigde", "gemachtigde"), ("machtiginggever", "machtiginggever")]
    )
    contactpersoon_rol = models.JSONField(default=dict, blank=True)  # emailadres, functie, telefoonnummer, naam
    begin_geldigheid = models.DateField(null=True)
    einde_geldigheid = models.DateField(null=True)
    ziet_zaak = models.BooleanField(default=False)  # from the roltype, when it was made

    class Meta:
        verbose_name_plural = "rollen"
        constraints = [
            models.UniqueConstraint(
                fields=["zaak", "partij"], condition=Q(partij__isnull=False), name="rol_partij_eens_per_zaak"
            )
        ]
        indexes = [
            models.Index(fields=["partij", "zaak"], name="rol_partij_zaak", condition=Q(partij__isnull=False)),
            GinIndex(  # other systems look for who they named
                name="rol_identificatie", fields=["betrokkene_identificatie"], opclasses=["jsonb_path_ops"]
            ),
        ]

    @property
    def wie(self) -> Partij | None:
        """The partij that this part is of, whichever row carries it."""
        return self.partij if self.zelfde_als is None else self.zelfde_als.partij

    @property
    def naam(self) -> str:
        if self.wie is not None:
            return self.wie.naam
        return self.afwijkende_naam_betrokkene or str(self.betrokkene_identificatie.get("naam", ""))


class Toestemming(BijZaak):
    """A second party is asked to consent from an own log-in; without it no decision."""

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="toestemmingen")
    roltype = models.ForeignKey(Roltype, models.PROTECT, related_name="+")
    partij = models.ForeignKey(Partij, models.PROTECT, null=True, related_name="toestemmingen")
    emailadres = models.EmailField(blank=True)
    code_zoekwaarde = models.CharField(max_length=64, unique=True)  # keyed hash of the code in the invitation
    gevraagd_op = models.DateTimeField()
    geldig_tot = models.DateField()
    gegeven_op = models.DateTimeField(null=True)
    geweigerd_op = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "toestemmingen"
        constraints = [models.UniqueConstraint(fields=["zaak", "roltype"], name="toestemming_eens")]


class Gegevenswaarde(BijZaak):
    """The value of a gegeven (ZGW ``ZaakEigenschap``): with its source, moment and version; older values stay.

    One that was erased on request (AVG 17) leaves a row without a value, with ``gewist_op``, in the place of all its
    versions.
    """

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="gegevenswaarden")
    gegeven = models.ForeignKey(Gegeven, models.PROTECT, related_name="+")
    waarde = models.JSONField()
    bron = models.CharField(max_length=10)
    moment = models.DateTimeField()
    versie = models.PositiveIntegerField(default=1)
    actueel = models.BooleanField(default=True)
    gewist_op = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "gegevenswaarden"
        ordering = ["gegeven__stap__volgnummer", "gegeven__volgorde", "id"]
        constraints = [
            models.UniqueConstraint(fields=["zaak", "gegeven", "versie"], name="gegevenswaarde_versie"),
            models.UniqueConstraint(
                fields=["zaak", "gegeven"], condition=Q(actueel=True), name="gegevenswaarde_een_actueel"
            ),
            models.CheckConstraint(
                condition=Q(gewist_op=None) | Q(actueel=False, waarde=""), name="gegevenswaarde_gewist_is_leeg"
            ),
        ]


class Zaakobject(BijZaak):
    """ZGW ``ZaakObject``: a thing the zaak is about. An identification with a BSN in it is kept encrypted."""

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="zaakobjecten")
    object = models.URLField(max_length=1000, blank=True)
    zaakobjecttype = models.ForeignKey(Zaakobjecttype, models.PROTECT, null=True, related_name="+")
    object_type = models.CharField(max_length=100, choices=Objecttype)
    object_type_overige = models.CharField(max_length=100, blank=True)
    object_type_overige_definitie = models.JSONField(default=dict, blank=True)
    relatieomschrijving = models.CharField(max_length=80, blank=True)
    object_identificatie = models.JSONField(default=dict, blank=True)
    object_geheim = GeheimVeld(null=True)  # JSON: the identification, where it holds the number of a person

    class Meta:
        verbose_name_plural = "zaakobjecten"


class Zaakkenmerk(BijZaak):
    """ZGW ``kenmerken``."""

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="kenmerken")
    kenmerk = models.CharField(max_length=40)
    bron = models.CharField(max_length=40)

    class Meta:
        verbose_name_plural = "zaakkenmerken"


class GerelateerdeZaak(BijZaak):
    """ZGW ``relevanteAndereZaken``: to a zaak of ours or elsewhere."""

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="gerelateerde_zaken")
    andere_zaak = models.ForeignKey(Zaak, models.CASCADE, null=True, related_name="gerelateerd_aan")
    url = models.URLField(max_length=1000, blank=True)
    aard_relatie = models.CharField(
        max_length=9, choices=[("vervolg", "vervolg"), ("onderwerp", "onderwerp"), ("bijdrage", "bijdrage")]
    )
    besluit = models.ForeignKey("zaken.Besluit", models.SET_NULL, null=True, related_name="bezwaarzaken")

    class Meta:
        verbose_name_plural = "gerelateerde zaken"


class ZaakToegang(IndividueleToekenning):
    """One named person may open one zaak, until a moment: for a shielded zaak, or to give advice."""

    content_object = models.ForeignKey(Zaak, models.CASCADE, related_name="toegangen")

    class Meta(IndividueleToekenning.Meta):
        abstract = False
        verbose_name_plural = "zaaktoegangen"
        indexes = [models.Index(fields=["user", "geldig_tot"], name="zaaktoegang_gebruiker")]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "permission", "content_object", "geldig_van"], name="zaaktoegang_eens"
            ),
            models.CheckConstraint(condition=~Q(user=models.F("verleend_door")), name="zaaktoegang_niet_aan_zichzelf"),
            models.CheckConstraint(
                condition=Q(geldig_tot__gte=models.F("geldig_van")), name="zaaktoegang_van_voor_tot"
            ),
        ]


class ZaakMachtiging(models.Model):
    """The zaken that a machtiging of reach ``zaken`` names."""

    machtiging = models.ForeignKey(Machtiging, models.CASCADE, related_name="zaken")
    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="machtigingen")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["machtiging", "zaak"], name="zaakmachtiging_eens")]
