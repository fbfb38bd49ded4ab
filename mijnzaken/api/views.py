"""The first door for other systems: what is here can be read, by who may. Writing comes with the issue on the APIs."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse

from autorisatie import logboek
from autorisatie.bewaakt import BewaaktModel
from autorisatie.fouten import BestaatNiet
from autorisatie.models import Applicatie, Gegevensgroep
from catalogus.models import Zaaktype
from mijnzaken.api import vormen
from mijnzaken.api.toegang import leesbaar
from mijnzaken.documenten.models import Document
from mijnzaken.klanten.models import Klantcontact
from mijnzaken.zaken.inzien import zaak_inzien
from mijnzaken.zaken.models import Besluit, Zaak

BLADZIJDE = 100
Vorm = Callable[[HttpRequest, Any], dict[str, Any]]


def _applicaties(request: HttpRequest) -> Any:
    """An applicatie without all rights knows itself only."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    rijen = Applicatie.objects.order_by("pk")
    return rijen if actor.heeft_alle_autorisaties else rijen.filter(client_id=actor.client_id)


_RIJEN: dict[str, tuple[Callable[[HttpRequest], Any], Vorm]] = {
    "zaken": (lambda r: Zaak.objects.voor(r.actor).select_related("zaaktype").order_by("-pk"), vormen.zaak),  # type: ignore[attr-defined]
    "zaaktypen": (lambda r: Zaaktype.objects.exclude(stand="concept").met_proces().order_by("pk"), vormen.zaaktype),
    "enkelvoudiginformatieobjecten": (
        lambda r: Document.objects.voor(r.actor).prefetch_related("versies").order_by("-pk"),  # type: ignore[attr-defined]
        vormen.document,  # type: ignore[attr-defined]
    ),
    "besluiten": (lambda r: Besluit.objects.voor(r.actor).select_related("zaak").order_by("-pk"), vormen.besluit),  # type: ignore[attr-defined]
    "applicaties": (_applicaties, vormen.applicatie),
    "klantcontacten": (lambda r: Klantcontact.objects.voor(r.actor).order_by("-pk"), vormen.klantcontact),  # type: ignore[attr-defined]
}


_GROEP = {
    "zaken": Gegevensgroep.ZAAK,
    "enkelvoudiginformatieobjecten": Gegevensgroep.DOCUMENT,
    "besluiten": Gegevensgroep.BESLUIT,
    "klantcontacten": Gegevensgroep.CONTACT,
}


@leesbaar
def wortel(request: HttpRequest, bronnen: list[str]) -> HttpResponse:
    """The collections of this API."""
    return JsonResponse({bron: request.build_absolute_uri(f"{request.path}{bron}") for bron in bronnen})


@leesbaar
def lijst(request: HttpRequest, bron: str) -> HttpResponse:
    """``count``, ``next``, ``previous``, ``results``; 100 a page."""
    haal, vorm = _RIJEN[bron]
    gevraagd = request.GET.get("page", "1")
    if not (gevraagd.isascii() and gevraagd.isdigit() and int(gevraagd[:6]) > 0):
        raise BestaatNiet
    pagina = int(gevraagd[:6])
    rijen = haal(request)
    aantal = rijen.count()
    begin = (pagina - 1) * BLADZIJDE
    if begin and begin >= aantal:
        raise BestaatNiet
    getoond = list(rijen[begin : begin + BLADZIJDE])
    _leg_lijst_vast(request, bron, getoond)

    def blad(nummer: int) -> str:
        return request.build_absolute_uri(f"{request.path}?page={nummer}")

    return JsonResponse(
        {
            "count": aantal,
            "next": blad(pagina + 1) if begin + BLADZIJDE < aantal else None,
            "previous": blad(pagina - 1) if pagina > 1 else None,
            "results": [vorm(request, rij) for rij in getoond],
        }
    )


_BETROKKEN = {  # of the rows of a page, by the door: model, how it is found from them, the way to its data subjects
    "zaken": (Zaak, "pk__in", "rollen__partij"),
    "besluiten": (Zaak, "besluiten__in", "rollen__partij"),
    "enkelvoudiginformatieobjecten": (Zaak, "zaakdocumenten__document__in", "rollen__partij"),
    "klantcontacten": (Klantcontact, "pk__in", "betrokkenen__was_partij"),
}


def _leg_lijst_vast(request: HttpRequest, bron: str, rijen: list[Any]) -> None:
    """A list of the standard gives every row in full: it was read, and each of its data subjects may see that."""
    if bron not in _BETROKKEN or not rijen:
        return
    model, langs, naar = _BETROKKEN[bron]
    actor = request.actor  # type: ignore[attr-defined]
    gevonden = model.objects.voor(actor).filter(**{langs: [rij.pk for rij in rijen]}).values_list(naar, flat=True)
    logboek.leg_lezing_vast(
        actor,
        "inzien",
        partijen={partij for partij in gevonden if partij},
        doel="ZGW API",
        gegevensgroepen=(_GROEP[bron],),
        bijzonderheden={"lijst": bron, "aantal": len(rijen)},
    )


@leesbaar
def een(request: HttpRequest, bron: str, uuid: UUID) -> HttpResponse:
    haal, vorm = _RIJEN[bron]
    if bron == "zaken":
        return JsonResponse(vorm(request, zaak_inzien(request.actor, uuid, doel="ZGW API").zaak))  # type: ignore[attr-defined]
    rij = haal(request).filter(uuid=uuid).first()
    if rij is None:
        raise BestaatNiet
    if isinstance(rij, BewaaktModel):
        groep = _GROEP[bron]
        logboek.leg_lezing_vast(request.actor, "inzien", rij=rij, doel="ZGW API", gegevensgroepen=(groep,))  # type: ignore[attr-defined]
    return JsonResponse(vorm(request, rij))


@leesbaar
def kanalen(request: HttpRequest) -> HttpResponse:
    """The channels of Notificaties 1.0.1 on which this installation will speak."""
    return JsonResponse(
        [
            {"naam": naam, "documentatieLink": "", "filters": []}
            for naam in ("zaken", "besluiten", "documenten", "zaaktypen")
        ],
        safe=False,
    )
