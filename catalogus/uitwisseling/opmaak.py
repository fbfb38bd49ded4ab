"""JSON as a person lays it out: what fits on one line stands on one line, the rest is opened up."""

import json
from typing import Any

_BREED = 120


def opmaak(waarde: Any, diep: int = 0) -> str:
    """The JSON text of a value at this depth of indentation; the caller adds the newline at the end."""
    kort = json.dumps(waarde, ensure_ascii=False)
    if not isinstance(waarde, dict | list) or not waarde or len(kort) + 2 * diep <= _BREED:
        return kort
    inspringing = "  " * (diep + 1)
    if isinstance(waarde, dict):
        delen = [f"{json.dumps(naam, ensure_ascii=False)}: {opmaak(deel, diep + 1)}" for naam, deel in waarde.items()]
        haken = "{}"
    else:
        delen = [opmaak(deel, diep + 1) for deel in waarde]
        haken = "[]"
    binnen = f",\n{inspringing}".join(delen)
    return f"{haken[0]}\n{inspringing}{binnen}\n{'  ' * diep}{haken[1]}"
