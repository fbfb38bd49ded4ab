"""Where the demo keeps its data, and as whom its database server runs.

PostgreSQL refuses to run as root, so as root it gets a user of its own. That user must reach both the data and the
binaries; where it cannot (a checkout in root's home), another place is chosen. No folder's mode is changed for it.
"""

import hashlib
import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

BASIS = Path(__file__).resolve().parents[2]  # the checkout
WORTEL = Path("/var/lib/mijnzaken")  # only used as root
SERVERGEBRUIKER = "mijnzaken"


@dataclass(frozen=True)
class Gebruiker:
    """The user of the database server; ``None`` instead of one means: whoever we are."""

    uid: int
    gid: int


def _kenmerk(pad: Path) -> str:
    """A short name for a path: readable, and unique per path."""
    return f"{pad.name or 'wortel'}-{hashlib.sha256(str(pad).encode()).hexdigest()[:8]}"


def var_map(checkout: Path) -> Path:
    """The folder for data: ``MIJNZAKEN_VAR``, else ``var/``, or as root one under /var/lib/mijnzaken."""
    gekozen = os.environ.get("MIJNZAKEN_VAR")
    if gekozen:
        return Path(gekozen).absolute()
    return WORTEL / _kenmerk(checkout.resolve()) if os.geteuid() == 0 else checkout / "var"


def servergebruiker() -> Gebruiker | None:
    """As root: the user ``mijnzaken``, made when it is not there; ``nobody`` where users cannot be made."""
    if os.geteuid() != 0:
        return None
    gevonden = _zoek_gebruiker(SERVERGEBRUIKER)
    if gevonden is None and (useradd := shutil.which("useradd")):
        opdracht = [useradd, "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", SERVERGEBRUIKER]
        subprocess.run(opdracht, capture_output=True, check=False)  # another start may have been first
        gevonden = _zoek_gebruiker(SERVERGEBRUIKER)
    return gevonden or _zoek_gebruiker("nobody")


def _zoek_gebruiker(naam: str) -> Gebruiker | None:
    try:
        regel = pwd.getpwnam(naam)
    except KeyError:
        return None
    return Gebruiker(regel.pw_uid, regel.pw_gid)


def bereikbaar(pad: Path, gebruiker: Gebruiker | None) -> bool:
    """Whether that user may pass through every folder that exists above ``pad``."""
    if gebruiker is None:
        return True
    for ouder in pad.resolve().parents:
        if not ouder.exists():
            continue
        staat = ouder.stat()
        bit = 0o100 if staat.st_uid == gebruiker.uid else 0o010 if staat.st_gid == gebruiker.gid else 0o001
        if not staat.st_mode & bit:
            return False
    return True


def server_map(var: Path, gebruiker: Gebruiker | None) -> Path:
    """The folder of the database server: within ``var``, or under /var/lib/mijnzaken when its user cannot get there."""
    gewenst = var / "postgres"
    return gewenst if bereikbaar(gewenst, gebruiker) else WORTEL / _kenmerk(var) / "postgres"


def binaire_map(wiel: Path, uitgave: str, versie: str, gebruiker: Gebruiker | None) -> Path:
    """PostgreSQL's binaries in the package folder ``wiel``, or in a copy that the server's user can reach.

    A copy is kept per release of the package; beside the package lies the folder with its libraries, which goes along.
    """
    binair = Path(f"pginstall{versie}") / "bin"
    if bereikbaar(wiel / binair / "postgres", gebruiker):
        return wiel / binair
    kopie = WORTEL / f"{wiel.name}-{uitgave}"
    if not kopie.is_dir():
        half = kopie.with_name(f"{kopie.name}.{os.getpid()}")
        shutil.copytree(wiel / f"pginstall{versie}", half / wiel.name / f"pginstall{versie}", symlinks=True)
        for bibliotheken in wiel.parent.glob(f"{wiel.name}.libs"):
            shutil.copytree(bibliotheken, half / bibliotheken.name, symlinks=True)
        try:
            half.rename(kopie)
        except OSError:  # another start was first
            shutil.rmtree(half)
    return kopie / wiel.name / binair
