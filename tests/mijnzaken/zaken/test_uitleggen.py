"""Asking why somebody sees a zaak: the row that decided, and nothing for who may not know that it exists."""

from datetime import timedelta

import pytest

from autorisatie.fouten import GeenRecht
from autorisatie.models import Auditregel, Partij
from catalogus import klok
from mijnzaken.documenten.models import Document, Keuringsstand
from mijnzaken.zaken.handelingen.uitleggen import Persoonsvraag, Uitlegging, rechten_uitleggen
from mijnzaken.zaken.models import Zaak
from tests.fabrieken import REDEN, dien_in, gebruiker, medewerker, partij, registreer
from tests.mijnzaken.zaken.test_lijst import geef_toegang

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
ONBEKEND = "2026-9999999"


def vraag(wie: str, over: str, zaak: Zaak | str, **velden: object) -> Uitlegging | None:
    """``over`` is an account, or the name of a resident whose number is typed."""
    nummer = zaak if isinstance(zaak, str) else zaak.nummer
    if over in ("anna", "bram", "wil", "korenaar"):
        rij = partij(over)
        getypt = rij.bsn.tonen() if rij.bsn else rij.kvk_nummer
        persoon = Persoonsvraag(nummer=getypt, **velden)  # type: ignore[arg-type]
    else:
        persoon = Persoonsvraag(gebruikersnaam=over, **velden)  # type: ignore[arg-type]
    antwoord: Uitlegging | None = rechten_uitleggen(medewerker(wie), persoon, zaaknummer=nummer)
    return antwoord


def een(antwoord: Uitlegging | None, nummer: int = 0):  # type: ignore[no-untyped-def]
    assert antwoord is not None
    return antwoord.antwoorden[nummer]


def test_wie_de_zaak_ziet_krijgt_de_regel_de_versie_en_de_voorwaarde() -> None:
    zaak = registreer("anna", "subsidie-verkeerslawaai")
    antwoord = een(vraag("ruud", "sanne", zaak))
    assert antwoord.als == "medewerker"
    assert antwoord.uitleg.ziet
    assert dict(antwoord.uitleg.gronden)["rol volgens de matrix"]
    regels = antwoord.uitleg.gevende_regels
    assert {weging.regel.rol.code for weging in regels} == {"behandelaar"}
    assert {weging.regel.versie.nummer for weging in regels} == {1}
    inzien = next(rij for rij in antwoord.uitleg.rechten if rij.recht == "inzien")
    assert inzien.beslissing.regel_id in {weging.regel.pk for weging in antwoord.uitleg.regels if weging}
    besluit = next(rij for rij in antwoord.uitleg.rechten if rij.recht == "besluiten")
    assert not besluit.beslissing


def test_wie_de_zaak_niet_ziet_krijgt_per_regel_waarom_niet() -> None:
    zaak = registreer("anna", "parkeervergunning-bewoners")
    antwoord = een(vraag("ruud", "sanne", zaak))
    assert not antwoord.uitleg.ziet
    assert antwoord.uitleg.regels
    assert all(weging.beletten for weging in antwoord.uitleg.regels)
    assert antwoord.uitleg.rechten == ()
    assert antwoord.onderdelen == ()


def test_een_doel_maakt_verschil_en_dat_staat_er() -> None:
    zaak = registreer("anna", "parkeervergunning-bewoners")
    zonder, met = een(vraag("ruud", "mila", zaak)), een(vraag("ruud", "mila", zaak, met_doel=True))
    assert not zonder.uitleg.ziet
    assert "doel" in {belet.value for weging in zonder.uitleg.regels for belet in weging.beletten}
    assert met.uitleg.ziet


def test_de_eigen_kring_en_afscherming_staan_er_als_weigering_boven_de_matrix() -> None:
    eigen = registreer("joost", "schuldhulpverlening")
    assert een(vraag("ruud", "joost", eigen)).uitleg.hard == ("eigen kring",)
    geheim = registreer("anna", "schuldhulpverlening")
    Zaak.objects.systeem(REDEN).filter(pk=geheim.pk).update(afgeschermd=True)
    assert een(vraag("fleur", "joost", geheim)).uitleg.hard == ("afgeschermd",)
    geef_toegang(geheim, "joost", klok.nu() - timedelta(days=1))
    bij_naam = een(vraag("fleur", "joost", geheim)).uitleg
    assert bij_naam.ziet
    assert dict(bij_naam.gronden)["individuele toekenning"]


