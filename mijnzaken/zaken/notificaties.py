"""Other systems hear of what happens to a zaak here, as they hear of what another system does with it: by the channels
``zaken`` and ``taken``, in the transaction of the fact. Of a shielded zaak they hear nothing.

Whoever changes what the standard shows of a zaak need not think of it: once, at the end of the handeling, they hear
that the zaak changed, unless they heard something of it already.
"""

from collections.abc import Collection, Iterable
from functools import partial
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models.signals import post_save

from autorisatie.handeling import aan_het_eind
from catalogus.models import Uitvoerder
from catalogus.vertrouwelijkheid import naar_zgw
from mijnzaken.berichten.models import Notificatie
from mijnzaken.berichten.notificaties import sleutel, zet_klaar
from mijnzaken.zaken.models import Besluit, Gegevenswaarde, Rol, Taak, Zaak, Zaakobject

_ZAKEN = "/zaken/api/v1"
_BESLUITEN = "/besluiten/api/v1/besluiten"
_TAKEN = "/taken/api/v1/taken"
GETOOND = frozenset(
    {
        *("identificatie", "bronorganisatie", "omschrijving", "toelichting", "zaaktype", "registratiedatum"),
        *("verantwoordelijke_organisatie", "startdatum", "einddatum", "einddatum_gepland", "uiterlijke_einddatum"),
        *("publicatiedatum", "communicatiekanaal", "producten_of_diensten", "vertrouwelijkheidaanduiding"),
        *("betalingsindicatie", "laatste_betaaldatum", "zaakgeometrie", "verlenging_reden", "verlenging_duur"),
        *("opschorting_indicatie", "opschorting_reden", "selectielijstklasse", "hoofdzaak", "archiefnominatie"),
        *("archiefstatus", "archiefactiedatum", "opdrachtgevende_organisatie", "processobjectaard"),
        *("startdatum_bewaartermijn", "processobject"),
    }
)
"""The columns of a zaak that the standard shows (Zaken 1.7.0)."""
_DELEN = (Gegevenswaarde, Rol, Zaakobject)  # what belongs to a zaak, and is in what the standard shows of it


def meld(zaak: Zaak, soort: str, collectie: str, uuid: UUID) -> None:
    """That something (``status``, of the collection ``statussen``) came to this zaak, or the zaak itself."""
    _meld("zaken", zaak, soort, f"{_ZAKEN}/{collectie}/{uuid}", "create")


def meld_taak(zaak: Zaak, taak: Taak, actie: str = "update") -> None:
    """That a resident got something to do, or that it is done, over, or no longer needed: on the channel of tasks."""
    if taak.uitvoerder == Uitvoerder.INWONER:
        _meld("taken", zaak, "taak", f"{_TAKEN}/{taak.uuid}", actie)


def luister() -> None:
    """From now on, every change of a zaak is heard."""
    post_save.connect(_zaak_bewaard, sender=Zaak, dispatch_uid="zaak gewijzigd")
    for model in _DELEN:
        post_save.connect(_deel_bewaard, sender=model, dispatch_uid=f"{model.__name__} van zaak gewijzigd")


def _zaak_bewaard(instance: Zaak, *, created: bool, update_fields: Collection[str] | None = None, **rest: Any) -> None:
    if not created and (update_fields is None or GETOOND.intersection(update_fields)):
        _meld_gewijzigd(instance)


def _deel_bewaard(instance: Any, **rest: Any) -> None:
    _meld_gewijzigd(instance.zaak)


def _meld_gewijzigd(zaak: Zaak) -> None:
    pad = f"{_ZAKEN}/zaken/{zaak.uuid}"
    aan_het_eind(sleutel("zaken", pad), partial(_meld, "zaken", zaak, "zaak", pad, "partial_update"))


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
