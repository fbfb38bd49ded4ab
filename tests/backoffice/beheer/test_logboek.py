"""The desk of the privacy officer: she finds lines by one index, exports them safely, and is herself in the log."""

import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from autorisatie import logboek
from autorisatie.actor import Systeem
from autorisatie.fouten import GeenRecht, Invoerfout, OnjuisteToestand
from autorisatie.inzage import verwerkingen_van
from autorisatie.models import Auditregel, Drempel, Gebruiker, Partij, Signaal, Uitkomst
from backoffice.beheer.logboekuitvoer import KOPPEN
from catalogus import klok
from catalogus.rekenblad import cel
from mijnzaken.inrichting.logboek import FG, bekend_persoon_merken, signaal_bekijken
from mijnzaken.zaken import opvallend
from mijnzaken.zaken.handelingen.opvallend import opvallend_nagaan
from mijnzaken.zaken.inzien import zaak_inzien
from mijnzaken.zaken.models import Zaak
from tests.fabrieken import REDEN, gebruiker, medewerker, partij, registreer, ververs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
Ingelogd = Callable[[str], Client]
LOGBOEK = "/backoffice/beheer/logboek/"


@pytest.fixture
def zaak() -> Zaak:
    return ververs(registreer("anna"))


@pytest.fixture
def fleur(ingelogd: Ingelogd) -> Client:
    return ingelogd("fleur")


def tekst(antwoord) -> str:
    inhoud = b"".join(antwoord.streaming_content) if antwoord.streaming else antwoord.content
    return inhoud.decode()


def regels(client: Client, **vraag: str) -> int:
    """How many lines the page shows."""
    antwoord = client.get(LOGBOEK, vraag)
    assert antwoord.status_code == 200
    return len(antwoord.context["regels"])


# -- search -----------------------------------------------------------------------------------------------------------


def test_zoeken_op_medewerker_zaak_kenmerk_doel_handeling_uitkomst_en_periode(fleur, zaak):
    zaak_inzien(medewerker("vera", doel="beoordelen"), zaak.uuid)
    zaak_inzien(medewerker("peter", doel="iets anders"), zaak.uuid)
    logboek.schrijf(medewerker("vera"), "besluiten", uitkomst=Uitkomst.GEWEIGERD, reden="mag niet")
    assert regels(fleur, medewerker="vera") == 2
    assert regels(fleur, medewerker="vera", uitkomst="geweigerd") == 1
    assert regels(fleur, uitkomst="geweigerd") == 1
    assert regels(fleur, doel="beoordelen") == 1
    assert regels(fleur, zaaknummer=zaak.nummer, handeling="inzien") == 2
    assert regels(fleur, object=str(zaak.uuid), handeling="inzien") == 2
    assert regels(fleur, handeling="besluiten") == 1
    morgen = klok.vandaag() + timedelta(days=1)
    assert regels(fleur, medewerker="vera", van=str(morgen)) == 0
    assert regels(fleur, medewerker="vera", van=str(klok.vandaag()), tot=str(klok.vandaag())) == 2
    assert regels(fleur, zaaknummer="2026-9999999") == 0


def test_een_regel_zegt_welke_regel_en_versie_van_de_matrix_besliste_en_toont_zijn_spoor(fleur, zaak):
    zaak_inzien(medewerker("vera"), zaak.uuid)
    regel = Auditregel.objects.get(handeling="inzien")
    pagina = tekst(fleur.get(reverse("beheer_logboekregel", args=[klok.vandaag().isoformat(), regel.pk])))
    assert f"regel {regel.matrixregel_id} van versie 1" in pagina
    assert "Wie de rol Behandelaar heeft" in pagina
    assert bytes(regel.trace_id).hex() in pagina
    assert "De afdeling Parkeren" in pagina


@pytest.mark.parametrize("dag,pk", [("2026-03-02", 1), ("geen-dag", 1), ("2025-01-01", 1), ("2026-13-45", 1)])
def test_een_regel_die_er_niet_is_bestaat_niet(fleur, dag, pk):
    assert fleur.get(f"{LOGBOEK}{dag}/{pk * 10**12}/").status_code == 404


def test_onzin_in_het_zoekformulier_geeft_het_terug_met_wat_te_doen(fleur):
    antwoord = fleur.get(LOGBOEK, {"medewerker": "bestaat-niet", "van": "2026-03-02", "tot": "2026-03-01"})
    assert antwoord.status_code == 422
    assert "Deze medewerker kennen wij niet" in tekst(antwoord)
    assert "De laatste dag ligt voor de eerste" in tekst(antwoord)


