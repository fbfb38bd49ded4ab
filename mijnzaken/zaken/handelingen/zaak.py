"""What another system does to a zaak itself: make it, change what stands on it, remove it (ZGW Zaken 1.7.0)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.db import transaction

from autorisatie import scopes
from autorisatie.actor import Applicatie
from autorisatie.fouten import GeenRecht, Invoerfout
from autorisatie.handeling import aantekenen, handeling
from catalogus import klok
from catalogus.kanaal import Kanaal
from catalogus.models import Fase, Zaaktype
from catalogus.vasterij import voeg_toe
from catalogus.verdelen import team_voor
from mijnzaken.documenten.bewaarplaats import verwijder
from mijnzaken.zaken import deur, stappen, termijn, toetsing, wissen
from mijnzaken.zaken.gesloten import open_of_geforceerd
from mijnzaken.zaken.models import (
    GEEN_DATUM,
    Archiefstatus,
    Betalingsindicatie,
    GerelateerdeZaak,
    Zaak,
    Zaakkenmerk,
)
from mijnzaken.zaken.nummers import neem_gereserveerd, reserveer

MEESTE_NUMMERS = 1_000  # at once


@dataclass(frozen=True)
class Relatie:
    """ZGW ``relevanteAndereZaken``: to a zaak of ours, or by its address elsewhere."""

    aard: str
    zaak: Zaak | None = None
    url: str = ""


@dataclass
class Zaakgegevens:
    """What another system says of a zaak. ``velden`` are those of the model; ``None`` for the lists and the zaken that
    it did not name, which then stay as they are.
    """

    velden: dict[str, Any] = field(default_factory=dict)
    zaaktype: Zaaktype | None = None
    hoofdzaak: Zaak | None = None
    noemt_hoofdzaak: bool = False
    relaties: Sequence[Relatie] | None = None
    kenmerken: Sequence[Mapping[str, str]] | None = None


@handeling("zaak_aanmaken")
def zaak_aanmaken(actor: Applicatie, gegevens: Zaakgegevens, *, proces: Any) -> Zaak:
    """A zaak that another system registers. That system sets its first status too (zrc-001, 002, 009)."""
    zaaktype = gegevens.zaaktype
    if zaaktype is None or zaaktype.proces_id != proces.pk:
        raise Invoerfout({"zaaktype": "Dit zaaktype is er niet."}, {"zaaktype": "does_not_exist"})
    if zaaktype.concept:
        raise Invoerfout({"zaaktype": "Het zaaktype is nog niet gepubliceerd."}, {"zaaktype": "not-published"})
    if gegevens.hoofdzaak is None:  # a part of a zaak that runs already is no new application
        toetsing.moet_kunnen(toetsing.belet(proces))
    velden = {**gegevens.velden}
    velden.setdefault("vertrouwelijkheidaanduiding", zaaktype.vertrouwelijkheidaanduiding)
    _mag_zo_vertrouwelijk(actor, proces.pk, velden["vertrouwelijkheidaanduiding"])
    nu = klok.nu()
    velden.setdefault("registratiedatum", klok.vandaag())
    zaak: Zaak = deur.laat_toe(  # type: ignore[assignment]
        Zaak(
            zaaktype=zaaktype,
            proces=zaaktype.proces,
            fase=Fase.ONTVANGEN,
            team=team_voor(zaaktype),
            ontvangen_op=nu,
            kanaal=Kanaal.API,
            gewijzigd_op=nu,
            hoofdzaak=gegevens.hoofdzaak,
            **velden,
        )
    )
    _toets(zaak)
    eerste = termijn.eerste_van(zaak) if zaak.uiterlijke_einddatum is None else None
    zaak.termijnsleutel = zaak.uiterlijke_einddatum or GEEN_DATUM
    # Who makes the next zaak waits for this number: it is taken last.
    zaak.deden_mee = []  # nobody yet: the log need not ask
    zaak.nummer = neem_gereserveerd(zaak.identificatie, zaak.bronorganisatie)
    zaak.identificatie = zaak.identificatie or zaak.nummer
    voeg_toe(zaak)
    if eerste is not None:
        eerste.zaak = zaak  # which has its key now
        voeg_toe(eerste)
    _voeg_lijsten_toe(zaak, gegevens)
    return zaak


@handeling("nummers_reserveren")
def nummers_reserveren(actor: Applicatie, bronorganisatie: str, aantal: int) -> list[str]:
    """Zaaknummers for zaken that this system makes later, and names them in (ZGW ``zaaknummer_reserveren``)."""
    if aantal > MEESTE_NUMMERS:
        raise Invoerfout({"aantal": f"Reserveer ten hoogste {MEESTE_NUMMERS} nummers."}, {"aantal": "max_value"})
    aantekenen(aantal=aantal)
    return reserveer(aantal, bronorganisatie, actor.client_id)


@handeling("zaak_bijwerken", op="zaken.Zaak")
def zaak_wijzigen(actor: Applicatie, zaak: Zaak, gegevens: Zaakgegevens) -> Zaak:
    """Change what stands on a zaak. The zaaktype and the identificatie stay as they are."""
    open_of_geforceerd(actor, zaak)
    if gegevens.zaaktype is not None and gegevens.zaaktype.pk != zaak.zaaktype_id:
        raise Invoerfout(
            {"zaaktype": "Het zaaktype van een zaak verandert niet."}, {"zaaktype": "wijzigen-niet-toegelaten"}
        )
    if "identificatie" in gegevens.velden and gegevens.velden["identificatie"] not in ("", zaak.identificatie):
        raise Invoerfout(
            {"identificatie": "De identificatie van een zaak verandert niet."},
            {"identificatie": "wijzigen-niet-toegelaten"},
        )
    velden = {naam: waarde for naam, waarde in gegevens.velden.items() if naam != "identificatie"}
    for naam, waarde in velden.items():
        setattr(zaak, naam, waarde)
    if gegevens.noemt_hoofdzaak:
        zaak.hoofdzaak = gegevens.hoofdzaak
        velden["hoofdzaak"] = None
    if zaak.betalingsindicatie == Betalingsindicatie.NVT and "laatste_betaaldatum" not in velden:
        zaak.laatste_betaaldatum = None  # zrc-014
        velden["laatste_betaaldatum"] = None
    _mag_zo_vertrouwelijk(actor, zaak.proces_id, zaak.vertrouwelijkheidaanduiding)
    _toets(zaak)
    if "uiterlijke_einddatum" in velden:  # the other system counts the term, and says when it ends
        zaak.termijnsleutel = zaak.uiterlijke_einddatum or GEEN_DATUM
        velden["termijnsleutel"] = None
    stappen.raak_aan(zaak, *velden)
    if gegevens.relaties is not None:
        zaak.gerelateerde_zaken.filter(besluit=None).delete()
    if gegevens.kenmerken is not None:
        zaak.kenmerken.all().delete()
    _voeg_lijsten_toe(zaak, gegevens)
    return zaak


@handeling("zaak_verwijderen", op="zaken.Zaak")
def zaak_verwijderen(actor: Applicatie, zaak: Zaak) -> None:
    """For good, with its deelzaken and everything that is of it alone (zrc-023). Documents that another system placed
    are that system's to remove.
    """
    delen = [*zaak.deelzaken.select_for_update(of=("self",)).order_by("pk"), zaak]
    zaak.deden_mee = sorted({pk for deel in delen for pk in deel.betrokken_partijen()})
    bestanden = [pad for deel in delen for pad in wissen.wis_zaak(deel, ook_van_applicaties=False).bestanden]
    aantekenen(bestanden=len(bestanden))
    for pad in bestanden:
        transaction.on_commit(partial(verwijder, pad), robust=True)  # a sweep finds what stays


def _mag_zo_vertrouwelijk(actor: Applicatie, proces_id: int, vertrouwelijkheid: int) -> None:
    """A system makes nothing that it could not see afterwards."""
    if not scopes.beslis(actor, "", proces_id=proces_id, vertrouwelijkheid=vertrouwelijkheid, scopes=actor.scopes):
        raise GeenRecht("Deze applicatie mag geen zaak maken die zo vertrouwelijk is.", code="permission_denied")


def _toets(zaak: Zaak) -> None:
    """What must hold of a zaak as it will stand."""
    if zaak.betalingsindicatie == Betalingsindicatie.NVT and zaak.laatste_betaaldatum is not None:
        raise Invoerfout(
            {"laatste_betaaldatum": "Een betaaldatum past niet bij de betalingsindicatie nvt."},
            {"laatste_betaaldatum": "betaling-nvt"},
        )
    if not set(zaak.producten_of_diensten) <= set(zaak.zaaktype.producten_of_diensten):
        raise Invoerfout(
            {"producten_of_diensten": "Deze producten of diensten horen niet bij het zaaktype."},
            {"producten_of_diensten": "invalid-products-services"},
        )
    hoofdzaak = zaak.hoofdzaak
    if hoofdzaak is not None:
        if hoofdzaak.pk == zaak.pk:
            raise Invoerfout({"hoofdzaak": "Een zaak is niet haar eigen hoofdzaak."}, {"hoofdzaak": "self-relation"})
        heeft_deelzaken = zaak.pk is not None and zaak.deelzaken.exists()
        if hoofdzaak.hoofdzaak_id is not None or heeft_deelzaken:
            raise Invoerfout(
                {"hoofdzaak": "Een deelzaak heeft zelf geen deelzaken."}, {"hoofdzaak": "deelzaak-als-hoofdzaak"}
            )
    if zaak.archiefstatus != Archiefstatus.NOG_TE_ARCHIVEREN:
        _toets_archief(zaak)


def _toets_archief(zaak: Zaak) -> None:
    """zrc-022."""
    for veld, naam in (("archiefnominatie", "archiefnominatie"), ("archiefactiedatum", "archiefactiedatum")):
        if not getattr(zaak, veld):
            raise Invoerfout({veld: f"Zonder {naam} wordt een zaak niet gearchiveerd."}, {veld: f"{naam}-not-set"})
    if zaak.pk is not None and zaak.zaakdocumenten.exclude(document__status="gearchiveerd").exists():
        raise Invoerfout(
            {"archiefstatus": "Niet alle documenten van deze zaak zijn gearchiveerd."},
            {"archiefstatus": "documents-not-archived"},
        )


def _voeg_lijsten_toe(zaak: Zaak, gegevens: Zaakgegevens) -> None:
    if gegevens.relaties:
        GerelateerdeZaak.objects.bulk_create(
            GerelateerdeZaak(zaak=zaak, andere_zaak=r.zaak, url=r.url, aard_relatie=r.aard) for r in gegevens.relaties
        )
    if gegevens.kenmerken:
        Zaakkenmerk.objects.bulk_create(
            Zaakkenmerk(zaak=zaak, kenmerk=k["kenmerk"], bron=k["bron"]) for k in gegevens.kenmerken
        )
