"""The form as a whole: begin values, fixed values, drafts, prefilling, and whatever is thrown at it."""

import contextlib
import json
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from catalogus.formulieren import (
    SOORTEN,
    Adres,
    OnjuisteWaarde,
    in_woorden,
    maak_formulier,
    maak_veld,
    naar_opslag,
    schone_regel,
    schone_tekst,
    uit_opslag,
    voorgevuld,
)
from tests.catalogus.formulieren.vragen import SOORTEN_MET_TEKSTINVOER, Vraag, vijandig, vraag_van

BEWAARD = {
    "tekst": "Jan",
    "lange_tekst": "a\nb",
    "getal": 12,
    "bedrag": 1_250,
    "datum": "2026-01-31",
    "keuze": "rood",
    "meerkeuze": ["rood", "blauw"],
    "ja_nee": False,
    "adres": Adres("2900AB", 12, "A", "2", "Kadeweg", "Demostad").naar_json(),
    "telefoon": "+31612345678",
    "email": "anna@voorbeeld.nl",
    "iban": "NL91ABNA0417164300",
}


def ingestuurd(form: Any) -> QueryDict:
    """What a browser sends back of a form that nobody touched."""
    data = QueryDict(mutable=True)
    for veld in form:
        waarde = veld.value()
        widget = veld.field.widget
        if hasattr(widget, "widgets"):
            for achtervoegsel, deel in zip(widget.widgets_names, widget.decompress(waarde), strict=True):
                data[veld.html_name + achtervoegsel] = deel
        elif isinstance(waarde, list):
            data.setlist(veld.html_name, waarde)
        else:
            data[veld.html_name] = "" if waarde is None else str(waarde)
    return data


@pytest.mark.parametrize("soort", BEWAARD)
def test_wat_bewaard_is_komt_ongewijzigd_terug_door_het_formulier(soort: str) -> None:
    vraag, begin = vraag_van(soort), {"vraag": BEWAARD[soort]}
    leeg = maak_formulier([vraag], beginwaarden=begin)
    form = maak_formulier([vraag], data=ingestuurd(leeg), beginwaarden=begin)
    assert form.is_valid(), form.errors
    assert form.waarden() == begin


@pytest.mark.parametrize("soort", BEWAARD)
def test_een_vaste_waarde_laat_zich_niet_wijzigen(soort: str) -> None:
    vraag = replace(vraag_van(soort), corrigeerbaar=False, hulptekst="Uit de BRP.", correctie_uitleg="Bel 14 070.")
    form = maak_formulier([vraag], data={"vraag": "iets anders"}, beginwaarden={"vraag": BEWAARD[soort]})
    assert form.is_valid(), form.errors
    assert form.waarden() == {"vraag": BEWAARD[soort]}
    assert form.fields["vraag"].help_text == "Uit de BRP. Bel 14 070."


def test_een_vaste_waarde_die_te_lang_is_houdt_niemand_tegen() -> None:
    vraag = replace(vraag_van("tekst", validatie={"max_lengte": 3}), corrigeerbaar=False)
    form = maak_formulier([vraag], data={}, beginwaarden={"vraag": "Wolfeschlegelsteinhausen"})
    assert form.is_valid()
    assert form.waarden() == {"vraag": "Wolfeschlegelsteinhausen"}


def test_zonder_waarde_uit_de_bron_vult_men_het_zelf_in() -> None:
    vraag = replace(vraag_van("tekst", verplicht=True), corrigeerbaar=False, correctie_uitleg="Bel 14 070.")
    form = maak_formulier([vraag], data={"vraag": "Anna"}, beginwaarden={})
    assert form.is_valid()
    assert form.waarden() == {"vraag": "Anna"}
    assert form.fields["vraag"].help_text == ""


def test_een_concept_bewaart_wat_al_goed_is() -> None:
    vragen = [Vraag("naam", verplicht=True), Vraag("datum", "datum"), Vraag("geld", "bedrag"), Vraag("foto", "bestand")]
    form = maak_formulier(vragen, data={"naam": "Anna", "datum": "31-2-2026", "geld": ""})
    assert form.concept_waarden() == {"naam": "Anna", "datum": None, "geld": None}
    assert "31-2-2026" in str(form["datum"])


