"""Catalogi 1.3.3: what a process is made of."""

from typing import Any

from mijnzaken.api.bron import Api, meld_aan
from mijnzaken.api.catalogi.catalogussen import CATALOGUSSEN
from mijnzaken.api.catalogi.delen import DELEN
from mijnzaken.api.catalogi.geldigheid import zaaktype_op_dag
from mijnzaken.api.catalogi.publiceren import publiceer
from mijnzaken.api.catalogi.resultaattypen import RESULTAATTYPEN
from mijnzaken.api.catalogi.statustypen import STATUSTYPEN
from mijnzaken.api.catalogi.typen import BESLUITTYPEN, INFORMATIEOBJECTTYPEN
from mijnzaken.api.catalogi.zaaktypen import KOLOMMEN, ZAAKTYPEN
from mijnzaken.api.contract import Aanpassing, Contract
from mijnzaken.inrichting.typen import type_publiceren
from mijnzaken.inrichting.zaaktypen import zaaktype_uitbrengen

_STANDAARD = Contract("catalogi").standaard
_REDEN = (
    "the standard names no body here, so nothing could be checked; this is what the other methods of this address take"
)


def _lijf(pad: str, methode: str, schema: str) -> Aanpassing:
    return Aanpassing(
        ("paths", pad, methode, "requestBody", "content", "application/json", "schema"),
        {"$ref": f"#/components/schemas/{schema}"},
        _REDEN,
    )


def _deels(nieuw: str, van: str) -> Aanpassing:
    """A schema of which nothing is required."""
    schema: dict[str, Any] = _STANDAARD["components"]["schemas"][van]
    return Aanpassing(
        ("components", "schemas", nieuw), {naam: w for naam, w in schema.items() if naam != "required"}, _REDEN
    )


API = meld_aan(
    Api(
        naam="catalogi",
        component="ztc",
        contract=Contract(
            "catalogi",
            aanpassingen=[
                _deels("PatchedZaakType", "ZaakTypeUpdate"),
                _deels("PatchedBesluitType", "BesluitTypeUpdate"),
                _deels("PatchedInformatieObjectType", "InformatieObjectType"),
                _lijf("/zaaktypen/{uuid}", "patch", "PatchedZaakType"),
                _lijf("/besluittypen/{uuid}", "patch", "PatchedBesluitType"),
                _lijf("/informatieobjecttypen/{uuid}", "patch", "PatchedInformatieObjectType"),
                _lijf("/informatieobjecttypen/{uuid}", "put", "InformatieObjectType"),
                Aanpassing(
                    ("paths", "/informatieobjecttypen", "post", "responses", "201"),
                    _STANDAARD["paths"]["/informatieobjecttypen"]["post"]["responses"]["200"],
                    "An omission: what is made is answered with 201, here as everywhere; the document says 200 only.",
                ),
                Aanpassing(
                    (
                        "components",
                        "schemas",
                        "InformatieObjectType",
                        "properties",
                        "zaaktypeIdentificaties",
                        "readOnly",
                    ),
                    True,
                    "its items are read only, and clients do not send it; the list itself must be so too",
                ),
            ],
        ),
        bronnen=[CATALOGUSSEN, ZAAKTYPEN, STATUSTYPEN, RESULTAATTYPEN, *DELEN, BESLUITTYPEN, INFORMATIEOBJECTTYPEN],
        bewerkingen={
            "zaaktype_retrieve": zaaktype_op_dag,
            "zaaktype_publish": publiceer(ZAAKTYPEN, zaaktype_uitbrengen, KOLOMMEN),
            "besluittype_publish": publiceer(BESLUITTYPEN, type_publiceren, {}),
            "informatieobjecttype_publish": publiceer(INFORMATIEOBJECTTYPEN, type_publiceren, {}),
        },
    )
)
