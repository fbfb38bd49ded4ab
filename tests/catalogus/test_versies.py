"""A version is copied whole, published by another, and ends without a gap."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import IntegrityError, models

from catalogus import klok
from catalogus.models import Stand, Zaaktype
from catalogus.uitwisseling.schrijven import rij_van
from catalogus.uitwisseling.vormen import ZAAKTYPE
from catalogus.verschillen import verschillen
from catalogus.versies import (
    KanNiet,
    beeindig,
    gepland,
    gooi_weg,
    kopieer,
    onthoud_auteur,
    publiceer,
    sluit_af,
    stuur_terug,
    vergelijk_met,
)
from tests.dossiers import maak_dossier

pytestmark = pytest.mark.django_db

OMAR, PETRA, FLEUR = 1, 2, 3
VANDAAG = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def _op_een_dag() -> Any:
    with klok.op_moment(datetime(2026, 11, 23, 9, 0, tzinfo=UTC)):
        yield


@pytest.fixture
def zaaktype(zaaktype: Zaaktype) -> Zaaktype:
    """Of a process whose aansluitdossier is in order, which publishing asks."""
    maak_dossier(zaaktype.proces)
    return zaaktype


def test_een_kopie_heeft_alles_wat_bij_de_versie_hoort(zaaktype: Zaaktype) -> None:
    kopie = kopieer(zaaktype, auteur_id=OMAR)
    assert (kopie.stand, kopie.versienummer, kopie.auteur_id) == (Stand.CONCEPT, 2, OMAR)
    assert verschillen(zaaktype, kopie) == []


def test_elke_rij_onder_een_zaaktype_hoort_bij_de_vorm() -> None:
    """A model that is added later and forgotten here would be lost at every copy."""
    onder = {
        rel.get_accessor_name()
        for rel in Zaaktype._meta.related_objects
        if rel.related_model._meta.app_label == "catalogus"
    }
    assert onder - {"besluittypen"} == set(ZAAKTYPE.kinderen)
    for vorm in ZAAKTYPE.kinderen.values():
        verwijzingen = {
            veld.name
            for veld in [*vorm.model._meta.concrete_fields, *vorm.model._meta.many_to_many]
            if isinstance(veld, models.ForeignKey | models.ManyToManyField)
        }
        assert verwijzingen - {vorm.ouder} == set(vorm.verwijzingen), vorm.naam


def test_een_kopie_deelt_geen_rij_met_de_bron(zaaktype: Zaaktype) -> None:
    kopie = kopieer(zaaktype, auteur_id=OMAR)
    kopie.statustypen.update(statustekst="Anders.")
    kopie.gegevens.update(label="Anders?")
    taak, toen = kopie.taaktypen.get(), zaaktype.taaktypen.get()
    assert taak.bij_statustype.zaaktype == kopie
    assert taak.uuid != toen.uuid
    assert zaaktype.gegevens.get().label == "Wat is uw vraag?"


def test_er_is_een_concept_tegelijk(zaaktype: Zaaktype) -> None:
    kopieer(zaaktype, auteur_id=OMAR)
    with pytest.raises(KanNiet, match="Er is al een concept"):
        kopieer(zaaktype, auteur_id=PETRA)


def test_publiceren_sluit_de_vorige_versie_zonder_gat(zaaktype: Zaaktype) -> None:
    nieuw = publiceer(kopieer(zaaktype, auteur_id=OMAR), door_id=PETRA, vanaf=date(2027, 1, 1))
    geldig = Zaaktype.objects.geldig
    assert geldig(zaaktype.proces, date(2026, 12, 31)) == zaaktype
    assert geldig(zaaktype.proces, date(2027, 1, 1)) == nieuw
    zaaktype.refresh_from_db()
    assert (zaaktype.einde_geldigheid, zaaktype.stand) == (date(2027, 1, 1), Stand.GEPUBLICEERD)


def test_publiceren_vanaf_vandaag_geldt_vandaag(zaaktype: Zaaktype) -> None:
    nieuw = publiceer(kopieer(zaaktype, auteur_id=OMAR), door_id=PETRA)
    zaaktype.refresh_from_db()
    assert Zaaktype.objects.geldig(zaaktype.proces, VANDAAG) == nieuw
    assert zaaktype.stand == Stand.BEEINDIGD
    assert nieuw.gepubliceerd_op == klok.nu()


def test_niemand_publiceert_wat_hij_zelf_schreef(zaaktype: Zaaktype) -> None:
    with pytest.raises(KanNiet, match="U schreef zelf aan deze versie"):
        publiceer(kopieer(zaaktype, auteur_id=OMAR), door_id=OMAR)


def test_wie_er_ooit_aan_schreef_publiceert_niet_ook_niet_na_een_ander(zaaktype: Zaaktype) -> None:
    versie = kopieer(zaaktype, auteur_id=OMAR)
    onthoud_auteur(versie, PETRA)
    onthoud_auteur(versie, PETRA)
    assert versie.auteurs == [OMAR, PETRA]
    for schrijver in (OMAR, PETRA):
        with pytest.raises(KanNiet, match="U schreef zelf aan deze versie"):
            publiceer(versie, door_id=schrijver)
    assert publiceer(versie, door_id=FLEUR).auteurs == [OMAR, PETRA]


def test_ook_de_database_laat_geen_schrijver_publiceren(zaaktype: Zaaktype) -> None:
    versie = kopieer(zaaktype, auteur_id=OMAR)
    onthoud_auteur(versie, PETRA)
    with pytest.raises(IntegrityError, match="zaaktype_geen_auteur_publiceert"):
        Zaaktype.objects.filter(pk=versie.pk).update(gepubliceerd_door_id=OMAR)


def test_een_nieuwe_versie_begint_zonder_de_schrijvers_van_de_vorige(zaaktype: Zaaktype) -> None:
    vorige = publiceer(kopieer(zaaktype, auteur_id=OMAR), door_id=PETRA)
    assert kopieer(vorige, auteur_id=FLEUR).auteurs == [FLEUR]


def test_publiceren_noemt_alle_redenen_tegelijk(zaaktype: Zaaktype) -> None:
    kopie = kopieer(zaaktype, auteur_id=OMAR)
    kopie.gegevens.update(doel="", grondslag="")
    with pytest.raises(KanNiet) as fout:
        publiceer(kopie, door_id=OMAR, vanaf=date(2026, 11, 22))
    assert len(fout.value.redenen) == 4
    kopie.refresh_from_db()
    assert kopie.concept


def test_een_versie_die_later_ingaat_gaat_voor(zaaktype: Zaaktype) -> None:
    publiceer(kopieer(zaaktype, auteur_id=OMAR), door_id=PETRA, vanaf=date(2027, 6, 1))
    with pytest.raises(KanNiet, match="Versie 2 gaat al later in"):
        publiceer(kopieer(zaaktype, auteur_id=OMAR), door_id=PETRA, vanaf=date(2027, 1, 1))


def test_wat_gepubliceerd_is_gaat_niet_weg(zaaktype: Zaaktype) -> None:
    with pytest.raises(KanNiet, match="blijft bewaard"):
        gooi_weg(zaaktype)
    gooi_weg(kopieer(zaaktype, auteur_id=OMAR))
    assert list(Zaaktype.objects.all()) == [zaaktype]


def test_na_het_einde_begint_er_geen_zaak_meer(zaaktype: Zaaktype) -> None:
    beeindig(zaaktype, per=date(2026, 12, 1))
    assert Zaaktype.objects.geldig(zaaktype.proces, date(2026, 11, 30)) == zaaktype
    assert Zaaktype.objects.geldig(zaaktype.proces, date(2026, 12, 1)) is None
    with pytest.raises(KanNiet, match="voor het begin"):
        beeindig(zaaktype, per=date(2019, 1, 1))


def test_wat_nog_eindigt_wordt_doorgetrokken_tot_de_volgende_versie(zaaktype: Zaaktype) -> None:
    beeindig(zaaktype, per=date(2026, 12, 1))
    publiceer(kopieer(zaaktype, auteur_id=OMAR), door_id=PETRA, vanaf=date(2027, 1, 1))
    assert Zaaktype.objects.geldig(zaaktype.proces, date(2026, 12, 15)) == zaaktype


def test_een_einde_dat_een_gat_laat_wordt_geweigerd(zaaktype: Zaaktype) -> None:
    publiceer(kopieer(zaaktype, auteur_id=OMAR), door_id=PETRA, vanaf=date(2027, 1, 1))
    zaaktype.refresh_from_db()
    with pytest.raises(KanNiet, match="dan ontstaat er een gat"):
        beeindig(zaaktype, per=date(2026, 12, 1))


def test_wat_al_stopte_kan_weer_beginnen(zaaktype: Zaaktype) -> None:
    """Nothing began in between, and that does not change afterwards."""
    beeindig(zaaktype, per=date(2026, 11, 1))
    nieuw = publiceer(kopieer(zaaktype, auteur_id=OMAR), door_id=PETRA)
    zaaktype.refresh_from_db()
    assert (zaaktype.einde_geldigheid, nieuw.begin_geldigheid) == (date(2026, 11, 1), VANDAAG)


def test_een_versie_met_een_gepland_einde_is_op_die_dag_beeindigd(zaaktype: Zaaktype) -> None:
    beeindig(zaaktype, per=date(2026, 11, 24))
    assert sluit_af() == 0
    with klok.op_moment(datetime(2026, 11, 24, 9, 0, tzinfo=UTC)):
        assert sluit_af() == 1
        assert sluit_af() == 0
    zaaktype.refresh_from_db()
    assert zaaktype.stand == Stand.BEEINDIGD


def test_een_concept_wordt_vergeleken_met_wat_loopt_niet_met_wat_gepland_is(zaaktype: Zaaktype) -> None:
    gepland_ = publiceer(kopieer(zaaktype, auteur_id=OMAR), door_id=PETRA, vanaf=date(2027, 1, 1))
    concept = kopieer(gepland_, auteur_id=OMAR)
    assert vergelijk_met(concept) == zaaktype
    assert gepland(zaaktype.proces) == gepland_
    with klok.op_moment(datetime(2027, 2, 1, 9, 0, tzinfo=UTC)):
        assert vergelijk_met(concept) == gepland_
        assert gepland(zaaktype.proces) is None


def test_wat_teruggestuurd_is_wacht_op_wie_het_schreef(zaaktype: Zaaktype) -> None:
    versie = kopieer(zaaktype, auteur_id=OMAR)
    stuur_terug(versie, door_id=PETRA, reden="De termijn klopt niet.")
    with pytest.raises(KanNiet, match="teruggestuurd en sindsdien niet gewijzigd"):
        publiceer(versie, door_id=PETRA)
    with klok.op_moment(datetime(2026, 11, 23, 10, 0, tzinfo=UTC)):
        onthoud_auteur(versie, OMAR)
        assert publiceer(versie, door_id=PETRA).teruggestuurd_reden == "De termijn klopt niet."
    with pytest.raises(KanNiet, match="al gepubliceerd"):
        stuur_terug(versie, door_id=PETRA, reden="Te laat.")


def test_een_nieuwe_versie_neemt_niet_mee_dat_de_vorige_terugkwam(zaaktype: Zaaktype) -> None:
    versie = kopieer(zaaktype, auteur_id=OMAR)
    stuur_terug(versie, door_id=PETRA, reden="Nee.")
    with klok.op_moment(datetime(2026, 11, 23, 10, 0, tzinfo=UTC)):
        onthoud_auteur(versie, OMAR)
        publiceer(versie, door_id=PETRA)
        assert kopieer(versie, auteur_id=OMAR).teruggestuurd_op is None


def test_kopieren_van_een_groot_zaaktype_vraagt_geen_rij_dubbel(
    zaaktype: Zaaktype, django_assert_max_num_queries: Any
) -> None:
    for nummer in range(30):
        zaaktype.gegevens.create(naam=f"g{nummer}", definitie="x", label="x", soort="tekst", doel="x", grondslag="x")
    with django_assert_max_num_queries(25):
        rij_van(ZAAKTYPE, zaaktype)
