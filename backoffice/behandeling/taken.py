"""The tasks of a zaak with what staff can do to each."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from autorisatie.models import Applicatie
from catalogus.models import Uitvoerder
from mijnzaken.zaken.inzien import Inzage
from mijnzaken.zaken.models import Taakstand

_KLEUR = {Taakstand.OPEN: "let-op", Taakstand.KLAAR: "goed", Taakstand.VERLOPEN: "fout", Taakstand.INGETROKKEN: ""}


def taken(inzage: Inzage, mag: frozenset[str]) -> list[dict[str, Any]]:
    """Open ones first; a task of a completion is done by handling the completion."""
    systemen = _systemen(inzage.taken)
    regels = [
        {
            "rij": taak,
            "kleur": _KLEUR.get(taak.stand, ""),
            "voor": _voor(taak),
            "systeem": systemen.get(taak.geplaatst_door_systeem, ""),
            "knoppen": _knoppen(inzage, taak, mag),
        }
        for taak in inzage.taken
    ]
    return sorted(regels, key=lambda regel: regel["rij"].stand != Taakstand.OPEN)


def _systemen(rijen: Iterable[Any]) -> dict[str, str]:
    """What the systems that placed some of these tasks are called; no query when none did."""
    namen = {taak.geplaatst_door_systeem for taak in rijen if taak.geplaatst_door_systeem}
    bekend = Applicatie.objects.filter(client_id__in=namen).values_list("client_id", "label") if namen else ()
    return dict.fromkeys(namen, _("een ander systeem")) | dict(bekend)


def _voor(taak: Any) -> str:
    return _("Voor de aanvrager") if taak.uitvoerder == Uitvoerder.INWONER else _("Voor de behandelaar")


def _knoppen(inzage: Inzage, taak: Any, mag: frozenset[str]) -> list[dict[str, str]]:
    if taak.stand != Taakstand.OPEN:
        return []
    namen = (
        {"aanvullen": _("Aanvulling verwerken")}
        if taak.opschorting_id
        else {
            "taak_uitvoeren": _("Afmelden"),
            "taak_intrekken": _("Intrekken"),
        }
    )
    return [
        {"naam": naam, "url": f"{reverse('zaak_handeling', args=[inzage.zaak.nummer, recht])}?taak={taak.uuid}"}
        for recht, naam in namen.items()
        if recht in mag
    ]
