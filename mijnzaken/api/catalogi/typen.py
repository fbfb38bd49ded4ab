"""Kinds of decision and of document, versioned by themselves, as Catalogi 1.3.3 writes them."""

from typing import Any

from django.db.models import Prefetch, Q

from autorisatie.actor import Applicatie
from catalogus.models import Besluittype, Informatieobjecttype, ZaaktypeInformatieobjecttype
from mijnzaken.api import kolommen as k
from mijnzaken.api.bron import Inhoud, Rijen
from mijnzaken.api.catalogi.gedeeld import GELDIGHEID, in_de_catalogus, naar_status, op_dag, plek, plekken
from mijnzaken.api.catalogi.schrijven import types, van_type
from mijnzaken.api.lijst import verwijst
from mijnzaken.api.vraag import Vraag
from mijnzaken.inrichting.typen import Typegegevens

_BESLUIT = {
    "omschrijving": "omschrijving",
    "omschrijvingGeneriek": "omschrijving_generiek",
    "besluitcategorie": "besluitcategorie",
    "reactietermijn": "reactietermijn",
    "publicatieIndicatie": "publicatie_indicatie",
    "publicatietekst": "publicatietekst",
    "publicatietermijn": "publicatietermijn",
    "toelichting": "toelichting",
    **GELDIGHEID,
}
_DOCUMENT = {
    "omschrijving": "omschrijving",
    "vertrouwelijkheidaanduiding": "vertrouwelijkheidaanduiding",
    "informatieobjectcategorie": "informatieobjectcategorie",
    "trefwoord": "trefwoord",
    "omschrijvingGeneriek.informatieobjecttypeOmschrijvingGeneriek": "omschrijving_generiek",
    "omschrijvingGeneriek.definitieInformatieobjecttypeOmschrijvingGeneriek": "omschrijving_generiek_definitie",
    "omschrijvingGeneriek.herkomstInformatieobjecttypeOmschrijvingGeneriek": "omschrijving_generiek_herkomst",
    "omschrijvingGeneriek.hierarchieInformatieobjecttypeOmschrijvingGeneriek": "omschrijving_generiek_hierarchie",
    "omschrijvingGeneriek.opmerkingInformatieobjecttypeOmschrijvingGeneriek": "omschrijving_generiek_opmerking",
    **GELDIGHEID,
}


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
        **k.lees(rij, _BESLUIT),
        "informatieobjecttypen": plekken("informatieobjecttypen", documenttypen),
        "informatieobjecttypeOmschrijvingen": [d.omschrijving for d in documenttypen],
        "concept": rij.concept,
        "resultaattypen": plekken("resultaattypen", resultaattypen),
        "resultaattypenOmschrijving": [r.omschrijving for r in resultaattypen],
        "vastgelegdIn": [d.omschrijving for d in documenttypen],
    }


def _documenttypen(actor: Applicatie) -> Rijen:
    rijen = Informatieobjecttype.objects.select_related("catalogus")
    plaatsen = ZaaktypeInformatieobjecttype.objects.select_related("zaaktype__proces")
    return rijen.prefetch_related(Prefetch("zaaktypeinformatieobjecttypen", plaatsen), "besluittypen")


def _documenttype(rij: Informatieobjecttype) -> Inhoud:
    besluittypen = rij.besluittypen.all()
    return {
        "url": plek("informatieobjecttypen", rij.uuid),
        "catalogus": plek("catalogussen", rij.catalogus.uuid),
        **k.lees(rij, _DOCUMENT),
        "concept": rij.concept,
        **_versies(z.zaaktype for z in rij.zaaktypeinformatieobjecttypen.all()),
        "besluittypen": plekken("besluittypen", besluittypen),
        "besluittypeOmschrijving": [b.omschrijving for b in besluittypen],
    }


def _vul_besluittype(vraag: Vraag, rij: Besluittype, gegevens: Typegegevens) -> None:
    if "informatieobjecttypen" in vraag.gegevens:
        gegevens.lijsten["informatieobjecttypen"] = types(
            vraag, "informatieobjecttypen", Informatieobjecttype, rij.catalogus, vraag.gegevens["informatieobjecttypen"]
        )


def _kenmerken(rij: Any) -> dict[str, str]:
    return {"catalogus": plek("catalogussen", rij.catalogus.uuid)}


_EIGEN_VERSIE = {
    "catalogus": verwijst("catalogus__uuid", "catalogi.catalogussen"),
    "status": naar_status(Q(concept=True)),
    "omschrijving": "omschrijving",
    "datumGeldigheid": op_dag(""),
}

BESLUITTYPEN = in_de_catalogus(
    naam="besluittypen",
    soort="besluittype",
    schema="BesluitType",
    model=Besluittype,
    rijen=_besluittypen,
    vorm=_besluittype,
    uitklap={
        "catalogus": "catalogi.catalogussen",
        "zaaktypen": "catalogi.zaaktypen",
        "informatieobjecttypen": "catalogi.informatieobjecttypen",
        "resultaattypen": "catalogi.resultaattypen",
    },
    kanaal="besluittypen",
    kenmerken=_kenmerken,
    **van_type(Besluittype, _BESLUIT, _vul_besluittype),
    filters=_EIGEN_VERSIE
    | {
        "zaaktypen": verwijst("zaaktypen__uuid", "catalogi.zaaktypen"),
        "informatieobjecttypen": verwijst("informatieobjecttypen__uuid", "catalogi.informatieobjecttypen"),
    },
)
INFORMATIEOBJECTTYPEN = in_de_catalogus(
    naam="informatieobjecttypen",
    soort="informatieobjecttype",
    schema="InformatieObjectType",
    model=Informatieobjecttype,
    rijen=_documenttypen,
    vorm=_documenttype,
    filters=_EIGEN_VERSIE,
    uitklap={
        "catalogus": "catalogi.catalogussen",
        "zaaktypen": "catalogi.zaaktypen",
        "besluittypen": "catalogi.besluittypen",
    },
    kanaal="informatieobjecttypen",
    kenmerken=_kenmerken,
    **van_type(Informatieobjecttype, _DOCUMENT),
)
