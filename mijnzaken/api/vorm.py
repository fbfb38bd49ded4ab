"""Writing an answer out: JSON, dates as ISO 8601, moments in UTC."""

import json
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import orjson


def als_json(inhoud: Any) -> bytes:
    try:
        return orjson.dumps(inhoud, default=_tekst, option=orjson.OPT_PASSTHROUGH_DATETIME)
    except TypeError:  # a whole number of more than 64 bits, in a free value that another system wrote
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
