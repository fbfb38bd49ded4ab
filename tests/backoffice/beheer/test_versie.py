"""petra publishes what omar wrote, from a day that she chooses, or sends it back; omar reads why and mends it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from autorisatie.fouten import GeenRecht, Invoerfout, OnjuisteToestand
from autorisatie.models import Auditregel, Gebruiker
from catalogus import klok
from catalogus.models import Stand, Zaaktype
from mijnzaken.berichten.models import Bericht
from mijnzaken.inrichting import handelingen
from mijnzaken.zaken import tellen
from tests.fabrieken import dien_in, medewerker, partij, zaaktype

pytestmark = [pytest.mark.django_db]
Inloggen = Callable[[str], Client]
SOORT = "parkeervergunning-bewoners"


@pytest.fixture
def concept(gemeente: None) -> Zaaktype:
    """What omar wrote: a copy of the version that runs."""
    bron = zaaktype(SOORT)
    return handelingen.zaaktype_versie_maken(medewerker("omar"), bron, proces=bron.proces)


def adres(versie: Zaaktype, stap: str = "") -> str:
    return f"/backoffice/beheer/zaaktypen/{SOORT}/{versie.versienummer}/{stap and stap + '/'}"


def test_publiceren_kan_vanaf_een_latere_dag(concept: Zaaktype, ingelogd: Inloggen) -> None:
    petra, dag = ingelogd("petra"), klok.vandaag() + timedelta(days=40)
    assert f'value="{klok.vandaag().isoformat()}"' in petra.get(adres(concept)).content.decode()
    assert petra.post(adres(concept, "publiceren"), {"vanaf": dag.isoformat()})["Location"] == adres(concept)
    concept.refresh_from_db()
    assert (concept.stand, concept.begin_geldigheid) == (Stand.GEPUBLICEERD, dag)
    assert Zaaktype.objects.geldig(concept.proces, klok.vandaag()) == zaaktype(SOORT)
    regel = Auditregel.objects.get(handeling="zaaktype_publiceren")
    assert regel.bijzonderheden["vanaf"] == dag.isoformat()


def test_een_dag_die_voorbij_is_komt_terug_met_een_reden(concept: Zaaktype, ingelogd: Inloggen) -> None:
    petra, gisteren = ingelogd("petra"), klok.vandaag() - timedelta(days=1)
    for vanaf, zin in ((gisteren.isoformat(), "niet met terugwerkende kracht"), ("morgen", "morgen")):
        antwoord = petra.post(adres(concept, "publiceren"), {"vanaf": vanaf})
        assert antwoord.status_code == 422
        assert zin in antwoord.content.decode()
    concept.refresh_from_db()
    assert concept.concept


def test_23_wie_schreef_publiceert_ook_niet_met_een_tweede_account(concept: Zaaktype, ingelogd: Inloggen) -> None:
    petra, mens = ingelogd("petra"), partij("bram")
    Gebruiker.objects.filter(gebruikersnaam__in=["omar", "petra"]).update(partij=mens)
    antwoord = petra.post(adres(concept, "publiceren"))
    assert antwoord.status_code == 422
    assert "U schreef zelf aan deze versie." in antwoord.content.decode()
    assert petra.post(adres(concept, "terugsturen"), {"reden": "Nee."}).status_code == 422
    concept.refresh_from_db()
    assert concept.concept


def test_wie_schreef_leest_waarom_het_terugkwam(concept: Zaaktype, ingelogd: Inloggen) -> None:
    petra, omar = ingelogd("petra"), ingelogd("omar")
    assert petra.post(adres(concept, "terugsturen"), {"reden": " "}).status_code == 422
    assert petra.post(adres(concept, "terugsturen"), {"reden": "Noem het artikel."}).status_code == 302
    tekst = omar.get(adres(concept)).content.decode()
    assert "Noem het artikel." in tekst
    assert "Sindsdien is aan deze versie gewerkt." not in tekst
    assert "teruggestuurd" in omar.get("/backoffice/beheer/zaaktypen/").content.decode()
    brief = Bericht.objects.systeem("test").get(soort="zaaktype_teruggestuurd")
    assert brief.gebruiker == medewerker("omar").gebruiker
    assert adres(concept) in brief.tekst
    assert "Noem het artikel." not in brief.tekst  # the rest is behind the log-in

    assert "sindsdien niet gewijzigd" in petra.post(adres(concept, "publiceren")).content.decode()
    stap = concept.formulierstappen.first()
    waarden = {"volgnummer": stap.volgnummer, "titel": "Uw auto", "inleiding": ""}
    assert omar.post(adres(concept, f"stappen/{stap.pk}"), waarden).status_code == 302
    assert "Sindsdien is aan deze versie gewerkt." in omar.get(adres(concept)).content.decode()
    assert petra.post(adres(concept, "publiceren")).status_code == 302


def test_terugsturen_doet_wie_niet_schreef_en_met_een_reden(concept: Zaaktype) -> None:
    def stuur(wie: str, reden: str = "Nee.") -> Zaaktype:
        return handelingen.zaaktype_terugsturen(medewerker(wie), concept, proces=concept.proces, reden=reden)

    with pytest.raises(GeenRecht):
        stuur("omar")
    with pytest.raises(Invoerfout):
        stuur("petra", " ")
    concept.auteurs = [medewerker("petra").gebruiker.pk]
    with pytest.raises(OnjuisteToestand, match="U schreef zelf"):
        stuur("petra")


def test_een_gebrek_brengt_naar_het_scherm_waar_men_het_verbetert(concept: Zaaktype, ingelogd: Inloggen) -> None:
    gegeven, status = concept.gegevens.first(), concept.statustypen.first()
    concept.gegevens.filter(pk=gegeven.pk).update(doel="")
    concept.statustypen.filter(pk=status.pk).update(statustekst="")
    concept.resultaattypen.all().delete()
    Zaaktype.objects.filter(pk=concept.pk).update(aanleiding="")
    omar = ingelogd("omar")
    tekst = omar.get(adres(concept)).content.decode()
    for plek in (f"gegevens/{gegeven.pk}", f"statustypen/{status.pk}", "algemeen"):
        assert f'href="{adres(concept, plek)}">' in tekst
        assert omar.get(adres(concept, plek)).status_code == 200
    assert 'href="#d-resultaten">' in tekst
    assert 'id="d-resultaten"' in tekst
    assert "Het gegeven" in (van_petra := ingelogd("petra").get(adres(concept)).content.decode())
    assert adres(concept, "algemeen") not in van_petra


def test_een_concept_staat_naast_wat_loopt_ook_als_er_iets_gepland_is(concept: Zaaktype, ingelogd: Inloggen) -> None:
    dag = klok.vandaag() + timedelta(days=40)
    handelingen.zaaktype_publiceren(medewerker("petra"), concept, proces=concept.proces, vanaf=dag)
    nieuw = handelingen.zaaktype_versie_maken(medewerker("omar"), concept, proces=concept.proces)
    tekst = ingelogd("omar").get(adres(nieuw)).content.decode()
    assert f"Vergeleken met versie {zaaktype(SOORT).versienummer}," in tekst
    assert f"versie {concept.versienummer} is al gepubliceerd" in tekst


def test_tellen_houdt_op_bij_een_grens(
    gemeente: None, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Callable[[int], object]
) -> None:
    for _ in range(3):
        zaak = dien_in("anna", SOORT)
    with django_assert_num_queries(1):  # type: ignore[attr-defined]
        assert tellen.zaken_per_versie(zaak.proces_id)[zaak.zaaktype_id] == tellen.Zakental(3, 3)
    monkeypatch.setattr(tellen, "TELGRENS", 2)
    geteld = tellen.zaken_per_versie(zaak.proces_id)[zaak.zaaktype_id]
    assert (geteld.lopend, geteld.lopend_tekst) == (2, "1.000+")
