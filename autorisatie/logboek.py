"""Writing the two logs. Only ``handeling`` and the readers of details call this; nobody writes a line by hand."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models

from autorisatie import spoor
from autorisatie.actor import Actor, Applicatie, Burger, Medewerker, Systeem
from autorisatie.beslissing import Beslissing
from autorisatie.bewaakt import BewaaktModel, Verantwoording
from autorisatie.logrijen import Status as Status
from autorisatie.logrijen import Verwerking, bewaar
from autorisatie.models import Applicatie as Systeemaccount
from autorisatie.models import Auditregel, Toekenning, Uitkomst
from autorisatie.models.onderzoek import lopende_onderzoeken
from autorisatie.versleuteling import zoekwaarde
from catalogus import klok


def betrokkene_sleutel(partij_id: int) -> str:
    """The pseudonym of a data subject in the log of processing."""
    return zoekwaarde(str(partij_id), soort="betrokkene")


def _rol(beslissing: Beslissing | None) -> str:
    """The role by which a member of staff was allowed to, as the decision says it."""
    reden = beslissing.reden if beslissing else ""
    return reden.removeprefix("rol ")[:80] if reden.startswith("rol ") else ""


def _wie(actor: Actor, beslissing: Beslissing | None) -> dict[str, Any]:
    match actor:
        case Burger():
            return {
                "partij_id": actor.partij.pk,
                "namens_id": actor.namens.pk if actor.namens else None,
                "rol": actor.rolcode,
            }
        case Medewerker():
            return {"gebruiker_id": actor.gebruiker.pk, "rol": _rol(beslissing)}
        case Applicatie():
            return {"client_id": actor.client_id}
        case Systeem():
            return {"rol": actor.reden[:80]}
    return {}


@dataclass(frozen=True)
class Betrokken:
    """Whose data an act or a reading processed, since when, by which department, why and on which ground (LDV)."""

    partijen: Iterable[int]
    begin: datetime
    door: str
    over: Verantwoording
    gegevensgroepen: Iterable[str] = ()
    status: str = Status.OK
    onderzoek: int | None = None


def schrijf(
    actor: Actor,
    handeling: str,
    *,
    uitkomst: str = Uitkomst.OK,
    rij: models.Model | None = None,
    zaak_uuid: Any = None,
    beslissing: Beslissing | None = None,
    reden: str = "",
    doel: str = "",
    niveau: str = "",
    bijzonderheden: dict[str, Any] | None = None,
    betrokken: Betrokken | None = None,
) -> Auditregel:
    """One audit line, in the transaction that runs, and a line of processing for each data subject."""
    nu = spoor.huidig()
    regel = Auditregel(
        moment=klok.nu(),
        trace_id=nu.trace_id,
        span_id=nu.span_id,
        actor_soort=actor.soort,
        handeling=handeling,
        object_soort=rij._meta.label_lower if rij is not None else "",
        object_uuid=getattr(rij, "uuid", None),
        zaak_uuid=zaak_uuid,
        uitkomst=uitkomst,
        reden=(reden or (beslissing.reden if beslissing else ""))[:500],
        doel=doel[:255],
        niveau=niveau,
        matrixregel_id=beslissing.regel_id if beslissing else None,
        matrixversie=beslissing.matrixversie if beslissing else None,
        vanwaar=nu.vanwaar,
        bijzonderheden=bijzonderheden or {},
        **_wie(actor, beslissing),
    )
    bewaar(regel, _verwerking(actor, betrokken) if betrokken else None)
    return regel


def _verwerking(actor: Actor, betrokken: Betrokken) -> Verwerking:
    """Under a running inquiry that the actor conducts about one of them, the lines of all of them are withheld: that of
    a partner would tell as much.
    """
    partijen, onderzoek = sorted(set(betrokken.partijen)), betrokken.onderzoek
    if isinstance(actor, Medewerker) and partijen and not onderzoek:
        lopend = _lopende_onderzoeken(actor)
        onderzoek = next((lopend[partij] for partij in partijen if partij in lopend), None)
    return Verwerking(
        wie=[betrokkene_sleutel(partij) for partij in partijen],
        door=[(_door_burger(actor, p) if isinstance(actor, Burger) else betrokken.door)[:120] for p in partijen],
        activiteit=uri(betrokken.over.activiteit),
        begin=betrokken.begin,
        eind=max(betrokken.begin, klok.nu()),
        boven=spoor.huidig().ouder,
        status=betrokken.status,
        processor=f"urn:applicatie:{actor.client_id}" if isinstance(actor, Applicatie) else "",
        groepen=sorted(betrokken.gegevensgroepen),
        grondslag=betrokken.over.grondslag,
        onderzoek=onderzoek,
    )


def uri(activiteit: str) -> str:
    """The versioned entry of the processing register, as an address that everybody can open."""
    return f"{settings.BASISADRES}{activiteit}" if activiteit.startswith("/") else activiteit


def _door_burger(actor: Burger, partij: int) -> str:
    """How one party of a zaak reads who did it: never another's name."""
    if partij == actor.partij.pk:
        return "Uzelf"
    return "Uw gemachtigde" if partij == actor.voor_wie.pk else "Een ander die bij deze zaak hoort"


