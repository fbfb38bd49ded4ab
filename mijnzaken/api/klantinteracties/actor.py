"""``/actoren``: who takes part on the side of the municipality. A member of staff, a team and a system of ours, each
under its own uuid, are administered on screens and only read here; who works in another system is recorded by it.
"""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db.models import CharField, F, Func, Model, QuerySet, Value
from django.db.models.functions import NullIf

from autorisatie.actor import Applicatie as Applicatieactor
from autorisatie.models import Applicatie, Gebruiker
from catalogus.models import Team
from mijnzaken.api import lezen, lijst, schrijven
from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Bron, Inhoud
from mijnzaken.api.fouten import geen_recht, veldfout
from mijnzaken.api.klantinteracties.gedeeld import IDENTIFICATOR, LEZEN, identificator, pad, uit_identificator
from mijnzaken.api.kolommen import schrijf
from mijnzaken.api.vraag import Antwoord, Vraag
from mijnzaken.klanten import contactactoren
from mijnzaken.klanten.models import Contactactor, SoortActor

REGISTER = "mijnzaken"
Rijen = QuerySet[Any, Any]


def vorm(rij: Model) -> Inhoud:
    """As the standard writes any of them."""
    match rij:
        case Gebruiker():
            wie = {"functie": rij.functie[:40], "emailadres": rij.emailadres, "telefoonnummer": rij.telefoonnummer}
            return _van_hier(rij.uuid, SoortActor.MEDEWERKER, rij.naam, rij.is_active, wie)
        case Applicatie():
            wie = {"functie": "systeem", "omschrijving": rij.label}
            return _van_hier(rij.uuid, SoortActor.SYSTEEM, rij.label, rij.is_active, wie)
        case Team():
            wie = {"omschrijving": rij.omschrijving[:200], "emailadres": "", "faxnummer": "", "telefoonnummer": ""}
            return _van_hier(rij.uuid, SoortActor.EENHEID, rij.naam, True, wie)
        case Contactactor():
            wie = {kolom: getattr(rij, kolom) for kolom in _WIE[rij.soort]}
            return _actor(rij.uuid, rij.soort, rij.naam, rij.actief, wie) | {_ID: identificator(rij)}
    raise TypeError(f"{type(rij).__name__} is geen actor.")


def _van_hier(uuid: UUID, soort: str, naam: str, actief: bool, wie: Inhoud) -> Inhoud:
    vast = {"codeObjecttype": soort, "codeRegister": REGISTER, "codeSoortObjectId": "uuid"}
    return _actor(uuid, soort, naam, actief, wie) | {_ID: {"objectId": str(uuid), **vast}}


def _actor(uuid: UUID, soort: str, naam: str, actief: bool, wie: Inhoud) -> Inhoud:
    return {
        "uuid": uuid,
        "url": adres(pad("actoren", uuid)),
        "naam": naam,
        "soortActor": soort,
        "indicatieActief": actief,
        "actorIdentificatie": wie,
    }


# -- reading -----------------------------------------------------------------------------------------------------------

_ID = "actoridentificator"
_WIE: dict[str, tuple[str, ...]] = {  # what each kind says of itself: names of the standard, and of our columns
    SoortActor.MEDEWERKER: ("functie", "emailadres", "telefoonnummer"),
    SoortActor.EENHEID: ("omschrijving", "emailadres", "faxnummer", "telefoonnummer"),
    SoortActor.SYSTEEM: ("functie", "omschrijving"),
}
_NAAM = Func(  # as Gebruiker.naam
    Value(" "),
    NullIf("voorletters", Value("")),
    NullIf("voorvoegsel_achternaam", Value("")),
    F("achternaam"),
    function="CONCAT_WS",
    output_field=CharField(),
)


def _armen(wie: Applicatieactor) -> dict[str, Rijen]:
    """By the column that a relation to one keeps it in: each with its name and whether it is active."""
    return {
        "medewerker": Gebruiker.objects.annotate(naam_=_NAAM, actief_=F("is_active")),
        "team": Team.objects.annotate(naam_=F("naam"), actief_=Value(True)),
        "applicatie": Applicatie.objects.annotate(naam_=F("label"), actief_=F("is_active")),
        "contactactor": Contactactor.objects.voor(wie).annotate(naam_=F("naam"), actief_=F("actief")),
    }


_SOORTEN = {"medewerker": SoortActor.MEDEWERKER, "team": SoortActor.EENHEID, "applicatie": SoortActor.SYSTEEM}


def toon(vraag: Vraag) -> Antwoord:
    gevraagd = vraag.parameters
    armen = [_smal(kolom, arm, gevraagd) for kolom, arm in _armen(vraag.actor).items()]
    alle = armen[0].union(*armen[1:], all=True).order_by("naam_", "uuid")
    return lijst.in_bladen(
        vraag, gevraagd, alle.count(), lambda begin, hoeveel: (_blad(vraag, alle[begin:][:hoeveel]), None)
    )


