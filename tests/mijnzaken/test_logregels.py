"""No BSN and no secret reaches a log line, by whatever way it comes."""

import io
import json
import logging
import logging.config
from collections.abc import Iterator

import pytest
import structlog

from mijnzaken import logregels

BSN = "999990019"


@pytest.fixture
def uitvoer() -> Iterator[io.StringIO]:
    """The log as production writes it."""
    instelling = logregels.stel_in(als_json=True, niveau="INFO")
    maker = instelling["formatters"]["regel"]
    stroom = io.StringIO()
    behandelaar = logging.StreamHandler(stroom)
    behandelaar.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=maker["foreign_pre_chain"], processors=maker["processors"]
        )
    )
    logboek = logging.getLogger("proef.log")
    logboek.setLevel(logging.INFO)
    logboek.propagate = False
    logboek.handlers = [behandelaar]
    yield stroom
    logboek.handlers = []


@pytest.mark.parametrize(
    "tekst",
    [
        f"bsn {BSN} niet gevonden",
        "bsn 9999 90 019 niet gevonden",
        "bsn 999.990.019 niet gevonden",
        f"GET /zoek/?q={BSN}&taal=nl",
        f"('{BSN}',)",
    ],
)
def test_negen_cijfers_worden_gemaskeerd(tekst: str) -> None:
    gemaskeerd = logregels.maskeer(tekst)
    assert logregels.MASKER in gemaskeerd
    assert BSN not in gemaskeerd.replace(" ", "").replace(".", "")


@pytest.mark.parametrize(
    ("tekst", "geheim"),
    [
        ("password=geheim123 mislukt", "geheim123"),
        ("Authorization: Bearer eyJhbGciOi.abc.def", "eyJhbGciOi"),
        ('{"client_secret": "s3cr3t"}', "s3cr3t"),
        ("postgresql://mijnzaken:wachtwoord1@db/mijnzaken", "wachtwoord1"),
        ("Cookie: sessionid=abcdef123; csrftoken=xyz987", "abcdef123"),
        ("X-Api-Key: a1b2c3", "a1b2c3"),
    ],
)
def test_geheimen_worden_gemaskeerd(tekst: str, geheim: str) -> None:
    assert geheim not in logregels.maskeer(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "Z-2026-00012345",
        "uuid 3f2b8c1e-0000-4000-8000-123456789012",
        "2026-11-23T20:15:00Z",
        "12 zaken in 340 ms",
        "14 070",
    ],
)
def test_wat_geen_geheim_is_blijft_leesbaar(tekst: str) -> None:
    assert logregels.maskeer(tekst) == tekst


def test_een_gewone_logregel_wordt_json_zonder_bsn(uitvoer: io.StringIO) -> None:
    logging.getLogger("proef.log").warning("persoon %s gevraagd", BSN, extra={"klant": {"burgerservicenummer": BSN}})
    regel = json.loads(uitvoer.getvalue())
    assert regel["event"] == f"persoon {logregels.MASKER} gevraagd"
    assert regel["level"] == "warning"
    assert BSN not in uitvoer.getvalue()


def test_een_regel_van_structlog_en_een_getal_worden_gemaskeerd(uitvoer: io.StringIO) -> None:
    structlog.get_logger("proef.log").info("gevraagd", nummer=int(BSN), sleutel="abc", aantal=3)
    regel = json.loads(uitvoer.getvalue())
    assert regel["nummer"] == regel["sleutel"] == logregels.MASKER
    assert regel["aantal"] == 3


def test_ook_een_traceback_wordt_gemaskeerd(uitvoer: io.StringIO) -> None:
    try:
        raise ValueError(f"ongeldig: {BSN}")
    except ValueError:
        logging.getLogger("proef.log").exception("mislukt")
    assert "ValueError" in uitvoer.getvalue()
    assert BSN not in uitvoer.getvalue()
