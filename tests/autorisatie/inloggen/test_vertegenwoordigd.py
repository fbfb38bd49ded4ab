"""A machtiging that the provider states: DigiD Machtigen and the chain of eHerkenning, through the real provider.

It holds for one session, for the service that was named, and half of it is no log-in.
"""

from typing import Any

import pytest
from django.test import Client

from autorisatie import toegang
from autorisatie.actor import Burger
from autorisatie.fouten import GeenRecht
from autorisatie.machtigen import Aanbod, machtiging_aanbieden
from autorisatie.models import Auditregel, Machtiging, Partij
from catalogus import klok
from catalogus.models import Product
from mijnzaken.zaken.machtigingen import laat_vervallen
from tests.oidc.aanbieder import Aanbieder
from tests.oidc.fixtures import ANNA, BRAM, BSN_CLAIM, SUBSTANTIEEL, log_in, partij_met
from tests.oidc.hulp import later

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("middelen")]
WETTELIJK = "urn:nl-eid-gdi:1.0:LegalSubjectID"
DIENST = "urn:nl-eid-gdi:1.0:ServiceUUID"
KVK = "urn:etoegang:1.9:EntityConcernedID:KvKnr"
TUSSEN = "urn:etoegang:1.9:IntermediateEntityID:KvKnr"
HANDELEND = "urn:etoegang:core:ActingSubjectID"
DIENST_EH = "urn:etoegang:core:ServiceUUID"
VESTIGING = "urn:etoegang:1.9:ServiceRestriction:Vestigingsnr"


@pytest.fixture(autouse=True)
def diensten(middelen: dict[str, Any]) -> None:
    Product.objects.create(naam="Parkeren", slug="parkeren", samenvatting="Parkeren")
    diensten = {"alles-dienst": ["alles"], "parkeer-dienst": ["parkeren"], "oude-dienst": ["bestaat-niet-meer"]}
    middelen["digid"]["diensten"] = middelen["eherkenning"]["diensten"] = diensten


def namens(aanbieder: Aanbieder, client: Client, **claims: str) -> Any:
    """Bram logs in with DigiD; the provider says more."""
    namen = {"gever": WETTELIJK, "dienst": DIENST}
    inhoud = {BSN_CLAIM: BRAM} | {namen[naam]: waarde for naam, waarde in claims.items()}
    aanbieder.geef("digid", bram={"acr": SUBSTANTIEEL, "claims": inhoud})
    return log_in(client, aanbieder, "digid", "bram")


def keten(aanbieder: Aanbieder, client: Client, **claims: str) -> Any:
    inhoud = {KVK: "90004760", TUSSEN: "90004999", HANDELEND: "iemand@kantoor", DIENST_EH: "alles-dienst"} | claims
    acr = "urn:etoegang:core:assurance-class:loa3"
    inhoud = {naam: waarde for naam, waarde in inhoud.items() if waarde}
    aanbieder.geef("eherkenning", adviseur={"acr": acr, "claims": inhoud})
    return log_in(client, aanbieder, "eherkenning", "adviseur")


def actor(client: Client) -> Burger:
    gevonden = toegang.actor_van(client.get("/").wsgi_request)
    assert isinstance(gevonden, Burger)
    return gevonden


def test_digid_machtigen_is_voor_de_dienst_en_die_sessie(client: Client, aanbieder: Aanbieder) -> None:
    namens(aanbieder, client, gever=f"s00000000:{ANNA}", dienst="parkeer-dienst")
    bram = actor(client)
    assert (bram.partij, bram.namens, bram.rolcode) == (partij_met(BRAM), partij_met(ANNA), "gemachtigde")
    assert bram.machtiging is not None
    assert (bram.machtiging.bron, bram.machtiging.reikwijdte, bram.machtiging.mag_handelen) == (
        "digid",
        "producten",
        True,
    )
    assert [p.slug for p in bram.machtiging.producten.all()] == ["parkeren"]
    client.post("/uitloggen/")
    rij = Machtiging.objects.systeem("proef").get()
    assert rij.einde_reden == "uitgelogd"


def test_een_gestelde_machtiging_is_buiten_haar_sessie_niet_te_gebruiken(client: Client, aanbieder: Aanbieder) -> None:
    namens(aanbieder, client, gever=ANNA, dienst="alles-dienst")
    rij = Machtiging.objects.systeem("proef").get()
    ander = Client()
    namens(aanbieder, ander)
    assert actor(ander).namens is None
    assert str(rij.uuid) not in ander.get("/mijn/machtigingen/").content.decode()
    assert ander.post("/mijn/machtigingen/wissel/", {"machtiging": rij.uuid}).status_code == 404


