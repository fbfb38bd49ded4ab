"""Sending what waits in the outbox: claim, send, mark; again with patience; park what keeps failing.

The claim and the mark are short transactions of their own; nothing is locked while the message is on its way. Killed in
between, the lease ends and another worker sends it again under the same Message-ID: at most one duplicate.
"""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from autorisatie import logboek, spoor
from autorisatie.actor import Systeem
from autorisatie.models import Gegevensgroep
from catalogus import klok
from mijnzaken.berichten import kanalen
from mijnzaken.berichten.fouten import Onbezorgbaar
from mijnzaken.berichten.models import WACHTEND, Bericht, Kanaal, Stand
from mijnzaken.berichten.postuit import volledig
from mijnzaken.berichten.route import adressoort
from mijnzaken.berichten.soorten import SOORTEN
from mijnzaken.klanten.adressen import merk_teruggekomen

log = logging.getLogger(__name__)

REDEN = "berichten verzenden"
LEASE = timedelta(minutes=3)  # longer than any way out can take
MEESTE_POGINGEN = 8  # spread over some eleven hours, so that a person sees it well within the 48 hours of Awb 2:10
EERSTE_WACHT = timedelta(seconds=30)
LANGSTE_WACHT = timedelta(hours=4)


@dataclass(frozen=True)
class Claim:
    """The right to send one message; ``poging`` tells this claim from a later one."""

    bericht: Bericht
    poging: int


def verzend(bericht_pk: int) -> bool:
    """Send this message if it waits for it. ``True`` when it left now; a second call finds nothing to do."""
    claim = _claim(bericht_pk)
    if claim is None:
        return False
    with spoor.spoor(claim.bericht.traceparent, "verzending", claim.bericht.tracestate):
        return _stuur(claim)


def _stuur(claim: Claim) -> bool:
    try:
        aan = kanalen.stuur(claim.bericht)
    except Onbezorgbaar as fout:
        _andere_weg(claim, fout)
        return False
    except Exception as fout:
        # Deliberately broad: whatever goes wrong on the way out, this message waits and the others go on.
        log.warning("Bericht %s: poging %s mislukte (%s).", claim.bericht.pk, claim.poging, type(fout).__name__)
        _later(claim, type(fout).__name__)
        return False
    return _merk_verzonden(claim, aan)


def wachtenden(hoeveel: int) -> list[int]:
    """Messages whose moment has come: never tried, to be tried again, or left behind by a worker that died. Of
    the same moment the one that was made first.
    """
    rijen = Bericht.objects.systeem(REDEN).filter(status__in=WACHTEND, volgende_poging__lte=klok.nu())
    return list(rijen.order_by("volgende_poging", "pk").values_list("pk", flat=True)[:hoeveel])


def ruim_koppelberichten_op(voor: datetime) -> int:
    """Remove what another system took, or gave, before this moment: it tells nothing that is not elsewhere."""
    koppelingen = Bericht.objects.systeem(REDEN).filter(kanaal__in=(Kanaal.WEBHOOK, Kanaal.OPHALEN))
    rijen = koppelingen.filter(status=Stand.VERZONDEN, verzonden_op__lt=voor)
    weg, _ = rijen.delete()
    return int(weg)


def teruggekomen(message_id: str) -> bool:
    """A message bounced: its address is not used any more and it goes again by another way (Awb 2:11; gevaren 107).

    ``False`` when no message that we sent has this Message-ID. Told twice, it does nothing more.
    """
    kern = message_id.strip().strip("<>")
    with transaction.atomic():
        rij = Bericht.objects.systeem(REDEN).select_for_update(of=("self",)).filter(uuid=_uuid(kern)).first()  # type: ignore[misc]
        if rij is None or rij.message_id != f"<{kern}>" or rij.verzonden_op is None:
            return False
        if rij.teruggekomen_op is None:
            rij.teruggekomen_op = klok.nu()
            rij.save(update_fields=["teruggekomen_op"])
            _zet_op_andere_weg(rij, "teruggekomen van de ontvanger", rij.verzonden_aan)
    return True


