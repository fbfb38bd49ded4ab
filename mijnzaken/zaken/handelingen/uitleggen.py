"""Asking why somebody sees a zaak, a document or a besluit, or does not. Asking is a handeling, so it is logged.

Who asks never learns that something exists: an unknown person, an unknown number, a zaak of the asker's own circle, and
a shielded zaak or person (save for who holds ``afgeschermd_uitleggen``) give one and the same answer, ``None``.
"""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from autorisatie import beleid
from autorisatie.actor import Actor, Burger, Medewerker
from autorisatie.handeling import aantekenen, handeling
from autorisatie.models import Gebruiker, Gegevensgroep, Machtiging, Niveau, Partij
from autorisatie.versleuteling import zoekwaarde
from catalogus import nummers
from mijnzaken.zaken.documenten import document_belet
from mijnzaken.zaken.documentrechten import verborgen_soorten
from mijnzaken.zaken.inzien import BESLUIT_VANAF
from mijnzaken.zaken.models import Besluit, Zaak, Zaakdocument
from mijnzaken.zaken.uitleg import Uitleg, leg_uit

REDEN = "uitleg van een beslissing over rechten"
DOEL = "uitleg"
MEESTE = 20  # documents and decisions of one zaak that are explained


@dataclass(frozen=True)
class Persoonsvraag:
    """Of whom: a member of staff by his account, or a resident or organisation by an identifying number."""

    gebruikersnaam: str = ""
    nummer: str = ""
    betrouwbaarheid: int = 3
    met_doel: bool = False


@dataclass(frozen=True)
class Onderdeel:
    """A document or a besluit of the zaak, by its kind and place; why it can't be opened, empty when it can."""

    soort: str
    uuid: UUID
    belet: str


@dataclass(frozen=True)
class Antwoord:
    """``als`` says in which quality: *medewerker*, *zichzelf*, *gemachtigde*."""

    als: str
    uitleg: Uitleg
    onderdelen: tuple[Onderdeel, ...]


@dataclass(frozen=True)
class Uitlegging:
    zaak: Zaak
    antwoorden: tuple[Antwoord, ...]


@handeling("rechten_uitleggen")
def rechten_uitleggen(actor: Medewerker, vraag: Persoonsvraag, *, zaaknummer: str) -> Uitlegging | None:
    """The decision for this person and this zaak, for every quality in which he could see it."""
    hoedanigheden = _wie(actor, vraag)
    zaak = _zaak(actor, zaaknummer)
    gevonden = bool(hoedanigheden) and zaak is not None
    aantekenen(gevonden=gevonden, zaak=str(zaak.uuid) if zaak else "", persoon=_persoon(hoedanigheden))
    if zaak is None or not hoedanigheden:
        return None
    if any(isinstance(wie, Burger) for _, wie in hoedanigheden):
        hoedanigheden += _namens(hoedanigheden[0][1], zaak, vraag)
    return Uitlegging(zaak, tuple(_antwoord(als, wie, zaak) for als, wie in hoedanigheden))


def _antwoord(als: str, wie: Actor, zaak: Zaak) -> Antwoord:
    uitleg = leg_uit(wie, zaak)
    return Antwoord(als, uitleg, tuple(_onderdelen(wie, zaak, uitleg)) if uitleg.ziet else ())


def _onderdelen(wie: Actor, zaak: Zaak, uitleg: Uitleg) -> list[Onderdeel]:
    documenten = (
        Zaakdocument.objects.systeem(REDEN).filter(zaak=zaak).select_related("document", "van_rol").order_by("pk")
    )
    besluiten = Besluit.objects.systeem(REDEN).filter(zaak=zaak).order_by("pk")
    verborgen = verborgen_soorten(wie, zaak)
    ziet_besluit = uitleg.niveaus.get(Gegevensgroep.BESLUIT, Niveau.GEEN) >= BESLUIT_VANAF
    return [
        *(
            Onderdeel("document", rij.document.uuid, document_belet(wie, rij, uitleg.niveaus, verborgen))
            for rij in documenten[:MEESTE]
        ),
        *(Onderdeel("besluit", rij.uuid, "" if ziet_besluit else "niveau") for rij in besluiten[:MEESTE]),
    ]


