"""Relations are fetched by a task and kept, so that nobody waits for a register while deciding."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import TestCase

from autorisatie.inloggen import eerste_keer
from autorisatie.models import PartijRelatie
from catalogus import klok
from mijnzaken.bronnen import tasks
from mijnzaken.bronnen.bijwerken import aan_de_beurt
from mijnzaken.bronnen.client import BronNietBereikbaar
from mijnzaken.bronnen.models import Bronstand
from mijnzaken.bronnen.nagebootst import NagebootsteBrp
from mijnzaken.bronnen.proefnummers import proef_vestiging
from tests.mijnzaken.rolverdeling import maak_bedrijf, maak_gebruiker, maak_persoon

pytestmark = pytest.mark.django_db
NU = datetime(2026, 11, 2, 9, tzinfo=UTC)


def bekende_relaties() -> set[tuple[int, int, str, bool]]:
    rijen = PartijRelatie.objects.systeem("proef")
    return {(r.van_id, r.naar_id, r.soort, r.einde is None) for r in rijen}


def test_alleen_relaties_met_wie_de_gemeente_kent_worden_bewaard() -> None:
    joost = maak_persoon(7, achternaam="Berg")
    tasks.werk_relaties_bij(joost.pk)
    assert bekende_relaties() == set()

    samira = maak_persoon(8, achternaam="El Amrani")
    tasks.werk_relaties_bij(samira.pk)
    assert bekende_relaties() == {(samira.pk, joost.pk, "partner", True)}


def test_wie_medewerker_is_kan_daarna_partner_en_huisgenoot_niet_behandelen() -> None:
    joost, samira, noor = (maak_persoon(n, achternaam=str(n)) for n in (7, 8, 9))
    tasks.werk_relaties_bij(noor.pk)
    tasks.werk_relaties_bij(samira.pk)
    gebruiker = maak_gebruiker("joost", partij=joost)
    assert set(gebruiker.uitgesloten_partijen()) == {joost.pk, samira.pk, noor.pk}


def test_wat_de_brp_niet_meer_zegt_eindigt_maar_blijft_staan(monkeypatch: pytest.MonkeyPatch) -> None:
    joost, samira = maak_persoon(7), maak_persoon(8, achternaam="El Amrani")
    tasks.werk_relaties_bij(joost.pk)
    monkeypatch.setattr(
        NagebootsteBrp, "vraag", lambda *a, **k: {"personen": [{"naam": {"geslachtsnaam": "Berg"}}], "bewoningen": []}
    )
    tasks.werk_relaties_bij(joost.pk)
    assert bekende_relaties() == {(joost.pk, samira.pk, "partner", False)}


def test_twee_keer_halen_geeft_dezelfde_rijen() -> None:
    joost, _ = maak_persoon(7), maak_persoon(8)
    tasks.werk_relaties_bij(joost.pk)
    tasks.werk_relaties_bij(joost.pk)
    assert len(bekende_relaties()) == 1


def test_96_een_brp_die_niet_antwoordt_neemt_niets_weg_en_wordt_later_weer_gevraagd(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    joost, samira = maak_persoon(7), maak_persoon(8)
    with klok.op_moment(NU):
        tasks.werk_relaties_bij(joost.pk)

    def stuk(*args, **kwargs):
        raise BronNietBereikbaar("BRP", "antwoordt niet op tijd")

    with klok.op_moment(NU + timedelta(days=2)), monkeypatch.context() as stukmaken:
        stukmaken.setattr(NagebootsteBrp, "vraag", stuk)
        assert tasks.veeg_relaties() == 0
        assert bekende_relaties() == {(joost.pk, samira.pk, "partner", True)}
    with klok.op_moment(NU + timedelta(days=2, minutes=1)):
        assert aan_de_beurt(10) == []
    with klok.op_moment(NU + timedelta(days=2, minutes=5)):
        assert aan_de_beurt(10) == [samira.pk]
        assert tasks.veeg_relaties() == 1
        assert aan_de_beurt(10) == []


def test_de_veegbeurt_vraagt_wie_nooit_gevraagd_is_eerst_en_een_medewerker_elke_dag() -> None:
    medewerker, oud, nieuw = maak_persoon(7), maak_persoon(8), maak_persoon(9)
    maak_gebruiker("joost", partij=medewerker)
    with klok.op_moment(NU):
        tasks.werk_relaties_bij(medewerker.pk)
        tasks.werk_relaties_bij(oud.pk)
        assert aan_de_beurt(10) == [nieuw.pk]
    with klok.op_moment(NU + timedelta(days=1)):
        assert aan_de_beurt(10) == [nieuw.pk, medewerker.pk]
        assert tasks.veeg_relaties() == 2
        assert aan_de_beurt(10) == []
    assert Bronstand.objects.systeem("proef").count() == 3


def test_inloggen_meldt_wie_er_voor_het_eerst_is(monkeypatch: pytest.MonkeyPatch) -> None:
    gestuurd: list[tuple[str, int]] = []
    monkeypatch.setattr("mijnzaken.aanstoot._geef_mee", lambda taak, pk, koppen: gestuurd.append((taak, pk)))
    joost = maak_persoon(7)
    with TestCase.captureOnCommitCallbacks(execute=True):
        eerste_keer.begin(joost.pk)
    assert gestuurd == [(tasks.werk_relaties_bij.name, joost.pk)]


def test_wie_voor_het_eerst_inlogt_krijgt_naam_en_adres_uit_de_brp() -> None:
    joost = maak_persoon(
        7, achternaam="", voornaam="", voorletters="", straatnaam="", geboortedatum=None, huisnummer=None
    )
    tasks.werk_relaties_bij(joost.pk)
    joost.refresh_from_db()
    assert (joost.volledige_naam, joost.adresregel) == ("Joost Willem van der Berg", "Molenwerf 8B")
    assert (joost.zoeknaam, joost.geboortedatum) == ("berg", date(1978, 12, 1))


def test_een_bedrijf_en_zijn_vestiging_krijgen_naam_en_adres_uit_het_handelsregister() -> None:
    korenaar = maak_bedrijf(1, "KvK 90000001")
    tasks.werk_relaties_bij(korenaar.pk)
    vestiging = maak_bedrijf(1, "onbekend", vestigingsnummer=proef_vestiging(1, 2), vestiging_van=korenaar)
    tasks.werk_relaties_bij(vestiging.pk)
    korenaar.refresh_from_db()
    vestiging.refresh_from_db()
    assert (korenaar.naam, korenaar.adresregel) == ("Bakkerij De Korenaar B.V.", "Nieuwe Markt 4")
    assert (vestiging.naam, vestiging.adresregel) == ("De Korenaar Havenplein", "Havenplein 19")


def test_wat_een_register_niet_kent_blijft_zoals_het_is() -> None:
    onbekend = maak_persoon(5_000, achternaam="Bekend")
    assert tasks.werk_relaties_bij(onbekend.pk) is True
    onbekend.refresh_from_db()
    assert onbekend.achternaam == "Bekend"
