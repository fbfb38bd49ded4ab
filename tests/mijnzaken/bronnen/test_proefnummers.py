"""The numbers of the test ranges."""

import re
from pathlib import Path

import pytest
from stdnum.nl import bsn

from mijnzaken.bronnen import nagebootst
from mijnzaken.bronnen.proefnummers import proef_bsn, proef_kvk, proef_rsin


@pytest.mark.parametrize("nummer", [1, 2, 3, 74, 500, 9000])
def test_een_proef_bsn_voldoet_aan_de_elfproef_en_ligt_in_de_proefreeks(nummer: int) -> None:
    assert bsn.is_valid(proef_bsn(nummer))
    assert proef_bsn(nummer).startswith("9999")
    assert len(proef_bsn(nummer)) == 9


def test_elk_nummer_geeft_een_ander_bsn_en_altijd_hetzelfde() -> None:
    eerste = [proef_bsn(nummer) for nummer in range(1, 300)]
    proef_bsn.cache_clear()
    assert eerste == [proef_bsn(nummer) for nummer in range(1, 300)]
    assert len(set(eerste)) == 299
    assert not set(eerste) & {proef_rsin(nummer) for nummer in range(1, 300)}


@pytest.mark.parametrize("nummer", [0, -1, 9_500])
def test_buiten_de_proefreeks_is_er_geen_bsn(nummer: int) -> None:
    with pytest.raises(ValueError, match="test-BSN"):
        proef_bsn(nummer)


def test_een_kvk_nummer_heeft_acht_cijfers() -> None:
    assert re.fullmatch(r"[0-9]{8}", proef_kvk(1))
    with pytest.raises(ValueError, match="KvK"):
        proef_kvk(1000)


def test_geen_bestand_van_het_voorbeeld_bevat_een_bsn() -> None:
    bestanden = list((Path(nagebootst.__file__).parent / "voorbeeld").glob("*.json"))
    assert len(bestanden) == 4
    for bestand in bestanden:
        negen_cijfers = re.findall(r"(?<![0-9])[0-9]{9}(?![0-9])", bestand.read_text())
        assert [n for n in negen_cijfers if bsn.is_valid(n)] == []
