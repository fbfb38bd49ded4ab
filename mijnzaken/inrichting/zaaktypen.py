"""What another system does with a zaaktype (ZGW Catalogi 1.3.3): register it, change it, bring it out, remove it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Max, ProtectedError

from autorisatie.actor import Applicatie
from autorisatie.fouten import Invoerfout, OnjuisteToestand
from autorisatie.handeling import aantekenen, handeling
from catalogus import klok, versies
from catalogus.dossier.stand import gebreken_van_buiten
from catalogus.models import (
    Besluittype,
    Catalogus,
    Informatieobjecttype,
    Opschortingsgrond,
    Proces,
    Stand,
    Team,
    Termijnregime,
    Zaaktype,
)
from mijnzaken.inrichting.keuren import keur
from mijnzaken.inrichting.typen import (
    SCHRIJVEN,
    VERWIJDEREN,
    Typegegevens,
    bewaar,
    mag_corrigeren,
    overlapt,
    verandert,
)


@dataclass
class Zaaktypegegevens(Typegegevens):
    """``None``: not named, so it stays."""

    catalogus: Catalogus | None = None
    identificatie: str | None = None
    besluittypen: Sequence[Besluittype] | None = None


@handeling("zaaktype_versie_maken")
def zaaktype_registreren(actor: Applicatie, gegevens: Zaaktypegegevens) -> Zaaktype:
    """A concept, of a process that is there or of a new one. What the standard does not know gets what is usual."""
    proces = _proces(gegevens)
    if versies.concept_van(proces) is not None:
        raise Invoerfout({"identificatie": "Er is al een concept van dit zaaktype."}, {"identificatie": "unique"})
    rij = Zaaktype(proces=proces, versienummer=versies.volgend_nummer(proces), termijnregime=Termijnregime.WETTELIJK)
    rij.versiedatum = gegevens.velden.get("begin_geldigheid")
    aantekenen(proces=proces.identificatie, versie=rij.versienummer)
    return _bewaar_zaaktype(rij, gegevens)


@handeling("zaaktype_wijzigen")
def zaaktype_bijwerken(actor: Applicatie, rij: Zaaktype, gegevens: Zaaktypegegevens) -> Zaaktype:
    if not rij.concept and _zegt_meer(rij, gegevens):
        mag_corrigeren(actor, SCHRIJVEN, "non-concept-object")
        aantekenen(correctie=True)
    if gegevens.catalogus is not None and gegevens.catalogus != rij.catalogus:
        raise Invoerfout(
            {"catalogus": "Een zaaktype blijft in zijn catalogus."}, {"catalogus": "wijzigen-niet-toegelaten"}
        )
    _hernoem(rij, gegevens.identificatie)
    aantekenen(proces=rij.identificatie, versie=rij.versienummer)
    if not rij.concept and (einde := gegevens.velden.get("einde_geldigheid")):
        rij.stand = Stand.BEEINDIGD if einde <= klok.vandaag() else Stand.GEPUBLICEERD
    elif not rij.concept and "einde_geldigheid" in gegevens.velden:
        rij.stand = Stand.GEPUBLICEERD
    return _bewaar_zaaktype(rij, gegevens)


@handeling("zaaktype_publiceren")
def zaaktype_uitbrengen(actor: Applicatie, rij: Zaaktype) -> Zaaktype:
    """Zaken can start on it, from the day that it names. The standard asks less than our own editor does: what it
    refers to is published, and no other version holds on the same day. Nor does it go around an aansluitdossier.
    """
    aantekenen(proces=rij.identificatie, versie=rij.versienummer)
    if not rij.concept:
        return rij
    soorten = Informatieobjecttype.objects.filter(zaaktypeinformatieobjecttypen__zaaktype=rij)
    if rij.besluittypen.filter(concept=True).exists() or soorten.filter(concept=True).exists():
        raise Invoerfout(
            {"": "Een besluittype of informatieobjecttype van dit zaaktype is nog een concept."},
            {"": "concept-relation"},
        )
    _overlapt_niet(rij, rij.begin_geldigheid, rij.einde_geldigheid)
    if redenen := gebreken_van_buiten(rij):
        raise OnjuisteToestand(" ".join(redenen), code="aansluitdossier")
    rij.stand = (
        Stand.BEEINDIGD if rij.einde_geldigheid and rij.einde_geldigheid <= klok.vandaag() else Stand.GEPUBLICEERD
    )
    rij.gepubliceerd_op = klok.nu()
    rij.save(update_fields=["stand", "gepubliceerd_op"])
    return rij


@handeling("zaaktype_weggooien")
def zaaktype_weghalen(actor: Applicatie, rij: Zaaktype) -> None:
    """With its parts. A process without versions goes too. A zaak of this zaaktype stands in the way, always."""
    if not rij.concept:
        mag_corrigeren(actor, VERWIJDEREN, "non-concept-object")
    aantekenen(proces=rij.identificatie, versie=rij.versienummer)
    proces = rij.proces
    try:
        versies.haal_weg(rij)
        if not proces.versies.exists():
            proces.delete()
    except ProtectedError:
        raise OnjuisteToestand("Er zijn zaken van dit zaaktype, of iets anders verwijst ernaar.") from None


def _proces(gegevens: Zaaktypegegevens) -> Proces:
    """By its identificatie; a new one is carried out by the team that is named, else by the first there is."""
    proces = Proces.objects.filter(identificatie=gegevens.identificatie).first()
    if proces is not None:
        if proces.catalogus != gegevens.catalogus:
            raise Invoerfout(
                {"identificatie": "Deze identificatie staat al in een andere catalogus."}, {"identificatie": "unique"}
            )
        return proces
    verantwoordelijke = gegevens.velden.get("verantwoordelijke", "")
    team = Team.objects.filter(naam__iexact=verantwoordelijke).first() or Team.objects.order_by("pk").first()
    if team is None:
        raise Invoerfout({"verantwoordelijke": "Er is nog geen team dat zaken behandelt."})
    proces = Proces(
        catalogus=gegevens.catalogus,
        identificatie=gegevens.identificatie or "",
        naam=gegevens.velden.get("omschrijving", ""),
        groep="overig",
        team=team,
        proceseigenaar=verantwoordelijke,
    )
    keur(proces, naam="omschrijving")
    proces.save()
    return proces


def _hernoem(rij: Zaaktype, identificatie: str | None) -> None:
    proces = rij.proces
    if identificatie is None or identificatie == proces.identificatie:
        return
    if proces.versies.exclude(pk=rij.pk).exists():
        raise Invoerfout(
            {"identificatie": "Er zijn meer versies met deze identificatie; die verandert niet meer."},
            {"identificatie": "wijzigen-niet-toegelaten"},
        )
    bewaar(proces, Typegegevens({"identificatie": identificatie}))


def _zegt_meer(rij: Zaaktype, gegevens: Zaaktypegegevens) -> bool:
    """More than when it ends?"""
    besluittypen = gegevens.besluittypen
    return verandert(rij, gegevens) or (besluittypen is not None and set(besluittypen) != set(rij.besluittypen.all()))


def _bewaar_zaaktype(rij: Zaaktype, gegevens: Zaaktypegegevens) -> Zaaktype:
    velden = gegevens.velden
    if "opschorting_en_aanhouding_mogelijk" in velden:
        eigen = rij.opschortingsgronden or [Opschortingsgrond.AANVULLING]
        rij.opschortingsgronden = eigen if velden["opschorting_en_aanhouding_mogelijk"] else []
    if "verlenging_mogelijk" in velden:
        rij.verlenging_aantal = (rij.verlenging_aantal or 1) if velden["verlenging_mogelijk"] else 0
    if velden.get("verlenging_mogelijk") and not velden.get("verlengingstermijn", rij.verlengingstermijn):
        raise Invoerfout(
            {"verlengingstermijn": "Zeg met hoeveel de termijn langer wordt."}, {"verlengingstermijn": "required"}
        )
    begin, einde = (velden.get(naam, getattr(rij, naam)) for naam in ("begin_geldigheid", "einde_geldigheid"))
    _overlapt_niet(rij, begin, einde)
    bewaar(rij, gegevens)
    if gegevens.besluittypen is not None:
        _zet_besluittypen(rij, gegevens.besluittypen)
    return rij


def _zet_besluittypen(rij: Zaaktype, besluittypen: Sequence[Besluittype]) -> None:
    """Moments that were there keep what they say; new ones come after them."""
    rij.besluitmomenten.exclude(besluittype__in=besluittypen).delete()
    al = set(rij.besluitmomenten.values_list("besluittype", flat=True))
    plaats = rij.besluitmomenten.aggregate(hoogste=Max("volgorde"))["hoogste"] or 0
    for besluittype in besluittypen:
        if besluittype.pk not in al:
            plaats += 1
            rij.besluitmomenten.create(
                besluittype=besluittype, volgorde=plaats, bezwaar=bool(besluittype.reactietermijn)
            )


def _overlapt_niet(rij: Zaaktype, begin: date, einde: date | None) -> None:
    anderen = rij.proces.versies.exclude(pk=rij.pk).exclude(stand=Stand.CONCEPT)
    if anderen.filter(overlapt(begin, einde)).exists():
        raise Invoerfout(
            {"begin_geldigheid": "Een andere versie van dit zaaktype geldt dan ook. Geef die eerst een einde."},
            {"begin_geldigheid": "overlap"},
        )
