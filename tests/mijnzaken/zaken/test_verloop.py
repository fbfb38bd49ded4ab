"""The table of transitions, without a database."""

import pytest

from catalogus.models import Fase
from mijnzaken.zaken import verloop

EINDE = {"afhandelen", "stoppen", "intrekken", "internetaak_afhandelen", "terugbelnotitie_beantwoorden"}


def mag(recht: str, fase: str, **velden) -> bool:
    return not verloop.belet(recht, fase=fase, **({"uitgeschakeld": (), "extern": False} | velden))


@pytest.mark.parametrize("recht", sorted(EINDE))
def test_alleen_een_open_zaak_eindigt(recht):
    assert verloop.fase_na(recht, Fase.IN_BEHANDELING) == Fase.AFGEROND
    assert not mag(recht, Fase.AFGEROND)


def test_niets_anders_leidt_naar_het_einde_dan_wat_hier_staat():
    assert {recht for recht, stap in verloop.OVERGANGEN.items() if stap.naar == Fase.AFGEROND} == EINDE


def test_uit_het_einde_leidt_alleen_heropenen():
    uit = {r for r, stap in verloop.OVERGANGEN.items() if Fase.AFGEROND in stap.van and stap.naar is not None}
    assert uit == {"heropenen"}
    assert verloop.OVERGANGEN["heropenen"].van == {Fase.AFGEROND}


def test_wat_heen_gaat_kan_ook_terug():
    """Every phase that waits has a way back to work."""
    for fase in (Fase.WACHT_OP_AANVRAGER, Fase.ADVIES, Fase.BESLUIT_VOORGESTELD):
        assert any(fase in s.van and s.naar == Fase.IN_BEHANDELING for s in verloop.OVERGANGEN.values()), fase


def test_besluiten_kan_alleen_over_een_voorstel():
    assert [f for f in Fase.values if mag("besluiten", f)] == [Fase.BESLUIT_VOORGESTELD]


def test_een_zaaktype_zet_uit_en_voegt_niets_toe():
    assert not mag("verlengen", Fase.IN_BEHANDELING, uitgeschakeld=["verlengen"])
    assert verloop.belet("verbranden", fase=Fase.IN_BEHANDELING, uitgeschakeld=(), extern=False)


def test_wat_een_ander_systeem_behandelt_besluiten_wij_niet():
    mogelijk = verloop.mogelijk(Fase.IN_BEHANDELING, uitgeschakeld=(), extern=True)
    assert mogelijk <= verloop.BIJ_EXTERN
    assert not mogelijk & {"besluit_voorstellen", "besluiten", "verlengen", "aanvulling_vragen", "toewijzen"}


@pytest.mark.parametrize("fase", Fase.values)
def test_elke_weigering_is_een_zin(fase):
    for recht in verloop.OVERGANGEN:
        reden = verloop.belet(recht, fase=fase, uitgeschakeld=(), extern=False)
        assert reden == "" or reden.endswith(".")
        assert (reden == "") == (recht in verloop.mogelijk(fase, uitgeschakeld=(), extern=False))
