"""The addresses of what we hold: absolute, and the same whoever asks and by whatever name of this host."""

from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings


def adres(pad: str) -> str:
    """``/zaken/api/v1/zaken/…`` as the rest of the world writes it."""
    return f"{settings.BASISADRES}{pad}"


def eigen_pad(url: str, gastheer: str = "") -> str | None:
    """The path of an address of ours, by our fixed name or by the one that this request came in by; else ``None``."""
    delen = urlsplit(url)
    if delen.query or delen.fragment or delen.username:
        return None
    basis = urlsplit(settings.BASISADRES)
    onder_vaste_naam = (delen.scheme, delen.netloc) == (basis.scheme, basis.netloc)
    if not onder_vaste_naam and not (gastheer and delen.netloc == gastheer):
        return None
    pad = delen.path.removeprefix(basis.path) if onder_vaste_naam else delen.path
    return pad.removesuffix("/")


def laatste_uuid(url: str) -> UUID | None:
    """The identity at the end of an address."""
    try:
        return UUID(url.rstrip("/").rpartition("/")[2])
    except ValueError:
        return None
