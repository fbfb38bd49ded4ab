"""The handelingen on what is offered: products and what belongs to them, the kruistabel, the national names."""

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.utils.text import slugify

from autorisatie.actor import Actor, Medewerker
from autorisatie.fouten import OnjuisteToestand
from autorisatie.handeling import aantekenen, handeling
from catalogus import klok, selectielijst, zoekwoorden
from catalogus.models import Balie, Kruistabelregel, Proces, Product, Thema, UplLading, UplNaam
from catalogus.selectielijst import Selectielijst, SelectielijstVerslag
from catalogus.upl import UplVerslag, werk_bij
from mijnzaken.inrichting.keuren import keur

_MEER_OP_MEER = ("themas", "balies")


@handeling("product_wijzigen")
def product_opstellen(actor: Actor, waarden: Mapping[str, Any]) -> Product:
    """A new product, which nobody outside sees until it gets a first day of publication."""
    product = Product(**{naam: waarde for naam, waarde in waarden.items() if naam not in _MEER_OP_MEER})
    _bewaar(product)
    _koppel(product, waarden)
    zoekwoorden.leer([product])
    aantekenen(product=product.slug)
    return product


@handeling("product_wijzigen")
def product_wijzigen(actor: Actor, product: Product, waarden: Mapping[str, Any]) -> Product:
    """Change what the public reads of a product: only what is named, so that two who work on it lose nothing."""
    rij = Product.objects.select_for_update().get(pk=product.pk)
    for naam, waarde in waarden.items():
        if naam not in _MEER_OP_MEER:
            setattr(rij, naam, waarde)
    _bewaar(rij)
    _koppel(rij, waarden)
    zoekwoorden.leer([rij])
    aantekenen(product=rij.slug, velden=sorted(waarden))
    return rij


@handeling("product_wijzigen")
def productdeel_bewaren(actor: Actor, product: Product, deel: Any, waarden: Mapping[str, Any]) -> models.Model:
    """Make or change a row that belongs to a product: an amount, a link, a translation."""
    for naam, waarde in waarden.items():
        setattr(deel, naam, waarde)
    deel.product = product
    keur(deel)
    deel.save()
    _gewijzigd(product)
    zoekwoorden.leer([product])
    aantekenen(product=product.slug, soort=deel._meta.model_name)
    return deel  # type: ignore[no-any-return]


@handeling("product_wijzigen")
def productdeel_weghalen(actor: Actor, product: Product, deel: models.Model) -> None:
    aantekenen(product=product.slug, soort=deel._meta.model_name)
    deel.delete()
    _gewijzigd(product)


@handeling("product_wijzigen")
def balie_bewaren(actor: Actor, balie: Balie, waarden: Mapping[str, Any]) -> Balie:
    """Make or change a desk; the products that name it show it as it is."""
    for naam, waarde in waarden.items():
        setattr(balie, naam, waarde)
    keur(balie)
    balie.save()
    aantekenen(balie=balie.naam)
    return balie


@handeling("product_wijzigen")
def thema_bewaren(actor: Actor, thema: Thema, waarden: Mapping[str, Any]) -> Thema:
    """Make or change a theme. Its address follows from its first name and stays: others link to it."""
    for naam, waarde in waarden.items():
        setattr(thema, naam, waarde)
    thema.slug = thema.slug or slugify(thema.naam)[:60]
    keur(thema, slug="naam")
    thema.save()
    aantekenen(thema=thema.slug)
    return thema


@handeling("product_wijzigen")
def thema_weghalen(actor: Actor, thema: Thema) -> None:
    """Only when no product stands under it: else a product would vanish from the first page unseen."""
    if thema.producten.exists():
        raise OnjuisteToestand("Er staan nog producten onder dit onderwerp. Haal het daar eerst weg.")
    aantekenen(thema=thema.slug)
    thema.delete()


@handeling("product_wijzigen")
def kruistabel_wijzigen(actor: Actor, product: Product, actie: str, proces: Proces | None) -> None:
    """Which process serves this product for this action; None: none does."""
    Product.objects.select_for_update().get(pk=product.pk)
    regels = Kruistabelregel.objects.filter(product=product, actie=actie)
    if proces is None:
        regels.delete()
    else:
        Kruistabelregel.objects.update_or_create(product=product, actie=actie, defaults={"proces": proces})
    aantekenen(product=product.slug, actie=actie, proces=proces.identificatie if proces else "")


@handeling("catalogus_laden")
def upl_laden(actor: Actor, namen: list[UplNaam], bestand: str) -> UplVerslag:
    """Bring the national names up to date, and keep the report."""
    verslag = werk_bij(namen)
    UplLading.objects.create(
        moment=klok.nu(),
        bestand=bestand[:200],
        door=actor.gebruiker.naam[:100] if isinstance(actor, Medewerker) else "opdracht laad_upl",
        aantal_nieuw=len(verslag.nieuw),
        aantal_gewijzigd=len(verslag.gewijzigd),
        aantal_verdwenen=len(verslag.verdwenen),
        aantal_gelijk=verslag.gelijk,
        verschillen=verslag.verschillen,
    )
    aantekenen(bestand=bestand[:200], nieuw=len(verslag.nieuw), verdwenen=len(verslag.verdwenen))
    return verslag


@handeling("catalogus_laden")
def selectielijst_laden(actor: Actor, lijst: Selectielijst, bestand: str) -> SelectielijstVerslag:
    """Bring the Selectielijst up to date."""
    verslag = selectielijst.werk_bij(lijst)
    aantekenen(bestand=bestand[:200], nieuw=len(verslag.nieuw), verdwenen=len(verslag.verdwenen))
    return verslag


def _bewaar(product: Product) -> None:
    product.gewijzigd_op = klok.vandaag()
    keur(product)
    product.save()


def _koppel(product: Product, waarden: Mapping[str, Any]) -> None:
    for naam in _MEER_OP_MEER:
        if naam in waarden:
            getattr(product, naam).set(waarden[naam])


def _gewijzigd(product: Product) -> None:
    Product.objects.filter(pk=product.pk).update(gewijzigd_op=klok.vandaag())
