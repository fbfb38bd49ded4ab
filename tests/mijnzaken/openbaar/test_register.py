"""The processing register is public: every version has an address of its own, and the whole can be taken along."""

import csv
import io
import json
from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client

from autorisatie.models import Rol
from catalogus import klok
from catalogus.models import Gegeven, Proces, Stand, Zaaktype
from catalogus.versies import kopieer
from tests.fabrieken import geldende_matrix, partij, registreer, zaaktype
from tests.mijnzaken.berichten.brievenbus import lees, tekst
from tests.oidc.hulp import als

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
REGISTER = "/verwerkingsregister/"
SCHULD = "schuldhulpverlening"


def adres_van(identificatie: str) -> str:
    """The entry of the version that runs."""
    return f"{REGISTER}{identificatie}/{zaaktype(identificatie).versienummer}/"


def blad(adres: str, browser: Client | None = None) -> str:
    antwoord = (browser or Client()).get(adres)
    assert antwoord.status_code == 200, adres
    return antwoord.content.decode()


def uitvoer(vorm: str) -> bytes:
    antwoord = Client().get(f"{REGISTER}register.{vorm}")
    assert antwoord.status_code == 200
    assert f'filename="verwerkingsregister-{klok.vandaag().isoformat()}.{vorm}"' in antwoord["Content-Disposition"]
    return antwoord.content


def rijen() -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(uitvoer("csv").decode("utf-8-sig"))))


def test_een_verwerking_zegt_alles_wat_de_wet_vraagt() -> None:
    tekst_ = blad(adres_van(SCHULD))
    for kop in (
        "Waarvoor", "Wie is verantwoordelijk", "Volgens welke regel", "Van wie de gegevens zijn",
        "Wie binnen de gemeente", "Wie gegevens krijgen", "Verwerkers", "Doorgifte buiten Europa",
        "Hoe lang wij het bewaren", "Beveiliging", "Welke gegevens",
    ):  # fmt: skip
        assert kop in tekst_, kop
    assert "Bureau Krediet Registratie" in tekst_
    assert "Gedaan, geldig tot" in tekst_
    assert "Wat nog ontbreekt" not in tekst_


def test_een_inwoner_die_inlogde_leest_hetzelfde_als_ieder_ander() -> None:
    """The net of the portal hides dossiers; the register is made without it."""
    anna = als(Client(), partij("anna"))
    for adres in (adres_van(SCHULD), adres_van("subsidie-verkeerslawaai")):
        los, binnen = (blad(adres, wie).split("<dl ", 1)[1].split("</table>", 1)[0] for wie in (Client(), anna))
        assert los == binnen
    assert "Akoestisch bureau Delta" in binnen


def test_wat_ontbreekt_staat_op_de_lijst_in_de_verwerking_en_in_elk_bestand() -> None:
    assert "niet volledig" not in blad(REGISTER)
    soort = zaaktype(SCHULD)
    Gegeven.objects.filter(pk=soort.gegevens.order_by("pk")[0].pk).update(grondslag="")
    zin = "Deze gegevens hebben nog niet een regel:"
    assert "niet volledig" in blad(REGISTER)
    assert zin in blad(adres_van(SCHULD))
    assert [zin in rij["ontbreekt"] for rij in rijen() if rij["naam"] == "Schuldhulpverlening"] == [True]
    assert zin in uitvoer("json").decode()
    assert zin in tekst(uitvoer("pdf")).replace("\n", " ")


def test_een_versie_houdt_haar_adres_en_het_logboek_verwijst_ernaar() -> None:
    zaak = registreer("anna")
    adres = zaak.verantwoording().activiteit
    assert adres == adres_van("parkeervergunning-bewoners")
    oud = zaak.zaaktype
    nieuw = kopieer(oud, auteur_id=1)
    volgende = f"{REGISTER}parkeervergunning-bewoners/{nieuw.versienummer}/"
    assert Client().get(volgende).status_code == 404, "a concept is nobody's business"
    Zaaktype.objects.filter(pk=oud.pk).update(stand=Stand.BEEINDIGD, einde_geldigheid=klok.vandaag())
    Zaaktype.objects.filter(pk=nieuw.pk).update(
        stand=Stand.GEPUBLICEERD, begin_geldigheid=klok.vandaag(), doel_inwoner="Nieuw doel."
    )
    assert "Nieuw doel." not in blad(adres)
    assert "Nieuw doel." in blad(volgende)
    assert f'href="{volgende}"' in blad(adres)
    assert f'href="{volgende}"' in blad(REGISTER)
    assert adres not in blad(REGISTER)


def test_de_bestanden_houden_alle_verwerkingen_met_hun_vaste_adres() -> None:
    namen = set(Proces.objects.filter(versies__stand=Stand.GEPUBLICEERD).values_list("naam", flat=True))
    assert {rij["naam"] for rij in rijen()} == namen
    inhoud = json.loads(uitvoer("json"))
    assert {v["naam"] for v in inhoud["verwerkingen"]} == namen
    schuld = next(v for v in inhoud["verwerkingen"] if v["adres"] == f"{settings.BASISADRES}{adres_van(SCHULD)}")
    assert schuld == Client().get(f"{adres_van(SCHULD)}verwerking.json").json()
    assert all(b["altijd"] or b["termijn"].startswith("P") for b in schuld["bewaring"])
    assert Client().get(f"{REGISTER}register.xml").status_code == 404


def test_de_pdf_is_toegankelijk_en_noemt_elke_verwerking() -> None:
    pdf = uitvoer("pdf")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in lees(pdf).root_object["/Metadata"].get_object().get_data()
    inhoud = tekst(pdf)
    for naam in Proces.objects.filter(versies__stand=Stand.GEPUBLICEERD).values_list("naam", flat=True):
        assert naam in inhoud


@pytest.mark.parametrize("begin", ["=", "+", "@", "\t="])
def test_66_geen_cel_van_het_register_begint_een_formule(begin: str) -> None:
    Zaaktype.objects.filter(proces__identificatie="klacht").update(doel_inwoner=f"{begin}HYPERLINK(1)")
    rij = next(rij for rij in rijen() if rij["naam"] == "Klacht")
    assert rij["doel"].startswith("'")


def test_wie_binnen_de_gemeente_volgt_uit_de_matrix_die_geldt() -> None:
    assert "Behandelaar: alles" in blad(adres_van("klacht"))
    klacht = Proces.objects.get(identificatie="klacht")
    rol = Rol.objects.get(code="kcc")
    geldende_matrix([{"scope": "proces", "proces": klacht, "niveau": 2, "max_vertrouwelijkheid": 8}], rol=rol)
    tekst_ = blad(adres_van("klacht"))
    assert f"{rol.naam}: de status" in tekst_
    assert "Behandelaar: alles" not in tekst_
    assert f"{rol.naam}: de status" not in blad(adres_van("woo-verzoek"))


def test_geen_naam_van_wie_schreef_of_akkoord_ging_en_geen_bevinding() -> None:
    for inhoud in (blad(adres_van(SCHULD)), uitvoer("json").decode(), uitvoer("csv").decode()):
        for woord in ("Bakkali", "de Wit", "functionaris gegevensbescherming gaf advies"):
            assert woord not in inhoud


@pytest.mark.parametrize("adres", [REGISTER, f"{REGISTER}register.json", f"{REGISTER}register.csv"])
def test_het_aantal_vragen_groeit_niet_met_het_aantal_verwerkingen(
    adres: str, django_assert_max_num_queries: Callable[..., object]
) -> None:
    with django_assert_max_num_queries(14):
        Client().get(adres)
