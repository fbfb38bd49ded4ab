"""What a result means to a resident, told from its name."""

import pytest

from catalogus.models import Uitkomst
from catalogus.uitkomst import uitkomst_van


@pytest.mark.parametrize(
    ("naam", "uitkomst"),
    [
        ("Verleend", Uitkomst.TOEGEKEND),
        ("Gegrond verklaard", Uitkomst.TOEGEKEND),
        ("Ongegrond", Uitkomst.AFGEWEZEN),
        ("Niet verleend", Uitkomst.AFGEWEZEN),
        ("Niet ontvankelijk", Uitkomst.NIET_BEHANDELD),
        ("Buiten behandeling gesteld", Uitkomst.NIET_BEHANDELD),
        ("Ingetrokken", Uitkomst.INGETROKKEN),
        ("Vastgesteld", None),
    ],
)
def test_een_resultaat_zegt_met_zijn_naam_wat_het_voor_een_inwoner_is(naam: str, uitkomst: Uitkomst | None) -> None:
    assert uitkomst_van(naam) is uitkomst
