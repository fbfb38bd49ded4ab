"""The handelingen on the decision tables of a product: draft, change, use from a day, withdraw before that day."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from autorisatie.actor import Actor
from autorisatie.fouten import Invoerfout, OnjuisteToestand
from autorisatie.handeling import aantekenen, handeling
from catalogus import klok
from catalogus.models import Beslistabel, Product
from catalogus.models.beslistabel import lege_inhoud
from catalogus.regels import bezwaren

Bewerking = Callable[[Mapping[str, Any]], dict[str, Any]]


@handeling("product_wijzigen")
def beslistabel_opstellen(actor: Actor, product: Product, soort: str) -> Beslistabel:
    """A draft, with everything of the newest version when there is one."""
    _op_slot(product)
    rijen = Beslistabel.objects.filter(product=product, soort=soort)
    if rijen.filter(geldig_van=None).exists():
        raise OnjuisteToestand("Er is al een concept van deze tabel. Werk daarin verder of gooi het weg.")
    vorige = rijen.order_by("-geldig_van").first()
    nieuw = Beslistabel(product=product, soort=soort, inhoud=lege_inhoud() | {"uitkomst": soort})
    if vorige is not None:
        nieuw.inhoud, nieuw.toelichting = vorige.inhoud, vorige.toelichting
        nieuw.verzonnen_bedragen = vorige.verzonnen_bedragen
    nieuw.save()
    aantekenen(product=product.slug, tabel=soort)
    return nieuw


@handeling("product_wijzigen")
def beslistabel_wijzigen(
    actor: Actor, tabel: Beslistabel, *, bewerking: Bewerking | None = None, waarden: Mapping[str, Any] | None = None
) -> Beslistabel:
    """Change a draft. ``bewerking`` gets the contents as they are now, so that two who work on it lose nothing."""
    rij = _concept(tabel)
    if bewerking is not None:
        rij.inhoud = bewerking(rij.inhoud)
    for naam, waarde in (waarden or {}).items():
        setattr(rij, naam, waarde)
    try:
        rij.full_clean()
    except ValidationError as fout:
        raise Invoerfout({"__all__": " ".join(fout.messages)}) from fout
    rij.save()
    aantekenen(product=rij.product.slug, tabel=rij.soort)
    return rij


@handeling("product_wijzigen")
def beslistabel_in_gebruik_nemen(actor: Actor, tabel: Beslistabel, *, vanaf: date) -> Beslistabel:
    """Let a draft hold from a day; the version before it ends on that day. What holds today holds all of today."""
    rij = _concept(tabel)
    redenen = bezwaren(rij)
    vorige = Beslistabel.objects.filter(product=rij.product_id, soort=rij.soort, geldig_tot=None).exclude(pk=rij.pk)
    laatste = vorige.first()
    if vanaf < klok.vandaag():
        redenen.append("Een tabel kan niet met terugwerkende kracht gaan gelden.")
    elif laatste is not None and laatste.geldig_van is not None and vanaf <= max(laatste.geldig_van, klok.vandaag()):
        redenen.append("Er geldt al een tabel. De nieuwe gaat op zijn vroegst de dag daarna in.")
    if redenen:
        raise OnjuisteToestand(" ".join(redenen))
    if laatste is not None:
        laatste.geldig_tot = vanaf
        laatste.save(update_fields=["geldig_tot"])
    rij.geldig_van = vanaf
    rij.save(update_fields=["geldig_van"])
    aantekenen(product=rij.product.slug, tabel=rij.soort, vanaf=vanaf.isoformat())
    return rij


@handeling("product_wijzigen")
def beslistabel_intrekken(actor: Actor, tabel: Beslistabel) -> Beslistabel:
    """A version that does not hold yet becomes a draft again; the one before it goes on without an end."""
    _op_slot(tabel.product)
    rij = Beslistabel.objects.select_related("product").get(pk=tabel.pk)
    rijen = Beslistabel.objects.filter(product=rij.product_id, soort=rij.soort)
    if rij.geldig_van is None or rij.geldig_van <= klok.vandaag():
        raise OnjuisteToestand("Deze tabel geldt al. Maak een nieuwe versie.")
    if rijen.filter(geldig_van=None).exists():
        raise OnjuisteToestand("Er is al een concept van deze tabel. Gooi dat eerst weg.")
    was, rij.geldig_van = rij.geldig_van, None
    rij.save(update_fields=["geldig_van"])
    rijen.filter(geldig_tot=was).update(geldig_tot=None)
    aantekenen(product=rij.product.slug, tabel=rij.soort)
    return rij


@handeling("product_wijzigen")
def beslistabel_weggooien(actor: Actor, tabel: Beslistabel) -> None:
    """Throw a draft away."""
    rij = _concept(tabel)
    aantekenen(product=rij.product.slug, tabel=rij.soort)
    rij.delete()


def _op_slot(product: Product) -> None:
    """One at a time works on the tables of a product: what overlaps would be seen by the database too late."""
    Product.objects.select_for_update().get(pk=product.pk)


def _concept(tabel: Beslistabel) -> Beslistabel:
    _op_slot(tabel.product)
    rij = Beslistabel.objects.select_related("product").filter(pk=tabel.pk, geldig_van=None).first()
    if rij is None:
        raise OnjuisteToestand("Deze tabel is in gebruik en verandert niet meer. Maak een nieuwe versie.")
    return rij
