"""The copy for who asked what is held of him (AVG 15): collected by the program, checked and released by a person."""

import json
from collections.abc import Sequence

from autorisatie.actor import Actor, Medewerker
from autorisatie.fouten import Invoerfout, OnjuisteToestand
from autorisatie.handeling import aantekenen, handeling
from autorisatie.models import Partij
from catalogus import klok
from mijnzaken.zaken import berichtgeving, brieven, stappen
from mijnzaken.zaken.avg import INZAGE
from mijnzaken.zaken.avg.bekenden import derden_van
from mijnzaken.zaken.avg.inkijken import mag_alles_nakijken
from mijnzaken.zaken.avg.overzicht import velden_van
from mijnzaken.zaken.avg.verzamelen import schone_json, verzamel, wie_is
from mijnzaken.zaken.handelingen.taken import aanvrager
from mijnzaken.zaken.models import Achterhoudgrond, Inzagedeel, Inzagekopie, Zaak
from mijnzaken.zaken.regels import mag_behandelen

MINST = 3  # characters of what is taken out by hand: less would take out everything


@handeling("inzage_verzamelen", op="zaken.Zaak")
def inzage_verzamelen(actor: Actor, zaak: Zaak) -> Inzagekopie:
    """Collect, or collect anew: what was withheld, and words that were taken out by hand, stay so."""
    if zaak.proces.identificatie != INZAGE:
        raise OnjuisteToestand("Deze zaak is geen verzoek om inzage.")
    partij = aanvrager(zaak)
    if partij is None:
        raise OnjuisteToestand("Van deze zaak is niet bekend wie om inzage vraagt.")
    oud = Inzagekopie.objects.systeem("wat al was nagekeken").filter(zaak=zaak).first()
    if oud is not None and oud.vrijgegeven_op is not None:
        raise OnjuisteToestand("Het overzicht is al vrijgegeven.")
    ook_weg = _woorden(oud) if oud else []
    besluiten = {deel.kenmerk: (deel.grond, deel.toelichting) for deel in oud.delen.exclude(grond="")} if oud else {}
    if oud is not None:
        oud.delete()
    kopie: Inzagekopie = Inzagekopie.objects.create(zaak=zaak, partij=partij, verzameld_op=klok.nu())
    _zet_woorden(kopie, ook_weg)
    _verzamel(kopie, partij, ook_weg, besluiten)
    aantekenen(delen=kopie.delen.count())
    return kopie


@handeling("inzage_weghalen", op="zaken.Inzagekopie")
def inzage_weghalen(actor: Medewerker, kopie: Inzagekopie, *, tekst: str) -> int:
    """A name or number of another that the program did not know: out of every part. Gives how many places."""
    _nog_niet_vrijgegeven(kopie)
    woord = tekst.strip()
    if len(woord) < MINST:
        raise Invoerfout({"tekst": f"Typ ten minste {MINST} letters of cijfers."})
    alle = [*_woorden(kopie), woord]
    derden = derden_van(wie_is(kopie.partij), alle)
    totaal = 0
    for deel in kopie.delen.all():
        velden, erbij = velden_van(deel), 0
        for veld in velden:
            veld["woorden"], aantal = derden.schoon(veld["woorden"])
            veld["waarde"] = schone_json(veld["waarde"], derden)
            erbij += aantal
        if erbij:
            totaal += erbij
            deel.inhoud, deel.weggehaald = json.dumps(velden), deel.weggehaald + erbij
            deel.save(update_fields=["inhoud", "weggehaald"])
    if not totaal:
        raise Invoerfout({"tekst": "Deze tekst staat niet in het overzicht, of is van de aanvrager zelf."})
    _zet_woorden(kopie, alle)
    aantekenen(plekken=totaal)
    return totaal


@handeling("inzage_achterhouden", op="zaken.Inzagekopie")
def inzage_achterhouden(
    actor: Medewerker, kopie: Inzagekopie, *, delen: Sequence[Inzagedeel], grond: str, toelichting: str
) -> int:
    """Withhold these parts on a ground of the law (UAVG 41), or with no ground: put them back."""
    _nog_niet_vrijgegeven(kopie)
    if not delen:
        raise Invoerfout({"delen": "Kies ten minste een gegeven."})
    if grond and grond not in Achterhoudgrond.values:
        raise Invoerfout({"grond": "Kies een grond uit de lijst."})
    if grond and not toelichting.strip():
        raise Invoerfout({"toelichting": "Schrijf waarom dit niet in het overzicht mag."})
    rijen = kopie.delen.filter(pk__in=[deel.pk for deel in delen])
    aantal: int = rijen.update(grond=grond, toelichting=toelichting.strip()[:500] if grond else "")
    aantekenen(delen=aantal, grond=grond)
    return aantal


@handeling("inzage_vrijgeven", op="zaken.Inzagekopie")
def inzage_vrijgeven(actor: Medewerker, kopie: Inzagekopie) -> Inzagekopie:
    """The resident finds both copies at his zaak. What was collected for it goes; what was withheld, and why, stays."""
    _nog_niet_vrijgegeven(kopie)
    zaak = kopie._zaak()
    mag_behandelen(zaak, actor.gebruiker)
    if belet := mag_alles_nakijken(actor, kopie):
        raise OnjuisteToestand(belet)
    zaak.inzagekopie = kopie
    overzicht, bestand = brieven.inzageoverzicht(zaak, list(kopie.delen.select_related("over_zaak__proces")))
    kopie.delen.filter(grond="").delete()
    kopie.delen.update(inhoud=None)
    kopie.vrijgegeven_op, kopie.vrijgegeven_door, kopie.ook_weg = klok.nu(), actor.gebruiker, None
    kopie.save(update_fields=["vrijgegeven_op", "vrijgegeven_door", "ook_weg"])
    stappen.raak_aan(zaak)
    berichtgeving.meld_inzageoverzicht(zaak, [overzicht, bestand])
    aantekenen(achtergehouden=kopie.delen.count())
    return kopie


def _verzamel(kopie: Inzagekopie, partij: Partij, ook_weg: list[str], besluiten: dict[str, tuple[str, str]]) -> None:
    wie = wie_is(partij)
    rijen = (
        Inzagedeel(
            zaak=kopie.zaak,
            kopie=kopie,
            kenmerk=stuk.kenmerk,
            over_zaak_id=stuk.over_zaak,
            groep=stuk.groep,
            kop=stuk.kop,
            inhoud=json.dumps(stuk.velden),
            weggehaald=stuk.weggehaald,
            grond=besluiten.get(stuk.kenmerk, ("", ""))[0],
            toelichting=besluiten.get(stuk.kenmerk, ("", ""))[1],
        )
        for stuk in verzamel(wie, derden_van(wie, ook_weg))
    )
    Inzagedeel.objects.bulk_create(rijen, batch_size=500)


def _woorden(kopie: Inzagekopie) -> list[str]:
    gelezen: list[str] = json.loads(kopie.ook_weg.tonen()) if kopie.ook_weg else []  # type: ignore[union-attr]
    return gelezen


def _zet_woorden(kopie: Inzagekopie, woorden: list[str]) -> None:
    if woorden:
        kopie.ook_weg = json.dumps(woorden)
        kopie.save(update_fields=["ook_weg"])


def _nog_niet_vrijgegeven(kopie: Inzagekopie) -> None:
    if kopie.vrijgegeven_op is not None:
        raise OnjuisteToestand("Het overzicht is al vrijgegeven.")
