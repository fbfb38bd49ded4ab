"""A subscriber, and its door."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.mijnzaken.api.notificaties.gedeeld import SOORT, luisteraar
from tests.mijnzaken.api.ontvanger import Ontvanger, ontvanger
from tests.mijnzaken.api.systeem import Systeem, mag


@pytest.fixture
def deur(settings: Any) -> Iterator[Ontvanger]:
    """The subscriber's door, on a host that the installation names, also as one of its own network."""
    settings.WEBHOOK_HOSTS = ["127.0.0.1"]
    settings.API_BESLOTEN_HOSTS = ["127.0.0.1"]
    with ontvanger() as stand:
        yield stand


@pytest.fixture
def abonnee() -> Systeem:
    return mag(luisteraar(), SOORT, "zaken.lezen", tot="zaakvertrouwelijk")
