"""Lists of zaken: one arm per ground, each with the filter, order and limit pushed in, then merged. Keyset pages.

One raw statement, as measured: per arm that goes by zaaktype a LATERAL top-N per proces, so that each uses its own
index.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import prefetch_related_objects

from autorisatie.actor import Actor, Systeem
from catalogus import klok
from catalogus.tekst import vouw
from mijnzaken.zaken import deur
from mijnzaken.zaken.models import Zaak

BLADZIJDE = 25
TELGRENS = 1001


@dataclass(frozen=True)
class Sortering:
    """``sleutel`` is a NOT NULL column of zaken_zaak; ties are broken by id, in the same direction."""

    sleutel: str
    aflopend: bool = False


SORTERINGEN = {
    "termijn": Sortering("termijnsleutel"),
    "-termijn": Sortering("termijnsleutel", aflopend=True),
    "-registratie": Sortering("registratiedatum", aflopend=True),
    "registratie": Sortering("registratiedatum"),
    "nummer": Sortering("nummer"),
    "-nummer": Sortering("nummer", aflopend=True),
    "-gewijzigd": Sortering("gewijzigd_op", aflopend=True),
    "gewijzigd": Sortering("gewijzigd_op"),
    "aanvrager": Sortering("aanvragernaam"),
    "-aanvrager": Sortering("aanvragernaam", aflopend=True),
}


@dataclass
class Filter:
    """What a list is narrowed to. Empty means no narrowing, never everything that is not allowed."""

    open: bool | None = None
    fasen: Sequence[str] = ()
    processen: Sequence[str] = ()  # identificaties
    zonder_processen: Sequence[str] = ()
    teams: Sequence[int] = ()
    behandelaar: int | None = None
    niet_toegewezen: bool = False
    te_laat: bool = False
    uiterlijk_tot: date | None = None
    stil: bool | None = None
    nieuwe_stukken: bool = False
    partij: int | None = None
    zoek: str = ""  # zaaknummer, or the first letters of the surname of a party

    def sql(self) -> tuple[str, list[Any]]:
        delen: list[str] = []
        waarden: list[Any] = []

        def en(deel: str, *erbij: Any) -> None:
            delen.append(deel)
            waarden.extend(erbij)

        if self.open is not None:
            en("{z}.einddatum IS NULL" if self.open else "{z}.einddatum IS NOT NULL")
        if self.fasen:
            en("{z}.fase = ANY(%s)", list(self.fasen))
        if self.processen:
            en("{z}.proces_id IN (SELECT id FROM catalogus_proces WHERE identificatie = ANY(%s))", list(self.processen))
        if self.zonder_processen:
            en(
                "{z}.proces_id NOT IN (SELECT id FROM catalogus_proces WHERE identificatie = ANY(%s))",
                list(self.zonder_processen),
            )
        if self.teams:
            en("{z}.team_id = ANY(%s)", list(self.teams))
        if self.behandelaar is not None:
            en("{z}.behandelaar_id = %s", self.behandelaar)
        if self.niet_toegewezen:
            en("{z}.behandelaar_id IS NULL")
        if self.te_laat:
            en("{z}.einddatum IS NULL AND {z}.termijnsleutel < %s", klok.vandaag())
        if self.uiterlijk_tot is not None:
            en("{z}.einddatum IS NULL AND {z}.termijnsleutel BETWEEN %s AND %s", klok.vandaag(), self.uiterlijk_tot)
        if self.stil is not None:
            en("{z}.termijn_stil = %s", self.stil)
        if self.nieuwe_stukken:
            en(
                "EXISTS (SELECT 1 FROM zaken_zaakdocument d JOIN documenten_document o ON o.id = d.document_id "
                "WHERE d.zaak_id = {z}.id AND d.gezien_door_behandelaar_op IS NULL AND o.plaatser = 'inwoner')"
            )
        if self.partij is not None:
            en("EXISTS (SELECT 1 FROM zaken_rol p WHERE p.zaak_id = {z}.id AND p.partij_id = %s)", self.partij)
        if self.zoek.strip():
            self._zoek(en)
        return "".join(f" AND {deel}" for deel in delen), waarden

    def _zoek(self, en: Any) -> None:
        tekst = self.zoek.strip()
        if tekst[:4].isdigit() and "-" in tekst:
            en("{z}.nummer LIKE %s", _voor_like(tekst) + "%")
            return
        vormen = _naamvormen(tekst)
        en(
            "({z}.nummer = %s OR EXISTS (SELECT 1 FROM zaken_rol r JOIN autorisatie_partij p ON p.id = r.partij_id "
            "WHERE r.zaak_id = {z}.id AND p.zoeknaam LIKE ANY(%s)))",
            tekst,
            [_voor_like(vorm) + "%" for vorm in vormen],
        )


def _naamvormen(tekst: str) -> list[str]:
    """What was typed, and the same without its first words: 'Anna de Vries' is sorted under V."""
    woorden = vouw(tekst).split()[:6]
    return [" ".join(woorden[i:]) for i in range(len(woorden)) if i == 0 or len(woorden[-1]) > 1] or [vouw(tekst)]


@dataclass(frozen=True)
class Bladzijde:
    rijen: list[Zaak]
    volgende: str  # key of the next page; empty on the last
    vorige: str  # key of the page before, by going back from its first row; empty on the first


def lijst(
    actor: Actor,
    filter_: Filter,
    *,
    sortering: str = "termijn",
    na: str = "",
    voor: str = "",
    aantal: int = BLADZIJDE,
    erbij: Sequence[str] = ("proces", "zaaktype", "behandelaar", "team"),
) -> Bladzijde:
    """One page. ``na`` and ``voor`` are keys that an earlier page gave; a key that makes no sense gives the first
    page.
    """
    orde = SORTERINGEN.get(sortering, SORTERINGEN["termijn"])
    terug = bool(voor)
    aflopend = orde.aflopend != terug
    grens = _lees_sleutel(voor or na, orde)
    sql, waarden = _statement(actor, filter_, orde.sleutel, aflopend, grens, aantal + 1)
    rijen: list[Zaak] = []
    if sql:
        rijen = [deur.laat_toe(z) for z in Zaak.objects.systeem("lijst: de armen zijn de deur").raw(sql, waarden)]  # type: ignore[misc]
    meer = len(rijen) > aantal
    rijen = rijen[:aantal]
    if terug:
        rijen.reverse()
    _laad_erbij(rijen, erbij)
    heeft_vorige = meer if terug else grens is not None
    heeft_volgende = True if terug else meer
    return Bladzijde(
        rijen,
        _sleutel(rijen[-1], orde) if rijen and heeft_volgende else "",
        _sleutel(rijen[0], orde) if rijen and heeft_vorige else "",
    )


def aantal(actor: Actor, filter_: Filter, grens: int = TELGRENS) -> int:
    """How many, counted up to ``grens``: a screen says '1.000+' beyond it."""
    sql, waarden = _statement(actor, filter_, "id", False, None, grens)
    if not sql:
        return 0
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM ({sql}) alles", waarden)  # noqa: S608  built from constants
        return int(cursor.fetchone()[0])


def _statement(
    actor: Actor, filter_: Filter, sleutel: str, aflopend: bool, grens: tuple[str, int] | None, aantal: int
) -> tuple[str, list[Any]]:
    richting, teken = ("DESC", "<") if aflopend else ("ASC", ">")
    extra, extra_waarden = filter_.sql()
    if grens is not None:
        extra += f" AND ({{z}}.{sleutel}, {{z}}.id) {teken} (%s, %s)"
        extra_waarden = [*extra_waarden, *grens]
    staart = f"ORDER BY {{z}}.{sleutel} {richting}, {{z}}.id {richting} LIMIT {int(aantal)}"
    armen: list[str] = []
    waarden: list[Any] = []
    gronden = [deur.Arm("systeem", "TRUE", ())] if isinstance(actor, Systeem) else deur.armen(actor)
    for arm in gronden:
        # Names of columns come from SORTERINGEN, everything a person types goes as a value.
        keuze = f"SELECT {{z}}.id, {{z}}.{sleutel} AS sleutel FROM zaken_zaak {{z}} WHERE "  # noqa: S608
        if arm.processen is None:
            armen.append(f"({keuze}{arm.sql}{extra} {staart})".format(z="z"))
            waarden += [*arm.waarden, *extra_waarden]
        else:
            per_proces = f"{keuze}{{z}}.proces_id = soort.id AND {arm.sql}{extra} {staart}".format(z="z")
            armen.append(
                f"(SELECT l.id, l.sleutel FROM unnest(%s::bigint[]) soort(id), LATERAL ({per_proces}) l "  # noqa: S608
                f"ORDER BY l.sleutel {richting}, l.id {richting} LIMIT {int(aantal)})"
            )
            waarden += [list(arm.processen), *arm.waarden, *extra_waarden]
    if not armen:
        return "", []
    return (
        f"SELECT z.* FROM ({' UNION '.join(armen)}) t JOIN zaken_zaak z ON z.id = t.id "  # noqa: S608
        f"ORDER BY t.sleutel {richting}, t.id {richting} LIMIT {int(aantal)}",
        waarden,
    )


def _laad_erbij(rijen: list[Zaak], relaties: Sequence[str]) -> None:

    prefetch_related_objects(rijen, *relaties)


def _sleutel(zaak: Zaak, orde: Sortering) -> str:
    waarde = getattr(zaak, orde.sleutel)
    return f"{waarde.isoformat() if hasattr(waarde, 'isoformat') else waarde}~{zaak.pk}"


def _lees_sleutel(tekst: str, orde: Sortering) -> tuple[Any, int] | None:
    """The key of a row, in the type of its column; ``None`` for anything else that somebody put in the address."""
    waarde, _, pk = tekst.rpartition("~")
    if not (waarde and pk.isascii() and pk.isdigit() and len(pk) <= 18) or "\x00" in waarde:
        return None
    try:
        return Zaak._meta.get_field(orde.sleutel).to_python(waarde), int(pk)  # type: ignore[union-attr]
    except ValidationError:
        return None


def _voor_like(tekst: str) -> str:
    return tekst.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
