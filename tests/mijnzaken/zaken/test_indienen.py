"""Sending an application: once, whole, with proof (Awb 2:17)."""

import pytest

from autorisatie.fouten import BestaatNiet, Invoerfout
from catalogus.models import Fase
from mijnzaken.berichten.models import Bericht
from mijnzaken.zaken.handelingen.concepten import (
    concept_bestand_toevoegen,
    concept_opslaan,
    eigenaar_van_concept,
    indienen,
    ingediende_zaak,
)
from mijnzaken.zaken.models import Aanvraagcode, Concept, Zaak
from tests.fabrieken import REDEN, begin_concept, burger, dien_in, gemachtigde, medewerker, upload

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]


def test_een_aanvraag_wordt_een_zaak_met_nummer_status_termijn_en_aanvrager():
    zaak = dien_in("anna", "subsidie-verkeerslawaai")
    assert zaak.nummer == zaak.identificatie
    assert zaak.fase == Fase.ONTVANGEN
    assert zaak.statussen.get().statustype.omschrijving == "Aanvraag ontvangen"
    assert zaak.uiterlijke_einddatum.isoformat() == "2026-04-28"  # 8 weeks, and King's Day is a holiday
    assert zaak.omschrijving == "Spoorlaan 12"
    assert zaak.aanvragernaam == burger("anna").partij.naam


def test_het_concept_is_weg_en_tweemaal_versturen_maakt_een_zaak():
    anna = burger("anna")
    concept = begin_concept(anna, "subsidie-verkeerslawaai")
    zaak = indienen(anna, concept)
    assert not Concept.objects.voor(anna).filter(uuid=concept.uuid).exists()
    with pytest.raises(BestaatNiet):
        indienen(anna, concept.uuid)
    assert ingediende_zaak(anna, concept.uuid) == zaak
    assert Zaak.objects.systeem(REDEN).count() == 1


def test_de_code_van_de_brief_is_eenmaal_goed():
    zaak = dien_in("anna", "subsidie-verkeerslawaai")
    assert Aanvraagcode.objects.exclude(gebruikt_op=None).get().zaak == zaak
    with pytest.raises(Invoerfout) as fout:
        dien_in("bram", "subsidie-verkeerslawaai")
    assert set(fout.value.velden) == {"code_brief"}


def test_een_code_wordt_herkend_zoals_mensen_haar_typen():
    assert dien_in("anna", "subsidie-verkeerslawaai", code_brief=" demo2345 ").nummer


def test_een_verkeerde_code_laat_het_concept_staan():
    anna = burger("anna")
    concept = begin_concept(anna, "subsidie-verkeerslawaai", code_brief="FOUT-2222")
    with pytest.raises(Invoerfout):
        indienen(anna, concept)
    assert Concept.objects.voor(anna).get(uuid=concept.uuid).lees_waarden()["code_brief"] == "FOUT-2222"


def test_wat_verborgen_was_gaat_niet_mee():
    zaak = dien_in("anna", "subsidie-verkeerslawaai", onderhoud=False, onderhoud_uitleg="Dit typte ik eerst.")
    assert not zaak.gegevenswaarden.filter(gegeven__naam="onderhoud_uitleg").exists()


def test_wat_verplicht_is_ontbreekt_met_het_veld_erbij():
    anna = burger("anna")
    concept = begin_concept(anna, "subsidie-verkeerslawaai")
    concept = concept_opslaan(anna, concept, {"bouwjaar": "", "dagdelen": []})
    with pytest.raises(Invoerfout) as fout:
        indienen(anna, concept)
    assert set(fout.value.velden) == {"bouwjaar", "dagdelen"}


def test_de_aanvrager_krijgt_een_bewijs_van_ontvangst_met_alles_wat_hij_stuurde():
    zaak = dien_in("anna", "subsidie-verkeerslawaai")
    titels = set(zaak.zaakdocumenten.values_list("document__titel", "document__tonen_aan_initiator"))
    assert ("Ontvangstbevestiging", True) in titels
    assert len(titels) == 2  # and the photograph
    bericht = Bericht.objects.voor(burger("anna")).get(over_uuid=zaak.uuid)
    assert bericht.soort == "ontvangst"
    assert bericht.bijlagen == [zaak.zaakdocumenten.get(document__titel="Ontvangstbevestiging").document.uuid]


def test_een_ander_dient_andermans_concept_niet_in():
    concept = begin_concept(burger("anna"), "parkeervergunning-bewoners")
    for wie in (burger("bram"), gemachtigde("bram", "wil"), medewerker("vera")):
        with pytest.raises(BestaatNiet):
            indienen(wie, concept)


def test_wie_namens_een_ander_aanvraagt_maakt_de_zaak_van_die_ander():
    bram = gemachtigde("bram", "wil")
    zaak = dien_in(bram, "parkeervergunning-bewoners")
    assert Zaak.objects.voor(burger("wil")).filter(pk=zaak.pk).exists()
    assert Zaak.objects.voor(bram).filter(pk=zaak.pk).exists()


def test_wie_namens_een_ander_aanvroeg_ziet_de_zaak_niet_als_zichzelf():
    zaak = dien_in(gemachtigde("bram", "wil"), "parkeervergunning-bewoners")
    assert not Zaak.objects.voor(burger("bram")).filter(pk=zaak.pk).exists()


def test_niet_meer_bestanden_dan_het_formulier_toestaat():
    anna = burger("anna")
    concept = begin_concept(anna, "subsidie-verkeerslawaai")  # one photograph of at most six
    for _ in range(5):
        concept = concept_bestand_toevoegen(anna, concept, "foto_gevel", upload(eigenaar_van_concept(concept)))
    with pytest.raises(Invoerfout) as fout:
        concept_bestand_toevoegen(anna, concept, "foto_gevel", upload(eigenaar_van_concept(concept)))
    assert set(fout.value.velden) == {"foto_gevel"}