def _smal(kolom: str, arm: Rijen, gevraagd: Mapping[str, Any]) -> Rijen:
    if "naam" in gevraagd:
        arm = arm.filter(naam_=gevraagd["naam"])
    if "indicatieActief" in gevraagd:
        arm = arm.filter(actief_=gevraagd["indicatieActief"])
    namen = {naam: f"{_ID}{naam[0].upper()}{naam[1:]}" for naam in IDENTIFICATOR}
    gezocht = {naam: gevraagd[parameter] for naam, parameter in namen.items() if parameter in gevraagd}
    if kolom in _SOORTEN:
        arm = _met_uuid(arm, _SOORTEN[kolom], gevraagd.get("soortActor"), gezocht)
    else:
        arm = arm.filter(**{IDENTIFICATOR[naam]: waarde for naam, waarde in gezocht.items()})
        if "soortActor" in gevraagd:
            arm = arm.filter(soort=gevraagd["soortActor"])
    return arm.order_by().annotate(kolom_=Value(kolom)).values_list("uuid", "naam_", "kolom_")


def _met_uuid(arm: Rijen, soort: str, gevraagde_soort: str | None, gezocht: Mapping[str, str]) -> Rijen:
    """Of who works here all is the same but the uuid."""
    vast = {"codeObjecttype": soort, "codeRegister": REGISTER, "codeSoortObjectId": "uuid"}
    if gevraagde_soort not in (None, soort) or any(gezocht.get(naam, goed) != goed for naam, goed in vast.items()):
        return arm.none()
    if "objectId" not in gezocht:
        return arm
    try:
        return arm.filter(uuid=UUID(gezocht["objectId"]))
    except ValueError:
        return arm.none()


def _blad(vraag: Vraag, gevonden: Iterable[tuple[UUID, str, str]]) -> list[Inhoud]:
    """In the order of the list; one statement for each kind that is on the page."""
    op_volgorde = list(gevonden)
    inhouden: dict[UUID, Inhoud] = {}
    for kolom, rijen in _armen(vraag.actor).items():
        if uuids := [uuid for uuid, _, van in op_volgorde if van == kolom]:
            inhouden |= {rij.uuid: vorm(rij) for rij in rijen.filter(uuid__in=uuids)}
    return [inhouden[uuid] for uuid, _, _ in op_volgorde if uuid in inhouden]


def vind(wie: Applicatieactor, uuid: UUID) -> tuple[str, Any] | None:
    """Whom this is the uuid of, with the column that a relation keeps him in; ``actief_`` says whether he is active."""
    rijen = ((kolom, arm.filter(uuid=uuid).first()) for kolom, arm in _armen(wie).items())
    return next(((kolom, rij) for kolom, rij in rijen if rij is not None), None)


def lees(vraag: Vraag) -> Antwoord:
    gevonden = vind(vraag.lezer(LEZEN), vraag.uuid)
    return Antwoord(vorm(gevonden[1])) if gevonden is not None else lezen.een(vraag)


# -- writing -----------------------------------------------------------------------------------------------------------

_KOLOMMEN = {"naam": "naam", "soortActor": "soort", "indicatieActief": "actief"}


def _gezegd(vraag: Vraag, soort: str) -> dict[str, Any]:
    """The columns that the body gives; how it is called elsewhere, and what it says of itself, are given whole."""
    lijf = vraag.gegevens
    velden = schrijf(lijf, Contactactor, _KOLOMMEN)
    if _ID in lijf:
        velden |= uit_identificator(lijf[_ID])
    if "actorIdentificatie" in lijf:
        gezegd = lijf["actorIdentificatie"] or {}
        velden |= {kolom: gezegd.get(kolom, "") for kolom in _WIE[soort]}
    return velden


def _leg_vast(vraag: Vraag) -> Contactactor:
    rij: Contactactor = contactactoren.actor_vastleggen(vraag.actor, _gezegd(vraag, vraag.gegevens["soortActor"]))
    return rij


def _wijzig(vraag: Vraag, rij: Contactactor) -> Contactactor:
    if vraag.gegevens.get("soortActor", rij.soort) != rij.soort:
        raise veldfout("soortActor", "wijzigen-niet-toegelaten", "Dit verandert niet meer.")
    nieuw: Contactactor = contactactoren.actor_wijzigen(vraag.actor, rij, _gezegd(vraag, rij.soort))
    return nieuw


def _verwijder(vraag: Vraag, rij: Contactactor) -> None:
    contactactoren.actor_verwijderen(vraag.actor, rij)


def wijzig(vraag: Vraag) -> Antwoord:
    _niet_van_hier(vraag)
    return schrijven.bijwerken(vraag)


def verwijder(vraag: Vraag) -> Antwoord:
    _niet_van_hier(vraag)
    return schrijven.verwijderen(vraag)


def _niet_van_hier(vraag: Vraag) -> None:
    gevonden = vind(vraag.actor, vraag.uuid)
    if gevonden is not None and gevonden[0] in _SOORTEN:
        raise geen_recht("Wie hier werkt verandert geen ander systeem.")


ACTOREN = Bron(
    naam="actoren",
    soort="actor",
    pad="/actoren",
    schema="Actor",
    model=Contactactor,
    rijen=lambda wie: Contactactor.objects.voor(wie),
    vorm=vorm,
    lezen=LEZEN,
    kanaal="actoren",
    aanmaken=_leg_vast,
    bijwerken=_wijzig,
    verwijderen=_verwijder,
)
