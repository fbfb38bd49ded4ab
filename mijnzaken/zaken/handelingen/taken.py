"""Tasks: placed, done, taken back."""

from datetime import date
from typing import Any

from autorisatie.actor import Actor, Applicatie, Burger, Medewerker
from autorisatie.fouten import GeenRecht, Invoerfout
from autorisatie.handeling import handeling
from autorisatie.models import Partij
from catalogus import klok
from catalogus.formulieren import voorwaarde
from catalogus.models import OmschrijvingGeneriekRol, SoortTaak, Statustype, Taaktype, Uitvoerder
from catalogus.termijnen import Duur
from mijnzaken.documenten.models import Document
from mijnzaken.documenten.opslag import maak_document
from mijnzaken.zaken import berichtgeving, notificaties, stappen
from mijnzaken.zaken.aanmaken import koppel_document
from mijnzaken.zaken.documentrechten import eis_toevoegen, toe_te_voegen
from mijnzaken.zaken.models import Taak, Taakstand, Zaak
from mijnzaken.zaken.uploads import eigenaar_bij_zaak


def plaats_taken_van(zaak: Zaak, statustype: Statustype) -> None:
    """The tasks that come with entering a status, where their condition over the answers holds."""
    taaktypen = list(statustype.taaktypen.all())
    antwoorden = _antwoorden(zaak) if any(taaktype.voorwaarde for taaktype in taaktypen) else {}
    for taaktype in taaktypen:
        if not voorwaarde(taaktype.voorwaarde, antwoorden):
            continue
        if not zaak.taken.filter(taaktype=taaktype, stand=Taakstand.OPEN).exists():
            _plaats(zaak, taaktype)


def _antwoorden(zaak: Zaak) -> dict[str, Any]:
    """The values that hold now, in stored form, by the name of their gegeven."""
    return {rij.gegeven.naam: rij.waarde for rij in zaak.gegevenswaarden.filter(actueel=True).select_related("gegeven")}


def _plaats(zaak: Zaak, taaktype: Taaktype, uiterlijk: date | None = None, actor: Actor | None = None) -> Taak:
    voor_inwoner = taaktype.uitvoerder == Uitvoerder.INWONER
    if uiterlijk is None and taaktype.termijn:
        uiterlijk = Duur.lees(taaktype.termijn).na(klok.vandaag())
    taak: Taak = Taak.objects.create(
        zaak=zaak,
        taaktype=taaktype,
        titel=taaktype.naam,
        omschrijving=taaktype.omschrijving,
        uitvoerder=taaktype.uitvoerder,
        soort=taaktype.soort,
        knoptekst=taaktype.knoptekst,
        informatieobjecttype=taaktype.informatieobjecttype,
        partij=aanvrager(zaak) if voor_inwoner else None,
        medewerker=None if voor_inwoner else zaak.behandelaar,
        geplaatst_op=klok.nu(),
        geplaatst_door=actor.gebruiker if isinstance(actor, Medewerker) else None,
        uiterlijk=uiterlijk,
        blokkerend=taaktype.blokkerend,
    )
    if voor_inwoner:
        berichtgeving.meld_taak(zaak, taak)
        notificaties.meld_taak(zaak, taak, "create")
    return taak


@handeling("taak_plaatsen", op="zaken.Zaak")
def taak_plaatsen(
    actor: Actor,
    zaak: Zaak,
    *,
    titel: str,
    omschrijving: str,
    soort: str = SoortTaak.BEVESTIGEN,
    uitvoerder: str = Uitvoerder.INWONER,
    uiterlijk: date | None,
    taaktype: Taaktype | None = None,
) -> Taak:
    """Ask the resident (or a colleague) to do something; this does not suspend the term, ``aanvulling_vragen`` does."""
    if uiterlijk is not None and uiterlijk < klok.vandaag():
        raise Invoerfout({"uiterlijk": "Kies een dag die nog komt."})
    if uitvoerder == Uitvoerder.INWONER and uiterlijk is None:
        raise Invoerfout({"uiterlijk": "Vul in tot en met welke dag de inwoner tijd heeft."})
    stappen.raak_aan(zaak)  # a second click is told, and places no second task
    if taaktype is not None:
        return _plaats(zaak, taaktype, uiterlijk, actor)
    taak: Taak = Taak.objects.create(
        zaak=zaak,
        titel=titel[:200],
        omschrijving=omschrijving,
        uitvoerder=uitvoerder,
        soort=soort,
        partij=aanvrager(zaak) if uitvoerder == Uitvoerder.INWONER else None,
        medewerker=zaak.behandelaar if uitvoerder == Uitvoerder.MEDEWERKER else None,
        geplaatst_op=klok.nu(),
        geplaatst_door=actor.gebruiker if isinstance(actor, Medewerker) else None,
        uiterlijk=uiterlijk,
    )
    if uitvoerder == Uitvoerder.INWONER:
        berichtgeving.meld_taak(zaak, taak)
        notificaties.meld_taak(zaak, taak, "create")
    return taak


