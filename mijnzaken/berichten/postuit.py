"""Putting a message in the outbox, in the transaction of the fact that it tells about.

Nothing is sent here. The row is the message; a worker sends it, and the sweep finds it when the nudge was lost.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from autorisatie import spoor
from autorisatie.models import Gebruiker, Partij
from catalogus import klok
from catalogus.models import Berichttekst
from mijnzaken.aanstoot import stoot_aan
from mijnzaken.berichten.models import Bericht, Kanaal, Stand
from mijnzaken.berichten.opstellen import Opgesteld, een_regel, stel_aankondiging_op, stel_op, taal_van
from mijnzaken.berichten.postvak import leg_in_postvak
from mijnzaken.berichten.route import kies_route
from mijnzaken.berichten.soorten import SOORTEN
from mijnzaken.klanten.vormen import email_vorm

REDEN = "een bericht klaarzetten"
VERZEND = "mijnzaken.berichten.tasks.verzend"
LEZER = {"nl": "lezer", "en": "reader"}  # how somebody is addressed whose name is not known
Over = tuple[str, UUID]  # kind and identity of what it is about: ("zaak", uuid)


def bericht(
    soort: str,
    partij: Partij,
    *,
    sleutel: str,
    context: Mapping[str, Any],
    over: Over | None = None,
    pad: str = "",
    uiterlijk: date | None = None,
    bijlagen: Sequence[UUID] = (),
    eigen: Berichttekst | None = None,
) -> Bericht:
    """The message in this partij's portal, and beside it what the person's choice asks for (Awb 2:8, 2:10).

    ``sleutel`` names the fact: the same one again gives the message that is there. ``uiterlijk`` is the term that the
    announcement may tell, ``eigen`` the words of a zaaktype instead of those that every one has. Raises ValueError for
    an unknown kind or a name that is missing from ``context``.
    """
    taal = taal_van(partij)
    opgesteld = stel_op(soort, taal, {"naam": partij.naam, "in_portaal": True, **context}, eigen)
    rij, nieuw = _zet_klaar(
        f"{sleutel}:portaal",
        opgesteld,
        partij=partij,
        kanaal=Kanaal.PORTAAL,
        soort=soort,
        taal=taal,
        over_soort=over[0] if over else "",
        over_uuid=over[1] if over else None,
        pad=pad,
        kenmerk=str(context.get("nummer") or "")[:40],
        uiterlijk=uiterlijk or context.get("uiterlijk"),
        bijlagen=list(bijlagen),
    )
    if nieuw:
        route = kies_route(partij, SOORTEN[soort])
        if route.aankondiging:
            _zet_uitgang_klaar(
                rij, route.aankondiging, stel_aankondiging_op(soort, taal, rij.uiterlijk), aankondiging=True
            )
        if route.volledig:
            volledig(rij, route.volledig)
    return rij


def berichten(soort: str, partijen: Iterable[Partij], *, sleutel: str, **rest: Any) -> list[Bericht]:
    """The same message to several partijen, each by an own way: one's opt-out silences nobody else."""
    uniek = {partij.pk: partij for partij in partijen}
    return [bericht(soort, partij, sleutel=f"{sleutel}:{partij.pk}", **rest) for partij in uniek.values()]


def bericht_aan_adres(
    soort: str,
    adres: str,
    *,
    sleutel: str,
    context: Mapping[str, Any],
    partij: Partij | None = None,
    taal: str = "nl",
    kanaal: str = Kanaal.EMAIL,
    over: Over | None = None,
    eigen: Berichttekst | None = None,
) -> Bericht:
    """A message in full to an address that was given for just this: a notice without log-in, a code, a goodbye.

    Raises mijnzaken.klanten.vormen.OnjuistAdres for what is no e-mail address, or holds a line break.
    """
    ontvanger = email_vorm(adres) if kanaal == Kanaal.EMAIL else adres
    rij, _ = _zet_klaar(
        sleutel,
        stel_op(soort, taal, {"naam": partij.naam if partij else LEZER[taal], **context}, eigen),
        partij=partij,
        kanaal=kanaal,
        soort=soort,
        taal=taal,
        adres=ontvanger,
        over_soort=over[0] if over else "",
        over_uuid=over[1] if over else None,
    )
    return rij


