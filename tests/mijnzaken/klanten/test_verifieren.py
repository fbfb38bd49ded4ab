"""Who calls is made sure of before anything of him is shown."""

from datetime import timedelta

import pytest

from autorisatie.actor import Medewerker
from autorisatie.fouten import BestaatNiet, GeenRecht, Invoerfout, OnjuisteToestand
from autorisatie.models import Auditregel, Partij
from catalogus import klok
from mijnzaken.klanten.handelingen import beller_verifieren, gesprek_beeindigen
from mijnzaken.klanten.models import SoortControle
from mijnzaken.klanten.verifieren import geldige_verificatie, verificatievragen
from tests.mijnzaken.rolverdeling import AGENT, als_medewerker, geef_adres, maak_bedrijf, maak_persoon

pytestmark = pytest.mark.django_db
GOED = {"geboortedatum": "17-05-1984", "adres": "2900 ab 12"}


@pytest.fixture
def mila() -> Medewerker:
    return als_medewerker("mila", AGENT)


@pytest.fixture
def anna() -> Partij:
    partij = maak_persoon(1)
    geef_adres(partij, "06 12345678", "telefoonnummer")
    return partij


def verifieer(mila: Medewerker, anna: Partij, antwoorden: dict[str, str], **rest: str):
    return beller_verifieren(mila, anna, antwoorden=antwoorden, gespreksdoel="status van haar zaak", **rest)


def test_twee_goede_antwoorden_en_geen_fout_is_genoeg(mila: Medewerker, anna: Partij) -> None:
    assert geldige_verificatie(mila, anna.pk) is None
    verificatie = verifieer(mila, anna, GOED)
    assert verificatie.gelukt
    assert geldige_verificatie(mila, anna.pk) == verificatie


@pytest.mark.parametrize(
    "antwoorden",
    [
        {},
        {"geboortedatum": "17-05-1984"},
        {"geboortedatum": "17-05-1984", "adres": ""},
        {**GOED, "voornamen": "Marie"},
        {"geboortedatum": "18-05-1984", "adres": "2900AB 12"},
        {"geboortedatum": "31-02-1984", "adres": "x"},
        {"geboortedatum": "%", "adres": "2900AB 12", "telefoon": ""},
        {"onbekend": "2900AB", "adres": "2900AB 12"},
    ],
)
def test_te_weinig_of_een_fout_antwoord_is_niet_genoeg(
    mila: Medewerker, anna: Partij, antwoorden: dict[str, str]
) -> None:
    assert not verifieer(mila, anna, antwoorden).gelukt
    assert geldige_verificatie(mila, anna.pk) is None


def test_waarop_iemand_gevonden_is_bewijst_niets(mila: Medewerker, anna: Partij) -> None:
    antwoorden = {"telefoon": "0612345678", "geboortedatum": "17-5-1984"}
    assert SoortControle.TELEFOON not in verificatievragen(anna, gevonden_op="telefoon")
    assert not verifieer(mila, anna, antwoorden, gevonden_op="telefoon").gelukt
    assert verifieer(mila, anna, antwoorden, gevonden_op="adres").gelukt


def test_alleen_vragen_waarvan_het_antwoord_bekend_is_worden_gesteld(anna: Partij) -> None:
    assert set(verificatievragen(anna)) == {"geboortedatum", "adres", "telefoon", "voornamen"}
    assert verificatievragen(maak_bedrijf()) == [SoortControle.KVK]


def test_alleen_de_soort_van_een_vraag_wordt_bewaard(mila: Medewerker, anna: Partij) -> None:
    verificatie = verifieer(mila, anna, {"geboortedatum": "17-05-1984", "adres": "9999ZZ 1"})
    assert (verificatie.goed, verificatie.fout) == (["geboortedatum"], ["adres"])
    regel = Auditregel.objects.get(handeling="beller_verifieren")
    assert "1984" not in str(regel.bijzonderheden) + str(vars(verificatie))
    assert regel.bijzonderheden == {"goed": ["geboortedatum"], "fout": ["adres"], "gelukt": False}


def test_zonder_doel_geen_verificatie(mila: Medewerker, anna: Partij) -> None:
    with pytest.raises(Invoerfout):
        beller_verifieren(mila, anna, antwoorden=GOED, gespreksdoel="  ")


def test_na_drie_mislukte_pogingen_kan_een_uur_lang_niemand_het_raden(mila: Medewerker, anna: Partij) -> None:
    nu = klok.nu()
    with klok.op_moment(nu):
        for _ in range(3):
            verifieer(mila, anna, {"geboortedatum": "1-1-1980"})
        with pytest.raises(OnjuisteToestand):
            verifieer(mila, anna, GOED)
    with klok.op_moment(nu + timedelta(minutes=61)):
        assert verifieer(mila, anna, GOED).gelukt


def test_een_verificatie_geldt_tot_het_gesprek_eindigt_en_alleen_voor_wie_het_voert(
    mila: Medewerker, anna: Partij
) -> None:
    nu = klok.nu()
    collega = als_medewerker("noor", AGENT)
    verificatie = verifieer(mila, anna, GOED)
    assert geldige_verificatie(collega, anna.pk) is None
    with pytest.raises(BestaatNiet):
        gesprek_beeindigen(collega, verificatie)
    with klok.op_moment(nu + timedelta(hours=1)):
        assert geldige_verificatie(mila, anna.pk) is None
    gesprek_beeindigen(mila, verificatie)
    assert geldige_verificatie(mila, anna.pk) is None


def test_wie_het_recht_niet_heeft_verifieert_niet_en_zijn_eigen_kring_bestaat_niet(anna: Partij) -> None:
    with pytest.raises(GeenRecht):
        verifieer(als_medewerker("karim", []), anna, GOED)
    joost = als_medewerker("joost", AGENT, partij=anna)
    with pytest.raises(BestaatNiet):
        verifieer(joost, anna, GOED)
