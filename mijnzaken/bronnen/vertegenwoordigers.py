"""Who acts for whom by law, as the registers say: machtigingen that nobody typed, ended when they stop saying it.

Parents and guardians come from the BRP, curators, bewindvoerders and mentors from the CCBR, the branches of a company
and its curator in bankruptcy from the trade register.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from autorisatie.actor import Systeem
from autorisatie.inloggen.eerste_keer import begin
from autorisatie.machtigen import machtiging_bijstellen, machtiging_vastleggen, machtiging_vervalt
from autorisatie.models import Aard, Bron, EindeReden, Machtiging, Melding, Partij, Reikwijdte, SoortPartij
from autorisatie.versleuteling import zoekwaarde
from catalogus import klok
from catalogus.models import Product
from mijnzaken.bronnen.gegevens import Vertegenwoordiging, achttien_op
from mijnzaken.bronnen.keuze import brp, ccbr, kvk

REDEN = "vertegenwoordigers uit de registers"
TOT_ACHTTIEN = (Aard.OUDER, Aard.VOOGD)


@dataclass(frozen=True)
class Stelling:
    """What a register says now, between two partijen that the municipality knows."""

    gever: Partij
    gemachtigde: Partij
    aard: str
    tot: date | None = None  # last day
    producten: tuple[Product, ...] | None = None  # None: everything


def haal_vertegenwoordigers(partij: Partij) -> None:
    """Ask the registers in which representations this partij has a part, and keep it so. Raises BronNietBereikbaar."""
    register = ccbr()
    if partij.bsn is not None:
        bsn: str = partij.bsn.tonen()  # type: ignore[union-attr]
        houd_bij(partij, Bron.BRP, _stellingen(partij, brp().gezag(bsn)))
        if register is not None:
            houd_bij(partij, Bron.CCBR, _stellingen(partij, register.maatregelen(bsn=bsn)))
    elif partij.kvk_nummer:
        houd_bij(partij, Bron.KVK, [*_vestigingen(partij), *_faillissement(partij)])
        if register is not None and not partij.vestigingsnummer:
            houd_bij(partij, Bron.CCBR, _stellingen(partij, register.maatregelen(kvk_nummer=partij.kvk_nummer)))


def houd_bij(partij: Partij, bron: str, stellingen: Iterable[Stelling]) -> None:
    """What the register says holds; what it said before and says no more has ended."""
    nu: dict[tuple[int, int | None, str], Stelling] = {
        (s.gever.pk, s.gemachtigde.pk, s.aard): s for s in stellingen if _geldig(s)
    }
    rijen = Machtiging.objects.systeem(REDEN).filter(
        Q(gever=partij) | Q(gemachtigde=partij), bron=bron, beeindigd_op=None
    )
    for rij in rijen.select_related("gever", "gemachtigde"):
        stelling = nu.pop((rij.gever_id, rij.gemachtigde_id, rij.aard), None)
        if stelling is None:
            machtiging_vervalt(Systeem(REDEN), rij, reden=_waarom_voorbij(rij))
        elif rij.geldig_tot != stelling.tot:  # a date of birth that was put right
            machtiging_bijstellen(Systeem(REDEN), rij, geldig_tot=stelling.tot)
    for stelling in nu.values():
        _leg_vast(bron, stelling)


def _geldig(stelling: Stelling) -> bool:
    return (stelling.tot is None or stelling.tot >= klok.vandaag()) and stelling.producten != ()


def _waarom_voorbij(rij: Machtiging) -> str:
    if rij.aard in TOT_ACHTTIEN and rij.geldig_tot is not None and rij.geldig_tot < klok.vandaag():
        return EindeReden.MEERDERJARIG
    return EindeReden.GEZAG_VOORBIJ


def _leg_vast(bron: str, stelling: Stelling) -> None:
    meld = stelling.aard not in (Aard.OUDER, Aard.HOOFDVESTIGING)  # a parent knows, and a company its branches
    with transaction.atomic():
        machtiging_vastleggen(
            Systeem(REDEN),
            bron=bron,
            gever=stelling.gever,
            gemachtigde=stelling.gemachtigde,
            aard=stelling.aard,
            reikwijdte=Reikwijdte.ALLES if stelling.producten is None else Reikwijdte.PRODUCTEN,
            producten=stelling.producten or (),
            mag_handelen=True,
            geldig_tot=stelling.tot,
            te_melden=Melding.AANVAARD if meld else Melding.GEEN,
        )
        if stelling.aard == Aard.CURATOR:
            reden = EindeReden.FAILLIET if bron == Bron.KVK else EindeReden.CURATELE
            beeindig_eigen(stelling.gever, reden)


def beeindig_eigen(partij: Partij, reden: str) -> int:
    """The machtigingen that this partij gave and received by its own will end (BW 3:72); how many."""
    rijen = Machtiging.objects.systeem(REDEN).filter(
        Q(gever=partij) | Q(gemachtigde=partij), bron=Bron.MIJNZAKEN, beeindigd_op=None
    )
    gedaan = 0
    for rij in rijen.select_related("gever").iterator(chunk_size=200):
        machtiging_vervalt(Systeem(REDEN), rij, reden=reden)
        gedaan += 1
    return gedaan


# -- from what a register says to partijen ----------------------------------------------------------------------------


def _stellingen(partij: Partij, gezegd: Iterable[Vertegenwoordiging]) -> Iterable[Stelling]:
    for een in gezegd:
        gemachtigde = _wie(een.bsn, een.kvk_nummer)
        if gemachtigde is None:
            continue  # never came here; when he does, his own side is asked
        gever = _wie(een.gever_bsn) or _leer_kennen(een.gever_bsn)
        if gever is not None and partij.pk in (gever.pk, gemachtigde.pk) and gever.pk != gemachtigde.pk:
            yield Stelling(gever, gemachtigde, een.aard, _tot(een.aard, gever), _producten(een.aard))


def _tot(aard: str, gever: Partij) -> date | None:
    """Authority over a child ends when it turns 18; without a date of birth it is over already."""
    if aard not in TOT_ACHTTIEN:
        return None
    if gever.geboortedatum is None:
        return klok.vandaag() - timedelta(days=1)
    return achttien_op(gever.geboortedatum) - timedelta(days=1)


def _producten(aard: str) -> tuple[Product, ...] | None:
    if aard not in settings.VERTEGENWOORDIGING:
        return None
    return tuple(Product.objects.filter(slug__in=settings.VERTEGENWOORDIGING[aard]))


def _wie(bsn: str = "", kvk_nummer: str = "") -> Partij | None:
    sleutel: dict[str, Any] = {"bsn_zoekwaarde": zoekwaarde(bsn)} if bsn else {"kvk_nummer": kvk_nummer}
    gevonden: Partij | None = (
        Partij.objects.systeem(REDEN).filter(vestigingsnummer="", **sleutel).first() if bsn or kvk_nummer else None
    )
    return gevonden


def _leer_kennen(bsn: str) -> Partij | None:
    """A child or a protected person whose representative came here: known from now on, so that he can be acted for."""
    persoon = brp().persoon(bsn)
    if persoon is None or persoon.overleden_op is not None:
        return None
    partij = Partij(
        soort_partij=SoortPartij.PERSOON,
        voorletters=persoon.voorletters[:20],
        voornaam=persoon.voornamen[:200],
        voorvoegsel_achternaam=persoon.voorvoegsel[:80],
        achternaam=persoon.geslachtsnaam[:200],
        geboortedatum=persoon.geboortedatum,
        indicatie_geheimhouding=persoon.geheimhouding,
    )
    partij.zet_bsn(bsn)
    partij.werk_zoeknaam_bij()
    partij.save(force_insert=True)
    begin(partij.pk)
    return partij


def _vestigingen(partij: Partij) -> Iterable[Stelling]:
    """The company as a whole may choose one of its branches; a branch never sees the company."""
    rijen = Partij.objects.systeem(REDEN).filter(Q(pk=partij.pk) | Q(vestiging_van=partij)).exclude(vestiging_van=None)
    for vestiging in rijen.select_related("vestiging_van"):
        hoofd: Partij | None = vestiging.vestiging_van
        if hoofd is not None and vestiging.indicatie_actief:
            yield Stelling(vestiging, hoofd, Aard.HOOFDVESTIGING)


def _faillissement(partij: Partij) -> Iterable[Stelling]:
    """In bankruptcy the curator acts for the company (Fw 68), for as long as the trade register names him."""
    if partij.failliet_op is None or partij.vestigingsnummer:
        return
    onderneming = kvk().onderneming(partij.kvk_nummer)
    curator = _wie(kvk_nummer=onderneming.curator_kvk) if onderneming and onderneming.curator_kvk else None
    if curator is not None and curator.pk != partij.pk:
        yield Stelling(partij, curator, Aard.CURATOR)
