"""The ways out: each sends one message and says to where, or raises why it could not.

``Onbezorgbaar`` means never by this way; any other error means not now.
"""

import smtplib
from urllib.parse import urlsplit

import requests
from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from autorisatie import spoor
from mijnzaken.berichten.briefpost import leg_klaar_voor_druk
from mijnzaken.berichten.fouten import Onbezorgbaar
from mijnzaken.berichten.models import Bericht, Kanaal
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
    if urlsplit(bericht.adres).hostname not in settings.WEBHOOK_HOSTS:
        raise Onbezorgbaar("dit systeem staat niet op de lijst")
    antwoord = requests.post(
        bericht.adres,
        data=bericht.tekst.encode(),
        headers={"Content-Type": "application/json", "Idempotency-Key": str(bericht.uuid), **spoor.koppen()},
        timeout=TERMIJN,
        allow_redirects=False,
    )
    antwoord.raise_for_status()
    return bericht.adres
