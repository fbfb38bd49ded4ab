"""What a system reads by a question that is kept, is what its door lets through: whoever asked before it."""

from datetime import timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autorisatie.actor import Applicatie, Scoperegel
from autorisatie.models import Autorisatie
from catalogus import klok
from catalogus.models import Proces
from catalogus.vastevraag import VasteVraag
from catalogus.vertrouwelijkheid import Vertrouwelijkheid
from mijnzaken.api import lezen, lijst
from mijnzaken.api.bron import Api, Bron
from mijnzaken.api.urls import APIS
from mijnzaken.api.zaken.zaak import ZAKEN as ZAAK
from mijnzaken.zaken.models import Zaak
from tests.fabrieken import REDEN, registreer
from tests.mijnzaken.api.systeem import ZAKEN, mag, systeem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
SOORTEN = ["parkeervergunning-bewoners", "klacht", "terugbelnotitie"]
VASTE = [(api, bron) for api in APIS for bron in api.bronnen if not (bron.wisselt or bron.ouder)]


@pytest.fixture
def zaken() -> list[Zaak]:
    """Of each kind, at three levels, one of each shielded."""
    gemaakt = []
    for soort, (hoogste, dicht) in product(SOORTEN, [(1, False), (4, False), (8, False), (1, True)]):
        zaak = registreer(None, soort)
        zaak.vertrouwelijkheidaanduiding, zaak.afgeschermd = hoogste, dicht
        zaak.save(update_fields=["vertrouwelijkheidaanduiding", "afgeschermd"])
        gemaakt.append(zaak)
    return gemaakt


rechten = st.lists(
    st.tuples(
        st.sampled_from(SOORTEN),
        st.sampled_from(Vertrouwelijkheid.values),
        st.sets(st.sampled_from(["zaken.lezen", "zaken.aanmaken"]), min_size=1),
    ),
    max_size=3,
)


def actor(naam: str, alles: bool, regels: list[tuple[str, int, set[str]]], scope: str) -> Applicatie:
    processen = {p.identificatie: p.pk for p in Proces.objects.filter(identificatie__in=SOORTEN)}
    return Applicatie(
        client_id=naam,
        heeft_alle_autorisaties=alles,
        regels=tuple(Scoperegel("zrc", frozenset(s), processen[soort], hoogste=tot) for soort, tot, s in regels),
        scopes=frozenset({scope}),
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.booleans(), rechten, st.sampled_from(["zaken.lezen", "zaken.aanmaken"])), max_size=3))
def test_een_vaste_vraag_laat_door_wat_de_deur_doorlaat(
    zaken: list[Zaak], systemen: list[tuple[bool, list[tuple[str, int, set[str]]], str]]
) -> None:
    for nummer, (alles, regels, scope) in enumerate(systemen):
        wie = actor(f"systeem-{nummer}", alles, regels, scope)
        door_de_deur = set(Zaak.objects.voor(wie).values_list("uuid", flat=True))
        gelezen = {zaak.uuid for zaak in zaken if lezen.rij_van(ZAAK, wie, zaak.uuid)}
        assert gelezen == door_de_deur & {zaak.uuid for zaak in zaken}
        assert {zaak.uuid for zaak in lijst._eerste(ZAAK, wie.voor_de_deuren(), 100).alle(plan=False)} == door_de_deur


MAKERS = {
    "een": lambda *delen: lezen._vaste_vraag.__wrapped__(*delen, True),
    "eerste": lambda *delen: lijst._eerste.__wrapped__(*delen, 100),
    "verder": lambda *delen: lijst._volgende.__wrapped__(*delen, 100),
}


@pytest.mark.parametrize("maak", MAKERS)
@pytest.mark.parametrize(("api", "bron"), VASTE, ids=lambda deel: deel.naam)
def test_een_vaste_vraag_hangt_alleen_van_haar_sleutel_af_en_vraagt_niets_om_te_ontstaan(
    api: Api, bron: Bron, maak: str, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Any
) -> None:
    """Not of the moment, of the person behind the system, or of what it may besides this operation."""
    regel = Scoperegel(api.component, frozenset({bron.lezen}), 1, 1, 1, hoogste=4)
    anders = Scoperegel(api.component, frozenset({"iets.anders"}), 2, 2, 2, hoogste=8)
    wie = Applicatie("vth", regels=(regel, anders), scopes=frozenset({bron.lezen}), label="VTH", namens_gebruiker="jan")

    def vraag(wie: Applicatie) -> tuple[object, ...]:
        with django_assert_num_queries(0):
            gemaakt: VasteVraag = MAKERS[maak](bron, wie)
        return gemaakt._sql, gemaakt._waarden

    nu, toen = klok.nu(), vraag(wie)
    assert toen[0]
    assert vraag(wie.voor_de_deuren()) == toen
    monkeypatch.setattr(klok, "nu", lambda: nu + timedelta(days=400))
    assert klok.vandaag() > klok.datum(nu)
    assert vraag(wie) == toen


def test_de_sleutel_is_gelijk_voor_wie_voor_een_ander_mens_vraagt() -> None:
    jan, piet = (
        Applicatie("vth", label="VTH", namens_gebruiker=wie, verzoeken_per_minuut=5) for wie in ("jan", "piet")
    )
    assert jan.voor_de_deuren() == piet.voor_de_deuren() != Applicatie("ander").voor_de_deuren()


def test_een_recht_dat_erbij_komt_of_weggaat_geldt_bij_de_volgende_vraag(zaken: list[Zaak]) -> None:
    vth = mag(systeem(), SOORTEN[0], "zaken.lezen", tot="openbaar")
    laag, hoog = zaken[0], zaken[2]

    def standen() -> list[int]:
        return [vth.haal(f"{ZAKEN}/zaken/{zaak.uuid}").status_code for zaak in (laag, hoog, zaken[3])]

    for _ in range(3):
        assert standen() == [200, 403, 404]
    Autorisatie.objects.filter(applicatie=vth.applicatie).update(max_vertrouwelijkheid=8)
    assert standen() == [200, 200, 404]
    Zaak.objects.systeem(REDEN).filter(pk=laag.pk).update(afgeschermd=True)
    assert standen() == [404, 200, 404]
    Autorisatie.objects.filter(applicatie=vth.applicatie).delete()
    assert standen() == [403, 403, 403]
    vth.applicatie.is_active = False
    vth.applicatie.save()
    assert standen() == [403, 403, 403]
