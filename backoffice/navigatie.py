"""What every page of staff knows: the tabs that the matrix opens for them, and who they are."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from autorisatie import beleid
from autorisatie.actor import Medewerker
from mijnzaken.zaken import glasbreuken

_TABS = (  # right, url name
    ("werkvoorraad", "werkvoorraad"),
    ("zaak_inzien", "zaken"),
    ("kcc", "kcc"),
    ("terugbelnotities", "terugbelnotities"),
    ("glasbreuk_bekijken", "glasbreuken"),
    ("sturing", "sturing"),
    ("beheer", "beheer"),
)


def navigatie(request: HttpRequest) -> dict[str, Any]:
    """Context processor. The grounds of the actor are kept on it, so this costs a page no query of its own;
    one for who watches over broken glass.
    """
    actor = getattr(request, "actor", None)
    if not isinstance(actor, Medewerker):
        return {}
    namen = {
        "werkvoorraad": _("Werkvoorraad"),
        "zaken": _("Zaken"),
        "kcc": _("Contact 14 070"),
        "terugbelnotities": _("Terugbelnotities"),
        "glasbreuken": _("Gebroken glas"),
        "sturing": _("Sturing"),
        "beheer": _("Beheer"),
    }
    tabs = [
        {
            "naam": namen[naam],
            "url": reverse(naam),
            "actief": _actief(request.path, reverse(naam)),
            "aantal": glasbreuken.nieuw(actor) if naam == "glasbreuken" else 0,
        }
        for recht, naam in _TABS
        if beleid.mag(actor, recht)
    ]
    eigen = reverse("beheer_eigen_rechten") if beleid.mag(actor, "eigen_rechten_inzien") else ""
    return {"navigatie": tabs, "wie_naam": actor.gebruiker.naam, "wie_url": eigen}


def _actief(pad: str, url: str) -> bool:
    return pad == url if url == reverse("werkvoorraad") else pad.startswith(url)
