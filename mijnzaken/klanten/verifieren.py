"""Making sure who calls: the caller's answers are compared with what is known; the agent never sees what is right."""

import re
import secrets
from collections.abc import Collection, Mapping
from datetime import date, timedelta

from django.utils.translation import gettext as _

from autorisatie.actor import Actor, Burger, Medewerker
from autorisatie.fouten import GeenRecht
from autorisatie.models import Partij
from catalogus import klok
from catalogus.tekst import vouw
from mijnzaken.klanten.models import DigitaalAdres, SoortControle, SoortDigitaalAdres, Verificatie
from mijnzaken.klanten.vormen import OnjuistAdres, adres_vorm

NODIG = 2  # right answers, and no wrong one
GELDT = timedelta(minutes=45)  # at most; the end of the contact ends it earlier
MEESTE_MISLUKT = 3  # failed verifications per partij in an hour
REDEN = "beller verifiëren"

# What the caller was found by proves nothing: anybody who knows it finds the same partij.
_GEVONDEN_OP = {
    "telefoon": {SoortControle.TELEFOON},
    "email": {SoortControle.EMAIL},
    "naam_geboortedatum": {SoortControle.GEBOORTEDATUM},
    "adres": {SoortControle.ADRES},
    "kvk": {SoortControle.KVK},
}


def verificatievragen(partij: Partij, *, gevonden_op: str = "") -> list[SoortControle]:
    """Which questions the agent can put: those whose answer is known, without the one by which the caller was found."""
    bekend = _bekende_antwoorden(partij)
    return [soort for soort in SoortControle if soort in bekend and soort not in _GEVONDEN_OP.get(gevonden_op, set())]


def vergelijk(partij: Partij, antwoorden: Mapping[str, str], *, gevonden_op: str = "") -> tuple[list[str], list[str]]:
    """The kinds of question answered right, and those answered wrong; an empty answer is neither."""
    bekend = _bekende_antwoorden(partij)
    vragen = verificatievragen(partij, gevonden_op=gevonden_op)
    goed: list[str] = []
    fout: list[str] = []
    for soort in vragen:
        antwoord = antwoorden.get(soort, "").strip()
        if antwoord:
            (goed if _klopt(soort, antwoord, bekend[soort]) else fout).append(soort.value)
    return goed, fout


def te_vaak_mislukt(partij: Partij) -> bool:
    """Were there so many failed tries in the last hour, by whomever, that somebody may be guessing?"""
    mislukt = Verificatie.objects.systeem(REDEN).filter(
        partij=partij, gelukt=False, moment__gte=klok.nu() - timedelta(hours=1)
    )
    return bool(mislukt.count() >= MEESTE_MISLUKT)


def geldige_verificatie(actor: Medewerker, partij_pk: int) -> Verificatie | None:
    """The verification by which this agent may show this partij's data now, or ``None``."""
    rijen = Verificatie.objects.voor(actor).filter(
        partij=partij_pk, gelukt=True, beeindigd_op=None, verloopt_op__gt=klok.nu()
    )
    return rijen.order_by("-moment").first()


def zelf_aan_het_woord(actor: Actor, partij: Partij) -> None:
    """Refuse who is not this person himself: a gemachtigde, or staff that did not verify him now (Awb 2:12)."""
    if isinstance(actor, Burger) and (actor.namens is not None or actor.partij.pk != partij.pk):
        raise GeenRecht(_("Alleen de persoon zelf kan dit wijzigen."))
    if isinstance(actor, Medewerker) and geldige_verificatie(actor, partij.pk) is None:
        raise GeenRecht(_("Controleer eerst wie u spreekt."))


def _bekende_antwoorden(partij: Partij) -> dict[SoortControle, Collection[str]]:
    adressen = DigitaalAdres.objects.systeem(REDEN).filter(verstrekt_door_partij=partij, vervallen_op=None)
    digitaal: dict[str, list[str]] = {}
    for soort, vorm in adressen.values_list("soort_digitaal_adres", "zoekvorm"):
        digitaal.setdefault(soort, []).append(vorm)
    bekend: dict[SoortControle, Collection[str]] = {
        SoortControle.GEBOORTEDATUM: [partij.geboortedatum.isoformat()] if partij.geboortedatum else [],
        SoortControle.ADRES: [_adres(f"{partij.postcode}{partij.huisnummer}")] if partij.huisnummer else [],
        SoortControle.TELEFOON: digitaal.get(SoortDigitaalAdres.TELEFOONNUMMER, []),
        SoortControle.EMAIL: digitaal.get(SoortDigitaalAdres.EMAIL, []),
        SoortControle.VOORNAMEN: [vouw(partij.voornaam)] if partij.voornaam else [],
        SoortControle.KVK: [partij.kvk_nummer] if partij.kvk_nummer else [],
    }
    return {soort: waarden for soort, waarden in bekend.items() if waarden}


def _klopt(soort: SoortControle, antwoord: str, bekend: Collection[str]) -> bool:
    gegeven = _vorm(soort, antwoord)
    return any(secrets.compare_digest(gegeven.encode(), waarde.encode()) for waarde in bekend)


def _vorm(soort: SoortControle, antwoord: str) -> str:
    try:
        match soort:
            case SoortControle.GEBOORTEDATUM:
                return _datum(antwoord)
            case SoortControle.ADRES:
                return _adres(antwoord)
            case SoortControle.TELEFOON:
                return adres_vorm(SoortDigitaalAdres.TELEFOONNUMMER, antwoord)
            case SoortControle.EMAIL:
                return adres_vorm(SoortDigitaalAdres.EMAIL, antwoord)
            case SoortControle.VOORNAMEN:
                return vouw(antwoord)
            case SoortControle.KVK:
                return re.sub(r"\D", "", antwoord)
    except (OnjuistAdres, ValueError):
        return ""


def _datum(antwoord: str) -> str:
    """'17-5-1984' or '1984-05-17' as ISO. Raises ValueError."""
    delen = [int(deel) for deel in re.split(r"[-/. ]+", antwoord.strip())]
    if len(delen) != 3:
        raise ValueError(antwoord)
    jaar, maand, dag = delen if delen[0] > 31 else delen[::-1]
    return date(jaar, maand, dag).isoformat()


def _adres(antwoord: str) -> str:
    """Postcode and house number without anything else: '2900AB12'; letters after the number do not count."""
    gevonden = re.match(r"([1-9][0-9]{3})([A-Z]{2})([0-9]{1,5})", re.sub(r"[^0-9A-Z]", "", antwoord.upper()))
    return "".join(gevonden.groups()) if gevonden else ""
