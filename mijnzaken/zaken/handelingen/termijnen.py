"""The term stands still, goes on, or gets longer (Awb 4:5, 4:14, 4:15)."""

from datetime import date
from typing import Any

from autorisatie.actor import Actor, Medewerker
from autorisatie.fouten import Invoerfout
from autorisatie.handeling import aantekenen, handeling
from catalogus import klok
from catalogus.models import (
    Fase,
    Opschortingsgrond,
    SoortGevolg,
    SoortTaak,
    Statusgevolg,
    Statustype,
    Termijnregime,
    Uitvoerder,
)
from catalogus.termijnen import Duur, OngeldigeDuur
from mijnzaken.zaken import berichtgeving, notificaties, stappen, termijn
from mijnzaken.zaken.handelingen.taken import aanvrager, bewaar_uploads, laat_vallen, open_taak, sluit_taak
from mijnzaken.zaken.models import Beslistermijn, Opschorting, Taak, Taakstand, Verlenging, Zaak


@handeling("aanvulling_vragen", op="zaken.Zaak")
def aanvulling_vragen(
    actor: Actor, zaak: Zaak, *, titel: str, omschrijving: str, uiterlijk: date | None, informatieobjecttype: Any = None
) -> Taak:
    """Ask the applicant to complete the application (Awb 4:5): a task with a term, a message, and the term stands still
    from the day after today (4:15 lid 1). No set term means no suspension, so an empty one is refused."""
    if uiterlijk is None:
        raise Invoerfout(
            {"uiterlijk": "Vul in tot en met welke dag de aanvrager tijd heeft. Zonder dag is er geen stilstand."}
        )
    if uiterlijk <= klok.vandaag():
        raise Invoerfout({"uiterlijk": "Kies een dag na vandaag."})
    return _vraag_aanvulling(actor, zaak, titel, omschrijving, uiterlijk, informatieobjecttype)


def _vraag_aanvulling(
    actor: Actor,
    zaak: Zaak,
    titel: str,
    omschrijving: str,
    uiterlijk: date,
    informatieobjecttype: Any,
    gevolg: Statusgevolg | None = None,
) -> Taak:
    opschorting = _schort_op(actor, zaak, Opschortingsgrond.AANVULLING, titel, uiterlijk, gevolg)
    stappen.ga_naar(zaak, Fase.WACHT_OP_AANVRAGER)
    taak: Taak = Taak.objects.create(
        zaak=zaak,
        titel=titel[:200],
        omschrijving=omschrijving,
        uitvoerder=Uitvoerder.INWONER,
        soort=SoortTaak.UPLOAD,
        knoptekst="Document sturen",
        informatieobjecttype=informatieobjecttype,
        partij=aanvrager(zaak),
        opschorting=opschorting,
        geplaatst_op=klok.nu(),
        geplaatst_door=actor.gebruiker if isinstance(actor, Medewerker) else None,
        uiterlijk=uiterlijk,
        blokkerend=True,
    )
    termijn.werk_bij(zaak)
    berichtgeving.meld_aanvulling_gevraagd(zaak, taak)
    notificaties.meld_taak(zaak, taak, "create")
    return taak


@handeling("aanvullen", op="zaken.Zaak")
def aanvullen(actor: Actor, zaak: Zaak, taak_uuid: Any, *, uploads: list[str], antwoord: str = "") -> Zaak:
    """The applicant sends what was asked: the suspension ends by itself today, the new final date is told."""
    taak = open_taak(actor, zaak, taak_uuid)
    if not uploads:
        raise Invoerfout({"bestanden": "Voeg eerst een bestand toe."})
    bewaar_uploads(actor, zaak, taak, uploads)
    sluit_taak(zaak, taak, antwoord)
    _beeindig(zaak, taak.opschorting, klok.vandaag())
    stappen.ga_naar(zaak, Fase.IN_BEHANDELING)
    berichtgeving.meld_aanvulling_ontvangen(zaak)
    return zaak


