"""``/categorieen`` and ``/categorie-relaties``: names in which other systems count partijen, and who is counted."""

from typing import Any

from autorisatie.actor import Applicatie
from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Bron, Inhoud, Rijen
from mijnzaken.api.klantinteracties.bij_partij import bij_partij
from mijnzaken.api.klantinteracties.gedeeld import genoemd, naar, niet_leeg, op_beide, pad
from mijnzaken.api.klantinteracties.partij import LEZEN
from mijnzaken.api.kolommen import lees, schrijf
from mijnzaken.api.vraag import Vraag
from mijnzaken.klanten import bij_partij as handelingen
from mijnzaken.klanten.models import Categorie, CategorieRelatie

_DATUMS = {"beginDatum": "begin_datum", "eindDatum": "eind_datum"}


def _categorie(rij: Categorie) -> Inhoud:
    return {"uuid": rij.uuid, "url": adres(pad("categorieen", rij.uuid)), "naam": rij.naam}


def _leg_vast(vraag: Vraag) -> Categorie:
    rij: Categorie = handelingen.categorie_vastleggen(vraag.actor, vraag.gegevens["naam"])
    return rij


def _hernoem(vraag: Vraag, rij: Categorie) -> Categorie:
    naam = vraag.gegevens.get("naam", rij.naam)
    nieuw: Categorie = handelingen.categorie_wijzigen(vraag.actor, rij, naam)
    return nieuw


def _verwijder(vraag: Vraag, rij: Categorie) -> None:
    handelingen.categorie_verwijderen(vraag.actor, rij)


CATEGORIEEN = Bron(
    naam="categorieen",
    soort="categorie",
    pad="/categorieen",
    schema="Categorie",
    model=Categorie,
    rijen=lambda wie: Categorie.objects.voor(wie),
    vorm=_categorie,
    lezen=LEZEN,
    kanaal="partijen",
    aanmaken=_leg_vast,
    bijwerken=_hernoem,
    verwijderen=_verwijder,
    uniek={"categorie_naam_eens": ("naam", "unique")},
)

# -- who is counted in which -------------------------------------------------------------------------------------------


def _rijen(wie: Applicatie) -> Rijen:
    return CategorieRelatie.objects.voor(wie).select_related("partij", "categorie")


def _relatie(rij: CategorieRelatie) -> Inhoud:
    return {
        "uuid": rij.uuid,
        "url": adres(pad("categorie-relaties", rij.uuid)),
        "partij": naar("partijen", rij.partij.uuid),
        "categorie": _categorie(rij.categorie),
        **lees(rij, _DATUMS),
    }


def _gezegd(vraag: Vraag) -> dict[str, Any]:
    velden = schrijf(vraag.gegevens, CategorieRelatie, _DATUMS)
    if "categorie" in vraag.gegevens:
        niet_leeg(vraag, "categorie")
        velden["categorie"] = genoemd(vraag, "categorie", Categorie)
    return velden


CATEGORIE_RELATIES = bij_partij(
    naam="categorie-relaties",
    soort="categorieRelatie",
    schema="CategorieRelatie",
    model=CategorieRelatie,
    rijen=_rijen,
    vorm=_relatie,
    filters={
        **_DATUMS,
        "categorie__naam": "categorie__naam",
        **op_beide("categorie", "categorie__uuid"),
        "partij__nummer": "partij__nummer",
        **op_beide("partij", "partij__uuid"),
    },
    gezegd=_gezegd,
    toevoegen=handelingen.categorie_geven,
    wijzigen=handelingen.categorierelatie_wijzigen,
    weghalen=handelingen.categorie_afnemen,
)
