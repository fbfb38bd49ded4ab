"""A zaak that was filed under the wrong zaaktype becomes one of another kind, and keeps what is true of it."""

from datetime import timedelta

import pytest

from autorisatie.fouten import GeenRecht, Invoerfout, OnjuisteToestand
from autorisatie.models import Auditregel
from catalogus import klok
from catalogus.models import Opschortingsgrond, Zaaktype
from catalogus.termijnen import Duur
from catalogus.versies import kopieer
from mijnzaken.berichten.models import Bericht
from mijnzaken.zaken.handelingen import behandelen, besluiten, taken, termijnen
from mijnzaken.zaken.handelingen.ander_zaaktype import ander_zaaktype_kiezen, mogelijke_zaaktypen
from mijnzaken.zaken.models import Zaak
from mijnzaken.zaken.stappen import fase_van, huidige_status
from tests.fabrieken import REDEN, VANDAAG, burger, dien_in, medewerker, registreer, ververs, zaaktype

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
NAAR = "woo-verzoek"


def kies(zaak: Zaak, identificatie: str = NAAR, wie: str = "vera") -> Zaak:
    ander_zaaktype_kiezen(medewerker(wie), zaak, zaaktype(identificatie), reden="U vraagt om stukken.")
    return ververs(zaak)


def test_wat_waar_is_van_de_zaak_blijft(gemeente: None) -> None:
    zaak = ververs(dien_in("anna"))
    nieuw = kies(zaak)
    assert (nieuw.nummer, nieuw.uuid, nieuw.ontvangen_op, nieuw.fase) == (
        zaak.nummer, zaak.uuid, zaak.ontvangen_op, zaak.fase,
    )  # fmt: skip
    assert (nieuw.zaaktype, nieuw.proces) == (zaaktype(NAAR), zaaktype(NAAR).proces)
    assert (nieuw.team, nieuw.behandelaar) == (zaaktype(NAAR).proces.team, None)
    assert nieuw.zaakdocumenten.count() == zaak.zaakdocumenten.count()
    assert Zaak.objects.voor(burger("anna")).filter(pk=zaak.pk).exists()


def test_de_zaak_staat_op_een_stap_van_het_andere_zaaktype_en_de_oude_blijft_in_de_tijdlijn() -> None:
    zaak = dien_in("anna")
    eerste = huidige_status(zaak)
    nieuw = kies(zaak)
    status = huidige_status(nieuw)
    assert eerste is not None
    assert status is not None
    assert status.statustype.zaaktype == zaaktype(NAAR)
    assert fase_van(status.statustype, list(zaaktype(NAAR).statustypen.all())) == nieuw.fase
    assert nieuw.statussen.filter(pk=eerste.pk, statustype=eerste.statustype).exists()


def test_de_termijn_van_het_andere_zaaktype_telt_vanaf_dezelfde_ontvangst() -> None:
    zaak = dien_in("anna")
    with klok.op_moment(VANDAAG + timedelta(days=3)):
        nieuw = kies(zaak)
    rij = nieuw.beslistermijnen.get(voldaan_op=None)
    assert (rij.begin, rij.duur) == (zaak.ontvangstdatum, zaaktype(NAAR).doorlooptijd)
    assert nieuw.uiterlijke_einddatum == rij.uiterlijk == nieuw.termijnsleutel
    assert nieuw.uiterlijke_einddatum >= Duur.lees(rij.duur).na(zaak.ontvangstdatum)


def test_wat_opgeschort_was_telt_mee_in_de_nieuwe_termijn() -> None:
    zaak, gelijk = dien_in("anna"), dien_in("anna")
    grond = next(g for g in zaak.zaaktype.opschortingsgronden if g != Opschortingsgrond.AANVULLING)
    termijnen.opschorten(medewerker("vera"), zaak, grond=grond, reden="Wij wachten.", uiterlijk=None)
    with klok.op_moment(VANDAAG + timedelta(days=10)):
        termijnen.hervatten(medewerker("vera"), zaak)
        later, gewoon = kies(zaak), kies(gelijk)
    assert later.uiterlijke_einddatum > gewoon.uiterlijke_einddatum


def test_de_aanvrager_leest_waarom_en_tot_wanneer() -> None:
    zaak = dien_in("anna")
    was = zaak.titel
    nieuw = kies(zaak)
    bericht = Bericht.objects.systeem(REDEN).get(soort="ander_zaaktype", kanaal="portaal")
    for stuk in (was, nieuw.titel, "U vraagt om stukken.", nieuw.nummer):
        assert stuk in bericht.tekst
    assert bericht.uiterlijk == nieuw.uiterlijke_einddatum


def test_het_staat_in_het_logboek_en_in_een_notitie() -> None:
    nieuw = kies(dien_in("anna"))
    regel = Auditregel.objects.get(handeling="ander_zaaktype_kiezen")
    assert regel.bijzonderheden == {"van": "parkeervergunning-bewoners", "naar": NAAR}
    notitie = nieuw.notities.get()
    assert notitie.onderwerp.startswith("Was: ")
    assert "wordt niet meer gevraagd" in notitie.tekst


def test_open_taken_vervallen() -> None:
    zaak = dien_in("anna")
    taken.taak_plaatsen(
        medewerker("vera"), zaak, titel="Stuur iets", omschrijving="", uiterlijk=klok.vandaag() + timedelta(days=7)
    )
    assert not kies(zaak).taken.filter(stand="open").exists()


def test_na_een_voorstel_blijft_een_zaak_van_haar_soort() -> None:
    zaak, vera = dien_in("anna"), medewerker("vera")
    behandelen.in_behandeling_nemen(vera, zaak)
    moment = zaak.zaaktype.besluitmomenten.get()
    besluiten.besluit_voorstellen(vera, zaak, besluitmoment=moment, uitkomst="toegekend", motivering="Mag.")
    with pytest.raises(OnjuisteToestand):
        kies(zaak)


def test_wat_het_niet_worden_kan() -> None:
    zaak = dien_in("anna")
    kan = {rij.identificatie for rij in mogelijke_zaaktypen(zaak)}
    assert NAAR in kan
    assert not kan & {"terugbelnotitie", "bezwaar", zaak.proces.identificatie}
    assert not any(rij.extern_behandeld for rij in mogelijke_zaaktypen(zaak))
    for ander in ("bezwaar", zaak.proces.identificatie):
        with pytest.raises(Invoerfout):
            kies(zaak, ander)
    concept: Zaaktype = kopieer(zaaktype(NAAR), auteur_id=None)
    with pytest.raises(Invoerfout):
        ander_zaaktype_kiezen(medewerker("vera"), zaak, concept, reden="x")


def test_een_zaak_zonder_aanvrager_kan_ook_van_soort_veranderen() -> None:
    assert kies(registreer(None)).zaaktype == zaaktype(NAAR)


def test_alleen_wie_het_recht_heeft() -> None:
    zaak = dien_in("anna")
    with pytest.raises(GeenRecht):
        ander_zaaktype_kiezen(burger("anna"), zaak, zaaktype(NAAR), reden="x")
