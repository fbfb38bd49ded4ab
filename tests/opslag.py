"""Where a test keeps its documents."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.mijnzaken.documenten.proefbestanden import in_map


@pytest.fixture
def opslagmap(settings: Any, tmp_path: Path) -> Iterator[Path]:
    """Real files, in a folder of this test alone."""
    with in_map(settings, tmp_path / "documenten") as map_:
        yield map_