def test_bladeren_gaat_over_alle_regels_een_keer_ook_op_hetzelfde_moment(fleur, zaak):
    actor = Systeem("proef")  # the clock stands still: all lines have the same moment
    for _ in range(120):
        logboek.schrijf(actor, "proef")
    gezien, adres = [], f"{LOGBOEK}?handeling=proef"
    while adres:
        antwoord = fleur.get(adres)
        gezien += [r.regel.pk for r in antwoord.context["regels"]]
        adres = f"{LOGBOEK}{antwoord.context['volgende']}" if antwoord.context["volgende"] else ""
    assert len(gezien) == len(set(gezien)) == 120
    assert gezien == sorted(gezien, reverse=True)


def test_51_het_nummer_van_een_inwoner_wordt_gestuurd_en_staat_in_geen_adres_en_geen_regel(fleur, zaak):
    bsn = partij("anna").bsn.tonen()
    antwoord = fleur.post(reverse("beheer_logboek_persoon"), {"nummer": bsn})
    assert antwoord.status_code == 302
    assert bsn not in antwoord.headers["Location"]
    pagina = fleur.get(antwoord.headers["Location"])
    assert len(pagina.context["regels"]) >= 1
    assert bsn not in str(list(Auditregel.objects.values()))
    assert fleur.post(reverse("beheer_logboek_persoon"), {"nummer": "123456782"}).status_code == 422


def test_wie_gezocht_wordt_ziet_dat_de_functionaris_keek(fleur, zaak):
    fleur.get(LOGBOEK, {"inwoner": str(partij("anna").uuid)})
    fleur.get(LOGBOEK, {"zaaknummer": zaak.nummer})
    gezien = verwerkingen_van(partij("anna").pk)[:2]
    assert {(rij.name, rij.door) for rij in gezien} == {("logboek_lezen", FG)}
    assert "Dijkstra" not in str([vars(rij) for rij in gezien])


def test_elke_blik_is_een_regel(fleur, zaak):
    regel = Auditregel.objects.order_by("pk").first()
    voor = Auditregel.objects.count()
    fleur.get(LOGBOEK)
    fleur.get(reverse("beheer_logboekregel", args=[klok.datum(regel.moment).isoformat(), regel.pk]))
    fleur.get(reverse("beheer_opvallend"))
    assert Auditregel.objects.count() == voor + 3
    assert set(Auditregel.objects.filter(pk__gt=0, gebruiker_id=gebruiker("fleur").pk).values_list("doel", flat=True))


def test_fleur_leest_de_zaken_zelf_niet(fleur, zaak):
    assert fleur.get(reverse("zaak", args=[zaak.nummer])).status_code == 404


@pytest.mark.parametrize("wie", ["sanne", "tess", "omar", "petra", "ruud"])
def test_voor_anderen_bestaat_het_logboek_niet(ingelogd, wie):
    for naam in ("beheer_logboek", "beheer_opvallend", "beheer_bekend_persoon"):
        assert ingelogd(wie).get(reverse(naam)).status_code == 404
    assert ingelogd(wie).post(reverse("beheer_logboek_uitvoer"), {"reden": "x", "vorm": "csv"}).status_code == 404


def test_het_aantal_vragen_groeit_niet_met_het_aantal_regels(fleur, zaak, django_assert_max_num_queries):
    for _ in range(30):
        zaak_inzien(medewerker("vera"), zaak.uuid)
    fleur.get(LOGBOEK)
    with django_assert_max_num_queries(22):
        fleur.get(LOGBOEK)


# -- export (66) ------------------------------------------------------------------------------------------------------

FORMULES = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "-2+3"]


@pytest.mark.parametrize("waarde", FORMULES)
def test_66_een_cel_begint_nooit_een_formule(waarde):
    assert cel(waarde).startswith("'")


@pytest.mark.parametrize("waarde", ["gewoon", "2026-0000001", "", "a=b"])
def test_66_gewone_tekst_blijft_zoals_zij_is(waarde):
    assert cel(waarde) == waarde


def test_66_geen_cel_van_het_afschrift_begint_een_formule(fleur, zaak):
    for formule in FORMULES:
        logboek.schrijf(medewerker("vera"), "inzien", doel=formule, reden=formule, bijzonderheden={"x": formule})
    antwoord = fleur.post(f"{reverse('beheer_logboek_uitvoer')}?medewerker=vera", {"reden": "zaak F-1", "vorm": "csv"})
    assert antwoord.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert antwoord.headers["Content-Disposition"].startswith("attachment;")
    import csv
    import io

    rijen = list(csv.reader(io.StringIO(tekst(antwoord).lstrip("\ufeff"))))
    assert rijen[0] == list(KOPPEN)
    assert len(rijen) == len(FORMULES) + 1
    assert not [c for rij in rijen for c in rij if c.lstrip(" ")[:1] in set("=+-@\t\r\n＝")]


