"""Where zaken lie: ``zaakgeometrie.within``, by the polygons of PostgreSQL and an index over the outlines."""

from typing import Any

from django.db.models import BooleanField, F, Func

from mijnzaken.api.bron import Rijen
from mijnzaken.api.fouten import veldfout
from mijnzaken.api.vraag import Vraag

Ring = list[list[float]]


class _Binnen(Func):
    """Every part of the geometry of a zaak lies in one of these pieces, and in no hole of it. What lies on the edge
    lies within.
    """

    output_field = BooleanField()
    conditional = True

    def __init__(self, stukken: list[list[Ring]]) -> None:
        super().__init__(F("zaakgeometrie"))
        self.stukken = stukken

    def as_sql(self, compiler: Any, connection: Any, **rest: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        kolom, waarden = compiler.compile(self.source_expressions[0])
        eisen, ringen = [], []
        for buiten, *gaten in self.stukken:
            eisen.append("(deel <@ %s::polygon" + " AND NOT deel && %s::polygon" * len(gaten) + ")")
            ringen += [_tekst(ring) for ring in (buiten, *gaten)]
        return (
            f"({kolom} IS NOT NULL AND zaken_omtrek({kolom}) && %s::box AND NOT EXISTS ("  # noqa: S608  our own names
            f"SELECT 1 FROM unnest(zaken_vlakken({kolom})) deel WHERE NOT ({' OR '.join(eisen)})))",
            [*waarden, *waarden, _omtrek(self.stukken), *waarden, *ringen],
        )


def binnen(rijen: Rijen, waarde: dict[str, Any], vraag: Vraag) -> Rijen:
    """Zaken within the (multi)polygon; within anything else lies nothing."""
    gebied = waarde.get("within")
    if gebied is None:
        return rijen
    stukken = _stukken(gebied)
    if any(len(ring) < 3 for stuk in stukken for ring in stuk):
        raise veldfout("zaakgeometrie.within", "invalid", "Een ring van een gebied heeft ten minste drie punten.")
    return rijen.filter(_Binnen(stukken)) if stukken else rijen.none()


def _stukken(gebied: dict[str, Any]) -> list[list[Ring]]:
    match gebied:
        case {"type": "Polygon", "coordinates": [_, *_] as ringen}:
            return [ringen]
        case {"type": "MultiPolygon", "coordinates": vlakken}:
            return [ringen for ringen in vlakken if ringen]
        case {"type": "GeometryCollection", "geometries": delen}:
            return [stuk for deel in delen for stuk in _stukken(deel)]
    return []


def _tekst(ring: Ring) -> str:
    return "(" + ",".join(f"({float(x)!r},{float(y)!r})" for x, y in ring) + ")"


def _omtrek(stukken: list[list[Ring]]) -> str:
    punten = [punt for buiten, *_ in stukken for punt in buiten]
    xs, ys = [float(x) for x, _ in punten], [float(y) for _, y in punten]
    return f"(({max(xs)!r},{max(ys)!r}),({min(xs)!r},{min(ys)!r}))"
