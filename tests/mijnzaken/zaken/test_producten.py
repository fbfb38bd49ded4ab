"""The life of what a resident holds: renewed, changed, stopped by a decision; reminded of its end; looked at."""

from datetime import date, timedelta

import pytest

from autorisatie.fouten import BestaatNiet, GeenRecht, OnjuisteToestand
from catalogus.models import Actie, Kruistabelregel, Uitkomst
from mijnzaken.aanvragen import stroom
from mijnzaken.berichten.models import Bericht
from mijnzaken.zaken import productonderhoud
from mijnzaken.zaken.handelingen.concepten import concept_beginnen, concept_opslaan, indienen
from mijnzaken.zaken.handelingen.producten import product_controleren
from mijnzaken.zaken.models import InwonerProduct, Productcontrole, Productverzoek
from mijnzaken.zaken.producten import acties
from tests.fabrieken import INGEVULD, burger, medewerker, product_van, zaaktype
from tests.producthouders import EINDE, SOORT, besluit, geef_vergunning, op, vraag

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]


@pytest.fixture
def vergunning() -> InwonerProduct:
    return geef_vergunning()


# -- asked by its holder ----------------------------------------------------------------------------------------------


def test_een_verlenging_begint_de_dag_na_het_einde_en_het_oude_product_loopt_uit(vergunning):
    with op(date(2026, 11, 20)):
        besluit(vraag(vergunning, Actie.VERLENGEN))
    oud, nieuw = InwonerProduct.objects.voor(burger("anna")).order_by("geldig_van")
    assert (oud.geldig_tot, oud.ingetrokken_op) == (EINDE, None)
    assert (nieuw.vorige, nieuw.geldig_van, nieuw.geldig_tot) == (oud, date(2027, 5, 1), date(2028, 4, 30))


def test_een_verlenging_na_het_einde_kan_niet_meer(vergunning):
    with op(EINDE + timedelta(days=1)), pytest.raises(OnjuisteToestand, match="geldt niet meer"):
        vraag(vergunning, Actie.VERLENGEN)


def test_een_wijziging_vervangt_het_product_en_houdt_de_einddatum(vergunning):
    with op(date(2026, 9, 1)):
        besluit(vraag(vergunning, Actie.WIJZIGEN))
    oud, nieuw = InwonerProduct.objects.voor(burger("anna")).order_by("geldig_van")
    assert oud.ingetrokken_op == nieuw.geldig_van == date(2026, 9, 1)
    assert nieuw.geldig_tot == EINDE
    assert not oud.geldt_op(date(2026, 9, 1))


def test_stoppen_beeindigt_door_een_besluit_en_geeft_niets_nieuws(vergunning):
    with op(date(2026, 9, 1)):
        genomen = besluit(vraag(vergunning, Actie.STOPPEN))
    product = InwonerProduct.objects.voor(burger("anna")).get()
    assert (product.ingetrokken_op, product.beeindigd_door) == (date(2026, 9, 1), genomen)
    assert product.controle_op is product.herinneren_op is None


def test_een_afgewezen_verlenging_laat_alles_zoals_het_was(vergunning):
    with op(date(2026, 11, 20)):
        besluit(vraag(vergunning, Actie.VERLENGEN), Uitkomst.AFGEWEZEN)
    product = InwonerProduct.objects.voor(burger("anna")).get()
    assert (product.geldig_tot, product.ingetrokken_op) == (EINDE, None)


def test_hetzelfde_wordt_niet_twee_keer_tegelijk_gevraagd(vergunning):
    vraag(vergunning, Actie.VERLENGEN)
    with pytest.raises(OnjuisteToestand, match="al gevraagd"):
        vraag(vergunning, Actie.VERLENGEN)
    assert Productverzoek.objects.systeem("tellen").count() == 1
    assert Actie.VERLENGEN not in acties([vergunning])[vergunning.pk]


def test_twee_concepten_van_dezelfde_vraag_worden_een_zaak(vergunning):
    soort = zaaktype(SOORT)
    twee = [
        concept_beginnen(
            burger("anna"), soort, product_van(soort), proces=soort.proces, over_product=vergunning, actie="verlengen"
        )
        for _ in range(2)
    ]
    waarden = INGEVULD[SOORT] | {"soort_aanvraag": "verlengen"}
    indienen(burger("anna"), concept_opslaan(burger("anna"), twee[0], waarden))
    tweede = concept_opslaan(burger("anna"), twee[1], waarden)
    with pytest.raises(OnjuisteToestand):
        indienen(burger("anna"), tweede)


