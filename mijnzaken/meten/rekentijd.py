"""Processor time of the server process behind this connection: what the SQL costs itself, however busy the machine is.

The kernel keeps it, in ``/proc``; so only with a server on this machine, reached by its socket.
"""

from pathlib import Path

from django.db import connection


def teller() -> Path | None:
    """Where the kernel counts for this connection; nothing when the server is elsewhere."""
    if not str(connection.settings_dict["HOST"]).startswith("/"):
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        pad = Path(f"/proc/{cursor.fetchone()[0]}/schedstat")
    return pad if pad.is_file() else None


def lees(teller_: Path | None) -> float | None:
    """Seconds so far."""
    return int(teller_.read_text().split()[0]) / 1e9 if teller_ else None
