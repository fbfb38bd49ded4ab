"""The numbers of zaken and besluiten: unique, following on, also when a hundred are made at once."""

import secrets

from django.db import connection

from catalogus import klok

_ALFABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def nieuw_nummer() -> str:
    """The next zaaknummer of this year, ``JJJJ-NNNNNNN``. The year is that of the Amsterdam date."""
    jaar = klok.vandaag().year
    with connection.cursor() as cursor:  # one statement that inserts or takes the row lock: no read before the write
        cursor.execute(
            "INSERT INTO zaken_nummerreeks (jaar, laatste) VALUES (%s, 1) "
            "ON CONFLICT (jaar) DO UPDATE SET laatste = zaken_nummerreeks.laatste + 1 RETURNING laatste",
            [jaar],
        )
        (volgnummer,) = cursor.fetchone()
    return f"{jaar}-{volgnummer:07d}"


def nieuwe_code(lengte: int = 8) -> str:
    """A code for a letter, without letters and digits that look alike; groups of four."""
    tekens = "".join(secrets.choice(_ALFABET) for _ in range(lengte))
    return "-".join(tekens[i : i + 4] for i in range(0, lengte, 4))


def lees_code(getypt: str) -> str:
    """A code as people type it: small letters, spaces and dashes do not matter."""
    return "".join(t for t in getypt.upper() if t in _ALFABET)
