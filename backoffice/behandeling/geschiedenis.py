"""What happened in a zaak, in words: its statuses and its audit lines, newest first."""

from typing import Any

from django.utils.translation import gettext as _

from autorisatie.models import Applicatie, Auditregel, Gebruiker, Uitkomst
from backoffice.behandeling.tabel import SCHERMEN
from mijnzaken.zaken.inzien import Inzage

HOEVEEL = 200
_OVERIG = {
    "indienen": "Aanvraag ingediend",
    "zaak_registreren": "Zaak geregistreerd",
    "intrekken": "Aanvraag ingetrokken",
    "aanvulling_laten_verlopen": "De tijd voor de aanvulling is voorbij",
    "status_zetten": "Status gemeld door een ander systeem",
    "zaak_aanmaken": "Zaak gemaakt door een ander systeem",
    "zaak_bijwerken": "Bijgewerkt door een ander systeem",
    "zaak_koppelen": "Iets toegevoegd door een ander systeem",
    "zaak_ontkoppelen": "Iets weggehaald door een ander systeem",
    "besluit_aanmaken": "Besluit vastgelegd door een ander systeem",
    "besluit_bijwerken": "Besluit bijgewerkt door een ander systeem",
    "besluit_koppelen": "Document bij een besluit, door een ander systeem",
    "besluit_ontkoppelen": "Document weggehaald bij een besluit, door een ander systeem",
    "toestemming_geven": "Antwoord op het verzoek om toestemming",
    "bezwaar_maken": "Bezwaar gemaakt",
    "glas_breken": "Glas gebroken",
    "terugbelnotitie_maken": "Terugbelnotitie gemaakt",
    "belpoging_vastleggen": "Gebeld",
    "contact_vastleggen": "Contact vastgelegd",
    "terugbelnotitie_beantwoorden": "Terugbelnotitie beantwoord",
    "terugbelnotitie_overnemen": "Terugbelnotitie overgenomen",
}
_ACTOREN = {
    "burger": "de aanvrager of diens gemachtigde",
    "applicatie": "een ander systeem",
    "systeem": "Mijn Zaken (automatisch)",
}


def geschiedenis(inzage: Inzage) -> list[dict[str, Any]]:
    """Three queries: the lines, and the names of who did them. Readings are for the privacy officer."""
    regels = list(
        Auditregel.objects.filter(zaak_uuid=inzage.zaak.uuid, uitkomst=Uitkomst.OK)
        .exclude(handeling="inzien")
        .order_by("-moment", "-id")[:HOEVEEL]
    )
    wie = Gebruiker.objects.in_bulk({r.gebruiker_id for r in regels if r.gebruiker_id})
    systemen = {r.client_id for r in regels if r.client_id}
    labels = dict(Applicatie.objects.filter(client_id__in=systemen).values_list("client_id", "label"))
    gebeurd = [{"moment": r.moment, "wat": _wat(r.handeling), "wie": _wie(r, wie, labels), "bij": ""} for r in regels]
    gebeurd += [
        {
            "moment": s.datum_status_gezet,
            "wat": _("Status: %(status)s") % {"status": s.statustype.omschrijving},
            "wie": "",
            "bij": str(s.statustoelichting or ""),
        }
        for s in inzage.statussen
    ]
    return sorted(gebeurd, key=lambda g: g["moment"], reverse=True)


def _wat(handeling: str) -> str:
    scherm = SCHERMEN.get(handeling)
    return str(scherm.naam) if scherm else _OVERIG.get(handeling, handeling.replace("_", " ").capitalize())


def _wie(regel: Auditregel, wie: dict[int, Gebruiker], systemen: dict[str, str]) -> str:
    gebruiker = wie.get(regel.gebruiker_id or 0)
    return gebruiker.naam if gebruiker else systemen.get(regel.client_id) or _ACTOREN.get(regel.actor_soort, "")
