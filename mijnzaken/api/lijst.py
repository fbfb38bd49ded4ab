"""Lists: what the door lets through, narrowed by the filters of the document, 100 a page."""

from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.db.models import Q

from autorisatie import logboek
from autorisatie.actor import Applicatie
from catalogus.vastevraag import SLEUTEL, onthouden
from mijnzaken.api import uitklappen
from mijnzaken.api.adressen import adres
from mijnzaken.api.algemeen import BLADWIJZER
from mijnzaken.api.bron import Bron, Rij, Rijen
from mijnzaken.api.bron import Filter as Filterfunctie
from mijnzaken.api.fouten import ApiFout, naam_van, veldfout
from mijnzaken.api.lezen import DOEL, bron_van, ouder_uuid, toets_ouder
from mijnzaken.api.verwijzing import is_van
from mijnzaken.api.vraag import Antwoord, Vraag

BLADZIJDE = 100
Blad = tuple[list[dict[str, Any]], int | None]  # what stands on it; the key of the last row, when the next begins there
MEESTE = 500  # rows on a page where the document lets the reader choose
_GEEN_FILTER = {"page", BLADWIJZER, "pageSize", "expand", "ordering", "fields"}


def van(vraag: Vraag) -> Antwoord:
    """The list of a resource, by the query of the address."""
    return toon(vraag, bron_van(vraag), vraag.parameters)


def toon(vraag: Vraag, bron: Bron, gevraagd: dict[str, Any]) -> Antwoord:
    boom = uitklappen.lees(gevraagd["expand"], bron) if gevraagd.get("expand") else {}
    rijen = bron.rijen(vraag.lezer(bron.lezen))
    if bron.ouder:
        toets_ouder(vraag, bron)
        rijen = rijen.filter(**{bron.ouder: ouder_uuid(vraag)})
    rijen = filter_(vraag, bron, rijen, {**bron.standaard, **gevraagd}).order_by(*_volgorde(bron, gevraagd))
    if not bron.gepagineerd:
        getoond = list(rijen)
        return Antwoord(_inhouden(vraag, bron, getoond, boom))
    zelf_geordend = bool(gevraagd.get("ordering"))

    def haal(begin: int, grootte: int) -> Blad:
        na, over = (None, begin) if zelf_geordend or not begin else _voorbij(vraag, bron, begin)
        if over or not _vraagt_alles(bron, gevraagd):
            getoond = _bladzijde(_na(bron, rijen, na) if na else rijen, over, grootte)
        else:
            vast = _volgende if na else _eerste
            getoond = vast(bron, vraag.lezer(bron.lezen).voor_de_deuren(), grootte).alle(na, plan=False)
        laatste = getoond[-1].pk if getoond and not zelf_geordend else None
        return _inhouden(vraag, bron, getoond, boom), laatste

    return in_bladen(vraag, gevraagd, bron.tel(vraag, rijen) if bron.tel else rijen.count(), haal)


def in_bladen(vraag: Vraag, gevraagd: dict[str, Any], aantal: int, haal: Callable[[int, int], Blad]) -> Antwoord:
    """The page that is asked of a list of ``aantal``; ``haal`` gives it, by how many to skip and to take."""
    pagina, grootte = gevraagd.get("page", 1), min(gevraagd.get("pageSize", BLADZIJDE), MEESTE)
    begin = (pagina - 1) * grootte
    if pagina < 1 or grootte < 1 or (begin and begin >= aantal):
        raise ApiFout(404, detail="Deze bladzijde is er niet.")
    inhouden, laatste = haal(begin, grootte)
    return Antwoord(
        {
            "count": aantal,
            "next": _adres_van(vraag, pagina + 1, laatste) if begin + grootte < aantal else None,
            "previous": _adres_van(vraag, pagina - 1) if pagina > 1 else None,
            "results": inhouden,
        }
    )


def filter_(vraag: Vraag, bron: Bron, rijen: Rijen, gevraagd: dict[str, Any]) -> Rijen:
    for naam, waarde in gevraagd.items():
        if naam in _GEEN_FILTER:
            continue
        wijze = bron.filters.get(naam)
        if wijze is None:
            raise veldfout(naam, "unknown-parameters", "Hierop kan deze lijst niet worden gefilterd.")
        try:
            rijen = wijze(rijen, waarde, vraag) if callable(wijze) else rijen.filter(**{wijze: waarde})
        except (ValidationError, ValueError):  # the document calls a date text
            raise veldfout(naam, "invalid", "Deze waarde past niet bij dit filter.") from None
    return rijen


def verwijst(opzoek: str, naar: str, *, anders: str = "") -> Filterfunctie:
    """The value is an address of ``naar``; of nothing of ours: no rows, or those whose ``anders`` is that address."""

    def smal(rijen: Rijen, waarde: Any, vraag: Vraag) -> Rijen:
        waarden = waarde if isinstance(waarde, list) else [waarde]
        eigen = [uuid for url in waarden if (uuid := is_van(url, naar, vraag.gastheer))]
        zoek = Q(**{f"{opzoek}__in": eigen})
        return rijen.filter(zoek | Q(**{f"{anders}__in": waarden}) if anders else zoek)

    return smal


