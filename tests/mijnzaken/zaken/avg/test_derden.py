"""Nobody else's data is ever in a copy: for any person, any other, and any text around them (gevaren 55)."""

import json
import re
import string
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from stdnum.nl import bsn as elfproef

from autorisatie.models import Partij
from catalogus.tekst import vouw
from mijnzaken.zaken.aanmaken import voeg_rol_toe
from mijnzaken.zaken.avg.bekenden import derden_van
from mijnzaken.zaken.avg.derden import WEG, Derden
from mijnzaken.zaken.avg.verzamelen import TABELLEN, verzamel, wie_is
from mijnzaken.zaken.handelingen.behandelen import notitie_schrijven
from mijnzaken.zaken.models import Zaak
from tests.fabrieken import REDEN, dien_in, medewerker, partij, ververs
from tests.mijnzaken.documenten.proefbestanden import in_map

EIGEN = {
    "eigen": ["A. de Vries", "Anna de Vries", "de Vries", "Vries", "Anna", "111222333", "anna@voorbeeld.example",
              "+31610000137", "NL36TEST0236169114"],
    "achternaam": "Vries",
    "letter": "A",
}  # fmt: skip

_LETTERS = string.ascii_lowercase + "éëïöüçñ"
naam = st.text(_LETTERS, min_size=4, max_size=12).map(str.capitalize).filter(lambda n: not n.isascii() or n.isalpha())
bsn = st.integers(10_000_000, 99_999_999).map(lambda kop: _maak_bsn(str(kop))).filter(bool)
nummer = st.integers(10_000_000, 99_999_999).map(lambda n: f"06{n}")
omgeving = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=30)


def _maak_bsn(kop: str) -> str:
    return next((f"{kop}{c}" for c in range(10) if elfproef.is_valid(f"{kop}{c}")), "")


@given(naam, naam, st.sampled_from(["", "van", "van der", "el"]), omgeving, omgeving, st.booleans())
def test_een_bekende_naam_blijft_nergens_staan(
    voor: str, achter: str, tussen: str, links: str, rechts: str, hoofdletters: bool
) -> None:
    assume(len({vouw(voor), vouw(achter), "anna", "vries"}) == 4)
    derden = Derden(**EIGEN)
    heel = " ".join(deel for deel in (voor, tussen, achter) if deel)
    derden.ken(heel, achter)
    derden.ken(voor, precies=True)
    vorm = heel.upper() if hoofdletters else heel
    schoon, aantal = derden.schoon(f"{links} {vorm} {rechts}")
    assert aantal >= 1
    assert not re.search(rf"(?<!\w){re.escape(vouw(achter))}(?!\w)", vouw(schoon.replace(WEG, " ")))


@given(bsn, st.sampled_from(["{}", "{:.3} {:.3}", "BSN:{}", "nr. {}"]), omgeving)
def test_een_bsn_dat_niet_van_de_persoon_is_blijft_nergens_staan(waarde: str, vorm: str, rechts: str) -> None:
    geschreven = f"{waarde[:3]} {waarde[3:6]} {waarde[6:]}" if vorm.startswith("{:") else vorm.format(waarde)
    schoon, _ = Derden(**EIGEN).schoon(f"Het is {geschreven}, zegt hij. {rechts}")
    assert waarde not in schoon.replace(" ", "").split("zegt")[0]


@given(nummer, st.sampled_from(["{}", "{:.2}-{}", "+31 {}", "0031{}"]))
def test_een_telefoonnummer_van_een_ander_blijft_nergens_staan(waarde: str, vorm: str) -> None:
    assume(waarde != "0610000137")
    rest = waarde[1:] if "31" in vorm else waarde[2:] if ":.2" in vorm else waarde
    geschreven = f"{waarde[:2]}-{rest}" if ":.2" in vorm else vorm.format(rest)
    derden = Derden(**EIGEN)
    derden.ken_nummer(waarde)
    schoon, _ = derden.schoon(f"Bel {geschreven} na vijven")
    assert waarde[2:] not in re.sub(r"\D", "", schoon)


