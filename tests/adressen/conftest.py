"""The personas with their zaken, for one walk along all addresses; made once for the files here."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from autorisatie.models import Gebruiker, Partij
from catalogus import klok
from mijnzaken.voorbeeld.hoofdrollen import maak_hoofdrollen
from mijnzaken.voorbeeld.personas import OP_NAAM, partij_uuid
from mijnzaken.voorbeeld.zaken import Voorraad
from tests.fabrieken import REDEN, VANDAAG
from tests.oidc.hulp import als


@pytest.fixture(scope="module")
def bewoond(gemeente: None, django_db_blocker: DjangoDbBlocker) -> None:
    """The example municipality with the zaken of its personas, on a Monday."""
    with django_db_blocker.unblock(), klok.op_moment(VANDAAG), transaction.atomic():
        rijen = Partij.objects.systeem(REDEN)
        namen = ("anna", "bram", "wil", "joost", "korenaar", "persoon-8")
        partijen = {naam: rijen.get(uuid=partij_uuid(naam)) for naam in namen}
        medewerkers = {g.gebruikersnaam: g for g in Gebruiker.objects.all()}
        maak_hoofdrollen(Voorraad(medewerkers, [partijen["bram"]]), partijen)


@pytest.fixture
def binnen(bewoond: None, db: None) -> Iterator[Callable[[str], Client]]:
    """``binnen("anna")``: a browser in which she is logged in; the clock stands still meanwhile."""

    def log_in(persona: str) -> Client:
        client = Client()
        if persona == "anoniem":
            return client
        wie = OP_NAAM[persona]
        rij: Any = (
            Gebruiker.objects.get(gebruikersnaam=persona)
            if wie.is_medewerker
            else Partij.objects.systeem(REDEN).get(uuid=wie.partij_uuid)
        )
        return als(client, rij, betrouwbaarheid=wie.betrouwbaarheid, middel=wie.middel)

    with klok.op_moment(VANDAAG):
        yield log_in
