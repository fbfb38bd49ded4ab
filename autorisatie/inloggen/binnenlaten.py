"""A believed answer becomes a session, and both logs know of it. Nothing else of this package writes a session."""

from datetime import timedelta
from typing import Any

import jwt
from django.http import HttpRequest

from autorisatie import herstel, logboek, sessie, toegang
from autorisatie.actor import Anoniem, Burger, Systeem
from autorisatie.inloggen.inwoners import Ingelogd, wie_van
from autorisatie.inloggen.medewerkers import gebruiker_van
from autorisatie.inloggen.middelen import Middel
from autorisatie.inloggen.weigering import InlogWeigering
from autorisatie.machtigen import machtiging_vastleggen, machtiging_vervalt
from autorisatie.models import UIT_INLOGGEN, EindeReden, Machtiging, Reikwijdte, Uitkomst
from catalogus import klok
from catalogus.models import Product


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
        wie = wie_van(middel, claims)
        if not wie.partij.doet_mee or (wie.gever is not None and not wie.gever.doet_mee):
            raise InlogWeigering("gesloten")
        sessie.begin_burger(
            request,
            partij=wie.partij,
            middel=middel.naam,
            betrouwbaarheid=gehaald,
            acr=acr,
            id_token=bewijs,
            machtiging=_gesteld(middel, wie),
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
    if wacht.machtiging is not None and not sessie.alleen_namens(request):
        machtiging = (
            Machtiging.objects.systeem("de rol hervatten waarin een formulier open stond")
            .filter(Machtiging.geldend(), pk=wacht.machtiging, gemachtigde=actor.partij)  # type: ignore[attr-defined]
            .exclude(bron__in=UIT_INLOGGEN)
            .first()
        )
        if machtiging is None:
            return ""
        sessie.wissel(request, machtiging)
    return wacht.pagina if wacht.wie == sessie.wie(request) else ""


def laat_uit(request: HttpRequest) -> None:
    """Log out: the session is deleted on the server, and the log knows."""
    if sessie.soort(request.session):
        actor = toegang.actor_van(request)
        logboek.schrijf(actor, "uitloggen")
        if sessie.alleen_namens(request) and isinstance(actor, Burger) and actor.machtiging is not None:
            machtiging_vervalt(Systeem("uitgelogd"), actor.machtiging, reden=EindeReden.UITGELOGD)
    sessie.eindig(request)
    request.actor = toegang.actor_van(request)  # type: ignore[attr-defined]  # the page that follows is nobody's


def _gesteld(middel: Middel, wie: Ingelogd) -> Machtiging | None:
    """The row of what the provider states: for this session, anew at each log-in, and limited to the service."""
    if wie.gever is None:
        return None
    alles = wie.producten == ("alles",)
    producten = () if alles else tuple(Product.objects.filter(slug__in=wie.producten))
    if not alles and not producten:
        raise InlogWeigering("machtiging", "dienst zonder product")
    gemaakt: Machtiging = machtiging_vastleggen(
        Systeem("de inlogdienst stelt een machtiging"),
        bron=middel.naam,
        gever=wie.gever,
        gemachtigde=wie.partij,
        reikwijdte=Reikwijdte.ALLES if alles else Reikwijdte.PRODUCTEN,
        producten=producten,
        mag_handelen=True,
        geldig_tot=klok.vandaag() + timedelta(days=1),  # a session can pass midnight
    )
    return gemaakt


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
