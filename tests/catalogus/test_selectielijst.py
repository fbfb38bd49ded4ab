"""The Selectielijst: read from its file, kept up to date, and found by the addresses of its API."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from catalogus.models import Procestermijn, Selectielijstprocestype, Selectielijstresultaat
from catalogus.selectielijst import (
    OnbruikbareSelectielijst,
    lees_selectielijst,
    procestype_bij,
    resultaat_bij,
    werk_bij,
)

ECHT = Path(__file__).resolve().parents[3] / "shared" / "gegevens" / "selectielijst" / "selectielijst_2020.json"
API = "https://selectielijst.openzaak.nl/api/v1"
TYPE, GENERIEK, SPECIFIEK = (f"00000000-0000-4000-8000-00000000000{n}" for n in (1, 2, 3))


def rijen() -> list[dict[str, Any]]:
    return [
        {
            "model": "selectielijst.procestype",
            "pk": 1,
            "fields": {"uuid": TYPE, "nummer": 8, "naam": "Voorzieningen verstrekken", "jaar": 2020},
        },
        {
            "model": "selectielijst.resultaat",
            "pk": 10,
            "fields": {
                "uuid": GENERIEK,
                "proces_type": 1,
                "nummer": 1,
                "naam": "Verstrekt",
                "waardering": "vernietigen",
                "procestermijn": "bestaansduur_procesobject",
                "bewaartermijn": "P1Y",
            },
        },
        {
            "model": "selectielijst.resultaat",
            "pk": 11,
            "fields": {
                "uuid": SPECIFIEK,
                "proces_type": 1,
                "generiek_resultaat": 10,
                "nummer": 3,
                "naam": "Verstrekt",
                "omschrijving": "Subsidie",
                "waardering": "blijvend_bewaren",
                "procestermijn": "nihil",
                "bewaartermijn": None,
            },
        },
    ]


@pytest.mark.django_db
def test_een_resultaat_weet_zijn_nummer_waardering_en_termijn() -> None:
    werk_bij(lees_selectielijst(json.dumps(rijen())))
    een, twee = Selectielijstresultaat.objects.all()
    assert (str(een), str(twee)) == ("8.1 Verstrekt", "8.1.3 Verstrekt: Subsidie")
    assert (een.procestermijn, een.bewaartermijn) == (Procestermijn.BESTAANSDUUR, "P1Y")
    assert (twee.waardering, twee.bewaartermijn) == ("blijvend_bewaren", "")


@pytest.mark.django_db
def test_wat_uit_de_lijst_gaat_blijft_staan_en_heet_vervallen() -> None:
    assert len(werk_bij(lees_selectielijst(json.dumps(rijen()))).nieuw) == 3
    later = rijen()[:2]
    later[1]["fields"]["bewaartermijn"] = "P2Y"
    verslag = werk_bij(lees_selectielijst(json.dumps(later)))
    assert (verslag.gewijzigd, verslag.verdwenen) == (["8.1 Verstrekt"], ["8.1.3 Verstrekt: Subsidie"])
    assert verslag.gelijk == 1
    assert Selectielijstresultaat.objects.get(uuid=SPECIFIEK).vervallen
    assert werk_bij(lees_selectielijst(json.dumps(rijen()))).gewijzigd == ["8.1 Verstrekt", "8.1.3 Verstrekt: Subsidie"]
    assert not Selectielijstresultaat.objects.filter(vervallen=True).exists()


@pytest.mark.parametrize(
    ("verander", "reden"),
    [
        (lambda r: r[1]["fields"].update(proces_type=9), "procestype staat niet in de lijst"),
        (lambda r: r[1]["fields"].update(bewaartermijn="een jaar"), "Rij 10"),
        (lambda r: r[1]["fields"].update(waardering="weg"), "Rij 10"),
        (lambda r: r[0]["fields"].update(uuid="x"), "Rij 1"),
        (lambda r: r.__delitem__(0), "geen procestype"),
    ],
)
def test_een_lijst_die_niet_klopt_wordt_in_haar_geheel_geweigerd(verander: Any, reden: str) -> None:
    kapot = rijen()
    verander(kapot)
    with pytest.raises(OnbruikbareSelectielijst, match=reden):
        lees_selectielijst(json.dumps(kapot))


def test_wat_geen_json_is_wordt_geweigerd() -> None:
    with pytest.raises(OnbruikbareSelectielijst, match="JSON"):
        lees_selectielijst("nummer;naam")


@pytest.mark.django_db
def test_een_adres_van_de_lijst_wijst_naar_onze_rij() -> None:
    werk_bij(lees_selectielijst(json.dumps(rijen())))
    assert procestype_bij(f"{API}/procestypen/{TYPE}") == Selectielijstprocestype.objects.get()
    assert str(resultaat_bij(f"{API}/resultaten/{GENERIEK}")) == "8.1 Verstrekt"
    assert resultaat_bij(f"{API}/procestypen/{GENERIEK}") is None
    assert resultaat_bij(f"{API}/resultaten/{TYPE}") is None
    assert procestype_bij("geen adres") is None


@pytest.mark.django_db
@pytest.mark.skipif(not ECHT.exists(), reason="de echte Selectielijst ligt hier niet (shared/gegevens/selectielijst)")
def test_de_echte_selectielijst_2020_wordt_geladen() -> None:
    uit = StringIO()
    call_command("laad_selectielijst", str(ECHT), stdout=uit)
    assert uit.getvalue() == "Nieuw: 375\nVerdwenen: 0\nGewijzigd: 0\nGelijk gebleven: 0\n"
    assert Selectielijstprocestype.objects.count() == 29
    nog_eens = StringIO()
    call_command("laad_selectielijst", str(ECHT), stdout=nog_eens)
    assert "Nieuw: 0" in nog_eens.getvalue()
    assert "Gelijk gebleven: 375" in nog_eens.getvalue()
