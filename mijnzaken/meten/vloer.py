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
_UUIDS = "(SELECT array_agg(k.uuid) FROM {} k WHERE k.{} = z.id{})"
_VAN_API = ", ".join(
    _UUIDS.format(tabel, sleutel, mits)
    for tabel, sleutel, mits in (
        ("zaken_zaak", "hoofdzaak_id", ""),
        ("zaken_gegevenswaarde", "zaak_id", " AND k.actueel"),
        ("zaken_rol", "zaak_id", ""),
        ("zaken_zaakdocument", "zaak_id", ""),
        ("zaken_zaakobject", "zaak_id", ""),
        ("zaken_status", "zaak_id", " AND k.indicatie_laatst_gezette_status"),
        ("zaken_resultaat", "zaak_id", ""),
    )
)
_ZAKEN_VAN_API = f"""
SELECT z.*, t.uuid, {_VAN_API}
FROM zaken_zaak z JOIN catalogus_zaaktype t ON t.id = z.zaaktype_id
WHERE z.id = ANY(%s) ORDER BY z.id DESC
"""  # noqa: S608  names of tables of ours
_SCHRIJF = """
INSERT INTO zaken_notitie (uuid, zaak_id, onderwerp, tekst, notitie_type, status, aanmaakdatum, wijzigingsdatum)
VALUES (gen_random_uuid(), %s, 'Vloer', 'Vloer', 'intern', 'definitief', now(), now())
"""


# The rows that making a zaak writes, like those of a zaak that is there: its number, the zaak, its term, the line of
# the log, the entry of the audit trail and the notification.
_MAAK = """
WITH nummer AS (UPDATE zaken_nummerreeks SET laatste = laatste + 1 WHERE jaar = %(jaar)s RETURNING laatste),
zaak AS (
    INSERT INTO zaken_zaak SELECT nieuw.* FROM zaken_zaak oud, nummer, jsonb_populate_record(oud, jsonb_build_object(
        'id', nextval(pg_get_serial_sequence('zaken_zaak', 'id')), 'uuid', gen_random_uuid(), 'nummer', 'V-' || laatste,
        'identificatie', 'V-' || laatste, 'concept_uuid', NULL
    )) nieuw WHERE oud.id = %(zaak)s RETURNING id, uuid
),
termijn AS (
    INSERT INTO zaken_beslistermijn (uuid, zaak_id, begin, duur, grondslag, uiterlijk)
    SELECT gen_random_uuid(), id, now()::date, 'P8W', '', now()::date + 56 FROM zaak
),
regel AS (
    INSERT INTO logboek_auditregel (uuid, moment, trace_id, span_id, actor_soort, client_id, rol, handeling,
        object_soort, object_uuid, zaak_uuid, doel, niveau, uitkomst, reden, vanwaar, bijzonderheden)
    SELECT gen_random_uuid(), now(), '', '', 'applicatie', 'vloer', '', 'zaak_aanmaken', 'zaken.zaak', uuid, uuid, '',
        '', 'ok', '', '', '{}' FROM zaak
),
spoor AS (
    INSERT INTO autorisatie_wijziging (uuid, aanmaakdatum, bron, client_id, applicatie_label, gebruiker_id,
        gebruiker_weergave, actie, resultaat, hoofdobject_uuid, hoofdobject, resource, resource_pad,
        resource_weergave, toelichting, nieuw)
    SELECT gen_random_uuid(), now(), 'zrc', 'vloer', '', '', '', 'create', 201, uuid, '', 'zaak', uuid::text, '', '',
        (SELECT to_jsonb(z) FROM zaken_zaak z WHERE z.id = %(zaak)s) FROM zaak
),
bericht AS (
    INSERT INTO berichten_notificatie (uuid, client_id, kanaal, hoofdobject, resource, resource_pad, actie,
        aanmaakdatum, kenmerken)
    SELECT gen_random_uuid(), '', 'zaken', '', 'zaak', uuid::text, 'create', now(), '{}' FROM zaak
)
SELECT z.*, zaak.uuid FROM zaak, zaken_zaak z WHERE z.id = %(zaak)s
"""


def zaken(rijen: Iterable[Any]) -> Vloer:
    """These zaken, with the words that a list shows of them."""
    return _ZAKEN, [[rij.pk for rij in rijen]]


def zaken_van_api(rijen: Iterable[Any]) -> Vloer:
    """These zaken as the standard writes them: all of their columns, and what belongs to them by its uuid."""
    return _ZAKEN_VAN_API, [[rij.pk for rij in rijen]]


def rijen_van(model: type[models.Model], sleutels: Iterable[int]) -> Vloer:
    return f"SELECT * FROM {model._meta.db_table} WHERE id = ANY(%s)", [list(sleutels)]  # noqa: S608  our own name


def maak_als(zaak: Any, jaar: int) -> Vloer:
    """What making a zaak writes, in one statement, and the zaak that is answered."""
    return _MAAK, {"zaak": zaak.pk, "jaar": jaar}


def schrijf_bij(zaak: Any) -> Vloer:
    """What is written: one row, instead of all that a handeling writes."""
    return _SCHRIJF, [zaak.pk]
