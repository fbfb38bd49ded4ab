"""A catalogue file is loaded whole or refused whole, with the line and the reason; loading it again changes nothing."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.utils.translation import override

from catalogus.models import Afdeling, Catalogus, Dienst, Proces, SoortDossierstap, Team, Zaaktype
from catalogus.uitwisseling.fouten import OnbruikbaarBestand
from catalogus.uitwisseling.laden import laad
from catalogus.uitwisseling.lezen import lees
from catalogus.uitwisseling.ontleden import ontleed
from catalogus.uitwisseling.schrijven import schrijf
from tests.catalogus.conftest import Bestand, Laden
from tests.dossiers import maak_dossier, zet_stap

pytestmark = pytest.mark.django_db


def versie(bestand: Bestand) -> dict[str, Any]:
    gevonden: dict[str, Any] = bestand["processen"][0]["versies"][0]
    return gevonden


def test_herhaald_laden_verandert_niets(klein: Bestand, laad_bestand: Laden) -> None:
    assert laad_bestand(klein).veranderde_iets
    verslag = laad_bestand(klein)
    assert not verslag.veranderde_iets
    assert verslag.zinnen() == [f"Niets veranderd: alle {verslag.gelijk} onderdelen waren al zo."]


def test_de_volgorde_in_het_bestand_betekent_niets(klein: Bestand, laad_bestand: Laden) -> None:
    laad_bestand(klein)
    versie(klein)["statustypen"].reverse()
    assert not laad_bestand(klein).veranderde_iets


def test_wat_geschreven_wordt_leest_terug_als_hetzelfde(zaaktype: Zaaktype, laad_bestand: Laden) -> None:
    tekst = schrijf(Catalogus.objects.get())
    assert not laad_bestand(tekst).veranderde_iets
    assert schrijf(Catalogus.objects.get()) == tekst


def test_een_lange_tekst_mag_als_lijst_met_regels(klein: Bestand, laad_bestand: Laden) -> None:
    versie(klein)["wat_gebeurt_er"] = ["Eerst dit.", "", "Dan dat."]
    laad_bestand(klein)
    assert Zaaktype.objects.get().wat_gebeurt_er == "Eerst dit.\n\nDan dat."


def test_een_gewijzigd_team_houdt_zijn_identiteit(klein: Bestand, laad_bestand: Laden) -> None:
    laad_bestand(klein)
    oud = Team.objects.get()
    klein["diensten"][0]["afdelingen"] = [
        {"naam": "Nieuwe afdeling", "teams": [{"naam": "Team", "omschrijving": "Anders"}]}
    ]
    laad_bestand(klein)
    nieuw = Team.objects.get()
    assert (nieuw.pk, nieuw.uuid, nieuw.omschrijving) == (oud.pk, oud.uuid, "Anders")
    assert nieuw.afdeling.naam == "Nieuwe afdeling"
    assert Afdeling.objects.count() == 2, "wat het bestand niet noemt, blijft staan"


def test_een_gepubliceerde_versie_verandert_niet_meer(klein: Bestand, laad_bestand: Laden) -> None:
    laad_bestand(klein)
    versie(klein)["doel"] = "Iets anders."
    with pytest.raises(OnbruikbaarBestand, match="is gepubliceerd en verandert niet meer"):
        laad_bestand(klein)
    assert Zaaktype.objects.get().doel == "Proberen."


def test_een_nieuwe_versie_beeindigt_de_vorige(klein: Bestand, laad_bestand: Laden) -> None:
    laad_bestand(klein)
    tweede = json.loads(json.dumps(versie(klein))) | {
        "versienummer": 2,
        "begin_geldigheid": "2026-01-01",
        "doel": "Beter.",
    }
    versie(klein).update(stand="beeindigd", einde_geldigheid="2026-01-01")
    klein["processen"][0]["versies"].append(tweede)
    laad_bestand(klein)
    een, twee = Zaaktype.objects.order_by("versienummer")
    assert (een.stand, twee.stand, twee.doel) == ("beeindigd", "gepubliceerd", "Beter.")


def test_een_concept_in_het_bestand_vervangt_het_concept(klein: Bestand, laad_bestand: Laden) -> None:
    versie(klein)["stand"] = "concept"
    laad_bestand(klein)
    oud = Zaaktype.objects.get()
    versie(klein)["gegevens"][0]["label"] = "Een betere vraag?"
    laad_bestand(klein)
    nieuw = Zaaktype.objects.get()
    assert (nieuw.pk, nieuw.gegevens.get().label) == (oud.pk, "Een betere vraag?")


def test_een_versie_die_niet_door_de_controles_komt_wordt_geweigerd(klein: Bestand, laad_bestand: Laden) -> None:
    versie(klein)["gegevens"][0]["doel"] = ""
    with pytest.raises(OnbruikbaarBestand, match=r"heeft geen doel"):
        laad_bestand(klein)
    assert not Proces.objects.exists()


def test_een_bestand_gaat_niet_om_het_aansluitdossier_heen(klein: Bestand, laad_bestand: Laden) -> None:
    """A process that comes with a file ran already; from the moment that it has a dossier here, that decides."""
    laad_bestand(klein)
    dossier = maak_dossier(Proces.objects.get(identificatie="proef"), zonder=SoortDossierstap.IB_TOETS)
    tweede = json.loads(json.dumps(versie(klein))) | {"versienummer": 2, "begin_geldigheid": "2026-01-01"}
    versie(klein).update(stand="beeindigd", einde_geldigheid="2026-01-01")
    klein["processen"][0]["versies"].append(tweede)
    with pytest.raises(OnbruikbaarBestand, match="IB-toets: nog niet begonnen"):
        laad_bestand(klein)
    zet_stap(dossier, SoortDossierstap.IB_TOETS)
    laad_bestand(klein)
    assert Zaaktype.objects.get(versienummer=2).stand == "gepubliceerd"


def test_een_fout_achteraan_laat_ook_het_begin_niet_achter(klein: Bestand, laad_bestand: Laden) -> None:
    versie(klein)["taaktypen"].append({"naam": "x", "omschrijving": "x", "soort": "bevestigen"})
    with pytest.raises(OnbruikbaarBestand, match="Een taak voor de inwoner heeft een termijn"):
        laad_bestand(klein)
    assert not Dienst.objects.exists()


REGEL = {"code": "x", "omschrijving": "x", "termijn": "8 weken", "grondslag": "x", "geldig_van": "2020-01-01"}
KERST = {"datum": "2026-12-25", "omschrijving": "Kerst"}
DOCUMENT = {"omschrijving": "B", "informatieobjectcategorie": "b", "begin_geldigheid": "2020-01-01"}
KAPOT: list[tuple[str, Any, str]] = [
    ("diensten", [{"naam": "D"}], "directeur: ontbreekt"),
    ("diensten", "geen lijst", "hier hoort een lijst te staan"),
    ("diensten", [3], "hier hoort een object te staan"),
    ("dienst", [], "'dienst' is hier niet bekend. Bedoelt u diensten?"),
    ("catalogus", {"domein": "TELANG", "rsin": "1", "contactpersoon_beheer_naam": "x"}, "domein: "),
    ("vrijedagen", [KERST | {"datum": "31-12-2026"}], "datum: "),
    ("vrijedagen", [KERST | {"omschrijving": 3}], "omschrijving: hier hoort een tekst te staan"),
    ("vrijedagen", [KERST | {"omschrijving": "x\x00"}], "bevat een teken dat niet mag"),
    ("vrijedagen", [KERST, KERST], "staat hier twee keer"),
    ("termijnregels", [REGEL], "Schrijf een periode als P8W"),
    ("informatieobjecttypen", [DOCUMENT | {"concept": "ja"}], "true of false"),
    (
        "informatieobjecttypen",
        [DOCUMENT | {"vertrouwelijkheidaanduiding": "knus"}],
        "'knus' kan hier niet; kies uit openbaar",
    ),
]


@pytest.mark.parametrize("deel, waarde, reden", KAPOT)
def test_een_kapot_bestand_wordt_geweigerd_met_de_reden(
    klein: Bestand, laad_bestand: Laden, deel: str, waarde: Any, reden: str
) -> None:
    klein[deel] = waarde
    with pytest.raises(OnbruikbaarBestand) as fout:
        laad_bestand(klein)
    assert reden in str(fout.value)
    assert not Dienst.objects.exists()


def test_alle_fouten_komen_tegelijk_met_hun_regel(klein: Bestand, laad_bestand: Laden) -> None:
    versie(klein)["termijnregime"] = "eeuwig"
    versie(klein)["gegevens"][0]["soort"] = "telepathie"
    with pytest.raises(OnbruikbaarBestand) as fout:
        laad_bestand(klein)
    regels = json.dumps(klein, indent=1).split("\n")
    assert len(fout.value.fouten) == 2
    for melding, woord in zip(fout.value.fouten, ("eeuwig", "telepathie"), strict=True):
        assert woord in regels[melding.regel - 1]
        assert melding.bestand == "proef.json"


def test_een_verwijzing_naar_niets_noemt_wat_erop_lijkt(klein: Bestand, laad_bestand: Laden) -> None:
    versie(klein)["taaktypen"][0]["bij_statustype"] = "Bezigg"
    klein["processen"][0]["team"] = "Teem"
    with pytest.raises(OnbruikbaarBestand, match=r"'Bezigg' bestaat niet. Bedoelt u 'Bezig'\?"):
        laad_bestand(klein)
    versie(klein)["taaktypen"][0]["bij_statustype"] = "Bezig"
    with pytest.raises(OnbruikbaarBestand, match=r"'Teem' bestaat niet. Bedoelt u 'Team'\?"):
        laad_bestand(klein)


@pytest.mark.parametrize(
    "tekst, regel, reden",
    [
        ("", 1, "geen geldige JSON"),
        ('{"soort":\n "mijnzaken-catalogus",\n}', 3, "geen geldige JSON"),
        ('{"a": 1,\n\n "a": 2}', 3, "'a' staat hier twee keer"),
        ('{"a": NaN}', 1, "geen geldige JSON"),
        ('{"a": 1} toch nog iets', 1, "na het einde"),
        ("[" * 100_000, 1, "te diep genest"),
        ('{"soort": "recept"}', 1, "dit is geen catalogusbestand"),
        ("[]", 1, "dit is geen catalogusbestand"),
        (b'{\n"naam": "\xff"}', 2, "geen tekst in UTF-8"),
    ],
)
def test_wat_geen_catalogus_is_wordt_geweigerd_op_de_regel(
    laad_bestand: Laden, tekst: str | bytes, regel: int, reden: str
) -> None:
    with pytest.raises(OnbruikbaarBestand) as fout:
        laad_bestand(tekst)
    assert reden in str(fout.value)
    assert fout.value.fouten[0].regel == regel


def test_wie_engels_leest_leest_de_reden_in_het_engels(klein: Bestand, laad_bestand: Laden) -> None:
    klein["processen"][0]["team"] = "Teem"
    with override("en"), pytest.raises(OnbruikbaarBestand) as fout:
        laad_bestand(klein)
    assert re.search(r"proef.json, line \d+ .*: team: 'Teem' does not exist. Do you mean 'Team'\?", str(fout.value))


def test_twee_bestanden_vormen_samen_een_catalogus(tmp_path: Path, klein: Bestand) -> None:
    los = {"soort": klein["soort"], "formaat": 1, "processen": klein.pop("processen")}
    for naam, inhoud in (("b.json", los), ("a.json", klein)):
        (tmp_path / naam).write_text(json.dumps(inhoud))
    laad(lees(sorted(tmp_path.glob("*.json"))))
    assert Proces.objects.get().team.naam == "Team"


def test_dezelfde_rij_in_twee_bestanden_wordt_geweigerd(tmp_path: Path, klein: Bestand) -> None:
    for naam in ("a.json", "b.json"):
        (tmp_path / naam).write_text(json.dumps(klein))
    with pytest.raises(OnbruikbaarBestand, match="staat er al"):
        lees(sorted(tmp_path.glob("*.json")))


def test_de_ontleder_leest_wat_json_leest() -> None:
    tekst = ' {"a": [1, -2.5e3, true, false, null, "x\\u00e9\\n"], "b": {}, "c": []} '
    waarde, regels = ontleed(tekst, "x")
    assert waarde == json.loads(tekst)
    assert regels["a", 3] == 1
