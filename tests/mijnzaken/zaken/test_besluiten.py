"""Advice, proposal, decision (Awb 2:4, 3:40 to 3:46, 10:3)."""

from datetime import date, timedelta

import pytest

from autorisatie.fouten import GeenRecht, Invoerfout, OnjuisteToestand
from autorisatie.models import Gebruiker
from catalogus import klok
from catalogus.models import Fase, Uitkomst
from mijnzaken.berichten.models import Bericht
from mijnzaken.zaken.handelingen import advies, behandelen, besluiten
from mijnzaken.zaken.models import GEEN_DATUM, InwonerProduct, Zaak
from tests.fabrieken import VANDAAG, burger, gebruiker, geef_rol, medewerker, partij, registreer, ververs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]


def dag(aantal: int):
    return klok.op_moment(VANDAAG + timedelta(days=aantal))


def stel_voor(wie: str, zaak: Zaak, uitkomst: str = Uitkomst.TOEGEKEND, **velden):
    moment = zaak.zaaktype.besluitmomenten.order_by("volgorde").first()
    velden = {"besluitmoment": moment, "motivering": "U woont in het gebied."} | velden
    return besluiten.besluit_voorstellen(medewerker(wie), zaak, uitkomst=uitkomst, **velden)


@pytest.fixture
def zaak() -> Zaak:
    zaak = registreer("anna")
    behandelen.in_behandeling_nemen(medewerker("vera"), zaak)
    return ververs(zaak)


@pytest.fixture
def subsidie() -> Zaak:
    zaak = registreer("anna", "subsidie-verkeerslawaai", waarden={"rol_woning": "eigenaar_bewoner"})
    behandelen.in_behandeling_nemen(medewerker("sanne"), zaak)
    return ververs(zaak)


def maak_teamleider(naam: str) -> None:
    geef_rol(naam, "teamleider", "Geluid en Lucht")


# -- advice -----------------------------------------------------------------------------------------------------------


def test_alleen_wie_gevraagd_is_adviseert(subsidie):
    advies.advies_vragen(medewerker("sanne"), subsidie, adviseur=gebruiker("karim"), vraag="Klopt het geluid?")
    assert ververs(subsidie).fase == Fase.ADVIES
    for ander in ("sanne", "tess"):
        with pytest.raises(GeenRecht):
            advies.adviseren(medewerker(ander), subsidie, advies="Ja.")
    with dag(1):
        gegeven = advies.adviseren(medewerker("karim"), subsidie, advies="Ja.")
    assert gegeven.gegeven_op == VANDAAG + timedelta(days=1)
    assert ververs(subsidie).fase == Fase.IN_BEHANDELING


def test_niemand_vraagt_zichzelf_om_advies_ook_niet_met_een_tweede_account(subsidie):
    Gebruiker.objects.filter(gebruikersnaam__in=["sanne", "karim"]).update(partij=partij("bram"))
    for adviseur in ("sanne", "karim"):
        with pytest.raises(Invoerfout):
            advies.advies_vragen(medewerker("sanne"), subsidie, adviseur=gebruiker(adviseur), vraag="Klopt het?")


def test_wie_adviseerde_besluit_niet(subsidie):
    maak_teamleider("karim")
    advies.advies_vragen(medewerker("sanne"), subsidie, adviseur=gebruiker("karim"), vraag="Klopt het geluid?")
    with dag(1):
        advies.adviseren(medewerker("karim"), subsidie, advies="Ja.")
    stel_voor("sanne", subsidie)
    with pytest.raises(GeenRecht, match="advies"):
        besluiten.besluiten(medewerker("karim"), subsidie)


# -- four eyes --------------------------------------------------------------------------------------------------------


def test_een_behandelaar_besluit_niet(zaak):
    stel_voor("vera", zaak)
    with pytest.raises(GeenRecht):
        besluiten.besluiten(medewerker("vera"), zaak)


def test_niemand_besluit_op_het_eigen_voorstel(zaak):
    stel_voor("peter", zaak)
    with pytest.raises(GeenRecht, match="zelf gedaan"):
        besluiten.besluiten(medewerker("peter"), zaak)
    assert ververs(zaak).fase == Fase.BESLUIT_VOORGESTELD


