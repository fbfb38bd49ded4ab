"""The table of rights of other systems over contacts and partijen: scope and operation (``rechten.txt``)."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from autorisatie.models import Applicatie, Partij
from autorisatie.scopelijst import SCOPES
from catalogus import klok
from mijnzaken.klanten.models import Betrokkene, Klantcontact, Rekeningnummer
from tests.fabrieken import REDEN, medewerker, partij
from tests.mijnzaken.api.klantinteracties.kcs import KIC, kcs
from tests.mijnzaken.api.systeem import Systeem, systeem
from tests.mijnzaken.api.test_rechten_van_applicaties import in_een_kladblok, lees_tabel

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gemeente", "op_maandag")]
KOLOMMEN, CELLEN = lees_tabel(Path(__file__).with_name("rechten.txt"))


@dataclass(frozen=True)
class Geval:
    """A contact, the person in it, and an account of his."""

    contact: Klantcontact
    betrokkene: Betrokkene
    wie: Partij
    rekening: Rekeningnummer


def _lijst(wie: Systeem, naam: str, rij: Any) -> str:
    antwoord = wie.haal(f"{KIC}/{naam}?pageSize=500")
    if antwoord.status_code != 200:
        return str(antwoord.status_code)
    return "ja" if str(rij.uuid) in {deel["uuid"] for deel in antwoord.json()["results"]} else "nee"


def _lezen(wie: Systeem, naam: str, rij: Any) -> str:
    return str(wie.haal(f"{KIC}/{naam}/{rij.uuid}").status_code)


def _wijzigen(wie: Systeem, naam: str, rij: Any, inhoud: dict[str, Any]) -> str:
    return str(wie.wijzig(f"{KIC}/{naam}/{rij.uuid}", inhoud).status_code)


def _verwijderen(wie: Systeem, naam: str, rij: Any) -> str:
    return str(wie.verwijder(f"{KIC}/{naam}/{rij.uuid}").status_code)


BEWERKINGEN: dict[str, Callable[[Systeem, Geval], str]] = {
    "contact-lijst": lambda wie, er: _lijst(wie, "klantcontacten", er.contact),
    "contact-lezen": lambda wie, er: _lezen(wie, "klantcontacten", er.contact),
    "contact-wijzigen": lambda wie, er: _wijzigen(wie, "klantcontacten", er.contact, {"onderwerp": "Anders"}),
    "contact-verwijderen": lambda wie, er: _verwijderen(wie, "klantcontacten", er.contact),
    "betrokkene-lezen": lambda wie, er: _lezen(wie, "betrokkenen", er.betrokkene),
    "betrokkene-verwijderen": lambda wie, er: _verwijderen(wie, "betrokkenen", er.betrokkene),
    "partij-lijst": lambda wie, er: _lijst(wie, "partijen", er.wie),
    "partij-lezen": lambda wie, er: _lezen(wie, "partijen", er.wie),
    "partij-wijzigen": lambda wie, er: _wijzigen(wie, "partijen", er.wie, {"interneNotitie": "Belt"}),
    "partij-verwijderen": lambda wie, er: _verwijderen(wie, "partijen", er.wie),
    "rekening-lezen": lambda wie, er: _lezen(wie, "rekeningnummers", er.rekening),
    "rekening-verwijderen": lambda wie, er: _verwijderen(wie, "rekeningnummers", er.rekening),
}


def _geval(wie: Partij, **velden: Any) -> Geval:
    nu = klok.nu()
    contact = Klantcontact.objects.create(
        kanaal="telefoon", onderwerp="Vraag", richting="inkomend", plaatsgevonden_op=nu, vastgelegd_op=nu, **velden
    )
    rekening = Rekeningnummer(partij=wie, vastgelegd_op=nu)
    rekening.zet_iban("NL91ABNA0417164300")
    rekening.save()
    return Geval(contact, Betrokkene.objects.create(klantcontact=contact, was_partij=wie), wie, rekening)


@pytest.fixture
def gevallen() -> dict[str, Geval]:
    elders = systeem("elders").applicatie
    nieuw = Partij.objects.create(soort_partij="persoon", achternaam="Bakker", zoeknaam="bakker")
    Partij.objects.systeem(REDEN).filter(pk=partij("wil").pk).update(afgeschermd=True)
    return {
        "eigen": _geval(nieuw, vertrouwelijk=True, applicatie=elders),  # from then on of who asks
        "ander-systeem": _geval(partij("anna"), applicatie=elders),
        "vertrouwelijk": _geval(partij("bram"), vertrouwelijk=True, applicatie=elders),
        "medewerker": _geval(partij("joost"), medewerker=medewerker("mila").gebruiker),
        "afgeschermd": _geval(partij("wil"), applicatie=elders),
    }


def _van(applicatie: Applicatie, geval: Geval) -> None:
    Klantcontact.objects.systeem(REDEN).filter(pk=geval.contact.pk).update(applicatie=applicatie)


def test_elk_systeem_krijgt_bij_contacten_en_partijen_wat_de_tabel_zegt(gevallen: dict[str, Geval]) -> None:
    anders = []
    for scope in dict.fromkeys(scope for scope, _ in CELLEN):
        wie = kcs(scope, scope)
        _van(wie.applicatie, gevallen["eigen"])
        for naam, bewerking in BEWERKINGEN.items():
            gekregen = [
                in_een_kladblok(lambda g=gevallen[kolom], b=bewerking, w=wie: b(w, g))  # type: ignore[misc]
                for kolom in KOLOMMEN
            ]
            if gekregen != CELLEN[scope, naam]:
                anders.append(f"{scope} {naam}: {gekregen} in plaats van {CELLEN[scope, naam]}")
    assert anders == []


def test_zonder_scope_van_klantinteracties_is_er_niets(gevallen: dict[str, Geval]) -> None:
    """Start from nothing."""
    niets = systeem("niets")
    for geval in gevallen.values():
        assert {in_een_kladblok(lambda g=geval, b=b: b(niets, g)) for b in BEWERKINGEN.values()} == {"403"}  # type: ignore[misc]


def test_de_tabel_noemt_elke_scope_van_klantinteracties_met_elke_bewerking() -> None:
    genoemd = {scope for scope, _ in CELLEN}
    assert genoemd == set(SCOPES["kic"])
    assert {bewerking for _, bewerking in CELLEN} == set(BEWERKINGEN)
    assert len(CELLEN) == len(genoemd) * len(BEWERKINGEN)
    assert all(len(cellen) == len(KOLOMMEN) for cellen in CELLEN.values())
