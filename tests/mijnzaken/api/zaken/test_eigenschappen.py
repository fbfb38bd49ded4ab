"""The gegevens of a zaak over the API: what the resident filled in and what another system says are the same rows."""

import pytest

from autorisatie.actor import Systeem as Programma
from catalogus.models import SoortGegeven
from mijnzaken.zaken.gegevenswaarden import als_tekst, uit_tekst
from mijnzaken.zaken.handelingen.behandelen import gegeven_wijzigen
from tests.fabrieken import REDEN, dien_in, ververs, zaaktype
from tests.mijnzaken.api.systeem import Systeem, fouten, mag, systeem
from tests.mijnzaken.api.zaken.wereld import SOORT, adres, eigenschap, maak, rij_van, sluit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]


@pytest.fixture
def vth() -> Systeem:
    return systeem(alles=True)


def test_wat_de_inwoner_invulde_leest_een_ander_systeem(vth: Systeem) -> None:
    zaak = dien_in("anna")
    lijst = vth.haal(f"{adres(zaak)}/zaakeigenschappen").json()
    waarden = {rij["naam"]: rij["waarde"] for rij in lijst}
    assert waarden["kenteken"] == "K-123-BB"
    assert waarden["eigen_plek"] == "false"
    assert waarden["ingangsdatum"] == "2026-05-01"
    assert vth.haal(adres(zaak)).json()["eigenschappen"] == [rij["url"] for rij in lijst]
    assert vth.haal(lijst[0]["url"]).json() == lijst[0]


def test_een_nieuwe_waarde_is_een_versie_op_hetzelfde_adres(vth: Systeem) -> None:
    zaak = dien_in("anna")
    rij = next(r for r in vth.haal(f"{adres(zaak)}/zaakeigenschappen").json() if r["naam"] == "kenteken")
    gewijzigd = vth.wijzig(rij["url"], {"waarde": "L-456-CC"})
    assert gewijzigd.status_code == 200, gewijzigd.content
    assert gewijzigd.json() == rij | {"waarde": "L-456-CC"}
    rijen = zaak.gegevenswaarden.filter(gegeven__naam="kenteken").order_by("versie")
    assert [(r.waarde, r.versie, r.actueel) for r in rijen] == [("K-123-BB", 1, False), ("L-456-CC", 2, True)]


def test_wat_een_medewerker_wijzigt_houdt_zijn_adres(vth: Systeem) -> None:
    zaak = dien_in("anna")
    rij = next(r for r in vth.haal(f"{adres(zaak)}/zaakeigenschappen").json() if r["naam"] == "kenteken")
    gegeven_wijzigen(Programma(REDEN), ververs(zaak), "kenteken", "M-789-DD", reden="Verhuisd")
    assert vth.haal(rij["url"]).json()["waarde"] == "M-789-DD"


def test_een_eigenschap_wordt_gemaakt_en_verwijderd(vth: Systeem) -> None:
    zaak = maak(vth)
    lijst = f"{zaak['url']}/zaakeigenschappen"
    inhoud = {"zaak": zaak["url"], "eigenschap": eigenschap("kenteken"), "waarde": "K-1"}
    gemaakt = vth.stuur(lijst, inhoud)
    assert gemaakt.status_code == 201, gemaakt.content
    assert gemaakt.json()["naam"] == "kenteken"
    assert fouten(vth.stuur(lijst, inhoud)) == {"eigenschap": "unique"}
    assert vth.verwijder(gemaakt.json()["url"]).status_code == 204
    assert vth.haal(gemaakt.json()["url"]).status_code == 404
    assert vth.haal(lijst).json() == []


