"""Account numbers and categories: what other systems keep with a partij."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from autorisatie.models import Partij, Verwerkingsregel, Wijziging
from mijnzaken.klanten.models import CategorieRelatie, Rekeningnummer
from tests.fabrieken import REDEN, partij
from tests.mijnzaken.api.klantinteracties.kcs import KIC, kcs, maak, ref, uuids
from tests.mijnzaken.api.systeem import Systeem, fouten, systeem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
IBAN, ANDER_IBAN = "NL91ABNA0417164300", "NL20INGB0001234567"
VAST = "wijzigen-niet-toegelaten"


@pytest.fixture
def kiss() -> Systeem:
    return kcs()


def van(naam: str) -> dict[str, str]:
    return {"uuid": str(partij(naam).uuid)}


def rekening(kiss: Systeem, wie: str = "anna", iban: str = IBAN, **meer: Any) -> dict[str, Any]:
    return maak(kiss, "rekeningnummers", {"partij": van(wie), "iban": iban, **meer})


def in_categorie(kiss: Systeem, categorie: dict[str, Any], wie: str = "anna", **meer: Any) -> dict[str, Any]:
    return maak(kiss, "categorie-relaties", {"partij": van(wie), "categorie": ref(categorie), **meer})


# -- account numbers ---------------------------------------------------------------------------------------------------


def test_een_systeem_bewaart_een_rekeningnummer_bij_een_partij(kiss: Systeem) -> None:
    een = rekening(kiss, iban="nl91 abna 0417 1643 00".replace(" ", ""), bic="ABNANL2A")
    twee = rekening(kiss, iban=ANDER_IBAN)
    assert (een["iban"], een["bic"]) == (IBAN, "ABNANL2A")
    assert "bic" not in twee
    anna = kiss.haal(f"{KIC}/partijen/{partij('anna').uuid}").json()
    assert [deel["uuid"] for deel in anna["rekeningnummers"]] == [een["uuid"], twee["uuid"]]
    assert anna["voorkeursRekeningnummer"]["uuid"] == twee["uuid"]
    assert kiss.wijzig(twee["url"], {"bic": "INGBNL2A"}).json()["bic"] == "INGBNL2A"
    assert kiss.vraag("PUT", twee["url"], twee).json()["iban"] == ANDER_IBAN
    assert fouten(kiss.wijzig(twee["url"], {"partij": van("bram")})) == {"partij": VAST}
    assert fouten(kiss.wijzig(twee["url"], {"iban": IBAN})) == {"iban": "unique"}
    assert kiss.verwijder(twee["url"]).status_code == 204
    assert kiss.haal(twee["url"]).status_code == 404
    assert rekening(kiss, "bram")["iban"] == IBAN  # two may have one account


def test_wat_geen_rekeningnummer_is_of_van_niemand_is_wordt_geweigerd(kiss: Systeem) -> None:
    adres = f"{KIC}/rekeningnummers"
    assert fouten(kiss.stuur(adres, {"partij": van("anna"), "iban": "NL92ABNA0417164300"})) == {"iban": "invalid"}
    assert fouten(kiss.stuur(adres, {"iban": IBAN})) == {"partij": "required"}
    assert fouten(kiss.stuur(adres, {"partij": None, "iban": IBAN})) == {"partij": "null"}


def test_een_rekeningnummer_staat_nergens_leesbaar(kiss: Systeem) -> None:
    gemaakt = rekening(kiss)
    kiss.wijzig(gemaakt["url"], {"iban": ANDER_IBAN})
    rij = Rekeningnummer.objects.systeem(REDEN).get(uuid=gemaakt["uuid"])
    with connection.cursor() as cursor:
        cursor.execute("SELECT row(r.*)::text FROM klanten_rekeningnummer r")
        bewaard = str(cursor.fetchall()) + str(list(Wijziging.objects.values_list("oud", "nieuw")))
    assert rij.iban.tonen() == ANDER_IBAN
    assert IBAN not in bewaard
    assert ANDER_IBAN not in bewaard


def test_een_rekeningnummer_wordt_gevonden(kiss: Systeem) -> None:
    raak = rekening(kiss, bic="ABNANL2A")
    rekening(kiss, iban=ANDER_IBAN)
    for vraag in (f"iban={IBAN}", "bic=ABNANL2A", f"uuid={raak['uuid']}"):
        assert uuids(kiss.haal(f"{KIC}/rekeningnummers?{vraag}")) == [raak["uuid"]], vraag
    assert uuids(kiss.haal(f"{KIC}/rekeningnummers?iban=x")) == []


# -- categories --------------------------------------------------------------------------------------------------------


def test_een_systeem_deelt_een_partij_in(kiss: Systeem) -> None:
    groep = maak(kiss, "categorieen", {"naam": "Ondernemer"})
    relatie = in_categorie(kiss, groep, beginDatum="2026-01-01")
    assert relatie["categorie"] == groep
    anna = kiss.haal(f"{KIC}/partijen/{partij('anna').uuid}").json()
    verwacht = {"uuid": relatie["uuid"], "url": relatie["url"], "categorieNaam": "Ondernemer"}
    assert anna["categorieRelaties"] == [verwacht | {"beginDatum": "2026-01-01", "eindDatum": None}]
    assert kiss.wijzig(groep["url"], {"naam": "Zzp"}).json()["naam"] == "Zzp"
    assert kiss.haal(relatie["url"]).json()["categorie"]["naam"] == "Zzp"
    assert kiss.wijzig(relatie["url"], {"eindDatum": "2026-02-01"}).json()["eindDatum"] == "2026-02-01"
    geweigerd = kiss.verwijder(groep["url"])
    assert (geweigerd.status_code, geweigerd.json()["code"]) == (409, "pending-relations")
    assert kiss.verwijder(relatie["url"]).status_code == 204
    assert kiss.verwijder(groep["url"]).status_code == 204


def test_wat_er_niet_is_of_niet_klopt_wordt_bij_een_categorie_geweigerd(kiss: Systeem) -> None:
    groep = maak(kiss, "categorieen", {"naam": "Ondernemer"})
    assert fouten(kiss.stuur(f"{KIC}/categorieen", {"naam": "Ondernemer"})) == {"naam": "unique"}
    assert fouten(kiss.stuur(f"{KIC}/categorieen", {})) == {"naam": "required"}
    relatie = in_categorie(kiss, groep, beginDatum="2026-02-01")
    assert fouten(kiss.wijzig(relatie["url"], {"eindDatum": "2026-01-01"})) == {"eindDatum": "invalid"}
    assert fouten(kiss.wijzig(relatie["url"], {"categorie": van("anna")})) == {"categorie.uuid": "invalid"}
    assert fouten(kiss.wijzig(relatie["url"], {"categorie": None})) == {"categorie": "null"}
    assert fouten(kiss.wijzig(relatie["url"], {"partij": van("bram")})) == {"partij": VAST}
    assert fouten(kiss.stuur(f"{KIC}/categorie-relaties", {})) == {"partij": "required", "categorie": "required"}


def test_wie_in_een_categorie_zit_wordt_gevonden(kiss: Systeem) -> None:
    groep = maak(kiss, "categorieen", {"naam": "Ondernemer"})
    raak = in_categorie(kiss, groep, beginDatum="2026-01-01", eindDatum="2026-02-01")
    in_categorie(kiss, maak(kiss, "categorieen", {"naam": "Student"}), "bram")
    Partij.objects.systeem(REDEN).filter(pk=partij("anna").pk).update(nummer="A1")
    for vraag in (
        "beginDatum=2026-01-01",
        "eindDatum=2026-02-01",
        "categorie__naam=Ondernemer",
        f"categorie__uuid={groep['uuid']}",
        f"categorie__url={groep['url']}",
        "partij__nummer=A1",
        f"partij__uuid={partij('anna').uuid}",
        f"partij__url={raak['partij']['url']}",
    ):
        assert uuids(kiss.haal(f"{KIC}/categorie-relaties?{vraag}")) == [raak["uuid"]], vraag
    assert uuids(kiss.haal(f"{KIC}/partijen?categorierelatie__categorie__naam=Ondernemer")) == [van("anna")["uuid"]]
    assert len(uuids(kiss.haal(f"{KIC}/categorieen"))) == 2


# -- for both ----------------------------------------------------------------------------------------------------------


def test_van_wie_is_afgeschermd_is_er_geen_rekening_en_geen_categorie(kiss: Systeem) -> None:
    groep = maak(kiss, "categorieen", {"naam": "Ondernemer"})
    dingen = [rekening(kiss), in_categorie(kiss, groep)]
    Partij.objects.systeem(REDEN).filter(pk=partij("anna").pk).update(afgeschermd=True)
    for wie in (kiss, systeem("alles", alles=True)):
        assert uuids(wie.haal(f"{KIC}/rekeningnummers")) == uuids(wie.haal(f"{KIC}/categorie-relaties")) == []
        assert {wie.haal(ding["url"]).status_code for ding in dingen} == {404}


def test_wat_een_systeem_bij_een_partij_doet_leest_die_partij(kiss: Systeem) -> None:
    gemaakt = rekening(kiss)
    kiss.wijzig(gemaakt["url"], {"bic": "ABNANL2A"})
    kiss.haal(gemaakt["url"])
    kiss.verwijder(gemaakt["url"])
    regels = Verwerkingsregel.objects.filter(audit__client_id=kiss.applicatie.client_id).order_by("pk")
    assert list(regels.values_list("name", flat=True)) == [
        "partij_bijwerken",
        "partij_bijwerken",
        "gegevens_inzien",
        "partij_ontkoppelen",
    ]


def test_met_de_partij_gaan_haar_rekeningen_en_categorieen(kiss: Systeem) -> None:
    wie = {"soortPartij": "organisatie", "indicatieActief": True, "partijIdentificatie": {"naam": "Bakker"}}
    bedrijf = maak(kiss, "partijen", wie)
    groep = maak(kiss, "categorieen", {"naam": "Ondernemer"})
    maak(kiss, "rekeningnummers", {"partij": ref(bedrijf), "iban": IBAN})
    maak(kiss, "categorie-relaties", {"partij": ref(bedrijf), "categorie": ref(groep)})
    assert kiss.verwijder(bedrijf["url"]).status_code == 204
    assert not Rekeningnummer.objects.systeem(REDEN).exists()
    assert not CategorieRelatie.objects.systeem(REDEN).exists()


def test_een_lijst_is_ten_hoogste_acht_vragen(kiss: Systeem) -> None:
    groep = maak(kiss, "categorieen", {"naam": "Ondernemer"})
    for wie in ("anna", "bram", "wil"):
        rekening(kiss, wie)
        in_categorie(kiss, groep, wie, beginDatum=date(2026, 1, 1).isoformat())
    for naam in ("rekeningnummers", "categorieen", "categorie-relaties", "partijen"):
        with CaptureQueriesContext(connection) as vragen:
            assert kiss.haal(f"{KIC}/{naam}").json()["results"]
        assert len([v for v in vragen if "SAVEPOINT" not in v["sql"]]) <= 8, naam
