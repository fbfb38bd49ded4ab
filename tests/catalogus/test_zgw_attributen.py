"""Every attribute of ZGW Catalogi 1.3.3 has its column; the differences are explained here, one by one."""

import pytest

from catalogus import models
from tests.zgw_attributen import URL, Anders, gebreken, oas

VAN_HET_ZAAKTYPE = Anders("draagt de datum van zijn zaaktype (ztc-009)", "zaaktype")
VIA_ZAAKTYPE = Anders("volgt uit het zaaktype", "zaaktype")
OMSCHRIJVINGEN = Anders("de namen van de relatie ernaast")

GEVOLG_VAN_ZAAKTYPE = {
    "url": URL,
    "catalogus": VIA_ZAAKTYPE,
    "zaaktypeIdentificatie": VIA_ZAAKTYPE,
    "beginGeldigheid": VAN_HET_ZAAKTYPE,
    "eindeGeldigheid": VAN_HET_ZAAKTYPE,
    "beginObject": VAN_HET_ZAAKTYPE,
    "eindeObject": VAN_HET_ZAAKTYPE,
}

TABEL = {
    "Catalogus": (
        models.Catalogus,
        {
            "url": URL,
            "zaaktypen": Anders("via de processen", "processen"),
            "besluittypen": Anders("omgekeerde relatie", "besluittypen"),
            "besluittypeOmschrijving": OMSCHRIJVINGEN,
            "informatieobjecttypen": Anders("omgekeerde relatie", "informatieobjecttypen"),
            "informatieobjecttypeOmschrijving": OMSCHRIJVINGEN,
        },
        {},
    ),
    "ZaakType": (
        models.Zaaktype,
        {
            "url": URL,
            "identificatie": Anders("van het proces: over versies heen dezelfde", "identificatie"),
            "catalogus": Anders("van het proces", "catalogus"),
            "concept": Anders("volgt uit de stand", "concept"),
            "informatieobjecttypen": Anders("via de tussenrij met richting", "zaaktypeinformatieobjecttypen"),
            "informatieobjecttypeOmschrijving": OMSCHRIJVINGEN,
            "eigenschappen": Anders("heten hier gegevens", "gegevens"),
            "besluittypeOmschrijving": OMSCHRIJVINGEN,
            "deelzaaktypeIdentificaties": Anders("de identificaties van de processen", "deelzaaktypen"),
            "zaakobjecttypen": Anders("omgekeerde relatie", "zaakobjecttypen"),
            "statustypen": Anders("omgekeerde relatie", "statustypen"),
            "resultaattypen": Anders("omgekeerde relatie", "resultaattypen"),
            "roltypen": Anders("omgekeerde relatie", "roltypen"),
            "besluittypen": Anders("omgekeerde relatie", "besluittypen"),
            "gerelateerdeZaaktypen": Anders("omgekeerde relatie", "gerelateerde_zaaktypen"),
        },
        {},
    ),
    "StatusType": (
        models.Statustype,
        {
            **GEVOLG_VAN_ZAAKTYPE,
            "isEindstatus": Anders("het hoogste volgnummer van het zaaktype", "volgnummer"),
            "checklistitemStatustype": Anders("omgekeerde relatie", "checklistitems"),
            "eigenschappen": Anders("omgekeerde relatie", "eigenschappen"),
        },
        {},
    ),
    "CheckListItem": (models.ChecklistItem, {}, {}),
    "ResultaatType": (
        models.Resultaattype,
        {
            **GEVOLG_VAN_ZAAKTYPE,
            "besluittypeOmschrijving": OMSCHRIJVINGEN,
            "informatieobjecttypeOmschrijving": OMSCHRIJVINGEN,
        },
        {"brondatumArchiefprocedure": "brondatum"},
    ),
    "RolType": (models.Roltype, GEVOLG_VAN_ZAAKTYPE, {}),
    "Eigenschap": (
        models.Gegeven,
        {**GEVOLG_VAN_ZAAKTYPE, "specificatie": Anders("plat op het gegeven; hieronder vergeleken", "formaat")},
        {},
    ),
    "EigenschapSpecificatie": (models.Gegeven, {}, {}),
    "BesluitType": (
        models.Besluittype,
        {
            "url": URL,
            "zaaktypeIdentificaties": Anders("de identificaties van de zaaktypen", "zaaktypen"),
            "informatieobjecttypeOmschrijvingen": OMSCHRIJVINGEN,
            "resultaattypen": Anders("omgekeerde relatie", "resultaattypen"),
            "resultaattypenOmschrijving": OMSCHRIJVINGEN,
            "vastgelegdIn": Anders("de namen van de informatieobjecttypen", "informatieobjecttypen"),
        },
        {},
    ),
    "InformatieObjectType": (
        models.Informatieobjecttype,
        {
            "url": URL,
            "zaaktypen": Anders("via de tussenrij", "zaaktypeinformatieobjecttypen"),
            "zaaktypeIdentificaties": Anders("via de tussenrij", "zaaktypeinformatieobjecttypen"),
            "besluittypen": Anders("omgekeerde relatie", "besluittypen"),
            "besluittypeOmschrijving": OMSCHRIJVINGEN,
            "omschrijvingGeneriek": Anders("vijf kolommen met korte namen; hieronder vergeleken"),
        },
        {},
    ),
    "InformatieObjectTypeOmschrijvingGeneriek": (
        models.Informatieobjecttype,
        {},
        {
            "informatieobjecttypeOmschrijvingGeneriek": "omschrijving_generiek",
            "definitieInformatieobjecttypeOmschrijvingGeneriek": "omschrijving_generiek_definitie",
            "herkomstInformatieobjecttypeOmschrijvingGeneriek": "omschrijving_generiek_herkomst",
            "hierarchieInformatieobjecttypeOmschrijvingGeneriek": "omschrijving_generiek_hierarchie",
            "opmerkingInformatieobjecttypeOmschrijvingGeneriek": "omschrijving_generiek_opmerking",
        },
    ),
    "ZaakTypeInformatieObjectType": (
        models.ZaaktypeInformatieobjecttype,
        {"url": URL, "zaaktypeIdentificatie": VIA_ZAAKTYPE, "catalogus": VIA_ZAAKTYPE},
        {},
    ),
    "ZaakObjectType": (
        models.Zaakobjecttype,
        {**GEVOLG_VAN_ZAAKTYPE, "resultaattypeOmschrijving": OMSCHRIJVINGEN},
        {},
    ),
    "ZaakTypenRelatie": (
        models.ZaaktypenRelatie,
        {
            "zaaktype": Anders("een proces van ons of een adres elders", "gerelateerd_proces"),
            "zaaktypeIdentificatie": Anders("van het proces", "gerelateerd_proces"),
        },
        {},
    ),
}


@pytest.mark.parametrize("schema", TABEL)
def test_elk_attribuut_van_de_standaard_heeft_een_kolom(schema: str) -> None:
    model, anders, voorvoegsels = TABEL[schema]
    assert gebreken(oas("catalogi-1.3.3.yaml"), schema, model, anders, voorvoegsels) == []


def test_de_vergelijking_ziet_een_ontbrekend_veld_een_te_kort_veld_en_andere_woorden() -> None:
    document = {
        "components": {
            "schemas": {
                "Proef": {
                    "properties": {
                        "nergensTeVinden": {"type": "string"},
                        "naam": {"type": "string", "maxLength": 5000},
                        "actie": {"type": "string", "enum": ["aanvragen", "dansen"]},
                    }
                }
            }
        }
    }
    assert len(gebreken(document, "Proef", models.Product)) == 3
    assert gebreken(document, "Proef", models.Kruistabelregel, {"weg": Anders("niet meer nodig")})[0].startswith("weg:")
