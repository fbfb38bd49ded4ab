"""Shielding a zaak and a partij: who still finds it, who gives access, and what is left when it ends."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from autorisatie.actor import Medewerker
from autorisatie.fouten import BestaatNiet, GeenRecht, Invoerfout, OnjuisteToestand
from autorisatie.models import Auditregel, Gebruiker, Partij, PartijToegang, Toekenning
from catalogus import klok
from mijnzaken.berichten.models import Bericht
from mijnzaken.zaken import afscherming
from mijnzaken.zaken.aanmaken import voeg_rol_toe
from mijnzaken.zaken.controle import afgeschermd as controleer_afscherming
from mijnzaken.zaken.handelingen import advies, behandelen, besluiten
from mijnzaken.zaken.handelingen.afschermen import (
    afschermen,
    afscherming_opheffen,
    partij_afschermen,
    partij_afscherming_opheffen,
    partij_toegang_intrekken,
    partij_toegang_verlenen,
    toegang_intrekken,
    toegang_verlenen,
)
from mijnzaken.zaken.inzien import zaak_inzien
from mijnzaken.zaken.lijst import Filter, aantal, lijst
from mijnzaken.zaken.models import PartijAfscherming, Zaak, ZaakAfscherming, ZaakToegang
from tests.fabrieken import (
    REDEN,
    VANDAAG,
    burger,
    dien_in,
    gebruiker,
    geef_rol,
    gemachtigde,
    medewerker,
    partij,
    registreer,
    ververs,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]

WAAROM = "De aanvrager wordt bedreigd door een kennis."
TOT = date(2026, 6, 1)
SUBSIDIE = "subsidie-verkeerslawaai"


def ziet(actor: object, zaak: Zaak) -> bool:
    """By every reader; they must agree."""
    door_deur = Zaak.objects.een(actor, zaak.uuid) is not None
    in_lijst = zaak.pk in {z.pk for z in lijst(actor, Filter(), aantal=100).rijen}
    assert door_deur == in_lijst == (Zaak.objects.voor(actor).filter(pk=zaak.pk).count() == 1)
    assert aantal(actor, Filter()) == len(lijst(actor, Filter(), aantal=1000).rijen)
    return door_deur


def scherm_af(zaak: Zaak, *namen: str, door: str = "tess", tot: date = TOT) -> ZaakAfscherming:
    rij: ZaakAfscherming = afschermen(
        medewerker(door), zaak, reden=WAAROM, genoemden=[gebruiker(n) for n in namen], toegang_tot=tot
    )
    return rij


def scherm_partij_af(wie: Partij, *namen: str, door: str = "fleur") -> PartijAfscherming:
    rij: PartijAfscherming = partij_afschermen(
        medewerker(door), wie, reden=WAAROM, genoemden=[gebruiker(n) for n in namen], toegang_tot=TOT
    )
    return rij


@pytest.fixture
def zaak() -> Zaak:
    return registreer("anna", SUBSIDIE)


@pytest.fixture(autouse=True)
def _de_stand_klopt_altijd() -> Iterator[None]:
    yield
    assert list(controleer_afscherming()) == []


# -- a zaak -----------------------------------------------------------------------------------------------------------


def test_alleen_wie_genoemd_is_vindt_een_afgeschermde_zaak_nog(zaak):
    assert all(ziet(medewerker(naam), zaak) for naam in ("sanne", "karim", "tess"))
    scherm_af(zaak, "karim")
    assert ververs(zaak).afgeschermd
    assert ziet(medewerker("karim"), zaak)
    for naam in ("sanne", "tess", "mila", "fleur", "vera", "ruud"):
        assert not ziet(medewerker(naam), zaak), naam


def test_de_inwoner_ziet_zijn_zaak_als_altijd_en_zijn_gemachtigde_niet():
    zaak = registreer("wil", "schuldhulpverlening")
    assert ziet(burger("wil"), zaak)
    assert ziet(gemachtigde("bram", "wil"), zaak)
    scherm_af(zaak, "joost", door="nadia")
    assert ziet(burger("wil"), zaak)
    assert not ziet(gemachtigde("bram", "wil"), zaak)


def test_wie_afschermt_noemt_een_ander_en_nooit_zichzelf(zaak):
    for namen in ((), ("tess",), ("karim", "tess")):
        with pytest.raises(Invoerfout):
            scherm_af(zaak, *namen)
    Gebruiker.objects.filter(gebruikersnaam__in=["karim", "tess"]).update(partij=partij("bram"))
    with pytest.raises(Invoerfout) as fout:  # the same person, with a second account
        scherm_af(zaak, "karim")
    assert "uzelf" in str(fout.value)
    assert not ververs(zaak).afgeschermd
    assert not ZaakToegang.objects.exists()


def test_zonder_reden_of_met_een_einde_dat_te_ver_ligt_gebeurt_er_niets(zaak):
    with pytest.raises(Invoerfout):
        afschermen(medewerker("tess"), zaak, reden=" ", genoemden=[gebruiker("karim")], toegang_tot=TOT)
    for tot in (klok.vandaag() - timedelta(days=1), klok.vandaag() + timedelta(days=366)):
        with pytest.raises(Invoerfout):
            scherm_af(zaak, "karim", tot=tot)
    scherm_af(zaak, "karim", tot=klok.vandaag() + timedelta(days=365))
    with pytest.raises(BestaatNiet):  # for who shielded it and is not named it is gone
        scherm_af(zaak, "sanne")
    with pytest.raises(Invoerfout):
        scherm_af(zaak, "sanne", door="karim")


def test_toegang_geldt_tot_en_met_de_laatste_dag(zaak):
    scherm_af(zaak, "karim", tot=date(2026, 3, 4))
    with klok.op_moment(VANDAAG.replace(day=4, hour=22, minute=59)):  # 23:59 in Amsterdam
        assert ziet(medewerker("karim"), zaak)
    with klok.op_moment(VANDAAG.replace(day=4, hour=23, minute=1)):
        assert not ziet(medewerker("karim"), zaak)


def test_een_genoemde_geeft_een_ander_toegang_en_neemt_haar_weer_af(zaak):
    rij = scherm_af(zaak, "tess", door="sanne")
    with pytest.raises(Invoerfout):  # not to herself
        toegang_verlenen(medewerker("tess"), rij, gebruiker=gebruiker("tess"), toegang_tot=TOT, reden="Nodig.")
    with pytest.raises(BestaatNiet):  # who is not named finds no shielding either
        toegang_verlenen(medewerker("sanne"), rij, gebruiker=gebruiker("karim"), toegang_tot=TOT, reden="Nodig.")
    toegang = toegang_verlenen(
        medewerker("tess"), rij, gebruiker=gebruiker("karim"), toegang_tot=TOT, reden="Zij doet het onderzoek."
    )
    assert ziet(medewerker("karim"), zaak)
    with pytest.raises(GeenRecht):  # a handler who is named does not name others
        toegang_verlenen(medewerker("karim"), rij, gebruiker=gebruiker("sanne"), toegang_tot=TOT, reden="Handig.")
    with klok.op_moment(VANDAAG + timedelta(hours=1)):
        toegang_intrekken(medewerker("tess"), rij, toegang=toegang)
        assert not ziet(medewerker("karim"), zaak)
        toegang.refresh_from_db()
        assert toegang.ingetrokken_door == gebruiker("tess")
        with pytest.raises(Invoerfout, match="laatste"):
            toegang_intrekken(medewerker("tess"), rij, toegang=ZaakToegang.objects.get(user=gebruiker("tess")))


def test_de_functionaris_beheert_wat_zij_niet_kan_openen(zaak):
    rij = scherm_af(zaak, "karim")
    fleur = medewerker("fleur")
    assert not ziet(fleur, zaak)
    toegang_verlenen(fleur, rij, gebruiker=gebruiker("sanne"), toegang_tot=TOT, reden="Karim is ziek.")
    assert ziet(medewerker("sanne"), zaak)
    with klok.op_moment(VANDAAG + timedelta(hours=1)):
        afscherming_opheffen(medewerker("fleur"), rij, reden="Niet meer nodig.")
        assert all(ziet(medewerker(naam), zaak) for naam in ("sanne", "karim", "tess"))
    assert not ziet(fleur, zaak)
    with pytest.raises(OnjuisteToestand):
        afscherming_opheffen(medewerker("fleur"), rij, reden="Nog eens.")
    for naam in ("ruud", "mila", "vera"):
        with pytest.raises(BestaatNiet):
            afscherming_opheffen(
                medewerker(naam), scherm_af(registreer("bram", SUBSIDIE), "karim"), reden="Ik wil het."
            )


def test_een_behandelaar_die_er_niet_meer_bij_kan_is_geen_behandelaar_meer(zaak):
    behandelen.in_behandeling_nemen(medewerker("sanne"), zaak)
    scherm_af(zaak, "karim")
    assert ververs(zaak).behandelaar is None
    with pytest.raises(GeenRecht, match="afgeschermd"):
        behandelen.toewijzen(medewerker_die_leidt("karim"), zaak, gebruiker("sanne"))


def medewerker_die_leidt(naam: str) -> Medewerker:
    van_tess = gebruiker("tess").toekenningen.filter(Toekenning.geldend())
    for toekenning in van_tess.select_related("rol", "team"):
        geef_rol(naam, toekenning.rol.code, toekenning.team.naam if toekenning.team else "")
    return medewerker(naam)


def test_wie_om_advies_is_gevraagd_wordt_ook_genoemd(zaak):
    advies.advies_vragen(medewerker("sanne"), zaak, adviseur=gebruiker("karim"), vraag="Klopt het?")
    with pytest.raises(Invoerfout):
        scherm_af(zaak, "sanne")
    scherm_af(zaak, "karim", "sanne")


def test_wie_genoemd_is_hoort_het_zonder_onderwerp(zaak):
    scherm_af(zaak, "karim")
    mail = Bericht.objects.systeem(REDEN).get(gebruiker=gebruiker("karim"), soort="toegang_gekregen")
    for geheim in ("lawaai", "Vries", WAAROM):
        assert geheim not in mail.onderwerp + mail.tekst


def test_afschermen_staat_in_het_logboek_met_wie_toegang_kreeg(zaak):
    scherm_af(zaak, "karim")
    regel = Auditregel.objects.filter(handeling="afschermen", zaak_uuid=zaak.uuid).get()
    assert regel.bijzonderheden["aan"] == [gebruiker("karim").pk]


def test_de_database_weigert_toegang_aan_jezelf_en_twee_open_afschermingen(zaak):
    rij = scherm_af(zaak, "karim")
    toegang = ZaakToegang.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        ZaakToegang.objects.filter(pk=toegang.pk).update(verleend_door=gebruiker("karim"))
    with pytest.raises(IntegrityError), transaction.atomic():
        ZaakAfscherming.objects.create(zaak=zaak, reden="x", vanaf=rij.vanaf, door=rij.door)


def test_een_bezwaar_tegen_een_besluit_in_een_afgeschermde_zaak_is_ook_afgeschermd():
    eerste = registreer("anna")
    behandelen.in_behandeling_nemen(medewerker("vera"), eerste)
    besluiten.besluit_voorstellen(
        medewerker("vera"),
        eerste,
        besluitmoment=eerste.zaaktype.besluitmomenten.get(),
        uitkomst="afgewezen",
        motivering="U woont er niet.",
    )
    with klok.op_moment(VANDAAG + timedelta(hours=1)):
        besluit = besluiten.besluiten(medewerker("peter"), eerste)
        scherm_af(eerste, "vera", door="peter")
        bezwaar = dien_in("anna", "bezwaar", over_besluit=besluit)
        assert ziet(burger("anna"), bezwaar)
        for naam in ("bea", "boris", "mila", "vera"):
            assert not ziet(medewerker(naam), bezwaar), naam
        mail = Bericht.objects.systeem(REDEN).get(soort="afscherming_zonder_toegang")
        assert mail.gebruiker == gebruiker("fleur")
        rij = ZaakAfscherming.objects.voor(medewerker("fleur")).get(zaak=bezwaar)
        toegang_verlenen(medewerker("fleur"), rij, gebruiker=gebruiker("bea"), toegang_tot=TOT, reden="Zij behandelt.")
        assert ziet(medewerker("bea"), bezwaar)


# -- a partij ---------------------------------------------------------------------------------------------------------


def test_een_afgeschermde_partij_bestaat_met_al_haar_zaken_voor_genoemden_alleen():
    zaken = [registreer("anna", SUBSIDIE), registreer("anna", "parkeervergunning-bewoners")]
    anna = partij("anna")
    rij = scherm_partij_af(anna, "karim")
    for naam in ("sanne", "tess", "mila", "vera", "fleur"):
        wie = medewerker(naam)
        assert Partij.objects.een(wie, anna.uuid) is None, naam
        assert not any(ziet(wie, zaak) for zaak in zaken), naam
    karim = medewerker("karim")
    assert Partij.objects.een(karim, anna.uuid) is not None
    assert [ziet(karim, zaak) for zaak in zaken] == [True, False]  # the matrix still holds: of his own team only
    assert all(ziet(burger("anna"), zaak) for zaak in zaken)
    partij_afscherming_opheffen(medewerker("fleur"), rij, reden="Het gevaar is voorbij.")
    assert ziet(medewerker("sanne"), zaken[0])
    assert not any(ververs(zaak).afgeschermd for zaak in zaken)


def test_een_nieuwe_zaak_van_een_afgeschermde_partij_is_afgeschermd_vanaf_het_begin():
    scherm_partij_af(partij("anna"), "karim")
    zaak = dien_in("anna", SUBSIDIE)
    assert ververs(zaak).afgeschermd
    assert not ziet(medewerker("sanne"), zaak)
    assert ziet(medewerker("karim"), zaak)
    assert ziet(burger("anna"), zaak)


def test_een_zaak_met_twee_afgeschermde_partijen_is_voor_wie_voor_beide_genoemd_is():
    zaak = registreer("anna", SUBSIDIE)
    _voeg_toe(zaak, "bram")
    scherm_partij_af(partij("anna"), "karim", "sanne")
    rij = scherm_partij_af(partij("bram"), "sanne")
    assert ziet(medewerker("sanne"), zaak)
    assert not ziet(medewerker("karim"), zaak)
    partij_toegang_verlenen(medewerker("fleur"), rij, gebruiker=gebruiker("karim"), toegang_tot=TOT, reden="Nodig.")
    assert ziet(medewerker("karim"), zaak)
    with klok.op_moment(VANDAAG + timedelta(hours=1)):
        toegang = PartijToegang.objects.get(user=gebruiker("karim"), content_object=partij("bram"))
        partij_toegang_intrekken(medewerker("fleur"), rij, toegang=toegang)
        assert not ziet(medewerker("karim"), zaak)


def test_wat_zelf_is_afgeschermd_gaat_niet_open_met_toegang_tot_de_partij():
    zaak = registreer("anna", SUBSIDIE)
    scherm_partij_af(partij("anna"), "karim", "sanne")
    scherm_af(zaak, "sanne", door="karim")
    assert not ziet(medewerker("karim"), zaak)
    assert ziet(medewerker("sanne"), zaak)


def test_opheffen_van_de_zaak_laat_haar_dicht_zolang_de_partij_is_afgeschermd():
    zaak = registreer("anna", SUBSIDIE)
    rij = scherm_af(zaak, "karim")
    scherm_partij_af(partij("anna"), "sanne")
    afscherming_opheffen(medewerker("fleur"), rij, reden="De partij is al afgeschermd.")
    assert ververs(zaak).afgeschermd
    assert ziet(medewerker("sanne"), zaak)
    assert not ziet(medewerker("tess"), zaak)


def test_een_teamleider_schermt_alleen_af_wie_in_een_zaak_van_zijn_team_staat():
    registreer("anna", SUBSIDIE)
    registreer("bram", "parkeervergunning-bewoners")
    with pytest.raises(GeenRecht):
        scherm_partij_af(partij("bram"), "karim", door="tess")
    with pytest.raises(GeenRecht):
        scherm_partij_af(partij("anna"), "karim", door="sanne")
    scherm_partij_af(partij("anna"), "karim", door="tess")


def test_een_zaak_zonder_opgeschreven_reden_blijft_dicht_en_de_controle_zegt_het(zaak):
    """A flag without a row opens for nobody, also not for who is named for another partij."""
    scherm_partij_af(partij("bram"), "karim")
    Zaak.objects.systeem(REDEN).filter(pk=zaak.pk).update(afgeschermd=True)
    assert not ziet(medewerker("karim"), zaak)
    assert len(list(controleer_afscherming())) == 1
    afscherming.werk_bij(ververs(zaak))


def test_het_niveau_van_een_genoemde_is_alles(zaak):
    scherm_af(zaak, "karim")
    inzage = zaak_inzien(medewerker("karim"), zaak.uuid)
    assert inzage.ziet("persoonsgegevens")
    assert inzage.ziet("notities")


def _voeg_toe(zaak: Zaak, naam: str) -> None:
    voeg_rol_toe(zaak, "belanghebbende", partij(naam))
