"""How the scheduler works through rows: one at a time, so many in one run."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

PORTIE = 200


def een_voor_een(volgende: Callable[[], QuerySet[Any]], doe: Callable[[Any], None]) -> int:
    """Take the first row that waits, do it, commit; gives how many. Two workers never take the same one.

    ``volgende`` gives what waits now; ``doe`` sees to it that its row waits no longer.
    """
    gedaan = 0
    while gedaan < PORTIE:
        with transaction.atomic():
            rij = volgende().select_for_update(skip_locked=True, of=("self",)).first()
            if rij is None:
                break
            doe(rij)
            gedaan += 1
    return gedaan
