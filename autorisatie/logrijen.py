"""How the lines of the two logs get into their tables: an act or a reading and all its data subjects, in one statement.
It comes with nearly every page, so the database keeps its plan.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import models

from autorisatie.models import Auditregel
from catalogus.vasterij import opdracht, voeg_toe, voer_uit, waarden


class Status(models.TextChoices):
    """How a processing ended (LDV, after OpenTelemetry). ``Unset``: not known here, because another system ends it."""

    UNSET = "Unset"
    OK = "Ok"
    ERROR = "Error"


@dataclass(frozen=True)
class Verwerking:
    """What is the same for all data subjects of one act (LDV 1.0), and who they are: ``wie`` by pseudonym, ``door``
    what each of them reads of who did it.
    """

    wie: Sequence[str]
    door: Sequence[str]
    activiteit: str
    begin: datetime
    eind: datetime
    boven: bytes | None = None
    status: str = Status.OK
    processor: str = ""
    groepen: Sequence[str] = ()
    grondslag: str = ""
    onderzoek: int | None = None


_BETROKKENEN = """
WITH regel AS ({regel}), betrokken AS (
    INSERT INTO logboek_verwerkingsregel (
        audit_id, trace_id, span_id, parent_span_id, status, name, start_time, end_time, processing_activity_id,
        data_subject_id, data_subject_id_type, foreign_operation_processor, door, zaak_uuid, gegevensgroepen,
        grondslag, doel, onderzoek_id
    )
    SELECT regel.id, %(trace_id)s::bytea, %(span_id)s::bytea, %(v_boven)s::bytea, %(v_status)s, %(handeling)s,
        %(v_begin)s::timestamptz, %(v_eind)s::timestamptz, %(v_activiteit)s, betrokkene.wie, 'partij',
        %(v_processor)s, betrokkene.door, %(zaak_uuid)s::uuid, %(v_groepen)s::varchar[], %(v_grondslag)s, %(doel)s,
        %(v_onderzoek)s::bigint
    FROM regel, unnest(%(v_wie)s::text[], %(v_door)s::text[]) AS betrokkene (wie, door)
)
SELECT id FROM regel
"""


def bewaar(regel: Auditregel, verwerking: Verwerking | None) -> None:
    """Write the line, which gets its key, and one for each of the data subjects."""
    if verwerking is None or not verwerking.wie:
        voeg_toe(regel)
        return
    van_regel = waarden(regel)
    sql = _BETROKKENEN.format(regel=opdracht(Auditregel, tuple(van_regel)))
    (regel.pk,) = voer_uit(sql, van_regel | {f"v_{naam}": waarde for naam, waarde in vars(verwerking).items()})
    regel._state.adding = False
