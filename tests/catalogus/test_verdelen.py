"""The first rule that fits names the team; what it does not name does not matter."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from catalogus.beslissen.tabel import Tabelvraag
from catalogus.formulieren.voorwaardewoorden import als_getypt, lees_voorwaarde, voorwaarde_in_zin
from catalogus.models import Product, Team, Zaaktype
from catalogus.verdelen import team_voor

pytestmark = pytest.mark.django_db
ADRES = {"postcode": "2511AB", "huisnummer": 1}


@pytest.fixture
def verdeeld(zaaktype: Zaaktype) -> Zaaktype:
    """1 by the answer, 2 by postcode, 3 by product; else the team of the process."""
    zaaktype.verdeelregels.all().delete()
    afdeling = zaaktype.proces.team.afdeling
    product = Product.objects.create(naam="Dak", slug="dak", samenvatting="Dak.")
    zaaktype.gegevens.create(naam="waar", definitie="x", label="Waar?", soort="adres", doel="x", grondslag="x")
    for nummer, velden in enumerate(
        [
            {"voorwaarde": {"gegeven": "vraag", "is": "Spoed"}},
            {"postcode_van": 2500, "postcode_tot": 2511},
            {"product": product},
        ],
        start=1,
    ):
        team = Team.objects.create(afdeling=afdeling, naam=f"Team {nummer}")
        zaaktype.verdeelregels.create(volgorde=nummer, team=team, **velden)
    return zaaktype


@pytest.mark.parametrize(
    "vraag, team",
    [
        ({}, "Team"),
        ({"antwoorden": {"vraag": "Spoed", "waar": ADRES}}, "Team 1"),
        ({"antwoorden": {"vraag": "Rustig", "waar": ADRES}}, "Team 2"),
        ({"antwoorden": {"waar": {"postcode": "2512AB", "huisnummer": 1}}, "postcode": "2500 AA"}, "Team"),
        ({"postcode": "2500 AA"}, "Team 2"),
        ({"postcode": "2511zz"}, "Team 2"),
        ({"postcode": "2512 AA"}, "Team"),
        ({"postcode": "buiten"}, "Team"),
        ({"antwoorden": {"waar": "geen adres"}, "postcode": "2500 AA"}, "Team 2"),
    ],
)
def test_de_eerste_regel_die_past_noemt_het_team(verdeeld: Zaaktype, vraag: dict[str, Any], team: str) -> None:
    assert team_voor(verdeeld, **vraag).naam == team


def test_een_regel_bij_een_product_past_alleen_daarbij(verdeeld: Zaaktype) -> None:
    product = Product.objects.get(slug="dak")
    assert team_voor(verdeeld, product_id=product.pk).naam == "Team 3"
    assert team_voor(verdeeld, product_id=product.pk + 1).naam == "Team"


def test_wat_een_regel_noemt_moet_allemaal_gelden(verdeeld: Zaaktype) -> None:
    verdeeld.verdeelregels.filter(volgorde=1).update(postcode_van=3000, postcode_tot=3000)
    assert team_voor(verdeeld, antwoorden={"vraag": "Spoed"}, postcode="2600 AA").naam == "Team"
    assert team_voor(verdeeld, antwoorden={"vraag": "Spoed"}, postcode="3000 AA").naam == "Team 1"


# -- how a person writes the condition ------------------------------------------------------------------------------

VRAGEN = {
    vraag.naam: vraag
    for vraag in (
        Tabelvraag("koop", "Koopt u?", "ja_nee"),
        Tabelvraag("rol", "Rol", "keuze", [{"waarde": "e", "label": "Eigenaar"}, {"waarde": "h", "label": "Huurder"}]),
        Tabelvraag("wat", "Wat", "meerkeuze", [{"waarde": "d", "label": "Dak"}]),
        Tabelvraag("duur", "Prijs", "bedrag"),
        Tabelvraag("hoeveel", "Aantal", "getal"),
        Tabelvraag("dag", "Dag", "datum"),
        Tabelvraag("naam", "Naam", "tekst"),
    )
}  # fmt: skip


@pytest.mark.parametrize(
    "naam, woord, getypt, waarde, zin",
    [
        ("koop", "is", "Ja", True, "Koopt u? is Ja"),
        ("rol", "is", "eigenaar", "e", "Rol is Eigenaar"),
        ("rol", "een_van", "Eigenaar, h", ["e", "h"], "Rol is een van Eigenaar, Huurder"),
        ("wat", "bevat", "dak", "d", "Wat bevat Dak"),
        ("duur", "meer_dan", "1.250,50", 125050, "Prijs is meer dan €\u00a01.250,50"),
        ("hoeveel", "minder_dan", "2,5", 2.5, "Aantal is minder dan 2,5"),
        ("dag", "is", "1-3-2026", "2026-03-01", "Dag is 1 maart 2026"),
        ("naam", "is", " Jan ", "Jan", "Naam is Jan"),
    ],
)
def test_een_voorwaarde_zoals_men_haar_typt_en_leest(naam: str, woord: str, getypt: str, waarde: Any, zin: str) -> None:
    voorwaarde = lees_voorwaarde(VRAGEN[naam], woord, getypt)
    assert voorwaarde == {"gegeven": naam, woord: waarde}
    assert voorwaarde_in_zin(voorwaarde, VRAGEN) == zin
    assert lees_voorwaarde(VRAGEN[naam], *als_getypt(VRAGEN[naam], voorwaarde)) == voorwaarde


@pytest.mark.parametrize(
    "naam, woord, getypt",
    [
        ("koop", "meer_dan", "ja"),
        ("koop", "is", "misschien"),
        ("rol", "is", "burgemeester"),
        ("rol", "is", ""),
        ("wat", "is", "dak"),
        ("duur", "is", "veel"),
        ("dag", "is", "31-2-2026"),
    ],
)
def test_een_voorwaarde_die_niet_bij_de_vraag_past(naam: str, woord: str, getypt: str) -> None:
    with pytest.raises(ValidationError):
        lees_voorwaarde(VRAGEN[naam], woord, getypt)


def test_een_samengestelde_voorwaarde_in_een_zin() -> None:
    een = [{"gegeven": "rol", "is": "h"}, {"gegeven": "weg", "ingevuld": True}]
    delen = [{"gegeven": "koop", "is": False}, {"niet": {"een": een}}]
    assert voorwaarde_in_zin({"alle": delen}, VRAGEN) == "Koopt u? is Nee en niet (Rol is Huurder of weg is ingevuld)"
    assert voorwaarde_in_zin({}, VRAGEN) == ""
