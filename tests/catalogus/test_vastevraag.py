"""A question that is kept gives what the same question gives when it is asked anew."""

import threading
import uuid
from typing import Any

import pytest
from django.db import connection, connections, transaction
from django.db.models import Count, QuerySet
from django.test.utils import CaptureQueriesContext

from catalogus.models import Statustype, Zaaktype
from catalogus.vastevraag import PLEK, SLEUTEL, VasteVraag, onthouden, voorbereid

pytestmark = pytest.mark.django_db


def met_alles() -> QuerySet[Zaaktype]:
    """A relation, a number that was counted, and rows of another table."""
    telling = Zaaktype.objects.annotate(statussen=Count("statustypen"))
    return telling.select_related("proces__team").prefetch_related("statustypen")


def als_woorden(rij: Any) -> tuple[Any, ...] | None:
    if rij is None:
        return None
    statustypen = [soort.omschrijving for soort in rij.statustypen.all()]
    return rij.pk, rij.omschrijving, rij.proces.team.naam, rij.statussen, statustypen


def test_het_antwoord_is_dat_van_de_vraag_zelf(zaaktype: Zaaktype) -> None:
    vraag = VasteVraag(met_alles().filter(uuid=PLEK))
    for gezocht in (zaaktype.uuid, uuid.uuid4(), zaaktype.uuid):
        anders = met_alles().filter(uuid=gezocht).first()
        assert als_woorden(vraag.eerste(gezocht)) == als_woorden(anders)
    assert als_woorden(vraag.eerste(zaaktype.uuid)) is not None


def test_ook_op_een_sleutel_of_op_tekst_en_in_haar_eigen_orde(zaaktype: Zaaktype) -> None:
    van_soort = Statustype.objects.filter(zaaktype=SLEUTEL).order_by("-volgnummer")
    andersom = list(zaaktype.statustypen.order_by("-volgnummer"))
    assert VasteVraag(van_soort).alle(zaaktype.pk) == andersom
    op_naam = VasteVraag(Zaaktype.objects.filter(omschrijving=str(PLEK)))
    assert zaaktype in op_naam.alle(zaaktype.omschrijving)
    assert op_naam.alle(f"{zaaktype.omschrijving}' OR true --") == []


def test_achter_een_dichte_deur_is_niets(zaaktype: Zaaktype, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert VasteVraag(Zaaktype.objects.none().filter(uuid=PLEK)).eerste(zaaktype.uuid) is None


def test_zij_wordt_eenmaal_gemaakt_en_kost_een_statement(zaaktype: Zaaktype, django_assert_num_queries: Any) -> None:
    gemaakt = []

    @onthouden
    def vraag(welke: str) -> QuerySet[Zaaktype]:
        gemaakt.append(welke)
        return Zaaktype.objects.filter(uuid=PLEK)

    with django_assert_num_queries(0):
        vraag("deze"), vraag("die")
    with django_assert_num_queries(3):
        for _ in range(3):
            assert vraag("deze").eerste(zaaktype.uuid) == zaaktype
    assert gemaakt == ["deze", "die"]


def test_de_database_houdt_haar_plan_en_vergeet_het_zonder_gevolg(zaaktype: Zaaktype) -> None:
    vraag = VasteVraag(Zaaktype.objects.filter(uuid=PLEK))
    for _ in range(3):
        assert vraag.eerste(zaaktype.uuid) == zaaktype
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%%catalogus_zaaktype%%'")
        assert cursor.fetchone()[0] >= 1
    with transaction.atomic():
        assert vraag.eerste(zaaktype.uuid) == zaaktype
        transaction.set_rollback(True)  # what is undone takes the plans of the connection along
    assert vraag.eerste(zaaktype.uuid) == zaaktype


def test_wat_er_gevraagd_is_blijft_na_te_gaan_ook_met_een_plan(zaaktype: Zaaktype) -> None:
    vraag = VasteVraag(Zaaktype.objects.filter(uuid=PLEK))
    with CaptureQueriesContext(connection) as gesteld:
        for _ in range(3):
            vraag.eerste(zaaktype.uuid)
    assert len(gesteld) == 3
    assert all("catalogus_zaaktype" in een["sql"] and str(zaaktype.uuid) not in een["sql"] for een in gesteld)


def test_daarna_vraagt_iedereen_weer_als_anders() -> None:
    connection.ensure_connection()
    anders = connection.connection.cursor_factory

    def gaat_mis() -> None:
        with voorbereid():
            with voorbereid():
                assert connection.connection.cursor_factory is not anders
            assert connection.connection.cursor_factory is not anders
            raise KeyError

    with pytest.raises(KeyError):
        gaat_mis()
    assert connection.connection.cursor_factory is anders


@pytest.mark.django_db(transaction=True)
def test_een_andere_draad_vraagt_over_haar_eigen_verbinding() -> None:
    vraag = VasteVraag(Zaaktype.objects.filter(uuid=PLEK))
    assert vraag.eerste(uuid.uuid4()) is None
    gebruikt: list[Any] = []

    def elders() -> None:
        try:
            with connections["default"].execute_wrapper(lambda doe, *delen: gebruikt.append(delen) or doe(*delen)):
                assert vraag.eerste(uuid.uuid4()) is None
        finally:
            connections.close_all()

    with connection.execute_wrapper(lambda *_: pytest.fail("over de verbinding van een ander")):
        draad = threading.Thread(target=elders)
        draad.start()
        draad.join()
    assert len(gebruikt) == 1