def test_stoppen_is_uitloggen_want_meer_stelde_de_aanbieder_niet(client: Client, aanbieder: Aanbieder) -> None:
    namens(aanbieder, client, gever=ANNA, dienst="alles-dienst")
    assert "Stoppen en uitloggen" in client.get("/mijn/").content.decode()
    client.post("/mijn/machtigingen/wissel/")
    assert "burger" not in client.session


def test_elke_keer_opnieuw_gesteld(client: Client, aanbieder: Aanbieder) -> None:
    for _ in range(2):
        namens(aanbieder, client, gever=ANNA, dienst="alles-dienst")
    assert Machtiging.objects.systeem("proef").count() == 2
    with later(13 * 60):
        assert laat_vervallen() == 2
    assert not Machtiging.objects.systeem("proef").filter(beeindigd_op=None).exists()


@pytest.mark.parametrize(
    "claims",
    [
        {"gever": ANNA},  # for which service?
        {"gever": ANNA, "dienst": "onbekend"},
        {"gever": ANNA, "dienst": "oude-dienst"},  # its product is gone
        {"dienst": "parkeer-dienst"},  # for whom?
        {"gever": "s00000001:" + ANNA, "dienst": "alles-dienst"},  # another sector
        {"gever": "123456789", "dienst": "alles-dienst"},
    ],
)
def test_een_halve_of_onbekende_machtiging_is_geen_sessie(
    client: Client, aanbieder: Aanbieder, claims: dict[str, str]
) -> None:
    antwoord = namens(aanbieder, client, **claims)
    assert antwoord.status_code in (400, 403)
    assert "burger" not in client.session
    assert not Machtiging.objects.systeem("proef").exists()


def test_wie_zelf_inlogt_is_zichzelf(client: Client, aanbieder: Aanbieder) -> None:
    namens(aanbieder, client, gever=BRAM, dienst="iets-anders")
    assert actor(client).namens is None


def test_38_uit_een_gestelde_machtiging_volgt_geen_volgende(client: Client, aanbieder: Aanbieder) -> None:
    namens(aanbieder, client, gever=ANNA, dienst="alles-dienst")
    assert client.get("/mijn/machtigingen/aanbieden/").status_code == 404
    with pytest.raises(GeenRecht):
        machtiging_aanbieden(actor(client), Aanbod(ANNA, "x", "alles", True, klok.vandaag()))


def test_keten_van_eherkenning_de_tussenpersoon_handelt_voor_het_bedrijf(client: Client, aanbieder: Aanbieder) -> None:
    keten(aanbieder, client)
    wie = actor(client)
    assert wie.namens is not None
    assert (wie.partij.kvk_nummer, wie.namens.kvk_nummer) == ("90004999", "90004760")
    assert Auditregel.objects.get(handeling="inloggen").bijzonderheden["via_tussenpersoon"] is True


def test_keten_beperkt_tot_een_vestiging(client: Client, aanbieder: Aanbieder) -> None:
    keten(aanbieder, client, **{VESTIGING: "000038509504"})
    namens_ = actor(client).namens
    assert namens_ is not None
    assert namens_.vestigingsnummer == "000038509504"


@pytest.mark.parametrize(
    "claims",
    [
        {TUSSEN: "9000"},
        {TUSSEN: "90004760"},  # the company itself
        {HANDELEND: ""},
        {KVK: ""},
        {DIENST_EH: ""},
        {DIENST_EH: "onbekend"},
    ],
)
def test_een_halve_keten_is_geen_sessie(client: Client, aanbieder: Aanbieder, claims: dict[str, str]) -> None:
    assert keten(aanbieder, client, **claims).status_code in (400, 403)
    assert "burger" not in client.session


def test_wie_overleden_is_of_voor_een_overledene_handelt_komt_niet_binnen(client: Client, aanbieder: Aanbieder) -> None:
    namens(aanbieder, client, gever=ANNA, dienst="alles-dienst")
    anna = partij_met(ANNA)
    assert anna is not None
    Partij.objects.systeem("proef").filter(pk=anna.pk).update(overleden_op=klok.vandaag())
    assert client.get("/mijn/").status_code == 302  # the running session is over
    assert namens(aanbieder, Client(), gever=ANNA, dienst="alles-dienst").status_code == 403
    Partij.objects.systeem("proef").filter(bsn_zoekwaarde=partij_met(BRAM).bsn_zoekwaarde).update(  # type: ignore[union-attr]
        overleden_op=klok.vandaag()
    )
    assert namens(aanbieder, Client()).status_code == 403