@handeling("aanvulling_laten_verlopen", op="zaken.Zaak")
def aanvulling_laten_verlopen(actor: Actor, zaak: Zaak) -> Zaak:
    """The set term passed unused: the suspension ran up to and including its last day (4:15 lid 1)."""
    opschorting = zaak.opschortingen.filter(beeindigd_op=None, grond=Opschortingsgrond.AANVULLING).first()
    if opschorting is None or opschorting.uiterlijk is None or opschorting.uiterlijk >= klok.vandaag():
        raise Invoerfout({"termijn": "De aanvrager heeft nog tijd."})
    langer = termijn.na_uitval(opschorting.uiterlijk)
    if langer >= klok.vandaag():
        _geef_langer(zaak, opschorting, langer)
        return zaak
    laat_vallen(zaak, Taakstand.VERLOPEN, opschorting=opschorting)
    _beeindig(zaak, opschorting, None)
    stappen.ga_naar(zaak, Fase.IN_BEHANDELING)
    berichtgeving.meld_hervat(zaak)
    return zaak


def _geef_langer(zaak: Zaak, opschorting: Opschorting, uiterlijk: date) -> None:
    """The set term ended while the portal was out of order: the applicant has until after the outage (Awb 2:21)."""
    opschorting.uiterlijk = uiterlijk
    opschorting.save(update_fields=["uiterlijk"])
    zaak.taken.filter(opschorting=opschorting, stand=Taakstand.OPEN).update(uiterlijk=uiterlijk)
    termijn.werk_bij(zaak)
    stappen.raak_aan(zaak)


@handeling("opschorten", op="zaken.Zaak")
def opschorten(actor: Actor, zaak: Zaak, *, grond: str, reden: str, uiterlijk: date | None = None) -> Opschorting:
    """The term stands still for another ground of 4:15; the applicant is told."""
    if grond == Opschortingsgrond.AANVULLING:
        raise Invoerfout({"grond": "Vraag de aanvulling aan de aanvrager; dan staat de termijn vanzelf stil."})
    if not reden.strip():
        raise Invoerfout({"reden": "Schrijf waarom de termijn stilstaat. De aanvrager leest dit."})
    if uiterlijk is not None and uiterlijk <= klok.vandaag():
        raise Invoerfout({"uiterlijk": "Kies een dag na vandaag, of laat het veld leeg."})
    return _zet_stil(actor, zaak, grond, reden, uiterlijk)


def _zet_stil(
    actor: Actor, zaak: Zaak, grond: str, reden: str, uiterlijk: date | None, gevolg: Statusgevolg | None = None
) -> Opschorting:
    opschorting = _schort_op(actor, zaak, grond, reden, uiterlijk, gevolg)
    termijn.werk_bij(zaak)
    stappen.raak_aan(zaak)
    berichtgeving.meld_opgeschort(zaak, opschorting)
    return opschorting


def zet_stil_bij(actor: Actor, zaak: Zaak, statustype: Statustype) -> None:
    """What entering a status does to the term, once in a zaak: a completion is asked, or the term stands still. Where
    no term runs, or it stands still already, nothing happens and the log says so.
    """
    gevolg = statustype.gevolgen.first()
    if gevolg is None or zaak.opschortingen.filter(gevolg=gevolg).exists():
        return
    if not zaak.beslistermijnen.filter(voldaan_op=None).exists() or _staat_stil(zaak):
        aantekenen(gevolg="overgeslagen: er loopt geen termijn, of zij staat al stil")
        return
    uiterlijk = Duur.lees(gevolg.termijn).na(klok.vandaag()) if gevolg.termijn else None
    if gevolg.soort == SoortGevolg.AANVULLING and uiterlijk is not None:
        _vraag_aanvulling(actor, zaak, gevolg.titel, gevolg.uitleg, uiterlijk, gevolg.informatieobjecttype, gevolg)
    else:
        _zet_stil(actor, zaak, gevolg.grond, gevolg.uitleg, uiterlijk, gevolg)


@handeling("hervatten", op="zaken.Zaak")
def hervatten(actor: Actor, zaak: Zaak) -> Zaak:
    """The ground is gone: the term goes on today, and the applicant is told the new final date (4:15 lid 3, 4)."""
    opschorting = zaak.opschortingen.filter(beeindigd_op=None).first()
    if opschorting is None:
        raise Invoerfout({"termijn": "De termijn van deze zaak staat niet stil."})
    verlopen = opschorting.uiterlijk is not None and opschorting.uiterlijk < klok.vandaag()
    _beeindig(zaak, opschorting, None if verlopen else klok.vandaag())
    stappen.raak_aan(zaak)
    berichtgeving.meld_hervat(zaak)
    return zaak


