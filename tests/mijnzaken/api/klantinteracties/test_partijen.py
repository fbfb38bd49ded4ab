"""Partijen: the persons and organisations that the platform knows."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from autorisatie.models import Auditregel, Partij, Verwerkingsregel
from mijnzaken.klanten.adressen import bruikbaar_adres
from tests.fabrieken import REDEN, partij
from tests.mijnzaken.api.klantinteracties.kcs import (
    KIC,
    bsn_van,
    contact,
    kcs,
    maak,
    nummer,
    organisatie,
    persoon,
    ref,
    uuids,
)
from tests.mijnzaken.api.systeem import Systeem, fouten, systeem
from tests.mijnzaken.rolverdeling import machtig

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
NIEUW_BSN = "999990007"
ADRES = {"straatnaam": "Dorpsstraat", "huisnummer": 3, "postcode": "2900 AB", "stad": "Demostad"}


@pytest.fixture
def kiss() -> Systeem:
    return kcs()


def rij_van(ding: dict[str, Any]) -> Partij:
    gevonden: Partij = Partij.objects.systeem(REDEN).get(uuid=ding["uuid"])
    return gevonden


# -- one truth ---------------------------------------------------------------------------------------------------------


def test_de_inwoner_die_wij_kennen_is_de_partij(kiss: Systeem) -> None:
    anna = partij("anna")
    gelezen = kiss.haal(f"{KIC}/partijen/{anna.uuid}").json()
    assert gelezen["partijIdentificatie"]["volledigeNaam"] == anna.volledige_naam
    assert gelezen["bezoekadres"]["straatnaam"] == anna.straatnaam
    [bekend] = gelezen["partijIdentificatoren"]
    assert bekend["partijIdentificator"] == nummer("bsn", bsn_van(anna))["partijIdentificator"]
    assert kiss.haal(bekend["url"]).json() == bekend
    voorkeur = bruikbaar_adres(anna.pk, "email")
    assert voorkeur is not None
    assert gelezen["voorkeursDigitaalAdres"]["uuid"] == str(voorkeur.uuid)
    assert kiss.haal(gelezen["voorkeursDigitaalAdres"]["url"]).json()["adres"] == voorkeur.adres
    gelezen_door_kcs = Auditregel.objects.filter(handeling="gegevens_inzien")
    assert Verwerkingsregel.objects.filter(audit__in=gelezen_door_kcs).count() == 3  # Anna sees each reading


def test_een_systeem_legt_iemand_vast_die_wij_niet_kenden(kiss: Systeem) -> None:
    gemaakt = maak(
        kiss,
        "partijen",
        persoon(
            bezoekadres=ADRES,
            correspondentieadres={"adresregel1": "Postbus 1", "land": "be"},
            voorkeurstaal="nld",
            nummer="1234567890",
        ),
    )
    assert gemaakt["partijIdentificatie"]["volledigeNaam"] == "Piet Bakker"
    assert gemaakt["bezoekadres"]["postcode"] == "2900 AB"
    assert gemaakt["correspondentieadres"]["adresregel1"] == "Postbus 1"
    assert rij_van(gemaakt).zoeknaam == "bakker"
    gewijzigd = kiss.wijzig(
        gemaakt["url"], {"partijIdentificatie": {"contactnaam": {"achternaam": "Smit"}}, "bezoekadres": None}
    ).json()
    assert gewijzigd["partijIdentificatie"]["volledigeNaam"] == "Smit"
    assert gewijzigd["bezoekadres"] is None
    assert kiss.vraag("PUT", gemaakt["url"], persoon(interneNotitie="Let op")).json()["interneNotitie"] == "Let op"
    assert fouten(kiss.wijzig(gemaakt["url"], {"soortPartij": "organisatie"})) == {
        "soortPartij": "wijzigen-niet-toegelaten"
    }
    assert fouten(kiss.stuur(f"{KIC}/partijen", persoon(nummer="1234567890"))) == {"nummer": "unique"}
    assert kiss.verwijder(gemaakt["url"]).status_code == 204
    assert kiss.haal(gemaakt["url"]).status_code == 404


def test_een_organisatie_en_een_contactpersoon(kiss: Systeem) -> None:
    bedrijf = maak(
        kiss,
        "partijen",
        organisatie(
            partijIdentificatoren=[nummer("kvk_nummer", "90009990"), nummer("vestigingsnummer", "900099900001")]
        ),
    )
    assert bedrijf["partijIdentificatie"] == {"naam": "Bakkerij Bakker"}
    kvk, vestiging = bedrijf["partijIdentificatoren"]
    assert vestiging["subIdentificatorVan"] == {"uuid": kvk["uuid"], "url": kvk["url"]}
    wie = maak(kiss, "partijen", persoon(soortPartij="contactpersoon"))
    assert wie["partijIdentificatie"]["uuid"] == wie["uuid"]


def test_wat_een_register_zegt_verandert_geen_ander_systeem(kiss: Systeem) -> None:
    url = f"{KIC}/partijen/{partij('anna').uuid}"
    vast = "wijzigen-niet-toegelaten"
    for velden, verwacht in (
        ({"partijIdentificatie": {"contactnaam": {"achternaam": "Smit"}}}, {"achternaam", "voornaam", "voorletters"}),
        ({"bezoekadres": ADRES | {"straatnaam": "Elders"}}, {"straatnaam"}),
        ({"indicatieActief": False}, {"indicatieActief"}),
        ({"indicatieGeheimhouding": True}, {"indicatieGeheimhouding"}),
    ):
        geweigerd = fouten(kiss.wijzig(url, velden))
        assert set(geweigerd.values()) == {vast}
        assert set(geweigerd) >= verwacht - {"voornaam", "voorletters"}, velden
    assert fouten(kiss.wijzig(url, {"partijIdentificatoren": [nummer("bsn", NIEUW_BSN)]})) == {
        "partijIdentificatoren": vast
    }
    assert kiss.verwijder(url).status_code == 403
    heel = kiss.haal(url).json()
    terug = kiss.vraag("PUT", url, heel)
    assert terug.status_code == 200, terug.content  # the same may be sent back
    assert kiss.wijzig(url, {"interneNotitie": "Belt vaak", "voorkeurstaal": "eng"}).json()["voorkeurstaal"] == "eng"


def test_wie_nog_ergens_bij_was_gaat_niet_weg(kiss: Systeem) -> None:
    piet = maak(kiss, "partijen", persoon())
    maak(
        kiss,
        "betrokkenen",
        {"hadKlantcontact": ref(contact(kiss)), "wasPartij": ref(piet), "rol": "klant", "initiator": True},
    )
    geweigerd = kiss.verwijder(piet["url"])
    assert (geweigerd.status_code, geweigerd.json()["code"]) == (409, "pending-relations")


# -- who may, and lists ------------------------------------------------------------------------------------------------


def test_de_scopes_van_partijen(kiss: Systeem) -> None:
    piet = maak(kiss, "partijen", persoon())
    daden = {
        "partijen.lezen": lambda wie: wie.haal(piet["url"]).status_code,
        "partijen.bijwerken": lambda wie: wie.wijzig(piet["url"], {"interneNotitie": "Ja"}).status_code,
        "partijen.verwijderen": lambda wie: wie.verwijder(piet["url"]).status_code,
    }
    for scope in ("klantinteracties.lezen", "klantinteracties.bijwerken", *daden):
        wie = kcs(scope, scope)
        for eis, daad in daden.items():
            assert (daad(wie) < 300) == (eis == scope), (scope, eis)
    lezer = kcs("contacten", "klantinteracties.lezen")
    maak(
        kiss,
        "betrokkenen",
        {
            "hadKlantcontact": ref(contact(kiss)),
            "wasPartij": {"uuid": str(partij("anna").uuid)},
            "rol": "klant",
            "initiator": True,
        },
    )
    [open_] = lezer.haal(f"{KIC}/klantcontacten?expand=hadBetrokkenen.wasPartij").json()["results"]
    assert open_["_expand"]["hadBetrokkenen"][0]["_expand"]["wasPartij"] == {}  # that is another right


def test_wie_is_afgeschermd_bestaat_niet(kiss: Systeem) -> None:
    anna = partij("anna")
    Partij.objects.systeem(REDEN).filter(pk=anna.pk).update(afgeschermd=True)
    for wie in (kiss, systeem("alles", alles=True)):
        assert str(anna.uuid) not in uuids(wie.haal(f"{KIC}/partijen?pageSize=500"))
        assert wie.haal(f"{KIC}/partijen/{anna.uuid}").status_code == 404
        assert uuids(wie.haal(f"{KIC}/digitaleadressen?verstrektDoorPartij__uuid={anna.uuid}")) == []
        assert (
            wie.haal(f"{KIC}/partij-identificatoren?partijIdentificatorObjectId={bsn_van(anna)}").json()["count"] == 0
        )


def test_elk_filter_van_het_document_smalt_de_lijst_van_partijen(kiss: Systeem) -> None:
    raak = maak(
        kiss,
        "partijen",
        organisatie(
            nummer="1234567890",
            indicatieGeheimhouding=True,
            bezoekadres=ADRES | {"nummeraanduidingId": "0123456789012345", "land": "fr"},
            correspondentieadres={
                "adresregel1": "Een",
                "adresregel2": "Twee",
                "adresregel3": "Drie",
                "land": "be",
                "nummeraanduidingId": "0123456789012346",
            },
            partijIdentificatoren=[nummer("kvk_nummer", "90009990"), nummer("vestigingsnummer", "900099900001")],
        ),
    )
    for vraag in (
        "nummer=1234567890",
        "indicatieGeheimhouding=true&soortPartij=organisatie",
        "indicatieActief=true&nummer=1234567890",
        "bezoekadresNummeraanduidingId=0123456789012345",
        "bezoekadresLand=fr",
        "correspondentieadresAdresregel1=Een",
        "correspondentieadresAdresregel2=Twee",
        "correspondentieadresAdresregel3=Drie",
        "correspondentieadresLand=be",
        "correspondentieadresNummeraanduidingId=0123456789012346",
        "partijIdentificator__codeSoortObjectId=vestigingsnummer&partijIdentificator__objectId=900099900001",
        "subIdentificatorVan__objectId=90009990&subIdentificatorVan__codeSoortObjectId=kvk_nummer",
    ):
        assert uuids(kiss.haal(f"{KIC}/partijen?{vraag}")) == [raak["uuid"]], vraag
    for vraag in (
        "bezoekadresAdresregel1=Een",
        "categorierelatie__categorie__naam=x",
        "subIdentificatorVan__codeRegister=brp",
    ):
        assert uuids(kiss.haal(f"{KIC}/partijen?{vraag}")) == [], vraag


def test_wie_een_ander_vertegenwoordigt(kiss: Systeem) -> None:
    anna, bram = partij("anna"), partij("bram")
    machtig(anna, bram)
    assert str(bram.uuid) in uuids(kiss.haal(f"{KIC}/partijen?vertegenwoordigdePartij__uuid={anna.uuid}"))
    gelezen = kiss.haal(f"{KIC}/partijen/{bram.uuid}").json()
    assert str(anna.uuid) in [deel["uuid"] for deel in gelezen["vertegenwoordigden"]]


def test_een_lijst_van_partijen_is_acht_vragen_en_een_relatie_een_meer(kiss: Systeem) -> None:
    def tel(vraag: str) -> int:
        with CaptureQueriesContext(connection) as vragen:
            assert len(kiss.haal(f"{KIC}/{vraag}").json()["results"]) > 2
        return len([v for v in vragen if "SAVEPOINT" not in v["sql"]])

    kaal = tel("partijen")
    assert kaal <= 8
    assert tel("partijen?expand=digitaleAdressen") <= kaal + 1
    assert tel("partijen?expand=digitaleAdressen,betrokkenen") <= kaal + 2
    assert tel("digitaleadressen") <= 8
    assert tel("partij-identificatoren") <= 8
