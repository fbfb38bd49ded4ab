"""A closed zaak as a folder for an archive: its documents, what was recorded of it, and metadata beside each (MDTO)."""

import hashlib
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import Prefetch

from autorisatie.fouten import OnjuisteToestand
from catalogus import klok
from catalogus.vertrouwelijkheid import naar_zgw
from mijnzaken.documenten.models import Document, Documentstatus, documentenopslag
from mijnzaken.zaken import mdto
from mijnzaken.zaken.brieven import ingevuld
from mijnzaken.zaken.models import Rol, Zaak

_STUK = 1024 * 1024  # bytes a time
_NIET_AF = (Documentstatus.IN_BEWERKING, Documentstatus.TER_VASTSTELLING)
BLIJVEND = mdto.Begrip("Blijvend te bewaren", "Begrippenlijst Waarderingen MDTO", "B")
GEGEVENS = "zaakgegevens.json"


@dataclass(frozen=True)
class _Bestand:
    """A file that was written, and the object of which it is the content."""

    kenmerk: str
    naam: str
    titel: str
    omschrijving: str
    formaat: str
    omvang: int
    sha256: str


def schrijf(zaak: Zaak, map_: Path) -> int:
    """Write the folder of one zaak, which must be admitted; gives how many documents are in it.

    Raises OnjuisteToestand for a document that is not final, not found clean, or whose content is not what was stored.
    """
    documenten = _documenten(zaak)
    map_.mkdir(parents=True)
    nu = klok.nu()
    bestanden = [_schrijf_gegevens(zaak, map_)]
    bestanden += [_schrijf_document(document, nummer, map_) for nummer, document in enumerate(documenten, start=1)]
    dossier = mdto.Verwijzing(_naam(zaak), zaak.nummer)
    for bestand in bestanden:
        _schrijf_metadata(zaak, bestand, dossier, map_, nu)
    onderdelen = [mdto.Verwijzing(bestand.titel, bestand.kenmerk) for bestand in bestanden]
    (map_ / f"{zaak.nummer}.mdto.xml").write_bytes(mdto.xml_van(_dossier(zaak, onderdelen)))
    return len(documenten)


def _documenten(zaak: Zaak) -> list[Document]:
    stukken = Document.objects.systeem("toegelaten door de zaak").select_related("informatieobjecttype")
    rijen = zaak.zaakdocumenten.prefetch_related(Prefetch("document", stukken.prefetch_related("versies")))
    documenten = [rij.document for rij in rijen.order_by("document__creatiedatum", "pk")]
    for document in documenten:
        if document.status in _NIET_AF:
            raise OnjuisteToestand(f"Een document is nog {document.get_status_display()}.")
        if not document.is_schoon:
            raise OnjuisteToestand("Een document is niet schoon bevonden.")
    return documenten


def _schrijf_document(document: Document, nummer: int, map_: Path) -> _Bestand:
    versie = document.laatste
    naam = f"{nummer:03d}-{_veilig(versie.bestandsnaam)}"
    som, omvang = hashlib.sha256(), 0
    with (map_ / naam).open("wb") as doel:
        for stuk in _inhoud(versie.pad):
            som.update(stuk)
            omvang += doel.write(stuk)
    if omvang != versie.bestandsomvang:
        raise OnjuisteToestand("De inhoud van een document is niet meer wat er is opgeslagen.")
    soort = document.informatieobjecttype.omschrijving
    return _Bestand(str(document.uuid), naam, document.titel, soort, versie.formaat, omvang, som.hexdigest())


def _inhoud(pad: str) -> Iterator[bytes]:
    """In pieces; a file without a byte lies nowhere."""
    if pad:
        with documentenopslag().open(pad) as bron:
            while stuk := bron.read(_STUK):
                yield stuk


def _schrijf_gegevens(zaak: Zaak, map_: Path) -> _Bestand:
    """What of a zaak is no document: its course, its decisions, the data, the notes."""
    ruw = (json.dumps(dict(_gegevens(zaak)), ensure_ascii=False, indent=2) + "\n").encode()
    (map_ / GEGEVENS).write_bytes(ruw)
    return _Bestand(
        f"{zaak.nummer}-gegevens",
        GEGEVENS,
        "Gegevens van de zaak",
        "Het verloop, de besluiten, de gegevens en de notities van de zaak",
        "application/json",
        len(ruw),
        hashlib.sha256(ruw).hexdigest(),
    )


