"""The handelingen on the catalogue: make a version, change it, publish it. Screens, API and commands call these.

A published version never changes; running zaken stay on theirs. Nobody publishes what they wrote.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import IntegrityError, models

from autorisatie.actor import Actor, Medewerker
from autorisatie.fouten import Invoerfout, OnjuisteToestand
from autorisatie.handeling import aantekenen, handeling
from catalogus import versies, volgorde
from catalogus.models import Proces, Zaaktype
from mijnzaken.inrichting import meldingen, rollen


def _wie(actor: Actor) -> int | None:
    return actor.gebruiker.pk if isinstance(actor, Medewerker) else None


def _accounts(actor: Actor) -> set[int]:
    """All accounts of who acts: one person with two of them is one person."""
    return set(actor.gebruiker.accounts().values_list("pk", flat=True)) if isinstance(actor, Medewerker) else set()


@handeling("zaaktype_versie_maken")
def zaaktype_versie_maken(actor: Actor, bron: Zaaktype, *, proces: Proces) -> Zaaktype:
    """A new concept with everything of ``bron``."""
    try:
        nieuw = versies.kopieer(bron, auteur_id=_wie(actor))
    except versies.KanNiet as fout:
        raise OnjuisteToestand(str(fout)) from fout
    aantekenen(proces=proces.identificatie, versie=nieuw.versienummer)
    return nieuw


@handeling("zaaktype_wijzigen")
def onderdeel_bewaren(
    actor: Actor, versie: Zaaktype, rij: models.Model, waarden: Mapping[str, Any], *, proces: Proces
) -> models.Model:
    """Change a concept, or one of its parts (a new part has no key yet). Who did is an author from then on."""
    _moet_concept_zijn(versie)
    meer_op_meer = {f.name for f in rij._meta.many_to_many}
    for naam, waarde in waarden.items():
        if naam not in meer_op_meer:
            setattr(rij, naam, waarde)
    try:
        rij.full_clean(exclude=[f.name for f in rij._meta.fields if f.name not in waarden])
        rij.save()
    except IntegrityError:
        raise Invoerfout({"__all__": "Deze naam of dit nummer bestaat al in dit zaaktype. Kies een ander."}) from None
    for naam in meer_op_meer & set(waarden):
        getattr(rij, naam).set(waarden[naam])
    versies.onthoud_auteur(versie, _wie(actor))
    aantekenen(proces=proces.identificatie, versie=versie.versienummer, soort=rij._meta.model_name)
    return rij


@handeling("zaaktype_wijzigen")
def onderdeel_verplaatsen(actor: Actor, versie: Zaaktype, rij: models.Model, *, omhoog: bool, proces: Proces) -> None:
    """One place up or down among the parts of its kind. Raises OnjuisteToestand for the first and the last."""
    _moet_concept_zijn(versie)
    if not volgorde.verplaats(rij, omhoog=omhoog):
        raise OnjuisteToestand("Hoger kan niet." if omhoog else "Lager kan niet.")
    versies.onthoud_auteur(versie, _wie(actor))
    aantekenen(proces=proces.identificatie, versie=versie.versienummer, soort=rij._meta.model_name)


@handeling("zaaktype_wijzigen")
def onderdeel_weghalen(actor: Actor, versie: Zaaktype, rij: models.Model, *, proces: Proces) -> None:
    _moet_concept_zijn(versie)
    try:
        rij.delete()
    except models.ProtectedError:
        raise OnjuisteToestand(
            "Een ander onderdeel van dit zaaktype gebruikt dit nog. Haal het daar eerst weg."
        ) from None
    versies.onthoud_auteur(versie, _wie(actor))
    aantekenen(proces=proces.identificatie, versie=versie.versienummer, soort=rij._meta.model_name)


@handeling("zaaktype_publiceren")
def zaaktype_publiceren(actor: Actor, versie: Zaaktype, *, proces: Proces, vanaf: date | None = None) -> Zaaktype:
    """New zaken follow this version from ``vanaf``. Raises OnjuisteToestand with every reason why not."""
    if gebreken := rollen.gebreken(versie):
        raise OnjuisteToestand(" ".join(gebrek.zin for gebrek in gebreken))
    try:
        gepubliceerd = versies.publiceer(versie, door_id=_wie(actor), vanaf=vanaf, ook=_accounts(actor))
    except versies.KanNiet as fout:
        raise OnjuisteToestand(" ".join(fout.redenen)) from fout
    aantekenen(proces=proces.identificatie, versie=versie.versienummer, vanaf=gepubliceerd.begin_geldigheid.isoformat())
    return gepubliceerd


@handeling("zaaktype_terugsturen")
def zaaktype_terugsturen(actor: Actor, versie: Zaaktype, *, proces: Proces, reden: str) -> Zaaktype:
    """Back to who wrote it, with the reason; they are told. Who wrote on it himself has nobody to send it to."""
    reden = reden.strip()[:500]
    if not reden:
        raise Invoerfout({"reden": "Schrijf op wat er anders moet."})
    if not _accounts(actor).isdisjoint(versie.auteurs):
        raise OnjuisteToestand("U schreef zelf aan deze versie. Wijzig haar, of laat een ander haar beoordelen.")
    try:
        versies.stuur_terug(versie, door_id=_wie(actor), reden=reden)
    except versies.KanNiet as fout:
        raise OnjuisteToestand(str(fout)) from fout
    meldingen.meld_teruggestuurd(versie)
    aantekenen(proces=proces.identificatie, versie=versie.versienummer)
    return versie


@handeling("zaaktype_weggooien")
def zaaktype_weggooien(actor: Actor, versie: Zaaktype, *, proces: Proces) -> None:
    """Throw a concept away."""
    aantekenen(proces=proces.identificatie, versie=versie.versienummer)
    try:
        versies.gooi_weg(versie)
    except versies.KanNiet as fout:
        raise OnjuisteToestand(str(fout)) from fout


def _moet_concept_zijn(versie: Zaaktype) -> None:
    if not versie.concept:
        raise OnjuisteToestand("Deze versie is gepubliceerd en verandert niet meer. Maak een nieuwe versie.")
