"""Offering, accepting, acting and stopping, as the two see it in their browsers."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from autorisatie.models import Machtiging
from catalogus import klok
from catalogus.models import Product
from mijnzaken.berichten.models import Bericht, Kanaal
from mijnzaken.bronnen.proefnummers import proef_bsn
from mijnzaken.klanten.models import DigitaalAdres
from mijnzaken.zaken.machtigingen import meld
from mijnzaken.zaken.models import Zaak
from tests.fabrieken import REDEN, burger, dien_in, partij
from tests.oidc.hulp import als

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
AANBIEDEN = "/mijn/machtigingen/aanbieden/"


def in_browser(naam: str) -> Client:
    return als(Client(), partij(naam))


def aanbod(nummer: int | str = 1, **anders: Any) -> dict[str, Any]:
    """What bram types to let anna act."""
    vandaag = klok.vandaag().isoformat()
    return {
        "nummer": proef_bsn(nummer) if isinstance(nummer, int) else nummer,
        "naam": "de Vries",
        "reikwijdte": "alles",
        "mag_handelen": "ja",
        "geldig_van": vandaag,
        "geldig_tot": "",
    } | anders


def van(gever: str) -> Machtiging:
    """The newest that this one offered."""
    return Machtiging.objects.systeem(REDEN).filter(gever=partij(gever)).order_by("-pk")[0]


def handelt(naam: str, gever: str, **anders: Any) -> Client:
    """``gever`` offered, ``naam`` accepted and chose to act for him."""
    in_browser(gever).post(AANBIEDEN, aanbod(**anders))
    browser = in_browser(naam)
    browser.post(f"/mijn/machtigingen/{van(gever).uuid}/aanvaarden/")
    browser.post("/mijn/machtigingen/wissel/", {"machtiging": van(gever).uuid})
    return browser


def onderwerpen(naam: str) -> list[str]:
    rijen = Bericht.objects.systeem(REDEN).filter(partij=partij(naam), kanaal=Kanaal.PORTAAL, soort__startswith="macht")
    return list(rijen.order_by("pk").values_list("soort", flat=True))


def test_de_ene_biedt_aan_de_ander_ziet_wie_en_wat_en_zegt_ja() -> None:
    zaak = dien_in("bram")
    assert in_browser("bram").post(AANBIEDEN, aanbod()).status_code == 302
    anna = in_browser("anna")
    assert "Bram Pieter Jansen vraagt of u zaken wilt regelen" in anna.get("/mijn/").content.decode()
    scherm = anna.get("/mijn/machtigingen/").content.decode()
    assert "Bram Pieter Jansen vraagt uw hulp" in scherm
    assert "Alle zaken, meekijken en regelen" in scherm
    assert anna.get(f"/mijn/zaken/{zaak.uuid}/").status_code == 404  # offered is not accepted
    anna.post(f"/mijn/machtigingen/{van('bram').uuid}/aanvaarden/")
    anna.post("/mijn/machtigingen/wissel/", {"machtiging": van("bram").uuid})
    assert anna.get(f"/mijn/zaken/{zaak.uuid}/").status_code == 200
    assert "U handelt namens <strong>Bram Pieter Jansen</strong>" in anna.get("/mijn/").content.decode()


def test_nee_is_nee_en_de_ander_hoort_het() -> None:
    in_browser("bram").post(AANBIEDEN, aanbod())
    anna = in_browser("anna")
    anna.post(f"/mijn/machtigingen/{van('bram').uuid}/weigeren/")
    assert van("bram").einde_reden == "geweigerd"
    assert van("bram").gemachtigde is None  # a refusal gives no name
    assert "vraagt uw hulp" not in anna.get("/mijn/machtigingen/").content.decode()
    meld()
    assert onderwerpen("bram") == ["machtiging_beeindigd"]
    assert onderwerpen("anna") == []


def test_beiden_krijgen_bericht_van_aanbod_aanvaarding_en_einde() -> None:
    in_browser("bram").post(AANBIEDEN, aanbod())
    meld()
    anna = in_browser("anna")
    anna.post(f"/mijn/machtigingen/{van('bram').uuid}/aanvaarden/")
    meld()
    anna.post(f"/mijn/machtigingen/{van('bram').uuid}/beeindigen/")
    meld()
    assert meld() == 0
    assert onderwerpen("bram") == ["machtiging_verstuurd", "machtiging_aanvaard", "machtiging_beeindigd"]
    assert onderwerpen("anna") == ["machtiging_aangeboden", "machtiging_ontvangen", "machtiging_beeindigd"]
    assert van("bram").einde_reden == "opgezegd"


@pytest.mark.parametrize("wie", [{"nummer": 1}, {"nummer": 1, "naam": "Bakker"}, {"nummer": 8000}])
def test_het_antwoord_verraadt_niet_of_iemand_dat_nummer_heeft(
    wie: dict[str, Any], django_assert_num_queries: Callable[[int], Any]
) -> None:
    bram = in_browser("bram")
    antwoord = bram.post(AANBIEDEN, aanbod(**wie), follow=True)
    scherm = antwoord.content.decode()
    assert "Uw aanbod staat klaar" in scherm
    assert "Nog geen antwoord" in scherm
    assert "Anna" not in scherm
    assert "de Vries" in scherm or "Bakker" in scherm  # what bram typed himself
    with django_assert_num_queries(21):
        bram.get("/mijn/machtigingen/")


def test_een_verkeerd_nummer_laat_een_vreemde_niets_zien() -> None:
    in_browser("bram").post(AANBIEDEN, aanbod(naam="Bakker"))
    anna = in_browser("anna")
    assert "Jansen" not in anna.get("/mijn/machtigingen/").content.decode()
    assert anna.post(f"/mijn/machtigingen/{van('bram').uuid}/aanvaarden/").status_code == 404
    meld()
    assert onderwerpen("anna") == []


@pytest.mark.parametrize(
    "anders,veld",
    [
        ({"nummer": "123456789"}, "nummer"),
        ({"nummer": proef_bsn(5)}, "nummer"),  # his own
        ({"geldig_van": "2026-03-01"}, "geldig_van"),
        ({"geldig_tot": "2026-03-01"}, "geldig_tot"),
        ({"reikwijdte": "producten"}, "producten"),
        ({"reikwijdte": "overal"}, "reikwijdte"),
        ({"naam": ""}, "naam"),
    ],
)
def test_wat_niet_klopt_komt_terug_met_wat_er_is_getypt(anders: dict[str, Any], veld: str) -> None:
    antwoord = in_browser("bram").post(AANBIEDEN, aanbod(**anders))
    assert antwoord.status_code == 422
    assert veld in antwoord.context["form"].errors
    assert 'value="' + str(aanbod(**anders)["nummer"]) in antwoord.content.decode()


def test_een_bedrijf_machtigt_voor_ten_hoogste_vijf_jaar() -> None:
    korenaar = als(Client(), partij("korenaar"), middel="eherkenning")
    assert korenaar.post(AANBIEDEN, aanbod()).status_code == 422
    ver = (klok.vandaag() + timedelta(days=6 * 366)).isoformat()
    assert korenaar.post(AANBIEDEN, aanbod(geldig_tot=ver)).status_code == 422
    assert korenaar.post(AANBIEDEN, aanbod(geldig_tot="2027-03-01")).status_code == 302


def test_hetzelfde_aanbod_wordt_een_keer_gedaan() -> None:
    bram = in_browser("bram")
    bram.post(AANBIEDEN, aanbod())
    assert bram.post(AANBIEDEN, aanbod()).status_code == 422


def test_voor_een_zaak_begint_het_op_de_bladzijde_van_die_zaak() -> None:
    een, twee = dien_in("bram"), dien_in("bram", kenteken="K-456-CC")
    bram = in_browser("bram")
    scherm = bram.get(f"/mijn/zaken/{een.uuid}/").content.decode()
    assert f"{AANBIEDEN}?zaak={een.uuid}" in scherm
    begin = bram.get(f"{AANBIEDEN}?zaak={een.uuid}").context["form"].initial
    assert (begin["reikwijdte"], begin["zaken"]) == ("zaken", [str(een.uuid)])
    anna = handelt("anna", "bram", reikwijdte="zaken", zaken=[str(een.uuid)])
    assert anna.get(f"/mijn/zaken/{een.uuid}/").status_code == 200
    assert anna.get(f"/mijn/zaken/{twee.uuid}/").status_code == 404
    assert anna.get("/mijn/berichten/").context["blad"].rijen == []
    assert een.nummer in anna.get("/mijn/").content.decode()  # the header says for which zaak


def test_een_zaak_van_een_ander_of_een_afgeschermde_zaak_is_niet_te_kiezen() -> None:
    van_anna, eigen = dien_in("anna"), dien_in("bram")
    for zaak in (van_anna, eigen):
        Zaak.objects.systeem(REDEN).filter(pk=eigen.pk).update(afgeschermd=True)
        antwoord = in_browser("bram").post(AANBIEDEN, aanbod(reikwijdte="zaken", zaken=[str(zaak.uuid)]))
        assert antwoord.status_code == 422


def test_wie_alleen_meekijkt_ziet_geen_knoppen_en_stuurt_niets() -> None:
    zaak = dien_in("bram")
    anna = handelt("anna", "bram", mag_handelen="nee")
    scherm = anna.get(f"/mijn/zaken/{zaak.uuid}/").content.decode()
    assert "U kijkt mee met <strong>Bram Pieter Jansen</strong>" in scherm
    inhoud = scherm.split('id="inhoud"')[1].split("</main>")[0]
    assert "nl-button" not in inhoud
    assert "<form" not in inhoud
    for pad in ("", "taken/", "contact/", f"zaken/{zaak.uuid}/", "producten/", "zaken/"):
        assert "<form" not in anna.get(f"/mijn/{pad}").content.decode().split('id="inhoud"')[1].split("</main>")[0], pad
    for pad in (
        f"zaken/{zaak.uuid}/intrekken/",
        f"zaken/{zaak.uuid}/document/",
        f"zaken/{zaak.uuid}/upload/",
        "contact/vraag/",
        "aanvragen/parkeervergunning-bewoners/",
        "toestemming/",
        "taken/",
    ):
        assert anna.post(f"/mijn/{pad}", {"reden": "x"}).status_code == 403, pad
    assert Zaak.objects.systeem(REDEN).get(pk=zaak.pk).einddatum is None


def test_wat_van_de_persoon_zelf_is_ziet_een_gemachtigde_niet() -> None:
    anna = handelt("anna", "bram")
    menu = anna.get("/mijn/").content.decode()
    for pad in (
        "gegevens/",
        "gegevens/adres/",
        "inzage/",
        "machtigingen/",
        "machtigingen/aanbieden/",
        "machtigingen/kiezen/",
    ):
        assert anna.get(f"/mijn/{pad}").status_code == 404, pad
        assert f'denhaag-side-navigation__link" href="/mijn/{pad}"' not in menu
    assert anna.post("/mijn/gegevens/voorkeur/", {"post": "brief"}).status_code == 404
    assert not DigitaalAdres.objects.voor(anna.get("/mijn/").wsgi_request.actor).exists()


def test_stoppen_met_handelen_brengt_terug_naar_de_eigen_zaken() -> None:
    zaak, eigen = dien_in("bram"), dien_in("anna")
    anna = handelt("anna", "bram")
    assert eigen.nummer not in anna.get("/mijn/zaken/").content.decode()
    assert anna.get(f"/mijn/zaken/{eigen.uuid}/").status_code == 404
    anna.post("/mijn/machtigingen/wissel/")
    assert anna.get(f"/mijn/zaken/{eigen.uuid}/").status_code == 200
    assert anna.get(f"/mijn/zaken/{zaak.uuid}/").status_code == 404


def test_een_gemachtigde_voor_een_onderwerp_begint_niets_anders() -> None:
    product = Product.objects.get(slug="parkeervergunning-bewoners")
    anna = handelt("anna", "bram", reikwijdte="producten", producten=[product.pk])
    assert anna.post("/mijn/aanvragen/parkeervergunning-bewoners/").status_code == 302
    geweigerd = anna.post("/mijn/aanvragen/subsidie-sanering-verkeerslawaai/", follow=True)
    assert "Uw machtiging geldt niet voor dit onderwerp" in geweigerd.content.decode()
    assert burger("anna").rolcode == "inwoner"
