"""Contacts: registered once and whole, and read by whoever may."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from autorisatie.actor import Medewerker, Systeem
from autorisatie.bewaakt import DeurDicht
from autorisatie.fouten import BestaatNiet, GeenRecht, Invoerfout
from autorisatie.models import Auditregel, Partij, Verwerkingsregel
from catalogus import klok
from mijnzaken.klanten import inzien
from mijnzaken.klanten.handelingen import Deelnemer, GesteldeVraag, Onderwerp, klantcontact_vastleggen
from mijnzaken.klanten.models import Betrokkene, Klantcontact
from tests.mijnzaken.rolverdeling import AGENT, als_burger, als_medewerker, maak_persoon, machtig, namens

pytestmark = pytest.mark.django_db
ZAAK = uuid.UUID("6b1d2a0e-1111-4222-8333-123456789abc")


@pytest.fixture
def mila() -> Medewerker:
    return als_medewerker("mila", AGENT)


@pytest.fixture
def anna() -> Partij:
    return maak_persoon(1)


def leg_vast(actor: Medewerker, *partijen: Partij, **rest) -> Klantcontact:
    gegevens = {
        "kanaal": "telefoon",
        "onderwerp": "Subsidie verkeerslawaai",
        "richting": "inkomend",
        "deelnemers": [Deelnemer(partij=partij) for partij in partijen],
        "indicatie_contact_gelukt": True,
    }
    return klantcontact_vastleggen(actor, **(gegevens | rest))


def test_een_contact_met_meer_vragen_wordt_in_een_keer_vastgelegd(mila: Medewerker, anna: Partij) -> None:
    contact = leg_vast(
        mila,
        anna,
        vragen=[
            GesteldeVraag("Hoe staat het met mijn zaak?", "In behandeling."),
            GesteldeVraag("Bent u zaterdag open?"),
        ],
        over=[Onderwerp("zaak", ZAAK)],
        gespreksdoel="status zaak",
    )
    assert [v.vraag for v in contact.vragen.all()] == ["Hoe staat het met mijn zaak?", "Bent u zaterdag open?"]
    assert contact.nummer == f"{contact.pk:010d}"
    assert contact.medewerker == mila.gebruiker
    assert inzien.over(ZAAK, voor_inwoner=True) == [contact]
    audit = Auditregel.objects.get(handeling="klantcontact_vastleggen")
    assert audit.zaak_uuid == ZAAK
    assert Verwerkingsregel.objects.filter(audit=audit).count() == 1


def test_een_beller_die_zich_niet_bekend_maakte_heeft_een_naam_en_geen_partij(mila: Medewerker) -> None:
    contact = leg_vast(mila, deelnemers=[Deelnemer(naam={"voorletters": "P.", "achternaam": "Bakker"})])
    [betrokkene] = contact.betrokkenen.all()
    assert (betrokkene.was_partij, betrokkene.volledige_naam) == (None, "P. Bakker")


def test_een_mislukte_belpoging_is_ook_een_contact(mila: Medewerker, anna: Partij) -> None:
    straks = klok.nu() + timedelta(hours=4)
    contact = leg_vast(mila, anna, richting="uitgaand", indicatie_contact_gelukt=False, volgende_poging_op=straks)
    assert contact.indicatie_contact_gelukt is False
    assert contact.volgende_poging_op == straks


@pytest.mark.parametrize(
    "velden, fout",
    [
        ({"kanaal": " "}, "kanaal"),
        ({"onderwerp": ""}, "onderwerp"),
        ({"onderwerp": "x" * 201}, "onderwerp"),
        ({"richting": "zijwaarts"}, "richting"),
        ({"vragen": [GesteldeVraag(" ")]}, "vragen"),
        ({"vragen": [GesteldeVraag("x" * 4001)]}, "vragen"),
        ({"inhoud": "x" * 10_001}, "inhoud"),
    ],
)
def test_wat_niet_past_wordt_geweigerd_bij_het_veld(
    mila: Medewerker, anna: Partij, velden: dict[str, object], fout: str
) -> None:
    with pytest.raises(Invoerfout) as geweigerd:
        leg_vast(mila, anna, **velden)
    assert list(geweigerd.value.velden) == [fout]
    assert Klantcontact.objects.systeem("proef").count() == 0


def test_een_tekst_van_meer_dan_duizend_tekens_past(mila: Medewerker, anna: Partij) -> None:
    assert len(leg_vast(mila, anna, inhoud="a" * 5_000).inhoud) == 5_000


def test_een_contact_in_de_toekomst_bestaat_niet(mila: Medewerker, anna: Partij) -> None:
    with pytest.raises(Invoerfout):
        leg_vast(mila, anna, plaatsgevonden_op=klok.nu() + timedelta(minutes=5))


def test_met_iemand_uit_de_eigen_kring_legt_een_medewerker_niets_vast(anna: Partij) -> None:
    joost = als_medewerker("joost", AGENT, partij=anna)
    with pytest.raises(BestaatNiet):
        leg_vast(joost, anna)
    assert Klantcontact.objects.systeem("proef").count() == 0


def test_zonder_recht_wordt_niets_vastgelegd(anna: Partij) -> None:
    with pytest.raises(GeenRecht):
        leg_vast(als_medewerker("karim", []), anna)


def test_een_inwoner_ziet_eigen_contacten_zonder_wat_de_gemeente_voor_zich_hield(
    mila: Medewerker, anna: Partij
) -> None:
    bram = maak_persoon(5, achternaam="Jansen")
    open_, _ = leg_vast(mila, anna), leg_vast(mila, anna, zichtbaar_voor_inwoner=False)
    leg_vast(mila, bram)
    assert inzien.contacten(als_burger(anna)) == [open_]
    assert inzien.contacten(als_burger(anna), partij_pk=bram.pk) == []


def test_37_een_gemachtigde_ziet_de_contacten_van_wie_hij_vertegenwoordigt_en_nooit_gemengd(
    mila: Medewerker, anna: Partij
) -> None:
    bram = maak_persoon(5, achternaam="Jansen")
    van_anna, _ = leg_vast(mila, anna), leg_vast(mila, bram)
    assert inzien.contacten(namens(machtig(anna, bram, "alles"))) == [van_anna]
    assert inzien.contacten(namens(machtig(anna, bram, "zaken"))) == []


def test_een_medewerker_zonder_regel_over_contact_ziet_alleen_wat_hij_zelf_vastlegde(
    mila: Medewerker, anna: Partij
) -> None:
    leg_vast(mila, anna)
    karim = als_medewerker("karim", ["klantcontact_vastleggen"], niveau=1)
    eigen = leg_vast(karim, anna)
    assert inzien.contacten(karim) == [eigen]
    assert len(inzien.contacten(mila, partij_pk=anna.pk)) == 2


def test_contacten_met_wie_is_afgeschermd_of_uit_de_eigen_kring_bestaan_niet(mila: Medewerker, anna: Partij) -> None:
    contact = leg_vast(mila, anna)
    joost = als_medewerker("joost", AGENT, partij=anna)
    assert Klantcontact.objects.een(joost, contact.uuid) is None
    Partij.objects.systeem("proef").filter(pk=anna.pk).update(afgeschermd=True)
    assert Klantcontact.objects.een(mila, contact.uuid) is None


def test_de_lijst_bladert_op_sleutel_en_kost_altijd_evenveel_vragen(mila: Medewerker, anna: Partij) -> None:
    contacten = [leg_vast(mila, anna, vragen=[GesteldeVraag("?")]) for _ in range(7)][::-1]
    burger = als_burger(anna)
    eerste = inzien.contacten(burger, hoeveel=3)
    tweede = inzien.contacten(burger, na=(eerste[-1].plaatsgevonden_op, eerste[-1].pk), hoeveel=10)
    assert eerste + tweede == contacten

    def vragen(hoeveel: int) -> int:
        with CaptureQueriesContext(connection) as gemeten:
            for contact in inzien.contacten(burger, hoeveel=hoeveel):
                list(contact.vragen.all())
                [b.volledige_naam for b in contact.betrokkenen.all()]
        return len(gemeten)

    assert vragen(1) == vragen(7) == 5


def test_een_contact_zonder_deur_lezen_is_een_programmeerfout(mila: Medewerker, anna: Partij) -> None:
    leg_vast(mila, anna)
    with pytest.raises(DeurDicht):
        Klantcontact.objects.filter(kanaal="telefoon").first()
    assert Betrokkene.objects.voor(mila).count() == 0
    assert Betrokkene.objects.voor(Systeem("proef")).count() == 1
