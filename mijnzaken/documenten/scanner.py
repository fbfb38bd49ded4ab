"""The virus scanner: ClamAV, or in the demo one that knows only the EICAR test file."""

import socket
import struct
from enum import Enum
from typing import IO, Any, Protocol
from urllib.parse import urlparse

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

TIJD = 60  # seconds without an answer
STUK = 64 * 1024  # bytes
LANGSTE_ANTWOORD = 4096  # bytes
_EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


class Uitslag(Enum):
    SCHOON = "schoon"
    BESMET = "besmet"


class ScannerOnbereikbaar(RuntimeError):
    """No verdict: the file waits."""


class Scanner(Protocol):
    def keur(self, stroom: IO[bytes] | Any) -> tuple[Uitslag, str]:
        """The verdict and what was found. Raises ScannerOnbereikbaar."""


class Clamav:
    """clamd's INSTREAM: pieces with their length, a zero, one line of answer (man clamd).

    ``adres`` is ``unix:/run/clamav/clamd.ctl`` or ``tcp://host:3310``. Its StreamMaxLength must hold our largest file.
    """

    def __init__(self, adres: str) -> None:
        self._adres = urlparse(adres)

    def keur(self, stroom: IO[bytes] | Any) -> tuple[Uitslag, str]:
        try:
            with self._verbind() as verbinding:
                verbinding.sendall(b"zINSTREAM\0")
                while stuk := stroom.read(STUK):
                    verbinding.sendall(struct.pack("!L", len(stuk)) + stuk)
                verbinding.sendall(struct.pack("!L", 0))
                antwoord = _regel(verbinding)
        except OSError as fout:
            raise ScannerOnbereikbaar(type(fout).__name__) from fout
        if antwoord == "stream: OK":
            return Uitslag.SCHOON, ""
        if antwoord.startswith("stream: ") and antwoord.endswith(" FOUND"):
            return Uitslag.BESMET, antwoord.removeprefix("stream: ").removesuffix(" FOUND")
        raise ScannerOnbereikbaar(f"onverwacht antwoord: {antwoord[:60]}")

    def _verbind(self) -> socket.socket:
        if self._adres.scheme == "unix":
            verbinding = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            verbinding.settimeout(TIJD)
            try:
                verbinding.connect(self._adres.path)
            except OSError:
                verbinding.close()
                raise
            return verbinding
        return socket.create_connection((self._adres.hostname or "127.0.0.1", self._adres.port or 3310), timeout=TIJD)


def _regel(verbinding: socket.socket) -> str:
    antwoord = b""
    while not antwoord.endswith(b"\0") and len(antwoord) < LANGSTE_ANTWOORD and (stuk := verbinding.recv(1024)):
        antwoord += stuk
    return antwoord.rstrip(b"\0").decode("utf-8", "replace").strip()


class Demoscanner:
    """Knows EICAR and nothing else, so it may not exist where real files come in."""

    def __init__(self) -> None:
        if not (settings.DEMO or settings.TEST):
            raise ImproperlyConfigured("De demoscanner is geen virusscanner: stel MIJNZAKEN_SCANNER=clamd in.")

    def keur(self, stroom: IO[bytes] | Any) -> tuple[Uitslag, str]:
        vorige = b""
        for stuk in iter(lambda: stroom.read(65536), b""):
            if _EICAR in vorige + stuk:
                return Uitslag.BESMET, "EICAR-testbestand"
            vorige = stuk[-len(_EICAR) :]
        return Uitslag.SCHOON, ""


def scanner() -> Scanner:
    return Demoscanner() if settings.SCANNER == "demo" else Clamav(settings.CLAMD_ADRES)
