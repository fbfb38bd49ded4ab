"""A resident who holds a product, and what is asked about it: for the tests of its life, its pages and its desks."""

from datetime import date

from catalogus import klok
from catalogus.models import Actie, Uitkomst
from mijnzaken.zaken.handelingen import behandelen, besluiten
from mijnzaken.zaken.handelingen.concepten import concept_beginnen, concept_opslaan, indienen
from mijnzaken.zaken.models import Besluit, InwonerProduct, Zaak
from tests.fabrieken import INGEVULD, VANDAAG, begin_concept, burger, medewerker, product_van, zaaktype

SOORT = "parkeervergunning-bewoners"
EINDE = date(2027, 4, 30)  # a year from 1 May 2026


def op(dag: date):
    return klok.op_moment(VANDAAG + (dag - VANDAAG.date()))


def besluit(zaak: Zaak, uitkomst: str = Uitkomst.TOEGEKEND, **velden) -> Besluit:
    behandelen.in_behandeling_nemen(medewerker("vera"), zaak)
    moment = zaak.zaaktype.besluitmomenten.get()
    besluiten.besluit_voorstellen(
        medewerker("vera"), zaak, besluitmoment=moment, uitkomst=uitkomst, motivering="U woont in het gebied.", **velden
    )
    return besluiten.besluiten(medewerker("peter"), zaak)


def geef_vergunning() -> InwonerProduct:
    """anna's parking permit, valid for the year from 1 May 2026."""
    zaak = indienen(burger("anna"), begin_concept(burger("anna"), SOORT))
    besluit(zaak, ingangsdatum=date(2026, 5, 1))
    return InwonerProduct.objects.voor(burger("anna")).get(zaak=zaak)


def vraag(houdt: InwonerProduct, actie: Actie, wie: str = "anna") -> Zaak:
    soort = zaaktype(SOORT)
    concept = concept_beginnen(
        burger(wie), soort, product_van(soort), proces=soort.proces, over_product=houdt, actie=actie
    )
    return indienen(burger(wie), concept_opslaan(burger(wie), concept, INGEVULD[SOORT] | {"soort_aanvraag": actie}))
