"""The seals over the logs, in real transactions: who writes is never held up, and what was tampered with is found."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection, connections, transaction

from autorisatie import logboek, verzegelen
from autorisatie.actor import Systeem
from autorisatie.bewaakt import Verantwoording
from autorisatie.models import Auditregel, Logboekzegel, Verwerkingsregel
from autorisatie.nazien import TE_LAAT, ketens, nazien
from catalogus import klok
from tests.leegmaken import LOGBOEK, met_delen

pytestmark = pytest.mark.django_db(transaction=True)
AUDIT, VERWERKING, ZEGEL = LOGBOEK


@pytest.fixture(autouse=True)
def _eigen_map(tmp_path: Any, settings: Any) -> None:
    settings.VAR = tmp_path


def schrijf(aantal: int = 1) -> None:
    """So many acts, each with one data subject, in one transaction."""
    actor = Systeem("proef")
    with transaction.atomic():
        for _ in range(aantal):
            betrokken = logboek.Betrokken([1], klok.nu(), "De afdeling", Verantwoording(activiteit="/x/"))
            logboek.schrijf(actor, "inzien", doel="proef", betrokken=betrokken)


@contextmanager
def geknoeid(tabel: str = AUDIT) -> Iterator[Any]:
    """Somebody who owns the database and takes the triggers away."""
    with connection.cursor() as cursor:
        delen = met_delen(connection, [tabel])
        for deel in delen:
            cursor.execute(f"ALTER TABLE {deel} DISABLE TRIGGER USER")
        yield cursor
        for deel in delen:
            cursor.execute(f"ALTER TABLE {deel} ENABLE TRIGGER USER")


def elders(werk: Any) -> threading.Thread:
    """In another thread, over a connection of its own."""

    def loop() -> None:
        try:
            werk()
        finally:
            connections.close_all()

    draad = threading.Thread(target=loop)
    draad.start()
    return draad


def fouten(*, geheel: bool = True) -> list[str]:
    return list(nazien(geheel=geheel))


def test_alles_wat_voorbij_is_krijgt_een_zegel_en_klopt():
    schrijf(5)
    assert verzegelen.verzegel() == 2
    assert set(Logboekzegel.objects.values_list("tabel", "aantal")) == {(AUDIT, 5), (VERWERKING, 5)}
    schrijf(3)
    assert verzegelen.verzegel() == 2
    assert verzegelen.verzegel() == 0
    assert fouten() == fouten(geheel=False) == []
    assert sum(Logboekzegel.objects.filter(tabel=AUDIT).values_list("aantal", flat=True)) == Auditregel.objects.count()


def test_een_grote_hoeveelheid_wordt_in_porties_verzegeld(monkeypatch):
    monkeypatch.setattr(verzegelen, "PORTIE", 4)
    schrijf(10)
    verzegelen.verzegel()
    assert list(Logboekzegel.objects.filter(tabel=AUDIT).order_by("nummer").values_list("aantal", flat=True)) == [
        4,
        4,
        2,
    ]
    schrijf(1)
    verzegelen.verzegel()
    assert fouten() == []


@pytest.mark.parametrize("tabel,kolom", [(AUDIT, "reden"), (AUDIT, "gebruiker_id"), (VERWERKING, "onderzoek_id")])
def test_98_een_gewijzigde_regel_wordt_gevonden_en_er_staat_bij_waar(tabel, kolom):
    schrijf(3)
    verzegelen.verzegel()
    with geknoeid(tabel) as cursor:
        cursor.execute(f"UPDATE {tabel} SET {kolom} = '7' WHERE id = (SELECT min(id) FROM {tabel})")
    (zin,) = fouten(geheel=False)
    assert tabel in zin
    assert "een regel gewijzigd" in zin
    assert "zegel" in zin


def test_98_een_weggehaalde_regel_wordt_gevonden_met_zijn_nummer():
    schrijf(3)
    verzegelen.verzegel()
    weg = Auditregel.objects.order_by("pk").values_list("pk", flat=True)[1]
    with geknoeid() as cursor:
        cursor.execute(f"DELETE FROM {AUDIT} WHERE id = %s", [weg])
    (zin,) = fouten()
    assert f"ontbreken 1 regels (nummer {weg})" in zin


def test_98_een_achteraf_ingevoegde_regel_wordt_gevonden():
    schrijf(3)
    verzegelen.verzegel()
    kolommen = [veld.column for veld in Auditregel._meta.concrete_fields if veld.column not in ("id", "uuid")]
    namen = ", ".join(kolommen)
    with connection.cursor() as cursor:  # nothing forbids to add; that is why the number of a transaction is sealed
        cursor.execute(
            f"INSERT INTO {AUDIT} (xid, uuid, {namen}) SELECT xid, gen_random_uuid(), {namen} FROM {AUDIT} LIMIT 1"
        )
    (zin,) = fouten()
    assert "1 regels achteraf ingevoegd" in zin


def test_98_een_afgeknipte_keten_wordt_gevonden_door_wat_buiten_de_database_is_bewaard():
    schrijf()
    verzegelen.verzegel()
    schrijf()
    verzegelen.verzegel()
    laatste = Logboekzegel.objects.order_by("-nummer").values_list("nummer", flat=True)[0]
    with geknoeid(ZEGEL) as cursor:
        cursor.execute(f"DELETE FROM {ZEGEL} WHERE nummer > 2")
    zinnen = fouten()
    assert any(f"Zegel {laatste} is buiten de database bewaard en staat er niet meer in" in zin for zin in zinnen)


def test_98_een_gewijzigd_of_weggehaald_zegel_wordt_gevonden():
    for _ in range(3):
        schrijf()
        verzegelen.verzegel()
    with geknoeid(ZEGEL) as cursor:
        cursor.execute(f"UPDATE {ZEGEL} SET aantal = 9 WHERE nummer = 1")
        cursor.execute(f"DELETE FROM {ZEGEL} WHERE nummer = 3")
    zinnen = " ".join(fouten())
    assert "Zegel 1 van" in zinnen
    assert "Voor zegel 4 ontbreken zegels" in zinnen


@pytest.mark.parametrize("opdracht", ["UPDATE {t} SET aantal = 1", "DELETE FROM {t}", "TRUNCATE {t}"])
def test_98_een_zegel_verandert_of_verdwijnt_niet(opdracht):
    schrijf()
    verzegelen.verzegel()
    with pytest.raises(Exception, match="alleen om aan toe te voegen"), connection.cursor() as cursor:
        cursor.execute(opdracht.format(t=ZEGEL))


def test_98_ook_een_maand_wordt_niet_leeggemaakt():
    for tabel in (AUDIT, VERWERKING):
        for deel in met_delen(connection, [tabel]):
            with pytest.raises(Exception, match="alleen om aan toe te voegen"), connection.cursor() as cursor:
                cursor.execute(f"TRUNCATE {deel}")


def test_een_lange_transactie_stelt_het_verzegelen_uit_en_mist_niets():
    wacht, klaar = threading.Event(), threading.Event()

    def lang() -> None:
        with transaction.atomic():
            schrijf()
            klaar.set()
            wacht.wait(20)

    draad = elders(lang)
    assert klaar.wait(20)
    schrijf(2)  # later number, and it commits first
    assert verzegelen.verzegel() == 0, "what comes after a transaction that still runs is not sealed before it"
    wacht.set()
    draad.join()
    verzegelen.verzegel()
    assert sum(Logboekzegel.objects.filter(tabel=AUDIT).values_list("aantal", flat=True)) == 3
    assert fouten() == []


def test_schrijvers_en_twee_verzegelaars_tegelijk_geven_een_hele_keten(monkeypatch):
    monkeypatch.setattr(verzegelen, "PORTIE", 7)
    schrijvers = [elders(lambda: [schrijf(2) for _ in range(15)]) for _ in range(4)]
    zegelaars = [elders(lambda: [verzegelen.verzegel() for _ in range(6)]) for _ in range(2)]
    for draad in (*schrijvers, *zegelaars):
        draad.join()
    verzegelen.verzegel()
    assert Auditregel.objects.count() == 120
    assert sum(Logboekzegel.objects.filter(tabel=AUDIT).values_list("aantal", flat=True)) == 120
    nummers = list(Logboekzegel.objects.order_by("nummer").values_list("nummer", flat=True))
    assert nummers == list(range(1, len(nummers) + 1))
    assert fouten() == []


def test_nazien_houdt_geen_schrijver_op():
    schrijf(3)
    verzegelen.verzegel()
    with transaction.atomic():
        assert fouten() == []
        draad = elders(schrijf)
        draad.join(10)
        assert not draad.is_alive()


def test_na_terugzetten_begint_een_nieuwe_keten_en_dat_wordt_gezegd():
    """A restored database counts its transactions anew: here by giving what was written a number far ahead."""
    verder = 1_000_000_000
    with geknoeid() as cursor, geknoeid(VERWERKING):
        for _ in range(2):
            schrijf(2)
        for tabel in (AUDIT, VERWERKING):
            cursor.execute(f"UPDATE {tabel} SET xid = ((xid::text)::bigint + {verder})::text::xid8")
    with pytest.MonkeyPatch.context() as lapje:
        lapje.setattr(verzegelen, "_grenzen", lambda: (verder * 2, verder * 2))
        verzegelen.verzegel()
    schrijf(1)
    verzegelen.verzegel()
    assert sorted(Logboekzegel.objects.filter(tabel=AUDIT).values_list("keten", "aantal")) == [(1, 4), (2, 0), (2, 1)]
    assert fouten() == []
    assert [zin.partition(":")[0] for zin in ketens()] == [AUDIT, VERWERKING]
    with geknoeid() as cursor:
        cursor.execute(f"UPDATE {AUDIT} SET reden = 'x' WHERE id = (SELECT min(id) FROM {AUDIT})")
    assert len(fouten()) == 1


def test_wat_te_lang_niet_is_verzegeld_wordt_gezegd():
    with klok.op_moment(klok.nu() - 3 * TE_LAAT):
        schrijf()
    assert sum("is niet verzegeld sinds" in zin for zin in fouten()) == 2
    verzegelen.verzegel()
    assert fouten() == []


def test_verwerkingsregels_staan_ook_onder_een_zegel():
    schrijf(2)
    verzegelen.verzegel()
    assert Verwerkingsregel.objects.count() == Logboekzegel.objects.get(tabel=VERWERKING).aantal
