"""Every attribute of ZGW Documenten 1.7.0 has its column; the differences are explained here, one by one."""

import pytest

from mijnzaken.documenten import models
from tests.zgw_attributen import URL, Anders, gebreken, oas

VAN_DE_VERSIE = Anders("staat op de versie", "laatste")
DOCUMENT = Anders("het document", "document")

TABEL = {
    "EnkelvoudigInformatieObject": (
        models.Document,
        {
            "url": URL,
            "versie": VAN_DE_VERSIE,
            "beginRegistratie": VAN_DE_VERSIE,
            "bestandsnaam": VAN_DE_VERSIE,
            "bestandsomvang": VAN_DE_VERSIE,
            "formaat": VAN_DE_VERSIE,
            "inhoud": VAN_DE_VERSIE,
            "integriteit": VAN_DE_VERSIE,
            "locked": Anders("volgt uit het slot", "lock"),
            "bestandsdelen": Anders("omgekeerde relatie", "bestandsdelen"),
            "ondertekening": Anders("soort en datum samen, als JSON", "ondertekening"),
        },
        {},
    ),
    "Gebruiksrechten": (models.Gebruiksrecht, {"url": URL, "informatieobject": DOCUMENT}, {}),
    "ObjectInformatieObject": (
        models.ObjectInformatieobject,
        {"url": URL, "informatieobject": DOCUMENT, "object": Anders("soort en uuid", "object_uuid")},
        {},
    ),
    "Verzending": (
        models.Verzending,
        {
            "url": URL,
            "informatieobject": DOCUMENT,
            "binnenlandsCorrespondentieadres": Anders("een groep, als JSON", "binnenlands_correspondentieadres"),
            "buitenlandsCorrespondentieadres": Anders("een groep, als JSON", "buitenlands_correspondentieadres"),
            "correspondentiePostadres": Anders("een groep, als JSON", "correspondentie_postadres"),
        },
        {},
    ),
    "BestandsDeel": (
        models.Bestandsdeel,
        {
            "url": URL,
            "voltooid": Anders("er is inhoud", "inhoud"),
            "lock": Anders("het slot van het document", "document"),
        },
        {},
    ),
}


def test_de_integriteit_staat_op_de_versie() -> None:
    document = {**oas("documenten-1.7.0.yaml")}
    groep = {"properties": {"integriteit": {"$ref": "#/components/schemas/Integriteit"}}}
    document["components"] = {"schemas": document["components"]["schemas"] | {"Groep": groep}}
    assert gebreken(document, "Groep", models.Documentversie) == []


@pytest.mark.parametrize("schema", TABEL)
def test_elk_attribuut_heeft_zijn_kolom(schema: str) -> None:
    model, anders, voorvoegsels = TABEL[schema]
    assert gebreken(oas("documenten-1.7.0.yaml"), schema, model, anders, voorvoegsels) == []
