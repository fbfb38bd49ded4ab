"""Every test of documents has a storage folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.mijnzaken.documenten.proefbestanden import in_map


@pytest.fixture(autouse=True)
def opslagmap(settings, tmp_path: Path) -> Iterator[Path]:
    with in_map(settings, tmp_path / "documenten") as map_:
        yield map_
