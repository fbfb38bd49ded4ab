"""Notificaties 1.0.1: the channels on which this installation speaks."""

from mijnzaken.api.bron import Api, meld_aan
from mijnzaken.api.contract import Contract
from mijnzaken.api.vraag import Antwoord, Vraag

KANALEN = ("zaken", "besluiten", "documenten", "zaaktypen")


def _kanalen(vraag: Vraag) -> Antwoord:
    return Antwoord([{"naam": naam, "documentatieLink": "", "filters": []} for naam in KANALEN])


API = meld_aan(
    Api(
        naam="notificaties",
        component="nrc",
        contract=Contract("notificaties"),
        bronnen=[],
        bewerkingen={"kanaal_list": _kanalen},
    )
)
