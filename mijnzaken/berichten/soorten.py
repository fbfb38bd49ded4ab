"""The kinds of message: what each must know, and what may be said of it where others can read along."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Berichtsoort:
    """``velden``: names that the text needs. ``aard``: its kind in an announcement, which never tells what it is about.

    ``formeel``: goes by letter to who did not consent to electronic messages (Awb 2:8); what is not formal is then in
    the portal only. ``per_email``: may go in full to who consented to e-mail but not to the portal.
    ``vervalt``: nobody needs to look when it does not arrive.
    """

    velden: tuple[str, ...]
    aard: str
    aard_en: str
    formeel: bool = True
    per_email: bool = False
    vervalt: bool = False


def _zaak(*velden: str) -> tuple[str, ...]:
    return ("product", "nummer", *velden)


_TERUGBEL = {"formeel": False, "per_email": True}

_MACHTIGING: dict[str, Any] = {
    "aard": "een bericht over een machtiging",
    "aard_en": "a message about a mandate",
}

SOORTEN: dict[str, Berichtsoort] = {
    "ontvangst": Berichtsoort(
        _zaak("ontvangen_op", "uiterlijk"), "een ontvangstbevestiging", "a confirmation of receipt", per_email=True
    ),
    "aanvulling_gevraagd": Berichtsoort(_zaak("gevraagd", "uiterlijk"), "een vraag aan u", "a question for you"),
    "aanvulling_ontvangen": Berichtsoort(_zaak(), "een ontvangstbevestiging", "a confirmation of receipt"),
    "opgeschort": Berichtsoort(_zaak("reden"), "een bericht over de termijn", "a message about the term"),
    "hervat": Berichtsoort(_zaak("uiterlijk"), "een bericht over de termijn", "a message about the term"),
    "verlengd": Berichtsoort(_zaak("reden", "uiterlijk"), "een bericht over de termijn", "a message about the term"),
    "termijn_overschreden": Berichtsoort(
        _zaak("uiterlijk", "nieuwe_termijn"), "een bericht over de termijn", "a message about the term"
    ),
    "besluit": Berichtsoort(_zaak("uitkomst", "bezwaar_tot"), "een besluit", "a decision"),
    "besluit_elders": Berichtsoort(_zaak("besluit", "toelichting", "bezwaar_tot"), "een besluit", "a decision"),
    "taak": Berichtsoort(_zaak("taak", "uiterlijk"), "een vraag aan u", "a question for you"),
    "ingetrokken": Berichtsoort(_zaak(), "een bevestiging", "a confirmation"),
    "ander_zaaktype": Berichtsoort(
        _zaak("was", "reden", "uiterlijk"), "een bericht over uw zaak", "a message about your case"
    ),
    "gestopt": Berichtsoort(_zaak("reden"), "een bericht over uw zaak", "a message about your case"),
    "heropend": Berichtsoort(_zaak("reden"), "een bericht over uw zaak", "a message about your case"),
    "status_gewijzigd": Berichtsoort(
        _zaak("status"), "een bericht over uw zaak", "a message about your case", formeel=False
    ),
    "document_toegevoegd": Berichtsoort(_zaak("document"), "een document", "a document", formeel=False),
    "gebruik_beperkt": Berichtsoort(
        ("nummer", "zaken", "reden"), "een bericht over uw gegevens", "a message about your data"
    ),
    "beperking_eindigt": Berichtsoort(
        ("nummer", "zaken", "weer_vanaf", "reden"), "een bericht over uw gegevens", "a message about your data"
    ),
    "toestemming_gevraagd": Berichtsoort(_zaak("aanvrager", "uiterlijk"), "een vraag aan u", "a question for you"),
    "toestemming_gegeven": Berichtsoort(
        _zaak(), "een bericht over uw zaak", "a message about your case", formeel=False
    ),
    "bezwaar_ontvangen": Berichtsoort(_zaak("uiterlijk"), "een ontvangstbevestiging", "a confirmation of receipt"),
    "terugbel_aangemaakt": Berichtsoort(
        ("onderwerp", "nummer", "uiterlijk"), "een bericht over uw vraag", "a message about your question", **_TERUGBEL
    ),
    "terugbel_poging": Berichtsoort(
        ("onderwerp", "nummer", "volgende"), "een bericht over uw vraag", "a message about your question", **_TERUGBEL
    ),
    "terugbel_beantwoord": Berichtsoort(
        ("onderwerp", "nummer", "antwoord"), "een antwoord op uw vraag", "an answer to your question", formeel=False
    ),
    "terugbel_te_laat": Berichtsoort(
        ("onderwerp", "nummer"), "een bericht over uw vraag", "a message about your question", **_TERUGBEL
    ),
    "terugbel_heropend": Berichtsoort(
        ("onderwerp", "nummer", "reden"), "een bericht over uw vraag", "a message about your question", **_TERUGBEL
    ),
    "klantcontact": Berichtsoort(
        ("onderwerp",), "een bericht over uw contact", "a message about your contact", formeel=False
    ),
    "concept_verloopt": Berichtsoort(
        ("product", "uiterlijk"),
        "een bericht over iets dat u nog niet hebt verstuurd",
        "a message about something that you have not sent yet",
        formeel=False,
    ),
    "product_verloopt": Berichtsoort(("product", "uiterlijk"), "een herinnering", "a reminder"),
    "product_controle": Berichtsoort(("product", "uiterlijk"), "een vraag aan u", "a question for you"),
    "inloggen_nieuwe": Berichtsoort(
        ("moment", "middel"), "een bericht over uw account", "a message about your account", formeel=False
    ),
    "machtiging_aangeboden": Berichtsoort(("gever", "wat"), **_MACHTIGING),
    "machtiging_verstuurd": Berichtsoort(("ander", "wat"), **_MACHTIGING),
    "machtiging_aanvaard": Berichtsoort(("ander", "wat"), **_MACHTIGING),
    "machtiging_ontvangen": Berichtsoort(("gever", "wat"), **_MACHTIGING),
    "machtiging_beeindigd": Berichtsoort(("ander", "waarom"), **_MACHTIGING),
    "machtiging_register": Berichtsoort(("gever", "aard"), **_MACHTIGING),
    "vrij": Berichtsoort(("onderwerp", "tekst"), "een bericht", "a message"),
    # Straight to an address: no portal, no announcement.
    "adres_code": Berichtsoort(("code",), "een code", "a code", vervalt=True),
    "adres_gewijzigd": Berichtsoort(("soort_adres",), "een wijziging", "a change", vervalt=True),
    # To staff: kind and number only, the rest is behind the log-in.
    "terugbel_te_laat_team": Berichtsoort(("nummer",), "een terugbelnotitie", "a call-back note"),
    "product_controle_te_laat_team": Berichtsoort(("nummer",), "een zaak", "a case"),
    "termijn_overschreden_team": Berichtsoort(("nummer",), "een zaak", "a case"),
    "beperking_team": Berichtsoort(("nummer", "weer_vanaf"), "een zaak", "a case"),
    "nog_te_vertellen_team": Berichtsoort(("nummer",), "een zaak", "a case"),
    "toekenning_gevraagd": Berichtsoort(("rol",), "een rol", "a role"),
    "toekenning_verleend": Berichtsoort(("rol", "uiterlijk"), "een rol", "a role"),
    "toekenning_beeindigd": Berichtsoort(("rol",), "een rol", "a role"),
    "toekenning_loopt_af": Berichtsoort(("rol", "uiterlijk"), "een rol", "a role"),
    "toekenningen_herzien": Berichtsoort(("aantal",), "een overzicht", "an overview"),
    "toets_ingetrokken": Berichtsoort(
        ("proces", "herkenning", "toets"), "een toets van een proces", "a test of a process"
    ),
    "toets_loopt_af": Berichtsoort(
        ("proces", "herkenning", "toets", "tot"), "een toets van een proces", "a test of a process"
    ),
    "toets_verlopen": Berichtsoort(
        ("proces", "herkenning", "toets", "tot"), "een toets van een proces", "a test of a process"
    ),
    "waarneming_ingesteld": Berichtsoort(("afwezige", "waarnemer", "uiterlijk"), "een waarneming", "a stand-in"),
    "zaaktype_teruggestuurd": Berichtsoort(("zaaktype", "versie", "pad"), "een zaaktype", "a case type"),
    "einde_afgewezen": Berichtsoort(("zaaktype", "per", "pad"), "een zaaktype", "a case type"),
    "einde_voorgesteld": Berichtsoort(("zaaktype", "per", "pad"), "een zaaktype", "a case type"),
    "toegang_gekregen": Berichtsoort(("nummer", "tot"), "een afgeschermde zaak", "a shielded case"),
    "afscherming_zonder_toegang": Berichtsoort(("nummer",), "een afgeschermde zaak", "a shielded case"),
    "glas_gebroken": Berichtsoort(("moment",), "een melding", "a notice"),
}

# What is of the person himself, and of nobody who acts for him.
PERSOONLIJK = ("inloggen_nieuwe", "adres_code", "adres_gewijzigd", *(s for s in SOORTEN if s.startswith("machtiging_")))
