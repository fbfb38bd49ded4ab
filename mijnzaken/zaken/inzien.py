"""Reading the detail of a zaak: only here, so that every reading leaves an access line that the resident sees."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Prefetch, Q

from autorisatie import beleid, logboek, standen
from autorisatie.actor import Actor, Applicatie, Burger, Medewerker, Systeem
from autorisatie.beslissing import Beslissing
from autorisatie.fouten import BestaatNiet
from autorisatie.gegevensgroepen import Zicht, zichten, ziet
from autorisatie.models import Gegevensgroep, Niveau
from mijnzaken.documenten.models import Document
from mijnzaken.zaken import deur, termijn, verloop
from mijnzaken.zaken.documentrechten import verborgen_soorten, zonder_verborgen
from mijnzaken.zaken.medebetrokkenen import eigen_stukken, met_beschermde_aanvrager
from mijnzaken.zaken.models import Besluitdocument, Gegevenswaarde, Zaak, ZaakToegang
from mijnzaken.zaken.regels import is_bezwaar

BESLUIT_VANAF = Niveau.STATUS  # from this level on one sees which decisions there are


@dataclass
class Inzage:
    """One zaak as one actor may see it. ``zaak`` is the row itself, for handelingen and addresses; screens show
    ``beeld`` and the lists below, which are empty where the level does not reach.
    """

    actor: Actor
    zaak: Zaak
    niveaus: dict[str, int]

    @cached_property
    def beeld(self) -> Zicht:
        return Zicht(self.zaak, self.niveaus)

    @cached_property
    def aanvrager_is_beschermd(self) -> bool:
        """Is the reader a resident who must not be able to find who asked for this?"""
        if not isinstance(self.actor, Burger) or deur.is_aanvrager(self.actor, self.zaak):
            return False
        return bool(met_beschermde_aanvrager(self.actor, [self.zaak]))

    def ziet(self, groep: str, niveau: int = Niveau.KERN) -> bool:
        return ziet(self.niveaus, Gegevensgroep(groep), Niveau(niveau))

    @cached_property
    def mag(self) -> frozenset[str]:
        """The handelingen that this state and the actor's rights allow: the buttons."""
        zaaktype = self.zaak.zaaktype
        mogelijk = verloop.mogelijk(
            self.zaak.fase,
            uitgeschakeld=zaaktype.uitgeschakelde_handelingen,
            extern=zaaktype.extern_behandeld,
            slot=self.zaak.slot,
        )
        if not isinstance(self.actor, Systeem):  # what no row gives him need not be asked one by one
            mogelijk &= {recht for grond in standen.gronden(self.actor) for recht in grond.handelingen}
        return frozenset(recht for recht in mogelijk if deur.beslis(self.actor, recht, self.zaak))

    @cached_property
    def termijn(self) -> termijn.Termijnstand | None:
        return termijn.stand(self.zaak) if self.ziet("status", Niveau.STATUS) else None

    def _rijen(self, groep: str, niveau: int, rijen: Any) -> list[Zicht]:
        return zichten(rijen, self.niveaus) if self.ziet(groep, niveau) else []

    @cached_property
    def statussen(self) -> list[Zicht]:
        return self._rijen("status", Niveau.STATUS, self.zaak.statussen.select_related("statustype"))

    @cached_property
    def taken(self) -> list[Zicht]:
        rijen = self.zaak.taken.select_related("taaktype")
        if isinstance(self.actor, Burger):
            rijen = rijen.filter(uitvoerder="inwoner", partij=self.actor.voor_wie)
        return self._rijen("zaak", Niveau.KERN, rijen)

    @cached_property
    def _verborgen(self) -> frozenset[int]:
        return verborgen_soorten(self.actor, self.zaak)

    @cached_property
    def documenten(self) -> list[Zicht]:
        stukken = Document.objects.systeem("toegelaten door de zaak").select_related("informatieobjecttype")
        rijen = self.zaak.zaakdocumenten.prefetch_related(Prefetch("document", stukken.prefetch_related("versies")))
        if isinstance(self.actor, Burger):
            rijen = eigen_stukken(self.actor, rijen.filter(document__tonen_aan_initiator=True))
        if not self.ziet("document"):
            return []
        return self._rijen("document", Niveau.KERN, zonder_verborgen(self.actor, rijen, self._verborgen))

    @cached_property
    def besluiten(self) -> list[Zicht]:
        stukken = Besluitdocument.objects.systeem("toegelaten door de zaak").select_related("document")
        if isinstance(self.actor, Burger):
            stukken = stukken.filter(document__tonen_aan_initiator=True)
        stukken = stukken.exclude(document__informatieobjecttype__in=self._verborgen)
        rijen = self.zaak.besluiten.select_related("besluittype").prefetch_related(Prefetch("documenten", stukken))
        return self._rijen("besluit", BESLUIT_VANAF, rijen)

    @cached_property
    def gegevens(self) -> list[Zicht]:
        """The values, each by the group of its own gegeven; none of what another filled in who is protected."""
        return zichten([rij for rij in self._waarden if rij.actueel], self.niveaus)

    @cached_property
    def gegevens_of_gewist(self) -> list[Zicht]:
        """The same with, in the place of what was erased on request (AVG 17) and not filled in since, when that was."""
        gevuld = {rij.gegeven_id for rij in self._waarden if rij.actueel}
        rijen = [rij for rij in self._waarden if rij.actueel or rij.gegeven_id not in gevuld]
        return zichten(rijen, self.niveaus)

    @cached_property
    def _waarden(self) -> list[Gegevenswaarde]:
        if self.aanvrager_is_beschermd:
            return []
        rijen = self.zaak.gegevenswaarden.filter(Q(actueel=True) | Q(gewist_op__isnull=False))
        return [
            rij for rij in rijen.select_related("gegeven__stap") if self.ziet(rij.gegeven.gegevensgroep, Niveau.KERN)
        ]

    @cached_property
    def rollen(self) -> list[Zicht]:
        rijen = self.zaak.rollen.select_related("roltype", "partij", "medewerker")
        return self._rijen("persoonsgegevens", Niveau.KERN, rijen)

    @cached_property
    def notities(self) -> list[Zicht]:
        if isinstance(self.actor, Burger):
            return []
        return self._rijen("notities", Niveau.KERN, self.zaak.notities.select_related("aangemaakt_door"))

    @cached_property
    def adviezen(self) -> list[Zicht]:
        if isinstance(self.actor, Burger):
            return []
        return self._rijen(
            "zaak", Niveau.VOLLEDIG, self.zaak.adviesaanvragen.select_related("gevraagd_door", "adviseur")
        )

    @cached_property
    def hoorzittingen(self) -> list[Zicht]:
        """The resident sees that there was one, and when; who heard and the report are for staff."""
        if not is_bezwaar(self.zaak):
            return []
        rijen = self.zaak.hoorzittingen.all()
        if isinstance(self.actor, Burger):  # the net shows him no member of staff: a join would lose the row
            return zichten(rijen, {Gegevensgroep.ZAAK: Niveau.STATUS}) if self.ziet("status", Niveau.STATUS) else []
        return self._rijen("zaak", Niveau.VOLLEDIG, rijen.select_related("gehoord_door"))

    @cached_property
    def voorstellen(self) -> list[Zicht]:
        if isinstance(self.actor, Burger):
            return []
        return self._rijen(
            "besluit",
            Niveau.KERN,
            self.zaak.voorstellen.select_related("voorgesteld_door", "besluitmoment__besluittype"),
        )


