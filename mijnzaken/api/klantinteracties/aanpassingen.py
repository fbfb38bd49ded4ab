"""What is different here from the document of Open Klant, and why."""

from collections.abc import Iterator
from typing import Any

from mijnzaken.api.algemeen import METHODEN, WEG, Aanpassing
from mijnzaken.api.contract import Contract
from mijnzaken.api.gedeeld import IDEMPOTENTIE

_DADEN = {"get": "lezen", "post": "bijwerken", "put": "bijwerken", "patch": "bijwerken", "delete": "verwijderen"}
_VAN_PARTIJEN = (
    "/partijen",
    "/partij-identificatoren",
    "/digitaleadressen",
    "/rekeningnummers",
    "/vertegenwoordigingen",
    "/categorie",
)
_MET_SCOPE = "The standard has one right for everything; here a system gets no more than it needs, by scope."
_JWT = "A system that calls the other APIs may send the same token here, and not only a fixed one."
_GAAT_OVER = "What belongs to no contact nobody could be allowed to read, and nothing would ever destroy it."
_PATCH = "A PATCH says what changes; by the standard's document it would have to say everything again."
_VAN_WIE = "An address says itself whose it is, and whether it is the first one: here and nowhere else."
_VAN_EEN_PARTIJ = "What belongs to no partij nobody could be allowed to read, and nothing would ever erase it."
_REKENING = "An account says itself whose it is, and the one that was given last is the one that holds."
_MET_NAAM = "A category without a name says nothing."
_NEDERLANDS = "A visiting address is one of the BAG or a Dutch one; one abroad is a correspondentieadres."
_WERKT_VOOR = "For whom a contact person works is not kept here; a company says in the portal who acts for it."
_DOCUMENT = "A bijlage is a document of the Documenten API here: what is nowhere nobody could open."
_ZAAKNUMMER = "It is a note with a number of its own, which is longer than this; the referentienummer is free."
_AFGEHANDELD = "When it is done is the moment at which it was, here or on the screen of the department."

_NUMMER_ALLEEN = "A number is one of a register that is known here, and a branch stands under its own organisation."

_OPENT_ZAKEN = "Who acts for another sees his zaken, and is believed elsewhere: the person says it, or a register does."
_ACTOREN = ("Medewerker", "GeautomatiseerdeActor", "OrganisatorischeEenheid")

_PARTIJ = ("components", "schemas", "Base_PartijSerializer", "properties")


def aanpassingen() -> list[Aanpassing]:
    standaard = Contract("klantinteracties").standaard
    return [
        *_met_scopes(standaard),
        *_herhaalbaar(standaard),
        *_hoort_bij_contact(),
        *_interne_taken(),
        *_partijen(standaard["components"]["schemas"]),
        *_bij_partijen(),
        *_actoren(standaard["components"]["schemas"]),
        *_zonder_schrijven(),
    ]


def _met_scopes(standaard: dict[str, Any]) -> Iterator[Aanpassing]:
    soort = {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}
    yield Aanpassing(("components", "securitySchemes", "JWT-Claims"), soort, _JWT)
    for pad, inhoud in standaard["paths"].items():
        waarvan = "partijen" if pad.startswith(_VAN_PARTIJEN) else "klantinteracties"
        for methode in filter(inhoud.__contains__, METHODEN):
            eis = [{"tokenAuth": []}, {"JWT-Claims": [f"{waarvan}.{_DADEN[methode]}"]}]
            yield Aanpassing(("paths", pad, methode, "security"), eis, _MET_SCOPE)


def _herhaalbaar(standaard: dict[str, Any]) -> Iterator[Aanpassing]:
    for pad, inhoud in standaard["paths"].items():
        if "post" in inhoud:
            yield Aanpassing(("paths", pad, "post", "parameters"), [IDEMPOTENTIE[0]], IDEMPOTENTIE[1])


def _hoort_bij_contact() -> Iterator[Aanpassing]:
    schemas = ("components", "schemas")
    for schema in ("Onderwerpobject", "PatchedOnderwerpobject"):
        yield Aanpassing((*schemas, schema, "properties", "klantcontact", "nullable"), False, _GAAT_OVER)
    yield Aanpassing((*schemas, "Onderwerpobject", "required"), ["url", "uuid", "klantcontact"], _GAAT_OVER)
    van = ("wasBijlageVanKlantcontact", "bijlageidentificator")
    for schema in ("Bijlage", "PatchedBijlage"):
        for veld, reden in zip(van, (_GAAT_OVER, _DOCUMENT), strict=True):
            yield Aanpassing((*schemas, schema, "properties", veld, "nullable"), False, reden)
    yield Aanpassing((*schemas, "Bijlage", "required"), ["url", "uuid", *van], _DOCUMENT)


