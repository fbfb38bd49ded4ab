"""A resident in the portal of the example municipality, on a Monday."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from tests.fabrieken import partij
from tests.oidc.hulp import als


@pytest.fixture
def inloggen(gemeente: None, db: None, op_maandag: datetime) -> Callable[..., Client]:
    """``inloggen("anna")``: her browser; ``korenaar`` comes in by eHerkenning."""

    def log_in(naam: str, **opties: Any) -> Client:
        wie = partij(naam)
        return als(Client(), wie, middel="eherkenning" if wie.is_organisatie else "digid", **opties)

    return log_in


@pytest.fixture
def anna(inloggen: Callable[..., Client]) -> Client:
    return inloggen("anna")