def test_een_oude_waarde_die_niet_meer_past_staat_er_om_te_verbeteren() -> None:
    form = maak_formulier([vraag_van("datum")], beginwaarden={"vraag": "ergens in mei"})
    assert 'value="ergens in mei"' in str(form["vraag"])
    assert maak_formulier([vraag_van("adres")], beginwaarden={"vraag": "Kadeweg 12"})["vraag"].value() is None


def test_een_enkel_veld_voor_een_medewerker() -> None:
    assert naar_opslag("bedrag", maak_veld(vraag_van("bedrag")).clean("12,50")) == 1_250
    assert naar_opslag("datum", maak_veld(vraag_van("datum")).clean("31-1-2026")) == "2026-01-31"


@dataclass(frozen=True)
class Bronadres:
    straatnaam: str = "Kadeweg"
    huisnummer: int | None = 12
    huisletter: str = "A"
    huisnummertoevoeging: str = "2"
    postcode: str = "2900AB"
    woonplaats: str = "Demostad"


@dataclass(frozen=True)
class Persoon:
    naam: str = "A. de Vries"
    geboortedatum: date = date(1980, 2, 29)
    adres: Bronadres | None = Bronadres()


def test_voorvullen_volgt_het_pad_in_de_bron() -> None:
    vragen = [
        Vraag("naam", voorvulling="brp.naam"),
        Vraag("geboren", "datum", voorvulling="brp.geboortedatum"),
        Vraag("adres", "adres", voorvulling="brp.adres"),
        Vraag("mail", "email", voorvulling="partij.email"),
        Vraag("zaak", voorvulling="kvk.naam"),
        Vraag("leeg", voorvulling="brp.naam.upper"),
        Vraag("los"),
    ]
    assert voorgevuld(vragen, {"brp": Persoon(), "partij": {"email": "a@b.nl"}}) == {
        "naam": "A. de Vries",
        "geboren": "1980-02-29",
        "adres": Adres("2900AB", 12, "A", "2", "Kadeweg", "Demostad").naar_json(),
        "mail": "a@b.nl",
    }


@pytest.mark.parametrize("adres", [None, Bronadres(huisnummer=None), Bronadres(postcode="")])
def test_een_adres_dat_de_bron_niet_heel_heeft_vult_niets_in(adres: Bronadres | None) -> None:
    assert voorgevuld([Vraag("adres", "adres", voorvulling="brp.adres")], {"brp": Persoon(adres=adres)}) == {}


geldig = {
    "tekst": st.text(min_size=1),
    "lange_tekst": st.text(min_size=1),
    "email": st.emails(),
    "telefoon": st.from_regex(r"\+31612[0-9]{6}", fullmatch=True),
    "iban": st.just("NL91ABNA0417164300"),
    "keuze": st.sampled_from(["rood", "groen", "weg"]),
    "meerkeuze": st.lists(st.sampled_from(["rood", "groen", "weg"]), min_size=1),
    "getal": st.decimals(-(10**9), 10**9, places=4).map(lambda getal: getal.normalize() + 0),
    "bedrag": st.integers(-(10**12), 10**12),
    "datum": st.dates(),
    "ja_nee": st.booleans(),
    "adres": st.builds(
        Adres,
        st.from_regex(r"[1-9][0-9]{3}[A-R][A-Z]", fullmatch=True),
        st.integers(1, 99_999),
        st.sampled_from(["", "A", "z"]),
        st.sampled_from(["", "2", "bis"]),
        st.text(max_size=20),
        st.text(max_size=20),
    ),
    "bestand": st.lists(
        st.fixed_dictionaries({"uuid": st.uuids().map(str), "naam": st.text(), "omvang": st.integers(0, 10**9)}),
        min_size=1,
    ),
}


