"""Standing still and extending (Awb 4:5, 4:14, 4:15), from the handeling to the date that is kept."""

from datetime import date, timedelta

import pytest

from autorisatie.actor import Systeem
from autorisatie.fouten import Invoerfout, OnjuisteToestand
from catalogus import klok
from catalogus.models import Fase, Opschortingsgrond
from mijnzaken.berichten.models import Bericht
from mijnzaken.zaken import onderhoud, termijn
from mijnzaken.zaken.handelingen import behandelen, termijnen
from mijnzaken.zaken.models import GEEN_DATUM, Taakstand, Zaak
from mijnzaken.zaken.uploads import eigenaar_bij_zaak
from tests.fabrieken import REDEN, VANDAAG, burger, medewerker, registreer, upload, ververs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
MAANDAG = VANDAAG.date()


@pytest.fixture
def zaak() -> Zaak:
    """A permit that vera handles; received on Monday 2 March 2026, so 8 weeks later is Monday 27 April: King's Day."""
    zaak = registreer("anna")
    behandelen.in_behandeling_nemen(medewerker("vera"), zaak)
    return ververs(zaak)


def dag(aantal: int):
    return klok.op_moment(VANDAAG + timedelta(days=aantal))


def vraag(zaak: Zaak, dagen: int = 14):
    return termijnen.aanvulling_vragen(
        medewerker("vera"),
        zaak,
        titel="Kentekenbewijs",
        omschrijving="",
        uiterlijk=klok.vandaag() + timedelta(days=dagen),
    )


def stuur(zaak: Zaak, taak) -> None:
    anna = burger("anna")
    termijnen.aanvullen(anna, zaak, taak.uuid, uploads=[upload(eigenaar_bij_zaak(anna, zaak.uuid))])


def test_de_termijn_eindigt_niet_op_een_feestdag(zaak):
    assert zaak.uiterlijke_einddatum == date(2026, 4, 28)
    assert zaak.termijnsleutel == zaak.uiterlijke_einddatum


def test_opschorting_telt_vanaf_de_dag_na_het_verzoek(zaak):
    with dag(1):
        taak = vraag(zaak)
    assert taak.opschorting.verzocht_op == MAANDAG + timedelta(days=1)
    with dag(2):  # the next day it is there: not one day stood still
        stuur(zaak, taak)
    assert ververs(zaak).uiterlijke_einddatum == date(2026, 4, 28)


def test_elke_dag_stilstand_schuift_de_einddatum_een_dag_op(zaak):
    with dag(1):
        taak = vraag(zaak)
    with dag(6):  # the 4th up to and including the 7th: four days, added to the unshifted 27 April
        stuur(zaak, taak)
    assert ververs(zaak).uiterlijke_einddatum == date(2026, 5, 1)


def test_wie_aanvult_laat_de_termijn_vanzelf_verder_lopen(zaak):
    taak = vraag(zaak)
    nu = ververs(zaak)
    assert (nu.fase, nu.termijn_stil, nu.termijnsleutel) == (Fase.WACHT_OP_AANVRAGER, True, GEEN_DATUM)
    with dag(1):
        stuur(zaak, taak)
    nu = ververs(zaak)
    assert (nu.fase, nu.termijn_stil, nu.termijnsleutel) == (Fase.IN_BEHANDELING, False, nu.uiterlijke_einddatum)
    soorten = set(Bericht.objects.voor(burger("anna")).filter(over_uuid=zaak.uuid).values_list("soort", flat=True))
    assert {"aanvulling_gevraagd", "aanvulling_ontvangen", "hervat"} <= soorten


def test_zonder_dag_om_aan_te_vullen_staat_de_termijn_niet_stil(zaak):
    for uiterlijk in (None, MAANDAG, MAANDAG - timedelta(days=1)):
        with pytest.raises(Invoerfout) as fout:
            termijnen.aanvulling_vragen(medewerker("vera"), zaak, titel="x", omschrijving="", uiterlijk=uiterlijk)
        assert set(fout.value.velden) == {"uiterlijk"}
    assert not ververs(zaak).termijn_stil
    assert not zaak.opschortingen.exists()


def test_verloopt_pas_na_de_laatste_dag(zaak):
    taak = vraag(zaak, dagen=14)
    systeem = Systeem(REDEN)
    with dag(14):
        assert onderhoud.laat_aanvullingen_verlopen(systeem, klok.vandaag()) == 0
        assert ververs(zaak).fase == Fase.WACHT_OP_AANVRAGER
    with dag(15):
        assert onderhoud.laat_aanvullingen_verlopen(systeem, klok.vandaag()) == 1
        assert onderhoud.laat_aanvullingen_verlopen(systeem, klok.vandaag()) == 0
    taak.refresh_from_db()
    assert taak.stand == Taakstand.VERLOPEN
    nu = ververs(zaak)
    assert nu.fase == Fase.IN_BEHANDELING
    assert nu.uiterlijke_einddatum == date(2026, 4, 27) + timedelta(days=14)  # the last day of the set term counts


