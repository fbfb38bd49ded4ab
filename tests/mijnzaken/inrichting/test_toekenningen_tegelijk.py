"""Two people at the same moment, in real transactions: no swap slips through, and two administrators stay."""

from threading import Thread
from typing import Any

import pytest
from django.db import connection

from autorisatie import houders
from autorisatie.fouten import GeenRecht, OnjuisteToestand, Weigering
from autorisatie.models import Rol, Toekenning
from catalogus import klok
from mijnzaken.inrichting import toekenningen as doe
from tests.fabrieken import VANDAAG, gebruiker, geef_rol, medewerker
from tests.gevaren.test_toe_eigenen import keur_goed, vraag

EIGENAAR = "proceseigenaar"


def tegelijk(*werk: Any) -> list[Any]:
    uit: list[Any] = [None] * len(werk)

    def draai(plek: int) -> None:
        try:
            with klok.op_moment(VANDAAG):
                uit[plek] = werk[plek]()
        except Weigering as fout:
            uit[plek] = fout
        finally:
            connection.close()

    draden = [Thread(target=draai, args=(plek,)) for plek in range(len(werk))]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(60)
    return uit


@pytest.mark.usefixtures("gemeente_vast")
class TestTegelijk:
    def test_twee_die_elkaar_op_hetzelfde_moment_goedkeuren_lukt_er_een(self) -> None:
        """Each asked by somebody else before; only the approvals cross."""
        with klok.op_moment(VANDAAG):
            geef_rol("henk", "autorisatiebeheerder", door=("petra", "fleur"))
            voor_ruud, voor_saskia = vraag("henk", "ruud"), vraag("henk", "saskia")
        uit = tegelijk(lambda: keur_goed("saskia", voor_ruud), lambda: keur_goed("ruud", voor_saskia))
        assert len([u for u in uit if isinstance(u, GeenRecht)]) == 1
        assert Toekenning.objects.filter(rol__code="archivaris", verleend_op__gte=VANDAAG).count() == 1

    def test_twee_beheerders_die_elkaar_op_hetzelfde_moment_beeindigen_laten_er_twee_over(self) -> None:
        with klok.op_moment(VANDAAG):
            geef_rol("henk", "autorisatiebeheerder")
            rollen = {
                n: Toekenning.objects.get(
                    Toekenning.geldend(), gebruiker=gebruiker(n), rol=Rol.objects.get(code="autorisatiebeheerder")
                )
                for n in ("ruud", "saskia")
            }
        uit = tegelijk(
            lambda: doe.toekenning_beeindigen(medewerker("saskia"), rollen["ruud"], reden="x"),
            lambda: doe.toekenning_beeindigen(medewerker("ruud"), rollen["saskia"], reden="x"),
        )
        assert len([u for u in uit if isinstance(u, Weigering)]) == 1
        with klok.op_moment(VANDAAG):
            assert houders.aantal_personen("toekenning_aanvragen") == 2

    def test_van_twee_die_hetzelfde_goedkeuren_is_er_een(self) -> None:
        with klok.op_moment(VANDAAG):
            gevraagd = vraag("ruud", "henk", EIGENAAR)
        uit = tegelijk(lambda: keur_goed("saskia", gevraagd), lambda: keur_goed("petra", gevraagd))
        assert sorted(isinstance(u, OnjuisteToestand) for u in uit) == [False, True]
