"""Shield a zaak or a partij, lift it, and say who may pass meanwhile.

Who shields names at least one colleague in the same act, so that nothing is left that nobody can open. Nobody gives
himself access, by whichever account: who shields a zaak and is not named does not see it any more.
"""

from collections.abc import Sequence
from datetime import date

from autorisatie import beleid
from autorisatie.actor import Medewerker
from autorisatie.fouten import GeenRecht, Invoerfout
from autorisatie.handeling import aantekenen, handeling
from autorisatie.models import Gebruiker, Partij, PartijToegang
from catalogus import klok
from catalogus.models import Fase
from mijnzaken.klanten.zoeken import zoek_partijen
from mijnzaken.zaken import afscherming, collegas, deur, stappen
from mijnzaken.zaken import toegang as toegangen
from mijnzaken.zaken.aanmaken import zet_behandelaar
from mijnzaken.zaken.models import PartijAfscherming, Zaak, ZaakAfscherming, ZaakToegang
from mijnzaken.zaken.models.afscherming import BEHEREN
from mijnzaken.zaken.regels import is_dezelfde

LAATSTE = "Dit is de laatste die erbij kan. Geef eerst een ander toegang."


@handeling("afschermen", op="zaken.Zaak")
def afschermen(
    actor: Medewerker, zaak: Zaak, *, reden: str, genoemden: Sequence[Gebruiker], toegang_tot: date
) -> ZaakAfscherming:
    """Only the named colleagues still find this zaak, until and with ``toegang_tot``; the resident notices nothing."""
    _keur(reden, genoemden)
    if zaak.afschermingen.filter(opgeheven_op=None).exists():
        raise Invoerfout({"reden": "Deze zaak is al afgeschermd."})
    if zaak.fase == Fase.ADVIES and not _adviseur_genoemd(zaak, genoemden):
        raise Invoerfout({"genoemden": "Noem ook de collega die nu om advies is gevraagd."})
    rij: ZaakAfscherming = ZaakAfscherming.objects.create(
        zaak=zaak, reden=reden.strip(), vanaf=klok.nu(), door=actor.gebruiker
    )
    for gebruiker in genoemden:
        toegangen.mag_krijgen(zaak, gebruiker)
        toegangen.verleen(ZaakToegang, actor, zaak, gebruiker, tot=toegang_tot, reden=reden)
    aantekenen(aan=[gebruiker.pk for gebruiker in genoemden])
    zaak.afgeschermd = True
    stappen.raak_aan(zaak, "afgeschermd")
    if zaak.behandelaar is not None and not is_dezelfde(zaak.behandelaar, *genoemden):
        zet_behandelaar(zaak, None)  # who can't open it any more does not handle it
    collegas.meld_toegang(genoemden, toegang_tot, nummer=zaak.nummer, sleutel=str(rij.uuid))
    return rij


@handeling("afscherming_opheffen", op="zaken.ZaakAfscherming")
def afscherming_opheffen(actor: Medewerker, rij: ZaakAfscherming, *, reden: str) -> ZaakAfscherming:
    """The zaak is found again by whom the matrix lets, unless a partij in it is shielded. Grants end with it."""
    _hef_op(actor, rij, reden)
    zaak = rij._zaak()
    toegangen.beeindig_alle(ZaakToegang, actor, zaak)
    afscherming.werk_bij(zaak)
    return rij


@handeling("toegang_verlenen", op="zaken.ZaakAfscherming")
def toegang_verlenen(
    actor: Medewerker, rij: ZaakAfscherming, *, gebruiker: Gebruiker, toegang_tot: date, reden: str
) -> ZaakToegang:
    """One more named person, or the same one longer."""
    toegangen.mag_krijgen(rij._zaak(), gebruiker)
    toegang: ZaakToegang = toegangen.verleen(ZaakToegang, actor, rij._zaak(), gebruiker, tot=toegang_tot, reden=reden)
    return toegang


@handeling("toegang_intrekken", op="zaken.ZaakAfscherming")
def toegang_intrekken(actor: Medewerker, rij: ZaakAfscherming, *, toegang: ZaakToegang) -> ZaakToegang:
    """At once, also in a page that is open. The last one stays: lift the shielding, or name somebody first."""
    if toegang.content_object_id != rij.zaak_id:
        raise Invoerfout({"toegang": "Deze toegang hoort niet bij deze afscherming."})
    anderen = toegangen.lopende(ZaakToegang, rij._zaak())
    if not anderen.exclude(user=toegang.user_id).exists():
        raise Invoerfout({"toegang": LAATSTE})
    toegangen.beeindig(actor, toegang)
    return toegang