def _lopende_onderzoeken(actor: Medewerker) -> dict[int, int]:
    """Looked up once per request."""
    if "onderzoeken" not in actor._geheugen:
        actor._geheugen["onderzoeken"] = lopende_onderzoeken(actor.gebruiker.pk)
    return actor._geheugen["onderzoeken"]  # type: ignore[return-value]


# -- reading ----------------------------------------------------------------------------------------------------------


def leg_lezing_vast(
    actor: Actor,
    wat: str,
    *,
    rij: BewaaktModel | None = None,
    partijen: Iterable[int] | None = None,
    gegevensgroepen: Iterable[str] = (),
    doel: str = "",
    niveau: str = "",
    beslissing: Beslissing | None = None,
    bijzonderheden: dict[str, Any] | None = None,
    door: str = "",
) -> Auditregel:
    """The one way to write down that a detail was read: before it is shown, or it is not shown.

    ``rij`` is what was read; ``partijen`` its data subjects, when they are others than the row says. A resident who
    reads his own data processes nothing of another; who acts for somebody does, and that person sees it. ``door``:
    the office that read, when that is not the department of the reader.
    """
    begin, betrokken = klok.nu(), None
    wie = list(rij.betrokken_partijen() if partijen is None and rij is not None else partijen or ())
    if isinstance(actor, Burger):
        wie = [actor.namens.pk] if actor.namens is not None else []
    if wie:
        over = rij.verantwoording() if rij is not None else Verantwoording()
        onderzoek = rij.achtergehouden_onder() if rij is not None else None
        betrokken = Betrokken(wie, begin, door or lezer(actor, over.door), over, gegevensgroepen, onderzoek=onderzoek)
    return schrijf(
        actor,
        wat,
        rij=rij,
        zaak_uuid=rij.zaak_uuid_voor_logboek() if rij is not None else None,
        beslissing=beslissing,
        doel=doel or getattr(actor, "doel", ""),
        niveau=niveau,
        bijzonderheden=bijzonderheden,
        betrokken=betrokken,
    )


def lezer(actor: Actor, anders: str) -> str:
    """Who read, as the resident may know it: a department or a system, never the name of an employee."""
    match actor:
        case Medewerker():
            return _afdeling_van(actor, anders)
        case Applicatie():
            label = (
                actor.label
                or Systeemaccount.objects.filter(client_id=actor.client_id).values_list("label", flat=True).first()
            )
            return f"Het systeem {label or actor.client_id}"
        case Systeem():
            return "Mijn Zaken (automatisch)"
    return anders


def _afdeling_van(actor: Medewerker, anders: str) -> str:
    """The department of the reader: that of one of his grants that hold. Looked up once per request."""
    if "afdeling" not in actor._geheugen:
        toekenning = (
            actor.gebruiker.toekenningen.filter(Toekenning.geldend(), team__isnull=False)
            .select_related("team__afdeling")
            .order_by("pk")
            .first()
        )
        actor._geheugen["afdeling"] = (
            f"De afdeling {toekenning.team.afdeling.naam}" if toekenning and toekenning.team else ""
        )
    return str(actor._geheugen["afdeling"]) or anders
