"""What differs between two versions is told in words, in the order in which it stands."""

import pytest

from catalogus.models import Zaaktype
from catalogus.verschillen import verschillen
from catalogus.versies import kopieer

pytestmark = pytest.mark.django_db


@pytest.fixture
def kopie(zaaktype: Zaaktype) -> Zaaktype:
    return kopieer(zaaktype, auteur_id=1)


def zinnen(oud: Zaaktype, nieuw: Zaaktype) -> list[str]:
    return [str(verschil) for verschil in verschillen(oud, nieuw)]


def test_verschillen_staan_in_woorden(zaaktype: Zaaktype, kopie: Zaaktype) -> None:
    kopie.doorlooptijd, kopie.gescheiden_functies = "P6W", ["besluit"]
    kopie.uitgeschakelde_handelingen = ["in_behandeling_nemen"]
    kopie.vertrouwelijkheidaanduiding, kopie.bezwaar_mogelijk = 5, False
    kopie.save()
    kopie.gegevens.update(hulptekst="Kort is goed.")
    kopie.statustypen.filter(volgnummer=2).update(statustekst="")
    kopie.statustypen.filter(volgnummer=9).update(omschrijving="Gereed")
    kopie.statustypen.get(volgnummer=2).checklistitems.update(verplicht=True)
    assert zinnen(zaaktype, kopie) == [
        "Zaaktype: vertrouwelijkheidaanduiding is nu ‘vertrouwelijk’, was ‘zaakvertrouwelijk’.",
        "Zaaktype: termijn om te beslissen is nu ‘6 weken’, was ‘8 weken’.",
        "Zaaktype: wat bij dit zaaktype niet kan is nu ‘in behandeling nemen’, was leeg.",
        "Zaaktype: bezwaar mogelijk is nu ‘nee’, was ‘ja’.",
        "Zaaktype: wat verschillende mensen doen is nu ‘het besluit nemen’, was leeg.",
        "Status ‘Klaar’ is vervallen.",
        "Status ‘Bezig’: tekst voor de inwoner is nu leeg, was ‘Bezig.’.",
        "Controlepunt ‘Compleet’: verplicht is nu ‘ja’, was ‘nee’.",
        "Status ‘Gereed’ is nieuw.",
        "Gegeven ‘Wat is uw vraag?’: hulptekst is nu ‘Kort is goed.’, was leeg.",
    ]


def test_wat_verviel_staat_in_de_volgorde_van_de_oude_versie(zaaktype: Zaaktype, kopie: Zaaktype) -> None:
    for nummer, naam in enumerate("zyxwv", start=20):
        zaaktype.statustypen.create(volgnummer=nummer, omschrijving=naam, statustekst="x")
    assert zinnen(zaaktype, kopie) == [f"Status ‘{naam}’ is vervallen." for naam in "zyxwv"]


def test_een_voorwaarde_is_een_zin(zaaktype: Zaaktype, kopie: Zaaktype) -> None:
    for versie in (zaaktype, kopie):
        versie.gegevens.create(naam="hoogte", definitie="x", label="Hoe hoog?", soort="getal", doel="x", grondslag="x")
    kopie.gegevens.filter(naam="hoogte").update(
        toon_als={
            "alle": [
                {"gegeven": "vraag", "ingevuld": True},
                {"een": [{"gegeven": "vraag", "is": "ja"}, {"niet": {"gegeven": "vraag", "een_van": ["a", "b"]}}]},
            ]
        },
        validatie={"min": 3, "max_aantal": 2},
    )
    vraag = "Wat is uw vraag?"
    assert zinnen(zaaktype, kopie) == [
        f"Gegeven ‘Hoe hoog?’: wanneer de vraag er staat is nu ‘{vraag} is ingevuld en {vraag} is ja of "
        f"niet ({vraag} is een van a, b)’, was leeg.",
        "Gegeven ‘Hoe hoog?’: grenzen van het antwoord is nu ‘minstens 3, hoogstens 2 stuks’, was leeg.",
    ]


def test_keuzes_staan_er_met_wat_een_mens_leest(zaaktype: Zaaktype, kopie: Zaaktype) -> None:
    koop, huur = {"waarde": "koop", "label": "Koop"}, {"waarde": "huur", "label": "Huur"}
    for versie, keuzes in ((zaaktype, [koop]), (kopie, [koop, huur | {"hulp": "ook kamers"}])):
        versie.gegevens.update(soort="keuze", keuzes=keuzes)
    assert zinnen(zaaktype, kopie) == [
        "Gegeven ‘Wat is uw vraag?’: keuzes is nu ‘Koop, Huur (ook kamers)’, was ‘Koop’."
    ]
    kopie.gegevens.update(keuzes=[koop | {"waarde": "k"}])
    assert zinnen(zaaktype, kopie) == [
        "Gegeven ‘Wat is uw vraag?’: keuzes is nu ‘Koop (vaste waarde k)’, was ‘Koop (vaste waarde koop)’."
    ]