def zaak_inzien(actor: Actor, uuid: UUID | str, *, doel: str = "") -> Inzage:
    """Open the detail of a zaak. Raises BestaatNiet alike for what is absent and what is forbidden."""
    return _inzien(actor, {"uuid": uuid}, doel)


def zaak_inzien_op_nummer(actor: Actor, nummer: str, *, doel: str = "") -> Inzage:
    return _inzien(actor, {"nummer": nummer}, doel)


def _inzien(actor: Actor, sleutel: dict[str, Any], doel: str) -> Inzage:
    with transaction.atomic():
        zaak: Zaak | None = (
            Zaak.objects.voor(actor)
            .filter(**sleutel)
            .select_related(
                "zaaktype__proces",
                "proces",
                "team__afdeling__dienst",
                "behandelaar",
                "product",
                "productverzoek__inwonerproduct",
            )
            .first()
        )
        if zaak is None:
            raise BestaatNiet
        inzage = Inzage(actor, zaak, niveaus_van(actor, zaak))
        leg_inzage_vast(actor, zaak, inzage.niveaus, doel)
    return inzage


def niveaus_van(actor: Actor, zaak: Zaak) -> dict[str, int]:
    """Per group of data how much of this admitted zaak the actor sees; a named person sees all of it."""
    if isinstance(actor, Systeem):
        return dict.fromkeys(Gegevensgroep.values, Niveau.BIJZONDER)
    if isinstance(actor, Applicatie):
        return dict.fromkeys(Gegevensgroep.values, Niveau.VOLLEDIG)  # its scopes are those of the standard
    niveaus = beleid.niveaus(actor, zaak, eigen_zaak=isinstance(actor, Burger))
    if isinstance(actor, Medewerker) and (zaak.afgeschermd or not niveaus) and zaak.pk in genoemde_zaken(actor):
        return {groep: max(Niveau.VOLLEDIG, niveaus.get(groep, Niveau.GEEN)) for groep in Gegevensgroep.values}
    return niveaus


def genoemde_zaken(actor: Medewerker) -> frozenset[int]:
    """The zaken for which he is a named person now. Looked up once per request, for a list as for a page."""
    if "genoemde_zaken" not in actor._geheugen:
        toegangen = ZaakToegang.objects.filter(ZaakToegang.geldend(), user=actor.gebruiker).order_by()
        actor._geheugen["genoemde_zaken"] = frozenset(toegangen.values_list("content_object_id", flat=True))
    return actor._geheugen["genoemde_zaken"]  # type: ignore[return-value]


def leg_inzage_vast(
    actor: Actor, zaak: Zaak, niveaus: dict[str, int], doel: str, *, partijen: Iterable[int] | None = None
) -> None:
    """The audit line, with the row of the matrix that let the actor read, and the lines of processing. ``partijen``:
    who takes part in the zaak, when that is known already.
    """
    afwezige = beleid.waarneming_voor(actor, zaak)
    logboek.leg_lezing_vast(
        actor,
        "inzien",
        rij=zaak,
        partijen=partijen,
        doel=doel,
        niveau=Niveau(max(niveaus.values(), default=0)).name.lower(),
        bijzonderheden={"waarneming_voor": afwezige.pk} if afwezige else {},
        gegevensgroepen=[groep for groep, niveau in niveaus.items() if niveau > Niveau.BESTAAT],
        beslissing=_waardoor(actor, zaak),
    )


def _waardoor(actor: Actor, zaak: Zaak) -> Beslissing | None:
    """What let this actor read an admitted zaak, for the log; no query of its own for staff."""
    if not isinstance(actor, Burger | Medewerker):
        return None
    beslissing = deur.beslis(actor, "inzien", zaak)
    if beslissing or isinstance(actor, Burger):
        return beslissing
    return Beslissing(True, "individuele toekenning" if zaak.afgeschermd else "rol volgens de matrix")
