"""``controleer`` says what is wrong with the rights: a draft that waits, a review that is overdue, an unknown right."""

from datetime import timedelta

import pytest

from autorisatie.models import Matrixherziening, Matrixversie, Niveau, Rol, Scope
from catalogus import klok
from mijnzaken.inrichting import matrix
from mijnzaken.zaken.controle import rechten
from tests.fabrieken import REDEN, geldende_matrix, medewerker

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]


def test_de_voorbeeldgemeente_is_in_orde() -> None:
    assert list(rechten()) == []


@pytest.mark.parametrize("dagen,aantal", [(13, 0), (15, 1)])
def test_een_ontwerp_dat_langer_dan_twee_weken_wacht(dagen: int, aantal: int) -> None:
    matrix.matrix_ontwerpen(medewerker("ruud"), toelichting=REDEN)
    with klok.op_moment(klok.nu() + timedelta(days=dagen)):
        gevonden = [zin for zin in rechten() if "ontwerp" in zin]
    assert len(gevonden) == aantal


def test_een_herziening_die_te_laat_is() -> None:
    with klok.op_moment(klok.nu() + timedelta(days=16)):
        assert [zin for zin in rechten() if "nagelopen" in zin] == [
            "De regels van de rol Medewerker 14070 hadden uiterlijk 17-03-2026 nagelopen moeten zijn."
        ]
    Matrixherziening.objects.filter(rol__code="archivaris").delete()
    assert any("rol Archivaris" in zin for zin in rechten())  # never reviewed, and long in force


def test_een_regel_die_een_onbekende_handeling_noemt() -> None:
    rij = {"scope": Scope.GEMEENTE, "niveau": Niveau.KERN, "handelingen": ["alles_mogen"]}
    geldende_matrix([rij], rol=Rol.objects.get(code="kcc"))
    assert "De geldende autorisatiematrix noemt een handeling die het programma niet kent: alles_mogen." in rechten()


def test_zonder_matrix_ziet_niemand_iets() -> None:
    with klok.op_moment(klok.nu() - timedelta(days=5000)):
        assert Matrixversie.actief() is None
        assert list(rechten()) == ["Er geldt geen autorisatiematrix: niemand ziet iets."]