@handeling("verlengen", op="zaken.Zaak")
def verlengen(actor: Actor, zaak: Zaak, *, reden: str, duur: str = "") -> Verlenging:
    """Extend on the legal ground of the zaaktype (moves the date), or set a reasonable term where the law gives none
    (4:14 lid 3). Without a ground, or when it comes too late for one, it only informs: the legal date stands (4:14
    lid 1)."""
    zaaktype = zaak.zaaktype
    lopend = _lopende_termijn(zaak)
    if not reden.strip():
        raise Invoerfout({"reden": "Schrijf waarom u verlengt. De aanvrager leest dit."})
    redelijk = zaaktype.termijnregime == Termijnregime.REDELIJK
    met_grond = termijn.mag_verlengen(lopend)
    if met_grond:
        duur = zaaktype.verlengingstermijn
    lengte = _lees_duur(duur)
    verlegt = met_grond or redelijk
    rij = Verlenging.objects.create(
        zaak=zaak,
        beslistermijn=lopend,
        duur=duur,
        verlegt_datum=verlegt,
        grondslag=zaaktype.verlenging_grondslag if met_grond else f"Awb 4:14 lid {3 if redelijk else 1}",
        reden=reden[:1000],
        nieuwe_datum=lengte.na(lopend.uiterlijk or klok.vandaag()),
        door=actor.gebruiker if isinstance(actor, Medewerker) else None,
        meegedeeld_op=klok.nu(),
    )
    if verlegt:
        zaak.verlenging_reden, zaak.verlenging_duur = reden[:200], duur
        termijn.werk_bij(zaak)
        rij.nieuwe_datum = zaak.uiterlijke_einddatum
        rij.save(update_fields=["nieuwe_datum"])
    stappen.raak_aan(zaak, "verlenging_reden", "verlenging_duur")
    berichtgeving.meld_verlengd(zaak, rij)
    return rij


def _lees_duur(duur: str) -> Duur:
    """How much longer, from what was typed or chosen (ISO 8601); never nothing."""
    try:
        lengte = Duur.lees(duur)
    except OngeldigeDuur:
        lengte = Duur()
    if lengte == Duur():
        raise Invoerfout({"duur": "Vul in hoeveel langer het duurt, bijvoorbeeld P2W voor twee weken."})
    return lengte


def _lopende_termijn(zaak: Zaak) -> Beslistermijn:
    lopend: Beslistermijn | None = zaak.beslistermijnen.filter(voldaan_op=None).first()
    if lopend is None:
        raise Invoerfout({"termijn": "Voor deze zaak loopt geen beslistermijn."})
    return lopend


def _staat_stil(zaak: Zaak) -> bool:
    return bool(zaak.opschortingen.filter(beeindigd_op=None).exists())


def _schort_op(
    actor: Actor, zaak: Zaak, grond: str, reden: str, uiterlijk: date | None, gevolg: Statusgevolg | None
) -> Opschorting:
    if grond not in zaak.zaaktype.opschortingsgronden:
        raise Invoerfout({"grond": "Dit zaaktype kent deze reden voor opschorten niet."})
    if _staat_stil(zaak):
        raise Invoerfout({"grond": "De termijn van deze zaak staat al stil."})
    zaak.opschorting_reden = reden[:200]
    opschorting: Opschorting = Opschorting.objects.create(
        zaak=zaak,
        beslistermijn=_lopende_termijn(zaak),
        grond=grond,
        reden=reden[:1000],
        verzocht_op=klok.vandaag(),
        uiterlijk=uiterlijk,
        door=actor.gebruiker if isinstance(actor, Medewerker) else None,
        gevolg=gevolg,
    )
    return opschorting


def _beeindig(zaak: Zaak, opschorting: Opschorting | None, tot: date | None) -> None:
    if opschorting is not None:
        opschorting.tot, opschorting.beeindigd_op = tot, klok.nu()
        opschorting.save(update_fields=["tot", "beeindigd_op"])
    zaak.opschorting_reden = ""
    termijn.werk_bij(zaak)


def beeindig_termijn(zaak: Zaak) -> None:
    """The decision is taken, or there will be none: what runs, stops."""
    for opschorting in zaak.opschortingen.filter(beeindigd_op=None):
        _beeindig(zaak, opschorting, klok.vandaag())
    zaak.beslistermijnen.filter(voldaan_op=None).update(voldaan_op=klok.vandaag())
