"""How the program knows what of a table is of one person."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.db.models import Q

from autorisatie.models import Partij

# Why a field of a collected row is left out.
ANDER = "of another person"
STAF = "the name of an employee"
SLEUTEL = "a key or a state of the program, which says nothing of the person"
ELDERS = "stands in another row that is collected"

PERSOON, CONTACT, BERICHTEN, MACHTIGINGEN, GEBRUIK = "persoon", "contact", "berichten", "machtigingen", "gebruik"


@dataclass(frozen=True)
class Wie:
    """The person, the zaken that he asked for, and all that he may follow (by their keys)."""

    partij: Partij
    gevraagd: frozenset[int]
    volgt: frozenset[int]


@dataclass(frozen=True)
class Tabel:
    """What is collected of one table. Each row that ``waar`` finds becomes one part of the copy, called ``kop``.

    ``velden`` are copied always, ``gevraagd`` only to who asked for the zaak, ``weg`` are left out, by their reason.
    Fields may be paths ('gegeven.doel'); ``labels`` are for where the name of a field says too little. ``zaak`` is the
    path to the zaak of a row, ``zaak_uuid`` the lookup where that is known by its uuid only; without ``groep`` the part
    stands under that zaak.
    """

    kop: str
    waar: Callable[[Wie], Q]
    velden: str
    gevraagd: str = ""
    weg: Mapping[str, str] = field(default_factory=dict)
    zaak: str = ""
    zaak_uuid: str = ""
    groep: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)

    @property
    def genoemd(self) -> set[str]:
        """The fields of the table itself that somebody thought about."""
        namen = [*self.velden.split(), *self.gevraagd.split(), *" ".join(self.weg.values()).split()]
        return {naam.partition(".")[0] for naam in namen}


def van(pad: str) -> Callable[[Wie], Q]:
    """The rows whose ``pad`` leads to the person."""
    return lambda wie: Q(**{pad: wie.partij})
