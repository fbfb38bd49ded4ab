"""Random matrices, people and zaken: query, predicate and explanation say the same, and the levels follow.

What must come out is computed here a second time, as simply as can be, straight from the rows.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from autorisatie import beleid
from autorisatie.actor import Actor, Burger, Medewerker
from autorisatie.models import (
    Gegevensgroep,
    Matrixregel,
    Matrixversie,
    Niveau,
    OpenOfGesloten,
    Rol,
    Scope,
    Toekenning,
    alle_kanalen,
)
from catalogus import klok
from catalogus.kanaal import Kanaal
from catalogus.models import Dienst, Fase, Proces, Team
from mijnzaken.zaken import deur
from mijnzaken.zaken.inzien import niveaus_van
from mijnzaken.zaken.lijst import Filter, aantal, lijst
from mijnzaken.zaken.models import Zaak
from mijnzaken.zaken.uitleg import leg_uit
from tests.fabrieken import REDEN, burger, gebruiker, geef_rol, geldende_matrix, gemachtigde, medewerker, registreer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
SOORTEN = ["parkeervergunning-bewoners", "melding-openbare-ruimte", "schuldhulpverlening", "klacht"]
STAF, BURGERS = ("proef", "ander"), ("inwoner", "gemachtigde", "organisatie")
RECHTEN = ["inzien", "besluiten", "stoppen"]
AANTAL = 9


@pytest.fixture
def zaken() -> list[Zaak]:
    """Zaken of anna, wil (for whom bram acts) and joost (who is staff too)."""
    return [registreer(["anna", "wil", "joost"][n % 3], SOORTEN[n % 4]) for n in range(AANTAL)]


regels = st.lists(
    st.fixed_dictionaries(
        {
            "rol": st.sampled_from([*STAF, *STAF, *BURGERS]),
            "scope": st.sampled_from([s for s in Scope.values if s != Scope.EIGEN_ZAAK]),
            "groep": st.sampled_from([Gegevensgroep.ZAAK, Gegevensgroep.CONTACT, Gegevensgroep.BIJZONDER]),
            "niveau": st.sampled_from([Niveau.GEEN, Niveau.BESTAAT, Niveau.STATUS, Niveau.VOLLEDIG]),
            "handelingen": st.lists(st.sampled_from(RECHTEN), max_size=2, unique=True),
            "keuze": st.integers(0, 5),
            "open_of_gesloten": st.sampled_from(OpenOfGesloten.values),
            "dagen_na_sluiting": st.sampled_from([None, None, 0, 10]),
            "eigen_team": st.sampled_from([False, False, True]),
            "aan_mij": st.sampled_from([False, False, True]),
            "max_vertrouwelijkheid": st.sampled_from([1, 4, 8, 8]),
            "kanalen": st.sampled_from([alle_kanalen(), alle_kanalen(), [], ["portaal"], ["balie", "papier"]]),
            "doel_verplicht": st.booleans(),
            "betrouwbaarheid_minimaal": st.sampled_from([0, 3, 4]),
        }
    ),
    max_size=6,
)
standen = st.lists(
    st.fixed_dictionaries(
        {
            "dicht": st.sampled_from([None, None, 0, 5, 40]),
            "kanaal": st.sampled_from(Kanaal.values),
            "team": st.integers(0, 5),
            "behandelaar": st.sampled_from([None, "sanne", "joost"]),
            "geheim": st.sampled_from([1, 4, 8]),
            "afgeschermd": st.sampled_from([False, False, False, True]),
        }
    ),
    min_size=AANTAL,
    max_size=AANTAL,
)
ALLES = {
    "rol": "proef",
    "scope": Scope.GEMEENTE,
    "groep": Gegevensgroep.ZAAK,
    "niveau": Niveau.VOLLEDIG,
    "handelingen": ["inzien"],
    "keuze": 0,
    "open_of_gesloten": "alle",
    "dagen_na_sluiting": None,
    "eigen_team": False,
    "aan_mij": False,
    "max_vertrouwelijkheid": 8,
    "kanalen": alle_kanalen(),
    "doel_verplicht": False,
    "betrouwbaarheid_minimaal": 0,
}
GEWOON = [
    {"dicht": None, "kanaal": "portaal", "team": 0, "behandelaar": None, "geheim": 4, "afgeschermd": n == 1}
    for n in range(AANTAL)
]


def zet_zaken(zaken: list[Zaak], hoe: list[dict[str, Any]]) -> None:
    teams = list(Team.objects.order_by("pk")[:6])
    for zaak, stand in zip(zaken, hoe, strict=True):
        dicht = stand["dicht"]
        zaak.einddatum = None if dicht is None else klok.vandaag() - timedelta(days=dicht)
        zaak.fase = Fase.ONTVANGEN if dicht is None else Fase.AFGEROND
        zaak.kanaal, zaak.team = stand["kanaal"], teams[stand["team"]]
        zaak.behandelaar = gebruiker(stand["behandelaar"]) if stand["behandelaar"] else None
        zaak.vertrouwelijkheidaanduiding, zaak.afgeschermd = stand["geheim"], stand["afgeschermd"]
    velden = ["einddatum", "fase", "kanaal", "team", "behandelaar", "vertrouwelijkheidaanduiding", "afgeschermd"]
    Zaak.objects.systeem(REDEN).bulk_update(zaken, velden)


def zet_matrix(rijen: list[dict[str, Any]]) -> Matrixversie:
    """The rows as an active version; rows of residents are about their own zaken."""
    rollen = {code: Rol.objects.get_or_create(code=code, defaults={"naam": code})[0] for code in (*STAF, *BURGERS)}
    klaar = []
    for rij in rijen:
        velden = {naam: waarde for naam, waarde in rij.items() if naam not in ("keuze", "groep")}
        proces = Proces.objects.get(identificatie=SOORTEN[rij["keuze"] % 4])
        scope = Scope.EIGEN_ZAAK if rij["rol"] in BURGERS else Scope(rij["scope"])
        waarop = {
            Scope.DIENST: {"dienst": Dienst.objects.order_by("pk")[rij["keuze"] % Dienst.objects.count()]},
            Scope.TEAM: {"team": Team.objects.order_by("pk")[rij["keuze"]]},
            Scope.PROCES: {"proces": proces},
            Scope.PROCESGROEP: {"procesgroep": proces.groep},
        }.get(scope, {})
        vast = {"rol": rollen[rij["rol"]], "scope": scope, "gegevensgroep": rij["groep"]}
        klaar.append(velden | vast | waarop)
    for naam, rol in (("sanne", "proef"), ("joost", "ander")):
        van_team = gebruiker(naam).toekenningen.order_by("pk")[0].team
        if not Toekenning.objects.filter(gebruiker=gebruiker(naam), rol=rollen[rol]).exists():
            geef_rol(naam, rol, van_team.naam if van_team else "")
    return geldende_matrix(klaar)


def mensen() -> Iterator[Actor]:
    for naam in ("sanne", "joost"):
        yield medewerker(naam, doel="")
        yield medewerker(naam, doel="gesprek")
    for niveau in (2, 3, 4):
        yield burger("anna", betrouwbaarheid=niveau)
    yield gemachtigde("bram", "wil")
    yield burger("bram")


# -- what must come out, straight from the rows ------------------------------------------------------------------------


def gaat_over(rij: Matrixregel, zaak: Zaak, teams: set[int]) -> bool:
    proces = Proces.objects.select_related("team__afdeling").get(pk=zaak.proces_id)
    diensten = set(Team.objects.filter(pk__in=teams).values_list("afdeling__dienst", flat=True))
    return {
        Scope.EIGEN_ZAAK: True,
        Scope.GEMEENTE: True,
        Scope.PROCES: rij.proces_id == proces.pk,
        Scope.PROCESGROEP: rij.procesgroep == proces.groep,
        Scope.TEAM: rij.team_id == proces.team_id,
        Scope.DIENST: rij.dienst_id == proces.team.afdeling.dienst_id,
        Scope.TOEGEKEND_TEAM: proces.team_id in teams,
        Scope.TOEGEKENDE_DIENST: proces.team.afdeling.dienst_id in diensten,
    }[Scope(rij.scope)]


def geldt(rij: Matrixregel, wie: Actor, zaak: Zaak) -> bool:
    teams: set[int] = set()
    if isinstance(wie, Medewerker):
        van_rol = Toekenning.objects.filter(gebruiker=wie.gebruiker, rol=rij.rol)
        if not van_rol.exists() or (rij.doel_verplicht and not wie.doel):
            return False
        teams = {t.team_id for t in van_rol if t.team_id}
    elif (
        not isinstance(wie, Burger)
        or wie.rolcode != rij.rol.code
        or rij.doel_verplicht
        or wie.betrouwbaarheid < rij.betrouwbaarheid_minimaal
    ):
        return False
    dicht, grens = zaak.einddatum, klok.vandaag() - timedelta(days=rij.dagen_na_sluiting or 0)
    return all(
        [
            gaat_over(rij, zaak, teams),
            rij.open_of_gesloten != "open" or dicht is None,
            rij.open_of_gesloten != "gesloten" or dicht is not None,
            rij.dagen_na_sluiting is None or dicht is None or dicht >= grens,
            not rij.eigen_team or zaak.team_id in teams,
            not rij.aan_mij or (isinstance(wie, Medewerker) and zaak.behandelaar_id == wie.gebruiker.pk),
            zaak.vertrouwelijkheidaanduiding <= rij.max_vertrouwelijkheid,
            zaak.kanaal in rij.kanalen,
        ]
    )


def hoort(gevend: list[Matrixregel], wie: Actor, zaak: Zaak) -> bool:
    if not any(rij.niveau for rij in gevend):
        return False
    if isinstance(wie, Burger):
        eigen = wie.voor_wie.pk in zaak.betrokken_partijen()
        return eigen and not (wie.machtiging is not None and zaak.afgeschermd)
    assert isinstance(wie, Medewerker)
    return not zaak.afgeschermd and not set(zaak.betrokken_partijen()) & set(wie.uitgesloten_partijen)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rijen=regels, hoe=standen)
@example(rijen=[ALLES, ALLES | {"rol": "inwoner"}, ALLES | {"rol": "gemachtigde"}], hoe=GEWOON)
@example(rijen=[ALLES | {"doel_verplicht": True}, ALLES | {"kanalen": []}, ALLES | {"rol": "ander"}], hoe=GEWOON)
def test_deur_lijst_niveaus_en_uitleg_zeggen_wat_de_regels_zeggen(
    zaken: list[Zaak], rijen: list[dict[str, Any]], hoe: list[dict[str, Any]]
) -> None:
    zet_zaken(zaken, hoe)
    versie = zet_matrix(rijen)
    alle_regels = list(versie.regels.select_related("rol"))
    for wie in mensen():
        gevend = {zaak.pk: [rij for rij in alle_regels if geldt(rij, wie, zaak)] for zaak in zaken}
        verwacht = {zaak.pk for zaak in zaken if hoort(gevend[zaak.pk], wie, zaak)}
        assert set(Zaak.objects.voor(wie).values_list("pk", flat=True)) == verwacht
        uit_lijst = [zaak.pk for zaak in lijst(wie, Filter(), aantal=100).rijen]
        assert sorted(uit_lijst) == sorted(verwacht)
        assert aantal(wie, Filter()) == len(verwacht)
        for zaak in zaken:
            assert (Zaak.objects.een(wie, zaak.uuid) is not None) == (zaak.pk in verwacht)
            controleer_niveaus(wie, zaak, gevend[zaak.pk], zaak.pk in verwacht)
            controleer_uitleg(wie, zaak, gevend[zaak.pk], zaak.pk in verwacht)


def controleer_niveaus(wie: Actor, zaak: Zaak, gevend: list[Matrixregel], ziet: bool) -> None:
    hoogste: dict[str, int] = {}
    for rij in gevend:
        hoogste[rij.gegevensgroep] = max(rij.niveau, hoogste.get(rij.gegevensgroep, 0))
    assert beleid.niveaus(wie, zaak, eigen_zaak=isinstance(wie, Burger)) == hoogste
    if ziet:
        assert niveaus_van(wie, zaak) == hoogste
    for recht in RECHTEN:
        mag = beleid.beslis_over_zaak(wie, recht, zaak, eigen_zaak=isinstance(wie, Burger))
        assert bool(mag) == any(recht in rij.handelingen for rij in gevend)
        if mag:
            assert mag.regel_id in {rij.pk for rij in gevend if recht in rij.handelingen}


def controleer_uitleg(wie: Actor, zaak: Zaak, gevend: list[Matrixregel], ziet: bool) -> None:
    deur.laat_toe(zaak)
    uitleg = leg_uit(wie, zaak)
    assert uitleg.ziet == ziet
    assert {weging.regel.pk for weging in uitleg.regels if weging} == {rij.pk for rij in gevend}
    assert {rij.pk for rij in gevend if rij.niveau} == {weging.regel.pk for weging in uitleg.gevende_regels}
    if ziet:
        assert uitleg.niveaus == niveaus_van(wie, zaak)
        for rij in uitleg.rechten:
            assert rij.beslissing == deur.beslis(wie, rij.recht, zaak)
    elif uitleg.gevende_regels and isinstance(wie, Medewerker):
        assert uitleg.hard  # a row gives it and nobody gets it: the denial above the matrix is named
