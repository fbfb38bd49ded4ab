"""How a zaak can end and how long it is kept then, as Catalogi 1.3.3 writes it."""

from typing import Any

from django.db.models import OuterRef

from autorisatie.actor import Applicatie
from catalogus import brondatum
from catalogus.models import Besluittype, Informatieobjecttype, Resultaattype, Uitkomst
from catalogus.uitkomst import uitkomst_van
from mijnzaken.api import kolommen as k
from mijnzaken.api.adressen import laatste_uuid
from mijnzaken.api.bron import Inhoud, Rijen
from mijnzaken.api.catalogi import selectielijst
from mijnzaken.api.catalogi.gedeeld import BIJ_ZAAKTYPE, MET_ZAAKTYPE, bij_zaaktype, plek, van_zaaktype
from mijnzaken.api.catalogi.schrijven import types, van_deel
from mijnzaken.api.catalogi.verwanten import adressen, namen, verwanten
from mijnzaken.api.fouten import ApiFout, Veldfout, veldfout
from mijnzaken.api.vraag import Vraag
from mijnzaken.inrichting.typen import Typegegevens

_KOLOMMEN = {
    "omschrijving": "omschrijving",
    "resultaattypeomschrijving": "resultaattypeomschrijving",
    "selectielijstklasse": "selectielijstklasse",
    "toelichting": "toelichting",
    "archiefnominatie": "archiefnominatie",
    "archiefactietermijn": "archiefactietermijn",
    "procesobjectaard": "procesobjectaard",
    "indicatieSpecifiek": "indicatie_specifiek",
    "procestermijn": "procestermijn",
}
_GROEP = "brondatumArchiefprocedure"
_BRONDATUM = {
    f"{_GROEP}.afleidingswijze": "brondatum_afleidingswijze",
    f"{_GROEP}.datumkenmerk": "brondatum_datumkenmerk",
    f"{_GROEP}.einddatumBekend": "brondatum_einddatum_bekend",
    f"{_GROEP}.objecttype": "brondatum_objecttype",
    f"{_GROEP}.registratie": "brondatum_registratie",
    f"{_GROEP}.procestermijn": "brondatum_procestermijn",
}


def _rijen(actor: Applicatie) -> Rijen:
    hier = OuterRef("pk")
    return Resultaattype.objects.select_related(*MET_ZAAKTYPE).annotate(
        bij_besluittypen=verwanten(Besluittype.objects.filter(resultaattypen=hier)),
        bij_documenttypen=verwanten(Informatieobjecttype.objects.filter(resultaattypen=hier)),
    )


def _vorm(rij: Any) -> Inhoud:
    return {
        "url": plek("resultaattypen", rij.uuid),
        **van_zaaktype(rij),
        **k.lees(rij, _KOLOMMEN),
        "omschrijvingGeneriek": rij.omschrijving_generiek,
        _GROEP: k.lees(rij, _BRONDATUM)[_GROEP] if rij.brondatum_afleidingswijze else None,
        "besluittypen": adressen("besluittypen", rij.bij_besluittypen),
        "besluittypeOmschrijving": namen(rij.bij_besluittypen),
        "informatieobjecttypen": adressen("informatieobjecttypen", rij.bij_documenttypen),
        "informatieobjecttypeOmschrijving": namen(rij.bij_documenttypen),
    }


def _vul(vraag: Vraag, rij: Resultaattype, gegevens: Typegegevens) -> None:
    lijf, velden = vraag.gegevens, gegevens.velden
    for veld, model in (("besluittypen", Besluittype), ("informatieobjecttypen", Informatieobjecttype)):
        if veld in lijf:
            gegevens.lijsten[veld] = types(vraag, veld, model, rij.zaaktype.proces.catalogus, lijf[veld])
    if (url := lijf.get("resultaattypeomschrijving")) and url != rij.resultaattypeomschrijving:
        woord = selectielijst.generieke_omschrijving("resultaattypeomschrijving", url)
        velden |= {"omschrijving_generiek": woord, "uitkomst": uitkomst_van(woord) or Uitkomst.AFGEHANDELD}
    if lijf.get("selectielijstklasse") or lijf.get(_GROEP):
        _houd_tegen_lijst(rij, lijf, velden)


def _houd_tegen_lijst(rij: Resultaattype, lijf: Inhoud, velden: dict[str, Any]) -> None:
    """ztc-002 and 003: of the procestype of the zaaktype; nomination and term follow from it when absent."""
    klasse = selectielijst.klasse("selectielijstklasse", lijf.get("selectielijstklasse") or rij.selectielijstklasse)
    procestype = laatste_uuid(rij.zaaktype.selectielijst_procestype)
    if procestype is not None and klasse.procestype != procestype:
        raise veldfout(
            "selectielijstklasse",
            "procestype-mismatch",
            "Dit resultaat hoort bij een ander procestype dan het zaaktype.",
        )
    if not velden.get("archiefnominatie", rij.archiefnominatie):
        velden["archiefnominatie"] = klasse.waardering
    if not velden.get("archiefactietermijn", rij.archiefactietermijn):
        velden["archiefactietermijn"] = klasse.bewaartermijn
    if gezegd := lijf.get(_GROEP):
        _toets_brondatum(gezegd, klasse.procestermijn)


def _toets_brondatum(gezegd: Inhoud, procestermijn: str) -> None:
    if not brondatum.past_bij_klasse(gezegd["afleidingswijze"], procestermijn):
        raise veldfout(
            f"{_GROEP}.afleidingswijze",
            "invalid-afleidingswijze-for-procestermijn",
            "Deze afleidingswijze past niet bij de procestermijn van de selectielijstklasse.",
        )
    redenen = {"required": "Dit veld is vereist.", "must-be-empty": "Dit veld blijft leeg bij deze afleidingswijze."}
    fouten = [Veldfout(f"{_GROEP}.{veld}", code, redenen[code]) for veld, code in brondatum.fouten(gezegd)]
    if fouten:
        raise ApiFout(400, velden=fouten)


RESULTAATTYPEN = bij_zaaktype(
    naam="resultaattypen",
    soort="resultaattype",
    schema="ResultaatType",
    model=Resultaattype,
    rijen=_rijen,
    vorm=_vorm,
    filters=BIJ_ZAAKTYPE
    | {  # older clients write these two so
        "zaaktype_identificatie": BIJ_ZAAKTYPE["zaaktypeIdentificatie"],
        "datum_geldigheid": BIJ_ZAAKTYPE["datumGeldigheid"],
    },
    uitklap={
        "catalogus": "catalogi.catalogussen",
        "zaaktype": "catalogi.zaaktypen",
        "besluittypen": "catalogi.besluittypen",
        "informatieobjecttypen": "catalogi.informatieobjecttypen",
    },
    **van_deel(Resultaattype, _KOLOMMEN | _BRONDATUM, _vul),
)
