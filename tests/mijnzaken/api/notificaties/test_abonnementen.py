"""Notificaties 1.0.1: channels, and subscribing to them."""

from typing import Any

import pytest

from autorisatie.models import Wijziging
from mijnzaken.berichten import verdelen
from mijnzaken.berichten.models import Abonnement, Stand
from mijnzaken.berichten.notificaties import EIGEN
from tests.mijnzaken.api.notificaties.gedeeld import (
    ABONNEMENT,
    WORTEL,
    abonnement,
    bezorg,
    gebeurt,
    luisteraar,
    verteller,
)
from tests.mijnzaken.api.ontvanger import AUTH, Ontvanger
from tests.mijnzaken.api.systeem import Systeem, fouten, systeem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]


def test_de_eigen_kanalen_zijn_er_en_een_ander_registreert_een_nieuw() -> None:
    wie = verteller()
    eigen = wie.haal(f"{WORTEL}/kanaal").json()
    assert [kanaal["naam"] for kanaal in eigen] == list(EIGEN)
    assert eigen[0]["filters"] == ["bronorganisatie", "zaaktype", "vertrouwelijkheidaanduiding"]
    assert wie.haal(eigen[0]["url"]).json() == eigen[0]
    nieuw = {"naam": "vergunningen", "documentatieLink": "https://elders.nl/uitleg", "filters": ["wijk"]}
    antwoord = wie.stuur(f"{WORTEL}/kanaal", nieuw)
    assert antwoord.status_code == 201
    gemaakt = antwoord.json()
    assert gemaakt == nieuw | {"url": antwoord.headers["Location"]}
    assert wie.haal(gemaakt["url"]).json() == gemaakt
    assert wie.haal(f"{WORTEL}/kanaal?naam=vergunningen").json() == [gemaakt]
    for dubbel in (nieuw, {"naam": "zaken"}):
        assert fouten(wie.stuur(f"{WORTEL}/kanaal", dubbel)) == {"naam": "unique"}
    assert wie.haal(f"{WORTEL}/kanaal/7f1c0f6e-8b1c-4d56-9c0f-0f4c6f6f0001").status_code == 404


# -- subscriptions -----------------------------------------------------------------------------------------------------


def test_een_abonnement_wordt_geprobeerd_en_toont_zijn_sleutel_nooit(abonnee: Systeem, deur: Ontvanger) -> None:
    antwoord = abonnee.stuur(ABONNEMENT, abonnement(deur, {"naam": "zaken", "filters": {"zaaktype": "*"}}))
    assert antwoord.status_code == 201, antwoord.content
    gemaakt = antwoord.json()
    assert gemaakt["auth"] == "*****"
    assert abonnee.haal(gemaakt["url"]).json() == gemaakt
    assert abonnee.haal(ABONNEMENT).json() == [gemaakt]
    assert [koppen["authorization"] for koppen, _ in deur.gekregen] == [AUTH]
    assert AUTH not in repr(list(Wijziging.objects.values()))
    assert AUTH not in repr(list(Abonnement.objects.values()))


def test_een_terugroepadres_dat_iedereen_binnenlaat_of_niemand_wordt_geweigerd(
    abonnee: Systeem, deur: Ontvanger
) -> None:
    deur.open = True
    assert fouten(abonnee.stuur(ABONNEMENT, abonnement(deur))) == {"callbackUrl": "no-auth-on-callback-url"}
    deur.open = False
    dicht = abonnement(deur, auth="Bearer onbekend")
    assert fouten(abonnee.stuur(ABONNEMENT, dicht)) == {"callbackUrl": "invalid-callback-url"}
    deur.status = 302
    assert fouten(abonnee.stuur(ABONNEMENT, abonnement(deur))) == {"callbackUrl": "invalid-callback-url"}
    assert fouten(abonnee.stuur(ABONNEMENT, abonnement(deur, auth="Bearer a\r\nX-B: c"))) == {"auth": "invalid"}
    assert not Abonnement.objects.exists()