def _gegevens(zaak: Zaak) -> Iterator[tuple[str, Any]]:
    yield "nummer", zaak.nummer
    yield "identificatie", zaak.identificatie
    yield "zaaktype", f"{zaak.zaaktype.omschrijving}, versie {zaak.zaaktype.versienummer}"
    yield "omschrijving", zaak.omschrijving
    yield "toelichting", zaak.toelichting
    yield "ontvangen", zaak.ontvangstdatum.isoformat()
    yield "afgerond", zaak.einddatum.isoformat() if zaak.einddatum else ""
    resultaat = zaak.resultaten.select_related("resultaattype").first()
    yield "resultaat", resultaat.resultaattype.omschrijving if resultaat else ""
    yield "betrokkenen", [{"rol": rol.roltype.omschrijving, "naam": _wie(rol)} for rol in _rollen(zaak)]
    statussen = zaak.statussen.select_related("statustype")
    yield (
        "statussen",
        [
            {
                "status": rij.statustype.omschrijving,
                "op": rij.datum_status_gezet.isoformat(),
                "toelichting": rij.statustoelichting,
            }
            for rij in statussen
        ],
    )
    yield (
        "besluiten",
        [
            {
                "besluit": rij.besluittype.omschrijving,
                "uitkomst": rij.uitkomst,
                "datum": rij.datum.isoformat(),
                "ingang": rij.ingangsdatum.isoformat(),
                "einde": rij.vervaldatum.isoformat() if rij.vervaldatum else "",
                "motivering": rij.toelichting,
            }
            for rij in zaak.besluiten.select_related("besluittype").order_by("datum", "pk")
        ],
    )
    yield "gegevens", ingevuld(zaak)
    notities = zaak.notities.order_by("pk")
    yield "notities", [{"onderwerp": rij.onderwerp, "tekst": rij.tekst} for rij in notities]


def _schrijf_metadata(zaak: Zaak, bestand: _Bestand, dossier: mdto.Verwijzing, map_: Path, nu: datetime) -> None:
    """Two files beside the content: what it is, and what its bytes are."""
    kenmerk = f"{bestand.kenmerk}-bestand"
    stuk = mdto.Informatieobject(
        kenmerk=bestand.kenmerk,
        naam=bestand.titel,
        aggregatieniveau="Archiefstuk",
        omschrijving=bestand.omschrijving,
        waardering=BLIJVEND,
        onderdeel_van=dossier,
        representatie=mdto.Verwijzing(bestand.naam, kenmerk),
        archiefvormer=_archiefvormer(zaak),
        beperking=_beperking(zaak),
    )
    inhoud = mdto.Bestand(
        kenmerk=kenmerk,
        naam=bestand.naam,
        omvang=bestand.omvang,
        formaat=bestand.formaat,
        sha256=bestand.sha256,
        bepaald_op=nu,
        van=mdto.Verwijzing(bestand.titel, bestand.kenmerk),
    )
    (map_ / f"{bestand.naam}.mdto.xml").write_bytes(mdto.xml_van(stuk))
    (map_ / f"{bestand.naam}.bestand.mdto.xml").write_bytes(mdto.xml_van(inhoud))


def _dossier(zaak: Zaak, onderdelen: list[mdto.Verwijzing]) -> mdto.Informatieobject:
    resultaat = zaak.resultaten.select_related("resultaattype").first()
    soort = resultaat.resultaattype if resultaat else None
    lijst = "Selectielijst gemeenten en intergemeentelijke organen 2020"
    return mdto.Informatieobject(
        kenmerk=zaak.nummer,
        naam=_naam(zaak),
        aggregatieniveau="Dossier",
        classificatie=mdto.Begrip(
            zaak.zaaktype.omschrijving,
            f"Zaaktypen van {settings.GEMEENTE['volledige_naam']}",
            zaak.proces.identificatie,
        ),
        omschrijving=zaak.omschrijving,
        van=zaak.ontvangstdatum,
        tot=zaak.einddatum,
        waardering=BLIJVEND,
        informatiecategorie=mdto.Begrip(soort.omschrijving_generiek, lijst, soort.selectielijstnummer)
        if soort
        else None,
        onderdelen=onderdelen,
        archiefvormer=_archiefvormer(zaak),
        betrokkenen=[
            (mdto.Begrip(rol.roltype.omschrijving, mdto.BRON), mdto.Verwijzing(_wie(rol)))
            for rol in _rollen(zaak)
            if _wie(rol)
        ],
        activiteit=zaak.zaaktype.referentieproces_naam,
        beperking=_beperking(zaak),
    )


def _naam(zaak: Zaak) -> str:
    return f"{zaak.zaaktype.omschrijving} {zaak.nummer}"


def _rollen(zaak: Zaak) -> list[Rol]:
    return list(zaak.rollen.select_related("roltype", "partij").filter(medewerker=None).order_by("pk"))


def _wie(rol: Rol) -> str:
    return rol.partij.naam if rol.partij else rol.afwijkende_naam_betrokkene


def _archiefvormer(zaak: Zaak) -> mdto.Verwijzing:
    return mdto.Verwijzing(settings.GEMEENTE["volledige_naam"], zaak.bronorganisatie, "RSIN")


def _beperking(zaak: Zaak) -> mdto.Begrip:
    return mdto.Begrip(naar_zgw(zaak.vertrouwelijkheidaanduiding), "Vertrouwelijkheidaanduiding van de ZGW-standaard")


def _veilig(naam: str) -> str:
    """A name that is a name of a file on every machine."""
    return re.sub(r"[^\w.-]+", "-", naam).strip(".-")[-100:] or "bestand"


def gooi_weg(map_: Path) -> None:
    shutil.rmtree(map_, ignore_errors=True)