def test_zrc_018_de_eigenschap_hoort_bij_het_zaaktype(vth: Systeem) -> None:
    zaak, ander = maak(vth), maak(vth)
    vreemd = zaaktype("subsidie-verkeerslawaai").gegevens.first().naam
    inhoud = {"zaak": zaak["url"], "eigenschap": eigenschap(vreemd, "subsidie-verkeerslawaai"), "waarde": "x"}
    assert fouten(vth.stuur(f"{zaak['url']}/zaakeigenschappen", inhoud)) == {"nonFieldErrors": "zaaktype-mismatch"}
    goed = inhoud | {"eigenschap": eigenschap("kenteken")}
    assert fouten(vth.stuur(f"{ander['url']}/zaakeigenschappen", goed)) == {"zaak": "zaak-mismatch"}
    rij = vth.stuur(f"{zaak['url']}/zaakeigenschappen", goed).json()
    anders = {"eigenschap": eigenschap("ingangsdatum")}
    assert fouten(vth.wijzig(rij["url"], anders)) == {"eigenschap": "wijzigen-niet-toegelaten"}
    onder_ander = rij["url"].replace(zaak["uuid"], ander["uuid"])
    assert vth.haal(onder_ander).status_code == 404  # gevaren 3: a nested id of another zaak


def test_de_scopes_van_een_eigenschap(vth: Systeem) -> None:
    zaak = maak(vth)
    inhoud = {"zaak": zaak["url"], "eigenschap": eigenschap("kenteken"), "waarde": "K-1"}
    lezer = mag(systeem("lezer"), SOORT, "zaken.lezen")
    assert lezer.stuur(f"{zaak['url']}/zaakeigenschappen", inhoud).status_code == 403
    assert lezer.haal(f"{zaak['url']}/zaakeigenschappen").status_code == 200
    schrijver = mag(systeem("schrijver"), SOORT, "zaken.bijwerken")
    rij = schrijver.stuur(f"{zaak['url']}/zaakeigenschappen", inhoud)
    assert rij.status_code == 201
    sluit(vth, zaak)
    assert schrijver.wijzig(rij.json()["url"], {"waarde": "K-2"}).status_code == 403
    geforceerd = mag(systeem("geforceerd"), SOORT, "zaken.geforceerd-bijwerken")
    assert geforceerd.wijzig(rij.json()["url"], {"waarde": "K-2"}).status_code == 200
    assert rij_van(zaak).gegevenswaarden.filter(actueel=True).get().waarde == "K-2"


@pytest.mark.parametrize(
    ("soort", "tekst", "waarde"),
    [
        (SoortGegeven.TEKST, "Hallo", "Hallo"),
        (SoortGegeven.GETAL, "12.5", 12.5),
        (SoortGegeven.GETAL, "1960", 1960),
        (SoortGegeven.BEDRAG, "50.40", 5040),
        (SoortGegeven.DATUM, "2026-05-01", "2026-05-01"),
        (SoortGegeven.JA_NEE, "true", True),
        (SoortGegeven.ADRES, '{"postcode": "2900AB", "huisnummer": 12}', None),
    ],
)
def test_een_waarde_wordt_tekst_en_weer_dezelfde_waarde(soort: str, tekst: str, waarde: object) -> None:
    gegeven = zaaktype(SOORT).gegevens.get(naam="kenteken")
    gegeven.soort = soort
    bewaard = uit_tekst(gegeven, tekst)
    if waarde is not None:
        assert bewaard == waarde
        assert als_tekst(soort, bewaard) == tekst
    assert uit_tekst(gegeven, als_tekst(soort, bewaard)) == bewaard


def test_tekst_die_de_waarde_niet_kan_zijn_wordt_geweigerd(vth: Systeem) -> None:
    zaak = maak(vth)
    inhoud = {"zaak": zaak["url"], "eigenschap": eigenschap("ingangsdatum"), "waarde": "morgen"}
    assert fouten(vth.stuur(f"{zaak['url']}/zaakeigenschappen", inhoud)) == {"waarde": "invalid"}
    keuze = inhoud | {"eigenschap": eigenschap("houder"), "waarde": "de buurman"}
    assert fouten(vth.stuur(f"{zaak['url']}/zaakeigenschappen", keuze)) == {"waarde": "invalid_choice"}
