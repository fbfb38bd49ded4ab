"""The numbers of zaken and besluiten: unique, following on, also when a hundred are made at once."""

import secrets

from django.db import connection

from catalogus import klok

_ALFABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def nieuw_nummer() -> str:
    """The next zaaknummer of this year, ``JJJJ-NNNNNNN``. The year is that of the Amsterdam date."""
    jaar = klok.vandaag().year
    return f"{jaar}-{neem_nummers(jaar, 1):07d}"


def neem_nummers(jaar: int, hoeveel: int) -> int:
    """Take the next ``hoeveel`` numbers of a year; the first of them."""
    with connection.cursor() as cursor:  # one statement that inserts or takes the row lock: no read before the write
        cursor.execute(
            "INSERT INTO zaken_nummerreeks (jaar, laatste) VALUES (%(jaar)s, %(hoeveel)s) "
            "ON CONFLICT (jaar) DO UPDATE SET laatste = zaken_nummerreeks.laatste + %(hoeveel)s RETURNING laatste",
            {"jaar": jaar, "hoeveel": hoeveel},
        )
        (laatste,) = cursor.fetchone()
    return int(laatste) - hoeveel + 1


def nieuwe_code(lengte: int = 8) -> str:
    """A code for a letter, without letters and digits that look alike; groups of four."""
    tekens = "".join(secrets.choice(_ALFABET) for _ in range(lengte))
    return "-".join(tekens[i : i + 4] for i in range(0, lengte, 4))


def lees_code(getypt: str) -> str:
    """A code as people type it: small letters, spaces and dashes do not matter."""
    return "".join(t for t in getypt.upper() if t in _ALFABET)