def _interne_taken() -> Iterator[Aanpassing]:
    for schema in ("InterneTaak", "PatchedInterneTaak"):
        for veld, reden in (("nummer", _ZAAKNUMMER), ("afgehandeldOp", _AFGEHANDELD)):
            yield Aanpassing(("components", "schemas", schema, "properties", veld, "readOnly"), True, reden)


def _partijen(schemas: dict[str, Any]) -> Iterator[Aanpassing]:
    for schema in ("PartijIdentificator", "PatchedPartijIdentificator"):
        for veld in ("anderePartijIdentificator", "subIdentificatorVan"):
            vast = ("components", "schemas", schema, "properties", veld, "readOnly")
            yield Aanpassing(vast, True, _NUMMER_ALLEEN)
    for veld in ("digitaleAdressen", "voorkeursDigitaalAdres"):
        yield Aanpassing((*_PARTIJ, veld, "readOnly"), True, _VAN_WIE)
    for veld in ("rekeningnummers", "voorkeursRekeningnummer"):
        yield Aanpassing((*_PARTIJ, veld, "readOnly"), True, _REKENING)
    for nummer in (1, 2, 3):
        plaats = ("components", "schemas", "PartijBezoekadres", "properties", f"adresregel{nummer}")
        yield Aanpassing(plaats, WEG, _NEDERLANDS)
    werkt_voor = ("components", "schemas", "Contactpersoon", "properties", "werkteVoorPartij", "readOnly")
    yield Aanpassing(werkt_voor, True, _WERKT_VOOR)
    yield Aanpassing(("components", "schemas", "PatchedPartij"), _deels(schemas), _PATCH)


def _bij_partijen() -> Iterator[Aanpassing]:
    schemas = ("components", "schemas")
    for schema, velden in (("Rekeningnummer", ("partij",)), ("CategorieRelatie", ("partij", "categorie"))):
        for soort in (schema, f"Patched{schema}"):
            for veld in velden:
                yield Aanpassing((*schemas, soort, "properties", veld, "nullable"), False, _VAN_EEN_PARTIJ)
        iban = ("iban",) if schema == "Rekeningnummer" else ()
        yield Aanpassing((*schemas, schema, "required"), ["url", "uuid", *iban, *velden], _VAN_EEN_PARTIJ)
    yield Aanpassing((*schemas, "Categorie", "required"), ["url", "uuid", "naam"], _MET_NAAM)


def _actoren(schemas: dict[str, Any]) -> Iterator[Aanpassing]:
    wie = {naam: veld for soort in _ACTOREN for naam, veld in schemas[soort]["properties"].items()}
    velden = {
        **schemas["Base_ActorSerializer"]["properties"],
        "actorIdentificatie": {"type": "object", "properties": wie},
    }
    yield Aanpassing(("components", "schemas", "PatchedActor"), {"type": "object", "properties": velden}, _PATCH)


def _zonder_schrijven() -> Iterator[Aanpassing]:
    yield Aanpassing(("paths", "/vertegenwoordigingen", "post"), WEG, _OPENT_ZAKEN)
    for methode in ("put", "patch", "delete"):
        yield Aanpassing(("paths", "/vertegenwoordigingen/{uuid}", methode), WEG, _OPENT_ZAKEN)


def _deels(schemas: dict[str, Any]) -> dict[str, Any]:
    """A partij of any kind, of which nothing has to be said."""
    alleen_lezen = {
        "digitaleAdressen",
        "voorkeursDigitaalAdres",
        "rekeningnummers",
        "voorkeursRekeningnummer",
    }
    velden = {
        naam: veld | ({"readOnly": True} if naam in alleen_lezen else {})
        for naam, veld in schemas["Base_PartijSerializer"]["properties"].items()
    }
    wie = {"naam": schemas["Organisatie"]["properties"]["naam"], **schemas["Persoon"]["properties"]}
    return {"type": "object", "properties": {**velden, "partijIdentificatie": {"type": "object", "properties": wie}}}
