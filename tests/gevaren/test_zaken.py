"""Situations of gevaren.md that a zaak is put in, each with real transactions: one test per number."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier, Event
from typing import Any

import pytest
from django.db import OperationalError, connection, connections, transaction

from autorisatie import vangnet
from autorisatie.actor import Systeem
from autorisatie.fouten import Achterhaald, BestaatNiet, GeenRecht, OnjuisteToestand, Weigering
from autorisatie.handeling import handeling
from autorisatie.models import Auditregel, Toekenning
from catalogus import klok
from catalogus.models import Fase, Uitkomst, Uitval
from mijnzaken.berichten.models import Bericht
from mijnzaken.zaken import onderhoud
from mijnzaken.zaken.handelingen import behandelen, besluiten, termijnen
from mijnzaken.zaken.handelingen.concepten import indienen, ingediende_zaak
from mijnzaken.zaken.models import Besluit, Concept, Zaak
from tests.fabrieken import REDEN, VANDAAG, begin_concept, burger, gebruiker, medewerker, registreer, ververs

pytestmark = pytest.mark.usefixtures("gemeente_vast")


def tegelijk(*werk: Callable[[], Any]) -> list[Any]:
    """Every piece of work in a thread of its own, on a connection of its own; a refusal is an answer too."""
    start = Barrier(len(werk))

    def een(doe: Callable[[], Any]) -> Any:
        try:
            start.wait(30)
            with klok.op_moment(VANDAAG):
                return doe()
        except (Weigering, BestaatNiet, OperationalError) as fout:
            return fout
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(werk)) as draden:
        return list(draden.map(een, werk))


def met_voorstel(identificatie: str = "parkeervergunning-bewoners") -> Zaak:
    with klok.op_moment(VANDAAG - timedelta(days=1)):
        zaak = registreer("anna", identificatie)
        behandelen.in_behandeling_nemen(medewerker("vera"), zaak)
        besluiten.besluit_voorstellen(
            medewerker("vera"),
            zaak,
            besluitmoment=zaak.zaaktype.besluitmomenten.get(),
            uitkomst=Uitkomst.AFGEWEZEN,
            motivering="U woont er niet.",
        )
    return ververs(zaak)


def test_81_een_dubbele_klik_maakt_een_zaak():
    anna = burger("anna")
    concept = begin_concept(anna, "parkeervergunning-bewoners")
    uitkomsten = tegelijk(*[lambda: indienen(anna, concept.uuid)] * 4)
    gelukt = [u for u in uitkomsten if isinstance(u, Zaak)]
    assert len(gelukt) == 1
    assert sum(isinstance(u, BestaatNiet) for u in uitkomsten) == 3
    assert Zaak.objects.systeem(REDEN).count() == 1
    assert Bericht.objects.voor(anna).filter(soort="ontvangst").count() == 1


def test_82_wie_na_een_time_out_opnieuw_stuurt_komt_bij_dezelfde_zaak_uit():
    anna = burger("anna")
    concept = begin_concept(anna, "parkeervergunning-bewoners")
    zaak = indienen(anna, concept.uuid)
    with pytest.raises(BestaatNiet):
        indienen(anna, concept.uuid)
    assert ingediende_zaak(anna, concept.uuid) == zaak
    assert ingediende_zaak(burger("bram"), concept.uuid) is None


def test_87_een_verbinding_die_halverwege_wegvalt_laat_niets_half_achter():
    anna = burger("anna")
    concept = begin_concept(anna, "parkeervergunning-bewoners")

    def val_weg() -> None:
        with transaction.atomic():
            indienen(anna, concept.uuid)
            connection.cursor().execute("SELECT pg_terminate_backend(pg_backend_pid())")

    with pytest.raises(OperationalError):
        val_weg()
    connection.close()
    assert not Zaak.objects.systeem(REDEN).exists()
    assert not Bericht.objects.systeem(REDEN).filter(soort="ontvangst").exists()
    assert Concept.objects.voor(anna).filter(uuid=concept.uuid).exists(), "what was typed is still there"
    assert indienen(anna, concept.uuid).nummer


def test_88_twee_die_tegelijk_besluiten_nemen_een_besluit():
    zaak = met_voorstel()
    peter = medewerker("peter")
    uitkomsten = tegelijk(*[lambda: besluiten.besluiten(peter, zaak.uuid)] * 3)
    assert sum(isinstance(u, Besluit) for u in uitkomsten) == 1
    assert sum(isinstance(u, OnjuisteToestand) for u in uitkomsten) == 2
    assert Besluit.objects.systeem(REDEN).count() == 1
    assert Auditregel.objects.filter(handeling="besluiten", uitkomst="geweigerd").count() == 2


def test_89_wie_een_oude_stand_zag_krijgt_dat_te_horen():
    zaak = registreer("anna")
    gezien = zaak.versie
    uitkomsten = tegelijk(
        *[lambda: behandelen.overdragen(medewerker("vera"), zaak.uuid, zaak.team, reden="x", gezien_versie=gezien - 1)],
        *[lambda: behandelen.in_behandeling_nemen(medewerker("vera"), zaak.uuid, gezien_versie=ververs(zaak).versie)],
    )
    assert isinstance(uitkomsten[0], Achterhaald)
    assert isinstance(uitkomsten[1], Zaak)


def test_90_een_deadlock_wordt_overgedaan_en_beide_gebeuren():
    """Two acts take the same two zaken the other way round; PostgreSQL ends one of them, which then runs again."""
    een, ander = registreer("anna"), registreer("bram")
    peter = medewerker("peter")
    wacht = Barrier(2)
    eerste_keer = {"a": True, "b": True}

    def kruis(naam: str, van: Zaak, naar: Zaak) -> Any:
        def doe(actor: Any, zaak: Zaak, **_: Any) -> Zaak:
            if eerste_keer.pop(naam, False):
                wacht.wait(20)
            return behandelen.notitie_schrijven(actor, naar.uuid, onderwerp=naam, tekst="kruis")

        return handeling("notitie_schrijven", op="zaken.Zaak")(doe)(peter, van.uuid)

    uitkomsten = tegelijk(lambda: kruis("a", een, ander), lambda: kruis("b", ander, een))
    assert [type(u).__name__ for u in uitkomsten] == ["Notitie", "Notitie"]
    assert [een.notities.count(), ander.notities.count()] == [1, 1]
    assert Auditregel.objects.filter(handeling="notitie_schrijven").count() == 4, "nothing was logged twice"


def test_94_een_verbinding_van_de_pool_houdt_niets_van_de_vorige_gebruiker():
    zaak = registreer("anna")

    def stand() -> tuple[str, ...]:
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_user::text, current_setting('TimeZone'), current_setting('search_path')")
            return cursor.fetchone()

    voor = stand()
    assert not Zaak.objects.voor(burger("bram")).exists()
    assert Zaak.objects.voor(burger("anna")).get() == zaak
    with pytest.raises(BestaatNiet):
        termijnen.aanvullen(burger("bram"), zaak.uuid, zaak.uuid, uploads=["x"])
    assert stand() == voor
    with vangnet.gespannen(burger("bram")):
        assert stand()[0] == "portaal"
        assert not Zaak.objects.systeem(REDEN).exists()
    assert stand() == voor
    assert not Zaak.objects.voor(burger("bram")).exists()


def test_104_een_termijn_die_eindigt_tijdens_een_storing_wordt_verlengd():
    with klok.op_moment(VANDAAG):
        zaak = registreer("anna")
        taak = termijnen.aanvulling_vragen(
            medewerker("vera"), zaak, titel="Stuk", omschrijving="", uiterlijk=date(2026, 3, 16)
        )
    Uitval.objects.create(
        begin=VANDAAG + timedelta(days=14), einde=VANDAAG + timedelta(days=16), omschrijving="Storing"
    )
    systeem = Systeem(REDEN)
    with klok.op_moment(VANDAAG + timedelta(days=16, hours=1)):  # the last day passed while nobody could send a thing
        onderhoud.laat_aanvullingen_verlopen(systeem, klok.vandaag())
        assert ververs(zaak).fase == Fase.WACHT_OP_AANVRAGER
        assert zaak.taken.get().uiterlijk == zaak.opschortingen.get().uiterlijk == date(2026, 3, 19)
        assert onderhoud.laat_aanvullingen_verlopen(systeem, klok.vandaag()) == 0
    with klok.op_moment(VANDAAG + timedelta(days=30)):
        assert onderhoud.laat_aanvullingen_verlopen(systeem, klok.vandaag()) == 1
    taak.refresh_from_db()
    assert taak.stand == "verlopen"
    assert ververs(zaak).uiterlijke_einddatum == date(2026, 5, 15)  # 27 April and seventeen days is Ascension Day


def test_108_rechten_die_tussen_de_bladzijde_en_het_versturen_veranderen_gelden_meteen():
    zaak = met_voorstel()
    assert Zaak.objects.een(medewerker("peter"), zaak.uuid) is not None  # the page
    Toekenning.objects.filter(gebruiker__gebruikersnaam="peter").update(
        beeindigd_op=klok.nu(), beeindigd_door=gebruiker("ruud")
    )
    with klok.op_moment(VANDAAG), pytest.raises((GeenRecht, BestaatNiet)):
        besluiten.besluiten(medewerker("peter"), zaak.uuid)
    assert ververs(zaak).fase == Fase.BESLUIT_VOORGESTELD


def test_108_ook_een_lopende_handeling_ziet_de_stand_onder_het_slot():
    """Who waits for a lock sees the row as the other left it, not as it was when the page was made."""
    zaak = met_voorstel()
    vergrendeld, klaar = Event(), Event()

    def houdt_vast() -> None:
        with transaction.atomic():
            Zaak.objects.systeem(REDEN).select_for_update().get(pk=zaak.pk)
            vergrendeld.set()
            klaar.wait(2)
            Zaak.objects.systeem(REDEN).filter(pk=zaak.pk).update(fase=Fase.IN_BEHANDELING, versie=zaak.versie + 1)

    def besluit() -> Besluit:
        vergrendeld.wait(20)
        return besluiten.besluiten(medewerker("peter"), zaak.uuid)

    uitkomsten = tegelijk(houdt_vast, besluit)
    assert isinstance(uitkomsten[1], OnjuisteToestand)
