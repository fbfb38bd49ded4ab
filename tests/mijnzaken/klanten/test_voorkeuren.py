"""A preference is what the person himself said, per channel, and every change is kept (Awb 2:8, 2:12)."""

import pytest

from autorisatie.actor import Burger, Medewerker
from autorisatie.fouten import GeenRecht, Invoerfout
from autorisatie.models import Machtiging, Partij
from mijnzaken.klanten import inzien
from mijnzaken.klanten.handelingen import beller_verifieren, voorkeur_wijzigen
from mijnzaken.klanten.models import Voorkeur
from tests.mijnzaken.rolverdeling import AGENT, als_burger, als_medewerker, geef_adres, maak_persoon, stem_in

pytestmark = pytest.mark.django_db


def test_adres_en_voorkeur_ziet_alleen_wie_persoonsgegevens_mag_zien_en_van_een_afgeschermde_niemand() -> None:
    anna = maak_persoon(1)
    geef_adres(anna)
    stem_in(anna)
    mag, mag_niet = als_medewerker("sanne", [], groep="persoonsgegevens"), als_medewerker("karim", [])
    zelf = als_medewerker("joost", [], groep="persoonsgegevens", partij=anna)

    def ziet(actor: Medewerker) -> tuple[int, int]:
        return len(inzien.digitale_adressen(actor, anna.pk)), len(inzien.voorkeuren(actor, anna.pk))

    assert (ziet(mag), ziet(mag_niet), ziet(zelf)) == ((1, 1), (0, 0), (0, 0))
    Partij.objects.systeem("proef").filter(pk=anna.pk).update(afgeschermd=True)
    assert ziet(mag) == (0, 0)


def test_een_instemming_staat_er_met_haar_moment_en_een_intrekking_ook() -> None:
    anna = maak_persoon(1)
    voorkeur_wijzigen(als_burger(anna), anna, kanaal="portaal", ingestemd=True, aankondiging="sms")
    huidig = inzien.voorkeuren(als_burger(anna), anna.pk)
    assert huidig["portaal"].aankondiging == "sms"

    assert voorkeur_wijzigen(als_burger(anna), anna, kanaal="portaal", ingestemd=False) is None
    assert inzien.voorkeuren(als_burger(anna), anna.pk) == {}
    [rij] = Voorkeur.objects.systeem("proef")
    assert rij.ingetrokken_op >= rij.ingestemd_op


def test_een_wijziging_is_een_nieuwe_rij_en_hetzelfde_nog_eens_niet() -> None:
    anna = maak_persoon(1)
    for aankondiging in ("email", "email", "geen"):
        voorkeur_wijzigen(als_burger(anna), anna, kanaal="portaal", ingestemd=True, aankondiging=aankondiging)
    rijen = Voorkeur.objects.systeem("proef").order_by("pk")
    assert [(r.aankondiging, r.ingetrokken_op is None) for r in rijen] == [("email", False), ("geen", True)]


def test_per_kanaal_een_eigen_keuze() -> None:
    anna = maak_persoon(1)
    for kanaal in ("portaal", "email"):
        voorkeur_wijzigen(als_burger(anna), anna, kanaal=kanaal, ingestemd=True)
    voorkeur_wijzigen(als_burger(anna), anna, kanaal="email", ingestemd=False)
    assert list(inzien.voorkeuren(als_burger(anna), anna.pk)) == ["portaal"]


@pytest.mark.parametrize("rest", [{"kanaal": "duif"}, {"kanaal": "portaal", "aankondiging": "rooksignaal"}])
def test_een_onbekende_weg_wordt_geweigerd(rest: dict[str, str]) -> None:
    anna = maak_persoon(1)
    with pytest.raises(Invoerfout):
        voorkeur_wijzigen(als_burger(anna), anna, ingestemd=True, **rest)


def test_een_gemachtigde_wijzigt_geen_voorkeur_van_wie_hij_vertegenwoordigt() -> None:
    wil, bram = maak_persoon(6), maak_persoon(5)
    machtiging = Machtiging(gever=wil, gemachtigde=bram, reikwijdte="alles")
    with pytest.raises(GeenRecht):
        voorkeur_wijzigen(Burger(bram, namens=wil, machtiging=machtiging), wil, kanaal="portaal", ingestemd=True)
    assert not Voorkeur.objects.systeem("proef").exists()


def test_een_medewerker_wijzigt_een_voorkeur_alleen_in_gesprek_met_de_persoon() -> None:
    anna, mila = maak_persoon(1), als_medewerker("mila", AGENT)
    with pytest.raises(GeenRecht):
        voorkeur_wijzigen(mila, anna, kanaal="portaal", ingestemd=True, vastgelegd_via="telefoon")
    antwoorden = {"geboortedatum": "17-5-1984", "adres": "2900AB12"}
    beller_verifieren(mila, anna, antwoorden=antwoorden, gespreksdoel="voorkeur wijzigen")
    voorkeur = voorkeur_wijzigen(mila, anna, kanaal="portaal", ingestemd=True, vastgelegd_via="telefoon")
    assert voorkeur.vastgelegd_via == "telefoon"
