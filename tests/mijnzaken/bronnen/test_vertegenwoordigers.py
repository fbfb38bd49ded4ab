"""Who acts by law comes from the registers, and ends when they stop saying it."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from autorisatie.models import Machtiging, Partij
from autorisatie.versleuteling import zoekwaarde
from catalogus import klok
from mijnzaken.bronnen import tasks
from mijnzaken.bronnen.brp import Brp
from mijnzaken.bronnen.ccbr import Ccbr
from mijnzaken.bronnen.client import BronNietBereikbaar
from mijnzaken.bronnen.gegevens import Vertegenwoordiging, achttien_op
from mijnzaken.bronnen.nagebootst import NagebootsteBrp
from mijnzaken.bronnen.proefnummers import proef_bsn, proef_kvk
from tests.mijnzaken.rolverdeling import maak_bedrijf, maak_persoon, machtig

pytestmark = pytest.mark.django_db
NU = datetime(2026, 3, 2, 9, tzinfo=UTC)
ANNA, MARK, LOTTE, FINN = (proef_bsn(n) for n in (1, 2, 3, 4))


@pytest.fixture(autouse=True)
def op_maandag() -> Any:
    with klok.op_moment(NU):
        yield


class Antwoord:
    """A register that gives one answer."""

    def __init__(self, inhoud: Any) -> None:
        self.inhoud = inhoud

    def vraag(self, pad: str, **_: Any) -> Any:
        return self.inhoud


def rijen(**filter_: Any) -> list[Machtiging]:
    return list(Machtiging.objects.systeem("proef").filter(**filter_).order_by("pk"))


def gezag(*regels: dict[str, Any], bsn: str = LOTTE) -> list[Vertegenwoordiging]:
    return Brp(Antwoord({"personen": [{"gezag": list(regels)}]})).gezag(bsn)


def test_een_ouder_die_hier_komt_handelt_voor_zijn_kinderen_en_leert_ze_ons_kennen() -> None:
    anna = maak_persoon(1)
    tasks.werk_relaties_bij(anna.pk)
    gevonden = rijen(gemachtigde=anna)
    assert [(m.gever.voornaam, m.aard, m.bron, m.geldig_tot) for m in gevonden] == [
        ("Lotte Johanna", "ouder", "brp", date(2032, 3, 8)),
        ("Finn", "ouder", "brp", date(2027, 1, 27)),
    ]
    assert all(m.geldt and m.mag_handelen and m.te_melden == "" for m in gevonden)
    tasks.werk_relaties_bij(anna.pk)
    assert rijen(gemachtigde=anna) == gevonden


def test_wat_de_brp_niet_meer_zegt_is_voorbij(monkeypatch: pytest.MonkeyPatch) -> None:
    anna = maak_persoon(1)
    tasks.werk_relaties_bij(anna.pk)
    monkeypatch.setattr(NagebootsteBrp, "vraag", lambda *a, **k: {"personen": [{"naam": {"geslachtsnaam": "Vries"}}]})
    tasks.werk_relaties_bij(anna.pk)
    assert {m.einde_reden for m in rijen()} == {"gezag_voorbij"}
    assert {m.te_melden for m in rijen()} == {"einde"}


def test_een_register_dat_niet_antwoordt_verandert_niets(monkeypatch: pytest.MonkeyPatch) -> None:
    anna = maak_persoon(1)
    tasks.werk_relaties_bij(anna.pk)

    def stuk(*_: Any, **__: Any) -> Any:
        raise BronNietBereikbaar("BRP", "antwoordt niet")

    monkeypatch.setattr(NagebootsteBrp, "vraag", stuk)
    assert tasks.werk_relaties_bij(anna.pk) is False
    assert all(m.geldt for m in rijen())


@pytest.mark.parametrize(
    "regel,wie",
    [
        ({"type": "EenhoofdigOuderlijkGezag", "ouder": {"burgerservicenummer": ANNA}}, [("ouder", ANNA)]),
        (
            {
                "type": "TweehoofdigOuderlijkGezag",
                "ouders": [{"burgerservicenummer": ANNA}, {"burgerservicenummer": MARK}],
            },
            [("ouder", ANNA), ("ouder", MARK)],
        ),
        (
            {
                "type": "GezamenlijkGezag",
                "ouder": {"burgerservicenummer": ANNA},
                "derde": {"type": "BekendeDerde", "burgerservicenummer": MARK},
            },
            [("ouder", ANNA), ("voogd", MARK)],
        ),
        ({"type": "Voogdij", "derden": [{"burgerservicenummer": MARK}]}, [("voogd", MARK)]),
        ({"type": "Voogdij", "derden": []}, []),
        ({"type": "TijdelijkGeenGezag"}, []),
        ({"type": "GezagNietTeBepalen", "ouder": {"burgerservicenummer": ANNA}}, []),
        ({"type": "IetsNieuws", "ouder": {"burgerservicenummer": ANNA}}, []),
    ],
)
def test_elk_soort_gezag_en_wat_wij_niet_kennen_geeft_niemand_iets(regel: Any, wie: list[tuple[str, str]]) -> None:
    assert [(een.aard, een.bsn) for een in gezag(regel)] == wie


@pytest.mark.parametrize("gezag_", [None, "ja", {}, []])
def test_zonder_antwoord_over_gezag_is_er_geen(gezag_: Any) -> None:
    assert Brp(Antwoord({"personen": [{"gezag": gezag_}]})).gezag(LOTTE) == []


def test_gezag_over_een_ander_kind_gaat_deze_persoon_niet_aan() -> None:
    regel = {
        "type": "EenhoofdigOuderlijkGezag",
        "ouder": {"burgerservicenummer": ANNA},
        "minderjarige": {"burgerservicenummer": FINN},
    }
    assert gezag(regel) == []
    assert [een.gever_bsn for een in gezag(regel, bsn=ANNA)] == [FINN]


@pytest.mark.parametrize(
    "kaart,aard",
    [
        ({"soort": "curatele", "begin": "2020-01-01"}, "curator"),
        ({"soort": "bewind", "begin": "2026-03-02"}, "bewindvoerder"),
        ({"soort": "mentorschap", "begin": "2020-01-01", "einde": "2026-03-02"}, "mentor"),
        ({"soort": "curatele", "begin": "2026-03-03"}, ""),
        ({"soort": "curatele", "begin": "2020-01-01", "einde": "2026-03-01"}, ""),
        ({"soort": "iets", "begin": "2020-01-01"}, ""),
        ({"soort": "curatele"}, ""),
    ],
)
def test_alleen_een_maatregel_die_vandaag_geldt(kaart: dict[str, Any], aard: str) -> None:
    kaart = {
        **kaart,
        "betrokkene": {"burgerservicenummer": LOTTE},
        "vertegenwoordigers": [{"kvkNummer": proef_kvk(3)}],
    }
    gevonden = Ccbr(Antwoord({"registerkaarten": [kaart]})).maatregelen(bsn=LOTTE)
    assert [(een.aard, een.kvk_nummer) for een in gevonden] == ([(aard, proef_kvk(3))] if aard else [])


def test_een_vreemd_antwoord_van_het_register_is_een_storing() -> None:
    with pytest.raises(BronNietBereikbaar):
        Ccbr(Antwoord(["?"])).maatregelen(bsn=LOTTE)


def test_het_hele_bedrijf_kiest_een_vestiging_en_niet_andersom() -> None:
    bedrijf = maak_bedrijf()
    vestiging = maak_bedrijf(vestigingsnummer="000900010002", vestiging_van=bedrijf)
    tasks.werk_relaties_bij(vestiging.pk)
    (rij,) = rijen()
    assert (rij.gever, rij.gemachtigde, rij.aard) == (vestiging, bedrijf, "hoofdvestiging")
    Partij.objects.systeem("proef").filter(pk=vestiging.pk).update(indicatie_actief=False)
    tasks.werk_relaties_bij(bedrijf.pk)
    assert rijen()[0].einde_reden == "gezag_voorbij"


def test_wie_overlijdt_volgens_de_brp_verliest_elke_machtiging(monkeypatch: pytest.MonkeyPatch) -> None:
    anna, bram = maak_persoon(1), maak_persoon(5, achternaam="Jansen")
    machtig(anna, bram)
    machtig(bram, anna)
    goed = NagebootsteBrp.vraag

    def overleden(zelf: Any, pad: str, **rest: Any) -> Any:
        antwoord = goed(zelf, pad, **rest)
        for persoon in antwoord.get("personen", ()):
            persoon["overlijden"] = {"datum": {"type": "Datum", "datum": "2026-03-01"}}
        return antwoord

    monkeypatch.setattr(NagebootsteBrp, "vraag", overleden)
    tasks.werk_relaties_bij(anna.pk)
    assert [m.einde_reden for m in rijen(bron="mijnzaken")] == ["overleden", "overleden"]
    assert not Machtiging.objects.systeem("proef").filter(Machtiging.geldend()).exists()


@pytest.mark.parametrize(
    "geboren,dag",
    [
        (date(2009, 1, 28), date(2027, 1, 28)),
        (date(2008, 2, 29), date(2026, 3, 1)),
        (date(2014, 2, 28), date(2032, 2, 28)),
    ],
)
def test_achttien_word_je_op_je_verjaardag(geboren: date, dag: date) -> None:
    assert achttien_op(geboren) == dag


def test_een_bsn_staat_niet_in_een_foutmelding() -> None:
    assert LOTTE not in repr(Vertegenwoordiging(LOTTE, "ouder", bsn=ANNA))
    assert zoekwaarde(LOTTE) != LOTTE
