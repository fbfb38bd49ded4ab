"""Collecting what is held of one person: every row of every table of ``tabellen``, without what is of others."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models

from autorisatie import rechten
from autorisatie.inzage import verwerkingen_van
from autorisatie.models import Partij, Verwerkingsregel
from catalogus import klok
from catalogus.models import OmschrijvingGeneriekRol
from catalogus.templatetags.mz import datum
from mijnzaken.zaken.avg.derden import Derden
from mijnzaken.zaken.avg.tabel import GEBRUIK, PERSOON, Tabel, Wie
from mijnzaken.zaken.avg.tabellen import VAN_PERSOON
from mijnzaken.zaken.avg.tabellen_zaak import VAN_ZAAK
from mijnzaken.zaken.avg.waarden import is_van_de_catalogus, kaal, naam_van, woorden
from mijnzaken.zaken.models import Rol, Zaak

REDEN = "alles verzamelen voor wie om inzage vraagt"
TABELLEN: dict[str, Tabel] = VAN_PERSOON | VAN_ZAAK
LOG = "autorisatie.Verwerkingsregel"  # collected by its own reader, which knows what an inquiry withholds
PORTIE = 500


@dataclass(frozen=True)
class Stuk:
    """One part. ``velden`` are name, label, words and bare value of each field that holds something."""

    kenmerk: str
    groep: str
    kop: str
    velden: list[dict[str, Any]]
    weggehaald: int = 0
    over_zaak: int | None = None


def wie_is(partij: Partij) -> Wie:
    rollen = Rol.objects.systeem(REDEN).filter(partij=partij, ziet_zaak=True)
    initiator = rollen.filter(roltype__omschrijving_generiek=OmschrijvingGeneriekRol.INITIATOR)
    return Wie(
        partij,
        frozenset(initiator.values_list("zaak", flat=True)),
        frozenset(rollen.values_list("zaak", flat=True)),
    )


def verzamel(wie: Wie, derden: Derden) -> Iterator[Stuk]:
    """Every part; a few queries per table, however much there is."""
    nummers = dict(Zaak.objects.systeem(REDEN).filter(pk__in=wie.volgt).values_list("pk", "nummer"))
    for label, tabel in TABELLEN.items():
        yield from _rijen(label, tabel, wie, derden, nummers)
    yield from _wie_keek(wie, derden)


def _rijen(label: str, tabel: Tabel, wie: Wie, derden: Derden, nummers: dict[int, str]) -> Iterator[Stuk]:
    model = apps.get_model(label)
    rijen = _alle(model).filter(tabel.waar(wie)).order_by("pk").distinct()
    rijen = rijen.select_related(*sorted(_relaties(model, tabel)))
    over = _over_welke_zaak(rijen, tabel.zaak_uuid) if tabel.zaak_uuid else {}
    for rij in rijen:
        zaak = _zaak_van(rij, tabel.zaak) if tabel.zaak else over.get(rij.pk)
        velden = tabel.velden.split()
        if not tabel.zaak or zaak in wie.gevraagd:
            velden += tabel.gevraagd.split()
        inhoud, weggehaald = _inhoud(rij, velden, tabel, derden)
        if inhoud:
            yield Stuk(
                f"{label}:{rij.pk}",
                tabel.groep or nummers.get(zaak or 0, PERSOON),
                _kop(rij, tabel),
                inhoud,
                weggehaald,
                zaak,
            )


def _alle(model: Any) -> Any:
    return model.objects.systeem(REDEN) if hasattr(model.objects, "systeem") else model.objects.all()


def _relaties(model: type[models.Model], tabel: Tabel) -> Iterator[str]:
    for pad in f"{tabel.velden} {tabel.gevraagd} {tabel.zaak.replace('self', '')}".split():
        kop, *rest = pad.split(".")
        veld: Any = model._meta.get_field(kop)
        if veld.related_model is not None:
            yield "__".join([kop, *(deel for deel in rest if veld.related_model._meta.get_field(deel).related_model)])


def _zaak_van(rij: Any, pad: str) -> int | None:
    if pad == "self":
        return int(rij.pk)
    *heen, laatste = pad.split(".")
    for deel in heen:
        rij = getattr(rij, deel)
    sleutel: int | None = getattr(rij, f"{laatste}_id")
    return sleutel


def _over_welke_zaak(rijen: Any, pad: str) -> dict[int, int]:
    """What a row is about, where only the uuid says so. Of several zaken a shielded one counts."""
    paren = list(rijen.order_by("pk", pad).values_list("pk", pad))
    bekend: dict[UUID, tuple[bool, int]] = {
        uuid: (dicht, pk)
        for uuid, dicht, pk in Zaak.objects.systeem(REDEN)
        .filter(uuid__in={uuid for _, uuid in paren if uuid})
        .values_list("uuid", "afgeschermd", "pk")
    }
    gekozen: dict[int, tuple[bool, int]] = {}
    for pk, uuid in paren:
        if uuid in bekend:
            gekozen[pk] = max(bekend[uuid], gekozen.get(pk, (False, 0)))
    return {pk: zaak for pk, (_, zaak) in gekozen.items()}


def _kop(rij: Any, tabel: Tabel) -> str:
    gegeven = getattr(rij, "gegeven", None)
    return str(gegeven)[:200] if gegeven is not None else tabel.kop


def _inhoud(rij: models.Model, paden: list[str], tabel: Tabel, derden: Derden) -> tuple[list[dict[str, Any]], int]:
    velden, weggehaald = [], 0
    for pad in paden:
        los, kale = woorden(rij, pad), kaal(rij, pad)
        if los == "" or kale is None:
            continue
        if not is_van_de_catalogus(type(rij), pad):
            los, aantal = derden.schoon(los)
            kale = schone_json(kale, derden)
            weggehaald += aantal
        label = tabel.labels.get(pad) or naam_van(type(rij), pad)
        velden.append({"naam": pad, "label": label, "woorden": los, "waarde": kale})
    return velden, weggehaald


def schone_json(waarde: Any, derden: Derden) -> Any:
    """The same value without what is of others, in the names of an object too."""
    if isinstance(waarde, dict):
        return {derden.schoon(sleutel)[0]: schone_json(inhoud, derden) for sleutel, inhoud in waarde.items()}
    if isinstance(waarde, list):
        return [schone_json(deel, derden) for deel in waarde]
    if isinstance(waarde, str):
        return derden.schoon(waarde)[0]
    if isinstance(waarde, int | float) and not isinstance(waarde, bool):
        tekst, aantal = derden.schoon(str(waarde))
        return tekst if aantal else waarde
    return waarde


def _wie_keek(wie: Wie, derden: Derden) -> Iterator[Stuk]:
    """The log of processing, a part per day: which department did what, how often."""
    for dag, regels in groupby(_verwerkingen(wie.partij.pk), key=lambda regel: klok.datum(regel.start_time)):
        keren: dict[tuple[str, str, str], int] = {}
        for regel in regels:
            sleutel = (derden.schoon(regel.door)[0], rechten.label(regel.name), derden.schoon(regel.doel)[0])
            keren[sleutel] = keren.get(sleutel, 0) + 1
        velden = [
            {
                "naam": "verwerking",
                "label": door,
                "woorden": f"{wat}{f' ({doel})' if doel else ''}{f', {keer} keer' if keer > 1 else ''}",
                "waarde": {"door": door, "wat": wat, "doel": doel, "aantal": keer},
            }
            for (door, wat, doel), keer in keren.items()
        ]
        yield Stuk(f"{LOG}:{dag.isoformat()}", GEBRUIK, str(datum(dag)), velden)


def _verwerkingen(partij_id: int) -> Iterator[Verwerkingsregel]:
    na = None
    while True:
        rijen = verwerkingen_van(partij_id, na=na, hoeveel=PORTIE)
        yield from rijen
        if len(rijen) < PORTIE:
            return
        na = (rijen[-1].start_time, rijen[-1].pk)
