"""What belongs to a zaak, looked at again once that zaak is locked."""

from typing import Any

from autorisatie.fouten import BestaatNiet


def opnieuw(rijen: Any, rij: Any) -> Any:
    """The row as it stands now, from the rows of its zaak. Raises BestaatNiet when it is gone since it was read."""
    eigen = rijen.filter(pk=rij.pk).first()
    if eigen is None:
        raise BestaatNiet
    return eigen
