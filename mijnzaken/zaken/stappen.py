"""Moving a zaak to its next phase, in the words of its zaaktype."""

from datetime import datetime

from catalogus import klok
from catalogus.models import Fase, Statustype, Taaktype, Uitvoerder
from mijnzaken.zaken import notificaties, termijn
from mijnzaken.zaken.models import Rol, Status, Zaak

_KALE_VELDEN = ["fase", "einddatum", "versie", "gewijzigd_op"]


def fase_van(statustype: Statustype, alle: list[Statustype]) -> Fase:
    nummers = [s.volgnummer for s in alle]
    return statustype.fase_afgeleid(min(nummers), max(nummers))


def statustypen(zaak: Zaak) -> list[Statustype]:
    return list(zaak.zaaktype.statustypen.all())


def statustype_bij(zaak: Zaak, fase: Fase) -> Statustype | None:
    """The first step of the zaaktype that decorates this phase."""
    alle = statustypen(zaak)
    return next((s for s in alle if fase_van(s, alle) == fase), None)


def huidige_status(zaak: Zaak) -> Status | None:
    return zaak.statussen.select_related("statustype").filter(indicatie_laatst_gezette_status=True).first()


def ga_naar(zaak: Zaak, fase: Fase, toelichting: str = "") -> None:
    """Put the zaak in a phase, and on the statustype that decorates it, when there is one."""
    _bewaar_fase(zaak, fase)
    statustype = statustype_bij(zaak, fase)
    huidig = huidige_status(zaak)
    if statustype is None or (huidig is not None and huidig.statustype_id == statustype.pk):
        return
    # Going back to work keeps the sub-step that the zaak had reached within that phase.
    alle = statustypen(zaak)
    if huidig is not None and fase_van(huidig.statustype, alle) == fase:
        return
    noteer_status(zaak, statustype, toelichting)


def opnieuw_op_stap(zaak: Zaak) -> None:
    """On the first step of its zaaktype that decorates the phase it is in: the zaaktype is another than it was."""
    statustype = statustype_bij(zaak, Fase(zaak.fase))
    if statustype is not None:
        noteer_status(zaak, statustype)


def zet_stap(
    zaak: Zaak, statustype: Statustype, toelichting: str = "", *, op: datetime | None = None, door: Rol | None = None
) -> Status:
    """Put the zaak on a step; its phase follows. ``op`` is when that was, if another system says it (else now)."""
    _bewaar_fase(zaak, fase_van(statustype, statustypen(zaak)), op)
    return noteer_status(zaak, statustype, toelichting, op=op, door=door)


def noteer_status(
    zaak: Zaak, statustype: Statustype, toelichting: str = "", *, op: datetime | None = None, door: Rol | None = None
) -> Status:
    zaak.statussen.filter(indicatie_laatst_gezette_status=True).update(indicatie_laatst_gezette_status=False)
    status: Status = Status.objects.create(
        zaak=zaak,
        statustype=statustype,
        datum_status_gezet=op or klok.nu(),
        statustoelichting=toelichting[:1000],
        gezet_door=door,
    )
    termijn.begin_bij_status(zaak, statustype)
    notificaties.meld(zaak, "status", "statussen", status.uuid)
    return status


def _bewaar_fase(zaak: Zaak, fase: Fase, op: datetime | None = None) -> None:
    zaak.fase = fase
    zaak.einddatum = klok.datum(op or klok.nu()) if fase == Fase.AFGEROND else None
    raak_aan(zaak, *_KALE_VELDEN)


def raak_aan(zaak: Zaak, *velden: str) -> None:
    """Save fields of a zaak and count its version up, so that who saw the older one is told."""
    zaak.versie += 1
    zaak.gewijzigd_op = klok.nu()
    zaak.save(update_fields={*velden, "versie", "gewijzigd_op"})


def taaktypen_bij(statustype: Statustype) -> list[Taaktype]:
    return list(statustype.taaktypen.filter(uitvoerder__in=Uitvoerder.values))
