"""The gate of every operation: who, how often, in which form, with which scope; then the operation; then the answer.

A view here is one address of the document. It answers every method, in the shape of the standard, also when it refuses.
"""

import json
import logging
from typing import Any
from uuid import UUID

from django.core.exceptions import RequestDataTooBig
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParser, MultiPartParserError
from django.http.response import HttpResponseBase
from django.views.decorators.csrf import csrf_exempt

from autorisatie import scopes, spoor
from autorisatie.actor import Applicatie
from autorisatie.fouten import BestaatNiet, Weigering
from autorisatie.handeling import in_een_eenheid
from autorisatie.toegang import View, voor_applicatie
from catalogus.vastevraag import voorbereid
from mijnzaken.api import grenzen, herhaling, lezen, lijst, schrijven
from mijnzaken.api.bron import Api, Bewerking, Bron
from mijnzaken.api.contract import Operatie
from mijnzaken.api.fouten import ApiFout, Veldfout, antwoord, uit_weigering
from mijnzaken.api.toegang import actor_van
from mijnzaken.api.toetsen import Toetsenmaker
from mijnzaken.api.vorm import als_json
from mijnzaken.api.vraag import Antwoord, Vraag

log = logging.getLogger(__name__)

Bewerkingen = dict[str, tuple[Operatie, Bewerking, Bron | None]]  # by method

CRS = "EPSG:4326"
SCHRIJVEND = frozenset({"post", "put", "patch", "delete"})
_AANVAARD = ("application/json", "application/*", "*/*", "application/problem+json", "application/hal+json")


def maak_view(api: Api, pad: str) -> View | None:
    """The view of one address of the document of this API; ``None`` while nothing of it is there."""
    bewerkingen: Bewerkingen = {}
    for (methode, van), operatie in api.contract.operaties.items():
        if van == pad and (gevonden := bewerking_van(api, operatie)) is not None:
            bewerkingen[methode] = (operatie, *gevonden)
    if not bewerkingen:
        return None
    return _view(api, bewerkingen)


def view_voor(api: Api, bewerking: Bewerking) -> View:
    """A view to read at an address that the document does not name (the root), for any system that we know."""
    operatie = Operatie("get", "/", {}, Toetsenmaker({}))
    return _view(api, {"get": (operatie, bewerking, None)})


def geen_adres(api: Api) -> View:
    """Every other address under the root of this API."""
    return _view(api, {})


def _view(api: Api, bewerkingen: Bewerkingen) -> View:
    def view(request: HttpRequest, **delen: str) -> HttpResponseBase:
        try:
            uitkomst = _behandel(request, api, bewerkingen, delen)
        except Exception as fout:
            uitkomst = antwoord(_als_fout(fout, bewerkingen), f"urn:trace:{spoor.huidig().trace_id.hex()}")
        uitkomst.headers["API-version"] = api.contract.versie
        return uitkomst

    # No cookie gives access here, so there is nothing to forge across sites.
    return csrf_exempt(voor_applicatie(view))


def bewerking_van(api: Api, operatie: Operatie) -> tuple[Bewerking, Bron | None] | None:
    """What an operation does: what the API says of it, or what its address and method mean everywhere."""
    verzameling, _, laatste = operatie.pad.rpartition("/")
    bron = api.bron_op(operatie.pad) or (api.bron_op(verzameling) if laatste == "{uuid}" else None)
    if operatie.naam in api.bewerkingen:
        return api.bewerkingen[operatie.naam], bron
    los = bron is not None and bron.pad == operatie.pad
    vast = {
        ("get", True): lijst.van,
        ("post", True): schrijven.aanmaken,
        ("get", False): lezen.een,
        ("head", False): lezen.een,
        ("put", False): schrijven.bijwerken,
        ("patch", False): schrijven.bijwerken,
        ("delete", False): schrijven.verwijderen,
    }
    if bron is None or (operatie.methode, los) not in vast:
        return None
    schrijft = {"post": bron.aanmaken, "put": bron.bijwerken, "patch": bron.bijwerken, "delete": bron.verwijderen}
    if operatie.methode in schrijft and schrijft[operatie.methode] is None:
        return None
    return vast[operatie.methode, los], bron


