"""Machtigingen among the personas: one that waits for an answer, one for one zaak, one to see only."""

from datetime import timedelta

from autorisatie.actor import Burger
from autorisatie.machtigen import Aanbod, machtiging_aanbieden, machtiging_aanvaarden
from autorisatie.models import Machtiging, Partij, Reikwijdte
from catalogus import klok
from catalogus.models import Product
from mijnzaken.zaken.handelingen.machtigen import zaken_machtigen
from mijnzaken.zaken.lijst import Filter, lijst


def maak_aanbiedingen(partijen: dict[str, Partij]) -> None:
    """Bram asks anna to look along with parking; anna lets bram handle her subsidy; the bakery lets anna look along."""
    anna, bram, korenaar = (partijen[naam] for naam in ("anna", "bram", "korenaar"))
    parkeren = tuple(Product.objects.filter(slug="parkeervergunning-bewoners"))
    if parkeren:
        machtiging_aanbieden(Burger(bram), _aan(anna, Reikwijdte.PRODUCTEN, handelen=False, producten=parkeren))
    subsidie = lijst(Burger(anna), Filter(processen=["subsidie-verkeerslawaai"]), aantal=1).rijen
    if subsidie:
        _aanvaard(bram, zaken_machtigen(Burger(anna), _aan(bram, Reikwijdte.ZAKEN, handelen=True), subsidie))
    bedrijf = Burger(korenaar, middel="eherkenning")
    _aanvaard(anna, machtiging_aanbieden(bedrijf, _aan(anna, Reikwijdte.ALLES, handelen=False, dagen=365)))


def _aan(
    partij: Partij, reikwijdte: str, *, handelen: bool, dagen: int = 0, producten: tuple[Product, ...] = ()
) -> Aanbod:
    return Aanbod(
        nummer=partij.bsn.tonen(),  # type: ignore[union-attr]
        naam=partij.achternaam,
        reikwijdte=reikwijdte,
        mag_handelen=handelen,
        geldig_van=klok.vandaag(),
        geldig_tot=klok.vandaag() + timedelta(days=dagen) if dagen else None,
        producten=producten,
    )


def _aanvaard(partij: Partij, machtiging: Machtiging) -> None:
    machtiging_aanvaarden(Burger(partij), machtiging)
