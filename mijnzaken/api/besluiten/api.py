"""Besluiten 1.1.0: decisions, to read."""

from autorisatie.actor import Applicatie
from autorisatie.models import Gegevensgroep
from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Api, Bron, Inhoud, Rijen, meld_aan
from mijnzaken.api.contract import Contract
from mijnzaken.api.zaken.betrokkenen import van_zaken
from mijnzaken.zaken.models import Besluit


def _rijen(actor: Applicatie) -> Rijen:
    return Besluit.objects.voor(actor).select_related("zaak")


def _vorm(rij: Besluit) -> Inhoud:
    return {
        "url": adres(f"/besluiten/api/v1/besluiten/{rij.uuid}"),
        "identificatie": rij.identificatie,
        "verantwoordelijkeOrganisatie": rij.verantwoordelijke_organisatie,
        "zaak": adres(f"/zaken/api/v1/zaken/{rij.zaak.uuid}") if rij.zaak else "",
        "datum": rij.datum,
        "toelichting": rij.toelichting,
        "ingangsdatum": rij.ingangsdatum,
        "vervaldatum": rij.vervaldatum,
        "uiterlijkeReactiedatum": rij.uiterlijke_reactiedatum,
    }


BESLUITEN = Bron(
    naam="besluiten",
    soort="besluit",
    pad="/besluiten",
    model=Besluit,
    rijen=_rijen,
    vorm=_vorm,
    lezen="besluiten.lezen",
    groep=Gegevensgroep.BESLUIT,
    betrokkenen=van_zaken,
)

API = meld_aan(Api(naam="besluiten", component="brc", contract=Contract("besluiten"), bronnen=[BESLUITEN]))
