"""One resource of an API as a table: where it stands, which rows, how it is written, filtered, opened and changed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Model, QuerySet

from autorisatie.actor import Applicatie
from autorisatie.bewaakt import BewaaktModel
from catalogus.vastevraag import PLEK, onthouden
from mijnzaken.api.contract import Contract

if TYPE_CHECKING:
    from mijnzaken.api.vraag import Vraag

Rij = Any
Rijen = QuerySet[Any]
Inhoud = dict[str, Any]
Filter = Callable[[Rijen, Any, "Vraag"], Rijen]


@dataclass(frozen=True, kw_only=True, eq=False)
class Bron:
    """A resource. What is left empty it does not have.

    ``rijen`` goes through the door of the actor and brings along what ``vorm`` needs, in one statement. ``opzoek``
    finds a row that another one refers to, whoever asks.
    """

    naam: str  # the collection in the address: zaken
    soort: str  # what the standard calls one of them: zaak
    pad: str  # as in the document: /zaken, /zaken/{zaak_uuid}/zaakeigenschappen
    model: type[Model]
    rijen: Callable[[Applicatie], Rijen]
    vorm: Callable[[Rij], Inhoud]
    lezen: str  # the scope
    schema: str = ""  # in the document; for who reads this table
    filters: Mapping[str, str | Filter] = field(default_factory=dict)
    standaard: Mapping[str, Any] = field(default_factory=dict)  # filters that hold when they are not named
    volgorde: Mapping[str, str] = field(default_factory=dict)  # name of the parameter -> column
    standaardvolgorde: str = "-pk"
    uitklap: Mapping[str, str] = field(default_factory=dict)  # attribute -> api.bron that it refers to
    gepagineerd: bool = True
    tel: Callable[["Vraag", Rijen], int] | None = None  # an exact count that reads no row
    # To pass so many rows in the order of the resource: (begin after this key, pass so many more), or no shorter way.
    sla_over: Callable[["Vraag", int], tuple[int, int] | None] | None = None
    ouder: str = ""  # lookup of the nested address: zaak__uuid, for zaak_uuid
    ouder_bron: str = ""  # what it stands under, as api.bron: must be there and be read for its list to be
    groep: str = ""  # of data, for the log of processing; empty: of no person
    lezing: str = "inzien"  # what the log calls reading it
    betrokkenen: Callable[["Vraag", Sequence[Rij]], set[int]] | None = None  # the data subjects of a page
    inzien: Callable[["Vraag", Rij], None] | None = None  # another way to write down that one was read
    hoofd: Callable[[Rij], tuple[str, UUID, str]] | None = None  # (path, uuid, naam) of what an audit trail is kept of
    weergave: Callable[[Rij], str] = str
    kanaal: str = ""  # of notifications; empty: none
    kenmerken: Callable[[Rij], Mapping[str, str]] = lambda rij: {}
    aanmaken: Callable[["Vraag"], Rij] | None = None
    bijwerken: Callable[["Vraag", Rij], Rij] | None = None
    verwijderen: Callable[["Vraag", Rij], None] | None = None
    draagt_bestand: bool = False  # a body may hold a whole file
    uniek: Mapping[str, tuple[str, str]] = field(default_factory=dict)  # constraint -> (field, code)
    een_met: Callable[[Rijen], Rijen] | None = None  # what a row brings along besides, when it is read by itself
    wisselt: bool = False  # its door or its form asks something else at another moment: no question of it is kept
    opzoek_met: Sequence[str] = ()  # what who refers to it will ask of it, brought along in the same statement

    def opzoek(self, uuid: UUID) -> Rij | None:
        """The row that somebody refers to. May he? That is asked where it is used."""
        return _opzoekvraag(self).eerste(uuid)


@onthouden
def _opzoekvraag(bron: Bron) -> Rijen:
    rijen: Any = bron.model.objects  # type: ignore[attr-defined]
    if issubclass(bron.model, BewaaktModel):
        rijen = rijen.systeem("een verwijzing opzoeken")
    if bron.opzoek_met:
        rijen = rijen.select_related(*bron.opzoek_met)
    return rijen.filter(uuid=PLEK)  # type: ignore[no-any-return]


Bewerking = Callable[["Vraag"], Any]


@dataclass(frozen=True, kw_only=True)
class Api:
    """One API: its contract, its resources, and the operations that are like no other."""

    naam: str
    component: str  # zrc
    contract: Contract
    bronnen: Sequence[Bron]
    bewerkingen: Mapping[str, Bewerking] = field(default_factory=dict)  # operationId -> function
    leest: frozenset[str] = frozenset()  # operationIds of a POST that changes nothing
    vast_token: bool = False

    @property
    def wortel(self) -> str:
        return f"/{self.naam}/api/v1"

    def bron_op(self, pad: str) -> Bron | None:
        return next((bron for bron in self.bronnen if bron.pad == pad), None)


_APIS: dict[str, Api] = {}


def meld_aan(api: Api) -> Api:
    """Make an API known, so that its addresses exist and others may refer to what it holds."""
    _APIS[api.naam] = api
    return api


def apis() -> Mapping[str, Api]:
    return _APIS


def bron(naam: str) -> tuple[Api, Bron] | None:
    """By its full name (``zaken.rollen``); ``None`` while that API is not there."""
    api_naam, _, bron_naam = naam.partition(".")
    api = _APIS.get(api_naam)
    gevonden = next((b for b in api.bronnen if b.naam == bron_naam), None) if api else None
    return (api, gevonden) if api and gevonden else None
