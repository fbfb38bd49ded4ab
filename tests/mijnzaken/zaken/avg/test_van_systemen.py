"""What other systems kept with a person is in the copy of his data (AVG 15), and goes with its traces (AVG 17)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from autorisatie.models import Wijziging
from catalogus import klok
from mijnzaken.klanten.models import Categorie, DigitaalAdres
from tests.fabrieken import REDEN, partij
from tests.mijnzaken.api.klantinteracties.kcs import KIC, kcs, maak, ref
from tests.mijnzaken.documenten.proefbestanden import in_map
from tests.mijnzaken.zaken.avg.verzoek import van_soort, vraag_inzage
from tests.mijnzaken.zaken.avg.wisverzoek import vraag_wissing, wis_alles_wat_mag
from tests.mijnzaken.zaken.test_vernietigen import sporen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]


@pytest.fixture(autouse=True)
def opslag(settings: Any, tmp_path: Path) -> Iterator[Path]:
    with in_map(settings, tmp_path / "documenten") as map_:
        yield map_


def test_de_kopie_van_zijn_gegevens_heeft_zijn_rekening_en_zijn_indeling() -> None:
    kiss, anna = kcs(), {"uuid": str(partij("anna").uuid)}
    maak(kiss, "rekeningnummers", {"partij": anna, "iban": "NL91ABNA0417164300", "bic": "ABNANL2A"})
    maak(kiss, "rekeningnummers", {"partij": {"uuid": str(partij("bram").uuid)}, "iban": "NL20INGB0001234567"})
    groep = maak(kiss, "categorieen", {"naam": "Ondernemer"})
    maak(kiss, "categorie-relaties", {"partij": anna, "categorie": ref(groep), "beginDatum": "2026-01-01"})
    zaak = vraag_inzage()
    [rekening] = van_soort(zaak, "klanten.Rekeningnummer")
    assert (rekening["iban"], rekening["bic"]) == ("NL91ABNA0417164300", "ABNANL2A")
    [indeling] = van_soort(zaak, "klanten.CategorieRelatie")
    assert indeling["categorie"] == "Ondernemer"


def test_een_rekening_en_een_indeling_gaan_en_hun_sporen_ook() -> None:
    kiss, anna = kcs(), {"uuid": str(partij("anna").uuid)}
    groep = maak(kiss, "categorieen", {"naam": "Ondernemer"})
    rekening = maak(kiss, "rekeningnummers", {"partij": anna, "iban": "NL91ABNA0417164300", "bic": "ABNANL2A"})
    relatie = maak(kiss, "categorie-relaties", {"partij": anna, "categorie": ref(groep)})
    assert sporen("ABNANL2A") == ["autorisatie_wijziging", "klanten_rekeningnummer"]
    wis_alles_wat_mag(vraag_wissing())
    assert sporen("ABNANL2A") == []
    assert not Wijziging.objects.filter(resource_pad__contains=relatie["uuid"]).exists()
    assert kiss.haal(f"{KIC}/partijen/{anna['uuid']}").json()["categorieRelaties"] == []
    assert kiss.haal(rekening["url"]).status_code == 404
    assert Categorie.objects.systeem(REDEN).filter(naam="Ondernemer").exists()  # that is of no person


def test_van_een_adres_van_vroeger_blijft_ook_geen_spoor() -> None:
    inhoud = {
        "adres": "oud@voorbeeld.example",
        "soortDigitaalAdres": "email",
        "verstrektDoorPartij": {"uuid": str(partij("anna").uuid)},
        "verstrektDoorBetrokkene": None,
    }
    gemaakt = maak(kcs(), "digitaleadressen", inhoud)
    DigitaalAdres.objects.systeem(REDEN).filter(uuid=gemaakt["uuid"]).update(vervallen_op=klok.nu())
    wis_alles_wat_mag(vraag_wissing())
    assert sporen("oud@voorbeeld.example") == []
