"""Who may take a proposed decision: the mandates of its zaaktype, for the roles by which somebody has the right."""

from collections.abc import Iterable
from dataclasses import dataclass

from autorisatie import beleid
from autorisatie.actor import Actor
from autorisatie.fouten import GeenRecht, Invoerfout
from autorisatie.models import Rol
from catalogus.formulieren.woorden import bedrag_in_woorden
from catalogus.models import Mandaat, ZaaktypeBesluittype
from mijnzaken.zaken.models import Besluitvoorstel, Zaak


@dataclass(frozen=True)
class Bevoegde:
    """A role that may decide, by its name, up to and including ``tot_bedrag`` cents (``None``: any amount)."""

    naam: str
    tot_bedrag: int | None


def bevoegden(moment: ZaaktypeBesluittype) -> list[Bevoegde]:
    """Who may take this decision, who may do most first; empty when the zaaktype leaves it to the right alone."""
    rijen = _mandaten(moment)
    namen = dict(Rol.objects.filter(code__in=[rij.rol for rij in rijen]).values_list("code", "naam")) if rijen else {}
    return [Bevoegde(namen.get(rij.rol, rij.rol), rij.tot_bedrag) for rij in rijen]


def bezwaar_tegen_mandaat(actor: Actor, zaak: Zaak, voorstel: Besluitvoorstel) -> str:
    """Why this person may not take this decision under a mandate, as a sentence; empty when he may.

    His role counts where the matrix gives him the right to decide on this zaak by that role: for a deputy the role of
    the colleague whose zaak it is.
    """
    rijen, bedrag = _mandaten(voorstel.besluitmoment), voorstel.bedrag
    if not rijen:
        return ""
    wegingen = beleid.weeg_zaak(actor, zaak, eigen_zaak=False, recht="besluiten")
    rollen = {weging.regel.rol.code for weging in wegingen if weging}
    eigen = [rij for rij in rijen if rij.rol in rollen]
    if any(rij.dekt(bedrag) for rij in eigen):
        return ""
    if not eigen:
        return "Voor dit besluit heeft uw rol geen mandaat. Een collega die dat wel heeft, moet besluiten."
    if bedrag is None:
        return "Uw mandaat heeft een grens, en dit voorstel noemt geen bedrag. Stuur het terug en vraag om het bedrag."
    return f"Uw mandaat gaat tot en met {_hoogste(eigen)}. Een collega met een hoger mandaat moet besluiten."


def eis_mandaat(actor: Actor, zaak: Zaak, voorstel: Besluitvoorstel) -> None:
    """Raises GeenRecht when the mandates of the zaaktype do not let this person take the decision."""
    if bezwaar := bezwaar_tegen_mandaat(actor, zaak, voorstel):
        raise GeenRecht(bezwaar)


def eis_iemand_bevoegd(moment: ZaaktypeBesluittype, bedrag: int | None) -> None:
    """A proposal on which nobody may decide would stay where it is: raises Invoerfout about its amount (cents)."""
    rijen = _mandaten(moment)
    if not rijen or any(rij.dekt(bedrag) for rij in rijen):
        return
    if bedrag is None:
        raise Invoerfout({"bedrag": "Vul het bedrag in, of 0. Daarvan hangt af wie dit besluit mag nemen."})
    raise Invoerfout({"bedrag": f"Niemand heeft een mandaat voor meer dan {_hoogste(rijen)}."})


def _mandaten(moment: ZaaktypeBesluittype) -> list[Mandaat]:
    rijen = Mandaat.objects.filter(zaaktype=moment.zaaktype_id, besluittype=moment.besluittype_id)
    return sorted(rijen, key=lambda rij: (rij.tot_bedrag is not None, -(rij.tot_bedrag or 0), rij.rol))


def _hoogste(rijen: Iterable[Mandaat]) -> str:
    return bedrag_in_woorden(max(rij.tot_bedrag or 0 for rij in rijen))
