"""A field ties its control to label, explanation and error, whatever it is; steps and terms say themselves in words."""

from datetime import date

import pytest
from django import forms
from django.template.loader import render_to_string
from django.test import override_settings
from lxml import html

from catalogus import klok
from catalogus.templatetags.velden import keuzes
from tests.vormgeving import stijlpagina


@pytest.fixture(scope="module")
def formulier():
    with override_settings(ROOT_URLCONF="tests.vormgeving.adressen"):
        return html.fromstring(stijlpagina.paginas()["formulier"])


@pytest.fixture(scope="module")
def zaak():
    with override_settings(ROOT_URLCONF="tests.vormgeving.adressen"):
        return html.fromstring(stijlpagina.paginas()["zaak"])


def _bij(boom, id_):
    gevonden = boom.xpath("//*[@id=$id]", id=id_)
    assert len(gevonden) == 1, f"{id_}: {len(gevonden)} keer"
    return gevonden[0]


def test_every_id_is_used_once_and_every_reference_exists(formulier):
    ids = formulier.xpath("//@id")
    assert sorted(ids) == sorted(set(ids))
    verwijzingen = " ".join(formulier.xpath("//@aria-describedby | //@aria-labelledby | //label/@for")).split()
    assert not set(verwijzingen) - set(ids)


def test_every_control_has_a_name(formulier):
    for invoer in formulier.xpath("//main//*[self::input or self::select or self::textarea][not(@type='hidden')]"):
        label = formulier.xpath("//label[@for=$id]", id=invoer.get("id"))
        assert len(label) == 1, invoer.get("id")
        assert label[0].text_content().strip()


@pytest.mark.parametrize("naam", ["naam", "datum", "wijk", "eens"])
def test_a_wrong_control_points_to_its_error(formulier, naam):
    invoer = _bij(formulier, f"fout_{naam}")
    assert invoer.get("aria-invalid") == "true"
    assert f"fout_{naam}-fout" in invoer.get("aria-describedby").split()
    assert "Dit veld is verplicht." in _bij(formulier, f"fout_{naam}-fout").text_content()


def test_a_wrong_control_keeps_its_explanation(formulier):
    assert _bij(formulier, "fout_naam").get("aria-describedby").split() == ["fout_naam-uitleg", "fout_naam-fout"]


@pytest.mark.parametrize("naam", ["soort", "lawaai", "adres"])
def test_a_group_points_to_its_error_and_the_summary_jumps_to_it(formulier, naam):
    groep = _bij(formulier, f"fout_{naam}-groep")
    assert groep.tag == "fieldset"
    assert groep.get("aria-describedby") == f"fout_{naam}-fout"
    assert formulier.xpath("//*[@data-fouten]//a[@href=$doel]", doel=f"#fout_{naam}-groep")


def test_the_summary_puts_no_colon_behind_a_question():
    class Vragen(forms.Form):
        waarom = forms.CharField(label="Waarom?")
        naam = forms.CharField(label="Naam")

    tekst = render_to_string("onderdelen/foutsamenvatting.html", {"form": Vragen({})})
    assert "Waarom? Dit veld" in tekst
    assert "Naam: Dit veld" in tekst


def test_an_unbound_form_shows_no_error(formulier):
    assert _bij(formulier, "id_naam").get("aria-invalid") is None
    assert not formulier.xpath("//form[@data-bewaar-url]//*[contains(@class, 'mz-veld__fout')]")


def test_a_choice_is_not_drawn_as_wrong_before_anybody_chose():
    class Keuze(forms.Form):
        soort = forms.ChoiceField(choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)

    assert [keuze["html"] for keuze in keuzes(Keuze()["soort"]) if "required" in keuze["html"]] == []


def test_only_what_may_stay_empty_says_so(formulier):
    zeggers = formulier.xpath(
        "//form[@data-bewaar-url]//*[contains(., '(niet verplicht)')][self::label or self::legend]"
    )
    assert [z.text_content().split("(")[0].strip() for z in zeggers] == ["E-mailadres", "Toelichting", "Bijlage"]


def test_steps_say_their_state_in_words(zaak):
    koppen = [" ".join(k.text_content().split()) for k in zaak.xpath("//ol[contains(@class, 'mz-stappen')]//h3")]
    assert koppen == [
        "Aanvraag ontvangen: Klaar",
        "In behandeling: Nu bezig",
        "Besluit: Nog niet gestart",
        "Afgerond: Nog niet gestart",
    ]


def test_a_document_that_cannot_be_opened_says_why_instead_of_a_link(zaak):
    rij = zaak.xpath("//*[contains(@class, 'denhaag-file')][contains(., 'Bouwtekening')]")[0]
    assert "Wij controleren dit bestand nog" in rij.text_content()
    assert not rij.xpath(".//a")


def test_a_term_that_stands_still_shows_no_days():
    with klok.op_moment(stijlpagina.NU):
        tekst = render_to_string("onderdelen/dagenbalk.html", {"uiterlijk": date(2026, 12, 1), "stil": True})
    assert "staat stil" in tekst
    assert "dagen" not in tekst


def test_the_page_for_a_breakdown_needs_no_context():
    assert "Er gaat bij ons iets mis" in render_to_string("500.html", {})
