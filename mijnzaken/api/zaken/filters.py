"""What the list of zaken is narrowed and ordered by, and how many there are (Zaken 1.7.0)."""

from collections.abc import Callable
from typing import Any

from django.db.models import Exists, OuterRef, Q, Sum

from catalogus.vertrouwelijkheid import uit_zgw
from mijnzaken.api.algemeen import BLADWIJZER
from mijnzaken.api.bron import Filter, Rijen
from mijnzaken.api.lijst import vergelijkt, verwijst
from mijnzaken.api.verwijzing import is_van
from mijnzaken.api.vraag import Vraag
from mijnzaken.api.zaken.meetkunde import binnen
from mijnzaken.api.zaken.rollen import IDENTIFICATIES, over_rol
from mijnzaken.zaken.models import Rol, Zaaktelling
from mijnzaken.zaken.models.telling import BLOK

ZAAKTYPEN = "catalogi.zaaktypen"


def _ten_hoogste(rijen: Rijen, waarde: Any, vraag: Vraag) -> Rijen:
    return rijen.filter(vertrouwelijkheidaanduiding__lte=uit_zgw(waarde))


# -- by who takes part -------------------------------------------------------------------------------------------------

_OVER_ROL: dict[str, Callable[[Any], Q]] = {
    "rol__betrokkeneType": lambda waarde: Q(betrokkene_type=waarde),
    "rol__betrokkene": lambda waarde: Q(betrokkene=waarde),
    "rol__omschrijvingGeneriek": lambda waarde: Q(roltype__omschrijving_generiek=waarde),
}


def _voorwaarde(naam: str, waarde: Any) -> Q:
    if naam in _OVER_ROL:
        return _OVER_ROL[naam](waarde)
    return over_rol(naam.removeprefix("rol__betrokkeneIdentificatie__"), waarde)


def _op_rol(naam: str) -> Filter:
    """All that is asked of a rol is asked of one and the same: the first of those parameters asks it for all."""

    def smal(rijen: Rijen, waarde: Any, vraag: Vraag) -> Rijen:
        gevraagd = {n: w for n, w in (vraag.parameters | vraag.gegevens).items() if n.startswith("rol__")}
        if naam != min(gevraagd):
            return rijen
        eisen = [_voorwaarde(n, w) for n, w in gevraagd.items()]
        rollen = Rol.objects.systeem("een filter over zaken die al zijn toegelaten")
        return rijen.filter(Exists(rollen.filter(*eisen, zaak=OuterRef("pk"))))

    return smal


# -- the tables --------------------------------------------------------------------------------------------------------

FILTERS: dict[str, str | Filter] = {
    "identificatie": "identificatie",
    "bronorganisatie": "bronorganisatie",
    "bronorganisatie__in": "bronorganisatie__in",
    "zaaktype": verwijst("zaaktype__uuid", ZAAKTYPEN),
    "archiefnominatie": "archiefnominatie",
    "archiefnominatie__in": "archiefnominatie__in",
    **vergelijkt("archiefactiedatum", "archiefactiedatum", "isnull", "lt", "gt"),
    "archiefstatus": "archiefstatus",
    "archiefstatus__in": "archiefstatus__in",
    **vergelijkt("startdatum", "startdatum", "gt", "gte", "lt", "lte"),
    **vergelijkt("registratiedatum", "registratiedatum", "gt", "lt"),
    **vergelijkt("einddatum", "einddatum", "isnull", "gt", "lt"),
    **vergelijkt("einddatumGepland", "einddatum_gepland", "gt", "lt"),
    **vergelijkt("uiterlijkeEinddatumAfdoening", "uiterlijke_einddatum", "gt", "lt"),
    "maximaleVertrouwelijkheidaanduiding": _ten_hoogste,
    **{naam: _op_rol(naam) for naam in _OVER_ROL},
    **{
        f"rol__betrokkeneIdentificatie__{naam}": _op_rol(f"rol__betrokkeneIdentificatie__{naam}")
        for naam in IDENTIFICATIES
    },
    # of ``_zoek`` only
    "uuid__in": "uuid__in",
    "zaaktype__in": verwijst("zaaktype__uuid", ZAAKTYPEN),
    "zaakgeometrie": binnen,
}
VOLGORDE = {
    naam: naam
    for naam in ("startdatum", "einddatum", "publicatiedatum", "archiefactiedatum", "registratiedatum", "identificatie")
}


# -- how many ----------------------------------------------------------------------------------------------------------

_TELT_NIET = frozenset({"page", BLADWIJZER, "expand", "ordering"})
_GETELD = frozenset({"zaaktype", "maximaleVertrouwelijkheidaanduiding"})


def tel(vraag: Vraag, rijen: Rijen) -> int:
    """By the rows that keep count (``Zaaktelling``), where nothing is asked that they do not know; else counted."""
    tellingen = _tellingen(vraag, Zaaktelling.samen())
    return int(rijen.count()) if tellingen is None else int(tellingen.aggregate(samen=Sum("aantal"))["samen"] or 0)


def sla_over(vraag: Vraag, aantal: int) -> tuple[int, int] | None:
    """To pass so many zaken, the newest first: begin before this key, and pass so many more. Whole blocks of keys are
    passed by their count. ``None`` where something is asked that the counts do not know.
    """
    tellingen = _tellingen(vraag, Zaaktelling.per_blok())
    if tellingen is None:
        return None
    for blok, samen in tellingen.values_list("blok").annotate(samen=Sum("aantal")).order_by("-blok"):
        if samen > aantal:
            return (blok + 1) << BLOK, aantal
        aantal -= samen
    return None


def _tellingen(vraag: Vraag, tellingen: Rijen) -> Rijen | None:
    """Those counts of what is asked; ``None`` when they do not know it."""
    gevraagd = {n: w for n, w in (vraag.parameters | vraag.gegevens).items() if n not in _TELT_NIET}
    if not gevraagd.keys() <= _GETELD:
        return None
    actor = vraag.lezer("zaken.lezen")
    if not actor.heeft_alle_autorisaties:
        mag = Q(pk__in=())
        for hoogste, processen in actor.processen.items():
            mag |= Q(zaaktype__proces__in=processen, vertrouwelijkheidaanduiding__lte=hoogste)
        tellingen = tellingen.filter(mag)
    if "zaaktype" in gevraagd:
        soort = is_van(gevraagd["zaaktype"], ZAAKTYPEN, vraag.gastheer)
        tellingen = tellingen.filter(zaaktype__uuid=soort) if soort else tellingen.none()
    if hoogste_ := gevraagd.get("maximaleVertrouwelijkheidaanduiding"):
        tellingen = tellingen.filter(vertrouwelijkheidaanduiding__lte=uit_zgw(hoogste_))
    return tellingen
