"""Fill a database with made up zaken: keys and numbers are set aside, then portions are written side by side."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context

from django.db import connection, connections, models, transaction

from autorisatie.models import Machtiging, Partij
from catalogus import klok, termijnen
from mijnzaken.berichten.models import Bericht
from mijnzaken.documenten.models import Document
from mijnzaken.klanten.models import DigitaalAdres, Klantcontact
from mijnzaken.meten import bijrijen, inwoners, medewerkers, zaakrijen
from mijnzaken.meten.soorten import Catalogus, lees_catalogus
from mijnzaken.meten.tabel import Tabel
from mijnzaken.meten.verzinsel import Portie, Toeval, per_jaar
from mijnzaken.zaken.models import Beslistermijn, Zaak
from mijnzaken.zaken.nummers import neem_nummers
from mijnzaken.zaken.termijn import vrije_dagen

REDEN = "meten op schaal"
PORTIE = 10_000  # zaken in one transaction
_PER_INWONER = 10  # zaken
ZAAD = 14070


@cache
def _tabellen() -> tuple[dict[str, Tabel], dict[str, Tabel]]:
    return zaakrijen.tabellen(), bijrijen.tabellen()


def tabelnamen() -> list[str]:
    """Every table that a fill writes much to."""
    zelf = {tabel.tabel for deel in _tabellen() for tabel in deel.values()}
    return sorted(zelf | {m._meta.db_table for m in (Partij, DigitaalAdres, Machtiging, Bericht)})


def aantal_zaken() -> int:
    return int(Zaak.objects.systeem(REDEN).count())


def schrijf_inwoners(nieuw: int, tot: int) -> tuple[int, int, int]:
    """New inhabitants for so many new zaken; first key, how many, and the number of the first among all."""
    begin = int(Partij.objects.systeem(REDEN).count())
    aantal = max(nieuw // _PER_INWONER, 20)
    eerste = _zet_opzij(Partij, aantal)
    with transaction.atomic():
        inwoners.schrijf(eerste, aantal, begin)
        kantoor = inwoners.partij(inwoners.KANTOOR)
        bestaand = Machtiging.objects.systeem(REDEN).filter(gemachtigde=kantoor).count()
        clienten = min(inwoners.CLIENTEN, tot // _PER_INWONER * 2) - bestaand
        medewerkers.geef_eigen_kring(list(range(eerste + aantal - 1, eerste, -1)))
        if clienten > 0:
            inwoners.schrijf_clienten(eerste, min(clienten, aantal), begin)
    return eerste, aantal, begin


def porties(nieuw: int, tot: int, wie: tuple[int, int, int], zaad: int) -> Iterator[Portie]:
    """Set keys and numbers aside for all of it, and cut it up."""
    vandaag = klok.vandaag()
    nummers = {jaar: neem_nummers(jaar, aantal) for jaar, aantal in per_jaar(0, nieuw, nieuw, vandaag).items()}
    sleutels = [_zet_opzij(model, nieuw) for model in (Zaak, Document, Klantcontact, Beslistermijn)]
    bekenden = _bekenden(nieuw, tot)
    for start in range(0, nieuw, PORTIE):
        aantal = min(PORTIE, nieuw - start)
        zaak, document, contact, termijn = (sleutel + start for sleutel in sleutels)
        yield Portie(
            *(start, aantal, nieuw, vandaag, dict(nummers), zaak, document, contact, termijn, *wie),
            {p: b for p, b in bekenden.items() if start <= p < start + aantal},
            zaad,
        )
        for jaar, hoeveel in per_jaar(start, aantal, nieuw, vandaag).items():
            nummers[jaar] += hoeveel


def _bekenden(nieuw: int, tot: int) -> dict[int, tuple[int, str]]:
    """Which places in this call are zaken of somebody who is known by his number of them; spread evenly."""
    plaatsen: dict[int, tuple[int, str]] = {}
    for wie in inwoners.BEKENDEN:
        partij = inwoners.partij(wie)
        heeft = Zaak.objects.systeem(REDEN).filter(rollen__partij=partij).count()
        nodig = min(max(wie.aantal(tot) - heeft, 0), nieuw // 4)
        for nummer in range(nodig):
            plaats = nieuw - 1 - nummer * nieuw // nodig
            while plaats in plaatsen:
                plaats = (plaats - 1) % nieuw
            plaatsen[plaats] = (partij.pk, partij.naam)
    return plaatsen


def _zet_opzij(model: type[models.Model], aantal: int) -> int:
    """Take so many keys of this table; the first of them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_serial_sequence(%s, 'id')", [model._meta.db_table])
        (reeks,) = cursor.fetchone()
        cursor.execute("SELECT nextval(%s)", [reeks])
        (eerste,) = cursor.fetchone()
        cursor.execute("SELECT setval(%s, %s)", [reeks, eerste + aantal - 1])
    return int(eerste)


def schrijf_alle(alle: Iterator[Portie], zeg: Callable[[int], object], processen: int) -> None:
    """Each portion in a transaction of its own; with one process in this one, else side by side."""
    catalogus, vrij = lees_catalogus(), vrije_dagen()
    if processen < 2 or connection.in_atomic_block:
        for portie in alle:
            zeg(schrijf(portie, catalogus, vrij))
        return
    lijst = list(alle)
    connections.close_all()  # a connection is not shared with a child
    with ProcessPoolExecutor(processen, mp_context=get_context("fork")) as werkers:
        for klaar in werkers.map(schrijf, lijst, [catalogus] * len(lijst), [vrij] * len(lijst)):
            zeg(klaar)


def schrijf(portie: Portie, catalogus: Catalogus, vrij: termijnen.Vrijedagen) -> int:
    """The rows of one portion; how many zaken."""
    van_zaak, erbij = _tabellen()
    uit: dict[str, list[str]] = {naam: [] for naam in (*van_zaak, *erbij)}
    toeval = Toeval(portie, catalogus, vrij)
    zaken, rest = zaakrijen.Zaakrijen(toeval, van_zaak, uit), bijrijen.Bijrijen(toeval, erbij, uit)
    for j in range(portie.aantal):
        zaak = toeval.zaak(j)
        zaken.schrijf(zaak)
        rest.schrijf(zaak)
    with transaction.atomic():
        for naam, tabel in (van_zaak | erbij).items():
            if uit[naam]:
                tabel.schrijf(uit[naam])
    return portie.aantal


def kernen() -> int:
    return os.cpu_count() or 1
