"""Log-in and log-out as a person sees them. What is believed of an answer is decided in ``autorisatie.inloggen``."""

import time
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_safe
from mozilla_django_oidc.utils import absolutify
from mozilla_django_oidc.views import OIDCAuthenticationCallbackView, OIDCAuthenticationRequestView

from autorisatie import sessie
from autorisatie.actor import Anoniem
from autorisatie.inloggen import binnenlaten, pogingen
from autorisatie.inloggen.aanbieder import Aanbieder
from autorisatie.inloggen.doorsturen import veilig_pad
from autorisatie.inloggen.middelen import Middel, middel, voor_inwoners
from autorisatie.inloggen.weigering import InlogWeigering
from autorisatie.toegang import openbaar
from autorisatie.vangnet import buiten_vangnet

GELDIG = 15 * 60  # seconds that one attempt may take
LANDING = {"burger": "/mijn/", "medewerker": "/backoffice/"}
_STORINGEN = ("temporarily_unavailable", "server_error")


class Begin(OIDCAuthenticationRequestView):
    """To the provider of one means, asking for a level of assurance; state, nonce and PKCE are the library's."""

    def __init__(self, middel: Middel, niveau: int) -> None:
        self.middel, self.niveau = middel, max(niveau, middel.blok["niveau"])
        self._instellingen = middel.instellingen()
        super().__init__()

    def get_settings(self, attr: str, *args: Any) -> Any:  # type: ignore[override]
        return self._instellingen.get(attr, args[0] if args else None)

    def get_extra_params(self, request: HttpRequest) -> dict[str, str]:
        """A resident shows who he is every time, staff when the session ran out: a computer may be somebody else's."""
        params = {"acr_values": " ".join(self.middel.acr_vanaf(self.niveau)), "ui_locales": "nl"}
        if not self.middel.voor_medewerkers or sessie.verlopen(request):
            params["prompt"] = "login"
        return params

    def get(self, request: HttpRequest) -> HttpResponse:
        """What belongs to this attempt is kept with its own state, so that tabs do not mix."""
        antwoord = super().get(request)
        state = parse_qs(urlsplit(antwoord.url).query)["state"][0]
        request.session.pop("oidc_login_next", None)
        request.session["oidc_states"][state].update(
            middel=self.middel.naam, niveau=self.niveau, next=veilig_pad(request.GET.get("next"))
        )
        request.session.modified = True
        return antwoord


class Terug(OIDCAuthenticationCallbackView):
    """Back from the provider. An answer that this browser did not ask for changes nothing."""

    def __init__(self, middel: Middel) -> None:
        super().__init__()
        self.middel = middel

    def get(self, request: HttpRequest) -> HttpResponse:
        poging = self._poging(request)
        claims, id_token = Aanbieder(self.middel).haal(request, poging["nonce"], poging["code_verifier"])
        wacht = binnenlaten.laat_binnen(request, self.middel, claims, id_token, poging["niveau"])
        return HttpResponseRedirect(poging["next"] or wacht or LANDING[sessie.soort(request.session)])

    def _poging(self, request: HttpRequest) -> dict[str, Any]:
        """The attempt that this answers, usable once. Raises ``InlogWeigering``."""
        poging: dict[str, Any] | None = request.session.get("oidc_states", {}).pop(request.GET.get("state", ""), None)
        if poging is None or time.time() - poging["added_on"] > GELDIG:
            raise InlogWeigering("verlopen")
        request.session.save()  # before the provider is asked, so that a replay finds nothing
        adressen = self.middel.adressen
        uitgever = request.GET.get("iss")  # RFC 9207: which provider answers
        if uitgever is None and adressen.get("authorization_response_iss_parameter_supported"):
            raise InlogWeigering("ongeldig", "afzender ontbreekt")
        if poging["middel"] != self.middel.naam or uitgever not in (None, adressen["issuer"]):
            raise InlogWeigering("ongeldig", "andere afzender")
        fout = request.GET.get("error")
        if fout == "unmet_authentication_requirements":
            raise InlogWeigering("tweede_factor" if self.middel.voor_medewerkers else "niveau")
        if fout:
            raise InlogWeigering("onbereikbaar" if fout in _STORINGEN else "afgebroken")
        if not request.GET.get("code"):
            raise InlogWeigering("ongeldig", "geen code")
        return poging


def _gevraagd(request: HttpRequest) -> int:
    niveau = request.GET.get("niveau", "0")
    return int(niveau) if niveau in ("1", "2", "3", "4") else 0


