"""The handelingen on the aansluitdossier of a process: write, agree to what another wrote, withdraw.

Each change of a sign-off writes until when the process is tested; the door of new applications reads only that.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from autorisatie.actor import Actor, Medewerker
from autorisatie.fouten import Achterhaald, GeenRecht, Invoerfout, OnjuisteToestand
from autorisatie.handeling import aantekenen, handeling
from autorisatie.models import Gebruiker
from catalogus import klok
from catalogus.dossier.stand import Stand, inhoud, lees, van_het_dossier
from catalogus.models import Aansluitdossier, Dossierakkoord, Dossierstap, Proces, SoortDossierstap, Verwerker
from catalogus.models import Stand as Versiestand
from mijnzaken.inrichting.keuren import keur
from mijnzaken.inrichting.toetsen import meld_ingetrokken


@handeling("dossier_wijzigen")
def dossier_wijzigen(actor: Actor, waarden: Mapping[str, Any], *, proces: Proces) -> Aansluitdossier:
    """Who answers for what; the first time this begins the dossier."""
    dossier = _dossier(proces)
    for naam, waarde in waarden.items():
        setattr(dossier, naam, waarde)
    keur(dossier)
    dossier.save()
    aantekenen(proces=proces.identificatie)
    return dossier


@handeling("dossier_wijzigen")
def dossierstap_bewaren(
    actor: Actor, soort: str, waarden: Mapping[str, Any], *, proces: Proces, gezien: str
) -> Dossierstap:
    """Write a step. Who ever wrote on it does not agree to it; what was agreed to before holds on until its end.

    ``gezien``: when it was last changed, as the page that was read said it (ISO 8601); empty when it was empty.
    """
    dossier = _dossier(proces)
    rij = Dossierstap.objects.filter(dossier=dossier, stap=soort).first() or Dossierstap(dossier=dossier, stap=soort)
    _moet_gezien_zijn(rij, gezien)
    for naam, waarde in waarden.items():
        setattr(rij, naam, waarde)
    wie = _gebruiker(actor).pk
    if wie not in rij.auteurs:
        rij.auteurs = [*rij.auteurs, wie]
    rij.gewijzigd_op = klok.nu()
    keur(rij)
    rij.save()
    aantekenen(proces=proces.identificatie, stap=soort)
    return rij


@handeling("dossier_wijzigen")
def verwerker_bewaren(actor: Actor, verwerker: Verwerker, waarden: Mapping[str, Any], *, proces: Proces) -> Verwerker:
    """Make or change a third party that works with the data."""
    verwerker.dossier = _dossier(proces)
    for naam, waarde in waarden.items():
        setattr(verwerker, naam, waarde)
    keur(verwerker)
    verwerker.save()
    aantekenen(proces=proces.identificatie, verwerker=verwerker.naam)
    return verwerker


@handeling("dossier_wijzigen")
def verwerker_weghalen(actor: Actor, verwerker: Verwerker, *, proces: Proces) -> None:
    """Before the process runs; from then on the register names who worked with the data, and until when."""
    if proces.versies.exclude(stand=Versiestand.CONCEPT).exists():
        raise OnjuisteToestand("Dit proces draait of draaide. Vul in vanaf wanneer deze partij gestopt is.")
    aantekenen(proces=proces.identificatie, verwerker=verwerker.naam)
    verwerker.delete()


@handeling("dossierstap_goedkeuren")
def dossierstap_goedkeuren(
    actor: Actor, soort: str, *, proces: Proces, geldig_tot: date, gezien: str
) -> Dossierakkoord:
    """Agree to a step as it stands, until a day. Nobody agrees to what he wrote, nor with a second account.

    ``gezien``: as for ``dossierstap_bewaren``.
    """
    _dossier(proces)
    stap = lees(proces).stappen[SoortDossierstap(soort)]
    rij, wie = stap.rij, _gebruiker(actor)
    if rij is None:
        raise OnjuisteToestand("Deze stap is nog leeg.")
    _moet_gezien_zijn(rij, gezien)
    if stap.stand == Stand.AKKOORD:
        raise OnjuisteToestand("Deze stap heeft al een akkoord.")
    if not stap.kan_akkoord:
        raise OnjuisteToestand("Het akkoord hierop is ingetrokken. Schrijf eerst op wat er anders is.")
    if any(wie.is_dezelfde_als(auteur) for auteur in Gebruiker.objects.filter(pk__in=rij.auteurs)):
        raise GeenRecht("U schreef zelf aan deze stap. Laat een ander akkoord geven.")
    if geldig_tot <= klok.vandaag():
        raise Invoerfout({"geldig_tot": "Kies een dag na vandaag."})
    _moet_af_zijn(rij)
    if soort == SoortDossierstap.LIVE and (mist := list(van_het_dossier(lees(proces)))):
        raise OnjuisteToestand(" ".join(mist))
    akkoord = Dossierakkoord.objects.create(
        dossierstap=rij, inhoud=inhoud(rij), auteurs=rij.auteurs, door_id=wie.pk, op=klok.nu(), geldig_tot=geldig_tot
    )
    _bereken(proces)
    aantekenen(proces=proces.identificatie, stap=soort, geldig_tot=geldig_tot.isoformat())
    return akkoord


@handeling("dossierakkoord_intrekken")
def dossierakkoord_intrekken(actor: Actor, soort: str, reden: str, *, proces: Proces) -> Dossierakkoord:
    """Withdraw the sign-off that holds. Of a test: no new applications from now on, and the process owner hears it."""
    _dossier(proces)
    beeld = lees(proces)
    stap = beeld.stappen[SoortDossierstap(soort)]
    akkoord = stap.akkoord
    if akkoord is None or stap.stand not in (Stand.AKKOORD, Stand.GEWIJZIGD):
        raise OnjuisteToestand("Deze stap heeft geen geldig akkoord.")
    if not reden.strip():
        raise Invoerfout({"reden": "Schrijf waarom u het akkoord intrekt."})
    akkoord.ingetrokken_op, akkoord.ingetrokken_door_id = klok.nu(), _gebruiker(actor).pk
    akkoord.ingetrokken_reden = reden.strip()
    akkoord.save(update_fields=["ingetrokken_op", "ingetrokken_door_id", "ingetrokken_reden"])
    _bereken(proces)
    if stap in beeld.toetsen:
        meld_ingetrokken(proces, stap.soort, akkoord)
    aantekenen(proces=proces.identificatie, stap=soort)
    return akkoord


def _dossier(proces: Proces) -> Aansluitdossier:
    """The dossier of this process, locked; made when it is not there."""
    Aansluitdossier.objects.get_or_create(proces=proces)
    return Aansluitdossier.objects.select_for_update().get(proces=proces)


def _gebruiker(actor: Actor) -> Gebruiker:
    if not isinstance(actor, Medewerker):
        raise GeenRecht("Alleen een medewerker werkt aan een aansluitdossier.")
    return actor.gebruiker


def _moet_gezien_zijn(rij: Dossierstap, gezien: str) -> None:
    if gezien != (rij.gewijzigd_op.isoformat() if rij.pk else ""):
        raise Achterhaald("Iemand anders wijzigde deze stap intussen. Lees haar opnieuw.")


def _moet_af_zijn(rij: Dossierstap) -> None:
    if not rij.bevindingen.strip():
        raise OnjuisteToestand("Er zijn nog geen bevindingen opgeschreven.")
    if rij.stap == SoortDossierstap.PRE_DPIA and lees(rij.dossier.proces).uitslag.open:
        raise OnjuisteToestand("Nog niet alle vragen van de pre-DPIA zijn beantwoord.")


def _bereken(proces: Proces) -> None:
    """What the door of new applications goes by: until when the tests of this process hold."""
    proces.getoetst_tot = lees(proces).getoetst_tot
    proces.save(update_fields=["getoetst_tot"])