# -- who is asked about, and about what --------------------------------------------------------------------------------


def _wie(actor: Medewerker, vraag: Persoonsvraag) -> list[tuple[str, Actor]]:
    if vraag.gebruikersnaam:
        gebruiker = Gebruiker.objects.filter(gebruikersnaam=vraag.gebruikersnaam).first()
        return [("medewerker", Medewerker(gebruiker, doel=DOEL if vraag.met_doel else ""))] if gebruiker else []
    partij = _partij(vraag.nummer)
    if partij is None or partij.pk in actor.uitgesloten_partijen:
        return []
    if partij.afgeschermd and not beleid.mag(actor, "afgeschermd_uitleggen"):
        return []
    return [("zichzelf", Burger(partij, betrouwbaarheid=vraag.betrouwbaarheid))]


def _partij(getypt: str) -> Partij | None:
    """By a whole number: of a citizen, a company or a branch."""
    for lees, veld in ((nummers.bsn, "bsn_zoekwaarde"), (nummers.kvk_nummer, "kvk_nummer")):
        try:
            nummer = lees(getypt)
        except nummers.OnjuistNummer:
            continue
        rijen = Partij.objects.systeem(REDEN)
        if veld == "kvk_nummer":
            return rijen.filter(kvk_nummer=nummer, vestigingsnummer="").first()  # type: ignore[no-any-return]
        return rijen.filter(bsn_zoekwaarde=zoekwaarde(nummer)).first()  # type: ignore[no-any-return]
    try:
        nummer = nummers.vestigingsnummer(getypt)
    except nummers.OnjuistNummer:
        return None
    return Partij.objects.systeem(REDEN).filter(vestigingsnummer=nummer).first()  # type: ignore[no-any-return]


def _namens(zelf: Actor, zaak: Zaak, vraag: Persoonsvraag) -> list[tuple[str, Actor]]:
    """The same person, acting for a party of this zaak that let him."""
    if not isinstance(zelf, Burger):
        return []
    machtigingen = (
        Machtiging.objects.systeem(REDEN)
        .filter(Machtiging.geldend(), gemachtigde=zelf.partij, gever__in=zaak.betrokken_partijen())
        .select_related("gever")
    )
    return [
        (
            "gemachtigde",
            Burger(zelf.partij, betrouwbaarheid=vraag.betrouwbaarheid, namens=machtiging.gever, machtiging=machtiging),
        )
        for machtiging in machtigingen[:MEESTE]
    ]


def _zaak(actor: Medewerker, nummer: str) -> Zaak | None:
    rij: Zaak | None = (
        Zaak.objects.systeem(REDEN)
        .filter(nummer=nummer)
        .select_related("proces", "zaaktype__proces", "team__afdeling", "behandelaar")
        .first()
    )
    if rij is None or set(rij.betrokken_partijen()) & set(actor.uitgesloten_partijen):
        return None
    if not beleid.mag(actor, "afgeschermd_uitleggen") and _is_afgeschermd(rij):
        return None
    return rij


def _is_afgeschermd(zaak: Zaak) -> bool:
    return zaak.afgeschermd or bool(zaak.rollen.filter(Q(partij__afgeschermd=True)).exists())


def _persoon(hoedanigheden: list[tuple[str, Actor]]) -> str:
    """Who was asked about, for the log: a key, never a number."""
    for _, wie in hoedanigheden:
        if isinstance(wie, Medewerker):
            return f"gebruiker {wie.gebruiker.uuid}"
        if isinstance(wie, Burger):
            return f"partij {wie.partij.uuid}"
    return ""
