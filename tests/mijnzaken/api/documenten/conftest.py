"""A storage folder of its own for every test, and a system whose calls end as they do in life: after the commit."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client, TestCase

from tests.mijnzaken.api.systeem import Systeem, systeem


class Voltooid(Client):
    """What waits for the commit is done before the answer is there."""

    def request(self, **gevraagd: Any) -> Any:
        with TestCase.captureOnCommitCallbacks(execute=True):
            return super().request(**gevraagd)


@pytest.fixture(autouse=True)
def opslagmap(opslagmap: Path) -> Path:
    return opslagmap


@pytest.fixture
def dms() -> Systeem:
    """A system that keeps documents and may do everything."""
    gemaakt = systeem("dms", alles=True)
    gemaakt.client = Voltooid()
    return gemaakt
