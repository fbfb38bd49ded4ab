"""Applying in the portal: step by step, kept by itself, sent once; another's draft does not exist."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from mijnzaken.documenten.opslag import uploads_van
from mijnzaken.zaken.handelingen.concepten import eigenaar_van_concept
from mijnzaken.zaken.models import Concept, Zaak
from tests.fabrieken import REDEN, begin_concept, burger, ververs
from tests.mijnzaken.documenten.proefbestanden import EICAR, bestand, pdf

SLUG = "subsidie-sanering-verkeerslawaai"
PAGINA = f"/mijn/aanvragen/{SLUG}/"
BESTAND = f"{PAGINA}bestand/"
STAP_1 = {"code_brief": "DEMO-2345", "rol_woning": "eigenaar_bewoner"}


def _concepten() -> Any:
    return Concept.objects.systeem(REDEN).order_by("pk")


def _zaken() -> int:
    return int(Zaak.objects.systeem(REDEN).count())


@pytest.fixture
def begonnen(anna: Client) -> str:
    """The address of the first step of a draft that anna just began."""
    antwoord = anna.post(PAGINA)
    assert antwoord.status_code == 302
    return str(antwoord["Location"])


@pytest.fixture
def klaar(anna: Client) -> Concept:
    """A draft of anna that can be sent."""
    return begin_concept(burger("anna"), "subsidie-verkeerslawaai")


def _stap(concept: Concept, nummer: int = 1) -> str:
    return f"{PAGINA}?concept={concept.uuid}&stap={nummer}"


def test_kijken_begint_niets(anna: Client) -> None:
    antwoord = anna.get(PAGINA)
    assert "Beginnen" in antwoord.content.decode()
    assert not _concepten().exists()


def test_wat_de_brp_weet_staat_er_al(anna: Client, begonnen: str) -> None:
    tekst = anna.get(begonnen.replace("stap=1", "stap=2")).content.decode()
    assert "de Vries" in tekst


def test_elke_stap_tot_en_met_versturen(anna: Client, klaar: Concept) -> None:
    """Every step shows what the draft holds, and sending what is shown leads to the next, up to the zaak."""
    adres, gezien = _stap(klaar), []
    for _ in range(10):
        pagina = anna.get(adres)
        assert pagina.status_code == 200
        if "bestandvragen" not in pagina.context:
            break
        gezien.append(adres)
        antwoord = anna.post(adres, _ingevuld(pagina.context["form"]))
        assert antwoord.status_code == 302, antwoord.context["form"].errors
        adres = antwoord["Location"]
    assert len(gezien) >= 3
    assert "Controleren en versturen" in pagina.content.decode()
    antwoord = anna.post(adres, {"indienen": "1"}, follow=True)
    zaak = ververs(Zaak.objects.systeem(REDEN).latest("pk"))
    assert zaak.nummer in antwoord.content.decode()
    assert antwoord.redirect_chain[0][0].startswith(reverse("mijn_zaak", args=[zaak.uuid]))


def _ingevuld(formulier: Any) -> dict[str, Any]:
    """What a browser sends when nobody changes anything."""
    data: dict[str, Any] = {}
    for veld in formulier:
        waarden = veld.subwidgets
        if hasattr(veld.field.widget, "widgets"):
            delen = veld.field.widget.get_context(veld.html_name, veld.value(), {})["widget"]["subwidgets"]
            data |= {deel["name"]: deel["value"] or "" for deel in delen}
        elif waarden and len(waarden) > 1:
            data[veld.html_name] = [str(w.data["value"]) for w in waarden if w.data["selected"]]
        else:
            waarde = veld.field.widget.format_value(veld.value())
            data[veld.html_name] = "" if waarde is None else waarde
    return data


def test_opslaan_vanzelf_bewaart_ook_wat_nog_niet_af_is(anna: Client, begonnen: str) -> None:
    antwoord = anna.post(f"{begonnen}&bewaar=1", {"code_brief": "DEMO-2345"})
    assert (antwoord.status_code, antwoord.json()) == (200, {"bewaard": True})
    assert _concepten().get().lees_waarden()["code_brief"] == "DEMO-2345"
    assert 'value="DEMO-2345"' in anna.get(begonnen).content.decode()


def test_concept_staat_op_het_overzicht_tot_het_weggegooid_is(anna: Client, begonnen: str) -> None:
    concept = _concepten().get()
    assert str(concept.uuid) in anna.get("/mijn/").content.decode()
    adres = reverse("concept_weggooien", args=[concept.uuid])
    assert anna.get(adres).status_code == 405
    assert "weggegooid" in anna.post(adres, follow=True).content.decode()
    assert str(concept.uuid) not in anna.get("/mijn/").content.decode()
    assert not _concepten().exists()
    assert anna.get(begonnen).status_code == 404


def test_later_verdergaan_en_vorige_bewaren_wat_er_staat(anna: Client, begonnen: str) -> None:
    anna.post(begonnen.replace("stap=1", "stap=2"), {"naam": "Anna", "vorige": "1"})
    antwoord = anna.post(begonnen, {"code_brief": "DEMO-6789", "later": "1"})
    assert antwoord["Location"] == "/mijn/"
    assert _concepten().get().lees_waarden()["code_brief"] == "DEMO-6789"


def test_wie_iets_overslaat_ziet_waar_het_ontbreekt_en_kan_niet_versturen(anna: Client, begonnen: str) -> None:
    controle = re.sub(r"stap=\d+", "stap=99", begonnen)
    assert "Er ontbreekt nog iets" in anna.get(controle).content.decode()
    antwoord = anna.post(controle, {"indienen": "1"})
    assert antwoord.status_code == 422
    assert "nog niet verstuurd" in antwoord.content.decode()
    assert _zaken() == 0


def test_twee_keer_versturen_is_een_zaak(anna: Client, klaar: Concept) -> None:
    adres = _stap(klaar, 99)
    een, twee = (anna.post(adres, {"indienen": "1"}) for _ in range(2))
    assert een["Location"] == twee["Location"]
    assert anna.get(adres)["Location"] == een["Location"]
    assert _zaken() == 1


@pytest.mark.parametrize("methode", ["get", "post"])
def test_concept_van_een_ander_bestaat_niet(inloggen: Callable[..., Client], klaar: Concept, methode: str) -> None:
    bram = inloggen("bram")
    assert getattr(bram, methode)(_stap(klaar)).status_code == 404
    assert getattr(bram, methode)(f"{PAGINA}?concept=geen-uuid").status_code == 404
    assert bram.post(reverse("concept_weggooien", args=[klaar.uuid])).status_code == 404
    assert bram.post(f"{BESTAND}?concept={klaar.uuid}&naam=foto_gevel", {"bestand": bestand(pdf())}).status_code == 404
    assert _concepten().filter(pk=klaar.pk).exists()


FOUTE_BESTANDEN = [
    ("virus.exe", b"MZ\x90\x00" + b"\0" * 200),
    ("plaatje.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    ("pagina.html", b"<!doctype html><script>alert(1)</script>"),
    ("factuur.pdf", b"MZ\x90\x00" + b"\0" * 200),
    ("factuur.pdf.exe", b"MZ\x90\x00" + b"\0" * 200),
    ("eicar.pdf", EICAR),
    ("leeg.pdf", b""),
]


@pytest.mark.parametrize("naam,inhoud", FOUTE_BESTANDEN)
def test_fout_bestand_krijgt_een_zin_en_laat_niets_na(anna: Client, begonnen: str, naam: str, inhoud: bytes) -> None:
    concept = _concepten().get()
    antwoord = anna.post(f"{BESTAND}?concept={concept.uuid}&naam=foto_gevel", {"bestand": bestand(inhoud, naam)})
    assert antwoord.status_code == 422
    assert antwoord.json()["fout"].endswith(".")
    assert uploads_van(eigenaar_van_concept(concept)) == {}


def test_te_groot_bestand(anna: Client, begonnen: str) -> None:
    concept = _concepten().get()
    groot = bestand(pdf() + b"\0" * (51 * 1024 * 1024), "groot.pdf")
    antwoord = anna.post(f"{BESTAND}?concept={concept.uuid}&naam=foto_gevel", {"bestand": groot})
    assert antwoord.status_code == 422
    assert "MB" in antwoord.json()["fout"]


def test_zonder_script_komt_de_pagina_terug_met_de_zin(anna: Client, klaar: Concept) -> None:
    """A browser without script sends the file with the form of its step."""
    for nummer in range(1, 9):
        pagina = anna.get(_stap(klaar, nummer))
        if any(v["gegeven"].naam == "foto_gevel" for v in pagina.context.get("bestandvragen", [])):
            break
    data = {**_ingevuld(pagina.context["form"]), "foto_gevel_bestand": bestand(b"MZ\x90\x00", "virus.exe")}
    antwoord = anna.post(_stap(klaar, nummer), data)
    assert antwoord.status_code == 422
    assert antwoord.context["bestandvragen"][0]["fout"] in antwoord.content.decode()
    goed = {**_ingevuld(pagina.context["form"]), "foto_gevel_bestand": bestand(pdf(), "gevel.pdf")}
    assert anna.post(_stap(klaar, nummer), goed).status_code == 302


def test_bestand_bij_een_vraag_die_er_niet_is(anna: Client, begonnen: str) -> None:
    concept = _concepten().get()
    antwoord = anna.post(f"{BESTAND}?concept={concept.uuid}&naam=naam", {"bestand": bestand(pdf())})
    assert antwoord.status_code == 404
    assert uploads_van(eigenaar_van_concept(concept)) == {}
    assert anna.post(f"{BESTAND}weg/?concept={concept.uuid}&naam=foto_gevel", {"bestand": "x"}).status_code == 404


def test_wie_net_verstuurde_leest_een_keer_dat_het_is_ontvangen(anna: Client, klaar: Concept) -> None:
    bladzijde = str(anna.post(f"{PAGINA}?concept={klaar.uuid}", {"indienen": "1"})["Location"])
    lood = '<p class="mz-lead">Wij hebben uw aanvraag ontvangen.'
    net, later = (anna.get(adres).content.decode() for adres in (bladzijde, bladzijde.partition("?")[0]))
    assert "Wij hebben uw aanvraag ontvangen" in net
    assert lood not in net
    assert lood in later
