"""Complete by construction: every table and every field of it was thought about."""

import pytest
from django.apps import apps

from mijnzaken.portaal.vangnetmigratie import _alles
from mijnzaken.zaken.avg.tabellen_niet import NIET
from mijnzaken.zaken.avg.verzamelen import LOG, TABELLEN


def test_elke_tabel_wordt_verzameld_of_heeft_een_reden() -> None:
    alle = {label for label in _alles() if not label.startswith("catalogus.")}
    assert alle - set(TABELLEN) - set(NIET) == {LOG}
    assert (set(TABELLEN) | set(NIET)) - alle == set()
    assert set(TABELLEN) & set(NIET) == set()
    assert all(NIET.values())


@pytest.mark.parametrize("label", sorted(TABELLEN))
def test_elk_veld_van_een_verzamelde_tabel_gaat_mee_of_heeft_een_reden(label: str) -> None:
    velden = {veld.name for veld in apps.get_model(label)._meta.concrete_fields}
    assert velden - TABELLEN[label].genoemd == {"id", "uuid"} & velden
    assert TABELLEN[label].genoemd - velden == set()
