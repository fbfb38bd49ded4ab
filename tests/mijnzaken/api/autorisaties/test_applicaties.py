"""Autorisaties 1.1.0: which systems there are and what each may, read and changed by another system."""

from collections.abc import Callable
from typing import Any

import pytest

from autorisatie.models import Applicatie, Auditregel, Autorisatie, Clientnaam, Wijziging
from autorisatie.scopelijst import SCOPES
from autorisatie.versleuteling import Geheim
from catalogus import klok
from catalogus.models import Besluittype, Informatieobjecttype
from mijnzaken.api.bron import apis
from mijnzaken.berichten.models import Notificatie
from mijnzaken.inrichting.applicaties import applicatie_aanmaken, applicatie_geheim_vernieuwen
from mijnzaken.inrichting.toegangsvoorstel import applicatie_goedkeuren, voorstel_beginnen
from mijnzaken.klanten.models import Klantcontact
from tests.fabrieken import REDEN, medewerker, zaaktype
from tests.mijnzaken.api.systeem import GEHEIM, Systeem, adres_van, fouten, systeem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]

APPLICATIES = "/autorisaties/api/v1/applicaties"
SOORT = "parkeervergunning-bewoners"


@pytest.fixture
def beheer() -> Systeem:
    """A system that two persons let give rights."""
    wie = systeem("beheer")
    Autorisatie.objects.create(
        applicatie=wie.applicatie, component="ac", scopes=["autorisaties.lezen", "autorisaties.bijwerken"]
    )
    return wie


def lezen(tot: str = "openbaar", **meer: Any) -> dict[str, Any]:
    """An autorisatie to read zaken of one zaaktype."""
    return {
        "component": "zrc",
        "scopes": ["zaken.lezen"],
        "zaaktype": adres_van(zaaktype(SOORT)),
        "maxVertrouwelijkheidaanduiding": tot,
    } | meer


def nieuw(*autorisaties: dict[str, Any], **meer: Any) -> dict[str, Any]:
    return {"clientIds": ["vth"], "label": "VTH", "autorisaties": list(autorisaties or [lezen()])} | meer


def adres(soort: str, rij: Any) -> str:
    return f"http://127.0.0.1:8000/catalogi/api/v1/{soort}/{rij.uuid}"


# -- reading -----------------------------------------------------------------------------------------------------------


def test_wat_gemaakt_wordt_staat_er_zoals_de_standaard_het_schrijft(beheer: Systeem) -> None:
    documenttype, besluittype = Informatieobjecttype.objects.order_by("pk")[0], Besluittype.objects.order_by("pk")[0]
    gestuurd = nieuw(
        lezen("zaakvertrouwelijk"),
        {
            "component": "drc",
            "scopes": ["documenten.lezen"],
            "informatieobjecttype": adres("informatieobjecttypen", documenttype),
            "maxVertrouwelijkheidaanduiding": "intern",
        },
        {"component": "brc", "scopes": ["besluiten.lezen"], "besluittype": adres("besluittypen", besluittype)},
        {"component": "nrc", "scopes": ["notificaties.publiceren"]},
        clientIds=["vth", "vth-2"],
        alleenIsGereedVoorPublicatie=True,
    )
    antwoord = beheer.stuur(APPLICATIES, gestuurd)
    assert antwoord.status_code == 201, antwoord.content
    inhoud = antwoord.json()
    assert antwoord.headers["Location"] == inhoud["url"]
    regels = [{naam: w for naam, w in r.items() if naam != "componentWeergave"} for r in inhoud["autorisaties"]]
    assert inhoud | {"autorisaties": regels} == gestuurd | {"url": inhoud["url"], "heeftAlleAutorisaties": False}
    assert inhoud["autorisaties"][0]["componentWeergave"] == "Zaken API"
    assert beheer.haal(inhoud["url"]).json() == inhoud


def test_de_lijst_kan_op_client_id_en_een_systeem_vindt_zichzelf(beheer: Systeem) -> None:
    gemaakt = beheer.stuur(APPLICATIES, nieuw(clientIds=["vth", "vth-2"])).json()
    lijst = beheer.haal(APPLICATIES).json()
    assert {tuple(rij["clientIds"]) for rij in lijst["results"]} == {("beheer",), ("vth", "vth-2")}
    assert lijst["count"] == 2
    assert beheer.haal(f"{APPLICATIES}?clientIds=vth-2,onbekend").json()["results"] == [gemaakt]
    assert beheer.haal(f"{APPLICATIES}/consumer?clientId=vth-2").json() == gemaakt
    assert beheer.haal(f"{APPLICATIES}/consumer?clientId=onbekend").status_code == 404
    assert beheer.haal(f"{APPLICATIES}/consumer").status_code == 404


