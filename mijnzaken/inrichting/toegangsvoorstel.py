"""The handelingen on what another system may: one person proposes it, and it counts when another approved."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from ipaddress import ip_network
from uuid import UUID

from django.db import IntegrityError, transaction

from autorisatie import scopelijst
from autorisatie.actor import Actor, Medewerker
from autorisatie.fouten import BestaatNiet, GeenRecht, Invoerfout, OnjuisteToestand
from autorisatie.handeling import aantekenen, handeling
from autorisatie.models import (
    Applicatie,
    Autorisatie,
    Gebruiker,
    Toegangsvoorstel,
    Voorstelregel,
    Voorstelstand,
    Waarneming,
)
from catalogus import klok
from catalogus.models import Besluittype, Informatieobjecttype, Proces, Stand, Zaaktype

VOORSTEL = "autorisatie.Toegangsvoorstel"
_GEDEELD = (
    "label",
    "heeft_alle_autorisaties",
    "alleen_gereed_voor_publicatie",
    "netwerken",
    "verzoeken_per_minuut",
)


@dataclass(frozen=True, kw_only=True)
class Algemeen:
    """What is said of a system as a whole. ``netwerken``: CIDR; empty is from anywhere."""

    label: str
    heeft_alle_autorisaties: bool = False
    alleen_gereed_voor_publicatie: bool = False
    netwerken: list[str] = field(default_factory=list)
    verzoeken_per_minuut: int | None = None


@handeling("applicatie_wijzigen")
def voorstel_beginnen(actor: Actor, applicatie: Applicatie | UUID) -> Toegangsvoorstel:
    """Begin a proposal from what the system may now. Raises OnjuisteToestand when there is one already."""
    rij = haal(applicatie)
    aantekenen(applicatie=rij.client_id)
    return begin(wie(actor), rij)


@handeling("applicatie_wijzigen", op=VOORSTEL)
def voorstel_algemeen(actor: Actor, voorstel: Toegangsvoorstel, algemeen: Algemeen) -> Toegangsvoorstel:
    """Write what is said of the system as a whole. Who gets everything has no separate rights."""
    _moet_schrijver_zijn(actor, voorstel)
    if not algemeen.label.strip():
        raise Invoerfout({"label": "Vul in hoe dit systeem heet."})
    voorstel.label = algemeen.label.strip()
    voorstel.heeft_alle_autorisaties = algemeen.heeft_alle_autorisaties
    voorstel.alleen_gereed_voor_publicatie = algemeen.alleen_gereed_voor_publicatie
    voorstel.netwerken = _netwerken(algemeen.netwerken)
    voorstel.verzoeken_per_minuut = algemeen.verzoeken_per_minuut
    voorstel.save(update_fields=list(_GEDEELD))
    if voorstel.heeft_alle_autorisaties:
        voorstel.regels.all().delete()
    aantekenen(applicatie=voorstel.applicatie.client_id)
    return voorstel


@handeling("applicatie_wijzigen", op=VOORSTEL)
def voorstel_recht_geven(
    actor: Actor,
    voorstel: Toegangsvoorstel,
    *,
    component: str,
    scopes: Iterable[str],
    typen: Iterable[Proces | Informatieobjecttype | Besluittype] = (),
    max_vertrouwelijkheid: int | None = None,
) -> list[Voorstelregel]:
    """These scopes for each of these types: a line that was there for the same type is replaced.

    Raises Invoerfout for an unknown scope, or where a type or a highest vertrouwelijkheidaanduiding is missing.
    """
    _moet_schrijver_zijn(actor, voorstel)
    if voorstel.heeft_alle_autorisaties:
        raise OnjuisteToestand("Dit systeem krijgt alles. Haal dat eerst weg als u losse rechten wilt geven.")
    gekozen, over = sorted(set(scopes)), list(typen)
    if not gekozen or scopelijst.onbekende(component, gekozen):
        raise Invoerfout({"scopes": "Kies wat het systeem mag doen."})
    if component in scopelijst.MET_TYPE and not over:
        raise Invoerfout({"typen": "Kies waarover het gaat."})
    if component in scopelijst.MET_VERTROUWELIJKHEID and max_vertrouwelijkheid is None:
        raise Invoerfout({"max_vertrouwelijkheid": "Kies hoe vertrouwelijk het hoogstens mag zijn."})
    hoogste = max_vertrouwelijkheid if component in scopelijst.MET_VERTROUWELIJKHEID else None
    nieuwe = []
    for type_ in over if component in scopelijst.MET_TYPE else [None]:
        waarover = _waarover(type_)
        voorstel.regels.filter(component=component, **_zonder_versie(waarover)).delete()
        nieuwe.append(
            voorstel.regels.create(component=component, scopes=gekozen, max_vertrouwelijkheid=hoogste, **waarover)
        )
    aantekenen(applicatie=voorstel.applicatie.client_id, component=component)
    return nieuwe


@handeling("applicatie_wijzigen", op=VOORSTEL)
def voorstel_rechten_weghalen(actor: Actor, voorstel: Toegangsvoorstel, regels: Iterable[int]) -> Toegangsvoorstel:
    """Take these lines (primary keys) out of the proposal."""
    _moet_schrijver_zijn(actor, voorstel)
    weg, _ = voorstel.regels.filter(pk__in=list(regels)).delete()
    if not weg:
        raise BestaatNiet
    aantekenen(applicatie=voorstel.applicatie.client_id)
    return voorstel


@handeling("applicatie_indienen", op=VOORSTEL)
def applicatie_indienen(actor: Actor, voorstel: Toegangsvoorstel, *, reden: str) -> Toegangsvoorstel:
    """From now on it waits for another person."""
    _moet_schrijver_zijn(actor, voorstel)
    if not voorstel.heeft_alle_autorisaties and not voorstel.regels.exists():
        raise OnjuisteToestand("Geef het systeem eerst een recht, of stop het systeem als het niets meer mag.")
    return dien_in(voorstel, reden)


@handeling("applicatie_goedkeuren", op=VOORSTEL)
def applicatie_goedkeuren(actor: Actor, voorstel: Toegangsvoorstel) -> Toegangsvoorstel:
    """It counts from now on, from the next call of the system. Never by who wrote it, by whatever account."""
    keurder, schrijver = wie(actor), voorstel.opgesteld_door
    if keurder.is_dezelfde_als(schrijver):
        raise GeenRecht("U hebt dit zelf opgesteld. Een ander moet het goedkeuren.")
    if Waarneming.verbindt(keurder, schrijver):
        raise GeenRecht("U neemt waar voor wie dit opstelde, of die voor u. Een ander moet het goedkeuren.")
    nu, applicatie = klok.nu(), haal(voorstel.applicatie, vergrendel=True)
    if applicatie.versie != voorstel.op_versie:
        raise OnjuisteToestand("Intussen veranderde wat deze applicatie mag. Gooi dit voorstel weg en maak een nieuw.")
    for naam in _GEDEELD:
        setattr(applicatie, naam, getattr(voorstel, naam))
    if voorstel.geheim is not None:
        loopt_door = applicatie.geheim is not None and voorstel.overlap_dagen > 0
        applicatie.vorig_geheim = applicatie.geheim if loopt_door else None
        applicatie.vorig_geheim_tot = nu + timedelta(days=voorstel.overlap_dagen) if loopt_door else None
        applicatie.geheim, voorstel.geheim = voorstel.geheim, None
    applicatie.is_active, applicatie.versie = True, applicatie.versie + 1
    applicatie.save()
    applicatie.autorisaties.all().delete()
    Autorisatie.objects.bulk_create(
        Autorisatie(applicatie=applicatie, **regel.als_velden()) for regel in voorstel.regels.all()
    )
    voorstel.stand, voorstel.goedgekeurd_door, voorstel.goedgekeurd_op = Voorstelstand.GOEDGEKEURD, keurder, nu
    voorstel.save(update_fields=["stand", "goedgekeurd_door", "goedgekeurd_op", "geheim"])
    aantekenen(applicatie=applicatie.client_id)
    return voorstel


@handeling("applicatie_terugsturen", op=VOORSTEL)
def applicatie_terugsturen(actor: Actor, voorstel: Toegangsvoorstel, *, reden: str) -> Toegangsvoorstel:
    """Say no, or take back what one submitted oneself: it is a draft of its writer again."""
    if not reden.strip():
        raise Invoerfout({"reden": "Schrijf op waarom."})
    voorstel.stand, voorstel.ingediend_op = Voorstelstand.ONTWERP, None
    voorstel.teruggestuurd_door, voorstel.teruggestuurd_reden = wie(actor), reden.strip()[:500]
    voorstel.save(update_fields=["stand", "ingediend_op", "teruggestuurd_door", "teruggestuurd_reden"])
    aantekenen(applicatie=voorstel.applicatie.client_id)
    return voorstel


@handeling("applicatie_weggooien", op=VOORSTEL)
def applicatie_weggooien(actor: Actor, voorstel: Toegangsvoorstel) -> Applicatie | None:
    """Throw a proposal away, whoever wrote it; with it the system that it was the first proposal of."""
    wie(actor)
    applicatie = voorstel.applicatie
    aantekenen(applicatie=applicatie.client_id)
    voorstel.delete()
    if applicatie.versie or applicatie.is_active:
        return applicatie
    applicatie.delete()
    return None


def wie(actor: Actor) -> Gebruiker:
    """A person: no task or command lets a system in."""
    if not isinstance(actor, Medewerker):
        raise GeenRecht("Alleen een medewerker gaat over wat andere systemen mogen.")
    return actor.gebruiker


def haal(applicatie: Applicatie | UUID, *, vergrendel: bool = False) -> Applicatie:
    rijen = Applicatie.objects.select_for_update(of=("self",)) if vergrendel else Applicatie.objects.all()
    rij = rijen.filter(uuid=getattr(applicatie, "uuid", applicatie)).first()
    if rij is None:
        raise BestaatNiet
    return rij


def begin(wie: Gebruiker, applicatie: Applicatie) -> Toegangsvoorstel:
    try:
        with transaction.atomic():
            voorstel: Toegangsvoorstel = Toegangsvoorstel.objects.create(
                applicatie=applicatie,
                op_versie=applicatie.versie,
                opgesteld_door=wie,
                opgesteld_op=klok.nu(),
                **{naam: getattr(applicatie, naam) for naam in _GEDEELD},
            )
    except IntegrityError:
        raise OnjuisteToestand("Er is al een voorstel voor deze applicatie. Rond dat eerst af.") from None
    Voorstelregel.objects.bulk_create(
        Voorstelregel(voorstel=voorstel, **regel.als_velden()) for regel in applicatie.autorisaties.all()
    )
    return voorstel


def _moet_schrijver_zijn(actor: Actor, voorstel: Toegangsvoorstel) -> None:
    """One person writes it, so that it is known who may not approve it."""
    if not wie(actor).is_dezelfde_als(voorstel.opgesteld_door):
        raise GeenRecht(
            f"Dit voorstel is van {voorstel.opgesteld_door}. Gooi het weg als u zelf iets wilt voorstellen."
        )


def dien_in(voorstel: Toegangsvoorstel, reden: str) -> Toegangsvoorstel:
    if not reden.strip():
        raise Invoerfout({"reden": "Schrijf op waarom dit systeem dit nodig heeft."})
    voorstel.reden, voorstel.stand, voorstel.ingediend_op = reden.strip()[:500], Voorstelstand.INGEDIEND, klok.nu()
    voorstel.save(update_fields=["reden", "stand", "ingediend_op"])
    aantekenen(applicatie=voorstel.applicatie.client_id)
    return voorstel


def _netwerken(regels: Iterable[str]) -> list[str]:
    """Clean CIDR: a single address is a network of one. Raises Invoerfout for what is neither."""
    gevonden = []
    for regel in regels:
        try:
            gevonden.append(str(ip_network(regel.strip(), strict=False)))
        except ValueError:
            raise Invoerfout({"netwerken": f"{regel[:50]!r} is geen IP-adres of reeks, zoals 192.0.2.0/24."}) from None
    return list(dict.fromkeys(gevonden))


def _waarover(type_: Proces | Informatieobjecttype | Besluittype | None) -> dict[str, object]:
    match type_:
        case Proces():
            return {"proces": type_, "zaaktype": _laatste_versie(type_)}
        case Informatieobjecttype():
            return {"informatieobjecttype": type_}
        case Besluittype():
            return {"besluittype": type_}
    return {}


def _zonder_versie(waarover: dict[str, object]) -> dict[str, object]:
    return {naam: waarde for naam, waarde in waarover.items() if naam != "zaaktype"}


def _laatste_versie(proces: Proces) -> Zaaktype | None:
    """The version by which the standard names a whole process: the newest that was published."""
    return proces.versies.exclude(stand=Stand.CONCEPT).order_by("-versienummer").first()
