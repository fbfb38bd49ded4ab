"""The order of the parts of a zaaktype, by buttons that need no script."""

from collections.abc import Callable

import pytest
from django.test import Client

from autorisatie.fouten import OnjuisteToestand
from catalogus.models import Zaaktype
from catalogus.versies import kopieer
from mijnzaken.inrichting import handelingen
from tests.fabrieken import medewerker, zaaktype

pytestmark = [pytest.mark.django_db]
Inloggen = Callable[[str], Client]
PARKEREN = "parkeervergunning-bewoners"


@pytest.fixture
def concept(gemeente: None, db: None) -> Zaaktype:
    return kopieer(zaaktype(PARKEREN), auteur_id=medewerker("omar").gebruiker.pk)


def adres(versie: Zaaktype, rest: str = "") -> str:
    return f"/backoffice/beheer/zaaktypen/{versie.proces.identificatie}/{versie.versienummer}/{rest}"


@pytest.mark.parametrize(
    "sleutel, relatie",
    [
        ("statustypen", "statustypen"),
        ("taaktypen", "taaktypen"),
        ("documenten", "zaaktypeinformatieobjecttypen"),
        ("stappen", "formulierstappen"),
        ("gegevens", "gegevens"),
    ],
)
def test_een_onderdeel_gaat_omlaag_en_weer_omhoog(
    ingelogd: Inloggen, concept: Zaaktype, sleutel: str, relatie: str
) -> None:
    omar, voor = ingelogd("omar"), [rij.pk for rij in getattr(concept, relatie).all()]
    terug = omar.post(adres(concept, f"{sleutel}/{voor[0]}/plaats/omlaag/"))
    assert terug["Location"] == f"{adres(concept)}#d-{sleutel}"
    assert [rij.pk for rij in getattr(concept, relatie).all()] == [voor[1], voor[0], *voor[2:]]
    omar.post(adres(concept, f"{sleutel}/{voor[0]}/plaats/omhoog/"))
    assert [rij.pk for rij in getattr(concept, relatie).all()] == voor


def test_de_nummers_van_statussen_blijven_wat_ze_waren(concept: Zaaktype) -> None:
    voor = list(concept.statustypen.values_list("volgnummer", flat=True))
    eerste = concept.statustypen.first()
    handelingen.onderdeel_verplaatsen(medewerker("omar"), concept, eerste, omhoog=False, proces=concept.proces)
    assert list(concept.statustypen.values_list("volgnummer", flat=True)) == voor


def test_een_vraag_blijft_in_haar_stap(ingelogd: Inloggen, concept: Zaaktype) -> None:
    for stap in concept.formulierstappen.all():
        rijen = list(stap.gegevens.order_by("volgorde", "id"))
        for rij, kant in ((rijen[0], "omhoog"), (rijen[-1], "omlaag")):
            with pytest.raises(OnjuisteToestand):
                handelingen.onderdeel_verplaatsen(
                    medewerker("omar"), concept, rij, omhoog=kant == "omhoog", proces=concept.proces
                )
            knop = adres(concept, f"gegevens/{rij.pk}/plaats/{kant}/")
            assert knop not in ingelogd("omar").get(adres(concept)).content.decode()


def test_wat_nieuw_is_komt_achteraan(ingelogd: Inloggen, concept: Zaaktype) -> None:
    omar, taken = ingelogd("omar"), list(concept.taaktypen.all())
    omar.post(adres(concept, f"taaktypen/{taken[-1].pk}/plaats/omhoog/"))
    velden = {"naam": "Bel ons", "omschrijving": "Bel ons.", "uitvoerder": "medewerker", "soort": "bevestigen"}
    assert omar.post(adres(concept, "taaktypen/nieuw/"), velden).status_code == 302
    assert concept.taaktypen.last().naam == "Bel ons"


def test_alleen_een_concept_verandert_van_volgorde_en_alleen_wat_een_volgorde_heeft(
    ingelogd: Inloggen, concept: Zaaktype
) -> None:
    soort, omar = zaaktype(PARKEREN), ingelogd("omar")
    status = soort.statustypen.first()
    assert omar.post(adres(soort, f"statustypen/{status.pk}/plaats/omlaag/")).status_code == 404
    with pytest.raises(OnjuisteToestand):
        handelingen.onderdeel_verplaatsen(medewerker("omar"), soort, status, omhoog=False, proces=soort.proces)
    resultaat, eigen = concept.resultaattypen.first(), concept.statustypen.first()
    assert omar.post(adres(concept, f"resultaten/{resultaat.pk}/plaats/omlaag/")).status_code == 404
    assert omar.post(adres(concept, f"statustypen/{eigen.pk}/plaats/opzij/")).status_code == 404
    assert omar.get(adres(concept, f"statustypen/{eigen.pk}/plaats/omlaag/")).status_code == 405
