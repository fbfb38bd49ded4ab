"""An administrator writes the words of a message in the editor; residents of that version read them."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from autorisatie.fouten import OnjuisteToestand
from catalogus.controles import bezwaren
from catalogus.models import Berichttekst, Zaaktype
from catalogus.uitwisseling.schrijven import rij_van
from catalogus.uitwisseling.vormen import ZAAKTYPE
from catalogus.verschillen import verschillen
from catalogus.versies import gooi_weg, kopieer
from mijnzaken.berichten.models import Bericht
from mijnzaken.inrichting import handelingen
from mijnzaken.zaken.handelingen import afronden, behandelen
from mijnzaken.zaken.models import Zaak
from tests.fabrieken import medewerker, registreer, ververs, zaaktype

pytestmark = [pytest.mark.django_db]
Inloggen = Callable[[str], Client]
PARKEREN = "parkeervergunning-bewoners"
TEKST = "Dag {naam},\r\n\r\nWij zijn gestopt met {product}.\r\nDat komt zo: {reden}"


@pytest.fixture
def concept(gemeente: None, db: None) -> Zaaktype:
    return kopieer(zaaktype(PARKEREN), auteur_id=medewerker("omar").gebruiker.pk)


def adres(versie: Zaaktype, rest: str = "") -> str:
    return f"/backoffice/beheer/zaaktypen/{versie.proces.identificatie}/{versie.versienummer}/{rest}"


def _woorden(**anders: str) -> dict[str, str]:
    return {"onderwerp": "Gestopt met {nummer}", "tekst": TEKST, "onderwerp_en": "", "tekst_en": ""} | anders


def _gestopt(soort: Zaaktype, **anders: Any) -> Berichttekst:
    woorden = _woorden() | {"gebeurtenis": "gestopt", "tekst": TEKST.replace("\r", "")} | anders
    return Berichttekst.objects.create(zaaktype=soort, **woorden)


def _stop(zaak: Zaak) -> Bericht:
    behandelen.in_behandeling_nemen(medewerker("vera"), zaak)
    afronden.stoppen(medewerker("vera"), ververs(zaak), reden="<b>Er is geen plek</b> {naam}.")
    return Bericht.objects.systeem("toets").get(soort="gestopt", kanaal="portaal", over_uuid=zaak.uuid)


def test_het_scherm_begint_met_de_gewone_woorden_en_bewaart_de_eigen(ingelogd: Inloggen, concept: Zaaktype) -> None:
    omar = ingelogd("omar")
    assert "De zaak is gestopt" in omar.get(adres(concept, "berichten/nieuw/")).content.decode()
    pagina = omar.get(adres(concept, "berichten/nieuw/gestopt/")).content.decode()
    assert "Wij behandelen uw zaak {product} (zaaknummer {nummer}) niet verder." in pagina
    assert "<code>{reden}</code>" in pagina
    assert "Wij wachten op advies van de brandweer." in pagina  # the preview
    assert omar.post(adres(concept, "berichten/nieuw/gestopt/"), _woorden()).status_code == 302
    rij = concept.berichtteksten.get()
    assert (rij.gebeurtenis, rij.tekst) == ("gestopt", TEKST.replace("\r", ""))
    assert "Gestopt met {nummer}" in omar.get(adres(concept)).content.decode()
    zelfde = omar.get(adres(concept, "berichten/nieuw/gestopt/"))
    assert zelfde["Location"] == adres(concept, f"berichten/{rij.pk}/")


def test_een_voorbeeld_bewaart_niets(ingelogd: Inloggen, concept: Zaaktype) -> None:
    antwoord = ingelogd("omar").post(adres(concept, "berichten/nieuw/gestopt/"), _woorden() | {"voorbeeld": "1"})
    assert antwoord.status_code == 200
    tekst = antwoord.content.decode()
    assert "Gestopt met 2027-0000123" in tekst
    assert f"Wij zijn gestopt met {concept.omschrijving}." in tekst
    assert "Dit is een voorbeeld. Het is nog niet opgeslagen." in tekst
    assert not concept.berichtteksten.exists()


def test_een_voorbeeld_toont_opmaak_als_tekst(ingelogd: Inloggen, concept: Zaaktype) -> None:
    getypt = _woorden(tekst="<script>alert(1)</script> {reden}") | {"voorbeeld": "1"}
    tekst = ingelogd("omar").post(adres(concept, "berichten/nieuw/gestopt/"), getypt).content.decode()
    assert "<script>alert" not in tekst
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in tekst


@pytest.mark.parametrize(
    "fout, veld, zin",
    [
        ({"tekst": "{reden} {bsn}"}, "tekst", "De waarde {bsn} bestaat hier niet."),
        ({"onderwerp": "{uitkomst}"}, "onderwerp", "De waarde {uitkomst} bestaat hier niet."),
        ({"tekst": "Gestopt."}, "tekst", "De tekst noemt {reden} niet"),
        ({"onderwerp": ""}, "onderwerp", ""),
        ({"onderwerp_en": "Stopped"}, "tekst_en", "De tekst noemt {reden} niet"),
    ],
)
def test_wat_niet_kan_komt_terug_bij_zijn_veld(
    ingelogd: Inloggen, concept: Zaaktype, fout: dict[str, str], veld: str, zin: str
) -> None:
    for knop in ({}, {"voorbeeld": "1"}):
        antwoord = ingelogd("omar").post(adres(concept, "berichten/nieuw/gestopt/"), _woorden(**fout) | knop)
        assert antwoord.status_code == 422
        assert any(zin in melding for melding in antwoord.context["form"].errors[veld])
    assert not concept.berichtteksten.exists()


def test_ook_de_handeling_weigert_een_waarde_die_er_niet_is(concept: Zaaktype) -> None:
    rij = Berichttekst(zaaktype=concept, gebeurtenis="gestopt")
    with pytest.raises(ValidationError, match="bestaat hier niet"):
        handelingen.onderdeel_bewaren(
            medewerker("omar"), concept, rij, _woorden(tekst="{bsn} {reden}"), proces=concept.proces
        )


def test_een_fout_die_ergens_anders_vandaan_kwam_houdt_het_publiceren_tegen(
    ingelogd: Inloggen, concept: Zaaktype
) -> None:
    """As an import can bring it."""
    rij = _gestopt(concept, tekst="{bsn} {reden}\nDag")
    zin = "Het bericht ‘de zaak is gestopt’: De waarde {bsn} bestaat hier niet."
    assert any(bezwaar.startswith(zin) for bezwaar in bezwaren(concept))
    pagina = ingelogd("omar").get(adres(concept)).content.decode()
    assert f'href="{adres(concept, f"berichten/{rij.pk}/")}"' in pagina
    with pytest.raises(OnjuisteToestand, match="bestaat hier niet"):
        handelingen.zaaktype_publiceren(medewerker("petra"), concept, proces=concept.proces)


def test_de_inwoner_leest_de_woorden_van_de_versie_van_zijn_zaak(gemeente: None, db: None) -> None:
    soort = zaaktype(PARKEREN)
    zaak = registreer("anna", PARKEREN)
    _gestopt(kopieer(soort, auteur_id=None), onderwerp="Van de versie van morgen")
    _gestopt(soort)
    bericht = _stop(zaak)
    assert bericht.onderwerp == f"Gestopt met {zaak.nummer}"
    assert bericht.tekst.endswith("Dat komt zo: <b>Er is geen plek</b> {naam}.\n")


def test_woorden_die_niet_goed_zijn_worden_niet_verstuurd(gemeente: None, db: None) -> None:
    """Another system publishes without the checks; the resident then reads the usual words."""
    _gestopt(zaaktype(PARKEREN), tekst="{bsn}")
    assert _stop(registreer("anna", PARKEREN)).onderwerp.startswith("Wij zijn gestopt met uw zaak")


def test_een_kopie_neemt_de_woorden_mee_en_het_verschil_noemt_ze(gemeente: None, db: None) -> None:
    soort = zaaktype(PARKEREN)
    concept = kopieer(soort, auteur_id=None)
    _gestopt(concept)
    assert "Eigen woorden bij ‘de zaak is gestopt’ is nieuw." in [str(v) for v in verschillen(soort, concept)]
    gooi_weg(concept)
    _gestopt(soort)
    concept = kopieer(soort, auteur_id=None)
    assert concept.berichtteksten.get().tekst == soort.berichtteksten.get().tekst
    assert rij_van(ZAAKTYPE, concept)["berichtteksten"] == rij_van(ZAAKTYPE, soort)["berichtteksten"]
    concept.berichtteksten.update(onderwerp="Wij stoppen met {nummer}")
    assert [str(v) for v in verschillen(soort, concept)] == [
        "Eigen woorden bij ‘de zaak is gestopt’: onderwerp is nu ‘Wij stoppen met {nummer}’, "
        "was ‘Gestopt met {nummer}’."
    ]


def test_een_gepubliceerde_versie_heeft_geen_schermen_om_woorden_te_wijzigen(
    ingelogd: Inloggen, gemeente: None
) -> None:
    soort = zaaktype(PARKEREN)
    rij = _gestopt(soort)
    omar = ingelogd("omar")
    for rest in ("berichten/nieuw/", "berichten/nieuw/taak/", f"berichten/{rij.pk}/"):
        assert omar.get(adres(soort, rest)).status_code == 404


def test_alleen_wie_het_zaaktype_wijzigt_en_alleen_een_gebeurtenis_die_er_is(
    ingelogd: Inloggen, concept: Zaaktype
) -> None:
    assert ingelogd("omar").get(adres(concept, "berichten/nieuw/adres_code/")).status_code == 404
    assert ingelogd("vera").get(adres(concept, "berichten/nieuw/gestopt/")).status_code in (403, 404)
