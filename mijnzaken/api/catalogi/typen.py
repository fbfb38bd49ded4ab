"""Kinds of decision and of document, versioned by themselves, and where a document belongs in a zaaktype, as Catalogi
1.3.3 writes them.
"""

from typing import Any

from django.db.models import Q

from autorisatie.actor import Applicatie
from catalogus.models import Besluittype, Informatieobjecttype, ZaaktypeInformatieobjecttype
from catalogus.vertrouwelijkheid import naar_zgw
from mijnzaken.api.bron import Inhoud, Rijen
from mijnzaken.api.catalogi.gedeeld import (
    BIJ_ZAAKTYPE,
    MET_ZAAKTYPE,
    geldigheid,
    naar_status,
    op_dag,
    plek,
    plekken,
    te_lezen,
)
from mijnzaken.api.lijst import verwijst


def _versies(rijen: Any) -> Inhoud:
    """The zaaktypen that use it: the addresses of their versions and, once each, their identificaties."""
    alle = sorted(set(rijen), key=lambda z: z.pk)
    return {
        "zaaktypen": plekken("zaaktypen", alle),
        "zaaktypeIdentificaties": list(dict.fromkeys(z.proces.identificatie for z in alle)),
    }


def _besluittypen(actor: Applicatie) -> Rijen:
    rijen = Besluittype.objects.select_related("catalogus")
    return rijen.prefetch_related("zaaktypen__proces", "informatieobjecttypen", "resultaattypen")


def _besluittype(rij: Besluittype) -> Inhoud:
    documenttypen, resultaattypen = rij.informatieobjecttypen.all(), rij.resultaattypen.all()
    return {
        "url": plek("besluittypen", rij.uuid),
        "catalogus": plek("catalogussen", rij.catalogus.uuid),
        **_versies(rij.zaaktypen.all()),
        "omschrijving": rij.omschrijving,
        "omschrijvingGeneriek": rij.omschrijving_generiek,
        "besluitcategorie": rij.besluitcategorie,
        "reactietermijn": rij.reactietermijn or None,
        "publicatieIndicatie": rij.publicatie_indicatie,
        "publicatietekst": rij.publicatietekst,
        "publicatietermijn": rij.publicatietermijn or None,
        "toelichting": rij.toelichting,
        "informatieobjecttypen": plekken("informatieobjecttypen", documenttypen),
        "informatieobjecttypeOmschrijvingen": [d.omschrijving for d in documenttypen],
        **geldigheid(rij),
        "concept": rij.concept,
        "resultaattypen": plekken("resultaattypen", resultaattypen),
        "resultaattypenOmschrijving": [r.omschrijving for r in resultaattypen],
        "vastgelegdIn": [d.omschrijving for d in documenttypen],
    }


def _documenttypen(actor: Applicatie) -> Rijen:
    rijen = Informatieobjecttype.objects.select_related("catalogus")
    return rijen.prefetch_related("zaaktypeinformatieobjecttypen__zaaktype__proces", "besluittypen")


def _documenttype(rij: Informatieobjecttype) -> Inhoud:
    besluittypen = rij.besluittypen.all()
    return {
        "url": plek("informatieobjecttypen", rij.uuid),
        "catalogus": plek("catalogussen", rij.catalogus.uuid),
        "omschrijving": rij.omschrijving,
        "vertrouwelijkheidaanduiding": naar_zgw(rij.vertrouwelijkheidaanduiding),
        **geldigheid(rij),
        "concept": rij.concept,
        **_versies(z.zaaktype for z in rij.zaaktypeinformatieobjecttypen.all()),
        "besluittypen": plekken("besluittypen", besluittypen),
        "besluittypeOmschrijving": [b.omschrijving for b in besluittypen],
        "informatieobjectcategorie": rij.informatieobjectcategorie,
        "trefwoord": rij.trefwoord,
        "omschrijvingGeneriek": {
            "informatieobjecttypeOmschrijvingGeneriek": rij.omschrijving_generiek,
            "definitieInformatieobjecttypeOmschrijvingGeneriek": rij.omschrijving_generiek_definitie,
            "herkomstInformatieobjecttypeOmschrijvingGeneriek": rij.omschrijving_generiek_herkomst,
            "hierarchieInformatieobjecttypeOmschrijvingGeneriek": rij.omschrijving_generiek_hierarchie,
            "opmerkingInformatieobjecttypeOmschrijvingGeneriek": rij.omschrijving_generiek_opmerking,
        },
    }


def _plaatsen(actor: Applicatie) -> Rijen:
    return ZaaktypeInformatieobjecttype.objects.select_related("informatieobjecttype", "statustype", *MET_ZAAKTYPE)


def _plaats(rij: ZaaktypeInformatieobjecttype) -> Inhoud:
    return {
        "url": plek("zaaktype-informatieobjecttypen", rij.uuid),
        "zaaktype": plek("zaaktypen", rij.zaaktype.uuid),
        "zaaktypeIdentificatie": rij.zaaktype.proces.identificatie,
        "catalogus": plek("catalogussen", rij.zaaktype.proces.catalogus.uuid),
        "informatieobjecttype": plek("informatieobjecttypen", rij.informatieobjecttype.uuid),
        "volgnummer": rij.volgnummer,
        "richting": rij.richting,
        "statustype": plek("statustypen", rij.statustype.uuid) if rij.statustype else None,
    }


_EIGEN_VERSIE = {
    "catalogus": verwijst("catalogus__uuid", "catalogi.catalogussen"),
    "status": naar_status(Q(concept=True)),
    "omschrijving": "omschrijving",
    "datumGeldigheid": op_dag(""),
}

BESLUITTYPEN = te_lezen(
    naam="besluittypen",
    soort="besluittype",
    schema="BesluitType",
    model=Besluittype,
    rijen=_besluittypen,
    vorm=_besluittype,
    filters=_EIGEN_VERSIE
    | {
        "zaaktypen": verwijst("zaaktypen__uuid", "catalogi.zaaktypen"),
        "informatieobjecttypen": verwijst("informatieobjecttypen__uuid", "catalogi.informatieobjecttypen"),
    },
)
INFORMATIEOBJECTTYPEN = te_lezen(
    naam="informatieobjecttypen",
    soort="informatieobjecttype",
    schema="InformatieObjectType",
    model=Informatieobjecttype,
    rijen=_documenttypen,
    vorm=_documenttype,
    filters=_EIGEN_VERSIE,
)
PLAATSEN = te_lezen(
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
)

TYPEN = (BESLUITTYPEN, INFORMATIEOBJECTTYPEN, PLAATSEN)
