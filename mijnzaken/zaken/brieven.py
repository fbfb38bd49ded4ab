"""Letters of a zaak: filled, made (PDF/UA-1 for the resident, PDF/A-3a for the file), and kept as documents."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.utils import translation

from autorisatie.fouten import OnjuisteToestand
from autorisatie.models import Partij
from catalogus import klok
from catalogus.formulieren import bedrag_in_woorden, in_woorden
from catalogus.models import Besluittype, Informatieobjecttype, Richting, Uitkomst
from mijnzaken.berichten.brieven import maak_brief
from mijnzaken.documenten.inspectie import PDF
from mijnzaken.documenten.models import Document, Plaatser
from mijnzaken.documenten.opslag import maak_document, vervang_inhoud
from mijnzaken.zaken.aanmaken import koppel_document
from mijnzaken.zaken.avg import overzicht
from mijnzaken.zaken.avg.besluitbrief import voor_besluit
from mijnzaken.zaken.briefwoorden import eigen_woorden
from mijnzaken.zaken.handelingen.taken import aanvrager
from mijnzaken.zaken.medebetrokkenen import adres_blijft_weg
from mijnzaken.zaken.models import Besluit, Besluitdocument, Gegevenswaarde, Inzagedeel, Zaak
from mijnzaken.zaken.regels import bestreden_besluiten
from mijnzaken.zaken.woorden import gewist

JSON = "application/json"
ONTVANGSTBEVESTIGING = "Ontvangstbevestiging"


def ontvangstbevestiging(zaak: Zaak) -> Document:
    """The proof of receipt, with a copy of all data that were sent (Awb 2:17)."""
    return _bewaar(zaak, ONTVANGSTBEVESTIGING, _bewijs(zaak), tonen=True, van=aanvrager(zaak))


def herschrijf_ontvangstbevestiging(zaak: Zaak) -> list[str]:
    """The proof of receipt again as it was, without the value that was erased since; gives where the older content
    lies, to remove after the commit.
    """
    stukken = Document.objects.systeem("wat gewist is gaat ook uit het bewijs van ontvangst").filter(
        zaakdocumenten__zaak=zaak, titel=ONTVANGSTBEVESTIGING, plaatser=Plaatser.SYSTEEM
    )
    return [pad for stuk in stukken for pad in vervang_inhoud(stuk, _bewijs(zaak, van_toen=stuk))]


def _bewijs(zaak: Zaak, van_toen: Document | None = None) -> bytes:
    """With what was sent as it stands now, or as it stood when that document was made."""
    wie = aanvrager(zaak)
    stukken = zaak.zaakdocumenten.select_related("document")
    uiterlijk = zaak.uiterlijke_einddatum
    gegevens = _kop(zaak, wie)
    if van_toen is not None:
        stukken = stukken.filter(registratiedatum__lte=van_toen.aangemaakt_op).exclude(document=van_toen)
        gegevens["datum"] = van_toen.creatiedatum.isoformat()
        if zaak.opschortingen.exists() or zaak.verlengingen.exists():
            uiterlijk = None  # it is another day than the one that was promised then
    gegevens |= {
        "onderwerp": f"Wij hebben uw aanvraag ontvangen: {zaak.titel}",
        "ontvangen_op": zaak.ontvangstdatum.isoformat(),
        "uiterlijk": uiterlijk.isoformat() if uiterlijk else "",
        "wat_gebeurt_er": zaak.zaaktype.wat_gebeurt_er,
        "gegevens": ingevuld(zaak, van_toen.aangemaakt_op if van_toen is not None else None),
        "bestanden": [d.document.titel for d in stukken],
    }
    sjabloon = "ontvangstbevestiging"
    if bestreden := bestreden_besluiten(zaak):
        sjabloon = "bezwaar_ontvangst"
        gegevens["onderwerp"] = "Wij hebben uw bezwaar ontvangen"
        gegevens["besluit"], gegevens["besluit_datum"] = (
            bestreden[0].besluittype.omschrijving,
            bestreden[0].datum.isoformat(),
        )
    return maak_brief(sjabloon, gegevens, norm="ua-1")


def besluit(zaak: Zaak, rij: Besluit) -> Document:
    """The letter of a decision: to the resident by PDF/UA-1, to the file by PDF/A-3a."""
    houder = aanvrager(zaak)
    zonder_adres = adres_blijft_weg(zaak, houder)
    gegevens = _kop(zaak, houder) | {
        "onderwerp": f"Besluit op uw aanvraag: {zaak.titel}",
        "besluit": rij.besluittype.omschrijving,
        "uitkomst": rij.uitkomst,
        "motivering": rij.toelichting,
        "datum": rij.datum.isoformat(),
        "ingangsdatum": rij.ingangsdatum.isoformat(),
        "vervaldatum": rij.vervaldatum.isoformat() if rij.vervaldatum else "",
        "bedrag": rij.bedrag,
        "bezwaar_tot": rij.uiterlijke_reactiedatum.isoformat() if rij.uiterlijke_reactiedatum else "",
        "bestuursorgaan": rij.bestuursorgaan,
    }
    gegevens |= voor_besluit(zaak, rij)
    if bestreden_besluiten(zaak):
        gegevens |= {
            "onderwerp": "Besluit op uw bezwaar",
            "kop": _OP_BEZWAAR.get(rij.uitkomst, ""),
            "inleiding": "U maakte bezwaar tegen ons besluit. In deze brief leest u wat wij nu besluiten, en waarom.",
            "rechtsmiddel": "beroep",
        }
    if rij.voorstel is not None:
        gegevens |= eigen_woorden(rij.voorstel.besluitmoment, _briefwaarden(gegevens, zaak, rij))
    sjabloon = "besluit"
    document = _bewaar(
        zaak,
        f"Besluit: {rij.besluittype.omschrijving}",
        maak_brief(sjabloon, gegevens, norm="ua-1"),
        tonen=True,
        besluittype=rij.besluittype,
        van=None if zonder_adres else houder,
    )
    archief = _bewaar(
        zaak,
        f"Besluit: {rij.besluittype.omschrijving} (archief)",
        maak_brief(sjabloon, gegevens, norm="a-3a"),
        tonen=False,
        besluittype=rij.besluittype,
    )
    for stuk in (document, archief):
        Besluitdocument.objects.create(zaak=zaak, besluit=rij, document=stuk)
    return document


def _briefwaarden(gegevens: dict[str, Any], zaak: Zaak, rij: Besluit) -> dict[str, Any]:
    """The values that own words in the letter may name."""
    return {
        "naam": gegevens["naam"],
        "product": zaak.titel,
        "nummer": zaak.nummer,
        "gemeente": settings.GEMEENTE["volledige_naam"],
        "aangevraagd_op": zaak.ontvangstdatum,
        "besluit": rij.besluittype.omschrijving,
        "uitkomst": Uitkomst(rij.uitkomst).label,
        "bedrag": None if rij.bedrag is None else bedrag_in_woorden(rij.bedrag),
        "ingangsdatum": rij.ingangsdatum,
        "vervaldatum": rij.vervaldatum,
    }


_OP_BEZWAAR = {
    "toegekend": "Uw bezwaar is gegrond.",
    "gedeeltelijk": "Uw bezwaar is voor een deel gegrond.",
    "afgewezen": "Uw bezwaar is ongegrond. Ons eerste besluit blijft gelden.",
    "niet_behandeld": "Wij kunnen uw bezwaar niet behandelen.",
}


def inzageoverzicht(zaak: Zaak, delen: list[Inzagedeel]) -> tuple[Document, Document]:
    """What is held of the applicant, to read and as a file for a program (AVG 15 lid 3)."""
    wie = aanvrager(zaak)
    titel = "Overzicht van uw persoonsgegevens"
    pdf = overzicht.als_pdf(_kop(zaak, wie), zaak, delen)
    bestand = overzicht.als_json(zaak, delen)
    return (
        _bewaar(zaak, titel, pdf, tonen=True, van=wie),
        _bewaar(zaak, f"{titel} (bestand)", bestand, tonen=True, van=wie, formaat=JSON),
    )


def ingevuld(zaak: Zaak, moment: datetime | None = None) -> list[dict[str, str]]:
    """The values as words, in the order of the form, as they hold now or held at that moment; of one that was erased it
    says when, whatever it was followed by.
    """
    geldt = Q(actueel=True) if moment is None else Q(moment__lte=moment)
    rijen = zaak.gegevenswaarden.filter(geldt | Q(gewist_op__isnull=False)).select_related("gegeven")
    per_gegeven: dict[int, Gegevenswaarde] = {}
    for rij in rijen:
        eerder = per_gegeven.get(rij.gegeven_id)
        if eerder is None or _gaat_voor(rij, eerder, moment):
            per_gegeven[rij.gegeven_id] = rij
    return [{"label": rij.gegeven.label, "waarde": waarde_in_woorden(rij)} for rij in per_gegeven.values()]


def _gaat_voor(rij: Gegevenswaarde, eerder: Gegevenswaarde, moment: datetime | None) -> bool:
    """Now a value that came after the erasure holds; in what was sent then stands that it was erased."""
    if moment is None or bool(rij.gewist_op) == bool(eerder.gewist_op):
        return rij.versie > eerder.versie
    return rij.gewist_op is not None


def waarde_in_woorden(rij: Gegevenswaarde) -> str:
    """As the file and a letter have it."""
    if rij.gewist_op is not None:
        with translation.override("nl"):  # as the letter is
            return gewist(rij)
    return in_woorden(rij.gegeven, rij.waarde)


def _kop(zaak: Zaak, partij: Partij | None) -> dict[str, Any]:
    return {
        "naam": partij.naam if partij else zaak.aanvragernaam,
        "adresregels": [partij.adresregel, f"{partij.postcode}  {partij.stad}".strip()]
        if partij and not adres_blijft_weg(zaak, partij)
        else [],
        "datum": klok.vandaag().isoformat(),
        "kenmerk": zaak.nummer,
        "afdeling": zaak.team.afdeling.naam,
        "taal": "nl",
        "gemeente": settings.GEMEENTE,
    }


def _bewaar(
    zaak: Zaak,
    titel: str,
    inhoud: bytes,
    *,
    tonen: bool,
    besluittype: Besluittype | None = None,
    van: Partij | None = None,
    formaat: str = PDF,
) -> Document:
    document = maak_document(
        inhoud,
        titel=titel[:200],
        informatieobjecttype=_documenttype(zaak, besluittype),
        auteur=settings.GEMEENTE["volledige_naam"],
        zichtbaar_voor_inwoner=tonen,
        vertrouwelijkheidaanduiding=zaak.vertrouwelijkheidaanduiding,
        bestandsnaam=f"{titel} {zaak.nummer}.{formaat.rpartition('/')[2]}",
        formaat=formaat,
    )
    koppel_document(zaak, document, van=van)
    return document


def _documenttype(zaak: Zaak, besluittype: Besluittype | None) -> Informatieobjecttype:
    """The kind of a letter: what the besluittype names, else the first that goes out."""
    soorten = zaak.zaaktype.zaaktypeinformatieobjecttypen.select_related("informatieobjecttype")
    uitgaand = soorten.filter(richting=Richting.UITGAAND)
    rij = None
    if besluittype is not None:
        rij = uitgaand.filter(informatieobjecttype__in=besluittype.informatieobjecttypen.all()).first()
    rij = rij or uitgaand.first() or soorten.first()
    if rij is None:
        raise OnjuisteToestand("Dit zaaktype kent geen documenten; een brief kan niet worden bewaard.")
    return rij.informatieobjecttype
