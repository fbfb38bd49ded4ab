"""The way to a register over HTTP: never longer than its time-out, never with personal data in an address or a log."""

import json
import logging
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as Verlopen
from functools import lru_cache
from typing import Any, Protocol

import requests

from autorisatie import spoor
from mijnzaken.bronnen.onderbreker import Onderbreker

log = logging.getLogger(__name__)

TERMIJN = 2.0  # seconds, from the first byte sent to the last received
GROOTST = 2_000_000  # bytes of an answer


class BronNietBereikbaar(Exception):
    """The register is slow, down, or says what cannot be. ``bron`` names it for the screen; no personal data in it."""

    def __init__(self, bron: str, reden: str) -> None:
        super().__init__(f"{bron}: {reden}")
        self.bron = bron
        self.reden = reden


class Verbinding(Protocol):
    """What a register client talks to: HTTP, or the stand-in. ``None`` means that the register has no such thing."""

    def vraag(
        self, pad: str, *, params: Mapping[str, str] | None = None, json: Mapping[str, Any] | None = None
    ) -> Any | None: ...


@lru_cache(maxsize=1)
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=16, thread_name_prefix="bron")


class HttpVerbinding:
    """JSON over HTTP with one total time-out and a circuit breaker.

    ``requests`` bounds each read, not the whole call, so a register that drips would hold a request for ever; the call
    therefore runs in a thread and is given up after ``termijn`` seconds.
    """

    def __init__(
        self,
        bron: str,
        url: str,
        koppen: Mapping[str, str],
        *,
        termijn: float = TERMIJN,
        onderbreker: Onderbreker | None = None,
    ) -> None:
        self._bron = bron
        self._url = url.rstrip("/")
        self._koppen = dict(koppen)
        self._termijn = termijn
        self._onderbreker = onderbreker or Onderbreker()

    def vraag(
        self, pad: str, *, params: Mapping[str, str] | None = None, json: Mapping[str, Any] | None = None
    ) -> Any | None:
        """GET with ``params``, or POST with ``json`` (which is where a BSN goes). 404 is ``None``.

        Raises BronNietBereikbaar for everything else that is not a good answer in time.
        """
        if not self._onderbreker.mag():
            raise BronNietBereikbaar(self._bron, "geeft al enige tijd geen antwoord")
        toekomst: Future[tuple[int, bytes]] = _pool().submit(self._haal, pad, params, json, spoor.koppen())
        try:
            status, inhoud = toekomst.result(timeout=self._termijn)
            antwoord = self._lees(status, inhoud)
        except Verlopen:
            toekomst.cancel()
            raise self._mislukt("antwoordt niet op tijd") from None
        except requests.RequestException as fout:
            # The exception of requests can hold the address and the body: only its kind is told.
            raise self._mislukt(f"geen verbinding ({type(fout).__name__})") from None
        except ValueError:
            raise self._mislukt("geeft een onleesbaar antwoord") from None
        self._onderbreker.gelukt()
        return antwoord

    def _haal(
        self, pad: str, params: Mapping[str, str] | None, json: Mapping[str, Any] | None, spoorkoppen: dict[str, str]
    ) -> tuple[int, bytes]:
        with requests.request(
            "POST" if json is not None else "GET",
            self._url + pad,
            params=params,
            json=json,
            headers={**self._koppen, **spoorkoppen},
            timeout=self._termijn,
            allow_redirects=False,
            stream=True,
        ) as antwoord:
            inhoud = b""
            for deel in antwoord.iter_content(64_000):
                inhoud += deel
                if len(inhoud) > GROOTST:
                    raise ValueError("te groot")
            return antwoord.status_code, inhoud

    def _lees(self, status: int, inhoud: bytes) -> Any | None:
        if status == 404:
            return None
        if status != 200:
            raise ValueError(f"status {status}")
        return json.loads(inhoud)

    def _mislukt(self, reden: str) -> BronNietBereikbaar:
        self._onderbreker.mislukt()
        log.warning("Bron %s: %s", self._bron, reden)
        return BronNietBereikbaar(self._bron, reden)
