"""A status that a zaak got in the case system of another becomes one here, by the handeling that there is for it and
with the rights of the system that told of it.

The zaak is the one that both know by bronorganisatie and identificatie; the step is the one of our zaaktype that has
the same name, or that very statustype when the other uses our catalogue.
"""

from datetime import datetime
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

from django.conf import settings
from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_naive

from autorisatie.actor import Applicatie as Actor
from autorisatie.fouten import Weigering
from autorisatie.handeling import in_een_eenheid
from autorisatie.models import Applicatie
from catalogus.models import Fase, Resultaattype, Statustype
from mijnzaken.berichten.fouten import Onbezorgbaar
from mijnzaken.bronnen import zaaksysteem
from mijnzaken.bronnen.zaaksysteem import Zaaksysteem
from mijnzaken.zaken import stappen
from mijnzaken.zaken.handelingen.statussen import Melding, resultaat_vastleggen, status_zetten
from mijnzaken.zaken.models import Zaak

_LANGST = 1000  # characters of an explanation
Soort = TypeVar("Soort", Statustype, Resultaattype)


def neem_status_over(adres: str, applicatie: UUID) -> None:
    """A zaak that is not registered here, or that this system may not see, is none of our business. Told again, it does
    nothing more. Raises Onbezorgbaar for what does not fit, BronNietBereikbaar when the system gives no answer.
    """
    gevonden = zaaksysteem.waar(adres, zaaksysteem.STATUSSEN)
    if gevonden is None:
        raise Onbezorgbaar("dit systeem staat niet meer in de instellingen")
    systeem, uuid = gevonden
    status = systeem.haal(zaaksysteem.STATUSSEN, uuid)
    daar = systeem.haal(zaaksysteem.ZAKEN, _uuid(systeem, status, "zaak", zaaksysteem.ZAKEN))
    actor = _actor(applicatie)
    zaak = _zaak(actor, daar)
    if zaak is None:
        return
    melding = Melding(
        statustype=_soort(systeem, status, "statustype", stappen.statustypen(zaak)),
        gezet_op=_moment(status.get("datumStatusGezet")),
        toelichting=_tekst(status.get("statustoelichting")),
        ingehaald=systeem.uuid(daar.get("status"), zaaksysteem.STATUSSEN) != uuid,
    )
    if zaak.statussen.filter(statustype=melding.statustype, datum_status_gezet=melding.gezet_op).exists():
        return
    resultaat = _resultaat(systeem, zaak, daar, melding)

    def zet() -> None:
        if resultaat is not None:
            resultaat_vastleggen(actor, zaak, resultaat.soort, toelichting=resultaat.toelichting)
        status_zetten(actor, zaak, melding)

    try:
        in_een_eenheid(zet)
    except Weigering as fout:
        raise Onbezorgbaar(fout.reden) from None


class _Uitkomst(NamedTuple):
    soort: Resultaattype
    toelichting: str


def _resultaat(systeem: Zaaksysteem, zaak: Zaak, daar: dict[str, Any], melding: Melding) -> _Uitkomst | None:
    """How it ended, for the end status of a zaak of which that is not known here yet; there they are told apart."""
    eindigt = stappen.fase_van(melding.statustype, stappen.statustypen(zaak)) == Fase.AFGEROND
    if not eindigt or not daar.get("resultaat") or zaak.resultaten.exists():
        return None
    gelezen = systeem.haal(zaaksysteem.RESULTATEN, _uuid(systeem, daar, "resultaat", zaaksysteem.RESULTATEN))
    soort = _soort(systeem, gelezen, "resultaattype", list(zaak.zaaktype.resultaattypen.all()))
    return _Uitkomst(soort, _tekst(gelezen.get("toelichting")))


def _actor(applicatie: UUID) -> Actor:
    rij = Applicatie.met_rechten().filter(uuid=applicatie).first()
    if rij is None:
        raise Onbezorgbaar("de applicatie die dit meldde is er niet meer")
    return rij.als_actor()


def _zaak(actor: Actor, daar: dict[str, Any]) -> Zaak | None:
    kenmerk = {naam: _tekst(daar.get(naam)) for naam in ("bronorganisatie", "identificatie")}
    gevonden: Zaak | None = Zaak.objects.voor(actor).filter(**kenmerk).select_related("zaaktype").first()
    return gevonden


def _soort(systeem: Zaaksysteem, inhoud: dict[str, Any], veld: str, alle: list[Soort]) -> Soort:
    """Which of these a field means: by our own address of it, or by the name that the other gives it."""
    pad = f"{zaaksysteem.CATALOGI}/{veld}n"
    eigen = zaaksysteem.uuid_onder(f"{settings.BASISADRES}{pad}", inhoud.get(veld))
    daar = systeem.haal(pad, _uuid(systeem, inhoud, veld, pad)) if eigen is None else {}
    naam = _tekst(daar.get("omschrijving"))
    for soort in alle:
        if soort.uuid == eigen or (eigen is None and soort.omschrijving.casefold() == naam.casefold()):
            return soort
    raise Onbezorgbaar(f"het zaaktype heeft dit {veld} niet: {naam[:80] or eigen}")


def _uuid(systeem: Zaaksysteem, inhoud: dict[str, Any], veld: str, pad: str) -> UUID:
    """The one of ``pad`` that a field names."""
    uuid = systeem.uuid(inhoud.get(veld), pad)
    if uuid is None:
        raise Onbezorgbaar(f"{veld} is geen adres van het systeem dat het meldde")
    return uuid


def _moment(waarde: Any) -> datetime:
    try:
        moment = parse_datetime(waarde)
    except (TypeError, ValueError):
        moment = None
    if moment is None or is_naive(moment):
        raise Onbezorgbaar("wat het systeem meldt heeft geen moment (datumStatusGezet)")
    return moment


def _tekst(waarde: Any) -> str:
    return waarde.replace("\x00", "")[:_LANGST] if isinstance(waarde, str) else ""
