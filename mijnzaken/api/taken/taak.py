"""``/taken``: what another system asks a resident to do in a zaak, and what he answered."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from autorisatie.actor import Applicatie
from catalogus.models import Uitvoerder
from mijnzaken.api import verwijzing
from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Inhoud, Rijen
from mijnzaken.api.kolommen import lees, schrijf
from mijnzaken.api.lijst import verwijst
from mijnzaken.api.vraag import Vraag
from mijnzaken.api.zaken.bijzaak import ZAAKTYPE, bij_zaak, genoemde_zaak
from mijnzaken.api.zaken.gedeeld import pad
from mijnzaken.documenten.models import Document
from mijnzaken.zaken.handelingen.taken import taak_intrekken
from mijnzaken.zaken.handelingen.taken_van_systemen import Taakvraag, inwonertaak_plaatsen
from mijnzaken.zaken.models import Taak

_KOLOMMEN = {
    "titel": "titel",
    "omschrijving": "omschrijving",
    "soort": "soort",
    "uiterlijk": "uiterlijk",
    "knoptekst": "knoptekst",
}
DOCUMENTTYPEN = "catalogi.informatieobjecttypen"


def _rijen(actor: Applicatie) -> Rijen:
    """Tasks of colleagues are nobody's business elsewhere. A document that is gone is no longer named."""
    rijen = Taak.objects.voor(actor).filter(uitvoerder=Uitvoerder.INWONER)
    stukken = Document.objects.systeem("wat bij een taak hoort").filter(zaakdocumenten__taak=OuterRef("pk"))
    return rijen.select_related("informatieobjecttype", *ZAAKTYPE).annotate(
        document_uuids=ArraySubquery(stukken.order_by("pk").values("uuid"))
    )


def _vorm(rij: Taak) -> Inhoud:
    soort = rij.informatieobjecttype
    return {
        "url": adres(f"/taken/api/v1/taken/{rij.uuid}"),
        "uuid": rij.uuid,
        "zaak": adres(pad("zaken", rij.zaak.uuid)),
        **lees(rij, _KOLOMMEN),
        "informatieobjecttype": adres(f"/catalogi/api/v1/informatieobjecttypen/{soort.uuid}") if soort else None,
        "stand": rij.stand,
        "geplaatstOp": rij.geplaatst_op,
        "gedaanOp": rij.gedaan_op,
        "antwoord": rij.antwoord,
        "documenten": [
            adres(f"/documenten/api/v1/enkelvoudiginformatieobjecten/{uuid}")
            for uuid in rij.document_uuids  # type: ignore[attr-defined]
        ],
    }


def _plaatsen(vraag: Vraag) -> Taak:
    zaak = genoemde_zaak(vraag)
    soort = None
    if vraag.gegevens.get("informatieobjecttype"):
        soort = verwijzing.rij(vraag, "informatieobjecttype", DOCUMENTTYPEN)
    gevraagd = Taakvraag(**schrijf(vraag.gegevens, Taak, _KOLOMMEN), informatieobjecttype=soort)
    taak: Taak = inwonertaak_plaatsen(vraag.actor, zaak, gevraagd)
    return taak


def _intrekken(vraag: Vraag, rij: Taak) -> Taak:
    """All that a PATCH can say."""
    taak: Taak = taak_intrekken(vraag.actor, rij.zaak, rij.uuid)
    return taak


TAKEN = bij_zaak(
    naam="taken",
    soort="taak",
    schema="Taak",
    model=Taak,
    rijen=_rijen,
    vorm=_vorm,
    lezen="taken.lezen",
    kanaal="taken",
    filters={"zaak": verwijst("zaak__uuid", "zaken.zaken"), "stand": "stand"},
    uitklap={},
    weergave=lambda rij: rij.titel,
    aanmaken=_plaatsen,
    bijwerken=_intrekken,
)
