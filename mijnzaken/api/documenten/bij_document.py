"""What belongs to a document: ``/gebruiksrechten``, ``/verzendingen`` and ``/objectinformatieobjecten``."""

from collections.abc import Mapping
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from autorisatie.actor import Applicatie
from autorisatie.models import Gegevensgroep
from mijnzaken.api import verwijzing
from mijnzaken.api.adressen import adres, eigen_pad, laatste_uuid
from mijnzaken.api.bron import Bron, Inhoud, Rijen
from mijnzaken.api.documenten import document
from mijnzaken.api.documenten.document import betrokkenen, over_object, pad
from mijnzaken.api.kolommen import lees, schrijf
from mijnzaken.api.lijst import verwijst
from mijnzaken.api.vraag import Vraag
from mijnzaken.documenten.models import Document, Gebruiksrecht, ObjectInformatieobject, Verzending
from mijnzaken.zaken.handelingen import bij_document as handelingen

EIO = "documenten.enkelvoudiginformatieobjecten"
_OBJECTEN = {"zaak": "zaken.zaken", "besluit": "besluiten.besluiten"}
_ADRES_VAN = {"zaak": "/zaken/api/v1/zaken/", "besluit": "/besluiten/api/v1/besluiten/"}


def _hoofd(rij: Any) -> tuple[str, UUID, str]:
    return document.hoofd(rij.document)


def _kenmerken(rij: Any) -> Mapping[str, str]:
    return document.kenmerken(rij.document)


def _bij_document(**velden: Any) -> Bron:
    """Its scope, its log, its audit trail and its notification are those of the document."""
    vast: dict[str, Any] = {
        "pad": f"/{velden['naam']}",
        "lezen": "documenten.lezen",
        "groep": Gegevensgroep.DOCUMENT,
        "betrokkenen": betrokkenen,
        "hoofd": _hoofd,
        "kanaal": "documenten",
        "kenmerken": _kenmerken,
        "uitklap": {"informatieobject": EIO},
        "weergave": lambda rij: rij.document.titel,
    }
    filters = {"informatieobject": verwijst("document__uuid", EIO), **velden.pop("filters", {})}
    return Bron(**vast | velden, filters=filters)


def _rijen_van(model: Any) -> Any:
    def rijen(actor: Applicatie) -> Rijen:
        return model.objects.voor(actor).select_related("document__informatieobjecttype")

    return rijen


def _eigen(soort: str, rij: Any) -> Inhoud:
    return {
        "url": adres(pad(soort, rij.uuid)),
        "informatieobject": adres(pad("enkelvoudiginformatieobjecten", rij.document.uuid)),
    }


def _genoemd(vraag: Vraag) -> Document:
    document: Document = verwijzing.toegelaten(vraag, "informatieobject", EIO)
    return document


def _blijft(vraag: Vraag, rij: Any) -> None:
    verwijzing.blijft(vraag, informatieobject=(EIO, rij.document))


# -- gebruiksrechten ---------------------------------------------------------------------------------------------------

_VAN_HET_RECHT = {
    "startdatum": "startdatum",
    "einddatum": "einddatum",
    "omschrijvingVoorwaarden": "omschrijving_voorwaarden",
}


def _gebruiksrecht(rij: Gebruiksrecht) -> Inhoud:
    return _eigen("gebruiksrechten", rij) | lees(rij, _VAN_HET_RECHT)


def _recht_maken(vraag: Vraag) -> Any:
    return handelingen.gebruiksrecht_vastleggen(
        vraag.actor, _genoemd(vraag), schrijf(vraag.gegevens, Gebruiksrecht, _VAN_HET_RECHT)
    )


def _recht_wijzigen(vraag: Vraag, rij: Gebruiksrecht) -> Any:
    _blijft(vraag, rij)
    return handelingen.gebruiksrecht_wijzigen(vraag.actor, rij, schrijf(vraag.gegevens, Gebruiksrecht, _VAN_HET_RECHT))


def _recht_weg(vraag: Vraag, rij: Gebruiksrecht) -> None:
    handelingen.gebruiksrecht_verwijderen(vraag.actor, rij)


GEBRUIKSRECHTEN = _bij_document(
    naam="gebruiksrechten",
    soort="gebruiksrechten",
    schema="Gebruiksrechten",
    model=Gebruiksrecht,
    rijen=_rijen_van(Gebruiksrecht),
    vorm=_gebruiksrecht,
    gepagineerd=False,
    filters={
        f"{datum}__{vergelijking}": f"{datum}__{vergelijking}"
        for datum in ("startdatum", "einddatum")
        for vergelijking in ("lt", "lte", "gt", "gte")
    },
    aanmaken=_recht_maken,
    bijwerken=_recht_wijzigen,
    verwijderen=_recht_weg,
)


