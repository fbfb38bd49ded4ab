"""Carrying out an order to move zaken: first a row for each zaak, then the rows one by one, in portions."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count

from autorisatie.actor import Systeem
from autorisatie.fouten import BestaatNiet, Weigering
from catalogus import klok
from mijnzaken.zaken.handelingen.overzetten import zaak_overzetten
from mijnzaken.zaken.models import Overzetregel, Overzetstand, Overzetting
from mijnzaken.zaken.overzetten.kaart import Kaart
from mijnzaken.zaken.overzetten.rapport import lopende_zaken
from mijnzaken.zaken.portie import PORTIE, een_voor_een

_WAAROM = "opdrachten om zaken over te zetten"


def kaart_van(opdracht: Overzetting) -> Kaart:
    return Kaart(opdracht.van, opdracht.naar, {int(oud): nieuw for oud, nieuw in opdracht.statuskeuzes.items()})


@dataclass(frozen=True)
class Voortgang:
    """How far an order is, in numbers: of no zaak in particular, and without the shielded ones."""

    wacht: int
    gedaan: int
    redenen: list[tuple[str, int]]  # why zaken stayed, and how many


def voortgang(opdracht: Overzetting) -> Voortgang:
    rijen = Overzetregel.objects.systeem(_WAAROM).filter(overzetting=opdracht, zaak__afgeschermd=False).order_by()
    standen = dict(rijen.values_list("stand").annotate(aantal=Count("pk")))
    redenen = rijen.filter(stand=Overzetstand.PAST_NIET).values_list("reden").annotate(aantal=Count("pk"))
    return Voortgang(
        standen.get(Overzetstand.WACHT, 0), standen.get(Overzetstand.GEDAAN, 0), list(redenen.order_by("-aantal"))
    )


def voer_uit(actor: Systeem) -> int:
    """A portion of every order that waits; gives how many zaken were looked at."""
    gedaan = 0
    for opdracht in Overzetting.objects.systeem(_WAAROM).filter(klaar_op=None).select_related("van", "naar"):
        if opdracht.uitgeschreven_op is None:
            _schrijf_uit(opdracht)
        kaart = kaart_van(opdracht)  # what is looked up for it serves the whole portion
        wachtend = Overzetregel.objects.systeem(_WAAROM).filter(overzetting=opdracht, stand=Overzetstand.WACHT)
        aantal = een_voor_een(
            lambda rijen=wachtend: rijen.select_related("zaak").order_by("pk"),  # type: ignore[misc]
            lambda regel, kaart=kaart, reden=opdracht.reden: _zet_over(actor, regel, kaart, reden),  # type: ignore[misc]
        )
        if aantal < PORTIE and not wachtend.exists():
            opdracht.klaar_op = klok.nu()
            opdracht.save(update_fields=["klaar_op"])
        gedaan += aantal
    return gedaan


@transaction.atomic
def _schrijf_uit(opdracht: Overzetting) -> None:
    """Which zaken it is about; done once, also when two workers come at the same time."""
    eigen = Overzetting.objects.systeem(_WAAROM).select_for_update().get(pk=opdracht.pk)
    if eigen.uitgeschreven_op is not None:
        return
    pks = lopende_zaken(kaart_van(opdracht)).order_by("pk").values_list("pk", flat=True)
    Overzetregel.objects.bulk_create(
        (Overzetregel(overzetting=opdracht, zaak_id=pk) for pk in pks.iterator(chunk_size=2000)), batch_size=2000
    )
    eigen.uitgeschreven_op = klok.nu()
    eigen.save(update_fields=["uitgeschreven_op"])


def _zet_over(actor: Systeem, regel: Overzetregel, kaart: Kaart, reden: str) -> None:
    """What was refused is written at the row (and in the log, by the handeling); it does not stop the others."""
    try:
        zaak_overzetten(actor, regel.zaak, kaart, reden=reden)
        regel.stand = Overzetstand.GEDAAN
    except (Weigering, BestaatNiet) as weigering:
        regel.stand, regel.reden = (
            Overzetstand.PAST_NIET,
            getattr(weigering, "reden", "Deze zaak is er niet meer.")[:500],
        )
    regel.gedaan_op = klok.nu()
    regel.save(update_fields=["stand", "reden", "gedaan_op"])
