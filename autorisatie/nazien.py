"""Checking the seals over the logs: what was changed, removed or put in afterwards, and where.

Reads only, takes no lock that a writer meets, and lets the database do the work: what comes back is the seals that do
not fit. By default the newest seals; ``geheel`` reads every line that was ever sealed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import connection

from autorisatie import maanden
from autorisatie.models import Logboekzegel
from autorisatie.verzegelen import KOLOMMEN, MOMENT, TABELLEN, afdruk_sql, bewaarde_zegels, ketenwaarde
from catalogus import klok
from catalogus.templatetags.mz import moment as in_woorden

NIEUWSTE = 25  # seals of each log whose lines are read by default; the chain itself is always read whole
TE_LAAT = timedelta(hours=1)  # unsealed lines older than this: the sealer stands still, or a transaction never ends
_BLOK = 5_000  # seals of the chain itself that are read at once


@dataclass(frozen=True)
class _Gelezen:
    """What the database finds now where a seal stands."""

    aantal: int
    som_van_ids: int
    klopt: bool


def nazien(*, geheel: bool = False) -> Iterator[str]:
    """Sentences about what is wrong with the logs; none means that nothing was tampered with."""
    yield from maanden.nakijken()
    yield from _keten()
    for (tabel, vorm), _ in KOLOMMEN.items():
        yield from _regels(tabel, vorm, geheel)
    yield from _buiten()
    yield from _achterstand()


def ketens() -> list[str]:
    """What should be said without being wrong: chains that began anew because the database was restored."""
    rijen = Logboekzegel.objects.filter(keten__gt=1, aantal=0).order_by("nummer")
    return [
        f"{rij.tabel}: keten {rij.keten} begint op {in_woorden(rij.gezet_op)}, na terugzetten van de database"
        for rij in rijen
    ]


def _keten() -> Iterator[str]:
    """Every seal says what its hash says and follows the one before it."""
    vorige: Logboekzegel | None = None
    tot: dict[tuple[str, int], tuple[int, int]] = {}
    for zegel in Logboekzegel.objects.order_by("nummer").iterator(_BLOK):
        waarde = bytes(vorige.zegel) if vorige else b""
        if zegel.nummer != (vorige.nummer + 1 if vorige else 1):
            yield f"Voor zegel {zegel.nummer} ontbreken zegels: het vorige is {vorige.nummer if vorige else 'er niet'}."
        elif ketenwaarde(waarde, zegel) != bytes(zegel.zegel):
            yield f"Zegel {zegel.nummer} van {in_woorden(zegel.gezet_op)} is gewijzigd of hoort niet in deze keten."
        elif tot.get((zegel.tabel, zegel.keten), (0, 0)) != (zegel.na_xid, zegel.na_id):
            yield f"Zegel {zegel.nummer} sluit niet aan op het vorige zegel van {zegel.tabel}."
        tot[zegel.tabel, zegel.keten] = (zegel.tot_xid, zegel.tot_id)
        vorige = zegel


def _regels(tabel: str, vorm: int, geheel: bool) -> Iterator[str]:
    """The seals of one log whose lines are not what they were, found by the database in one statement.

    ``r.id + 0``: only the key (xid, id) may lead to the lines. By the id alone the planner would read all of them for
    every seal (measured: minutes instead of a second).
    """
    beperk = "" if geheel else "ORDER BY z.nummer DESC LIMIT %(nieuwste)s"
    sql = (
        "WITH zegels AS (SELECT z.*, coalesce((SELECT min(v.vanaf_id) FROM autorisatie_logboekzegel v WHERE "  # noqa: S608
        "v.tabel = z.tabel AND v.keten = z.keten + 1), 9223372036854775807) AS tot_regel "
        f"FROM autorisatie_logboekzegel z WHERE z.tabel = %(tabel)s AND z.vorm = %(vorm)s AND z.aantal > 0 {beperk}) "
        "SELECT z.nummer, n.aantal, n.som, n.afdruk IS NOT DISTINCT FROM z.afdruk FROM zegels z, LATERAL ("
        f"SELECT count(*) AS aantal, coalesce(sum(r.id), 0) AS som, {afdruk_sql(tabel, vorm)} AS afdruk FROM {tabel} r "
        "WHERE (r.xid, r.id) > (z.na_xid::text::xid8, z.na_id) AND (r.xid, r.id) <= (z.tot_xid::text::xid8, z.tot_id) "
        "AND r.id + 0 > z.vanaf_id AND r.id + 0 <= z.tot_regel) n "
        "WHERE n.aantal <> z.aantal OR n.afdruk IS DISTINCT FROM z.afdruk ORDER BY z.nummer"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, {"tabel": tabel, "vorm": vorm, "nieuwste": NIEUWSTE})
        gevonden = {nummer: _Gelezen(*rest) for nummer, *rest in cursor.fetchall()}
    zegels = Logboekzegel.objects.in_bulk(list(gevonden))
    for nummer, gelezen in sorted(gevonden.items()):
        yield _zin(zegels[nummer], gelezen)


def _zin(zegel: Logboekzegel, nu: _Gelezen) -> str:
    plek = (
        f"{zegel.tabel}, zegel {zegel.nummer}, regels van {in_woorden(zegel.eerste_moment)} tot en met "
        f"{in_woorden(zegel.laatste_moment)}"
    )
    verschil = nu.aantal - zegel.aantal
    som = int(nu.som_van_ids) - int(zegel.som_van_ids)
    if verschil == 0:
        wat = "is een regel gewijzigd" if som == 0 else "is een regel door een andere vervangen"
    elif verschil > 0:
        wat = f"zijn {verschil} regels achteraf ingevoegd" + (f" (nummer {som})" if verschil == 1 else "")
    else:
        wat = f"ontbreken {-verschil} regels" + (f" (nummer {-som})" if verschil == -1 else "")
    return f"{plek}: daar {wat}."


def _buiten() -> Iterator[str]:
    """The seals that this machine kept are still in the chain: else its end was cut off, or a backup was put back."""
    bewaard = dict(bewaarde_zegels())
    if not bewaard:
        return
    nummers = sorted(bewaard)[-NIEUWSTE:]
    er_zijn = {z.nummer: bytes(z.zegel).hex() for z in Logboekzegel.objects.filter(nummer__in=nummers)}
    weg = [nummer for nummer in nummers if nummer not in er_zijn]
    anders = [nummer for nummer in nummers if nummer in er_zijn and er_zijn[nummer] != bewaard[nummer]]
    if weg:
        yield (
            f"Zegel {weg[-1]} is buiten de database bewaard en staat er niet meer in: het einde van de keten is "
            "afgeknipt, of er is een oudere kopie teruggezet."
        )
    if anders:
        yield f"Zegel {anders[0]} is buiten de database bewaard en staat er nu anders in."


def _achterstand() -> Iterator[str]:
    for tabel in TABELLEN:
        laatste: Any = Logboekzegel.objects.filter(tabel=tabel).order_by("-nummer").first()
        na = (laatste.tot_xid, laatste.tot_id, laatste.vanaf_id) if laatste else (0, 0, 0)
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT r.{MOMENT[tabel]} FROM {tabel} r WHERE (r.xid, r.id) > (%s::text::xid8, %s) AND r.id + 0 > %s "  # noqa: S608
                "ORDER BY r.xid, r.id LIMIT 1",
                na,
            )
            rij = cursor.fetchone()
        if rij and rij[0] < klok.nu() - TE_LAAT:
            yield (
                f"{tabel} is niet verzegeld sinds {in_woorden(rij[0])}: draait het rooster, of staat er een transactie "
                "open die nooit eindigt?"
            )
