"""The choices of a question, one block each."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from catalogus import klok
from catalogus.formulieren import in_woorden, maak_veld
from catalogus.models import Gegeven, Zaaktype
from catalogus.verschillen import verschillen
from catalogus.versies import kopieer
from tests.fabrieken import medewerker, zaaktype

pytestmark = [pytest.mark.django_db]
Inloggen = Callable[[str], Client]
PARKEREN = "parkeervergunning-bewoners"
DELEN = ("label", "label_en", "hulp", "waarde", "tot", "plaats")


@pytest.fixture
def concept(gemeente: None, db: None) -> Zaaktype:
    return kopieer(zaaktype(PARKEREN), auteur_id=medewerker("omar").gebruiker.pk)


def adres(versie: Zaaktype, rest: str = "") -> str:
    return f"/backoffice/beheer/zaaktypen/{versie.proces.identificatie}/{versie.versienummer}/{rest}"


def _getypt(client: Client, pad: str) -> dict[str, Any]:
    """What a browser sends back of the form when nothing is changed."""
    gestuurd: dict[str, Any] = {}
    for veld in client.get(pad).context["form"]:
        if veld.name.startswith("keuze_"):
            waarde = veld.value() or {}
            gestuurd |= {f"{veld.html_name}_{naam}": waarde.get(naam, "") for naam in DELEN}
        elif veld.value() not in (None, "", [], False):
            gestuurd[veld.html_name] = veld.value()
    return gestuurd


def _blok(nummer: int, label: str, **anders: str) -> dict[str, str]:
    delen = dict.fromkeys(DELEN, "") | {"label": label} | anders
    return {f"keuze_{nummer}_{naam}": deel for naam, deel in delen.items()}


@pytest.fixture
def vraag(concept: Zaaktype) -> Gegeven:
    return concept.gegevens.get(naam="houder")


def test_wie_niets_verandert_bewaart_dezelfde_keuzes(ingelogd: Inloggen, concept: Zaaktype, vraag: Gegeven) -> None:
    omar, pad = ingelogd("omar"), adres(concept, f"gegevens/{vraag.pk}/")
    antwoord = omar.post(pad, _getypt(omar, pad))
    assert antwoord.status_code == 302, antwoord.context["form"].errors
    assert concept.gegevens.get(pk=vraag.pk).keuzes == vraag.keuzes
    assert not [v for v in verschillen(zaaktype(PARKEREN), concept) if "keuzes" in str(v)]


def test_een_keuze_erbij_in_twee_talen_op_haar_plaats(ingelogd: Inloggen, concept: Zaaktype, vraag: Gegeven) -> None:
    omar, pad = ingelogd("omar"), adres(concept, f"gegevens/{vraag.pk}/")
    nieuw = _blok(len(vraag.keuzes) + 1, "Een vriend", label_en="A friend", tot="2030-01-01", plaats="1")
    getypt = _getypt(omar, pad) | nieuw | {"keuze_1_plaats": "2"}
    assert omar.post(pad, getypt).status_code == 302
    keuzes = concept.gegevens.get(pk=vraag.pk).keuzes
    assert keuzes[0] == {"waarde": "Een vriend", "label": "Een vriend", "label_en": "A friend", "tot": "2030-01-01"}
    assert keuzes[1:] == vraag.keuzes
    zinnen = " ".join(str(v) for v in verschillen(zaaktype(PARKEREN), concept))
    assert "Een vriend (Engels A friend; niet meer te kiezen vanaf 1 januari 2030)" in zinnen


@pytest.mark.parametrize(
    "blok, zin",
    [
        (_blok(1, "", waarde="x"), "Schrijf het antwoord op."),
        (_blok(1, "Zelf", waarde="lease"), "Dezelfde waarde staat twee keer in de keuzes."),
        (_blok(1, "Zelf", tot="morgen"), "geldige datum"),
    ],
)
def test_een_keuze_die_niet_kan_komt_terug_bij_haar_blok(
    ingelogd: Inloggen, concept: Zaaktype, vraag: Gegeven, blok: dict[str, str], zin: str
) -> None:
    vraag.keuzes = [{"waarde": "zelf", "label": "Van mij"}, {"waarde": "lease", "label": "Lease"}]
    vraag.save()
    omar, pad = ingelogd("omar"), adres(concept, f"gegevens/{vraag.pk}/")
    antwoord = omar.post(pad, _getypt(omar, pad) | blok)
    assert antwoord.status_code == 422
    assert any(zin in fout for fout in antwoord.context["form"].errors["keuze_1"])


def test_een_vraag_zonder_keuzes_kan_er_geen_hebben_en_een_keuzevraag_niet_zonder(
    ingelogd: Inloggen, concept: Zaaktype, vraag: Gegeven
) -> None:
    omar, pad = ingelogd("omar"), adres(concept, f"gegevens/{vraag.pk}/")
    leeg = {naam: "" for naam in _getypt(omar, pad) if naam.startswith("keuze_")}
    antwoord = omar.post(pad, _getypt(omar, pad) | leeg)
    assert "Schrijf ten minste een antwoord op." in antwoord.context["form"].errors["keuze_1"]
    assert omar.post(pad, _getypt(omar, pad) | {"soort": "tekst"}).status_code == 302
    assert concept.gegevens.get(pk=vraag.pk).keuzes == []


def test_wat_vervallen_is_kiest_niemand_meer_maar_blijft_leesbaar(gemeente: None, db: None) -> None:
    vraag = zaaktype(PARKEREN).gegevens.get(naam="houder")
    oud, nieuw = {"waarde": "oud", "label": "Oud", "label_en": "Old"}, {"waarde": "nieuw", "label": "Nieuw"}
    vraag.keuzes = [oud | {"tot": klok.vandaag().isoformat()}, nieuw]
    assert [waarde for waarde, _ in maak_veld(vraag).choices if waarde] == ["nieuw"]
    assert in_woorden(vraag, "oud") == "Oud"
    with translation.override("en"):
        assert (in_woorden(vraag, "oud"), in_woorden(vraag, "nieuw")) == ("Old", "Nieuw")
    vraag.keuzes = [oud | {"tot": "2999-01-01"}, nieuw]
    assert len([waarde for waarde, _ in maak_veld(vraag).choices if waarde]) == 2
