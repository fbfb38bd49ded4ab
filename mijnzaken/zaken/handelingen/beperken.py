"""Storing data and not using them, for who asked that (AVG 18, 21), and telling him before that ends."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.utils import translation

from autorisatie import logboek
from autorisatie.actor import Medewerker
from autorisatie.fouten import Invoerfout, OnjuisteToestand
from autorisatie.handeling import aantekenen, handeling
from catalogus import klok
from mijnzaken.berichten.opstellen import taal_van
from mijnzaken.zaken import berichtgeving, stappen
from mijnzaken.zaken.avg import MET_SLOT
from mijnzaken.zaken.avg.eigen_zaken import betrokkene, zaken_van
from mijnzaken.zaken.avg.ontvangers import zet_klaar
from mijnzaken.zaken.models import Beperking, Beperkingsgrond, Kennisgevingssoort, Zaak
from mijnzaken.zaken.regels import mag_behandelen

DOEL = "een verzoek om uw gegevens niet te gebruiken"


@handeling("gebruik_beperken", op="zaken.Zaak")
def gebruik_beperken(
    actor: Medewerker, verzoek: Zaak, *, zaken: Sequence[UUID], grond: str, toelichting: str
) -> list[Beperking]:
    """Lock these zaken of who asked. Their own handlers can do little in them until the lock is lifted; they are told.
    ``toelichting`` is for colleagues.
    """
    if verzoek.proces.identificatie not in MET_SLOT:
        raise OnjuisteToestand("Bij dit soort zaak zet u geen gegevens op slot.")
    mag_behandelen(verzoek, actor.gebruiker)
    partij = betrokkene(verzoek)
    if grond not in Beperkingsgrond.values:
        raise Invoerfout({"grond": "Kies een grond uit de lijst."})
    if not toelichting.strip():
        raise Invoerfout({"toelichting": "Schrijf waarom dit slot nodig is."})
    gekozen = _gekozen(zaken_van(actor, verzoek, partij), zaken)
    rijen = []
    for zaak in gekozen:
        if zaak.beperkingen.filter(verzoek=verzoek, weer_vanaf=None).exists():
            raise Invoerfout({"zaken": f"Zaak {zaak.nummer} staat al op slot door dit verzoek."})
        rijen.append(
            Beperking.objects.create(
                zaak=zaak,
                verzoek=verzoek,
                partij=partij,
                grond=grond,
                toelichting=toelichting.strip()[:1000],
                vanaf=klok.nu(),
                door=actor.gebruiker,
            )
        )
        zaak.beperkt = True
        stappen.raak_aan(zaak, "beperkt")
        logboek.leg_lezing_vast(actor, "gebruik_beperken", rij=zaak, doel=DOEL)
        zet_klaar(verzoek, zaak, Kennisgevingssoort.BEPERKT)
    stappen.raak_aan(verzoek)
    with translation.override(taal_van(partij)):
        reden = str(Beperkingsgrond(grond).label)
    berichtgeving.meld_beperkt(verzoek, partij, gekozen, reden)
    aantekenen(zaken=[zaak.nummer for zaak in gekozen], grond=grond)
    return rijen


@handeling("beperking_opheffen", op="zaken.Zaak")
def beperking_opheffen(
    actor: Medewerker, verzoek: Zaak, *, zaken: Sequence[UUID], weer_vanaf: date | None, reden: str
) -> list[Beperking]:
    """Say from which day these zaken may be used again: the person hears it first, so not from today (18 lid 3)."""
    mag_behandelen(verzoek, actor.gebruiker)
    vandaag = klok.vandaag()
    if weer_vanaf is None or weer_vanaf <= vandaag:
        raise Invoerfout({"weer_vanaf": "Kies een dag na vandaag: de inwoner hoort het voor het slot eraf gaat."})
    if not reden.strip():
        raise Invoerfout({"reden": "Schrijf waarom het slot eraf kan. De inwoner leest dit."})
    open_ = Beperking.objects.systeem("de sloten van een toegelaten verzoek").filter(verzoek=verzoek, weer_vanaf=None)
    gekozen = _gekozen(zaken_van(actor, verzoek, betrokkene(verzoek)).filter(pk__in=open_.values("zaak")), zaken)
    rijen = list(open_.filter(zaak__in=gekozen))
    for rij in rijen:
        rij.weer_vanaf, rij.einde_reden = weer_vanaf, reden.strip()[:1000]
        rij.aangekondigd_op, rij.aangekondigd_door = vandaag, actor.gebruiker
        rij.save(update_fields=["weer_vanaf", "einde_reden", "aangekondigd_op", "aangekondigd_door"])
    for zaak in gekozen:
        stappen.raak_aan(zaak)
        logboek.leg_lezing_vast(actor, "beperking_opheffen", rij=zaak, doel=DOEL)
    stappen.raak_aan(verzoek)
    berichtgeving.meld_einde_beperking(verzoek, betrokkene(verzoek), gekozen, weer_vanaf, reden.strip())
    aantekenen(zaken=[zaak.nummer for zaak in gekozen], weer_vanaf=weer_vanaf.isoformat())
    return rijen


def _gekozen(mogelijk: Any, zaken: Sequence[UUID]) -> list[Zaak]:
    """Locked, in one order for everybody. What is not among them does not exist."""
    if not zaken:
        raise Invoerfout({"zaken": "Kies ten minste een zaak."})
    gevonden = list(
        mogelijk.filter(uuid__in=zaken).select_related("proces", "behandelaar").select_for_update(of=("self",))
    )
    if len(gevonden) != len(set(zaken)):
        raise Invoerfout({"zaken": "Kies een zaak uit de lijst."})
    return gevonden
