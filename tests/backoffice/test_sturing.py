"""The numbers of a team leader: right, only of her own processes, and for a constant number of queries."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from catalogus import klok
from mijnzaken.zaken.handelingen import afronden, behandelen, termijnen
from tests.backoffice.conftest import Inloggen
from tests.fabrieken import medewerker, registreer

SUBSIDIE = "subsidie-verkeerslawaai"


def test_wat_kwam_klaar_is_wacht_en_te_laat_is(ingelogd: Inloggen) -> None:
    sanne = medewerker("sanne")
    nu = klok.nu()
    registreer("anna", SUBSIDIE, ontvangen_op=nu - timedelta(days=100))  # late
    wacht = registreer("bram", SUBSIDIE)
    behandelen.in_behandeling_nemen(sanne, wacht)
    termijnen.aanvulling_vragen(
        sanne, wacht, titel="Akte", omschrijving="", uiterlijk=klok.vandaag() + timedelta(days=7)
    )
    klaar = registreer("bram", SUBSIDIE, ontvangen_op=nu - timedelta(days=20))
    afronden.stoppen(sanne, klaar, reden="Dubbel.")
    registreer("bram", "parkeervergunning-bewoners")  # not hers
    regels = ingelogd("tess").get(reverse("sturing")).context["regels"]
    assert [r.proces.identificatie for r in regels] == [SUBSIDIE]
    cijfers = regels[0]
    assert (cijfers.binnengekomen, cijfers.afgerond, cijfers.lopend, cijfers.wachtend, cijfers.te_laat) == (
        3,
        1,
        2,
        1,
        1,
    )
    assert cijfers.mediaan == 20
    assert cijfers.termijn in range(56, 60)  # eight weeks, and the weekend or holiday after
    assert cijfers.percentage_op_tijd == 100


def test_de_periode_telt_alleen_wat_erin_valt(ingelogd: Inloggen) -> None:
    with klok.op_moment(klok.nu() - timedelta(days=60)):
        oud = registreer("anna", SUBSIDIE)
        afronden.stoppen(medewerker("sanne"), oud, reden="Dubbel.")
    client = ingelogd("tess")
    assert client.get(reverse("sturing")).context["regels"] == []
    regels = client.get(reverse("sturing"), {"dagen": "90"}).context["regels"]
    assert [(r.binnengekomen, r.afgerond, r.lopend) for r in regels] == [(1, 1, 0)]


@pytest.mark.parametrize("dagen", ["", "31", "-1", "x" * 999, "\x00"])
def test_een_onbekende_periode_is_de_kortste(ingelogd: Inloggen, dagen: str) -> None:
    antwoord = ingelogd("tess").get(reverse("sturing"), {"dagen": dagen})
    assert antwoord.status_code == 200
    assert next(p["dagen"] for p in antwoord.context["perioden"] if p["actief"]) == 30


def test_aantal_vragen_staat_vast_en_niemand_anders_komt_erin(ingelogd: Inloggen) -> None:
    def tel() -> int:
        with CaptureQueriesContext(connection) as vragen:
            assert client.get(reverse("sturing")).status_code == 200
        return len(vragen)

    client = ingelogd("tess")
    client.get(reverse("sturing"))
    leeg = tel()
    for _nummer in range(5):
        registreer("anna", SUBSIDIE)
    assert tel() == leeg
    for naam in ("sanne", "mila", "omar"):
        assert ingelogd(naam).get(reverse("sturing")).status_code == 404


def test_tabbladen_volgen_het_recht(ingelogd: Inloggen) -> None:
    def tabs(naam: str, pad: str) -> list[str]:
        return [t["url"] for t in ingelogd(naam).get(reverse(pad)).context["navigatie"]]

    assert reverse("sturing") in tabs("tess", "werkvoorraad")
    assert reverse("sturing") not in tabs("sanne", "werkvoorraad")
    assert reverse("zaken") not in tabs("mila", "zaak_registreren")
