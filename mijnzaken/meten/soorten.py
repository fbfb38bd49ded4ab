"""What a zaak of each zaaktype needs, read from the catalogue once: plain values that go to other processes."""

from dataclasses import dataclass

from catalogus import klok
from catalogus.models import (
    Fase,
    Informatieobjecttype,
    OmschrijvingGeneriekRol,
    Termijnregime,
    TermijnVanaf,
    Uitkomst,
    Zaaktype,
)
from mijnzaken.meten.medewerkers import behandelaars
from mijnzaken.meten.proefcatalogus import STIL
from mijnzaken.zaken.handelingen.terugbellen import PROCES

TREKKINGEN = 4096  # entries of the table that a zaaktype is drawn from
_TERUGBEL = 0.05  # part of all zaken that are a terugbelnotitie
_REGIME = {Termijnregime.AVG: "avg"}


@dataclass(frozen=True)
class Soort:
    """One zaaktype. ``duur`` is empty when no term of the law counts; keys are primary keys."""

    zaaktype: int
    proces: int
    team: int
    naam: str
    vertrouwelijk: int
    eerste: int  # statustypen
    bezig: int
    klaar: int
    initiator: int  # roltypen
    behandelaar: int
    resultaattype: int
    documenttype: int
    gegeven: int
    besluittype: int
    besluitmoment: int
    duur: str
    regime: str
    grondslag: str
    mag_stil: bool
    terugbel: bool


@dataclass(frozen=True)
class Catalogus:
    """``trekking`` holds every zaaktype as often as it occurs; few zaaktypen have most of the zaken."""

    trekking: tuple[Soort, ...]
    behandelaars: dict[int, list[int]]
    teams: tuple[int, ...]


def lees_catalogus() -> Catalogus:
    zaaktypen = Zaaktype.objects.geldig_op(klok.vandaag()).select_related("proces__team").order_by("proces_id")
    documenttype = Informatieobjecttype.objects.order_by("pk").values_list("pk", flat=True).first() or 0
    soorten = [
        _soort(zaaktype, documenttype)
        for zaaktype in zaaktypen
        if zaaktype.proces.team.naam != STIL.naam
        and not zaaktype.behandeld_door_extern
        and zaaktype.termijn_vanaf == TermijnVanaf.ONTVANGST
        and not zaaktype.roltypen.filter(toestemming_vereist=True).exists()
        and zaaktype.resultaattypen.exists()
    ]
    wie = behandelaars()
    return Catalogus(tuple(_trekking(soorten)), wie, tuple(sorted(wie)))


def _trekking(soorten: list[Soort]) -> list[Soort]:
    """The zaaktype on place n is drawn in proportion to 1 / (n + 5), those for the measurement first."""
    terugbel = [s for s in soorten if s.terugbel]
    rest = sorted((s for s in soorten if not s.terugbel), key=lambda s: (not s.naam.startswith("Proef"), s.proces))
    voor_terugbel = round(TREKKINGEN * _TERUGBEL) if terugbel else 0
    gewicht = [1 / (plaats + 5) for plaats in range(len(rest))]
    alles = [s for s in terugbel for _ in range(voor_terugbel)]
    for soort, deel in zip(rest, gewicht, strict=True):
        alles += [soort] * max(1, round((TREKKINGEN - voor_terugbel) * deel / sum(gewicht)))
    return alles


def _soort(zaaktype: Zaaktype, documenttype: int) -> Soort:
    statustypen = list(zaaktype.statustypen.order_by("volgnummer"))
    laagste, hoogste = statustypen[0].volgnummer, statustypen[-1].volgnummer
    fasen = {s.fase_afgeleid(laagste, hoogste): s.pk for s in reversed(statustypen)}
    moment = zaaktype.besluitmomenten.order_by("volgorde").first()
    if moment is not None and moment.vanaf_statustype_id:
        moment = None
    rollen = dict(zaaktype.roltypen.order_by("-pk").values_list("omschrijving_generiek", "pk"))
    gunstig = zaaktype.resultaattypen.order_by("pk").filter(uitkomst__in=[Uitkomst.TOEGEKEND, Uitkomst.AFGEHANDELD])
    resultaat = gunstig.first() or zaaktype.resultaattypen.order_by("pk").first()
    assert resultaat is not None  # lees_catalogus
    gegeven = zaaktype.gegevens.filter(soort="tekst", eenmalige_code=False).order_by("pk").first()
    telt = zaaktype.termijnregime not in (Termijnregime.GEEN, Termijnregime.WERKDAGEN)
    return Soort(
        zaaktype=zaaktype.pk,
        proces=zaaktype.proces_id,
        team=zaaktype.proces.team_id,
        naam=zaaktype.proces.naam,
        vertrouwelijk=zaaktype.vertrouwelijkheidaanduiding,
        eerste=statustypen[0].pk,
        bezig=fasen.get(Fase.IN_BEHANDELING, statustypen[0].pk),
        klaar=statustypen[-1].pk,
        initiator=rollen.get(OmschrijvingGeneriekRol.INITIATOR, 0),
        behandelaar=rollen.get(OmschrijvingGeneriekRol.BEHANDELAAR, 0),
        resultaattype=resultaat.pk,
        documenttype=documenttype,
        gegeven=gegeven.pk if gegeven else 0,
        besluittype=moment.besluittype_id if moment else 0,
        besluitmoment=moment.pk if moment else 0,
        duur=((moment.beslistermijn if moment else "") or zaaktype.doorlooptijd) if telt else "",
        regime=_REGIME.get(Termijnregime(zaaktype.termijnregime), "awb"),
        grondslag=(moment.termijn_grondslag if moment else "") or zaaktype.termijn_grondslag,
        mag_stil="aanvulling" in zaaktype.opschortingsgronden,
        terugbel=zaaktype.proces.identificatie == PROCES,
    )