def test_het_afschrift_als_json_zegt_alles_en_is_begrensd(fleur, zaak, monkeypatch):
    monkeypatch.setattr("backoffice.beheer.logboekuitvoer.MEESTE", 3)
    for _ in range(5):
        zaak_inzien(medewerker("vera"), zaak.uuid)
    antwoord = fleur.post(f"{reverse('beheer_logboek_uitvoer')}?medewerker=vera", {"reden": "F-1", "vorm": "json"})
    rijen = json.loads(tekst(antwoord))
    assert len(rijen) == 3
    assert {(rij["wie"], rij["handeling"], rij["zaak"]) for rij in rijen} == {("vera", "inzien", zaak.nummer)}


def test_zonder_reden_geen_afschrift_en_het_staat_in_het_logboek_met_waarom(fleur, zaak):
    adres = f"{reverse('beheer_logboek_uitvoer')}?zaaknummer={zaak.nummer}"
    assert fleur.post(adres, {"reden": " ", "vorm": "csv"}).status_code == 422
    assert not Auditregel.objects.filter(handeling="logboek_exporteren").exists()
    assert fleur.post(adres, {"reden": "onderzoek F-1", "vorm": "csv"}).status_code == 200
    eigen = Auditregel.objects.filter(handeling="logboek_exporteren").order_by("pk").last()
    assert eigen.bijzonderheden["reden"] == "onderzoek F-1"
    assert eigen.bijzonderheden["zaaknummer"] == zaak.nummer
    assert verwerkingen_van(partij("anna").pk)[0].name == "logboek_exporteren"


# -- unusual reading --------------------------------------------------------------------------------------------------


def soorten() -> set[tuple[str, str]]:
    return set(Signaal.objects.values_list("soort", "gebruiker__gebruikersnaam"))


def kijk(actor, soort: str, zaak: Zaak) -> None:
    logboek.leg_lezing_vast(actor, soort, rij=zaak)


def test_wie_veel_zaken_opent_zonder_taak_valt_op_en_wie_er_een_taak_in_heeft_niet():
    Drempel.objects.create(soort="zonder_taak", aantal=3)
    for _ in range(3):
        rij = ververs(registreer("anna"))
        kijk(medewerker("karim"), "inzien", rij)  # another team
        kijk(medewerker("vera"), "inzien", rij)  # of the team
        kijk(medewerker("mila"), "inzien", rij)
    opvallend.vind(klok.vandaag())
    assert soorten() == {("zonder_taak", "karim"), ("zonder_taak", "mila")}
    signaal = Signaal.objects.get(gebruiker__gebruikersnaam="karim")
    assert (signaal.aantal, signaal.drempel, len(signaal.zaken)) == (3, 3, 3)


def test_onder_de_drempel_valt_niets_op():
    Drempel.objects.create(soort="zonder_taak", aantal=2)
    kijk(medewerker("karim"), "inzien", ververs(registreer("anna")))
    assert opvallend.vind(klok.vandaag()) == 0


def test_wie_gegevens_van_eigen_buren_opent_valt_op(zaak):
    eigen = partij("wil")
    Gebruiker.objects.filter(gebruikersnaam="vera").update(partij=eigen)
    anna = partij("anna")
    Partij.objects.systeem(REDEN).filter(pk=eigen.pk).update(postcode=anna.postcode)
    Partij.objects.systeem(REDEN).filter(pk=partij("bram").pk).update(postcode="9999ZZ", straatnaam="Ver Weg")
    kijk(medewerker("vera"), "inzien", zaak)
    opvallend.vind(klok.vandaag())
    assert soorten() == {("buren", "vera")}


def test_wie_gegevens_van_een_bekend_persoon_opent_valt_op_tot_het_merk_weg_is(zaak):
    bekend_persoon_merken(medewerker("fleur"), partij("anna"), bekend=True, reden="wethouder")
    logboek.leg_lezing_vast(medewerker("mila"), "klantbeeld_inzien", rij=partij("anna"))
    opvallend.vind(klok.vandaag())
    assert soorten() == {("bekend_persoon", "mila")}
    Signaal.objects.all().delete()
    bekend_persoon_merken(medewerker("fleur"), partij("anna"), bekend=False, reden="geen wethouder meer")
    assert opvallend.vind(klok.vandaag()) == 0


