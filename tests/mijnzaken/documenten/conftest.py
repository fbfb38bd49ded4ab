"""Every test of documents has a storage folder of its own."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def opslagmap(opslagmap: Path) -> Path:
    return opslagmap
