"""Zaken 1.7.0: the document with what is different here, and its resources."""

from mijnzaken.api.audittrail import audittrail
from mijnzaken.api.bron import Api, meld_aan
from mijnzaken.api.contract import Aanpassing, Contract
from mijnzaken.api.gedeeld import IDEMPOTENTIE, zonder_vreemde_verwijzingen
from mijnzaken.api.zaken import notities, objecten, reserveren
from mijnzaken.api.zaken.besluiten import ZAAKBESLUITEN
from mijnzaken.api.zaken.contacten import KLANTCONTACTEN, ZAAKCONTACTMOMENTEN, ZAAKVERZOEKEN
from mijnzaken.api.zaken.documenten import ZAAKINFORMATIEOBJECTEN
from mijnzaken.api.zaken.eigenschappen import ZAAKEIGENSCHAPPEN
from mijnzaken.api.zaken.objecten import ZAAKOBJECTEN
from mijnzaken.api.zaken.rollen import ROLLEN
from mijnzaken.api.zaken.verloop import RESULTATEN, STATUSSEN
from mijnzaken.api.zaken.zaak import ZAKEN
from mijnzaken.api.zaken.zoeken import zoek
from mijnzaken.zaken.models import Zaak

CONTRACT = Contract(
    "zaken",
    (
        *zonder_vreemde_verwijzingen("zaken"),
        *objecten.AANPASSINGEN,
        *notities.AANPASSINGEN,
        *reserveren.AANPASSINGEN,
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

BRONNEN = (
    ZAKEN,
    STATUSSEN,
    RESULTATEN,
    ROLLEN,
    ZAAKEIGENSCHAPPEN,
    ZAAKINFORMATIEOBJECTEN,
    ZAAKOBJECTEN,
    ZAAKBESLUITEN,
    notities.ZAAKNOTITIES,
    KLANTCONTACTEN,
    ZAAKCONTACTMOMENTEN,
    ZAAKVERZOEKEN,
    audittrail("/zaken/{zaak_uuid}/audittrail", "zaken.zaken", lambda actor: Zaak.objects.voor(actor).values("uuid")),
)
API = meld_aan(
    Api(
        naam="zaken",
        component="zrc",
        contract=CONTRACT,
        bronnen=BRONNEN,
        bewerkingen={"zaak__zoek": zoek, "zaaknummer_reserveren": reserveren.reserveer},
        leest=frozenset({"zaak__zoek"}),
    )
)