def test_wat_alleen_is_voorgesteld_of_is_gestopt_staat_er_niet(beheer: Systeem) -> None:
    applicatie_aanmaken(medewerker("ruud"), client_id="voorgesteld", label="Nog niet")
    systeem("gestopt", is_active=False)
    assert beheer.haal(APPLICATIES).json()["count"] == 1


def test_de_lijst_kost_een_vast_aantal_statements(beheer: Systeem, django_assert_max_num_queries: Any) -> None:
    for nummer in range(6):
        beheer.stuur(APPLICATIES, nieuw(lezen(), lezen("geheim"), clientIds=[f"s{nummer}", f"t{nummer}"]))
    with django_assert_max_num_queries(8):
        assert beheer.haal(APPLICATIES).json()["count"] == 7


# -- the rules of the standard -----------------------------------------------------------------------------------------


def test_ac_001_een_client_id_is_van_een_applicatie(beheer: Systeem) -> None:
    eerste = beheer.stuur(APPLICATIES, nieuw(clientIds=["vth", "vth-2"])).json()
    for dubbel in (["vth"], ["anders", "vth-2"], ["beheer"]):
        assert fouten(beheer.stuur(APPLICATIES, nieuw(clientIds=dubbel))) == {"clientIds": "clientId-exists"}
    ander = beheer.stuur(APPLICATIES, nieuw(clientIds=["ander"])).json()
    assert fouten(beheer.wijzig(ander["url"], {"clientIds": ["vth-2"]})) == {"clientIds": "clientId-exists"}
    assert beheer.wijzig(eerste["url"], {"clientIds": ["vth-2", "vth"]}).json()["clientIds"] == ["vth-2", "vth"]
    assert fouten(beheer.stuur(APPLICATIES, nieuw(clientIds=[]))) == {"clientIds": "empty"}
    assert Clientnaam.objects.count() == 1


def test_ac_002_alles_of_losse_autorisaties_nooit_allebei_en_nooit_geen_van_beide(beheer: Systeem) -> None:
    beide = fouten(beheer.stuur(APPLICATIES, nieuw(heeftAlleAutorisaties=True)))
    assert beide == {"nonFieldErrors": "ambiguous-authorizations-specified"}
    geen = {"nonFieldErrors": "missing-authorizations"}
    leeg = {"clientIds": ["vth"], "label": "VTH"}
    assert fouten(beheer.stuur(APPLICATIES, leeg)) == geen
    assert fouten(beheer.stuur(APPLICATIES, leeg | {"heeftAlleAutorisaties": False, "autorisaties": []})) == geen
    alles = beheer.stuur(APPLICATIES, leeg | {"heeftAlleAutorisaties": True}).json()
    assert (alles["heeftAlleAutorisaties"], alles["autorisaties"]) == (True, [])
    assert fouten(beheer.wijzig(alles["url"], {"heeftAlleAutorisaties": False})) == geen
    assert beheer.wijzig(alles["url"], {"label": "Nieuw"}).json()["heeftAlleAutorisaties"] is True
    los = beheer.wijzig(alles["url"], {"autorisaties": [lezen()]}).json()
    assert (los["heeftAlleAutorisaties"], len(los["autorisaties"])) == (False, 1)
    weer = beheer.wijzig(alles["url"], {"heeftAlleAutorisaties": True}).json()
    assert (weer["heeftAlleAutorisaties"], weer["autorisaties"]) == (True, [])


