"""Who logs in for the first time gets name and address of the register, without anybody waiting for it."""

import pytest

from autorisatie.inloggen import eerste_keer
from autorisatie.models import Partij
from mijnzaken.bronnen import personalia, tasks
from mijnzaken.bronnen.client import BronNietBereikbaar
from mijnzaken.bronnen.nagebootst import NagebootsteBrp
from mijnzaken.bronnen.proefnummers import proef_bsn, proef_kvk

pytestmark = pytest.mark.django_db


def _naamloos(bsn: str = "", **velden: str) -> Partij:
    partij = Partij(**({"soort_partij": "persoon"} | velden))
    if bsn:
        partij.zet_bsn(bsn)
    partij.werk_zoeknaam_bij()
    partij.save()
    return partij


def _opnieuw(partij: Partij) -> Partij:
    return Partij.objects.systeem("proef").get(pk=partij.pk)


def test_inloggen_heeft_het_werk_aangemeld() -> None:
    assert personalia.na_eerste_inloggen in eerste_keer._werk


def test_een_inwoner_krijgt_naam_en_adres() -> None:
    anna = _naamloos(proef_bsn(1))
    assert tasks.vul_partij_aan(anna.pk) is True
    anna = _opnieuw(anna)
    assert anna.volledige_naam == "Anna Maria de Vries"
    assert (anna.adresregel, anna.zoeknaam) == ("Spoorlaan 12", "vries")


def test_een_bedrijf_krijgt_zijn_naam() -> None:
    nummer = proef_kvk(1)
    bedrijf = _naamloos(soort_partij="organisatie", kvk_nummer=nummer, organisatienaam=f"KvK {nummer}")
    tasks.vul_partij_aan(bedrijf.pk)
    assert _opnieuw(bedrijf).naam == "Bakkerij De Korenaar B.V."


def test_wat_er_al_stond_blijft_staan() -> None:
    anna = _naamloos(proef_bsn(1), achternaam="Eigen Naam")
    tasks.vul_partij_aan(anna.pk)
    assert _opnieuw(anna).achternaam == "Eigen Naam"


def test_96_een_register_dat_niet_antwoordt_wordt_later_weer_gevraagd(monkeypatch: pytest.MonkeyPatch) -> None:
    anna = _naamloos(proef_bsn(1))

    def weg(*args: object, **kwargs: object) -> None:
        raise BronNietBereikbaar("BRP", "antwoordt niet")

    with monkeypatch.context() as even:
        even.setattr(NagebootsteBrp, "vraag", weg)
        assert tasks.vul_partij_aan(anna.pk) is False
        assert tasks.veeg_naamlozen() == 0
    assert tasks.veeg_naamlozen() == 1
    assert _opnieuw(anna).achternaam == "Vries"
    assert personalia.naamlozen(10) == []
