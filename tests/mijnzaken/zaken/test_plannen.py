"""Every order that a list offers is walked along an index: the plan has no scan of all zaken and sorts none of them."""

import pytest
from django.db import connection

from autorisatie.actor import Actor
from catalogus.models import Team
from mijnzaken.zaken.armen import Snede, statement
from mijnzaken.zaken.lijst import SORTERINGEN, Filter, sorteringen
from mijnzaken.zaken.models import Zaak
from tests.fabrieken import REDEN, burger, medewerker, registreer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]


DUUR_BIJ_VEEL = ("seqscan", "bitmapscan", "hashjoin", "mergejoin")


def plan(actor: Actor, filter_: Filter, sortering: str, zonder: tuple[str, ...] = (*DUUR_BIJ_VEEL, "sort")) -> str:
    """What PostgreSQL would do with many rows: the choices that only pay for a few are put aside."""
    orde = SORTERINGEN[sortering]
    sql, waarden = statement(actor, filter_, Snede(orde.sleutel, orde.aflopend, None, 26))
    with connection.cursor() as cursor:
        for keuze in zonder:
            cursor.execute(f"SET LOCAL enable_{keuze} = off")
        cursor.execute(f"EXPLAIN {sql}", waarden)
        return "\n".join(rij[0] for rij in cursor.fetchall())


VAN_TEAM = {
    "termijn": "zaak_team_termijn",
    "registratie": "zaak_open_team_reg",
    "nummer": "zaak_open_team_nr",
    "aanvrager": "zaak_open_team_naam",
}
VAN_PROCES = {
    "termijn": "zaak_proces_termijn",
    "registratie": "zaak_open_proces_reg",
    "nummer": "zaak_open_proces_nr",
    "aanvrager": "zaak_open_proces_naam",
}


@pytest.mark.parametrize("richting", ["", "-"])
@pytest.mark.parametrize("kolom", VAN_TEAM)
def test_de_werkvoorraad_gaat_per_team_langs_een_index(kolom: str, richting: str) -> None:
    sanne = medewerker("sanne")
    filter_ = Filter(open=True, teams=[registreer("anna").team_id])
    assert richting + kolom in sorteringen(filter_)
    gevonden = plan(sanne, filter_, richting + kolom)
    assert VAN_TEAM[kolom] in gevonden
    assert "Seq Scan on zaken_zaak " not in gevonden


@pytest.mark.parametrize("richting", ["", "-"])
@pytest.mark.parametrize("kolom", VAN_PROCES)
def test_open_zaken_gaan_per_proces_langs_een_index(kolom: str, richting: str) -> None:
    filter_ = Filter(open=True)
    assert richting + kolom in sorteringen(filter_)
    gevonden = plan(medewerker("sanne"), filter_, richting + kolom)
    assert VAN_PROCES[kolom] in gevonden
    assert "Seq Scan on zaken_zaak " not in gevonden


@pytest.mark.parametrize("naam", ["sanne", "mila"])
def test_alle_zaken_gaan_alleen_op_registratie_en_langs_haar_index(naam: str) -> None:
    assert sorteringen(Filter()) == ("-registratie", "registratie")
    gevonden = plan(medewerker(naam), Filter(), "-registratie")
    assert "zaak_proces_registratie" in gevonden
    assert "Seq Scan on zaken_zaak " not in gevonden


def test_notities_van_een_team_gaan_per_proces_en_team() -> None:
    """Among zaken of other teams: where there are none, every index costs the same."""
    teams = list(Team.objects.all())
    for nummer in range(40):
        zaak = registreer("anna")
        Zaak.objects.systeem(REDEN).filter(pk=zaak.pk).update(team=teams[nummer % len(teams)])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE zaken_zaak")
    gevonden = plan(medewerker("sanne"), Filter(processen=["terugbelnotitie"]), "-registratie")
    assert "zaak_proces_team_registratie" in gevonden


def test_een_inwoner_begint_bij_de_eigen_rollen() -> None:
    """Among zaken of others; the few that are his own may be sorted."""
    for naam in ("anna", *["bram"] * 40):
        registreer(naam)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE zaken_zaak, zaken_rol")
    gevonden = plan(burger("anna"), Filter(open=True), "-binnenkomst", zonder=DUUR_BIJ_VEEL)
    assert "rol_partij_zaak" in gevonden
    assert "Seq Scan on zaken_rol " not in gevonden
    assert "Seq Scan on zaken_zaak " not in gevonden


@pytest.mark.parametrize("smaller", [{"fasen": ["advies"]}, {"te_laat": True}, {"niet_toegewezen": True}])
def test_wie_verder_versmalt_kan_alleen_op_termijn_sorteren(smaller: dict[str, object]) -> None:
    filter_ = Filter(open=True, teams=[1], **smaller)
    assert sorteringen(filter_) == ("termijn", "-termijn")


@pytest.mark.parametrize("filter_", [Filter(zoek="2026-1"), Filter(partij=1), Filter(behandelaar=1)])
def test_wat_weinig_is_kan_in_elke_orde(filter_: Filter) -> None:
    assert set(sorteringen(filter_)) == set(SORTERINGEN)


def test_zoeken_op_nummer_vult_de_nullen_aan() -> None:
    zaak = registreer("anna")
    kort = f"{zaak.nummer[:5]}{int(zaak.nummer[5:])}"
    assert Filter(zoek=kort).kandidaten() == Filter(zoek=zaak.nummer).kandidaten()
    assert zaak.nummer in Filter(zoek=kort).kandidaten()[1]
