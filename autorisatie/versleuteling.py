"""Secrets at rest: encrypted with rotatable keys, found again by a keyed hash.

The first key of ``settings.SLEUTELS`` encrypts, every key of it decrypts, so a key is rotated by putting a new one in
front. The search key is another one: whoever holds only the database can neither read nor guess a BSN.
Source: UAVG art. 46; BIO 10.1.
"""

import hmac
from functools import lru_cache

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings


@lru_cache(maxsize=4)
def _kluis(sleutels: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(sleutel) for sleutel in sleutels])


def kluis() -> MultiFernet:
    return _kluis(tuple(settings.SLEUTELS))


def versleutel(waarde: str) -> bytes:
    return kluis().encrypt(waarde.encode())


def ontsleutel(versleuteld: bytes | memoryview) -> str:
    """The value in clear; ``cryptography.fernet.InvalidToken`` when no key fits."""
    return kluis().decrypt(bytes(versleuteld)).decode()


def herversleutel(versleuteld: bytes) -> bytes:
    """The same value under the newest key."""
    return kluis().rotate(bytes(versleuteld))


def zoekwaarde(waarde: str, *, soort: str = "bsn") -> str:
    """Keyed hash (HMAC-SHA256, 64 hex digits) by which an encrypted value is found; ``soort`` keeps domains apart."""
    return hmac.digest(settings.ZOEKSLEUTEL.encode(), f"{soort}:{waarde}".encode(), "sha256").hex()


class Geheim:
    """A value that shows itself only when asked to: in logs, templates and errors it is three dots."""

    __slots__ = ("_versleuteld",)

    def __init__(self, versleuteld: bytes) -> None:
        self._versleuteld = bytes(versleuteld)

    @classmethod
    def van(cls, waarde: str) -> "Geheim":
        return cls(versleutel(waarde))

    @property
    def versleuteld(self) -> bytes:
        return self._versleuteld

    def tonen(self) -> str:
        return ontsleutel(self._versleuteld)

    def __str__(self) -> str:
        return "•••"

    def __repr__(self) -> str:
        return "Geheim(•••)"
