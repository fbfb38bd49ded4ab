"""At the desk of 14070 what is shielded, and the own circle of the agent, do not exist."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.test import Client
from django.urls import reverse

from autorisatie.models import Gebruiker, PartijRelatie
from catalogus import klok
from mijnzaken.zaken.handelingen.afschermen import afschermen, partij_afschermen
from mijnzaken.zaken.models import Zaak
from tests.backoffice.kcc.conftest import NUMMER
from tests.fabrieken import gebruiker, medewerker, partij, registreer
from tests.gevaren.kaal import kaal

SUBSIDIE = "subsidie-verkeerslawaai"


def scherm_af(zaak: Zaak) -> None:
    afschermen(
        medewerker("tess"),
        zaak,
        reden="Zij wordt bedreigd.",
        genoemden=[gebruiker("karim")],
        toegang_tot=klok.vandaag() + timedelta(days=30),
    )


def test_het_klantbeeld_kent_een_afgeschermde_zaak_niet(anna_aan_de_lijn: Client) -> None:
    zaak, ander = registreer("anna", SUBSIDIE), registreer("anna", "parkeervergunning-bewoners")
    adres = reverse("kcc_zaak", args=[zaak.nummer])
    assert zaak.nummer in anna_aan_de_lijn.get(reverse("kcc_klant")).content.decode()
    assert anna_aan_de_lijn.get(adres).status_code == 200
    scherm_af(zaak)
    klantbeeld = anna_aan_de_lijn.get(reverse("kcc_klant"))
    assert zaak.nummer not in klantbeeld.content.decode()
    assert ander.nummer in klantbeeld.content.decode()
    assert not klantbeeld.context["contactpersoon"]
    weg, onbekend = anna_aan_de_lijn.get(adres), anna_aan_de_lijn.get(reverse("kcc_zaak", args=["2026-9999999"]))
    assert weg.status_code == onbekend.status_code == 404
    assert kaal(weg.content) == kaal(onbekend.content)


def test_wie_tijdens_het_gesprek_wordt_afgeschermd_is_meteen_weg(anna_aan_de_lijn: Client) -> None:
    assert anna_aan_de_lijn.get(reverse("kcc_klant")).status_code == 200
    partij_afschermen(
        medewerker("fleur"),
        partij("anna"),
        reden="Zij wordt bedreigd.",
        genoemden=[gebruiker("karim")],
        toegang_tot=klok.vandaag() + timedelta(days=30),
    )
    weg = anna_aan_de_lijn.get(reverse("kcc_klant"), follow=True)
    assert [pad for pad, _status in weg.redirect_chain] == [reverse("kcc")]
    gezocht = anna_aan_de_lijn.post(reverse("kcc_zoeken"), {"zoek": NUMMER}, follow=True)
    niemand = anna_aan_de_lijn.post(reverse("kcc_zoeken"), {"zoek": "+31610009999"}, follow=True)
    assert (gezocht.context["stap"], gezocht.context["niemand"]) == ("zoeken", True)
    assert (niemand.context["stap"], niemand.context["niemand"]) == ("zoeken", True)
    assert kaal(gezocht.content) == kaal(niemand.content)


def test_een_beller_uit_de_eigen_kring_wordt_niet_gevonden(mila: Client, verifieer: Callable[..., Any]) -> None:
    Gebruiker.objects.filter(gebruikersnaam="mila").update(partij=partij("bram"))
    assert mila.post(reverse("kcc_zoeken"), {"zoek": NUMMER}, follow=True).context["stap"] == "controleren"
    PartijRelatie.objects.create(van=partij("anna"), naar=partij("bram"), soort="huisgenoot", opgehaald_op=klok.nu())
    for zoek in (NUMMER, "anna@voorbeeld.example", "2900 AB 12"):
        gevonden = mila.post(reverse("kcc_zoeken"), {"zoek": zoek}, follow=True)
        assert "Vries" not in gevonden.content.decode(), zoek
        assert str(partij("anna").uuid) not in mila.session["gesprek"]["kandidaten"]
    assert verifieer().status_code == 302  # there is nobody to verify: back to the desk
    assert mila.get(reverse("kcc_klant"))["Location"] == reverse("kcc")
