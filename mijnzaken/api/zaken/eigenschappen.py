"""``/zaken/{zaak_uuid}/zaakeigenschappen``: the gegevens of a zaak (Zaken 1.7.0)."""

from autorisatie.actor import Applicatie
from mijnzaken.api import lezen, verwijzing
from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Inhoud, Rijen
from mijnzaken.api.fouten import veldfout
from mijnzaken.api.verwijzing import blijft
from mijnzaken.api.vraag import Vraag
from mijnzaken.api.zaken.bijzaak import ZAAKTYPE, bij_zaak, genoemde_zaak
from mijnzaken.api.zaken.gedeeld import pad
from mijnzaken.zaken.gegevenswaarden import als_tekst
from mijnzaken.zaken.handelingen.eigenschappen import (
    eigenschap_vastleggen,
    eigenschap_verwijderen,
    eigenschap_wijzigen,
)
from mijnzaken.zaken.models import Gegevenswaarde

EIGENSCHAPPEN = "catalogi.eigenschappen"


def _rijen(actor: Applicatie) -> Rijen:
    return Gegevenswaarde.objects.voor(actor).filter(actueel=True).select_related("gegeven", *ZAAKTYPE)


def _vorm(rij: Gegevenswaarde) -> Inhoud:
    zaak = adres(pad("zaken", rij.zaak.uuid))
    return {
        "url": f"{zaak}/zaakeigenschappen/{rij.uuid}",
        "uuid": rij.uuid,
        "zaak": zaak,
        "eigenschap": adres(f"/catalogi/api/v1/eigenschappen/{rij.gegeven.uuid}"),
        "naam": rij.gegeven.naam,
        "waarde": als_tekst(rij.gegeven.soort, rij.waarde),
    }


def _vastleggen(vraag: Vraag) -> Gegevenswaarde:
    zaak = genoemde_zaak(vraag)
    if zaak.uuid != lezen.ouder_uuid(vraag):
        raise veldfout("zaak", "zaak-mismatch", "Dit is een andere zaak dan die van het adres.")
    gegeven = verwijzing.rij(vraag, "eigenschap", EIGENSCHAPPEN)
    rij: Gegevenswaarde = eigenschap_vastleggen(vraag.actor, zaak, gegeven, vraag.gegevens["waarde"])
    return rij


def _wijzigen(vraag: Vraag, rij: Gegevenswaarde) -> Gegevenswaarde:
    blijft(vraag, zaak=("zaken.zaken", rij.zaak), eigenschap=(EIGENSCHAPPEN, rij.gegeven))
    if "waarde" not in vraag.gegevens:
        return rij
    nieuw: Gegevenswaarde = eigenschap_wijzigen(vraag.actor, rij.zaak, rij, vraag.gegevens["waarde"])
    return nieuw


def _verwijderen(vraag: Vraag, rij: Gegevenswaarde) -> None:
    eigenschap_verwijderen(vraag.actor, rij.zaak, rij)


ZAAKEIGENSCHAPPEN = bij_zaak(
    naam="zaakeigenschappen",
    soort="zaakeigenschap",
    pad="/zaken/{zaak_uuid}/zaakeigenschappen",
    ouder="zaak__uuid",
    ouder_bron="zaken.zaken",
    gepagineerd=False,
    standaardvolgorde="pk",
    schema="ZaakEigenschap",
    model=Gegevenswaarde,
    rijen=_rijen,
    vorm=_vorm,
    uitklap={"eigenschap": EIGENSCHAPPEN},
    weergave=lambda rij: rij.gegeven.naam,
    aanmaken=_vastleggen,
    bijwerken=_wijzigen,
    verwijderen=_verwijderen,
    uniek={"gegevenswaarde_een_actueel": ("eigenschap", "unique")},
)
