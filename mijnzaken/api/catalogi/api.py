"""Catalogi 1.3.3: the zaaktypen that were published, to read."""

from autorisatie.actor import Applicatie
from catalogus.models import Zaaktype
from catalogus.vertrouwelijkheid import naar_zgw
from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Api, Bron, Inhoud, Rijen, meld_aan
from mijnzaken.api.contract import Contract


def _rijen(actor: Applicatie) -> Rijen:
    return Zaaktype.objects.exclude(stand="concept").met_proces()


def _vorm(rij: Zaaktype) -> Inhoud:
    return {
        "url": adres(f"/catalogi/api/v1/zaaktypen/{rij.uuid}"),
        "identificatie": rij.identificatie,
        "omschrijving": rij.omschrijving,
        "vertrouwelijkheidaanduiding": naar_zgw(rij.vertrouwelijkheidaanduiding),
        "doel": rij.doel,
        "aanleiding": rij.aanleiding,
        "doorlooptijd": rij.doorlooptijd or None,
        "beginGeldigheid": rij.begin_geldigheid,
        "eindeGeldigheid": rij.einde_geldigheid,
        "versiedatum": rij.versiedatum,
        "concept": rij.concept,
    }


ZAAKTYPEN = Bron(
    naam="zaaktypen",
    soort="zaaktype",
    pad="/zaaktypen",
    model=Zaaktype,
    rijen=_rijen,
    vorm=_vorm,
    lezen="catalogi.lezen",
)

API = meld_aan(Api(naam="catalogi", component="ztc", contract=Contract("catalogi"), bronnen=[ZAAKTYPEN]))
