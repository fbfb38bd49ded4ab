"""Finding a caller: exactly, by one query, and only what the agent may see."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from autorisatie.actor import Medewerker
from autorisatie.fouten import GeenRecht, Invoerfout
from autorisatie.models import Auditregel, Partij
from mijnzaken.bronnen.proefnummers import proef_bsn, proef_kvk
from mijnzaken.klanten.handelingen import beller_zoeken
from mijnzaken.klanten.zoeken import zoek_partijen
from tests.mijnzaken.rolverdeling import AGENT, als_medewerker, geef_adres, maak_bedrijf, maak_persoon

pytestmark = pytest.mark.django_db


@pytest.fixture
def mila() -> Medewerker:
    return als_medewerker("mila", AGENT)


@pytest.fixture
def anna() -> Partij:
    partij = maak_persoon(1)
    geef_adres(partij, "Anna@Voorbeeld.example")
    geef_adres(partij, "06 1234 5678", "telefoonnummer")
    return partij


@pytest.mark.parametrize(
    "soort, gezocht",
    [
        ("telefoon", {"nummer": "06-12345678"}),
        ("telefoon", {"nummer": "+31 6 12345678"}),
        ("telefoon", {"nummer": "0031612345678"}),
        ("email", {"adres": " ANNA@voorbeeld.EXAMPLE "}),
        ("naam_geboortedatum", {"achternaam": "de Vries", "geboortedatum": date(1984, 5, 17)}),
        ("naam_geboortedatum", {"achternaam": "VRIES", "geboortedatum": date(1984, 5, 17)}),
        ("adres", {"postcode": "2900 ab", "huisnummer": 12}),
        ("bsn", {"bsn": proef_bsn(1)}),
    ],
)
def test_een_beller_wordt_gevonden_op(mila: Medewerker, anna: Partij, soort: str, gezocht: dict[str, object]) -> None:
    maak_persoon(5, achternaam="Jansen", geboortedatum=date(1969, 2, 11), huisnummer=5)
    assert beller_zoeken(mila, soort=soort, **gezocht) == [anna]


@pytest.mark.parametrize(
    "soort, gezocht",
    [
        ("naam_geboortedatum", {"achternaam": "Vrie", "geboortedatum": date(1984, 5, 17)}),
        ("naam_geboortedatum", {"achternaam": "%", "geboortedatum": date(1984, 5, 17)}),
        ("naam_geboortedatum", {"achternaam": "de", "geboortedatum": date(1984, 5, 17)}),
        ("naam_geboortedatum", {"achternaam": "Vries", "geboortedatum": date(1984, 5, 18)}),
        ("email", {"adres": "nna@voorbeeld.example"}),
        ("telefoon", {"nummer": "0612345679"}),
        ("adres", {"postcode": "2900AB", "huisnummer": 1}),
        ("bsn", {"bsn": proef_bsn(2)}),
    ],
)
def test_17_een_deel_van_een_naam_of_adres_vindt_niemand(
    mila: Medewerker, anna: Partij, soort: str, gezocht: dict[str, object]
) -> None:
    assert beller_zoeken(mila, soort=soort, **gezocht) == []


@pytest.mark.parametrize(
    "soort, gezocht, veld",
    [
        ("telefoon", {"nummer": ""}, "nummer"),
        ("telefoon", {"nummer": "geen nummer"}, "nummer"),
        ("email", {"adres": "anna@"}, "adres"),
        ("email", {"adres": "a@b.nl\r\nBcc: x@y.nl"}, "adres"),
        ("naam_geboortedatum", {"achternaam": " ", "geboortedatum": date(1984, 5, 17)}, "achternaam"),
        ("naam_geboortedatum", {"achternaam": "Vries", "geboortedatum": None}, "geboortedatum"),
        ("adres", {"postcode": "2900", "huisnummer": 12}, "postcode"),
        ("adres", {"postcode": "2900AB", "huisnummer": None}, "huisnummer"),
        ("bsn", {"bsn": "12345"}, "bsn"),
        ("kvk", {"nummer": "1234567a"}, "nummer"),
        ("alles", {}, "soort"),
    ],
)
def test_een_onbruikbare_zoekvraag_zegt_bij_welk_veld(
    mila: Medewerker, soort: str, gezocht: dict[str, object], veld: str
) -> None:
    with pytest.raises(Invoerfout) as fout:
        zoek_partijen(mila, soort, **gezocht)
    assert list(fout.value.velden) == [veld]


def test_een_bedrijf_wordt_gevonden_op_kvk_nummer(mila: Medewerker) -> None:
    korenaar = maak_bedrijf(1)
    maak_bedrijf(2, "Fietsenmakerij Van Wijk")
    assert beller_zoeken(mila, soort="kvk", nummer=proef_kvk(1)) == [korenaar]


def test_een_vervallen_adres_vindt_niemand_meer(mila: Medewerker) -> None:
    partij = maak_persoon(1)
    geef_adres(partij, "oud@voorbeeld.example", vervallen_op="2026-01-01T00:00Z", is_standaard_adres=False)
    assert beller_zoeken(mila, soort="email", adres="oud@voorbeeld.example") == []


def test_de_eigen_kring_en_wie_is_afgeschermd_worden_niet_gevonden() -> None:
    zelf, ander = maak_persoon(7), maak_persoon(6, afgeschermd=True)
    agent = als_medewerker("joost", AGENT, partij=zelf)
    assert beller_zoeken(agent, soort="bsn", bsn=proef_bsn(7)) == []
    assert beller_zoeken(agent, soort="bsn", bsn=proef_bsn(6)) == []
    assert ander.afgeschermd


def test_zoeken_kost_een_vraag_aan_de_database_hoeveel_er_ook_gevonden_wordt(mila: Medewerker) -> None:
    def vragen() -> int:
        _ = mila.uitgesloten_partijen
        with CaptureQueriesContext(
            connection,
        ) as gemeten:
            zoek_partijen(mila, "adres", postcode="2900AB", huisnummer=12)
        return len(gemeten)

    maak_persoon(1)
    een = vragen()
    for nummer in range(2, 12):
        maak_persoon(nummer)
    assert een == vragen() == 1


def test_elke_zoekvraag_staat_in_het_logboek_zonder_waarop(mila: Medewerker, anna: Partij) -> None:
    beller_zoeken(mila, soort="bsn", bsn=proef_bsn(1))
    regel = Auditregel.objects.get(handeling="beller_zoeken")
    assert regel.bijzonderheden == {"soort": "bsn", "gevonden": 1}
    assert proef_bsn(1) not in str(regel.__dict__)


def test_wie_het_recht_niet_heeft_zoekt_niet(anna: Partij) -> None:
    with pytest.raises(GeenRecht):
        beller_zoeken(als_medewerker("karim", []), soort="bsn", bsn=proef_bsn(1))
    assert Auditregel.objects.get(handeling="beller_zoeken").uitkomst == "geweigerd"
