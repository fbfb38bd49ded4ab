"""omar begins a process that did not exist: it gets a first concept, and no word is lost when something is wrong."""

from collections.abc import Callable

import pytest
from django.test import Client

from autorisatie.fouten import GeenRecht
from autorisatie.models import Auditregel
from catalogus.controles import besluiten, rollen, statussen, termijnen
from catalogus.models import Opschortingsgrond, Proces, Team
from catalogus.verschillen import verschillen
from mijnzaken.inrichting.handelingen import zaaktype_versie_maken
from mijnzaken.inrichting.processen import proces_beginnen, proces_wijzigen
from tests.fabrieken import medewerker, zaaktype

pytestmark = [pytest.mark.django_db]
LIJST = "/backoffice/beheer/zaaktypen/"
NIEUW = f"{LIJST}nieuw/"
Inloggen = Callable[[str], Client]


def _waarden(**anders: str) -> dict[str, str]:
    team = Team.objects.order_by("pk")[0]
    return {
        "naam": "Subsidie groen dak",
        "identificatie": "",
        "groep": "subsidies",
        "team": str(team.pk),
        "proceseigenaar": "Afdelingshoofd Wonen",
    } | anders


def test_een_nieuw_proces_heeft_een_concept_met_een_begin(ingelogd: Inloggen) -> None:
    omar = ingelogd("omar")
    assert NIEUW in omar.get(LIJST).content.decode()
    antwoord = omar.post(NIEUW, _waarden())
    assert antwoord["Location"] == f"{LIJST}subsidie-groen-dak/1/"
    assert omar.get(antwoord["Location"]).status_code == 200
    versie = Proces.objects.get(identificatie="subsidie-groen-dak").versies.get()
    assert versie.concept
    assert versie.auteur_id == medewerker("omar").gebruiker.pk
    assert [*statussen(versie), *termijnen(versie), *rollen(versie)] == []
    assert Auditregel.objects.filter(
        handeling="zaaktype_versie_maken", bijzonderheden__proces="subsidie-groen-dak"
    ).exists()


def test_bij_een_fout_komt_alles_terug_wat_er_getypt_is(ingelogd: Inloggen) -> None:
    omar = ingelogd("omar")
    aantal = Proces.objects.count()
    for fout in ({"identificatie": "nieuw"}, {"identificatie": "parkeervergunning-bewoners"}, {"team": ""}):
        antwoord = omar.post(NIEUW, _waarden(**fout))
        assert antwoord.status_code == 422
        assert "Afdelingshoofd Wonen" in antwoord.content.decode()
    assert Proces.objects.count() == aantal


def test_wie_geen_versies_maakt_begint_ook_geen_proces(ingelogd: Inloggen) -> None:
    petra = ingelogd("petra")
    assert NIEUW not in petra.get(LIJST).content.decode()
    assert petra.post(NIEUW, _waarden()).status_code == 404
    with pytest.raises(GeenRecht):
        proces_beginnen(medewerker("petra"), {"naam": "x"})


def test_wat_publiceren_vraagt_staat_bij_algemeen_en_wordt_bewaard(ingelogd: Inloggen) -> None:
    omar = ingelogd("omar")
    omar.post(NIEUW, _waarden())
    adres = f"{LIJST}subsidie-groen-dak/1/algemeen/"
    tekst = omar.get(adres).content.decode()
    assert tekst.count('name="opschortingsgronden"') == len(Opschortingsgrond.choices)
    waarden = {
        "omschrijving": "Subsidie groen dak",
        "doel": "Meer groen.",
        "aanleiding": "Een aanvraag.",
        "termijnregime": "redelijk",
        "doorlooptijd": "P8W",
        "verlenging_aantal": "0",
        "opschorting_en_aanhouding_mogelijk": "on",
        "opschortingsgronden": ["aanvulling", "overmacht"],
        "vertrouwelijkheidaanduiding": "4",
        "betrouwbaarheid_minimaal": "2",
    }
    assert omar.post(adres, waarden).status_code == 302
    versie = Proces.objects.get(identificatie="subsidie-groen-dak").versies.get()
    assert versie.aanleiding == "Een aanvraag."
    assert versie.opschortingsgronden == ["aanvulling", "overmacht"]


def test_naam_en_eigenaar_veranderen_en_het_team_niet(ingelogd: Inloggen) -> None:
    omar = ingelogd("omar")
    omar.post(NIEUW, _waarden())
    adres = f"{LIJST}subsidie-groen-dak/wijzigen/"
    team = Proces.objects.get(identificatie="subsidie-groen-dak").team_id
    anders = {"naam": "Subsidie groene daken", "proceseigenaar": "Hoofd Groen", "team": "1", "identificatie": "anders"}
    assert omar.post(adres, anders).status_code == 302
    rij = Proces.objects.get(identificatie="subsidie-groen-dak")
    assert (rij.naam, rij.proceseigenaar, rij.team_id) == ("Subsidie groene daken", "Hoofd Groen", team)
    assert omar.post(adres, {"naam": "", "proceseigenaar": "Hoofd"}).status_code == 422
    with pytest.raises(GeenRecht):
        proces_wijzigen(medewerker("petra"), {"naam": "x", "proceseigenaar": "y"}, proces=rij)


def test_wie_het_enige_concept_weggooit_begint_opnieuw(ingelogd: Inloggen) -> None:
    omar = ingelogd("omar")
    omar.post(NIEUW, _waarden())
    adres = f"{LIJST}subsidie-groen-dak/"
    assert omar.post(f"{adres}beginnen/").status_code == 302
    rij = Proces.objects.get(identificatie="subsidie-groen-dak")
    assert rij.versies.count() == 1  # it has one: nothing happened
    omar.post(f"{adres}1/weggooien/")
    assert "Eerste versie maken" in omar.get(adres).content.decode()
    assert omar.post(f"{adres}beginnen/").status_code == 302
    assert rij.versies.get().concept


