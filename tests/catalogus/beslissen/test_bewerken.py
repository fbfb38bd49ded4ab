"""Changing a table gives another table: what others see of the old one stays, and what no longer fits goes."""

import copy

from catalogus.beslissen import bewerken
from catalogus.beslissen.inhoud import controleer_inhoud
from catalogus.beslissen.tabel import beslis, onbereikbaar, proeven
from tests.catalogus.beslissen.tabellen import PARKEREN


def test_de_oude_tabel_blijft_zoals_zij_was() -> None:
    oud = copy.deepcopy(PARKEREN)
    bewerken.vraag_weghalen(PARKEREN, "eigen_plek")
    bewerken.regel_weghalen(PARKEREN, 1)
    bewerken.regel_omhoog(PARKEREN, 2)
    bewerken.voorbeeld_bewaren(PARKEREN, "x", {"eigen_plek": True})
    assert oud == PARKEREN


def test_een_vraag_weghalen_haalt_ook_haar_voorwaarden_weg() -> None:
    nieuw = bewerken.vraag_weghalen(bewerken.voorbeeld_bewaren(PARKEREN, "x", {"eigen_plek": True}), "eigen_plek")
    controleer_inhoud(nieuw)
    assert nieuw["regels"][0]["als"] == {}
    assert nieuw["voorbeelden"][0]["antwoorden"] == {}


def test_een_vraag_anders_noemen_houdt_de_voorwaarden() -> None:
    vraag = {"naam": "garage", "label": "Heeft u een garage?", "soort": "ja_nee"}
    nieuw = bewerken.vraag_zetten(PARKEREN, vraag, was="eigen_plek")
    controleer_inhoud(nieuw)
    assert beslis(nieuw, {"garage": True}).regel == 1


def test_een_vraag_van_een_andere_soort_verliest_haar_voorwaarden() -> None:
    vraag = {"naam": "eigen_plek", "label": "Hoeveel plekken?", "soort": "getal"}
    nieuw = bewerken.vraag_zetten(PARKEREN, vraag, was="eigen_plek")
    controleer_inhoud(nieuw)
    assert nieuw["regels"][0]["als"] == {}


def test_een_nieuwe_regel_komt_voor_die_van_alle_andere_gevallen() -> None:
    regel = {"als": {"houder": {"een_van": ["zelf"]}}, "dan": {"bedrag": 1}}
    nieuw = bewerken.regel_zetten(PARKEREN, regel)
    assert nieuw["regels"][-2] == regel
    assert onbereikbaar(nieuw) == []
    assert onbereikbaar(bewerken.regel_omhoog(nieuw, 5)) == [5]


def test_een_voorbeeld_zegt_het_als_de_uitkomst_verandert() -> None:
    tabel = bewerken.voorbeeld_bewaren(PARKEREN, "met plek", {"eigen_plek": True})
    assert [proef.klopt for proef in proeven(tabel)] == [True]
    anders = bewerken.regel_zetten(tabel, {"als": {"eigen_plek": {"is": True}}, "dan": {"bedrag": 1}}, nummer=1)
    assert [proef.klopt for proef in proeven(anders)] == [False]
