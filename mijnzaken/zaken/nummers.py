"""The numbers of zaken and besluiten: unique, following on, also when a hundred are made at once."""

import secrets

from django.db import connection

from autorisatie import proef
from catalogus import klok
from mijnzaken.zaken.models import Nummerreservering

_ALFABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def nieuw_nummer() -> str:
    """The next zaaknummer of this year, ``JJJJ-NNNNNNN``. The year is that of the Amsterdam date. What will be undone
    takes no number: it gets one of the year 0, and holds up nobody who waits for the next.
    """
    if proef.loopt():
        return f"0000-{secrets.randbelow(10_000_000):07d}"
    jaar = klok.vandaag().year
    return f"{jaar}-{neem_nummers(jaar, 1):07d}"


def reserveer(hoeveel: int, bronorganisatie: str, client_id: str) -> list[str]:
    """Numbers of this year that no other zaak gets any more; for a zaak of this organisation that names one."""
    jaar = klok.vandaag().year
    eerste = neem_nummers(jaar, hoeveel)
    nummers = [f"{jaar}-{eerste + n:07d}" for n in range(hoeveel)]
    nu = klok.nu()
    Nummerreservering.objects.bulk_create(
        Nummerreservering(nummer=nummer, bronorganisatie=bronorganisatie, client_id=client_id, gereserveerd_op=nu)
        for nummer in nummers
    )
    return nummers


def neem_gereserveerd(nummer: str, bronorganisatie: str) -> str:
    """The reserved number, which is used from now on; else a new one."""
    if not nummer:
        return nieuw_nummer()
    vrij = Nummerreservering.objects.filter(nummer=nummer, bronorganisatie=bronorganisatie, gebruikt_op=None)
    return nummer if vrij.update(gebruikt_op=klok.nu()) else nieuw_nummer()


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
