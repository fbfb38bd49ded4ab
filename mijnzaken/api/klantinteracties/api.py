"""Klantinteracties 0.9, as Open Klant publishes it: the document with what is different here, and its resources."""

from collections.abc import Iterator

from mijnzaken.api.algemeen import METHODEN
from mijnzaken.api.bron import Api, meld_aan
from mijnzaken.api.contract import Aanpassing, Contract
from mijnzaken.api.gedeeld import IDEMPOTENTIE
from mijnzaken.api.klantinteracties import maken, onderwerp
from mijnzaken.api.klantinteracties.betrokkene import BETROKKENEN
from mijnzaken.api.klantinteracties.klantcontact import KLANTCONTACTEN

_DADEN = {"get": "lezen", "post": "bijwerken", "put": "bijwerken", "patch": "bijwerken", "delete": "verwijderen"}
_MET_SCOPE = "The standard has one right for everything; here a system gets no more than it needs, by scope."
_JWT = "A system that calls the other APIs may send the same token here, and not only a fixed one."
_GAAT_OVER = "What belongs to no contact nobody could be allowed to read, and nothing would ever destroy it."


def _met_scopes(contract: Contract) -> Iterator[Aanpassing]:
    yield Aanpassing(
        ("components", "securitySchemes", "JWT-Claims"),
        {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
        _JWT,
    )
    for pad, inhoud in contract.standaard["paths"].items():
        for methode in METHODEN:
            if methode in inhoud:
                scope = f"klantinteracties.{_DADEN[methode]}"
                eis = [{"tokenAuth": []}, {"JWT-Claims": [scope]}]
                yield Aanpassing(("paths", pad, methode, "security"), eis, _MET_SCOPE)


def _herhaalbaar(contract: Contract) -> Iterator[Aanpassing]:
    for pad, inhoud in contract.standaard["paths"].items():
        if "post" in inhoud:
            yield Aanpassing(("paths", pad, "post", "parameters"), [IDEMPOTENTIE[0]], IDEMPOTENTIE[1])


def _hoort_bij(schema: str, veld: str) -> Iterator[Aanpassing]:
    """It must name its contact."""
    eigenschappen = ("components", "schemas", schema, "properties", veld, "nullable")
    yield Aanpassing(eigenschappen, False, _GAAT_OVER)
    if not schema.startswith("Patched"):
        yield Aanpassing(("components", "schemas", schema, "required"), ["url", "uuid", veld], _GAAT_OVER)


_STANDAARD = Contract("klantinteracties")
CONTRACT = Contract(
    "klantinteracties",
    (
        *_met_scopes(_STANDAARD),
        *_herhaalbaar(_STANDAARD),
        *_hoort_bij("Onderwerpobject", "klantcontact"),
        *_hoort_bij("PatchedOnderwerpobject", "klantcontact"),
    ),
)

API = meld_aan(
    Api(
        naam="klantinteracties",
        component="kic",
        contract=CONTRACT,
        bronnen=[KLANTCONTACTEN, BETROKKENEN, onderwerp.ONDERWERPOBJECTEN],
        bewerkingen={"maakKlantcontactCreate": maken.maak, "onderwerpobjectenDestroy": onderwerp.verwijder},
        vast_token=True,
    )
)
