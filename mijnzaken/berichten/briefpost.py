"""A message as a letter: addressed from the register at the moment of writing, and laid ready for the printer."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import storages

from autorisatie.models import Partij
from catalogus import klok
from mijnzaken import bronnen
from mijnzaken.berichten.brieven import maak_brief
from mijnzaken.berichten.fouten import Onbezorgbaar
from mijnzaken.berichten.models import Bericht, Kanaal
from mijnzaken.berichten.postvak import leg_in_postvak
from mijnzaken.bronnen.gegevens import Adres
from mijnzaken.documenten.models import Document

MAP = "te-printen"


class NogNietGekeurd(Exception):
    """A document that goes along was not found clean yet: the letter waits."""


@dataclass(frozen=True)
class Briefadres:
    """Who it is for and where, one line each, as it stands behind the window of the envelope."""

    naam: str
    regels: tuple[str, ...]


def leg_klaar_voor_druk(bericht: Bericht) -> str:
    """Write the letter into the print folder; gives its name there. The same message is the same file (gevaren 84).

    Raises Onbezorgbaar without an address, BronNietBereikbaar when the register does not answer (it waits then).
    """
    if bericht.partij is None:
        raise Onbezorgbaar("er is niemand om aan te schrijven")
    adres = briefadres(bericht.partij)
    naam = f"{_map_van(bericht)}/{bericht.uuid}.pdf"
    opslag = storages["documenten"]
    _leg_bijlagen_klaar(bericht, naam)
    if not opslag.exists(naam):  # last, so that a letter in the folder is complete
        opslag.save(naam, ContentFile(_pdf(bericht, adres)))
    leg_in_postvak(Kanaal.BRIEF, ", ".join((adres.naam, *adres.regels)), bericht.onderwerp, bericht.tekst, bestand=naam)
    return naam


def brieven_van(bericht: Bericht) -> list[str]:
    """The letter of a message and what goes along, as far as they lie in the print folder."""
    map_ = _map_van(bericht)
    try:
        _mappen, namen = storages["documenten"].listdir(map_)
    except FileNotFoundError:
        return []
    return [f"{map_}/{naam}" for naam in namen if naam.startswith(str(bericht.uuid))]


def _map_van(bericht: Bericht) -> str:
    return f"{MAP}/{klok.datum(bericht.aangemaakt_op).isoformat()}"


def _leg_bijlagen_klaar(bericht: Bericht, naam: str) -> None:
    """The documents that belong to it, in order, beside the letter: '<uuid>-1.pdf'.

    Raises NogNietGekeurd as long as one of them is in quarantine, Onbezorgbaar when one does not exist.
    """
    documenten = Document.objects.systeem("bijlagen bij een brief").prefetch_related("versies")
    gevonden = {document.uuid: document for document in documenten.filter(uuid__in=bericht.bijlagen)}
    opslag = storages["documenten"]
    for nummer, uuid in enumerate(bericht.bijlagen, start=1):
        if uuid not in gevonden:
            raise Onbezorgbaar("een bijlage bestaat niet meer")
        if not gevonden[uuid].is_schoon:
            raise NogNietGekeurd
        versie = gevonden[uuid].laatste
        doel = f"{naam.removesuffix('.pdf')}-{nummer}{PurePosixPath(versie.bestandsnaam).suffix or '.pdf'}"
        if not opslag.exists(doel):
            with versie.bestand.open("rb") as inhoud:
                opslag.save(doel, inhoud)


def _pdf(bericht: Bericht, adres: Briefadres) -> bytes:
    return maak_brief(
        "bericht",
        {
            "naam": adres.naam,
            "adresregels": list(adres.regels),
            "onderwerp": bericht.onderwerp,
            "tekst": bericht.tekst,
            "datum": klok.datum(bericht.aangemaakt_op).isoformat(),
            "kenmerk": bericht.kenmerk or str(bericht.uuid),
            "taal": bericht.taal,
            "gemeente": dict(settings.GEMEENTE),
        },
    )


def briefadres(partij: Partij) -> Briefadres:
    """The address that the person chose for letters, else that of the BRP now, else the one on the partij."""
    if partij.overleden_op is not None:
        raise Onbezorgbaar("deze persoon is overleden")
    gekozen = partij.correspondentieadres
    if gekozen:
        regels = tuple(gekozen[f"adresregel{n}"] for n in (1, 2, 3) if gekozen.get(f"adresregel{n}"))
        return Briefadres(partij.volledige_naam, regels or _regels(_gekozen_adres(gekozen)))
    if partij.bsn is not None:
        persoon = bronnen.brp().persoon(partij.bsn.tonen())  # type: ignore[union-attr]
        if persoon is not None:
            if persoon.overleden_op is not None:
                raise Onbezorgbaar("deze persoon is overleden")
            if persoon.adres is not None:
                return Briefadres(persoon.aanschrijfnaam, _regels(persoon.adres))
    eigen = Adres(
        straatnaam=partij.straatnaam,
        huisnummer=partij.huisnummer,
        huisletter=partij.huisletter,
        huisnummertoevoeging=partij.huisnummertoevoeging,
        postcode=partij.postcode.replace(" ", ""),
        woonplaats=partij.stad,
    )
    return Briefadres(partij.volledige_naam, _regels(eigen))


def _gekozen_adres(gekozen: dict[str, object]) -> Adres:
    nummer = gekozen.get("huisnummer")
    return Adres(
        straatnaam=str(gekozen.get("straatnaam", "")),
        huisnummer=int(str(nummer)) if nummer else None,
        huisnummertoevoeging=str(gekozen.get("huisnummertoevoeging", "")),
        postcode=str(gekozen.get("postcode", "")).replace(" ", ""),
        woonplaats=str(gekozen.get("stad", "")),
    )


def _regels(adres: Adres) -> tuple[str, ...]:
    if not adres.straatnaam or not adres.postcode:
        raise Onbezorgbaar("er is geen postadres bekend")
    return (adres.regel, adres.postregel)
