"""The zaaktypen and the catalogue in which they lie, as Catalogi 1.3.3 writes them."""

from autorisatie.actor import Applicatie
from catalogus.models import Catalogus, Zaaktype
from catalogus.vertrouwelijkheid import naar_zgw
from mijnzaken.api.bron import Bron, Inhoud, Rijen
from mijnzaken.api.catalogi.gedeeld import LEZEN, STANDAARD, geldigheid, naar_status, op_dag, plek, plekken
from mijnzaken.api.lijst import verwijst
from mijnzaken.api.vraag import Vraag

_DELEN = ("statustypen", "resultaattypen", "roltypen", "zaakobjecttypen", "besluittypen")


def _rijen(actor: Applicatie) -> Rijen:
    rijen = Zaaktype.objects.select_related("proces__catalogus")
    documenttypen = "zaaktypeinformatieobjecttypen__informatieobjecttype"
    return rijen.prefetch_related(*_DELEN, "gegevens", documenttypen, "deelzaaktypen__versies")


def _vorm(rij: Zaaktype) -> Inhoud:
    documenttypen = list(dict.fromkeys(z.informatieobjecttype for z in rij.zaaktypeinformatieobjecttypen.all()))
    deelprocessen = rij.deelzaaktypen.all()
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
        "statustypen": plekken("statustypen", rij.statustypen.all()),
        "resultaattypen": plekken("resultaattypen", rij.resultaattypen.all()),
        "resultaattypeOmschrijving": [r.omschrijving for r in rij.resultaattypen.all()],
        "eigenschappen": plekken("eigenschappen", rij.gegevens.all()),
        "informatieobjecttypen": plekken("informatieobjecttypen", documenttypen),
        "informatieobjecttypeOmschrijving": [d.omschrijving for d in documenttypen],
        "roltypen": plekken("roltypen", rij.roltypen.all()),
        "zaakobjecttypen": plekken("zaakobjecttypen", rij.zaakobjecttypen.all()),
        "besluittypen": plekken("besluittypen", rij.besluittypen.all()),
        "besluittypeOmschrijving": [b.omschrijving for b in rij.besluittypen.all()],
        "deelzaaktypen": [plek("zaaktypen", versie.uuid) for p in deelprocessen for versie in p.versies.all()],
        "deelzaaktypeIdentificaties": [p.identificatie for p in deelprocessen],
        "gerelateerdeZaaktypen": [],
        **geldigheid(rij),
        "versiedatum": rij.versiedatum or rij.begin_geldigheid,
        "concept": rij.concept,
    }


def _trefwoorden(rijen: Rijen, waarde: list[str], vraag: Vraag) -> Rijen:
    return rijen.filter(trefwoorden__contains=waarde)


ZAAKTYPEN = Bron(
    naam="zaaktypen",
    soort="zaaktype",
    pad="/zaaktypen",
    schema="ZaakType",
    model=Zaaktype,
    rijen=_rijen,
    vorm=_vorm,
    lezen=LEZEN,
    standaard=STANDAARD,
    filters={
        "catalogus": verwijst("proces__catalogus__uuid", "catalogi.catalogussen"),
        "identificatie": "proces__identificatie",
        "trefwoorden": _trefwoorden,
        "status": naar_status("stand"),
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


CATALOGUSSEN = Bron(
    naam="catalogussen",
    soort="catalogus",
    pad="/catalogussen",
    schema="Catalogus",
    model=Catalogus,
    rijen=_catalogi,
    vorm=_catalogus,
    lezen=LEZEN,
    filters={"domein": "domein", "domein__in": "domein__in", "rsin": "rsin", "rsin__in": "rsin__in"},
)
