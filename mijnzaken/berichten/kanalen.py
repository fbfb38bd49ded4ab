"""The ways out: each sends one message and says to where, or raises why it could not. One way leads in: ``ophalen``.

``Onbezorgbaar`` means never by this way; any other error means not now.
"""

import base64
import hashlib
import hmac
import smtplib
from typing import Any

import requests
from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from autorisatie import spoor
from catalogus import klok
from mijnzaken.berichten import ophalen
from mijnzaken.berichten.briefpost import leg_klaar_voor_druk
from mijnzaken.berichten.fouten import Onbezorgbaar
from mijnzaken.berichten.gastheren import NIET_TE_VINDEN, bezwaar
from mijnzaken.berichten.models import Abonnement, Bericht, Kanaal
from mijnzaken.berichten.postvak import leg_in_postvak
from mijnzaken.berichten.route import adressoort
from mijnzaken.klanten.adressen import bruikbaar_adres

TERMIJN = 10  # seconds per network step; all of it ends well within the lease of a message


def stuur(bericht: Bericht) -> str:
    """Send over the message's channel; gives the address that it went to."""
    match bericht.kanaal:
        case Kanaal.EMAIL:
            return _email(bericht)
        case Kanaal.SMS:
            return _sms(bericht)
        case Kanaal.BRIEF:
            return leg_klaar_voor_druk(bericht)
        case Kanaal.WEBHOOK:
            return _webhook(bericht)
        case Kanaal.OPHALEN:
            return ophalen.haal(bericht)
    raise Onbezorgbaar(f"geen weg {bericht.kanaal}")


def _ontvanger(bericht: Bericht) -> str:
    """The fixed address, or the one that the partij uses now: an old address gets nothing (gevaren 46)."""
    if bericht.adres:
        return bericht.adres
    if bericht.gebruiker is not None:
        if bericht.gebruiker.is_active and bericht.gebruiker.emailadres:
            return bericht.gebruiker.emailadres
        raise Onbezorgbaar("deze medewerker heeft geen e-mailadres")
    adres = bruikbaar_adres(bericht.partij_id, adressoort(bericht.kanaal)) if bericht.partij_id else None
    if adres is None:
        raise Onbezorgbaar("er is geen adres dat bevestigd is")
    return adres.zoekvorm


def _email(bericht: Bericht) -> str:
    aan = _ontvanger(bericht)
    mail = EmailMessage(
        subject=bericht.onderwerp,
        body=bericht.tekst,
        to=[aan],
        headers={"Message-ID": bericht.message_id, "Auto-Submitted": "auto-generated"},
        connection=get_connection(timeout=TERMIJN),
    )
    try:
        mail.send()
    except smtplib.SMTPRecipientsRefused as fout:
        codes = [code for code, _ in fout.recipients.values()]
        if all(500 <= code < 600 for code in codes):
            raise Onbezorgbaar("de ontvanger is geweigerd", adres=aan) from None
        raise
    return aan


def _sms(bericht: Bericht) -> str:
    aan = _ontvanger(bericht)
    if settings.SMS["url"]:
        antwoord = requests.post(
            settings.SMS["url"],
            json={"to": aan, "text": bericht.tekst, "reference": str(bericht.uuid)},
            headers={"Authorization": f"Bearer {settings.SMS['sleutel']}", **spoor.koppen()},
            timeout=TERMIJN,
            allow_redirects=False,
        )
        antwoord.raise_for_status()
    elif settings.DEMO:
        leg_in_postvak(Kanaal.SMS, aan, bericht.onderwerp, bericht.tekst)
    else:
        raise Onbezorgbaar("sms is niet ingesteld")
    return aan


def _webhook(bericht: Bericht) -> str:
    """To hosts that the installation names only, never along a redirect (gevaren 67)."""
    reden = bezwaar(bericht.adres, settings.WEBHOOK_HOSTS)
    if reden == NIET_TE_VINDEN:
        raise ConnectionError(reden)  # perhaps it is found later
    if reden:
        raise Onbezorgbaar(reden)
    inhoud = bericht.tekst.encode()
    with requests.post(
        bericht.adres,
        data=inhoud,
        headers={
            "Content-Type": "application/json",
            "Idempotency-Key": str(bericht.uuid),
            **spoor.koppen(),
            **(_van_abonnement(bericht, inhoud) if bericht.over_soort == "abonnement" else {}),
        },
        timeout=TERMIJN,
        allow_redirects=False,
        stream=True,  # of its answer only the status is read
    ) as antwoord:
        if not 200 <= antwoord.status_code < 300:
            raise requests.HTTPError(f"status {antwoord.status_code}")
    return bericht.adres


def _van_abonnement(bericht: Bericht, inhoud: bytes) -> dict[str, str]:
    """The authorisation that the subscriber asked for, and a signature by which he knows that it comes from us, and
    when: HMAC-SHA256 over identity, moment and content, once for each secret that is good now (Standard Webhooks).
    """
    van = Abonnement.objects.select_related("applicatie")
    abonnement = van.filter(uuid=bericht.over_uuid).first() if bericht.over_uuid else None
    if abonnement is None or not abonnement.applicatie.is_active:
        raise Onbezorgbaar("dit abonnement is er niet meer")
    moment = str(int(klok.nu().timestamp()))
    getekend = b".".join([str(bericht.uuid).encode(), moment.encode(), inhoud])
    tekens = [
        base64.b64encode(hmac.new(geheim.encode(), getekend, hashlib.sha256).digest()).decode()
        for geheim in abonnement.applicatie.geheimen()
    ]
    auth: Any = abonnement.auth
    return {
        "Authorization": auth.tonen(),
        "webhook-id": str(bericht.uuid),
        "webhook-timestamp": moment,
        "webhook-signature": " ".join(f"v1,{teken}" for teken in tekens),
    }
