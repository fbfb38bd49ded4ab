"""Where a partij can be reached, and who took part in a contact."""

import pytest

from mijnzaken.klanten.adressen import bruikbaar_adres
from mijnzaken.klanten.models import DigitaalAdres
from tests.fabrieken import REDEN, partij
from tests.mijnzaken.api.klantinteracties.kcs import KIC, contact, kcs, maak, persoon, ref, uuids
from tests.mijnzaken.api.systeem import Systeem, fouten

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]


@pytest.fixture
def kiss() -> Systeem:
    return kcs()


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
