"""The database fails, or two people are there at once; each test is named after its number."""

import contextvars
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import psycopg
import pytest
from django.db import OperationalError, close_old_connections, connection, transaction
from django.test import Client
from django.urls import reverse
from psycopg.errors import DeadlockDetected

from autorisatie import handeling as motor
from autorisatie.actor import Medewerker
from autorisatie.fouten import OnjuisteToestand
from autorisatie.handeling import POGINGEN, handeling
from autorisatie.models import Auditregel, Uitkomst
from catalogus.models import Fase
from mijnzaken.berichten.models import Bericht
from mijnzaken.zaken.handelingen import behandelen, besluiten
from mijnzaken.zaken.models import Besluit, InwonerProduct, Notitie, Zaak
from tests.fabrieken import REDEN, burger, gebruiker, geef_rol, medewerker, registreer, ververs
from tests.oidc.hulp import als

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("opslagmap", "gemeente_vast", "op_maandag"),
]
WACHT = 20  # seconds that a thread waits for another at most
NAMEN = ("een", "twee")


def browser(naam: str) -> Client:
    return als(Client(raise_request_exception=False), gebruiker(naam))


def dood_de_verbinding() -> None:
    """What a restart of the server does to the connection of this thread, seen from another."""
    pid = connection.connection.info.backend_pid
    with psycopg.connect(**connection.get_connection_params() | {"cursor_factory": psycopg.Cursor}) as ander:
        gelukt = ander.execute("SELECT pg_terminate_backend(%s, 5000)", [pid]).fetchone()
    assert gelukt == (True,)


def tegelijk(*werk: Callable[[], Any]) -> list[Any]:
    """Each in a thread with a connection of its own, at the same clock; what it gave, or what it raised."""

    def een(doe: Callable[[], Any]) -> Any:
        try:
            return doe()
        except Exception as fout:
            return fout
        finally:
            connection.close()

    with ThreadPoolExecutor(len(werk)) as draden:
        lopend = [draden.submit(contextvars.copy_context().run, een, doe) for doe in werk]
        return [draad.result(timeout=60) for draad in lopend]


def gelogd(recht: str, uitkomst: str = Uitkomst.OK) -> int:
    return int(Auditregel.objects.filter(handeling=recht, uitkomst=uitkomst).count())


# -- 87 ---------------------------------------------------------------------------------------------------------------


def _in_het_begin(lapje: pytest.MonkeyPatch, doe: Callable[[], None]) -> None:
    gewoon = motor._toets
    lapje.setattr(motor, "_toets", lambda *args: (doe(), gewoon(*args))[1])


def _na_al_het_werk(lapje: pytest.MonkeyPatch, doe: Callable[[], None]) -> None:
    gewoon = motor._voer_uit
    lapje.setattr(motor, "_voer_uit", lambda *args: (gewoon(*args), doe())[0])


def _bij_het_vastleggen(lapje: pytest.MonkeyPatch, doe: Callable[[], None]) -> None:
    def klaar_om_vast_te_leggen() -> None:
        echt = connection._commit

        def vastleggen() -> None:
            doe()
            echt()

        lapje.setattr(connection, "_commit", vastleggen)

    _na_al_het_werk(lapje, klaar_om_vast_te_leggen)


@pytest.mark.parametrize("wanneer", [_in_het_begin, _na_al_het_werk, _bij_het_vastleggen])
def test_87_een_verbinding_die_midden_in_een_handeling_wegvalt_doet_niets_half(wanneer: Callable[..., None]) -> None:
    zaak = registreer("anna")
    client = browser("vera")
    pad = reverse("zaak_handeling", args=[zaak.nummer, "in_behandeling_nemen"])
    berichten = Bericht.objects.systeem(REDEN).count()
    with pytest.MonkeyPatch.context() as lapje:
        wanneer(lapje, dood_de_verbinding)
        antwoord = client.post(pad, {"gezien_versie": zaak.versie})
    assert antwoord.status_code == 500
    assert "Er gaat bij ons iets mis" in antwoord.content.decode()
    close_old_connections()  # what the server does between two requests
    nu = ververs(zaak)
    assert (nu.fase, nu.versie, nu.behandelaar_id) == (zaak.fase, zaak.versie, None)
    assert gelogd("in_behandeling_nemen") == 0
    assert Bericht.objects.systeem(REDEN).count() == berichten

    assert client.post(pad, {"gezien_versie": zaak.versie}).status_code == 302
    assert ververs(zaak).behandelaar == gebruiker("vera")
    assert gelogd("in_behandeling_nemen") == 1


