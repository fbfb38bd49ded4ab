"""Writing in the catalogue: what a body says becomes the columns and lists of a type or a part, and the handeling does
the rest. A reference to another type is its address or its name (identificatie of a zaaktype, else omschrijving): the
standard takes names, and clients of other implementations send addresses.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from autorisatie.fouten import Invoerfout
from catalogus.models import Besluittype, Catalogus, Informatieobjecttype, Proces, Zaaktype
from mijnzaken.api import kolommen as k
from mijnzaken.api import verwijzing
from mijnzaken.api.fouten import ApiFout, Veldfout, naam_van, veldfout
from mijnzaken.api.vraag import Vraag
from mijnzaken.inrichting import typen
from mijnzaken.inrichting.typen import Typegegevens

Vul = Callable[[Vraag, Any, Typegegevens], None]


@contextmanager
def met_namen(kolommen: k.Kolommen) -> Iterator[None]:
    """What is refused inside is told by the names of the standard."""
    namen = k.namen(kolommen)
    try:
        yield
    except Invoerfout as fout:
        velden = [
            Veldfout(namen.get(veld) or naam_van(veld), fout.codes.get(veld, "invalid"), reden)
            for veld, reden in fout.velden.items()
        ]
        raise ApiFout(400, velden=velden) from fout


def van_type(model: Any, kolommen: k.Kolommen, vul: Vul | None = None) -> dict[str, Any]:
    """Making, changing and removing a type that stands by itself in a catalogue."""

    return _van("catalogus", "catalogi.catalogussen", typen.type_bewaren, typen.type_weghalen, model, kolommen, vul)


def van_deel(model: Any, kolommen: k.Kolommen, vul: Vul | None = None) -> dict[str, Any]:
    """Making, changing and removing a part of a zaaktype."""

    return _van("zaaktype", "catalogi.zaaktypen", typen.deel_bewaren, typen.deel_weghalen, model, kolommen, vul)


def _van(
    ouder: str,
    naar: str,
    bewaren: Callable[..., Any],
    weghalen: Callable[..., Any],
    model: Any,
    kolommen: k.Kolommen,
    vul: Vul | None,
) -> dict[str, Any]:
    """Of what belongs to something, which never changes."""

    def aanmaken(vraag: Vraag) -> Any:
        return bewaar(vraag, model(**{ouder: verwijzing.rij(vraag, ouder, naar)}))

    def bijwerken(vraag: Vraag, rij: Any) -> Any:
        verwijzing.blijft(vraag, **{ouder: (naar, getattr(rij, ouder))})
        return bewaar(vraag, rij)

    def bewaar(vraag: Vraag, rij: Any) -> Any:
        gegevens = Typegegevens(k.schrijf(vraag.gegevens, model, kolommen))
        if vul is not None:
            vul(vraag, rij, gegevens)
        with met_namen(kolommen):
            return bewaren(vraag.actor, rij, gegevens)

    def verwijderen(vraag: Vraag, rij: Any) -> None:
        weghalen(vraag.actor, rij)

    return {"aanmaken": aanmaken, "bijwerken": bijwerken, "verwijderen": verwijderen}


def deel_van(vraag: Vraag, veld: str, naar: str, zaaktype: Zaaktype, url: str) -> Any:
    """A part of this same zaaktype, by its address."""
    rij = verwijzing.rij(vraag, veld, naar, url)
    if rij.zaaktype_id != zaaktype.pk:
        raise veldfout(veld, "zaaktype-mismatch", "Dit hoort bij een ander zaaktype.")
    return rij


def types(vraag: Vraag, veld: str, model: Any, catalogus: Catalogus, waarden: Sequence[str]) -> list[Any]:
    """Besluittypen or informatieobjecttypen; by name: the version that began last."""
    return [_type(vraag, f"{veld}.{nummer}", model, catalogus, waarde) for nummer, waarde in enumerate(waarden)]


def een_type(vraag: Vraag, veld: str, model: Any, catalogus: Catalogus) -> Any:
    return _type(vraag, veld, model, catalogus, vraag.gegevens[veld])


_NAAR = {Besluittype: "catalogi.besluittypen", Informatieobjecttype: "catalogi.informatieobjecttypen"}


def _type(vraag: Vraag, veld: str, model: Any, catalogus: Catalogus, waarde: str) -> Any:
    if is_adres(waarde):
        rij = verwijzing.rij(vraag, veld, _NAAR[model], waarde)
        if rij.catalogus_id != catalogus.pk:
            raise veldfout(veld, "relations-incorrect-catalogus", "Dit staat in een andere catalogus.")
        return rij
    rij = model.objects.filter(catalogus=catalogus, omschrijving=waarde).order_by("-begin_geldigheid").first()
    if rij is None:
        raise veldfout(veld, "does_not_exist", "Dit type is er niet in deze catalogus.")
    return rij


def proces(vraag: Vraag, veld: str, waarde: str) -> Proces:
    """A zaaktype over its versions."""
    if is_adres(waarde):
        zaaktype: Zaaktype = verwijzing.rij(vraag, veld, "catalogi.zaaktypen", waarde)
        return zaaktype.proces
    rij = Proces.objects.filter(identificatie=waarde).first()
    if rij is None:
        raise veldfout(veld, "does_not_exist", "Dit zaaktype is er niet.")
    return rij


def is_adres(waarde: str) -> bool:
    return waarde.startswith(("http://", "https://"))
