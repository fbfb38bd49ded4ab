"""The screens of roles and deputies: what each person finds there, and what comes back when it does not fit."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from autorisatie.models import Gebruiker, Rol, Toekenning, Waarneming
from catalogus import klok
from mijnzaken.zaken.handelingen import behandelen
from tests.backoffice.conftest import Inloggen
from tests.fabrieken import gebruiker, geef_rol, laat_waarnemen, medewerker, registreer
from tests.gevaren.test_toe_eigenen import vraag

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]


def pagina(client: Client, naam: str, *delen: Any, vraag_: str = "") -> str:
    antwoord = client.get(reverse(naam, args=delen) + vraag_)
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def invoer(**velden: Any) -> dict[str, str]:
    van = klok.vandaag()
    basis = {"rol": Rol.objects.get(code="proceseigenaar").pk, "geldig_van": van, "geldig_tot": van + timedelta(days=9)}
    return {naam: str(waarde) for naam, waarde in (basis | {"reden": "nodig"} | velden).items()}


def test_een_rol_gaat_van_ruud_langs_saskia_naar_henk(ingelogd: Inloggen) -> None:
    henk = gebruiker("henk")
    antwoord = ingelogd("ruud").post(reverse("beheer_toekenning_aanvragen", args=[henk.uuid]), invoer())
    assert antwoord.status_code == 302
    rij = Toekenning.objects.get(Toekenning.wachtend())
    goed = reverse("beheer_toekenning_goedkeuren", args=[rij.uuid])
    assert goed not in pagina(ingelogd("ruud"), "beheer_toekenningen_wachtend")
    wachtend = pagina(ingelogd("saskia"), "beheer_toekenningen_wachtend")
    assert goed in wachtend
    assert "nodig" in wachtend
    ingelogd("saskia").post(goed)
    rij.refresh_from_db()
    assert rij.verleend_door == gebruiker("saskia")
    assert "Proceseigenaar" in pagina(ingelogd("henk"), "beheer_eigen_rechten")


def test_wat_niet_past_komt_terug_met_wat_er_getypt_was(ingelogd: Inloggen) -> None:
    adres = reverse("beheer_toekenning_aanvragen", args=[gebruiker("henk").uuid])
    te_lang = klok.vandaag() + timedelta(days=999)
    antwoord = ingelogd("ruud").post(adres, invoer(geldig_tot=te_lang, reden="Helpt mee bij het archief"))
    inhoud = antwoord.content.decode()
    assert antwoord.status_code == 422
    for deel in ("geldt niet langer", "Helpt mee bij het archief", te_lang.isoformat()):
        assert deel in inhoud
    leeg = ingelogd("ruud").post(adres, {})
    assert leeg.status_code == 422
    assert not Toekenning.objects.filter(Toekenning.wachtend()).exists()


def test_wie_voor_zichzelf_vraagt_krijgt_te_horen_dat_het_niet_kan(ingelogd: Inloggen) -> None:
    ruud = gebruiker("ruud")
    assert reverse("beheer_toekenning_aanvragen", args=[ruud.uuid]) not in pagina(
        ingelogd("ruud"), "beheer_toekenningen_medewerker", ruud.uuid
    )
    antwoord = ingelogd("ruud").post(reverse("beheer_toekenning_aanvragen", args=[ruud.uuid]), invoer())
    assert antwoord.status_code == 422
    assert "Voor uzelf vraagt u geen rol aan" in antwoord.content.decode()


def test_petra_en_fleur_keuren_goed_maar_vragen_en_beeindigen_niets(ingelogd: Inloggen) -> None:
    rij = vraag("saskia", "ruud")
    for naam in ("petra", "fleur"):
        client = ingelogd(naam)
        assert reverse("beheer_toekenning_goedkeuren", args=[rij.uuid]) in pagina(
            client, "beheer_toekenningen_wachtend"
        )
        for stap in ("verlengen", "beeindigen"):
            assert client.post(reverse(f"beheer_toekenning_{stap}", args=[rij.uuid])).status_code == 404
    ingelogd("petra").post(reverse("beheer_toekenning_goedkeuren", args=[rij.uuid]))
    rij.refresh_from_db()
    assert rij.stand == "geldend"


def test_afwijzen_en_beeindigen_vragen_waarom(ingelogd: Inloggen) -> None:
    rij = vraag("ruud", "henk", "proceseigenaar")
    adres = reverse("beheer_toekenning_weigeren", args=[rij.uuid])
    assert ingelogd("saskia").post(adres, {"reden": ""}).status_code == 422
    assert ingelogd("saskia").post(adres, {"reden": "Henk doet het archief al."}).status_code == 302
    assert "Henk doet het archief al." in pagina(ingelogd("ruud"), "beheer_toekenningen_medewerker", rij.gebruiker.uuid)
    loopt = Toekenning.objects.get(Toekenning.geldend(), gebruiker=gebruiker("saskia"))
    antwoord = ingelogd("ruud").post(reverse("beheer_toekenning_beeindigen", args=[loopt.uuid]), {"reden": "weg"})
    assert antwoord.status_code == 422
    assert "minstens 2 autorisatiebeheerders" in antwoord.content.decode()


def test_zoeken_op_naam_rol_en_team(ingelogd: Inloggen) -> None:
    client = ingelogd("ruud")
    team = Toekenning.objects.get(Toekenning.geldend(), gebruiker=gebruiker("joost")).team
    for vraag_, wel, niet in (
        ("?zoek=kaya", "S. Kaya", "K. El Amrani"),
        ("?rol=teamleider", "T. van der Meer", "S. Kaya"),
        (f"?team={team.pk}", "J. van der Berg", "S. Kaya"),
        ("?rol=bestaat-niet", "S. Kaya", "niets"),
        ("?zoek=zzzz", "Niets gevonden", "S. Kaya"),
    ):
        inhoud = pagina(client, "beheer_toekenningen", vraag_=vraag_)
        assert wel in inhoud
        assert niet not in inhoud


@pytest.fixture
def veel_mensen() -> None:
    Gebruiker.objects.bulk_create(
        Gebruiker(gebruikersnaam=f"m{n}", achternaam=f"Naam{n // 2:03}", voorletters="X.") for n in range(60)
    )


@pytest.mark.usefixtures("veel_mensen")
def test_bladeren_heen_en_terug_geeft_iedereen_een_keer(ingelogd: Inloggen) -> None:
    client = ingelogd("ruud")
    bladen, vraag_ = [], ""
    while True:
        blad = client.get(reverse("beheer_toekenningen") + vraag_).context["blad"]
        bladen.append([mens.pk for mens in blad.rijen])
        if not blad.volgende:
            break
        vraag_ = blad.volgende
    alle = [pk for blad in bladen for pk in blad]
    verwacht = list(Gebruiker.objects.filter(is_active=True).order_by("achternaam", "pk").values_list("pk", flat=True))
    assert alle == verwacht
    terug = [bladen[-1]]
    while blad.vorige:
        blad = client.get(reverse("beheer_toekenningen") + blad.vorige).context["blad"]
        terug.insert(0, [mens.pk for mens in blad.rijen])
    assert terug == bladen


@pytest.mark.parametrize("sleutel", ["~", "x~y", "Kaya~99999999999999999999", "a%00~1", "%F0%9F%98%80~-1"])
def test_een_sleutel_die_nergens_op_slaat_geeft_een_gewone_bladzijde(ingelogd: Inloggen, sleutel: str) -> None:
    for naam in ("beheer_toekenningen", "beheer_toekenningen_wachtend", "beheer_toekenningen_herzien"):
        for richting in ("na", "voor"):
            assert ingelogd("ruud").get(f"{reverse(naam)}?{richting}={sleutel}").status_code == 200


@pytest.mark.usefixtures("veel_mensen")
@pytest.mark.parametrize(
    "naam,hoogstens",
    [("beheer_toekenningen", 14), ("beheer_toekenningen_wachtend", 13), ("beheer_toekenningen_herzien", 13)],
)
def test_aantal_vragen_staat_vast(ingelogd: Inloggen, naam: str, hoogstens: int) -> None:
    client = ingelogd("saskia")

    def tel() -> int:
        with CaptureQueriesContext(connection) as vragen:
            assert client.get(reverse(naam)).status_code == 200
        return len(vragen)

    tel()
    een = tel()
    for n in range(20):
        geef_rol(f"m{n}", "archivaris", dagen=30)
        vraag("ruud", f"m{n}", "proceseigenaar")
    assert tel() == een <= hoogstens


def test_wat_afloopt_staat_in_de_herziening_tot_het_verlengd_is(ingelogd: Inloggen) -> None:
    rij = geef_rol("henk", "proceseigenaar", dagen=30)
    geef_rol("omar", "archivaris", dagen=200)
    knop = reverse("beheer_toekenning_verlengen", args=[rij.uuid])
    inhoud = pagina(ingelogd("ruud"), "beheer_toekenningen_herzien")
    assert knop in inhoud
    assert "O. Bakkali" not in inhoud
    tot = rij.geldig_tot + timedelta(days=100)
    assert ingelogd("ruud").post(knop, {"geldig_tot": tot.isoformat(), "reden": "blijft nodig"}).status_code == 302
    inhoud = pagina(ingelogd("ruud"), "beheer_toekenningen_herzien")
    assert "wacht op goedkeuring" in inhoud
    assert knop not in inhoud
    nieuw = Toekenning.objects.get(verlengt=rij)
    ingelogd("saskia").post(reverse("beheer_toekenning_goedkeuren", args=[nieuw.uuid]))
    assert "H. Postma" not in pagina(ingelogd("ruud"), "beheer_toekenningen_herzien")


@pytest.mark.parametrize("naam", ["sanne", "tess", "mila", "omar", "petra", "ruud", "fleur", "henk"])
def test_ieder_ziet_de_eigen_rollen_en_vindt_ze_bij_de_eigen_naam(ingelogd: Inloggen, naam: str) -> None:
    client = ingelogd(naam)
    rij = Toekenning.objects.get(Toekenning.geldend(), gebruiker=gebruiker(naam))
    inhoud = pagina(client, "beheer_eigen_rechten")
    assert rij.rol.naam in inhoud
    assert reverse("beheer_eigen_rechten") in inhoud
    assert rij.aangevraagd_door.naam in inhoud


# -- deputies ---------------------------------------------------------------------------------------------------------


def test_tess_regelt_waarneming_en_karim_vindt_de_zaken_in_zijn_werkvoorraad(ingelogd: Inloggen) -> None:
    zaak = registreer("anna", "subsidie-verkeerslawaai")
    behandelen.in_behandeling_nemen(medewerker("sanne"), zaak)
    adres = reverse("beheer_waarneming", args=[gebruiker("sanne").uuid])
    dagen = {"van": klok.vandaag().isoformat(), "tot": (klok.vandaag() + timedelta(days=6)).isoformat()}
    gegevens = {"waarnemer": str(gebruiker("karim").pk), "reden": "verlof", **dagen}
    assert ingelogd("tess").post(adres, gegevens | {"tot": "2027-01-01"}).status_code == 422
    assert ingelogd("tess").post(adres, gegevens | {"waarnemer": str(gebruiker("vera").pk)}).status_code == 422
    assert ingelogd("tess").post(adres, gegevens).status_code == 302
    karim = ingelogd("karim")
    assert "Waarneming voor S. Kaya" in pagina(karim, "werkvoorraad")
    assert "U neemt waar voor S. Kaya" in pagina(karim, "zaak", zaak.nummer)
    rij = Waarneming.objects.get()
    assert "S. Kaya" in pagina(karim, "beheer_eigen_rechten")
    karim.post(reverse("beheer_waarneming_beeindigen", args=[rij.uuid]))
    assert "Waarneming voor" not in pagina(karim, "werkvoorraad")


def test_de_werkvoorraad_toont_ook_de_zaken_van_een_afwezige_van_een_ander_team(ingelogd: Inloggen) -> None:
    zaak = registreer("anna")
    behandelen.in_behandeling_nemen(medewerker("vera"), zaak)
    laat_waarnemen("sanne", "vera")
    sanne = ingelogd("sanne")
    assert zaak.nummer not in pagina(sanne, "werkvoorraad")
    assert zaak.nummer in pagina(sanne, "werkvoorraad", vraag_=f"?behandelaar={gebruiker('vera').pk}")
    assert zaak.nummer not in pagina(ingelogd("karim"), "werkvoorraad", vraag_=f"?behandelaar={gebruiker('vera').pk}")


@pytest.mark.parametrize("wie,voor,code", [
    ("sanne", "sanne", 200), ("sanne", "karim", 404), ("karim", "vera", 404), ("tess", "sanne", 200),
    ("tess", "vera", 404), ("ruud", "vera", 200), ("ruud", "ruud", 404), ("nadia", "joost", 200),
])  # fmt: skip
def test_wie_voor_wie_waarneming_regelt(ingelogd: Inloggen, wie: str, voor: str, code: int) -> None:
    assert ingelogd(wie).get(reverse("beheer_waarneming", args=[gebruiker(voor).uuid])).status_code == code
