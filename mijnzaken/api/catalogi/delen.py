"""What else belongs to one version of a zaaktype: its roltypen, eigenschappen, zaakobjecttypen, and the kinds of
document in it, as Catalogi 1.3.3 writes them.
"""

from typing import Any

from django.db.models import OuterRef

from autorisatie.actor import Applicatie
from catalogus.models import (
    Formaat,
    Gegeven,
    Informatieobjecttype,
    OmschrijvingGeneriekRol,
    Resultaattype,
    Richting,
    Roltype,
    SoortGegeven,
    Statustype,
    Zaakobjecttype,
    ZaaktypeInformatieobjecttype,
)
from mijnzaken.api import kolommen as k
from mijnzaken.api.bron import Inhoud, Rijen
from mijnzaken.api.catalogi.gedeeld import (
    BIJ_ZAAKTYPE,
    MET_ZAAKTYPE,
    bij_zaaktype,
    op_datum,
    plek,
    van_zaaktype,
)
from mijnzaken.api.catalogi.schrijven import deel_van, een_type, van_deel
from mijnzaken.api.catalogi.verwanten import adressen, namen, verwanten
from mijnzaken.api.lijst import ja_of_nee, verwijst
from mijnzaken.api.vraag import Vraag
from mijnzaken.inrichting.typen import Typegegevens

# -- roltypen ----------------------------------------------------------------------------------------------------------

_ROL = {"omschrijving": "omschrijving", "omschrijvingGeneriek": "omschrijving_generiek"}
_BEGINT = {OmschrijvingGeneriekRol.INITIATOR, OmschrijvingGeneriekRol.MEDE_INITIATOR}


def _roltypen(actor: Applicatie) -> Rijen:
    return Roltype.objects.select_related(*MET_ZAAKTYPE)


def _roltype(rij: Roltype) -> Inhoud:
    return {"url": plek("roltypen", rij.uuid), **van_zaaktype(rij), **k.lees(rij, _ROL)}


def _vul_roltype(vraag: Vraag, rij: Roltype, gegevens: Typegegevens) -> None:
    """Who begins a zaak sees it."""
    if rij.pk is None:
        gegevens.velden["ziet_zaak"] = gegevens.velden["omschrijving_generiek"] in _BEGINT


# -- eigenschappen -----------------------------------------------------------------------------------------------------

_EIGENSCHAP = {
    "naam": "naam",
    "definitie": "definitie",
    "toelichting": "toelichting",
    "specificatie.groep": "groep",
    "specificatie.formaat": "formaat",
    "specificatie.lengte": "lengte",
    "specificatie.kardinaliteit": "kardinaliteit",
    "specificatie.waardenverzameling": "waardenverzameling",
}
_SOORTEN = {Formaat.GETAL: SoortGegeven.GETAL, Formaat.DATUM: SoortGegeven.DATUM}


def _eigenschappen(actor: Applicatie) -> Rijen:
    return Gegeven.objects.select_related("statustype", *MET_ZAAKTYPE)


def _eigenschap(rij: Gegeven) -> Inhoud:
    return {
        "url": plek("eigenschappen", rij.uuid),
        **k.lees(rij, _EIGENSCHAP),
        **van_zaaktype(rij),
        "statustype": plek("statustypen", rij.statustype.uuid) if rij.statustype else None,
    }


def _vul_eigenschap(vraag: Vraag, rij: Gegeven, gegevens: Typegegevens) -> None:
    """With the field that a form would show for it."""
    lijf, velden = vraag.gegevens, gegevens.velden
    if "statustype" in lijf:
        url = lijf["statustype"]
        velden["statustype"] = deel_van(vraag, "statustype", "catalogi.statustypen", rij.zaaktype, url) if url else None
    if rij.pk is None:
        velden["label"] = velden["naam"]
    formaat = velden.get("formaat", rij.formaat)
    waarden = velden.get("waardenverzameling", rij.waardenverzameling)
    if rij.pk is None or (formaat, waarden) != (rij.formaat, rij.waardenverzameling):
        velden["soort"] = SoortGegeven.KEUZE if waarden else _SOORTEN.get(formaat, SoortGegeven.TEKST)
        velden["keuzes"] = [{"waarde": waarde, "label": waarde} for waarde in waarden]


# -- zaakobjecttypen ---------------------------------------------------------------------------------------------------

_OBJECTTYPE = {
    "anderObjecttype": "ander_objecttype",
    "objecttype": "objecttype",
    "relatieOmschrijving": "relatie_omschrijving",
}


def _zaakobjecttypen(actor: Applicatie) -> Rijen:
    hier = OuterRef("pk")
    return Zaakobjecttype.objects.select_related(*MET_ZAAKTYPE).annotate(
        bij_statustypen=verwanten(Statustype.objects.filter(zaakobjecttypen=hier).order_by("volgnummer")),
        bij_resultaattypen=verwanten(Resultaattype.objects.filter(zaakobjecttypen=hier).order_by("omschrijving")),
    )


