"""Taken 1.0.0: the document, which is our own, and its one resource. What it asks stands with the rights over zaken."""

from mijnzaken.api.bron import Api, meld_aan
from mijnzaken.api.contract import Contract
from mijnzaken.api.taken.taak import TAKEN

API = meld_aan(Api(naam="taken", component="zrc", contract=Contract("taken", eigen=True), bronnen=[TAKEN]))
