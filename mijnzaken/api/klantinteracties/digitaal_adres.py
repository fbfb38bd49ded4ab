"""``/digitaleadressen``: where a partij can be reached, or who took part in a contact. One who can log in says himself
which of them he wants to be written to; another system adds one that he has not confirmed.
"""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any
from uuid import UUID

from django.utils import timezone

from autorisatie.actor import Applicatie
from autorisatie.models import Gegevensgroep, Partij
from catalogus import klok
from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Bron, Inhoud, Rijen
from mijnzaken.api.klantinteracties import klantcontact, partij
from mijnzaken.api.klantinteracties.gedeeld import genoemd, naar, op_beide, pad, uuids
from mijnzaken.api.klantinteracties.partijfilter import op_partijidentificator
from mijnzaken.api.kolommen import lees, schrijf
from mijnzaken.api.lijst import vergelijkt
from mijnzaken.api.vraag import Vraag
from mijnzaken.klanten import partijen as handelingen
from mijnzaken.klanten.models import Betrokkene, DigitaalAdres

_KOLOMMEN = {
    "adres": "adres",
    "soortDigitaalAdres": "soort_digitaal_adres",
    "isStandaardAdres": "is_standaard_adres",
    "omschrijving": "omschrijving",
    "referentie": "referentie",
}


def _rijen(wie: Applicatie) -> Rijen:
    return (
        DigitaalAdres.objects.voor(wie)
        .select_related("verstrekt_door_partij", "verstrekt_door_betrokkene__klantcontact")
        .annotate(
            partijen_=uuids(
                Betrokkene, "klantcontact", van="verstrekt_door_betrokkene__klantcontact", kolom="was_partij"
            )
        )
    )


def _vorm(rij: DigitaalAdres) -> Inhoud:
    betrokkene, van_wie = rij.verstrekt_door_betrokkene, rij.verstrekt_door_partij
    return {
        "uuid": rij.uuid,
        "url": adres(pad("digitaleadressen", rij.uuid)),
        "verstrektDoorBetrokkene": naar("betrokkenen", betrokkene.uuid) if betrokkene is not None else None,
        "verstrektDoorPartij": naar("partijen", van_wie.uuid) if van_wie is not None else None,
        **lees(rij, _KOLOMMEN),
        "verificatieDatum": klok.datum(rij.geverifieerd_op) if rij.geverifieerd_op is not None else None,
    }


def _gezegd(vraag: Vraag) -> dict[str, Any]:
    lijf = vraag.gegevens
    velden = schrijf(lijf, DigitaalAdres, _KOLOMMEN)
    if "verificatieDatum" in lijf:
        dag = lijf["verificatieDatum"]
        velden["geverifieerd_op"] = timezone.make_aware(datetime.combine(dag, time.min)) if dag else None
    if "verstrektDoorPartij" in lijf:
        velden["verstrekt_door_partij"] = genoemd(vraag, "verstrektDoorPartij", Partij)
    if "verstrektDoorBetrokkene" in lijf:
        velden["verstrekt_door_betrokkene"] = genoemd(vraag, "verstrektDoorBetrokkene", Betrokkene)
    return velden


def _leg_vast(vraag: Vraag) -> DigitaalAdres:
    rij: DigitaalAdres = handelingen.digitaal_adres_vastleggen(vraag.actor, _gezegd(vraag))
    return rij


def _wijzig(vraag: Vraag, rij: DigitaalAdres) -> DigitaalAdres:
    nieuw: DigitaalAdres = handelingen.digitaal_adres_bijwerken(vraag.actor, rij, _gezegd(vraag))
    return nieuw


def _verwijder(vraag: Vraag, rij: DigitaalAdres) -> None:
    handelingen.digitaal_adres_verwijderen(vraag.actor, rij)


def _hoofd(rij: DigitaalAdres) -> tuple[str, UUID, str]:
    if rij.verstrekt_door_partij is not None:
        return partij.hoofd(rij.verstrekt_door_partij)
    assert rij.verstrekt_door_betrokkene is not None  # digitaaladres_van_een
    return klantcontact.hoofd(rij.verstrekt_door_betrokkene.klantcontact)


def _van_wie(vraag: Vraag, rijen: Sequence[Any]) -> set[int]:
    zelf = {rij.verstrekt_door_partij_id for rij in rijen if rij.verstrekt_door_partij_id}
    return zelf | {pk for rij in rijen for pk in rij.partijen_}


def _is_geverifieerd(rijen: Rijen, waarde: bool, vraag: Vraag) -> Rijen:
    return rijen.filter(geverifieerd_op__isnull=not waarde)


DIGITALE_ADRESSEN = Bron(
    naam="digitaleadressen",
    soort="digitaalAdres",
    pad="/digitaleadressen",
    schema="DigitaalAdres",
    model=DigitaalAdres,
    rijen=_rijen,
    vorm=_vorm,
    lezen=partij.LEZEN,
    groep=Gegevensgroep.PERSOONSGEGEVENS,
    lezing="gegevens_inzien",
    betrokkenen=_van_wie,
    filters={
        **{naam: kolom for naam, kolom in _KOLOMMEN.items() if naam != "omschrijving"},
        "omschrijving": "omschrijving__icontains",
        "adres__icontains": "adres__icontains",
        "isGeverifieerd": _is_geverifieerd,
        **vergelijkt("verificatieDatum", "geverifieerd_op__date", "gt", "gte", "lt", "lte"),
        "verstrektDoorBetrokkene__rol": "verstrekt_door_betrokkene__rol",
        **op_beide("verstrektDoorBetrokkene", "verstrekt_door_betrokkene__uuid"),
        **op_partijidentificator("verstrektDoorPartij__partijIdentificator__", "verstrekt_door_partij__in"),
        "verstrektDoorPartij__soortPartij": "verstrekt_door_partij__soort_partij",
        **op_beide("verstrektDoorPartij", "verstrekt_door_partij__uuid"),
    },
    uitklap={"verstrektDoorBetrokkene": "klantinteracties.betrokkenen"},
    hoofd=_hoofd,
    weergave=lambda rij: rij.soort_digitaal_adres,
    kanaal="partijen",
    aanmaken=_leg_vast,
    bijwerken=_wijzig,
    verwijderen=_verwijder,
    uniek={"digitaaladres_eens": ("adres", "unique"), "digitaaladres_een_standaard": ("isStandaardAdres", "unique")},
)