@handeling("taak_uitvoeren", op="zaken.Zaak")
def taak_uitvoeren(
    actor: Actor, zaak: Zaak, taak_uuid: Any, *, antwoord: str = "", uploads: list[str] | None = None
) -> Taak:
    """Do an open task of this zaak: files for an upload task, an answer for a question."""
    taak = open_taak(actor, zaak, taak_uuid)
    if taak.opschorting_id is not None:
        raise Invoerfout({"taak": "Stuur de aanvulling met het formulier van deze taak."})
    if taak.soort == SoortTaak.UPLOAD and not uploads:
        raise Invoerfout({"bestanden": "Voeg eerst een bestand toe."})
    bewaar_uploads(actor, zaak, taak, uploads or [])
    sluit_taak(zaak, taak, antwoord)
    return taak


@handeling("taak_intrekken", op="zaken.Zaak")
def taak_intrekken(actor: Actor, zaak: Zaak, taak_uuid: Any) -> Taak:
    """The task is no longer needed. Another system takes back what it asked itself."""
    taak = open_taak(actor, zaak, taak_uuid)
    if isinstance(actor, Applicatie) and taak.geplaatst_door_systeem != actor.client_id:
        raise GeenRecht("Deze taak is niet door uw systeem geplaatst.", code="permission_denied")
    if taak.opschorting_id is not None:
        raise Invoerfout(
            {"taak": "Deze taak hoort bij een verzoek om aanvulling. Hervat de zaak om haar te laten vervallen."}
        )
    taak.stand, taak.gedaan_op = Taakstand.INGETROKKEN, klok.nu()
    taak.save(update_fields=["stand", "gedaan_op"])
    if not isinstance(actor, Applicatie):  # the API tells it itself
        notificaties.meld_taak(zaak, taak)
    return taak


def open_taak(actor: Actor, zaak: Zaak, taak_uuid: Any) -> Taak:
    """An open task of this zaak, locked; for a resident one that was given to him, not to another party."""
    taak: Taak | None = zaak.taken.select_for_update().filter(uuid=taak_uuid, stand=Taakstand.OPEN).first()
    if taak is None or (isinstance(actor, Burger) and taak.partij_id != actor.eigen_partij_id):
        raise Invoerfout({"taak": "Deze taak is al gedaan of bestaat niet meer."})
    return taak


def sluit_taak(zaak: Zaak, taak: Taak, antwoord: str = "") -> None:
    taak.stand, taak.gedaan_op, taak.antwoord = Taakstand.KLAAR, klok.nu(), antwoord
    taak.save(update_fields=["stand", "gedaan_op", "antwoord"])
    notificaties.meld_taak(zaak, taak)


def sluit_open_taken(zaak: Zaak) -> None:
    """When a zaak ends nobody has to do anything any more."""
    laat_vallen(zaak, Taakstand.INGETROKKEN)


def laat_vallen(zaak: Zaak, stand: Taakstand, **welke: Any) -> None:
    """These open tasks are not done any more."""
    gevallen = list(zaak.taken.filter(stand=Taakstand.OPEN, **welke))
    if gevallen:
        zaak.taken.filter(pk__in=[taak.pk for taak in gevallen]).update(stand=stand, gedaan_op=klok.nu())
    for taak in gevallen:
        notificaties.meld_taak(zaak, taak)


def bewaar_uploads(actor: Actor, zaak: Zaak, taak: Taak, uploads: list[str]) -> list[Document]:
    if not uploads:
        return []
    soort = taak.informatieobjecttype or standaard_documenttype(actor, zaak)
    eis_toevoegen(actor, zaak, soort, gevraagd=True)
    documenten = []
    for upload in uploads:
        document = maak_document(
            upload,
            titel=taak.titel[:200],
            informatieobjecttype=soort,
            auteur=zaak.aanvragernaam or "Indiener",
            zichtbaar_voor_inwoner=True,
            plaatser="inwoner" if isinstance(actor, Burger) else "medewerker",
            vertrouwelijkheidaanduiding=zaak.vertrouwelijkheidaanduiding,
            eigenaar=eigenaar_bij_zaak(actor, zaak.uuid),
        )
        koppel_document(zaak, document, van=actor.voor_wie if isinstance(actor, Burger) else None, taak=taak)
        documenten.append(document)
    return documenten


def standaard_documenttype(actor: Actor, zaak: Zaak) -> Any:
    """The documenttype for what has none of its own: of those that he may add the first that a resident may add too,
    else the first. Raises Invoerfout.
    """
    soorten = toe_te_voegen(actor, zaak)
    van_inwoner = zaak.zaaktype.zaaktypeinformatieobjecttypen.filter(inwoner_mag_toevoegen=True)
    inkomend = set(van_inwoner.values_list("informatieobjecttype", flat=True))
    soort = next((soort for soort in soorten if soort.pk in inkomend), soorten[0] if soorten else None)
    if soort is None:
        raise Invoerfout({"bestanden": "Bij deze zaak kunt u geen document toevoegen."})
    return soort


def aanvrager(zaak: Zaak) -> Partij | None:
    rol = (
        zaak.rollen.select_related("partij")
        .filter(roltype__omschrijving_generiek=OmschrijvingGeneriekRol.INITIATOR, partij__isnull=False)
        .first()
    )
    return rol.partij if rol else None
