"""Staff who are logged in, in the example municipality."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.fabrieken import gebruiker
from tests.oidc.hulp import als

Inloggen = Callable[[str], Client]


@pytest.fixture
def ingelogd(gemeente: None, db: None) -> Inloggen:
    """A browser of this member of staff."""
    return lambda naam: als(Client(), gebruiker(naam))
