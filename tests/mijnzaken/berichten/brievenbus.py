"""A filled letter of every kind, and what a PDF says of itself."""

from io import BytesIO
from typing import Any

from pypdf import PdfReader

from mijnzaken.berichten.brieven import gegevens as g

GEMEENTE: g.Gemeente = {
    "naam": "Demostad",
    "volledige_naam": "Gemeente Demostad",
    "telefoon": "14 070",
    "adres": "Postbus 1, 1000 AA Demostad",
    "bestuursorgaan": "Burgemeester en wethouders",
}
KOP = {
    "naam": "A. de Vries",
    "adresregels": ["Spoorlaan 12", "2900 AB  Demostad"],
    "onderwerp": "Over uw aanvraag",
    "datum": "2026-11-23",
    "kenmerk": "2026-0148832",
    "afdeling": "Geluid en Lucht",
    "gemeente": GEMEENTE,
}
BRIEVEN: dict[str, dict[str, Any]] = {
    "bericht": {
        **KOP,
        "tekst": "Beste Anna,\n\nDit gaan wij doen:\n- bellen\n- schrijven\n\nMet vriendelijke groet,\nDemostad",
    },
    "ontvangstbevestiging": {
        **KOP,
        "ontvangen_op": "2026-11-22",
        "uiterlijk": "2027-01-18",
        "wat_gebeurt_er": "Eerst kijken wij of alles er is.\n\nDaarna meten wij.",
        "gegevens": [
            {"label": "Code van de brief", "waarde": "DS-7K4P"},
            {"label": "Adres", "waarde": "Spoorlaan 12\nDemostad"},
        ],
        "bestanden": ["Foto van de voorgevel"],
    },
    "inzage": {
        **KOP,
        "verzameld_op": "2026-11-22",
        "groepen": [
            {
                "kop": "Zaak 2026-0148832",
                "delen": [{"kop": "Kenteken", "velden": [{"label": "Waarde", "waarde": "K-123-BB\nVan u zelf"}]}],
            }
        ],
        "achtergehouden": ["Zaak 2026-0148832: Notitie. Grond: toezicht"],
    },
    "verklaring_vernietiging": {
        **KOP,
        "zaaktype": "Parkeervergunning bewoners",
        "peildatum": "2026-11-02",
        "vernietigd_op": "2026-11-23",
        "stappen": [{"label": "Goedgekeurd", "waarde": "H. Mol, archivaris, 9 november 2026"}],
        "zaken": [
            {
                "nummer": "2019-0000012",
                "zaaktype": "Parkeervergunning bewoners, versie 1",
                "resultaat": "Verleend",
                "selectielijst": "8.1",
                "afgerond": "2019-10-01",
                "bewaard_tot": "2024-10-01",
                "documenten": 3,
            }
        ],
        "gebleven": ["Zaak 2019-0000013: een klacht"],
    },
    "bezwaar_ontvangst": {
        **KOP,
        "ontvangen_op": "2026-11-22",
        "uiterlijk": "2027-03-01",
        "wat_gebeurt_er": "",
        "gegevens": [{"label": "Waarom maakt u bezwaar?", "waarde": "Het is te veel geluid."}],
        "bestanden": [],
        "besluit": "Subsidie voor maatregelen",
        "besluit_datum": "2026-11-01",
    },
    "verzoek_aanvulling": {
        **KOP,
        "gevraagd": "Een tekening",
        "toelichting": "Met de maten.",
        "uiterlijk": "2026-12-07",
    },
    "besluit": {
        **KOP,
        "besluit": "Subsidie voor maatregelen",
        "uitkomst": "toegekend",
        "motivering": "Het geluid in uw woning is 47 dB. De grens is 43 dB.",
        "ingangsdatum": "2026-11-24",
        "vervaldatum": "2027-11-23",
        "bedrag": 1234550,
        "bezwaar_tot": "2027-01-04",
        "bestuursorgaan": "",
    },
    "verlenging": {
        **KOP,
        "reden": "Het onderzoek duurt langer.",
        "grondslag": "artikel 4:14 van de Algemene wet bestuursrecht",
        "oude_datum": "2027-01-18",
        "nieuwe_datum": "2027-03-01",
        "verlegt_datum": True,
    },
    "opschorting": {**KOP, "reden": "U vroeg ons te wachten.", "vanaf": "2026-11-24", "uiterlijk": "2026-12-31"},
    "hervatting": {
        **KOP,
        "reden": "Wij ontvingen uw tekening.",
        "hervat_op": "2026-11-24",
        "nieuwe_datum": "2027-02-01",
    },
}


def lees(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def tekst(pdf: bytes) -> str:
    """The words in their order, with single spaces: where a line ends is layout."""
    woorden = " ".join(bladzijde.extract_text() for bladzijde in lees(pdf).pages)
    return " ".join(woorden.replace("\u200b", "").replace("\xa0", " ").split())
