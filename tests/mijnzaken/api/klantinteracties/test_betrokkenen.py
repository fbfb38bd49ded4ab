"""Who took part in a contact, and what it was about."""

from typing import Any

import pytest

from autorisatie.models import Wijziging
from mijnzaken.klanten.models import Klantcontact
from mijnzaken.zaken.models import Zaak
from mijnzaken.zaken.wissen import wis_zaak
from tests.fabrieken import REDEN, partij, registreer
from tests.mijnzaken.api.klantinteracties.kcs import KIC, contact, kcs, maak, ref
from tests.mijnzaken.api.systeem import Systeem, fouten, mag

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
SOORT = "parkeervergunning-bewoners"


@pytest.fixture
def kiss() -> Systeem:
    return kcs()


def rij_van(ding: dict[str, Any]) -> Klantcontact:
    gevonden: Klantcontact = Klantcontact.objects.systeem(REDEN).get(uuid=ding["uuid"])
    return gevonden


def over(zaak: Zaak) -> dict[str, str]:
    return {
        "objectId": str(zaak.uuid),
        "codeObjecttype": "zaak",
        "codeRegister": "mijnzaken",
        "codeSoortObjectId": "uuid",
    }


def test_een_contact_dat_de_gemeente_begon_is_uitgaand(kiss: Systeem) -> None:
    gemaakt = contact(kiss)
    wie = maak(kiss, "betrokkenen", {"hadKlantcontact": ref(gemaakt), "rol": "klant", "initiator": False})
    assert rij_van(gemaakt).richting == "uitgaand"
    assert kiss.wijzig(wie["url"], {"initiator": True}).json()["initiator"] is True
    assert rij_van(gemaakt).richting == "inkomend"


def test_wie_meedeed_en_waarover_het_ging_kan_van_een_ander_contact_zijn(kiss: Systeem) -> None:
    een, twee = contact(kiss), contact(kiss)
    wie = maak(
        kiss,
        "betrokkenen",
        {
            "hadKlantcontact": ref(een),
            "rol": "klant",
            "initiator": True,
            "contactnaam": {"voornaam": "Piet", "achternaam": "Bakker"},
            "bezoekadres": {"postcode": "2900 AB", "huisnummer": 1},
        },
    )
    assert wie["volledigeNaam"] == "Piet Bakker"
    assert wie["bezoekadres"]["postcode"] == "2900 AB"
    assert wie["correspondentieadres"] is None
    assert kiss.wijzig(wie["url"], {"hadKlantcontact": ref(twee), "contactnaam": None}).json()["contactnaam"] is None
    assert kiss.haal(een["url"]).json()["hadBetrokkenen"] == []
    assert len(kiss.haal(twee["url"]).json()["hadBetrokkenen"]) == 1
    iets = maak(kiss, "onderwerpobjecten", {"klantcontact": ref(een), "wasKlantcontact": ref(twee)})
    assert iets["wasKlantcontact"]["uuid"] == twee["uuid"]
    assert (
        kiss.wijzig(iets["url"], {"klantcontact": ref(twee), "wasKlantcontact": None}).json()["wasKlantcontact"] is None
    )
    assert kiss.haal(een["url"]).json()["gingOverOnderwerpobjecten"] == []
    assert fouten(kiss.stuur(f"{KIC}/onderwerpobjecten", {})) == {"klantcontact": "required"}
    assert fouten(kiss.wijzig(iets["url"], {"klantcontact": None})) == {"klantcontact": "null"}


def test_een_partij_doet_een_keer_mee(kiss: Systeem) -> None:
    inhoud = {
        "hadKlantcontact": ref(contact(kiss)),
        "wasPartij": {"uuid": str(partij("anna").uuid)},
        "rol": "klant",
        "initiator": True,
    }
    maak(kiss, "betrokkenen", inhoud)
    assert fouten(kiss.stuur(f"{KIC}/betrokkenen", inhoud)) == {"wasPartij": "unique"}


def test_een_onderwerpobject_neemt_met_cascade_zijn_contact_mee(kiss: Systeem) -> None:
    een, twee = contact(kiss), contact(kiss)
    kaal = maak(kiss, "onderwerpobjecten", {"klantcontact": ref(een)})
    assert kiss.verwijder(f"{kaal['url']}?cascade=false").status_code == 204
    eerste = maak(kiss, "onderwerpobjecten", {"klantcontact": ref(een), "wasKlantcontact": ref(twee)})
    maak(kiss, "onderwerpobjecten", {"klantcontact": ref(twee)})
    weg = kiss.verwijder(f"{eerste['url']}?cascade=true")
    assert (weg.status_code, weg.json()) == (200, {"behouden": [twee["url"]]})
    assert kiss.haal(een["url"]).status_code == 404


def test_met_de_zaak_gaat_ook_het_contact_van_een_systeem(kiss: Systeem) -> None:
    zaak = registreer("anna", SOORT)
    mag(kiss, SOORT, "zaken.lezen")
    gemaakt = contact(kiss)
    maak(kiss, "onderwerpobjecten", {"klantcontact": ref(gemaakt), "onderwerpobjectidentificator": over(zaak)})
    wis_zaak(Zaak.objects.systeem(REDEN).get(pk=zaak.pk))
    assert not Klantcontact.objects.systeem(REDEN).exists()
    assert not Wijziging.objects.filter(hoofdobject_uuid=gemaakt["uuid"]).exists()


def test_een_zaak_die_het_systeem_niet_ziet_kan_het_niet_noemen(kiss: Systeem) -> None:
    zaak = registreer("anna", SOORT)
    inhoud = {"klantcontact": ref(contact(kiss)), "onderwerpobjectidentificator": over(zaak)}
    assert fouten(kiss.stuur(f"{KIC}/onderwerpobjecten", inhoud)) == {
        "onderwerpobjectidentificator.objectId": "invalid"
    }
    mag(kiss, SOORT, "zaken.lezen")
    assert kiss.stuur(f"{KIC}/onderwerpobjecten", inhoud).status_code == 201
