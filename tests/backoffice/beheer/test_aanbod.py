"""omar writes what is offered in forms: no word is lost, nobody types JSON, and at the side stands what it becomes."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from backoffice.beheer.themas import ICONEN
from catalogus import klok
from catalogus.models import (
    Balie,
    Beslistabel,
    Kostenregel,
    Kruistabelregel,
    Proces,
    Product,
    Thema,
    UplLading,
    UplNaam,
)
from catalogus.upl import zonder_product

pytestmark = [pytest.mark.django_db]
BEHEER = "/backoffice/beheer"
PARKEREN = f"{BEHEER}/producten/parkeervergunning-bewoners"
Inloggen = Callable[[str], Client]


@pytest.fixture
def omar(ingelogd: Inloggen) -> Client:
    return ingelogd("omar")


def _product() -> Product:
    return Product.objects.get(slug="parkeervergunning-bewoners")


def _teksten(**anders: str) -> dict[str, str]:
    velden = ("tekst", "voorwaarden", "benodigdheden", "contact", "grondslag", "grondslag_url", "rechtsmiddel")
    return {naam: getattr(_product(), naam) for naam in (*velden, "bezwaar", "interne_notitie_14070")} | anders


def test_een_nieuw_product_krijgt_een_adres_van_zijn_naam(omar: Client) -> None:
    antwoord = omar.post(f"{BEHEER}/producten/nieuw/", {"naam": "Subsidie groen dak", "samenvatting": "Voor planten."})
    assert antwoord["Location"] == f"{BEHEER}/producten/subsidie-groen-dak/teksten/"
    nog_eens = omar.post(f"{BEHEER}/producten/nieuw/", {"naam": "Subsidie Groen Dak!", "samenvatting": "x"})
    assert nog_eens.status_code == 422
    assert "dit adres bestaat al" in nog_eens.content.decode()


def test_teksten_worden_bewaard_en_de_rest_blijft(omar: Client) -> None:
    antwoord = omar.post(f"{PARKEREN}/teksten/", _teksten(contact="Bel gerust."))
    assert antwoord.status_code == 302
    assert _product().contact == "Bel gerust."
    assert _product().gewijzigd_op == klok.vandaag()
    assert _product().themas.count() == 1


def test_een_voorbeeld_toont_wat_er_getypt_is_en_bewaart_niets(omar: Client) -> None:
    tekst = omar.post(f"{PARKEREN}/teksten/", _teksten(contact="Bel **gerust**.", voorbeeld="1")).content.decode()
    assert "<strong>gerust</strong>" in tekst
    assert "nog niet opgeslagen" in tekst
    assert "gerust" not in _product().contact


def test_wat_niet_klopt_komt_terug_met_een_uitleg_bij_het_veld(omar: Client) -> None:
    waarden = {"kosten": "x", "duur_wettelijk": "acht weken", "duur_toelichting": "Mijn uitleg"}
    antwoord = omar.post(f"{PARKEREN}/kosten/", waarden)
    assert antwoord.status_code == 422
    tekst = antwoord.content.decode()
    assert "zoals 8 weken of 1 jaar en 6 maanden" in tekst
    assert "Mijn uitleg" in tekst


@pytest.mark.parametrize(
    "getypt, bewaard",
    [("8 weken", "P8W"), ("1 jaar en 6 maanden", "P1Y6M"), ("3 maanden", "P3M"), ("10 dagen", "P10D"), ("", "")],
)
def test_een_duur_typt_men_in_woorden(omar: Client, getypt: str, bewaard: str) -> None:
    omar.post(f"{PARKEREN}/kosten/", {"duur_streef": getypt})
    assert _product().duur_streef == bewaard


def test_een_bedrag_met_een_datum_en_een_dat_niet_kan(omar: Client) -> None:
    adres = f"{PARKEREN}/delen/bedragen/nieuw/"
    goed = {"omschrijving": "Bezoek", "soort": "bedrag", "van_cent": "12,50", "geldig_van": "1-1-2027", "volgorde": "9"}
    assert omar.post(adres, goed).status_code == 302
    assert Kostenregel.objects.get(omschrijving="Bezoek").van_cent == 1250
    fout = omar.post(adres, goed | {"omschrijving": "Ander", "soort": "gratis"})
    assert fout.status_code == 422
    assert "Bij gratis hoort geen bedrag" in fout.content.decode()


def test_een_onderwerp_maakt_men_en_het_gaat_weg_als_er_niets_onder_staat(omar: Client, client: Client) -> None:
    waarden = {"naam": "Feesten en markten", "omschrijving": "Een feest op straat.", "icoon": "calendar-event"}
    adres = f"{BEHEER}/onderwerpen"
    assert omar.post(f"{adres}/nieuw/", waarden | {"volgorde": "0"}).status_code == 302
    onderwerp = Thema.objects.get(slug="feesten-en-markten")
    for fout in (waarden | {"volgorde": "2"}, waarden | {"naam": "Anders", "volgorde": "2", "icoon": "bestaat-niet"}):
        antwoord = omar.post(f"{adres}/nieuw/", fout)
        assert antwoord.status_code == 422
        assert "Een feest op straat." in antwoord.content.decode()
    _product().themas.add(onderwerp)
    assert "Feesten en markten" in client.get("/").content.decode()
    assert omar.post(f"{adres}/{onderwerp.pk}/", waarden | {"naam": "Feesten", "volgorde": "0"}).status_code == 302
    onderwerp.refresh_from_db()
    assert (onderwerp.naam, onderwerp.slug) == ("Feesten", "feesten-en-markten"), "wie ernaar verwijst, vindt het nog"
    weg = omar.post(f"{adres}/{onderwerp.pk}/weg/", follow=True)
    assert "Er staan nog producten onder dit onderwerp." in weg.content.decode()
    _product().themas.remove(onderwerp)
    omar.post(f"{adres}/{onderwerp.pk}/weg/")
    assert not Thema.objects.filter(pk=onderwerp.pk).exists()


def test_elk_plaatje_van_een_onderwerp_zit_in_de_sprite() -> None:
    sprite = (settings.BASIS / "mijnzaken" / "vormgeving" / "iconen.mjs").read_text()
    assert [naam for naam in ICONEN if f'"{naam}"' not in sprite] == []


def test_een_balie_maakt_en_wijzigt_men_op_een_scherm(omar: Client) -> None:
    waarden = {"naam": "Wijkpost", "adres": "Kade 2", "openingstijden": "Elke **dag**.", "telefoon": "14070"}
    assert omar.post(f"{BEHEER}/balies/nieuw/", waarden).status_code == 302
    balie = Balie.objects.get(naam="Wijkpost")
    assert omar.post(f"{BEHEER}/balies/{balie.pk}/", waarden | {"adres": "Kade 3"}).status_code == 302
    assert "Kade 3" in omar.get(f"{BEHEER}/balies/").content.decode()
    dubbel = omar.post(f"{BEHEER}/balies/nieuw/", waarden)
    assert dubbel.status_code == 422
    assert "Elke **dag**." in dubbel.content.decode()


def test_vragen_met_antwoord_komen_erbij_en_gaan_weg(omar: Client) -> None:
    aantal = len(_product().vraag_antwoord)
    omar.post(f"{PARKEREN}/vragen/nl/nieuw/", {"vraag": "Mag het?", "antwoord": "Ja."})
    assert _product().vraag_antwoord[-1] == {"vraag": "Mag het?", "antwoord": "Ja."}
    omar.post(f"{PARKEREN}/vragen/nl/1/weg/")
    assert len(_product().vraag_antwoord) == aantal
    assert omar.get(f"{PARKEREN}/vragen/nl/99/").status_code == 404


def test_vragen_in_het_engels_staan_bij_de_engelse_tekst(omar: Client, client: Client) -> None:
    nederlands = list(_product().vraag_antwoord)
    omar.post(f"{PARKEREN}/vragen/en/nieuw/", {"vraag": "May I?", "antwoord": "Yes, you may."})
    assert _product().vertalingen.get().vraag_antwoord == [{"vraag": "May I?", "antwoord": "Yes, you may."}]
    assert _product().vraag_antwoord == nederlands
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    assert "Yes, you may." in client.get("/producten/parkeervergunning-bewoners/").content.decode()
    omar.post(f"{PARKEREN}/vragen/en/1/weg/")
    assert _product().vertalingen.get().vraag_antwoord == []


def test_de_engelse_tekst_is_een_eigen_kamer(omar: Client) -> None:
    antwoord = omar.post(f"{PARKEREN}/engels/", {"naam": "Parking permit", "samenvatting": "Park near home."})
    assert antwoord.status_code == 302
    assert _product().vertalingen.get().naam == "Parking permit"
    assert _product().naam == "Parkeervergunning bewoners"


def test_een_beslistabel_van_niets_tot_in_gebruik(omar: Client) -> None:
    assert omar.post(f"{PARKEREN}/regels/nieuw/duur/").status_code == 302
    tabel = Beslistabel.objects.get(soort="duur", product=_product())
    adres = f"{PARKEREN}/regels/{tabel.pk}"
    omar.post(f"{adres}/vraag/?gegeven", {"gegeven": "eigen_plek"})
    omar.post(
        f"{adres}/vraag/",
        {"naam": "maand", "label": "In welke maand?", "soort": "keuze", "keuzes": "januari\nfebruari"},
    )
    omar.post(f"{adres}/regel/", {"als_eigen_plek": "ja", "als_maand": ["januari"], "duur": "1 week"})
    omar.post(f"{adres}/regel/", {"als_eigen_plek": "", "duur": "3 weken"})
    tabel.refresh_from_db()
    assert tabel.inhoud["regels"] == [
        {"als": {"eigen_plek": {"is": True}, "maand": {"een_van": ["januari"]}}, "dan": {"duur": "P1W"}},
        {"als": {}, "dan": {"duur": "P3W"}},
    ]
    geprobeerd = omar.post(f"{adres}/", {"probeer": "1", "p-eigen_plek": "nee"})
    assert "3 weken" in geprobeerd.content.decode()
    proef = {
        "probeer": "1",
        "p-eigen_plek": "ja",
        "p-maand": "januari",
        "bewaar_voorbeeld": "1",
        "voorbeeldnaam": "snel",
    }
    assert omar.post(f"{adres}/", proef).status_code == 302
    assert omar.post(f"{adres}/gebruiken/", {"vanaf": "gisteren"}).status_code == 422
    omar.post(f"{adres}/gebruiken/", {"vanaf": klok.vandaag().strftime("%d-%m-%Y")})
    tabel.refresh_from_db()
    assert tabel.geldig_van == klok.vandaag()
    assert [voorbeeld["naam"] for voorbeeld in tabel.inhoud["voorbeelden"]] == ["snel"]
    assert omar.get(f"{adres}/regel/1/").status_code == 404, "wat geldt, verandert niet"


def test_nee_zonder_reden_komt_terug_met_wat_er_getypt_was(omar: Client) -> None:
    tabel = Beslistabel.objects.get(product=_product(), soort="mag")
    omar.post(f"{PARKEREN}/regels/nieuw/mag/")
    concept = Beslistabel.objects.get(product=_product(), soort="mag", geldig_van=None)
    antwoord = omar.post(f"{PARKEREN}/regels/{concept.pk}/regel/", {"als_houder": ["ander"], "mag": "nee"})
    assert antwoord.status_code == 422
    assert "Zeg waarom het niet kan." in antwoord.content.decode()
    assert Beslistabel.objects.get(pk=tabel.pk).inhoud == tabel.inhoud


def test_de_kruistabel_bewaart_alleen_wat_iemand_veranderde(omar: Client) -> None:
    product, klacht = _product(), Proces.objects.get(identificatie="klacht")
    was = product.kruistabel.get(actie="stoppen").proces_id
    Kruistabelregel.objects.filter(product=product, actie="wijzigen").update(proces=klacht)  # somebody else, meanwhile
    cel = {f"was-{product.pk}-stoppen": str(was), f"{product.pk}-stoppen": ""}
    gelijk = {f"was-{product.pk}-wijzigen": str(was), f"{product.pk}-wijzigen": str(was)}
    omar.post(f"{BEHEER}/kruistabel/", cel | gelijk)
    assert not product.kruistabel.filter(actie="stoppen").exists()
    assert product.kruistabel.get(actie="wijzigen").proces == klacht


def test_de_kruistabel_zegt_wat_er_mist(omar: Client) -> None:
    product = Product.objects.create(naam="Los", slug="los", samenvatting="x", gepubliceerd_van=klok.vandaag())
    Kruistabelregel.objects.filter(proces__identificatie="klacht").delete()
    tekst = omar.get(f"{BEHEER}/kruistabel/?toon=mist").content.decode()
    assert f"{BEHEER}/producten/los/" in tekst
    assert f"{BEHEER}/zaaktypen/klacht/" in tekst
    Product.objects.filter(pk=product.pk).update(aanvragen_extern_url="https://elders.example/")
    assert f"{BEHEER}/producten/los/" not in omar.get(f"{BEHEER}/kruistabel/?toon=mist").content.decode()


def test_een_kapotte_upl_laadt_niets_en_zegt_de_regel(omar: Client) -> None:
    bestand = SimpleUploadedFile("upl.csv", b"UniformeProductnaam,URI\n,http://x.example/\n")
    antwoord = omar.post(f"{BEHEER}/upl/", {"bestand": bestand})
    assert antwoord.status_code == 422
    assert "Er is niets geladen. Regel 2" in antwoord.content.decode()
    assert not UplLading.objects.exists()


def test_een_nieuwe_upl_geeft_een_verslag_en_de_gaten(omar: Client) -> None:
    naam = _product().upl
    assert naam is not None
    kop = "UniformeProductnaam,URI,Gemeente\n"
    inhoud = f"{kop}parkeren anders,{naam.uri},X\nnieuwe naam,http://upl.example/nieuw,X\n".encode()
    omar.post(f"{BEHEER}/upl/", {"bestand": SimpleUploadedFile("upl.csv", inhoud)})
    tekst = omar.get(f"{BEHEER}/upl/").content.decode()
    assert "parkeervergunning heet nu parkeren anders" in tekst
    assert "Gemeentelijke namen zonder product (1)" in tekst
    assert "Bezwaar maken" in tekst, "haar naam verdween, dus zij mist er een"


def test_het_verslag_van_een_eerdere_upl_blijft_te_lezen(omar: Client) -> None:
    kop = "UniformeProductnaam,URI,Gemeente\n"
    for naam in ("eerst", "daarna"):
        inhoud = f"{kop}naam {naam},http://upl.example/{naam},X\n".encode()
        omar.post(f"{BEHEER}/upl/", {"bestand": SimpleUploadedFile(f"{naam}.csv", inhoud)})
    laatste, vorige = UplLading.objects.all()[:2]
    tekst = omar.get(f"{BEHEER}/upl/").content.decode()
    assert f'href="?lading={vorige.pk}"' in tekst
    assert "Nieuw: naam daarna" in tekst
    eerder = omar.get(f"{BEHEER}/upl/?lading={vorige.pk}").content.decode()
    assert "Wat deze eerdere lijst veranderde" in eerder
    assert "Nieuw: naam eerst" in eerder
    assert "Nieuw: naam daarna" not in eerder
    for raar in ("x", "0", str(laatste.pk)):
        assert "Wat de laatste lijst veranderde" in omar.get(f"{BEHEER}/upl/?lading={raar}").content.decode()


def test_namen_zonder_product_staan_op_naam(omar: Client) -> None:
    for naam in ("zwemmen", "aanleg", "markt"):
        UplNaam.objects.create(naam=naam, uri=f"http://upl.example/{naam}", bestuurslagen=["gemeente"])
    namen = list(zonder_product().values_list("naam", flat=True))
    assert namen == sorted(namen)
    assert {"aanleg", "markt", "zwemmen"} <= set(namen)


def test_een_landelijke_naam_zoekt_en_kiest_men(omar: Client) -> None:
    UplNaam.objects.create(naam="terugbelverzoek algemeen", uri="http://upl.example/t", bestuurslagen=["gemeente"])
    adres = f"{BEHEER}/producten/terugbelverzoek/upl/"
    assert "terugbelverzoek algemeen" in omar.get(adres, {"zoek": "terugbel"}).content.decode()
    omar.post(adres, {"uri": "http://upl.example/t"})
    assert Product.objects.get(slug="terugbelverzoek").upl == UplNaam.objects.get(uri="http://upl.example/t")
    omar.post(adres, {"uri": ""})
    assert Product.objects.get(slug="terugbelverzoek").upl is None


def test_de_lijst_van_producten_vindt_ook_wat_niet_op_de_website_staat(omar: Client) -> None:
    Product.objects.filter(slug="klacht-over-de-gemeente").update(gepubliceerd_tot=klok.vandaag() - timedelta(days=1))
    tekst = omar.get(f"{BEHEER}/producten/", {"zoek": "klacht"}).content.decode()
    assert "Klacht over de gemeente" in tekst
    assert "niet meer" in tekst


@pytest.mark.parametrize("wie", ["sanne", "petra", "mila"])
def test_voor_wie_geen_producten_beheert_bestaat_het_niet(ingelogd: Inloggen, wie: str) -> None:
    client = ingelogd(wie)
    for pad in ("/producten/", "/producten/nieuw/", "/kruistabel/", "/upl/", "/producten/woo-verzoek/regels/"):
        assert client.get(f"{BEHEER}{pad}").status_code == 404, pad
