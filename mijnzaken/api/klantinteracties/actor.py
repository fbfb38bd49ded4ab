"""``/actoren``: who takes part on the side of the municipality: a member of staff, a team, another system, each under
its own uuid. They are administered on screens, so here they are read.
"""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db.models import CharField, F, Func, Model, Value
from django.db.models.functions import NullIf

from autorisatie.models import Applicatie, Gebruiker
from catalogus.models import Team
from mijnzaken.api import lijst
from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Bron, Inhoud
from mijnzaken.api.fouten import ApiFout
from mijnzaken.api.klantinteracties.gedeeld import LEZEN, pad
from mijnzaken.api.vraag import Antwoord, Vraag

REGISTER = "mijnzaken"
MEDEWERKER, TEAM, SYSTEEM = "medewerker", "organisatorische_eenheid", "geautomatiseerde_actor"


def van_medewerker(rij: Gebruiker) -> Inhoud:
    wie = {"functie": rij.functie[:40], "emailadres": rij.emailadres, "telefoonnummer": rij.telefoonnummer}
    return _actor(rij.uuid, MEDEWERKER, rij.naam, rij.is_active, wie)


def van_applicatie(rij: Applicatie) -> Inhoud:
    return _actor(rij.uuid, SYSTEEM, rij.label, rij.is_active, {"functie": "systeem", "omschrijving": rij.label})


def van_team(rij: Team) -> Inhoud:
    wie = {"omschrijving": rij.omschrijving[:200], "emailadres": "", "faxnummer": "", "telefoonnummer": ""}
    return _actor(rij.uuid, TEAM, rij.naam, True, wie)


def _actor(uuid: UUID, soort: str, naam: str, actief: bool, wie: Inhoud) -> Inhoud:
    return {
        "uuid": uuid,
        "url": adres(pad("actoren", uuid)),
        "naam": naam,
        "soortActor": soort,
        "indicatieActief": actief,
        "actoridentificator": {
            "objectId": str(uuid),
            "codeObjecttype": soort,
            "codeRegister": REGISTER,
            "codeSoortObjectId": "uuid",
        },
        "actorIdentificatie": wie,
    }


# -- the operations ----------------------------------------------------------------------------------------------------

_VORMEN: dict[str, Any] = {MEDEWERKER: van_medewerker, TEAM: van_team, SYSTEEM: van_applicatie}
_ID = "actoridentificator"
_NAAM = Func(  # as Gebruiker.naam
    Value(" "),
    NullIf("voorletters", Value("")),
    NullIf("voorvoegsel_achternaam", Value("")),
    F("achternaam"),
    function="CONCAT_WS",
    output_field=CharField(),
)


def _armen() -> dict[str, Any]:
    """Each kind, with its name and whether it is active."""
    return {
        MEDEWERKER: Gebruiker.objects.annotate(naam_=_NAAM, actief_=F("is_active")),
        TEAM: Team.objects.annotate(naam_=F("naam"), actief_=Value(True)),
        SYSTEEM: Applicatie.objects.annotate(naam_=F("label"), actief_=F("is_active")),
    }


def toon(vraag: Vraag) -> Antwoord:
    gevraagd = vraag.parameters
    armen = [_smal(soort, arm, gevraagd) for soort, arm in _armen().items()]
    alle = armen[0].union(*armen[1:], all=True).order_by("naam_", "uuid")
    return lijst.in_bladen(vraag, gevraagd, alle.count(), lambda begin, hoeveel: (_blad(alle[begin:][:hoeveel]), None))


def _smal(soort: str, arm: Any, gevraagd: Mapping[str, Any]) -> Any:
    vast = {
        "soortActor": soort,
        f"{_ID}CodeObjecttype": soort,
        f"{_ID}CodeRegister": REGISTER,
        f"{_ID}CodeSoortObjectId": "uuid",
    }
    if any(gevraagd.get(naam, goed) != goed for naam, goed in vast.items()):
        arm = arm.none()
    if "naam" in gevraagd:
        arm = arm.filter(naam_=gevraagd["naam"])
    if "indicatieActief" in gevraagd:
        arm = arm.filter(actief_=gevraagd["indicatieActief"])
    if (gezocht := gevraagd.get(f"{_ID}ObjectId")) is not None:
        arm = arm.filter(uuid=gezocht) if _is_uuid(gezocht) else arm.none()
    return arm.order_by().annotate(soort_=Value(soort)).values_list("uuid", "naam_", "soort_")


def _is_uuid(tekst: str) -> bool:
    try:
        UUID(tekst)
    except ValueError:
        return False
    return True


def _blad(gevonden: Iterable[tuple[UUID, str, str]]) -> list[Inhoud]:
    """In the order of the list; one statement for each kind that is on the page."""
    op_volgorde = list(gevonden)
    inhouden: dict[UUID, Inhoud] = {}
    for soort, rijen in _armen().items():
        if uuids := [uuid for uuid, _, van in op_volgorde if van == soort]:
            inhouden |= {rij.uuid: _VORMEN[soort](rij) for rij in rijen.filter(uuid__in=uuids)}
    return [inhouden[uuid] for uuid, _, _ in op_volgorde if uuid in inhouden]


def vind(uuid: UUID) -> Model | None:
    """The member of staff, the team or the system that this is the uuid of."""
    rijen = (arm.filter(uuid=uuid).first() for arm in _armen().values())
    return next((rij for rij in rijen if rij is not None), None)


def lees(vraag: Vraag) -> Antwoord:
    rij = vind(vraag.uuid)
    if rij is None:
        raise ApiFout(404)
    soort = {Gebruiker: MEDEWERKER, Team: TEAM, Applicatie: SYSTEEM}[type(rij)]  # type: ignore[index]
    return Antwoord(_VORMEN[soort](rij))


ACTOREN = Bron(
    naam="actoren",
    soort="actor",
    pad="/actoren",
    schema="Actor",
    model=Gebruiker,
    rijen=lambda wie: Gebruiker.objects.all(),
    vorm=van_medewerker,
    lezen=LEZEN,
)
