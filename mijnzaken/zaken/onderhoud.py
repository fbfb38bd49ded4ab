"""What the scheduler keeps in order: terms that pass, notes that are late, drafts that grow old, broken glass."""

from datetime import date, timedelta

from django.db import transaction

from autorisatie.actor import Systeem
from autorisatie.fouten import Weigering
from autorisatie.houders import houders
from autorisatie.models import Gebruiker
from catalogus import klok
from catalogus.models import Opschortingsgrond
from mijnzaken.berichten import postuit
from mijnzaken.zaken import berichtgeving, collegas
from mijnzaken.zaken.handelingen.termijnen import aanvulling_laten_verlopen
from mijnzaken.zaken.models import Concept, Glasbreuk, Opschorting, Terugbelgegevens, Zaak
from mijnzaken.zaken.models.afscherming import BEKIJKEN
from mijnzaken.zaken.portie import PORTIE, een_voor_een
from mijnzaken.zaken.regels import is_dezelfde

AANKONDIGING = timedelta(days=5)


def laat_aanvullingen_verlopen(actor: Systeem, vandaag: date) -> int:
    """Every zaak whose completion term passed goes on; one that fails does not stop the others."""
    rijen = (
        Opschorting.objects.systeem("verlopen aanvultermijnen")
        .filter(beeindigd_op=None, grond=Opschortingsgrond.AANVULLING, uiterlijk__lt=vandaag)
        .values_list("zaak__uuid", flat=True)[:PORTIE]
    )
    gedaan = 0
    for uuid in list(rijen):
        try:
            aanvulling_laten_verlopen(actor, uuid)
            gedaan += 1
        except Weigering:  # logged by the handeling; the applicant was just in time
            continue
    return gedaan


def bewaak_terugbelnotities() -> int:
    return een_voor_een(
        lambda: (
            Terugbelgegevens.objects.systeem("terugbelnotities over hun termijn")
            .select_related("zaak__proces", "zaak__team")
            .filter(gewaarschuwd_op=None, uiterlijk_om__lt=klok.nu(), zaak__einddatum=None)
        ),
        _waarschuw,
    )


def _waarschuw(rij: Terugbelgegevens) -> None:
    rij.gewaarschuwd_op = klok.nu()
    rij.save(update_fields=["gewaarschuwd_op"])
    zaak: Zaak = rij._zaak()
    berichtgeving.meld_terugbel(zaak, "terugbel_te_laat")
    collegas.waarschuw_teamleiders(zaak, "terugbel_te_laat_team")


def ruim_concepten_op() -> int:
    vandaag = klok.vandaag()
    concepten = Concept.objects.systeem("concepten die verlopen")
    for concept in concepten.filter(
        verloopt_op__lte=vandaag + AANKONDIGING, aangekondigd_op=None, partij__isnull=False
    ).select_related("partij", "product")[:PORTIE]:
        if concept.partij is None:
            continue
        with transaction.atomic():
            postuit.bericht(
                "concept_verloopt",
                concept.partij,
                sleutel=f"concept_verloopt:{concept.uuid}:{concept.verloopt_op}",
                context={"product": concept.product.naam, "uiterlijk": concept.verloopt_op},
                pad="/mijn/",
            )
            concept.aangekondigd_op = klok.nu()
            concept.save(update_fields=["aangekondigd_op"])
    weg = concepten.filter(verloopt_op__lt=vandaag)
    aantal, _ = weg.delete()
    return aantal


def meld_glasbreuken() -> int:
    """Tell team lead and privacy officer of every broken glass that they have no message of yet."""
    return een_voor_een(
        lambda: (
            Glasbreuk.objects.systeem("gebroken glas melden")
            .select_related("zaak", "gebruiker")
            .filter(gemeld_op=None)
            .order_by("moment")
        ),
        _meld_glasbreuk,
    )


def _meld_glasbreuk(rij: Glasbreuk) -> None:
    if rij.toegang_id is not None:
        collegas.meld_glasbreuk(rij, _toezicht_op(rij))
    rij.gemeld_op = klok.nu()
    rij.save(update_fields=["gemeld_op"])


def _toezicht_op(rij: Glasbreuk) -> list[Gebruiker]:
    """Who looks over this zaaktype, not who broke it, and not who is close to a party in it."""
    zaak = rij._zaak()
    partijen = set(zaak.betrokken_partijen())
    return [
        gebruiker
        for gebruiker in houders(BEKIJKEN, proces_id=zaak.proces_id)
        if not is_dezelfde(gebruiker, rij.gebruiker) and not partijen & set(gebruiker.uitgesloten_partijen())
    ]
