"""W3C Trace Context of what runs now: one trace per request or task, one span per act."""

import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

_TRACEPARENT = re.compile(r"^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$")


@dataclass(frozen=True)
class Spoor:
    trace_id: bytes  # 16 bytes
    span_id: bytes  # 8 bytes
    ouder: bytes | None = None
    vanwaar: str = ""

    @property
    def traceparent(self) -> str:
        return f"00-{self.trace_id.hex()}-{self.span_id.hex()}-01"


_spoor: ContextVar[Spoor | None] = ContextVar("spoor", default=None)


def huidig() -> Spoor:
    return _spoor.get() or Spoor(secrets.token_bytes(16), secrets.token_bytes(8))


@contextmanager
def spoor(traceparent: str = "", vanwaar: str = "") -> Iterator[Spoor]:
    """Start a trace, or go on with the caller's when its header is well formed."""
    gevonden = _TRACEPARENT.match(traceparent)
    trace = bytes.fromhex(gevonden[1]) if gevonden else secrets.token_bytes(16)
    ouder = bytes.fromhex(gevonden[2]) if gevonden else None
    nieuw = Spoor(trace, secrets.token_bytes(8), ouder, vanwaar)
    merk = _spoor.set(nieuw)
    try:
        yield nieuw
    finally:
        _spoor.reset(merk)


@contextmanager
def stap() -> Iterator[Spoor]:
    """A span within the trace that runs."""
    boven = huidig()
    nieuw = Spoor(boven.trace_id, secrets.token_bytes(8), boven.span_id, boven.vanwaar)
    merk = _spoor.set(nieuw)
    try:
        yield nieuw
    finally:
        _spoor.reset(merk)
