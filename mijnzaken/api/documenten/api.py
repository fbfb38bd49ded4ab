"""Documenten 1.7.0: documents without their content, to read."""

from autorisatie.actor import Applicatie
from autorisatie.models import Gegevensgroep
from catalogus.vertrouwelijkheid import naar_zgw
from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Api, Bron, Inhoud, Rijen, meld_aan
from mijnzaken.api.contract import Contract
from mijnzaken.documenten.models import Document


def _rijen(actor: Applicatie) -> Rijen:
    return Document.objects.voor(actor).prefetch_related("versies")


def _vorm(rij: Document) -> Inhoud:
    versie = rij.laatste
    return {
        "url": adres(f"/documenten/api/v1/enkelvoudiginformatieobjecten/{rij.uuid}"),
        "identificatie": rij.identificatie,
        "bronorganisatie": rij.bronorganisatie,
        "creatiedatum": rij.creatiedatum,
        "titel": rij.titel,
        "vertrouwelijkheidaanduiding": naar_zgw(rij.vertrouwelijkheidaanduiding),
        "auteur": rij.auteur,
        "status": rij.status,
        "formaat": versie.formaat,
        "taal": rij.taal,
        "versie": versie.versie,
        "beginRegistratie": versie.begin_registratie,
        "bestandsnaam": versie.bestandsnaam,
        "bestandsomvang": versie.bestandsomvang,
    }


DOCUMENTEN = Bron(
    naam="enkelvoudiginformatieobjecten",
    soort="enkelvoudiginformatieobject",
    pad="/enkelvoudiginformatieobjecten",
    model=Document,
    rijen=_rijen,
    vorm=_vorm,
    lezen="documenten.lezen",
    groep=Gegevensgroep.DOCUMENT,
    betrokkenen=lambda vraag, rijen: set(),
)

API = meld_aan(Api(naam="documenten", component="drc", contract=Contract("documenten"), bronnen=[DOCUMENTEN]))