@pytest.mark.parametrize("naam", ["vera", ""])
def test_87_zolang_de_database_weg_is_komt_er_een_bladzijde_en_daarna_gaat_alles_weer(
    naam: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = browser(naam) if naam else Client(raise_request_exception=False)
    pad = reverse("werkvoorraad") if naam else reverse("start")
    assert client.get(pad).status_code == 200
    connection.close()
    with monkeypatch.context() as lapje:
        lapje.setitem(connection.settings_dict, "HOST", "/bestaat/niet")
        antwoord = client.get(pad)
        assert antwoord.status_code in (500, 503)
        assert "Er gaat bij ons iets mis" in antwoord.content.decode()
        assert "bestaat/niet" not in antwoord.content.decode()
        assert "frame-ancestors 'none'" in antwoord.headers["Content-Security-Policy"]
        assert Client().get(reverse("leeft")).status_code == 200
        assert client.get(reverse("gereed")).status_code in (500, 503)
    close_old_connections()
    assert client.get(pad).status_code == 200


# -- 88 ---------------------------------------------------------------------------------------------------------------


def _twee_leidinggevenden(naam: str) -> None:
    for team in ("Parkeren", "Openbare Ruimte"):
        geef_rol(naam, "teamleider", team)


@pytest.fixture
def voorgesteld() -> Zaak:
    _twee_leidinggevenden("tess")
    zaak = registreer("anna")
    behandelen.in_behandeling_nemen(medewerker("vera"), zaak)
    moment = zaak.zaaktype.besluitmomenten.order_by("volgorde").first()
    besluiten.besluit_voorstellen(
        medewerker("vera"), zaak, besluitmoment=moment, uitkomst="toegekend", motivering="U woont in het gebied."
    )
    return ververs(zaak)


def _een_besluit(zaak: Zaak) -> None:
    assert Besluit.objects.systeem(REDEN).filter(zaak=zaak).count() == 1
    assert InwonerProduct.objects.systeem(REDEN).filter(zaak=zaak).count() == 1
    assert Bericht.objects.voor(burger("anna")).filter(soort="besluit").count() == 1
    assert (gelogd("besluiten"), gelogd("besluiten", Uitkomst.GEWEIGERD)) == (1, 1)
    assert ververs(zaak).fase == Fase.AFGEROND


def test_88_van_twee_die_tegelijk_besluiten_krijgt_een_het_besluit_en_de_ander_een_reden(voorgesteld: Zaak) -> None:
    samen = threading.Barrier(2)

    def besluit(naam: str) -> Besluit:
        wie = medewerker(naam)
        samen.wait(WACHT)
        return besluiten.besluiten(wie, voorgesteld)

    uit = tegelijk(lambda: besluit("peter"), lambda: besluit("tess"))
    assert {type(deel) for deel in uit} == {Besluit, OnjuisteToestand}, uit
    _een_besluit(voorgesteld)


def test_88_ook_in_twee_browsers_leest_de_tweede_dat_een_ander_hem_voor_was(voorgesteld: Zaak) -> None:
    samen = threading.Barrier(2)
    pad = reverse("zaak_handeling", args=[voorgesteld.nummer, "besluiten"])
    browsers = [browser("peter"), browser("tess")]

    def verstuur(client: Client) -> Any:
        samen.wait(WACHT)
        return client.post(pad, {"gezien_versie": voorgesteld.versie})

    uit = tegelijk(*(lambda client=client: verstuur(client) for client in browsers))
    assert sorted(antwoord.status_code for antwoord in uit) == [302, 422]
    pagina = next(antwoord for antwoord in uit if antwoord.status_code == 422).content.decode()
    assert "intussen gewijzigd" in pagina
    _een_besluit(voorgesteld)


# -- 90 ---------------------------------------------------------------------------------------------------------------


class Kruising:
    """Two units that each hold one zaak and then want that of the other: the database must break one of them."""

    def __init__(self) -> None:
        self.samen = threading.Barrier(2)
        self.keren = 0

    def maak(self) -> Callable[[Medewerker, Zaak, Zaak, str], Zaak]:
        @handeling("notitie_schrijven", op="zaken.Zaak")
        def kruis(actor: Medewerker, zaak: Zaak, andere: Zaak, onderwerp: str) -> Zaak:
            self.keren += 1
            behandelen.notitie_schrijven(actor, zaak, onderwerp=onderwerp, tekst="eigen")
            if self.keren <= 2:
                self.samen.wait(WACHT)
            behandelen.notitie_schrijven(actor, andere, onderwerp=onderwerp, tekst="ander")
            return zaak

        return kruis


def _notities() -> list[str]:
    return sorted(Notitie.objects.systeem(REDEN).values_list("onderwerp", flat=True))


def test_90_wie_een_impasse_verliest_begint_vanzelf_opnieuw_en_niets_staat_er_dubbel() -> None:
    a, b = registreer("anna"), registreer("bram")
    kruising = Kruising()
    kruis = kruising.maak()
    vera = gebruiker("vera")
    uit = tegelijk(
        lambda: kruis(Medewerker(vera, doel="proef"), a, b, "een"),
        lambda: kruis(Medewerker(vera, doel="proef"), b, a, "twee"),
    )
    assert [deel.pk for deel in uit] == [a.pk, b.pk]
    assert kruising.keren == 3  # one of them was broken off, once
    assert _notities() == ["een", "een", "twee", "twee"]
    assert gelogd("notitie_schrijven") == 6


def test_90_in_een_grotere_transactie_valt_de_verliezer_als_geheel_weg() -> None:
    a, b = registreer("anna"), registreer("bram")
    kruising = Kruising()
    kruis = kruising.maak()
    vera = gebruiker("vera")

    def groter(eigen: Zaak, ander: Zaak, onderwerp: str) -> Zaak:
        with transaction.atomic():
            return kruis(Medewerker(vera, doel="proef"), eigen, ander, onderwerp)

    uit = tegelijk(lambda: groter(a, b, "een"), lambda: groter(b, a, "twee"))
    gewonnen = [naam for naam, deel in zip(NAMEN, uit, strict=True) if isinstance(deel, Zaak)]
    verloren = [deel for deel in uit if not isinstance(deel, Zaak)]
    assert len(gewonnen) == len(verloren) == 1
    assert isinstance(verloren[0], OperationalError)
    assert isinstance(verloren[0].__cause__, DeadlockDetected)
    assert kruising.keren == 2
    assert _notities() == gewonnen * 2
    assert gelogd("notitie_schrijven") == 3


@pytest.mark.parametrize("oorzaak,keren", [("40P01", POGINGEN), ("40001", POGINGEN), ("57014", 1)])
def test_90_na_drie_keer_houdt_het_op_en_alleen_een_impasse_wordt_herhaald(oorzaak: str, keren: int) -> None:
    zaak = registreer("anna")
    pogingen = []

    @handeling("notitie_schrijven", op="zaken.Zaak")
    def verliest_altijd(actor: Medewerker, rij: Zaak) -> None:
        pogingen.append(behandelen.notitie_schrijven(actor, rij, onderwerp="half", tekst="werk"))
        with connection.cursor() as cursor:
            cursor.execute(f"DO $$ BEGIN RAISE EXCEPTION 'proef' USING ERRCODE = '{oorzaak}'; END $$")

    with pytest.raises(OperationalError, match="proef"):
        verliest_altijd(medewerker("vera"), zaak)
    assert len(pogingen) == keren
    assert _notities() == []
    assert gelogd("notitie_schrijven") == 0
    assert ververs(zaak).versie == zaak.versie
