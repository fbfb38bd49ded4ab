"""Other systems and what they may (Autorisaties 1.1.0), and what they changed."""

import uuid
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from autorisatie.actor import Applicatie as Applicatieactor
from autorisatie.actor import Scoperegel
from autorisatie.velden import GeheimVeld
from autorisatie.versleuteling import zoekwaarde
from catalogus import klok
from catalogus.models import Besluittype, Informatieobjecttype, Proces, Zaaktype
from catalogus.vastevraag import PLEK, onthouden
from catalogus.vertrouwelijkheid import Vertrouwelijkheid


class Rechten(models.Func):
    """The lines of an applicatie, as a JSON list in the order of their keys. A line about a kind of document or of
    decision holds for each of its versions.
    """

    output_field = models.JSONField()
    template = (
        "(SELECT coalesce(jsonb_agg(jsonb_build_object('component', r.component, 'scopes', r.scopes,"
        " 'proces', r.proces_id, 'hoogste', coalesce(r.max_vertrouwelijkheid, 0),"
        " 'documenttypen', (SELECT jsonb_agg(z.id ORDER BY z.id) FROM catalogus_informatieobjecttype t"
        " JOIN catalogus_informatieobjecttype z USING (catalogus_id, omschrijving)"
        " WHERE t.id = r.informatieobjecttype_id),"
        " 'besluittypen', (SELECT jsonb_agg(z.id ORDER BY z.id) FROM catalogus_besluittype t"
        " JOIN catalogus_besluittype z USING (catalogus_id, omschrijving) WHERE t.id = r.besluittype_id)"
        ") ORDER BY r.id), '[]') FROM autorisatie_autorisatie r WHERE r.applicatie_id = %(expressions)s)"
    )

    def __init__(self) -> None:
        super().__init__(models.F("pk"))


class Component(models.TextChoices):
    """ZGW ``componenttype``, and Klantinteracties."""

    AC = "ac", "Autorisaties API"
    NRC = "nrc", "Notificaties API"
    ZRC = "zrc", "Zaken API"
    ZTC = "ztc", "Catalogi API"
    DRC = "drc", "Documenten API"
    BRC = "brc", "Besluiten API"
    KIC = "kic", "Klantinteracties API"


