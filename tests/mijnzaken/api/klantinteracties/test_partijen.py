"""Partijen, what registers call them, and where they can be reached: the persons that the platform knows."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from autorisatie.models import Auditregel, Partij, Verwerkingsregel, Wijziging
from autorisatie.versleuteling import zoekwaarde
from catalogus import klok
from mijnzaken.bronnen.models import Bronstand
from mijnzaken.klanten.adressen import bruikbaar_adres
from mijnzaken.klanten.models import DigitaalAdres
from tests.fabrieken import REDEN, partij
from tests.mijnzaken.api.klantinteracties.kcs import KIC, contact, kcs, maak, ref, uuids
from tests.mijnzaken.api.systeem import Systeem, fouten, systeem
from tests.mijnzaken.rolverdeling import machtig

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
NIEUW_BSN = "999990007"
ANDER_BSN = "999990111"
ADRES = {"straatnaam": "Dorpsstraat", "huisnummer": 3, "postcode": "2900 AB", "stad": "Demostad"}


@pytest.fixture
def kiss() -> Systeem:
    return kcs()


def persoon(**meer: Any) -> dict[str, Any]:
    naam = {"voorletters": "P.", "voornaam": "Piet", "voorvoegselAchternaam": "", "achternaam": "Bakker"}
    return {"soortPartij": "persoon", "indicatieActief": True, "partijIdentificatie": {"contactnaam": naam}, **meer}


def organisatie(naam: str = "Bakkerij Bakker", **meer: Any) -> dict[str, Any]:
    return {"soortPartij": "organisatie", "indicatieActief": True, "partijIdentificatie": {"naam": naam}, **meer}


def nummer(soort: str, waarde: str) -> dict[str, Any]:
    objecttype, register = {
        "bsn": ("natuurlijk_persoon", "brp"),
        "kvk_nummer": ("niet_natuurlijk_persoon", "hr"),
        "rsin": ("niet_natuurlijk_persoon", "hr"),
        "vestigingsnummer": ("vestiging", "hr"),
    }[soort]
    deel = {"codeObjecttype": objecttype, "codeRegister": register, "codeSoortObjectId": soort, "objectId": waarde}
    return {"partijIdentificator": deel}


def bsn_van(wie: Partij) -> str:
    assert wie.bsn is not None
    return str(wie.bsn.tonen())  # type: ignore[attr-defined]


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


# -- numbers -----------------------------------------------------------------------------------------------------------


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
    assert fouten(kiss.wijzig(bekend["url"], nummer("bsn", "123456789"))) == {"partijIdentificatoren": "invalid"}
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


# -- digital addresses -------------------------------------------------------------------------------------------------


def test_een_systeem_geeft_een_adres_dat_de_inwoner_nog_niet_bevestigde(kiss: Systeem) -> None:
    anna = partij("anna")
    vorig = bruikbaar_adres(anna.pk, "email")
    inhoud = {
        "adres": "nieuw@voorbeeld.example",
        "soortDigitaalAdres": "email",
        "verstrektDoorPartij": {"uuid": str(anna.uuid)},
        "verstrektDoorBetrokkene": None,
    }
    gemaakt = maak(kiss, "digitaleadressen", inhoud)
    assert (gemaakt["verificatieDatum"], gemaakt["isStandaardAdres"]) == (None, False)
    assert bruikbaar_adres(anna.pk, "email") == vorig  # nothing is sent to it
    assert fouten(kiss.stuur(f"{KIC}/digitaleadressen", inhoud)) == {"adres": "unique"}
    vast = "wijzigen-niet-toegelaten"
    assert fouten(kiss.wijzig(gemaakt["url"], {"isStandaardAdres": True})) == {"isStandaardAdres": vast}
    assert fouten(kiss.wijzig(gemaakt["url"], {"verificatieDatum": "2026-03-01"})) == {"verificatieDatum": vast}
    assert (
        kiss.wijzig(gemaakt["url"], {"adres": "beter@voorbeeld.example"}).json()["adres"] == "beter@voorbeeld.example"
    )
    assert kiss.verwijder(gemaakt["url"]).status_code == 204
    assert vorig is not None
    eigen = f"{KIC}/digitaleadressen/{vorig.uuid}"
    assert kiss.wijzig(eigen, {"adres": "dief@voorbeeld.example"}).status_code == 403
    assert kiss.verwijder(eigen).status_code == 403


def test_van_wie_geen_register_kent_zegt_het_systeem_welk_adres_geldt(kiss: Systeem) -> None:
    piet = maak(kiss, "partijen", persoon())
    inhoud = {
        "soortDigitaalAdres": "telefoonnummer",
        "verstrektDoorPartij": ref(piet),
        "verstrektDoorBetrokkene": None,
        "isStandaardAdres": True,
    }
    een = maak(kiss, "digitaleadressen", inhoud | {"adres": "06 10000137", "verificatieDatum": "2026-03-01"})
    twee = maak(kiss, "digitaleadressen", inhoud | {"adres": "06 10000138"})
    assert kiss.haal(een["url"]).json()["isStandaardAdres"] is False
    assert een["verificatieDatum"] == "2026-03-01"
    assert kiss.haal(piet["url"]).json()["voorkeursDigitaalAdres"]["uuid"] == twee["uuid"]
    assert fouten(kiss.stuur(f"{KIC}/digitaleadressen", inhoud | {"adres": "geen nummer"})) == {"adres": "invalid"}
    los = inhoud | {"adres": "06 10000139", "verstrektDoorPartij": None}
    assert fouten(kiss.stuur(f"{KIC}/digitaleadressen", los)) == {"nonFieldErrors": "required"}


def test_het_adres_van_wie_bij_een_contact_was(kiss: Systeem) -> None:
    gemaakt = contact(kiss)
    wie = maak(kiss, "betrokkenen", {"hadKlantcontact": ref(gemaakt), "rol": "klant", "initiator": True})
    inhoud = {
        "adres": "piet@voorbeeld.example",
        "soortDigitaalAdres": "email",
        "verstrektDoorBetrokkene": ref(wie),
        "verstrektDoorPartij": None,
    }
    adres = maak(kiss, "digitaleadressen", inhoud)
    assert kiss.haal(wie["url"]).json()["digitaleAdressen"][0]["uuid"] == adres["uuid"]
    assert uuids(kiss.haal(f"{KIC}/klantcontacten?hadBetrokkene__digitaaladres__adres__icontains=PIET")) == [
        gemaakt["uuid"]
    ]
    assert uuids(kiss.haal(f"{KIC}/betrokkenen?verstrektedigitaalAdres__adres=piet@voorbeeld.example")) == [wie["uuid"]]
    for vraag in (
        "adres=piet@voorbeeld.example",
        "adres__icontains=PIET@",
        "verstrektDoorBetrokkene__rol=klant",
        f"verstrektDoorBetrokkene__uuid={wie['uuid']}",
        f"verstrektDoorBetrokkene__url={wie['url']}",
    ):
        assert uuids(kiss.haal(f"{KIC}/digitaleadressen?{vraag}")) == [adres["uuid"]], vraag
    open_ = kiss.haal(f"{KIC}/digitaleadressen/{adres['uuid']}?expand=verstrektDoorBetrokkene.hadKlantcontact").json()
    assert open_["_expand"]["verstrektDoorBetrokkene"]["_expand"]["hadKlantcontact"]["uuid"] == gemaakt["uuid"]
    kiss.verwijder(gemaakt["url"])
    assert not DigitaalAdres.objects.systeem(REDEN).filter(uuid=adres["uuid"]).exists()


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