# -- verzendingen ------------------------------------------------------------------------------------------------------

_VAN_DE_VERZENDING = {
    "betrokkene": "betrokkene",
    "aardRelatie": "aard_relatie",
    "toelichting": "toelichting",
    "ontvangstdatum": "ontvangstdatum",
    "verzenddatum": "verzenddatum",
    "contactPersoon": "contact_persoon",
    "contactpersoonnaam": "contactpersoonnaam",
    "mijnOverheid": "mijn_overheid",
}
_NUMMERS = {"faxnummer": "faxnummer", "emailadres": "emailadres", "telefoonnummer": "telefoonnummer"}
_ADRESSEN = {
    "binnenlandsCorrespondentieadres": "binnenlands_correspondentieadres",
    "buitenlandsCorrespondentieadres": "buitenlands_correspondentieadres",
    "correspondentiePostadres": "correspondentie_postadres",
}


def _verzending(rij: Verzending) -> Inhoud:
    return (
        _eigen("verzendingen", rij)
        | lees(rij, _VAN_DE_VERZENDING)
        | {naam: getattr(rij, kolom) or None for naam, kolom in (_ADRESSEN | _NUMMERS).items()}
    )


def _van_verzending(vraag: Vraag) -> dict[str, Any]:
    return schrijf(vraag.gegevens, Verzending, _VAN_DE_VERZENDING | _NUMMERS | _ADRESSEN)


def _verzending_maken(vraag: Vraag) -> Any:
    return handelingen.verzending_vastleggen(vraag.actor, _genoemd(vraag), _van_verzending(vraag))


def _verzending_wijzigen(vraag: Vraag, rij: Verzending) -> Any:
    _blijft(vraag, rij)
    return handelingen.verzending_wijzigen(vraag.actor, rij, _van_verzending(vraag))


def _verzending_weg(vraag: Vraag, rij: Verzending) -> None:
    handelingen.verzending_verwijderen(vraag.actor, rij)


VERZENDINGEN = _bij_document(
    naam="verzendingen",
    soort="verzending",
    schema="Verzending",
    model=Verzending,
    rijen=_rijen_van(Verzending),
    vorm=_verzending,
    filters={"aardRelatie": "aard_relatie", "betrokkene": "betrokkene"},
    aanmaken=_verzending_maken,
    bijwerken=_verzending_wijzigen,
    verwijderen=_verzending_weg,
)


# -- what it is about --------------------------------------------------------------------------------------------------


def _relatie(rij: ObjectInformatieobject) -> Inhoud:
    eigen = adres(f"{_ADRES_VAN.get(rij.object_type, '/')}{rij.object_uuid}")
    return _eigen("objectinformatieobjecten", rij) | {"object": rij.object_url or eigen, "objectType": rij.object_type}


def _doel(vraag: Vraag) -> handelingen.Doel:
    """drc-002: what it is about exists, here or elsewhere."""
    url, soort = vraag.gegevens["object"], vraag.gegevens["objectType"]
    if soort in _OBJECTEN and eigen_pad(url, vraag.gastheer) is not None:
        return handelingen.Doel(soort, verwijzing.rij(vraag, "object", _OBJECTEN[soort]).uuid)
    verwijzing.elders("object", url)
    return handelingen.Doel(soort, laatste_uuid(url) or uuid5(NAMESPACE_URL, url), url)


def _relatie_leggen(vraag: Vraag) -> Any:
    return handelingen.relatie_leggen(vraag.actor, _genoemd(vraag), _doel(vraag))


def _relatie_weg(vraag: Vraag, rij: ObjectInformatieobject) -> None:
    handelingen.relatie_verwijderen(vraag.actor, rij)


def _over(gevonden: Rijen, waarde: Any, vraag: Vraag) -> Rijen:
    return gevonden.filter(pk__in=over_object(waarde, vraag).values("pk"))


OBJECTINFORMATIEOBJECTEN = _bij_document(
    naam="objectinformatieobjecten",
    soort="objectinformatieobject",
    schema="ObjectInformatieObject",
    model=ObjectInformatieobject,
    rijen=_rijen_van(ObjectInformatieobject),
    vorm=_relatie,
    gepagineerd=False,
    filters={"object": _over},
    kanaal="",  # the zaak or the besluit tells it
    aanmaken=_relatie_leggen,
    verwijderen=_relatie_weg,
    uniek={"oio_eens": ("nonFieldErrors", "unique")},
)