def _zaakobjecttype(rij: Any) -> Inhoud:
    return {
        "url": plek("zaakobjecttypen", rij.uuid),
        **k.lees(rij, _OBJECTTYPE),
        **van_zaaktype(rij),
        "resultaattypen": adressen("resultaattypen", rij.bij_resultaattypen),
        "resultaattypeOmschrijving": namen(rij.bij_resultaattypen),
        "statustypen": adressen("statustypen", rij.bij_statustypen),
    }


# -- where a kind of document belongs ----------------------------------------------------------------------------------

_PLAATS = {"volgnummer": "volgnummer", "richting": "richting"}


def _plaatsen(actor: Applicatie) -> Rijen:
    return ZaaktypeInformatieobjecttype.objects.select_related("informatieobjecttype", "statustype", *MET_ZAAKTYPE)


def _plaats(rij: ZaaktypeInformatieobjecttype) -> Inhoud:
    return {
        "url": plek("zaaktype-informatieobjecttypen", rij.uuid),
        "zaaktype": plek("zaaktypen", rij.zaaktype.uuid),
        "zaaktypeIdentificatie": rij.zaaktype.proces.identificatie,
        "catalogus": plek("catalogussen", rij.zaaktype.proces.catalogus.uuid),
        "informatieobjecttype": plek("informatieobjecttypen", rij.informatieobjecttype.uuid),
        **k.lees(rij, _PLAATS),
        "statustype": plek("statustypen", rij.statustype.uuid) if rij.statustype else None,
    }


def _vul_plaats(vraag: Vraag, rij: ZaaktypeInformatieobjecttype, gegevens: Typegegevens) -> None:
    """A resident may add what comes in."""
    lijf, velden = vraag.gegevens, gegevens.velden
    if "informatieobjecttype" in lijf:
        catalogus = rij.zaaktype.proces.catalogus
        velden["informatieobjecttype"] = een_type(vraag, "informatieobjecttype", Informatieobjecttype, catalogus)
    if "statustype" in lijf:
        url = lijf["statustype"]
        velden["statustype"] = deel_van(vraag, "statustype", "catalogi.statustypen", rij.zaaktype, url) if url else None
    if "richting" in velden and velden["richting"] != rij.richting:
        velden["inwoner_mag_toevoegen"] = velden["richting"] == Richting.INKOMEND


# -- the tables --------------------------------------------------------------------------------------------------------

_UITKLAP = {"catalogus": "catalogi.catalogussen", "zaaktype": "catalogi.zaaktypen"}

ROLTYPEN = bij_zaaktype(
    naam="roltypen",
    soort="roltype",
    schema="RolType",
    model=Roltype,
    rijen=_roltypen,
    vorm=_roltype,
    filters=BIJ_ZAAKTYPE | {"omschrijvingGeneriek": "omschrijving_generiek"},
    uitklap=_UITKLAP,
    **van_deel(Roltype, _ROL, _vul_roltype),
)
EIGENSCHAPPEN = bij_zaaktype(
    naam="eigenschappen",
    soort="eigenschap",
    schema="Eigenschap",
    model=Gegeven,
    rijen=_eigenschappen,
    vorm=_eigenschap,
    filters=BIJ_ZAAKTYPE,
    uitklap=_UITKLAP | {"statustype": "catalogi.statustypen"},
    **van_deel(Gegeven, _EIGENSCHAP, _vul_eigenschap),
)
ZAAKOBJECTTYPEN = bij_zaaktype(
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
        "datumBeginGeldigheid": op_datum("zaaktype__begin_geldigheid", "datumBeginGeldigheid"),
        "datumEindeGeldigheid": op_datum("zaaktype__einde_geldigheid", "datumEindeGeldigheid"),
        "anderObjecttype": ja_of_nee("ander_objecttype"),
        "objecttype": "objecttype",
        "relatieOmschrijving": "relatie_omschrijving",
    },
    uitklap=_UITKLAP | {"statustypen": "catalogi.statustypen", "resultaattypen": "catalogi.resultaattypen"},
    **van_deel(Zaakobjecttype, _OBJECTTYPE),
)
PLAATSEN = bij_zaaktype(
    naam="zaaktype-informatieobjecttypen",
    soort="zaaktypeinformatieobjecttype",
    schema="ZaakTypeInformatieObjectType",
    model=ZaaktypeInformatieobjecttype,
    rijen=_plaatsen,
    vorm=_plaats,
    filters={
        "zaaktype": BIJ_ZAAKTYPE["zaaktype"],
        "informatieobjecttype": verwijst("informatieobjecttype__uuid", "catalogi.informatieobjecttypen"),
        "richting": "richting",
        "status": BIJ_ZAAKTYPE["status"],
    },
    uitklap=_UITKLAP | {"informatieobjecttype": "catalogi.informatieobjecttypen", "statustype": "catalogi.statustypen"},
    **van_deel(ZaaktypeInformatieobjecttype, _PLAATS, _vul_plaats),
)

DELEN = (ROLTYPEN, EIGENSCHAPPEN, ZAAKOBJECTTYPEN, PLAATSEN)
