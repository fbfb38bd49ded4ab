"""The cases that write: applying, and deciding. What they need is made in the same transaction, and goes with it."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from catalogus import klok
from catalogus.models import Fase, Proces, Uitkomst, Zaaktype
from mijnzaken.meten import toneel, vloer
from mijnzaken.meten.inwoners import REDEN, VIJFHONDERD
from mijnzaken.meten.meting import Geval, Mislukt
from mijnzaken.meten.toneel import Toneel, burger
from mijnzaken.zaken.handelingen.besluiten import besluit_voorstellen
from mijnzaken.zaken.handelingen.concepten import concept_beginnen, concept_opslaan
from mijnzaken.zaken.models import Zaak

PRODUCT = "parkeervergunning-bewoners"
INGEVULD: dict[str, Any] = {
    "soort_aanvraag": "nieuw",
    "naam": "P. Proef",
    "adres": {"postcode": "2900AB", "huisnummer": 12, "straat": "Spoorlaan", "woonplaats": "Demostad"},
    "kenteken": "K-123-BB",
    "houder": "zelf",
    "eigen_plek": False,
}


def gevallen(podium: Toneel) -> Iterator[Geval]:
    zaak = (
        Zaak.objects.systeem(REDEN)
        .filter(fase=Fase.IN_BEHANDELING, behandelaar__gebruikersnaam__regex=r"^proef-\d\d-\d$", einddatum=None)
        .filter(proces__identificatie__startswith="proef-")
        .order_by("-pk")
        .first()
    )
    if zaak is None:
        raise Mislukt("Er is geen zaak in behandeling om in te schrijven. Vul de database verder met schaal.")
    yield _aanvragen(podium, zaak)
    yield _besluiten(podium, zaak)


def _aanvragen(podium: Toneel, zaak: Zaak) -> Geval:
    """Sending a form that was filled in."""
    proces = Proces.objects.get(identificatie=PRODUCT)
    zaaktype = Zaaktype.objects.geldig(proces, klok.vandaag())
    product = proces.kruistabel.select_related("product").first().product  # type: ignore[union-attr]
    browser, bewaard = podium.inwoner(VIJFHONDERD), {"uuid": ""}

    def vooraf() -> None:
        actor = burger(VIJFHONDERD)
        concept = concept_beginnen(actor, zaaktype, product, proces=proces)
        waarden = INGEVULD | {"ingangsdatum": klok.vandaag().isoformat()}
        bewaard["uuid"] = str(concept_opslaan(actor, concept, waarden).uuid)

    def doe() -> Any:
        adres = f"{reverse('aanvragen', args=[product.slug])}?concept={bewaard['uuid']}"
        return browser.post(adres, {"indienen": "1"})

    return Geval("aanvragen (POST)", doe, vloer.schrijf_bij(zaak), vooraf)


def _besluiten(podium: Toneel, zaak: Zaak) -> Geval:
    """A team lead takes the decision that a handler proposed."""
    browser = podium.medewerker("proef-leider")
    moment = zaak.zaaktype.besluitmomenten.get()
    behandelaar = toneel.staf(zaak.behandelaar.gebruikersnaam)  # type: ignore[union-attr]
    versie = {"nu": 0}

    def vooraf() -> None:
        voorstel = besluit_voorstellen(
            behandelaar, zaak.uuid, besluitmoment=moment, uitkomst=Uitkomst.TOEGEKEND, motivering="Alles klopt."
        )
        versie["nu"] = voorstel.zaak.versie

    def doe() -> Any:
        adres = reverse("zaak_handeling", args=[zaak.nummer, "besluiten"])
        return browser.post(adres, {"gezien_versie": versie["nu"]})

    return Geval("besluiten (POST)", doe, vloer.schrijf_bij(zaak), vooraf)