@pytest.mark.parametrize("soort", SOORTEN)
@given(data=st.data())
def test_opslaan_en_teruglezen_geeft_dezelfde_waarde(soort: str, data: st.DataObject) -> None:
    waarde = data.draw(geldig[soort])
    opslag = naar_opslag(soort, waarde)
    assert uit_opslag(soort, opslag) == waarde
    assert naar_opslag(soort, opslag) == opslag
    assert isinstance(in_woorden(vraag_van(soort), opslag), str)
    assert in_woorden(vraag_van(soort), opslag) != "" or soort == "bestand"


@given(st.decimals(-(10**9), 10**9, places=2))
def test_een_getal_in_woorden_is_weer_te_lezen(getal: Decimal) -> None:
    vraag = vraag_van("getal", validatie={"decimalen": 2})
    woorden = in_woorden(vraag, naar_opslag("getal", getal))
    form = maak_formulier([vraag], data={"vraag": woorden})
    assert form.is_valid(), (woorden, form.errors)
    assert uit_opslag("getal", form.waarden()["vraag"]) == getal


@given(st.integers(0, 10**12))
def test_een_bedrag_in_woorden_is_weer_te_lezen(centen: int) -> None:
    vraag = vraag_van("bedrag")
    form = maak_formulier([vraag], data={"vraag": in_woorden(vraag, centen)})
    assert form.is_valid()
    assert form.waarden() == {"vraag": centen}


@given(st.dates(date(1850, 1, 1), date(2200, 12, 31)))
def test_een_datum_in_woorden_is_weer_te_lezen(dag: date) -> None:
    vraag = vraag_van("datum")
    form = maak_formulier([vraag], data={"vraag": in_woorden(vraag, dag.isoformat())})
    assert form.is_valid()
    assert form.waarden() == {"vraag": dag.isoformat()}


json_waarden = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda deel: st.lists(deel, max_size=3) | st.dictionaries(st.text(max_size=5), deel, max_size=3),
    max_leaves=5,
)


@pytest.mark.parametrize("soort", SOORTEN)
@given(waarde=json_waarden)
def test_wat_een_ander_systeem_ook_bewaarde_niets_loopt_vast(soort: str, waarde: Any) -> None:
    vraag = vraag_van(soort)
    assert isinstance(in_woorden(vraag, waarde), str)
    str(maak_formulier([vraag], beginwaarden={"vraag": waarde})["vraag"])
    with contextlib.suppress(OnjuisteWaarde):
        json.dumps(naar_opslag(soort, waarde), allow_nan=False)


@pytest.mark.parametrize("soort", SOORTEN_MET_TEKSTINVOER)
@given(getypt=vijandig)
def test_vijandige_invoer_wordt_schoon_of_geweigerd(soort: str, getypt: str) -> None:
    form = maak_formulier([vraag_van(soort)], data={"vraag": getypt})
    if form.is_valid():
        for waarde in form.waarden().values():
            assert "\x00" not in str(waarde)
            assert "\u202e" not in str(waarde)
            str(waarde).encode()
            assert isinstance(in_woorden(vraag_van(soort), waarde), str)
    else:
        assert form.waarden() == {}
        assert all(str(fout).endswith(".") for fout in form.errors["vraag"])
    assert "<script" not in str(form["vraag"])


@given(st.lists(vijandig, min_size=5, max_size=5))
def test_een_vijandig_adres_loopt_niet_vast(delen: list[str]) -> None:
    namen = ("postcode", "huisnummer", "toevoeging", "straat", "woonplaats")
    form = maak_formulier(
        [vraag_van("adres")], data={f"vraag_{naam}": deel for naam, deel in zip(namen, delen, strict=True)}
    )
    assert isinstance(form.is_valid(), bool)
    str(form["vraag"])


@given(vijandig)
def test_schoonmaken_is_af_na_een_keer(getypt: str) -> None:
    assert schone_regel(schone_regel(getypt)) == schone_regel(getypt)
    assert schone_tekst(schone_tekst(getypt)) == schone_tekst(getypt)
    assert "\n" not in schone_regel(getypt)
    schone_tekst(getypt).encode()
