"""Finding the partij of a caller: by something that is his alone, compared whole, never by part (gevaren 17)."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import QuerySet

from autorisatie.actor import Actor
from autorisatie.fouten import Invoerfout
from autorisatie.models import Partij
from autorisatie.versleuteling import zoekwaarde
from catalogus.tekst import vouw
from mijnzaken.klanten.models import DigitaalAdres, SoortDigitaalAdres
from mijnzaken.klanten.vormen import OnjuistAdres, email_vorm, telefoon_vorm

MEESTE = 25  # partijen
SOORTEN = ("telefoon", "email", "naam_geboortedatum", "adres", "bsn", "kvk")
_POSTCODE = re.compile(r"[1-9][0-9]{3}[A-Z]{2}")
_VOORVOEGSELS = frozenset(
    {"van", "de", "der", "den", "het", "'t", "ter", "ten", "te", "op", "in", "aan", "bij", "el", "al", "la", "le", "du"}
)


def zoek_partijen(actor: Actor, soort: str, **gezocht: Any) -> list[Partij]:
    """At most 25 partijen that the actor may see and that fit exactly; one query, over an index of its own.

    ``soort`` and what it takes: telefoon ``nummer`` · email ``adres`` · naam_geboortedatum ``achternaam``,
    ``geboortedatum`` · adres ``postcode``, ``huisnummer`` · bsn ``bsn`` · kvk ``nummer``. Raises Invoerfout.
    """
    zoekers: dict[str, Callable[..., QuerySet[Partij]]] = {
        "telefoon": _op_telefoon,
        "email": _op_email,
        "naam_geboortedatum": _op_naam,
        "adres": _op_adres,
        "bsn": _op_bsn,
        "kvk": _op_kvk,
    }
    if soort not in zoekers:
        raise Invoerfout({"soort": "Kies waarop u zoekt."})
    return list(zoekers[soort](Partij.objects.voor(actor), **gezocht).order_by("zoeknaam", "pk")[:MEESTE])


def _met_digitaal_adres(partijen: QuerySet[Partij], soort: str, vorm: str) -> QuerySet[Partij]:
    adressen = DigitaalAdres.objects.systeem("beller zoeken").filter(
        soort_digitaal_adres=soort, zoekvorm=vorm, vervallen_op=None
    )
    return partijen.filter(pk__in=adressen.values("verstrekt_door_partij"))


def _op_telefoon(partijen: QuerySet[Partij], *, nummer: str) -> QuerySet[Partij]:
    try:
        return _met_digitaal_adres(partijen, SoortDigitaalAdres.TELEFOONNUMMER, telefoon_vorm(nummer))
    except OnjuistAdres as fout:
        raise Invoerfout({"nummer": str(fout)}) from None


def _op_email(partijen: QuerySet[Partij], *, adres: str) -> QuerySet[Partij]:
    try:
        return _met_digitaal_adres(partijen, SoortDigitaalAdres.EMAIL, email_vorm(adres))
    except OnjuistAdres as fout:
        raise Invoerfout({"adres": str(fout)}) from None


def _op_naam(partijen: QuerySet[Partij], *, achternaam: str, geboortedatum: date | None) -> QuerySet[Partij]:
    woorden = vouw(achternaam).split()
    if not woorden:
        raise Invoerfout({"achternaam": "Vul de hele achternaam in."})
    if geboortedatum is None:
        raise Invoerfout({"geboortedatum": "Vul ook de geboortedatum in."})
    vormen = {" ".join(woorden)}
    while len(woorden) > 1 and woorden[0] in _VOORVOEGSELS:
        woorden = woorden[1:]
        vormen.add(" ".join(woorden))
    return partijen.filter(geboortedatum=geboortedatum, zoeknaam__in=vormen)


def _op_adres(partijen: QuerySet[Partij], *, postcode: str, huisnummer: int | None) -> QuerySet[Partij]:
    aaneen = postcode.replace(" ", "").upper()
    if not _POSTCODE.fullmatch(aaneen):
        raise Invoerfout({"postcode": "Vul een postcode in, zoals 2900 AB."})
    if not huisnummer or huisnummer < 1:
        raise Invoerfout({"huisnummer": "Vul ook het huisnummer in."})
    return partijen.filter(postcode__in=[aaneen, f"{aaneen[:4]} {aaneen[4:]}"], huisnummer=huisnummer)


def _op_bsn(partijen: QuerySet[Partij], *, bsn: str) -> QuerySet[Partij]:
    cijfers = bsn.replace(" ", "").replace(".", "")
    if not (cijfers.isdecimal() and len(cijfers) in (8, 9)):
        raise Invoerfout({"bsn": "Een BSN heeft 9 cijfers."})
    return partijen.filter(bsn_zoekwaarde=zoekwaarde(cijfers.zfill(9)))


def _op_kvk(partijen: QuerySet[Partij], *, nummer: str) -> QuerySet[Partij]:
    cijfers = nummer.replace(" ", "")
    if not (cijfers.isdecimal() and len(cijfers) == 8):
        raise Invoerfout({"nummer": "Een KvK-nummer heeft 8 cijfers."})
    return partijen.filter(kvk_nummer=cijfers)
