"""Relations are fetched by a task and kept, so that nobody waits for a register while deciding."""

from datetime import UTC, datetime, timedelta

import pytest

from autorisatie.models import PartijRelatie
from catalogus import klok
from mijnzaken.bronnen import relaties, tasks
from mijnzaken.bronnen.client import BronNietBereikbaar
from mijnzaken.bronnen.models import Bronstand
from mijnzaken.bronnen.nagebootst import NagebootsteBrp
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
    monkeypatch.setattr(NagebootsteBrp, "vraag", lambda *a, **k: {"personen": [{"naam": {}}], "bewoningen": []})
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
    with klok.op_moment(NU + timedelta(days=2, minutes=5)):
        assert tasks.veeg_relaties() == 2
        assert relaties.aan_de_beurt(10) == []


def test_de_veegbeurt_vraagt_wie_nooit_gevraagd_is_eerst_en_bedrijven_nooit() -> None:
    oud, nieuw = maak_persoon(7), maak_persoon(8)
    maak_bedrijf()
    with klok.op_moment(NU):
        tasks.werk_relaties_bij(oud.pk)
        assert relaties.aan_de_beurt(10) == [nieuw.pk]
    with klok.op_moment(NU + timedelta(days=1)):
        assert relaties.aan_de_beurt(10) == [nieuw.pk, oud.pk]
        tasks.veeg_relaties()
    assert Bronstand.objects.systeem("proef").count() == 2