def test_ook_niet_met_een_tweede_account(subsidie):
    Gebruiker.objects.filter(gebruikersnaam__in=["sanne", "tess"]).update(partij=partij("bram"))
    stel_voor("sanne", subsidie)
    with pytest.raises(GeenRecht, match="zelf gedaan"):
        besluiten.besluiten(medewerker("tess"), subsidie)


def test_ook_zonder_gescheiden_functies_op_het_zaaktype_keurt_niemand_eigen_werk_goed(zaak):
    type(zaak.zaaktype).objects.filter(pk=zaak.zaaktype_id).update(gescheiden_functies=[])
    stel_voor("peter", zaak)
    with pytest.raises(GeenRecht):
        besluiten.besluiten(medewerker("peter"), zaak)


# -- proposing --------------------------------------------------------------------------------------------------------


def test_een_voorstel_draagt_zijn_motivering(zaak):
    with pytest.raises(Invoerfout) as fout:
        stel_voor("vera", zaak, motivering="  ")
    assert set(fout.value.velden) == {"motivering"}


def test_een_besluit_of_resultaat_van_een_ander_zaaktype_past_niet(zaak, subsidie):
    vreemd = subsidie.zaaktype
    with pytest.raises(Invoerfout):
        stel_voor("vera", zaak, besluitmoment=vreemd.besluitmomenten.first())
    with pytest.raises(Invoerfout):
        stel_voor("vera", zaak, resultaattype=vreemd.resultaattypen.first())


def test_de_laatste_dag_ligt_niet_voor_de_eerste(zaak):
    with pytest.raises(Invoerfout):
        stel_voor("vera", zaak, ingangsdatum=date(2026, 5, 1), vervaldatum=date(2026, 4, 30))


def test_een_teruggestuurd_voorstel_telt_niet_meer(zaak):
    stel_voor("vera", zaak)
    with pytest.raises(Invoerfout):
        besluiten.voorstel_terugsturen(medewerker("peter"), zaak, reden="")
    with dag(1):
        besluiten.voorstel_terugsturen(medewerker("peter"), zaak, reden="Schrijf het eenvoudiger.")
    assert ververs(zaak).fase == Fase.IN_BEHANDELING
    with pytest.raises(OnjuisteToestand):
        besluiten.besluiten(medewerker("peter"), zaak)


# -- deciding ---------------------------------------------------------------------------------------------------------


def test_een_besluit_geeft_brief_product_resultaat_bewaartermijn_en_bericht(zaak):
    stel_voor("vera", zaak, ingangsdatum=date(2026, 5, 1))
    with dag(1):
        besluit = besluiten.besluiten(medewerker("peter"), zaak)
    nu = ververs(zaak)
    assert (nu.fase, nu.einddatum) == (Fase.AFGEROND, date(2026, 3, 3))
    assert (besluit.voorgesteld_door, besluit.besloten_door) == (gebruiker("vera"), gebruiker("peter"))
    assert besluit.uiterlijke_reactiedatum == date(2026, 4, 14)  # six weeks, from the day after it was made known
    assert sorted(besluit.documenten.values_list("document__tonen_aan_initiator", flat=True)) == [False, True]
    product = InwonerProduct.objects.voor(burger("anna")).get()
    assert (product.naam, product.geldig_van) == ("Parkeervergunning bewoners", date(2026, 5, 1))
    assert product.geldig_tot == date(2027, 4, 30)
    assert nu.resultaten.get().resultaattype.uitkomst == Uitkomst.TOEGEKEND
    assert nu.beslistermijnen.get().voldaan_op == date(2026, 3, 3)
    bericht = Bericht.objects.voor(burger("anna")).get(soort="besluit")
    assert bericht.bijlagen == [besluit.documenten.get(document__tonen_aan_initiator=True).document.uuid]


def test_de_bewaartermijn_telt_vanaf_het_vervallen_van_het_besluit(zaak):
    stel_voor("vera", zaak, ingangsdatum=date(2026, 5, 1), vervaldatum=date(2027, 4, 30))
    besluiten.besluiten(medewerker("peter"), zaak)
    nu = ververs(zaak)
    assert (nu.startdatum_bewaartermijn, nu.archiefactiedatum) == (date(2027, 4, 30), date(2028, 4, 30))
    assert nu.archiefnominatie == "vernietigen"


