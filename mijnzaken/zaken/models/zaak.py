"""The zaak: one run of a process."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from autorisatie.actor import Actor, Burger, Medewerker, Systeem
from autorisatie.beleid import beslis_over_zaak
from autorisatie.beslissing import Beslissing
from autorisatie.bewaakt import BewaaktModel, Verantwoording
from catalogus import klok
from catalogus.kanaal import Kanaal
from catalogus.models import Fase, Proces, Team, Zaaktype
from catalogus.models.resultaattype import Archiefnominatie
from catalogus.vertrouwelijkheid import Vertrouwelijkheid
from catalogus.verwerking import registeradres
from mijnzaken.zaken import deur, verloop

GEEN_DATUM = date(9999, 12, 31)


class Betalingsindicatie(models.TextChoices):
    NVT = "nvt", "er is geen sprake van te betalen kosten"
    NOG_NIET = "nog_niet", "nog niet betaald"
    GEDEELTELIJK = "gedeeltelijk", "gedeeltelijk betaald"
    GEHEEL = "geheel", "geheel betaald"


class Archiefstatus(models.TextChoices):
    NOG_TE_ARCHIVEREN = "nog_te_archiveren", "nog te archiveren"
    GEARCHIVEERD = "gearchiveerd", "gearchiveerd"
    PROCESTERMIJN_ONBEKEND = "gearchiveerd_procestermijn_onbekend", "gearchiveerd, procestermijn onbekend"
    OVERGEDRAGEN = "overgedragen", "overgedragen"


class Zaak(BewaaktModel):
    """ZGW ``Zaak`` 1.7.0, with our own number beside the standard's ``identificatie``."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    nummer = models.CharField(max_length=12, unique=True)  # JJJJ-NNNNNNN
    versie = models.PositiveIntegerField(default=1)

    # ZGW
    identificatie = models.CharField(max_length=40)
    bronorganisatie = models.CharField(max_length=9)
    omschrijving = models.CharField(max_length=80, blank=True)
    toelichting = models.CharField(max_length=1000, blank=True)
    zaaktype = models.ForeignKey(Zaaktype, models.PROTECT, related_name="zaken")
    registratiedatum = models.DateField()
    verantwoordelijke_organisatie = models.CharField(max_length=9)
    startdatum = models.DateField()
    einddatum = models.DateField(null=True)
    einddatum_gepland = models.DateField(null=True)
    uiterlijke_einddatum = models.DateField(
        null=True
    )  # ZGW uiterlijkeEinddatumAfdoening; written by zaken.termijn only
    publicatiedatum = models.DateField(null=True)
    communicatiekanaal = models.URLField(max_length=1000, blank=True)
    producten_of_diensten = ArrayField(models.URLField(max_length=1000), default=list, blank=True)
    vertrouwelijkheidaanduiding = models.PositiveSmallIntegerField(choices=Vertrouwelijkheid)
    betalingsindicatie = models.CharField(max_length=12, choices=Betalingsindicatie, blank=True)
    laatste_betaaldatum = models.DateTimeField(null=True)
    zaakgeometrie = models.JSONField(null=True)
    verlenging_reden = models.CharField(max_length=200, blank=True)
    verlenging_duur = models.CharField(max_length=40, blank=True)
    opschorting_indicatie = models.BooleanField(default=False)
    opschorting_reden = models.CharField(max_length=200, blank=True)
    selectielijstklasse = models.URLField(max_length=1000, blank=True)
    hoofdzaak = models.ForeignKey("self", models.PROTECT, null=True, related_name="deelzaken")
    archiefnominatie = models.CharField(max_length=16, choices=Archiefnominatie, blank=True)
    archiefstatus = models.CharField(max_length=36, choices=Archiefstatus, default=Archiefstatus.NOG_TE_ARCHIVEREN)
    archiefactiedatum = models.DateField(null=True)
    opdrachtgevende_organisatie = models.CharField(max_length=9, blank=True)
    processobjectaard = models.CharField(max_length=200, blank=True)
    startdatum_bewaartermijn = models.DateField(null=True)
    processobject = models.JSONField(default=dict, blank=True)  # datumkenmerk, identificatie, objecttype, registratie

    # ours
    proces = models.ForeignKey(Proces, models.PROTECT, related_name="zaken")  # that of the zaaktype: lists go by it
    product = models.ForeignKey("catalogus.Product", models.PROTECT, null=True, related_name="zaken")
    fase = models.CharField(max_length=20, choices=Fase, default=Fase.ONTVANGEN)
    team = models.ForeignKey(Team, models.PROTECT, related_name="zaken")
    behandelaar = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="behandelde_zaken"
    )
    ontvangen_op = models.DateTimeField()
    kanaal = models.CharField(max_length=10, choices=Kanaal, default=Kanaal.PORTAAL)
    geregistreerd_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    concept_uuid = models.UUIDField(unique=True, null=True, editable=False)  # sending twice makes one zaak
    termijn_stil = models.BooleanField(default=False)
    termijnsleutel = models.DateField(default=GEEN_DATUM)  # the sort key: no term and standing still come last
    aanvragernaam = models.CharField(max_length=200, blank=True)  # for the work list; that of the initiator
    spoed = models.BooleanField(default=False)
    afgeschermd = models.BooleanField(default=False)
    beperkt = models.BooleanField(
        default=False, db_default=False
    )  # a lock may hold: which and why, say its rows (``slot``)
    gewijzigd_op = models.DateTimeField()

    deden_mee: list[int] | None = None  # whose it is, where that is known: also of one that is removed

    class Meta:
        verbose_name_plural = "zaken"
        constraints = [
            models.UniqueConstraint(fields=["bronorganisatie", "identificatie"], name="zaak_identificatie_uniek"),
            models.CheckConstraint(condition=~Q(hoofdzaak=F("id")), name="zaak_niet_eigen_hoofdzaak"),
            models.CheckConstraint(
                condition=Q(fase=Fase.AFGEROND, einddatum__isnull=False) | (~Q(fase=Fase.AFGEROND) & Q(einddatum=None)),
                name="zaak_afgerond_heeft_einddatum",
            ),
            models.CheckConstraint(
                condition=~Q(betalingsindicatie="nvt") | Q(laatste_betaaldatum=None), name="zaak_nvt_zonder_betaaldatum"
            ),
        ]
        indexes = [
            models.Index(F("proces"), F("registratiedatum").desc(), F("id").desc(), name="zaak_proces_registratie"),
            models.Index(
                fields=["proces", "termijnsleutel", "id"], name="zaak_proces_termijn", condition=Q(einddatum=None)
            ),
            models.Index(
                fields=["team", "termijnsleutel", "id"], name="zaak_team_termijn", condition=Q(einddatum=None)
            ),
            models.Index(
                fields=["behandelaar", "termijnsleutel", "id"],
                name="zaak_behandelaar_termijn",
                condition=Q(einddatum=None),
            ),
            models.Index(
                fields=["archiefactiedatum"], name="zaak_archief", condition=Q(archiefactiedatum__isnull=False)
            ),
            models.Index(
                fields=["proces", "archiefactiedatum", "id"],
                name="zaak_vernietigen",
                condition=Q(archiefnominatie="vernietigen", archiefactiedatum__isnull=False),
            ),
            models.Index(
                fields=["id"],
                name="zaak_zonder_brondatum",
                condition=Q(archiefnominatie="vernietigen", archiefactiedatum=None, einddatum__isnull=False),
            ),
            models.Index(fields=["uiterlijke_einddatum"], name="zaak_uiterlijk", condition=Q(einddatum=None)),
            models.Index(fields=["id"], name="zaak_afgeschermd", condition=Q(afgeschermd=True)),
            # Every order that lijst.sorteringen offers of open zaken, by team and by proces; open ones are few.
            *(
                models.Index(fields=[wat, sleutel, "id"], name=f"zaak_open_{wat}_{kort}", condition=Q(einddatum=None))
                for wat in ("team", "proces")
                for sleutel, kort in (("registratiedatum", "reg"), ("nummer", "nr"), ("aanvragernaam", "naam"))
            ),
            models.Index(
                fields=["team", "fase", "termijnsleutel", "id"], name="zaak_open_team_fase", condition=Q(einddatum=None)
            ),
            models.Index(
                fields=["proces", "fase", "registratiedatum", "id"],
                name="zaak_open_proces_fase",
                condition=Q(einddatum=None),
            ),
            models.Index(
                fields=["team", "termijnsleutel", "id"],
                name="zaak_open_team_niemand",
                condition=Q(einddatum=None, behandelaar=None),
            ),
            models.Index(fields=["zaaktype", "id"], name="zaak_open_versie", condition=Q(einddatum=None)),
            models.Index(  # only those of one's teams
                fields=["proces", "team", "termijnsleutel", "id"],
                name="zaak_open_proces_team",
                condition=Q(einddatum=None),
            ),
            models.Index(fields=["proces", "team", "registratiedatum", "id"], name="zaak_proces_team_registratie"),
            models.Index(fields=["proces", "vertrouwelijkheidaanduiding"], name="zaak_proces_vertrouwelijk"),
            models.Index(  # what sturing counts, without reading the zaken themselves
                fields=["proces", "termijnsleutel"],
                name="zaak_open_telling",
                condition=Q(einddatum=None),
                include=["termijn_stil", "id"],
            ),
            models.Index(
                fields=["proces", "einddatum"],
                name="zaak_afgerond_telling",
                condition=Q(einddatum__isnull=False),
                include=["startdatum", "uiterlijke_einddatum", "id"],
            ),
            models.Index(fields=["id"], name="zaak_open_id", condition=Q(einddatum=None)),  # of one resident
            models.Index(fields=["identificatie"], name="zaak_identificatie"),  # as other systems look for it
            models.Index(fields=["startdatum", "id"], name="zaak_startdatum"),
            models.Index(  # a far page of other systems passes keys without opening their rows
                fields=["id"],
                include=["proces", "vertrouwelijkheidaanduiding"],
                name="zaak_blad",
                condition=Q(afgeschermd=False),
            ),
        ]

    def __str__(self) -> str:
        return self.nummer

    @property
    def is_open(self) -> bool:
        return self.fase != Fase.AFGEROND

    @property
    def titel(self) -> str:
        """What residents call it, and who speaks or writes to them."""
        return self.proces.woorden

    @property
    def soortnaam(self) -> str:
        """What staff call it."""
        return self.proces.naam

    @property
    def is_terugbelnotitie(self) -> bool:
        return self.proces.identificatie == "terugbelnotitie"

    @property
    def ontvangstdatum(self) -> date:
        """The day of receipt as the law counts it: the Amsterdam date (Awb 4:13)."""
        return klok.datum(self.ontvangen_op)

    @property
    def is_te_laat(self) -> bool:
        return (
            self.is_open
            and not self.termijn_stil
            and bool(self.uiterlijke_einddatum and self.uiterlijke_einddatum < klok.vandaag())
        )

    @cached_property
    def slot(self) -> str:
        """Why its data are stored and not used now, as a sentence; empty when they may be used. Asked only when the
        flag says that there may be a lock, so that it costs other zaken nothing.
        """
        if not self.beperkt:
            return ""
        beperkingen: Any = self.beperkingen  # type: ignore[attr-defined]
        rij = beperkingen.filter(beperkingen.model.geldend()).first()
        return rij.waarom if rij else ""

    # -- the door and the decision -----------------------------------------------------------------------------------

    @classmethod
    def grens(cls, rijen: Any, actor: Actor) -> Any:
        return deur.grens(rijen, actor)

    def is_eigen_van(self, actor: Actor) -> bool:
        """Does the actor stand in this zaak as a party, rather than as staff?"""
        return isinstance(actor, Burger)

    def beslissing(self, actor: Actor, recht: str) -> Beslissing | None:
        match actor:
            case Burger() | Medewerker():
                return deur.beslis(actor, recht, self)
            case Systeem():
                return None
        return beslis_over_zaak(actor, recht, self, eigen_zaak=False)

    def belet(self, recht: str) -> str:
        belet = verloop.belet(
            recht,
            fase=self.fase,
            uitgeschakeld=self.zaaktype.uitgeschakelde_handelingen,
            extern=self.zaaktype.extern_behandeld,
            slot=self.slot,
        )
        return self.belet_van_taak() if not belet and recht in verloop.VERDER else belet

    def belet_van_taak(self) -> str:
        """The open task for which the zaak waits, as a sentence; empty when none blocks."""
        taak = self.taken.filter(stand="open", blokkerend=True).first()
        return f"Eerst moet deze taak klaar zijn: {taak.titel}. U kunt haar ook intrekken." if taak else ""

    def betrokken_partijen(self) -> list[int]:
        if self.deden_mee is not None:
            return self.deden_mee
        return [pk for pk in self.rollen.values_list("partij_id", flat=True) if pk]

    def zaak_uuid_voor_logboek(self) -> UUID:
        return self.uuid

    def verantwoording(self) -> Verantwoording:
        return Verantwoording(
            door=f"De afdeling {self.team.afdeling.naam}",
            activiteit=registeradres(self.proces.identificatie, self.zaaktype.versienummer),
            grondslag=self.zaaktype.termijn_grondslag,
        )


class BijZaak(BewaaktModel):
    """Base of what belongs to a zaak: whoever may open the zaak finds it, and the zaak decides."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)

    class Meta:
        abstract = True

    @classmethod
    def grens(cls, rijen: Any, actor: Actor) -> Any:
        return rijen.filter(zaak__in=deur.toegankelijk(actor))

    def beslissing(self, actor: Actor, recht: str) -> Beslissing | None:
        return self._zaak().beslissing(actor, recht)

    def belet(self, recht: str) -> str:
        return self._zaak().belet(recht)

    def betrokken_partijen(self) -> list[int]:
        return self._zaak().betrokken_partijen()

    def zaak_uuid_voor_logboek(self) -> UUID:
        return self._zaak().uuid

    def verantwoording(self) -> Verantwoording:
        return self._zaak().verantwoording()

    def _zaak(self) -> Zaak:
        """The zaak of a row that its own door admitted, and so admitted too."""
        zaak: Zaak = self.zaak  # type: ignore[attr-defined]
        deur.laat_toe(zaak)
        return zaak
