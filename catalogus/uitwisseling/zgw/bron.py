"""The resources of a catalogue out of JSON: what the API answers, whatever is wrapped around it, or rows of Open Zaak.

Both come to the same form: a row per resource, with names in snake_case and what is nested flattened
(``referentieproces.naam`` is ``referentieproces_naam``), as our own columns are called.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from catalogus.uitwisseling.vorm import Rij

_SOORTEN = {  # the last part but one of an address -> the kind
    "zaaktypen": "zaaktype",
    "statustypen": "statustype",
    "resultaattypen": "resultaattype",
    "roltypen": "roltype",
    "eigenschappen": "eigenschap",
    "informatieobjecttypen": "informatieobjecttype",
    "zaaktype-informatieobjecttypen": "zaaktypeinformatieobjecttype",
    "besluittypen": "besluittype",
    "zaakobjecttypen": "zaakobjecttype",
    "catalogussen": "catalogus",
}
_HERNOEMD = {  # per kind, what Open Zaak or the API calls a column -> what we call it
    "zaaktype": {
        "zaaktype_omschrijving": "omschrijving",
        "zaaktype_omschrijving_generiek": "omschrijving_generiek",
        "doorlooptijd_behandeling": "doorlooptijd",
        "servicenorm_behandeling": "servicenorm",
    },
    "statustype": {
        "statustype_omschrijving": "omschrijving",
        "statustype_omschrijving_generiek": "omschrijving_generiek",
        "statustypevolgnummer": "volgnummer",
        "checklistitem_statustype": "checklistitems",
    },
    "eigenschap": {"eigenschapnaam": "naam"},
    "informatieobjecttype": {
        "omschrijving_generiek_informatieobjecttype": "omschrijving_generiek",
        "omschrijving_generiek_informatieobjecttype_omschrijving_generiek": "omschrijving_generiek",
        "omschrijving_generiek_definitie_informatieobjecttype_omschrijving_generiek": "omschrijving_generiek_definitie",
        "omschrijving_generiek_herkomst_informatieobjecttype_omschrijving_generiek": "omschrijving_generiek_herkomst",
        "omschrijving_generiek_hierarchie_informatieobjecttype_omschrijving_generiek": (
            "omschrijving_generiek_hierarchie"
        ),
        "omschrijving_generiek_opmerking_informatieobjecttype_omschrijving_generiek": "omschrijving_generiek_opmerking",
    },
}
_OVERAL = {"datum_begin_geldigheid": "begin_geldigheid", "datum_einde_geldigheid": "einde_geldigheid"}
_VOOR = (("brondatum_archiefprocedure_", "brondatum_"), ("specificatie_", ""))


@dataclass
class Bron:
    """Rows by kind and by key: an address, or a number of Open Zaak."""

    rijen: dict[str, dict[str, Rij]] = field(default_factory=dict)

    def zet(self, soort: str, sleutel: str, rij: Rij) -> None:
        self.rijen.setdefault(soort, {})[sleutel] = rij

    def alle(self, soort: str) -> dict[str, Rij]:
        return self.rijen.get(soort, {})

    def van(self, soort: str, sleutel: str) -> list[Rij]:
        """The rows of this kind that belong to the zaaktype with this key."""
        return [rij for rij in self.alle(soort).values() if str(rij.get("zaaktype")) == sleutel]

    def zoek(self, soort: str, verwijzing: Any) -> Rij | None:
        """What a reference means: a key, or a name as the standard also writes it."""
        alle = self.alle(soort)
        namen = ("omschrijving", "identificatie")
        los = (rij for rij in alle.values() if verwijzing and verwijzing in [rij.get(naam) for naam in namen])
        return alle.get(str(verwijzing)) or next(los, None)


def bron_van(waarde: Any) -> Bron:
    """Every resource that can be found in a JSON value."""
    bron = Bron()
    if _is_open_zaak(waarde):
        for rij in waarde:
            soort = str(rij["model"]).rpartition(".")[2]
            bron.zet(soort, str(rij.get("pk")), _vorm(soort, rij["fields"]))
    else:
        for soort, adres, rij in _resources(waarde):
            bron.zet(soort, adres, _vorm(soort, rij))
    for eigenschap in bron.alle("eigenschap").values():
        nummer = str(eigenschap.pop("van_eigenschap", ""))
        eigenschap |= bron.alle("eigenschapspecificatie").get(nummer, {})
    return bron


def _is_open_zaak(waarde: Any) -> bool:
    return isinstance(waarde, list) and all(
        isinstance(rij, dict) and isinstance(rij.get("fields"), dict) and "model" in rij for rij in waarde
    )


def _resources(waarde: Any) -> Iterator[tuple[str, str, Rij]]:
    """Objects whose own address says what they are, however deep they lie."""
    if isinstance(waarde, list):
        for deel in waarde:
            yield from _resources(deel)
    elif isinstance(waarde, dict):
        adres = waarde.get("url")
        soort = _SOORTEN.get(adres.rstrip("/").split("/")[-2]) if isinstance(adres, str) and "/" in adres else None
        if soort is not None:
            yield soort, str(adres), waarde
        else:
            for deel in waarde.values():
                yield from _resources(deel)


def _vorm(soort: str, rij: Rij) -> Rij:
    namen = _HERNOEMD.get(soort, {}) | _OVERAL
    gevormd = {}
    for naam, waarde in _plat("", rij):
        for begin, anders in _VOOR:
            naam = anders + naam.removeprefix(begin) if naam.startswith(begin) else naam
        gevormd[namen.get(naam, naam)] = _ontdaan(waarde)
    return gevormd


def _plat(voor: str, rij: Rij) -> Iterator[tuple[str, Any]]:
    for naam, waarde in rij.items():
        slang = voor + re.sub(r"(?<=[a-z0-9])([A-Z])", lambda treffer: "_" + treffer[1].lower(), naam).lower()
        if isinstance(waarde, dict):
            yield from _plat(f"{slang}_", waarde)
        else:
            yield slang, waarde


def _ontdaan(waarde: Any) -> Any:
    """A list that Open Zaak wrote as a text is a list; a period of nothing is nothing."""
    if isinstance(waarde, str) and waarde.startswith("["):
        try:
            return json.loads(waarde)
        except ValueError:
            return waarde
    return "" if waarde in ("P0D", "PT0S") else waarde
