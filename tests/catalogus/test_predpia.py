"""Whether a DPIA is due follows from the answers to the pre-DPIA, and from nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogus.dossier.predpia import GRENS, VRAGEN, beoordeel

NEE = dict.fromkeys(VRAGEN, False)
ANTWOORDEN = st.dictionaries(st.sampled_from(sorted(VRAGEN)), st.booleans())


def test_zonder_kenmerken_is_er_geen_dpia_nodig():
    assert beoordeel(NEE).nodig is False


@pytest.mark.parametrize("vraag", sorted(set(VRAGEN) - {"automatisch"}))
def test_een_kenmerk_is_geen_reden(vraag):
    assert beoordeel(NEE | {vraag: True}).nodig is False


def test_automatische_besluiten_zijn_altijd_een_reden():
    uitslag = beoordeel(NEE | {"automatisch": True})
    assert uitslag.nodig
    assert "lid 3 onder a" in uitslag.redenen[0]


def test_veel_gevoelige_gegevens_zijn_een_reden_van_de_wet_zelf():
    assert any("lid 3 onder b" in reden for reden in beoordeel(NEE | {"gevoelig": True, "schaal": True}).redenen)


@given(st.sets(st.sampled_from(sorted(VRAGEN)), min_size=GRENS))
def test_vanaf_twee_kenmerken_is_een_dpia_nodig(ja):
    assert beoordeel(NEE | dict.fromkeys(ja, True)).nodig is True


def test_zolang_er_vragen_open_staan_weet_niemand_het():
    open_ = {k: v for k, v in NEE.items() if k != "misbruik"}
    assert beoordeel(open_).nodig is None
    assert beoordeel(open_).open == ("misbruik",)
    assert beoordeel({}).nodig is None


@given(ANTWOORDEN, st.sampled_from(sorted(VRAGEN)))
def test_een_ja_erbij_maakt_een_dpia_nooit_minder_nodig(antwoorden, vraag):
    voor, na = beoordeel(antwoorden | {vraag: False}), beoordeel(antwoorden | {vraag: True})
    assert not voor.nodig or na.nodig


@given(ANTWOORDEN)
def test_wat_nodig_is_heeft_een_reden_en_anders_niet(antwoorden):
    uitslag = beoordeel(antwoorden)
    assert bool(uitslag.redenen) == bool(uitslag.nodig)
