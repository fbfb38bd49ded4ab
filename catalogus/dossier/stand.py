"""How an aansluitdossier stands on a day: what the risk demands, what is agreed to, and until when that holds.

Pure functions of the rows. ``lees`` fetches them, in four queries.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext as tekst
from django.utils.translation import gettext_lazy as _

from catalogus import klok
from catalogus.dossier.predpia import Uitslag, beoordeel
from catalogus.models import (
    Aansluitdossier,
    Dossierakkoord,
    Dossierstap,
    Gegevensgroep,
    Proces,
    Verwerker,
    Zaaktype,
)
from catalogus.models import SoortDossierstap as S

INHOUD = ("eigenaar", "bevindingen", "maatregelen", "documenten", "patronen", "antwoorden")
"""What is agreed to: the fields of a Dossierstap that a sign-off keeps."""

VOOR_LIVE = (S.DOEL, S.ONTWERP, S.PRE_DPIA, S.DPIA, S.IB_TOETS, S.REALISATIE, S.TEST)
"""What publishing asks; the DPIA only when one is due."""


class Stand(models.TextChoices):
    LEEG = "leeg", _("nog niet begonnen")
    INGEVULD = "ingevuld", _("wacht op akkoord")
    AKKOORD = "akkoord", _("akkoord")
    GEWIJZIGD = "gewijzigd", _("gewijzigd na akkoord")
    VERLOPEN = "verlopen", _("verlopen")
    INGETROKKEN = "ingetrokken", _("ingetrokken")
    NIET_NODIG = "niet_nodig", _("niet nodig")


@dataclass(frozen=True)
class Stapbeeld:
    """One step on a day. ``akkoord`` is the newest sign-off, whatever became of it."""

    soort: S
    rij: Dossierstap | None
    akkoord: Dossierakkoord | None
    nodig: bool
    dag: date

    @property
    def stand(self) -> Stand:
        if not self.nodig:
            return Stand.NIET_NODIG
        if self.rij is None:
            return Stand.LEEG
        if self.akkoord is None:
            return Stand.INGEVULD
        if self.akkoord.ingetrokken_op is not None:
            return Stand.INGETROKKEN
        if self.akkoord.geldig_tot <= self.dag:
            return Stand.VERLOPEN
        return Stand.AKKOORD if inhoud(self.rij) == self.akkoord.inhoud else Stand.GEWIJZIGD

    @property
    def kan_akkoord(self) -> bool:
        """There is something to agree to: after a withdrawal, something else than what was withdrawn."""
        if self.rij is None or self.stand == Stand.AKKOORD:
            return False
        return self.stand != Stand.INGETROKKEN or inhoud(self.rij) != self.akkoord.inhoud  # type: ignore[union-attr]

    @property
    def einde(self) -> date | None:
        """The first day on which its newest sign-off holds no more; None when it never had one."""
        if self.akkoord is None:
            return None
        ingetrokken = self.akkoord.ingetrokken_op
        return min(self.akkoord.geldig_tot, klok.datum(ingetrokken)) if ingetrokken else self.akkoord.geldig_tot


@dataclass(frozen=True)
class Dossierbeeld:
    proces: Proces
    dossier: Aansluitdossier | None
    stappen: dict[S, Stapbeeld]
    toetsen: tuple[Stapbeeld, ...]  # those that were agreed to and still matter stop new applications when they lapse
    verwerkers: tuple[Verwerker, ...]
    uitslag: Uitslag  # of what is written now
    dag: date

    @property
    def getoetst_tot(self) -> date | None:
        """The first day on which a test that was agreed to once holds no more; None when none ever was.

        A test that is due and was never agreed to does not count: it stands in the way of publishing, while what
        runs already runs on.
        """
        return min((toets.einde for toets in self.toetsen if toets.einde is not None), default=None)

    @property
    def vervallen(self) -> list[Stapbeeld]:
        """The tests because of which the process takes no new applications."""
        return [s for s in self.toetsen if s.stand in (Stand.VERLOPEN, Stand.INGETROKKEN)]

    def lopen_af(self, voor: date) -> list[Stapbeeld]:
        """The tests that hold today, but end before this day."""
        geldend = (Stand.AKKOORD, Stand.GEWIJZIGD)
        return [s for s in self.toetsen if s.stand in geldend and s.einde is not None and s.einde < voor]


def inhoud(rij: Dossierstap) -> dict[str, Any]:
    return {naam: getattr(rij, naam) for naam in INHOUD}


def lees(proces: Proces, dag: date | None = None) -> Dossierbeeld:
    return next(lees_alle([proces], dag))


def lees_alle(processen: Iterable[Proces], dag: date | None = None) -> Iterator[Dossierbeeld]:
    """One after the other, in their order; as many queries for all as for one."""
    rijen = list(processen)
    dossiers = Aansluitdossier.objects.filter(proces__in=rijen).prefetch_related("stappen__akkoorden", "verwerkers")
    per_proces = {dossier.proces_id: dossier for dossier in dossiers}
    for proces in rijen:
        yield beeld(proces, per_proces.get(proces.pk), dag or klok.vandaag())


def beeld(proces: Proces, dossier: Aansluitdossier | None, dag: date) -> Dossierbeeld:
    """The dossier as it stands on this day. Whether a DPIA is due follows from the pre-DPIA that was agreed to, and
    from what is written now when that says so too: a draft can ask for more, never for less.
    """
    rijen = {S(rij.stap): rij for rij in dossier.stappen.all()} if dossier else {}
    akkoorden = {soort: next(iter(rij.akkoorden.all()), None) for soort, rij in rijen.items()}
    pre, getekend = rijen.get(S.PRE_DPIA), akkoorden.get(S.PRE_DPIA)
    uitslag = beoordeel(pre.antwoorden if pre else {})
    eerder = beoordeel(getekend.inhoud["antwoorden"]) if getekend else None
    dpia_nodig = bool(uitslag.nodig or (eerder and eerder.nodig))
    stappen = {
        soort: Stapbeeld(soort, rijen.get(soort), akkoorden.get(soort), soort != S.DPIA or dpia_nodig, dag)
        for soort in S
    }
    telt = {S.PRE_DPIA, S.IB_TOETS} | ({S.DPIA} if (eerder or uitslag).nodig else set())
    return Dossierbeeld(
        proces=proces,
        dossier=dossier,
        stappen=stappen,
        toetsen=tuple(stap for soort, stap in stappen.items() if soort in telt),
        verwerkers=tuple(dossier.verwerkers.all()) if dossier else (),
        uitslag=uitslag,
        dag=dag,
    )


def gebreken(zaaktype: Zaaktype) -> Iterator[str]:
    """What must still be done before this version may be published, in sentences."""
    beeld_ = lees(zaaktype.proces)
    yield from van_het_dossier(beeld_)
    pre = beeld_.stappen[S.PRE_DPIA].rij
    if pre is not None and pre.antwoorden.get("gevoelig") is False:
        for gegeven in zaaktype.gegevens.filter(gegevensgroep=Gegevensgroep.BIJZONDER):
            yield tekst(
                "Het gegeven %(gegeven)s is een bijzonder persoonsgegeven, maar de pre-DPIA zegt dat er geen gevoelige "
                "gegevens zijn."
            ) % {"gegeven": gegeven.label}


def gebreken_van_buiten(zaaktype: Zaaktype) -> list[str]:
    """The same for a version that a file or another system brings. A process that comes for the first time ran already
    somewhere, and sign-offs are of persons, so nothing brings them; once there is a dossier here, nothing goes around
    it. ``controleer`` names the processes that run and were never tested.
    """
    getoetst = Aansluitdossier.objects.filter(proces=zaaktype.proces_id).exists()
    return list(gebreken(zaaktype)) if getoetst else []


def van_het_dossier(beeld_: Dossierbeeld) -> Iterator[str]:
    """The same, without a look at one version."""
    dossier = beeld_.dossier
    if dossier is None:
        yield tekst("Er is nog geen aansluitdossier van dit proces.")
        return
    for naam, wie in (
        (tekst("opdrachtgever"), dossier.opdrachtgever),
        (tekst("functioneel beheer"), dossier.functioneel_beheer),
        (tekst("technisch beheer"), dossier.technisch_beheer),
    ):
        if not wie.strip():
            yield tekst("Het aansluitdossier zegt niet wie dit doet: %(rol)s.") % {"rol": naam}
    for soort in VOOR_LIVE:
        stap = beeld_.stappen[soort]
        if stap.stand not in (Stand.AKKOORD, Stand.NIET_NODIG):
            yield tekst("Aansluitdossier, %(stap)s: %(stand)s.") % {"stap": soort.label, "stand": stap.stand.label}
    for verwerker in beeld_.verwerkers:
        if verwerker.overeenkomst_van > beeld_.dag:
            yield tekst("De overeenkomst met verwerker %(naam)s gaat later in.") % {"naam": verwerker.naam}
        if verwerker.zonder_overeenkomst(beeld_.dag):
            yield tekst("De overeenkomst met verwerker %(naam)s is voorbij.") % {"naam": verwerker.naam}
