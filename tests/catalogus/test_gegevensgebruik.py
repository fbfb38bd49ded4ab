"""The score of a zaaktype can be added up by hand."""

import pytest

from catalogus.gegevensgebruik import kleiner, punten, score
from catalogus.models import Bron, Gegeven
from catalogus.models.gegeven import Gegevensgroep, Mate


def _gegeven(naam: str = "naam", **anders: object) -> Gegeven:
    return Gegeven(**({"naam": naam, "doel": "Om te bellen.", "grondslag": "Awb 4:2"} | anders))


def test_elk_gegeven_telt_een_punt() -> None:
    assert punten(_gegeven()).totaal == 1


@pytest.mark.parametrize(
    ("groep", "erbij"),
    [
        (Gegevensgroep.ZAAK, 0),
        (Gegevensgroep.PERSOONSGEGEVENS, 1),
        (Gegevensgroep.FINANCIEEL, 2),
        (Gegevensgroep.BIJZONDER, 3),
    ],
)
def test_een_zwaardere_groep_telt_meer(groep: str, erbij: int) -> None:
    assert punten(_gegeven(gegevensgroep=groep)).totaal == 1 + erbij


@pytest.mark.parametrize(("mate", "erbij"), [(Mate.LAAG, 0), (Mate.MIDDEN, 1), (Mate.HOOG, 2)])
def test_een_gevoeliger_gegeven_telt_meer(mate: int, erbij: int) -> None:
    assert punten(_gegeven(gevoeligheid=mate)).totaal == 1 + erbij


def test_elke_ontvanger_telt_een_keer() -> None:
    assert punten(_gegeven(ontvangers=["Adviesbureau", "Aannemer", "Adviesbureau"])).totaal == 3


@pytest.mark.parametrize("leeg", [{"doel": " "}, {"grondslag": ""}, {"doel": "", "grondslag": ""}])
def test_zonder_doel_of_grondslag_komen_er_twee_punten_bij(leeg: dict[str, str]) -> None:
    rij = punten(_gegeven(**leeg))
    assert rij.totaal == 3
    assert len(rij.vragen) == len(leeg)


@pytest.mark.parametrize(
    ("bron", "stap", "voorvulling", "opvalt"),
    [
        (Bron.BRP, 1, "", True),
        (Bron.BRP, 1, "brp.naam", False),
        (Bron.BRP, None, "", False),
        (Bron.AANVRAGER, 1, "", False),
        (Bron.EIGEN, 1, "", False),
    ],
)
def test_wat_in_een_basisregistratie_staat_wordt_opgehaald(
    bron: str, stap: int | None, voorvulling: str, opvalt: bool
) -> None:
    rij = punten(_gegeven(bron=bron, stap_id=stap, voorvulling=voorvulling))
    assert rij.gevraagd_hoewel_elders is opvalt
    assert bool(rij.vragen) is opvalt


def test_een_kleinere_verzameling_telt_alleen_wat_blijft() -> None:
    rijen = [punten(_gegeven("een")), punten(_gegeven("twee", gegevensgroep=Gegevensgroep.BIJZONDER))]
    assert score(rijen) == 5
    assert kleiner(rijen, {"een"}) == 1
    assert kleiner(rijen, set()) == 0


BEKEKEN = {"minder": "Nee, het nummer is nodig om te bellen.", "doelbinding": "alleen"}


def test_elke_vraag_heeft_een_antwoord_of_staat_open() -> None:
    rij = punten(_gegeven(**BEKEKEN))
    assert rij.beoordeeld
    antwoorden = {str(a.vraag): str(a.antwoord) for a in rij.beoordeling}
    assert antwoorden["Waarvoor is het nodig?"] == "Om te bellen."
    assert antwoorden["Aan wie geven wij het?"] == "Aan niemand"
    assert antwoorden["Hoe strikt is het doel?"] == "alleen voor dit proces"
    assert "onweerlegbaarheid: laag" in antwoorden["Hoe goed moet het zijn?"]


@pytest.mark.parametrize(
    ("leeg", "vraag"),
    [
        ({"doel": " "}, "Waarvoor is het nodig?"),
        ({"grondslag": ""}, "Volgens welke regel mag het?"),
        ({"minder": " "}, "Kan het met minder, of minder precies?"),
        ({"doelbinding": ""}, "Hoe strikt is het doel?"),
        ({"bron": Bron.BRP, "stap_id": 1}, "Waar komt het vandaan?"),
    ],
)
def test_een_open_vraag_maakt_de_beoordeling_niet_af(leeg: dict[str, object], vraag: str) -> None:
    rij = punten(_gegeven(**(BEKEKEN | leeg)))
    assert not rij.beoordeeld
    assert [str(a.vraag) for a in rij.beoordeling if not a.antwoord] == [vraag]
