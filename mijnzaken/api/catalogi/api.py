"""Catalogi 1.3.3: what a process is made of, to read."""

from mijnzaken.api.bron import Api, meld_aan
from mijnzaken.api.catalogi.delen import DELEN
from mijnzaken.api.catalogi.typen import TYPEN
from mijnzaken.api.catalogi.zaaktypen import CATALOGUSSEN, ZAAKTYPEN
from mijnzaken.api.contract import Contract

API = meld_aan(
    Api(
        naam="catalogi",
        component="ztc",
        contract=Contract("catalogi"),
        bronnen=[CATALOGUSSEN, ZAAKTYPEN, *DELEN, *TYPEN],
    )
)
