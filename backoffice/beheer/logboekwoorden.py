"""A line of the logbook as a person reads it: who, what, about what, and by which row of the matrix."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from autorisatie.logboekzoeken import Treffer
from autorisatie.models import Auditregel, Gebruiker, Matrixregel
from autorisatie.zinnen import zin
from catalogus import klok
from mijnzaken.zaken.opvallend import nummers


@dataclass(frozen=True)
class Leesregel:
    regel: Auditregel
    wie: str
    daad: str
    waarover: str
    regel_en_versie: str
    url: str
    achtergehouden: bool = False


def leesbaar(treffers: list[Treffer]) -> list[Leesregel]:
    """Two queries more, whatever the number of lines."""
    regels = [t.regel for t in treffers]
    namen = _namen({r.gebruiker_id for r in regels if r.gebruiker_id})
    zaken = nummers({r.zaak_uuid for r in regels if r.zaak_uuid})
    return [_leesregel(t.regel, namen, zaken, t.achtergehouden) for t in treffers]


def _namen(pks: set[int]) -> dict[int, str]:
    return {g.pk: f"{g.naam} ({g.gebruikersnaam})" for g in Gebruiker.objects.filter(pk__in=pks)}


def _leesregel(
    regel: Auditregel, namen: dict[int, str], zaken: dict[UUID, str], achtergehouden: bool = False
) -> Leesregel:
    return Leesregel(
        regel=regel,
        wie=_wie(regel, namen),
        daad=regel.handeling.replace("_", " "),
        waarover=_waarover(regel, zaken),
        regel_en_versie=_regel_en_versie(regel),
        url=reverse("beheer_logboekregel", args=[klok.datum(regel.moment).isoformat(), regel.pk]),
        achtergehouden=achtergehouden,
    )


def _wie(regel: Auditregel, namen: dict[int, str]) -> str:
    match regel.actor_soort:
        case "medewerker":
            return namen.get(regel.gebruiker_id or 0, _("onbekende medewerker"))
        case "burger":
            return _("gemachtigde") if regel.namens_id else _("inwoner of organisatie")
        case "applicatie":
            return _("systeem %(naam)s") % {"naam": regel.client_id}
        case "systeem":
            return _("Mijn Zaken: %(reden)s") % {"reden": regel.rol}
    return _("bezoeker")


def _waarover(regel: Auditregel, zaken: dict[UUID, str]) -> str:
    if regel.zaak_uuid in zaken:
        return _("zaak %(nummer)s") % {"nummer": zaken[regel.zaak_uuid]}
    return regel.object_soort.rpartition(".")[2]


def _regel_en_versie(regel: Auditregel) -> str:
    if regel.matrixregel_id is None:
        return regel.reden
    return _("%(reden)s: regel %(regel)s van versie %(versie)s") % {
        "reden": regel.reden or regel.rol,
        "regel": regel.matrixregel_id,
        "versie": regel.matrixversie,
    }


def uitgebreid(regel: Auditregel) -> list[tuple[str, Any]]:
    """Everything that a line says, with the row of the matrix as a sentence."""
    (kort,) = leesbaar([Treffer(regel, (regel.moment, regel.pk))])
    matrixregel = (
        Matrixregel.objects.filter(pk=regel.matrixregel_id).select_related("rol", "team", "dienst", "proces").first()
        if regel.matrixregel_id
        else None
    )
    rijen = [
        (_("Wie"), kort.wie),
        (_("Rol"), regel.rol),
        (_("Handeling"), kort.daad),
        (_("Waarover"), kort.waarover),
        (_("Kenmerk"), regel.object_uuid or ""),
        (_("Doel"), regel.doel),
        (_("Niveau"), regel.niveau),
        (_("Uitkomst"), regel.get_uitkomst_display()),
        (_("Waarom"), kort.regel_en_versie),
        (_("De regel van de matrix"), zin(matrixregel) if matrixregel else ""),
        (_("Vanwaar"), regel.vanwaar),
        (_("Spoor"), bytes(regel.trace_id).hex()),
        *((naam.replace("_", " ").capitalize(), waarde) for naam, waarde in sorted(regel.bijzonderheden.items())),
    ]
    return [(naam, waarde) for naam, waarde in rijen if waarde not in ("", None)]
