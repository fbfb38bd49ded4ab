"""The case systems of others that have an API of their own (Zaken 1.5.1 or later): what they hold, by its address.

Which they are, and the name and secret that we have there, the environment says, as for the registers: who installs
decides to which host a token goes. Of an address that a system sends only the uuid is used: it can lead nowhere else.
"""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from uuid import UUID

import jwt
from django.conf import settings

from catalogus import klok
from mijnzaken.bronnen.client import BronNietBereikbaar, HttpVerbinding
from mijnzaken.bronnen.onderbreker import Onderbreker

STATUSSEN, ZAKEN, RESULTATEN = (f"/zaken/api/v1/{naam}" for naam in ("statussen", "zaken", "resultaten"))
CATALOGI = "/catalogi/api/v1"
TERMIJN = 10.0  # seconds; a worker asks, nobody waits for it


@dataclass(frozen=True)
class Zaaksysteem:
    """``wortel``: its address, without a slash; below it stand the paths of the standard."""

    wortel: str
    client_id: str
    geheim: str = field(repr=False)

    def uuid(self, adres: Any, pad: str) -> UUID | None:
        """Which of ``pad`` this address of the system is; ``None`` for every other address."""
        return uuid_onder(f"{self.wortel}{pad}", adres)

    def haal(self, pad: str, uuid: UUID) -> dict[str, Any]:
        """What stands there. Raises BronNietBereikbaar, also when it is not there (yet): telling goes before writing
        in some systems.
        """
        inhoud = self._verbinding().vraag(f"{pad}/{uuid}")
        if not isinstance(inhoud, dict):
            raise BronNietBereikbaar(self.wortel, "geeft niet wat het meldde")
        return inhoud

    def _verbinding(self) -> HttpVerbinding:
        nu = int(klok.nu().timestamp())
        wie = {"iss": self.client_id, "client_id": self.client_id, "iat": nu}
        wie |= {"user_id": "mijn-zaken", "user_representation": settings.GEMEENTE["volledige_naam"]}
        koppen = {
            "Authorization": f"Bearer {jwt.encode(wie, self.geheim, algorithm='HS256')}",
            "Accept": "application/json",
            "Accept-Crs": "EPSG:4326",
        }
        onderbreker = _onderbreker(self.wortel)
        return HttpVerbinding(self.wortel, self.wortel, koppen, termijn=TERMIJN, onderbreker=onderbreker)


@lru_cache(maxsize=32)
def _onderbreker(wortel: str) -> Onderbreker:
    return Onderbreker()


def waar(adres: Any, pad: str) -> tuple[Zaaksysteem, UUID] | None:
    """The system whose address this is, and which of ``pad`` it names there."""
    for systeem in (Zaaksysteem(**rij) for rij in settings.ZAAKSYSTEMEN):
        if uuid := systeem.uuid(adres, pad):
            return systeem, uuid
    return None


def uuid_onder(begin: str, adres: Any) -> UUID | None:
    """The uuid in an address that is ``begin``, a slash, a uuid, and nothing else."""
    if not isinstance(adres, str) or not adres.startswith(f"{begin}/"):
        return None
    rest = adres[len(begin) + 1 :]
    try:
        uuid = UUID(rest)
    except ValueError:
        return None
    return uuid if str(uuid) == rest.lower() else None
