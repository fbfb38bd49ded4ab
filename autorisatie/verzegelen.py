"""Sealing the logs: a hash over the lines that can no longer change in number, chained to the seal before.

Writers are never held up. A sealer under an advisory lock takes all lines of transactions that are over (``xid`` below
the oldest that still runs), in order of (xid, id), in portions, and puts a seal on each. A chain at the insert itself
would have made every writer wait for the one before (measured: 47 lines/s instead of 6.000).
"""

import hashlib
import json
import logging
import os
from collections.abc import Iterator
from datetime import UTC
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Max

from autorisatie.models import Auditregel, Logboekzegel, Verwerkingsregel
from catalogus import klok

log = logging.getLogger(__name__)

PORTIE = 2_000  # lines under one seal: so near is a line that was tampered with
PORTIES = 25  # per log in one transaction
BEWAARD = 1_000  # seals that a machine keeps outside the database
SLOT = 7_250_001  # advisory lock: one process at a time seals
HOOGSTE = 2**63 - 1

_AUDIT = (
    "r.id, r.xid::text, r.uuid, extract(epoch FROM r.moment), encode(r.trace_id, 'hex'), encode(r.span_id, 'hex'), "
    "r.actor_soort, r.gebruiker_id, r.partij_id, r.namens_id, r.client_id, r.rol, r.handeling, r.object_soort, "
    "r.object_uuid, r.zaak_uuid, r.doel, r.niveau, r.uitkomst, r.reden, r.matrixregel_id, r.matrixversie, r.vanwaar, "
    "r.bijzonderheden"
)
_VERWERKING = (
    "r.id, r.xid::text, r.audit_id, encode(r.trace_id, 'hex'), encode(r.span_id, 'hex'), "
    "encode(r.parent_span_id, 'hex'), r.status, r.name, extract(epoch FROM r.start_time), "
    "extract(epoch FROM r.end_time), r.processing_activity_id, r.data_subject_id, r.data_subject_id_type, "
    "r.foreign_operation_processor, r.door, r.zaak_uuid, r.gegevensgroepen, r.grondslag, r.doel, r.onderzoek_id, "
    "r.achtergehouden"
)
VORM = 1
# Per log and form what stands in the hash, as JSON: no value can pass for another, no setting changes how it looks.
KOLOMMEN = {(Auditregel._meta.db_table, 1): _AUDIT, (Verwerkingsregel._meta.db_table, 1): _VERWERKING}
MOMENT = {Auditregel._meta.db_table: "moment", Verwerkingsregel._meta.db_table: "start_time"}
TABELLEN = tuple(MOMENT)


def afdruk_sql(tabel: str, vorm: int) -> str:
    """The hash over the lines ``r``, in order; streamed through the aggregate as one hash of 32 bytes per line."""
    regel = f"sha256(convert_to(json_build_array({KOLOMMEN[tabel, vorm]})::text, 'UTF8'))"
    return f"sha256(string_agg({regel}, ''::bytea ORDER BY r.xid, r.id))"


def verzegel() -> int:
    """Put a seal on everything that is over; how many seals were set. While another process seals, none."""
    gezet: list[Logboekzegel] = []
    while True:
        with transaction.atomic():
            nieuw = _een_ronde()
        gezet += nieuw
        if not nieuw:
            break
    if gezet:
        _bewaar_buiten(gezet[-1])
    return len(gezet)


def _een_ronde() -> list[Logboekzegel]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [SLOT])
        if not cursor.fetchone()[0]:
            return []
    oudste, volgende = _grenzen()
    gezet: list[Logboekzegel] = []
    for tabel in TABELLEN:
        vorige = Logboekzegel.objects.filter(tabel=tabel).order_by("-nummer").first()
        if vorige is not None and oudste <= vorige.tot_xid:
            gezet += _begin_nieuwe_keten(tabel, vorige, volgende)
            vorige = Logboekzegel.objects.filter(tabel=tabel).order_by("-nummer").first()
        for _ in range(PORTIES):
            vorige = _zet_zegel(tabel, _Na.van(vorige), oudste - 1, HOOGSTE)
            if vorige is None:
                break
            gezet.append(vorige)
    return gezet


