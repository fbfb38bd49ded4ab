"""What is done with messages, and with the addresses that they go to."""

from autorisatie.actor import Actor, Burger
from autorisatie.fouten import BestaatNiet
from autorisatie.handeling import aantekenen, handeling
from autorisatie.models import Partij
from catalogus import klok
from mijnzaken.aanstoot import stoot_aan
from mijnzaken.berichten.models import Bericht, Kanaal, Stand
from mijnzaken.berichten.opstellen import taal_van
from mijnzaken.berichten.postuit import VERZEND, bericht_aan_adres
from mijnzaken.klanten.adressen import code_klopt, maak_code, maak_standaard, neem_op
from mijnzaken.klanten.models import DigitaalAdres, SoortDigitaalAdres
from mijnzaken.klanten.verifieren import zelf_aan_het_woord

UITGANG = {SoortDigitaalAdres.EMAIL: Kanaal.EMAIL, SoortDigitaalAdres.TELEFOONNUMMER: Kanaal.SMS}


@handeling("bericht_lezen", op="berichten.Bericht")
def bericht_lezen(actor: Burger, bericht: Bericht) -> Bericht:
    """Open a message in one's inbox; the first time, by the person himself, marks it as read."""
    if bericht.gelezen_op is None and actor.namens is None:
        bericht.gelezen_op = klok.nu()
        bericht.save(update_fields=["gelezen_op"])
    return bericht


@handeling("bericht_opnieuw_verzenden", op="berichten.Bericht")
def bericht_opnieuw_verzenden(actor: Actor, bericht: Bericht) -> Bericht:
    """A parked message gets a new series of attempts, after somebody looked at why it failed."""
    bericht.status, bericht.pogingen, bericht.volgende_poging = Stand.KLAAR, 0, klok.nu()
    bericht.save(update_fields=["status", "pogingen", "volgende_poging"])
    aantekenen(kanaal=bericht.kanaal, soort=bericht.soort)
    stoot_aan(VERZEND, bericht.pk)
    return bericht


@handeling("digitaal_adres_wijzigen", op="autorisatie.Partij")
def digitaal_adres_wijzigen(actor: Actor, partij: Partij, *, soort: str, adres: str) -> DigitaalAdres:
    """Give a new address: a code goes to it, and until that is typed nothing else does (Awb 2:12).

    Raises GeenRecht unless it is the person himself, Invoerfout for what is no address, OnjuisteToestand after too many
    codes in a day.
    """
    zelf_aan_het_woord(actor, partij)
    nieuw = neem_op(partij, soort, adres)
    code = maak_code(nieuw)
    bericht_aan_adres(
        "adres_code",
        nieuw.zoekvorm,
        sleutel=f"adres_code:{nieuw.uuid}:{klok.nu().timestamp()}",
        context={"code": code},
        partij=partij,
        taal=taal_van(partij),
        kanaal=UITGANG[SoortDigitaalAdres(soort)],
    )
    aantekenen(soort=soort)
    return nieuw


@handeling("digitaal_adres_bevestigen", op="klanten.DigitaalAdres")
def digitaal_adres_bevestigen(actor: Actor, adres: DigitaalAdres, *, code: str) -> bool:
    """Was this the code? Then the address is the one from now on, and the old address is told so (gevaren 46).

    ``False`` for a wrong code, which counts; OnjuisteToestand when no code can be right any more.
    """
    partij = adres.verstrekt_door_partij
    if partij is None:
        raise BestaatNiet
    zelf_aan_het_woord(actor, partij)
    if not code_klopt(adres, code):
        aantekenen(juist=False)
        return False
    for vorig in maak_standaard(adres):
        bericht_aan_adres(
            "adres_gewijzigd",
            vorig.zoekvorm,
            sleutel=f"adres_gewijzigd:{vorig.uuid}",
            context={"soort_adres": _woord(adres.soort_digitaal_adres, taal_van(partij))},
            partij=partij,
            taal=taal_van(partij),
            kanaal=UITGANG[SoortDigitaalAdres(adres.soort_digitaal_adres)],
        )
    aantekenen(juist=True)
    return True


def _woord(soort: str, taal: str) -> str:
    email = soort == SoortDigitaalAdres.EMAIL
    if taal == "en":
        return "e-mail address" if email else "telephone number"
    return "e-mailadres" if email else "telefoonnummer"