def test_wat_de_inwoner_krijgt_begint_en_eindigt_zoals_de_bewaartermijn_zegt(zaak):
    """The product ends a year after it begins; the archive counts from that same day, though nobody typed it."""
    stel_voor("vera", zaak, ingangsdatum=date(2026, 5, 1))
    besluiten.besluiten(medewerker("peter"), zaak)
    assert ververs(zaak).startdatum_bewaartermijn == date(2027, 4, 30)


def test_een_afwijzing_geeft_geen_product_en_sluit_de_zaak(subsidie):
    stel_voor("sanne", subsidie, Uitkomst.AFGEWEZEN)
    with dag(1):
        besluiten.besluiten(medewerker("tess"), subsidie)
    nu = ververs(subsidie)
    assert nu.fase == Fase.AFGEROND
    assert nu.resultaten.get().resultaattype.uitkomst == Uitkomst.AFGEWEZEN
    assert not InwonerProduct.objects.voor(burger("anna")).exists()


def test_een_later_besluitmoment_heeft_een_eigen_termijn():
    zaak = registreer("anna", "schuldhulpverlening")
    behandelen.in_behandeling_nemen(medewerker("joost"), zaak)
    with dag(10):
        stel_voor("joost", zaak)
    with dag(11):
        besluiten.besluiten(medewerker("nadia"), zaak)
    nu = ververs(zaak)
    assert nu.fase == Fase.IN_BEHANDELING
    eerste, tweede = nu.beslistermijnen.all()
    assert eerste.voldaan_op == date(2026, 3, 13)
    assert tweede.begin == date(2026, 3, 13)  # the catalogue: from the decision before it
    assert nu.uiterlijke_einddatum == tweede.uiterlijk == date(2026, 5, 8)


def zet_stap(wie: str, zaak: Zaak, naam: str) -> Zaak:
    return behandelen.stap_zetten(medewerker(wie), zaak, zaak.zaaktype.statustypen.get(omschrijving=naam))


def test_een_termijn_vanaf_een_status_begint_als_die_status_er_is_en_eenmaal():
    zaak = registreer("anna", "schuldhulpverlening")
    assert zaak.uiterlijke_einddatum == date(2026, 5, 26)  # the whole: 12 weeks is Whit Monday
    behandelen.in_behandeling_nemen(medewerker("joost"), zaak)
    with dag(20):  # 22 March
        zet_stap("joost", zaak, "Plan van aanpak")
    nu = ververs(zaak)
    assert nu.beslistermijnen.get(voldaan_op=None).begin == date(2026, 3, 22)
    assert nu.uiterlijke_einddatum == nu.termijnsleutel == date(2026, 5, 18)  # 8 weeks later is a Sunday
    with dag(21):
        zet_stap("joost", zaak, "Eerste gesprek")
    with dag(22):
        zet_stap("joost", zaak, "Plan van aanpak")
    assert ververs(zaak).uiterlijke_einddatum == date(2026, 5, 18)


def test_na_een_besluit_loopt_er_geen_termijn_tot_de_status_van_het_volgende(subsidie):
    with dag(1):
        zet_stap("sanne", subsidie, "Onderzoek")
        stel_voor("sanne", subsidie)
    with dag(2):
        besluiten.besluiten(medewerker("tess"), subsidie)
    nu = ververs(subsidie)
    assert (nu.uiterlijke_einddatum, nu.termijnsleutel) == (None, GEEN_DATUM)
    assert not nu.beslistermijnen.filter(voldaan_op=None).exists()
    with dag(30):  # 1 April
        zet_stap("sanne", subsidie, "Akoestisch onderzoek")
    nu = ververs(subsidie)
    assert nu.beslistermijnen.get(voldaan_op=None).besluitmoment.volgorde == 2
    assert nu.uiterlijke_einddatum == date(2026, 7, 1)


def test_na_een_besluit_ligt_er_niets_meer_om_op_te_besluiten(zaak):
    stel_voor("vera", zaak)
    besluiten.besluiten(medewerker("peter"), zaak)
    with pytest.raises(OnjuisteToestand):
        besluiten.besluiten(medewerker("peter"), zaak)