def _grenzen() -> tuple[int, int]:
    """The oldest transaction that still runs and the next that will begin. A statement of its own: what is read after
    it sees every transaction below the first as over. What runs in another database of the cluster writes none of our
    lines and does not wait; where the role may not see whose it is, it does.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce((SELECT min(nr::text::bigint) FROM pg_snapshot_xip(stand.nu) nr WHERE nr::xid NOT IN"
            " (SELECT backend_xid FROM pg_stat_activity"
            " WHERE datname <> current_database() AND backend_xid IS NOT NULL)), stand.volgende), stand.volgende"
            " FROM (SELECT nu, pg_snapshot_xmax(nu)::text::bigint AS volgende"
            " FROM (SELECT pg_current_snapshot() AS nu) beeld) stand"
        )
        oudste, volgende = cursor.fetchone()
    return oudste, volgende


class _Na:
    """From where a seal goes on: the chain, its lowest id, and the last key that was sealed."""

    def __init__(self, keten: int = 1, vanaf_id: int = 0, xid: int = 0, pk: int = 0) -> None:
        self.keten, self.vanaf_id, self.xid, self.pk = keten, vanaf_id, xid, pk

    @classmethod
    def van(cls, vorige: Logboekzegel | None) -> "_Na":
        if vorige is None:
            return cls()
        return cls(vorige.keten, vorige.vanaf_id, vorige.tot_xid, vorige.tot_id)


def _begin_nieuwe_keten(tabel: str, vorige: Logboekzegel, volgende: int) -> list[Logboekzegel]:
    """The numbers of transactions went back: this database was restored from a dump. What the old one wrote and did not
    seal is sealed in the old chain (no transaction of it runs any more); newer lines have higher ids.
    """
    verzegeld = Logboekzegel.objects.filter(tabel=tabel, keten=vorige.keten).aggregate(hoogste=Max("hoogste_id"))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT coalesce(max(id), 0) FROM {tabel} WHERE xid >= %s::text::xid8",  # noqa: S608  names of our own
            [volgende],
        )
        hoogste = max(cursor.fetchone()[0], verzegeld["hoogste"])
    gezet = []
    while (zegel := _zet_zegel(tabel, _Na.van(vorige), HOOGSTE, HOOGSTE, tot_regel=hoogste)) is not None:
        gezet.append(zegel)
        vorige = zegel
    begin = _schrijf(tabel, _Na(vorige.keten + 1, hoogste), (0, 0, 0, 0, hoogste, None, None, None), (0, 0))
    log.warning("Het logboek %s begint aan keten %s: deze database is teruggezet.", tabel, begin.keten)
    return [*gezet, begin]


def _zet_zegel(tabel: str, na: _Na, tot_xid: int, tot_id: int, tot_regel: int | None = None) -> Logboekzegel | None:
    """A seal over at most a portion of the lines after ``na`` up to this key; ``None`` when there are none."""
    grens = "AND r.id + 0 <= %(tot_regel)s" if tot_regel is not None else ""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT count(*), coalesce(sum(r.id), 0), max(r.xid::text::bigint), "  # noqa: S608  names of our own
            f"(array_agg(r.id ORDER BY r.xid DESC, r.id DESC))[1], max(r.id), "
            f"min(r.{MOMENT[tabel]}), max(r.{MOMENT[tabel]}), "
            f"{afdruk_sql(tabel, VORM)} FROM (SELECT * FROM {tabel} r WHERE (r.xid, r.id) > "
            f"(%(na_xid)s::text::xid8, %(na_id)s) AND r.xid <= %(tot_xid)s::text::xid8 "
            f"AND r.id + 0 > %(vanaf)s {grens} ORDER BY r.xid, r.id LIMIT %(portie)s) r",
            {
                "na_xid": na.xid,
                "na_id": na.pk,
                "tot_xid": tot_xid,
                "vanaf": na.vanaf_id,
                "tot_regel": tot_regel,
                "portie": PORTIE,
            },
        )
        rij = cursor.fetchone()
    if not rij[0]:
        return None
    # A portion that is not full closes the whole range: nothing can be put in between afterwards.
    tot = (rij[2], rij[3]) if rij[0] == PORTIE or tot_regel is not None else (tot_xid, tot_id)
    return _schrijf(tabel, na, rij, tot)


def _schrijf(tabel: str, na: _Na, rij: Any, tot: tuple[int, int]) -> Logboekzegel:
    laatste = Logboekzegel.objects.order_by("-nummer").first()
    nu = klok.nu()
    zegel = Logboekzegel(
        nummer=laatste.nummer + 1 if laatste else 1,
        keten=na.keten,
        tabel=tabel,
        vanaf_id=na.vanaf_id,
        na_xid=na.xid,
        na_id=na.pk,
        tot_xid=tot[0],
        tot_id=tot[1],
        aantal=rij[0],
        hoogste_id=rij[4],
        som_van_ids=rij[1],
        eerste_moment=rij[5] or nu,
        laatste_moment=rij[6] or nu,
        vorm=VORM,
        afdruk=bytes(rij[7]) if rij[7] else b"",
        gezet_op=nu,
    )
    zegel.zegel = ketenwaarde(bytes(laatste.zegel) if laatste else b"", zegel)
    zegel.save(force_insert=True)
    return zegel


def ketenwaarde(vorige: bytes, z: Logboekzegel) -> bytes:
    """The hash of a seal: over the one before it and all that it says."""
    inhoud = [
        vorige.hex(), z.nummer, z.keten, z.tabel, z.vanaf_id, z.na_xid, z.na_id, z.tot_xid, z.tot_id, z.aantal,
        z.hoogste_id, int(z.som_van_ids), z.vorm, bytes(z.afdruk).hex(),
        *(moment.astimezone(UTC).isoformat() for moment in (z.eerste_moment, z.laatste_moment, z.gezet_op)),
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(inhoud).encode()).digest()


# -- outside the database ---------------------------------------------------------------------------------------------


def buiten() -> Path:
    """Where this machine keeps the newest seals, so that a chain that was cut at its end is noticed."""
    return Path(settings.VAR) / "logboek" / "zegels.jsonl"


def _bewaar_buiten(zegel: Logboekzegel) -> None:
    """As a line of the log that an operator collects, and in a file of this machine."""
    log.info("Zegel %s van het logboek: %s", zegel.nummer, bytes(zegel.zegel).hex())
    pad = buiten()
    pad.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    regel = {"nummer": zegel.nummer, "zegel": bytes(zegel.zegel).hex(), "gezet_op": zegel.gezet_op.isoformat()}
    eerder = pad.read_text().splitlines()[-BEWAARD:] if pad.exists() else []
    half = pad.with_name(f"{pad.name}.{os.getpid()}")
    with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as bestand:
        bestand.write("\n".join([*eerder, json.dumps(regel)]) + "\n")
    half.replace(pad)  # whole or not at all


def bewaarde_zegels() -> Iterator[tuple[int, str]]:
    """Number and hash of the seals that this machine kept."""
    if not buiten().exists():
        return
    for regel in buiten().read_text().splitlines():
        try:
            gelezen = json.loads(regel)
            yield int(gelezen["nummer"]), str(gelezen["zegel"])
        except (ValueError, KeyError, TypeError):
            continue  # a line that was cut off halfway
