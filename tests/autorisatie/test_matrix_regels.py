"""One row, three uses: what it asks holds in the query, in the predicate and in the sentence."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autorisatie import beleid, zinnen
from autorisatie.models import Gegevensgroep, Matrixregel, Niveau, OpenOfGesloten, Rol, Scope, Toekenning, alle_kanalen
from autorisatie.voorwaarden import Belet, Voorwaarden, voorwaarden_van
from catalogus import klok
from catalogus.kanaal import Kanaal
from mijnzaken.zaken.lijst import Filter, aantal
from mijnzaken.zaken.models import Zaak
from tests.fabrieken import burger, gebruiker, geef_rol, geldende_matrix, medewerker, registreer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]

voorwaarden = st.builds(
    Voorwaarden,
    open_of_gesloten=st.sampled_from(OpenOfGesloten.values),
    dagen_na_sluiting=st.sampled_from([None, 0, 10, 30]),
    teams=st.sampled_from([None, (), (1,), (1, 2)]),
    behandelaar=st.sampled_from([None, 0, 7]),
    max_vertrouwelijkheid=st.integers(1, 8),
    kanalen=st.sampled_from([None, (), ("portaal",), ("balie", "portaal")]),
)
zaak = st.builds(
    SimpleNamespace,
    proces_id=st.just(1),
    team_id=st.sampled_from([1, 2, 3]),
    behandelaar_id=st.sampled_from([None, 7, 8]),
    einddatum=st.sampled_from([None, date(2026, 3, 2), date(2026, 2, 20), date(2026, 1, 1)]),
    vertrouwelijkheidaanduiding=st.integers(1, 8),
    kanaal=st.sampled_from(Kanaal.values),
)


@given(ruim=voorwaarden, nauw=voorwaarden, rij=zaak)
def test_wat_minstens_zo_ruim_heet_laat_alles_toe_wat_het_andere_toelaat(
    ruim: Voorwaarden, nauw: Voorwaarden, rij: Any
) -> None:
    if ruim.minstens_zo_ruim(nauw) and nauw.voldoet(rij):
        assert ruim.voldoet(rij)
    assert ruim.minstens_zo_ruim(ruim)


def rol_van(naam: str, code: str = "proef") -> Rol:
    rol, _ = Rol.objects.get_or_create(code=code, defaults={"naam": code.capitalize()})
    vandaag = {"beeindigd_op": klok.nu(), "beeindigd_door": gebruiker("ruud")}
    Toekenning.objects.filter(Toekenning.geldend(), gebruiker=gebruiker(naam)).update(**vandaag)
    geef_rol(naam, code)
    return rol


def regel(**velden: Any) -> dict[str, Any]:
    return {"scope": Scope.GEMEENTE, "niveau": Niveau.KERN, "handelingen": ["inzien"]} | velden


def ziet(actor: Any, rij: Zaak) -> bool:
    door = Zaak.objects.een(actor, rij.uuid) is not None
    assert aantal(actor, Filter()) == int(door)
    return door


def test_een_lege_lijst_van_wegen_is_niemand_en_alle_wegen_is_geen_voorwaarde() -> None:
    rij, rol = registreer("anna"), rol_van("sanne")
    geldende_matrix([regel(kanalen=[])], rol=rol)
    assert not ziet(medewerker("sanne"), rij)
    geldende_matrix([regel(kanalen=["balie", "telefoon"])], rol=rol)
    assert not ziet(medewerker("sanne"), rij)
    geldende_matrix([regel(kanalen=["portaal"])], rol=rol)
    assert ziet(medewerker("sanne"), rij)
    geldende_matrix([regel()], rol=rol)
    assert ziet(medewerker("sanne"), rij)
    assert Matrixregel(kanalen=alle_kanalen()).kanalen == Kanaal.values


def test_een_regel_die_een_doel_vraagt_geeft_niets_zonder_doel() -> None:
    rij, rol = registreer("anna"), rol_van("sanne")
    geldende_matrix([regel(doel_verplicht=True)], rol=rol)
    zonder, met = medewerker("sanne", doel=""), medewerker("sanne", doel="gesprek")
    assert not ziet(zonder, rij)
    assert not beleid.mag(zonder, "inzien")
    assert beleid.niveaus(zonder, rij, eigen_zaak=False) == {}
    assert ziet(met, rij)
    assert beleid.mag(met, "inzien")


def test_het_doel_van_een_gesprek_lekt_niet_naar_wie_er_geen_heeft() -> None:
    rij, rol = registreer("anna"), rol_van("sanne")
    geldende_matrix([regel(doel_verplicht=True)], rol=rol)
    zonder = medewerker("sanne", doel="")
    met = zonder.met_doel("gesprek")
    assert ziet(met, rij)
    assert not ziet(zonder, rij)


def test_een_inwoner_met_een_te_laag_niveau_van_inloggen_ziet_de_zaak_niet() -> None:
    rij = registreer("anna")
    rol = Rol.objects.get(code="inwoner")
    geldende_matrix([regel(scope=Scope.EIGEN_ZAAK, betrouwbaarheid_minimaal=3)], rol=rol)
    assert not ziet(burger("anna", betrouwbaarheid=2), rij)
    assert ziet(burger("anna", betrouwbaarheid=3), rij)
    assert beleid.mag(burger("anna", betrouwbaarheid=4), "inzien")
    assert not beleid.mag(burger("anna", betrouwbaarheid=2), "inzien")


def test_de_voorwaarden_van_een_regel_gelden_ook_voor_de_eigen_zaken_van_een_inwoner() -> None:
    rij = registreer("anna")
    rol = Rol.objects.get(code="inwoner")
    geldende_matrix([regel(scope=Scope.EIGEN_ZAAK, max_vertrouwelijkheid=1)], rol=rol)
    assert not ziet(burger("anna"), rij)
    geldende_matrix([regel(scope=Scope.EIGEN_ZAAK, aan_mij=True)], rol=rol)
    assert not ziet(burger("anna"), rij)  # a resident handles nothing: no condition is not every zaak
    geldende_matrix([regel(scope=Scope.EIGEN_ZAAK)], rol=rol)
    assert ziet(burger("anna"), rij)


def test_een_rol_van_een_ander_soort_inwoner_geeft_een_inwoner_niets() -> None:
    rij = registreer("anna")
    for code in ("vestiging", "wettelijk_vertegenwoordiger", "gemachtigde", "organisatie"):
        geldende_matrix([regel(scope=Scope.EIGEN_ZAAK)], rol=Rol.objects.get(code=code))
        assert not ziet(burger("anna"), rij)


def test_elke_voorwaarde_staat_in_de_zin() -> None:
    rij = Matrixregel(
        rol=Rol(naam="Behandelaar"),
        scope=Scope.GEMEENTE,
        gegevensgroep=Gegevensgroep.ZAAK,
        niveau=Niveau.KERN,
        handelingen=["besluiten", "stoppen"],
        open_of_gesloten=OpenOfGesloten.OPEN,
        dagen_na_sluiting=10,
        eigen_team=True,
        aan_mij=True,
        max_vertrouwelijkheid=3,
        kanalen=["balie", "papier"],
        doel_verplicht=True,
        betrouwbaarheid_minimaal=4,
    )
    assert zinnen.zin(rij) == (
        "Wie de rol Behandelaar heeft, ziet van alle zaaktypen bij zaak: de kern en mag besluiten en de behandeling "
        "stoppen (alleen open zaken; tot 10 dagen na sluiting; alleen bij het eigen team; alleen wat aan hemzelf is "
        "toegewezen; ten hoogste intern; alleen binnengekomen via balie en brief; alleen met een doel; ingelogd met "
        "minstens niveau hoog)."
    )
    kaal = Matrixregel(
        rol=Rol(naam="Inwoner"), scope=Scope.EIGEN_ZAAK, gegevensgroep="zaak", niveau=5, max_vertrouwelijkheid=8
    )
    assert zinnen.voorwaarden(kaal) == []
    kaal.kanalen = []
    assert zinnen.voorwaarden(kaal) == ["langs geen enkele weg"]


def test_elke_toets_heeft_een_naam_en_een_eigen_uitkomst() -> None:
    mits = voorwaarden_van(
        Matrixregel(
            open_of_gesloten=OpenOfGesloten.OPEN,
            dagen_na_sluiting=5,
            eigen_team=True,
            aan_mij=True,
            max_vertrouwelijkheid=2,
            kanalen=["balie"],
        ),
        teams={4},
        gebruiker_id=9,
    )
    goed = SimpleNamespace(
        proces_id=1, team_id=4, behandelaar_id=9, einddatum=None, vertrouwelijkheidaanduiding=2, kanaal="balie"
    )
    assert mits.voldoet(goed)
    lang_dicht = klok.vandaag() - timedelta(days=6)
    for anders, belet in (
        ({"team_id": 5}, {Belet.TEAM}),
        ({"behandelaar_id": 8}, {Belet.BEHANDELAAR}),
        ({"einddatum": lang_dicht}, {Belet.GESLOTEN, Belet.SLUITING}),
        ({"vertrouwelijkheidaanduiding": 3}, {Belet.VERTROUWELIJKHEID}),
        ({"kanaal": "api"}, {Belet.KANAAL}),
    ):
        rij = SimpleNamespace(**(vars(goed) | anders))
        assert {naam for naam, klopt in mits.toetsen(rij) if not klopt} == belet
        assert not mits.voldoet(rij)
