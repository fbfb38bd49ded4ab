"""What registers call a partij: its numbers, which are how a person is found."""

from datetime import timedelta
from typing import Any

import pytest

from autorisatie import logboek
from autorisatie.actor import Burger
from autorisatie.models import Partij, Wijziging
from autorisatie.models.machtiging import SESSIE
from autorisatie.versleuteling import zoekwaarde
from catalogus import klok
from mijnzaken.bronnen.models import Bronstand
from tests.fabrieken import REDEN, partij
from tests.mijnzaken.api.klantinteracties.kcs import KIC, bsn_van, contact, kcs, maak, nummer, persoon, ref
from tests.mijnzaken.api.systeem import Systeem, fouten

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
NIEUW_BSN = "999990007"
ANDER_BSN = "999990111"


@pytest.fixture
def kiss() -> Systeem:
    return kcs()


def rij_van(ding: dict[str, Any]) -> Partij:
    gevonden: Partij = Partij.objects.systeem(REDEN).get(uuid=ding["uuid"])
    return gevonden


def test_een_nummer_is_van_een_partij(kiss: Systeem) -> None:
    anna = partij("anna")
    dubbel = persoon(partijIdentificatoren=[nummer("bsn", bsn_van(anna))])
    assert fouten(kiss.stuur(f"{KIC}/partijen", dubbel)) == {"partijIdentificatoren": "unique"}
    for gegeven in (nummer("bsn", "123456789"), nummer("kvk_nummer", "90009990"), nummer("rsin", "1")):
        assert fouten(kiss.stuur(f"{KIC}/partijen", persoon(partijIdentificatoren=[gegeven]))) == {
            "partijIdentificatoren": "invalid"
        }
    verkeerd = nummer("bsn", NIEUW_BSN)
    verkeerd["partijIdentificator"]["codeRegister"] = "hr"
    assert fouten(kiss.stuur(f"{KIC}/partijen", persoon(partijIdentificatoren=[verkeerd]))) == {
        "partijIdentificatoren.0.partijIdentificator.codeRegister": "invalid"
    }


def test_een_partij_krijgt_een_nummer_en_volgt_dan_haar_register(kiss: Systeem) -> None:
    piet = maak(kiss, "partijen", persoon())
    inhoud = {"identificeerdePartij": ref(piet), **nummer("bsn", NIEUW_BSN)}
    gemaakt = maak(kiss, "partij-identificatoren", inhoud)
    assert gemaakt["identificeerdePartij"]["uuid"] == piet["uuid"]
    assert bsn_van(rij_van(piet)) == NIEUW_BSN
    assert fouten(kiss.stuur(f"{KIC}/partij-identificatoren", inhoud)) == {
        "partijIdentificator.codeSoortObjectId": "unique"
    }
    ander = maak(kiss, "partijen", persoon())
    assert fouten(kiss.stuur(f"{KIC}/partij-identificatoren", inhoud | {"identificeerdePartij": ref(ander)})) == {
        "partijIdentificator": "unique"
    }
    assert fouten(kiss.stuur(f"{KIC}/partij-identificatoren", nummer("bsn", NIEUW_BSN))) == {
        "identificeerdePartij": "required"
    }
    bewaard = str(list(Wijziging.objects.values_list("oud", "nieuw")))
    assert NIEUW_BSN not in bewaard  # never kept twice


def test_een_nummer_waar_nog_niets_bij_hoort_zet_het_systeem_recht(kiss: Systeem) -> None:
    piet = maak(kiss, "partijen", persoon(partijIdentificatoren=[nummer("bsn", NIEUW_BSN)]))
    [bekend] = piet["partijIdentificatoren"]
    assert kiss.vraag("PUT", bekend["url"], bekend).json() == bekend  # the same may be sent back
    nu = klok.nu()
    Bronstand.objects.create(partij=rij_van(piet), opgehaald_op=nu, volgende_poging=nu)  # the BRP said who that is
    gewijzigd = kiss.wijzig(bekend["url"], nummer("bsn", ANDER_BSN))
    assert gewijzigd.json()["partijIdentificator"]["objectId"] == ANDER_BSN, gewijzigd.content
    assert gewijzigd.json()["uuid"] == bekend["uuid"]
    assert rij_van(piet).bsn_zoekwaarde == zoekwaarde(ANDER_BSN)
    assert rij_van(piet).achternaam == ""  # that was the name of somebody else
    vast = "wijzigen-niet-toegelaten"
    assert fouten(kiss.wijzig(bekend["url"], nummer("rsin", "123"))) == {"partijIdentificator.codeSoortObjectId": vast}
    assert fouten(kiss.wijzig(bekend["url"], {"identificeerdePartij": None})) == {"identificeerdePartij": vast}
    for gegeven in (nummer("bsn", "123456789"), {"identificeerdePartij": ref(piet), **nummer("bsn", "1")}):
        assert fouten(kiss.wijzig(bekend["url"], gegeven)) == {"partijIdentificator.objectId": "invalid"}
    assert fouten(kiss.wijzig(bekend["url"], nummer("bsn", bsn_van(partij("anna"))))) == {
        "partijIdentificator": "unique"
    }
    assert kiss.verwijder(bekend["url"]).status_code == 204
    assert kiss.haal(bekend["url"]).status_code == 404
    assert kiss.haal(piet["url"]).json()["partijIdentificatoren"] == []
    bewaard = str(list(Wijziging.objects.values_list("oud", "nieuw")))
    assert NIEUW_BSN not in bewaard
    assert ANDER_BSN not in bewaard


