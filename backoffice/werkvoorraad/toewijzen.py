"""Giving several zaken to somebody at once. Each zaak is a handeling of its own, and each tells how it went."""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from autorisatie.actor import Medewerker
from autorisatie.fouten import BestaatNiet, Weigering
from autorisatie.models import Gebruiker
from autorisatie.toegang import voor_medewerker
from mijnzaken.zaken.handelingen import behandelen
from mijnzaken.zaken.models import Zaak

TERUG_NAAR_TEAM = "team"


@voor_medewerker("werkvoorraad")
@require_POST
def toewijzen(request: HttpRequest) -> HttpResponse:
    actor: Medewerker = request.actor  # type: ignore[attr-defined]
    keuzes = request.POST.getlist("zaak")[:100]
    aan = request.POST.get("behandelaar", "")
    gebruiker = _gebruiker(aan)
    if not keuzes:
        messages.error(request, _("Vink eerst de zaken aan die u wilt toewijzen."))
    elif gebruiker is None and aan != TERUG_NAAR_TEAM:
        messages.error(request, _("Kies aan wie u de zaken wilt toewijzen."))
    else:
        _wijs_toe(request, actor, keuzes, gebruiker)
    return redirect(_terug(request))


def _wijs_toe(request: HttpRequest, actor: Medewerker, keuzes: list[str], gebruiker: Gebruiker | None) -> None:
    gelukt: list[str] = []
    for keuze in keuzes:
        uuid, versie = _lees(keuze)
        if uuid is None:
            continue
        try:
            zaak: Zaak = behandelen.toewijzen(actor, uuid, gebruiker, gezien_versie=versie)
            gelukt.append(zaak.nummer)
        except Weigering as weigering:
            messages.error(request, f"{_nummer(actor, uuid)}: {weigering.reden}")
        except BestaatNiet:
            messages.error(request, _("Een van de zaken bestaat niet meer, of u mag haar niet zien."))
    if gelukt:
        naam = gebruiker.naam if gebruiker else _("het team")
        tekst = ngettext(
            "%(aantal)d zaak toegewezen aan %(naam)s: %(nummers)s",
            "%(aantal)d zaken toegewezen aan %(naam)s: %(nummers)s",
            len(gelukt),
        )
        messages.success(request, tekst % {"aantal": len(gelukt), "naam": naam, "nummers": ", ".join(gelukt)})


def _nummer(actor: Medewerker, uuid: UUID) -> str:
    zaak = Zaak.objects.een(actor, uuid)
    return zaak.nummer if zaak is not None else str(uuid)


def _gebruiker(keuze: str) -> Gebruiker | None:
    if not (keuze.isascii() and keuze.isdigit() and len(keuze) < 19):
        return None
    return Gebruiker.objects.filter(pk=int(keuze), is_active=True).first()


def _lees(keuze: str) -> tuple[UUID | None, int]:
    """What a checkbox holds: the zaak, and the version that was on the screen."""
    sleutel, _punt, versie = keuze.partition(":")
    try:
        return UUID(sleutel), int(versie)
    except ValueError:
        return None, 0


def _terug(request: HttpRequest) -> str:
    """The list as it stood: only names and values of a query, never an address that was posted."""
    vraag = [(k, v) for k, v in QueryDict(request.POST.get("vraag", "")[:1000]).items() if v]
    return reverse("werkvoorraad") + (f"?{urlencode(vraag)}" if vraag else "")
