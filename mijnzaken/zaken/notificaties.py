"""Other systems hear of what happens to a zaak here, as they hear of what another system does with it: by the channels
``zaken`` and ``taken``, in the transaction of the fact. Of a shielded zaak they hear nothing.
"""

from collections.abc import Iterable
from uuid import UUID

from django.conf import settings

from catalogus.models import Uitvoerder
from catalogus.vertrouwelijkheid import naar_zgw
from mijnzaken.berichten.models import Notificatie
from mijnzaken.berichten.notificaties import zet_klaar
from mijnzaken.zaken.models import Besluit, Taak, Zaak

_ZAKEN = "/zaken/api/v1"
_BESLUITEN = "/besluiten/api/v1/besluiten"
_TAKEN = "/taken/api/v1/taken"


def meld(zaak: Zaak, soort: str, collectie: str, uuid: UUID) -> None:
    """That something (``status``, of the collection ``statussen``) came to this zaak, or the zaak itself."""
    _meld("zaken", zaak, soort, f"{_ZAKEN}/{collectie}/{uuid}", "create")


def meld_taak(zaak: Zaak, taak: Taak, actie: str = "update") -> None:
    """That a resident got something to do, or that it is done, over, or no longer needed: on the channel of tasks."""
    if taak.uitvoerder == Uitvoerder.INWONER:
        _meld("taken", zaak, "taak", f"{_TAKEN}/{taak.uuid}", actie)


def _meld(kanaal: str, zaak: Zaak, soort: str, pad: str, actie: str) -> None:
    if zaak.afgeschermd:
        return
    zet_klaar(
        kanaal,
        hoofdobject=f"{_ZAKEN}/zaken/{zaak.uuid}",
        resource=soort,
        resource_pad=pad,
        actie=actie,
        kenmerken={
            "bronorganisatie": zaak.bronorganisatie,
            "zaaktype": _adres("zaaktypen", zaak.zaaktype.uuid),
            "vertrouwelijkheidaanduiding": naar_zgw(zaak.vertrouwelijkheidaanduiding),
        },
    )


def meld_besluit(zaak: Zaak, besluit: Besluit) -> None:
    """That it was decided: on the channel of decisions."""
    if zaak.afgeschermd:
        return
    pad = f"{_BESLUITEN}/{besluit.uuid}"
    zet_klaar(
        "besluiten",
        hoofdobject=pad,
        resource="besluit",
        resource_pad=pad,
        actie="create",
        kenmerken={
            "verantwoordelijkeOrganisatie": besluit.verantwoordelijke_organisatie,
            "besluittype": _adres("besluittypen", besluit.besluittype.uuid),
        },
    )


def vergeet(zaak: UUID, besluiten: Iterable[UUID]) -> None:
    """What was told of a zaak that is destroyed, and of its decisions."""
    hoofden = [f"{_ZAKEN}/zaken/{zaak}", *(f"{_BESLUITEN}/{uuid}" for uuid in besluiten)]
    Notificatie.objects.filter(hoofdobject__in=hoofden).delete()


def _adres(collectie: str, uuid: UUID) -> str:
    return f"{settings.BASISADRES}/catalogi/api/v1/{collectie}/{uuid}"
