"""``/zaken/{zaak_uuid}/besluiten``: the decisions of a zaak. A besluit says itself of which zaak it is, in Besluiten;
what is written here has to agree with that, and changes nothing (the standard: a consumer does not call it himself).
"""

from autorisatie.actor import Applicatie
from autorisatie.models import Gegevensgroep
from mijnzaken.api import lezen, verwijzing
from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Inhoud, Rijen
from mijnzaken.api.fouten import veldfout
from mijnzaken.api.vraag import Vraag
from mijnzaken.api.zaken.bijzaak import ZAAKTYPE, bij_zaak
from mijnzaken.api.zaken.gedeeld import pad
from mijnzaken.zaken.models import Besluit

BESLUITEN = "besluiten.besluiten"


def _rijen(actor: Applicatie) -> Rijen:
    return Besluit.objects.voor(actor).select_related(*ZAAKTYPE)


def _vorm(rij: Besluit) -> Inhoud:
    assert rij.zaak is not None
    return {
        "url": adres(f"{pad('zaken', rij.zaak.uuid)}/besluiten/{rij.uuid}"),
        "uuid": rij.uuid,
        "besluit": adres(f"/besluiten/api/v1/besluiten/{rij.uuid}"),
    }


def _bevestigen(vraag: Vraag) -> Besluit:
    besluit = verwijzing.rij(vraag, "besluit", BESLUITEN)
    hier: Besluit | None = _rijen(vraag.actor).filter(uuid=besluit.uuid, zaak__uuid=lezen.ouder_uuid(vraag)).first()
    if hier is None:
        raise veldfout("besluit", "inconsistent-relation", "Het besluit zelf noemt deze zaak niet.")
    return hier


def _verwijderen(vraag: Vraag, rij: Besluit) -> None:
    raise veldfout("besluit", "inconsistent-relation", "Het besluit zelf noemt deze zaak nog.")


ZAAKBESLUITEN = bij_zaak(
    naam="besluiten",
    soort="zaakbesluit",
    pad="/zaken/{zaak_uuid}/besluiten",
    ouder="zaak__uuid",
    ouder_bron="zaken.zaken",
    gepagineerd=False,
    standaardvolgorde="pk",
    schema="ZaakBesluit",
    model=Besluit,
    rijen=_rijen,
    vorm=_vorm,
    groep=Gegevensgroep.BESLUIT,
    uitklap={"besluit": BESLUITEN},
    weergave=lambda rij: rij.identificatie,
    aanmaken=_bevestigen,
    verwijderen=_verwijderen,
)
