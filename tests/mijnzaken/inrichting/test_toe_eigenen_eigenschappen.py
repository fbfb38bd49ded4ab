"""Whatever people try, in whatever order: nobody ends up with a role that he asked for or granted himself."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from autorisatie import beleid, houders
from autorisatie.actor import Medewerker
from autorisatie.fouten import BestaatNiet, Weigering
from autorisatie.models import Gebruiker, Rol, Toekenning, Waarneming
from catalogus import klok
from mijnzaken.inrichting import toekenningen, waarneming
from tests.fabrieken import gebruiker, partij

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
MENSEN = ["ruud", "ruud-2", "saskia", "petra", "fleur", "henk", "henk-2", "sanne"]
ROLLEN = ["autorisatiebeheerder", "proceseigenaar", "archivaris"]
DAGEN = [0, 1, 20, 40, 400]

wie, rol, keus = st.sampled_from(MENSEN), st.sampled_from(ROLLEN), st.integers(0, 5)
stappen = st.one_of(
    st.tuples(st.just("vraag"), wie, wie, rol),
    st.tuples(st.just("keur"), wie, keus),
    st.tuples(st.just("keur"), wie, st.just(0)),
    st.tuples(st.just("weiger"), wie, keus),
    st.tuples(st.just("beeindig"), wie, keus),
    st.tuples(st.just("verleng"), wie, keus),
    st.tuples(st.just("waarneem"), wie, wie, wie),
    st.tuples(st.just("koppel"), wie, wie),
    st.tuples(st.just("dag"), st.sampled_from(DAGEN)),
)


def actor(naam: str) -> Medewerker:
    return Medewerker(gebruiker(naam))


def _kies(rijen: Any, n: int) -> Any:
    """One of these rows; one that does not exist when there is none."""
    alle = list(rijen.order_by("-pk")[:6])
    if not alle:
        raise BestaatNiet
    return alle[n % len(alle)]


def vraag(door: str, voor: str, code: str) -> None:
    van = klok.vandaag()
    toekenningen.toekenning_aanvragen(
        actor(door),
        gebruiker=gebruiker(voor),
        rol=Rol.objects.get(code=code),
        team=None,
        geldig_van=van,
        geldig_tot=van + timedelta(days=200),
        reden="proef",
    )


def keur(door: str, n: int) -> None:
    toekenningen.toekenning_goedkeuren(actor(door), _kies(Toekenning.objects.filter(Toekenning.wachtend()), n))


def weiger(door: str, n: int) -> None:
    rij = _kies(Toekenning.objects.filter(Toekenning.wachtend()), n)
    toekenningen.toekenning_weigeren(actor(door), rij, reden="nee")


def beeindig(door: str, n: int) -> None:
    van_beheerders = Toekenning.objects.filter(Toekenning.geldend(), rol__code__in=ROLLEN)
    toekenningen.toekenning_beeindigen(actor(door), _kies(van_beheerders, n), reden="klaar")


def verleng(door: str, n: int) -> None:
    rij = _kies(Toekenning.objects.filter(Toekenning.geldend(), rol__code__in=ROLLEN), n)
    tot = rij.geldig_tot + timedelta(days=100)
    toekenningen.toekenning_verlengen(actor(door), rij, geldig_tot=tot, reden="blijft nodig")


def waarneem(door: str, voor: str, waarnemer: str) -> None:
    waarneming.waarneming_instellen(
        actor(door),
        afwezige=gebruiker(voor),
        waarnemer=gebruiker(waarnemer),
        van=klok.vandaag(),
        tot=klok.vandaag() + timedelta(days=20),
        reden="proef",
    )


def koppel(een: str, ander: str) -> None:
    """It turns out that two accounts are one person."""
    Gebruiker.objects.filter(gebruikersnaam__in=[een, ander]).update(partij=partij("wil"))


DOE: dict[str, Callable[..., None]] = {
    f.__name__: f for f in (vraag, keur, weiger, beeindig, verleng, waarneem, koppel)
}


def persoon(mens: Gebruiker) -> tuple[str, int]:
    return ("partij", mens.partij_id) if mens.partij_id else ("account", mens.pk)


def houdt_stand() -> None:
    """What is true in every state that can be reached."""
    for rij in Toekenning.objects.filter(Toekenning.geldend()).select_related(
        "gebruiker", "aangevraagd_door", "verleend_door"
    ):
        drie = {persoon(rij.gebruiker), persoon(rij.aangevraagd_door), persoon(rij.verleend_door)}
        assert len(drie) == 3
        assert rij.geldig_van <= rij.geldig_tot < rij.geldig_van + timedelta(days=366)
        assert klok.datum(rij.verleend_op) <= rij.geldig_van
    for rij in Waarneming.objects.filter(Waarneming.geldend()).select_related(
        "waarnemer", "afwezige", "ingesteld_door"
    ):
        assert persoon(rij.waarnemer) not in (persoon(rij.ingesteld_door), persoon(rij.afwezige))


def heeft_een_eigen_rol() -> None:
    """What the policy gives is what holds: a right to grant comes from a grant by two others."""
    for naam in MENSEN:
        if beleid.mag(actor(naam), "toekenning_aanvragen"):
            rijen = houders.toekenningen_met_recht("toekenning_aanvragen").filter(gebruiker=gebruiker(naam))
            assert rijen.exists()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(reeks=st.lists(stappen, min_size=3, max_size=25))
@example(
    reeks=[("vraag", "ruud", "saskia", "archivaris"), ("keur", "petra", 0), ("vraag", "saskia", "ruud", "archivaris")]
)
@example(reeks=[("vraag", "ruud", "henk", "autorisatiebeheerder"), ("keur", "saskia", 0), ("koppel", "henk", "saskia")])
@example(reeks=[("beeindig", "ruud", n) for n in (0, 1, 2)])
def test_niemand_heeft_een_rol_die_hij_zelf_vroeg_of_goedkeurde(reeks: list[tuple[Any, ...]]) -> None:
    with transaction.atomic():
        for naam, van, persona in (("ruud-2", "ruud", "bram"), ("henk-2", "henk", "anna")):
            Gebruiker.objects.filter(gebruikersnaam=van).update(partij=partij(persona))
            Gebruiker.objects.create(gebruikersnaam=naam, achternaam=naam, partij=partij(persona))
        nu, gekoppeld = klok.nu(), False
        for soort, *rest in reeks:
            if soort == "dag":
                nu += timedelta(days=rest[0])
                continue
            gekoppeld = gekoppeld or soort == "koppel"
            with klok.op_moment(nu):
                try:
                    DOE[soort](*rest)
                except (Weigering, BestaatNiet):
                    continue
                houdt_stand()
                heeft_een_eigen_rol()
                if soort == "beeindig" and not gekoppeld:
                    assert houders.aantal_personen("toekenning_aanvragen") != 1
        transaction.set_rollback(True)


def test_de_reeksen_komen_ook_ergens() -> None:
    """Not all of it is refused: a lawful order gives the role."""
    vraag("ruud", "henk", "autorisatiebeheerder")
    keur("saskia", 0)
    assert beleid.mag(actor("henk"), "toekenning_aanvragen")
    beeindig("ruud", 0)
    assert not beleid.mag(actor("henk"), "toekenning_aanvragen")
