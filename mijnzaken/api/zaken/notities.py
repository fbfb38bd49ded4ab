"""``/zaaknotities``: what colleagues write with a zaak, here and in other systems (Zaken 1.7.0)."""

from typing import Any

from django.db.models import Q

from autorisatie.actor import Applicatie
from autorisatie.models import Gegevensgroep
from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Filter, Inhoud, Rijen
from mijnzaken.api.contract import Aanpassing
from mijnzaken.api.kolommen import lees, schrijf
from mijnzaken.api.lijst import vergelijkt, verwijst
from mijnzaken.api.verwijzing import blijft
from mijnzaken.api.vraag import Vraag
from mijnzaken.api.zaken.bijzaak import ZAAKTYPE, bij_zaak, genoemde_zaak
from mijnzaken.api.zaken.gedeeld import pad
from mijnzaken.zaken.handelingen.notities import notitie_vastleggen, notitie_verwijderen, notitie_wijzigen
from mijnzaken.zaken.models import Notitie

_KOLOMMEN = {
    "onderwerp": "onderwerp",
    "tekst": "tekst",
    "aangemaaktDoor": "auteur",
    "notitieType": "notitie_type",
    "status": "status",
}
AANPASSINGEN = (
    Aanpassing(
        ("paths", "/zaaknotities", "get", "parameters", "7", "schema"),
        {"type": "string", "format": "uri"},
        "gerelateerdAan is the address of a zaak in the body; the document takes a number here, which nothing has.",
    ),
)


def _rijen(actor: Applicatie) -> Rijen:
    return Notitie.objects.voor(actor).select_related("aangemaakt_door", *ZAAKTYPE)


def _vorm(rij: Notitie) -> Inhoud:
    return {
        "url": adres(pad("zaaknotities", rij.uuid)),
        **lees(rij, _KOLOMMEN),
        "aangemaaktDoor": rij.door,
        "aanmaakdatum": rij.aanmaakdatum,
        "wijzigingsdatum": rij.wijzigingsdatum,
        "gerelateerdAan": adres(pad("zaken", rij.zaak.uuid)),
    }


def _velden(vraag: Vraag) -> dict[str, Any]:
    return schrijf(vraag.gegevens, Notitie, _KOLOMMEN)


def _vastleggen(vraag: Vraag) -> Notitie:
    zaak = genoemde_zaak(vraag, "gerelateerdAan")
    wie = vraag.actor.namens_weergave or vraag.actor.label
    rij: Notitie = notitie_vastleggen(vraag.actor, zaak, {"auteur": wie} | _velden(vraag))
    return rij


def _wijzigen(vraag: Vraag, rij: Notitie) -> Notitie:
    blijft(vraag, gerelateerdAan=("zaken.zaken", rij.zaak))
    nieuw: Notitie = notitie_wijzigen(vraag.actor, rij.zaak, rij, _velden(vraag))
    return nieuw


def _verwijderen(vraag: Vraag, rij: Notitie) -> None:
    notitie_verwijderen(vraag.actor, rij.zaak, rij)


def _door(hoe: str) -> Filter:
    """Who wrote it: as another system names him, or a colleague here by his surname."""

    def smal(rijen: Rijen, waarde: Any, vraag: Vraag) -> Rijen:
        return rijen.filter(Q(**{f"auteur{hoe}": waarde}) | Q(**{f"aangemaakt_door__achternaam{hoe}": waarde}))

    return smal


ZAAKNOTITIES = bij_zaak(
    naam="zaaknotities",
    soort="zaaknotitie",
    schema="ZaakNotitie",
    model=Notitie,
    rijen=_rijen,
    vorm=_vorm,
    groep=Gegevensgroep.NOTITIES,
    filters={
        "aangemaaktDoor": _door(""),
        "aangemaaktDoor__icontains": _door("__icontains"),
        **vergelijkt("aanmaakdatum", "aanmaakdatum", "gt", "gte", "lt", "lte"),
        **vergelijkt("wijzigingsdatum", "wijzigingsdatum", "gt", "gte", "lt", "lte"),
        "gerelateerdAan": verwijst("zaak__uuid", "zaken.zaken"),
        "notitieType": "notitie_type",
        "onderwerp": "onderwerp",
        "onderwerp__icontains": "onderwerp__icontains",
        "status": "status",
        "tekst": "tekst",
        "tekst__icontains": "tekst__icontains",
    },
    weergave=lambda rij: rij.onderwerp,
    aanmaken=_vastleggen,
    bijwerken=_wijzigen,
    verwijderen=_verwijderen,
)
