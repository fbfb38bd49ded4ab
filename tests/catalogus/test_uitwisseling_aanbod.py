"""What belongs to a product travels in the exchange file; what is wrong is refused whole, with line and reason."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from catalogus.models import Beslistabel, Catalogus, Kostenregel, Product, Zoekwoord
from catalogus.uitwisseling.fouten import OnbruikbaarBestand
from catalogus.uitwisseling.schrijven import schrijf
from tests.catalogus.conftest import Bestand, Laden

pytestmark = pytest.mark.django_db
TABEL: dict[str, Any] = {
    "soort": "mag",
    "geldig_van": "2020-01-01",
    "inhoud": {
        "uitkomst": "mag",
        "vragen": [{"naam": "leeftijd", "label": "Hoe oud bent u?", "soort": "getal"}],
        "regels": [{"als": {"leeftijd": {"van": 18}}, "dan": {"mag": True}}],
        "voorbeelden": [],
    },
}


@pytest.fixture
def aanbod(klein: Bestand) -> Bestand:
    """A file with a product that has one of everything."""
    klein["balies"] = [{"naam": "Stadhuis", "adres": "Plein 1"}]
    klein["producten"] = [
        {
            "naam": "Proefproduct",
            "slug": "proef",
            "samenvatting": "Om te proberen.",
            "doelgroepen": ["particulier"],
            "balies": ["Stadhuis"],
            "kostenregels": [{"van_cent": 100, "geldig_van": "2020-01-01"}],
            "links": [{"naam": "Meer", "url": "https://meer.example/"}],
            "vertalingen": [{"naam": "Trial", "samenvatting": "To try."}],
            "beslistabellen": [TABEL],
            "kruistabel": [{"actie": "aanvragen", "proces": "proef"}],
        }
    ]
    return klein


def test_alles_van_een_product_komt_mee_en_terug(aanbod: Bestand, laad_bestand: Laden) -> None:
    laad_bestand(aanbod)
    product = Product.objects.get()
    assert (product.balies.get().naam, product.vertalingen.get().naam) == ("Stadhuis", "Trial")
    assert product.beslistabellen.get().inhoud == TABEL["inhoud"]
    assert Zoekwoord.objects.filter(woord="proefproduct").exists()
    assert not laad_bestand(schrijf(Catalogus.objects.get())).veranderde_iets


@pytest.mark.parametrize(
    "lijst, anders, reden",
    [
        ("kostenregels", {"soort": "gratis"}, "Bij gratis hoort geen bedrag"),
        ("kostenregels", {"van_cent": "1 euro"}, "van_cent: hier hoort een geheel getal"),
        ("links", {"url": "javascript:alert(1)"}, "url: "),
        ("vertalingen", {"taal": "fr"}, "taal: "),
        ("beslistabellen", {"soort": "kosten"}, "van een andere soort dan de tabel zelf"),
        ("beslistabellen", {"inhoud": TABEL["inhoud"] | {"regels": [{"als": {"x": {}}, "dan": {}}]}}, "Regel 1 kijkt"),
        ("beslistabellen", {"inhoud": {"uitkomst": "mag"}}, "heeft precies"),
    ],
)
def test_een_deel_dat_niet_klopt_weigert_het_hele_bestand(
    aanbod: Bestand, laad_bestand: Laden, lijst: str, anders: dict[str, Any], reden: str
) -> None:
    deel = aanbod["producten"][0][lijst][0]
    aanbod["producten"][0][lijst] = [deel | anders]
    with pytest.raises(OnbruikbaarBestand, match=rf"proef.json, regel [0-9]+ \(producten\[0\].{lijst}\[0\].*{reden}"):
        laad_bestand(aanbod)
    assert not Product.objects.exists()


def test_een_tabel_in_gebruik_verandert_niet_door_een_bestand(aanbod: Bestand, laad_bestand: Laden) -> None:
    laad_bestand(aanbod)
    aanbod["producten"][0]["beslistabellen"] = [TABEL | {"inhoud": TABEL["inhoud"] | {"regels": []}}]
    with pytest.raises(OnbruikbaarBestand, match="in gebruik en verandert niet meer"):
        laad_bestand(aanbod)
    assert Beslistabel.objects.get().inhoud == TABEL["inhoud"]


def test_tabellen_van_een_soort_overlappen_niet_en_andere_wel(aanbod: Bestand, laad_bestand: Laden) -> None:
    laad_bestand(aanbod)
    product = Product.objects.get()
    duur = {**TABEL["inhoud"], "uitkomst": "duur", "regels": []}
    Beslistabel.objects.create(product=product, soort="duur", inhoud=duur, geldig_van=date(2020, 1, 1))
    with pytest.raises(IntegrityError, match="beslistabel_versies_overlappen_niet"), transaction.atomic():
        Beslistabel.objects.create(product=product, soort="mag", inhoud=TABEL["inhoud"], geldig_van=date(2026, 1, 1))


@pytest.mark.parametrize(
    "velden",
    [
        {"soort": "bedrag"},
        {"soort": "gratis", "van_cent": 1},
        {"soort": "bereik", "van_cent": 2, "tot_cent": 2},
        {"soort": "bedrag", "van_cent": 1, "tot_cent": 2},
    ],
)
def test_een_bedrag_past_bij_zijn_soort(aanbod: Bestand, laad_bestand: Laden, velden: dict[str, Any]) -> None:
    laad_bestand(aanbod)
    with pytest.raises(IntegrityError, match="kostenregel_bedrag_bij_soort"), transaction.atomic():
        Kostenregel.objects.create(
            product=Product.objects.get(), omschrijving="x", geldig_van=date(2026, 1, 1), **velden
        )
