"""The stand-in, read by the same clients as the real registers."""

from datetime import date

import pytest

from mijnzaken import bronnen
from mijnzaken.bronnen.nagebootst import voorbeeldondernemingen, voorbeeldpersonen
from mijnzaken.bronnen.proefnummers import proef_bsn, proef_kvk

DAG = date(2026, 11, 2)


def bsn_van(persona: str) -> str:
    return next(persoon.bsn for persoon in voorbeeldpersonen() if persoon.persona == persona)


def test_anna_staat_in_de_brp_met_naam_geboortedatum_en_adres() -> None:
    anna = bronnen.brp().persoon(bsn_van("anna"))
    assert anna is not None
    assert (anna.naam, anna.geboortedatum) == ("A.M. de Vries", date(1984, 5, 17))
    assert anna.adres is not None
    assert (anna.adres.regel, anna.adres.postregel) == ("Spoorlaan 12", "2900 AB  DEMOSTAD")
    assert len(anna.adres.nummeraanduiding_id) == 16


def test_een_onbekend_bsn_is_niemand() -> None:
    assert bronnen.brp().persoon(proef_bsn(5_000)) is None
    assert bronnen.brp().relaties(proef_bsn(5_000), peildatum=DAG) == []


def test_wil_is_de_moeder_van_bram_en_wil_geheim_blijven() -> None:
    relaties = bronnen.brp().relaties(bsn_van("bram"), peildatum=DAG)
    assert [(relatie.soort, relatie.bsn) for relatie in relaties] == [("ouder", bsn_van("wil"))]
    wil = bronnen.brp().persoon(bsn_van("wil"))
    assert wil is not None
    assert wil.geheimhouding


def test_joost_heeft_een_partner_een_ouder_een_kind_en_huisgenoten() -> None:
    relaties = bronnen.brp().relaties(bsn_van("joost"), peildatum=DAG)
    per_soort = {
        soort: {r.bsn for r in relaties if r.soort == soort} for soort in ("partner", "ouder", "kind", "huisgenoot")
    }
    assert per_soort == {
        "partner": {proef_bsn(8)},
        "ouder": {proef_bsn(10)},
        "kind": {proef_bsn(9)},
        "huisgenoot": {proef_bsn(9), proef_bsn(10)},
    }


def test_de_persona_s_en_ruim_zestig_anderen_zijn_er() -> None:
    personen = voorbeeldpersonen()
    assert {p.persona for p in personen} >= {"anna", "bram", "wil", "joost"}
    assert len(personen) > 64
    for persoon in personen:
        gevonden = bronnen.brp().persoon(persoon.bsn)
        assert gevonden is not None
        assert gevonden.adres is not None


def test_partners_zijn_elkaars_partner() -> None:
    for persoon in voorbeeldpersonen():
        for relatie in bronnen.brp().relaties(persoon.bsn, peildatum=DAG):
            if relatie.soort == "partner":
                terug = bronnen.brp().relaties(relatie.bsn, peildatum=DAG)
                assert ("partner", persoon.bsn) in [(r.soort, r.bsn) for r in terug]


def test_de_korenaar_heeft_twee_vestigingen() -> None:
    korenaar = next(o for o in voorbeeldondernemingen() if o.persona == "korenaar")
    onderneming = bronnen.kvk().onderneming(korenaar.kvk_nummer)
    assert onderneming is not None
    assert onderneming.naam == "Bakkerij De Korenaar B.V."
    assert [v.hoofdvestiging for v in onderneming.vestigingen] == [True, False]
    assert len({v.vestigingsnummer for v in onderneming.vestigingen}) == 2


def test_een_onbekend_kvk_nummer_is_niets_en_een_onmogelijk_nummer_een_fout() -> None:
    assert bronnen.kvk().onderneming(proef_kvk(999)) is None
    for onjuist in ("", "123", "12345678/../x", "1234567a"):
        with pytest.raises(ValueError, match="8 cijfers"):
            bronnen.kvk().onderneming(onjuist)


def test_de_bag_vindt_een_adres_op_postcode_en_huisnummer() -> None:
    adres = bronnen.bag().adres("2900 ab", 12)
    assert adres is not None
    assert (adres.straatnaam, adres.woonplaats) == ("Spoorlaan", "Demostad")
    assert bronnen.bag().adres("2900AB", 9_999) is None
    assert bronnen.bag().adres("2900DE", 8) is None
    assert bronnen.bag().adres("2900DE", 8, huisletter="B") is not None


@pytest.mark.parametrize("postcode, huisnummer", [("2900A", 1), ("", 1), ("2900AB", 0), ("2900AB", -3), ("0900AB", 1)])
def test_de_bag_wordt_niet_gevraagd_naar_wat_geen_adres_is(postcode: str, huisnummer: int) -> None:
    with pytest.raises(ValueError, match="postcode"):
        bronnen.bag().adres(postcode, huisnummer)


def test_een_persoon_toont_zijn_bsn_niet_in_een_foutmelding() -> None:
    anna = bronnen.brp().persoon(bsn_van("anna"))
    relatie = bronnen.brp().relaties(bsn_van("anna"), peildatum=DAG)[0]
    assert bsn_van("anna") not in repr(anna)
    assert relatie.bsn not in repr(relatie)