# -- one call ----------------------------------------------------------------------------------------------------------


def _behandel(request: HttpRequest, api: Api, bewerkingen: Bewerkingen, delen: dict[str, str]) -> HttpResponseBase:
    actor = actor_van(request, vast_token=api.vast_token)
    request.actor = actor  # type: ignore[attr-defined]
    grenzen.tel_mee(actor)
    if not bewerkingen:
        raise ApiFout(404)
    methode = (request.method or "").lower()
    if methode == "head" and "head" not in bewerkingen:
        methode = "get"
    if methode not in bewerkingen:
        mag = {m.upper() for m in bewerkingen} | ({"HEAD"} if "get" in bewerkingen else set())
        detail = f"Methode {request.method} niet toegestaan."
        raise ApiFout(405, detail=detail, koppen={"Allow": ", ".join(sorted(mag))})
    operatie, bewerking, bron = bewerkingen[methode]
    actor = _met_scopes(actor, operatie)
    request.actor = actor  # type: ignore[attr-defined]
    _onderhandel(request, operatie)
    vraag = Vraag(request, api, operatie, actor, bron, _uit_pad(delen))
    vraag.parameters = operatie.lees_parameters(request.GET)
    if operatie.heeft_lijf:
        vraag.gegevens = operatie.lees_lijf(_lees_lijf(vraag))
    if methode not in SCHRIJVEND or operatie.naam in api.leest:
        return _als_antwoord(bewerking(vraag), vraag)
    return _schrijf(vraag, bewerking)


def _schrijf(vraag: Vraag, bewerking: Bewerking) -> HttpResponseBase:
    sleutel = herhaling.sleutel_van(vraag.request)

    def werk() -> HttpResponseBase:
        if sleutel and (eerder := herhaling.eerder(vraag.actor, sleutel, vraag.request, vraag.lijf)):
            return eerder
        uitkomst = _als_antwoord(bewerking(vraag), vraag)
        if sleutel and isinstance(uitkomst, HttpResponse):
            herhaling.onthoud(vraag.actor, sleutel, uitkomst)
        return uitkomst

    with voorbereid():  # the statements of one operation are always the same
        return in_een_eenheid(werk)


def _met_scopes(actor: Applicatie, operatie: Operatie) -> Applicatie:
    """403 for who has none of the scopes of this operation, whatever it is about."""
    nodig = operatie.scopes
    if nodig and not scopes.beslis(actor, "", scopes=nodig):
        raise ApiFout(403, detail=f"Hiervoor is een van deze scopes nodig: {', '.join(sorted(nodig))}.")
    return actor.met_scopes(nodig)


def _onderhandel(request: HttpRequest, operatie: Operatie) -> None:
    gevraagd = request.headers.get("Accept", "*/*")
    if not any(deel.partition(";")[0].strip() in operatie.aanvaard(_AANVAARD) for deel in gevraagd.split(",")):
        raise ApiFout(406)
    if operatie.heeft_lijf and (operatie.lijf_verplicht or request.META.get("CONTENT_LENGTH") not in ("", "0", None)):
        gegeven = (request.content_type or "").lower()
        json_ook = operatie.is_json and (gegeven.endswith("+json") or gegeven == "application/json")
        if gegeven not in operatie.mediatypen and not json_ook:
            raise ApiFout(415, detail=f"Mediatype {gegeven[:100]!r} wordt niet ondersteund.")
    if operatie.vraagt_crs:
        _toets_crs(request, operatie)


def _toets_crs(request: HttpRequest, operatie: Operatie) -> None:
    """Coordinates are WGS 84 only (``EPSG:4326``), in and out."""
    terug, heen = request.headers.get("Accept-Crs"), request.headers.get("Content-Crs")
    if operatie.methode != "delete":
        if terug is None:
            raise ApiFout(412, detail="De header Accept-Crs ontbreekt.")
        if terug not in (CRS, "*"):
            raise ApiFout(406, detail=f"Coordinaten zijn er alleen in {CRS}.")
    if operatie.heeft_lijf and heen not in (None, CRS):
        raise ApiFout(415, detail=f"Coordinaten worden alleen in {CRS} gelezen.")


