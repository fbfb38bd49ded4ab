"""omar writes the aansluitdossier of a process, petra agrees to it or withdraws it: on the screens."""

from collections.abc import Callable

import pytest
from django.test import Client

from catalogus import klok
from catalogus.dossier.predpia import VRAGEN
from catalogus.dossier.stand import Stand, lees
from catalogus.models import Dossierakkoord, Proces, Verwerker
from catalogus.models import SoortDossierstap as S
from mijnzaken.inrichting.processen import proces_beginnen
from tests.dossiers import laat_niet_lopen
from tests.fabrieken import medewerker

pytestmark = [pytest.mark.django_db]
PARKEREN = "parkeervergunning-bewoners"
ZAAKTYPEN = "/backoffice/beheer/zaaktypen/"
DOSSIER = f"{ZAAKTYPEN}{PARKEREN}/dossier/"
IB = f"{DOSSIER}stappen/ib-toets/"
PRE = f"{DOSSIER}stappen/pre-dpia/"
Inloggen = Callable[[str], Client]


def tekst(browser: Client, adres: str) -> str:
    antwoord = browser.get(adres)
    assert antwoord.status_code == 200, adres
    return antwoord.content.decode()


def stand(soort: str) -> Stand:
    return lees(Proces.objects.get(identificatie=PARKEREN)).stappen[S(soort)].stand


def gezien(browser: Client, adres: str) -> str:
    """What the hidden field says: when it was last changed."""
    return str(browser.get(adres).context["form"]["gezien"].value())


def schrijf(browser: Client, stap: str, **waarden: object) -> object:
    adres = f"{stap}wijzigen/"
    lijf = {"eigenaar": "adviseur", "bevindingen": "Opnieuw bekeken.", "gezien": gezien(browser, adres)}
    return browser.post(adres, lijf | waarden)


def test_het_dossier_zegt_hoe_ver_het_is_en_wat_het_risico_vraagt(ingelogd: Inloggen) -> None:
    blad = tekst(ingelogd("omar"), DOSSIER)
    for soort in S:
        assert f"{DOSSIER}stappen/{soort}/" in blad
    assert "Een DPIA is nodig:" in blad
    assert "Het dossier is in orde." in blad
    assert "Directeur van de dienst" in blad
    assert f"{DOSSIER}verwerkers/nieuw/" in blad
    assert f"{DOSSIER}verwerkers/nieuw/" not in tekst(ingelogd("petra"), DOSSIER)
    assert DOSSIER in tekst(ingelogd("omar"), f"{ZAAKTYPEN}{PARKEREN}/")


def test_de_een_schrijft_en_de_ander_gaat_akkoord(ingelogd: Inloggen) -> None:
    omar, petra = ingelogd("omar"), ingelogd("petra")
    antwoord = schrijf(omar, IB, documenten="https://stukken.example/ib\nkast 3", patronen=["kort", "vier_ogen"])
    assert antwoord["Location"] == IB
    blad = tekst(omar, IB)
    assert '<a href="https://stukken.example/ib"' in blad
    assert "Kort bewaren" in blad
    assert "gewijzigd na akkoord" in blad
    assert f"{IB}goedkeuren/" not in blad
    keuren = f"{IB}goedkeuren/"
    assert keuren in tekst(petra, IB)
    lijf = {"geldig_tot": "2028-01-01", "gezien": gezien(petra, keuren)}
    assert petra.post(keuren, lijf)["Location"] == IB
    assert stand(S.IB_TOETS) == Stand.AKKOORD
    assert "P. de Wit" in tekst(omar, IB)


def test_de_vragen_van_de_pre_dpia_worden_een_voor_een_beantwoord(ingelogd: Inloggen) -> None:
    omar = ingelogd("omar")
    nee = {f"vraag_{naam}": "nee" for naam in VRAGEN}
    assert schrijf(omar, PRE, **{**nee, "vraag_automatisch": "ja", "vraag_schaal": ""})["Location"] == PRE
    blad = tekst(omar, PRE)
    assert "Nog niet beantwoord" in blad
    assert "Een computer besluit zonder dat een mens kijkt" in tekst(omar, DOSSIER)
    vragen = omar.get(f"{PRE}wijzigen/").context["form"]
    assert [vragen[f"vraag_{naam}"].value() for naam in ("automatisch", "schaal", "complex")] == ["ja", "", "nee"]
    assert "vraag_schaal" not in tekst(omar, f"{IB}wijzigen/")


def test_wat_niet_past_staat_bij_het_formulier_en_niets_gaat_verloren(ingelogd: Inloggen) -> None:
    omar, petra = ingelogd("omar"), ingelogd("petra")
    antwoord = schrijf(omar, IB, eigenaar="")
    assert antwoord.status_code == 422
    assert "Opnieuw bekeken." in antwoord.content.decode()
    antwoord = schrijf(omar, IB, gezien="2020-01-01T00:00:00+00:00")
    assert antwoord.status_code == 422
    assert "Iemand anders wijzigde deze stap intussen." in antwoord.content.decode()
    schrijf(omar, IB)
    keuren = f"{IB}goedkeuren/"
    antwoord = petra.post(keuren, {"geldig_tot": "2020-01-01", "gezien": gezien(petra, keuren)})
    assert antwoord.status_code == 422
    assert "Kies een dag na vandaag." in antwoord.content.decode()
    assert stand(S.IB_TOETS) == Stand.GEWIJZIGD


