"""Of the requests of residents about their own data."""

import pytest

from mijnzaken.zaken.models import Zaak
from tests.mijnzaken.zaken.avg.wisverzoek import vraag_wissing


@pytest.fixture
def verzoek() -> Zaak:
    """Anna asks for erasure, and Lotte handles it."""
    return vraag_wissing()
