"""Writing an answer out: JSON, dates as ISO 8601, moments in UTC."""

import json
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID


def als_json(inhoud: Any) -> bytes:
    return json.dumps(inhoud, ensure_ascii=False, separators=(",", ":"), default=_tekst).encode()


def _tekst(waarde: Any) -> Any:
    match waarde:
        case datetime():
            return waarde.astimezone(UTC).isoformat().replace("+00:00", "Z")
        case date():
            return waarde.isoformat()
        case UUID():
            return str(waarde)
        case set() | frozenset():
            return sorted(waarde)
    raise TypeError(f"{type(waarde).__name__} past niet in JSON.")
