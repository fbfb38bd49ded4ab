"""The box in which the types lie, as Catalogi 1.3.3 writes it."""

from typing import Any

from django.db.models import OuterRef

from autorisatie.actor import Applicatie
from catalogus.models import Besluittype, Catalogus, Informatieobjecttype, Zaaktype
from mijnzaken.api import kolommen as k
from mijnzaken.api.bron import Inhoud, Rijen
from mijnzaken.api.catalogi.gedeeld import in_de_catalogus, plek
from mijnzaken.api.catalogi.schrijven import met_namen
from mijnzaken.api.catalogi.verwanten import adressen, namen, verwanten
from mijnzaken.api.vraag import Vraag
from mijnzaken.api.zaken.nummers import is_rsin
from mijnzaken.inrichting.typen import Typegegevens, catalogus_bewaren

_KOLOMMEN = {
    "domein": "domein",
    "rsin": "rsin",
    "contactpersoonBeheerNaam": "contactpersoon_beheer_naam",
    "contactpersoonBeheerTelefoonnummer": "contactpersoon_beheer_telefoonnummer",
    "contactpersoonBeheerEmailadres": "contactpersoon_beheer_emailadres",
    "naam": "naam",
    "versie": "versie",
    "begindatumVersie": "begindatum_versie",
}


def _catalogi(actor: Applicatie) -> Rijen:
    hier = OuterRef("pk")
    versies = Zaaktype.objects.filter(proces__catalogus=hier)
    return Catalogus.objects.annotate(
        bij_zaaktypen=verwanten(versies.order_by("proces__naam", "proces", "versienummer")),
        bij_besluittypen=verwanten(Besluittype.objects.filter(catalogus=hier)),
        bij_documenttypen=verwanten(Informatieobjecttype.objects.filter(catalogus=hier)),
    )


def _catalogus(rij: Any) -> Inhoud:
    return {
        "url": plek("catalogussen", rij.uuid),
        **k.lees(rij, _KOLOMMEN),
        "zaaktypen": adressen("zaaktypen", rij.bij_zaaktypen),
        "besluittypen": adressen("besluittypen", rij.bij_besluittypen),
        "besluittypeOmschrijving": namen(rij.bij_besluittypen),
        "informatieobjecttypen": adressen("informatieobjecttypen", rij.bij_documenttypen),
        "informatieobjecttypeOmschrijving": namen(rij.bij_documenttypen),
    }


def _aanmaken(vraag: Vraag) -> Catalogus:
    return _bijwerken(vraag, Catalogus())


def _bijwerken(vraag: Vraag, rij: Catalogus) -> Catalogus:
    if "rsin" in vraag.gegevens:
        is_rsin("rsin", vraag.gegevens["rsin"])
    with met_namen(_KOLOMMEN):
        bewaard: Catalogus = catalogus_bewaren(
            vraag.actor, rij, Typegegevens(k.schrijf(vraag.gegevens, Catalogus, _KOLOMMEN))
        )
    return bewaard


CATALOGUSSEN = in_de_catalogus(
    naam="catalogussen",
    soort="catalogus",
    schema="Catalogus",
    model=Catalogus,
    rijen=_catalogi,
    vorm=_catalogus,
    standaard={},
    filters={"domein": "domein", "domein__in": "domein__in", "rsin": "rsin", "rsin__in": "rsin__in"},
    uitklap={
        "zaaktypen": "catalogi.zaaktypen",
        "besluittypen": "catalogi.besluittypen",
        "informatieobjecttypen": "catalogi.informatieobjecttypen",
    },
    aanmaken=_aanmaken,
    bijwerken=_bijwerken,
)
