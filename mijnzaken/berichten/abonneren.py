"""The handelingen of other systems on notifications: subscribe, register a channel, tell something."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

import requests
from django.conf import settings
from django.db import IntegrityError, transaction

from autorisatie.actor import Actor
from autorisatie.actor import Applicatie as Aanroeper
from autorisatie.fouten import GeenRecht, Invoerfout
from autorisatie.handeling import aantekenen, handeling
from autorisatie.models import Applicatie
from autorisatie.versleuteling import Geheim
from catalogus import klok
from mijnzaken.berichten.gastheren import bezwaar
from mijnzaken.berichten.models import (
    WACHTEND,
    Abonnement,
    Abonnementkanaal,
    Bericht,
    Notificatiekanaal,
    Stand,
)
from mijnzaken.berichten.notificaties import EIGEN, kanaal, zet_klaar
from mijnzaken.berichten.ontvangen import neem_ter_harte
from mijnzaken.berichten.ophalen import neem_op

ABONNEREN = "notificaties_abonneren"
PUBLICEREN = "notificaties_publiceren"
TERMIJN = 3.0  # seconds per step, of the trial of a callback
GESLOTEN = (401, 403)
REDEN = "een abonnement opzeggen"


class Keuze(NamedTuple):
    """A channel, and the kenmerken that a notification must have; ``*`` is any."""

    naam: str
    filters: Mapping[str, str]


@handeling(ABONNEREN)
def abonnement_aanmaken(actor: Actor, *, callback_url: str, auth: str, kanalen: Sequence[Keuze]) -> Abonnement:
    """Subscribe. Its callback is tried: it must refuse who brings no authorisation, and take who does.

    Raises Invoerfout with the codes of the standard's reference implementation.
    """
    _toets(kanalen)
    _probeer(callback_url, auth)
    rij: Abonnement = Abonnement.objects.create(
        applicatie=_applicatie(actor), callback_url=callback_url, auth=Geheim.van(auth)
    )
    return _met_kanalen(rij, kanalen)


@handeling(ABONNEREN)
def abonnement_wijzigen(
    actor: Actor,
    abonnement: Abonnement,
    *,
    callback_url: str | None = None,
    auth: str | None = None,
    kanalen: Sequence[Keuze] | None = None,
) -> Abonnement:
    """What is ``None`` stays. Another address, or another authorisation, is tried first."""
    rij = _eigen(actor, abonnement)
    if kanalen is not None:
        _toets(kanalen)
    if callback_url is not None or auth is not None:
        oud: Any = rij.auth
        rij.callback_url, auth = callback_url or rij.callback_url, auth or oud.tonen()
        _probeer(rij.callback_url, auth)
        rij.auth = Geheim.van(auth)  # type: ignore[assignment]
        rij.save(update_fields=["callback_url", "auth"])
        _berichten_van(rij).update(adres=rij.callback_url)
    return _met_kanalen(rij, kanalen) if kanalen is not None else rij


@handeling(ABONNEREN)
def abonnement_opzeggen(actor: Actor, abonnement: Abonnement) -> None:
    """No notification goes to it any more, nor what still waited for it."""
    rij = _eigen(actor, abonnement)
    _berichten_van(rij).delete()
    rij.delete()


@handeling(PUBLICEREN)
def kanaal_registreren(actor: Actor, *, naam: str, documentatie_link: str, filters: Sequence[str]) -> Notificatiekanaal:
    """A channel of another system. Raises Invoerfout for a name that is there."""
    bezet = Invoerfout({"naam": "Er is al een kanaal met deze naam."}, {"naam": "unique"})
    if naam in EIGEN:
        raise bezet
    try:
        with transaction.atomic():
            rij: Notificatiekanaal = Notificatiekanaal.objects.create(
                naam=naam, documentatie_link=documentatie_link, filters=list(dict.fromkeys(filters))
            )
    except IntegrityError:
        raise bezet from None
    aantekenen(kanaal=naam)
    return rij


@handeling(PUBLICEREN)
def notificatie_ontvangen(
    actor: Actor,
    *,
    naam: str,
    hoofdobject: str,
    resource: str,
    resource_url: str,
    actie: str,
    aanmaakdatum: datetime,
    kenmerken: Mapping[str, str],
) -> None:
    """Another system tells that something happened there: we take it to heart, or pass it on to who subscribed.

    Raises Invoerfout for an unknown channel (``message_kanaal``) or kenmerken that the channel does not have
    (``kenmerken_inconsistent``).
    """
    gekozen = kanaal(naam)
    if gekozen is None:
        raise Invoerfout({"kanaal": "Dit kanaal is er niet."}, {"kanaal": "message_kanaal"})
    if neem_op(_applicatie(actor), kanaal=naam, resource=resource, actie=actie, adres=resource_url):
        aantekenen(kanaal=naam)
        return  # who subscribed here hears of it when it is here
    if set(kenmerken) - set(gekozen.filters):
        reden = "Deze kenmerken heeft het kanaal niet."
        raise Invoerfout({"kenmerken": reden}, {"kenmerken": "kenmerken_inconsistent"})
    aantekenen(kanaal=naam)
    if neem_ter_harte(naam, (hoofdobject, resource_url, *kenmerken.values())):
        return  # it names a person: it goes no further
    zet_klaar(
        naam,
        hoofdobject=hoofdobject,
        resource=resource,
        resource_pad=resource_url,
        actie=actie,
        kenmerken=kenmerken,
        aanmaakdatum=aanmaakdatum,
        client_id=_applicatie(actor).client_id,
    )


def _applicatie(actor: Actor) -> Applicatie:
    if not isinstance(actor, Aanroeper):
        raise GeenRecht("Alleen een ander systeem stuurt en ontvangt notificaties.")
    return Applicatie.objects.get(client_id=actor.client_id)


def _eigen(actor: Actor, abonnement: Abonnement) -> Abonnement:
    """Locked; nobody but its own system, or one that may everything."""
    rij = Abonnement.objects.select_for_update(of=("self",)).select_related("applicatie").get(pk=abonnement.pk)
    mag = isinstance(actor, Aanroeper) and (
        actor.heeft_alle_autorisaties or actor.client_id == rij.applicatie.client_id
    )
    if not mag:
        raise GeenRecht("Dit abonnement is van een ander systeem.")
    return rij


def _berichten_van(rij: Abonnement) -> Any:
    """What waits to be sent to it, or got stuck."""
    rijen = Bericht.objects.systeem(REDEN).filter(over_soort="abonnement", over_uuid=rij.uuid)
    return rijen.filter(status__in=[*WACHTEND, Stand.GEPARKEERD])


def _met_kanalen(rij: Abonnement, kanalen: Sequence[Keuze]) -> Abonnement:
    rij.kanalen.all().delete()
    Abonnementkanaal.objects.bulk_create(
        Abonnementkanaal(abonnement=rij, naam=keuze.naam, filters=dict(keuze.filters)) for keuze in kanalen
    )
    aantekenen(kanalen=[keuze.naam for keuze in kanalen])
    return rij


def _toets(kanalen: Sequence[Keuze]) -> None:
    for nummer, keuze in enumerate(kanalen):
        gekozen = kanaal(keuze.naam)
        if gekozen is None:
            veld = f"kanalen.{nummer}.naam"
            raise Invoerfout({veld: "Dit kanaal is er niet."}, {veld: "kanaal_naam"})
        if set(keuze.filters) - set(gekozen.filters):
            veld = f"kanalen.{nummer}.filters"
            raise Invoerfout({veld: "Hierop filtert dit kanaal niet."}, {veld: "inconsistent-abonnement-filters"})


def _probeer(callback_url: str, auth: str) -> None:
    if reden := bezwaar(callback_url, settings.WEBHOOK_HOSTS):
        raise Invoerfout({"callbackUrl": reden}, {"callbackUrl": "invalid-callback-url"})
    if "\r" in auth or "\n" in auth or not auth.isascii():
        raise Invoerfout({"auth": "Dit kan niet in een header staan."}, {"auth": "invalid"})
    if _status(callback_url, {}) not in GESLOTEN:
        reden = "Dit adres weigert niet wie zonder autorisatie komt."
        raise Invoerfout({"callbackUrl": reden}, {"callbackUrl": "no-auth-on-callback-url"})
    if not 200 <= _status(callback_url, {"Authorization": auth}) < 300:
        reden = "Dit adres neemt geen notificaties aan met deze autorisatie."
        raise Invoerfout({"callbackUrl": reden}, {"callbackUrl": "invalid-callback-url"})


def _status(url: str, koppen: dict[str, str]) -> int:
    """What the callback answers to a notification that says nothing; 0 when it does not answer."""
    proef = {
        "kanaal": "test",
        "hoofdObject": settings.BASISADRES,
        "resource": "test",
        "resourceUrl": settings.BASISADRES,
        "actie": "create",
        "aanmaakdatum": klok.nu().isoformat(),
        "kenmerken": {},
    }
    try:
        with requests.post(
            url, json=proef, headers=koppen, timeout=TERMIJN, allow_redirects=False, stream=True
        ) as antwoord:
            return antwoord.status_code
    except requests.RequestException:
        return 0
