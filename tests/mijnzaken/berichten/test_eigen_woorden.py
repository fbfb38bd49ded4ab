"""The words of a zaaktype for a message, beside those that every zaaktype has."""

import re
from typing import Any

import pytest
from django.template import Context, Engine

from catalogus.berichtwoorden import REGELS, Gebeurtenis, fouten_in_onderwerp, fouten_in_tekst
from catalogus.models import Berichttekst
from mijnzaken.berichten.opstellen import Opgesteld, beginwoorden, stel_op
from mijnzaken.berichten.soorten import SOORTEN

MET_ANDERS = ("toestemming_gevraagd", False)  # what is absent is then not left out, but said in another way
GEVALLEN = [(g, alles) for g in Gebeurtenis for alles in (True, False) if (g, alles) != MET_ANDERS]


def _waarden(gebeurtenis: str, *, alles: bool) -> dict[str, Any]:
    waarden = {w.naam: w.voorbeeld if alles or not w.kan_ontbreken else None for w in REGELS[gebeurtenis].waarden}
    return {naam: waarde for naam, waarde in waarden.items() if naam != "gemeente"} | {"in_portaal": True}


def _zonder_gaten(opgesteld: Opgesteld) -> Opgesteld:
    return Opgesteld(opgesteld.onderwerp, re.sub(r"\n{3,}", "\n\n", opgesteld.tekst))


def test_elke_gebeurtenis_is_een_bericht_dat_bestaat_en_geeft_alles_wat_dat_nodig_heeft() -> None:
    for gebeurtenis, regels in REGELS.items():
        assert set(SOORTEN[gebeurtenis].velden) <= set(regels.namen), gebeurtenis


@pytest.mark.parametrize("taal", ["nl", "en"])
@pytest.mark.parametrize("gebeurtenis, alles", GEVALLEN)
def test_wie_de_gewone_woorden_overneemt_verandert_niets(gebeurtenis: str, taal: str, alles: bool) -> None:
    begin = beginwoorden(gebeurtenis, taal)
    eigen = Berichttekst(gebeurtenis=gebeurtenis, onderwerp=begin.onderwerp, tekst=begin.tekst)
    eigen.onderwerp_en, eigen.tekst_en = begin.onderwerp, begin.tekst
    assert not eigen.fouten()
    waarden = _waarden(gebeurtenis, alles=alles)
    assert stel_op(gebeurtenis, taal, waarden, eigen) == _zonder_gaten(stel_op(gebeurtenis, taal, waarden))


@pytest.mark.parametrize("taal", ["nl", "en"])
@pytest.mark.parametrize("gebeurtenis", Gebeurtenis)
def test_de_beginwoorden_mogen_zo_opgeslagen_worden(gebeurtenis: str, taal: str) -> None:
    begin = beginwoorden(gebeurtenis, taal)
    assert not list(fouten_in_onderwerp(REGELS[gebeurtenis], begin.onderwerp))
    assert not list(fouten_in_tekst(REGELS[gebeurtenis], begin.tekst))


def test_zonder_engelse_woorden_leest_wie_engels_leest_de_gewone() -> None:
    waarden = _waarden("gestopt", alles=True)
    eigen = Berichttekst(gebeurtenis="gestopt", onderwerp="Klaar", tekst="Hoi {naam}, {reden}")
    assert stel_op("gestopt", "nl", waarden, eigen).onderwerp == "Klaar"
    assert stel_op("gestopt", "en", waarden, eigen) == stel_op("gestopt", "en", waarden)


def test_een_onderwerp_blijft_een_regel_van_gewone_lengte() -> None:
    waarden = _waarden("gestopt", alles=True) | {"product": "Dakkapel\r\nBcc: iemand@example.org " * 20}
    eigen = Berichttekst(gebeurtenis="gestopt", onderwerp="Gestopt: {product}", tekst="{reden}")
    onderwerp = stel_op("gestopt", "nl", waarden, eigen).onderwerp
    assert "\n" not in onderwerp
    assert "\r" not in onderwerp
    assert len(onderwerp) <= 200


def test_opmaak_in_eigen_woorden_blijft_tekst() -> None:
    eigen = Berichttekst(gebeurtenis="gestopt", onderwerp="{product}", tekst="<script>alert(1)</script> {reden}")
    tekst = stel_op("gestopt", "nl", _waarden("gestopt", alles=True), eigen).tekst
    assert tekst.startswith("<script>")
    assert "&lt;script&gt;" in Engine().from_string("{{ t|linebreaks }}").render(Context({"t": tekst}))
