"""What ends soon is told, once; the check of the installation sees who is missing; older grants were taken over."""

import importlib
from datetime import timedelta

import pytest
from django.db import connection

from autorisatie import houders
from autorisatie.models import Rol, Toekenning
from catalogus import klok
from mijnzaken.berichten.models import Bericht
from mijnzaken.inrichting.herziening import meld_wat_afloopt
from mijnzaken.zaken.controle import rechten
from tests.fabrieken import REDEN, gebruiker, geef_rol
from tests.gevaren.test_toe_eigenen import keur_goed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]


def soorten() -> list[tuple[str, str]]:
    rijen = Bericht.objects.systeem(REDEN).filter(soort__contains="toekenning").select_related("gebruiker")
    return sorted((b.soort, b.gebruiker.gebruikersnaam) for b in rijen)


def test_wat_afloopt_wordt_een_keer_gemeld_en_de_beheerders_elke_week() -> None:
    geef_rol("henk", "proceseigenaar", dagen=60)
    geef_rol("omar", "archivaris", dagen=61)
    verwacht = [("toekenning_loopt_af", "henk"), ("toekenningen_herzien", "ruud"), ("toekenningen_herzien", "saskia")]
    for _keer in range(2):
        assert meld_wat_afloopt() == 1
        assert soorten() == verwacht
    with klok.op_moment(klok.nu() + timedelta(days=7)):
        assert meld_wat_afloopt() == 2
    assert soorten().count(("toekenningen_herzien", "ruud")) == 2
    assert soorten().count(("toekenning_loopt_af", "henk")) == 1


def test_wat_verlengd_is_loopt_niet_af() -> None:
    oud = geef_rol("henk", "proceseigenaar", dagen=10)
    nieuw = Toekenning.objects.create(
        gebruiker=oud.gebruiker,
        rol=oud.rol,
        geldig_van=oud.geldig_tot + timedelta(days=1),
        geldig_tot=oud.geldig_tot + timedelta(days=300),
        aangevraagd_door=gebruiker("ruud"),
        aangevraagd_op=klok.nu(),
        reden="verlenging",
        verlengt=oud,
    )
    assert [rij.gevraagd for rij in houders.loopt_af(60)] == [True]
    keur_goed("saskia", nieuw)
    assert list(houders.loopt_af(60)) == []


def test_controleer_zegt_welke_rol_niemand_heeft_en_dat_er_te_weinig_beheerders_zijn() -> None:
    assert list(rechten()) == []
    Toekenning.objects.filter(gebruiker__gebruikersnaam__in=["henk", "saskia"]).update(
        beeindigd_op=klok.nu(), beeindigd_door=gebruiker("ruud")
    )
    zinnen = list(rechten())
    assert "Niemand heeft de rol Archivaris." in zinnen
    assert any("minder dan twee autorisatiebeheerders" in zin for zin in zinnen)


def test_controleer_zegt_wat_binnen_twee_weken_afloopt() -> None:
    geef_rol("henk", "proceseigenaar", dagen=14)
    (zin,) = rechten()
    assert zin.startswith("Rollen die binnen 14 dagen aflopen: 1;")


def test_een_rol_van_voor_de_drie_personen_is_overgenomen() -> None:
    """The migration gives an older grant a third person, or makes it a request when there is none."""
    overnemen = importlib.import_module("autorisatie.migrations.0021_toekenning_overnemen").OVERNEMEN
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # else waiting checks hold the table
        cursor.execute("ALTER TABLE autorisatie_toekenning DISABLE TRIGGER toekenning_drie_personen")
        cursor.execute("ALTER TABLE autorisatie_toekenning DROP CONSTRAINT toekenning_houdt_op")
        cursor.execute("ALTER TABLE autorisatie_toekenning ALTER aangevraagd_op DROP NOT NULL")
        cursor.execute("ALTER TABLE autorisatie_toekenning ALTER aangevraagd_door_id DROP NOT NULL")
        cursor.execute("ALTER TABLE autorisatie_toekenning DROP CONSTRAINT toekenning_verleend_door_iemand")
        cursor.execute(
            "INSERT INTO autorisatie_toekenning (uuid, gebruiker_id, rol_id, geldig_van, geldig_tot, verleend_door_id,"
            " reden) VALUES (gen_random_uuid(), %s, %s, '2024-01-01', '2027-01-01', %s, 'eerste inrichting')",
            [gebruiker("henk").pk, Rol.objects.get(code="proceseigenaar").pk, gebruiker("ruud").pk],
        )
        cursor.execute(overnemen)
    rij = Toekenning.objects.get(gebruiker=gebruiker("henk"), rol__code="proceseigenaar")
    assert rij.aangevraagd_door == gebruiker("saskia")
    assert (rij.geldig_tot - rij.geldig_van).days == 365
    assert klok.datum(rij.verleend_op) == rij.geldig_van
    assert rij.reden == "eerste inrichting (overgenomen)"
