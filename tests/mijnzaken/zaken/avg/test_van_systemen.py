"""What other systems kept with a person is in the copy of his data (AVG 15), and goes with its traces (AVG 17)."""

import pytest

from autorisatie.models import Wijziging
from catalogus import klok
from mijnzaken.documenten.models import Document
from mijnzaken.documenten.wissen import wis_documenten
from mijnzaken.klanten.models import Categorie, DigitaalAdres
from tests.fabrieken import REDEN, partij
from tests.mijnzaken.api.documenten.gedeeld import maak as maak_document
from tests.mijnzaken.api.klantinteracties.kcs import KIC, kcs, lijf, maak, ref
from tests.mijnzaken.api.systeem import systeem
from tests.mijnzaken.zaken.avg.verzoek import van_soort, vraag_inzage
from tests.mijnzaken.zaken.avg.wisverzoek import vraag_wissing, wis_alles_wat_mag
from tests.mijnzaken.zaken.test_vernietigen import sporen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("opslagmap", "gemeente", "op_maandag")]
GEHEIM = "Kwikstaartje onder de brug"


def test_de_kopie_van_zijn_gegevens_heeft_zijn_rekening_en_zijn_indeling() -> None:
    kiss, anna = kcs(), {"uuid": str(partij("anna").uuid)}
    maak(kiss, "rekeningnummers", {"partij": anna, "iban": "NL91ABNA0417164300", "bic": "ABNANL2A"})
    maak(kiss, "rekeningnummers", {"partij": {"uuid": str(partij("bram").uuid)}, "iban": "NL20INGB0001234567"})
    groep = maak(kiss, "categorieen", {"naam": "Ondernemer"})
    maak(kiss, "categorie-relaties", {"partij": anna, "categorie": ref(groep), "beginDatum": "2026-01-01"})
    zaak = vraag_inzage()
    [rekening] = van_soort(zaak, "klanten.Rekeningnummer")
    assert (rekening["iban"], rekening["bic"]) == ("NL91ABNA0417164300", "ABNANL2A")
    [indeling] = van_soort(zaak, "klanten.CategorieRelatie")
    assert indeling["categorie"] == "Ondernemer"


def test_een_rekening_en_een_indeling_gaan_en_hun_sporen_ook() -> None:
    kiss, anna = kcs(), {"uuid": str(partij("anna").uuid)}
    groep = maak(kiss, "categorieen", {"naam": "Ondernemer"})
    rekening = maak(kiss, "rekeningnummers", {"partij": anna, "iban": "NL91ABNA0417164300", "bic": "ABNANL2A"})
    relatie = maak(kiss, "categorie-relaties", {"partij": anna, "categorie": ref(groep)})
    assert sporen("ABNANL2A") == ["autorisatie_wijziging", "klanten_rekeningnummer"]
    wis_alles_wat_mag(vraag_wissing())
    assert sporen("ABNANL2A") == []
    assert not Wijziging.objects.filter(resource_pad__contains=relatie["uuid"]).exists()
    assert kiss.haal(f"{KIC}/partijen/{anna['uuid']}").json()["categorieRelaties"] == []
    assert kiss.haal(rekening["url"]).status_code == 404
    assert Categorie.objects.systeem(REDEN).filter(naam="Ondernemer").exists()  # that is of no person


def test_van_een_adres_van_vroeger_blijft_ook_geen_spoor() -> None:
    inhoud = {
        "adres": "oud@voorbeeld.example",
        "soortDigitaalAdres": "email",
        "verstrektDoorPartij": {"uuid": str(partij("anna").uuid)},
        "verstrektDoorBetrokkene": None,
    }
    gemaakt = maak(kcs(), "digitaleadressen", inhoud)
    DigitaalAdres.objects.systeem(REDEN).filter(uuid=gemaakt["uuid"]).update(vervallen_op=klok.nu())
    wis_alles_wat_mag(vraag_wissing())
    assert sporen("oud@voorbeeld.example") == []


def test_van_een_contact_blijft_ook_niet_wat_een_ander_systeem_ervan_opschreef() -> None:
    kiss, anna = kcs(), {"uuid": str(partij("anna").uuid)}
    contact = maak(kiss, "klantcontacten", lijf(onderwerp=GEHEIM))
    naam = {"voorletters": "A.", "voornaam": "Puttertje", "voorvoegselAchternaam": "", "achternaam": "de Vries"}
    deelnemer = {"hadKlantcontact": ref(contact), "wasPartij": anna, "rol": "klant", "initiator": True}
    maak(kiss, "betrokkenen", {**deelnemer, "contactnaam": naam})
    assert "autorisatie_wijziging" in sporen(GEHEIM)
    wis_alles_wat_mag(vraag_wissing())
    assert sporen(GEHEIM) == []
    assert "autorisatie_wijziging" not in sporen("Puttertje")


def test_wat_een_ander_systeem_vroeger_van_iemand_opschreef_gaat_en_dat_het_gebeurde_blijft() -> None:
    kiss, wie = kcs(), partij("anna")
    adres = f"{KIC}/partijen/{wie.uuid}"
    for notitie in (GEHEIM, ""):
        assert kiss.wijzig(adres, {"interneNotitie": notitie}).status_code == 200
    assert sporen(GEHEIM) == ["autorisatie_wijziging"]
    wis_alles_wat_mag(vraag_wissing())
    assert sporen(GEHEIM) == []
    assert Wijziging.objects.filter(hoofdobject_uuid=wie.uuid, actie="partial_update").count() == 2


def test_van_een_document_blijft_ook_niet_wat_een_ander_systeem_ervan_opschreef() -> None:
    document = maak_document(systeem("dms", alles=True), titel=GEHEIM)
    rij = Document.objects.systeem(REDEN).get(uuid=document["url"].rpartition("/")[2])
    assert sporen(GEHEIM) == ["autorisatie_wijziging", "documenten_document"]
    wis_documenten([rij.pk])
    assert sporen(GEHEIM) == []
