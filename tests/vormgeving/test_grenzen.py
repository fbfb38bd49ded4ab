"""What every template keeps to, and what a page may weigh."""

import gzip
import re

import pytest
from django.conf import settings

GRENS = 35_000  # bytes of CSS over the line
SJABLONEN = sorted((settings.BASIS / "templates").rglob("*.html"))
PORTAAL = [pad for pad in SJABLONEN if "berichten" not in pad.parts]


def _zonder_commentaar(tekst: str) -> str:
    tekst = re.sub(r"{% comment %}.*?{% endcomment %}", "", tekst, flags=re.DOTALL)
    return re.sub(r"{#.*?#}", "", tekst)


def test_stijl_blijft_onder_de_grens(gebouwd):
    assert len(gzip.compress((gebouwd / "mijnzaken.css").read_bytes(), 9)) <= GRENS


def test_stijl_haalt_niets_van_buiten(gebouwd):
    adressen = re.findall(r"url\(([^)]*)\)", (gebouwd / "mijnzaken.css").read_text())
    assert adressen
    for adres in adressen:
        assert (gebouwd / adres.strip("\"'")).is_file(), adres


@pytest.mark.parametrize("pad", PORTAAL, ids=lambda pad: str(pad.relative_to(settings.BASIS / "templates")))
def test_sjabloon_zonder_stijl_of_script_in_de_pagina(pad):
    tekst = _zonder_commentaar(pad.read_text())
    assert not re.search(r"<[^>]*\sstyle\s*=", tekst), "style="
    assert "<style" not in tekst
    assert not re.search(r"<[^>]*\son[a-z]+\s*=", tekst), "onclick= en dergelijke"
    assert not re.search(r"\bhx-on\b|hx-on:|js:", tekst), "hx-on"
    for opening in re.findall(r"<script[^>]*>", tekst):
        assert " src=" in opening, opening


@pytest.mark.parametrize("pad", PORTAAL, ids=lambda pad: str(pad.relative_to(settings.BASIS / "templates")))
def test_elk_gebied_van_een_pagina_heeft_een_eigen_naam(pad):
    gebied = r'<(?:section|aside|nav|div[^>]*role="region")[^>]*aria-labelledby="([^"]+)"'
    namen = re.findall(gebied, _zonder_commentaar(pad.read_text()))
    assert sorted(namen) == sorted(set(namen))


def test_elk_icoon_staat_in_de_sprite(gebouwd):
    aanwezig = set(re.findall(r'<symbol id="([^"]+)"', (gebouwd / "iconen.svg").read_text()))
    genoemd = set()
    for pad in PORTAAL:
        genoemd |= set(re.findall(r"\bicoon [\"']([a-z0-9-]+)[\"']", pad.read_text()))
    for map_ in ("mijnzaken", "backoffice"):
        for pad in (settings.BASIS / map_).rglob("*.py"):
            genoemd |= set(re.findall(r"\bicoon[\"']?\s*[:=]\s*[\"']([a-z0-9-]+)[\"']", pad.read_text()))
    for pad in (settings.BASIS / "catalogus" / "voorbeelden").rglob("*.json"):
        genoemd |= set(re.findall(r'"icoon": "([a-z0-9-]+)"', pad.read_text()))
    assert len(genoemd) > 10
    assert genoemd - aanwezig == set()


def test_elke_klasse_heeft_stijl(gebouwd):
    stijl = (gebouwd / "mijnzaken.css").read_text()
    bekend = set(re.findall(r"\.((?:mz|nl|utrecht|denhaag)-[\w-]+)", stijl))
    zonder = {}
    for pad in PORTAAL:
        for attribuut in re.findall(r'class="((?:[^"{]|{[^"]*?})*)"', _zonder_commentaar(pad.read_text())):
            for klasse in re.findall(r"\b(?:mz|nl|utrecht|denhaag)-[\w-]+(?!{)\b", attribuut):
                if klasse not in bekend and not klasse.endswith("-"):
                    zonder.setdefault(klasse, str(pad.relative_to(settings.BASIS)))
    assert zonder == {}, "een klasse zonder regel: een tikfout, of een naam van vroeger"


def test_kleuren_van_de_gemeente_staan_in_een_bestand():
    map_ = settings.BASIS / "mijnzaken" / "vormgeving"
    for pad in [*map_.glob("css/*.css"), map_ / "mz.tokens.css", map_ / "dicht.tokens.css"]:
        assert not re.search(r"--gemeente-(?:\d+|accent|hoek|lettertype)\s*:", pad.read_text()), pad.name
