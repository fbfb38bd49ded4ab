"""The commands that load a list as an operator meets them: one sentence, the exit status, nothing half done."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from catalogus.models import Dienst, Gegeven, Proces, Product, UplNaam

pytestmark = pytest.mark.django_db


def voer_uit(*opdracht: str) -> str:
    uit = StringIO()
    call_command(*opdracht, stdout=uit)
    return uit.getvalue()


def test_zonder_bestand_laadt_de_voorbeeldgemeente_en_nog_eens_verandert_niets() -> None:
    assert "Nieuw: 14 x proces." in voer_uit("laad_catalogus")
    assert Proces.objects.count() == 14
    assert voer_uit("laad_catalogus").startswith("Niets veranderd")


@pytest.mark.parametrize("opdracht", ["laad_catalogus", "laad_upl", "laad_selectielijst"])
def test_een_bestand_dat_er_niet_is_geeft_een_zin(opdracht: str, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Er is niets geladen"):
        voer_uit(opdracht, str(tmp_path / "weg"))


def test_een_map_zonder_bestanden_geeft_een_zin(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="de map is leeg"):
        voer_uit("laad_catalogus", str(tmp_path))


def test_een_kapot_bestand_laat_niets_achter_en_noemt_de_regel(tmp_path: Path) -> None:
    pad = tmp_path / "kapot.json"
    pad.write_text('{"soort": "mijnzaken-catalogus",\n "formaat": 1,\n "diensten": [{"naam": "D"}]}')
    with pytest.raises(CommandError, match=r"kapot.json, regel 3 \(diensten\[0\]\): directeur: ontbreekt"):
        voer_uit("laad_catalogus", str(pad))
    assert not Dienst.objects.exists()


def test_laad_upl_zegt_hoeveel_er_kwam_en_ging(tmp_path: Path) -> None:
    pad = tmp_path / "upl.csv"
    pad.write_text("UniformeProductnaam,URI\nbezwaar,http://upl.example/b\nklacht,http://upl.example/k\n")
    assert voer_uit("laad_upl", str(pad)) == "Nieuw: 2\nVerdwenen: 0\nGewijzigd: 0\nGelijk gebleven: 0\n"
    pad.write_text("UniformeProductnaam,URI\nbezwaar,http://upl.example/b\n")
    assert "Verdwenen: 1\n  klacht\n" in voer_uit("laad_upl", str(pad), "-v2")
    pad.write_bytes(b"\xff\xfe")
    with pytest.raises(CommandError, match="geen tekst in UTF-8"):
        voer_uit("laad_upl", str(pad))
    assert UplNaam.objects.filter(vervallen=False).count() == 1


def test_laad_upl_zegt_per_product_wat_er_met_zijn_naam_gebeurde(tmp_path: Path) -> None:
    pad = tmp_path / "upl.csv"
    kop, klacht = "UniformeProductnaam,URI,Gemeente\n", "klacht,http://upl.example/k,\n"
    pad.write_text(f"{kop}{klacht}")
    voer_uit("laad_upl", str(pad))
    upl = UplNaam.objects.get(uri="http://upl.example/k")
    Product.objects.create(naam="Klagen", slug="klagen", samenvatting="Klagen.", upl=upl)
    for regels, zin in (
        ("klacht indienen,http://upl.example/k,\n", "heet klacht nu klacht indienen"),
        ("klacht indienen,http://upl.example/k,X\n", "veranderde de UPL-naam klacht indienen: bestuurslagen"),
        ("iets anders,http://upl.example/a,\n", "verdween de UPL-naam klacht indienen"),
        ("klacht indienen,http://upl.example/k,X\n", "staat de UPL-naam klacht indienen weer op de lijst"),
    ):
        pad.write_text(f"{kop}{regels}")
        assert f"Let op: bij het product Klagen {zin}." in voer_uit("laad_upl", str(pad))


def test_een_tweede_start_van_de_demo_houdt_wat_er_gewijzigd_is(
    monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path
) -> None:
    monkeypatch.setattr("mijnzaken.voorbeeld.management.commands.laad_voorbeeld.vul", lambda *_, **__: 0)
    settings.VAR = tmp_path
    voer_uit("laad_voorbeeld")
    Product.objects.filter(slug="woo-verzoek").update(samenvatting="Zoals omar het schreef.")
    assert voer_uit("laad_voorbeeld") == "Gemeente Demostad stond al klaar.\n"
    assert Product.objects.get(slug="woo-verzoek").samenvatting == "Zoals omar het schreef."
    (tmp_path / "voorbeeldcatalogus").write_text("van een ouder programma")
    assert "Gewijzigd: 1 x product." in voer_uit("laad_voorbeeld")


def test_een_demo_van_een_ouder_programma_start_met_de_catalogus_die_zij_had(
    monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path
) -> None:
    settings.VAR = tmp_path
    monkeypatch.setattr("mijnzaken.voorbeeld.management.commands.laad_voorbeeld.vul", lambda *_, **__: 0)
    voer_uit("laad_catalogus")
    Gegeven.objects.filter(zaaktype__stand="gepubliceerd").update(label="Van toen")
    uit = voer_uit("laad_voorbeeld")
    assert "verandert niet meer" in uit
    assert "blijft zoals zij was" in uit
    assert not Gegeven.objects.filter(zaaktype__stand="gepubliceerd").exclude(label="Van toen").exists()


def test_een_lege_database_zonder_bruikbaar_bestand_begint_niet(monkeypatch: pytest.MonkeyPatch) -> None:
    def kapot(*_: object, **__: object) -> None:
        raise CommandError("Er is niets geladen.")

    monkeypatch.setattr("mijnzaken.voorbeeld.management.commands.laad_voorbeeld.call_command", kapot)
    with pytest.raises(CommandError, match="Er is niets geladen"):
        voer_uit("laad_voorbeeld")