def _uit_pad(delen: dict[str, str]) -> dict[str, UUID | str]:
    """The parts of the address. What should be an identity and is none, does not exist."""
    gelezen: dict[str, UUID | str] = {}
    for naam, waarde in delen.items():
        if "uuid" in naam:
            try:
                gelezen[naam] = UUID(waarde)
            except ValueError:
                raise ApiFout(404) from None
        else:
            gelezen[naam] = waarde
    return gelezen


def _lees_lijf(vraag: Vraag) -> Any:
    """What was sent, not yet checked: JSON, or a form with a file."""
    request = vraag.request
    try:
        if not vraag.operatie.is_json:
            velden, bestanden = MultiPartParser(request.META, request, request.upload_handlers, "utf-8").parse()
            return {**velden.dict(), **bestanden.dict()}
        vraag.lijf = _lees(
            request, grenzen.grootste_lijf(draagt_bestand=bool(vraag.bron and vraag.bron.draagt_bestand))
        )
        return json.loads(vraag.lijf or b"{}", parse_constant=_geen_getal)
    except RequestDataTooBig:
        raise ApiFout(413) from None
    except MultiPartParserError:
        raise ApiFout(400, "parse_error", "De inhoud is geen formulier.") from None
    except (ValueError, RecursionError):
        raise ApiFout(400, "parse_error", "De inhoud is geen JSON.") from None


def _lees(request: HttpRequest, meeste: int) -> bytes:
    """The body, whole; never more than this operation takes. Raises RequestDataTooBig."""
    lijf = request.read(meeste + 1)
    if len(lijf) > meeste:
        raise RequestDataTooBig
    return lijf


def _geen_getal(tekst: str) -> None:
    raise ValueError(f"{tekst} is geen JSON.")


def _als_antwoord(uitkomst: Any, vraag: Vraag) -> HttpResponseBase:
    if isinstance(uitkomst, HttpResponseBase):
        return uitkomst
    heel: Antwoord = uitkomst if isinstance(uitkomst, Antwoord) else Antwoord(uitkomst)
    inhoud = b"" if heel.inhoud is None else als_json(heel.inhoud)
    koppen = dict(heel.koppen)
    if vraag.operatie.vraagt_crs:
        koppen["Content-Crs"] = CRS
    leest = vraag.operatie.methode in ("get", "head")
    if leest and vraag.operatie.heeft_etag:
        koppen["ETag"] = lezen.etag(inhoud)
        if lezen.is_bekend(vraag.request.headers.get("If-None-Match", ""), koppen["ETag"]):
            return HttpResponse(status=304, headers=koppen)
    soort = "application/json" if heel.inhoud is not None else None
    gemaakt = HttpResponse(inhoud, status=heel.status, content_type=soort, headers=koppen)
    if soort is None:
        del gemaakt.headers["Content-Type"]
    return gemaakt


# -- what went wrong ---------------------------------------------------------------------------------------------------


def _als_fout(fout: Exception, bewerkingen: Bewerkingen) -> ApiFout:
    match fout:
        case ApiFout() | Weigering() | BestaatNiet():
            return uit_weigering(fout)
        case IntegrityError():
            dubbel = _niet_uniek(fout, bewerkingen)
            if dubbel is not None:
                return dubbel
    # A person finds it by the trace; the other system is told no more than that it was not its fault.
    log.error("API: %s", type(fout).__name__, exc_info=fout)
    return ApiFout(500)


def _niet_uniek(fout: IntegrityError, bewerkingen: Bewerkingen) -> ApiFout | None:
    """The database held a rule of the standard that something is unique: two at once, or one by mistake."""
    regel = getattr(getattr(fout.__cause__, "diag", None), "constraint_name", "") or ""
    for _, _, bron in bewerkingen.values():
        if bron is not None and regel in bron.uniek:
            veld, code = bron.uniek[regel]
            return ApiFout(400, velden=[Veldfout(veld, code, "Dit bestaat al.")])
    return None
