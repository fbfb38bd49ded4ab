"""Kinds of decision and of document, versioned by themselves, as Catalogi 1.3.3 writes them."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q

from autorisatie.actor import Applicatie
from catalogus.models import Besluittype, Informatieobjecttype, Resultaattype, Zaaktype
from mijnzaken.api import kolommen as k
from mijnzaken.api.bron import Inhoud, Rijen
from mijnzaken.api.catalogi.gedeeld import GELDIGHEID, in_de_catalogus, naar_status, op_dag, plek
from mijnzaken.api.catalogi.schrijven import types, van_type
from mijnzaken.api.catalogi.verwanten import Verwanten, adressen, namen, verwanten
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


def _versies(zaaktypen: Verwanten) -> Inhoud:
    """The zaaktypen that use it: the addresses of their versions and, once each, their identificaties."""
    return {
        "zaaktypen": adressen("zaaktypen", zaaktypen),
        "zaaktypeIdentificaties": list(dict.fromkeys(namen(zaaktypen))),
    }


def _besluittypen(actor: Applicatie) -> Rijen:
    hier = OuterRef("pk")
    return Besluittype.objects.select_related("catalogus").annotate(
        bij_zaaktypen=_zaaktypen("besluittypen"),
        bij_documenttypen=verwanten(Informatieobjecttype.objects.filter(besluittypen=hier)),
        bij_resultaattypen=verwanten(Resultaattype.objects.filter(besluittypen=hier).order_by("omschrijving", "pk")),
    )


def _zaaktypen(door: str) -> ArraySubquery:
    """Each version once, by the relation that leads from it."""
    versies = Zaaktype.objects.filter(**{door: OuterRef("pk")}).order_by("pk").distinct()
    return verwanten(versies, "proces__identificatie")


def _besluittype(rij: Any) -> Inhoud:
    return {
        "url": plek("besluittypen", rij.uuid),
        "catalogus": plek("catalogussen", rij.catalogus.uuid),
        **_versies(rij.bij_zaaktypen),
        **k.lees(rij, _BESLUIT),
        "informatieobjecttypen": adressen("informatieobjecttypen", rij.bij_documenttypen),
        "informatieobjecttypeOmschrijvingen": namen(rij.bij_documenttypen),
        "concept": rij.concept,
        "resultaattypen": adressen("resultaattypen", rij.bij_resultaattypen),
        "resultaattypenOmschrijving": namen(rij.bij_resultaattypen),
        "vastgelegdIn": namen(rij.bij_documenttypen),
    }


def _documenttypen(actor: Applicatie) -> Rijen:
    return Informatieobjecttype.objects.select_related("catalogus").annotate(
        bij_zaaktypen=_zaaktypen("zaaktypeinformatieobjecttypen__informatieobjecttype"),
        bij_besluittypen=verwanten(Besluittype.objects.filter(informatieobjecttypen=OuterRef("pk"))),
    )


def _documenttype(rij: Any) -> Inhoud:
    return {
        "url": plek("informatieobjecttypen", rij.uuid),
        "catalogus": plek("catalogussen", rij.catalogus.uuid),
        **k.lees(rij, _DOCUMENT),
        "concept": rij.concept,
        **_versies(rij.bij_zaaktypen),
        "besluittypen": adressen("besluittypen", rij.bij_besluittypen),
        "besluittypeOmschrijving": namen(rij.bij_besluittypen),
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
