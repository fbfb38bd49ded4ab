"""97: the log that can't be written. With real transactions, for a line that fails undoes all of the one that runs."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse

from autorisatie import logboek
from autorisatie.models import Auditregel
from mijnzaken.zaken.documenten import document_inzien
from mijnzaken.zaken.handelingen import behandelen
from mijnzaken.zaken.handelingen.besluiten import besluiten
from mijnzaken.zaken.inzien import zaak_inzien
from tests.fabrieken import dien_in, gebruiker, medewerker, registreer, ververs
from tests.oidc.hulp import als

pytestmark = pytest.mark.usefixtures("gemeente_vast", "op_maandag")


@contextmanager
def logboek_stuk(tabel: str = "logboek_auditregel") -> Iterator[None]:
    """No line can be written any more."""
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {tabel} ADD CONSTRAINT stuk CHECK (false) NOT VALID")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"ALTER TABLE {tabel} DROP CONSTRAINT stuk")


@pytest.mark.parametrize("tabel", ["logboek_auditregel", "logboek_verwerkingsregel"])
def test_97_zonder_regel_gebeurt_een_handeling_niet(tabel: str) -> None:
    zaak = ververs(registreer("anna"))
    with logboek_stuk(tabel), pytest.raises(IntegrityError):
        behandelen.in_behandeling_nemen(medewerker("vera"), zaak)
    assert ververs(zaak).behandelaar is None


@pytest.mark.parametrize("tabel", ["logboek_auditregel", "logboek_verwerkingsregel"])
def test_97_zonder_regel_wordt_niets_gelezen(tabel: str) -> None:
    zaak = ververs(dien_in("anna", "subsidie-verkeerslawaai"))
    document = zaak.zaakdocumenten.first().document
    with logboek_stuk(tabel):
        with pytest.raises(IntegrityError):
            zaak_inzien(medewerker("sanne"), zaak.uuid)
        with pytest.raises(IntegrityError):
            document_inzien(medewerker("sanne"), document.uuid)


def test_97_een_scherm_dat_zijn_regel_niet_kan_schrijven_toont_niets() -> None:
    zaak = ververs(registreer("anna"))
    client = als(Client(raise_request_exception=False), gebruiker("vera"))
    with logboek_stuk():
        antwoord = client.get(reverse("zaak", args=[zaak.nummer]))
    assert antwoord.status_code == 500
    assert zaak.aanvragernaam not in antwoord.content.decode()
    fleur = als(Client(raise_request_exception=False), gebruiker("fleur"))
    with logboek_stuk():
        assert fleur.get(reverse("beheer_logboek")).status_code == 500
        assert fleur.post(reverse("beheer_logboek_uitvoer"), {"reden": "x", "vorm": "csv"}).status_code == 500


def test_97_ook_een_weigering_die_niet_te_schrijven_is_doet_niets() -> None:
    zaak = ververs(registreer("anna"))
    voor = Auditregel.objects.count()
    with logboek_stuk(), pytest.raises(IntegrityError):
        besluiten(medewerker("vera"), zaak)
    assert Auditregel.objects.count() == voor
    assert ververs(zaak).fase == zaak.fase


def test_97_wie_de_fout_opvangt_houdt_niets_van_wat_er_gebeurde() -> None:
    zaak = ververs(registreer("anna"))
    with logboek_stuk():
        with transaction.atomic():
            zaak.omschrijving = "Dit mag er niet komen te staan"
            zaak.save(update_fields=["omschrijving"])
            with pytest.raises(IntegrityError):
                logboek.schrijf(medewerker("vera"), "inzien", rij=zaak)
        assert ververs(zaak).omschrijving != zaak.omschrijving
