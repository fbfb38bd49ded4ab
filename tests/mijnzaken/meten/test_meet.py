"""``meet`` runs every case, leaves nothing behind, and its lists cost as many queries whatever there is to show."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalogus.models import Fase
from mijnzaken.berichten.models import Bericht
from mijnzaken.meten import gevallen, rekentijd
from mijnzaken.meten.inwoners import VIJF, VIJFHONDERD, partij
from mijnzaken.meten.toneel import Toneel
from mijnzaken.zaken.models import Besluit, Rol, Zaak
from tests.fabrieken import REDEN, medewerker

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gevuld", "op_maandag")]

VAN_HET_CONTRACT = [  # contract.md, "Measuring", save the APIs'; and those of issue 3
    *("inwoner met 5 zaken: overzicht", "inwoner met 5 zaken: zaken", "inwoner met 500 zaken: overzicht"),
    *("inwoner met 500 zaken: zaken", "inwoner: een zaak", "werkvoorraad, 20 zaaktypen: blad 1"),
    *("werkvoorraad, 20 zaaktypen: blad 100", "medewerker: een zaak", "beller zoeken op telefoon (POST)"),
    *("beller zoeken op naam (POST)", "klantbeeld van iemand met 500 zaken", "aanvragen (POST)", "besluiten (POST)"),
    *("zakenlijst, 1 zaaktype", "zakenlijst, 20 zaaktypen", "zakenlijst, 200 zaaktypen"),
    *("zakenlijst, zaaktypen zonder zaken", "zakenlijst, 5 toegangen", "gemachtigde met 1 cliënt: overzicht"),
    *("gemachtigde met 20.000 cliënten: overzicht", "inwoner met 100.000 logregels: inzage"),
    "tellen tot 1.001: 200 zaaktypen",
]


def meet(**opties: object) -> str:
    uit = StringIO()
    call_command("meet", stdout=uit, **({"keer": 1} | opties))
    return uit.getvalue()


def stand() -> tuple[int, ...]:
    rijen = (Zaak.objects.systeem(REDEN), Bericht.objects.systeem(REDEN), Besluit.objects.systeem(REDEN))
    return (*(r.count() for r in rijen), Session.objects.count())


def test_elk_geval_staat_in_de_tabel_en_wat_geschreven_wordt_gaat_weer_weg() -> None:
    voor = stand()
    tabel = meet()
    podium = Toneel()
    namen = [geval.naam for geval in gevallen.alle(podium)]
    podium.ruim_op()
    assert len(namen) == len(set(namen)) > 40
    assert [naam for naam in namen if f"\n{naam} " not in tabel] == []
    assert [naam for naam in VAN_HET_CONTRACT if naam not in namen] == []
    assert stand() == voor


def test_een_geval_als_json() -> None:
    (uitslag,) = json.loads(meet(alleen="besluiten", json=True))
    assert uitslag["naam"] == "besluiten (POST)"
    assert uitslag["queries"] > 20
    assert uitslag["gelezen"] > 0
    assert set(uitslag) >= {"mediaan", "p95", "sql", "bytes", "verhouding"}


def test_naast_een_eerdere_uitslag_staat_hoeveel_keer_zoveel_sql_het_is(tmp_path: Path) -> None:
    eerder = tmp_path / "klein.json"
    rij = json.loads(meet(alleen="lijst: 1 zaaktype, open", json=True))[0]
    eerder.write_text(json.dumps([rij | {"sql": rij["sql"] / 1000, "rekentijd": (rij["rekentijd"] or 1) / 1000}]))
    (kop, regel) = meet(alleen="lijst: 1 zaaktype, open", naast=eerder).splitlines()
    assert kop.endswith("x eerder")
    assert float(regel.split()[-1]) > 100
    eerder.write_text("geen uitslag")
    with pytest.raises(CommandError, match="niet te lezen"):
        meet(naast=eerder)


def test_de_rekentijd_van_een_database_elders_staat_er_niet(monkeypatch: pytest.MonkeyPatch) -> None:
    assert json.loads(meet(alleen="lijst: 1 zaaktype, open", json=True))[0]["rekentijd"] > 0
    monkeypatch.setattr(rekentijd, "teller", lambda: None)
    assert json.loads(meet(alleen="lijst: 1 zaaktype, open", json=True))[0]["rekentijd"] is None


@pytest.mark.parametrize("opties,melding", [({"alleen": "bestaat niet"}, "Geen geval"), ({"keer": 0}, "ten minste 1")])
def test_onzin_wordt_geweigerd(opties: dict[str, object], melding: str) -> None:
    with pytest.raises(CommandError, match=melding):
        meet(**opties)


@pytest.mark.parametrize("adres", ["/mijn/", "/mijn/zaken/", "/mijn/zaken/?toon=afgerond"])
def test_een_inwoner_met_veel_zaken_kost_evenveel_queries_als_een_met_weinig(adres: str) -> None:
    van_vijf = Zaak.objects.systeem(REDEN).filter(rollen__partij=partij(VIJF))
    een = van_vijf.order_by("pk").last()
    assert een is not None
    open_met_behandelaar = {
        "fase": Fase.IN_BEHANDELING,
        "einddatum": None,
        "behandelaar": medewerker("sanne").gebruiker,
    }
    van_vijf.filter(pk=een.pk).update(**open_met_behandelaar)  # at least one of each, so that all that belongs is asked
    podium = Toneel()
    geteld = []
    for wie in (VIJF, VIJFHONDERD):
        browser = podium.inwoner(wie)
        browser.get(adres)
        with CaptureQueriesContext(connection) as vragen:
            assert browser.get(adres).status_code == 200
        geteld.append(len(vragen))
    aantallen = [Rol.objects.systeem(REDEN).filter(partij=partij(wie)).count() for wie in (VIJF, VIJFHONDERD)]
    assert aantallen[0] < aantallen[1]
    assert geteld[1] <= geteld[0] + 2  # results and their types, where the one with few has none