def test_een_inwoner_wordt_gevonden_op_zijn_nummer_en_ook_als_gemachtigde() -> None:
    zaak = registreer("wil", "parkeervergunning-bewoners")
    antwoord = vraag("ruud", "bram", zaak)
    assert antwoord is not None
    assert [(deel.als, deel.uitleg.ziet) for deel in antwoord.antwoorden] == [
        ("zichzelf", False),
        ("gemachtigde", True),
    ]
    assert een(antwoord).uitleg.hard == ("geen partij",)
    eigen = een(vraag("ruud", "wil", zaak))
    assert eigen.uitleg.ziet


def test_documenten_en_besluiten_staan_erbij_met_wat_ze_tegenhoudt() -> None:
    zaak = dien_in("anna", "subsidie-verkeerslawaai")
    soorten = {deel.soort for deel in een(vraag("ruud", "sanne", zaak)).onderdelen}
    assert soorten == {"document"}
    assert all(deel.belet in ("", "niet schoon") for deel in een(vraag("ruud", "sanne", zaak)).onderdelen)
    # the file is clean here, so that only the level stands in the way
    Document.objects.systeem(REDEN).update(keuring=Keuringsstand.SCHOON, gekeurd_op=klok.nu())
    blind = een(vraag("ruud", "mila", zaak, met_doel=True))
    assert {deel.belet for deel in blind.onderdelen} == {"niveau"}
    assert {deel.belet for deel in een(vraag("ruud", "sanne", zaak)).onderdelen} == {""}


def test_een_afgeschermde_zaak_en_een_onbekend_nummer_geven_de_beheerder_hetzelfde_antwoord() -> None:
    geheim = registreer("wil", "schuldhulpverlening")
    Zaak.objects.systeem(REDEN).filter(pk=geheim.pk).update(afgeschermd=True)
    assert vraag("ruud", "sanne", geheim) is None
    assert vraag("ruud", "sanne", ONBEKEND) is None
    assert vraag("fleur", "sanne", geheim) is not None
    assert vraag("fleur", "sanne", ONBEKEND) is None


def test_een_afgeschermde_persoon_bestaat_voor_de_beheerder_niet_ook_niet_als_medeaanvrager() -> None:
    zaak = registreer("wil", "parkeervergunning-bewoners")
    Partij.objects.systeem(REDEN).filter(pk=partij("wil").pk).update(afgeschermd=True)
    assert vraag("ruud", "wil", zaak) is None
    assert vraag("ruud", "sanne", zaak) is None
    assert vraag("fleur", "wil", zaak) is not None


def test_over_de_eigen_kring_krijgt_niemand_uitleg_ook_de_functionaris_niet() -> None:
    zaak = registreer("bram", "parkeervergunning-bewoners")
    for wie in ("ruud", "fleur"):
        rij = gebruiker(wie)
        rij.partij = partij("bram")
        rij.save(update_fields=["partij"])
        assert vraag(wie, "sanne", zaak) is None
        assert vraag(wie, "bram", registreer("anna")) is None


@pytest.mark.parametrize("over", ["niemand", "", "san", "SANNE "])
def test_een_onbekende_medewerker_geeft_niets_ook_niet_op_een_deel_van_de_naam(over: str) -> None:
    assert vraag("ruud", over, registreer("anna")) is None


@pytest.mark.parametrize("nummer", ["", "123", "000000000", "12345678", "123456789012", "x" * 20])
def test_een_onbekend_of_onzinnig_nummer_geeft_niets(nummer: str) -> None:
    zaak = registreer("anna")
    assert rechten_uitleggen(medewerker("ruud"), Persoonsvraag(nummer=nummer), zaaknummer=zaak.nummer) is None


def test_vragen_staat_in_het_logboek_zonder_nummer_van_een_mens() -> None:
    zaak = registreer("anna")
    vraag("ruud", "anna", zaak)
    regel = Auditregel.objects.filter(handeling="rechten_uitleggen").latest("pk")
    assert regel.gebruiker_id == gebruiker("ruud").pk
    assert regel.bijzonderheden == {
        "gevonden": True,
        "zaak": str(zaak.uuid),
        "persoon": f"partij {partij('anna').uuid}",
    }
    vraag("ruud", "anna", ONBEKEND)
    assert Auditregel.objects.filter(handeling="rechten_uitleggen").latest("pk").bijzonderheden["gevonden"] is False


@pytest.mark.parametrize("wie", ["sanne", "tess", "mila", "petra", "omar", "henk"])
def test_alleen_wie_het_recht_heeft_vraagt(wie: str) -> None:
    with pytest.raises(GeenRecht):
        vraag(wie, "sanne", registreer("anna"))
