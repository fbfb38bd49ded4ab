"""Each soort: what is accepted, how it is kept, what the message says otherwise."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict

from catalogus.formulieren import in_woorden, maak_formulier, naar_opslag
from catalogus.klok import op_moment
from tests.catalogus.formulieren.vragen import KLEUREN, Vraag, vraag_van


def opgeslagen(vraag: Vraag, getypt: Any) -> Any:
    form = maak_formulier([vraag], data={"vraag": getypt})
    assert form.is_valid(), form.errors
    return form.waarden().get("vraag")


def melding(vraag: Vraag, getypt: Any) -> str:
    form = maak_formulier([vraag], data={"vraag": getypt})
    assert not form.is_valid()
    assert form.waarden() == {}
    return " ".join(form.errors["vraag"])


@pytest.mark.parametrize(
    ("soort", "getypt", "bewaard"),
    [
        ("tekst", "  Jan\tde  Vries\r\n", "Jan de Vries"),
        ("tekst", "na\u0000am\u202e\u200b", "naam"),
        ("tekst", "e\u0301", "é"),
        ("tekst", "<b>1 < 2 & 3</b>", "<b>1 < 2 & 3</b>"),
        ("lange_tekst", "regel 1\r\nregel 2\r\r\r\rregel 3\u2028slot", "regel 1\nregel 2\n\nregel 3\nslot"),
        ("getal", "1.234", 1234),
        ("getal", "0", 0),
        ("getal", "-5", -5),
        ("bedrag", "1.234,56", 123_456),
        ("bedrag", "€ 1234,5", 123_450),
        ("bedrag", "12.50", 1_250),
        ("bedrag", "1.250", 125_000),
        ("bedrag", "12,-", 1_200),
        ("bedrag", "0", 0),
        ("bedrag", "100 euro", 10_000),
        ("datum", "31-1-2026", "2026-01-31"),
        ("datum", "2026-01-31", "2026-01-31"),
        ("datum", "31/01/2026", "2026-01-31"),
        ("datum", "1 mrt 2026", "2026-03-01"),
        ("datum", "29 februari 2028", "2028-02-29"),
        ("keuze", "rood", "rood"),
        ("ja_nee", "ja", True),
        ("ja_nee", "nee", False),
        ("telefoon", "06 12345678", "+31612345678"),
        ("telefoon", "(070) 353-3000", "+31703533000"),
        ("telefoon", "0032 470 12 34 56", "+32470123456"),
        ("email", " Anna@Voorbeeld.nl ", "Anna@Voorbeeld.nl"),
        ("iban", "nl91 abna 0417 1643 00", "NL91ABNA0417164300"),
    ],
)
def test_wat_men_typt_en_wat_bewaard_wordt(soort: str, getypt: str, bewaard: Any) -> None:
    assert opgeslagen(vraag_van(soort), getypt) == bewaard


@pytest.mark.parametrize(
    ("soort", "getypt", "deel"),
    [
        ("tekst", "a" * 256, "Maak dit korter: u gebruikt 256 tekens en er passen er 255"),
        ("tekst", "a" * 500_000, "Maak dit korter"),
        ("lange_tekst", "a" * 10_001, "er passen er 10000"),
        ("getal", "twaalf", "Vul een getal in, zonder letters"),
        ("getal", "1,5", "Vul een heel getal in"),
        ("getal", "1.23.4", "Vul een getal in"),
        ("getal", "²", "Vul een getal in"),
        ("getal", "9" * 6000, "Vul een getal in"),
        ("getal", f"12{' ' * 200}34", "Vul een getal in"),
        ("bedrag", "1,234.56", "Vul een bedrag in, zoals 12,50"),
        ("bedrag", "1,999", "Vul een bedrag in"),
        ("bedrag", "-1", "Vul €\u00a00,00 of meer in"),
        ("datum", "31-2-2026", "Vul een datum in die bestaat"),
        ("datum", "29-2-2027", "Vul een datum in die bestaat"),
        ("datum", "1-1-26", "Vul een datum in die bestaat"),
        ("datum", "1-1-0026", "Vul een datum in die bestaat"),
        ("datum", "morgen", "zoals 31-1-2026"),
        ("keuze", "geel", "Kies een van de antwoorden"),
        ("ja_nee", "misschien", "Kies ja of nee"),
        ("telefoon", "12345", "Vul een telefoonnummer in"),
        ("telefoon", "bel mij", "Vul een telefoonnummer in"),
        ("email", "anna", "Vul een e-mailadres in"),
        ("email", "a@b.nl\r\nBcc: c@d.nl", "Vul een e-mailadres in"),
        ("email", "a@b.nl, c@d.nl", "Vul een e-mailadres in"),
        ("email", f"{'a' * 250}@voorbeeld.nl", "Maak dit korter"),
        ("iban", "NL91ABNA0417164301", "Dit rekeningnummer klopt niet"),
        ("iban", "hallo", "Dit rekeningnummer klopt niet"),
    ],
)
def test_wat_niet_past_krijgt_een_melding_die_zegt_wat_te_doen(soort: str, getypt: str, deel: str) -> None:
    assert deel in melding(vraag_van(soort), getypt)


@pytest.mark.parametrize(
    ("soort", "deel"),
    [
        ("tekst", "Vul dit in"),
        ("getal", "Vul een getal in"),
        ("bedrag", "Vul een bedrag in"),
        ("datum", "Vul een datum in"),
        ("keuze", "Kies een van"),
        ("ja_nee", "Kies ja of nee"),
        ("telefoon", "Vul dit in"),
        ("iban", "Vul dit in"),
        ("adres", "Vul het adres in"),
        ("bestand", "Voeg een bestand toe"),
    ],
)
@pytest.mark.parametrize("getypt", ["", "   ", "\u200b\x00"])
def test_verplicht_en_leeg(soort: str, deel: str, getypt: str) -> None:
    if soort in ("keuze", "ja_nee", "bestand", "adres"):
        getypt = ""
    assert deel in melding(vraag_van(soort, verplicht=True), getypt)
    assert opgeslagen(vraag_van(soort), getypt) is None


def test_grenzen_van_het_gegeven() -> None:
    getal = vraag_van("getal", validatie={"min": 1500, "max": 1986, "decimalen": 0})
    assert opgeslagen(getal, "1986") == 1986
    assert melding(getal, "1987") == "Vul 1986 of minder in."
    assert melding(getal, "1499") == "Vul 1500 of meer in."
    assert opgeslagen(vraag_van("getal", validatie={"decimalen": 2}), "3,25") == 3.25
    assert melding(vraag_van("getal", validatie={"decimalen": 1}), "3,25").startswith("Gebruik ten hoogste 1 cijfers")
    bedrag = vraag_van("bedrag", validatie={"min": 10, "max": 250_000})
    assert opgeslagen(bedrag, "250.000") == 25_000_000
    assert melding(bedrag, "250.000,01") == "Vul €\u00a0250.000,00 of minder in."
    code = vraag_van("tekst", validatie={"patroon": "^[A-Z]{4}$", "patroon_uitleg": "Typ de 4 letters."})
    assert opgeslagen(code, "ABCD") == "ABCD"
    assert melding(code, "ABCDE") == "Typ de 4 letters."
    assert melding(vraag_van("tekst", validatie={"min_lengte": 5}), "kort").startswith("Maak dit langer")
    assert melding(vraag_van("lange_tekst", validatie={"max_lengte": 10}), "a" * 11).startswith("Maak dit korter")


def test_een_datum_niet_na_vandaag_volgt_de_klok() -> None:
    datum = vraag_van("datum", validatie={"niet_voor": "1986-03-01", "niet_na": "vandaag"})
    with op_moment(datetime(2026, 6, 1, 22, 30, tzinfo=UTC)):  # already 2 June here
        assert opgeslagen(datum, "2-6-2026") == "2026-06-02"
        assert melding(datum, "3-6-2026") == "Vul een datum in op of voor vandaag."
        assert melding(datum, "28-2-1986") == "Vul een datum in op of na 1-3-1986."


def test_meer_keuzes_in_de_volgorde_van_het_formulier() -> None:
    vraag = Vraag("vraag", "meerkeuze", keuzes=KLEUREN, validatie={"max_aantal": 2})
    assert opgeslagen(vraag, ["blauw", "rood", "blauw"]) == ["rood", "blauw"]
    assert melding(vraag, ["rood", "groen", "blauw"]) == "Kies ten hoogste 2 antwoorden."
    assert melding(vraag, ["rood", "geel"]) == "Kies uit de antwoorden die er staan."
    assert in_woorden(vraag, ["rood", "blauw"]) == "Rood, Blauw"


def test_veel_keuzes_worden_een_lijst_en_een_keuze_heeft_uitleg() -> None:
    lang = Vraag("vraag", "keuze", keuzes=[{"waarde": str(n), "label": str(n)} for n in range(9)])
    assert maak_formulier([lang]).fields["vraag"].widget.__class__.__name__ == "Select"
    for soort in ("keuze", "meerkeuze"):
        assert maak_formulier([vraag_van(soort)]).fields["vraag"].uitleg == {"groen": "Zoals gras."}


ADRES = {
    "vraag_postcode": "2900ab",
    "vraag_huisnummer": "12",
    "vraag_toevoeging": "a-2",
    "vraag_straat": "Kadeweg",
    "vraag_woonplaats": "Demostad",
}


def test_een_adres_is_een_waarde() -> None:
    vraag = vraag_van("adres", verplicht=True)
    form = maak_formulier([vraag], data=ADRES)
    assert form.is_valid(), form.errors
    bewaard = form.waarden()["vraag"]
    assert bewaard == {
        "postcode": "2900AB",
        "huisnummer": 12,
        "huisletter": "A",
        "toevoeging": "2",
        "straat": "Kadeweg",
        "woonplaats": "Demostad",
    }
    assert in_woorden(vraag, bewaard) == "Kadeweg 12A-2, 2900 AB Demostad"
    weer = maak_formulier([vraag], beginwaarden={"vraag": bewaard})
    assert 'value="2900 AB"' in str(weer["vraag"])
    assert 'value="A-2"' in str(weer["vraag"])


@pytest.mark.parametrize(
    ("deel", "getypt", "uitleg"),
    [
        ("postcode", "0900 AB", "Vul een postcode in met 4 cijfers en 2 letters"),
        ("postcode", "2900 SS", "Vul een postcode in"),
        ("postcode", "", "Vul de postcode in"),
        ("huisnummer", "12a", "Letters horen bij Toevoeging"),
        ("huisnummer", "0", "Vul een huisnummer in"),
        ("huisnummer", "9" * 19, "Vul een huisnummer in"),
        ("huisnummer", "", "Vul het huisnummer in"),
        ("toevoeging", "driehoog achter", "Vul een toevoeging in zoals A"),
        ("straat", "", "Vul de straat in"),
        ("woonplaats", "x" * 81, "Maak dit korter"),
    ],
)
@pytest.mark.parametrize("verplicht", [True, False])
def test_een_deel_van_een_adres_dat_niet_past(deel: str, getypt: str, uitleg: str, verplicht: bool) -> None:
    form = maak_formulier([vraag_van("adres", verplicht=verplicht)], data={**ADRES, f"vraag_{deel}": getypt})
    assert not form.is_valid()
    assert uitleg in " ".join(form.errors["vraag"])


def bestand(naam: str, omvang: int = 10) -> SimpleUploadedFile:
    return SimpleUploadedFile(naam, b"x" * omvang)


def met_bestanden(vraag: Vraag, *bestanden: SimpleUploadedFile, al: Any = None, sleutel: str = "vraag") -> Any:
    return maak_formulier(
        [vraag], data={}, bestanden=MultiValueDict({sleutel: list(bestanden)}), beginwaarden={"vraag": al or []}
    )


def test_bestanden_van_de_goede_soort() -> None:
    vraag = vraag_van(
        "bestand", verplicht=True, validatie={"bestandstypen": ["jpg", "pdf"], "max_aantal": 2, "max_mb": 1}
    )
    form = met_bestanden(vraag, bestand("a.PDF"), bestand("b.jpeg"), sleutel="vraag_bestand")
    assert form.is_valid(), form.errors
    assert [b.name for b in form.nieuwe_bestanden()["vraag"]] == ["a.PDF", "b.jpeg"]
    assert form.waarden() == {}
    for fout, bestanden in {
        "past hier niet": [bestand("a.svg")],
        "Kies een bestand van deze soort: jpg, pdf": [bestand("jpg")],
        "te groot": [bestand("a.pdf", 1024 * 1024 + 1)],
        "staat niets": [bestand("a.pdf", 0)],
        "ten hoogste 2": [bestand("a.pdf"), bestand("b.pdf"), bestand("c.pdf")],
    }.items():
        form = met_bestanden(vraag, *bestanden)
        assert not form.is_valid()
        assert fout in " ".join(form.errors["vraag"])


def test_wat_er_al_is_telt_mee() -> None:
    al = [{"uuid": "1", "naam": "foto.jpg", "omvang": 5}]
    vraag = vraag_van("bestand", verplicht=True, validatie={"min_aantal": 1, "max_aantal": 2})
    assert met_bestanden(vraag, al=al).is_valid()
    assert met_bestanden(vraag, bestand("b.pdf"), al=al).is_valid()
    assert not met_bestanden(vraag, bestand("b.pdf"), bestand("c.pdf"), al=al).is_valid()
    assert not met_bestanden(vraag).is_valid()
    assert in_woorden(vraag, naar_opslag("bestand", al)) == "foto.jpg"


@pytest.mark.parametrize(
    ("soort", "waarde", "woorden"),
    [
        ("tekst", "hallo", "hallo"),
        ("getal", 1960, "1960"),
        ("getal", 12345.5, "12.345,5"),
        ("getal", 1_000_000, "1.000.000"),
        ("getal", 0, "0"),
        ("bedrag", 123_456, "€\u00a01.234,56"),
        ("bedrag", 5, "€\u00a00,05"),
        ("datum", "2026-01-31", "31 januari 2026"),
        ("ja_nee", True, "Ja"),
        ("ja_nee", False, "Nee"),
        ("keuze", "groen", "Groen"),
        ("keuze", "verdwenen", "verdwenen"),
        ("telefoon", "+31612345678", "06 12345678"),
        ("telefoon", "+32470123456", "+32 470 12 34 56"),
        ("iban", "NL91ABNA0417164300", "NL91 ABNA 0417 1643 00"),
        ("datum", "binnenkort", "binnenkort"),
        ("adres", {"straat": "half"}, "{'straat': 'half'}"),
        ("getal", "1e5000", "1e5000"),
        ("tekst", None, ""),
        ("meerkeuze", [], ""),
    ],
)
def test_een_bewaarde_waarde_in_woorden(soort: str, waarde: Any, woorden: str) -> None:
    assert in_woorden(vraag_van(soort), waarde) == woorden


def test_een_datum_is_geen_moment() -> None:
    assert naar_opslag("datum", date(2026, 1, 31)) == "2026-01-31"
    with pytest.raises(ValueError, match="datum"):
        naar_opslag("datum", datetime(2026, 1, 31, tzinfo=UTC))
