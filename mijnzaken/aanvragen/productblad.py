"""A product as the public reads it: the public page shows it, and the editor beside what is typed."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import get_language

from catalogus import klok, kosten
from catalogus.models import Actie, Product, Productvertaling, Rechtsmiddel, Zaaktype
from catalogus.opmaak import markdown_naar_html
from catalogus.regels import tabellen_op
from catalogus.termijnen.duur import Duur
from mijnzaken.zaken import toetsing
from mijnzaken.zaken.ervaring import gebruikelijke_duur

_TEKSTEN = (
    "tekst",
    "voorwaarden",
    "kosten_toelichting",
    "duur_toelichting",
    "benodigdheden",
    "bezwaar",
    "contact",
)
_REGELS = ("naam", "samenvatting", "doelgroep")


@dataclass(frozen=True)
class Stuk:
    """A text and the language that it is in: what is not translated is shown in Dutch, and says so to a reader."""

    tekst: str | SafeString
    taal: str


@dataclass
class Productblad:
    """``vertaling``: shown in its language; by default the one of the page."""

    product: Product
    dag: date
    vertaling: Productvertaling | None = None

    @cached_property
    def stukken(self) -> dict[str, Stuk]:
        return {naam: self._stuk(naam) for naam in (*_REGELS, *_TEKSTEN)}

    def _stuk(self, naam: str) -> Stuk:
        vertaald = getattr(self.vertaling, naam, "")
        tekst, taal = (
            (vertaald, self.vertaling.taal) if self.vertaling and vertaald else (getattr(self.product, naam), "nl")
        )
        return Stuk(markdown_naar_html(tekst) if naam in _TEKSTEN and tekst else tekst, taal)

    @cached_property
    def vragen(self) -> list[dict[str, str]]:
        if self.vertaling is not None and self.vertaling.vraag_antwoord:
            return list(self.vertaling.vraag_antwoord)
        return list(self.product.vraag_antwoord)

    @property
    def vragentaal(self) -> str:
        return self.vertaling.taal if self.vertaling is not None and self.vertaling.vraag_antwoord else "nl"

    @cached_property
    def _regel(self) -> Any:
        regels = self.product.kruistabel.select_related("proces__team__afdeling") if self.product.pk else ()
        return next((r for r in regels if r.actie == Actie.AANVRAGEN and r.proces.actief), None)

    @cached_property
    def zaaktype(self) -> Zaaktype | None:
        return Zaaktype.objects.geldig(self._regel.proces, self.dag) if self._regel else None

    @property
    def gestopt(self) -> str:
        """Why one can't ask for it now; empty when one can."""
        if self._regel is None:
            return ""
        eindigde = toetsing.belet_na_einde(self._regel.proces) if self.zaaktype is None else ""
        return toetsing.belet(self._regel.proces) or eindigde

    @cached_property
    def laatste_dag(self) -> date | None:
        """The last day on which one can still ask for it, when that is known."""
        einde = self.zaaktype.einde_geldigheid if self.zaaktype is not None else None
        if einde is None or Zaaktype.objects.geldig(self._regel.proces, einde) is not None:
            return None
        return einde - timedelta(days=1)

    @property
    def afdeling(self) -> str:
        return str(self._regel.proces.team.afdeling.naam) if self._regel else ""

    @property
    def wettelijk(self) -> str:
        """How long it may take."""
        if self.zaaktype is not None:
            return self.zaaktype.publiekstermijn or _periode(self.zaaktype.doorlooptijd)
        return _periode(self.product.duur_wettelijk)

    @property
    def termijn_grondslag(self) -> str:
        return self.zaaktype.termijn_grondslag if self.zaaktype is not None else ""

    @property
    def streef(self) -> str:
        """What the municipality itself aims at."""
        return _periode(self.zaaktype.servicenorm if self.zaaktype is not None else self.product.duur_streef)

    @cached_property
    def waargenomen(self) -> int | None:
        """How many days it took eight of ten."""
        return gebruikelijke_duur(self._regel.proces_id) if self._regel else None

    @cached_property
    def kosten_kort(self) -> Stuk:
        if self.product.pk and kosten.regels_op(self.product, self.dag):
            return Stuk(kosten.kort(self.product, self.dag), get_language() or "nl")
        return self._stuk("kosten")

    @cached_property
    def bedragen(self) -> list[dict[str, Any]]:
        """The amounts of today and of later, when there is more than one to tell."""
        if not self.product.pk:
            return []
        nu, later = kosten.regels_op(self.product, self.dag), kosten.straks(self.product, self.dag)
        if len(nu) + len(later) < 2:
            return []
        return [
            {"waarvoor": r.omschrijving, "bedrag": kosten.in_woorden(r), "vanaf": r.geldig_van if r in later else None}
            for r in (*nu, *later)
        ]

    @property
    def rechtsmiddel(self) -> str:
        """bezwaar, klacht or nothing."""
        return "" if self.product.rechtsmiddel == Rechtsmiddel.GEEN else str(self.product.rechtsmiddel)

    @cached_property
    def heeft_regels(self) -> bool:
        return bool(tabellen_op(self.product.pk, self.dag))


def productblad(product: Product, *, dag: date | None = None, taal: str | None = None) -> Productblad:
    """As it is read on this day (today) in this language (that of the page)."""
    taal = (taal or get_language() or "nl")[:2]
    vertaling = product.vertalingen.filter(taal=taal).first() if taal != "nl" and product.pk else None
    return Productblad(product, dag or klok.vandaag(), vertaling)


def _periode(iso: str) -> str:
    return Duur.lees(iso).in_woorden() if iso else ""
