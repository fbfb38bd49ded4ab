"""The checks before publishing of the documents of a zaaktype: what is asked, and who may add and see it."""

from collections.abc import Iterator

from catalogus.gebrek import Gebrek
from catalogus.models import Zaaktype


def gevraagd(zaaktype: Zaaktype) -> Iterator[Gebrek]:
    """What a resident is asked to send may also be sent."""
    rijen = list(zaaktype.zaaktypeinformatieobjecttypen.filter(inwoner_mag_toevoegen=True))
    aanvragers: set[str] = set()
    if any(rij.partijen_toevoegen for rij in rijen):
        initiators = zaaktype.roltypen.filter(omschrijving_generiek="initiator")
        aanvragers = set(initiators.values_list("omschrijving", flat=True))
    mag = {
        rij.informatieobjecttype_id
        for rij in rijen
        if not rij.partijen_toevoegen or aanvragers & set(rij.partijen_toevoegen)
    }
    for rij in zaaktype.gegevens.filter(soort="bestand").select_related("informatieobjecttype"):
        if rij.informatieobjecttype_id not in mag:
            yield Gebrek(
                f"Het formulier vraagt om {rij.informatieobjecttype}, maar een inwoner mag dat niet toevoegen.",
                "zaaktypeinformatieobjecttypen",
            )
    for taak in zaaktype.taaktypen.filter(soort="upload", uitvoerder="inwoner").select_related("informatieobjecttype"):
        if taak.informatieobjecttype_id not in mag:
            yield Gebrek(
                f"De taak {taak.naam} vraagt om {taak.informatieobjecttype}, maar een inwoner mag dat niet toevoegen.",
                "zaaktypeinformatieobjecttypen",
            )
    gevraagd = zaaktype.statusgevolgen.exclude(informatieobjecttype=None).exclude(informatieobjecttype__in=mag)
    for gevolg in gevraagd.select_related("informatieobjecttype", "statustype"):
        wat = gevolg.informatieobjecttype
        yield Gebrek(
            f"De status {gevolg.statustype.omschrijving} vraagt om {wat}, maar een inwoner mag dat niet toevoegen.",
            "zaaktypeinformatieobjecttypen",
        )


def rollen(zaaktype: Zaaktype) -> Iterator[Gebrek]:
    """Who may add or see a document is somebody in this zaaktype."""
    plekken = [
        plek
        for plek in zaaktype.zaaktypeinformatieobjecttypen.select_related("informatieobjecttype")
        if plek.partijen_zien or plek.partijen_toevoegen
    ]
    bekend = set(zaaktype.roltypen.values_list("omschrijving", flat=True)) if plekken else set()
    for plek in plekken:
        for naam in sorted({*plek.partijen_zien, *plek.partijen_toevoegen} - bekend):
            yield Gebrek(
                f"Het document {plek} noemt de rol {naam}, en die is er niet.", "zaaktypeinformatieobjecttypen", plek.pk
            )