@pytest.mark.parametrize(
    "adres",
    [
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://archief.example@127.0.0.1/",
        "https://overal.example/",
    ],
)
def test_67_een_abonnement_wijst_nooit_naar_binnen_of_naar_wie_niet_genoemd_is(
    abonnee: Systeem, settings: Any, adres: str
) -> None:
    """Also when its name is on the list: where it points is looked up each time."""
    settings.WEBHOOK_HOSTS = ["archief.example", "localhost", "10.0.0.1", "::1", "127.0.0.1"]
    gestuurd = {"callbackUrl": adres, "auth": AUTH, "kanalen": [{"naam": "zaken"}]}
    assert fouten(abonnee.stuur(ABONNEMENT, gestuurd)) == {"callbackUrl": "invalid-callback-url"}


def test_67_een_abonnement_waarvan_de_host_later_naar_binnen_wijst_krijgt_niets(
    abonnee: Systeem, deur: Ontvanger, settings: Any
) -> None:
    abonnee.stuur(ABONNEMENT, abonnement(deur))
    settings.API_BESLOTEN_HOSTS = []
    gebeurt()
    (bericht,) = bezorg()
    assert (bericht.status, deur.berichten) == (Stand.GEPARKEERD, [])
    assert "besloten netwerk" in bericht.fout


def test_kanalen_en_filters_van_een_abonnement_bestaan(abonnee: Systeem, deur: Ontvanger) -> None:
    onbekend = abonnement(deur, {"naam": "zaken"}, {"naam": "onzin"})
    assert fouten(abonnee.stuur(ABONNEMENT, onbekend)) == {"kanalen.1.naam": "kanaal_naam"}
    verkeerd = abonnement(deur, {"naam": "zaken", "filters": {"kleur": "rood"}})
    assert fouten(abonnee.stuur(ABONNEMENT, verkeerd)) == {"kanalen.0.filters": "inconsistent-abonnement-filters"}
    assert set(fouten(abonnee.stuur(ABONNEMENT, {}))) == {"callbackUrl", "auth", "kanalen"}


def test_een_abonnement_wijzigen_houdt_wat_niet_genoemd_is(abonnee: Systeem, deur: Ontvanger) -> None:
    url = abonnee.stuur(ABONNEMENT, abonnement(deur)).json()["url"]
    geprobeerd = len(deur.gekregen)
    gelezen = abonnee.haal(url).json()
    assert abonnee.vraag("PUT", url, gelezen).json() == gelezen
    assert len(deur.gekregen) == geprobeerd, "the veil is no new authorisation"
    na = abonnee.wijzig(url, {"kanalen": [{"naam": "besluiten"}]}).json()
    assert na["kanalen"] == [{"naam": "besluiten", "filters": {}}]
    assert fouten(abonnee.wijzig(url, {"auth": "Bearer onbekend"})) == {"callbackUrl": "invalid-callback-url"}
    rij: Any = Abonnement.objects.get()
    assert rij.auth.tonen() == AUTH


def test_een_abonnement_is_van_zijn_eigen_systeem(abonnee: Systeem, deur: Ontvanger) -> None:
    url = abonnee.stuur(ABONNEMENT, abonnement(deur)).json()["url"]
    ander = luisteraar("ander")
    assert ander.haal(ABONNEMENT).json() == []
    assert {ander.haal(url).status_code, ander.wijzig(url, {}).status_code, ander.verwijder(url).status_code} == {403}
    assert len(systeem("alles", alles=True).haal(ABONNEMENT).json()) == 1


def test_opzeggen_neemt_mee_wat_nog_wacht(abonnee: Systeem, deur: Ontvanger) -> None:
    url = abonnee.stuur(ABONNEMENT, abonnement(deur)).json()["url"]
    verdelen.verdeel(gebeurt().pk)
    assert abonnee.verwijder(url).status_code == 204
    assert bezorg() == []
    assert deur.berichten == []
