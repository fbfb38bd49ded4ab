"""Zaken 1.7.0: the document with what is different here, and its resources."""

from mijnzaken.api.bron import Api, meld_aan
from mijnzaken.api.contract import Aanpassing, Contract
from mijnzaken.api.gedeeld import IDEMPOTENTIE, zonder_vreemde_verwijzingen
from mijnzaken.api.zaken.verloop import RESULTATEN, STATUSSEN
from mijnzaken.api.zaken.zaak import ZAKEN

CONTRACT = Contract(
    "zaken",
    (
        *zonder_vreemde_verwijzingen("zaken"),
        *(
            Aanpassing(("paths", pad, "post", "parameters", "+"), *IDEMPOTENTIE)
            for pad in (
                "/zaken",
                "/statussen",
                "/resultaten",
                "/rollen",
                "/zaakobjecten",
                "/zaakinformatieobjecten",
                "/zaken/{zaak_uuid}/zaakeigenschappen",
            )
        ),
    ),
)

API = meld_aan(Api(naam="zaken", component="zrc", contract=CONTRACT, bronnen=[ZAKEN, STATUSSEN, RESULTATEN]))
