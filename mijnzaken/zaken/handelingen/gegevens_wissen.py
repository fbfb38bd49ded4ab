"""What the program does when a colleague approved that something goes (AVG 17): look once more whether the law keeps
it, erase it, and see to it that who was given it hears that (AVG 19).
"""

from collections.abc import Collection
from uuid import UUID

from autorisatie import logboek
from autorisatie.actor import Systeem
from autorisatie.fouten import BestaatNiet, OnjuisteToestand
from autorisatie.handeling import aantekenen, handeling
from autorisatie.models import Partij
from catalogus import klok
from mijnzaken.zaken import stappen, wissen
from mijnzaken.zaken.avg.bewaarplicht import Oordeel, oordeel
from mijnzaken.zaken.avg.een_contact import CONTACT, wis_contacten
from mijnzaken.zaken.avg.een_gegeven import GEGEVEN, waarden_van, wis_teruggekomen, wis_waarden
from mijnzaken.zaken.avg.eigen_zaken import betrokkene
from mijnzaken.zaken.avg.ontvangers import zet_klaar
from mijnzaken.zaken.avg.plaatsen import PLAATSEN, sleutels
from mijnzaken.zaken.avg.wissing import DELEN, ZAAK, vorm_deel
from mijnzaken.zaken.handelingen.wissing import DOEL
from mijnzaken.zaken.models import Kennisgevingssoort, Notitie, Vernietigingsregel, Wisregel, Zaak

REDEN = "wissen op verzoek van wie het is"
VAN_DE_LIJST = "Gewist op verzoek van de persoon zelf (AVG artikel 17)."


@handeling("gegevens_wissen", op="zaken.Wisregel")
def gegevens_wissen(actor: Systeem, regel: Wisregel) -> bool:
    """Erase what one approved line names. What the law keeps since it was chosen stays, and the line says why; gives
    whether it went. Its files are for the caller to remove after the commit.
    """
    if regel.goedgekeurd_op is None or regel.gewist_op is not None:
        raise OnjuisteToestand("Hiervan is niet goedgekeurd dat het weg kan, of het is al gewist.")
    verzoek = regel._zaak()
    if regel.plaats == ZAAK:
        waarom = _wis_zaak(verzoek, regel)
    elif regel.plaats in DELEN:
        waarom = _wis_deel(actor, verzoek, regel)
    else:
        waarom = _wis_rijen(regel, betrokkene(verzoek))
    if waarom is not None:
        _laat_staan(regel, waarom)
        aantekenen(plaats=regel.plaats, gebleven=waarom.uitleg)
        return False
    regel.gewist_op = klok.nu()
    if regel.plaats == ZAAK:
        regel.over_zaak = None
    regel.save(update_fields=["gewist_op", "over_zaak", "aantal", "documenten", "bestanden"])
    aantekenen(plaats=regel.plaats, aantal=regel.aantal, documenten=regel.documenten)
    return True


def _wis_zaak(verzoek: Zaak, regel: Wisregel) -> Oordeel | None:
    """Why it stays; ``None`` when it went, with the line that says so on every list that it stood on."""
    zaak = Zaak.objects.systeem(REDEN).select_for_update(of=("self",)).filter(uuid__in=regel.rijen).first()
    if zaak is None:  # a list of the archive was first
        return None
    waarom = oordeel(zaak, verzoek, betrokkene(verzoek), klok.vandaag())
    if waarom.moet_blijven:
        return waarom
    zet_klaar(verzoek, zaak, Kennisgevingssoort.GEWIST)
    lijsten = Vernietigingsregel.objects.systeem(REDEN).filter(zaak=zaak, vernietigd_op=None, uitzondering="")
    lijsten.update(uitzondering=VAN_DE_LIJST)
    gewist = wissen.wis_zaak(zaak)
    regel.documenten, regel.bestanden = gewist.documenten, gewist.bestanden
    return None


def _wis_deel(actor: Systeem, verzoek: Zaak, regel: Wisregel) -> Oordeel | None:
    """Why a gegeven of a zaak, or a contact about it, stays; ``None`` when it went, or went before with its zaak."""
    zaak = Zaak.objects.systeem(REDEN).select_for_update(of=("self",)).filter(pk=regel.over_zaak_id or 0).first()
    nu = vorm_deel(verzoek, betrokkene(verzoek), zaak, regel.plaats, regel.onderdeel) if zaak is not None else None
    if zaak is None or nu is None:
        return None
    if nu.moet_blijven:
        return Oordeel(nu.grond, nu.uitleg, nu.bron, nu.tot)
    if set(nu.rijen) != set(regel.rijen):
        raise OnjuisteToestand("Dit gegeven is veranderd sinds het is goedgekeurd. Ga opnieuw na wat er is.")
    wat = nu.omschrijving.rpartition(", in ")[0]
    if regel.plaats == GEGEVEN:
        gegeven = waarden_van(zaak, regel.onderdeel)[0].gegeven
        zet_klaar(verzoek, zaak, Kennisgevingssoort.GEWIST, [gegeven])
        regel.bestanden = wis_waarden(zaak, regel.onderdeel)
    else:
        regel.bestanden = wis_contacten(regel.rijen)
        stappen.raak_aan(zaak)
    moment = klok.nu()
    Notitie.objects.create(
        zaak=zaak,
        onderwerp=f"{'Gegeven' if regel.plaats == GEGEVEN else 'Contact'} gewist: {wat}"[:255],
        tekst="Gewist op verzoek van de inwoner (AVG artikel 17).",
        aangemaakt_door=regel.gekozen_door,
        aanmaakdatum=moment,
        wijzigingsdatum=moment,
    )
    logboek.leg_lezing_vast(actor, "gegevens_wissen", rij=zaak, doel=DOEL)
    aantekenen(zaak=zaak.nummer, onderdeel=regel.onderdeel)
    return None


def _wis_rijen(regel: Wisregel, partij: Partij) -> Oordeel | None:
    """Of the chosen rows those that still may go: what is needed again since then stays, and is not counted."""
    plaats = PLAATSEN[regel.plaats]
    if plaats.wis is None:
        return plaats.oordeel
    gaat = set(sleutels(plaats.rijen(partij))) & set(regel.rijen)
    regel.aantal, regel.bestanden = len(gaat), plaats.wis(gaat)
    regel.rijen = sorted(gaat)
    regel.save(update_fields=["rijen"])
    return None


def _laat_staan(regel: Wisregel, waarom: Oordeel) -> None:
    regel.keuze, regel.gekozen_door, regel.gekozen_op = "", None, None
    regel.goedgekeurd_door = regel.goedgekeurd_op = None
    regel.moet_blijven, regel.grond, regel.uitleg = True, waarom.grond, waarom.uitleg
    regel.bron, regel.tot = waarom.bron, waarom.tot
    regel.save()


@handeling("opnieuw_wissen")
def opnieuw_wissen(actor: Systeem, *, plaats: str, rijen: Collection[UUID], verzoek: UUID) -> list[str]:
    """A backup brought back what was erased on a request: the decision stands. Gives the files to remove after the
    commit.
    """
    wis = {GEGEVEN: wis_teruggekomen, CONTACT: wis_contacten}.get(plaats) or PLAATSEN[plaats].wis
    if wis is None:
        raise BestaatNiet
    aantekenen(plaats=plaats, aantal=len(rijen), verzoek=str(verzoek))
    return wis(rijen)
