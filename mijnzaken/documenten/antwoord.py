"""A document over the line: never as something that a browser would run, never kept by a cache."""

import re
from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header

from autorisatie.fouten import BestaatNiet
from mijnzaken.documenten.models import Documentversie, documentenopslag

STUK = 64 * 1024
_INLINE = {"application/pdf", "image/jpeg", "image/png"}
_MEDIATYPE = re.compile(r"^[a-z0-9][\w.+-]*/[a-z0-9][\w.+-]*$", re.I)  # another system writes what it likes
_ONBEKEND = "application/octet-stream"
_BEREIK = re.compile(r"^bytes=(\d{0,18})-(\d{0,18})$")


def antwoord(
    request: HttpRequest, versie: Documentversie, *, bijlage: bool = False
) -> HttpResponse | StreamingHttpResponse:
    """The content, whole or the asked range; inline only what a browser shows without running it, and nothing as a
    ``bijlage``.

    Who may read it was decided before. Raises BestaatNiet for what was not found clean, whoever asks (gevaren 75, 76).
    """
    omvang = versie.bestandsomvang
    if not versie.document.is_schoon or omvang is None:
        raise BestaatNiet
    begin, einde = 0, omvang - 1
    status = 200
    gevraagd = _BEREIK.match(request.headers.get("Range", ""))
    if gevraagd and any(gevraagd.groups()):
        begin, einde = _grenzen(gevraagd, omvang)
        if begin > einde:
            return HttpResponse(status=416, headers={"Content-Range": f"bytes */{omvang}"})
        status = 206
    inline = versie.formaat in _INLINE and "download" not in request.GET and not bijlage
    soort = versie.formaat if _MEDIATYPE.match(versie.formaat) else _ONBEKEND
    reactie = StreamingHttpResponse(
        _stukken(versie, begin, einde),
        status=status,
        content_type=f"{soort}; charset=utf-8" if soort.startswith("text/") else soort,
        headers={
            "Content-Length": str(einde - begin + 1),
            "Accept-Ranges": "bytes",
            "Cache-Control": "no-store, private",
            "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
            "Content-Disposition": content_disposition_header(not inline, versie.bestandsnaam) or "attachment",
            "X-Content-Type-Options": "nosniff",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Referrer-Policy": "no-referrer",
        },
    )
    if status == 206:
        reactie.headers["Content-Range"] = f"bytes {begin}-{einde}/{omvang}"
    return reactie


def _grenzen(gevraagd: re.Match[str], omvang: int) -> tuple[int, int]:
    van, tot = gevraagd.groups()
    if not van:
        return max(0, omvang - int(tot)), omvang - 1
    return int(van), min(int(tot), omvang - 1) if tot else omvang - 1


def _stukken(versie: Documentversie, begin: int, einde: int) -> Iterator[Any]:
    if not versie.pad:  # a file without a byte
        return
    with documentenopslag().open(versie.pad) as bestand:
        bestand.seek(begin)
        over = einde - begin + 1
        while over > 0 and (stuk := bestand.read(min(STUK, over))):
            over -= len(stuk)
            yield stuk
