"""What others did in the past year, per process: how long they waited, and what they asked for most."""

from datetime import timedelta

from django.core.cache import cache
from django.db import connection

from autorisatie import vangnet
from catalogus import klok

BEWAAR = 3600  # seconds
MINSTENS = 5  # zaken; fewer say nothing and might point at somebody
MEESTE = 1000  # zaken of one process that are counted: more is often, however many more


def gebruikelijke_duur(proces_id: int) -> int | None:
    """The number of days within which eight of ten zaken of the past year were done; None when too few ended."""
    sleutel = f"ervaring:{proces_id}"
    gevonden: int | None = cache.get(sleutel)
    if gevonden is None:
        gevonden = _meet(proces_id) or 0
        cache.set(sleutel, gevonden, BEWAAR)
    return gevonden or None


def _meet(proces_id: int) -> int | None:
    with vangnet.opzij("over alle zaken van een soort, van niemand"), connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*), percentile_disc(0.8) WITHIN GROUP (ORDER BY einddatum - startdatum) FROM "
            "(SELECT einddatum, startdatum FROM zaken_zaak WHERE proces_id = %s AND einddatum >= %s "
            "ORDER BY registratiedatum DESC LIMIT 1000) recent",
            [proces_id, klok.vandaag() - timedelta(days=365)],
        )
        aantal, dagen = cursor.fetchone()
    return int(dagen) if aantal >= MINSTENS and dagen is not None else None


def vaak_gevraagd() -> list[int]:
    """The processes that most zaken began of in the past year, most first; those with few zaken are left out."""
    gevonden: list[int] | None = cache.get("ervaring:vaak")
    if gevonden is None:
        with vangnet.opzij("over alle zaken van een soort, van niemand"), connection.cursor() as cursor:
            cursor.execute(
                "SELECT proces.id FROM catalogus_proces proces CROSS JOIN LATERAL (SELECT count(*) AS aantal FROM "
                "(SELECT 1 FROM zaken_zaak WHERE proces_id = proces.id AND registratiedatum >= %s LIMIT %s) zaak) "
                "geteld WHERE geteld.aantal >= %s ORDER BY geteld.aantal DESC, proces.naam, proces.id",
                [klok.vandaag() - timedelta(days=365), MEESTE, MINSTENS],
            )
            gevonden = [pk for (pk,) in cursor.fetchall()]
        cache.set("ervaring:vaak", gevonden, BEWAAR)
    return gevonden
