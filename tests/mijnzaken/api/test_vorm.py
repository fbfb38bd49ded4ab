"""What an API answers is JSON of the standard, whatever a system once wrote in a free value."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from uuid import UUID

import pytest

from mijnzaken.api.vorm import als_json

ZOMER = timezone(timedelta(hours=2))


def test_momenten_staan_er_in_utc_en_dagen_als_dag() -> None:
    inhoud = {"dag": date(2026, 3, 2), "toen": datetime(2026, 7, 1, 14, 30, tzinfo=ZOMER), "wie": UUID(int=7)}
    assert als_json(inhoud) == (
        b'{"dag":"2026-03-02","toen":"2026-07-01T12:30:00Z","wie":"00000000-0000-0000-0000-000000000007"}'
    )
    assert als_json(datetime(2026, 7, 1, 12, 0, 0, 5, tzinfo=UTC)) == b'"2026-07-01T12:00:00.000005Z"'


@pytest.mark.parametrize("waarde", [10**30, -(10**30), 2**63, 'é\u2028"\\', 0.1, None, [], {"": {"1": [True]}}])
def test_een_vrije_waarde_komt_terug_zoals_zij_kwam(waarde: object) -> None:
    assert json.loads(als_json({"waarde": waarde, "dag": date(2026, 3, 2)}))["waarde"] == waarde


def test_wat_geen_json_is_gaat_niet_half_naar_buiten() -> None:
    with pytest.raises(TypeError):
        als_json({"waarde": object()})