def test_intrekken_zegt_wat_het_stopt(ingelogd: Inloggen) -> None:
    fleur = ingelogd("fleur")
    adres = f"{DOSSIER}stappen/dpia/intrekken/"
    assert adres in tekst(fleur, f"{DOSSIER}stappen/dpia/")
    assert "Nieuwe aanvragen kunnen dan meteen niet meer." in tekst(fleur, adres)
    assert "Nieuwe aanvragen" not in tekst(fleur, f"{DOSSIER}stappen/test/intrekken/")
    assert fleur.post(adres, {"reden": " "}).status_code == 422
    assert fleur.post(adres, {"reden": "Een risico gemist."})["Location"] == f"{DOSSIER}stappen/dpia/"
    assert "Dit proces neemt geen nieuwe aanvragen aan" in tekst(fleur, DOSSIER)
    assert "neemt geen nieuwe aanvragen aan" in tekst(fleur, f"{ZAAKTYPEN}{PARKEREN}/")
    assert "Een risico gemist." in tekst(fleur, f"{DOSSIER}stappen/dpia/")


def test_rollen_en_verwerkers_worden_genoemd_met_wat_zij_doen(ingelogd: Inloggen) -> None:
    omar = ingelogd("omar")
    rollen = {"opdrachtgever": "Wethouder", "functioneel_beheer": "Team FB", "technisch_beheer": "Team TB"}
    assert omar.post(f"{DOSSIER}rollen/", rollen | {"opdrachtgever_plicht": "Betaalt."})["Location"] == DOSSIER
    verwerker = {"naam": "Delta", "taak": "Meten.", "overeenkomst": "VO-9", "overeenkomst_van": "2026-01-01"}
    assert omar.post(f"{DOSSIER}verwerkers/nieuw/", verwerker)["Location"] == DOSSIER
    rij = Verwerker.objects.get(naam="Delta")
    blad = tekst(omar, DOSSIER)
    assert "Betaalt." in blad
    assert "VO-9" in blad
    assert omar.post(f"{DOSSIER}verwerkers/nieuw/", verwerker).status_code == 422
    zonder_einde = omar.post(f"{DOSSIER}verwerkers/{rij.pk}/", verwerker | {"overeenkomst_tot": "2025-01-01"})
    assert zonder_einde.status_code == 422
    assert omar.get(f"{ZAAKTYPEN}woo-verzoek/dossier/verwerkers/{rij.pk}/").status_code == 404
    assert f"{rij.pk}/weg/" not in blad, "the register names who worked with the data of a process that runs"
    assert omar.post(f"{DOSSIER}verwerkers/{rij.pk}/", verwerker | {"gestopt_op": "2026-06-01"})["Location"] == DOSSIER
    assert "gestopt op 1 juni 2026" in tekst(omar, DOSSIER)
    laat_niet_lopen(Proces.objects.get(identificatie=PARKEREN))
    assert omar.post(f"{DOSSIER}verwerkers/{rij.pk}/weg/")["Location"] == DOSSIER
    assert not Verwerker.objects.filter(pk=rij.pk).exists()


def test_een_nieuw_proces_begint_met_een_leeg_dossier_en_wordt_zo_niet_gepubliceerd(ingelogd: Inloggen) -> None:
    omar = ingelogd("omar")
    versie = proces_beginnen(
        medewerker("omar"),
        {
            "identificatie": "subsidie-groen-dak",
            "naam": "Subsidie groen dak",
            "groep": "subsidies",
            "team": Proces.objects.get(identificatie=PARKEREN).team,
            "proceseigenaar": "Hoofd",
        },
    )
    adres = f"{ZAAKTYPEN}{versie.proces.identificatie}/dossier/"
    blad = tekst(omar, adres)
    assert "Er is nog geen aansluitdossier van dit proces." in blad
    assert "nog nooit getoetst" in tekst(omar, f"{ZAAKTYPEN}{versie.proces.identificatie}/")
    assert "Er is nog geen aansluitdossier van dit proces." in tekst(
        omar, f"{ZAAKTYPEN}{versie.proces.identificatie}/1/"
    )
    ingelogd("petra").post(f"{ZAAKTYPEN}{versie.proces.identificatie}/1/publiceren/")
    versie.refresh_from_db()
    assert versie.concept


@pytest.mark.parametrize("soort", ["", "stappen/ib-toets/"])
def test_het_aantal_vragen_groeit_niet_met_de_akkoorden(
    ingelogd: Inloggen, django_assert_max_num_queries: Callable[..., object], soort: str
) -> None:
    omar = ingelogd("omar")
    rij = lees(Proces.objects.get(identificatie=PARKEREN)).stappen[S.IB_TOETS].rij
    assert rij is not None
    Dossierakkoord.objects.bulk_create(
        Dossierakkoord(
            dossierstap=rij, inhoud={}, auteurs=[], door_id=n, op=klok.nu(), geldig_tot=klok.vandaag()
        )
        for n in range(50)
    )  # fmt: skip
    with django_assert_max_num_queries(25):
        omar.get(f"{DOSSIER}{soort}")
