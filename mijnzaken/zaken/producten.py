"""The life of what a resident holds: given by a decision, changed, renewed or stopped by a later one, looked at now and
then. What may be asked of it follows from the kruistabel.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from django.utils.translation import gettext as _

from autorisatie.actor import Actor
from autorisatie.fouten import BestaatNiet, OnjuisteToestand
from autorisatie.models import Partij
from catalogus import klok
from catalogus.models import Actie, Kruistabelregel, Uitkomst, ZaaktypeBesluittype
from catalogus.querysets import neemt_aan
from catalogus.termijnen import Duur
from mijnzaken.zaken.models import Besluit, InwonerProduct, Productverzoek, Zaak

REDEN = "er loopt al een aanvraag over dit product"
TOEGEKEND = (Uitkomst.TOEGEKEND, Uitkomst.GEDEELTELIJK)


def acties(rijen: Iterable[InwonerProduct]) -> dict[int, list[Actie]]:
    """What the holder can ask of each of these products now, by its key: two queries for all of them."""
    geldig = [rij for rij in rijen if rij.product_id and rij.geldt_op(klok.vandaag())]
    bezig = _bezig([rij.pk for rij in geldig])
    regels: dict[int, list[Actie]] = {}
    for product, actie in (
        Kruistabelregel.objects.filter(
            neemt_aan(klok.vandaag(), "proces__"), product__in={rij.product_id for rij in geldig}
        )
        .exclude(actie=Actie.AANVRAGEN)
        .values_list("product", "actie")
    ):
        regels.setdefault(product, []).append(Actie(actie))
    return {
        rij.pk: [
            actie
            for actie in regels.get(rij.product_id or 0, [])
            if (rij.pk, actie) not in bezig and (actie != Actie.VERLENGEN or rij.geldig_tot is not None)
        ]
        for rij in geldig
    }


def _bezig(producten: Iterable[int]) -> set[tuple[int, str]]:
    """(product, actie) of what is asked already and not decided yet."""
    lopend = Productverzoek.objects.systeem(REDEN).filter(inwonerproduct__in=producten, zaak__einddatum=None)
    return set(lopend.values_list("inwonerproduct", "actie"))


def te_bevragen(actor: Actor, over_product: InwonerProduct, actie: str, *, vergrendel: bool = False) -> InwonerProduct:
    """The product, through the actor's own door, when this can be asked of it now. Raises OnjuisteToestand."""
    rij: InwonerProduct | None = InwonerProduct.objects.een(actor, over_product.uuid, vergrendel=vergrendel)
    if rij is None:
        raise BestaatNiet
    if not rij.geldt_op(klok.vandaag()):
        raise OnjuisteToestand(_("Dit geldt niet meer. Vraag het opnieuw aan."))
    if (rij.pk, actie) in _bezig([rij.pk]):
        raise OnjuisteToestand(_("U hebt dit al gevraagd. U ziet het bij uw zaken."))
    return rij


def begin_en_einde(
    zaak: Zaak, moment: ZaaktypeBesluittype, uitkomst: str, gekozen: tuple[date | None, date | None]
) -> tuple[date, date | None]:
    """The first and the last day of what a decision of today gives: as chosen, else by the catalogue.

    A renewal begins on the day after the last day of what it renews; a change keeps that last day.
    """
    oud = gevraagd_product(zaak)
    actie = zaak.productverzoek.actie if oud else ""
    begin, einde = gekozen
    if begin is None:
        begin = klok.vandaag()
        if oud and oud.geldig_tot and actie == Actie.VERLENGEN:
            begin = max(begin, oud.geldig_tot + timedelta(days=1))
    if einde is None and uitkomst in TOEGEKEND:
        if oud and actie == Actie.WIJZIGEN:
            einde = oud.geldig_tot
        elif moment.product_geldigheid and actie != Actie.STOPPEN:
            einde = Duur.lees(moment.product_geldigheid).na(begin) - timedelta(days=1)
    return begin, einde


def gevraagd_product(zaak: Zaak) -> InwonerProduct | None:
    """What the applicant already holds and this zaak is about."""
    verzoek = Productverzoek.objects.systeem("het besluit gaat over dit product").filter(zaak=zaak).first()
    if verzoek is None:
        return None
    zaak.productverzoek = verzoek
    rij: InwonerProduct = verzoek.inwonerproduct
    return rij


def verwerk(zaak: Zaak, besluit: Besluit, moment: ZaaktypeBesluittype, houder: Partij | None) -> InwonerProduct | None:
    """What the resident holds after this decision; what it replaces or stops ends on the day it holds."""
    if houder is None or besluit.uitkomst not in TOEGEKEND:
        return None
    oud = gevraagd_product(zaak)
    actie = zaak.productverzoek.actie if oud else Actie.AANVRAGEN
    if oud is not None and actie in (Actie.STOPPEN, Actie.WIJZIGEN):
        _beeindig(oud, besluit)
    if actie == Actie.STOPPEN or not moment.geeft_product:
        return None
    nieuw: InwonerProduct = InwonerProduct.objects.create(
        partij=houder,
        product=zaak.product,
        besluit=besluit,
        zaak=zaak,
        naam=moment.geeft_product,
        kenmerk=zaak.omschrijving or (oud.kenmerk if oud else ""),
        geldig_van=besluit.ingangsdatum,
        geldig_tot=besluit.vervaldatum,
        vorige=oud,
        herinneren_op=_dag_van_herinnering(moment, besluit.vervaldatum),
        controle_op=volgende_controle(moment, besluit.ingangsdatum, besluit.vervaldatum),
    )
    return nieuw


def _beeindig(oud: InwonerProduct, besluit: Besluit) -> None:
    oud.ingetrokken_op, oud.beeindigd_door, oud.controle_op = besluit.ingangsdatum, besluit, None
    oud.herinneren_op = None
    oud.save(update_fields=["ingetrokken_op", "beeindigd_door", "controle_op", "herinneren_op"])


def _dag_van_herinnering(moment: ZaaktypeBesluittype, einde: date | None) -> date | None:
    if einde is None or not moment.product_herinnering:
        return None
    return Duur.lees(moment.product_herinnering).voor(einde)


def volgende_controle(moment: ZaaktypeBesluittype, na: date, einde: date | None) -> date | None:
    """The next day on which the holder is asked; none when the product ends before it."""
    if not moment.product_controle:
        return None
    dag = Duur.lees(moment.product_controle).na(na)
    return dag if einde is None or dag <= einde else None
