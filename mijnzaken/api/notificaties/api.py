"""Notificaties 1.0.1: on which channels this installation speaks, who hears it, and what other systems tell."""

from mijnzaken.api.bron import Api, meld_aan
from mijnzaken.api.contract import Aanpassing, Contract
from mijnzaken.api.gedeeld import IDEMPOTENTIE
from mijnzaken.api.notificaties.abonnement import ABONNEMENTEN, KANALEN, kanaal_lezen, kanaal_lijst, ontvangen

CONTRACT = Contract(
    "notificaties",
    (
        *(
            Aanpassing(("paths", pad, "post", "parameters"), [IDEMPOTENTIE[0]], IDEMPOTENTIE[1])
            for pad in ("/abonnement", "/kanaal", "/notificaties")
        ),
    ),
)

API = meld_aan(
    Api(
        naam="notificaties",
        component="nrc",
        contract=CONTRACT,
        bronnen=[ABONNEMENTEN, KANALEN],
        bewerkingen={
            "kanaal_list": kanaal_lijst,
            "kanaal_read": kanaal_lezen,
            "notificaties_create": ontvangen,
        },
    )
)
