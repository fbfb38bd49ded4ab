"""One call of another system, as far as it was checked: who, which operation, with what."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from autorisatie.actor import Applicatie
from mijnzaken.api.bron import Api, Bron
from mijnzaken.api.contract import Operatie


@dataclass
class Antwoord:
    """What an operation gives back; ``inhoud`` None: no body."""

    inhoud: Any = None
    status: int = 200
    koppen: dict[str, str] = field(default_factory=dict)


@dataclass
class Vraag:
    """``actor`` holds the scopes of this operation. ``parameters`` and ``gegevens`` are clean: dates are dates, uuids
    are uuids, and what is readOnly or unknown is not in them.
    """

    request: HttpRequest
    api: Api
    operatie: Operatie
    actor: Applicatie
    bron: Bron | None = None
    pad: dict[str, UUID | str] = field(default_factory=dict)
    parameters: dict[str, Any] = field(default_factory=dict)
    gegevens: Any = field(default_factory=dict)
    lijf: bytes = b""  # as it came, when it was JSON

    @property
    def uuid(self) -> UUID:
        return self.pad["uuid"]  # type: ignore[return-value]

    @property
    def gastheer(self) -> str:
        return self.request.get_host()

    @property
    def gedeeltelijk(self) -> bool:
        """PATCH: what is absent stays as it is."""
        return self.operatie.methode == "patch"

    @property
    def toelichting(self) -> str:
        """Why, as the other system says it, for the audit trail."""
        return self.request.headers.get("X-Audit-Toelichting", "").replace("\x00", "")[:1000]

    def lezer(self, scope: str) -> Applicatie:
        """The same system, as far as it may read."""
        return self.actor.met_scopes(frozenset({scope}))
