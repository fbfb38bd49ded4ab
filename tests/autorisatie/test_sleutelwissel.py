"""A key is replaced while the program runs: everything moves to the new one, nothing is lost."""

import pytest
from cryptography.fernet import Fernet, InvalidToken

from autorisatie.models import Applicatie
from autorisatie.sleutelwissel import geheime_velden, wissel
from autorisatie.versleuteling import ontsleutel

pytestmark = pytest.mark.django_db


def test_na_het_wisselen_kan_de_oude_sleutel_weg(settings):
    oud, nieuw = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    settings.SLEUTELS = [oud]
    rij = Applicatie.objects.create(client_id="zaaksysteem", geheim="s3cr3t", label="Zaaksysteem")
    settings.SLEUTELS = [nieuw, oud]
    assert wissel(Applicatie, "geheim") == 1
    rij.refresh_from_db()
    settings.SLEUTELS = [nieuw]
    assert rij.geheim.tonen() == "s3cr3t"
    settings.SLEUTELS = [oud]
    with pytest.raises(InvalidToken):
        ontsleutel(rij.geheim.versleuteld)


def test_elk_geheim_veld_wordt_gevonden():
    velden = {f"{model._meta.label}.{veld}" for model, veld in geheime_velden()}
    assert velden == {
        "api.Herhaling.antwoord",
        "autorisatie.Applicatie.geheim",
        "autorisatie.Applicatie.vorig_geheim",
        "autorisatie.Partij.bsn",
        "autorisatie.Toegangsvoorstel.geheim",
        "berichten.Abonnement.auth",
        "klanten.Rekeningnummer.iban",
        "zaken.Concept.waarden",
        "zaken.Inzagedeel.inhoud",
        "zaken.Inzagekopie.ook_weg",
        "zaken.Zaakobject.object_geheim",
    }