@handeling("partij_afschermen", op="autorisatie.Partij")
def partij_afschermen(
    actor: Medewerker, partij: Partij, *, reden: str, genoemden: Sequence[Gebruiker], toegang_tot: date
) -> PartijAfscherming:
    """This person or organisation, with every zaak he stands in, exists for the named colleagues only. They then see
    those zaken as the matrix lets them, and no others.
    """
    _keur(reden, genoemden)
    if not beleid.beslis_algemeen(actor, BEHEREN) and not _staat_in_mijn_zaak(actor, partij):
        raise GeenRecht("U mag alleen iemand afschermen die in een zaak van uw team staat.")
    if partij.afschermingen.filter(opgeheven_op=None).exists():
        raise Invoerfout({"reden": "Deze persoon of organisatie is al afgeschermd."})
    rij: PartijAfscherming = PartijAfscherming.objects.create(
        partij=partij, reden=reden.strip(), vanaf=klok.nu(), door=actor.gebruiker
    )
    for gebruiker in genoemden:
        toegangen.partij_mag_krijgen(partij, gebruiker)
        toegangen.verleen(PartijToegang, actor, partij, gebruiker, tot=toegang_tot, reden=reden)
    aantekenen(aan=[gebruiker.pk for gebruiker in genoemden])
    _zet_partij(partij, afgeschermd=True)
    collegas.meld_toegang(genoemden, toegang_tot, nummer="", sleutel=str(rij.uuid))
    return rij


@handeling("afscherming_beheren")
def partij_afschermen_op_nummer(
    actor: Medewerker, *, nummer: str, reden: str, genoemden: Sequence[Gebruiker], toegang_tot: date
) -> PartijAfscherming:
    """The privacy officer knows whom to shield by a BSN or KvK-nummer. Found, not found and already shielded are one
    line in the log, without the number.
    """
    soort = {8: "kvk", 9: "bsn"}.get(len(nummer.strip()))
    if soort is None:
        raise Invoerfout({"nummer": "Een BSN heeft 9 cijfers, een KvK-nummer 8."})
    gevonden = zoek_partijen(actor, soort, **{"bsn" if soort == "bsn" else "nummer": nummer.strip()})
    hoofd = [partij for partij in gevonden if not partij.vestigingsnummer]
    if not hoofd:
        raise Invoerfout({"nummer": "Met dit nummer vonden wij niemand."})
    rij: PartijAfscherming = partij_afschermen(
        actor, hoofd[0], reden=reden, genoemden=genoemden, toegang_tot=toegang_tot
    )
    return rij


@handeling("afscherming_opheffen", op="zaken.PartijAfscherming")
def partij_afscherming_opheffen(actor: Medewerker, rij: PartijAfscherming, *, reden: str) -> PartijAfscherming:
    _hef_op(actor, rij, reden)
    toegangen.beeindig_alle(PartijToegang, actor, rij.partij)
    _zet_partij(rij.partij, afgeschermd=False)
    return rij


@handeling("toegang_verlenen", op="zaken.PartijAfscherming")
def partij_toegang_verlenen(
    actor: Medewerker, rij: PartijAfscherming, *, gebruiker: Gebruiker, toegang_tot: date, reden: str
) -> PartijToegang:
    toegangen.partij_mag_krijgen(rij.partij, gebruiker)
    toegang: PartijToegang = toegangen.verleen(
        PartijToegang, actor, rij.partij, gebruiker, tot=toegang_tot, reden=reden
    )
    return toegang


@handeling("toegang_intrekken", op="zaken.PartijAfscherming")
def partij_toegang_intrekken(actor: Medewerker, rij: PartijAfscherming, *, toegang: PartijToegang) -> PartijToegang:
    if toegang.content_object_id != rij.partij_id:
        raise Invoerfout({"toegang": "Deze toegang hoort niet bij deze afscherming."})
    anderen = toegangen.lopende(PartijToegang, rij.partij)
    if not anderen.exclude(user=toegang.user_id).exists():
        raise Invoerfout({"toegang": LAATSTE})
    toegangen.beeindig(actor, toegang)
    return toegang


def _keur(reden: str, genoemden: Sequence[Gebruiker]) -> None:
    if not reden.strip():
        raise Invoerfout({"reden": "Schrijf waarom dit moet worden afgeschermd."})
    if not genoemden:
        raise Invoerfout({"genoemden": "Kies ten minste een collega die erbij kan."})


def _adviseur_genoemd(zaak: Zaak, genoemden: Sequence[Gebruiker]) -> bool:
    adviezen = zaak.adviesaanvragen.filter(gegeven_op=None).select_related("adviseur")
    return all(is_dezelfde(advies.adviseur, *genoemden) for advies in adviezen)


def _staat_in_mijn_zaak(actor: Medewerker, partij: Partij) -> bool:
    zaken = Zaak.objects.voor(actor).filter(rollen__partij=partij).select_related("zaaktype")[:25]
    return any(deur.beslis(actor, "partij_afschermen", zaak) for zaak in zaken)


def _zet_partij(partij: Partij, *, afgeschermd: bool) -> None:
    partij.afgeschermd = afgeschermd
    partij.save(update_fields=["afgeschermd"])
    aantekenen(zaken=afscherming.werk_zaken_bij_van(partij))


def _hef_op(actor: Medewerker, rij: ZaakAfscherming | PartijAfscherming, reden: str) -> None:
    if not reden.strip():
        raise Invoerfout({"reden": "Schrijf waarom afschermen niet meer nodig is."})
    rij.opgeheven_op, rij.opgeheven_door, rij.opgeheven_reden = klok.nu(), actor.gebruiker, reden.strip()
    rij.save(update_fields=["opgeheven_op", "opgeheven_door", "opgeheven_reden"])
