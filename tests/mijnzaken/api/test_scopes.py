"""Every scope of every operation: without it nobody comes in, and with it alone one does. The list of scopes that an
administrator gives is the list that the documents ask.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

import pytest
from django.core.cache import cache

from autorisatie.models import Autorisatie
from autorisatie.scopelijst import SCOPES
from catalogus.models import Besluittype, Informatieobjecttype, Proces
from catalogus.vertrouwelijkheid import uit_zgw
from mijnzaken.api.bron import Api
from mijnzaken.api.contract import Operatie
from mijnzaken.api.poort import bewerking_van
from mijnzaken.api.urls import APIS
from tests.mijnzaken.api.systeem import Systeem, systeem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
GEWEIGERD = "Hiervoor is een van deze scopes nodig"
NERGENS = str(UUID(int=0))


def operaties(api: Api) -> Iterator[Operatie]:
    """Those that are served and ask a scope."""
    for operatie in api.contract.operaties.values():
        if operatie.scopes and bewerking_van(api, operatie) is not None:
            yield operatie


def met(naam: str, scopes: Iterable[str]) -> Systeem:
    """A system with these scopes, in every component that knows them, for one type of each kind."""
    wie, gegeven = systeem(naam, verzoeken_per_minuut=1_000_000), set(scopes)
    for component, bekend in SCOPES.items():
        if not (samen := gegeven & set(bekend)):
            continue
        Autorisatie.objects.create(
            applicatie=wie.applicatie,
            component=component,
            scopes=sorted(samen),
            proces=Proces.objects.get(identificatie="terugbelnotitie") if component == "zrc" else None,
            informatieobjecttype=Informatieobjecttype.objects.first() if component == "drc" else None,
            besluittype=Besluittype.objects.first() if component == "brc" else None,
            max_vertrouwelijkheid=uit_zgw("zeer_geheim") if component in ("zrc", "drc") else None,
        )
    return wie


def antwoord_op(wie: Systeem, api: Api, operatie: Operatie) -> Any:
    """What it says to a call about a thing that is not there, with an empty body."""
    cache.clear()
    pad = api.wortel + re.sub(r"{[^}]+}", NERGENS, operatie.pad)
    return wie.vraag(operatie.methode.upper(), pad, {} if operatie.heeft_lijf else None)


@pytest.mark.parametrize("api", APIS, ids=lambda api: api.naam)
def test_zonder_een_van_haar_scopes_doet_een_operatie_niets(api: Api) -> None:
    alle = {scope for bekend in SCOPES.values() for scope in bekend}
    zonder: dict[frozenset[str], Systeem] = {}
    for operatie in operaties(api):
        scopes = frozenset(operatie.scopes)
        if scopes not in zonder:
            zonder[scopes] = met(f"zonder-{len(zonder)}", alle - scopes)
        antwoord = antwoord_op(zonder[scopes], api, operatie)
        assert antwoord.status_code == 403, (operatie.naam, antwoord.status_code)
        if operatie.methode != "head":
            assert GEWEIGERD in antwoord.json()["detail"], operatie.naam


@pytest.mark.parametrize("api", APIS, ids=lambda api: api.naam)
def test_met_een_van_haar_scopes_alleen_komt_een_operatie_voorbij_de_poort(api: Api) -> None:
    alleen: dict[str, Systeem] = {}
    for operatie in operaties(api):
        for scope in sorted(operatie.scopes):
            if scope not in alleen:
                alleen[scope] = met(f"alleen-{scope}", [scope])
            antwoord = antwoord_op(alleen[scope], api, operatie)
            assert antwoord.status_code < 500, (operatie.naam, scope)
            assert GEWEIGERD not in antwoord.content.decode(errors="replace"), (operatie.naam, scope)


def test_elke_scope_die_te_geven_is_opent_een_operatie() -> None:
    gevraagd = {scope for api in APIS for operatie in operaties(api) for scope in operatie.scopes}
    assert {scope for bekend in SCOPES.values() for scope in bekend} == gevraagd
