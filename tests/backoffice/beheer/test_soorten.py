"""omar makes kinds of decision and document, and loads the Selectielijst; what holds already does not change."""

import json
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from autorisatie.fouten import GeenRecht, Invoerfout, OnjuisteToestand
from autorisatie.models import Auditregel
from catalogus.models import Besluittype, Informatieobjecttype, Selectielijstresultaat
from mijnzaken.inrichting import soorten
from tests.catalogus.test_selectielijst import rijen
from tests.fabrieken import medewerker

pytestmark = [pytest.mark.django_db]
Inloggen = Callable[[str], Client]
SOORTEN, LIJST = "/backoffice/beheer/soorten/", "/backoffice/beheer/selectielijst/"


def test_een_soort_besluit_is_een_concept_tot_een_zaaktype_ermee_gepubliceerd_wordt(ingelogd: Inloggen) -> None:
    omar = ingelogd("omar")
    waarden = {"omschrijving": "Besluit groen dak", "reactietermijn": "6 weken"}
    assert omar.post(f"{SOORTEN}besluiten/nieuw/", waarden).status_code == 302
    rij = Besluittype.objects.get(omschrijving="Besluit groen dak")
    assert (rij.concept, rij.reactietermijn) == (True, "P6W")
    assert Auditregel.objects.filter(handeling="zaaktype_wijzigen", bijzonderheden__naam=rij.omschrijving).exists()
    tekst = omar.get(SOORTEN).content.decode()
    assert "bezwaar binnen 6 weken" in tekst
    assert "nog niet in gebruik" in tekst
    assert omar.post(f"{SOORTEN}besluiten/{rij.pk}/", waarden | {"toelichting": "Geld."}).status_code == 302
    rij.refresh_from_db()
    assert rij.toelichting == "Geld."
    assert omar.post(f"{SOORTEN}besluiten/{rij.pk}/weg/").status_code == 302
    assert not Besluittype.objects.filter(pk=rij.pk).exists()


def test_een_naam_is_er_een_keer_en_wat_geldt_verandert_niet(ingelogd: Inloggen) -> None:
    geldt = Informatieobjecttype.objects.filter(concept=False).first()
    omar = ingelogd("omar")
    waarden = {
        "omschrijving": geldt.omschrijving,
        "informatieobjectcategorie": "brief",
        "vertrouwelijkheidaanduiding": "4",
    }
    antwoord = omar.post(f"{SOORTEN}documenten/nieuw/", waarden)
    assert antwoord.status_code == 422
    assert "Deze soort is er al." in antwoord.content.decode()
    assert omar.get(f"{SOORTEN}documenten/{geldt.pk}/").status_code == 404
    with pytest.raises(OnjuisteToestand):
        soorten.soort_bewaren(medewerker("omar"), geldt, {"toelichting": "Anders."})
    with pytest.raises(OnjuisteToestand):
        soorten.soort_weghalen(medewerker("omar"), geldt)
    with pytest.raises(Invoerfout):
        soorten.soort_bewaren(medewerker("omar"), Besluittype(), {"omschrijving": ""})


def test_wie_zaaktypen_leest_leest_de_soorten_maar_maakt_er_geen(ingelogd: Inloggen) -> None:
    petra = ingelogd("petra")
    tekst = petra.get(SOORTEN).content.decode()
    assert "Nieuw:" not in tekst
    assert petra.post(f"{SOORTEN}besluiten/nieuw/", {"omschrijving": "x"}).status_code == 404
    with pytest.raises(GeenRecht):
        soorten.soort_bewaren(medewerker("petra"), Besluittype(), {"omschrijving": "x"})


def test_de_selectielijst_komt_uit_een_bestand_en_anders_helemaal_niet(ingelogd: Inloggen) -> None:
    omar = ingelogd("omar")
    bestand = SimpleUploadedFile("lijst.json", json.dumps(rijen()).encode())
    antwoord = omar.post(LIJST, {"bestand": bestand}, follow=True)
    assert "Nieuw: 3." in antwoord.content.decode()
    assert "De lijst van 2020: 1 procestypen en 2 resultaten." in antwoord.content.decode()
    for fout in (b"geen json", b"\xff\xfe", b"[]"):
        antwoord = omar.post(LIJST, {"bestand": SimpleUploadedFile("lijst.json", fout)})
        assert antwoord.status_code == 422
    assert Selectielijstresultaat.objects.count() == 2
    assert ingelogd("petra").get(LIJST).status_code == 404
