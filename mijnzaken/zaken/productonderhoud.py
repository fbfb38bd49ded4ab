"""What the scheduler does for the products of residents: remind of an end, ask whether it still fits, tell who is
responsible when no answer came. Each product is a transaction of its own, and happens once.

These messages have no words of the municipality's own (``Berichttekst``): those belong to one version of a zaaktype,
and what a resident holds outlives the zaak that gave it. What the municipality wants to tell stands on the page of the
product. A call-back note and a draft have none either: a note is no zaak of the zaaktype that it asks about, and a
draft is no zaak yet.
"""

from django.db.models import Q, QuerySet

from catalogus import klok
from catalogus.models import Actie, ZaaktypeBesluittype
from catalogus.termijnen import Duur
from mijnzaken.berichten import postuit
from mijnzaken.zaken import collegas, deur
from mijnzaken.zaken.models import InwonerProduct, Productcontrole, Productverzoek
from mijnzaken.zaken.portie import een_voor_een
from mijnzaken.zaken.producten import volgende_controle

REDEN = "producten van inwoners bijhouden"
PAD = "/mijn/producten/"


def herinner() -> int:
    """Holders of what ends soon, once per product; not who asked for a renewal already."""
    return een_voor_een(
        lambda: _geldig().filter(herinneren_op__lte=klok.vandaag(), herinnerd_op=None).order_by("herinneren_op", "pk"),
        _herinner,
    )


def _herinner(rij: InwonerProduct) -> None:
    rij.herinnerd_op = klok.nu()
    rij.save(update_fields=["herinnerd_op"])
    if rij.geldig_tot is None or _wordt_verlengd(rij):
        return
    postuit.bericht(
        "product_verloopt",
        rij.partij,
        sleutel=f"product_verloopt:{rij.uuid}:{rij.geldig_tot}",
        context={"product": rij.naam, "uiterlijk": rij.geldig_tot},
        pad=PAD,
    )


def _wordt_verlengd(rij: InwonerProduct) -> bool:
    verzoeken = Productverzoek.objects.systeem(REDEN).filter(inwonerproduct=rij, actie=Actie.VERLENGEN)
    return bool(verzoeken.filter(Q(zaak__einddatum=None) | Q(inwonerproduct__opvolgers__isnull=False)).exists())


def vraag_controles() -> int:
    """Ask the holders of whom the day has come; an older question that is still open is not asked again."""
    return een_voor_een(lambda: _geldig().filter(controle_op__lte=klok.vandaag()).order_by("controle_op", "pk"), _vraag)


def _vraag(rij: InwonerProduct) -> None:
    moment = _moment(rij)
    if moment is None or not moment.product_controle:
        rij.controle_op = None
    else:
        uiterlijk = Duur.lees(moment.product_controletijd).na(klok.vandaag())
        open_vraag = Productcontrole.objects.systeem(REDEN).filter(inwonerproduct=rij, bevestigd_op=None)
        if not open_vraag.exists():
            vraag = Productcontrole.objects.create(inwonerproduct=rij, gevraagd_op=klok.nu(), uiterlijk=uiterlijk)
            postuit.bericht(
                "product_controle",
                rij.partij,
                sleutel=f"product_controle:{vraag.uuid}",
                context={"product": rij.naam, "uiterlijk": uiterlijk},
                pad=PAD,
            )
        rij.controle_op = volgende_controle(moment, klok.vandaag(), rij.geldig_tot)
    rij.save(update_fields=["controle_op"])


def waarschuw_zonder_antwoord() -> int:
    """The team lead of the zaak that gave the product hears once that its holder did not answer in time."""
    return een_voor_een(
        lambda: (
            Productcontrole.objects.systeem(REDEN)
            .filter(bevestigd_op=None, gewaarschuwd_op=None, uiterlijk__lt=klok.vandaag())
            .select_related("inwonerproduct__zaak__team")
            .order_by("uiterlijk", "pk")
        ),
        _waarschuw,
    )


def _waarschuw(vraag: Productcontrole) -> None:
    vraag.gewaarschuwd_op = klok.nu()
    vraag.save(update_fields=["gewaarschuwd_op"])
    houdt = vraag.inwonerproduct
    if houdt.zaak is not None and houdt.geldt_op(klok.vandaag()):
        deur.laat_toe(houdt.zaak)
        collegas.waarschuw_teamleiders(houdt.zaak, "product_controle_te_laat_team")


def _geldig() -> QuerySet[InwonerProduct]:
    nog = Q(geldig_tot=None) | Q(geldig_tot__gte=klok.vandaag())
    rijen: QuerySet[InwonerProduct] = (
        InwonerProduct.objects.systeem(REDEN).filter(nog, ingetrokken_op=None).select_related("partij")
    )
    return rijen


def _moment(rij: InwonerProduct) -> ZaaktypeBesluittype | None:
    """The decision moment that gave it: the catalogue says how often it is looked at."""
    if rij.besluit is None or rij.besluit.voorstel is None:
        return None
    moment: ZaaktypeBesluittype = rij.besluit.voorstel.besluitmoment
    return moment
