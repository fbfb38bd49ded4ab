"""What does not fit when zaken move to another version: in sentences with a number, for one zaak or for all of them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from catalogus.models import Statustype
from mijnzaken.zaken import termijn
from mijnzaken.zaken.models import (
    Beslistermijn,
    Besluitvoorstel,
    Gegevenswaarde,
    Resultaat,
    Rol,
    Status,
    Taak,
    Taakstand,
    Toestemming,
    Zaak,
)
from mijnzaken.zaken.overzetten.kaart import Kaart

_WAAROM = "nagaan wat niet past in een andere versie"


@dataclass(frozen=True)
class Bevinding:
    """``houdt_tegen``: these zaken stay where they are. ``status``: the one without a counterpart, to choose for."""

    zin: str
    aantal: int
    houdt_tegen: bool = False
    status: Statustype | None = None


def rapport(kaart: Kaart, zaken: QuerySet[Zaak]) -> list[Bevinding]:
    """Of these running zaken (a queryset that its door admitted), what stops them first. To another zaaktype: only
    what goes along.
    """
    regels = REGELS if kaart.van.proces_id == kaart.naar.proces_id else (rollen, gegevens)
    gevonden = [bevinding for regel in regels for bevinding in regel(kaart, zaken)]
    return sorted(gevonden, key=lambda b: not b.houdt_tegen)


def rapport_van(kaart: Kaart, zaak: Zaak) -> list[Bevinding]:
    """Of one zaak that was admitted."""
    return rapport(kaart, Zaak.objects.systeem(_WAAROM).filter(pk=zaak.pk))


def rapport_van_alle(kaart: Kaart) -> tuple[int, list[Bevinding]]:
    """How many run on the version, and of how many what does not fit; numbers only, without the shielded ones."""
    zaken = lopende_zaken(kaart).filter(afgeschermd=False)
    return zaken.count(), rapport(kaart, zaken)


def lopende_zaken(kaart: Kaart) -> QuerySet[Zaak]:
    """What an order is about; the shielded ones too."""
    rijen: QuerySet[Zaak] = Zaak.objects.systeem("zaken overzetten naar een andere versie").filter(
        zaaktype=kaart.van, einddatum=None
    )
    return rijen


def statussen(kaart: Kaart, zaken: QuerySet[Zaak]) -> Iterator[Bevinding]:
    """The step where a zaak is now, without one of that name in the same phase."""
    rijen = Status.objects.systeem(_WAAROM).filter(zaak__in=zaken, indicatie_laatst_gezette_status=True)
    for status, aantal in _zonder(kaart, rijen, "statustype", "statustypen"):
        yield Bevinding(
            f"De status ‘{status.omschrijving}’ heeft geen tegenhanger in dezelfde fase.", aantal, True, status
        )


def gegevens(kaart: Kaart, zaken: QuerySet[Zaak]) -> Iterator[Bevinding]:
    """Values that the other version has no question for; required questions that have no value."""
    rijen = Gegevenswaarde.objects.systeem(_WAAROM).filter(zaak__in=zaken, actueel=True)
    aantallen = _aantallen(rijen, "gegeven")
    for pk, aantal in aantallen.items():
        if pk in kaart.oud["gegevens"] and pk not in kaart.paren["gegevens"]:
            label = kaart.oud["gegevens"][pk].label
            yield Bevinding(f"‘{label}’ wordt niet meer gevraagd. Het antwoord blijft bij de zaak.", aantal)
    yield from _andere_keuzes(kaart, rijen)
    totaal = zaken.count()
    van = {nieuw: oud for oud, nieuw in kaart.paren["gegevens"].items()}
    for gegeven in kaart.vragen.values():
        ontbreekt = totaal - aantallen.get(van.get(gegeven.pk, 0), 0)
        if gegeven.verplicht and not gegeven.toon_als and gegeven.soort != "bestand" and ontbreekt:
            yield Bevinding(f"Het verplichte antwoord op ‘{gegeven.label}’ ontbreekt.", ontbreekt)


def _andere_keuzes(kaart: Kaart, rijen: QuerySet[Any]) -> Iterator[Bevinding]:
    """Counted per value: a question with choices has few of them."""
    met_keuzes = [oud for oud, nieuw in kaart.paren["gegevens"].items() if kaart.vragen[nieuw].keuzes]
    per_waarde = rijen.filter(gegeven__in=met_keuzes).values_list("gegeven", "waarde").order_by()
    weg: dict[int, int] = {}
    for pk, waarde, aantal in per_waarde.annotate(aantal=Count("pk")):
        if not kaart.past(pk, waarde):
            weg[pk] = weg.get(pk, 0) + aantal
    for pk, aantal in weg.items():
        label = kaart.oud["gegevens"][pk].label
        yield Bevinding(f"Het antwoord op ‘{label}’ is geen keuze meer. Het blijft bij de zaak.", aantal)


def besluiten(kaart: Kaart, zaken: QuerySet[Zaak]) -> Iterator[Bevinding]:
    """A proposal that waits, or a term that runs, for a decision that the other version does not know."""
    voorstellen = Besluitvoorstel.objects.systeem(_WAAROM).filter(zaak__in=zaken, teruggestuurd_op=None)
    wacht = voorstellen.filter(besloten_op=None)
    for moment, aantal in _zonder(kaart, wacht, "besluitmoment", "besluitmomenten"):
        yield Bevinding(f"Er wacht een voorstel voor ‘{moment.besluittype}’, en dat besluit is er niet.", aantal, True)
    for resultaat, aantal in _zonder(kaart, wacht, "resultaattype", "resultaattypen"):
        yield Bevinding(f"Er wacht een voorstel met het resultaat ‘{resultaat}’, en dat is er niet.", aantal, True)
    genomen = voorstellen.exclude(besloten_op=None)
    for moment, aantal in _zonder(kaart, genomen, "besluitmoment", "besluitmomenten"):
        yield Bevinding(f"Het besluit ‘{moment.besluittype}’ is al genomen, maar is er daar niet.", aantal, True)


def termijnen(kaart: Kaart, zaken: QuerySet[Zaak]) -> Iterator[Bevinding]:
    """The term goes on as it was told to the applicant; where it would count in another way, the zaak stays."""
    lopend = Beslistermijn.objects.systeem(_WAAROM).filter(zaak__in=zaken, voldaan_op=None)
    for moment, aantal in _zonder(kaart, lopend, "besluitmoment", "besluitmomenten"):
        yield Bevinding(f"De termijn loopt voor ‘{moment.besluittype}’, en dat besluit is er niet.", aantal, True)
    if not termijn.telt_gelijk(kaart.van, kaart.naar) and (aantal := lopend.count()):
        yield Bevinding("De termijn wordt daar op een andere manier geteld.", aantal, True)


def resultaten(kaart: Kaart, zaken: QuerySet[Zaak]) -> Iterator[Bevinding]:
    rijen = Resultaat.objects.systeem(_WAAROM).filter(zaak__in=zaken)
    for resultaat, aantal in _zonder(kaart, rijen, "resultaattype", "resultaattypen"):
        yield Bevinding(f"De zaak heeft al het resultaat ‘{resultaat}’, en dat is er niet.", aantal, True)


def taken(kaart: Kaart, zaken: QuerySet[Zaak]) -> Iterator[Bevinding]:
    rijen = Taak.objects.systeem(_WAAROM).filter(zaak__in=zaken, stand=Taakstand.OPEN)
    for taak, aantal in _zonder(kaart, rijen, "taaktype", "taaktypen"):
        yield Bevinding(f"De taak ‘{taak.naam}’ staat open en is er daar niet. Zij blijft openstaan.", aantal)


def rollen(kaart: Kaart, zaken: QuerySet[Zaak]) -> Iterator[Bevinding]:
    rijen = Rol.objects.systeem(_WAAROM).filter(zaak__in=zaken)
    for rol, aantal in _zonder(kaart, rijen, "roltype", "roltypen"):
        yield Bevinding(f"De rol ‘{rol.omschrijving}’ is er niet. De betrokkene houdt haar wel.", aantal)
    gevraagd = Toestemming.objects.systeem(_WAAROM).filter(zaak__in=zaken)
    for rol, aantal in _zonder(kaart, gevraagd, "roltype", "roltypen"):
        yield Bevinding(f"Aan ‘{rol.omschrijving}’ is toestemming gevraagd, en die rol is er niet.", aantal, True)


def _zonder(kaart: Kaart, rijen: QuerySet[Any], kolom: str, deel: str) -> Iterator[tuple[Any, int]]:
    """The parts that these rows point to and that have no counterpart, with how many zaken have such a row."""
    for pk, aantal in _aantallen(rijen, kolom).items():
        if pk in kaart.oud[deel] and pk not in kaart.paren[deel]:
            yield kaart.oud[deel][pk], aantal


def _aantallen(rijen: QuerySet[Any], kolom: str) -> Mapping[int, int]:
    return dict(
        rijen.filter(~Q(**{kolom: None})).order_by().values_list(kolom).annotate(aantal=Count("zaak", distinct=True))
    )


Regel = Callable[[Kaart, QuerySet[Zaak]], Iterator[Bevinding]]
REGELS: tuple[Regel, ...] = (statussen, besluiten, termijnen, resultaten, rollen, taken, gegevens)