def melding_aan_medewerker(
    soort: str, gebruiker: Gebruiker, *, sleutel: str, context: Mapping[str, Any], over: Over | None = None
) -> Bericht:
    """An alert to a colleague by e-mail: number and kind, never content; the rest is behind the log-in."""
    rij, _ = _zet_klaar(
        f"{sleutel}:{gebruiker.pk}",
        stel_op(soort, "nl", context),
        gebruiker=gebruiker,
        kanaal=Kanaal.EMAIL,
        soort=soort,
        over_soort=over[0] if over else "",
        over_uuid=over[1] if over else None,
    )
    return rij


def koppelbericht(
    adres: str,
    inhoud: str = "",
    *,
    sleutel: str,
    soort: str = "notificatie",
    over: Over | None = None,
    kanaal: str = Kanaal.WEBHOOK,
) -> Bericht:
    """A webhook: ``inhoud`` (JSON) to the address of another system, at least once, with the same identity each
    time; or, by ``Kanaal.OPHALEN``, the order to look at that address. ``over`` names the subscription that it goes by,
    or the system that told of the address.
    """
    rij, _ = _zet_klaar(
        sleutel,
        Opgesteld(een_regel(soort), inhoud),
        kanaal=kanaal,
        soort=soort,
        adres=adres,
        over_soort=over[0] if over else "",
        over_uuid=over[1] if over else None,
    )
    return rij


def volledig(portaalbericht: Bericht, kanaal: str) -> Bericht:
    """The whole text of a message in the portal by another way: at once without consent, or after a failure (2:11)."""
    return _zet_uitgang_klaar(portaalbericht, kanaal, Opgesteld(portaalbericht.onderwerp, portaalbericht.tekst))


def _zet_uitgang_klaar(
    portaalbericht: Bericht, kanaal: str, opgesteld: Opgesteld, *, aankondiging: bool = False
) -> Bericht:
    rij, _ = _zet_klaar(
        f"{portaalbericht.sleutel.removesuffix(':portaal')}:{kanaal}{':aankondiging' if aankondiging else ''}",
        opgesteld,
        partij=portaalbericht.partij,
        kanaal=kanaal,
        soort=portaalbericht.soort,
        taal=portaalbericht.taal,
        is_aankondiging=aankondiging,
        hoort_bij=portaalbericht,
        uiterlijk=portaalbericht.uiterlijk,
        kenmerk=portaalbericht.kenmerk,
        over_soort=portaalbericht.over_soort,
        over_uuid=portaalbericht.over_uuid,
        bijlagen=[] if aankondiging else portaalbericht.bijlagen,
    )
    return rij


def _zet_klaar(sleutel: str, opgesteld: Opgesteld, **velden: Any) -> tuple[Bericht, bool]:
    """The row, and whether it is new; ``sleutel`` makes it once, also when two do it at the same time."""
    nu = klok.nu()
    meteen = velden["kanaal"] == Kanaal.PORTAAL
    stand = (
        {"status": Stand.VERZONDEN, "verzonden_op": nu} if meteen else {"status": Stand.KLAAR, "volgende_poging": nu}
    )
    rij, nieuw = Bericht.objects.systeem(REDEN).get_or_create(
        sleutel=sleutel,
        defaults={
            "onderwerp": opgesteld.onderwerp,
            "tekst": opgesteld.tekst,
            "aangemaakt_op": nu,
            **spoor.koppen(),
            **stand,
            **velden,
        },
    )
    if nieuw and rij.partij is not None and meteen:
        leg_in_postvak(Kanaal.PORTAAL, rij.partij.naam, rij.onderwerp, rij.tekst)
    elif nieuw:
        stoot_aan(VERZEND, rij.pk)
    return rij, nieuw
