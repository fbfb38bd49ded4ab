"""What belongs to one version of a zaaktype: its statustypen, resultaattypen, roltypen, eigenschappen and
zaakobjecttypen, as Catalogi 1.3.3 writes them.
"""

from django.db.models import Max

from autorisatie.actor import Applicatie
from catalogus.models import Gegeven, Resultaattype, Roltype, Statustype, Zaakobjecttype
from mijnzaken.api.bron import Inhoud, Rijen
from mijnzaken.api.catalogi.gedeeld import BIJ_ZAAKTYPE, MET_ZAAKTYPE, plek, plekken, te_lezen, van_zaaktype
from mijnzaken.api.lijst import verwijst


def _statustypen(actor: Applicatie) -> Rijen:
    hoogste = Max("zaaktype__statustypen__volgnummer")
    rijen = Statustype.objects.select_related(*MET_ZAAKTYPE).prefetch_related("eigenschappen")
    return rijen.annotate(hoogste=hoogste)


def _statustype(rij: Statustype) -> Inhoud:
    return {
        "url": plek("statustypen", rij.uuid),
        "omschrijving": rij.omschrijving,
        "omschrijvingGeneriek": rij.omschrijving_generiek,
        "statustekst": rij.statustekst,
        **van_zaaktype(rij),
        "volgnummer": rij.volgnummer,
        "isEindstatus": rij.volgnummer == rij.hoogste,  # type: ignore[attr-defined]
        "informeren": rij.informeren,
        "doorlooptijd": rij.doorlooptijd or None,
        "toelichting": rij.toelichting,
        "checklistitemStatustype": [],  # our statustypen have no checklist
        "eigenschappen": plekken("eigenschappen", rij.eigenschappen.all()),
    }


def _resultaattypen(actor: Applicatie) -> Rijen:
    rijen = Resultaattype.objects.select_related(*MET_ZAAKTYPE)
    return rijen.prefetch_related("besluittypen", "informatieobjecttypen")


def _resultaattype(rij: Resultaattype) -> Inhoud:
    besluittypen, documenttypen = rij.besluittypen.all(), rij.informatieobjecttypen.all()
    return {
        "url": plek("resultaattypen", rij.uuid),
        **van_zaaktype(rij),
        "omschrijving": rij.omschrijving,
        "resultaattypeomschrijving": rij.resultaattypeomschrijving,
        "omschrijvingGeneriek": rij.omschrijving_generiek,
        "selectielijstklasse": rij.selectielijstklasse,
        "toelichting": rij.toelichting,
        "archiefnominatie": rij.archiefnominatie,
        "archiefactietermijn": rij.archiefactietermijn or None,
        "brondatumArchiefprocedure": _brondatum(rij),
        "procesobjectaard": rij.procesobjectaard,
        "indicatieSpecifiek": rij.indicatie_specifiek,
        "procestermijn": rij.procestermijn or None,
        "besluittypen": plekken("besluittypen", besluittypen),
        "besluittypeOmschrijving": [b.omschrijving for b in besluittypen],
        "informatieobjecttypen": plekken("informatieobjecttypen", documenttypen),
        "informatieobjecttypeOmschrijving": [d.omschrijving for d in documenttypen],
    }


def _brondatum(rij: Resultaattype) -> Inhoud | None:
    """ztc-003 to 008: how the day is found from which a zaak is kept."""
    if not rij.brondatum_afleidingswijze:
        return None
    return {
        "afleidingswijze": rij.brondatum_afleidingswijze,
        "datumkenmerk": rij.brondatum_datumkenmerk,
        "einddatumBekend": rij.brondatum_einddatum_bekend,
        "objecttype": rij.brondatum_objecttype,
        "registratie": rij.brondatum_registratie,
        "procestermijn": rij.brondatum_procestermijn or None,
    }


def _roltypen(actor: Applicatie) -> Rijen:
    return Roltype.objects.select_related(*MET_ZAAKTYPE)


def _roltype(rij: Roltype) -> Inhoud:
    return {
        "url": plek("roltypen", rij.uuid),
        **van_zaaktype(rij),
        "omschrijving": rij.omschrijving,
        "omschrijvingGeneriek": rij.omschrijving_generiek,
    }


