"""Destroying files whose term is over (Archiefwet, Archiefbesluit 8): a list by the process owner, approval by the
archivist, time to think, and then the program.
"""

from datetime import date, timedelta

from django.db.models import Q

from autorisatie.actor import Medewerker, Systeem
from autorisatie.fouten import GeenRecht, Invoerfout, OnjuisteToestand
from autorisatie.handeling import aantekenen, handeling
from catalogus import klok
from catalogus.models import Afleidingswijze, Archiefnominatie, Proces, Resultaattype
from mijnzaken.zaken import bewaren, wissen
from mijnzaken.zaken.models import Lijststand, Vernietigingslijst, Vernietigingsregel, Zaak
from mijnzaken.zaken.models.archief import LOPEND
from mijnzaken.zaken.regels import is_dezelfde

MEESTE = 500  # zaken on one list: what a person can still judge
BEDENKTIJD = timedelta(days=7)  # the shortest; the archivist chooses


@handeling("vernietigingslijst_opstellen")
def vernietigingslijst_opstellen(actor: Medewerker, *, proces: Proces) -> Vernietigingslijst:
    """The zaken of one process whose term is over today and that stand on no other running list, the oldest first."""
    vandaag = klok.vandaag()
    zaken = _aan_de_beurt(proces, vandaag)
    if not zaken:
        raise Invoerfout({"proces": "Van dit zaaktype is geen zaak over haar bewaartermijn."})
    lijst: Vernietigingslijst = Vernietigingslijst.objects.create(
        proces=proces, peildatum=vandaag, opgesteld_door=actor.gebruiker, opgesteld_op=klok.nu()
    )
    Vernietigingsregel.objects.bulk_create(_regel(lijst, zaak, vandaag) for zaak in zaken)
    _niet_van_eigen_kring(actor, lijst)
    aantekenen(proces=proces.identificatie, zaken=len(zaken))
    return lijst


@handeling("vernietiging_uitzonderen", op="zaken.Vernietigingslijst")
def uitzonderen(actor: Medewerker, lijst: Vernietigingslijst, *, regels: list[int], reden: str) -> int:
    """These zaken stay, and why. They come back on a later list, unless their term changes."""
    _moet_zijn(lijst, Lijststand.OPGESTELD)
    if not reden.strip():
        raise Invoerfout({"reden": "Schrijf waarom deze zaken niet weg mogen."})
    if not regels:
        raise Invoerfout({"regels": "Kies de zaken die moeten blijven."})
    aantal: int = lijst.regels.filter(pk__in=regels).update(uitzondering=reden.strip()[:500])
    aantekenen(zaken=aantal)
    return aantal


@handeling("vernietiging_voorleggen", op="zaken.Vernietigingslijst")
def voorleggen(actor: Medewerker, lijst: Vernietigingslijst) -> Vernietigingslijst:
    """The process owner judged the list: the archivist decides."""
    _moet_zijn(lijst, Lijststand.OPGESTELD)
    _niet_van_eigen_kring(actor, lijst)
    if not lijst.regels.filter(uitzondering="").exists():
        raise OnjuisteToestand("Alle zaken zijn uitgezonderd: er blijft niets over om te vernietigen.")
    return _zet(lijst, Lijststand.VOORGELEGD, voorgelegd_door=actor.gebruiker, voorgelegd_op=klok.nu(), reden="")


@handeling("vernietiging_terugsturen", op="zaken.Vernietigingslijst")
def terugsturen(actor: Medewerker, lijst: Vernietigingslijst, *, reden: str) -> Vernietigingslijst:
    """Back to the process owner, with what has to change."""
    _moet_zijn(lijst, Lijststand.VOORGELEGD)
    if not reden.strip():
        raise Invoerfout({"reden": "Schrijf wat er anders moet."})
    return _zet(lijst, Lijststand.OPGESTELD, voorgelegd_door=None, voorgelegd_op=None, reden=reden.strip()[:500])


