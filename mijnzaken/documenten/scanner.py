"""The virus scanner: ClamAV, or in the demo one that knows only the EICAR test file."""

from enum import Enum
from typing import IO, Any, Protocol
from urllib.parse import urlparse

import clamd
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

TIJD = 60  # seconds
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
    """``adres`` is ``unix:/run/clamav/clamd.ctl`` or ``tcp://host:3310``."""

    def __init__(self, adres: str) -> None:
        delen = urlparse(adres)
        if delen.scheme == "unix":
            self._verbinding = clamd.ClamdUnixSocket(delen.path, timeout=TIJD)
        else:
            self._verbinding = clamd.ClamdNetworkSocket(delen.hostname, delen.port or 3310, timeout=TIJD)

    def keur(self, stroom: IO[bytes] | Any) -> tuple[Uitslag, str]:
        try:
            stand, bevinding = self._verbinding.instream(stroom)["stream"]
        except (clamd.ClamdError, OSError, KeyError, TypeError) as fout:  # the last two: an answer that is none
            raise ScannerOnbereikbaar(type(fout).__name__) from fout
        if stand == "ERROR":
            raise ScannerOnbereikbaar(bevinding)
        return (Uitslag.BESMET, bevinding) if stand == "FOUND" else (Uitslag.SCHOON, "")


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
