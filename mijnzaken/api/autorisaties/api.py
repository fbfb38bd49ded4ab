"""Autorisaties 1.1.0: what other systems may. Who has the scope reads all of them, and changes all but itself."""

from mijnzaken.api.autorisaties.applicatie import APPLICATIES, van_client
from mijnzaken.api.bron import Api, meld_aan
from mijnzaken.api.contract import Aanpassing, Contract
from mijnzaken.api.gedeeld import IDEMPOTENTIE

_REGEL = ("components", "schemas", "AutorisatieBase")
_REFERENTIE = "#/components/schemas/"

CONTRACT = Contract(
    "autorisaties",
    (
        Aanpassing(("paths", "/applicaties", "post", "parameters"), [IDEMPOTENTIE[0]], IDEMPOTENTIE[1]),
        Aanpassing(
            (
                *("paths", "/applicaties/consumer", "get", "responses", "200"),
                *("content", "application/json", "schema"),
            ),
            {"$ref": f"{_REFERENTIE}Applicatie"},
            "The applicatie of one client_id is one, as every implementation answers; the document says a list.",
        ),
        Aanpassing(
            (*_REGEL, "discriminator", "mapping"),
            {naam: f"{_REFERENTIE}{naam}" for naam in ("zrc", "drc", "brc", "nrc", "ztc", "ac")},
            "The standard leaves it to the names of the schemas which component has which fields; here it is said.",
        ),
        Aanpassing(
            (*_REGEL, "properties", "component", "enum", "+"),
            "kic",
            "An extension: Klantinteracties, which this standard does not know, is read here too.",
        ),
    ),
)

API = meld_aan(
    Api(
        naam="autorisaties",
        component="ac",
        contract=CONTRACT,
        bronnen=[APPLICATIES],
        bewerkingen={"applicatie_consumer": van_client},
    )
)
