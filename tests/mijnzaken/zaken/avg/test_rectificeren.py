"""What is wrong is put right wherever it stands, and whoever was given it hears that (AVG 16, 19)."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from autorisatie.fouten import BestaatNiet, Invoerfout, OnjuisteToestand
from catalogus import klok
from catalogus.models import Uitkomst
from mijnzaken.berichten.models import Bericht
from mijnzaken.zaken.aanmaken import voeg_rol_toe
from mijnzaken.zaken.handelingen.afronden import intrekken, stoppen
from mijnzaken.zaken.handelingen.afschermen import afschermen
from mijnzaken.zaken.handelingen.behandelen import in_behandeling_nemen
from mijnzaken.zaken.handelingen.beperken import gebruik_beperken
from mijnzaken.zaken.handelingen.besluiten import besluit_voorstellen
from mijnzaken.zaken.handelingen.kennisgeven import kennisgeving_afmelden
from mijnzaken.zaken.handelingen.rectificeren import gegeven_rectificeren
from mijnzaken.zaken.models import Kennisgeving, Zaak
from tests.fabrieken import REDEN, burger, dien_in, gebruiker, medewerker, partij, registreer, ververs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
RDW = "RDW, Nationaal Parkeerregister"


@pytest.fixture
def zaak() -> Zaak:
    return ververs(dien_in("anna"))


@pytest.fixture
def verzoek() -> Zaak:
    rij = registreer("anna", "avg-rectificatie")
    in_behandeling_nemen(medewerker("lotte"), rij)
    return ververs(rij)


def verbeter(verzoek: Zaak, zaak: Zaak, **velden: Any) -> int:
    waarden = {
        "zaak": zaak.uuid,
        "naam": "kenteken",
        "waarde": "K-456-CC",
        "reden": "Zo staat het bij de RDW.",
    } | velden
    aantal: int = gegeven_rectificeren(medewerker("lotte"), ververs(verzoek), **waarden)
    return aantal


def kennisgevingen(verzoek: Zaak) -> list[Kennisgeving]:
    return list(Kennisgeving.objects.systeem(REDEN).filter(zaak=verzoek))


def stel_voor(verzoek: Zaak) -> None:
    zaak = ververs(verzoek)
    moment = zaak.zaaktype.besluitmomenten.get()
    besluit_voorstellen(
        medewerker("lotte"), zaak, besluitmoment=moment, uitkomst=Uitkomst.TOEGEKEND, motivering="U had gelijk."
    )


def test_de_nieuwe_waarde_geldt_de_oude_blijft_en_de_behandelaar_leest_waarom(verzoek: Zaak, zaak: Zaak) -> None:
    assert verbeter(verzoek, zaak) == 1
    waarden = ververs(zaak).gegevenswaarden.filter(gegeven__naam="kenteken").order_by("versie")
    assert [(w.waarde, w.actueel) for w in waarden] == [("K-123-BB", False), ("K-456-CC", True)]
    notitie = ververs(zaak).notities.get()
    assert notitie.onderwerp == "Gegeven verbeterd: Kenteken"
    assert "AVG artikel 16" in notitie.tekst
    assert "RDW" in notitie.tekst


def test_ook_in_een_zaak_die_klaar_is_of_op_slot_staat(verzoek: Zaak, zaak: Zaak) -> None:
    gebruik_beperken(medewerker("lotte"), verzoek, zaken=[zaak.uuid], grond="juistheid", toelichting="Nagaan.")
    verbeter(verzoek, zaak)
    klaar = ververs(dien_in("anna"))
    in_behandeling_nemen(medewerker("vera"), klaar)
    stoppen(medewerker("vera"), ververs(klaar), reden="Dubbel.")
    verbeter(verzoek, klaar)
    assert ververs(klaar).gegevenswaarden.get(gegeven__naam="kenteken", actueel=True).waarde == "K-456-CC"


def test_elke_ontvanger_van_het_gegeven_moet_het_horen_en_alleen_die(verzoek: Zaak, zaak: Zaak) -> None:
    verbeter(verzoek, zaak)
    (rij,) = kennisgevingen(verzoek)
    assert (rij.ontvanger, rij.gegeven, rij.soort, rij.stand) == (RDW, "Kenteken", "verbeterd", "open")
    assert verbeter(verzoek, zaak, naam="eigen_plek", waarde=False) == 0
    verbeter(verzoek, zaak, waarde="K-789-DD")
    assert len(kennisgevingen(verzoek)) == 1  # it waits already


def test_op_slot_horen_de_ontvangers_dat_ook(verzoek: Zaak, zaak: Zaak) -> None:
    gebruik_beperken(medewerker("lotte"), verzoek, zaken=[zaak.uuid], grond="juistheid", toelichting="Nagaan.")
    assert [(k.ontvanger, k.soort) for k in kennisgevingen(verzoek)] == [(RDW, "beperkt")]


def test_geen_besluit_voor_wie_het_moest_horen_is_afgemeld(verzoek: Zaak, zaak: Zaak) -> None:
    verbeter(verzoek, zaak)
    with pytest.raises(OnjuisteToestand, match="AVG artikel 19"):
        stel_voor(verzoek)
    (rij,) = kennisgevingen(verzoek)
    kennisgeving_afmelden(
        medewerker("lotte"),
        ververs(verzoek),
        kennisgevingen=[rij.uuid],
        stand="verteld",
        toelichting="Mail van vandaag.",
    )
    stel_voor(verzoek)
    (rij,) = kennisgevingen(verzoek)
    assert (rij.stand, rij.toelichting, rij.gedaan_door) == ("verteld", "Mail van vandaag.", gebruiker("lotte"))


def test_stoppen_kan_pas_als_iedereen_het_hoorde(verzoek: Zaak, zaak: Zaak) -> None:
    verbeter(verzoek, zaak)
    with pytest.raises(OnjuisteToestand, match="AVG artikel 19"):
        stoppen(medewerker("lotte"), ververs(verzoek), reden="Dubbel.")


def test_trekt_de_inwoner_het_in_dan_hoort_de_behandelaar_wie_het_nog_moet_weten(verzoek: Zaak, zaak: Zaak) -> None:
    verbeter(verzoek, zaak)
    intrekken(burger("anna"), ververs(verzoek))
    melding = Bericht.objects.systeem(REDEN).get(soort="nog_te_vertellen_team", gebruiker=gebruiker("lotte"))
    assert verzoek.nummer in melding.onderwerp
    assert "Kenteken" not in melding.tekst
    (rij,) = kennisgevingen(verzoek)
    kennisgeving_afmelden(
        medewerker("lotte"), ververs(verzoek), kennisgevingen=[rij.uuid], stand="verteld", toelichting="Mail."
    )
    (rij,) = kennisgevingen(verzoek)
    assert rij.stand == "verteld"


def test_zonder_behandelaar_hoort_de_teamleider_het_en_zonder_ontvangers_niemand(zaak: Zaak) -> None:
    verzoek = registreer("anna", "avg-rectificatie")
    in_behandeling_nemen(medewerker("lotte"), verzoek)
    verbeter(verzoek, zaak)
    Zaak.objects.systeem(REDEN).filter(pk=verzoek.pk).update(behandelaar=None)
    intrekken(burger("anna"), ververs(verzoek))
    ander = registreer("anna", "avg-rectificatie")
    intrekken(burger("anna"), ververs(ander))
    meldingen = Bericht.objects.systeem(REDEN).filter(soort="nog_te_vertellen_team")
    assert [melding.gebruiker for melding in meldingen] == [gebruiker("hugo")]


def test_afmelden_vraagt_een_keuze_en_hoe_en_kan_een_keer(verzoek: Zaak, zaak: Zaak) -> None:
    verbeter(verzoek, zaak)
    (rij,) = kennisgevingen(verzoek)
    goed = {"kennisgevingen": [rij.uuid], "stand": "onmogelijk", "toelichting": "Bestaat niet meer."}
    for fout in ({"kennisgevingen": []}, {"stand": "open"}, {"stand": ""}, {"toelichting": " "}):
        with pytest.raises(Invoerfout):
            kennisgeving_afmelden(medewerker("lotte"), ververs(verzoek), **(goed | fout))
    kennisgeving_afmelden(medewerker("lotte"), ververs(verzoek), **goed)
    with pytest.raises(Invoerfout):
        kennisgeving_afmelden(medewerker("lotte"), ververs(verzoek), **goed)


def test_de_database_kent_geen_afmelding_zonder_wie_en_hoe(verzoek: Zaak, zaak: Zaak) -> None:
    verbeter(verzoek, zaak)
    with pytest.raises(IntegrityError), transaction.atomic():
        Kennisgeving.objects.systeem(REDEN).update(stand="verteld", gedaan_op=klok.nu())


@pytest.mark.parametrize("velden,veld", [({"reden": " "}, "reden"), ({"naam": "bestaat_niet"}, "waarde")])
def test_verbeteren_vraagt_een_gegeven_van_die_zaak_en_hoe_men_het_weet(
    verzoek: Zaak, zaak: Zaak, velden: dict[str, Any], veld: str
) -> None:
    with pytest.raises(Invoerfout) as fout:
        verbeter(verzoek, zaak, **velden)
    assert veld in fout.value.velden


def test_alleen_in_een_zaak_die_de_aanvrager_zelf_vroeg_en_die_men_mag_kennen(verzoek: Zaak, zaak: Zaak) -> None:
    van_bram = ververs(dien_in("bram"))
    voeg_rol_toe(van_bram, "belanghebbende", partij("anna"))
    with pytest.raises(BestaatNiet):
        verbeter(verzoek, van_bram)
    afschermen(
        medewerker("peter"), zaak, reden="Bedreigd.", genoemden=[gebruiker("vera")],
        toegang_tot=klok.vandaag() + timedelta(days=30),
    )  # fmt: skip
    with pytest.raises(BestaatNiet):
        verbeter(verzoek, zaak)


def test_een_ander_soort_verzoek_verbetert_niets(zaak: Zaak) -> None:
    wissing = registreer("anna", "avg-wissing")
    in_behandeling_nemen(medewerker("lotte"), wissing)
    with pytest.raises(OnjuisteToestand, match="geen verzoek"):
        verbeter(wissing, zaak)


def test_wie_het_recht_niet_heeft_verbetert_niets(verzoek: Zaak, zaak: Zaak) -> None:
    for wie in (medewerker("vera"), medewerker("omar"), burger("bram")):
        with pytest.raises(BestaatNiet):
            gegeven_rectificeren(wie, verzoek, zaak=zaak.uuid, naam="kenteken", waarde="X", reden="x")
