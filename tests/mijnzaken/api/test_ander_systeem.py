"""*Omgevingsvergunning dakkapel* is handled by another system: it speaks over real connections, and the resident still
has one place, staff see who handles it, and nobody here decides for it.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from mijnzaken.berichten import tasks
from tests.fabrieken import partij
from tests.mijnzaken.api.ontvanger import Ontvanger, ontvanger
from tests.mijnzaken.api.systeem import GEHEIM, systeem
from tests.mijnzaken.documenten.proefbestanden import in_map
from tests.oidc.hulp import als
from tests.vergunningensysteem import NAAM, Vergunningensysteem


@pytest.fixture
def deur() -> Iterator[Ontvanger]:
    with ontvanger() as stand:
        yield stand


@pytest.fixture
def bouw(gemeente_vast: None, live_server: Any, settings: Any, tmp_path: Path) -> Iterator[Vergunningensysteem]:
    settings.BASISADRES = live_server.url
    settings.WEBHOOK_HOSTS = settings.API_BESLOTEN_HOSTS = ["127.0.0.1"]
    cache.clear()
    systeem("bouw", alles=True)
    with in_map(settings, tmp_path / "documenten"):
        yield Vergunningensysteem(live_server.url, "bouw", GEHEIM)


def test_de_inwoner_volgt_bij_ons_wat_een_ander_systeem_doet(bouw: Vergunningensysteem, deur: Ontvanger) -> None:
    anna = als(Client(), partij("anna"))
    bouw.volg(deur.adres)
    zaak = bouw.begin(str(partij("anna").bsn.tonen()), "Dakkapel aan de achterkant")  # type: ignore[union-attr]
    pagina = f"/mijn/zaken/{zaak['uuid']}/"

    def ziet() -> str:
        return anna.get(pagina).content.decode()

    assert "Wij hebben uw aanvraag ontvangen." in ziet()
    assert f"Deze zaak wordt behandeld in een ander systeem: {NAAM}." in ziet()
    bouw.meld(zaak, "Welstand geeft advies")
    assert "De welstandscommissie kijkt of de dakkapel bij de andere huizen past." in ziet()

    # Each document by its own flag, whatever its confidentiality.
    bouw.stuur(zaak, "Doorsnede van de dakkapel", tonen=True)
    verborgen = bouw.stuur(zaak, "Berekening van de constructeur", tonen=False)
    assert "Doorsnede van de dakkapel" in ziet()
    assert "Berekening van de constructeur" not in ziet()
    assert anna.get(f"/documenten/{verborgen['url'].rpartition('/')[2]}/").status_code == 404

    # The decision with its remedy, though no document holds it.
    bouw.besluit(zaak, "U mag de dakkapel plaatsen.")
    assert "U mag de dakkapel plaatsen." in ziet()
    assert "Niet eens met het besluit?" in ziet()
    assert "Bezwaar maken" in ziet()
    assert "Besluit lezen" not in ziet()
    assert "U krijgt uiterlijk" not in ziet()

    bouw.rond_af(zaak, "Verleend")
    assert "Uw zaak is klaar." in ziet()
    assert bouw.lees(zaak["url"])["archiefnominatie"]

    # It heard of all of this by notification, and can fetch what each is about.
    tasks.veeg()
    gehoord = [(bericht["resource"], bericht["actie"]) for bericht in deur.berichten]
    assert gehoord.count(("status", "create")) == 3
    assert ("resultaat", "create") in gehoord
    for bericht in deur.berichten:
        assert bouw.lees(bericht["resourceUrl"])["url"] == bericht["resourceUrl"]
