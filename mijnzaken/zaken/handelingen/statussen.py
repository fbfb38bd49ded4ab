"""What another system reports of the course of a zaak: its statuses and its result (zrc-007, 008, 016, 020, 021)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from autorisatie import scopes
from autorisatie.actor import Actor, Applicatie
from autorisatie.fouten import GeenRecht, Invoerfout
from autorisatie.handeling import handeling
from autorisatie.vergrendeld import opnieuw
from catalogus import klok
from catalogus.models import Fase, Resultaattype, Statustype
from mijnzaken.zaken import berichtgeving, bewaren, stappen, termijn
from mijnzaken.zaken.gesloten import open_of_geforceerd
from mijnzaken.zaken.handelingen.behandelen import na_stap
from mijnzaken.zaken.handelingen.taken import sluit_open_taken
from mijnzaken.zaken.handelingen.termijnen import beeindig_termijn
from mijnzaken.zaken.models import Resultaat, Rol, Status, Zaak

SPELING = timedelta(minutes=1)  # that the clock of another system may be ahead of ours (gevaren 103)
HEROPENEN, TOEVOEGEN = "zaken.heropenen", "zaken.statussen.toevoegen"


@dataclass(frozen=True)
class Melding:
    """A status as another system says it. ``door`` is the rol of this zaak that set it; ``ingehaald``: that system
    knows of a later one.
    """

    statustype: Statustype
    gezet_op: datetime
    toelichting: str = ""
    door: Rol | None = None
    ingehaald: bool = False


@handeling("status_zetten", op="zaken.Zaak")
def status_zetten(actor: Actor, zaak: Zaak, melding: Melding) -> Status:
    """Another system reports a status, in any order; the phase follows from the statustype, and the resident reads its
    words. The end status closes the zaak; any other one on a closed zaak opens it again. An older status that comes in
    late is kept as what happened, and changes nothing.
    """
    sluit = stappen.fase_van(melding.statustype, stappen.statustypen(zaak)) == Fase.AFGEROND
    huidig = stappen.huidige_status(zaak)
    ouder = huidig is not None and melding.gezet_op < huidig.datum_status_gezet
    achteraf = ouder and not sluit and (zaak.is_open or melding.ingehaald)
    if zaak.is_open or not achteraf:
        _mag_zetten(actor, zaak)
    _toets(zaak, melding)
    if achteraf:
        return _noteer_oudere(zaak, melding)
    heropent = not zaak.is_open and not sluit
    if sluit:
        _sluit(zaak)
    status = stappen.zet_stap(zaak, melding.statustype, melding.toelichting, op=melding.gezet_op, door=melding.door)
    if sluit:
        _bewaar_archief(zaak)
        berichtgeving.meld_status(zaak, melding.statustype)
    elif heropent:
        _open_weer(zaak)
        berichtgeving.meld_heropend(zaak, melding.toelichting or melding.statustype.woorden)
    if not sluit:
        na_stap(actor, zaak)
    return status


@handeling("zaak_bijwerken", op="zaken.Zaak")
def resultaat_vastleggen(actor: Actor, zaak: Zaak, resultaattype: Resultaattype, *, toelichting: str = "") -> Resultaat:
    """How the zaak ends; a zaak has one result (zrc-020)."""
    open_of_geforceerd(actor, zaak)
    if resultaattype.zaaktype_id != zaak.zaaktype_id:
        raise Invoerfout({"": "Dit resultaat hoort niet bij het zaaktype van de zaak."}, {"": "zaaktype-mismatch"})
    if zaak.resultaten.exists():
        raise Invoerfout({"zaak": "Deze zaak heeft al een resultaat."}, {"zaak": "unique"})
    resultaat: Resultaat = Resultaat.objects.create(zaak=zaak, resultaattype=resultaattype, toelichting=toelichting)
    if not zaak.is_open:
        bewaren.vul_archiefgegevens(zaak, resultaattype)
    stappen.raak_aan(zaak)
    return resultaat


@handeling("zaak_bijwerken", op="zaken.Zaak")
def resultaat_wijzigen(actor: Actor, zaak: Zaak, resultaat: Resultaat, *, toelichting: str) -> Resultaat:
    """The words with the result; the zaak and the resultaattype stay what they are."""
    open_of_geforceerd(actor, zaak)
    eigen: Resultaat = opnieuw(zaak.resultaten, resultaat)
    eigen.toelichting = toelichting
    eigen.save(update_fields=["toelichting"])
    stappen.raak_aan(zaak)
    return eigen


@handeling("zaak_bijwerken", op="zaken.Zaak")
def resultaat_verwijderen(actor: Actor, zaak: Zaak, resultaat: Resultaat) -> None:
    """The zaak has no result any more; it can get another."""
    open_of_geforceerd(actor, zaak)
    opnieuw(zaak.resultaten, resultaat).delete()
    stappen.raak_aan(zaak)


def _mag_zetten(actor: Actor, zaak: Zaak) -> None:
    """``zaken.aanmaken`` gives the first status only, and what is closed asks ``zaken.heropenen`` (zrc-008)."""
    if not isinstance(actor, Applicatie):
        return
    soort = {"proces_id": zaak.proces_id, "vertrouwelijkheid": zaak.vertrouwelijkheidaanduiding}
    if scopes.heeft(actor, HEROPENEN, **soort):
        return
    if not zaak.is_open:
        raise GeenRecht(f"De zaak is gesloten: hiervoor is de scope {HEROPENEN} nodig.", code="zaak-closed")
    if not scopes.heeft(actor, TOEVOEGEN, **soort) and zaak.statussen.exists():
        raise GeenRecht(
            f"Met de scope zaken.aanmaken zet u alleen de eerste status: hiervoor is {TOEVOEGEN} nodig.",
            code="permission_denied",
        )


def _toets(zaak: Zaak, melding: Melding) -> None:
    if melding.statustype.zaaktype_id != zaak.zaaktype_id:
        raise Invoerfout({"": "Deze status hoort niet bij het zaaktype van de zaak."}, {"": "zaaktype-mismatch"})
    if melding.gezet_op > klok.nu() + SPELING:
        raise Invoerfout(
            {"datum_status_gezet": "Dit moment ligt in de toekomst: controleer de klok van uw systeem."},
            {"datum_status_gezet": "future_not_allowed"},
        )
    if melding.door is not None and melding.door.zaak_id != zaak.pk:
        raise Invoerfout({"gezetdoor": "Deze rol hoort niet bij de zaak."}, {"gezetdoor": "zaak-mismatch"})
    gelijk = zaak.statussen.filter(statustype=melding.statustype, datum_status_gezet=melding.gezet_op)
    if gelijk.exists():
        raise Invoerfout({"": "Deze status is al gemeld."}, {"": "unique"})


def _noteer_oudere(zaak: Zaak, melding: Melding) -> Status:
    status: Status = Status.objects.create(
        zaak=zaak,
        statustype=melding.statustype,
        datum_status_gezet=melding.gezet_op,
        statustoelichting=melding.toelichting,
        gezet_door=melding.door,
        indicatie_laatst_gezette_status=False,
    )
    stappen.raak_aan(zaak)
    return status


def _sluit(zaak: Zaak) -> None:
    """zrc-007: not without a result, nor while it is not known of a document who may use it."""
    if not zaak.resultaten.exists():
        raise Invoerfout({"": "De zaak heeft nog geen resultaat."}, {"": "resultaat-does-not-exist"})
    if zaak.zaakdocumenten.filter(document__indicatie_gebruiksrecht=None).exists():
        raise Invoerfout(
            {"": "Niet van alle documenten is bekend of er gebruiksrechten zijn (indicatieGebruiksrecht)."},
            {"": "indicatiegebruiksrecht-unset"},
        )
    sluit_open_taken(zaak)
    beeindig_termijn(zaak)


def _bewaar_archief(zaak: Zaak) -> None:
    """After the einddatum is known: the term of keeping may count from it."""
    resultaat = zaak.resultaten.select_related("resultaattype").get()
    bewaren.vul_archiefgegevens(zaak, resultaat.resultaattype)


def _open_weer(zaak: Zaak) -> None:
    """zrc-008. A term that we count starts again today; where the other system counts, it says so itself."""
    bewaren.wis_archiefgegevens(zaak)
    if zaak.beslistermijnen.exists():
        termijn.begin_termijn(zaak, zaak.zaaktype.besluitmomenten.order_by("volgorde").first(), klok.vandaag())
