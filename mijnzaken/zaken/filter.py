"""What a list is narrowed to, and which part of that has an index of its own to start from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from catalogus import klok
from catalogus.models import Fase
from catalogus.tekst import vouw
from mijnzaken.klanten.vormen import OnjuistAdres, telefoon_vorm

Sql = tuple[str, list[Any]]  # a piece of a statement, with its values

MEESTE_PARTIJEN = 100  # whose zaken a search by name looks at, in order of name
_NUMMERLENGTE = 7  # digits after the year

VAN_PARTIJ = "SELECT r.zaak_id AS id FROM zaken_rol r WHERE r.partij_id = %s"
MET_TOEGANG = "SELECT DISTINCT t.content_object_id AS id FROM zaken_zaaktoegang t WHERE t.user_id = %s"
_VAN_MAKER = "SELECT g.zaak_id AS id FROM zaken_terugbelgegevens g WHERE g.gemaakt_door_id = %s"
_OP_NUMMER = "SELECT n.id FROM zaken_zaak n WHERE n.nummer = %s"
_OP_NAAM = "SELECT DISTINCT r.zaak_id AS id FROM ({partijen}) p JOIN zaken_rol r ON r.partij_id = p.id"
_PARTIJEN = (
    "(SELECT p.id FROM autorisatie_partij p WHERE p.zoeknaam LIKE %s ORDER BY p.zoeknaam USING ~<~, p.id LIMIT %s)"
)


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
    maker: int | None = None  # who made the terugbelnotitie
    in_notitie: str = ""  # what a terugbelnotitie is found by: number, telephone, name, subject, product

    @property
    def is_open(self) -> bool:
        """Only zaken that are not closed: such a list has indexes that are small."""
        in_fase = bool(self.fasen) and Fase.AFGEROND not in self.fasen
        return self.open is True or in_fase or self.te_laat or self.uiterlijk_tot is not None

    @property
    def is_smal(self) -> bool:
        """Narrowed to few zaken, which can be put in any order."""
        return self.partij is not None or bool(self.zoek.strip()) or self.behandelaar is not None

    def kandidaten(self) -> Sql | None:
        """The ids of the few zaken that this can be about, by an index of their own; ``None`` when there is none."""
        tekst = self.zoek.replace("\x00", "").strip()
        if tekst:
            nummer = _nummer(tekst)
            return (_OP_NUMMER, [nummer]) if nummer else _op_naam(tekst)
        if self.partij is not None:
            return VAN_PARTIJ, [self.partij]
        if self.maker is not None:
            return _VAN_MAKER, [self.maker]
        return None

    def sql(self) -> Sql:
        """Conditions over ``{z}``, each with AND before it. Not those of :meth:`kandidaten` and :meth:`soorten`."""
        delen: list[str] = []
        waarden: list[Any] = []

        def en(deel: str, *erbij: Any) -> None:
            delen.append(f" AND {deel}")
            waarden.extend(erbij)

        if self.is_open:
            en("{z}.einddatum IS NULL")
        elif self.open is not None:
            en("{z}.einddatum IS NOT NULL")
        if self.fasen:
            en("{z}.fase = ANY(%s)", list(self.fasen)) if len(self.fasen) > 1 else en("{z}.fase = %s", self.fasen[0])
        if self.teams:
            en("{z}.team_id = ANY(%s)", list(self.teams))
        if self.behandelaar is not None:
            en("{z}.behandelaar_id = %s", self.behandelaar)
        if self.niet_toegewezen:
            en("{z}.behandelaar_id IS NULL")
        if self.te_laat:
            en("{z}.termijnsleutel < %s", klok.vandaag())
        if self.uiterlijk_tot is not None:
            en("{z}.termijnsleutel BETWEEN %s AND %s", klok.vandaag(), self.uiterlijk_tot)
        if self.stil is not None:
            en("{z}.termijn_stil = %s", self.stil)
        if self.nieuwe_stukken:
            en(
                "EXISTS (SELECT 1 FROM zaken_zaakdocument d JOIN documenten_document o ON o.id = d.document_id "
                "WHERE d.zaak_id = {z}.id AND d.gezien_door_behandelaar_op IS NULL AND o.plaatser = 'inwoner')"
            )
        if self.in_notitie:
            en(*_in_notitie(self.in_notitie))
        return "".join(delen), waarden

    def soorten(self) -> Sql:
        """Conditions over the proces ``p``, each with AND before it."""
        delen, waarden = "", []
        if self.processen:
            delen += " AND p.identificatie = ANY(%s)"
            waarden.append(list(self.processen))
        if self.zonder_processen:
            delen += " AND p.identificatie <> ALL(%s)"
            waarden.append(list(self.zonder_processen))
        return delen, waarden

    def soorten_van_zaak(self) -> Sql:
        """The same over ``{z}``, for a list that does not go by proces."""
        delen, waarden = self.soorten()
        if not delen:
            return "", []
        return f" AND {{z}}.proces_id IN (SELECT p.id FROM catalogus_proces p WHERE TRUE{delen})", waarden  # noqa: S608


_IN_NOTITIE = """
({z}.nummer = %s OR EXISTS (
  SELECT 1 FROM zaken_terugbelgegevens g LEFT JOIN catalogus_product w ON w.id = g.product_id
  WHERE g.zaak_id = {z}.id AND (upper(g.achternaam) = upper(%s) OR g.telefoonnummer = %s
    OR upper(g.onderwerp) LIKE upper(%s) OR upper(w.naam) LIKE upper(%s))
) OR EXISTS (
  SELECT 1 FROM zaken_rol r JOIN autorisatie_partij p ON p.id = r.partij_id
  WHERE r.zaak_id = {z}.id AND p.zoeknaam = %s))
"""


def _in_notitie(tekst: str) -> tuple[Any, ...]:
    tekst = tekst.replace("\x00", "")
    deel = f"%{_voor_like(tekst)}%"
    try:
        telefoon = telefoon_vorm(tekst)
    except OnjuistAdres:
        telefoon = tekst
    return _IN_NOTITIE, _nummer(tekst) or tekst, tekst, telefoon, deel, deel, vouw(tekst)


def _nummer(tekst: str) -> str:
    """A zaaknummer, with the zeros that people leave out: '2026-123' is 2026-0000123; empty for anything else."""
    jaar, streep, rest = tekst.partition("-")
    if not (streep and len(jaar) == 4 and tekst.isascii() and jaar.isdigit() and rest.isdigit()):
        return ""
    return f"{jaar}-{rest.zfill(_NUMMERLENGTE)}"


def _op_naam(tekst: str) -> Sql:
    """The zaken of parties whose surname begins like this, or like its last words: 'Anna de Vries' stands under V."""
    woorden = vouw(tekst).split()[:6]
    vormen = [" ".join(woorden[i:]) for i in range(len(woorden)) if i == 0 or len(woorden[-1]) > 1] or [vouw(tekst)]
    partijen = " UNION ".join([_PARTIJEN] * len(vormen))
    waarden: list[Any] = []
    for vorm in vormen:
        waarden += [_voor_like(vorm) + "%", MEESTE_PARTIJEN]
    return _OP_NAAM.replace("{partijen}", partijen), waarden


def _voor_like(tekst: str) -> str:
    return tekst.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
