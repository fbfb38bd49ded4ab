"""Whatever another system sends within the document of an API, or just outside it: an answer that the document names,
and never a fault of ours. A tool makes the calls out of the document itself: the same ones in every run, so that who
breaks something is who sees it.

``MIJNZAKEN_PROEF_DOCUMENTEN=heel`` makes others each time, and tries every value at every edge: minutes per API.
"""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from catalogus.uitwisseling.bestanden import DEMOSTAD, paden
from catalogus.uitwisseling.laden import laad
from catalogus.uitwisseling.lezen import lees
from mijnzaken.api.bron import Api
from mijnzaken.api.urls import APIS
from tests.mijnzaken.api.systeem import systeem

HEEL = os.environ.get("MIJNZAKEN_PROEF_DOCUMENTEN") == "heel"
FASEN = "examples,coverage,fuzzing,stateful" if HEEL else "examples,fuzzing,stateful"
TOETSEN = "not_a_server_error,status_code_conformance,content_type_conformance"


@pytest.mark.parametrize("api", APIS, ids=lambda api: api.naam)
def test_een_api_antwoordt_altijd_zoals_haar_document_zegt(
    api: Api, transactional_db: None, live_server: Any, settings: Any, tmp_path: Path
) -> None:
    settings.BASISADRES = live_server.url
    laad(lees(paden(DEMOSTAD)))
    wie = systeem("proef", alles=True, verzoeken_per_minuut=1_000_000)
    uitkomst = subprocess.run(
        [
            str(Path(sys.executable).parent / "st"),
            "run",
            f"{live_server.url}{api.wortel}/schema/openapi.json",
            *("-H", f"Authorization: Bearer {wie.token()}"),
            *("--checks", TOETSEN),
            *("--phases", FASEN),
            *("--max-examples", "20" if HEEL else "2"),
            *("--warnings", "off"),
            *(() if HEEL else ("--seed", "14070")),
            "--continue-on-failure",
            "--no-color",
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert uitkomst.returncode == 0, uitkomst.stdout[-6000:] + uitkomst.stderr[-2000:]