def vergelijkt(naam: str, kolom: str, *soorten: str) -> dict[str, str]:
    """Equal to it, and before or after it: ``startdatum``, ``startdatum__gt``."""
    return {naam: kolom} | {f"{naam}__{soort}": f"{kolom}__{soort}" for soort in soorten}


def ja_of_nee(opzoek: str) -> Filterfunctie:
    """A yes or no that the document calls text."""

    def smal(rijen: Rijen, waarde: Any, vraag: Vraag) -> Rijen:
        keuze = {"true": True, "false": False}.get(str(waarde).lower())
        if keuze is None:
            raise veldfout(naam_van(opzoek), "invalid", "Schrijf true of false.")
        return rijen.filter(**{opzoek: keuze})

    return smal


def _volgorde(bron: Bron, gevraagd: dict[str, Any]) -> list[str]:
    """The order that was asked, and always one that leaves no ties."""
    kolommen = []
    gegeven = gevraagd.get("ordering") or []
    for naam in gegeven.split(",") if isinstance(gegeven, str) else gegeven:
        kolom = bron.volgorde.get(naam.strip().removeprefix("-"))
        if kolom is None:
            raise veldfout("ordering", "invalid_choice", "Op dit veld kan deze lijst niet worden gesorteerd.")
        kolommen.append(f"-{kolom}" if naam.strip().startswith("-") else kolom)
    return [*kolommen, bron.standaardvolgorde]


def _voorbij(vraag: Vraag, bron: Bron, begin: int) -> tuple[int | None, int]:
    """Where the page begins: after this key, and so many rows further."""
    if na := vraag.parameters.get(BLADWIJZER):
        return na, 0
    return (bron.sla_over(vraag, begin) if bron.sla_over else None) or (None, begin)


def _bladzijde(rijen: Rijen, begin: int, grootte: int) -> list[Rij]:
    """Keys first, and then the rows of only those, where many are skipped."""
    if not begin:
        return list(rijen[:grootte])
    return list(rijen.filter(pk__in=rijen.prefetch_related(None).values("pk")[begin : begin + grootte]))


def _vraagt_alles(bron: Bron, gevraagd: dict[str, Any]) -> bool:
    """Is it the list without any filter, in its own order, as most readers ask it?"""
    return not (
        bron.wisselt or bron.ouder or bron.standaard or gevraagd.keys() - {"page", BLADWIJZER, "pageSize", "expand"}
    )


@onthouden
def _eerste(bron: Bron, actor: Applicatie, grootte: int) -> Rijen:
    return bron.rijen(actor).order_by(bron.standaardvolgorde)[:grootte]


@onthouden
def _volgende(bron: Bron, actor: Applicatie, grootte: int) -> Rijen:
    return _na(bron, bron.rijen(actor), SLEUTEL).order_by(bron.standaardvolgorde)[:grootte]


def _na(bron: Bron, rijen: Rijen, sleutel: int) -> Rijen:
    """What comes after the row with this key, in the order of the resource: nothing before it is counted."""
    terug = bron.standaardvolgorde.startswith("-")
    return rijen.filter(**{"pk__lt" if terug else "pk__gt": sleutel})


def _adres_van(vraag: Vraag, nummer: int, na: int | None = None) -> str:
    """The address of another page of the same list; ``na`` is the key of the row that it comes after."""
    eigen = ("page", BLADWIJZER)
    delen = [(naam, w) for naam in vraag.request.GET for w in vraag.request.GET.getlist(naam) if naam not in eigen]
    delen.append(("page", str(nummer)))
    if na is not None and BLADWIJZER in vraag.operatie.parameters:
        delen.append((BLADWIJZER, str(na)))
    return adres(f"{vraag.request.path}?{urlencode(delen)}")


def _inhouden(vraag: Vraag, bron: Bron, rijen: Sequence[Rij], boom: uitklappen.Boom) -> list[dict[str, Any]]:
    _leg_vast(vraag, bron, rijen)
    inhouden = [bron.vorm(rij) for rij in rijen]
    if boom:
        uitklappen.vouw_uit(vraag, bron, boom, inhouden)
    return inhouden


def _leg_vast(vraag: Vraag, bron: Bron, rijen: Sequence[Rij]) -> None:
    """A list of the standard gives every row in full: it was read, and each of its data subjects may see that."""
    if not bron.groep or not rijen:
        return
    logboek.leg_lezing_vast(
        vraag.actor,
        bron.lezing,
        partijen=bron.betrokkenen(vraag, rijen)
        if bron.betrokkenen
        else {p for rij in rijen for p in rij.betrokken_partijen()},
        doel=DOEL,
        gegevensgroepen=(bron.groep,),
        bijzonderheden={"lijst": bron.naam, "aantal": len(rijen)},
    )
