"""How an aansluitdossier stands on a day: what publishing asks, and what stops new applications."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from catalogus import klok
from catalogus.controles import bezwaren, bezwaren_bij_publiceren
from catalogus.dossier.predpia import VRAGEN
from catalogus.dossier.stand import VOOR_LIVE, Stand, lees, van_het_dossier
from catalogus.models import Dossierakkoord, Gegeven, Proces, Verwerker, Zaaktype
from catalogus.models import SoortDossierstap as S
from catalogus.querysets import neemt_aan
from tests.dossiers import KEURDER, SCHRIJVER, maak_dossier, zet_stap

pytestmark = [pytest.mark.django_db]


@pytest.fixture
def proces(zaaktype: Zaaktype) -> Proces:
    return zaaktype.proces


def _trek_in(rij: object) -> None:
    akkoord = Dossierakkoord.objects.filter(dossierstap=rij).first()
    akkoord.ingetrokken_op, akkoord.ingetrokken_door_id, akkoord.ingetrokken_reden = klok.nu(), KEURDER, "fout"
    akkoord.save()


def test_zonder_dossier_wordt_niets_gepubliceerd_en_loopt_wat_al_liep(zaaktype, proces):
    assert "Er is nog geen aansluitdossier van dit proces." in bezwaren_bij_publiceren(zaaktype)
    assert bezwaren(zaaktype) == []  # a file states what ran already
    assert not proces.toets_verviel(klok.vandaag())
    assert Proces.objects.filter(neemt_aan(klok.vandaag()), pk=proces.pk).exists()


def test_een_dossier_in_orde_staat_niets_in_de_weg(zaaktype, proces):
    maak_dossier(proces)
    assert bezwaren_bij_publiceren(zaaktype) == []


@pytest.mark.parametrize("soort", [s for s in VOOR_LIVE if s != S.DPIA])
def test_elke_stap_voor_live_is_nodig(proces, soort):
    maak_dossier(proces, zonder=soort)
    assert list(van_het_dossier(lees(proces))) == [f"Aansluitdossier, {soort.label}: nog niet begonnen."]


def test_een_hoog_risico_vraagt_een_dpia(proces):
    dossier = maak_dossier(proces)
    zet_stap(dossier, S.PRE_DPIA, antwoorden=dict.fromkeys(VRAGEN, True))
    assert list(van_het_dossier(lees(proces))) == ["Aansluitdossier, DPIA: nog niet begonnen."]
    assert lees(proces).getoetst_tot is not None, "what runs, runs on: the DPIA was never agreed to"
    zet_stap(dossier, S.DPIA)
    assert list(van_het_dossier(lees(proces))) == []


def test_een_concept_van_de_pre_dpia_vraagt_nooit_minder(proces):
    dossier = maak_dossier(proces)
    rij = zet_stap(dossier, S.PRE_DPIA, antwoorden=dict.fromkeys(VRAGEN, True))
    rij.antwoorden = dict.fromkeys(VRAGEN, False)
    rij.save()
    assert lees(proces).stappen[S.DPIA].nodig
    assert lees(proces).stappen[S.PRE_DPIA].stand == Stand.GEWIJZIGD


def test_wat_na_het_akkoord_verandert_vraagt_een_nieuw_en_stopt_niets(proces):
    dossier = maak_dossier(proces)
    rij = dossier.stappen.get(stap=S.IB_TOETS)
    rij.bevindingen = "Toch iets gevonden."
    rij.save()
    beeld = lees(proces)
    assert list(van_het_dossier(beeld)) == ["Aansluitdossier, IB-toets: gewijzigd na akkoord."]
    assert beeld.vervallen == []
    assert beeld.getoetst_tot > klok.vandaag()


@pytest.mark.parametrize("soort", [S.PRE_DPIA, S.IB_TOETS])
def test_de_eerste_toets_die_verloopt_bepaalt_tot_wanneer(proces, soort):
    dossier = maak_dossier(proces)
    einde = klok.vandaag() + timedelta(days=10)
    zet_stap(dossier, soort, geldig_tot=einde)
    assert lees(proces).getoetst_tot == einde
    assert lees(proces, einde - timedelta(days=1)).vervallen == []
    assert [t.soort for t in lees(proces, einde).vervallen] == [soort]
    proces.getoetst_tot = einde
    proces.save()
    for dag, neemt in ((einde - timedelta(days=1), True), (einde, False)):
        assert proces.toets_verviel(dag) is not neemt
        assert Proces.objects.filter(neemt_aan(dag), pk=proces.pk).exists() is neemt


def test_een_stap_die_geen_toets_is_stopt_niets(proces):
    dossier = maak_dossier(proces)
    _trek_in(dossier.stappen.get(stap=S.TEST))
    beeld = lees(proces)
    assert beeld.vervallen == []
    assert beeld.getoetst_tot > klok.vandaag()
    assert list(van_het_dossier(beeld)) == ["Aansluitdossier, test en training: ingetrokken."]


def test_intrekken_geldt_meteen_en_een_nieuw_akkoord_heft_het_op(proces):
    dossier = maak_dossier(proces)
    rij = dossier.stappen.get(stap=S.IB_TOETS)
    _trek_in(rij)
    assert lees(proces).getoetst_tot == klok.vandaag()
    zet_stap(dossier, S.IB_TOETS)
    assert lees(proces).getoetst_tot == klok.vandaag() + timedelta(days=365)


def test_een_dpia_die_niet_meer_nodig_is_stopt_niets(proces):
    dossier = maak_dossier(proces)
    _trek_in(zet_stap(dossier, S.DPIA))
    assert lees(proces).stappen[S.DPIA].stand == Stand.NIET_NODIG
    assert lees(proces).getoetst_tot > klok.vandaag()


def test_een_verwerker_zonder_geldige_overeenkomst_staat_in_de_weg(proces):
    dossier = maak_dossier(proces)
    gisteren = klok.vandaag() - timedelta(days=1)
    Verwerker.objects.create(
        dossier=dossier,
        naam="Delta",
        taak="Meten.",
        overeenkomst="VO-1",
        overeenkomst_van=date(2020, 1, 1),
        overeenkomst_tot=gisteren,
    )
    assert list(van_het_dossier(lees(proces))) == ["De overeenkomst met verwerker Delta is voorbij."]
    Verwerker.objects.update(gestopt_op=gisteren)
    assert list(van_het_dossier(lees(proces))) == []


def test_een_pre_dpia_die_het_zaaktype_tegenspreekt_staat_in_de_weg(zaaktype, proces):
    maak_dossier(proces)
    Gegeven.objects.create(
        zaaktype=zaaktype,
        naam="ziekte",
        label="Ziekte",
        definitie="x",
        soort="tekst",
        doel="x",
        grondslag="x",
        gegevensgroep="bijzondere_persoonsgegevens",
    )
    assert any("Het gegeven Ziekte is een bijzonder persoonsgegeven" in z for z in bezwaren_bij_publiceren(zaaktype))


def test_de_database_weigert_een_akkoord_op_eigen_werk(proces):
    rij = maak_dossier(proces).stappen.get(stap=S.DOEL)
    with pytest.raises(IntegrityError, match="dossierakkoord_niet_eigen_werk"), transaction.atomic():
        Dossierakkoord.objects.filter(dossierstap=rij).update(door_id=SCHRIJVER)


def test_lezen_kost_vier_vragen(proces, django_assert_num_queries):
    maak_dossier(proces)
    with django_assert_num_queries(4):
        lees(proces)
