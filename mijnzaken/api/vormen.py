"""Rows as the standard writes them. References are absolute addresses of this installation."""

from typing import Any

from django.http import HttpRequest

from autorisatie.models import Applicatie
from catalogus.models import Zaaktype
from catalogus.vertrouwelijkheid import naar_zgw
from mijnzaken.documenten.models import Document
from mijnzaken.klanten.models import Klantcontact
from mijnzaken.zaken.models import Besluit, Zaak


def adres(request: HttpRequest, pad: str) -> str:
    return request.build_absolute_uri(pad)


def zaak(request: HttpRequest, rij: Zaak) -> dict[str, Any]:
    """Zaken 1.7.0 ``Zaak``."""
    return {
        "url": adres(request, f"/zaken/api/v1/zaken/{rij.uuid}"),
        "uuid": str(rij.uuid),
        "identificatie": rij.identificatie,
        "bronorganisatie": rij.bronorganisatie,
        "omschrijving": rij.omschrijving,
        "toelichting": rij.toelichting,
        "zaaktype": adres(request, f"/catalogi/api/v1/zaaktypen/{rij.zaaktype.uuid}"),
        "registratiedatum": rij.registratiedatum,
        "verantwoordelijkeOrganisatie": rij.verantwoordelijke_organisatie,
        "startdatum": rij.startdatum,
        "einddatum": rij.einddatum,
        "einddatumGepland": rij.einddatum_gepland,
        "uiterlijkeEinddatumAfdoening": rij.uiterlijke_einddatum,
        "vertrouwelijkheidaanduiding": naar_zgw(rij.vertrouwelijkheidaanduiding),
        "betalingsindicatie": rij.betalingsindicatie,
        "verlenging": {"reden": rij.verlenging_reden, "duur": rij.verlenging_duur} if rij.verlenging_duur else None,
        "opschorting": {"indicatie": rij.opschorting_indicatie, "reden": rij.opschorting_reden},
        "archiefnominatie": rij.archiefnominatie or None,
        "archiefstatus": rij.archiefstatus,
        "archiefactiedatum": rij.archiefactiedatum,
    }


def zaaktype(request: HttpRequest, rij: Zaaktype) -> dict[str, Any]:
    """Catalogi 1.3.3 ``ZaakType``."""
    return {
        "url": adres(request, f"/catalogi/api/v1/zaaktypen/{rij.uuid}"),
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


def document(request: HttpRequest, rij: Document) -> dict[str, Any]:
    """Documenten 1.7.0 ``EnkelvoudigInformatieObject``, without its content."""
    versie = rij.laatste
    return {
        "url": adres(request, f"/documenten/api/v1/enkelvoudiginformatieobjecten/{rij.uuid}"),
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


def besluit(request: HttpRequest, rij: Besluit) -> dict[str, Any]:
    """Besluiten 1.1.0 ``Besluit``."""
    return {
        "url": adres(request, f"/besluiten/api/v1/besluiten/{rij.uuid}"),
        "identificatie": rij.identificatie,
        "verantwoordelijkeOrganisatie": rij.verantwoordelijke_organisatie,
        "zaak": adres(request, f"/zaken/api/v1/zaken/{rij.zaak.uuid}") if rij.zaak else "",
        "datum": rij.datum,
        "toelichting": rij.toelichting,
        "ingangsdatum": rij.ingangsdatum,
        "vervaldatum": rij.vervaldatum,
        "uiterlijkeReactiedatum": rij.uiterlijke_reactiedatum,
    }


def applicatie(request: HttpRequest, rij: Applicatie) -> dict[str, Any]:
    """Autorisaties 1.1.0 ``Applicatie``; the secret is never shown."""
    return {
        "url": adres(request, f"/autorisaties/api/v1/applicaties/{rij.uuid}"),
        "clientIds": [rij.client_id],
        "label": rij.label,
        "heeftAlleAutorisaties": rij.heeft_alle_autorisaties,
    }


def klantcontact(request: HttpRequest, rij: Klantcontact) -> dict[str, Any]:
    """Klantinteracties 0.9 ``Klantcontact``."""
    return {
        "uuid": str(rij.uuid),
        "url": adres(request, f"/klantinteracties/api/v1/klantcontacten/{rij.uuid}"),
        "nummer": rij.nummer,
        "kanaal": rij.kanaal,
        "onderwerp": rij.onderwerp,
        "plaatsgevondenOp": rij.plaatsgevonden_op,
    }
