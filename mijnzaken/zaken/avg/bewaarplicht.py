"""What the law keeps of a zaak, or of one gegeven in it, when its applicant asks for erasure: why, by which rule, until
when (AVG 17 lid 3).
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.db.models import Max

from autorisatie.models import Partij
from catalogus.models import Afleidingswijze, Archiefnominatie, Gegeven, Resultaattype
from mijnzaken.zaken import bewaren, wissen
from mijnzaken.zaken.models import Beperking, Bewaargrond, Zaak

ARCHIEFWET = "Archiefwet artikel 3"
_TOESTEMMING = re.compile(r"\bAVG art(?:\.|ikel) ?(?:6 lid 1|9 lid 2) onder a\b")  # consent, which can be withdrawn


@dataclass(frozen=True)
class Oordeel:
    """Why something stays; without a ``grond`` it may go. ``tot`` is the last day on which it must stay, if known."""

    grond: str = ""
    uitleg: str = ""
    bron: str = ""
    tot: date | None = None

    @property
    def moet_blijven(self) -> bool:
        return bool(self.grond)


MAG_WEG = Oordeel()


def oordeel(zaak: Zaak, verzoek: Zaak, partij: Partij, dag: date) -> Oordeel:
    """About a zaak that ``partij`` asked for. What usually ends last is asked first, so that ``tot`` promises nothing
    too early; a lock that this request itself put on it is no reason to keep it.
    """
    if zaak.einddatum is None:
        uitleg = "Deze zaak loopt nog. Zonder de gegevens is zij niet af te maken."
        return Oordeel(Bewaargrond.WET, uitleg, zaak.zaaktype.termijn_grondslag.rstrip("."))
    return (
        _archief(zaak, dag)
        or _procedure(zaak, dag)
        or _slot(zaak, verzoek)
        or _ander(zaak, partij)
        or _anders(zaak, verzoek, dag)
        or MAG_WEG
    )


class Gegevensplicht:
    """About the values in one zaak of the person, whatever becomes of that zaak. What he gave by consent alone he can
    take back at any time; what the process did not need can go once nobody can contest what was decided on it.
    """

    def __init__(self, zaak: Zaak, verzoek: Zaak, dag: date) -> None:
        self._zaak, self._verzoek, self._dag = zaak, verzoek, dag

    def oordeel(self, gegeven: Gegeven) -> Oordeel:
        if self._op_slot:
            return self._op_slot
        if gegeven.naam in self._bewaardata:
            return Oordeel(Bewaargrond.ARCHIEF, "Van deze datum hangt af hoe lang wij de zaak bewaren.", ARCHIEFWET)
        if _TOESTEMMING.search(gegeven.grondslag):
            return MAG_WEG
        if self._betwistbaar:
            return self._betwistbaar
        return self._nodig(gegeven) if gegeven.verplicht else MAG_WEG

    def oordeel_contact(self, *, van_hem_alleen: bool) -> Oordeel:
        """About one contact that was about the zaak."""
        if not van_hem_alleen:
            uitleg = "Dit contact ging ook over iets anders, of er was iemand anders bij."
            return Oordeel(Bewaargrond.ANDER, uitleg, "AVG artikel 5 lid 1 onder f")
        return self._op_slot or self._betwistbaar or MAG_WEG

    def _nodig(self, gegeven: Gegeven) -> Oordeel:
        if self._zaak.einddatum is None:
            uitleg = "Deze zaak loopt nog. Zonder dit gegeven is zij niet af te maken."
            bron = gegeven.grondslag or self._zaak.zaaktype.termijn_grondslag
            return Oordeel(Bewaargrond.WET, uitleg, bron.rstrip("."))
        if (belet := self._in_archief) is None:
            return MAG_WEG
        uitleg = f"Dit gegeven was nodig in de zaak en blijft met haar bewaard. {belet.uitleg}"
        return Oordeel(belet.grond, uitleg, belet.bron, belet.tot)

    @cached_property
    def _op_slot(self) -> Oordeel | None:
        return _slot(self._zaak, self._verzoek)

    @cached_property
    def _betwistbaar(self) -> Oordeel | None:
        return _procedure(self._zaak, self._dag)

    @cached_property
    def _in_archief(self) -> Oordeel | None:
        return _archief(self._zaak, self._dag)

    @cached_property
    def _bewaardata(self) -> set[str]:
        """The gegevens that the term of retention counts from, or may count from while there is no result."""
        soorten = self._zaak.zaaktype.resultaattypen.filter(brondatum_afleidingswijze=Afleidingswijze.EIGENSCHAP)
        if resultaat := self._zaak.resultaten.first():
            soorten = soorten.filter(pk=resultaat.resultaattype_id)
        return set(soorten.values_list("brondatum_datumkenmerk", flat=True))


def _archief(zaak: Zaak, dag: date) -> Oordeel | None:
    resultaat = zaak.resultaten.select_related("resultaattype").first()
    if resultaat is None:
        return Oordeel(Bewaargrond.ARCHIEF, "Er is niet bekend hoe lang wij deze zaak moeten bewaren.", ARCHIEFWET)
    soort = resultaat.resultaattype
    bron = (
        f"Selectielijst gemeenten, resultaat {soort.selectielijstnummer}" if soort.selectielijstnummer else ARCHIEFWET
    )
    if Archiefnominatie.BLIJVEND_BEWAREN in (soort.archiefnominatie, zaak.archiefnominatie):
        return Oordeel(Bewaargrond.ARCHIEF, "Deze zaak blijft altijd bewaard.", bron)
    weg_op = _weg_op(zaak, soort)
    if weg_op is None:
        return Oordeel(Bewaargrond.ARCHIEF, "De bewaartermijn van deze zaak is nog niet begonnen.", bron)
    if weg_op > dag:
        tot = weg_op - timedelta(days=1)
        return Oordeel(Bewaargrond.ARCHIEF, "De bewaartermijn van deze zaak is nog niet voorbij.", bron, tot)
    return None


def _weg_op(zaak: Zaak, soort: Resultaattype) -> date | None:
    """The first day on which it may go: by the rule, or later when another system said so. ``None``: not yet known."""
    volgens_de_regel = bewaren.archiefactiedatum(bewaren.brondatum(zaak, soort), soort)
    if volgens_de_regel is None:
        return None
    return max(volgens_de_regel, zaak.archiefactiedatum or volgens_de_regel)


def _procedure(zaak: Zaak, dag: date) -> Oordeel | None:
    if zaak.gerelateerd_aan.filter(zaak__einddatum=None).exclude(besluit=None).exists():
        return Oordeel(
            Bewaargrond.VORDERING, "Over een besluit in deze zaak loopt bezwaar of beroep.", "Awb artikel 7:10"
        )
    laatste: date | None = zaak.besluiten.aggregate(dag=Max("uiterlijke_reactiedatum"))["dag"]
    if laatste is not None and laatste >= dag:
        uitleg = "Tegen een besluit in deze zaak kan nog iemand bezwaar maken."
        return Oordeel(Bewaargrond.VORDERING, uitleg, "Awb artikel 6:7", laatste)
    return None


def _slot(zaak: Zaak, verzoek: Zaak) -> Oordeel | None:
    if waarom := ander_slot(zaak, verzoek):
        return Oordeel(Bewaargrond.VORDERING, waarom, "AVG artikel 18")
    return None


def ander_slot(zaak: Zaak, verzoek: Zaak) -> str:
    """Why its data may not be used, but for a lock of this request; empty when they may."""
    rij = zaak.beperkingen.filter(Beperking.geldend()).exclude(verzoek=verzoek).first()
    return rij.waarom if rij else ""


def _ander(zaak: Zaak, partij: Partij) -> Oordeel | None:
    if zaak.rollen.filter(partij__isnull=False).exclude(partij=partij).exists():
        uitleg = "In deze zaak staan ook gegevens van iemand anders. Zij gaat weg met de andere zaken van haar soort."
        return Oordeel(Bewaargrond.ANDER, uitleg, ARCHIEFWET)
    return None


def _anders(zaak: Zaak, verzoek: Zaak, dag: date) -> Oordeel | None:
    """Whatever else forbids the archive to destroy it."""
    if belet := wissen.beletsel(zaak, dag, slot=ander_slot(zaak, verzoek)):
        return Oordeel(Bewaargrond.WET, belet, ARCHIEFWET)
    return None
