"""The Selectielijst as a file (the rows of its own API, as JSON), and what an address in that list stands for."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from catalogus.models import Selectielijstprocestype, Selectielijstresultaat

_API = "https://selectielijst.openzaak.nl/api/v1/"
_PROCESTYPE = ("nummer", "naam", "omschrijving", "toelichting", "procesobject", "jaar")
_RESULTAAT = ("naam", "omschrijving", "herkomst", "waardering", "procestermijn", "bewaartermijn", "toelichting")


class OnbruikbareSelectielijst(Exception):
    """The file is refused whole; says which row and why."""


@dataclass
class Selectielijst:
    """The rows of the file, unsaved. A result holds its procestype until both are saved."""

    procestypen: list[Selectielijstprocestype] = field(default_factory=list)
    resultaten: list[Selectielijstresultaat] = field(default_factory=list)


@dataclass
class SelectielijstVerslag:
    """Of both kinds of row together, by their names."""

    nieuw: list[str] = field(default_factory=list)
    gewijzigd: list[str] = field(default_factory=list)
    verdwenen: list[str] = field(default_factory=list)
    gelijk: int = 0


def lees_selectielijst(tekst: str) -> Selectielijst:
    """Raises OnbruikbareSelectielijst."""
    try:
        rijen = json.loads(tekst)
        typen = {rij["pk"]: rij["fields"] for rij in rijen if rij["model"] == "selectielijst.procestype"}
        resultaten = {rij["pk"]: rij["fields"] for rij in rijen if rij["model"] == "selectielijst.resultaat"}
    except (ValueError, TypeError, KeyError) as fout:
        raise OnbruikbareSelectielijst("Dit is geen lijst van procestypen en resultaten in JSON.") from fout
    if not typen or not resultaten:
        raise OnbruikbareSelectielijst("Er staat geen procestype of geen resultaat in.")
    lijst, gelezen = Selectielijst(), {}
    for sleutel, velden in typen.items():
        gelezen[sleutel] = _rij(Selectielijstprocestype, sleutel, velden, _PROCESTYPE)
        lijst.procestypen.append(gelezen[sleutel])
    for sleutel, velden in resultaten.items():
        if velden.get("proces_type") not in gelezen:
            raise OnbruikbareSelectielijst(f"Rij {sleutel}: het procestype staat niet in de lijst.")
        rij = _rij(Selectielijstresultaat, sleutel, velden, _RESULTAAT)
        rij.procestype = gelezen[velden["proces_type"]]
        rij.volledig_nummer = _nummer(velden, resultaten, rij.procestype)
        lijst.resultaten.append(rij)
    return lijst


def _rij(model: Any, sleutel: int, velden: Mapping[str, Any], namen: tuple[str, ...]) -> Any:
    rij = model(**{naam: velden.get(naam) or "" for naam in namen})
    try:
        rij.uuid = UUID(velden["uuid"])
        rij.clean_fields(exclude=["procestype", "volledig_nummer"])
    except (ValidationError, ValueError, KeyError) as fout:
        raise OnbruikbareSelectielijst(f"Rij {sleutel}: {fout}") from fout
    return rij


def _nummer(
    velden: Mapping[str, Any], alle: Mapping[int, Mapping[str, Any]], procestype: Selectielijstprocestype
) -> str:
    """8.1, and 8.1.3 for a specific result under the generic 8.1."""
    generiek = alle.get(velden.get("generiek_resultaat") or 0)
    delen = [procestype.nummer, *([generiek["nummer"]] if generiek else []), velden.get("nummer", "")]
    return ".".join(str(deel) for deel in delen)


@transaction.atomic
def werk_bij(lijst: Selectielijst) -> SelectielijstVerslag:
    """Bring our list in line with this one. What went stays, marked: resultaattypen may still point to it."""
    verslag = SelectielijstVerslag()
    typen = _werk_bij(Selectielijstprocestype, lijst.procestypen, _PROCESTYPE, verslag)
    for rij in lijst.resultaten:
        rij.procestype = typen[rij.procestype.uuid]
    _werk_bij(Selectielijstresultaat, lijst.resultaten, (*_RESULTAAT, "procestype_id", "volledig_nummer"), verslag)
    return verslag


def _werk_bij(model: Any, nieuwe: list[Any], kolommen: tuple[str, ...], verslag: SelectielijstVerslag) -> Any:
    bekend = {rij.uuid: rij for rij in model.objects.select_for_update()}
    weg = [rij for uuid, rij in bekend.items() if uuid not in {n.uuid for n in nieuwe} and not rij.vervallen]
    for rij in nieuwe:
        oud = bekend.get(rij.uuid)
        if oud is None:
            verslag.nieuw.append(str(rij))
        elif oud.vervallen or any(getattr(oud, kolom) != getattr(rij, kolom) for kolom in kolommen):
            verslag.gewijzigd.append(str(rij))
            rij.pk = oud.pk
        else:
            verslag.gelijk += 1
            continue
        rij.save()
        bekend[rij.uuid] = rij
    for rij in weg:
        rij.vervallen = True
        rij.save(update_fields=["vervallen"])
        verslag.verdwenen.append(str(rij))
    return bekend


def procestype_bij(adres: str) -> Selectielijstprocestype | None:
    """What an address of the API of the list refers to; ``None`` when our copy does not have it."""
    return _bij(Selectielijstprocestype, adres, "procestypen")


def resultaat_bij(adres: str) -> Selectielijstresultaat | None:
    return _bij(Selectielijstresultaat, adres, "resultaten")


def adres_van(rij: Selectielijstresultaat) -> str:
    """The address of a result in the API of the list, as a resultaattype points to it."""
    return f"{_API}resultaten/{rij.uuid}"


def adres_van_procestype(rij: Selectielijstprocestype) -> str:
    return f"{_API}procestypen/{rij.uuid}"


def procestypen() -> list[Selectielijstprocestype]:
    """Those of the newest list, to choose from."""
    rijen = Selectielijstprocestype.objects.filter(vervallen=False)
    return list(rijen.filter(jaar=rijen.order_by("-jaar").values("jaar")[:1]))


def te_kiezen(procestype: Selectielijstprocestype | None) -> list[Selectielijstresultaat]:
    """The results that a resultaattype can point to: of one procestype, or of the newest list whole."""
    rijen = Selectielijstresultaat.objects.filter(vervallen=False).select_related("procestype")
    if procestype is not None:
        return list(rijen.filter(procestype=procestype))
    nieuwste = rijen.order_by("-procestype__jaar").values("procestype__jaar")[:1]
    return list(rijen.filter(procestype__jaar=nieuwste).order_by("procestype__nummer", "id"))


def adressen() -> dict[tuple[str, str], str]:
    """The address of each result, by the year of its list and its number; of a number that is there twice the first."""
    rijen = Selectielijstresultaat.objects.filter(vervallen=False).order_by("-id")
    gevonden = rijen.values_list("procestype__jaar", "volledig_nummer", "uuid")
    return {(str(jaar), nummer): f"{_API}resultaten/{uuid}" for jaar, nummer, uuid in gevonden}


def _bij(model: Any, adres: str, soort: str) -> Any:
    try:
        uuid = UUID(adres.rstrip("/").rpartition("/")[2])
    except ValueError:
        return None
    return model.objects.filter(uuid=uuid).first() if f"/{soort}/" in adres else None
