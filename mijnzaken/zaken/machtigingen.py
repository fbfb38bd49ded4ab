"""What is around a machtiging: the words for it, the messages to both, and what time and events end."""

from collections.abc import Iterable

from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext as _

from autorisatie.actor import Systeem
from autorisatie.fouten import Weigering
from autorisatie.machtigen import machtiging_vervalt, voorbij
from autorisatie.models import UIT_INLOGGEN, Bron, EindeReden, Machtiging, Melding, Partij, Reikwijdte
from autorisatie.models.machtiging import KVK, SESSIE
from catalogus import klok
from catalogus.templatetags.mz import datum
from mijnzaken.berichten import postuit
from mijnzaken.berichten.opstellen import taal_van
from mijnzaken.zaken.portie import PORTIE, een_voor_een

REDEN = "machtigingen melden en laten vervallen"
PAD = "/mijn/machtigingen/"


# -- in words ----------------------------------------------------------------------------------------------------------


def waarover(machtiging: Machtiging) -> str:
    """'alle zaken', 'Parkeervergunning en Dakkapel', or the zaken by name; needs ``MET_NAMEN`` at hand."""
    match machtiging.reikwijdte:
        case Reikwijdte.PRODUCTEN:
            return _en(product.naam for product in machtiging.producten.all())
        case Reikwijdte.ZAKEN:
            return _en(f"{rij.zaak.titel} ({rij.zaak.nummer})" for rij in machtiging.zaken.all())
    return _("alle zaken")


def _en(namen: Iterable[str]) -> str:
    lijst = list(dict.fromkeys(namen))
    if len(lijst) < 2:
        return "".join(lijst)
    return _("%(eerste)s en %(laatste)s") % {"eerste": ", ".join(lijst[:-1]), "laatste": lijst[-1]}


def wat(machtiging: Machtiging) -> str:
    """The whole of it in one line: what about, to see or to act, until when."""
    delen = [waarover(machtiging)]
    delen.append(_("meekijken en regelen") if machtiging.mag_handelen else _("alleen meekijken"))
    if machtiging.geldig_van > klok.vandaag():
        delen.append(_("vanaf %(dag)s") % {"dag": datum(machtiging.geldig_van)})
    if machtiging.geldig_tot is not None:
        delen.append(_("tot en met %(dag)s") % {"dag": datum(machtiging.geldig_tot)})
    return ", ".join(delen)


MET_NAMEN = ("producten", "zaken__zaak__proces")  # what a list must have at hand to be said in words


# -- the messages ------------------------------------------------------------------------------------------------------


def meld() -> int:
    """Tell both what happened, from the row that the handeling wrote. Not in the request of the offer itself: then its
    time would tell whether the number is somebody's."""
    return een_voor_een(
        lambda: (
            Machtiging.objects.systeem(REDEN)
            .exclude(te_melden=Melding.GEEN)
            .select_related("gever", "gemachtigde")
            .prefetch_related(*MET_NAMEN)
            .order_by("pk")
        ),
        _meld,
    )


def _meld(machtiging: Machtiging) -> None:
    gever, ander = machtiging.gever, machtiging.gemachtigde
    naam_ander = ander.volledige_naam if ander else machtiging.aan_naam
    match machtiging.te_melden:
        case Melding.AANBOD:
            _bericht(machtiging, "machtiging_verstuurd", gever, ander=naam_ander)
            for ontvanger in _geadresseerden(machtiging):
                _bericht(machtiging, "machtiging_aangeboden", ontvanger, gever=gever.volledige_naam)
        case Melding.AANVAARD if ander is not None and machtiging.bron == Bron.MIJNZAKEN:
            _bericht(machtiging, "machtiging_aanvaard", gever, ander=naam_ander)
            _bericht(machtiging, "machtiging_ontvangen", ander, gever=gever.volledige_naam)
        case Melding.AANVAARD if ander is not None:
            _bericht(machtiging, "machtiging_register", ander, gever=gever.volledige_naam)
        case Melding.EINDE:
            _bericht(machtiging, "machtiging_beeindigd", gever, ander=naam_ander)
            if ander is not None:
                _bericht(machtiging, "machtiging_beeindigd", ander, ander=gever.volledige_naam)
    machtiging.te_melden = Melding.GEEN
    machtiging.save(update_fields=["te_melden"])


def _geadresseerden(machtiging: Machtiging) -> list[Partij]:
    """Who has the number of an offer and bears its name: one partij at most, for numbers are unique."""
    partijen = Partij.objects.systeem(REDEN).filter(_met_nummer(machtiging.aan_zoekwaarde))
    return [
        p for p in partijen if Machtiging.objects.systeem(REDEN).filter(Machtiging.aan(p), pk=machtiging.pk).exists()
    ]


def _met_nummer(sleutel: str) -> Q:
    if sleutel.startswith(KVK):
        return Q(kvk_nummer=sleutel.removeprefix(KVK), vestigingsnummer="")
    return Q(bsn_zoekwaarde=sleutel)


def _bericht(machtiging: Machtiging, soort: str, aan: Partij, **namen: str) -> None:
    """To one of the two; nobody writes to the dead, or to whom the gever never named."""
    if not aan.doet_mee:
        return
    with translation.override(taal_van(aan)):
        context = {
            "wat": wat(machtiging),
            "waarom": str(EindeReden(machtiging.einde_reden).label) if machtiging.einde_reden else "",
            "aard": str(machtiging.get_aard_display()),
            **namen,
        }
    postuit.bericht(
        soort, aan, sleutel=f"machtiging:{machtiging.uuid}:{machtiging.te_melden}:{aan.pk}", context=context, pad=PAD
    )


# -- what time and events end -----------------------------------------------------------------------------------------


def laat_vervallen() -> int:
    """The sweep: what was over already in law is written down as ended, and both are told."""
    rijen = Machtiging.objects.systeem(REDEN).filter(voorbij()).exclude(bron__in=UIT_INLOGGEN)
    gedaan = 0
    for machtiging in rijen.select_related("gever", "gemachtigde").order_by("pk")[:PORTIE]:
        gedaan += _vervalt(machtiging, _waarom(machtiging))
    uit_sessies = Machtiging.objects.systeem(REDEN).filter(
        beeindigd_op=None, bron__in=UIT_INLOGGEN, aangeboden_op__lt=klok.nu() - SESSIE
    )
    for machtiging in uit_sessies.order_by("aangeboden_op")[:PORTIE]:
        gedaan += _vervalt(machtiging, EindeReden.UITGELOGD)
    return gedaan


def _vervalt(machtiging: Machtiging, reden: str) -> bool:
    try:
        machtiging_vervalt(Systeem("de machtiging is voorbij"), machtiging, reden=reden)
    except Weigering:  # logged by the handeling; the others go on
        return False
    return True


def _waarom(machtiging: Machtiging) -> str:
    if machtiging.gever.overleden_op or (machtiging.gemachtigde and machtiging.gemachtigde.overleden_op):
        return EindeReden.OVERLEDEN
    if machtiging.bron == Bron.BRP:
        return EindeReden.MEERDERJARIG
    if machtiging.gever.failliet_op or (machtiging.gemachtigde and machtiging.gemachtigde.failliet_op):
        return EindeReden.FAILLIET
    return EindeReden.VERLOPEN
