"""The floor under a case: the same rows, fetched by one statement that was written by hand."""

from collections.abc import Iterable
from typing import Any

from django.db import models

from mijnzaken.meten.meting import Vloer

_ZAKEN = """
SELECT z.uuid, z.nummer, z.omschrijving, z.fase, z.registratiedatum, z.uiterlijke_einddatum, z.aanvragernaam,
       p.naam, t.naam, s.omschrijving
FROM zaken_zaak z
JOIN catalogus_proces p ON p.id = z.proces_id
JOIN catalogus_team t ON t.id = z.team_id
LEFT JOIN zaken_status st ON st.zaak_id = z.id AND st.indicatie_laatst_gezette_status
LEFT JOIN catalogus_statustype s ON s.id = st.statustype_id
WHERE z.id = ANY(%s) ORDER BY z.id
"""
_SCHRIJF = """
INSERT INTO zaken_notitie (uuid, zaak_id, onderwerp, tekst, notitie_type, status, aanmaakdatum, wijzigingsdatum)
VALUES (gen_random_uuid(), %s, 'Vloer', 'Vloer', 'intern', 'definitief', now(), now())
"""


def zaken(rijen: Iterable[Any]) -> Vloer:
    """These zaken, with the words that a list shows of them."""
    return _ZAKEN, [[rij.pk for rij in rijen]]


def rijen_van(model: type[models.Model], sleutels: Iterable[int]) -> Vloer:
    return f"SELECT * FROM {model._meta.db_table} WHERE id = ANY(%s)", [list(sleutels)]  # noqa: S608  our own name


def schrijf_bij(zaak: Any) -> Vloer:
    """What is written: one row, instead of all that a handeling writes."""
    return _SCHRIJF, [zaak.pk]
