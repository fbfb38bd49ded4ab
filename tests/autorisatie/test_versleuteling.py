"""Secrets at rest: read by who holds the key, shown only to who asks, and under the newest key after rotation."""

import json
import logging

import pytest
from cryptography.fernet import Fernet, InvalidToken
from django.template import Context, Template

from autorisatie.models import Partij
from autorisatie.versleuteling import Geheim, herversleutel, ontsleutel, versleutel, zoekwaarde
from mijnzaken.bronnen.proefnummers import proef_bsn
from tests.mijnzaken.rolverdeling import maak_persoon

BSN = proef_bsn(1)


def test_een_geheim_laat_zich_nergens_zien(caplog):
    geheim = Geheim.van(BSN)
    logging.getLogger("proef").warning("%s %r %s", geheim, geheim, [geheim])
    beeld = [
        str(geheim),
        repr(geheim),
        f"{geheim}",
        f"{geheim!r}",
        str({"bsn": geheim}),
        caplog.text,
        Template("{{ g }}").render(Context({"g": geheim})),
    ]
    assert not any(BSN in tekst for tekst in beeld)
    assert geheim.tonen() == BSN
    with pytest.raises(TypeError):
        json.dumps(geheim)


@pytest.mark.django_db
def test_een_bsn_staat_nergens_leesbaar_ook_niet_voor_het_bewaard_is():
    vers = Partij()
    vers.zet_bsn(BSN)
    assert isinstance(vers.bsn, Geheim)
    assert BSN not in str(vers.__dict__)
    uit_database = Partij.objects.systeem("proef").get(pk=maak_persoon(1).pk)
    assert uit_database.bsn.tonen() == BSN
    assert BSN.encode() not in uit_database.bsn.versleuteld
    assert BSN not in uit_database.bsn_zoekwaarde


def test_een_nieuwe_sleutel_leest_het_oude_en_schrijft_het_nieuwe(settings):
    oud, nieuw = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    settings.SLEUTELS = [oud]
    bewaard = versleutel(BSN)
    settings.SLEUTELS = [nieuw, oud]
    assert ontsleutel(bewaard) == BSN
    overgezet = herversleutel(bewaard)
    settings.SLEUTELS = [nieuw]
    assert ontsleutel(overgezet) == BSN
    with pytest.raises(InvalidToken):
        ontsleutel(bewaard)


def test_de_zoekwaarde_vindt_terug_en_houdt_soorten_uit_elkaar(settings):
    assert zoekwaarde(BSN) == zoekwaarde(BSN)
    assert zoekwaarde(BSN) != zoekwaarde(BSN, soort="betrokkene")
    eerst = zoekwaarde(BSN)
    settings.ZOEKSLEUTEL = "een andere sleutel"
    assert zoekwaarde(BSN) != eerst, "without the key nobody can make it from a list of all numbers"


def test_tweemaal_versleutelen_geeft_niet_tweemaal_hetzelfde():
    assert versleutel(BSN) != versleutel(BSN)
