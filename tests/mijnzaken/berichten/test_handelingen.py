"""Reading, sending again, and changing where messages go."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from autorisatie.actor import Burger
from autorisatie.fouten import BestaatNiet, GeenRecht, Invoerfout, OnjuisteToestand
from autorisatie.models import Machtiging, Partij
from mijnzaken.berichten import inzien, postuit
from mijnzaken.berichten.handelingen import (
    bericht_lezen,
    bericht_opnieuw_verzenden,
    digitaal_adres_bevestigen,
    digitaal_adres_wijzigen,
)
from mijnzaken.berichten.models import Bericht, Kanaal, Stand
from mijnzaken.klanten import inzien as klanten
from tests.mijnzaken.rolverdeling import BEHEER, als_burger, als_medewerker, bereikbaar, maak_persoon, machtig, namens

pytestmark = pytest.mark.django_db


def leg_in(partij: Partij, nummer: int = 1) -> Bericht:
    context = {"product": "P", "nummer": str(nummer)}
    return postuit.bericht("ingetrokken", partij, sleutel=f"proef:{partij.pk}:{nummer}", context=context)


def test_lezen_haalt_het_merk_weg_en_de_tweede_keer_verandert_niets() -> None:
    anna = bereikbaar()
    rij = leg_in(anna)
    assert inzien.ongelezen(als_burger(anna)) == 1
    gelezen_op = bericht_lezen(als_burger(anna), rij.uuid).gelezen_op
    assert inzien.ongelezen(als_burger(anna)) == 0
    assert bericht_lezen(als_burger(anna), rij.uuid).gelezen_op == gelezen_op


def test_een_ander_zijn_bericht_bestaat_niet() -> None:
    rij = leg_in(bereikbaar())
    with pytest.raises(BestaatNiet):
        bericht_lezen(als_burger(maak_persoon(5)), rij.uuid)


def test_een_aankondiging_is_niet_te_lezen_in_het_portaal() -> None:
    anna = bereikbaar()
    aankondiging = leg_in(anna).uitgangen.get()
    with pytest.raises(BestaatNiet):
        bericht_lezen(als_burger(anna), aankondiging.uuid)
    assert len(inzien.postvak(als_burger(anna)).rijen) == 1


def test_wie_namens_een_ander_leest_haalt_diens_merk_niet_weg_en_ziet_nooit_beider_post() -> None:
    wil, bram = bereikbaar(6, "wil@voorbeeld.example"), maak_persoon(5)
    van_wil, _ = leg_in(wil), leg_in(bram)
    alles, zaken = (namens(machtig(wil, bram, reikwijdte)) for reikwijdte in ("alles", "zaken"))
    assert inzien.postvak(alles).rijen == [van_wil]
    assert bericht_lezen(alles, van_wil).gelezen_op is None
    assert inzien.postvak(zaken).rijen == []


def test_het_postvak_bladert_op_sleutel_met_een_vraag_per_bladzijde() -> None:
    anna = bereikbaar()
    rijen = [leg_in(anna, nummer) for nummer in range(7)][::-1]
    burger = als_burger(anna)
    eerste = inzien.postvak(burger, hoeveel=3)
    with CaptureQueriesContext(connection) as gemeten:
        rest = inzien.postvak(burger, eerste.volgende)
    assert eerste.rijen + rest.rijen == rijen
    assert rest.volgende == ""
    assert len(gemeten) == 1


def test_een_beheerder_ziet_wat_vastzit_en_verzendt_het_opnieuw() -> None:
    omar = als_medewerker("omar", BEHEER)
    aankondiging = leg_in(bereikbaar()).uitgangen.get()
    assert inzien.geparkeerd(omar).rijen == []
    with pytest.raises(BestaatNiet):
        bericht_opnieuw_verzenden(omar, aankondiging)

    Bericht.objects.systeem("proef").filter(pk=aankondiging.pk).update(status=Stand.GEPARKEERD, pogingen=8)
    assert inzien.geparkeerd(omar).rijen == [aankondiging]
    opnieuw = bericht_opnieuw_verzenden(omar, aankondiging)
    assert (opnieuw.status, opnieuw.pogingen) == (Stand.KLAAR, 0)
    assert inzien.geparkeerd(omar).rijen == []


def test_wie_dat_recht_niet_heeft_ziet_en_verzendt_niets() -> None:
    aankondiging = leg_in(bereikbaar()).uitgangen.get()
    Bericht.objects.systeem("proef").filter(pk=aankondiging.pk).update(status=Stand.GEPARKEERD)
    karim = als_medewerker("karim", [])
    assert inzien.geparkeerd(karim).rijen == []
    with pytest.raises(BestaatNiet):
        bericht_opnieuw_verzenden(karim, aankondiging)


def verstuurde_code() -> str:
    rij = Bericht.objects.systeem("proef").filter(soort="adres_code").order_by("-pk").first()
    return re.search(r"[0-9]{6}", rij.tekst)[0]


def test_een_nieuw_adres_telt_pas_na_de_code_en_het_oude_krijgt_bericht() -> None:
    anna = bereikbaar()
    burger = als_burger(anna)
    nieuw = digitaal_adres_wijzigen(burger, anna, soort="email", adres="Nieuw@Voorbeeld.example")
    code = verstuurde_code()
    assert [rij.adres for rij in klanten.digitale_adressen(burger, anna.pk) if rij.is_bruikbaar] == [
        "anna@voorbeeld.example"
    ]

    assert digitaal_adres_bevestigen(burger, nieuw, code="000000" if code != "000000" else "111111") is False
    assert digitaal_adres_bevestigen(burger, nieuw, code=f" {code[:3]} {code[3:]} ") is True
    assert [rij.zoekvorm for rij in klanten.digitale_adressen(burger, anna.pk)] == ["nieuw@voorbeeld.example"]
    afscheid = Bericht.objects.systeem("proef").get(soort="adres_gewijzigd")
    assert (afscheid.kanaal, afscheid.adres) == (Kanaal.EMAIL, "anna@voorbeeld.example")
    assert "nieuw@" not in afscheid.tekst


def test_een_code_werkt_een_keer_en_niet_na_vijf_gokken() -> None:
    anna = bereikbaar()
    burger = als_burger(anna)
    nieuw = digitaal_adres_wijzigen(burger, anna, soort="email", adres="nieuw@voorbeeld.example")
    code = verstuurde_code()
    fout = f"{(int(code) + 1) % 1_000_000:06d}"
    for _ in range(5):
        assert digitaal_adres_bevestigen(burger, nieuw, code=fout) is False
    with pytest.raises(OnjuisteToestand):
        digitaal_adres_bevestigen(burger, nieuw, code=code)

    digitaal_adres_wijzigen(burger, anna, soort="email", adres="nieuw@voorbeeld.example")
    assert digitaal_adres_bevestigen(burger, nieuw, code=verstuurde_code()) is True
    with pytest.raises(OnjuisteToestand):
        digitaal_adres_bevestigen(burger, nieuw, code=verstuurde_code())


def test_een_nieuwe_code_maakt_de_vorige_waardeloos() -> None:
    anna = bereikbaar()
    burger = als_burger(anna)
    nieuw = digitaal_adres_wijzigen(burger, anna, soort="email", adres="nieuw@voorbeeld.example")
    eerste = verstuurde_code()
    digitaal_adres_wijzigen(burger, anna, soort="email", adres="nieuw@voorbeeld.example")
    tweede = verstuurde_code()
    if eerste != tweede:
        assert digitaal_adres_bevestigen(burger, nieuw, code=eerste) is False
    assert digitaal_adres_bevestigen(burger, nieuw, code=tweede) is True


def test_niemand_laat_een_postvak_vollopen_met_codes() -> None:
    anna = bereikbaar()
    for nummer in range(5):
        digitaal_adres_wijzigen(als_burger(anna), anna, soort="email", adres=f"doel{nummer}@voorbeeld.example")
    with pytest.raises(OnjuisteToestand):
        digitaal_adres_wijzigen(als_burger(anna), anna, soort="email", adres="doel5@voorbeeld.example")


@pytest.mark.parametrize("adres", ["", "geen adres", "a@b.nl\nBcc: c@d.nl", "x" * 300 + "@b.nl"])
def test_wat_geen_adres_is_wordt_geweigerd_bij_het_veld(adres: str) -> None:
    anna = bereikbaar()
    with pytest.raises(Invoerfout) as fout:
        digitaal_adres_wijzigen(als_burger(anna), anna, soort="email", adres=adres)
    assert list(fout.value.velden) == ["adres"]


def test_alleen_de_persoon_zelf_wijzigt_zijn_adres() -> None:
    wil, bram = bereikbaar(6, "wil@voorbeeld.example"), maak_persoon(5)
    machtiging = Machtiging(gever=wil, gemachtigde=bram, reikwijdte="alles")
    with pytest.raises(GeenRecht):
        digitaal_adres_wijzigen(
            Burger(bram, namens=wil, machtiging=machtiging), wil, soort="email", adres="b@v.example"
        )
    with pytest.raises(BestaatNiet):
        digitaal_adres_wijzigen(als_burger(bram), wil, soort="email", adres="b@v.example")
