"""W3C Trace Context: one trace from the request to the letter, in and out of every system and task."""

from typing import Any

import pytest
import requests
from django.test import Client
from django.urls import reverse

from autorisatie import spoor
from autorisatie.models import Auditregel
from mijnzaken import aanstoot
from mijnzaken.berichten import gastheren, kanalen, verzenden
from mijnzaken.berichten.models import Bericht, Kanaal, Stand
from mijnzaken.berichten.postuit import koppelbericht
from mijnzaken.bronnen.client import HttpVerbinding
from mijnzaken.celery import Spoortaak, app
from mijnzaken.zaken.handelingen import behandelen
from tests.fabrieken import REDEN, dien_in, medewerker
from tests.oidc.hulp import als

TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
OUDER = f"00-{TRACE}-00f067aa0ba902b7-01"
STAAT = "ander=systeem,nog=1"


def test_een_spoor_gaat_door_van_wie_belt_met_zijn_toestand():
    with spoor.spoor(OUDER, tracestate=STAAT):
        koppen = spoor.koppen()
        assert koppen["traceparent"].split("-")[1] == TRACE
        assert koppen["traceparent"] != OUDER, "a span of our own"
        assert koppen["tracestate"] == STAAT
        with spoor.stap() as stap:
            assert stap.ouder is not None
            assert spoor.koppen()["tracestate"] == STAAT
    assert spoor.koppen() == {}


@pytest.mark.parametrize(
    "kop",
    ["", "onzin", f"00-{'0' * 32}-00f067aa0ba902b7-01", f"00-{TRACE}-{'0' * 16}-01", f"ff-{TRACE}-00f067aa0ba902b7-01",
     OUDER.upper(), OUDER[:-1]],
)  # fmt: skip
def test_een_kop_die_niet_klopt_begint_een_nieuw_spoor_zonder_toestand(kop):
    with spoor.spoor(kop, tracestate=STAAT) as lopend:
        assert lopend.trace_id.hex() != TRACE
        assert lopend.tracestate == ""


def test_een_latere_versie_van_de_standaard_wordt_gelezen():
    with spoor.spoor(f"01-{TRACE}-00f067aa0ba902b7-01-later") as lopend:
        assert lopend.trace_id.hex() == TRACE


@pytest.mark.parametrize("staat", ["x" * 513, "regel\r\nX-Kwaad: 1", "é"])
def test_een_toestand_die_niet_kan_gaat_niet_mee(staat):
    with spoor.spoor(OUDER, tracestate=staat) as lopend:
        assert lopend.tracestate == ""


class _Antwoord:
    status_code = 200

    def __enter__(self) -> "_Antwoord":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def iter_content(self, _: int) -> list[bytes]:
        return [b"{}"]

    def raise_for_status(self) -> None:
        pass


@pytest.fixture
def uit(monkeypatch: Any) -> list[dict[str, str]]:
    """The headers of every call to another system."""
    gezien: list[dict[str, str]] = []

    def vang(*_: Any, headers: dict[str, str], **__: Any) -> _Antwoord:
        gezien.append(headers)
        return _Antwoord()

    monkeypatch.setattr(requests, "request", vang)
    monkeypatch.setattr(requests, "post", vang)
    return gezien


def test_een_vraag_aan_een_register_draagt_het_spoor_ook_uit_een_andere_draad(uit):
    with spoor.spoor(OUDER, tracestate=STAAT):
        HttpVerbinding("BRP", "https://brp.example", {"X-Sleutel": "s"}).vraag("/x")
    (koppen,) = uit
    assert koppen["traceparent"].split("-")[1] == TRACE
    assert (koppen["tracestate"], koppen["X-Sleutel"]) == (STAAT, "s")


def test_een_taak_krijgt_het_spoor_van_wie_hem_vroeg(monkeypatch, db, django_capture_on_commit_callbacks):
    gestuurd = []
    monkeypatch.setattr(aanstoot, "_geef_mee", lambda taak, pk, koppen: gestuurd.append((taak, pk, koppen)))
    with spoor.spoor(OUDER), django_capture_on_commit_callbacks(execute=True):
        aanstoot.stoot_aan("een.taak", 7)
    ((taak, pk, koppen),) = gestuurd
    assert (taak, pk) == ("een.taak", 7)
    assert koppen["traceparent"].split("-")[1] == TRACE


def test_een_taak_loopt_in_het_spoor_van_zijn_bericht_en_anders_in_een_eigen():
    @app.task(name="proef.spoor", bind=True)
    def proef(self: Any) -> str:
        return spoor.huidig().trace_id.hex()

    try:
        assert isinstance(proef, Spoortaak)
        assert proef.apply(headers={"traceparent": OUDER}).get() == TRACE
        eigen = proef.apply().get()
        assert eigen != TRACE
        assert len(eigen) == 32
    finally:
        app.tasks.pop("proef.spoor")


@pytest.mark.django_db
def test_een_koppeling_die_later_gaat_draagt_het_spoor_van_de_handeling(uit, settings, monkeypatch):
    settings.WEBHOOK_HOSTS = ["ander.example"]
    monkeypatch.setattr(gastheren.socket, "getaddrinfo", lambda *_: [(0, 0, 0, "", ("93.184.216.34", 443))])
    with spoor.spoor(OUDER, tracestate=STAAT):
        bericht = koppelbericht("https://ander.example/hook", "{}", sleutel="k1")
    assert verzenden.verzend(bericht.pk) is True
    (koppen,) = uit
    assert koppen["traceparent"].split("-")[1] == TRACE
    assert koppen["tracestate"] == STAAT


@pytest.mark.django_db
@pytest.mark.usefixtures("gemeente", "op_maandag")
def test_een_spoor_van_het_verzoek_tot_de_brief(monkeypatch):
    monkeypatch.setattr(kanalen, "stuur", lambda bericht: "een adres")
    zaak = dien_in("anna")
    vera = als(Client(), medewerker("vera").gebruiker)
    antwoord = vera.post(
        reverse("zaak_handeling", args=[zaak.nummer, "in_behandeling_nemen"]),
        {"gezien_versie": zaak.versie},
        headers={"traceparent": OUDER, "tracestate": STAAT},
    )
    assert antwoord.status_code == 302
    assert antwoord.headers["traceparent"].split("-")[1] == TRACE
    rijen = Bericht.objects.systeem(REDEN).filter(traceparent__contains=TRACE)
    assert rijen.filter(kanaal=Kanaal.PORTAAL).exists()
    weg = [rij for rij in rijen if rij.status == Stand.KLAAR]
    assert weg, "a letter or an announcement waits"
    for rij in weg:
        assert verzenden.verzend(rij.pk)
    namen = set(Auditregel.objects.filter(trace_id=bytes.fromhex(TRACE)).values_list("handeling", flat=True))
    assert {"inzien", "in_behandeling_nemen", "bericht_verzenden"} <= namen


def test_zonder_spoor_gaat_er_niets_mee(uit):
    HttpVerbinding("BRP", "https://brp.example", {}).vraag("/x")
    assert "traceparent" not in uit[0]


@pytest.mark.django_db
@pytest.mark.usefixtures("gemeente", "op_maandag")
def test_alle_regels_van_een_handeling_delen_een_spoor():
    zaak = dien_in("anna")
    behandelen.in_behandeling_nemen(medewerker("vera"), zaak)
    audit = Auditregel.objects.get(handeling="in_behandeling_nemen")
    assert {bytes(rij.trace_id) for rij in audit.verwerkingen.all()} == {bytes(audit.trace_id)}
