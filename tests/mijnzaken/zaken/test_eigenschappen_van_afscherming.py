"""Whatever zaken, parties, shields and grants there are (Hypothesis): without a named grant nobody sees what is
shielded, and with none nobody sees as staff what is of his own circle; by every reader the same.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autorisatie.actor import Applicatie, Burger, Medewerker
from autorisatie.models import Gebruiker, Partij, PartijRelatie, PartijToegang
from catalogus import klok
from mijnzaken.zaken import afscherming
from mijnzaken.zaken.aanmaken import voeg_rol_toe
from mijnzaken.zaken.lijst import Filter, aantal, lijst
from mijnzaken.zaken.models import PartijAfscherming, Zaak, ZaakAfscherming, ZaakToegang
from mijnzaken.zaken.toegang import recht_op
from tests.fabrieken import REDEN, VANDAAG, gebruiker, partij, registreer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]

MENSEN = ("anna", "bram", "wil", "persoon-11", "persoon-12", "korenaar")
SOORTEN = ("subsidie-verkeerslawaai", "schuldhulpverlening", "parkeervergunning-bewoners")
STAF = ("sanne", "karim", "tess", "joost", "nadia", "vera", "mila", "fleur")


@dataclass(frozen=True)
class Wereld:
    """``zaken``: who stand in each. The rest are indexes into these, and into MENSEN and STAF."""

    zaken: list[tuple[int, frozenset[int]]]
    zelf_dicht: frozenset[int]
    partij_dicht: frozenset[int]
    zaaktoegang: frozenset[tuple[int, int, bool]]  # staff, zaak, still valid
    partijtoegang: frozenset[tuple[int, int, bool]]  # staff, person, still valid
    is_mens: dict[int, int]  # staff -> who he is as a resident
    relaties: frozenset[tuple[int, int, str, bool]]  # from, to, kind, still valid


mens, staf, geldig = st.integers(0, len(MENSEN) - 1), st.integers(0, len(STAF) - 1), st.booleans()
werelden = st.builds(
    Wereld,
    zaken=st.lists(st.tuples(st.integers(0, 2), st.frozensets(mens, min_size=1, max_size=3)), min_size=1, max_size=5),
    zelf_dicht=st.frozensets(st.integers(0, 4), max_size=3),
    partij_dicht=st.frozensets(mens, max_size=2),
    zaaktoegang=st.frozensets(st.tuples(staf, st.integers(0, 4), geldig), max_size=6),
    partijtoegang=st.frozensets(st.tuples(staf, mens, geldig), max_size=6),
    is_mens=st.dictionaries(staf, mens, max_size=3),
    relaties=st.frozensets(
        st.tuples(mens, mens, st.sampled_from(["partner", "huisgenoot", "eigenaar", "ouder"]), geldig), max_size=4
    ),
)


def _bouw(wereld: Wereld) -> list[Zaak]:
    """Rows as the handelingen leave them; what the door goes by is computed by the program itself."""
    nu = klok.nu()
    mensen, stafleden = [partij(naam) for naam in MENSEN], [gebruiker(naam) for naam in STAF]
    ruud = gebruiker("ruud")
    for wie, is_wie in wereld.is_mens.items():
        Gebruiker.objects.filter(pk=stafleden[wie].pk).update(partij=mensen[is_wie])
    PartijRelatie.objects.systeem(REDEN).delete()
    for van, naar, soort, loopt in {(a, b, c): (a, b, c, d) for a, b, c, d in wereld.relaties if a != b}.values():
        einde = None if loopt else klok.vandaag() - timedelta(days=1)
        PartijRelatie.objects.create(van=mensen[van], naar=mensen[naar], soort=soort, einde=einde, opgehaald_op=nu)
    zaken = []
    for soort, wie in wereld.zaken:
        zaak = registreer(None, SOORTEN[soort])
        for nummer in sorted(wie):
            voeg_rol_toe(zaak, "initiator" if nummer == min(wie) else "belanghebbende", mensen[nummer])
        zaken.append(zaak)
    for nummer in wereld.zelf_dicht:
        if nummer < len(zaken):
            ZaakAfscherming.objects.create(zaak=zaken[nummer], reden="proef", vanaf=nu)
            afscherming.werk_bij(zaken[nummer])
    for nummer in wereld.partij_dicht:
        PartijAfscherming.objects.create(partij=mensen[nummer], reden="proef", vanaf=nu)
        Partij.objects.systeem(REDEN).filter(pk=mensen[nummer].pk).update(afgeschermd=True)
        afscherming.werk_zaken_bij_van(mensen[nummer])
    for model, dingen, toegangen in (
        (ZaakToegang, zaken, wereld.zaaktoegang),
        (PartijToegang, mensen, wereld.partijtoegang),
    ):
        for wie, ding, loopt in toegangen:
            if ding < len(dingen):
                _geef(model, dingen[ding], stafleden[wie], ruud, loopt)
    return zaken


def _geef(model: Any, ding: Any, wie: Gebruiker, door: Gebruiker, loopt: bool) -> None:
    van, tot = (VANDAAG - timedelta(days=1), VANDAAG + timedelta(days=1 if loopt else 0))
    model.objects.create(
        user=wie,
        permission=recht_op(ding),
        content_object=ding,
        geldig_van=van - timedelta(seconds=loopt),
        geldig_tot=tot,
        reden="proef",
        verleend_door=door,
    )


def _verwacht(wereld: Wereld, nummer: int, wie: int, kring: set[int]) -> bool | None:
    """``False`` where no reader may give the zaak; ``None`` where the matrix decides."""
    partijen = wereld.zaken[nummer][1]
    if kring & partijen:
        return False
    if (wie, nummer, True) in wereld.zaaktoegang:
        return True
    if nummer in wereld.zelf_dicht:
        return False
    dicht = partijen & wereld.partij_dicht
    return None if all((wie, p, True) in wereld.partijtoegang for p in dicht) else False


def _kring(wereld: Wereld, wie: int) -> set[int]:
    """The circle again, from the words of the rule: himself, partner and household, and the companies of them."""
    if wie not in wereld.is_mens:  # joost is a resident too, of whom nobody in these zaken is a relative
        return set()
    zelf = wereld.is_mens[wie]
    loopt: dict[tuple[int, int, str], bool] = {(a, b, c): d for a, b, c, d in wereld.relaties if a != b}

    def naast(van: set[int], soorten: set[str]) -> set[int]:
        paren = [(a, b) for (a, b, soort), d in loopt.items() if d and soort in soorten]
        return {b for a, b in paren if a in van} | {a for a, b in paren if b in van}

    huis = {zelf} | naast({zelf}, {"partner", "huisgenoot"})
    return huis | naast(huis, {"eigenaar"})


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(wereld=werelden)
def test_wat_is_afgeschermd_en_wat_van_de_eigen_kring_is_geeft_geen_enkele_lezer(wereld):
    with transaction.atomic():
        zaken = _bouw(wereld)
        assert not afscherming.verkeerd().exists()
        pks = [zaak.pk for zaak in zaken]
        for wie, naam in enumerate(STAF):
            actor = Medewerker(gebruiker(naam))
            in_lijst = {z.pk for z in lijst(actor, Filter(), aantal=100).rijen}
            gevonden = set(Zaak.objects.voor(actor).values_list("pk", flat=True))
            wie_er_staan = [MENSEN[m] for m in sorted(wereld.zaken[0][1])]
            op_naam = {z.pk for m in wie_er_staan for z in lijst(actor, Filter(zoek=_naam(m)), aantal=100).rijen}
            van_partij = {
                z.pk for m in wie_er_staan for z in lijst(actor, Filter(partij=partij(m).pk), aantal=100).rijen
            }
            een = {z.pk for z in zaken if Zaak.objects.een(actor, z.uuid) is not None}
            assert in_lijst & set(pks) == gevonden & set(pks) == een
            assert op_naam | van_partij <= gevonden
            assert aantal(actor, Filter()) == len(gevonden)
            kring = _kring(wereld, wie)
            for nummer, pk in enumerate(pks):
                verwacht = _verwacht(wereld, nummer, wie, kring)
                assert verwacht is None or (pk in een) == verwacht, (naam, nummer)
        dicht = {z.pk for z in zaken if Zaak.objects.systeem(REDEN).get(pk=z.pk).afgeschermd}
        anderen = Applicatie(client_id="zgw", heeft_alle_autorisaties=True)
        assert not Zaak.objects.voor(anderen).filter(pk__in=dicht).exists()
        for soort_wie in wereld.zaken:
            for m in soort_wie[1]:  # the residents see theirs as ever
                assert Zaak.objects.voor(Burger(partij(MENSEN[m]))).exists()
        transaction.set_rollback(True)


def _naam(mens_: str) -> str:
    wie = partij(mens_)
    return wie.organisatienaam or wie.achternaam
