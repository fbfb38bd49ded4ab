"""How settings are read from the environment. What is missing stops the start with one sentence that names it."""

import os
import sys
from pathlib import Path
from typing import NoReturn
from urllib.parse import unquote, urlsplit

import environ
from cryptography.fernet import Fernet

from mijnzaken.start.plaats import BASIS, var_map

LOKALE_HOSTS = ("127.0.0.1", "localhost", "[::1]", "testserver")

env = environ.Env()
TEST = env.bool("MIJNZAKEN_TEST", default=False)
_ENVBESTAND = Path(env.str("MIJNZAKEN_ENVBESTAND", default=str(BASIS / ".env")))
if not TEST and _ENVBESTAND.is_file():
    env.read_env(_ENVBESTAND)
DEMO = env.bool("MIJNZAKEN_DEMO", default=False)
PRODUCTIE = not (DEMO or TEST)


def stop(zin: str) -> NoReturn:
    """End this process with one sentence and exit status 1."""
    sys.exit(f"Mijn Zaken start niet: {zin}")


def verplicht(naam: str, vervanging: str | None = None) -> str:
    """A setting that production must give; ``vervanging`` stands in for it in the demo and the tests only."""
    waarde = env.str(naam, default="")
    if waarde:
        return waarde
    if vervanging is not None and not PRODUCTIE:
        return vervanging
    stop(f"de instelling {naam} ontbreekt. Zet haar in de omgeving of in .env.")


def hosts() -> list[str]:
    """The names this site answers to. The demo and the tests, which let anyone in, answer on this machine only."""
    gekozen = [naam.strip() for naam in verplicht("MIJNZAKEN_HOSTS", ",".join(LOKALE_HOSTS)).split(",") if naam.strip()]
    if not PRODUCTIE and not set(gekozen) <= set(LOKALE_HOSTS):
        schakelaar = "MIJNZAKEN_DEMO" if DEMO else "MIJNZAKEN_TEST"
        stop(
            f"{schakelaar} gaat niet samen met MIJNZAKEN_HOSTS={','.join(gekozen)}; alleen met 127.0.0.1 of localhost."
        )
    return gekozen


def map_voor_gegevens() -> Path:
    """The folder for files, queues and the demo's keys."""
    if PRODUCTIE:
        return Path(verplicht("MIJNZAKEN_VAR"))
    return var_map(BASIS)


def eigen_map(pad: Path) -> str:
    """``pad`` as text, made when it is not there, for nobody else to read."""
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.mkdir(mode=0o700, exist_ok=True)
    return str(pad)


def sleutel(naam: str, bestand: str) -> str:
    """A key: from the environment, or in the demo one that it makes once and keeps for its own user only."""
    return verplicht(naam, _bewaarde_sleutel(bestand) if DEMO and not env.str(naam, default="") else None)


def _bewaarde_sleutel(bestand: str) -> str:
    pad = Path(eigen_map(map_voor_gegevens() / "sleutels")) / bestand
    half = pad.with_name(f"{bestand}.{os.getpid()}")
    if not pad.exists():
        with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as nieuw:
            nieuw.write(Fernet.generate_key().decode())
        try:
            os.link(half, pad)  # whole or not at all, and the first one wins
        except FileExistsError:
            pass
        finally:
            half.unlink()
    return pad.read_text()


def zaaksystemen(besloten: list[str]) -> list[dict[str, str]]:
    """The case systems of others that may be asked what they told of: ``https://name:secret@host``, each. Only a host
    of the own network (``besloten``) may do without TLS: a token goes along.
    """
    gelezen = []
    for adres in env.list("MIJNZAKEN_ZAAKSYSTEMEN", default=[]):
        delen = urlsplit(adres.strip().rstrip("/"))
        if not delen.hostname or not delen.username or not delen.password or delen.query or delen.fragment:
            stop("MIJNZAKEN_ZAAKSYSTEMEN is een lijst van adressen als https://naam:geheim@host.")
        if delen.scheme != "https" and not (delen.scheme == "http" and delen.hostname in besloten):
            stop(f"MIJNZAKEN_ZAAKSYSTEMEN noemt {delen.hostname} zonder https, buiten het eigen netwerk.")
        gelezen.append(
            {
                "wortel": f"{delen.scheme}://{delen.netloc.rpartition('@')[2]}{delen.path}",
                "client_id": unquote(delen.username),
                "geheim": unquote(delen.password),
            }
        )
    return gelezen