class Applicatie(models.Model):
    """Another system. ``client_id`` names it in tokens and in the logbook; more names stand in :class:`Clientnaam`.

    What it may is written by two persons together (:class:`autorisatie.models.Toegangsvoorstel`), or by a system that
    two persons let do so (Autorisaties API). Without a secret it can't come in.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    client_id = models.CharField(max_length=50, unique=True)
    geheim = GeheimVeld(null=True)
    vorig_geheim = GeheimVeld(null=True)  # still good until ``vorig_geheim_tot``: so that a secret changes unnoticed
    vorig_geheim_tot = models.DateTimeField(null=True)
    # Klantinteracties knows a fixed token instead of a signed one: its keyed hash.
    token_zoekwaarde = models.CharField(max_length=64, unique=True, null=True, editable=False)
    label = models.CharField(max_length=100)
    heeft_alle_autorisaties = models.BooleanField(default=False)
    # Of documents it reads only what is ready to be published.
    alleen_gereed_voor_publicatie = models.BooleanField(default=False, db_default=False)
    netwerken = ArrayField(  # CIDR; empty: from anywhere
        models.CharField(max_length=43), db_default=models.Value([], ArrayField(models.CharField())), default=list
    )
    verzoeken_per_minuut = models.PositiveIntegerField(null=True)  # empty: that of the installation
    is_active = models.BooleanField("actief", default=True)
    laatst_gebruikt_op = models.DateTimeField(null=True)
    versie = models.PositiveIntegerField(default=0, db_default=0)  # of what it may: a proposal knows whether it is late

    class Meta:
        verbose_name_plural = "applicaties"

    def __str__(self) -> str:
        return self.label

    @classmethod
    def met_rechten(cls) -> models.QuerySet["Applicatie"]:
        """The active ones, with what they may (``rechten``) in the same statement."""
        return cls.objects.filter(is_active=True).annotate(rechten=Rechten())

    @classmethod
    def met_client_id(cls, client_id: str) -> "Applicatie | None":
        if not 0 < len(client_id) <= 50 or "\x00" in client_id:
            return None
        anders = Clientnaam.objects.filter(client_id=client_id).values("applicatie")
        rij: Applicatie | None = _met_client_id().eerste(client_id) or cls.met_rechten().filter(pk__in=anders).first()
        return rij

    @classmethod
    def met_token(cls, token: str) -> "Applicatie | None":
        return cls.met_rechten().filter(token_zoekwaarde=zoekwaarde(token, soort="token")).first()

    def geheimen(self) -> list[str]:
        """The secrets that are good now, the newest first."""
        alle: list[Any] = [self.geheim, self.vorig_geheim if self.vorig_geheim_loopt else None]
        return [geheim.tonen() for geheim in alle if geheim is not None]

    @property
    def vorig_geheim_loopt(self) -> bool:
        """Is the old secret still good beside the new one?"""
        return bool(self.vorig_geheim and self.vorig_geheim_tot and self.vorig_geheim_tot > klok.nu())

    def als_actor(self, *, namens_gebruiker: str = "", namens_weergave: str = "") -> Applicatieactor:
        """The one who acts, with what it may now. Only of one that :meth:`met_rechten` gave."""
        return Applicatieactor(
            client_id=self.client_id,
            heeft_alle_autorisaties=self.heeft_alle_autorisaties,
            regels=tuple(
                Scoperegel(
                    component=regel["component"],
                    scopes=frozenset(regel["scopes"]),
                    proces_id=regel["proces"],
                    informatieobjecttype_id=documenttype,
                    besluittype_id=besluittype,
                    hoogste=regel["hoogste"],
                )
                for regel in self.rechten  # type: ignore[attr-defined]
                for documenttype in regel["documenttypen"] or [None]
                for besluittype in regel["besluittypen"] or [None]
            ),
            label=self.label,
            namens_gebruiker=namens_gebruiker,
            namens_weergave=namens_weergave,
            verzoeken_per_minuut=self.verzoeken_per_minuut,
            alleen_gereed_voor_publicatie=self.alleen_gereed_voor_publicatie,
        )

    @property
    def client_ids(self) -> list[str]:
        """All its names, the one of the logbook first."""
        return [self.client_id, *sorted(naam.client_id for naam in self.clientnamen.all())]


@onthouden
def _met_client_id() -> models.QuerySet[Applicatie]:
    return Applicatie.met_rechten().filter(client_id=PLEK)


class Clientnaam(models.Model):
    """One more ``client_id`` of an applicatie."""

    applicatie = models.ForeignKey(Applicatie, models.CASCADE, related_name="clientnamen")
    client_id = models.CharField(max_length=50, unique=True)

    class Meta:
        verbose_name_plural = "clientnamen"


class Autorisatieregel(models.Model):
    """ZGW ``Autorisatie``: these scopes, of this type, up to this vertrouwelijkheidaanduiding.

    A zaaktype is named as one version (``zaaktype``) and holds for its whole process (``proces``): a new version
    shuts nobody out. So it is with a kind of document or of decision: another version of it is what is called the same
    in the same catalogue. No type means that the scopes are about none, as those of Catalogi are.
    """

    component = models.CharField(max_length=3, choices=Component)
    scopes = ArrayField(models.CharField(max_length=100))
    proces = models.ForeignKey(Proces, models.CASCADE, null=True, related_name="+")
    zaaktype = models.ForeignKey(Zaaktype, models.SET_NULL, null=True, related_name="+")
    informatieobjecttype = models.ForeignKey(Informatieobjecttype, models.CASCADE, null=True, related_name="+")
    besluittype = models.ForeignKey(Besluittype, models.CASCADE, null=True, related_name="+")
    max_vertrouwelijkheid = models.PositiveSmallIntegerField(choices=Vertrouwelijkheid, null=True)

    class Meta:
        abstract = True
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(scopes=[]), name="%(class)s_heeft_scopes"),
            models.CheckConstraint(
                condition=~Q(component="zrc") | Q(proces__isnull=False, max_vertrouwelijkheid__isnull=False),
                name="%(class)s_zaken_heeft_zaaktype",
            ),
            models.CheckConstraint(
                condition=~Q(component="drc")
                | Q(informatieobjecttype__isnull=False, max_vertrouwelijkheid__isnull=False),
                name="%(class)s_documenten_heeft_type",
            ),
            models.CheckConstraint(
                condition=~Q(component="brc") | Q(besluittype__isnull=False), name="%(class)s_besluiten_heeft_type"
            ),
        ]

    def als_velden(self) -> dict[str, Any]:
        """The same line for another owner: a proposal, or the applicatie itself."""
        return {
            naam: getattr(self, naam)
            for naam in (
                "component",
                "scopes",
                "proces_id",
                "zaaktype_id",
                "informatieobjecttype_id",
                "besluittype_id",
                "max_vertrouwelijkheid",
            )
        }


class Autorisatie(Autorisatieregel):
    """A line that holds."""

    applicatie = models.ForeignKey(Applicatie, models.CASCADE, related_name="autorisaties")

    class Meta(Autorisatieregel.Meta):
        verbose_name_plural = "autorisaties"


class Wijziging(models.Model):
    """ZGW ``AuditTrail``: what one call of another system changed, before and after. It goes with what it is about.

    A BSN is never in it. Addresses are paths of this installation.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    aanmaakdatum = models.DateTimeField()
    bron = models.CharField(max_length=3, choices=Component)
    client_id = models.CharField(max_length=50)
    applicatie_label = models.CharField(max_length=100)
    gebruiker_id = models.CharField(max_length=255, blank=True)  # whom the other system named
    gebruiker_weergave = models.CharField(max_length=255, blank=True)
    actie = models.CharField(max_length=20)  # create, update, partial_update, destroy
    resultaat = models.PositiveSmallIntegerField()  # HTTP
    hoofdobject_uuid = models.UUIDField()
    hoofdobject = models.CharField(max_length=200)
    resource = models.CharField(max_length=50)
    resource_pad = models.CharField(max_length=200)
    resource_weergave = models.CharField(max_length=200, blank=True)
    toelichting = models.TextField(blank=True)
    oud = models.JSONField(null=True)
    nieuw = models.JSONField(null=True)
    audit_uuid = models.UUIDField(null=True)  # the line of the logbook

    class Meta:
        verbose_name_plural = "wijzigingen"
        indexes = [models.Index(fields=["hoofdobject_uuid", "id"], name="wijziging_hoofdobject")]
