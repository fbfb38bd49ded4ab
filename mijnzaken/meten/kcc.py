"""The cases of the contact centre: who calls, what there is of him, what must be called back."""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse

from catalogus import klok
from mijnzaken.klanten.models import SoortControle, Verificatie
from mijnzaken.meten import inwoners, vloer
from mijnzaken.meten.inwoners import CLIENT, REDEN
from mijnzaken.meten.medewerkers import medewerker
from mijnzaken.meten.meting import Geval
from mijnzaken.meten.toneel import Toneel, staf
from mijnzaken.zaken.lijst import Filter, lijst
from mijnzaken.zaken.models import Zaak


def gevallen(podium: Toneel) -> Iterator[Geval]:
    wie = inwoners.iemand()
    browser, adres = podium.medewerker("proef-kcc"), reverse("kcc_zoeken")
    kaal = vloer.rijen_van(type(wie), [wie.pk])
    nummer = inwoners.telefoon_van(wie)
    yield Geval("beller zoeken op telefoon (POST)", lambda: browser.post(adres, {"zoek": nummer}), kaal)
    naam = {"achternaam": wie.achternaam, "geboortedatum": str(wie.geboortedatum)}
    yield Geval("beller zoeken op naam (POST)", lambda: browser.post(adres, naam), kaal)
    yield _klantbeeld(podium)
    yield _notities(podium)


def _klantbeeld(podium: Toneel) -> Geval:
    partij = inwoners.partij(CLIENT)
    nu = klok.nu()
    verificatie = Verificatie(
        partij=partij,
        gebruiker=medewerker("proef-kcc"),
        goed=[SoortControle.ADRES.value, SoortControle.GEBOORTEDATUM.value],
        gelukt=True,
        doel="meten",
        moment=nu,
        verloopt_op=nu + timedelta(minutes=45),
    )
    gesprek = {
        "gevonden_op": "telefoon",
        "gekozen": True,
        "partij": str(partij.uuid),
        "verificatie": str(verificatie.uuid),
    }
    browser = podium.medewerker("proef-kcc", gesprek=gesprek)
    rijen = lijst(staf("proef-kcc"), Filter(partij=partij.pk), sortering="-binnenkomst", aantal=50).rijen

    def vooraf() -> None:
        verificatie.pk = None
        verificatie.save(force_insert=True)

    return Geval(
        "klantbeeld van iemand met 500 zaken", lambda: browser.get(reverse("kcc_klant")), vloer.zaken(rijen), vooraf
    )


def _notities(podium: Toneel) -> Geval:
    naam = "proef-03-1"
    rijen = Zaak.objects.systeem(REDEN).filter(terugbel__isnull=False, team__naam="Proefteam 03", einddatum=None)
    kaal = vloer.zaken(rijen.order_by("termijnsleutel", "pk")[:25])
    browser = podium.medewerker(naam)
    return Geval("terugbelnotities van een team", lambda: browser.get(reverse("terugbelnotities")), kaal)