def test_ac_003_een_autorisatie_heeft_wat_haar_component_nodig_heeft(beheer: Systeem) -> None:
    assert fouten(beheer.stuur(APPLICATIES, nieuw({"component": "zrc", "scopes": ["zaken.lezen"]}))) == {
        "autorisaties.0.zaaktype": "required",
        "autorisaties.0.maxVertrouwelijkheidaanduiding": "required",
    }
    half = [lezen(), {"component": "brc", "scopes": ["besluiten.lezen"]}, {"component": "ztc", "scopes": []}]
    assert fouten(beheer.stuur(APPLICATIES, nieuw(*half))) == {
        "autorisaties.1.besluittype": "required",
        "autorisaties.2.scopes": "empty",
    }
    elders = {"autorisaties.0.zaaktype": "bad-url"}
    assert fouten(beheer.stuur(APPLICATIES, nieuw(lezen(zaaktype="https://elders.nl/zaaktypen/1")))) == elders
    verkeerd = lezen(zaaktype=adres("besluittypen", Besluittype.objects.order_by("pk")[0]))
    assert fouten(beheer.stuur(APPLICATIES, nieuw(verkeerd))) == {"autorisaties.0.zaaktype": "invalid-resource"}
    assert fouten(beheer.stuur(APPLICATIES, nieuw(lezen("half")))) == {
        "autorisaties.0.maxVertrouwelijkheidaanduiding": "invalid_choice"
    }
    assert fouten(beheer.stuur(APPLICATIES, nieuw(lezen(component="xyz")))) == {
        "autorisaties.0.component": "invalid_choice"
    }


def test_een_put_vervangt_alles_en_een_patch_wat_zij_noemt(beheer: Systeem) -> None:
    url = beheer.stuur(APPLICATIES, nieuw(alleenIsGereedVoorPublicatie=True)).json()["url"]
    na = beheer.wijzig(url, {"label": "Toezicht"}).json()
    assert (na["label"], na["alleenIsGereedVoorPublicatie"], len(na["autorisaties"])) == ("Toezicht", True, 1)
    na = beheer.vraag("PUT", url, {"clientIds": ["vth"], "label": "Alles", "heeftAlleAutorisaties": True}).json()
    assert (na["label"], na["alleenIsGereedVoorPublicatie"], na["autorisaties"]) == ("Alles", False, [])
    assert fouten(beheer.vraag("PUT", url, {"label": "Half"})) == {"clientIds": "required"}


def test_een_client_van_1_0_0_stuurt_wat_hij_stuurde_en_krijgt_wat_hij_verwacht(beheer: Systeem) -> None:
    """That version has no ``alleenIsGereedVoorPublicatie``; all else is as it was."""
    gestuurd = nieuw(lezen("zaakvertrouwelijk"), heeftAlleAutorisaties=False)
    gekregen = beheer.stuur(APPLICATIES, gestuurd).json()
    assert {"url", "clientIds", "label", "heeftAlleAutorisaties", "autorisaties"} <= set(gekregen)
    assert {naam: gekregen[naam] for naam in ("clientIds", "label", "heeftAlleAutorisaties")} == {
        naam: gestuurd[naam] for naam in ("clientIds", "label", "heeftAlleAutorisaties")
    }
    assert gekregen["alleenIsGereedVoorPublicatie"] is False
    for methode in ("PUT", "PATCH"):
        assert beheer.vraag(methode, gekregen["url"], gekregen).json() == gekregen


# -- what it means -----------------------------------------------------------------------------------------------------


def test_een_wijziging_werkt_meteen(beheer: Systeem) -> None:
    url = beheer.stuur(APPLICATIES, nieuw()).json()["url"]
    vth = Systeem(Applicatie.objects.get(client_id="vth"))
    Applicatie.objects.filter(client_id="vth").update(geheim=Geheim.van(GEHEIM))
    assert vth.haal("/zaken/api/v1/zaken").status_code == 200
    beheer.wijzig(url, {"autorisaties": [{"component": "ztc", "scopes": ["catalogi.lezen"]}]})
    assert vth.haal("/zaken/api/v1/zaken").status_code == 403
    assert vth.haal("/catalogi/api/v1/zaaktypen").status_code == 200
    assert beheer.verwijder(url).status_code == 204
    assert vth.haal("/catalogi/api/v1/zaaktypen").status_code == 403


def test_wat_hier_gemaakt_is_komt_pas_binnen_met_een_geheim_van_twee_mensen(beheer: Systeem) -> None:
    beheer.stuur(APPLICATIES, nieuw())
    rij = Applicatie.objects.get(client_id="vth")
    assert rij.geheimen() == []
    voorstel, geheim = applicatie_geheim_vernieuwen(medewerker("ruud"), rij, overlap_dagen=0, reden=REDEN)
    applicatie_goedkeuren(medewerker("saskia"), voorstel)
    assert Applicatie.objects.get(client_id="vth").geheimen() == [geheim]
    assert Applicatie.objects.get(client_id="vth").autorisaties.get().scopes == ["zaken.lezen"]


