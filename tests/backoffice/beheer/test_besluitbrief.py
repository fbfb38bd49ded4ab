"""An administrator writes what stands in the letter of a decision around the reasons; the real letter says it."""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from catalogus import klok
from catalogus.controles import bezwaren
from catalogus.models import Zaaktype
from catalogus.uitwisseling.fouten import OnbruikbaarBestand
from catalogus.uitwisseling.lezen import lees_los
from catalogus.uitwisseling.schrijven import alle_rijen, schrijf
from catalogus.verschillen import verschillen
from catalogus.versies import kopieer
from mijnzaken.documenten.models import Documentversie, documentenopslag
from mijnzaken.zaken.handelingen import behandelen, besluiten
from tests.fabrieken import REDEN, medewerker, registreer, ververs, zaaktype
from tests.mijnzaken.berichten.brievenbus import lees, tekst

pytestmark = [pytest.mark.django_db]
Inloggen = Callable[[str], Client]
SUBSIDIE = "subsidie-verkeerslawaai"
WOORDEN = {
    "brief_inleiding": "Op {aangevraagd_op} vroeg u ons om hulp, {naam}.\r\nHet gaat om {bedrag}.",
    "motivering_vooraf": "Wij keken naar #emph[uw] woning.",
    "motivering_slot": "Zo deden wij {besluit}.\nHet eindigt op {vervaldatum}.",
}


@pytest.fixture
def concept(gemeente: None, db: None) -> Zaaktype:
    return kopieer(zaaktype(SUBSIDIE), auteur_id=medewerker("omar").gebruiker.pk)


def adres(versie: Zaaktype) -> str:
    moment = versie.besluitmomenten.order_by("volgorde").first()
    begin = f"/backoffice/beheer/zaaktypen/{versie.proces.identificatie}/{versie.versienummer}/"
    return f"{begin}besluiten/{moment.pk}/brief/"


def test_de_woorden_worden_bewaard_en_staan_in_het_verschil(ingelogd: Inloggen, concept: Zaaktype) -> None:
    omar = ingelogd("omar")
    pagina = omar.get(adres(concept)).content.decode()
    assert "<code>{aangevraagd_op}</code>" in pagina
    assert "Dat volgt uit de wet." in pagina
    assert omar.post(adres(concept), WOORDEN).status_code == 302
    moment = concept.besluitmomenten.order_by("volgorde").first()
    assert moment.brief_inleiding == WOORDEN["brief_inleiding"].replace("\r", "")
    zinnen = " ".join(str(v) for v in verschillen(zaaktype(SUBSIDIE), concept))
    assert "tekst voor de motivering is nu ‘Wij keken naar #emph[uw] woning.’, was leeg." in zinnen
    assert adres(concept) in omar.get(adres(concept).split("besluiten/")[0]).content.decode()


def test_een_nieuwe_versie_heeft_de_woorden_ook(gemeente: None, db: None) -> None:
    soort = zaaktype(SUBSIDIE)
    soort.besluitmomenten.update(**WOORDEN)
    for moment in kopieer(soort, auteur_id=None).besluitmomenten.all():
        assert {naam: getattr(moment, naam) for naam in WOORDEN} == WOORDEN


def test_het_voorbeeld_is_de_echte_brief_over_niemand_en_bewaart_niets(ingelogd: Inloggen, concept: Zaaktype) -> None:
    antwoord = ingelogd("omar").post(adres(concept), WOORDEN | {"voorbeeld": "1"})
    assert antwoord.headers["Content-Type"] == "application/pdf"
    inhoud = _plat(antwoord.content)
    for zin in (
        "Op 20 april 2027 vroeg u ons om hulp, Anna de Vries.",
        "Wij keken naar #emph[uw] woning.",
        "Hier staat wat de behandelaar schrijft",
        "Het eindigt op 31 mei 2028.",
        "U kunt bezwaar maken tot en met",
    ):
        assert zin in inhoud
    assert lees(antwoord.content).metadata.title.startswith("VOORBEELD")
    assert concept.besluitmomenten.order_by("volgorde").first().brief_inleiding == ""


def _plat(pdf: bytes) -> str:
    return re.sub(r"\s+", " ", tekst(pdf).replace("\xa0", " "))


@pytest.mark.parametrize("knop", [{}, {"voorbeeld": "1"}])
def test_een_waarde_die_er_niet_is_komt_terug_bij_haar_veld(
    ingelogd: Inloggen, concept: Zaaktype, knop: dict[str, str]
) -> None:
    antwoord = ingelogd("omar").post(adres(concept), WOORDEN | {"motivering_slot": "Uw nummer is {bsn}."} | knop)
    assert antwoord.status_code == 422
    assert "De waarde {bsn} bestaat hier niet." in antwoord.context["form"].errors["motivering_slot"][0]


def test_een_fout_van_elders_houdt_het_publiceren_tegen_en_een_bestand_met_een_fout_wordt_geweigerd(
    concept: Zaaktype,
) -> None:
    moment = concept.besluitmomenten.order_by("volgorde").first()
    concept.besluitmomenten.filter(pk=moment.pk).update(brief_inleiding="{bsn} is uw nummer.")
    zin = f"De brief bij {moment.besluittype}: De waarde {{bsn}} bestaat hier niet."
    assert any(bezwaar.startswith(zin) for bezwaar in bezwaren(concept))
    rijen = [rij for rij in alle_rijen("processen", concept.proces.catalogus) if rij["identificatie"] == SUBSIDIE]
    bestand = schrijf(concept.proces.catalogus, {"processen": rijen})
    with pytest.raises(OnbruikbaarBestand) as fout:
        lees_los("proef.json", bestand.encode())
    assert any("brief_inleiding: De waarde {bsn} bestaat hier niet." in f.reden for f in fout.value.fouten)


def test_de_brief_van_een_besluit_zegt_het_in_de_woorden_van_zijn_versie(gemeente: None, db: None) -> None:
    soort = zaaktype(SUBSIDIE)
    moment = soort.besluitmomenten.order_by("volgorde").first()
    soort.besluitmomenten.filter(pk=moment.pk).update(**WOORDEN)
    zaak = registreer("anna", SUBSIDIE)
    behandelen.in_behandeling_nemen(medewerker("sanne"), zaak)
    besluiten.besluit_voorstellen(
        medewerker("sanne"), ververs(zaak), besluitmoment=moment, uitkomst="toegekend", motivering="Het is {naam}."
    )
    besluiten.besluiten(medewerker("tess"), ververs(zaak))
    stuk = ververs(zaak).besluiten.get().documenten.order_by("pk").first()
    versie = Documentversie.objects.systeem(REDEN).get(document=stuk.document_id)
    with documentenopslag().open(versie.pad) as bestand:
        inhoud = _plat(bestand.read())
    vandaag = klok.vandaag()
    assert f"{vandaag.year} vroeg u ons om hulp," in inhoud
    assert "Het gaat om" not in inhoud  # no amount: its line is left out
    assert "Het is {naam}." in inhoud  # what the handler types is never filled in
    assert inhoud.index("Wij keken naar #emph[uw] woning.") < inhoud.index("Het is {naam}.")
    assert inhoud.index("Het is {naam}.") < inhoud.index("Zo deden wij")


def test_alleen_van_een_concept_en_alleen_voor_wie_het_zaaktype_wijzigt(ingelogd: Inloggen, concept: Zaaktype) -> None:
    assert ingelogd("omar").get(adres(zaaktype(SUBSIDIE))).status_code == 404
    assert ingelogd("petra").get(adres(concept)).status_code == 404
