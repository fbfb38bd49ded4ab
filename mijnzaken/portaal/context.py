"""What every page of the portal knows: the menu with its counts, and for whom one acts."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from autorisatie import sessie
from autorisatie.actor import Burger
from autorisatie.models import Aard, Reikwijdte
from mijnzaken.berichten.inzien import ongelezen
from mijnzaken.portaal.taken import aantal_open_taken
from mijnzaken.zaken.machtigingen import waarover

_MENU = (
    ((("overzicht", "layout-grid"),)),
    (
        ("mijn_taken", "list-check"),
        ("mijn_berichten", "inbox"),
        ("mijn_zaken", "archive"),
        ("mijn_producten", "certificate"),
        ("mijn_contact", "message-circle"),
    ),
    (("mijn_gegevens", "user"), ("mijn_machtigingen", "users"), ("mijn_inzage", "shield-lock")),
)


def portaal(request: HttpRequest) -> dict[str, Any]:
    """Two queries, and only on pages of who is logged in as a resident; for who acts for another at most three more, to
    say for what. Never a list of all for whom he may act."""
    actor = getattr(request, "actor", None)
    if not isinstance(actor, Burger):
        return {}
    namen = {
        "overzicht": _("Overzicht"),
        "mijn_taken": _("Taken"),
        "mijn_berichten": _("Berichten"),
        "mijn_zaken": _("Zaken"),
        "mijn_producten": _("Producten"),
        "mijn_contact": _("Contact"),
        "mijn_gegevens": _("Mijn gegevens"),
        "mijn_machtigingen": _("Machtigingen"),
        "mijn_inzage": _("Wie keek er mee?"),
    }
    aantallen = {"mijn_taken": aantal_open_taken(actor), "mijn_berichten": ongelezen(actor)}
    verborgen = set() if actor.namens is None else {"mijn_machtigingen"}
    if not actor.ziet_persoonlijks:
        verborgen |= {"mijn_gegevens", "mijn_inzage"}
    menu = [
        [
            {
                "naam": namen[naam],
                "url": reverse(naam),
                "icoon": icoon,
                "aantal": aantallen.get(naam, 0),
                "actief": _actief(request.path, reverse(naam)),
            }
            for naam, icoon in groep
            if naam not in verborgen
        ]
        for groep in _MENU
    ]
    return {
        "menu": [groep for groep in menu if groep],
        "wie_naam": actor.partij.naam,
        **_namens(request, actor),
    }


def _namens(request: HttpRequest, actor: Burger) -> dict[str, Any]:
    """For whom, in which quality and for what one acts now: said on every page."""
    if actor.namens is None or actor.machtiging is None:
        return {"namens_naam": "", "mag_handelen": True}
    machtiging = actor.machtiging
    return {
        "namens_naam": actor.namens.volledige_naam or _("iemand anders"),  # a register has yet to say it
        "namens_als": "" if machtiging.aard == Aard.GEMACHTIGDE else str(machtiging.get_aard_display()),
        "namens_waarover": "" if machtiging.reikwijdte == Reikwijdte.ALLES else waarover(machtiging),
        "mag_handelen": actor.mag_handelen,
        "alleen_namens": sessie.alleen_namens(request),
    }


def _actief(pad: str, url: str) -> bool:
    return pad == url if url == reverse("overzicht") else pad.startswith(url)
