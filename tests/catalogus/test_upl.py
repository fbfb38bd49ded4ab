"""The Uniforme Productnamenlijst: names that come, go and change are told, with the products they touch."""

from collections import Counter
from pathlib import Path

import pytest

from catalogus.models import Product, UplNaam
from catalogus.upl import OnbruikbareUpl, lees_upl, werk_bij, zonder_naam, zonder_product

ECHT = Path(__file__).resolve().parents[3] / "shared" / "gegevens" / "upl"
KOP = (
    "UniformeProductnaam,URI,Rijk,Provincie,Waterschap,Gemeente,Burger,Bedrijf,SDG,Aanvraag,"
    "Grondslag,Grondslaglabel,Grondslaglink\n"
)
BEZWAAR = "bezwaar,http://upl.example/bezwaar,,,,X,X,X,,,http://upl.example/awb,Awb 7:1,https://wetten.example/7-1\n"
BEZWAAR_2 = "bezwaar,http://upl.example/bezwaar,,,,X,X,X,,,http://upl.example/awb6,Awb 6:4,\n"
VERGUNNING = "parkeervergunning,http://upl.example/parkeren,,,,X,X,,N1;D1,X,,,\n"


def test_een_naam_met_twee_grondslagen_is_een_naam() -> None:
    een, twee = lees_upl(KOP + BEZWAAR + BEZWAAR_2 + VERGUNNING)
    assert [grondslag["label"] for grondslag in een.grondslagen] == ["Awb 7:1", "Awb 6:4"]
    assert een.doelgroepen == ["burger", "bedrijf"]
    assert twee.kenmerken == ["aanvraag", "sdg:N1", "sdg:D1"]
    assert twee.grondslagen == []


@pytest.mark.parametrize(
    "tekst, reden",
    [
        ("", "Regel 1"),
        ("naam,adres\n", "Regel 1: de kolommen"),
        (KOP, "Regel 2: de lijst is leeg"),
        (KOP + BEZWAAR + ",http://x.example\n", "Regel 3: een naam en een URI zijn nodig"),
        (KOP + "naam,javascript:alert(1)\n", "Regel 2: een naam en een URI zijn nodig"),
        (KOP + f"{'x' * 201},http://x.example/1\n", "Regel 2: de naam of de URI is te lang"),
        (KOP + BEZWAAR + BEZWAAR.replace("bezwaar,", "beroep,", 1), "heet hier 'beroep' en eerder 'bezwaar'"),
        (KOP + '"bezwaar', "geen geldige CSV"),
    ],
)
def test_een_kapotte_lijst_wordt_geweigerd_met_de_regel(tekst: str, reden: str) -> None:
    with pytest.raises(OnbruikbareUpl, match=reden.replace("(", r"\(")):
        lees_upl(tekst)


@pytest.mark.django_db
def test_namen_komen_gaan_en_veranderen() -> None:
    werk_bij(lees_upl(KOP + BEZWAAR + VERGUNNING))
    naam = UplNaam.objects.get(naam="parkeervergunning")
    Product.objects.create(naam="Parkeren", slug="parkeren", samenvatting="x", upl=naam)

    verslag = werk_bij(lees_upl(KOP + BEZWAAR + BEZWAAR_2 + "klacht,http://upl.example/klacht,,,,X,X,,,,,,\n"))

    assert (verslag.nieuw, verslag.gewijzigd, verslag.verdwenen) == (["klacht"], ["bezwaar"], ["parkeervergunning"])
    assert verslag.geraakte_producten == ["Parkeren"]
    naam.refresh_from_db()
    assert naam.vervallen, "een product verwijst ernaar: de naam blijft staan, gemerkt"


@pytest.mark.django_db
def test_dezelfde_lijst_verandert_niets_en_een_naam_kan_terugkomen() -> None:
    lijst = KOP + BEZWAAR + VERGUNNING
    werk_bij(lees_upl(lijst))
    werk_bij(lees_upl(KOP + BEZWAAR))
    terug = werk_bij(lees_upl(lijst))
    assert terug.gewijzigd == ["parkeervergunning"]
    nog_eens = werk_bij(lees_upl(lijst))
    assert (nog_eens.nieuw, nog_eens.gewijzigd, nog_eens.verdwenen, nog_eens.gelijk) == ([], [], [], 2)


@pytest.mark.django_db
def test_de_echte_lijsten_na_elkaar() -> None:
    if not ECHT.is_dir():
        pytest.skip(f"overgeslagen: {ECHT} is er niet, de echte UPL staat buiten dit project")
    oud = lees_upl((ECHT / "UPL-2021-12.csv").read_text(encoding="utf-8-sig"))
    nieuw = lees_upl((ECHT / "UPL-actueel.csv").read_text(encoding="utf-8-sig"))
    assert len(werk_bij(oud).nieuw) == len(oud)
    toen, nu = {rij.uri for rij in oud}, {rij.uri for rij in nieuw}
    weg = UplNaam.objects.get(uri=min(toen - nu))
    geraakt = Product.objects.create(naam="Geraakt", slug="geraakt", samenvatting="x", upl=weg)
    verslag = werk_bij(nieuw)
    assert len(verslag.nieuw) == len(nu - toen) > 50
    assert len(verslag.verdwenen) == len(toen - nu) > 5
    assert len(verslag.gewijzigd) + verslag.gelijk == len(nu & toen)
    assert UplNaam.objects.filter(vervallen=False).count() == len(nu) == 1214
    assert [v["producten"] for v in verslag.verschillen if v["uri"] == weg.uri] == [["Geraakt"]]
    assert verslag.geraakte_producten == ["Geraakt"]
    assert Counter(v["soort"] for v in verslag.verschillen) == {
        "nieuw": len(verslag.nieuw), "gewijzigd": len(verslag.gewijzigd), "verdwenen": len(verslag.verdwenen),
    }  # fmt: skip
    assert list(zonder_naam()) == [geraakt]
    gemeentelijk = {rij.uri for rij in nieuw if "gemeente" in rij.bestuurslagen}
    assert {rij.uri for rij in zonder_product()} == gemeentelijk