def _uuid(message_id: str) -> UUID | None:
    try:
        return UUID(message_id.partition("@")[0])
    except ValueError:
        return None


def _claim(bericht_pk: int) -> Claim | None:
    nu = klok.nu()
    with transaction.atomic():
        rij = (
            Bericht.objects.systeem(REDEN)
            .select_for_update(skip_locked=True, of=("self",))
            .select_related("partij", "gebruiker", "hoort_bij")
            .filter(pk=bericht_pk, status__in=WACHTEND, volgende_poging__lte=nu)
            .first()
        )
        if rij is None:
            return None
        if rij.pogingen >= MEESTE_POGINGEN:
            # It was left behind at its last try as well: perhaps it kills the worker that sends it.
            rij.status, rij.fout = Stand.GEPARKEERD, rij.fout or "de verzending brak telkens af"
            rij.save(update_fields=["status", "fout"])
            return None
        rij.status, rij.pogingen, rij.volgende_poging = Stand.BEZIG, rij.pogingen + 1, nu + LEASE
        rij.save(update_fields=["status", "pogingen", "volgende_poging"])
    return Claim(rij, rij.pogingen)


def _van(claim: Claim) -> Q:
    """The row as long as this claim holds: after its lease another may have taken it."""
    return Q(pk=claim.bericht.pk, status=Stand.BEZIG, pogingen=claim.poging)


def _merk_verzonden(claim: Claim, aan: str) -> bool:
    """The mark, and in the same transaction the lines of the logs: with the trace of the act that made the message."""
    with transaction.atomic():
        gewijzigd = (
            Bericht.objects.systeem(REDEN)
            .filter(_van(claim))
            .update(status=Stand.VERZONDEN, verzonden_op=klok.nu(), verzonden_aan=aan, fout="", volgende_poging=None)
        )
        if gewijzigd:
            logboek.leg_lezing_vast(
                Systeem(REDEN),
                "bericht_verzenden",
                rij=claim.bericht,
                gegevensgroepen=[Gegevensgroep.CONTACT],
                bijzonderheden={"kanaal": claim.bericht.kanaal, "soort": claim.bericht.soort},
            )
    return bool(gewijzigd)


def _later(claim: Claim, fout: str) -> None:
    if claim.poging >= MEESTE_POGINGEN:
        nieuw = {"status": Stand.GEPARKEERD, "volgende_poging": None}
    else:
        wacht = min(EERSTE_WACHT * 4 ** (claim.poging - 1), LANGSTE_WACHT)
        nieuw = {"status": Stand.MISLUKT, "volgende_poging": klok.nu() + wacht}
    Bericht.objects.systeem(REDEN).filter(_van(claim)).update(fout=fout[:255], **nieuw)


def _andere_weg(claim: Claim, fout: Onbezorgbaar) -> None:
    with transaction.atomic():
        rij = Bericht.objects.systeem(REDEN).select_for_update(of=("self",)).filter(_van(claim)).first()
        if rij is not None:
            _zet_op_andere_weg(rij, str(fout), fout.adres)


def _zet_op_andere_weg(rij: Bericht, fout: str, adres: str) -> None:
    """The whole message by letter when it stands in the portal unread; otherwise a person must look."""
    rij.fout, rij.volgende_poging = fout[:255], None
    if adres and rij.partij_id:
        merk_teruggekomen(rij.partij_id, adressoort(rij.kanaal), adres)
    origineel = rij.hoort_bij
    if origineel is not None and rij.kanaal in (Kanaal.EMAIL, Kanaal.SMS):
        if origineel.gelezen_op is None:
            volledig(origineel, Kanaal.BRIEF)
        rij.status = Stand.TERUGGEKOMEN
    else:
        soort = SOORTEN.get(rij.soort)
        rij.status = Stand.TERUGGEKOMEN if soort is not None and soort.vervalt else Stand.GEPARKEERD
    rij.save(update_fields=["status", "fout", "volgende_poging"])
