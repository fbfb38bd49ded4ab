"""The proof pages, and two residents."""

from typing import Any

import pytest
from django.core.cache import cache

from autorisatie import beleid
from autorisatie.models import Partij
from tests.oidc.fixtures import ANNA, BRAM, maak_partij


@pytest.fixture
def paginas(settings: Any, monkeypatch: Any) -> None:
    settings.ROOT_URLCONF = "tests.autorisatie.inloggen.proefpaginas"
    monkeypatch.setattr(beleid, "mag", lambda actor, recht: True)
    cache.clear()


@pytest.fixture
def anna(db: None) -> Partij:
    return maak_partij(ANNA, "Anna")


@pytest.fixture
def bram(db: None) -> Partij:
    return maak_partij(BRAM, "Bram")
