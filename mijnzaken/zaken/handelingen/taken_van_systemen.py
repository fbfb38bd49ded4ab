"""What another system asks a resident to do in a zaak. He does it as any other task; his answer goes back."""

from dataclasses import dataclass
from datetime import date

from autorisatie.actor import Applicatie
from autorisatie.fouten import Invoerfout
from autorisatie.handeling import handeling
from catalogus import klok
from catalogus.models import Informatieobjecttype, SoortTaak, Uitvoerder
from mijnzaken.zaken import berichtgeving, stappen
from mijnzaken.zaken.handelingen.taken import aanvrager, standaard_documenttype
from mijnzaken.zaken.models import Taak, Zaak


@dataclass(frozen=True, kw_only=True)
class Taakvraag:
    """``uiterlijk`` is the last day. ``informatieobjecttype``: of what the resident sends; ``None``: the usual one."""

    titel: str
    soort: str
    uiterlijk: date
    omschrijving: str = ""
    knoptekst: str = ""
    informatieobjecttype: Informatieobjecttype | None = None


@handeling("taak_plaatsen", op="zaken.Zaak")
def inwonertaak_plaatsen(actor: Applicatie, zaak: Zaak, gevraagd: Taakvraag) -> Taak:
    """Who applied is asked, and told. The term runs on: another system says itself when its own stands still.

    Raises Invoerfout when nobody can do it: we do not know who applied, the day is over, or what he should send does
    not belong to this zaaktype.
    """
    partij = aanvrager(zaak)
    if partij is None:
        raise Invoerfout({"zaak": "Wij weten niet wie deze zaak aanvroeg."}, {"zaak": "geen-aanvrager"})
    if gevraagd.uiterlijk < klok.vandaag():
        raise Invoerfout({"uiterlijk": "Kies een dag die nog komt."}, {"uiterlijk": "past_not_allowed"})
    stappen.raak_aan(zaak)
    taak: Taak = Taak.objects.create(
        zaak=zaak,
        titel=gevraagd.titel,
        omschrijving=gevraagd.omschrijving,
        uitvoerder=Uitvoerder.INWONER,
        soort=gevraagd.soort,
        knoptekst=gevraagd.knoptekst,
        informatieobjecttype=_soort_document(actor, zaak, gevraagd),
        partij=partij,
        geplaatst_op=klok.nu(),
        geplaatst_door_systeem=actor.client_id,
        uiterlijk=gevraagd.uiterlijk,
    )
    berichtgeving.meld_taak(zaak, taak)
    return taak


def _soort_document(actor: Applicatie, zaak: Zaak, gevraagd: Taakvraag) -> Informatieobjecttype | None:
    soort = gevraagd.informatieobjecttype
    if soort is None:
        return standaard_documenttype(actor, zaak) if gevraagd.soort == SoortTaak.UPLOAD else None  # type: ignore[no-any-return]
    if not zaak.zaaktype.zaaktypeinformatieobjecttypen.filter(
        informatieobjecttype__catalogus=soort.catalogus_id, informatieobjecttype__omschrijving=soort.omschrijving
    ).exists():
        reden = "Dit soort document hoort niet bij het zaaktype van de zaak."
        code = "missing-zaaktype-informatieobjecttype-relation"
        raise Invoerfout({"informatieobjecttype": reden}, {"informatieobjecttype": code})
    return soort
