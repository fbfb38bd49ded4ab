"""Notes, contacts, requests and reserved numbers over the API (zrc-024, 025; Zaken 1.7)."""

from typing import Any

import pytest
from django.test import override_settings

from mijnzaken.api import verwijzing
from mijnzaken.klanten.models import Klantcontact, Onderwerpobject
from mijnzaken.zaken.handelingen.behandelen import notitie_schrijven
from mijnzaken.zaken.models import Nummerreservering
from tests.fabrieken import REDEN, medewerker, registreer, ververs
from tests.mijnzaken.api.systeem import ZAKEN, Systeem, fouten, mag, systeem
from tests.mijnzaken.api.zaken.wereld import SOORT, adres, lijf, maak, rij_van, sluit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]

ELDERS = "http://elders.example/contactmomenten/1"


@pytest.fixture
def vth() -> Systeem:
    return systeem(alles=True)


@pytest.fixture
def elders_is_er(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another platform answers at every address of its host."""
    monkeypatch.setattr(verwijzing, "_bezwaar", lambda url: "" if "elders.example" in url else "Onbekende host.")
    monkeypatch.setattr(verwijzing, "_haal", lambda url: "")


# -- notes -------------------------------------------------------------------------------------------------------------


def noteer(wie: Systeem, zaak: str, **meer: Any) -> Any:
    inhoud = {"gerelateerdAan": zaak, "onderwerp": "Gebeld", "tekst": "Terugbellen"}
    return wie.stuur(f"{ZAKEN}/zaaknotities", inhoud | meer)


def test_een_notitie_staat_bij_die_van_collegas(vth: Systeem) -> None:
    zaak = registreer("anna", "subsidie-verkeerslawaai")
    notitie_schrijven(medewerker("sanne"), ververs(zaak), onderwerp="Eigen", tekst="Van Sanne")
    gemaakt = noteer(vth, adres(zaak), aangemaaktDoor="Piet")
    assert gemaakt.status_code == 201, gemaakt.content
    assert gemaakt.json()["notitieType"] == "intern"
    assert gemaakt.json()["status"] == "definitief"
    assert gemaakt.headers["Location"] == gemaakt.json()["url"]
    lijst = vth.haal(f"{ZAKEN}/zaaknotities?gerelateerdAan={adres(zaak)}").json()
    assert {n["aangemaaktDoor"] for n in lijst["results"]} == {"Piet", medewerker("sanne").gebruiker.naam}
    assert [n.door for n in zaak.notities.filter(onderwerp="Gebeld")] == ["Piet"]
    assert vth.haal(f"{ZAKEN}/zaaknotities?aangemaaktDoor__icontains=pie").json()["count"] == 1
    assert vth.haal(f"{ZAKEN}/zaaknotities?tekst__icontains=sanne&notitieType=intern").json()["count"] == 1
    assert noteer(vth, adres(zaak)).json()["aangemaaktDoor"] == "Jan Jansen"  # for whom the system acts


def test_alleen_een_concept_verandert_en_gaat_weg(vth: Systeem) -> None:
    zaak = maak(vth)
    concept = noteer(vth, zaak["url"], status="concept").json()
    gewijzigd = vth.wijzig(concept["url"], {"tekst": "Anders"})
    assert gewijzigd.json()["tekst"] == "Anders"
    assert fouten(vth.wijzig(concept["url"], {"gerelateerdAan": maak(vth)["url"]})) == {
        "gerelateerdAan": "wijzigen-niet-toegelaten"
    }
    assert vth.wijzig(concept["url"], {"status": "definitief"}).status_code == 200
    geweigerd = vth.wijzig(concept["url"], {"tekst": "Weg"})
    assert (geweigerd.status_code, geweigerd.json()["code"]) == (409, "notitie-definitief")
    assert vth.verwijder(concept["url"]).status_code == 409
    weg = noteer(vth, zaak["url"], status="concept").json()
    assert vth.verwijder(weg["url"]).status_code == 204
    assert vth.haal(weg["url"]).status_code == 404


def test_de_scopes_van_een_notitie(vth: Systeem) -> None:
    zaak = maak(vth)
    lezer = mag(systeem("lezer"), SOORT, "zaken.lezen")
    assert noteer(lezer, zaak["url"]).status_code == 403
    assert lezer.haal(f"{ZAKEN}/zaaknotities").json()["count"] == 0
    schrijver = mag(systeem("schrijver"), SOORT, "zaken.bijwerken")
    assert noteer(schrijver, zaak["url"]).status_code == 201
    sluit(vth, zaak)
    assert noteer(schrijver, zaak["url"]).status_code == 403


# -- contacts ----------------------------------------------------------------------------------------------------------


def test_een_klantcontact_van_een_ouder_systeem_leest_wie_de_zaak_behandelt(vth: Systeem) -> None:
    zaak = maak(vth)
    inhoud = {
        "zaak": zaak["url"],
        "datumtijd": "2026-03-01T10:00:00Z",
        "kanaal": "balie",
        "onderwerp": "Vraag",
        "toelichting": "Hoe lang nog?",
        "identificatie": "K-1",
    }
    gemaakt = vth.stuur(f"{ZAKEN}/klantcontacten", inhoud)
    assert gemaakt.status_code == 201, gemaakt.content
    assert {naam: gemaakt.json()[naam] for naam in inhoud} == inhoud
    assert vth.haal(gemaakt.json()["url"]).json() == gemaakt.json()
    assert vth.haal(f"{ZAKEN}/klantcontacten?zaak={zaak['url']}").json()["results"] == [gemaakt.json()]
    over = Onderwerpobject.objects.systeem(REDEN).get(object_uuid=rij_van(zaak).uuid)
    contact = Klantcontact.objects.systeem(REDEN).get(pk=over.klantcontact_id)
    assert (contact.onderwerp, contact.inhoud) == ("Vraag", "Hoe lang nog?")
    kaal = vth.stuur(f"{ZAKEN}/klantcontacten", {"zaak": zaak["url"], "datumtijd": "2026-03-01T10:00:00Z"}).json()
    assert (kaal["kanaal"], kaal["onderwerp"]) == ("", "")
    assert len(kaal["identificatie"]) == 10
    later = vth.stuur(f"{ZAKEN}/klantcontacten", inhoud | {"datumtijd": "2026-03-03T10:00:00Z"})
    assert fouten(later) == {"datumtijd": "future_not_allowed"}


def test_zrc_025_een_contact_van_ons_hoort_aan_beide_kanten_bij_de_zaak(vth: Systeem) -> None:
    eerst, zaak = maak(vth), maak(vth)
    vth.stuur(f"{ZAKEN}/klantcontacten", {"zaak": eerst["url"], "datumtijd": "2026-03-01T10:00:00Z"})
    contact = vth.haal(f"{ZAKEN}/zaakcontactmomenten?zaak={eerst['url']}").json()[0]["contactmoment"]
    inhoud = {"zaak": zaak["url"], "contactmoment": contact}
    gemaakt = vth.stuur(f"{ZAKEN}/zaakcontactmomenten", inhoud)
    assert gemaakt.status_code == 201, gemaakt.content
    assert fouten(vth.stuur(f"{ZAKEN}/zaakcontactmomenten", inhoud)) == {"nonFieldErrors": "unique"}
    assert vth.haal(f"{ZAKEN}/zaakcontactmomenten?zaak={zaak['url']}").json() == [gemaakt.json()]
    assert len(vth.haal(f"{ZAKEN}/zaakcontactmomenten?contactmoment={contact}").json()) == 2
    spiegel = Onderwerpobject.objects.systeem(REDEN).filter(object_uuid=rij_van(zaak).uuid)
    assert spiegel.count() == 1
    assert vth.verwijder(gemaakt.json()["url"]).status_code == 204
    assert not spiegel.exists()


def test_gevaar_2_een_contact_van_een_ander_wordt_niet_elders_getoond(vth: Systeem) -> None:
    vreemd = maak(vth, "subsidie-verkeerslawaai")
    vth.stuur(f"{ZAKEN}/klantcontacten", {"zaak": vreemd["url"], "datumtijd": "2026-03-01T10:00:00Z"})
    contact = vth.haal(f"{ZAKEN}/zaakcontactmomenten?zaak={vreemd['url']}").json()[0]["contactmoment"]
    ander = mag(systeem("ander"), SOORT, "zaken.bijwerken", "zaken.aanmaken", "zaken.lezen")
    poging = ander.stuur(f"{ZAKEN}/zaakcontactmomenten", {"zaak": maak(ander)["url"], "contactmoment": contact})
    assert fouten(poging) == {"contactmoment": "bad-url"}


@pytest.mark.usefixtures("elders_is_er")
def test_zrc_025_een_contact_elders(vth: Systeem) -> None:
    zaak = maak(vth)
    inhoud = {"zaak": zaak["url"], "contactmoment": ELDERS}
    gemaakt = vth.stuur(f"{ZAKEN}/zaakcontactmomenten", inhoud).json()
    assert gemaakt["contactmoment"] == ELDERS
    assert vth.haal(f"{ZAKEN}/zaakcontactmomenten?contactmoment={ELDERS}").json() == [gemaakt]
    assert vth.haal(f"{ZAKEN}/klantcontacten?zaak={zaak['url']}").json()["count"] == 0
    weg = inhoud | {"contactmoment": "http://nergens.example/1"}
    assert fouten(vth.stuur(f"{ZAKEN}/zaakcontactmomenten", weg)) == {"contactmoment": "bad-url"}


@pytest.mark.usefixtures("elders_is_er")
def test_zrc_024_een_verzoek_elders(vth: Systeem) -> None:
    zaak, verzoek = maak(vth), "http://elders.example/verzoeken/1"
    inhoud = {"zaak": zaak["url"], "verzoek": verzoek}
    gemaakt = vth.stuur(f"{ZAKEN}/zaakverzoeken", inhoud)
    assert gemaakt.status_code == 201, gemaakt.content
    assert fouten(vth.stuur(f"{ZAKEN}/zaakverzoeken", inhoud)) == {"nonFieldErrors": "unique"}
    assert vth.haal(f"{ZAKEN}/zaakverzoeken?verzoek={verzoek}&zaak={zaak['url']}").json() == [gemaakt.json()]
    assert vth.verwijder(gemaakt.json()["url"]).status_code == 204
    assert vth.haal(f"{ZAKEN}/zaakverzoeken").json() == []
    hier = vth.stuur(f"{ZAKEN}/zaakverzoeken", inhoud | {"verzoek": zaak["url"]})
    assert fouten(hier) == {"verzoek": "bad-url"}


@override_settings(API_VERWIJZING_HOSTS=())
def test_gevaar_67_een_vreemd_adres_wordt_niet_opgehaald(vth: Systeem) -> None:
    inhoud = {"zaak": maak(vth)["url"], "verzoek": "http://169.254.169.254/latest/"}
    assert fouten(vth.stuur(f"{ZAKEN}/zaakverzoeken", inhoud)) == {"verzoek": "bad-url"}


# -- numbers -----------------------------------------------------------------------------------------------------------


def reserveer(wie: Systeem, **meer: Any) -> Any:
    return wie.stuur(f"{ZAKEN}/zaaknummer_reserveren", {"bronorganisatie": "002564440"} | meer)


def test_een_gereserveerd_nummer_is_voor_de_zaak_die_het_noemt(vth: Systeem) -> None:
    een = reserveer(vth)
    assert een.status_code == 201, een.content
    nummer = een.json()["zaaknummer"]
    ander = maak(vth)
    assert ander["identificatie"] != nummer
    zaak = maak(vth, identificatie=nummer)
    assert zaak["identificatie"] == rij_van(zaak).nummer == nummer
    assert Nummerreservering.objects.get(nummer=nummer).gebruikt_op is not None
    weer = vth.stuur(f"{ZAKEN}/zaken", lijf(identificatie=nummer))
    assert fouten(weer) == {"identificatie": "identificatie-niet-uniek"}


def test_meer_nummers_zijn_een_lijst(vth: Systeem) -> None:
    nummers = [rij["zaaknummer"] for rij in reserveer(vth, aantal=3).json()]
    assert len(set(nummers)) == 3
    assert fouten(reserveer(vth, aantal=0)) == {"aantal": "min_value"}
    assert fouten(reserveer(vth, aantal=1001)) == {"aantal": "max_value"}
    assert fouten(reserveer(vth, bronorganisatie="123456789")) == {"bronorganisatie": "invalid"}
    assert reserveer(mag(systeem("lezer"), SOORT, "zaken.lezen")).status_code == 403
    assert reserveer(mag(systeem("maker"), SOORT, "zaken.aanmaken")).status_code == 201
    vreemd = maak(vth, identificatie=nummers[0], bronorganisatie="111222333")
    assert vreemd["identificatie"] == nummers[0]
    assert rij_van(vreemd).nummer != nummers[0]  # it was reserved for another organisation