def test_veel_weigeringen_glas_breken_en_buiten_kantoortijd_vallen_op(zaak):
    Drempel.objects.create(soort="weigeringen", aantal=2)
    Drempel.objects.create(soort="buiten_kantoortijd", aantal=1)
    for _ in range(2):
        logboek.schrijf(medewerker("karim"), "besluiten", uitkomst=Uitkomst.GEWEIGERD)
    logboek.schrijf(medewerker("tess"), "glas_breken", zaak_uuid=zaak.uuid)
    with klok.op_moment(klok.nu().replace(hour=21)):
        kijk(medewerker("vera"), "inzien", zaak)
    opvallend.vind(klok.vandaag())
    assert soorten() == {("weigeringen", "karim"), ("glas_breken", "tess"), ("buiten_kantoortijd", "vera")}


def test_wat_bekeken_is_blijft_zoals_het_was_en_wat_open_is_telt_door(zaak):
    Drempel.objects.create(soort="weigeringen", aantal=1)
    for wie in ("karim", "tess"):
        logboek.schrijf(medewerker(wie), "besluiten", uitkomst=Uitkomst.GEWEIGERD)
    opvallend.vind(klok.vandaag())
    signaal_bekijken(medewerker("fleur"), Signaal.objects.get(gebruiker=gebruiker("karim")), opmerking="was een test")
    for wie in ("karim", "tess"):
        logboek.schrijf(medewerker(wie), "besluiten", uitkomst=Uitkomst.GEWEIGERD)
    opvallend.vind(klok.vandaag())
    assert dict(Signaal.objects.values_list("gebruiker__gebruikersnaam", "aantal")) == {"karim": 1, "tess": 2}


def test_een_signaal_wordt_een_keer_bekeken_met_een_opmerking_en_niet_door_wie_het_over_gaat():
    def maak(wie: str) -> Signaal:
        return Signaal.objects.create(
            soort="buren", gebruiker=gebruiker(wie), dag=klok.vandaag(), aantal=1, drempel=1, gevonden_op=klok.nu()
        )

    with pytest.raises(GeenRecht, match="gaat over uzelf"):
        signaal_bekijken(medewerker("fleur"), maak("fleur"), opmerking="niets")
    signaal = maak("vera")
    with pytest.raises(Invoerfout):
        signaal_bekijken(medewerker("fleur"), signaal, opmerking=" ")
    signaal_bekijken(medewerker("fleur"), signaal, opmerking="hij hielp een collega")
    with pytest.raises(OnjuisteToestand):
        signaal_bekijken(medewerker("fleur"), signaal, opmerking="nog eens")
    with pytest.raises(GeenRecht):
        signaal_bekijken(medewerker("sanne"), signaal, opmerking="ik ook")


def test_een_dag_die_nog_komt_wordt_niet_nagegaan():
    with pytest.raises(Invoerfout):
        opvallend_nagaan(medewerker("fleur"), dag=klok.vandaag() + timedelta(days=1))


def test_fleur_gaat_een_dag_na_en_merkt_een_signaal_als_bekeken(fleur, zaak):
    logboek.schrijf(medewerker("tess"), "glas_breken", zaak_uuid=zaak.uuid)
    fleur.post(reverse("beheer_opvallend_nagaan"), {"dag": str(klok.vandaag())})
    pagina = tekst(fleur.get(reverse("beheer_opvallend")))
    assert "opende een afgeschermde zaak met een dringende reden. Aantal op 2 maart 2026: 1." in pagina
    adres = reverse("beheer_signaal", args=[Signaal.objects.get().uuid])
    assert zaak.nummer in tekst(fleur.get(adres))
    assert fleur.post(adres, {"opmerking": ""}).status_code == 422
    assert fleur.post(adres, {"opmerking": "Er was spoed."}).status_code == 302
    assert "Geen signalen" in tekst(fleur.get(reverse("beheer_opvallend")))
    assert "Er was spoed." in tekst(fleur.get(reverse("beheer_opvallend"), {"toon": "alles"}))


def test_een_bekend_persoon_wordt_gemerkt_met_een_nummer_en_een_reden(fleur):
    bsn = partij("anna").bsn.tonen()
    adres = reverse("beheer_bekend_persoon")
    assert fleur.post(adres, {"nummer": bsn, "wat": "merken", "reden": ""}).status_code == 422
    assert fleur.post(adres, {"nummer": bsn, "wat": "merken", "reden": "raadslid"}).status_code == 302
    assert partij("anna").bekend_persoon
    assert bsn not in str(list(Auditregel.objects.values()))