def test_een_voorstel_van_een_mens_is_te_laat_als_een_systeem_intussen_iets_wijzigde(beheer: Systeem) -> None:
    url = beheer.stuur(APPLICATIES, nieuw()).json()["url"]
    voorstel = voorstel_beginnen(medewerker("ruud"), Applicatie.objects.get(client_id="vth"))
    beheer.wijzig(url, {"label": "Anders"})
    voorstel.applicatie.refresh_from_db()
    assert voorstel.is_te_laat


def test_24_een_applicatie_geeft_zichzelf_niets(beheer: Systeem) -> None:
    zelf = beheer.haal(f"{APPLICATIES}/consumer?clientId=beheer").json()
    for antwoord in (
        beheer.wijzig(zelf["url"], {"heeftAlleAutorisaties": True}),
        beheer.vraag("PUT", zelf["url"], nieuw(clientIds=["beheer"])),
        beheer.verwijder(zelf["url"]),
    ):
        assert antwoord.status_code == 403
    assert beheer.haal(zelf["url"]).json() == zelf


def test_een_applicatie_met_contacten_wordt_niet_verwijderd(beheer: Systeem) -> None:
    url = beheer.stuur(APPLICATIES, nieuw()).json()["url"]
    Klantcontact.objects.create(
        applicatie=Applicatie.objects.get(client_id="vth"), kanaal="telefoon", onderwerp="Parkeren",
        richting="inkomend", plaatsgevonden_op=klok.nu(), vastgelegd_op=klok.nu(),
    )  # fmt: skip
    assert beheer.verwijder(url).status_code == 409
    assert beheer.haal(url).status_code == 200


def test_elke_wijziging_laat_een_spoor_een_regel_en_een_notificatie_na(beheer: Systeem) -> None:
    url = beheer.stuur(APPLICATIES, nieuw()).json()["url"]
    beheer.wijzig(url, {"label": "Anders"})
    beheer.verwijder(url)
    assert list(Wijziging.objects.order_by("pk").values_list("actie", flat=True)) == [
        "create",
        "partial_update",
        "destroy",
    ]
    assert Auditregel.objects.filter(handeling="autorisaties_bijwerken", client_id="beheer").count() == 3
    assert {n.kanaal for n in Notificatie.objects.all()} == {"autorisaties"}


def test_dezelfde_sleutel_maakt_een_applicatie(beheer: Systeem) -> None:
    een = beheer.stuur(APPLICATIES, nieuw(), Idempotency_Key="a1")
    assert beheer.stuur(APPLICATIES, nieuw(), Idempotency_Key="a1").json() == een.json()
    assert Applicatie.objects.filter(client_id="vth").count() == 1


# -- scopes ------------------------------------------------------------------------------------------------------------

DOEN: dict[str, Callable[[Systeem, str], Any]] = {
    "lijst": lambda wie, url: wie.haal(APPLICATIES),
    "een": lambda wie, url: wie.haal(url),
    "consumer": lambda wie, url: wie.haal(f"{APPLICATIES}/consumer?clientId=vth"),
    "maken": lambda wie, url: wie.stuur(APPLICATIES, nieuw(clientIds=["nieuw"])),
    "wijzigen": lambda wie, url: wie.wijzig(url, {"label": "Anders"}),
    "weg": lambda wie, url: wie.verwijder(url),
}
MAG = {
    "autorisaties.lezen": {"lijst": 200, "een": 200, "consumer": 200},
    "autorisaties.bijwerken": {"maken": 201, "wijzigen": 200, "weg": 204},
}


@pytest.mark.parametrize("scope", [*MAG, ""])
def test_elke_scope_geeft_wat_het_document_zegt_en_niets_meer(beheer: Systeem, scope: str) -> None:
    url = beheer.stuur(APPLICATIES, nieuw()).json()["url"]
    wie = systeem("wie")
    if scope:
        Autorisatie.objects.create(applicatie=wie.applicatie, component="ac", scopes=[scope])
    gekregen = {naam: doe(wie, url).status_code for naam, doe in DOEN.items()}
    assert gekregen == dict.fromkeys(DOEN, 403) | MAG.get(scope, {})


def test_de_lijst_van_scopes_is_die_van_de_documenten() -> None:
    """What an administrator may give is what some operation asks, of the API that it stands under or of another."""
    gevraagd = {
        scope for api in apis().values() for operatie in api.contract.operaties.values() for scope in operatie.scopes
    }
    gevraagd |= {bron.lezen for api in apis().values() for bron in api.bronnen if bron.lezen}
    assert {scope for rij in SCOPES.values() for scope in rij} == gevraagd
    assert set(SCOPES) == {api.component for api in apis().values()}