def test_waar_iemand_iets_aan_vindt_dat_nummer_verandert_niet(kiss: Systeem) -> None:
    """Who is found by another number would find another person's zaken, contacts and messages."""
    anna, piet = partij("anna"), maak(kiss, "partijen", persoon(partijIdentificatoren=[nummer("bsn", NIEUW_BSN)]))
    inhoud = {"hadKlantcontact": ref(contact(kiss)), "wasPartij": ref(piet), "rol": "klant", "initiator": True}
    maak(kiss, "betrokkenen", inhoud)
    for wie in (kiss.haal(f"{KIC}/partijen/{anna.uuid}").json(), piet):
        [bekend] = wie["partijIdentificatoren"]
        for geweigerd in (kiss.wijzig(bekend["url"], nummer("bsn", ANDER_BSN)), kiss.verwijder(bekend["url"])):
            assert (geweigerd.status_code, geweigerd.json()["code"]) == (409, "pending-relations")
        assert kiss.haal(bekend["url"]).status_code == 200
    bereikbaar = maak(kiss, "partijen", persoon())
    adres = {
        "adres": "06 10000137",
        "soortDigitaalAdres": "telefoonnummer",
        "verstrektDoorPartij": ref(bereikbaar),
        "verstrektDoorBetrokkene": None,
        "isStandaardAdres": True,
    }
    maak(kiss, "digitaleadressen", adres)
    eigen = maak(kiss, "partij-identificatoren", {"identificeerdePartij": ref(bereikbaar), **nummer("bsn", ANDER_BSN)})
    assert kiss.verwijder(eigen["url"]).status_code == 409  # he is written to there


def test_van_wie_nu_is_ingelogd_verandert_het_nummer_niet(kiss: Systeem) -> None:
    """What he then asks for would be somebody else's."""
    piet = maak(kiss, "partijen", persoon(partijIdentificatoren=[nummer("bsn", NIEUW_BSN)]))
    [bekend] = piet["partijIdentificatoren"]
    logboek.schrijf(Burger(rij_van(piet), "digid", 3), "inloggen")
    assert kiss.wijzig(bekend["url"], nummer("bsn", ANDER_BSN)).status_code == 409
    with klok.op_moment(klok.nu() + SESSIE + timedelta(minutes=1)):
        assert kiss.wijzig(bekend["url"], nummer("bsn", ANDER_BSN)).status_code == 200


def test_de_lijst_van_nummers_en_haar_filters(kiss: Systeem) -> None:
    anna = partij("anna")
    alles = kiss.haal(f"{KIC}/partij-identificatoren?pageSize=2").json()
    assert alles["count"] > 2
    assert len(alles["results"]) == 2
    assert alles["next"] is not None
    van_anna = kiss.haal(f"{KIC}/partij-identificatoren?partijIdentificatorObjectId={bsn_van(anna)}").json()
    assert [deel["identificeerdePartij"]["uuid"] for deel in van_anna["results"]] == [str(anna.uuid)]
    for vraag in ("CodeSoortObjectId=bsn", "CodeRegister=brp", "CodeObjecttype=natuurlijk_persoon"):
        gevonden = kiss.haal(f"{KIC}/partij-identificatoren?partijIdentificator{vraag}&pageSize=500").json()["results"]
        assert {deel["partijIdentificator"]["codeSoortObjectId"] for deel in gevonden} == {"bsn"}
    assert kiss.haal(f"{KIC}/partij-identificatoren?anderePartijIdentificator=x").json()["count"] == 0
    assert kiss.haal(f"{KIC}/partij-identificatoren/{anna.uuid}").status_code == 404