@pytest.mark.parametrize(
    "tekst,verwacht",
    [
        ("Mevrouw De Vries belde", "Mevrouw De Vries belde"),
        ("A. de Vries belde", "A. de Vries belde"),
        ("B. de Vries belde", f"{WEG} belde"),
        ("Gesprek met dhr. Van Dalen over", f"Gesprek met {WEG} over"),
        ("de heer J. El Amrani en hij", f"{WEG} en hij"),
        ("mail naar piet@elders.example", f"mail naar {WEG}"),
        ("mail naar anna@voorbeeld.example", "mail naar anna@voorbeeld.example"),
        ("mijn nummer is 06 10000137", "mijn nummer is 06 10000137"),
        ("BSN 111222333", "BSN 111222333"),
        ("rekening NL91ABNA0417164300.", f"rekening {WEG}."),
        ("rekening NL36 TEST 0236 1691 14.", "rekening NL36 TEST 0236 1691 14."),
        ("zaak 2026-0000123 van 2026-03-02", "zaak 2026-0000123 van 2026-03-02"),
        ("op 01-02-2026 10:15 en 02.03.2026 11", "op 01-02-2026 10:15 en 02.03.2026 11"),
        ("bel 0670000000 of 0031670000000", f"bel {WEG} of {WEG}"),
        ("Ik wil graag een vergunning", "Ik wil graag een vergunning"),
        ("Wil wil graag", f"{WEG} wil graag"),
        ("zoë en ZOE MULDER", f"{WEG} en {WEG}"),
    ],
)
def test_wat_eigen_is_blijft_en_wat_van_een_ander_is_gaat(tekst: str, verwacht: str) -> None:
    derden = Derden(**EIGEN)
    derden.ken("Wil", precies=True)
    derden.ken("Zoë", "Mulder", "Zoë Mulder")
    assert derden.schoon(tekst)[0] == verwacht


# -- every text of every table ----------------------------------------------------------------------------------------


def _teksten(model: type[models.Model]) -> list[Any]:
    """What a person can type in."""
    velden = [v for v in model._meta.concrete_fields if isinstance(v, models.CharField | models.TextField)]
    vrij = [v for v in velden if not v.choices and not v.unique and not isinstance(v, models.URLField)]
    return [v for v in vrij if v.name not in ("bron", "fase", "kanaal", "stand", "land", "voorkeurstaal")]


@pytest.fixture
def zaak_met_een_ander(gemeente: None, db: None, op_maandag: Any, settings: Any, tmp_path: Path) -> Iterator[Zaak]:
    with in_map(settings, tmp_path):
        zaak = ververs(dien_in("anna"))
        voeg_rol_toe(zaak, "belanghebbende", partij("bram"))
        notitie_schrijven(medewerker("vera"), ververs(zaak), onderwerp="x", tekst="y")
        yield zaak


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(naam, naam, bsn, nummer, st.dates(date(1930, 1, 1), date(2010, 1, 1)))
def test_55_wat_van_een_ander_in_welk_veld_ook_staat_komt_nooit_in_de_kopie(
    zaak_met_een_ander: Zaak, voor: str, achter: str, nummer_bsn: str, telefoon: str, geboren: date
) -> None:
    anna = partij("anna")
    assume(not {vouw(voor), vouw(achter)} & set(re.findall(r"\w+", f"{vouw(anna.volledige_naam)} {_gelezen(anna)}")))
    ander = Partij.objects.systeem(REDEN).get(pk=partij("bram").pk)
    ander.voornaam, ander.voorletters, ander.achternaam, ander.voorvoegsel_achternaam = voor, voor[0], achter, ""
    ander.geboortedatum, ander.straatnaam, ander.huisnummer, ander.postcode = geboren, "Verzonnenlaan", 77, "9999ZZ"
    ander.zet_bsn(nummer_bsn)
    ander.save()
    verraad = f"{voor} {achter} {nummer_bsn} {telefoon} {achter.lower()}@elders.example {geboren:%d-%m-%Y} 9999ZZ"
    _schrijf_overal(anna, verraad)
    plat = _gelezen(anna)
    for geheim in (achter, nummer_bsn, telefoon, "elders.example", f"{geboren:%d-%m-%Y}", "9999ZZ"):
        assert not re.search(rf"(?<!\w){re.escape(vouw(geheim))}(?!\w)", plat)


def _gelezen(wie: Partij) -> str:
    """Every word that stands in the copy of this person."""
    stukken = verzamel(wie_is(wie), derden_van(wie_is(wie)))
    velden = [(veld["woorden"], veld["waarde"]) for stuk in stukken for veld in stuk.velden]
    kopie = json.dumps(velden, ensure_ascii=False, default=str)
    return vouw(kopie.replace(WEG, " "))


def _schrijf_overal(wie: Partij, tekst: str) -> None:
    """In every text of every row that is collected of this person, save of what he is himself."""
    for label, tabel in TABELLEN.items():
        model = apps.get_model(label)
        if label in ("autorisatie.Partij", "klanten.DigitaalAdres"):
            continue
        rijen = model._base_manager.filter(tabel.waar(wie_is(wie))).values("pk")
        velden = {v.name: tekst[: v.max_length or 500] for v in _teksten(model) if v.name in tabel.genoemd}
        if velden:
            model._base_manager.filter(pk__in=list(rijen.values_list("pk", flat=True))).update(**velden)
