"""The Uniforme Productnamenlijst (standaarden.overheid.nl): one CSV row per product name and legal ground.

Beside it: what is missing between that list and the products, both ways.
"""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from catalogus.models import Product, UplNaam

_VERPLICHT = ("UniformeProductnaam", "URI")
_BESTUURSLAGEN = ("Rijk", "Provincie", "Waterschap", "Gemeente")
_DOELGROEPEN = ("Burger", "Bedrijf")
_KENMERKEN = ("Dienstenwet", "Autonomie", "Medebewind", "Aanvraag", "Subsidie", "Melding", "Verplichting", "DigiDMacht")
_VELDEN = ("naam", "doelgroepen", "bestuurslagen", "kenmerken", "grondslagen", "vervallen")


class OnbruikbareUpl(Exception):
    """The file is refused whole; says at which line and why."""


@dataclass
class UplVerslag:
    """Names that came, went and changed, and the products that a lost or changed name touches.

    ``verschillen``: one dict per name {soort, naam, was, uri, velden, producten}, for the report that is kept.
    """

    nieuw: list[str] = field(default_factory=list)
    verdwenen: list[str] = field(default_factory=list)
    gewijzigd: list[str] = field(default_factory=list)
    gelijk: int = 0
    geraakte_producten: list[str] = field(default_factory=list)
    verschillen: list[dict[str, Any]] = field(default_factory=list)


def lees_upl(tekst: str) -> list[UplNaam]:
    """The names of the list, unsaved, each once, with all its legal grounds. Raises OnbruikbareUpl."""
    lezer = csv.DictReader(io.StringIO(tekst), strict=True)
    namen: dict[str, UplNaam] = {}
    try:
        if not lezer.fieldnames or not set(_VERPLICHT) <= set(lezer.fieldnames):
            raise OnbruikbareUpl(f"Regel 1: de kolommen {' en '.join(_VERPLICHT)} horen hier te staan.")
        for rij in lezer:
            _lees_rij(rij, lezer.line_num, namen)
    except csv.Error as fout:
        raise OnbruikbareUpl(f"Regel {lezer.line_num}: dit is geen geldige CSV ({fout}).") from fout
    if not namen:
        raise OnbruikbareUpl("Regel 2: de lijst is leeg.")
    return list(namen.values())


def _lees_rij(rij: dict[str, str], regel: int, namen: dict[str, UplNaam]) -> None:
    naam, uri = (rij["UniformeProductnaam"] or "").strip(), (rij["URI"] or "").strip()
    if not naam or not uri.startswith(("http://", "https://")):
        raise OnbruikbareUpl(f"Regel {regel}: een naam en een URI zijn nodig.")
    if len(naam) > 200 or len(uri) > 300:
        raise OnbruikbareUpl(f"Regel {regel}: de naam of de URI is te lang.")
    if uri not in namen:
        namen[uri] = UplNaam(
            naam=naam,
            uri=uri,
            doelgroepen=_aangekruist(rij, _DOELGROEPEN),
            bestuurslagen=_aangekruist(rij, _BESTUURSLAGEN),
            kenmerken=_aangekruist(rij, _KENMERKEN) + [f"sdg:{code}" for code in _codes(rij.get("SDG"))],
            grondslagen=[],
        )
    elif namen[uri].naam != naam:
        raise OnbruikbareUpl(f"Regel {regel}: {uri} heet hier {naam!r} en eerder {namen[uri].naam!r}.")
    grondslag = {"uri": rij.get("Grondslag"), "label": rij.get("Grondslaglabel"), "link": rij.get("Grondslaglink")}
    gevuld = {soort: waarde.strip() for soort, waarde in grondslag.items() if waarde and waarde.strip()}
    if gevuld and gevuld not in namen[uri].grondslagen:
        namen[uri].grondslagen.append(gevuld)


