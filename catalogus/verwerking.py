"""The entry of the processing register (AVG art. 30) of one version of a zaaktype.

Nothing in it is written for the register: it follows from the zaaktype and the aansluitdossier, so it is complete and
current by construction, and it says what is missing. A published version never changes, so neither does its entry; what
time adds, processors that come and go, stands in it with its dates.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Prefetch, prefetch_related_objects
from django.utils.translation import gettext as _

from catalogus import klok
from catalogus.dossier.patronen import Patroon
from catalogus.dossier.stand import Dossierbeeld, Stand, lees_alle
from catalogus.models import (
    Archiefnominatie,
    Gegeven,
    OmschrijvingGeneriekRol,
    Resultaattype,
    SoortDossierstap,
    Verwerker,
    Zaaktype,
)
from catalogus.vertrouwelijkheid import Vertrouwelijkheid

_INWONERS = (
    OmschrijvingGeneriekRol.INITIATOR,
    OmschrijvingGeneriekRol.MEDE_INITIATOR,
    OmschrijvingGeneriekRol.BELANGHEBBENDE,
)
_GELDEND = (Stand.AKKOORD, Stand.GEWIJZIGD)


def registeradres(identificatie: str, versienummer: int) -> str:
    """The path of an entry, which every line of the logbook refers to. It stays, also when the version has ended."""
    return f"/verwerkingsregister/{identificatie}/{versienummer}/"


@dataclass(frozen=True)
class Bewaring:
    """How long what belongs to a result is kept. ``termijn`` (ISO 8601) is empty when it is kept for ever."""

    resultaat: str
    altijd: bool
    termijn: str
    vanaf: str
    selectielijst: str


@dataclass
class Verwerking:
    zaaktype: Zaaktype
    dossier: Dossierbeeld

    @property
    def adres(self) -> str:
        return registeradres(self.zaaktype.proces.identificatie, self.zaaktype.versienummer)

    @property
    def naam(self) -> str:
        return str(self.zaaktype.proces.naam)

    @property
    def doel(self) -> str:
        return self.zaaktype.doel_inwoner or self.zaaktype.doel

    @cached_property
    def gegevens(self) -> list[Gegeven]:
        return list(self.zaaktype.gegevens.all())

    @property
    def grondslagen(self) -> list[str]:
        return _verschillend(g.grondslag for g in self.gegevens)

    @property
    def betrokkenen(self) -> list[str]:
        """The kinds of people whose data these are."""
        rollen = self.zaaktype.roltypen.all()
        return _verschillend(r.naam_inwoner or r.omschrijving for r in rollen if r.omschrijving_generiek in _INWONERS)

    @property
    def categorieen(self) -> dict[str, list[str]]:
        """Kind of data to the labels in it."""
        groepen: dict[str, list[str]] = {}
        for gegeven in self.gegevens:
            groepen.setdefault(str(gegeven.get_gegevensgroep_display()), []).append(gegeven.label)
        return groepen

    @property
    def documenten(self) -> list[str]:
        return _verschillend(str(d.informatieobjecttype) for d in self.zaaktype.zaaktypeinformatieobjecttypen.all())

    @property
    def ontvangers(self) -> list[str]:
        """Outside the municipality; processors stand apart."""
        return _verschillend(sorted(o for g in self.gegevens for o in g.ontvangers))

    @property
    def verwerkers(self) -> list[Verwerker]:
        """Third parties that work with the data, also those that stopped since this version began."""
        begin = self.zaaktype.begin_geldigheid
        return [v for v in self.dossier.verwerkers if v.gestopt_op is None or v.gestopt_op > begin]

    @property
    def doorgiften(self) -> list[str]:
        """To countries outside the EEA, with the safeguard."""
        return [f"{v.naam}: {v.doorgifte}" for v in self.verwerkers if v.doorgifte]

    @property
    def bewaring(self) -> list[Bewaring]:
        return [_bewaring(r) for r in self.zaaktype.resultaattypen.all()]

    @property
    def maatregelen(self) -> list[str]:
        """In general words (art. 30 lid 1g): what the program does for every zaak, what this zaaktype asks, and the
        privacy patterns of what was agreed to. Findings of a test of security are nothing to publish.
        """
        z = self.zaaktype
        niveaus = {3: _("substantieel"), 4: _("hoog")}
        return [
            _("Wie een zaak opent, staat in het logboek. De inwoner ziet dat."),
            _("Een medewerker ziet alleen wat bij zijn rol hoort, en nooit een eigen zaak."),
            _("Niemand besluit op een eigen voorstel."),
            *([_("Inloggen vraagt niveau %(niveau)s.") % {"niveau": niveaus[z.betrouwbaarheid_minimaal]}]
              if z.betrouwbaarheid_minimaal in niveaus else []),
            *([_("Zaken zijn vertrouwelijk: minder mensen zien ze.")]
              if z.vertrouwelijkheidaanduiding >= Vertrouwelijkheid.VERTROUWELIJK else []),
            *(str(Patroon(p).label) for p in self._patronen),
        ]  # fmt: skip

    @property
    def _patronen(self) -> list[str]:
        akkoorden = (s.akkoord for s in self.dossier.stappen.values() if s.stand in _GELDEND)
        return _verschillend(p for a in akkoorden if a is not None for p in a.inhoud["patronen"])

    @property
    def dpia(self) -> str:
        """Whether a DPIA is due and until when it holds (art. 35), without what was found."""
        stap = self.dossier.stappen[SoortDossierstap.DPIA]
        if stap.stand == Stand.NIET_NODIG:
            pre = self.dossier.stappen[SoortDossierstap.PRE_DPIA]
            return _("Niet nodig") if pre.stand in _GELDEND else ""
        if stap.stand in _GELDEND and stap.einde is not None:
            return _("Gedaan, geldig tot %(dag)s") % {"dag": stap.einde.strftime("%d-%m-%Y")}
        return _("Nodig en nog niet in orde")

    @cached_property
    def ontbreekt(self) -> list[str]:
        """What art. 30 asks and nobody wrote down yet, in sentences."""
        return list(_gaten(self))


def verwerkingen(zaaktypen: Iterable[Zaaktype], dag: date | None = None) -> list[Verwerking]:
    """The entries of these versions, in their order. As many queries for two hundred as for one. They come with their
    process, team, afdeling and dienst.
    """
    rijen = list(zaaktypen)
    prefetch_related_objects(
        rijen,
        Prefetch("gegevens", Gegeven.objects.order_by("stap__volgnummer", "volgorde", "id")),
        "roltypen",
        "resultaattypen",
        "zaaktypeinformatieobjecttypen__informatieobjecttype",
    )
    processen = {rij.proces_id: rij.proces for rij in rijen}
    dossiers = {b.proces.pk: b for b in lees_alle(processen.values(), dag or klok.vandaag())}
    return [Verwerking(rij, dossiers[rij.proces_id]) for rij in rijen]


def _verschillend(teksten: Iterable[str]) -> list[str]:
    """Each once, in their order, without the empty ones."""
    return list(dict.fromkeys(tekst for tekst in teksten if tekst.strip()))


def _bewaring(r: Resultaattype) -> Bewaring:
    altijd = r.archiefnominatie == Archiefnominatie.BLIJVEND_BEWAREN
    return Bewaring(
        resultaat=r.naam_inwoner or r.omschrijving,
        altijd=altijd,
        termijn="" if altijd else r.archiefactietermijn,
        vanaf="" if altijd else r.get_brondatum_afleidingswijze_display(),
        selectielijst=r.selectielijstnummer,
    )


def _gaten(v: Verwerking) -> Iterator[str]:
    if not v.gegevens:
        yield _("Er staan geen gegevens bij dit proces.")
    for naam, mist in (
        (_("een doel"), [g.label for g in v.gegevens if not g.doel.strip()]),
        (_("een regel"), [g.label for g in v.gegevens if not g.grondslag.strip()]),
    ):
        if mist:
            yield _("Deze gegevens hebben nog niet %(wat)s: %(gegevens)s.") % {"wat": naam, "gegevens": ", ".join(mist)}
    if not v.betrokkenen:
        yield _("Er staat niet van wie de gegevens zijn.")
    if not v.bewaring:
        yield _("Er staat niet hoe lang de gegevens blijven.")
    for regel in v.bewaring:
        if not regel.altijd and not regel.termijn:
            yield _("Bij het resultaat %(naam)s staat geen bewaartermijn.") % {"naam": regel.resultaat}
    if v.dossier.dossier is None:
        yield _("Er is nog geen aansluitdossier. Daarom is niet bekend of er verwerkers zijn en of het is getoetst.")
    elif not v.dpia:
        yield _("Of een DPIA nodig is, is nog niet vastgesteld.")
    extern = v.zaaktype.behandeld_door_extern
    if extern and not v.verwerkers:
        yield _("De zaken staan in %(systeem)s. De verwerker daarvan staat er nog niet bij.") % {"systeem": extern}
    for verwerker in v.verwerkers:
        if verwerker.zonder_overeenkomst(v.dossier.dag):
            yield _("De overeenkomst met %(naam)s is voorbij.") % {"naam": verwerker.naam}
