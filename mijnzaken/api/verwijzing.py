"""What an address in a body refers to. Of this platform: looked up, without HTTP. Elsewhere: fetched, from the hosts
that the installation names only, within a time-out, along no redirect, and never at a private address (gevaren 67).
"""

import json
import re
from collections.abc import Sequence
from typing import Any
from uuid import UUID

import requests
from django.conf import settings
from urllib3.exceptions import HTTPError

from mijnzaken.api.adressen import eigen_pad
from mijnzaken.api.bron import Api, Bron, apis, bron
from mijnzaken.api.fouten import geen_recht, veldfout
from mijnzaken.api.vraag import Vraag
from mijnzaken.berichten.gastheren import bezwaar

TERMIJN = 3.0  # seconds per step
MEESTE = 65_536  # bytes of what stands elsewhere


def bron_bij(pad: str) -> tuple[Api, Bron, UUID] | None:
    """Which resource a path of ours is about."""
    for api in apis().values():
        if not pad.startswith(f"{api.wortel}/"):
            continue
        for kandidaat in api.bronnen:
            patroon = re.sub(r"\{\w+\}", "[^/]+", f"{api.wortel}{kandidaat.pad}")
            if match := re.fullmatch(patroon + r"/([0-9a-fA-F-]{36})", pad):
                try:
                    return api, kandidaat, UUID(match[1])
                except ValueError:
                    return None
    return None


def rij(vraag: Vraag, veld: str, naar: str | Sequence[str], url: str | None = None) -> Any:
    """The row that a field of the body refers to; ApiFout 400 with ``bad-url`` or ``invalid-resource``.

    ``naar`` names the resources that it may be (``catalogi.zaaktypen``); ``veld`` is its path, as the error says it.
    """
    gegeven = vraag.gegevens.get(veld) if url is None else url
    pad = eigen_pad(gegeven or "", vraag.gastheer)
    if pad is None:
        raise veldfout(veld, "bad-url", "Dit adres is niet van dit platform.")
    namen = [naar] if isinstance(naar, str) else naar
    gevonden = bron_bij(pad)
    if gevonden is None:
        raise veldfout(veld, "bad-url", "Op dit adres staat niets.")
    api, soort, uuid = gevonden
    if f"{api.naam}.{soort.naam}" not in namen:
        raise veldfout(veld, "invalid-resource", "Dit adres is van een ander soort gegeven.")
    row = soort.opzoek(uuid)
    if row is None:
        raise veldfout(veld, "bad-url", "Op dit adres staat niets.")
    return row


def toegelaten(vraag: Vraag, veld: str, naar: str) -> Any:
    """The row that the body names, if this system may do this to it; ApiFout 403 when it may not.

    What is shielded does not exist for it: ApiFout 400 ``bad-url``.
    """
    row = rij(vraag, veld, naar)
    soort = type(row)
    if soort.objects.voor(vraag.actor).filter(pk=row.pk).exists():
        return row
    if not soort.objects.voor(vraag.actor.met_alles()).filter(pk=row.pk).exists():
        raise veldfout(veld, "bad-url", "Op dit adres staat niets.")
    raise geen_recht(f"Deze applicatie mag dit niet bij dit soort {soort._meta.verbose_name}.")


def blijft(vraag: Vraag, **velden: tuple[str, Any]) -> None:
    """ApiFout 400 when the body changes what can't be changed; a field maps to (the resource, the row it refers to)."""
    for veld, (naar, row) in velden.items():
        if veld in vraag.gegevens and is_van(vraag.gegevens[veld], naar, vraag.gastheer) != row.uuid:
            raise veldfout(veld, "wijzigen-niet-toegelaten", "Dit verandert niet meer.")


def is_van(url: str, naar: str, gastheer: str = "") -> UUID | None:
    """The uuid of an address of this resource of ours; ``None`` for every other address. Nothing is looked up."""
    pad = eigen_pad(url, gastheer)
    doel = bron(naar)
    if pad is None or doel is None:
        return None
    gevonden = bron_bij(pad)
    return gevonden[2] if gevonden and gevonden[1] is doel[1] else None


def elders(veld: str, url: str) -> None:
    """Does something stand at this address of another platform? ApiFout 400 ``bad-url`` when it can't be said."""
    if (reden := _bezwaar(url)) or (reden := _haal(url)):
        raise veldfout(veld, "bad-url", reden)


def inhoud_elders(veld: str, url: str) -> dict[str, Any]:
    """What stands there, as JSON; ApiFout 400 ``bad-url``, or ``invalid-resource`` when it is nothing of the kind."""
    if reden := _bezwaar(url):
        raise veldfout(veld, "bad-url", reden)
    try:
        with requests.get(url, timeout=TERMIJN, allow_redirects=False, stream=True) as antwoord:
            gelezen = antwoord.raw.read(MEESTE, decode_content=True) if antwoord.ok else b""
    except (requests.RequestException, HTTPError):
        raise veldfout(veld, "bad-url", "Deze host geeft geen antwoord.") from None
    try:
        inhoud = json.loads(gelezen)
    except ValueError:
        inhoud = None
    if not isinstance(inhoud, dict):
        raise veldfout(veld, "invalid-resource", "Op dit adres staat niet wat hier hoort.")
    return inhoud


def _bezwaar(url: str) -> str:
    """Why this address is not fetched; empty when it may be."""
    return bezwaar(url, settings.API_VERWIJZING_HOSTS)


def _haal(url: str) -> str:
    try:
        with requests.get(
            url, timeout=TERMIJN, allow_redirects=False, stream=True, headers={"Accept": "application/json"}
        ) as antwoord:
            status = antwoord.status_code
    except requests.RequestException:
        return "Deze host geeft geen antwoord."
    # It is there when it answers, also when it wants to know first who asks.
    return "" if 200 <= status < 300 or status in (401, 403) else f"Op dit adres staat niets (status {status})."
