"""W3C Trace Context of what runs now: one trace per request or task, one span per act.

The trace comes in with a request, goes out with every call to another system, travels with a task in the headers of its
message, and rests in the rows of the outbox, so that one trace id follows an application to its letter. Nothing is
sampled: the logbook keeps every span (LDV, Logius).
"""

import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

_TRACEPARENT = re.compile(r"^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}(-.*)?$")
_TRACESTATE = re.compile(r"^[\x20-\x7e]*$")
GROOTST = 512  # characters of tracestate that every system must pass on (W3C Trace Context, 3.3.1.5)


@dataclass(frozen=True)
class Spoor:
    trace_id: bytes  # 16 bytes
    span_id: bytes  # 8 bytes
    ouder: bytes | None = None
    vanwaar: str = ""
    tracestate: str = ""  # what other systems on the way wrote for themselves; passed on as it came

    @property
    def traceparent(self) -> str:
        return f"00-{self.trace_id.hex()}-{self.span_id.hex()}-01"


_spoor: ContextVar[Spoor | None] = ContextVar("spoor", default=None)


def huidig() -> Spoor:
    return _spoor.get() or Spoor(secrets.token_bytes(16), secrets.token_bytes(8))


def koppen() -> dict[str, str]:
    """The headers with which the trace that runs goes on in another system or task; none when nothing runs."""
    lopend = _spoor.get()
    if lopend is None:
        return {}
    return {"traceparent": lopend.traceparent} | ({"tracestate": lopend.tracestate} if lopend.tracestate else {})


@contextmanager
def spoor(traceparent: str = "", vanwaar: str = "", tracestate: str = "") -> Iterator[Spoor]:
    """Start a trace, or go on with the caller's when its header is well formed; its state goes only with it."""
    gevonden = _TRACEPARENT.match(traceparent)
    trace = bytes.fromhex(gevonden[1]) if gevonden else secrets.token_bytes(16)
    ouder = bytes.fromhex(gevonden[2]) if gevonden else None
    mee = tracestate if gevonden and len(tracestate) <= GROOTST and _TRACESTATE.match(tracestate) else ""
    nieuw = Spoor(trace, secrets.token_bytes(8), ouder, vanwaar, mee)
    merk = _spoor.set(nieuw)
    try:
        yield nieuw
    finally:
        _spoor.reset(merk)


@contextmanager
def stap() -> Iterator[Spoor]:
    """A span within the trace that runs."""
    boven = huidig()
    nieuw = Spoor(boven.trace_id, secrets.token_bytes(8), boven.span_id, boven.vanwaar, boven.tracestate)
    merk = _spoor.set(nieuw)
    try:
        yield nieuw
    finally:
        _spoor.reset(merk)
