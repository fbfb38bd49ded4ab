"""Besluiten 1.1.0: the document with what is different here, and its resources."""

import json
from typing import Any

from mijnzaken.api.audittrail import audittrail
from mijnzaken.api.besluiten.besluit import BESLUITEN, BESLUITINFORMATIEOBJECTEN
from mijnzaken.api.bron import Api, meld_aan
from mijnzaken.api.contract import MAP, WEG, Aanpassing, Contract
from mijnzaken.api.gedeeld import IDEMPOTENTIE, zonder_vreemde_verwijzingen
from mijnzaken.zaken.models import Besluit


def _deels() -> dict[str, Any]:
    """A decision of which nothing has to be said."""
    schema: dict[str, Any] = json.loads((MAP / "besluiten.json").read_text())["components"]["schemas"]["Besluit"]
    return {naam: deel for naam, deel in schema.items() if naam != "required"}


_LIJF = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/PatchedBesluit"}}}, "required": True}
_VERVALREDEN = ("tijdelijk", "ingetrokken_overheid", "ingetrokken_belanghebbende", "")
_LEEG = "What is answered may be sent back: a decision without an end has an empty reason for it."
_PATCH = "A PATCH says what changes; by the standard's document it would have to say everything again."

CONTRACT = Contract(
    "besluiten",
    (
        *zonder_vreemde_verwijzingen("besluiten"),
        Aanpassing(("components", "schemas", "PatchedBesluit"), _deels(), _PATCH),
        Aanpassing(("paths", "/besluiten/{uuid}", "patch", "requestBody"), _LIJF, _PATCH),
        *(
            Aanpassing(("components", "schemas", soort, "properties", "vervalreden", "enum"), [*_VERVALREDEN], _LEEG)
            for soort in ("Besluit", "PatchedBesluit")
        ),
        Aanpassing(("components", "schemas", "Besluit", "properties", "vervalredenWeergave", "minLength"), WEG, _LEEG),
        *(
            Aanpassing(("paths", pad, "post", "parameters", "+"), *IDEMPOTENTIE)
            for pad in ("/besluiten", "/besluitinformatieobjecten")
        ),
    ),
)

API = meld_aan(
    Api(
        naam="besluiten",
        component="brc",
        contract=CONTRACT,
        bronnen=[
            BESLUITEN,
            BESLUITINFORMATIEOBJECTEN,
            audittrail(
                "/besluiten/{besluit_uuid}/audittrail",
                "besluiten.besluiten",
                lambda actor: Besluit.objects.voor(actor).values("uuid"),
            ),
        ],
    )
)
