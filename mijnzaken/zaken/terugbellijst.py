"""Lists of terugbelnotities: of one's team, or made by oneself. Keyset pages over the last day of each."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from autorisatie.actor import Actor
from catalogus.tekst import vouw
from mijnzaken.klanten.vormen import OnjuistAdres, telefoon_vorm
from mijnzaken.zaken.handelingen.terugbellen import PROCES
from mijnzaken.zaken.models import Rol, Zaak

BLADZIJDE = 25


@dataclass(frozen=True)
class Notitiefilter:
    """What the list is narrowed to; ``zoek`` is a number, a telephone number, a name, a subject or a product."""

    zoek: str = ""
    open: bool | None = True
    maker: int | None = None
    behandelaar: int | None = None
    niet_toegewezen: bool = False
    team: int | None = None

    def q(self) -> Q:
        voorwaarde = Q()
        if self.open is not None:
            voorwaarde &= Q(einddatum__isnull=self.open)
        if self.maker is not None:
            voorwaarde &= Q(terugbel__gemaakt_door=self.maker)
        if self.behandelaar is not None:
            voorwaarde &= Q(behandelaar=self.behandelaar)
        if self.niet_toegewezen:
            voorwaarde &= Q(behandelaar=None)
        if self.team is not None:
            voorwaarde &= Q(team=self.team)
        return voorwaarde & _zoek(self.zoek.strip()) if self.zoek.strip() else voorwaarde


def _zoek(tekst: str) -> Q:
    gevonden = (
        Q(nummer=tekst)
        | Q(terugbel__achternaam__iexact=tekst)
        | Q(
            pk__in=Rol.objects.systeem("zoeken op naam: de zaken zelf komen door hun deur")
            .filter(partij__zoeknaam=vouw(tekst))
            .values("zaak")
        )
        | Q(terugbel__onderwerp__icontains=tekst)
        | Q(terugbel__product__naam__icontains=tekst)
    )
    try:
        return gevonden | Q(terugbel__telefoonnummer=telefoon_vorm(tekst))
    except OnjuistAdres:
        return gevonden


@dataclass(frozen=True)
class Notitieblad:
    rijen: list[Zaak]
    volgende: str
    vorige: str


def notities(
    actor: Actor, filter_: Notitiefilter, *, na: str = "", voor: str = "", aantal: int = BLADZIJDE
) -> Notitieblad:
    """One page: what must be answered first comes first; of closed ones the newest. A key that makes no sense gives the
    first page. Two queries, whatever the number of rows."""
    aflopend = filter_.open is not True
    terug = bool(voor)
    grens = _lees_sleutel(voor or na)
    rijen = Zaak.objects.voor(actor).filter(proces__identificatie=PROCES).filter(filter_.q())
    if grens is not None:
        rijen = rijen.filter(_voorbij(grens, kleiner=aflopend != terug))
    teken = "-" if aflopend != terug else ""
    rijen = rijen.select_related(
        "proces",
        "zaaktype",
        "team",
        "behandelaar",
        "terugbel__product",
        "terugbel__gemaakt_door",
        "terugbel__over_zaak__proces",
    ).prefetch_related("statussen__statustype", "resultaten__resultaattype")
    bladzij = list(rijen.order_by(f"{teken}termijnsleutel", f"{teken}pk")[: aantal + 1])
    meer = len(bladzij) > aantal
    bladzij = bladzij[:aantal]
    if terug:
        bladzij.reverse()
    heeft_vorige, heeft_volgende = (meer, True) if terug else (grens is not None, meer)
    return Notitieblad(
        bladzij,
        _sleutel(bladzij[-1]) if bladzij and heeft_volgende else "",
        _sleutel(bladzij[0]) if bladzij and heeft_vorige else "",
    )


def _voorbij(grens: tuple[date, int], *, kleiner: bool) -> Q:
    dag, pk = grens
    if kleiner:
        return Q(termijnsleutel__lt=dag) | Q(termijnsleutel=dag, pk__lt=pk)
    return Q(termijnsleutel__gt=dag) | Q(termijnsleutel=dag, pk__gt=pk)


def _sleutel(zaak: Zaak) -> str:
    return f"{zaak.termijnsleutel.isoformat()}~{zaak.pk}"


def _lees_sleutel(tekst: str) -> tuple[date, int] | None:
    dag, _, pk = tekst.partition("~")
    if not (pk.isascii() and pk.isdigit() and len(pk) <= 18):
        return None
    try:
        return date.fromisoformat(dag), int(pk)
    except ValueError:
        return None


def van_partij(actor: Actor, partij_pk: int, *, aantal: int = 25) -> list[Any]:
    """The notities that somebody stands in who was verified on the line; newest first. One query."""
    rijen = Zaak.objects.voor(actor).filter(proces__identificatie=PROCES, rollen__partij=partij_pk)
    rijen = rijen.select_related("proces", "zaaktype", "team", "terugbel__product", "terugbel__over_zaak__proces")
    return list(rijen.order_by("-ontvangen_op", "-pk")[:aantal])


def over_zaak(actor: Actor, zaak: Zaak, *, aantal: int = 25) -> list[Any]:
    """The notities about a zaak that a door admitted; newest first."""
    rijen = Zaak.objects.voor(actor).filter(proces__identificatie=PROCES, terugbel__over_zaak=zaak)
    return list(
        rijen.select_related("proces", "zaaktype", "team", "terugbel").order_by("-ontvangen_op", "-pk")[:aantal]
    )
