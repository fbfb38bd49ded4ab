"""What goes into the outbox, and by which way, for whom."""

from datetime import date

import pytest

from catalogus import klok
from mijnzaken.berichten import inzien, postuit
from mijnzaken.berichten.models import Bericht, Kanaal
from mijnzaken.klanten.models import Aankondiging
from mijnzaken.klanten.models import Kanaal as Voorkeurkanaal
from mijnzaken.klanten.vormen import OnjuistAdres
from tests.mijnzaken.rolverdeling import als_burger, bereikbaar, geef_adres, maak_gebruiker, maak_persoon, stem_in

pytestmark = pytest.mark.django_db
BESLUIT = {"product": "Subsidie sanering verkeerslawaai", "nummer": "2026-0000001", "uitkomst": "toegekend"}
BESLUIT |= {"bezwaar_tot": date(2026, 12, 14)}


def uitgangen() -> list[tuple[str, bool]]:
    rijen = Bericht.objects.systeem("proef").exclude(kanaal=Kanaal.PORTAAL).order_by("pk")
    return [(rij.kanaal, rij.is_aankondiging) for rij in rijen]


def zet_klaar(partij, soort="besluit", context=BESLUIT, **rest):
    return postuit.bericht(soort, partij, sleutel="besluit:1", context=context, **rest)


def test_een_bericht_staat_meteen_in_het_portaal_met_zijn_hele_tekst() -> None:
    anna = bereikbaar()
    rij = zet_klaar(anna)
    assert rij.status == "verzonden"
    assert rij.verzonden_op is not None
    assert "2026-0000001" in rij.tekst
    assert "14 december 2026" in rij.tekst
    assert "A.M. de Vries" in rij.tekst
    assert inzien.postvak(als_burger(anna)).rijen == [rij]


def test_wie_instemde_krijgt_een_aankondiging_op_het_kanaal_dat_hij_koos() -> None:
    zet_klaar(bereikbaar())
    assert uitgangen() == [("email", True)]


def test_wie_sms_koos_krijgt_sms() -> None:
    anna = maak_persoon(1)
    geef_adres(anna, "06 12345678", "telefoonnummer")
    stem_in(anna, aankondiging=Aankondiging.SMS)
    zet_klaar(anna)
    assert uitgangen() == [("sms", True)]


def test_wie_afzag_van_aankondigingen_krijgt_er_geen() -> None:
    anna = maak_persoon(1)
    geef_adres(anna)
    stem_in(anna, aankondiging=Aankondiging.GEEN)
    zet_klaar(anna)
    assert uitgangen() == []


def test_zonder_uitdrukkelijke_instemming_gaat_een_besluit_per_brief_ook_met_een_e_mailadres() -> None:
    anna = maak_persoon(1)
    geef_adres(anna)
    zet_klaar(anna)
    assert uitgangen() == [("brief", False)]


def test_na_intrekking_gaat_het_weer_per_brief() -> None:
    anna = maak_persoon(1)
    geef_adres(anna)
    voorkeur = stem_in(anna)
    voorkeur.ingetrokken_op = klok.nu()
    voorkeur.save()
    zet_klaar(anna)
    assert uitgangen() == [("brief", False)]


@pytest.mark.parametrize("velden", [{"geverifieerd_op": None}, {"teruggekomen_op": "2026-01-01T00:00Z"}])
def test_zonder_adres_dat_het_doet_gaat_het_hele_bericht_per_brief(velden: dict[str, object]) -> None:
    anna = maak_persoon(1)
    geef_adres(anna, **velden)
    stem_in(anna)
    zet_klaar(anna)
    assert uitgangen() == [("brief", False)]


def test_wat_niet_formeel_is_blijft_zonder_instemming_in_het_portaal() -> None:
    anna = maak_persoon(1)
    zet_klaar(anna, "status_gewijzigd", {"product": "P", "nummer": "1", "status": "In behandeling"})
    assert uitgangen() == []


def test_wie_alleen_met_e_mail_instemde_krijgt_daar_het_hele_bericht_als_dat_mag_en_anders_een_brief() -> None:
    anna = maak_persoon(1)
    geef_adres(anna)
    stem_in(anna, Voorkeurkanaal.EMAIL)
    zet_klaar(anna)
    context = {"onderwerp": "Zwembad", "nummer": "2", "uiterlijk": None}
    postuit.bericht("terugbel_aangemaakt", anna, sleutel="2", context=context)
    assert uitgangen() == [("brief", False), ("email", False)]


def test_wie_niets_wil_horen_legt_een_ander_niet_het_zwijgen_op() -> None:
    stil = maak_persoon(2)
    stem_in(stil, aankondiging=Aankondiging.GEEN)
    partijen = [stil, bereikbaar(1), maak_persoon(3), bereikbaar(4, "vier@voorbeeld.example")]
    rijen = postuit.berichten("besluit", partijen, sleutel="besluit:1", context=BESLUIT)
    assert [rij.partij_id for rij in rijen] == [partij.pk for partij in partijen]
    assert uitgangen() == [("email", True), ("brief", False), ("email", True)]


def test_wie_twee_keer_in_de_lijst_staat_krijgt_een_bericht() -> None:
    anna = bereikbaar()
    postuit.berichten("besluit", [anna, anna], sleutel="besluit:1", context=BESLUIT)
    assert len(inzien.postvak(als_burger(anna)).rijen) == 1


def test_hetzelfde_feit_maakt_een_bericht() -> None:
    anna = bereikbaar()
    assert zet_klaar(anna) == zet_klaar(anna)
    assert uitgangen() == [("email", True)]


def test_wie_engels_wil_krijgt_engels() -> None:
    anna = bereikbaar(voorkeurstaal="eng")
    rij = zet_klaar(anna)
    assert "14 December 2026" in rij.tekst
    aankondiging = rij.uitgangen.get()
    assert aankondiging.onderwerp == "You have a new message from Gemeente Demostad"
    assert "a decision" in aankondiging.tekst


def test_een_onbekende_soort_of_een_ontbrekend_gegeven_is_een_programmeerfout() -> None:
    anna = bereikbaar()
    with pytest.raises(ValueError, match="geen berichtsoort"):
        zet_klaar(anna, "onzin", {})
    with pytest.raises(ValueError, match="mist: product, nummer"):
        zet_klaar(anna, "ingetrokken", {})
    assert not Bericht.objects.systeem("proef").exists()


def test_een_melding_zonder_inlog_gaat_in_haar_geheel_naar_het_gegeven_adres() -> None:
    context = {"product": "Melding openbare ruimte", "nummer": "2026-0000002"}
    context |= {"ontvangen_op": date(2026, 11, 2), "uiterlijk": None}
    rij = postuit.bericht_aan_adres("ontvangst", "Melder@Voorbeeld.example", sleutel="m:1", context=context)
    assert (rij.kanaal, rij.adres, rij.partij) == ("email", "melder@voorbeeld.example", None)
    assert "2026-0000002" in rij.tekst
    with pytest.raises(OnjuistAdres):
        postuit.bericht_aan_adres("ontvangst", "geen adres", sleutel="m:2", context=context)


def test_een_medewerker_krijgt_nummer_en_soort_en_geen_inhoud() -> None:
    tess = maak_gebruiker("tess", emailadres="tess@demostad.example")
    rij = postuit.melding_aan_medewerker(
        "terugbel_te_laat_team", tess, sleutel="late:1", context={"nummer": "2026-0000003", "onderwerp": "Schulden"}
    )
    assert "2026-0000003" in rij.onderwerp
    assert "Schulden" not in rij.onderwerp + rij.tekst
