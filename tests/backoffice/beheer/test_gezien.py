"""Two who change the same thing: who sends last reads what the other changed, keeps his words, and decides."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from autorisatie.models import Auditregel
from catalogus.models import Product, Zaaktype
from catalogus.verschillen import verschillen
from mijnzaken.inrichting.beslistabellen import beslistabel_opstellen
from mijnzaken.inrichting.handelingen import zaaktype_versie_maken
from tests.fabrieken import medewerker, zaaktype

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente")]
BEHEER = "/backoffice/beheer/"
Inloggen = Callable[[str], Client]


def _open(client: Client, adres: str) -> dict[str, Any]:
    """What a browser sends when nothing is changed."""
    formulier = client.get(adres).context["form"]
    assert f'name="gezien" value="{formulier.gezien}"' in client.get(adres).content.decode()
    velden = {veld.name: veld.value() for veld in formulier if veld.value() not in (None, "")}
    return velden | {"gezien": formulier.gezien}


def test_89_de_tekst_van_een_product_verdwijnt_niet_onder_die_van_een_ander(ingelogd: Inloggen) -> None:
    een, ander = ingelogd("omar"), ingelogd("omar")
    adres = f"{BEHEER}producten/parkeervergunning-bewoners/teksten/"
    van_een, van_ander = _open(een, adres), _open(ander, adres)
    assert een.post(adres, van_een | {"tekst": "De tekst van de een."}).status_code == 302
    antwoord = ander.post(adres, van_ander | {"contact": "Bel de ander."})
    assert antwoord.status_code == 422
    getoond = antwoord.content.decode()
    assert "Iemand anders wijzigde dit intussen: Tekst." in getoond
    assert "Bel de ander." in getoond
    assert Product.objects.get(slug="parkeervergunning-bewoners").tekst == "De tekst van de een."
    opnieuw = van_ander | {"contact": "Bel de ander.", "gezien": antwoord.context["form"].gezien}
    assert ander.post(adres, opnieuw | {"tekst": "Samen."}).status_code == 302
    rij = Product.objects.get(slug="parkeervergunning-bewoners")
    assert (rij.tekst, rij.contact) == ("Samen.", "Bel de ander.")


def test_89_ook_niet_bij_een_onderdeel_van_een_zaaktype(ingelogd: Inloggen) -> None:
    een, ander, bron = ingelogd("omar"), ingelogd("omar"), zaaktype("parkeervergunning-bewoners")
    versie = zaaktype_versie_maken(medewerker("omar"), bron, proces=bron.proces)
    hier = f"{BEHEER}zaaktypen/parkeervergunning-bewoners/{versie.versienummer}/"
    for deel, veld in (
        (f"taaktypen/{versie.taaktypen.all()[0].pk}/", "omschrijving"),
        (f"gegevensgebruik/{versie.gegevens.all()[0].pk}/", "minder"),
        ("algemeen/", "toelichting"),
    ):
        van_een, van_ander = _open(een, hier + deel), _open(ander, hier + deel)
        assert een.post(hier + deel, van_een | {veld: "Van de een."}).status_code == 302, deel
        antwoord = ander.post(hier + deel, van_ander | {veld: "Van de ander."})
        assert antwoord.status_code == 422, deel
        assert "Iemand anders wijzigde dit intussen" in antwoord.content.decode()
        assert ander.post(hier + deel, van_een | {veld: "Van de een."}).status_code == 422, deel
    assert een.get(f"{hier}taaktypen/nieuw/").context["form"].gezien == ""


def test_wie_niets_wijzigt_verandert_geen_regel_ook_niet_met_returns(ingelogd: Inloggen) -> None:
    omar, bron = ingelogd("omar"), zaaktype("parkeervergunning-bewoners")
    regels = "Eerste regel.\n\nTweede regel."
    Product.objects.filter(slug="parkeervergunning-bewoners").update(tekst=regels)
    versie = zaaktype_versie_maken(medewerker("omar"), bron, proces=bron.proces)
    Zaaktype.objects.filter(pk__in=[bron.pk, versie.pk]).update(toelichting=regels)
    for adres in (
        f"{BEHEER}zaaktypen/parkeervergunning-bewoners/{versie.versienummer}/algemeen/",
        f"{BEHEER}producten/parkeervergunning-bewoners/teksten/",
    ):
        velden = _open(omar, adres)
        getypt = {n: w.replace("\n", "\r\n") if isinstance(w, str) else w for n, w in velden.items()}
        assert omar.post(adres, getypt).status_code == 302
        assert _open(omar, adres)["gezien"] == velden["gezien"]
    versie.refresh_from_db()
    bron.refresh_from_db()
    assert verschillen(bron, versie) == []
    assert Product.objects.get(slug="parkeervergunning-bewoners").tekst == regels
    regel = Auditregel.objects.filter(handeling="product_wijzigen").latest("pk")
    assert regel.bijzonderheden["velden"] == []


def _merken(client: Client, adres: str, stap: str) -> list[tuple[str, str]]:
    """The forms of a page that post to an address with ``stap`` in it: address and mark."""
    tekst = client.get(adres).content.decode()
    vorm = rf'action="([^"]*{stap}[^"]*)".*?name="gezien" value="([0-9a-f]+)"'
    return re.findall(vorm, tekst)


def test_81_een_dubbele_klik_op_weghalen_haalt_een_vraag_weg(ingelogd: Inloggen) -> None:
    omar, adres = ingelogd("omar"), f"{BEHEER}producten/parkeervergunning-bewoners/vragen/"
    for nummer in (1, 2, 3):
        omar.post(f"{adres}nl/nieuw/", {"vraag": f"Vraag {nummer}?", "antwoord": "Ja."})
    was = Product.objects.get(slug="parkeervergunning-bewoners").vraag_antwoord
    weg, merk = _merken(omar, adres, "vragen/nl/")[0]
    assert omar.post(weg, {"gezien": merk}).status_code == 302
    nogmaals = omar.post(weg, {"gezien": merk}, follow=True)
    assert "Er is nu niets gedaan." in nogmaals.content.decode()
    assert Product.objects.get(slug="parkeervergunning-bewoners").vraag_antwoord == was[1:]


def test_89_een_vraag_die_opschoof_wordt_op_haar_nieuwe_plaats_gewijzigd(ingelogd: Inloggen) -> None:
    omar, adres = ingelogd("omar"), f"{BEHEER}producten/parkeervergunning-bewoners/vragen/"
    Product.objects.filter(slug="parkeervergunning-bewoners").update(
        vraag_antwoord=[{"vraag": f"Vraag {n}?", "antwoord": "Ja."} for n in (1, 2, 3)]
    )

    def vragen() -> list[str]:
        return [paar["vraag"] for paar in Product.objects.get(slug="parkeervergunning-bewoners").vraag_antwoord]

    gezien = omar.get(f"{adres}nl/3/").context["form"].gezien
    omar.post(f"{adres}nl/1/weg/")
    getypt = {"vraag": "Vraag drie?", "antwoord": "Ja.", "gezien": gezien}
    assert omar.post(f"{adres}nl/3/", getypt).status_code == 302
    assert vragen() == ["Vraag 2?", "Vraag drie?"]
    botst = omar.post(f"{adres}nl/3/", getypt | {"vraag": "Nog eens?"})
    assert botst.status_code == 422
    assert "Nog eens?" in botst.content.decode()
    assert "komt het er als nieuw bij" in botst.content.decode()
    opnieuw = getypt | {"vraag": "Nog eens?", "gezien": botst.context["form"].gezien}
    assert omar.post(f"{adres}nl/3/", opnieuw).status_code == 302
    assert vragen() == ["Vraag 2?", "Vraag drie?", "Nog eens?"]


def test_81_een_dubbele_klik_raakt_een_regel_van_een_tabel_een_keer(ingelogd: Inloggen) -> None:
    omar, product = ingelogd("omar"), Product.objects.get(slug="parkeervergunning-bewoners")
    tabel = beslistabel_opstellen(medewerker("omar"), product, "kosten")
    adres = f"{BEHEER}producten/{product.slug}/regels/{tabel.pk}/"

    def inhoud() -> Any:
        tabel.refresh_from_db()
        return tabel.inhoud

    was = inhoud()
    for stap, lijst in (("regel-weg", "regels"), ("voorbeeld-weg", "voorbeelden"), ("vraag-weg", "vragen")):
        eerste, merk = _merken(omar, adres, f"stap/{stap}/")[0]
        omar.post(eerste, {"gezien": merk})
        nogmaals = omar.post(eerste, {"gezien": merk}, follow=True)
        assert "Er is nu niets gedaan." in nogmaals.content.decode(), stap
        assert len(inhoud()[lijst]) == len(was[lijst]) - 1, stap
    gezien = omar.get(f"{adres}regel/1/").context["form"].gezien
    assert f'name="gezien" value="{gezien}"' in omar.get(f"{adres}regel/1/").content.decode()
    velden = {veld.name: veld.value() for veld in omar.get(f"{adres}regel/1/").context["form"]}
    schoon = {naam: waarde for naam, waarde in velden.items() if waarde not in (None, "", [])}
    omar.post(f"{adres}stap/regel-weg/1/")
    botst = omar.post(f"{adres}regel/1/", schoon | {"gezien": gezien})
    assert botst.status_code == 422
    assert "komt het er als nieuw bij" in botst.content.decode()
