"""What the standard's document says of an identification: which attributes it has, and of which kind."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from mijnzaken.api.contract import Contract


@cache
def _schemas() -> Mapping[str, Any]:
    gevonden: Mapping[str, Any] = Contract("zaken").standaard["components"]["schemas"]
    return gevonden


def volledig(schema: str, waarden: Mapping[str, Any]) -> dict[str, Any]:
    """Every attribute of the schema: what is known, and else what is empty for its type."""
    return {naam: _waarde(deel, waarden.get(naam)) for naam, deel in _schemas()[schema]["properties"].items()}


def _waarde(deel: Mapping[str, Any], waarde: Any) -> Any:
    naam = next((d["$ref"].rpartition("/")[2] for d in deel.get("allOf", ()) if "$ref" in d), "")
    if isinstance(waarde, Mapping) and "properties" in _schemas().get(naam, {}):
        return volledig(naam, waarde)
    if waarde is not None:
        return waarde
    return {"string": "", "array": [], "object": {}}.get(deel.get("type", "")) if not deel.get("nullable") else None
