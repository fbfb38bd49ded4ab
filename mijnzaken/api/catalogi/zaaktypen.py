"""The zaaktypen and the catalogue in which they lie, as Catalogi 1.3.3 writes them."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from autorisatie.actor import Applicatie
from catalogus.models import (
    Besluittype,
    Catalogus,
    Gegeven,
    Informatieobjecttype,
    Proces,
    Resultaattype,
    Roltype,
    Statustype,
    Zaakobjecttype,
    Zaaktype,
    ZaaktypenRelatie,
)
from catalogus.vertrouwelijkheid import naar_zgw
from mijnzaken.api.bron import Inhoud, Rijen
from mijnzaken.api.catalogi.gedeeld import geldigheid, naar_status, op_dag, plek, plekken, te_lezen
from mijnzaken.api.lijst import verwijst
from mijnzaken.api.vraag import Vraag


def _rijen(actor: Applicatie) -> Rijen:
    """With all that belongs to them in the same statement, so that ``expand`` costs one more and not eight."""
    hier = OuterRef("pk")
    documenttypen = Informatieobjecttype.objects.filter(zaaktypeinformatieobjecttypen__zaaktype=hier)
    return Zaaktype.objects.select_related("proces__catalogus").annotate(
        bij_statustypen=_lijst(Statustype.objects.filter(zaaktype=hier).order_by("volgnummer")),
        bij_resultaattypen=_lijst(Resultaattype.objects.filter(zaaktype=hier).order_by("omschrijving")),
        bij_eigenschappen=_lijst(Gegeven.objects.filter(zaaktype=hier).order_by("pk"), "naam"),
        bij_roltypen=_lijst(Roltype.objects.filter(zaaktype=hier).order_by("pk")),
        bij_zaakobjecttypen=_lijst(Zaakobjecttype.objects.filter(zaaktype=hier).order_by("pk"), "relatie_omschrijving"),
        bij_besluittypen=_lijst(Besluittype.objects.filter(zaaktypen=hier).order_by("pk")),
        bij_documenttypen=_lijst(documenttypen.order_by("pk").distinct()),
        bij_deelzaaktypen=_lijst(
            Zaaktype.objects.filter(proces__hoofdzaaktypen=hier).order_by("pk"), "proces__identificatie"
        ),
        bij_deelprocessen=ArraySubquery(
            Proces.objects.filter(hoofdzaaktypen=hier).order_by("identificatie").values("identificatie")
        ),
        bij_relaties=_relaties(),
    )


def _lijst(rijen: QuerySet[Any], naam: str = "omschrijving") -> ArraySubquery:
    """Of each its identity and its name."""
    return ArraySubquery(rijen.values(als_json=JSONObject(uuid="uuid", naam=naam)))


def _relaties() -> ArraySubquery:
    """To a process of ours: its newest version that was published; else an address elsewhere."""
    versies = Zaaktype.objects.filter(proces=OuterRef("gerelateerd_proces")).exclude(stand="concept")
    nieuwste = Subquery(versies.order_by("-versienummer").values("uuid")[:1])
    return ArraySubquery(
        ZaaktypenRelatie.objects.filter(zaaktype=OuterRef("pk"))
        .order_by("pk")
        .values(
            als_json=JSONObject(
                uuid=nieuwste,
                url="gerelateerd_url",
                identificatie="gerelateerd_proces__identificatie",
                aard="aard_relatie",
                toelichting="toelichting",
            )
        )
    )


def _relatie(relatie: dict[str, Any]) -> Inhoud:
    return {
        "zaaktype": plek("zaaktypen", relatie["uuid"]) if relatie["uuid"] else relatie["url"],
        "zaaktypeIdentificatie": relatie["identificatie"] or "",
        "aardRelatie": relatie["aard"],
        "toelichting": relatie["toelichting"],
    }


def _vorm(rij: Any) -> Inhoud:
    return {
        "url": plek("zaaktypen", rij.uuid),
        "identificatie": rij.proces.identificatie,
        "omschrijving": rij.omschrijving,
        "omschrijvingGeneriek": rij.omschrijving_generiek,
        "vertrouwelijkheidaanduiding": naar_zgw(rij.vertrouwelijkheidaanduiding),
        "doel": rij.doel,
        "aanleiding": rij.aanleiding,
        "toelichting": rij.toelichting,
        "indicatieInternOfExtern": rij.indicatie_intern_of_extern,
        "handelingInitiator": rij.handeling_initiator,
        "onderwerp": rij.onderwerp,
        "handelingBehandelaar": rij.handeling_behandelaar,
        "doorlooptijd": rij.doorlooptijd,
        "servicenorm": rij.servicenorm or None,
        "opschortingEnAanhoudingMogelijk": rij.opschorting_en_aanhouding_mogelijk,
        "verlengingMogelijk": rij.verlenging_mogelijk,
        "verlengingstermijn": rij.verlengingstermijn or None,
        "trefwoorden": rij.trefwoorden,
        "publicatieIndicatie": rij.publicatie_indicatie,
        "publicatietekst": rij.publicatietekst,
        "verantwoordingsrelatie": rij.verantwoordingsrelatie,
        "productenOfDiensten": rij.producten_of_diensten,
        "selectielijstProcestype": rij.selectielijst_procestype,
        "referentieproces": {"naam": rij.referentieproces_naam, "link": rij.referentieproces_link},
        "verantwoordelijke": rij.verantwoordelijke,
        "broncatalogus": {
            "url": rij.broncatalogus_url,
            "domein": rij.broncatalogus_domein,
            "rsin": rij.broncatalogus_rsin,
        },
        "bronzaaktype": {
            "url": rij.bronzaaktype_url,
            "identificatie": rij.bronzaaktype_identificatie,
            "omschrijving": rij.bronzaaktype_omschrijving,
        },
        "catalogus": plek("catalogussen", rij.proces.catalogus.uuid),
        "statustypen": _adressen("statustypen", rij.bij_statustypen),
        "resultaattypen": _adressen("resultaattypen", rij.bij_resultaattypen),
        "resultaattypeOmschrijving": _namen(rij.bij_resultaattypen),
        "eigenschappen": _adressen("eigenschappen", rij.bij_eigenschappen),
        "informatieobjecttypen": _adressen("informatieobjecttypen", rij.bij_documenttypen),
        "informatieobjecttypeOmschrijving": _namen(rij.bij_documenttypen),
        "roltypen": _adressen("roltypen", rij.bij_roltypen),
        "zaakobjecttypen": _adressen("zaakobjecttypen", rij.bij_zaakobjecttypen),
        "besluittypen": _adressen("besluittypen", rij.bij_besluittypen),
        "besluittypeOmschrijving": _namen(rij.bij_besluittypen),
        "deelzaaktypen": _adressen("zaaktypen", rij.bij_deelzaaktypen),
        "deelzaaktypeIdentificaties": rij.bij_deelprocessen,
        "gerelateerdeZaaktypen": [_relatie(relatie) for relatie in rij.bij_relaties],
        **geldigheid(rij),
        "versiedatum": rij.versiedatum or rij.begin_geldigheid,
        "concept": rij.concept,
    }


def _adressen(soort: str, delen: list[dict[str, str]]) -> list[str]:
    return [plek(soort, deel["uuid"]) for deel in delen]


def _namen(delen: list[dict[str, str]]) -> list[str]:
    return [deel["naam"] for deel in delen]


def _trefwoorden(rijen: Rijen, waarde: list[str], vraag: Vraag) -> Rijen:
    return rijen.filter(trefwoorden__contains=waarde)


ZAAKTYPEN = te_lezen(
    naam="zaaktypen",
    soort="zaaktype",
    schema="ZaakType",
    model=Zaaktype,
    rijen=_rijen,
    vorm=_vorm,
    filters={
        "catalogus": verwijst("proces__catalogus__uuid", "catalogi.catalogussen"),
        "identificatie": "proces__identificatie",
        "trefwoorden": _trefwoorden,
        "status": naar_status(Q(stand="concept")),
        "datumGeldigheid": op_dag(""),
    },
)


def _catalogi(actor: Applicatie) -> Rijen:
    return Catalogus.objects.prefetch_related("processen__versies", "besluittypen", "informatieobjecttypen")


def _catalogus(rij: Catalogus) -> Inhoud:
    besluittypen, documenttypen = rij.besluittypen.all(), rij.informatieobjecttypen.all()
    return {
        "url": plek("catalogussen", rij.uuid),
        "domein": rij.domein,
        "rsin": rij.rsin,
        "contactpersoonBeheerNaam": rij.contactpersoon_beheer_naam,
        "contactpersoonBeheerTelefoonnummer": rij.contactpersoon_beheer_telefoonnummer,
        "contactpersoonBeheerEmailadres": rij.contactpersoon_beheer_emailadres,
        "zaaktypen": [plek("zaaktypen", versie.uuid) for p in rij.processen.all() for versie in p.versies.all()],
        "besluittypen": plekken("besluittypen", besluittypen),
        "besluittypeOmschrijving": [b.omschrijving for b in besluittypen],
        "informatieobjecttypen": plekken("informatieobjecttypen", documenttypen),
        "informatieobjecttypeOmschrijving": [d.omschrijving for d in documenttypen],
        "naam": rij.naam,
        "versie": rij.versie,
        "begindatumVersie": rij.begindatum_versie,
    }


CATALOGUSSEN = te_lezen(
    naam="catalogussen",
    soort="catalogus",
    schema="Catalogus",
    model=Catalogus,
    rijen=_catalogi,
    vorm=_catalogus,
    standaard={},
    filters={"domein": "domein", "domein__in": "domein__in", "rsin": "rsin", "rsin__in": "rsin__in"},
)
