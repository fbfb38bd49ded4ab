"""The entry of the processing register follows from the zaaktype and the dossier, and says what is missing."""

from datetime import date, timedelta

import pytest

from catalogus import klok
from catalogus.models import Gegeven, Proces, Resultaattype, Roltype, Verwerker, Zaaktype
from catalogus.models import SoortDossierstap as S
from catalogus.verwerking import Verwerking, registeradres, verwerkingen
from tests.dossiers import maak_dossier, zet_stap

pytestmark = [pytest.mark.django_db]
JAAR = timedelta(days=365)


@pytest.fixture
def proces(zaaktype: Zaaktype) -> Proces:
    return zaaktype.proces


def lees(zaaktype: Zaaktype) -> Verwerking:
    return verwerkingen(Zaaktype.objects.filter(pk=zaaktype.pk).met_proces())[0]


def gegeven(zaaktype: Zaaktype, naam: str, **anders: object) -> Gegeven:
    waarden = {"label": naam.title(), "definitie": "x", "soort": "tekst", "doel": "Om.", "grondslag": "Wet 1"} | anders
    return Gegeven.objects.create(zaaktype=zaaktype, naam=naam, **waarden)


def verwerker(proces: Proces, naam: str, **anders: object) -> Verwerker:
    waarden = {"taak": "Meten.", "overeenkomst": "VO-1", "overeenkomst_van": date(2020, 1, 1)} | anders
    return Verwerker.objects.create(dossier=proces.dossier, naam=naam, **waarden)


def test_het_adres_is_dat_van_het_logboek(zaaktype: Zaaktype) -> None:
    assert lees(zaaktype).adres == registeradres("proef", 1) == "/verwerkingsregister/proef/1/"


def test_gronden_ontvangers_en_groepen_volgen_uit_de_gegevens(zaaktype: Zaaktype) -> None:
    zaaktype.gegevens.all().delete()
    gegeven(zaaktype, "naam", gegevensgroep="persoonsgegevens", ontvangers=["RDW", "BKR"])
    gegeven(zaaktype, "schuld", gegevensgroep="financieel", ontvangers=["BKR"], volgorde=2)
    gegeven(zaaktype, "kenteken", grondslag="Wet 2", volgorde=3)
    v = lees(zaaktype)
    assert v.grondslagen == ["Wet 1", "Wet 2"]
    assert v.ontvangers == ["BKR", "RDW"]
    assert v.categorieen == {
        "persoonsgegevens": ["Naam"],
        "financiële gegevens": ["Schuld"],
        "gegevens van de zaak": ["Kenteken"],
    }


def test_betrokkenen_zijn_wie_om_de_zaak_vraagt_of_erdoor_geraakt_wordt_en_geen_medewerkers(zaaktype: Zaaktype) -> None:
    zaaktype.roltypen.all().delete()
    for naam, soort in (("Aanvrager", "initiator"), ("Buur", "belanghebbende"), ("Behandelaar", "behandelaar")):
        Roltype.objects.create(zaaktype=zaaktype, omschrijving=naam, omschrijving_generiek=soort)
    assert lees(zaaktype).betrokkenen == ["Aanvrager", "Buur"]


def test_bewaren_volgt_uit_de_resultaten(zaaktype: Zaaktype) -> None:
    zaaktype.resultaattypen.update(archiefnominatie="blijvend_bewaren", archiefactietermijn="")
    assert all(b.altijd and not b.termijn for b in lees(zaaktype).bewaring)
    zaaktype.resultaattypen.update(archiefnominatie="vernietigen", archiefactietermijn="P5Y")
    assert {b.termijn for b in lees(zaaktype).bewaring} == {"P5Y"}


def test_verwerkers_staan_erin_met_hun_tijd_ook_als_zij_gestopt_zijn(zaaktype: Zaaktype, proces: Proces) -> None:
    maak_dossier(proces)
    verwerker(proces, "Nu", doorgifte="Zwitserland, adequaatheidsbesluit")
    verwerker(proces, "Toen", gestopt_op=zaaktype.begin_geldigheid + timedelta(days=1))
    verwerker(proces, "Ervoor", gestopt_op=zaaktype.begin_geldigheid)
    v = lees(zaaktype)
    assert [w.naam for w in v.verwerkers] == ["Nu", "Toen"]
    assert v.doorgiften == ["Nu: Zwitserland, adequaatheidsbesluit"]


def test_van_de_toetsen_staat_erin_of_zij_gedaan_zijn_en_nooit_wat_er_is_gevonden(
    zaaktype: Zaaktype, proces: Proces
) -> None:
    dossier = maak_dossier(proces)
    assert lees(zaaktype).dpia == "Niet nodig"
    zet_stap(dossier, S.PRE_DPIA, antwoorden={"automatisch": True})
    assert lees(zaaktype).dpia == "Nodig en nog niet in orde"
    zet_stap(dossier, S.DPIA, bevindingen="De server staat open.", patronen=["vier_ogen"])
    v = lees(zaaktype)
    assert v.dpia == f"Gedaan, geldig tot {(klok.vandaag() + JAAR):%d-%m-%Y}"
    assert "Vier ogen: wie voorbereidt, besluit niet" in v.maatregelen
    assert not any("server" in zin for zin in v.maatregelen)


def test_wat_nog_geen_akkoord_heeft_staat_niet_bij_de_maatregelen(zaaktype: Zaaktype, proces: Proces) -> None:
    rij = maak_dossier(proces).stappen.get(stap=S.ONTWERP)
    rij.patronen = ["kort"]
    rij.save()
    assert not any(zin.startswith("Kort bewaren") for zin in lees(zaaktype).maatregelen)


def test_een_volledige_verwerking_mist_niets(zaaktype: Zaaktype, proces: Proces) -> None:
    maak_dossier(proces)
    assert lees(zaaktype).ontbreekt == []


def test_wat_ontbreekt_staat_er(zaaktype: Zaaktype, proces: Proces) -> None:
    assert any("nog geen aansluitdossier" in zin for zin in lees(zaaktype).ontbreekt)
    maak_dossier(proces, zonder=S.PRE_DPIA)
    gegeven(zaaktype, "leeg", doel=" ", grondslag="")
    zaaktype.roltypen.all().delete()
    Resultaattype.objects.filter(zaaktype=zaaktype).update(archiefnominatie="vernietigen", archiefactietermijn="")
    Zaaktype.objects.filter(pk=zaaktype.pk).update(behandeld_door_extern="VTH")
    verwacht = [
        "Deze gegevens hebben nog niet een doel: Leeg.",
        "Deze gegevens hebben nog niet een regel: Leeg.",
        "Er staat niet van wie de gegevens zijn.",
        "De zaken staan in VTH. De verwerker daarvan staat er nog niet bij.",
        "Of een DPIA nodig is, is nog niet vastgesteld.",
    ]
    gaten = lees(zaaktype).ontbreekt
    assert [zin for zin in verwacht if zin not in gaten] == []
    assert any("staat geen bewaartermijn" in zin for zin in gaten)
    verwerker(proces, "Delta", overeenkomst_tot=klok.vandaag())
    gaten = lees(zaaktype).ontbreekt
    assert "De overeenkomst met Delta is voorbij." in gaten
    assert not any("VTH" in zin for zin in gaten)
    zaaktype.gegevens.all().delete()
    zaaktype.resultaattypen.all().delete()
    gaten = lees(zaaktype).ontbreekt
    assert "Er staan geen gegevens bij dit proces." in gaten
    assert "Er staat niet hoe lang de gegevens blijven." in gaten
