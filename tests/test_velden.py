"""Every field of a guarded model has its group and level, or does not leave the process: with the reason."""

from autorisatie.bewaakt import BewaaktModel
from autorisatie.gegevensgroepen import geregistreerd
from tests.test_deuren import onze_modellen

VERLAAT_HET_PROCES_NIET = {
    "*": {"id", "zaak", "uuid"},  # our own key; the zaak it belongs to, which was admitted already
    "autorisatie.Partij": {"bsn_zoekwaarde", "pseudo_id", "zoeknaam", "aangemaakt_op", "bekend_persoon"},
    "documenten.Document": {"lock"},
    "documenten.Documentversie": {
        "document",
        "bestand",
        "inhoud_van",
    },  # the file goes out by its own address, after the door
    "klanten.DigitaalAdres": {"zoekvorm"},
    "klanten.Rekeningnummer": {"iban_zoekwaarde"},
    "zaken.Zaak": {"concept_uuid"},
    "zaken.Toestemming": {"code_zoekwaarde"},
    "zaken.Concept": {"waarden", "sessie_zoekwaarde", "aangekondigd_op"},
}
NIET_BEGONNEN = {  # rooms whose screens show whole rows of the person himself, without levels
    "autorisatie.Machtiging": "only the two parties see it, whole",
    "autorisatie.Onderzoek": "only its own desk sees it, whole",
    "autorisatie.Onderzoeker": "seen with its inquiry",
    "autorisatie.Onderzoekspartij": "seen with its inquiry",
    "autorisatie.Toegangsvoorstel": "only who goes over other systems sees it, whole",
    "autorisatie.Voorstelregel": "seen with its proposal",
    "autorisatie.PartijRelatie": "never leaves: it only decides",
    "berichten.Bericht": "only the receiver sees it, whole",
    "berichten.Postvakbericht": "the mailbox of the demo: what was sent, as its receiver has it",
    "bronnen.Bronstand": "when a register was asked: only tasks read it",
    "documenten.Bestandsdeel": "a part of an upload: only its sender sends it",
    "klanten.Adrescontrole": "a keyed hash of a code: only compared",
    "zaken.Inzagedeel": "only who checks a request for access sees it, whole",
    "zaken.Inzagekopie": "only who checks a request for access sees it, whole",
    "zaken.Wisregel": "only who handles a request for erasure sees it, whole",
    "zaken.PartijAfscherming": "only who guards all shieldings and the named persons see it, whole",
    "zaken.Glasbreuk": "only the team lead and the privacy officer see it, whole",
    "documenten.ObjectInformatieobject": "which zaak a document belongs to: seen through that zaak",
    "zaken.Overzetting": "who moved zaken to which version: nothing of a person",
    "zaken.Overzetregel": "seen as numbers only, and in the note at the zaak",
    "zaken.Vernietigingslijst": "who decided when: nothing of a person",
    "zaken.Vernietigingsregel": "a number, a kind and dates: nothing of a person, and it outlives the zaak",
    "documenten.Upload": "only its sender sees it, by its key",
    "documenten.Uploadlink": "only its sender sees it, by its key",
}


def test_elk_veld_van_een_bewaakt_model_staat_in_het_register_of_verlaat_het_proces_niet():
    ontbreekt = {}
    for model in onze_modellen():
        if not issubclass(model, BewaaktModel) or model._meta.label in NIET_BEGONNEN:
            continue
        velden = {f.name for f in model._meta.get_fields() if not f.auto_created or f.concrete}
        vrij = VERLAAT_HET_PROCES_NIET["*"] | VERLAAT_HET_PROCES_NIET.get(model._meta.label, set())
        over = velden - set(geregistreerd().get(model, {})) - vrij
        if over:
            ontbreekt[model._meta.label] = sorted(over)
    assert ontbreekt == {}


def test_wat_in_het_register_staat_bestaat():
    kapot = [
        f"{model._meta.label}.{veld}"
        for model, velden in geregistreerd().items()
        for veld in velden
        if not hasattr(model, veld) and veld not in {f.name for f in model._meta.get_fields()}
    ]
    assert kapot == []
