"""How a resident will see what is typed in the editor: per kind of part a small template, and what it shows.

The row may be unsaved and unfinished: what is not there yet, is not shown.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from catalogus import klok
from catalogus.formulieren import maak_formulier
from catalogus.formulieren.voorwaardewoorden import voorwaarde_in_zin
from catalogus.keuzes import MET_KEUZES
from catalogus.models import Gegeven, SoortGegeven, Statustype, Zaaktype
from catalogus.models.velden import ISO_DUUR
from catalogus.termijnen import Duur

Context = dict[str, Any]


def voorbeeld(versie: Zaaktype, sleutel: str, rij: Any) -> SafeString:
    """What stands beside the form of this part."""
    maak = _PER_SOORT.get(sleutel)
    eigen = maak(versie, rij) if maak else {}
    return render_to_string(f"beheer/voorbeeld/{sleutel}.html", {"rij": rij, "versie": versie} | eigen)


def stappen_van(versie: Zaaktype, nu: Statustype | None = None) -> list[dict[str, Any]]:
    """The steps as they stand on the page of a zaak that has come to ``nu``: as it was typed, if it was."""
    rijen = [rij for rij in versie.statustypen.all() if nu is None or rij.pk != nu.pk]
    if nu is not None and nu.volgnummer is not None:
        rijen.append(nu)
    rijen.sort(key=lambda rij: rij.volgnummer)
    hier = nu.volgnummer if nu is not None and nu.volgnummer is not None else None
    zichtbaar = [rij for rij in rijen if rij.toon_als_stap or rij is nu]
    onder: dict[int, list[dict[str, Any]]] = {}
    for rij in zichtbaar:
        if rij.substap_van_id:
            onder.setdefault(rij.substap_van_id, []).append(_stap(rij, hier))
    return [
        _stap(rij, hier) | {"uitleg": rij.statustekst, "substappen": onder.get(rij.pk, [])}
        for rij in zichtbaar
        if not rij.substap_van_id
    ]


def _stap(rij: Statustype, hier: int | None) -> dict[str, Any]:
    if hier is None or rij.volgnummer > hier:
        stand = "nog_niet"
    else:
        stand = "bezig" if rij.volgnummer == hier else "klaar"
    return {"naam": rij.woorden, "stand": stand, "bij": ""}


def _stappen(versie: Zaaktype, rij: Any) -> Context:
    vragen = versie.gegevens.filter(stap=rij).order_by("volgorde", "id") if rij.pk else []
    return {"vragen": vragen}


def _gegeven(versie: Zaaktype, rij: Gegeven) -> Context:
    vragen = {vraag.naam: vraag for vraag in versie.gegevens.all()}
    kan = bool(rij.label and rij.soort) and rij.soort != SoortGegeven.BESTAND
    if kan and rij.soort in MET_KEUZES:
        kan = bool(rij.keuzes)
    velden: Any = maak_formulier([_altijd(rij)], prefix="voorbeeld") if kan else []
    return {"velden": velden, "voorwaarde": voorwaarde_in_zin(rij.toon_als, vragen)}


def _altijd(rij: Gegeven) -> Gegeven:
    """The question as it is there, whatever it depends on."""
    zonder = Gegeven(**{veld.attname: getattr(rij, veld.attname) for veld in Gegeven._meta.concrete_fields})
    zonder.toon_als, zonder.naam = {}, rij.naam or "vraag"
    return zonder


def _status(versie: Zaaktype, rij: Statustype) -> Context:
    return {"stappen": stappen_van(versie, rij)}


def _taak(versie: Zaaktype, rij: Any) -> Context:
    vragen = {vraag.naam: vraag for vraag in versie.gegevens.all()}
    return {"uiterlijk": _over(rij.termijn), "voorwaarde": voorwaarde_in_zin(rij.voorwaarde or {}, vragen)}


def _gevolg(versie: Zaaktype, rij: Any) -> Context:
    return {"uiterlijk": _over(rij.termijn)}


def _besluit(versie: Zaaktype, rij: Any) -> Context:
    besluittype = rij.besluittype if rij.besluittype_id else None
    bezwaar = _over(besluittype.reactietermijn) if besluittype and rij.bezwaar else None
    return {"besluittype": besluittype, "bezwaar_uiterlijk": bezwaar}


def _over(duur: str) -> date | None:
    return Duur.lees(duur).na(klok.vandaag()) if duur and ISO_DUUR.match(duur) else None


_PER_SOORT: dict[str, Callable[[Zaaktype, Any], Context]] = {
    "stappen": _stappen,
    "gegevens": _gegeven,
    "statustypen": _status,
    "taaktypen": _taak,
    "gevolgen": _gevolg,
    "besluiten": _besluit,
}