def test_niemand_vraagt_iets_over_het_product_van_een_ander(vergunning):
    with pytest.raises(BestaatNiet):
        vraag(vergunning, Actie.STOPPEN, wie="bram")


def test_wat_gevraagd_kan_worden_volgt_uit_de_kruistabel_met_twee_vragen_aan_de_database(
    vergunning, django_assert_num_queries
):
    with django_assert_num_queries(2):
        mogelijk = acties([vergunning])
    assert set(mogelijk[vergunning.pk]) == {Actie.WIJZIGEN, Actie.VERLENGEN, Actie.STOPPEN}
    Kruistabelregel.objects.filter(product=vergunning.product, actie=Actie.STOPPEN).delete()
    assert Actie.STOPPEN not in acties([vergunning])[vergunning.pk]


def test_eerdere_antwoorden_staan_er_al_behalve_dagen_en_de_actie_is_gekozen(vergunning):
    vervolg = stroom.Vervolg(vergunning, Actie.VERLENGEN)
    concept, _ = stroom.begin(burger("anna"), vergunning.product, vervolg=vervolg)
    waarden = concept.lees_waarden()
    assert waarden["kenteken"] == "K-123-BB"
    assert waarden["soort_aanvraag"] == "verlengen"
    assert "ingangsdatum" not in waarden


# -- what the program does by itself ----------------------------------------------------------------------------------


def _berichten(soort: str) -> int:
    return Bericht.objects.voor(burger("anna")).filter(soort=soort).count()


def test_zes_weken_voor_het_einde_komt_een_herinnering_en_maar_een_keer(vergunning):
    assert vergunning.herinneren_op == EINDE - timedelta(weeks=6)
    with op(vergunning.herinneren_op - timedelta(days=1)):
        assert productonderhoud.herinner() == 0
    for _ in range(2):
        with op(vergunning.herinneren_op):
            productonderhoud.herinner()
    assert _berichten("product_verloopt") == 1


def test_wie_al_verlenging_vroeg_krijgt_geen_herinnering(vergunning):
    vraag(vergunning, Actie.VERLENGEN)
    with op(vergunning.herinneren_op):
        assert productonderhoud.herinner() == 1
    assert _berichten("product_verloopt") == 0


def test_halverwege_vraagt_het_programma_of_alles_nog_klopt_en_het_antwoord_telt_een_keer(vergunning):
    with op(date(2026, 11, 1)):
        assert productonderhoud.vraag_controles() == 1
        assert productonderhoud.vraag_controles() == 0
    controle = Productcontrole.objects.voor(burger("anna")).get()
    assert controle.uiterlijk == date(2026, 11, 29)
    assert _berichten("product_controle") == 1
    with op(date(2026, 11, 2)):
        eerste = product_controleren(burger("anna"), controle.uuid).bevestigd_op
    with op(date(2026, 11, 3)):
        assert product_controleren(burger("anna"), controle.uuid).bevestigd_op == eerste


def test_blijft_het_antwoord_uit_dan_hoort_de_teamleider_het_een_keer(vergunning):
    with op(date(2026, 11, 1)):
        productonderhoud.vraag_controles()
    with op(date(2026, 11, 29)):
        assert productonderhoud.waarschuw_zonder_antwoord() == 0
    with op(date(2026, 11, 30)):
        assert productonderhoud.waarschuw_zonder_antwoord() == 1
        assert productonderhoud.waarschuw_zonder_antwoord() == 0


def test_een_gestopt_product_wordt_niet_meer_gecontroleerd_of_herinnerd(vergunning):
    besluit(vraag(vergunning, Actie.STOPPEN))
    with op(date(2027, 4, 1)):
        assert productonderhoud.herinner() == productonderhoud.vraag_controles() == 0


def test_een_ander_en_een_medewerker_beantwoorden_de_vraag_niet(vergunning):
    with op(date(2026, 11, 1)):
        productonderhoud.vraag_controles()
        controle = Productcontrole.objects.voor(burger("anna")).get()
        for ander in (burger("bram"), medewerker("vera")):
            with pytest.raises((BestaatNiet, GeenRecht)):
                product_controleren(ander, controle.uuid)
