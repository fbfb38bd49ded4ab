"""What a zaak has elsewhere: contacts, requests, and numbers that were given before there was a zaak."""

from django.db import models
from django.db.models import Q

from mijnzaken.zaken.models.zaak import BijZaak, Zaak


class Zaakcontact(BijZaak):
    """ZGW ``ZaakContactMoment``: a klantcontact of ours, or a contact at an address elsewhere, was about this zaak."""

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="zaakcontacten")
    klantcontact_uuid = models.UUIDField(null=True)
    url = models.URLField(max_length=1000, blank=True, db_default="")

    class Meta:
        verbose_name_plural = "zaakcontacten"
        constraints = [models.UniqueConstraint(fields=["zaak", "klantcontact_uuid"], name="zaakcontact_eens")]


class Zaakverzoek(BijZaak):
    """ZGW ``ZaakVerzoek``: the zaak came of a request that another platform holds."""

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="zaakverzoeken")
    verzoek = models.URLField(max_length=1000)

    class Meta:
        verbose_name_plural = "zaakverzoeken"
        constraints = [models.UniqueConstraint(fields=["zaak", "verzoek"], name="zaakverzoek_eens")]


class Nummerreeks(models.Model):
    """The last number given in a year; taken with a row lock, so numbers are unique and follow on."""

    jaar = models.PositiveSmallIntegerField(primary_key=True)
    laatste = models.PositiveIntegerField(default=0)


class Nummerreservering(models.Model):
    """A zaaknummer that another system may give to a zaak that it makes later (ZGW ``zaaknummer_reserveren``)."""

    nummer = models.CharField(max_length=12, unique=True)
    bronorganisatie = models.CharField(max_length=9)
    client_id = models.CharField(max_length=50)
    gereserveerd_op = models.DateTimeField()
    gebruikt_op = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "nummerreserveringen"
        constraints = [models.CheckConstraint(condition=~Q(nummer=""), name="nummerreservering_heeft_nummer")]
