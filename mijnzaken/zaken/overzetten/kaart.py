"""Which part of one version of a zaaktype is which part of another: by name, as a person would say it."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db import models
from django.db.models import Case, F, Value, When

from catalogus.models import Gegeven, SoortGegeven, Statustype, Zaaktype
from mijnzaken.zaken.models import Zaak
from mijnzaken.zaken.stappen import fase_van

Paren = dict[int, int]
"""Key of a part of the one version -> key of its counterpart in the other."""


@dataclass(frozen=True)
class Verwijzing:
    """A column of a row of a zaak that points to a part of its version; ``deel`` is the list of that part."""

    rijen: str
    kolom: str
    deel: str


VERWIJZINGEN = (
    Verwijzing("statussen", "statustype", "statustypen"),
    Verwijzing("gegevenswaarden", "gegeven", "gegevens"),
    Verwijzing("rollen", "roltype", "roltypen"),
    Verwijzing("toestemmingen", "roltype", "roltypen"),
    Verwijzing("taken", "taaktype", "taaktypen"),
    Verwijzing("beslistermijnen", "besluitmoment", "besluitmomenten"),
    Verwijzing("opschortingen", "gevolg", "statusgevolgen"),
    Verwijzing("voorstellen", "besluitmoment", "besluitmomenten"),
    Verwijzing("voorstellen", "resultaattype", "resultaattypen"),
    Verwijzing("resultaten", "resultaattype", "resultaattypen"),
    Verwijzing("zaakobjecten", "zaakobjecttype", "zaakobjecttypen"),
)
# What also makes sense under another zaaktype: what was answered and who takes part. Its steps and decisions do not.
ONDER_EEN_ANDER_ZAAKTYPE = tuple(v for v in VERWIJZINGEN if v.deel in ("gegevens", "roltypen", "zaakobjecttypen"))


@dataclass
class Kaart:
    """From ``van`` to ``naar``. ``keuzes``: for a status without a counterpart the one that somebody chose."""

    van: Zaaktype
    naar: Zaaktype
    keuzes: Mapping[int, int] = field(default_factory=dict)

    @cached_property
    def paren(self) -> dict[str, Paren]:
        """Per list of parts; what has no counterpart is not in it."""
        statustypen = self._statustypen()
        return {
            "statustypen": statustypen,
            "statusgevolgen": self._gevolgen(statustypen),
            "gegevens": self._per_naam("gegevens", lambda g: (g.naam, g.soort)),
            "roltypen": self._roltypen(),
            "taaktypen": self._per_naam("taaktypen", lambda t: t.naam),
            "besluitmomenten": self._per_naam("besluitmomenten", lambda m: m.besluittype.omschrijving, "besluittype"),
            "resultaattypen": self._per_naam("resultaattypen", lambda r: r.omschrijving),
            "zaakobjecttypen": self._per_naam("zaakobjecttypen", lambda o: o.relatie_omschrijving),
        }

    @cached_property
    def oud(self) -> dict[str, dict[int, Any]]:
        """The parts of ``van``, by list and key."""
        return {deel: {rij.pk: rij for rij in getattr(self.van, deel).all()} for deel in self.paren}

    @cached_property
    def statussen(self) -> dict[int, list[Statustype]]:
        """For each status of ``van`` those of ``naar`` in the same phase: a zaak does not change phase by moving."""
        van, naar = list(self.van.statustypen.all()), list(self.naar.statustypen.all())
        return {oud.pk: [nieuw for nieuw in naar if fase_van(nieuw, naar) == fase_van(oud, van)] for oud in van}

    @cached_property
    def vragen(self) -> dict[int, Gegeven]:
        return {g.pk: g for g in self.naar.gegevens.all()}

    def past(self, gegeven_pk: int, waarde: Any) -> bool:
        """Whether a stored value of this gegeven of ``van`` is also an answer to its counterpart."""
        nieuw = self.vragen.get(self.paren["gegevens"].get(gegeven_pk, 0))
        if nieuw is None:
            return False
        match nieuw.soort:
            case SoortGegeven.KEUZE:
                return str(waarde) in nieuw.keuzelabels
            case SoortGegeven.MEERKEUZE:
                return isinstance(waarde, list) and {str(deel) for deel in waarde} <= set(nieuw.keuzelabels)
        return True

    def zet_over(self, zaak: Zaak, verwijzingen: Iterable[Verwijzing] = VERWIJZINGEN) -> None:
        """Let every row of the zaak point to the counterpart, where there is one; the others stay as they were."""
        for verwijzing in verwijzingen:
            paren = self.paren[verwijzing.deel]
            rijen = getattr(zaak, verwijzing.rijen).all()
            if verwijzing.rijen == "gegevenswaarden":
                past_niet = [r.gegeven_id for r in rijen.filter(actueel=True) if not self.past(r.gegeven_id, r.waarde)]
                paren = {oud: nieuw for oud, nieuw in paren.items() if oud not in past_niet}
            if paren:
                kolom = f"{verwijzing.kolom}_id"
                rijen.filter(**{f"{kolom}__in": list(paren)}).update(**{kolom: _omgezet(kolom, paren)})

    def _per_naam(self, deel: str, naam: Callable[[Any], Hashable], *erbij: str) -> Paren:
        nieuw = {naam(rij): rij.pk for rij in getattr(self.naar, deel).select_related(*erbij)}
        return {
            rij.pk: nieuw[naam(rij)] for rij in getattr(self.van, deel).select_related(*erbij) if naam(rij) in nieuw
        }

    def _statustypen(self) -> Paren:
        oude = {rij.pk: rij.omschrijving for rij in self.van.statustypen.all()}
        paren = {}
        for oud, mogelijk in self.statussen.items():
            gekozen = [s.pk for s in mogelijk if s.omschrijving == oude[oud] or s.pk == self.keuzes.get(oud)]
            if gekozen:
                paren[oud] = gekozen[0]
        return paren

    def _gevolgen(self, statustypen: Paren) -> Paren:
        """Of the status that is the counterpart: a status has one at most."""
        nieuw = {rij.statustype_id: rij.pk for rij in self.naar.statusgevolgen.all()}
        oude = {rij.pk: statustypen.get(rij.statustype_id) for rij in self.van.statusgevolgen.all()}
        return {oud: nieuw[status] for oud, status in oude.items() if status is not None and status in nieuw}

    def _roltypen(self) -> Paren:
        """By name; else the only one left of its kind on both sides."""
        paren = self._per_naam("roltypen", lambda r: r.omschrijving)
        over = _per_soort(r for r in self.van.roltypen.all() if r.pk not in paren)
        vrij = _per_soort(r for r in self.naar.roltypen.all() if r.pk not in paren.values())
        for soort, rollen in over.items():
            if len(rollen) == len(vrij.get(soort, ())) == 1:
                paren[rollen[0]] = vrij[soort][0]
        return paren


def _per_soort(roltypen: Iterable[Any]) -> dict[str, list[int]]:
    soorten: dict[str, list[int]] = {}
    for rij in roltypen:
        soorten.setdefault(rij.omschrijving_generiek, []).append(rij.pk)
    return soorten


def _omgezet(kolom: str, paren: Paren) -> Case:
    return Case(
        *(When(**{kolom: oud}, then=Value(nieuw)) for oud, nieuw in paren.items()),
        default=F(kolom),
        output_field=models.BigIntegerField(),
    )
