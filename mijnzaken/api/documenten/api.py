"""Documenten 1.7.0: the document with what is different here, its resources, and what they do beyond the ordinary."""

from mijnzaken.api import lijst
from mijnzaken.api.audittrail import audittrail
from mijnzaken.api.bron import Api, meld_aan
from mijnzaken.api.contract import WEG, Aanpassing, Contract
from mijnzaken.api.documenten import inhoud
from mijnzaken.api.documenten.bij_document import GEBRUIKSRECHTEN, OBJECTINFORMATIEOBJECTEN, VERZENDINGEN
from mijnzaken.api.documenten.document import DOCUMENTEN
from mijnzaken.api.gedeeld import IDEMPOTENTIE, zonder_vreemde_verwijzingen
from mijnzaken.api.vraag import Antwoord, Vraag
from mijnzaken.documenten.models import Document

_DEEL = ("paths", "/bestandsdelen/{uuid}", "put", "requestBody", "content", "application/x-www-form-urlencoded")
_PATCH = ("components", "schemas", "PatchedEnkelvoudigInformatieObjectWithLockRequest", "properties")
_VAN_VERZENDINGEN = {
    ("/verzendingen", "get"): "documenten.lezen",
    ("/verzendingen", "post"): "documenten.aanmaken",
    ("/verzendingen/{uuid}", "get"): "documenten.lezen",
    ("/verzendingen/{uuid}", "put"): "documenten.bijwerken",
    ("/verzendingen/{uuid}", "patch"): "documenten.bijwerken",
    ("/verzendingen/{uuid}", "delete"): "documenten.verwijderen",
}
_ZONDER_SCOPE = "An omission: the standard names no scope here, and then nobody or everybody may. It is as elsewhere."

CONTRACT = Contract(
    "documenten",
    (
        *zonder_vreemde_verwijzingen("documenten"),
        Aanpassing(_DEEL, WEG, "A file can't be sent this way; the document comes from a tool that names both."),
        Aanpassing(
            (*_PATCH, "tonenAanInitiator"),
            {"type": "boolean"},
            "An omission: POST and PUT have it. It says whether the resident sees the document, and that changes.",
        ),
        *(
            Aanpassing(("paths", pad, methode, "security"), [{"JWT-Claims": [scope]}], _ZONDER_SCOPE)
            for (pad, methode), scope in _VAN_VERZENDINGEN.items()
        ),
        *(
            Aanpassing(("paths", pad, "post", "parameters", "+"), *IDEMPOTENTIE)
            for pad in (
                "/enkelvoudiginformatieobjecten",
                "/gebruiksrechten",
                "/objectinformatieobjecten",
                "/verzendingen",
            )
        ),
    ),
)


def _zoek(vraag: Vraag) -> Antwoord:
    """Search by uuids, with the filters of the list."""
    return lijst.toon(vraag, DOCUMENTEN, {**vraag.parameters, **vraag.gegevens})


API = meld_aan(
    Api(
        naam="documenten",
        component="drc",
        contract=CONTRACT,
        bronnen=[
            DOCUMENTEN,
            inhoud.BESTANDSDELEN,
            GEBRUIKSRECHTEN,
            OBJECTINFORMATIEOBJECTEN,
            VERZENDINGEN,
            audittrail(
                "/enkelvoudiginformatieobjecten/{enkelvoudiginformatieobject_uuid}/audittrail",
                "documenten.enkelvoudiginformatieobjecten",
                lambda actor: Document.objects.voor(actor).values("uuid"),
            ),
        ],
        bewerkingen={
            "enkelvoudiginformatieobject_create": inhoud.maak,
            "enkelvoudiginformatieobject_retrieve": inhoud.lees,
            "enkelvoudiginformatieobject_headers": inhoud.lees,
            "enkelvoudiginformatieobject_update": inhoud.wijzig,
            "enkelvoudiginformatieobject_partial_update": inhoud.wijzig,
            "enkelvoudiginformatieobject_download": inhoud.download,
            "enkelvoudiginformatieobject_lock": inhoud.vergrendel,
            "enkelvoudiginformatieobject_unlock": inhoud.ontgrendel,
            "enkelvoudiginformatieobject__zoek": _zoek,
            "bestandsdeel_update": inhoud.ontvang,
        },
        leest=frozenset({"enkelvoudiginformatieobject__zoek"}),
    )
)
