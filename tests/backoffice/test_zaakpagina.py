"""The page of a zaak for staff: who sees what, what it offers, and what it costs."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from autorisatie.fouten import GeenRecht
from backoffice.behandeling.tabel import SCHERMEN
from catalogus import klok
from catalogus.models import Actie
from mijnzaken.documenten.models import Keuringsstand
from mijnzaken.zaken.handelingen import behandelen, taken
from mijnzaken.zaken.handelingen.toestemmingen import ontbrekende_toestemming
from mijnzaken.zaken.models import Zaak
from tests.backoffice.conftest import Inloggen
from tests.fabrieken import REDEN, dien_in, medewerker, partij, registreer, ververs
from tests.mijnzaken.documenten.proefbestanden import EICAR, pdf
from tests.producthouders import geef_vergunning, vraag

SUBSIDIE = "subsidie-verkeerslawaai"


def adres(zaak: Zaak) -> str:
    return reverse("zaak", args=[zaak.nummer])


def test_de_behandelaar_ziet_gegevens_stukken_en_termijn(ingelogd: Inloggen) -> None:
    zaak = dien_in("anna", SUBSIDIE)
    inhoud = ingelogd("sanne").get(adres(zaak)).content.decode()
    for deel in (
        "Beslissen uiterlijk op",
        "A.M. de Vries",
        "Spoorlaan 12",
        "van de aanvrager",
        "In behandeling nemen",
        "nieuw",
    ):
        assert deel in inhoud, deel
    assert partij("anna").bsn.tonen() not in inhoud  # no BSN on a page of staff


def test_een_ander_team_vindt_niets(ingelogd: Inloggen) -> None:
    zaak = registreer("bram", "parkeervergunning-bewoners")
    client = ingelogd("sanne")
    assert client.get(adres(zaak)).status_code == 404
    assert client.get(reverse("zaak", args=["2026-9999999"])).status_code == 404
    for naam in SCHERMEN:
        assert client.get(reverse("zaak_handeling", args=[zaak.nummer, naam])).status_code == 404
        assert client.post(reverse("zaak_handeling", args=[zaak.nummer, naam])).status_code == 404


def test_afgeschermd_en_eigen_kring_bestaan_niet(ingelogd: Inloggen) -> None:
    zaak = registreer("joost", "schuldhulpverlening")
    assert ingelogd("joost").get(adres(zaak)).status_code == 404
    ander = registreer("anna", SUBSIDIE)
    Zaak.objects.systeem(REDEN).filter(pk=ander.pk).update(afgeschermd=True)
    assert ingelogd("sanne").get(adres(ander)).status_code == 404


def test_aantal_vragen_staat_vast(ingelogd: Inloggen) -> None:
    zaak = dien_in("anna", SUBSIDIE)
    sanne = medewerker("sanne")
    behandelen.in_behandeling_nemen(sanne, zaak)
    _voeg_toe(zaak)
    client = ingelogd("sanne")

    def tel() -> int:
        client.get(adres(zaak))
        with CaptureQueriesContext(connection) as vragen:
            assert client.get(adres(zaak)).status_code == 200
        return len(vragen)

    een = tel()
    for _keer in range(8):
        _voeg_toe(zaak)
    assert tel() == een
    assert een <= 45


def _voeg_toe(zaak: Zaak) -> None:
    sanne = medewerker("sanne")
    behandelen.notitie_schrijven(sanne, zaak, onderwerp="Gebeld", tekst="Verhaal.")
    taken.taak_plaatsen(
        sanne, zaak, titel="Bel", omschrijving="", uitvoerder="medewerker", uiterlijk=klok.vandaag() + timedelta(days=3)
    )


def test_een_zaak_van_een_ander_systeem_heeft_geen_handelingen(ingelogd: Inloggen) -> None:
    zaak = registreer("anna", "omgevingsvergunning-dakkapel")
    pagina = ingelogd("iris").get(adres(zaak))
    assert zaak.zaaktype.behandeld_door_extern in pagina.content.decode()
    assert zaak.zaaktype.extern_url in pagina.content.decode()
    bewaken = {"afschermen"}  # shielding protects somebody, wherever the zaak is handled
    assert pagina.context["mag"] - bewaken == {"notitie_schrijven"}
    with pytest.raises(GeenRecht, match="ander systeem"):
        taken.taak_plaatsen(
            medewerker("iris"), zaak, titel="Bel", omschrijving="", uiterlijk=klok.vandaag() + timedelta(days=3)
        )


def test_document_toevoegen_wacht_op_keuring_en_wordt_getoond(ingelogd: Inloggen) -> None:
    zaak = registreer("anna", SUBSIDIE)
    client = ingelogd("sanne")
    pad = reverse("zaak_handeling", args=[zaak.nummer, "document_toevoegen"])
    soort = zaak.zaaktype.zaaktypeinformatieobjecttypen.first().informatieobjecttype_id
    velden = {"titel": "Rapport", "informatieobjecttype": soort, "gezien_versie": ververs(zaak).versie}
    zonder = client.post(pad, velden)
    assert zonder.status_code == 422
    assert "Rapport" in zonder.content.decode()
    fout = client.post(pad, velden | {"bestanden_bestand": SimpleUploadedFile("x.exe", b"MZ" + b"\0" * 200)})
    assert fout.status_code == 422
    goed = client.post(pad, velden | {"bestanden_bestand": SimpleUploadedFile("rapport.pdf", pdf())})
    assert goed.status_code == 302
    stuk = ververs(zaak).zaakdocumenten.select_related("document").get(titel="Rapport")
    assert not stuk.document.tonen_aan_initiator
    if stuk.document.keuring == Keuringsstand.WACHT:
        assert "gecontroleerd op virussen" in client.get(adres(zaak)).content.decode()
    tonen = reverse("zaak_handeling", args=[zaak.nummer, "document_tonen"])
    assert client.post(tonen, {"document_uuid": stuk.document.uuid, "tonen": "ja"}).status_code == 302
    stuk.document.refresh_from_db()
    assert stuk.document.tonen_aan_initiator
    assert client.post(tonen, {"document_uuid": "x", "tonen": "misschien"}).status_code == 422


def test_virus_wordt_geweigerd_of_blijft_dicht(ingelogd: Inloggen) -> None:
    zaak = registreer("anna", SUBSIDIE)
    client = ingelogd("sanne")
    antwoord = client.post(reverse("zaak_upload", args=[zaak.nummer]), {"bestand": SimpleUploadedFile("a.txt", EICAR)})
    assert antwoord.status_code in (200, 422)
    assert client.post(reverse("zaak_upload", args=[zaak.nummer])).status_code == 422
    assert client.post(reverse("zaak_upload_weg", args=[zaak.nummer]), {"bestand": "x"}).status_code == 404


def test_een_gegeven_wijzigen_bewaart_de_oude_waarde(ingelogd: Inloggen) -> None:
    zaak = dien_in("anna", SUBSIDIE)
    client = ingelogd("sanne")
    pad = reverse("zaak_handeling", args=[zaak.nummer, "gegeven_wijzigen"]) + "?gegeven=bouwjaar"
    assert "1960" in client.get(pad).content.decode().replace(".", "")
    for fout in ("", "negentien", "9" * 50):
        antwoord = client.post(pad, {"waarde": fout, "reden": "Typefout"})
        assert antwoord.status_code == 422
        assert "Typefout" in antwoord.content.decode()
    assert client.post(pad, {"waarde": "1950", "reden": "Typefout"}).status_code == 302
    waarden = ververs(zaak).gegevenswaarden.filter(gegeven__naam="bouwjaar").order_by("versie")
    assert [(w.waarde, w.actueel) for w in waarden] == [(1960, False), (1950, True)]
    for naam in ("bestaat_niet", "code_brief", "foto_gevel", "\x00"):
        assert (
            client.get(reverse("zaak_handeling", args=[zaak.nummer, "gegeven_wijzigen"]), {"gegeven": naam}).status_code
            == 404
        )


def test_toestemming_ontbreekt_alleen_waar_een_ander_moet_instemmen(gemeente: None, db: None) -> None:
    assert not ontbrekende_toestemming(registreer("anna", SUBSIDIE, waarden={"rol_woning": "eigenaar_bewoner"}))
    assert ontbrekende_toestemming(registreer("anna", SUBSIDIE, waarden={"rol_woning": "huurder"}))


def test_wie_behandelt_ziet_over_welk_product_de_zaak_gaat(ingelogd: Inloggen, op_maandag: object) -> None:
    zaak = vraag(geef_vergunning(), Actie.VERLENGEN)
    inhoud = ingelogd("vera").get(adres(zaak)).content.decode()
    assert "Gaat over een product" in inhoud
    assert "30 april 2027" in inhoud
