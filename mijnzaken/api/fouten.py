"""What an API says when it refuses: the error body of the standard (``application/problem+json``), in one shape for all
of them. A code is for programs and never changes; a reason is for the person who reads the log of the other system.
"""

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from django.http import HttpResponse

from autorisatie.fouten import BestaatNiet, Invoerfout, Weigering

TITELS = {
    400: ("invalid", "Ongeldige invoer."),
    401: ("not_authenticated", "Authenticatiegegevens zijn niet opgegeven."),
    403: ("permission_denied", "U hebt geen toestemming om deze actie uit te voeren."),
    404: ("not_found", "Niet gevonden."),
    405: ("method_not_allowed", "Methode niet toegestaan."),
    406: ("not_acceptable", "Kan niet voldoen aan de opgegeven Accept header."),
    409: ("conflict", "De toestand staat dit niet toe."),
    412: ("precondition-failed", "Een verplichte header ontbreekt."),
    413: ("payload-too-large", "De inhoud is te groot."),
    415: ("unsupported_media_type", "Ongeldig media type in het verzoek."),
    422: ("unprocessable", "Het verzoek is niet uit te voeren."),
    429: ("throttled", "Te veel verzoeken."),
    500: ("error", "Er ging iets mis bij ons."),
}
NIET_BIJ_EEN_VELD = "nonFieldErrors"


class Veldfout(NamedTuple):
    """One entry of ``invalidParams``: the path of the field (``relevanteAndereZaken.0.url``), code and reason."""

    naam: str
    code: str
    reden: str


class ApiFout(Exception):
    """A refusal with its status. Empty ``code`` and ``detail`` are those of the status."""

    def __init__(
        self,
        status: int,
        code: str = "",
        detail: str = "",
        *,
        velden: Iterable[Veldfout] = (),
        koppen: dict[str, str] | None = None,
    ) -> None:
        eigen_code, self.titel = TITELS[status]
        super().__init__(detail or self.titel)
        self.status = status
        self.code = code or eigen_code
        self.detail = detail or self.titel
        self.velden = list(velden)
        self.koppen = koppen or {}


def veldfout(naam: str, code: str, reden: str) -> ApiFout:
    """400 for one field."""
    return ApiFout(400, velden=[Veldfout(naam, code, reden)])


def geen_recht(detail: str = "", code: str = "permission_denied") -> ApiFout:
    return ApiFout(403, code, detail)


def uit_weigering(fout: Exception) -> ApiFout:
    """What a handeling or a door refused, as the standard says it."""
    match fout:
        case ApiFout():
            return fout
        case Invoerfout():
            return ApiFout(
                400,
                velden=[
                    Veldfout(naam_van(veld), fout.codes.get(veld, "invalid"), reden)
                    for veld, reden in fout.velden.items()
                ],
            )
        case Weigering():
            return ApiFout(fout.status, "" if fout.code == "geweigerd" else fout.code, fout.reden)
        case BestaatNiet():
            return ApiFout(404)
    raise TypeError(f"{type(fout).__name__} is geen weigering.")


def naam_van(veld: str) -> str:
    """The standard's name of a field: ``datum_status_gezet`` is ``datumStatusGezet``; '' is no field in particular."""
    eerste, *rest = veld.split("_")
    return eerste + "".join(deel.capitalize() for deel in rest) if eerste else NIET_BIJ_EEN_VELD


def antwoord(fout: ApiFout, adres: str = "") -> HttpResponse:
    """The body. ``instance`` is the trace of this request, by which the log is found; never what was sent."""
    inhoud: dict[str, Any] = {
        "type": f"/ref/fouten/{fout.code}/",
        "code": fout.code,
        "title": fout.titel,
        "status": fout.status,
        "detail": fout.detail,
        "instance": adres,
    }
    if fout.status == 400:
        inhoud["invalidParams"] = [{"name": v.naam, "code": v.code, "reason": v.reden} for v in fout.velden]
    return HttpResponse(
        json.dumps(inhoud, ensure_ascii=False),
        status=fout.status,
        content_type="application/problem+json",
        headers=fout.koppen,
    )
