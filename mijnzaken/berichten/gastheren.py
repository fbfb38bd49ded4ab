"""To which hosts the program goes by itself: those that the installation names, never into a private network unless it
names them for that too, and never along a redirect (gevaren 67).
"""

import ipaddress
import socket
from collections.abc import Collection
from urllib.parse import urlsplit

from django.conf import settings

NIET_TE_VINDEN = "Deze host is niet te vinden."


def bezwaar(url: str, toegestaan: Collection[str]) -> str:
    """Why nothing is fetched from or sent to this address; empty when it may be. The name is looked up anew each time:
    what it pointed at when it was written down, it need not point at now.
    """
    try:
        delen = urlsplit(url)
        gastheer = (delen.hostname or "").lower()
    except ValueError:
        return "Dit is geen adres."
    if delen.scheme not in ("http", "https") or delen.username is not None or delen.password is not None:
        return "Dit is geen adres van een dienst (http of https, zonder naam en wachtwoord)."
    if gastheer not in toegestaan:
        return "Naar deze host gaat dit systeem niet."
    try:
        adressen = {str(info[4][0]) for info in socket.getaddrinfo(gastheer, None)}
    except (OSError, UnicodeError):
        return NIET_TE_VINDEN
    if any(not ipaddress.ip_address(a.partition("%")[0]).is_global for a in adressen) and not _mag_binnen(gastheer):
        return "Deze host ligt in een besloten netwerk."
    return ""


def _mag_binnen(gastheer: str) -> bool:
    """An installation names a host of its own network twice: that it may be reached, and that it lies inside."""
    return gastheer in settings.API_BESLOTEN_HOSTS
