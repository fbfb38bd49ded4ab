"""What belongs to a row, looked at again once that row is locked."""

from typing import Any

from autorisatie.fouten import BestaatNiet


def opnieuw(rijen: Any, rij: Any) -> Any:
    """The row as it stands now, from the rows of what it belongs to. Raises BestaatNiet when it is gone by now."""
    eigen = rijen.filter(pk=rij.pk).first()
    if eigen is None:
        raise BestaatNiet
    return eigen
