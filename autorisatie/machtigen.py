"""Letting another act: offered by the one, accepted by the other, ended by either at once, or by what happened."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from autorisatie.actor import Actor, Burger, Systeem
from autorisatie.fouten import GeenRecht, Invoerfout, OnjuisteToestand
from autorisatie.handeling import aantekenen, handeling
from autorisatie.models import Bron, EindeReden, Machtiging, Melding, Reikwijdte
from autorisatie.models.machtiging import KVK
from autorisatie.versleuteling import zoekwaarde
from catalogus import klok, nummers
from catalogus.models import Product
from catalogus.tekst import vouw

LANGST = timedelta(days=5 * 366)  # an organisation looks at its machtigingen again within five years
ANTWOORD = timedelta(days=30)  # an offer that nobody answered is gone after this


@dataclass(frozen=True)
class Aanbod:
    """What the gever writes down: to whom, about what, and for how long."""

    nummer: str  # BSN or KvK-nummer, as typed
    naam: str
    reikwijdte: str
    mag_handelen: bool
    geldig_van: date
    geldig_tot: date | None = None
    producten: tuple[Product, ...] = ()
    onderwerp: str = field(default="", kw_only=True)  # for who names zaken: a hash of them


@handeling("machtiging_aanbieden")
def machtiging_aanbieden(actor: Burger, aanbod: Aanbod) -> Machtiging:
    """Offer to a number. The same is done and answered whether or not anybody has it (gevaren 7).

    Raises Invoerfout, or GeenRecht for who acts for another himself (gevaren 38).
    """
    if actor.namens is not None:
        raise GeenRecht(_("Wie namens een ander handelt, kan niet weer iemand anders machtigen."))
    _controleer_dagen(actor, aanbod)
    zoek, naam = _aan_wie(actor, aanbod)
    onderwerp = aanbod.onderwerp
    if aanbod.reikwijdte == Reikwijdte.PRODUCTEN:
        if not aanbod.producten:
            raise Invoerfout({"producten": _("Kies ten minste een onderwerp.")})
        onderwerp = onderwerp_van(product.pk for product in aanbod.producten)
    try:
        with transaction.atomic():
            machtiging: Machtiging = Machtiging.objects.create(
                gever=actor.partij,
                gever_zoeknaam=actor.partij.zoeknaam,
                aan_zoekwaarde=zoek,
                aan_zoeknaam=naam,
                aan_naam=aanbod.naam.strip()[:200],
                reikwijdte=aanbod.reikwijdte,
                onderwerp=onderwerp,
                mag_handelen=aanbod.mag_handelen,
                geldig_van=aanbod.geldig_van,
                geldig_tot=aanbod.geldig_tot,
                aangeboden_op=klok.nu(),
                te_melden=Melding.AANBOD,
            )
    except IntegrityError:
        raise Invoerfout({"nummer": _("U hebt deze persoon hiervoor al gemachtigd.")}) from None
    machtiging.producten.set(aanbod.producten if aanbod.reikwijdte == Reikwijdte.PRODUCTEN else ())
    return machtiging


def onderwerp_van(sleutels: Iterable[int]) -> str:
    """One word for a set of products or zaken, so that the same offer is made once."""
    return zoekwaarde(",".join(str(pk) for pk in sorted(sleutels)), soort="machtiging")


def _controleer_dagen(actor: Burger, aanbod: Aanbod) -> None:
    fouten = {}
    if aanbod.geldig_van < klok.vandaag():
        fouten["geldig_van"] = _("Kies vandaag of een dag die nog komt.")
    if aanbod.geldig_tot is not None and aanbod.geldig_tot < max(aanbod.geldig_van, klok.vandaag()):
        fouten["geldig_tot"] = _("Kies een dag op of na de eerste dag.")
    elif actor.partij.is_organisatie and (aanbod.geldig_tot is None or aanbod.geldig_tot > aanbod.geldig_van + LANGST):
        fouten["geldig_tot"] = _("Een bedrijf machtigt iemand voor ten hoogste vijf jaar. Vul een laatste dag in.")
    if fouten:
        raise Invoerfout(fouten)


def _aan_wie(actor: Burger, aanbod: Aanbod) -> tuple[str, str]:
    """By what the receiver is found: his number, and for a person his folded surname."""
    try:
        zoek, naam = zoekwaarde(nummers.bsn(aanbod.nummer)), vouw(aanbod.naam)
    except nummers.OnjuistNummer:
        try:
            zoek, naam = f"{KVK}{nummers.kvk_nummer(aanbod.nummer)}", ""
        except nummers.OnjuistNummer:
            raise Invoerfout(
                {"nummer": _("Vul een burgerservicenummer van 9 cijfers of een KvK-nummer van 8 cijfers in.")}
            ) from None
    partij = actor.partij
    if zoek in (partij.bsn_zoekwaarde, f"{KVK}{partij.kvk_nummer}"):
        raise Invoerfout({"nummer": _("Dit is uw eigen nummer. Vul het nummer van een ander in.")})
    return zoek, naam[:200]


@handeling("machtiging_aanvaarden", op="autorisatie.Machtiging")
def machtiging_aanvaarden(actor: Burger, machtiging: Machtiging) -> Machtiging:
    """From now on the gever reads the name of who accepted."""
    _open_aanbod(machtiging)
    machtiging.gemachtigde = actor.partij
    machtiging.aanvaard_op = klok.nu()
    machtiging.te_melden = Melding.AANVAARD
    machtiging.save(update_fields=["gemachtigde", "aanvaard_op", "te_melden"])
    return machtiging


@handeling("machtiging_weigeren", op="autorisatie.Machtiging")
def machtiging_weigeren(actor: Burger, machtiging: Machtiging) -> Machtiging:
    """The gever hears that it was not accepted, not by whom: a refusal gives no name."""
    _open_aanbod(machtiging)
    return _beeindig(machtiging, EindeReden.GEWEIGERD)


def _open_aanbod(machtiging: Machtiging) -> None:
    if not machtiging.wacht:
        raise OnjuisteToestand(_("Op dit aanbod is al geantwoord, of het is gestopt."))
    if not machtiging.gever.doet_mee or (machtiging.geldig_tot is not None and machtiging.geldig_tot < klok.vandaag()):
        raise OnjuisteToestand(_("Dit aanbod geldt niet meer."))


@handeling("machtiging_beeindigen", op="autorisatie.Machtiging")
def machtiging_beeindigen(actor: Burger, machtiging: Machtiging) -> Machtiging:
    """By either of the two, at once: the next statement of the other finds nothing any more."""
    if machtiging.beeindigd_op is None:
        gever = machtiging.gever_id == actor.partij.pk
        _beeindig(machtiging, EindeReden.INGETROKKEN if gever else EindeReden.OPGEZEGD)
    return machtiging


@handeling("machtiging_gebruiken", op="autorisatie.Machtiging")
def machtiging_gebruiken(actor: Burger, machtiging: Machtiging) -> Machtiging:
    """Choose for whom one acts; a line in the log says since when."""
    if not machtiging.geldt or machtiging.gemachtigde_id != actor.partij.pk:
        raise OnjuisteToestand(_("Deze machtiging geldt nu niet."))
    return machtiging


@handeling("machtiging_vervalt", op="autorisatie.Machtiging")
def machtiging_vervalt(actor: Systeem, machtiging: Machtiging, *, reden: str) -> Machtiging:
    """What happened ends it: a death, a birthday, a bankruptcy, a register that names the other no more."""
    if machtiging.beeindigd_op is None:
        _beeindig(machtiging, reden)
        aantekenen(reden=reden)
    return machtiging


@handeling("machtiging_bijstellen", op="autorisatie.Machtiging")
def machtiging_bijstellen(actor: Systeem, machtiging: Machtiging, *, geldig_tot: date | None) -> Machtiging:
    """The register put its last day right."""
    machtiging.geldig_tot = geldig_tot
    machtiging.save(update_fields=["geldig_tot"])
    return machtiging


@handeling("machtiging_vastleggen")
def machtiging_vastleggen(actor: Actor, *, bron: str, gever: Any, gemachtigde: Any, **velden: Any) -> Machtiging:
    """What a register or a provider states: it holds at once, and nobody typed it."""
    if bron == Bron.MIJNZAKEN:
        raise ValueError("Een machtiging van Mijn Zaken wordt aangeboden en aanvaard.")
    producten = velden.pop("producten", ())
    nu = klok.nu()
    machtiging: Machtiging = Machtiging.objects.create(
        bron=bron,
        gever=gever,
        gever_zoeknaam=gever.zoeknaam,
        gemachtigde=gemachtigde,
        geldig_van=klok.vandaag(),
        aangeboden_op=nu,
        aanvaard_op=nu,
        **velden,
    )
    machtiging.producten.set(producten)
    aantekenen(bron=bron)
    return machtiging


def _beeindig(machtiging: Machtiging, reden: str) -> Machtiging:
    machtiging.beeindigd_op = klok.nu()
    machtiging.einde_reden = reden
    machtiging.te_melden = Melding.GEEN if reden == EindeReden.UITGELOGD else Melding.EINDE
    machtiging.save(update_fields=["beeindigd_op", "einde_reden", "te_melden"])
    return machtiging


def voorbij() -> Q:
    """Machtigingen that time or an event ended, and that nobody wrote down as ended yet; for the sweep."""
    dag = klok.vandaag()
    return Q(beeindigd_op=None) & (
        Q(geldig_tot__lt=dag)
        | Q(aanvaard_op=None, aangeboden_op__lt=klok.nu() - ANTWOORD)
        | Q(gever__overleden_op__isnull=False)
        | Q(gemachtigde__overleden_op__isnull=False)
        | Q(bron=Bron.MIJNZAKEN) & (Q(gever__failliet_op__isnull=False) | Q(gemachtigde__failliet_op__isnull=False))
    )