def test_een_vraag_heeft_een_voorwaarde_en_krijgt_vanzelf_een_naam(ingelogd: Inloggen) -> None:
    omar = ingelogd("omar")
    omar.post(NIEUW, _waarden())
    versie = Proces.objects.get(identificatie="subsidie-groen-dak").versies.get()
    adres = f"{LIJST}subsidie-groen-dak/1/gegevens/nieuw/"
    vast = {"volgorde": "1", "bron": "aanvrager", "gegevensgroep": "zaak", "gevoeligheid": "1"}
    omar.post(adres, vast | {"label": "Bent u eigenaar?", "soort": "ja_nee"})
    eigenaar = versie.gegevens.get()
    assert (eigenaar.naam, eigenaar.definitie) == ("bent_u_eigenaar", "Bent u eigenaar?")
    assert eigenaar.corrigeerbaar
    wie = vast | {"label": "Wie dan wel?", "soort": "tekst", "vraag": eigenaar.naam, "woord": "is"}
    assert omar.post(adres, wie | {"antwoord": "misschien"}).status_code == 422
    assert omar.post(adres, wie | {"antwoord": "nee"}).status_code == 302
    assert versie.gegevens.get(naam="wie_dan_wel").toon_als == {"gegeven": eigenaar.naam, "is": False}
    assert omar.post(adres, vast | {"label": "Bewijs", "soort": "bestand"}).status_code == 422
    keuzes = omar.get(f"{LIJST}subsidie-groen-dak/1/gegevens/{eigenaar.pk}/").context["form"].fields["vraag"].choices
    assert [naam for naam, _label in keuzes] == ["", "wie_dan_wel"]


def test_wat_een_zaaktype_niet_kan_staat_op_het_scherm_en_wat_van_elders_komt_blijft(ingelogd: Inloggen) -> None:
    omar, bron = ingelogd("omar"), zaaktype("parkeervergunning-bewoners")
    versie = zaaktype_versie_maken(medewerker("omar"), bron, proces=bron.proces)
    adres = f"{LIJST}parkeervergunning-bewoners/{versie.versienummer}/algemeen/"
    formulier = omar.get(adres).context["form"]
    waarden = {naam: veld.value() for naam, veld in ((v.name, v) for v in formulier) if veld.value() not in (None, "")}
    assert omar.post(adres, waarden).status_code == 302
    versie.refresh_from_db()
    was = bron.uitgeschakelde_handelingen
    assert versie.uitgeschakelde_handelingen == was
    assert verschillen(bron, versie) == []
    waarden |= {"uitgeschakelde_handelingen": ["opschorten"], "termijn_vanaf": "einde_bezwaartermijn"}
    waarden.pop("dwangsom_mogelijk")
    assert omar.post(adres, waarden).status_code == 302
    versie.refresh_from_db()
    assert versie.uitgeschakelde_handelingen == [*was[:3], "opschorten", "hervatten"]
    assert (versie.termijn_vanaf, versie.dwangsom_mogelijk) == ("einde_bezwaartermijn", False)
    assert omar.post(adres, waarden | {"uitgeschakelde_handelingen": ["besluiten"]}).status_code == 302
    versie.refresh_from_db()
    assert [gebrek.zin for gebrek in besluiten(versie)] == [
        "Dit zaaktype heeft een besluit, maar besluiten staat uit bij wat er niet kan."
    ]


def test_een_verwant_zaaktype_is_er_een_van_ons_of_staat_elders(ingelogd: Inloggen) -> None:
    omar, bron = ingelogd("omar"), zaaktype("klacht")
    versie = zaaktype_versie_maken(medewerker("omar"), bron, proces=bron.proces)
    hier = f"{LIJST}klacht/{versie.versienummer}/"
    ander = zaaktype("bezwaar").proces
    for fout in ({"toelichting": "x"}, {"gerelateerd_proces": str(ander.pk)}, {"aard_relatie": "vervolg"}):
        assert omar.post(f"{hier}verwant/nieuw/", fout).status_code == 422
    eigen = {"gerelateerd_proces": str(versie.proces_id), "aard_relatie": "vervolg"}
    assert omar.post(f"{hier}verwant/nieuw/", eigen).status_code == 422
    goed = {
        "gerelateerd_proces": str(ander.pk),
        "gerelateerd_url": "https://elders.example/1",
        "aard_relatie": "vervolg",
    }
    assert omar.post(f"{hier}verwant/nieuw/", goed)["Location"] == f"{hier}#d-verwant"
    nogmaals = omar.post(f"{hier}verwant/nieuw/", goed)
    assert nogmaals.status_code == 422
    assert "Dit zaaktype staat er al" in nogmaals.content.decode()
    elders = {"gerelateerd_url": "https://elders.example/1", "aard_relatie": "onderwerp", "toelichting": "Van de regio"}
    assert omar.post(f"{hier}verwant/nieuw/", elders).status_code == 302
    tekst = omar.get(hier).content.decode()
    assert "deze zaak is er een vervolg op" in tekst
    assert "deze zaak gaat erover; Van de regio" in tekst
    assert {str(rij) for rij in versie.gerelateerde_zaaktypen.all()} == {"Bezwaar", "https://elders.example/1"}
    assert any("Bezwaar" in str(verschil) or "bezwaar" in str(verschil) for verschil in verschillen(bron, versie))
