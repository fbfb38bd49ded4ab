"""Algemene termijnenwet, articles 1, 2 and 4."""

from collections.abc import Iterable
from datetime import date

from catalogus.termijnen.duur import Duur
from catalogus.termijnen.feestdagen import EEN_DAG, Vrijedagen
from catalogus.termijnen.opschorting import Periode

_MINSTENS_WERKDAGEN = 2
_TERMIJN_ATW = 3
_TERMIJN_VERORDENING = 2


def geldt_voor(duur: Duur) -> bool:
    """Art. 4: not for more than 90 days, 12 weeks or 3 months, nor for years; judged for each term by itself."""
    return not duur.buiten_atw


def verleng(
    begin: date,
    einde: date,
    duur: Duur,
    vrije_dagen: Vrijedagen,
    stil: Iterable[Periode] = (),
    *,
    verordening: bool = False,
) -> date:
    """The last day after articles 1, 2 and 4. The term starts the day after ``begin``; its own days end on ``einde``.

    Art. 1: an end on a free day becomes the next working day. Art. 2: a term of three days or more holds two working
    days; days in ``stil`` are no days of the term. ``verordening``: Regulation 1182/71 art. 3
    lid 4 and 5 instead, which except no long terms and ask the two working days from two days on.
    """
    if duur.buiten_atw and not verordening:
        return einde
    einde = vrije_dagen.werkdag_vanaf(einde)
    return (
        _twee_werkdagen(begin, einde, vrije_dagen, list(stil))
        if duur.minstens(_TERMIJN_VERORDENING if verordening else _TERMIJN_ATW)
        else einde
    )


def _twee_werkdagen(begin: date, einde: date, vrije_dagen: Vrijedagen, stil: list[Periode]) -> date:
    """Art. 2: the end, or the day on which the second working day of the term falls when that is later."""
    dag, geteld = begin, 0
    while geteld < _MINSTENS_WERKDAGEN:
        dag += EEN_DAG
        staat_stil = any(periode.van <= dag <= periode.tot_en_met for periode in stil)
        if not staat_stil and not vrije_dagen.is_vrij(dag):
            geteld += 1
    return max(dag, einde)
