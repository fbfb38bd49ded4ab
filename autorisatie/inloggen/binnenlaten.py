"""A believed answer becomes a session, and both logs know of it. Nothing else of this package writes a session."""

from typing import Any

import jwt
from django.http import HttpRequest

from autorisatie import herstel, logboek, sessie, toegang
from autorisatie.actor import Anoniem
from autorisatie.inloggen.inwoners import partij_van
from autorisatie.inloggen.medewerkers import gebruiker_van
from autorisatie.inloggen.middelen import Middel
from autorisatie.inloggen.weigering import InlogWeigering
from autorisatie.models import Machtiging, Uitkomst


def laat_binnen(request: HttpRequest, middel: Middel, claims: dict[str, Any], id_token: str, niveau: int) -> str:
    """Begin the session of these claims; where something waits that was typed before, the page of it, else ''.

    ``niveau``: the level that was asked, at least that of the means. Raises ``InlogWeigering``.
    """
    acr = str(claims.get("acr", ""))
    bewijs = _voor_uitloggen(middel, claims, id_token)
    if middel.voor_medewerkers:
        gebruiker = gebruiker_van(middel, claims)
        sessie.begin_medewerker(request, gebruiker=gebruiker, middel=middel.naam, acr=acr, id_token=bewijs)
    else:
        gehaald = middel.niveau_van(acr)
        if gehaald < max(niveau, middel.blok["niveau"]):
            raise InlogWeigering("niveau", f"{gehaald}")
        partij = partij_van(middel, claims)
        if not partij.indicatie_actief:
            raise InlogWeigering("gesloten")
        sessie.begin_burger(
            request, partij=partij, middel=middel.naam, betrouwbaarheid=gehaald, acr=acr, id_token=bewijs
        )
    return na_begin(request, bijzonderheden={"acr": acr[:100], **_keten(middel, claims)})


def na_begin(request: HttpRequest, bijzonderheden: dict[str, Any] | None = None) -> str:
    """Write the log-in down, and take up what waited: the form that was typed, in the role in which it was."""
    actor = toegang.actor_van(request)
    logboek.schrijf(
        actor, "inloggen", bijzonderheden={"middel": request.session[sessie.STAND]["middel"], **(bijzonderheden or {})}
    )
    wacht = herstel.na_inloggen(request)
    if wacht is None:
        return ""
    if wacht.machtiging is not None:
        machtiging = (
            Machtiging.objects.systeem("de rol hervatten waarin een formulier open stond")
            .filter(Machtiging.geldend(), pk=wacht.machtiging, gemachtigde=actor.partij)  # type: ignore[attr-defined]
            .first()
        )
        if machtiging is None:
            return ""
        sessie.wissel(request, machtiging)
    return wacht.pagina if wacht.wie == sessie.wie(request) else ""


def laat_uit(request: HttpRequest) -> None:
    """Log out: the session is deleted on the server, and the log knows."""
    if sessie.soort(request.session):
        logboek.schrijf(toegang.actor_van(request), "uitloggen")
    sessie.eindig(request)
    request.actor = toegang.actor_van(request)  # type: ignore[attr-defined]  # the page that follows is nobody's


def geweigerd(request: HttpRequest, middel: str, fout: InlogWeigering) -> None:
    """A refused log-in in the log: without who it was, because that is not known for sure."""
    logboek.schrijf(
        Anoniem(),
        "inloggen",
        uitkomst=Uitkomst.GEWEIGERD,
        reden=str(fout),
        bijzonderheden={"middel": middel},
    )


def _voor_uitloggen(middel: Middel, claims: dict[str, Any], id_token: str) -> str:
    """The id token, if it may be shown at log-out: it travels in an address, so not when it holds who the person is."""
    inhoud = jwt.decode(id_token, options={"verify_signature": False})  # verified by now
    kenmerken = {str(claims[naam]) for naam in middel.blok["claims"].values() if claims.get(naam)}
    return "" if kenmerken & {str(waarde) for waarde in inhoud.values()} else id_token


def _keten(middel: Middel, claims: dict[str, Any]) -> dict[str, Any]:
    """eHerkenning through an intermediary: that there was one belongs in the log."""
    claim = middel.claim("tussenpersoon")
    return {"via_tussenpersoon": True} if claim and claims.get(claim) else {}
