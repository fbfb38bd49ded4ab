"""Each screen of the editor shows at its side how a resident will see it: what is kept, and what is only typed."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from catalogus.models import Zaaktype
from catalogus.versies import kopieer
from tests.fabrieken import medewerker, zaaktype

pytestmark = [pytest.mark.django_db]
Inloggen = Callable[[str], Client]
SUBSIDIE = "subsidie-verkeerslawaai"


@pytest.fixture
def concept(gemeente: None, db: None) -> Zaaktype:
    """A concept that omar began."""
    return kopieer(zaaktype(SUBSIDIE), auteur_id=medewerker("omar").gebruiker.pk)


def _zij(antwoord: Any) -> str:
    """The aside of a page."""
    return str(antwoord.content.decode().partition('<h2 id="zo">')[2].partition("</aside>")[0])


def test_bij_elk_onderdeel_staat_hoe_de_inwoner_het_ziet(ingelogd: Inloggen, concept: Zaaktype) -> None:
    omar = ingelogd("omar")
    pad = f"/backoffice/beheer/zaaktypen/{SUBSIDIE}/{concept.versienummer}/"
    status = concept.statustypen.exclude(statustekst="").first()
    taak = concept.taaktypen.filter(uitvoerder="inwoner").first()
    vraag = concept.gegevens.exclude(soort="bestand").exclude(doel="").first()
    besluit = concept.besluitmomenten.filter(bezwaar=True).first()
    for plek, zinnen in {
        "algemeen": [concept.doel_inwoner, concept.bewaarreden],
        f"stappen/{concept.formulierstappen.first().pk}": [concept.formulierstappen.first().titel],
        f"gegevens/{vraag.pk}": [vraag.label, vraag.doel],
        f"statustypen/{status.pk}": [status.statustekst, "Nu bezig"],
        f"taaktypen/{taak.pk}": [taak.naam, taak.knoptekst],
        f"besluiten/{besluit.pk}": [str(besluit.besluittype), "bezwaar maken tot en met"],
        f"resultaten/{concept.resultaattypen.first().pk}": ["Wij bewaren deze zaak"],
        f"rollen/{concept.roltypen.first().pk}": ["Wie deze rol heeft"],
        f"documenten/{concept.zaaktypeinformatieobjecttypen.first().pk}": ["De inwoner ziet dit document"],
        **{f"{soort}/nieuw": ["niet"] for soort in ("mandaten", "verdeling")},
    }.items():
        zij = _zij(omar.get(f"{pad}{plek}/"))
        for zin in zinnen:
            assert zin in zij, plek
    assert "Nog niet gestart" in omar.get(pad).content.decode()
    for soort in ("stappen", "gegevens", "statustypen", "taaktypen", "gevolgen", "besluiten", "documenten"):
        assert omar.get(f"{pad}{soort}/nieuw/").status_code == 200


def test_een_voorbeeld_toont_wat_getypt_is_en_bewaart_niets(ingelogd: Inloggen, concept: Zaaktype) -> None:
    omar = ingelogd("omar")
    pad = f"/backoffice/beheer/zaaktypen/{SUBSIDIE}/{concept.versienummer}/"
    vraag = concept.gegevens.filter(soort="tekst").first()
    ander = concept.gegevens.filter(soort="ja_nee").first()
    getypt = {
        "label": "Waar ligt uw dak?",
        "soort": "tekst",
        "vraag": ander.naam,
        "woord": "is",
        "antwoord": "ja",
        "voorbeeld": "1",
    }
    antwoord = omar.post(f"{pad}gegevens/{vraag.pk}/", getypt)
    zij = _zij(antwoord)
    assert "Waar ligt uw dak?" in zij
    assert f"Alleen als: {ander.label} is Ja" in zij
    assert "Dit is een voorbeeld. Het is nog niet opgeslagen." in zij
    vraag.refresh_from_db()
    assert vraag.label != "Waar ligt uw dak?"
    assert vraag.toon_als != {"gegeven": ander.naam, "is": True}
