"""Other systems hear of what happens to a zaak here, as they hear of what another system does with it: by the channel
``zaken``, in the transaction of the fact. Of a shielded zaak they hear nothing.
"""

from collections.abc import Iterable
from uuid import UUID

from django.conf import settings

from catalogus.vertrouwelijkheid import naar_zgw
from mijnzaken.berichten.models import Notificatie
from mijnzaken.berichten.notificaties import zet_klaar
from mijnzaken.zaken.models import Besluit, Zaak

_ZAKEN = "/zaken/api/v1"
_BESLUITEN = "/besluiten/api/v1/besluiten"


def meld(zaak: Zaak, soort: str, collectie: str, uuid: UUID) -> None:
    """That something (``status``, of the collection ``statussen``) came to this zaak, or the zaak itself."""
    if zaak.afgeschermd:
        return
    zet_klaar(
        "zaken",
        hoofdobject=f"{_ZAKEN}/zaken/{zaak.uuid}",
        resource=soort,
        resource_pad=f"{_ZAKEN}/{collectie}/{uuid}",
        actie="create",
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