def _niet(request: HttpRequest, naam: str, fout: InlogWeigering) -> HttpResponse:
    """The page that says why, and where to begin again."""
    if fout.code not in ("afgebroken", "onbereikbaar", "te_vaak"):
        pogingen.tel(request, "mislukt")
    binnenlaten.geweigerd(request, naam, fout)
    opnieuw = reverse("inloggen_medewerker" if naam == "medewerker" else "inloggen")
    antwoord = render(request, "openbaar/inloggen_niet.html", {"fout": fout, "opnieuw": opnieuw}, status=fout.status)
    if fout.status in (429, 503):
        antwoord.headers["Retry-After"] = "300"
    return antwoord


@openbaar
@require_safe
@never_cache
def kiezen(request: HttpRequest) -> HttpResponse:
    """Which means; with ``niveau`` only those that reach it."""
    niveau, pad = _gevraagd(request), veilig_pad(request.GET.get("next"))
    if not isinstance(request.actor, Anoniem) and not niveau:  # type: ignore[attr-defined]
        return HttpResponseRedirect(pad or LANDING[sessie.soort(request.session)])
    vraag = urlencode({naam: waarde for naam, waarde in (("next", pad), ("niveau", niveau)) if waarde})
    context = {
        "middelen": [een for een in voor_inwoners() if een.acr_vanaf(niveau)] or _in_de_demo(),
        "niveau": niveau,
        "vraag": f"?{vraag}" if vraag else "",
    }
    return render(request, "openbaar/inloggen.html", context)


def _in_de_demo() -> list[Middel]:
    """The demo has no providers: each means leads to the personas."""
    return [Middel(naam, {}) for naam in ("digid", "eherkenning", "eidas")] if settings.DEMO else []


@openbaar
@buiten_vangnet("inloggen maakt een ander dan wie er nu is")
@require_safe
@never_cache
def begin(request: HttpRequest, naam: str) -> HttpResponse:
    """To the provider. A means that is not set up does not exist; in the demo it leads to the personas."""
    gekozen = middel(naam)
    if gekozen is None:
        if not settings.DEMO:
            raise Http404
        pad = veilig_pad(request.GET.get("next"))
        return HttpResponseRedirect(reverse("inloggen_demo") + (f"?{urlencode({'next': pad})}" if pad else ""))
    try:
        pogingen.houd_tegen(request, "begin", "mislukt")
        pogingen.tel(request, "begin")
        return Begin(gekozen, _gevraagd(request)).get(request)
    except InlogWeigering as fout:
        return _niet(request, naam, fout)


@openbaar
@buiten_vangnet("inloggen maakt een ander dan wie er nu is")
@require_GET
@never_cache
def terug(request: HttpRequest, naam: str) -> HttpResponse:
    """Back from the provider: logged in, or a page that says why not."""
    gekozen = middel(naam)
    if gekozen is None:
        raise Http404
    try:
        pogingen.houd_tegen(request, "mislukt")
        return Terug(gekozen).get(request)
    except InlogWeigering as fout:
        return _niet(request, naam, fout)


@openbaar
@sessie.van_iedereen
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def uitloggen(request: HttpRequest) -> HttpResponse:
    """POST ends the session here, at once, and then at the provider; GET asks, or says that it is done.

    The page of the POST leads on to the provider by itself: a redirect would be stopped by the rule that forms only go
    to ourselves. ``Clear-Site-Data`` empties the browser's cache, so that the back button shows nothing.
    """
    if request.method != "POST":
        return render(request, "openbaar/uitloggen.html", {"klaar": not sessie.soort(request.session)})
    stand = request.session.get(sessie.STAND, {})
    gekozen = middel(stand.get("middel", ""))
    binnenlaten.laat_uit(request)
    elders = _bij_aanbieder(request, gekozen, stand.get("id_token", "")) if gekozen else ""
    antwoord = render(request, "openbaar/uitloggen.html", {"klaar": True, "elders": elders, "middel": gekozen})
    antwoord.headers["Clear-Site-Data"] = '"cache", "storage"'
    return antwoord


def _bij_aanbieder(request: HttpRequest, gekozen: Middel, id_token: str) -> str:
    """Where the provider ends its own session (OpenID Connect RP-Initiated Logout), empty when it cannot."""
    try:
        adres = gekozen.adressen.get("end_session_endpoint")
    except InlogWeigering:
        return ""
    if not adres:
        return ""
    vraag = {
        "client_id": gekozen.blok["client_id"],
        "post_logout_redirect_uri": absolutify(request, reverse("uitloggen")),
    }
    if id_token:
        vraag["id_token_hint"] = id_token
    return f"{adres}?{urlencode(vraag)}"
