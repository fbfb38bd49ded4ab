"""A line of the log of processing in plain words: what a department did, and why. Never the name of an employee."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from autorisatie.logboek import Status
from autorisatie.models import Gegevensgroep, Verwerkingsregel

_DAAD: Mapping[str, str | Promise] = {
    "inzien": gettext_lazy("bekeek uw zaak"),
    "klantbeeld_inzien": gettext_lazy("bekeek een overzicht van uw zaken en contacten"),
    "zoekresultaat_inzien": gettext_lazy("zag uw naam bij het zoeken"),
    "berichten_inzien": gettext_lazy("bekeek een bericht aan u dat niet aankwam"),
    "bericht_lezen": gettext_lazy("las een bericht"),
    "bericht_verzenden": gettext_lazy("stuurde u een bericht"),
    "bericht_opnieuw_verzenden": gettext_lazy("stuurde u een bericht opnieuw"),
    "contact_inzien": gettext_lazy("bekeek wanneer u contact met ons had"),
    "gegevens_inzien": gettext_lazy("bekeek uw gegevens"),
    "producten_inzien": gettext_lazy("bekeek wat u van ons hebt gekregen"),
    "logboek_lezen": gettext_lazy("keek in het logboek"),
    "logboek_exporteren": gettext_lazy("maakte een afschrift van het logboek"),
    "in_behandeling_nemen": gettext_lazy("begon met uw zaak"),
    "besluiten": gettext_lazy("nam een besluit"),
    "besluit_voorstellen": gettext_lazy("deed een voorstel voor een besluit"),
    "aanvulling_vragen": gettext_lazy("vroeg u om een aanvulling"),
    "aanvullen": gettext_lazy("vulde de aanvraag aan"),
    "klantcontact_vastleggen": gettext_lazy("legde vast dat u contact had"),
    "klantcontact_bijwerken": gettext_lazy("wijzigde wat er over een contact met u staat"),
    "klantcontact_ontkoppelen": gettext_lazy("haalde iets weg bij een contact met u"),
    "klantcontact_verwijderen": gettext_lazy("verwijderde een contact met u"),
    "internetaak_maken": gettext_lazy("vroeg een afdeling iets voor u te doen"),
    "internetaak_bijwerken": gettext_lazy("wijzigde wat een afdeling voor u doet"),
    "internetaak_afhandelen": gettext_lazy("sloot een vraag van u af"),
    "internetaak_verwijderen": gettext_lazy("nam een vraag aan een afdeling terug"),
    "partij_vastleggen": gettext_lazy("legde uw gegevens vast"),
    "partij_bijwerken": gettext_lazy("wijzigde uw gegevens"),
    "partij_ontkoppelen": gettext_lazy("haalde een van uw gegevens weg"),
    "partij_verwijderen": gettext_lazy("verwijderde uw gegevens"),
    "taak_intrekken": gettext_lazy("vroeg u iets niet meer te doen"),
    "digitaal_adres_vastleggen": gettext_lazy("legde een e-mailadres of telefoonnummer van u vast"),
    "digitaal_adres_verwijderen": gettext_lazy("verwijderde een e-mailadres of telefoonnummer van u"),
    "digitaal_adres_bijwerken": gettext_lazy("wijzigde uw e-mailadres of telefoonnummer"),
    "beller_verifieren": gettext_lazy("stelde vragen om zeker te weten dat u het was"),
    "notitie_schrijven": gettext_lazy("schreef een notitie"),
    "toewijzen": gettext_lazy("gaf uw zaak aan een medewerker"),
    "overdragen": gettext_lazy("gaf uw zaak aan een andere afdeling of medewerker"),
    "advies_vragen": gettext_lazy("vroeg een collega om advies"),
    "adviseren": gettext_lazy("gaf advies"),
    "indienen": gettext_lazy("diende de aanvraag in"),
    "intrekken": gettext_lazy("trok de aanvraag in"),
    "zaak_registreren": gettext_lazy("legde uw aanvraag vast"),
    "status_zetten": gettext_lazy("zette een stap in uw zaak"),
    "stap_zetten": gettext_lazy("zette een stap in uw zaak"),
    "zaak_aanmaken": gettext_lazy("legde uw zaak vast"),
    "zaak_bijwerken": gettext_lazy("werkte uw zaak bij"),
    "zaak_koppelen": gettext_lazy("voegde iets toe aan uw zaak"),
    "zaak_ontkoppelen": gettext_lazy("haalde iets weg uit uw zaak"),
    "zaak_verwijderen": gettext_lazy("verwijderde uw zaak"),
    "document_aanmaken": gettext_lazy("bewaarde een document"),
    "document_bijwerken": gettext_lazy("werkte een document bij"),
    "document_vergrendelen": gettext_lazy("begon een document bij te werken"),
    "document_ontgrendelen": gettext_lazy("was klaar met een document bijwerken"),
    "document_verwijderen": gettext_lazy("verwijderde een document"),
    "document_koppelen": gettext_lazy("legde vast waar een document bij hoort"),
    "document_ontkoppelen": gettext_lazy("haalde weg waar een document bij hoort"),
    "bestandsdeel_ontvangen": gettext_lazy("stuurde een deel van een document"),
    "besluit_aanmaken": gettext_lazy("legde een besluit vast"),
    "besluit_bijwerken": gettext_lazy("werkte een besluit bij"),
    "besluit_verwijderen": gettext_lazy("verwijderde een besluit"),
    "besluit_koppelen": gettext_lazy("voegde een document toe aan een besluit"),
    "besluit_ontkoppelen": gettext_lazy("haalde een document weg bij een besluit"),
    "gegeven_wijzigen": gettext_lazy("wijzigde een gegeven in uw zaak"),
    "document_toevoegen": gettext_lazy("voegde een document toe"),
    "document_tonen": gettext_lazy("liet u een document zien"),
    "taak_plaatsen": gettext_lazy("vroeg u iets te doen"),
    "taak_uitvoeren": gettext_lazy("voerde een taak uit"),
    "opschorten": gettext_lazy("zette de termijn stil"),
    "hervatten": gettext_lazy("liet de termijn weer lopen"),
    "verlengen": gettext_lazy("verlengde de termijn"),
    "afhandelen": gettext_lazy("sloot uw zaak"),
    "heropenen": gettext_lazy("opende uw zaak opnieuw"),
    "inzage_verzamelen": gettext_lazy("verzamelde wat wij van u hebben"),
    "inzage_nakijken": gettext_lazy("keek na wat wij van u hebben"),
    "inzage_weghalen": gettext_lazy("haalde gegevens van een ander uit uw overzicht"),
    "inzage_achterhouden": gettext_lazy("koos wat wel en niet in uw overzicht mag"),
    "inzage_vrijgeven": gettext_lazy("gaf u een overzicht van uw gegevens"),
    "gebruik_beperken": gettext_lazy("zette uw gegevens op slot"),
    "gegeven_rectificeren": gettext_lazy("keek of verbeterde een gegeven, omdat u daarom vroeg"),
    "wissing_nagaan": gettext_lazy("ging na wat wij van u kunnen wissen"),
    "wissing_kiezen": gettext_lazy("koos wat wij van u wissen"),
    "wissing_goedkeuren": gettext_lazy("keurde goed dat wij gegevens van u wissen"),
    "gegevens_wissen": gettext_lazy("wiste gegevens, omdat u daarom vroeg"),
    "opnieuw_wissen": gettext_lazy("wiste opnieuw wat al gewist was"),
    "kennisgeving_afmelden": gettext_lazy("vertelde anderen wat er met uw gegevens is gebeurd"),
    "beperking_opheffen": gettext_lazy("bepaalde wanneer het slot van uw gegevens gaat"),
    "glas_breken": gettext_lazy("opende uw afgeschermde zaak met een dringende reden"),
    "terugbelnotitie_maken": gettext_lazy("schreef op dat wij u terugbellen"),
    "terugbelnotitie_beantwoorden": gettext_lazy("beantwoordde uw vraag"),
    "belpoging_vastleggen": gettext_lazy("probeerde u te bellen"),
    "digitaal_adres_wijzigen": gettext_lazy("wijzigde uw e-mailadres of telefoonnummer"),
    "voorkeur_wijzigen": gettext_lazy("wijzigde hoe u bericht krijgt"),
    "onderzoek_openen": gettext_lazy("opende een onderzoek waarin u voorkomt"),
    "onderzoek_goedkeuren": gettext_lazy("keurde een onderzoek goed waarin u voorkomt"),
    "onderzoek_vrijgeven": gettext_lazy("sloot een onderzoek waarin u voorkwam"),
}
_DOEL: Mapping[str, str | Promise] = {  # what the program itself gives as purpose; what a person types is not shown
    "zaak behandelen": gettext_lazy("om uw zaak te behandelen"),
    "behandeling": gettext_lazy("om uw zaak te behandelen"),
    "beoordelen": gettext_lazy("om uw aanvraag te beoordelen"),
    "document openen": gettext_lazy("om een document te lezen"),
    "document toevoegen": gettext_lazy("om een document toe te voegen"),
    "document sturen": gettext_lazy("om een document te sturen"),
    "terugbelnotitie behandelen": gettext_lazy("om u terug te bellen"),
    "vaststellen wie er belt": gettext_lazy("om vast te stellen wie er belde"),
    "een aanvraag vastleggen": gettext_lazy("om een aanvraag vast te leggen"),
    "nagaan waarom een bericht niet aankwam": gettext_lazy("om na te gaan waarom een bericht niet aankwam"),
    "een verzoek om inzage nakijken": gettext_lazy("omdat u om inzage vroeg"),
    "een verzoek om uw gegevens niet te gebruiken": gettext_lazy("omdat u daarom vroeg"),
    "een verzoek om uw gegevens te verbeteren": gettext_lazy("omdat u daarom vroeg"),
    "een verzoek om uw gegevens te wissen": gettext_lazy("omdat u daarom vroeg"),
    "vertellen aan wie uw gegevens kreeg": gettext_lazy("om te vertellen wat ermee is gebeurd"),
    "eigen zaak volgen": gettext_lazy("om uw zaak te volgen"),
    "taak uitvoeren": gettext_lazy("om een taak te doen"),
    "ZGW API": gettext_lazy("om gegevens te krijgen die dat systeem nodig heeft"),
    "controle op het gebruik van gegevens": gettext_lazy("om het gebruik van gegevens te controleren"),
}


def daad(regel: Verwerkingsregel) -> str:
    wat = _DAAD.get(regel.name)
    if regel.status == Status.ERROR:
        return _("probeerde iets met uw gegevens te doen, maar dat ging niet door")
    return str(wat) if wat is not None else _("deed iets in uw zaak: %(wat)s") % {"wat": regel.name.replace("_", " ")}


def doel(regel: Verwerkingsregel) -> str:
    """Why, in words. A purpose that an employee typed himself may hold a name: then the kind of act says enough."""
    if regel.doel in _DOEL:
        return str(_DOEL[regel.doel])
    if regel.name in ("klantbeeld_inzien", "beller_verifieren", "klantcontact_vastleggen"):
        return _("omdat u contact met ons had")
    return _("om uw zaak te behandelen") if regel.zaak_uuid else ""


def gegevens(regel: Verwerkingsregel) -> str:
    return ", ".join(Gegevensgroep(g).label for g in regel.gegevensgroepen if g in Gegevensgroep.values)