def test_wie_na_de_gegeven_termijn_aanvult_krijgt_niet_meer_stilstand_dan_gegeven(zaak):
    taak = vraag(zaak, dagen=14)
    with dag(20):  # before the sweep came by
        stuur(zaak, taak)
    assert ververs(zaak).uiterlijke_einddatum == date(2026, 4, 27) + timedelta(days=14)


def test_aanvullen_vraagt_een_bestand_en_een_open_taak(zaak):
    taak = vraag(zaak)
    with pytest.raises(Invoerfout):
        termijnen.aanvullen(burger("anna"), zaak, taak.uuid, uploads=[])
    with dag(1):
        stuur(zaak, taak)
    with pytest.raises(OnjuisteToestand):
        stuur(zaak, taak)


def test_een_grond_die_het_zaaktype_niet_kent_schort_niet_op(zaak):
    with pytest.raises(Invoerfout):
        termijnen.opschorten(medewerker("vera"), zaak, grond=Opschortingsgrond.VERZUIM, reden="x")
    with pytest.raises(Invoerfout):  # completion has its own way: with a term and a task
        termijnen.opschorten(medewerker("vera"), zaak, grond=Opschortingsgrond.AANVULLING, reden="x")


def test_opschorten_en_hervatten_op_een_andere_grond(zaak):
    termijnen.opschorten(medewerker("vera"), zaak, grond=Opschortingsgrond.BUITENLAND, reden="Wij wachten op Belgie.")
    with pytest.raises(Invoerfout):
        termijnen.opschorten(medewerker("vera"), zaak, grond=Opschortingsgrond.OVERMACHT, reden="Ook nog.")
    with dag(11):  # the 3rd up to and including the 12th
        termijnen.hervatten(medewerker("vera"), zaak)
    nu = ververs(zaak)
    assert not nu.termijn_stil
    assert nu.uiterlijke_einddatum == date(2026, 5, 7)


def test_verlengen_op_de_grond_van_het_zaaktype_verlegt_de_datum_eenmaal():
    zaak = registreer("anna", "omgevingsvergunning-dakkapel")
    Zaak.objects.systeem(REDEN).filter(pk=zaak.pk).update(fase=Fase.IN_BEHANDELING)
    soort = zaak.zaaktype
    type(soort).objects.filter(pk=soort.pk).update(behandeld_door_extern="")
    systeem = Systeem(REDEN)
    eerste = termijnen.verlengen(systeem, zaak, reden="Het is een lastige zaak.")
    assert eerste.verlegt_datum
    assert eerste.nieuwe_datum == ververs(zaak).uiterlijke_einddatum == date(2026, 6, 8)  # 14 weeks
    tweede = termijnen.verlengen(systeem, zaak, reden="Het duurt nog langer.", duur="P2W")
    assert not tweede.verlegt_datum
    assert tweede.grondslag == "Awb 4:14 lid 1"
    nu = ververs(zaak)
    assert nu.uiterlijke_einddatum == date(2026, 6, 8), "the legal date stands (Awb 4:14 lid 1)"
    assert termijn.stand(nu).laatst_meegedeeld == tweede.nieuwe_datum
    soorten = list(Bericht.objects.voor(burger("anna")).filter(over_uuid=zaak.uuid).values_list("soort", flat=True))
    assert sorted(soorten) == ["ontvangst", "termijn_overschreden", "verlengd"]


def test_zonder_wettelijke_termijn_verlegt_een_redelijke_termijn_de_datum_wel(zaak):
    eerste = termijnen.verlengen(medewerker("vera"), zaak, reden="Eerst op de grond van het zaaktype.")
    tweede = termijnen.verlengen(medewerker("vera"), zaak, reden="Daarna een redelijke termijn.", duur="P2W")
    assert eerste.verlegt_datum
    assert tweede.verlegt_datum
    assert tweede.grondslag == "Awb 4:14 lid 3"
    assert ververs(zaak).uiterlijke_einddatum == tweede.nieuwe_datum > eerste.nieuwe_datum


def test_verlengen_zegt_waarom_en_hoelang(zaak):
    with pytest.raises(Invoerfout):
        termijnen.verlengen(medewerker("vera"), zaak, reden=" ")
    termijnen.verlengen(medewerker("vera"), zaak, reden="x")
    for duur in ("", "morgen", "P0D", "-P1W"):
        with pytest.raises(Invoerfout) as fout:
            termijnen.verlengen(medewerker("vera"), zaak, reden="x", duur=duur)
        assert set(fout.value.velden) == {"duur"}


def test_wat_bewaard_is_is_wat_opnieuw_berekend_wordt(zaak):
    with dag(1):
        taak = vraag(zaak)
    with dag(5):
        stuur(zaak, taak)
    with dag(6):
        termijnen.opschorten(medewerker("vera"), zaak, grond=Opschortingsgrond.INSTEMMING, reden="Met instemming.")
    with dag(9):
        termijnen.hervatten(medewerker("vera"), zaak)
        termijnen.verlengen(medewerker("vera"), zaak, reden="Drukte.")
    nu = ververs(zaak)
    rij = nu.beslistermijnen.get()
    assert termijn.bereken(rij) == rij.uiterlijk == nu.uiterlijke_einddatum == nu.termijnsleutel
