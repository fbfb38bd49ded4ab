"""Every kind of message has its text in both languages and uses what it is given."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.conf import settings

from mijnzaken.berichten.opstellen import een_regel, stel_aankondiging_op, stel_op
from mijnzaken.berichten.soorten import SOORTEN

DATUMS = {"uiterlijk", "ontvangen_op", "bezwaar_tot", "nieuwe_termijn", "tot", "weer_vanaf", "per"}
MOMENTEN = {"glas_gebroken"}  # that say the day and the hour of a moment; elsewhere ``moment`` is text
MAP = Path(settings.BASIS) / "templates" / "berichten"


def gevuld(soort: str) -> dict[str, object]:
    dag = date(2026, 3, 9)
    waarden = {veld: dag if veld in DATUMS else f"<{veld}>" for veld in SOORTEN[soort].velden}
    if soort in MOMENTEN:
        waarden["moment"] = datetime(2026, 3, 9, 12, tzinfo=UTC)
    return waarden | {"naam": "A. Proef"}


def _is_datum(soort: str, veld: str) -> bool:
    return veld in DATUMS or (veld == "moment" and soort in MOMENTEN)


@pytest.mark.parametrize("taal, dag", [("nl", "9 maart 2026"), ("en", "9 March 2026")])
@pytest.mark.parametrize("soort", sorted(SOORTEN))
def test_elk_bericht_gebruikt_alles_wat_het_nodig_zegt_te_hebben(soort: str, taal: str, dag: str) -> None:
    opgesteld = stel_op(soort, taal, gevuld(soort))
    alles = f"{opgesteld.onderwerp}\n{opgesteld.tekst}"
    for veld in SOORTEN[soort].velden:
        assert (dag if _is_datum(soort, veld) else f"<{veld}>") in alles, veld
    assert "{" not in alles
    assert "&lt;" not in alles
    assert len(opgesteld.onderwerp) <= 200


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_er_is_precies_een_tekst_per_soort_en_geen_die_niemand_gebruikt(taal: str) -> None:
    assert {pad.stem for pad in (MAP / taal).glob("*.txt")} == {*SOORTEN, "aankondiging"}


@pytest.mark.parametrize("pad", sorted(MAP.glob("*/*.txt")), ids=lambda pad: f"{pad.parent.name}-{pad.stem}")
def test_een_tekst_vraagt_niets_wat_niet_gegeven_wordt(pad: Path) -> None:
    bekend = {"naam", "gemeente", "basisadres", "in_portaal", "code"} | (
        {"aard", "uiterlijk"} if pad.stem == "aankondiging" else set()
    )
    if pad.stem != "aankondiging":
        bekend |= set(SOORTEN[pad.stem].velden)
    gevraagd = set(re.findall(r"{[{%] *(?:if )?([a-z_]+)", pad.read_text())) - {"endif", "else"}
    assert gevraagd <= bekend


def test_wat_leeg_mag_zijn_laat_geen_gat() -> None:
    opgesteld = stel_op("ontvangst", "nl", gevuld("ontvangst") | {"uiterlijk": None})
    assert "uiterlijk op" not in opgesteld.tekst
    assert "None" not in opgesteld.tekst


def test_tekst_van_een_inwoner_is_geen_opmaak_en_geen_sjabloon() -> None:
    hostiel = "{{ gemeente }} {% include 'x' %} <script>alert(1)</script>"
    opgesteld = stel_op("vrij", "nl", {"naam": "A", "onderwerp": "Vraag", "tekst": hostiel})
    assert hostiel in opgesteld.tekst


@pytest.mark.parametrize(
    "getypt, regel",
    [
        ("Vraag\r\nBcc: iedereen@voorbeeld.example", "Vraag Bcc: iedereen@voorbeeld.example"),
        ("a\x00b\u2028c\td", "a b c d"),
        ("x" * 300, "x" * 199 + "…"),
    ],
)
def test_68_een_onderwerp_is_altijd_een_regel(getypt: str, regel: str) -> None:
    assert een_regel(getypt) == regel
    opgesteld = stel_op("vrij", "nl", {"naam": "A", "onderwerp": getypt, "tekst": "tekst"})
    assert opgesteld.onderwerp == regel
    assert opgesteld.tekst.startswith("Beste A,")


def test_45_een_aankondiging_noemt_alleen_soort_en_termijn() -> None:
    kaal = {stel_aankondiging_op(soort, "nl", date(2026, 3, 9)).onderwerp for soort in SOORTEN}
    assert kaal == {"U hebt een nieuw bericht van Gemeente Demostad"}
    tekst = stel_aankondiging_op("aanvulling_gevraagd", "nl", date(2026, 3, 9)).tekst
    assert "een vraag aan u" in tekst
    assert "9 maart 2026" in tekst
