"""What another system does with the catalogue (ZGW Catalogi 1.3.3): make, change, publish and remove a type or a part.

What is published stays as it is, and so does what belongs to it (ztc-009, 010), but for its end, or for a system that
may correct (``catalogi.geforceerd-schrijven``) or remove it (``catalogi.geforceerd-verwijderen``).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Model, ProtectedError, Q

from autorisatie import scopes
from autorisatie.actor import Applicatie
from autorisatie.fouten import Invoerfout, OnjuisteToestand
from autorisatie.handeling import aantekenen, handeling
from catalogus.models import Besluittype, Catalogus, Informatieobjecttype, Zaaktype
from mijnzaken.inrichting.keuren import keur

Type = Besluittype | Informatieobjecttype

SCHRIJVEN, VERWIJDEREN = "catalogi.geforceerd-schrijven", "catalogi.geforceerd-verwijderen"
_EINDE = {"einde_geldigheid", "einde_object"}


@dataclass
class Typegegevens:
    """What a body says: columns; and lists that are set whole, by the attribute of the row: of rows that are there, and
    of rows that belong to this one alone, by their columns.
    """

    velden: dict[str, Any] = field(default_factory=dict)
    lijsten: dict[str, Sequence[Model]] = field(default_factory=dict)
    kinderen: dict[str, Sequence[Mapping[str, Any]]] = field(default_factory=dict)


# -- what stands by itself ---------------------------------------------------------------------------------------------


@handeling("zaaktype_wijzigen")
def catalogus_bewaren(actor: Applicatie, rij: Catalogus, gegevens: Typegegevens) -> Catalogus:
    return bewaar(rij, gegevens)


@handeling("zaaktype_wijzigen")
def type_bewaren(actor: Applicatie, rij: Type, gegevens: Typegegevens) -> Type:
    """A besluittype or an informatieobjecttype; a new one is a concept."""
    if rij.pk and not rij.concept and verandert(rij, gegevens):
        mag_corrigeren(actor, SCHRIJVEN, "non-concept-object")
    return bewaar(rij, gegevens)


@handeling("zaaktype_publiceren")
def type_publiceren(actor: Applicatie, rij: Type) -> Type:
    """Also when it was published before. Two versions with one name never hold on the same day."""
    gelijk = type(rij)._default_manager.filter(catalogus=rij.catalogus, omschrijving=rij.omschrijving, concept=False)
    if gelijk.exclude(pk=rij.pk).filter(overlapt(rij.begin_geldigheid, rij.einde_geldigheid)).exists():
        raise Invoerfout(
            {"begin_geldigheid": "Een andere versie met deze naam geldt dan ook."}, {"begin_geldigheid": "overlap"}
        )
    rij.concept = False
    rij.save(update_fields=["concept"])
    return rij


@handeling("zaaktype_weggooien")
def type_weghalen(actor: Applicatie, rij: Type) -> None:
    if not rij.concept:
        mag_corrigeren(actor, VERWIJDEREN, "non-concept-object")
    haal_weg(rij)


# -- its parts ---------------------------------------------------------------------------------------------------------


@handeling("zaaktype_wijzigen")
def deel_bewaren(actor: Applicatie, rij: Any, gegevens: Typegegevens) -> Any:
    """A statustype, resultaattype, roltype, eigenschap, zaakobjecttype, or a place for a kind of document."""
    versie: Zaaktype = rij.zaaktype
    if not versie.concept:
        mag_corrigeren(actor, SCHRIJVEN, "non-concept-zaaktype")
    aantekenen(proces=versie.identificatie, versie=versie.versienummer, soort=rij._meta.model_name)
    return bewaar(rij, gegevens)


@handeling("zaaktype_weggooien")
def deel_weghalen(actor: Applicatie, rij: Any) -> None:
    versie: Zaaktype = rij.zaaktype
    if not versie.concept:
        mag_corrigeren(actor, VERWIJDEREN, "non-concept-zaaktype")
    aantekenen(proces=versie.identificatie, versie=versie.versienummer, soort=rij._meta.model_name)
    haal_weg(rij)


# -- what both share -------------------------------------------------------------------------------------------------


def mag_corrigeren(actor: Applicatie, scope: str, code: str) -> None:
    """Raises Invoerfout, unless this system may change what is published."""
    if not scopes.heeft(actor, scope):
        raise Invoerfout({"": "Dit is gepubliceerd en verandert niet meer. Maak een nieuwe versie."}, {"": code})


def verandert(rij: Any, gegevens: Typegegevens) -> bool:
    """Does it say more than when it ends?"""
    if any(getattr(rij, naam) != waarde for naam, waarde in gegevens.velden.items() if naam not in _EINDE):
        return True
    if any(set(getattr(rij, naam).all()) != set(rijen) for naam, rijen in gegevens.lijsten.items()):
        return True
    return any(
        [{kolom: getattr(kind, kolom) for kolom in nieuw[0]} for kind in getattr(rij, naam).all()] != list(nieuw)
        if nieuw
        else getattr(rij, naam).exists()
        for naam, nieuw in gegevens.kinderen.items()
    )


def bewaar(rij: Any, gegevens: Typegegevens) -> Any:
    for naam, waarde in gegevens.velden.items():
        setattr(rij, naam, waarde)
    keur(rij)
    rij.save()
    for naam, rijen in gegevens.lijsten.items():
        getattr(rij, naam).set(rijen)
    for naam, nieuw in gegevens.kinderen.items():
        getattr(rij, naam).all().delete()
        for velden in nieuw:
            getattr(rij, naam).create(**velden)
    return rij


def haal_weg(rij: Any) -> None:
    try:
        rij.delete()
    except ProtectedError:
        raise OnjuisteToestand("Iets anders verwijst hiernaar. Haal dat eerst weg.") from None


def overlapt(begin: date, einde: date | None) -> Q:
    """What holds on a day of this period; the day of an end is the first without it."""
    raakt = Q(einde_geldigheid=None) | Q(einde_geldigheid__gt=begin)
    return raakt & Q(begin_geldigheid__lt=einde) if einde else raakt
