"""Lines of the logbook as a file for an inquiry: CSV whose cells are never a formula, or JSON. Streamed, capped."""

import csv
import json
from collections.abc import Iterable, Iterator
from typing import Any

from autorisatie.logboekzoeken import Treffer
from autorisatie.models import Auditregel, Gebruiker
from catalogus.rekenblad import cel
from mijnzaken.zaken.opvallend import nummers

MEESTE = 10_000  # lines of one export
KOPPEN = (
    "moment", "wie", "soort", "rol", "handeling", "uitkomst", "reden", "doel", "niveau", "object_soort", "object",
    "zaak", "matrixregel", "matrixversie", "vanwaar", "spoor", "achtergehouden", "bijzonderheden",
)  # fmt: skip


class _Regelvanger:
    """What csv writes to; gives the line back instead of keeping it."""

    def write(self, regel: str) -> str:
        return regel


def als_csv(treffers: Iterable[Treffer]) -> Iterator[str]:
    schrijver = csv.writer(_Regelvanger(), quoting=csv.QUOTE_ALL)
    yield "\ufeff" + schrijver.writerow(KOPPEN)
    for rij in _rijen(treffers):
        yield schrijver.writerow([cel(rij[kop]) for kop in KOPPEN])


def als_json(treffers: Iterable[Treffer]) -> Iterator[str]:
    yield "["
    voor = "\n"
    for rij in _rijen(treffers):
        yield voor + json.dumps(rij, ensure_ascii=False, default=str)
        voor = ",\n"
    yield "\n]\n"


def _rijen(treffers: Iterable[Treffer]) -> Iterator[dict[str, Any]]:
    """In pieces, so that names and numbers are looked up a few times and not for every line."""
    stuk: list[Treffer] = []
    for treffer in treffers:
        stuk.append(treffer)
        if len(stuk) == 500:
            yield from _vertaal(stuk)
            stuk = []
    yield from _vertaal(stuk)


def _vertaal(stuk: list[Treffer]) -> Iterator[dict[str, Any]]:
    regels = [t.regel for t in stuk]
    wie = Gebruiker.objects.in_bulk({r.gebruiker_id for r in regels if r.gebruiker_id})
    zaken = nummers({r.zaak_uuid for r in regels if r.zaak_uuid})
    for treffer in stuk:
        r: Auditregel = treffer.regel
        gebruiker = wie.get(r.gebruiker_id or 0)
        yield {
            "moment": r.moment.isoformat(),
            "wie": gebruiker.gebruikersnaam if gebruiker else r.client_id,
            "soort": r.actor_soort,
            "rol": r.rol,
            "handeling": r.handeling,
            "uitkomst": r.uitkomst,
            "reden": r.reden,
            "doel": r.doel,
            "niveau": r.niveau,
            "object_soort": r.object_soort,
            "object": r.object_uuid,
            "zaak": zaken.get(r.zaak_uuid, r.zaak_uuid) if r.zaak_uuid else None,
            "matrixregel": r.matrixregel_id,
            "matrixversie": r.matrixversie,
            "vanwaar": r.vanwaar,
            "spoor": bytes(r.trace_id).hex(),
            "achtergehouden": treffer.achtergehouden,
            "bijzonderheden": json.dumps(r.bijzonderheden, ensure_ascii=False) if r.bijzonderheden else "",
        }
