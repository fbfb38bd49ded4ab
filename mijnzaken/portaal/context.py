"""What every page of the portal knows: the menu with its counts, and for whom one acts."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from autorisatie.actor import Burger
from mijnzaken.berichten.inzien import ongelezen
from mijnzaken.portaal.taken import aantal_open_taken

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
    """Two queries, and only on pages of who is logged in as a resident."""
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
        ]
        for groep in _MENU
    ]
    return {
        "menu": menu,
        "wie_naam": actor.partij.naam,
        "namens_naam": actor.namens.naam if actor.namens else "",
    }


def _actief(pad: str, url: str) -> bool:
    return pad == url if url == reverse("overzicht") else pad.startswith(url)
