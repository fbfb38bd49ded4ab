"""How large a call may be, and how many an applicatie makes in one minute. The latter is counted in the shared cache;
when that is gone, by each process for itself, so that a lost cache shuts nobody out and lets nobody go on for ever.
"""

import logging
from threading import Lock

from django.conf import settings
from django.core.cache import cache

from autorisatie.actor import Applicatie
from catalogus import klok
from mijnzaken.api.fouten import ApiFout

log = logging.getLogger(__name__)
_eigen: dict[str, tuple[int, int]] = {}  # client_id -> (minute, calls), where the cache fails
_slot = Lock()


def tel_mee(actor: Applicatie) -> None:
    """Raises ApiFout 429 with ``Retry-After`` (seconds until the next minute) beyond the limit."""
    grens = actor.verzoeken_per_minuut or settings.API_VERZOEKEN_PER_MINUUT
    seconde = int(klok.nu().timestamp())
    minuut, verstreken = divmod(seconde, 60)
    if _aantal(actor.client_id, minuut) > grens:
        raise ApiFout(
            429,
            detail=f"Dit systeem mag {grens} verzoeken per minuut doen.",
            koppen={"Retry-After": str(60 - verstreken)},
        )


def grootste_lijf(*, draagt_bestand: bool) -> int:
    """Bytes that a body may have; a file in it is base64, which makes it a third larger."""
    klein: int = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    return klein + settings.MAX_BESTAND * 4 // 3 if draagt_bestand else klein


def _aantal(client_id: str, minuut: int) -> int:
    sleutel = f"api-verzoeken:{client_id}:{minuut}"
    try:
        if cache.add(sleutel, 1, 120):
            return 1
        return int(cache.incr(sleutel))
    except ValueError:  # it went between the two
        return 1
    except Exception:  # whatever the cache has, a call is answered
        log.warning("De cache telt geen verzoeken; dit proces telt zelf.")
        return _tel_zelf(client_id, minuut)


def _tel_zelf(client_id: str, minuut: int) -> int:
    with _slot:
        vorige, aantal = _eigen.get(client_id, (minuut, 0))
        aantal = aantal + 1 if vorige == minuut else 1
        _eigen[client_id] = (minuut, aantal)
        return aantal