@handeling("vernietiging_goedkeuren", op="zaken.Vernietigingslijst")
def goedkeuren(actor: Medewerker, lijst: Vernietigingslijst, *, bedenktijd_tot: date) -> Vernietigingslijst:
    """By the archivist, never by who made or judged the list. It is carried out after ``bedenktijd_tot`` (last day)."""
    _moet_zijn(lijst, Lijststand.VOORGELEGD)
    if is_dezelfde(actor.gebruiker, lijst.opgesteld_door, lijst.voorgelegd_door):
        raise GeenRecht("Wie de lijst maakte of beoordeelde, keurt haar niet goed.")
    _niet_van_eigen_kring(actor, lijst)
    if bedenktijd_tot < klok.vandaag() + BEDENKTIJD:
        raise Invoerfout({"bedenktijd_tot": f"Geef ten minste {BEDENKTIJD.days} dagen bedenktijd."})
    return _zet(
        lijst,
        Lijststand.GOEDGEKEURD,
        goedgekeurd_door=actor.gebruiker,
        goedgekeurd_op=klok.nu(),
        bedenktijd_tot=bedenktijd_tot,
    )


@handeling("vernietiging_afbreken", op="zaken.Vernietigingslijst")
def afbreken(actor: Medewerker, lijst: Vernietigingslijst, *, reden: str) -> Vernietigingslijst:
    """Stop a list, by either of the two, until it is carried out."""
    if lijst.stand not in LOPEND or lijst.regels.exclude(vernietigd_op=None).exists():
        raise OnjuisteToestand("Deze lijst is niet meer te stoppen.")
    if not reden.strip():
        raise Invoerfout({"reden": "Schrijf waarom u de lijst stopt."})
    return _zet(lijst, Lijststand.AFGEBROKEN, reden=reden.strip()[:500])


@handeling("brondatum_vastleggen", op="zaken.Zaak")
def brondatum_vastleggen(actor: Medewerker, zaak: Zaak, *, datum: date, reden: str) -> Zaak:
    """The day from which the retention term counts, where another register knows it (ander datumkenmerk)."""
    resultaattype = wacht_op_ander_register(zaak)
    if resultaattype is None:
        raise OnjuisteToestand("De bewaartermijn van deze zaak telt niet vanaf een dag uit een ander register.")
    if not reden.strip():
        raise Invoerfout({"reden": "Schrijf waar u deze dag vond."})
    zaak.startdatum_bewaartermijn = datum
    bewaren.zet_archiefgegevens(zaak, resultaattype)
    aantekenen(brondatum=datum.isoformat(), reden=reden.strip()[:200])
    return zaak


def wacht_op_ander_register(zaak: Zaak) -> Resultaattype | None:
    """The resultaattype of a closed zaak whose term counts from a day that a person has to look up."""
    if zaak.archiefnominatie != Archiefnominatie.VERNIETIGEN or zaak.archiefactiedatum is not None:
        return None
    resultaat = zaak.resultaten.select_related("resultaattype").first()
    soort = resultaat.resultaattype if resultaat is not None else None
    return soort if soort and soort.brondatum_afleidingswijze == Afleidingswijze.ANDER_DATUMKENMERK else None


@handeling("vernietigen", op="zaken.Zaak")
def vernietigen(actor: Systeem, zaak: Zaak, *, regel: Vernietigingsregel) -> list[str]:
    """Destroy one zaak of an approved list; gives the content to remove after the commit. What changed since the
    approval stays, and the list says why.
    """
    if belet := wissen.beletsel(zaak, klok.vandaag()):
        regel.uitzondering = belet
        regel.save(update_fields=["uitzondering"])
        aantekenen(gebleven=belet)
        return []
    gewist = wissen.wis_zaak(zaak)
    regel.zaak, regel.vernietigd_op = None, klok.nu()
    regel.aantal_documenten, regel.bestanden = gewist.documenten, gewist.bestanden
    regel.save(update_fields=["zaak", "vernietigd_op", "aantal_documenten", "bestanden"])
    aantekenen(lijst=str(regel.lijst.uuid), documenten=gewist.documenten)
    return gewist.bestanden


