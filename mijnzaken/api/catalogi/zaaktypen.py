"""The zaaktypen, as Catalogi 1.3.3 writes them."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, Subquery
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
from mijnzaken.api import kolommen as k
from mijnzaken.api import verwijzing
from mijnzaken.api.adressen import eigen_pad
from mijnzaken.api.bron import Inhoud, Rijen
from mijnzaken.api.catalogi import selectielijst
from mijnzaken.api.catalogi.gedeeld import GELDIGHEID, in_de_catalogus, naar_status, op_dag, plek
from mijnzaken.api.catalogi.schrijven import is_adres, met_namen, proces, types
from mijnzaken.api.catalogi.verwanten import adressen, namen, verwanten
from mijnzaken.api.fouten import veldfout
from mijnzaken.api.lijst import verwijst
from mijnzaken.api.vraag import Vraag
from mijnzaken.inrichting.zaaktypen import (
    Zaaktypegegevens,
    zaaktype_bijwerken,
    zaaktype_registreren,
    zaaktype_weghalen,
)

KOLOMMEN = {
    "omschrijving": "omschrijving",
    "omschrijvingGeneriek": "omschrijving_generiek",
    "vertrouwelijkheidaanduiding": "vertrouwelijkheidaanduiding",
    "doel": "doel",
    "aanleiding": "aanleiding",
    "toelichting": "toelichting",
    "indicatieInternOfExtern": "indicatie_intern_of_extern",
    "handelingInitiator": "handeling_initiator",
    "onderwerp": "onderwerp",
    "handelingBehandelaar": "handeling_behandelaar",
    "doorlooptijd": "doorlooptijd",
    "servicenorm": "servicenorm",
    "opschortingEnAanhoudingMogelijk": "opschorting_en_aanhouding_mogelijk",
    "verlengingMogelijk": "verlenging_mogelijk",
    "verlengingstermijn": "verlengingstermijn",
    "trefwoorden": "trefwoorden",
    "publicatieIndicatie": "publicatie_indicatie",
    "publicatietekst": "publicatietekst",
    "verantwoordingsrelatie": "verantwoordingsrelatie",
    "productenOfDiensten": "producten_of_diensten",
    "selectielijstProcestype": "selectielijst_procestype",
    "referentieproces.naam": "referentieproces_naam",
    "referentieproces.link": "referentieproces_link",
    "verantwoordelijke": "verantwoordelijke",
    "broncatalogus.url": "broncatalogus_url",
    "broncatalogus.domein": "broncatalogus_domein",
    "broncatalogus.rsin": "broncatalogus_rsin",
    "bronzaaktype.url": "bronzaaktype_url",
    "bronzaaktype.identificatie": "bronzaaktype_identificatie",
    "bronzaaktype.omschrijving": "bronzaaktype_omschrijving",
    **GELDIGHEID,
    "versiedatum": "versiedatum",
}


def _rijen(actor: Applicatie) -> Rijen:
    """With all that belongs to them in the same statement, so that ``expand`` costs one more and not eight."""
    hier = OuterRef("pk")
    objecttypen = Zaakobjecttype.objects.filter(zaaktype=hier)
    documenttypen = Informatieobjecttype.objects.filter(zaaktypeinformatieobjecttypen__zaaktype=hier)
    return Zaaktype.objects.select_related("proces__catalogus").annotate(
        bij_statustypen=verwanten(Statustype.objects.filter(zaaktype=hier).order_by("volgnummer")),
        bij_resultaattypen=verwanten(Resultaattype.objects.filter(zaaktype=hier).order_by("omschrijving")),
        bij_eigenschappen=verwanten(Gegeven.objects.filter(zaaktype=hier).order_by("pk"), "naam"),
        bij_roltypen=verwanten(Roltype.objects.filter(zaaktype=hier).order_by("pk")),
        bij_zaakobjecttypen=verwanten(objecttypen.order_by("pk"), "relatie_omschrijving"),
        bij_besluittypen=verwanten(Besluittype.objects.filter(zaaktypen=hier).order_by("pk")),
        bij_documenttypen=verwanten(documenttypen.order_by("pk").distinct()),
        bij_deelzaaktypen=verwanten(
            Zaaktype.objects.filter(proces__hoofdzaaktypen=hier).order_by("pk"), "proces__identificatie"
        ),
        bij_deelprocessen=ArraySubquery(
            Proces.objects.filter(hoofdzaaktypen=hier).order_by("identificatie").values("identificatie")
        ),
        bij_relaties=_relaties(),
    )


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
        **k.lees(rij, KOLOMMEN),
        "catalogus": plek("catalogussen", rij.proces.catalogus.uuid),
        "statustypen": adressen("statustypen", rij.bij_statustypen),
        "resultaattypen": adressen("resultaattypen", rij.bij_resultaattypen),
        "resultaattypeOmschrijving": namen(rij.bij_resultaattypen),
        "eigenschappen": adressen("eigenschappen", rij.bij_eigenschappen),
        "informatieobjecttypen": adressen("informatieobjecttypen", rij.bij_documenttypen),
        "informatieobjecttypeOmschrijving": namen(rij.bij_documenttypen),
        "roltypen": adressen("roltypen", rij.bij_roltypen),
        "zaakobjecttypen": adressen("zaakobjecttypen", rij.bij_zaakobjecttypen),
        "besluittypen": adressen("besluittypen", rij.bij_besluittypen),
        "besluittypeOmschrijving": namen(rij.bij_besluittypen),
        "deelzaaktypen": adressen("zaaktypen", rij.bij_deelzaaktypen),
        "deelzaaktypeIdentificaties": rij.bij_deelprocessen,
        "gerelateerdeZaaktypen": [_relatie(relatie) for relatie in rij.bij_relaties],
        "versiedatum": rij.versiedatum or rij.begin_geldigheid,
        "concept": rij.concept,
    }


def _trefwoorden(rijen: Rijen, waarde: list[str], vraag: Vraag) -> Rijen:
    return rijen.filter(trefwoorden__contains=waarde)


# -- writing -----------------------------------------------------------------------------------------------------------


def _gegevens(vraag: Vraag, catalogus: Catalogus) -> Zaaktypegegevens:
    lijf = vraag.gegevens
    gegevens = Zaaktypegegevens(k.schrijf(lijf, Zaaktype, KOLOMMEN), identificatie=lijf.get("identificatie"))
    if "catalogus" in lijf:
        gegevens.catalogus = verwijzing.rij(vraag, "catalogus", "catalogi.catalogussen")
    if lijf.get("selectielijstProcestype"):
        selectielijst.is_procestype("selectielijstProcestype", lijf["selectielijstProcestype"])
    if "besluittypen" in lijf:
        gegevens.besluittypen = types(vraag, "besluittypen", Besluittype, catalogus, lijf["besluittypen"])
    if "deelzaaktypen" in lijf:
        gegevens.lijsten["deelzaaktypen"] = [
            _deelproces(vraag, f"deelzaaktypen.{nummer}", waarde, catalogus)
            for nummer, waarde in enumerate(lijf["deelzaaktypen"])
        ]
    if "gerelateerdeZaaktypen" in lijf:
        gegevens.kinderen["gerelateerde_zaaktypen"] = [
            _naar_relatie(vraag, f"gerelateerdeZaaktypen.{nummer}.zaaktype", relatie)
            for nummer, relatie in enumerate(lijf["gerelateerdeZaaktypen"])
        ]
    return gegevens


def _deelproces(vraag: Vraag, veld: str, waarde: str, catalogus: Catalogus) -> Proces:
    deel = proces(vraag, veld, waarde)
    if deel.catalogus_id != catalogus.pk:
        raise veldfout(veld, "relations-incorrect-catalogus", "Dit staat in een andere catalogus.")
    return deel


def _naar_relatie(vraag: Vraag, veld: str, gezegd: dict[str, str]) -> dict[str, Any]:
    waarde = gezegd["zaaktype"]
    elders = is_adres(waarde) and eigen_pad(waarde, vraag.gastheer) is None
    if elders:
        verwijzing.elders(veld, waarde)
    return {
        "gerelateerd_proces": None if elders else proces(vraag, veld, waarde),
        "gerelateerd_url": waarde if elders else "",
        "aard_relatie": gezegd["aardRelatie"],
        "toelichting": gezegd.get("toelichting", ""),
    }


def _aanmaken(vraag: Vraag) -> Zaaktype:
    catalogus = verwijzing.rij(vraag, "catalogus", "catalogi.catalogussen")
    with met_namen(KOLOMMEN):
        gemaakt: Zaaktype = zaaktype_registreren(vraag.actor, _gegevens(vraag, catalogus))
    return gemaakt


def _bijwerken(vraag: Vraag, rij: Zaaktype) -> Zaaktype:
    with met_namen(KOLOMMEN):
        gewijzigd: Zaaktype = zaaktype_bijwerken(vraag.actor, rij, _gegevens(vraag, rij.proces.catalogus))
    return gewijzigd


def _verwijderen(vraag: Vraag, rij: Zaaktype) -> None:
    zaaktype_weghalen(vraag.actor, rij)


ZAAKTYPEN = in_de_catalogus(
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
    uitklap={
        "catalogus": "catalogi.catalogussen",
        "statustypen": "catalogi.statustypen",
        "resultaattypen": "catalogi.resultaattypen",
        "eigenschappen": "catalogi.eigenschappen",
        "informatieobjecttypen": "catalogi.informatieobjecttypen",
        "roltypen": "catalogi.roltypen",
        "zaakobjecttypen": "catalogi.zaakobjecttypen",
        "besluittypen": "catalogi.besluittypen",
        "deelzaaktypen": "catalogi.zaaktypen",
        "gerelateerdeZaaktypen": "catalogi.zaaktypen",
    },
    kanaal="zaaktypen",
    kenmerken=lambda rij: {"catalogus": plek("catalogussen", rij.proces.catalogus.uuid)},
    aanmaken=_aanmaken,
    bijwerken=_bijwerken,
    verwijderen=_verwijderen,
    opzoek_met=("proces__team__afdeling",),
)
