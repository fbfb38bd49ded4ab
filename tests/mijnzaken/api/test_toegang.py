"""Who comes in: tokens that are good, tokens that are not, and addresses that lead nowhere."""

import base64
import json
from datetime import timedelta
from typing import Any

import jwt
import pytest
from django.test import Client

from catalogus import klok
from mijnzaken.api.toegang import SCHEEF, VERS
from tests.fabrieken import zaaktype
from tests.mijnzaken.api.systeem import GEHEIM, ZAKEN, Systeem, adres_van, fouten, systeem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]

CATALOGUS = "/catalogi/api/v1/zaaktypen"


@pytest.fixture
def vth() -> Systeem:
    return systeem(alles=True)


def met(token: str) -> Any:
    return Client().get(CATALOGUS, headers={"Authorization": f"Bearer {token}"})


def seconden(vanaf_nu: float) -> int:
    return int(klok.nu().timestamp() + vanaf_nu)


@pytest.mark.parametrize(
    ("scheef", "status", "code"),
    [
        (0, 200, ""),
        (SCHEEF - 1, 200, ""),  # its clock is a little ahead of ours
        (-VERS - SCHEEF + 1, 200, ""),
        (SCHEEF + 5, 403, "jwt-immature"),
        (24 * 3600, 403, "jwt-immature"),
        (-VERS - SCHEEF - 5, 403, "not_authenticated"),
        (-24 * 3600, 403, "not_authenticated"),
    ],
)
def test_103_een_klok_die_iets_scheef_loopt_mag_en_een_die_fout_loopt_hoort_dat(
    vth: Systeem, scheef: int, status: int, code: str
) -> None:
    antwoord = met(vth.token(iat=seconden(scheef)))
    assert antwoord.status_code == status
    if code:
        inhoud = antwoord.json()
        assert inhoud["code"] == code
        assert "klok" in inhoud["detail"] or "ouder dan een uur" in inhoud["detail"]


def test_103_een_token_dat_gisteren_goed_was_is_dat_vandaag_niet(vth: Systeem) -> None:
    token = vth.token()
    assert met(token).status_code == 200
    with klok.op_moment(klok.nu() + timedelta(days=1)):
        assert met(token).status_code == 403


@pytest.mark.parametrize("iat", [None, "gisteren", True, 1e308, -1e308, 10**400, float("nan"), float("inf")])
def test_103_een_moment_dat_er_niet_is_of_geen_moment_is_wordt_geweigerd(vth: Systeem, iat: Any) -> None:
    assert met(vth.token(iat=iat)).status_code == 403


def _los(deel: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(deel).encode()).rstrip(b"=").decode()


def test_een_token_met_een_andere_ondertekening_komt_er_niet_in(vth: Systeem) -> None:
    inhoud = {"iss": "vth", "client_id": "vth", "iat": seconden(0)}
    goed = jwt.encode(inhoud, GEHEIM, algorithm="HS256")
    assert met(goed).status_code == 200
    zonder = f"{_los({'alg': 'none', 'typ': 'JWT'})}.{_los(inhoud)}."
    for token in (
        jwt.encode(inhoud, GEHEIM * 2, algorithm="HS512"),
        jwt.encode(inhoud, GEHEIM, algorithm="HS384"),
        jwt.encode(inhoud, "een ander geheim dat ook lang genoeg is", algorithm="HS256"),
        zonder,
        goed[:-2],
        goed.rpartition(".")[0] + ".",
        "onzin",
        "",
    ):
        antwoord = met(token)
        assert antwoord.status_code == 403, token
        assert antwoord.headers["Content-Type"] == "application/problem+json"
        assert GEHEIM not in antwoord.content.decode()


def test_een_onbekende_naam_en_een_fout_geheim_zijn_niet_te_onderscheiden(vth: Systeem) -> None:
    def antwoord(naam: str, geheim: str) -> str:
        token = jwt.encode({"iss": naam, "client_id": naam, "iat": seconden(0)}, geheim, algorithm="HS256")
        inhoud = met(token).json()
        return f"{inhoud['status']} {inhoud['code']} {inhoud['detail']}"

    fout = "een ander geheim dat ook lang genoeg is"
    assert antwoord("vth", fout) == antwoord("onbekend", fout)


@pytest.mark.parametrize(
    "adres",
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://127.0.0.1:5432/",
        "http://localhost/kanaal",
        "http://[::ffff:127.0.0.1]/kanaal",
        "http://2130706433/kanaal",
        "http://naam:woord@kanalen.example/kanaal",
        "ftp://kanalen.example/kanaal",
        "https://elders.example/kanaal",
    ],
)
def test_67_een_verwijzing_laat_ons_nergens_heen_gaan_waar_wij_niet_zijn_genoemd(
    vth: Systeem, settings: Any, monkeypatch: pytest.MonkeyPatch, adres: str
) -> None:
    """Not even when its host is on the list, as long as it points inside."""
    settings.API_VERWIJZING_HOSTS = ["kanalen.example", "localhost", "127.0.0.1", "169.254.169.254"]
    gegaan: list[Any] = []
    monkeypatch.setattr("requests.get", lambda *a, **k: gegaan.append(a))
    lijf = {
        "bronorganisatie": "002564440",
        "verantwoordelijkeOrganisatie": "002564440",
        "zaaktype": adres_van(zaaktype("parkeervergunning-bewoners")),
        "startdatum": "2026-03-02",
        "communicatiekanaal": adres,
    }
    assert fouten(vth.stuur(f"{ZAKEN}/zaken", lijf)) == {"communicatiekanaal": "bad-url"}
    assert gegaan == []
