"""One zaak as it is made up: when it came, how far it is, whose it is. Chance decides, from a seed."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from catalogus import termijnen
from catalogus.models import Fase
from mijnzaken.meten.inwoners import volle_naam
from mijnzaken.meten.soorten import Catalogus, Soort

JAREN = 7  # over which the zaken are spread
_V4_AF = ~((0xF << 76) | (0x3 << 62))
_V4_OP = (4 << 76) | (2 << 62)
_OPEN = ((45, 0.75), (120, 0.35), (365, 0.08), (10**6, 0.03))  # up to this age in days: the part that is still open
_GEWOON = 60  # days that a term takes when nobody counted it
_ANONIEM = 0.03  # part of the zaken
_AFGESCHERMD = 0.001


@dataclass(frozen=True)
class Portie:
    """A row of zaken that one transaction writes. Keys were set aside for it; ``nummers`` is the next one per year."""

    start: int  # place in the whole of this call
    aantal: int
    totaal: int
    vandaag: date
    nummers: dict[int, int]
    zaak: int  # first keys
    document: int
    contact: int
    termijn: int
    partij: int
    partijen: int
    inwoner: int  # number of the first partij among all inhabitants
    bekenden: dict[int, tuple[int, str]]  # place in the call: (partij, name)
    zaad: int


class Verzonnen:
    """What the rows of one zaak are made from. Days are ordinals."""

    __slots__ = (
        "afgeschermd",
        "behandelaar",
        "dag",
        "einde",
        "fase",
        "gewijzigd",
        "naam",
        "nummer",
        "partij",
        "pk",
        "plaats",
        "rijk",
        "soort",
        "team",
        "uiterlijk",
        "uuid",
        "uur",
    )  # fmt: skip
    afgeschermd: bool
    behandelaar: int
    dag: int
    einde: int  # 0: open
    fase: str
    gewijzigd: int
    naam: str
    nummer: str
    partij: int  # 0: nobody logged in
    pk: int
    plaats: int
    rijk: bool  # of somebody who is looked at in the measurement: it has everything
    soort: Soort
    team: int
    uiterlijk: int  # 0: no term
    uur: str
    uuid: str


class Toeval:
    """The makings up of one portie."""

    def __init__(self, portie: Portie, catalogus: Catalogus, vrij: termijnen.Vrijedagen) -> None:
        self.bron = random.Random(portie.zaad * 1_000_000_007 + portie.zaak)  # noqa: S311  plausible, not secret
        self.portie, self.catalogus, self.vrij = portie, catalogus, vrij
        self.nu = portie.vandaag.toordinal()
        self.begin = dag_van(0, 1, portie.vandaag)
        self._nummers = dict(portie.nummers)

    def uuid(self) -> str:
        return "%032x" % (self.bron.getrandbits(128) & _V4_AF | _V4_OP)

    def zaak(self, j: int) -> Verzonnen:
        portie, kans = self.portie, self.bron.random
        zaak = Verzonnen()
        zaak.plaats, zaak.pk, zaak.uuid = portie.start + j, portie.zaak + j, self.uuid()
        zaak.soort = soort = self.catalogus.trekking[int(kans() * len(self.catalogus.trekking))]
        zaak.dag = self.begin + zaak.plaats * (self.nu - self.begin + 1) // portie.totaal
        jaar = date.fromordinal(zaak.dag).year
        zaak.nummer = f"{jaar}-{self._nummers[jaar]:07d}"
        self._nummers[jaar] += 1
        zaak.uur = f"{7 + int(kans() * 8):02d}:{int(kans() * 60):02d}:{int(kans() * 60):02d}+00"
        self._van_wie(zaak)
        zaak.afgeschermd = not zaak.rijk and kans() < _AFGESCHERMD
        zaak.team = self.catalogus.teams[int(kans() * len(self.catalogus.teams))] if soort.terugbel else soort.team
        zaak.uiterlijk = self._uiterlijk(soort, zaak.dag)
        self._hoe_ver(zaak)
        return zaak

    def _van_wie(self, zaak: Verzonnen) -> None:
        bekend = self.portie.bekenden.get(zaak.plaats)
        zaak.rijk = bekend is not None
        if bekend is not None:
            zaak.partij, zaak.naam = bekend
        elif self.bron.random() < _ANONIEM:
            zaak.partij, zaak.naam = 0, ""
        else:
            wie = int(self.bron.random() * self.portie.partijen)
            zaak.partij, zaak.naam = self.portie.partij + wie, volle_naam(self.portie.inwoner + wie)

    def _uiterlijk(self, soort: Soort, dag: int) -> int:
        if soort.terugbel:
            return werkdagen_later(dag, self.vrij)
        return einde_van(dag, soort.duur, soort.regime, self.vrij) if soort.duur else 0

    def _hoe_ver(self, zaak: Verzonnen) -> None:
        kans, oud = self.bron.random, self.nu - zaak.dag
        open_ = kans() < next(deel for tot, deel in _OPEN if oud <= tot)
        wie = self.catalogus.behandelaars.get(zaak.team)
        zaak.behandelaar = wie[int(kans() * len(wie))] if wie and kans() < 0.85 else 0
        if not open_ and oud > 1:
            duur = (zaak.uiterlijk - zaak.dag) if zaak.uiterlijk else _GEWOON
            zaak.einde = zaak.gewijzigd = zaak.dag + min(1 + int(kans() ** 2 * 1.3 * duur), oud)
            zaak.fase = Fase.AFGEROND.value
            return
        zaak.einde, zaak.gewijzigd = 0, zaak.dag + min(int(kans() * 15), oud)
        hoe = kans()
        if hoe < 0.35:
            zaak.fase = Fase.ONTVANGEN.value
            if hoe < 0.25:
                zaak.behandelaar = 0
        elif hoe > 0.93 and zaak.soort.mag_stil and zaak.soort.duur and zaak.partij:
            zaak.fase = Fase.WACHT_OP_AANVRAGER.value
        else:
            zaak.fase = Fase.IN_BEHANDELING.value


def dag_van(plaats: int, totaal: int, vandaag: date) -> int:
    """The day on which the zaak on this place came in, as an ordinal."""
    begin = (vandaag - timedelta(days=JAREN * 365)).toordinal()
    return begin + plaats * (vandaag.toordinal() - begin + 1) // totaal


def per_jaar(start: int, aantal: int, totaal: int, vandaag: date) -> dict[int, int]:
    """How many of the places ``start`` to ``start + aantal`` lie in each year."""
    begin = date.fromordinal(dag_van(0, 1, vandaag))
    dagen = vandaag.toordinal() - begin.toordinal() + 1
    grenzen = {  # the first place of each year
        jaar: max(0, -(-(date(jaar, 1, 1).toordinal() - begin.toordinal()) * totaal // dagen))
        for jaar in range(begin.year, vandaag.year + 2)
    }
    geteld = {
        jaar: min(start + aantal, grenzen[jaar + 1]) - max(start, grenzen[jaar])
        for jaar in range(begin.year, vandaag.year + 1)
    }
    return {jaar: hoeveel for jaar, hoeveel in geteld.items() if hoeveel > 0}


_termijnen: dict[tuple[int, str, str], int] = {}


def einde_van(dag: int, duur: str, regime: str, vrij: termijnen.Vrijedagen) -> int:
    """The last day of a term that nothing moved; each is counted once."""
    sleutel = (dag, duur, regime)
    if sleutel not in _termijnen:
        _termijnen[sleutel] = termijnen.einddatum(
            date.fromordinal(dag), duur, regime=regime, vrije_dagen=vrij
        ).toordinal()
    return _termijnen[sleutel]


_werkdagen: dict[int, int] = {}


def werkdagen_later(dag: int, vrij: termijnen.Vrijedagen) -> int:
    """Five working days on, for a terugbelnotitie."""
    if dag not in _werkdagen:
        _werkdagen[dag] = vrij.na_werkdagen(date.fromordinal(dag), 5).toordinal()
    return _werkdagen[dag]


@cache
def iso(dag: int) -> str:
    return date.fromordinal(dag).isoformat()
