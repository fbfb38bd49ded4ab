"""The cache, for what may be forgotten: while it is down people still log in, and the log says so."""

import logging
from typing import Any

from django.core.cache import cache
from redis.exceptions import RedisError

_log = logging.getLogger(__name__)
_WEG = (RedisError, OSError)


def lees(sleutel: str) -> Any:
    """What was kept under this key; ``None`` when nothing, or when the cache is down."""
    try:
        return cache.get(sleutel)
    except _WEG as fout:
        _log.warning("cache onbereikbaar: %s", type(fout).__name__)
        return None


def bewaar(sleutel: str, waarde: Any, seconden: int) -> None:
    try:
        cache.set(sleutel, waarde, seconden)
    except _WEG as fout:
        _log.warning("cache onbereikbaar: %s", type(fout).__name__)


def tel(sleutel: str, seconden: int) -> None:
    """One more under this key, for so many seconds from the first one on."""
    try:
        if not cache.add(sleutel, 1, seconden):
            cache.incr(sleutel)
    except ValueError:  # it ran out in between
        bewaar(sleutel, 1, seconden)
    except _WEG as fout:
        _log.warning("cache onbereikbaar: %s", type(fout).__name__)