def _aangekruist(rij: dict[str, str], kolommen: Iterable[str]) -> list[str]:
    return [kolom.lower() for kolom in kolommen if (rij.get(kolom) or "").strip()]


def _codes(cel: str | None) -> list[str]:
    return [code.strip() for code in (cel or "").split(";") if code.strip()]


@transaction.atomic
def werk_bij(namen: list[UplNaam]) -> UplVerslag:
    """Bring the list in line with the official one. A name that went stays, marked: products may still point to it."""
    verslag = UplVerslag()
    bekend = {rij.uri: rij for rij in UplNaam.objects.select_for_update()}
    nieuw, gewijzigd, anders = [], [], {}
    for naam in namen:
        oud = bekend.pop(naam.uri, None)
        if oud is None:
            nieuw.append(naam)
        elif velden := [veld for veld in _VELDEN if getattr(oud, veld) != getattr(naam, veld)]:
            anders[oud.uri] = (oud.naam, velden)
            _neem_over(oud, naam)
            gewijzigd.append(oud)
        else:
            verslag.gelijk += 1
    weg = [rij for rij in bekend.values() if not rij.vervallen]
    for rij in weg:
        rij.vervallen = True
    UplNaam.objects.bulk_create(nieuw, batch_size=500)
    UplNaam.objects.bulk_update([*gewijzigd, *weg], _VELDEN, batch_size=500)
    verslag.nieuw = sorted(rij.naam for rij in nieuw)
    verslag.gewijzigd = sorted(rij.naam for rij in gewijzigd)
    verslag.verdwenen = sorted(rij.naam for rij in weg)
    geraakt: dict[str, list[str]] = {}
    for product in Product.objects.filter(upl__in=[*gewijzigd, *weg]).select_related("upl").order_by("naam"):
        if product.upl is not None:
            geraakt.setdefault(product.upl.uri, []).append(product.naam)
        verslag.geraakte_producten.append(product.naam)
    for soort, rijen in (("verdwenen", weg), ("gewijzigd", gewijzigd), ("nieuw", nieuw)):
        verslag.verschillen += [
            _verschil(soort, rij, *anders.get(rij.uri, (rij.naam, [])), geraakt.get(rij.uri, []))
            for rij in sorted(rijen, key=lambda rij: rij.naam)
        ]
    return verslag


def _verschil(soort: str, rij: UplNaam, was: str, velden: list[str], producten: list[str]) -> dict[str, Any]:
    return {
        "soort": soort,
        "naam": rij.naam,
        "was": was if was != rij.naam else "",
        "uri": rij.uri,
        "velden": velden,
        "producten": producten,
    }


def zonder_naam() -> "QuerySet[Product]":
    """Products without a national name, or with one that went."""
    return Product.objects.filter(Q(upl=None) | Q(upl__vervallen=True)).select_related("upl")


def zonder_product() -> "QuerySet[UplNaam]":
    """Names of the municipality's layer that no product has."""
    gemeentelijk = UplNaam.objects.filter(bestuurslagen__contains=["gemeente"], vervallen=False)
    return gemeentelijk.filter(producten=None).order_by("naam", "pk")


def zoek_naam(vraag: str, hoeveel: int = 25) -> list[UplNaam]:
    """Names that hold all words; those that begin so, and those of the municipality's layer, first."""
    woorden = vraag.lower().replace("\0", "").split()[:6]
    if not woorden:
        return []
    rijen = UplNaam.objects.filter(vervallen=False)
    for woord in woorden:
        rijen = rijen.filter(naam__icontains=woord)
    gevonden = list(rijen[:200])
    gevonden.sort(
        key=lambda rij: ("gemeente" not in rij.bestuurslagen, not rij.naam.lower().startswith(woorden[0]), rij.naam)
    )
    return gevonden[:hoeveel]


def _neem_over(oud: UplNaam, nieuw: UplNaam) -> None:
    for veld in _VELDEN:
        setattr(oud, veld, getattr(nieuw, veld))
