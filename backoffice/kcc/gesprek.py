"""The conversation of an agent: who was looked for, who is on the line, and what was registered so far.

It lives in the session of the agent and ends when he ends it, or when the verification is no longer valid. The session
holds identities only; a telephone number that was typed is kept encrypted.
"""

from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest

from autorisatie.actor import Medewerker
from autorisatie.models import Partij
from autorisatie.versleuteling import ontsleutel, versleutel
from mijnzaken.klanten.models import Verificatie
from mijnzaken.klanten.verifieren import geldige_verificatie

SLEUTEL = "gesprek"
BLIND = frozenset({"bsn", "zaaknummer"})  # whether such a number exists is told to nobody before the caller is verified


@dataclass
class Gesprek:
    """As it is kept. ``partij`` is the uuid of who was chosen; empty with ``gekozen`` when nobody was found."""

    gevonden_op: str = ""
    kandidaten: list[str] = field(default_factory=list)
    gekozen: bool = False
    partij: str = ""
    verificatie: str = ""  # that of this conversation: an earlier one, of another call, proves nothing now
    mislukt: int = 0
    nummer: str = ""  # encrypted
    klantcontact: str = ""
    verstuurd: list[str] = field(default_factory=list)  # forms that were carried out: a double click does nothing more

    @property
    def blind(self) -> bool:
        return self.gevonden_op in BLIND

    @property
    def telefoonnummer(self) -> str:
        return ontsleutel(self.nummer.encode()) if self.nummer else ""

    def onthoud_nummer(self, nummer: str) -> None:
        self.nummer = versleutel(nummer).decode()


@dataclass(frozen=True)
class Beller:
    """Who is on the line, verified: only then is there anything of him to show."""

    partij: Partij
    verificatie: Verificatie
    actor: Medewerker  # with the purpose of this conversation


def lees(request: HttpRequest) -> Gesprek:
    bewaard: dict[str, Any] = request.session.get(SLEUTEL) or {}
    return Gesprek(**bewaard)


def bewaar(request: HttpRequest, gesprek: Gesprek) -> None:
    request.session[SLEUTEL] = vars(gesprek).copy()


def vergeet(request: HttpRequest) -> None:
    request.session.pop(SLEUTEL, None)


def beller(request: HttpRequest, gesprek: Gesprek | None = None) -> Beller | None:
    """The verified caller of this conversation; ``None`` when nobody is verified (any more). Two queries."""
    gesprek = gesprek or lees(request)
    if not gesprek.partij or not gesprek.verificatie:
        return None
    actor: Medewerker = request.actor  # type: ignore[attr-defined]
    partij = Partij.objects.een(actor, gesprek.partij)
    verificatie = geldige_verificatie(actor, partij.pk) if partij is not None else None
    if partij is None or verificatie is None or str(verificatie.uuid) != gesprek.verificatie:
        return None
    return Beller(partij, verificatie, actor.met_doel(verificatie.doel))


def is_verstuurd(request: HttpRequest, sleutel: str) -> bool:
    return bool(sleutel) and sleutel in lees(request).verstuurd