def _eigenschappen(actor: Applicatie) -> Rijen:
    return Gegeven.objects.select_related("statustype", *MET_ZAAKTYPE)


def _eigenschap(rij: Gegeven) -> Inhoud:
    return {
        "url": plek("eigenschappen", rij.uuid),
        "naam": rij.naam,
        "definitie": rij.definitie,
        "specificatie": {
            "groep": rij.groep,
            "formaat": rij.formaat,
            "lengte": rij.lengte,
            "kardinaliteit": rij.kardinaliteit,
            "waardenverzameling": rij.waardenverzameling,
        },
        "toelichting": rij.toelichting,
        **van_zaaktype(rij),
        "statustype": plek("statustypen", rij.statustype.uuid) if rij.statustype else None,
    }


def _zaakobjecttypen(actor: Applicatie) -> Rijen:
    return Zaakobjecttype.objects.select_related(*MET_ZAAKTYPE).prefetch_related("statustypen", "resultaattypen")


def _zaakobjecttype(rij: Zaakobjecttype) -> Inhoud:
    resultaattypen = rij.resultaattypen.all()
    return {
        "url": plek("zaakobjecttypen", rij.uuid),
        "anderObjecttype": rij.ander_objecttype,
        "objecttype": rij.objecttype,
        "relatieOmschrijving": rij.relatie_omschrijving,
        **van_zaaktype(rij),
        "resultaattypen": plekken("resultaattypen", resultaattypen),
        "resultaattypeOmschrijving": [r.omschrijving for r in resultaattypen],
        "statustypen": plekken("statustypen", rij.statustypen.all()),
    }


STATUSTYPEN = te_lezen(
    naam="statustypen",
    soort="statustype",
    schema="StatusType",
    model=Statustype,
    rijen=_statustypen,
    vorm=_statustype,
    filters=BIJ_ZAAKTYPE,
    uitklap={"zaaktype": "catalogi.zaaktypen"},
)
RESULTAATTYPEN = te_lezen(
    naam="resultaattypen",
    soort="resultaattype",
    schema="ResultaatType",
    model=Resultaattype,
    rijen=_resultaattypen,
    vorm=_resultaattype,
    filters=BIJ_ZAAKTYPE
    | {  # older clients write these two so
        "zaaktype_identificatie": BIJ_ZAAKTYPE["zaaktypeIdentificatie"],
        "datum_geldigheid": BIJ_ZAAKTYPE["datumGeldigheid"],
    },
)
ROLTYPEN = te_lezen(
    naam="roltypen",
    soort="roltype",
    schema="RolType",
    model=Roltype,
    rijen=_roltypen,
    vorm=_roltype,
    filters=BIJ_ZAAKTYPE | {"omschrijvingGeneriek": "omschrijving_generiek"},
)
EIGENSCHAPPEN = te_lezen(
    naam="eigenschappen",
    soort="eigenschap",
    schema="Eigenschap",
    model=Gegeven,
    rijen=_eigenschappen,
    vorm=_eigenschap,
    filters=BIJ_ZAAKTYPE,
)
ZAAKOBJECTTYPEN = te_lezen(
    naam="zaakobjecttypen",
    soort="zaakobjecttype",
    schema="ZaakObjectType",
    model=Zaakobjecttype,
    rijen=_zaakobjecttypen,
    vorm=_zaakobjecttype,
    standaard={},
    filters={
        "zaaktype": BIJ_ZAAKTYPE["zaaktype"],
        "zaaktypeIdentificatie": BIJ_ZAAKTYPE["zaaktypeIdentificatie"],
        "datumGeldigheid": BIJ_ZAAKTYPE["datumGeldigheid"],
        "catalogus": verwijst("zaaktype__proces__catalogus__uuid", "catalogi.catalogussen"),
        "datumBeginGeldigheid": "zaaktype__begin_geldigheid",
        "datumEindeGeldigheid": "zaaktype__einde_geldigheid",
        "anderObjecttype": "ander_objecttype",
        "objecttype": "objecttype",
        "relatieOmschrijving": "relatie_omschrijving",
    },
)

DELEN = (STATUSTYPEN, RESULTAATTYPEN, ROLTYPEN, EIGENSCHAPPEN, ZAAKOBJECTTYPEN)
