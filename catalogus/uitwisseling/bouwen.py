"""Rows in normal form become rows of the database: a version of a zaaktype with everything that belongs to it."""

from typing import Any

from django.db import IntegrityError, models, transaction

from catalogus.models import Proces, Zaaktype
from catalogus.uitwisseling.vorm import Rij, Vorm
from catalogus.uitwisseling.vormen import GLOBAAL, ZAAKTYPE

BESLISTABEL_VAST = "beslistabel_vast"  # a trigger, which says in words why
Binnen = dict[tuple[str, Any], models.Model]
"""Rows of the same zaaktype by collection and name, as they are made."""


class Rijfout(Exception):
    """This row breaks a rule of the database; ``reden`` says which in words."""

    def __init__(self, rij: Rij, reden: str) -> None:
        self.rij = rij
        self.reden = reden
        super().__init__(reden)


class Doelen:
    """Looks up what rows refer to outside their zaaktype, once; the newest version where there are several."""

    def __init__(self) -> None:
        self._bekend: dict[tuple[str, Any], models.Model] = {}

    def van(self, vorm: Vorm, naam: str, waarde: Any) -> Any:
        """The row or rows that column ``naam`` means; a column that refers to nothing keeps its value."""
        verwijzing = vorm.verwijzingen.get(naam)
        if verwijzing is None or waarde is None:
            return waarde
        if verwijzing.meer:
            return [self._een(verwijzing.collectie, deel) for deel in waarde]
        return self._een(verwijzing.collectie, waarde)

    def _een(self, collectie: str, waarde: Any) -> models.Model:
        sleutel = (collectie, waarde)
        if sleutel not in self._bekend:
            model, kolom = GLOBAAL[collectie]
            self._bekend[sleutel] = model._default_manager.filter(**{kolom: waarde}).order_by("-id")[0]
        return self._bekend[sleutel]


def bewaar(nieuw: models.Model, rij: Rij) -> models.Model:
    """Save a row; raises Rijfout in words when the database refuses it."""
    try:
        with transaction.atomic():
            nieuw.save()
    except IntegrityError as fout:
        raise Rijfout(rij, _regel_in_woorden(nieuw, fout)) from fout
    return nieuw


def bouw_versie(proces: Proces, rij: Rij, doelen: Doelen) -> Zaaktype:
    """A new version with its statustypen, gegevens and all else. Raises Rijfout."""
    versie = Zaaktype(proces=proces, **{veld.name: rij[veld.name] for veld in ZAAKTYPE.velden()})
    bewaar(versie, rij)
    _vul(versie, rij, doelen)
    return versie


def vervang_concept(versie: Zaaktype, rij: Rij, doelen: Doelen) -> Zaaktype:
    """Give a concept other contents; what hung below it is made anew, for nothing refers to it yet. Raises Rijfout."""
    if not versie.concept:
        raise ValueError(f"{versie} is gepubliceerd en verandert niet meer.")
    for naam in reversed(ZAAKTYPE.kinderen):
        getattr(versie, naam).all().delete()
    for veld in ZAAKTYPE.velden():
        setattr(versie, veld.name, rij[veld.name])
    bewaar(versie, rij)
    _vul(versie, rij, doelen)
    return versie


def _vul(versie: Zaaktype, rij: Rij, doelen: Doelen) -> None:
    versie.deelzaaktypen.set(doelen.van(ZAAKTYPE, "deelzaaktypen", rij["deelzaaktypen"]))
    binnen: Binnen = {}
    for collectie, vorm in ZAAKTYPE.kinderen.items():
        if _ineens(collectie, vorm) and (gemaakt := _bouw_ineens(vorm, versie, rij[collectie], doelen, binnen)):
            binnen |= {
                (collectie, kind[vorm.sleutel[0]]): een for kind, een in zip(rij[collectie], gemaakt, strict=True)
            }
            continue
        for kind in rij[collectie]:
            binnen[collectie, kind[vorm.sleutel[0]]] = bouw(vorm, versie, kind, doelen, binnen)


def _ineens(collectie: str, vorm: Vorm) -> bool:
    """Rows that refer to none of their own kind, with nothing below them and no lists, go in one statement."""
    verwijzingen = vorm.verwijzingen.values()
    eigen = any(v.meer or (v.binnen and v.collectie == collectie) for v in verwijzingen)
    return not vorm.kinderen and not eigen


def _bouw_ineens(
    vorm: Vorm, ouder: models.Model, rijen: list[Rij], doelen: Doelen, binnen: Binnen
) -> list[models.Model]:
    """The rows of one kind together; nothing when the database refuses one, for one by one they say which and why."""
    nieuw = [_nieuw(vorm, ouder, rij, doelen, binnen)[0] for rij in rijen]
    try:
        with transaction.atomic():
            return list(vorm.model._default_manager.bulk_create(nieuw))
    except IntegrityError:
        return []


def bouw(vorm: Vorm, ouder: models.Model, rij: Rij, doelen: Doelen, binnen: Binnen) -> models.Model:
    """A new row under ``ouder``, with what is below it. Raises Rijfout."""
    nieuw, koppelingen = _nieuw(vorm, ouder, rij, doelen, binnen)
    gemaakt = bewaar(nieuw, rij)
    for naam, rijen in koppelingen.items():
        if rijen:
            getattr(gemaakt, naam).set(rijen)
    for naam, kindvorm in vorm.kinderen.items():
        for kind in rij[naam]:
            bouw(kindvorm, gemaakt, kind, doelen, binnen)
    return gemaakt


def _nieuw(
    vorm: Vorm, ouder: models.Model, rij: Rij, doelen: Doelen, binnen: Binnen
) -> tuple[models.Model, dict[str, list[models.Model]]]:
    """The row, not saved yet, and the lists that hang on it once it is."""
    kolommen: Rij = {veld.name: rij[veld.name] for veld in vorm.velden()}
    koppelingen: dict[str, list[models.Model]] = {}
    for naam, verwijzing in vorm.verwijzingen.items():
        gevonden = (
            _binnen(verwijzing.collectie, rij, naam, binnen) if verwijzing.binnen else doelen.van(vorm, naam, rij[naam])
        )
        (koppelingen if verwijzing.meer else kolommen)[naam] = gevonden
    return vorm.model(**{vorm.ouder: ouder}, **kolommen), koppelingen


def _binnen(collectie: str, rij: Rij, naam: str, binnen: Binnen) -> Any:
    waarde = rij[naam]
    if waarde is None:
        return None
    try:
        if isinstance(waarde, list):
            return [binnen[collectie, deel] for deel in waarde]
        return binnen[collectie, waarde]
    except KeyError as fout:
        raise Rijfout(rij, f"{naam}: {fout.args[0][1]!r} staat pas verderop; zet het ervoor.") from fout


def _regel_in_woorden(rij: models.Model, fout: IntegrityError) -> str:
    diag = getattr(fout.__cause__, "diag", None)
    naam = getattr(diag, "constraint_name", None)
    for regel in rij._meta.constraints:
        if regel.name == naam:
            return str(regel.get_violation_error_message())
    if naam == BESLISTABEL_VAST:
        return str(diag.message_primary)  # type: ignore[union-attr]
    return f"de database weigert deze rij ({naam or fout})."