@handeling("opnieuw_vernietigen", op="zaken.Zaak")
def opnieuw_vernietigen(actor: Systeem, zaak: Zaak, *, lijst: str) -> list[str]:
    """A backup brought back what an approved list had destroyed: the decision stands, whatever the backup says of the
    state of the zaak. Gives the content to remove after the commit.
    """
    gewist = wissen.wis_zaak(zaak)
    aantekenen(lijst=lijst, documenten=gewist.documenten)
    return gewist.bestanden


@handeling("vernietiging_afsluiten", op="zaken.Vernietigingslijst")
def afsluiten(actor: Systeem, lijst: Vernietigingslijst) -> Vernietigingslijst:
    """Every zaak of the list was destroyed or stays: from now on the list is the declaration."""
    _moet_zijn(lijst, Lijststand.GOEDGEKEURD)
    if lijst.regels.filter(uitzondering="", vernietigd_op=None).exists():
        raise OnjuisteToestand("Nog niet alle zaken van deze lijst zijn vernietigd.")
    return _zet(lijst, Lijststand.UITGEVOERD, uitgevoerd_op=klok.nu())


def _aan_de_beurt(proces: Proces, dag: date) -> list[Zaak]:
    op_een_lijst = Vernietigingsregel.objects.systeem("staat al op een lijst").filter(
        lijst__stand__in=LOPEND, lijst__proces=proces
    )
    rijen = (
        Zaak.objects.systeem("de bewaartermijn is voorbij")
        .filter(proces=proces, archiefnominatie=Archiefnominatie.VERNIETIGEN, archiefactiedatum__lte=dag)
        .exclude(uuid__in=op_een_lijst.values("zaak_uuid"))
        .select_related("zaaktype", "hoofdzaak")
        .prefetch_related("resultaten__resultaattype")
        .order_by("archiefactiedatum", "pk")
    )
    return list(rijen[:MEESTE])


def _regel(lijst: Vernietigingslijst, zaak: Zaak, dag: date) -> Vernietigingsregel:
    resultaat = next(iter(zaak.resultaten.all()), None)
    return Vernietigingsregel(
        lijst=lijst,
        zaak=zaak,
        zaak_uuid=zaak.uuid,
        nummer=zaak.nummer,
        zaaktype=f"{zaak.zaaktype.omschrijving}, versie {zaak.zaaktype.versienummer}"[:100],
        resultaat=resultaat.resultaattype.omschrijving if resultaat else "",
        selectielijstnummer=resultaat.resultaattype.selectielijstnummer if resultaat else "",
        einddatum=zaak.einddatum or dag,
        archiefactiedatum=zaak.archiefactiedatum or dag,
        afgeschermd=zaak.afgeschermd,
        uitzondering=wissen.beletsel(zaak, dag),
    )


def _niet_van_eigen_kring(actor: Medewerker, lijst: Vernietigingslijst) -> None:
    """Nobody decides about the file of someone close (Awb 2:4); the answer does not say which."""
    kring = Q(zaak__rollen__partij__in=actor.uitgesloten_partijen)
    if lijst.regels.filter(kring, uitzondering="").exists():
        raise GeenRecht("Op deze lijst staat een zaak uit uw eigen kring. Een collega moet haar doen.")


def _moet_zijn(lijst: Vernietigingslijst, stand: Lijststand) -> None:
    if lijst.stand != stand:
        raise OnjuisteToestand(f"De lijst is {lijst.get_stand_display()}.")  # type: ignore[attr-defined]


def _zet(lijst: Vernietigingslijst, stand: Lijststand, **velden: object) -> Vernietigingslijst:
    lijst.stand = stand
    for naam, waarde in velden.items():
        setattr(lijst, naam, waarde)
    lijst.save(update_fields=["stand", *velden])
    return lijst
