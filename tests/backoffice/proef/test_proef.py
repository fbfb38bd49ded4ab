"""A concept is walked through as resident and as handler; afterwards nothing happened."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.core.files.storage import storages
from django.test import Client

from autorisatie import proef
from autorisatie.fouten import GeenRecht
from catalogus import klok
from catalogus.models import Zaaktype
from catalogus.versies import kopieer
from mijnzaken.zaken.handelingen import behandelen
from mijnzaken.zaken.nummers import nieuw_nummer
from tests.fabrieken import burger, dien_in, medewerker, zaaktype

pytestmark = [pytest.mark.django_db]
Inloggen = Callable[[str], Client]
SOORT = "parkeervergunning-bewoners"
PROCES = f"/backoffice/beheer/zaaktypen/{SOORT}/"
VAN_DE_SESSIE = {"sessions.Session"}


def adres(rest: str = "") -> str:
    """The trial of the concept, which comes after the version that runs."""
    return f"{PROCES}{zaaktype(SOORT).versienummer + 1}/proef/{rest}"


@pytest.fixture
def concept(gemeente: None) -> Zaaktype:
    """With two questions left: a text, and a file that must be sent."""
    versie = kopieer(zaaktype(SOORT), auteur_id=medewerker("omar").gebruiker.pk)
    versie.gegevens.exclude(naam="kenteken").delete()
    kenteken = versie.gegevens.get()
    document = versie.zaaktypeinformatieobjecttypen.filter(inwoner_mag_toevoegen=True).first()
    versie.gegevens.create(
        naam="foto", definitie="x", label="Foto van de auto", soort="bestand", verplicht=True, stap=kenteken.stap,
        informatieobjecttype=document.informatieobjecttype, doel="x", grondslag="x",
    )  # fmt: skip
    return versie


@pytest.fixture
def omar(concept: Zaaktype, ingelogd: Inloggen) -> Client:
    return ingelogd("omar")


def rijen() -> dict[str, int]:
    """How many rows every table has."""
    return {
        model._meta.label: model._base_manager.count()
        for model in apps.get_models()
        if model._meta.managed and model._meta.label not in VAN_DE_SESSIE
    }


def bestanden() -> set[str]:
    """The folders per day in which content lies, with what is in them."""
    opslag, dag = storages["documenten"], klok.vandaag()
    try:
        return set(opslag.listdir(f"{dag:%Y/%m/%d}")[1])
    except FileNotFoundError:
        return set()


def verstuur(omar: Client) -> None:
    assert omar.get(adres())["Location"] == adres("vragen/1/")
    assert "Hier stuurt de inwoner een bestand" in omar.get(adres("vragen/1/")).content.decode()
    assert omar.post(adres("vragen/1/"), {"kenteken": "K-123-BB"})["Location"] == adres("vragen/2/")
    assert "K-123-BB" in omar.get(adres("vragen/2/")).content.decode()
    assert omar.post(adres())["Location"] == adres()


def doe(omar: Client, naam: str, **velden: Any) -> str:
    antwoord = omar.post(adres(f"doen/{naam}/"), velden)
    assert antwoord.status_code == 302, antwoord.content.decode()
    return omar.get(adres()).content.decode()


def test_een_concept_is_te_doorlopen_tot_het_besluit(omar: Client, concept: Zaaktype) -> None:
    voor, inhoud = rijen(), bestanden()
    verstuur(omar)
    tekst = omar.get(adres()).content.decode()
    assert "Dit is een proef" in tekst
    assert concept.statustypen.order_by("volgnummer")[0].statustekst in tekst
    assert "besluit_voorstellen" in tekst
    doe(omar, "in_behandeling_nemen")
    moment = concept.besluitmomenten.get()
    tekst = doe(
        omar, "besluit_voorstellen", besluitmoment=moment.pk, uitkomst="toegekend", motivering="U woont daar.",
        ingangsdatum=(klok.vandaag() + timedelta(days=1)).isoformat(),
    )  # fmt: skip
    assert adres("doen/besluiten/") in tekst
    assert adres("doen/besluit_voorstellen/") not in tekst
    tekst = doe(omar, "besluiten")
    assert "afgerond" in tekst
    assert "<ol><li>In behandeling nemen</li><li>Besluit voorstellen</li><li>Besluiten</li></ol>" in tekst
    assert rijen() == voor
    assert bestanden() == inhoud


def test_de_inwoner_doet_in_de_proef_wat_er_gevraagd_is(omar: Client) -> None:
    verstuur(omar)
    doe(omar, "in_behandeling_nemen")
    uiterlijk = (klok.vandaag() + timedelta(days=14)).isoformat()
    tekst = doe(omar, "aanvulling_vragen", titel="Stuur een foto.", uiterlijk=uiterlijk)
    assert "De inwoner doet dit" in tekst
    assert "wacht op aanvrager" in tekst
    assert "De inwoner doet dit" not in doe(omar, "taak", nummer=0)


def test_wat_niet_klopt_komt_terug_met_wat_er_getypt_is(omar: Client) -> None:
    verstuur(omar)
    antwoord = omar.post(adres("doen/stoppen/"), {"reden": ""})
    assert antwoord.status_code == 422
    assert omar.post(adres("doen/heropenen/"), {"reden": "x"}).status_code == 302
    assert "Gedaan in deze proef" not in omar.get(adres()).content.decode()


def test_een_stap_terug_en_opnieuw(omar: Client) -> None:
    verstuur(omar)
    doe(omar, "in_behandeling_nemen")
    omar.post(adres("terug/"))
    assert adres("doen/in_behandeling_nemen/") in omar.get(adres()).content.decode()
    omar.post(adres("terug/"))
    assert omar.get(adres())["Location"] == adres("vragen/1/")
    assert "K-123-BB" in omar.get(adres("vragen/1/")).content.decode()
    omar.post(adres("opnieuw/"))
    assert "K-123-BB" not in omar.get(adres("vragen/1/")).content.decode()


def test_wie_het_concept_wijzigt_ziet_welke_stap_niet_meer_kan(omar: Client, concept: Zaaktype) -> None:
    verstuur(omar)
    doe(omar, "in_behandeling_nemen")
    Zaaktype.objects.filter(pk=concept.pk).update(uitgeschakelde_handelingen=["in_behandeling_nemen"])
    tekst = omar.get(adres()).content.decode()
    assert "Een stap van deze proef kan niet meer" in tekst
    assert "Dit kan nu niet bij deze zaak." in tekst


def test_een_proef_neemt_geen_nummer(gemeente: None) -> None:
    dien_in("anna")
    met = nieuw_nummer()
    with proef.niets_blijft():
        assert nieuw_nummer().startswith("0000-")
    jaar, nummer = met.split("-")
    assert nieuw_nummer() == f"{jaar}-{int(nummer) + 1:07d}"
    assert not proef.loopt()


def test_wat_de_spelers_mogen_geldt_voor_niemand_anders(omar: Client, gemeente: None) -> None:
    verstuur(omar)
    doe(omar, "in_behandeling_nemen")
    with pytest.raises(GeenRecht):
        behandelen.notitie_schrijven(burger("anna"), dien_in("anna"), onderwerp="x", tekst="x")
    assert omar.get("/backoffice/zaken/").status_code == 404


def test_er_wordt_alleen_een_concept_geprobeerd(omar: Client) -> None:
    assert omar.get(f"{PROCES}{zaaktype(SOORT).versienummer}/proef/").status_code == 404
    assert omar.get(adres("doen/afschermen/")).status_code == 404
    assert omar.get(adres("doen/besluiten/")).status_code == 404
