"""Notificaties 1.0.1: what other systems tell, and which scope does what."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from autorisatie.models import Autorisatie, Wijziging
from catalogus import klok
from mijnzaken.berichten.models import Bericht, Notificatie, Notificatiekanaal
from mijnzaken.bronnen.models import Bronstand
from tests.fabrieken import REDEN, partij
from tests.mijnzaken.api.notificaties.gedeeld import (
    ABONNEMENT,
    WORTEL,
    abonnement,
    bezorg,
    luisteraar,
    vertel,
    verteller,
)
from tests.mijnzaken.api.ontvanger import Ontvanger
from tests.mijnzaken.api.systeem import Systeem, fouten

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]


@pytest.fixture
def vergunningen() -> Notificatiekanaal:
    return Notificatiekanaal.objects.create(naam="vergunningen", filters=["wijk"])


@pytest.mark.usefixtures("vergunningen")
def test_wat_een_ander_vertelt_gaat_naar_wie_zich_daarop_abonneerde(abonnee: Systeem, deur: Ontvanger) -> None:
    abonnee.stuur(ABONNEMENT, abonnement(deur, {"naam": "vergunningen", "filters": {"wijk": "centrum"}}))
    antwoord = verteller().stuur(f"{WORTEL}/notificaties", vertel())
    assert antwoord.status_code == 200
    assert antwoord.json() == vertel()
    verteller_2 = Systeem(verteller_rij())
    verteller_2.stuur(f"{WORTEL}/notificaties", vertel(kenmerken={"wijk": "zuid"}))
    bezorg()
    assert deur.berichten == [vertel()]


def verteller_rij() -> Any:
    return Autorisatie.objects.select_related("applicatie").get(scopes=["notificaties.publiceren"]).applicatie


@pytest.mark.usefixtures("vergunningen")
def test_een_kanaal_of_kenmerk_dat_er_niet_is_wordt_geweigerd() -> None:
    wie = verteller()
    adres = f"{WORTEL}/notificaties"
    assert fouten(wie.stuur(adres, vertel(kanaal="onzin"))) == {"kanaal": "message_kanaal"}
    assert fouten(wie.stuur(adres, vertel(kenmerken={"kleur": "rood"}))) == {"kenmerken": "kenmerken_inconsistent"}
    assert set(fouten(wie.stuur(adres, {}))) == set(vertel()) - {"kenmerken"}
    assert not Notificatie.objects.exists()


def test_een_gebeurtenis_over_een_persoon_vraagt_het_register_opnieuw_en_blijft_nergens_staan(
    abonnee: Systeem, deur: Ontvanger, settings: Any
) -> None:
    Notificatiekanaal.objects.create(naam="personen", filters=["burgerservicenummer"])
    abonnee.stuur(ABONNEMENT, abonnement(deur, {"naam": "personen"}))
    anna: Any = partij("anna")
    bsn = anna.bsn.tonen()
    later = klok.nu() + timedelta(days=20)
    Bronstand.objects.systeem(REDEN).update_or_create(partij=anna, defaults={"volgende_poging": later})
    wie = verteller()

    def persoon(nummer: str) -> Any:
        gestuurd = vertel(kanaal="personen", kenmerken={"burgerservicenummer": nummer}, actie="verhuisd")
        antwoord = wie.stuur(f"{WORTEL}/notificaties", gestuurd)
        assert antwoord.json() == gestuurd
        return antwoord.status_code

    assert persoon(bsn) == persoon("999995467") == 200, "the same for who is not known here"
    assert Bronstand.objects.systeem(REDEN).get(partij=anna).volgende_poging == klok.nu()
    assert bezorg() == []
    assert deur.berichten == []
    assert not Notificatie.objects.exists()
    assert bsn not in repr([*Wijziging.objects.values(), *Bericht.objects.systeem(REDEN).values()])


# -- scopes ------------------------------------------------------------------------------------------------------------

DOEN: dict[str, Callable[[Systeem, Ontvanger, str], Any]] = {
    "kanalen": lambda wie, deur, url: wie.haal(f"{WORTEL}/kanaal"),
    "kanaal maken": lambda wie, deur, url: wie.stuur(f"{WORTEL}/kanaal", {"naam": "nieuw"}),
    "abonnementen": lambda wie, deur, url: wie.haal(ABONNEMENT),
    "abonneren": lambda wie, deur, url: wie.stuur(ABONNEMENT, abonnement(deur)),
    "vertellen": lambda wie, deur, url: wie.stuur(f"{WORTEL}/notificaties", vertel()),
    "opzeggen van een ander": lambda wie, deur, url: wie.verwijder(url),
}
LEEST = {"kanalen": 200, "abonnementen": 200}
MAG = {
    "notificaties.consumeren": LEEST | {"abonneren": 201},
    "notificaties.publiceren": LEEST | {"kanaal maken": 201, "vertellen": 200},
    "zaken.lezen": {},
}


@pytest.mark.usefixtures("vergunningen")
@pytest.mark.parametrize("scope", [*MAG])
def test_elke_scope_geeft_wat_het_document_zegt_en_niets_meer(abonnee: Systeem, deur: Ontvanger, scope: str) -> None:
    url = abonnee.stuur(ABONNEMENT, abonnement(deur)).json()["url"]
    wie = luisteraar("wie", scope)
    gekregen = {naam: doe(wie, deur, url).status_code for naam, doe in DOEN.items()}
    assert gekregen == dict.fromkeys(DOEN, 403) | MAG[scope]
