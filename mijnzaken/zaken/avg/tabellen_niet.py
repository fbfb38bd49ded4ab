"""The tables of which nothing is collected for the person himself, each with the reason.

Together with those that are collected they are all tables but the catalogue, which is about nobody.
"""

_SYSTEEM = "other systems, not persons"
_STAF = "what an employee may and did; that he looked stands in the log of processing"
_SLEUTEL = "only ties rows together that are collected themselves"
_WERK = "how far the program is with its work"

NIET: dict[str, str] = {
    "api.Herhaling": "the answer to a call of another system, gone within days; what it made is collected",
    "autorisatie.Applicatie": _SYSTEEM,
    "autorisatie.Auditregel": "the account of acts; each that used data of the person stands in the log of processing",
    "autorisatie.Autorisatie": _SYSTEEM,
    "autorisatie.BewaardFormulier": "what was typed when the session ended, gone within a day and only his to find",
    "autorisatie.Clientnaam": _SYSTEEM,
    "autorisatie.Drempel": "a number",
    "autorisatie.Gebruiker": "employees: they ask their employer",
    "autorisatie.Logboekzegel": "hashes over lines",
    "autorisatie.Machtiging_producten": _SLEUTEL,
    "autorisatie.Matrixherziening": _STAF,
    "autorisatie.Matrixregel": "what a role may",
    "autorisatie.Matrixversie": _STAF,
    "autorisatie.Matrixversie_auteurs": _STAF,
    "autorisatie.Onderzoek": "told when it is released (UAVG 41 lid 1 d, h); its lines are then collected",
    "autorisatie.Onderzoeker": _STAF,
    "autorisatie.Onderzoekspartij": "as the inquiry itself",
    "autorisatie.PartijToegang": _STAF,
    "autorisatie.Rol": "names of roles",
    "autorisatie.Signaal": "about how an employee read",
    "autorisatie.Toekenning": _STAF,
    "autorisatie.Toegangsvoorstel": _STAF,
    "autorisatie.Voorstelregel": _STAF,
    "autorisatie.Waarneming": _STAF,
    "autorisatie.Wijziging": "what other systems changed; what they made of it is collected",
    "berichten.Abonnement": _SYSTEEM,
    "berichten.Abonnementkanaal": _SYSTEEM,
    "berichten.Notificatie": _SYSTEEM,
    "berichten.Notificatiekanaal": _SYSTEEM,
    "berichten.Postvakbericht": "the letter box of the demo; empty elsewhere",
    "bronnen.Bronstand": _WERK,
    "documenten.Bestandsdeel": "part of a file that is still coming in",
    "documenten.Document": "collected with the zaak that it belongs to",
    "documenten.Documentversie": "the content: the person finds it at his zaak, staff add what is internal by hand",
    "documenten.Gebruiksrecht": "conditions of use, of no person",
    "documenten.ObjectInformatieobject": _SLEUTEL,
    "documenten.Upload": "waits for a draft or a task, and only its sender has its key",
    "klanten.Adrescontrole": "a keyed hash of a code",
    "klanten.Contactbijlage": _SLEUTEL,
    "klanten.Onderwerpobject": _SLEUTEL,
    "zaken.Besluitdocument": _SLEUTEL,
    "zaken.Glasbreuk": _STAF,
    "zaken.Inzagedeel": "the copy itself, until it is released",
    "zaken.Inzagekopie": "the copy itself",
    "zaken.Nummerreeks": "a counter",
    "zaken.Vernietigingslijst": "the archive: nothing of a person",
    "zaken.Vernietigingsregel": "that a zaak was destroyed, without the data",
    "zaken.ZaakMachtiging": _SLEUTEL,
    "zaken.ZaakToegang": _STAF,
    "zaken.Zaakcontact": _SLEUTEL,
}
