"""What is done with the content of a document: one of its versions read or downloaded, locked and unlocked, and sent in
parts.
"""

from collections.abc import Iterator
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http.response import HttpResponseBase

from autorisatie.actor import Applicatie
from mijnzaken.api import lezen, schrijven, uitklappen
from mijnzaken.api.adressen import adres
from mijnzaken.api.bron import Bron, Inhoud, Rijen
from mijnzaken.api.documenten.document import DOCUMENTEN, betrokkenen, hoofd, pad, vorm_van
from mijnzaken.api.fouten import ApiFout, veldfout
from mijnzaken.api.vraag import Antwoord, Vraag
from mijnzaken.documenten import versies
from mijnzaken.documenten.antwoord import antwoord
from mijnzaken.documenten.models import Bestandsdeel, Document, Documentversie, Keuringsstand
from mijnzaken.zaken.handelingen.informatieobject import (
    bestandsdeel_ontvangen,
    document_ontgrendelen,
    document_vergrendelen,
)

_NIET_TE_LEZEN = {
    Keuringsstand.WACHT: ("document-wacht-op-keuring", "De inhoud wordt nog op virussen gecontroleerd."),
    Keuringsstand.BESMET: ("document-besmet", "In de inhoud zit een virus."),
    Keuringsstand.GEWEIGERD: ("document-geweigerd", "De inhoud is niet aangenomen."),
}


# -- versions ----------------------------------------------------------------------------------------------------------


def lees(vraag: Vraag) -> Antwoord:
    """The newest version, or that of ``versie`` or ``registratieOp``."""
    if not vraag.parameters.keys() & {"versie", "registratieOp"}:
        return lezen.een(vraag)
    tekst = vraag.parameters.get("expand")
    boom = uitklappen.lees(tekst, DOCUMENTEN) if tekst else {}
    document, versie = _gevraagd(vraag)
    lezen.leg_vast(vraag, DOCUMENTEN, document)
    inhoud = vorm_van(versies.zoals_in(document, versie), versie)
    if boom:
        uitklappen.vouw_uit(vraag, DOCUMENTEN, boom, [inhoud])
    return Antwoord(inhoud)


def download(vraag: Vraag) -> HttpResponseBase:
    """The bytes, whole or a range of them; only what the scanner found clean."""
    document, versie = _gevraagd(vraag)
    lezen.leg_vast(vraag, DOCUMENTEN, document)
    if document.keuring in _NIET_TE_LEZEN:
        raise ApiFout(409, *_NIET_TE_LEZEN[Keuringsstand(document.keuring)])
    if versie.bestandsomvang is None or (versie.bestandsomvang and not versie.pad):
        raise ApiFout(404, detail="Dit document heeft (nog) geen inhoud.")
    versie.document = document
    return antwoord(vraag.request, versie, bijlage=True)


def _gevraagd(vraag: Vraag) -> tuple[Document, Documentversie]:
    document: Document = lezen.haal(vraag, DOCUMENTEN, scope=DOCUMENTEN.lezen)
    versie = versies.op(document, vraag.parameters.get("versie"), vraag.parameters.get("registratieOp"))
    if versie is None:
        raise ApiFout(404, detail="Deze versie is er niet.")
    return document, versie


# -- the lock ----------------------------------------------------------------------------------------------------------


def maak(vraag: Vraag) -> Antwoord:
    """201; who makes a document that is to come in parts gets its lock with it."""
    gemaakt = schrijven.aanmaken(vraag)
    lock = ""
    if gemaakt.inhoud["locked"]:
        rij = Document.objects.voor(vraag.actor).only("lock").get(uuid=gemaakt.inhoud["url"].rpartition("/")[2])
        lock = rij.lock
    return Antwoord(_met_slot(gemaakt.inhoud, lock) | {"lock": lock}, gemaakt.status, gemaakt.koppen)


def wijzig(vraag: Vraag) -> Antwoord:
    """200; the parts that are to come with the lock that was used."""
    return Antwoord(_met_slot(schrijven.bijwerken(vraag).inhoud, vraag.gegevens["lock"]))


def _met_slot(inhoud: Inhoud, lock: str) -> Inhoud:
    return inhoud | {"bestandsdelen": [deel | {"lock": lock} for deel in inhoud["bestandsdelen"]]}


def vergrendel(vraag: Vraag) -> Antwoord:
    return Antwoord({"lock": document_vergrendelen(vraag.actor, lezen.haal(vraag, DOCUMENTEN))})


def ontgrendel(vraag: Vraag) -> Antwoord:
    document_ontgrendelen(vraag.actor, lezen.haal(vraag, DOCUMENTEN), lock=vraag.gegevens.get("lock", ""))
    return Antwoord(None, 204)


# -- parts -------------------------------------------------------------------------------------------------------------


def _delen(actor: Applicatie) -> Rijen:
    return Bestandsdeel.objects.voor(actor).select_related("document")


def _deel(rij: Bestandsdeel) -> Inhoud:
    """``BestandsDeelResponse``; to be read by who holds the lock only."""
    hier = adres(pad("bestandsdelen", rij.uuid))
    return {
        "url": hier,
        "volgnummer": rij.volgnummer,
        "omvang": rij.omvang,
        "inhoud": hier,
        "voltooid": bool(rij.inhoud),
        "lock": rij.document.lock,
    }


def _hoofd_van_deel(rij: Bestandsdeel) -> tuple[str, UUID, str]:
    return hoofd(rij.document)


BESTANDSDELEN = Bron(
    naam="bestandsdelen",
    soort="bestandsdeel",
    pad="/bestandsdelen",
    model=Bestandsdeel,
    rijen=_delen,
    vorm=_deel,
    lezen="documenten.lezen",
    betrokkenen=betrokkenen,
    hoofd=_hoofd_van_deel,
)


def ontvang(vraag: Vraag) -> Antwoord:
    """One part, as a form with a file."""
    bestand: UploadedFile | None = vraag.gegevens.get("inhoud")
    if bestand is None:
        raise veldfout("inhoud", "required", "Stuur het deel van het bestand mee.")
    deel = bestandsdeel_ontvangen(
        vraag.actor,
        lezen.haal(vraag, BESTANDSDELEN),
        stukken=_stukken(bestand),
        omvang=bestand.size or 0,
        lock=vraag.gegevens["lock"],
    )
    return Antwoord(_deel(deel))


def _stukken(bestand: UploadedFile) -> Iterator[bytes]:
    yield from bestand.chunks()
