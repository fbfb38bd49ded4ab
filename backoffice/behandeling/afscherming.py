"""The shielding of a zaak, on its page: that it is, why, until when the reader may see it, and who else may."""

from typing import Any
from uuid import UUID

from django.urls import reverse

from autorisatie.actor import Actor, Medewerker
from autorisatie.fouten import BestaatNiet
from autorisatie.models import Partij, PartijToegang
from mijnzaken.zaken.handelingen import afschermen as handelingen
from mijnzaken.zaken.inzien import Inzage
from mijnzaken.zaken.models import Zaak, ZaakAfscherming, ZaakToegang

OP_DE_RIJ = ("afscherming_opheffen", "toegang_verlenen", "toegang_intrekken")


def afscherming(inzage: Inzage, mag: frozenset[str]) -> dict[str, Any] | None:
    """``None`` for a zaak that is not shielded; five queries for one that is."""
    zaak = inzage.zaak
    actor: Medewerker = inzage.actor  # type: ignore[assignment]
    if not zaak.afgeschermd:
        return None
    rij = open_rij(actor, zaak)
    toegangen = [_regel(inzage, t, mag) for t in _geldend(ZaakToegang, content_object=zaak)] if rij else []
    eigen = [t for t in toegangen if t["gebruiker"] == actor.gebruiker]
    return {
        "rij": rij,
        "toegangen": toegangen,
        "eigen": eigen[-1] if eigen else None,  # the one that lasts longest
        "partijen": _partijen(inzage),
        "verlenen_url": _url(zaak, "toegang_verlenen") if rij and "toegang_verlenen" in mag else "",
        "opheffen_url": _url(zaak, "afscherming_opheffen") if rij and "afscherming_opheffen" in mag else "",
    }


def _url(zaak: Zaak, naam: str) -> str:
    return reverse("zaak_handeling", args=[zaak.nummer, naam])


def open_rij(actor: Actor, zaak: Zaak) -> Any:
    rijen = ZaakAfscherming.objects.voor(actor).filter(zaak=zaak, opgeheven_op=None)
    return rijen.select_related("door").first()


def _geldend(soort: Any, **waarvan: Any) -> Any:
    return soort.objects.filter(soort.geldend(), **waarvan).select_related("user").order_by("geldig_tot", "pk")


def _regel(inzage: Inzage, toegang: ZaakToegang, mag: frozenset[str]) -> dict[str, Any]:
    kan = "toegang_intrekken" in mag
    return {
        "gebruiker": toegang.user,
        "rij": toegang,
        "reden": toegang.reden,
        "glas": toegang.verleend_door_id is None,
        "url": f"{_url(inzage.zaak, 'toegang_intrekken')}?toegang={toegang.pk}" if kan else "",
    }


def _partijen(inzage: Inzage) -> list[dict[str, Any]]:
    """The shielded partijen in this zaak, each with who is named for it."""
    dicht = {rol.partij.pk: rol.partij for rol in inzage.rollen if rol.partij and rol.partij.afgeschermd}
    genoemd: dict[int, list[Any]] = {}
    for toegang in _geldend(PartijToegang, content_object__in=dicht) if dicht else ():
        genoemd.setdefault(toegang.content_object_id, []).append(toegang)
    return [{"naam": partij.naam, "toegangen": genoemd.get(pk, [])} for pk, partij in dicht.items()]


# -- what the table of screens calls -----------------------------------------------------------------------------------


def opheffen(actor: Actor, zaak: Zaak, **waarden: Any) -> Any:
    return handelingen.afscherming_opheffen(actor, _rij(actor, zaak), **waarden)


def verlenen(actor: Actor, zaak: Zaak, **waarden: Any) -> Any:
    return handelingen.toegang_verlenen(actor, _rij(actor, zaak), **waarden)


def intrekken(actor: Actor, zaak: Zaak, *, toegang: int, **waarden: Any) -> Any:
    gevonden = ZaakToegang.objects.filter(ZaakToegang.geldend(), pk=toegang, content_object=zaak).first()
    if gevonden is None:
        raise BestaatNiet
    return handelingen.toegang_intrekken(actor, _rij(actor, zaak), toegang=gevonden, **waarden)


def partij_afschermen(
    actor: Actor, zaak: Zaak, *, partij: UUID, gezien_versie: int | None = None, **waarden: Any
) -> Any:
    """Only a partij that stands in this zaak."""
    gevonden = Partij.objects.voor(actor).filter(uuid=partij, rollen__zaak=zaak).first()
    if gevonden is None:
        raise BestaatNiet
    return handelingen.partij_afschermen(actor, gevonden, **waarden)


def _rij(actor: Actor, zaak: Zaak) -> ZaakAfscherming:
    rij: ZaakAfscherming | None = open_rij(actor, zaak)
    if rij is None:
        raise BestaatNiet
    return rij
