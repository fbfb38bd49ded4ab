"""The register of rights: every handeling and every desk that a row of the matrix may name, with its words.

A name that does not stand here is refused in a draft and in a file, and ``controleer`` says which row has one. A test
proves that every ``@handeling``, every ``voor_medewerker`` and every row of the example matrix stands here.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Rechtsoort(models.TextChoices):
    """How the form of a row groups the rights."""

    BUREAU = "bureau", _("Bureaus en schermen")
    ZAAK = "zaak", _("Een zaak behandelen")
    BESLUIT = "besluit", _("Adviseren en besluiten")
    BETROKKENE = "betrokkene", _("Rechten van betrokkenen (AVG)")
    TERMIJN = "termijn", _("Termijnen")
    CONTACT = "contact", _("Contact en terugbellen")
    INWONER = "inwoner", _("Wat inwoners zelf doen")
    INRICHTING = "inrichting", _("Zaaktypen en producten")
    ARCHIEF = "archief", _("Bewaren en vernietigen")
    RECHTEN = "rechten", _("Rechten")


@dataclass(frozen=True)
class Recht:
    label: str | Promise
    soort: Rechtsoort


def _groep(soort: Rechtsoort, **rechten: str | Promise) -> dict[str, Recht]:
    return {naam: Recht(label, soort) for naam, label in rechten.items()}


RECHTEN: dict[str, Recht] = {
    **_groep(
        Rechtsoort.BUREAU,
        werkvoorraad=_("de werkvoorraad openen"),
        zaak_inzien=_("zaken van het eigen werk openen"),
        inzien=_("een zaak bekijken"),
        kcc=_("gesprekken voeren voor 14 070"),
        terugbelnotities=_("terugbelnotities openen"),
        sturing=_("cijfers over het werk zien"),
        beheer=_("het beheer openen"),
        archief=_("het archief openen"),
        logboek_lezen=_("het logboek lezen"),
        berichten_beheren=_("berichten zien die bleven steken"),
        bericht_opnieuw_verzenden=_("een bericht opnieuw verzenden"),
    ),
    **_groep(
        Rechtsoort.ZAAK,
        zaak_registreren=_("een aanvraag voor iemand registreren"),
        in_behandeling_nemen=_("in behandeling nemen"),
        toewijzen=_("aan een collega toewijzen"),
        overdragen=_("overdragen"),
        stap_zetten=_("een stap zetten"),
        status_zetten=_("een status zetten vanuit een ander systeem"),
        gegeven_wijzigen=_("gegevens wijzigen"),
        zaak_overzetten=_("een zaak overzetten naar een andere versie van het zaaktype"),
        ander_zaaktype_kiezen=_("een ander zaaktype kiezen voor een zaak"),
        notitie_schrijven=_("een notitie schrijven"),
        taak_plaatsen=_("een taak plaatsen"),
        taak_uitvoeren=_("een taak uitvoeren"),
        taak_intrekken=_("een taak intrekken"),
        document_toevoegen=_("een document toevoegen"),
        document_tonen=_("een document aan de inwoner tonen"),
        toestemming_vragen=_("toestemming vragen"),
        stoppen=_("de behandeling stoppen"),
        afhandelen=_("afhandelen"),
        heropenen=_("heropenen"),
        nummers_reserveren=_("zaaknummers reserveren vanuit een ander systeem"),
        zaak_aanmaken=_("een zaak maken vanuit een ander systeem"),
        zaak_bijwerken=_("een zaak bijwerken vanuit een ander systeem"),
        zaak_koppelen=_("iets aan een zaak koppelen vanuit een ander systeem"),
        zaak_ontkoppelen=_("iets van een zaak losmaken vanuit een ander systeem"),
        zaak_verwijderen=_("een zaak verwijderen vanuit een ander systeem"),
        document_aanmaken=_("een document maken vanuit een ander systeem"),
        document_bijwerken=_("een document bijwerken vanuit een ander systeem"),
        document_vergrendelen=_("een document vergrendelen vanuit een ander systeem"),
        document_ontgrendelen=_("een document ontgrendelen vanuit een ander systeem"),
        document_verwijderen=_("een document verwijderen vanuit een ander systeem"),
        document_koppelen=_("iets bij een document vastleggen vanuit een ander systeem"),
        document_ontkoppelen=_("weghalen wat bij een document hoort vanuit een ander systeem"),
        bestandsdeel_ontvangen=_("een deel van een bestand ontvangen van een ander systeem"),
    ),
    **_groep(
        Rechtsoort.BESLUIT,
        advies_vragen=_("advies vragen"),
        adviseren=_("adviseren"),
        horen=_("iemand horen over een bezwaar"),
        besluit_voorstellen=_("een besluit voorstellen"),
        voorstel_terugsturen=_("een voorstel terugsturen"),
        besluiten=_("besluiten"),
        besluit_aanmaken=_("een besluit vastleggen vanuit een ander systeem"),
        besluit_bijwerken=_("een besluit bijwerken vanuit een ander systeem"),
        besluit_verwijderen=_("een besluit verwijderen vanuit een ander systeem"),
        besluit_koppelen=_("een document bij een besluit leggen vanuit een ander systeem"),
        besluit_ontkoppelen=_("een document bij een besluit weghalen vanuit een ander systeem"),
    ),
    **_groep(
        Rechtsoort.BETROKKENE,
        inzage_verzamelen=_("alle gegevens van iemand verzamelen"),
        inzage_nakijken=_("een overzicht voor inzage nakijken"),
        inzage_weghalen=_("gegevens van een ander uit een overzicht halen"),
        inzage_achterhouden=_("een gegeven niet laten zien"),
        inzage_vrijgeven=_("een overzicht vrijgeven"),
        gebruik_beperken=_("gegevens op slot zetten"),
        gegeven_rectificeren=_("een gegeven verbeteren op verzoek"),
        wissing_nagaan=_("nagaan wat er van iemand gewist kan worden"),
        wissing_kiezen=_("kiezen wat er van iemand gewist wordt"),
        wissing_goedkeuren=_("goedkeuren dat gegevens worden gewist"),
        gegevens_wissen=_("gegevens wissen op verzoek"),
        opnieuw_wissen=_("gegevens wissen die een kopie terugbracht"),
        kennisgeving_afmelden=_("vastleggen dat een ontvanger het weet"),
        beperking_opheffen=_("het slot van gegevens halen"),
    ),
    **_groep(
        Rechtsoort.TERMIJN,
        aanvulling_vragen=_("een aanvulling vragen"),
        aanvulling_laten_verlopen=_("een aanvulling laten verlopen"),
        opschorten=_("opschorten"),
        hervatten=_("hervatten"),
        verlengen=_("verlengen"),
    ),
    **_groep(
        Rechtsoort.CONTACT,
        beller_zoeken=_("een beller zoeken"),
        beller_verifieren=_("controleren wie er belt"),
        gesprek_beeindigen=_("een gesprek beëindigen"),
        klantcontact_vastleggen=_("een contact vastleggen"),
        klantcontact_bijwerken=_("een contact bijwerken vanuit een ander systeem"),
        klantcontact_ontkoppelen=_("weghalen wat bij een contact hoort vanuit een ander systeem"),
        klantcontact_verwijderen=_("een contact verwijderen vanuit een ander systeem"),
        actor_bijwerken=_("bijwerken wie er in een ander systeem werkt, vanuit dat systeem"),
        actor_verwijderen=_("verwijderen wie er in een ander systeem werkt, vanuit dat systeem"),
        internetaak_maken=_("een interne taak maken vanuit een ander systeem"),
        internetaak_bijwerken=_("een interne taak bijwerken vanuit een ander systeem"),
        internetaak_afhandelen=_("een interne taak afhandelen vanuit een ander systeem"),
        internetaak_verwijderen=_("een interne taak terugnemen vanuit een ander systeem"),
        partij_vastleggen=_("een persoon of organisatie vastleggen vanuit een ander systeem"),
        partij_bijwerken=_("een persoon of organisatie bijwerken vanuit een ander systeem"),
        partij_ontkoppelen=_("weghalen wat bij een persoon of organisatie hoort vanuit een ander systeem"),
        partij_verwijderen=_("een persoon of organisatie verwijderen vanuit een ander systeem"),
        categorie_bijwerken=_("een groep van personen bijwerken vanuit een ander systeem"),
        categorie_verwijderen=_("een groep van personen verwijderen vanuit een ander systeem"),
        digitaal_adres_vastleggen=_("een e-mailadres of telefoonnummer vastleggen vanuit een ander systeem"),
        digitaal_adres_bijwerken=_("een e-mailadres of telefoonnummer bijwerken vanuit een ander systeem"),
        digitaal_adres_verwijderen=_("een e-mailadres of telefoonnummer verwijderen vanuit een ander systeem"),
        contact_vastleggen=_("een contact bij een zaak vastleggen"),
        belpoging_vastleggen=_("een belpoging vastleggen"),
        terugbelnotitie_maken=_("een terugbelnotitie maken"),
        terugbelnotitie_beantwoorden=_("een terugbelnotitie beantwoorden"),
        terugbelnotitie_overnemen=_("een terugbelnotitie overnemen"),
        voorkeur_wijzigen=_("een voorkeur voor contact wijzigen"),
        digitaal_adres_wijzigen=_("een e-mailadres of telefoonnummer wijzigen"),
        digitaal_adres_bevestigen=_("een e-mailadres of telefoonnummer bevestigen"),
        bericht_lezen=_("een bericht lezen"),
    ),
    **_groep(
        Rechtsoort.INWONER,
        concept_beginnen=_("een aanvraag beginnen"),
        concept_opslaan=_("een aanvraag bewaren"),
        concept_weggooien=_("een aanvraag weggooien"),
        indienen=_("een aanvraag versturen"),
        aanvullen=_("een aanvraag aanvullen"),
        intrekken=_("een aanvraag intrekken"),
        bezwaar_maken=_("bezwaar maken"),
        toestemming_geven=_("toestemming geven"),
        machtiging_aanbieden=_("iemand machtigen"),
        machtiging_aanvaarden=_("een machtiging aanvaarden"),
        machtiging_weigeren=_("een machtiging weigeren"),
        machtiging_gebruiken=_("voor een ander gaan handelen"),
        machtiging_vastleggen=_("een vertegenwoordiging uit een register vastleggen"),
        machtiging_bijstellen=_("een vertegenwoordiging uit een register bijstellen"),
        machtiging_vervalt=_("een machtiging laten vervallen"),
        document_lezen=_("een document lezen"),
        product_controleren=_("zeggen dat een product nog klopt"),
        machtiging_beeindigen=_("een machtiging beëindigen"),
    ),
    **_groep(
        Rechtsoort.INRICHTING,
        zaaktype_versie_maken=_("een nieuwe versie van een zaaktype maken"),
        zaaktype_wijzigen=_("een zaaktype wijzigen"),
        zaaktype_weggooien=_("een concept van een zaaktype weggooien"),
        zaaktype_publiceren=_("een zaaktype publiceren"),
        zaaktype_terugsturen=_("een zaaktype terugsturen"),
        dossier_wijzigen=_("aan een aansluitdossier schrijven"),
        dossierstap_goedkeuren=_("akkoord geven op een stap van een aansluitdossier"),
        dossierakkoord_intrekken=_("zo'n akkoord intrekken"),
        zaken_overzetten=_("alle lopende zaken van een versie overzetten"),
        product_wijzigen=_("een product wijzigen"),
        catalogus_laden=_("een catalogus laden"),
    ),
    **_groep(
        Rechtsoort.ARCHIEF,
        brondatum_vastleggen=_("een bewaartermijn laten beginnen"),
        vernietigingslijst_opstellen=_("een vernietigingslijst maken"),
        vernietiging_uitzonderen=_("zaken van een vernietigingslijst halen"),
        vernietiging_voorleggen=_("een vernietigingslijst voorleggen"),
        vernietiging_terugsturen=_("een vernietigingslijst terugsturen"),
        vernietiging_goedkeuren=_("een vernietigingslijst goedkeuren"),
        vernietiging_afbreken=_("een vernietigingslijst stoppen"),
        vernietiging_afsluiten=_("een vernietigingslijst afsluiten"),
        vernietigen=_("een zaak vernietigen"),
        opnieuw_vernietigen=_("een teruggekomen zaak vernietigen"),
        overbrengen=_("een zaak naar een map voor het archief schrijven"),
        overbrenging_bevestigen=_("vastleggen dat het archief een zaak heeft"),
    ),
    **_groep(
        Rechtsoort.RECHTEN,
        rechten_inzien=_("rechten bekijken"),
        eigen_rechten_inzien=_("de eigen rollen bekijken"),
        toekenning_aanvragen=_("een rol voor iemand vragen"),
        toekenning_goedkeuren=_("een gevraagde rol goedkeuren"),
        toekenning_weigeren=_("een gevraagde rol weigeren"),
        toekenning_verlengen=_("vragen om een rol te verlengen"),
        toekenning_beeindigen=_("een rol beëindigen"),
        waarneming_instellen=_("waarneming regelen voor een collega"),
        eigen_waarneming_instellen=_("waarneming regelen voor de eigen zaken"),
        waarneming_beeindigen=_("waarneming beëindigen"),
        rechten_beheren=_("rollen toekennen en beëindigen"),
        rechten_uitleggen=_("uitzoeken waarom iemand iets ziet of niet ziet"),
        afgeschermd_uitleggen=_("dat ook uitzoeken bij afgeschermde zaken"),
        afschermen=_("een zaak afschermen"),
        partij_afschermen=_("iemand afschermen"),
        afscherming_opheffen=_("een afscherming opheffen"),
        afscherming_beheren=_("alle afschermingen zien"),
        toegang_verlenen=_("een collega toegang geven tot wat is afgeschermd"),
        toegang_intrekken=_("toegang tot wat is afgeschermd intrekken"),
        glas_breken=_("een afgeschermde zaak in nood openen"),
        glasbreuk_bekijken=_("zien wie in nood een afgeschermde zaak opende"),
        logboek_exporteren=_("het logboek uitvoeren voor een onderzoek"),
        opvallend_bekijken=_("opvallend lezen nagaan"),
        bekend_persoon_merken=_("iemand als bekend persoon merken"),
        onderzoek_inzien=_("onderzoeken bekijken"),
        onderzoek_openen=_("een onderzoek openen"),
        onderzoek_goedkeuren=_("een onderzoek goedkeuren"),
        onderzoek_vrijgeven=_("inzage na een onderzoek vrijgeven"),
        matrix_ontwerpen=_("een ontwerp van de matrix maken"),
        matrix_wijzigen=_("een ontwerp van de matrix wijzigen"),
        matrix_inlezen=_("een matrix uit een bestand inlezen als ontwerp"),
        matrix_indienen=_("een ontwerp ter goedkeuring indienen"),
        matrix_goedkeuren=_("een ontwerp goedkeuren"),
        matrix_terugsturen=_("een ontwerp terugsturen"),
        matrix_weggooien=_("een ontwerp weggooien"),
        matrix_herzien=_("de regels van een rol nalopen"),
        applicaties_inzien=_("zien wat andere systemen mogen"),
        applicatie_aanmaken=_("een applicatie maken"),
        applicatie_wijzigen=_("een voorstel schrijven voor wat een applicatie mag"),
        applicatie_indienen=_("zo een voorstel ter goedkeuring indienen"),
        applicatie_goedkeuren=_("een voorstel voor een applicatie goedkeuren"),
        applicatie_terugsturen=_("een voorstel voor een applicatie terugsturen"),
        applicatie_weggooien=_("een voorstel voor een applicatie weggooien"),
        applicatie_geheim_vernieuwen=_("een nieuw geheim voor een applicatie maken"),
        applicatie_geheim_intrekken=_("het oude geheim van een applicatie intrekken"),
        applicatie_stoppen=_("een applicatie stoppen"),
        notificaties_abonneren=_("zich vanuit een ander systeem op notificaties abonneren"),
        notificaties_publiceren=_("vanuit een ander systeem notificaties sturen"),
        autorisaties_bijwerken=_("rechten van systemen wijzigen vanuit een ander systeem"),
    ),
}


def label(naam: str) -> str:
    """The words of a right; the name itself when nobody registered it."""
    recht = RECHTEN.get(naam)
    return str(recht.label) if recht else naam


def onbekende(namen: Iterable[str]) -> list[str]:
    return sorted(set(namen) - set(RECHTEN))


def per_soort(namen: Iterable[str]) -> list[tuple[Rechtsoort, list[str]]]:
    """The names that are registered, by the group of the form and in the order of the register."""
    gekozen = set(namen)
    gevonden = ((soort, [n for n, r in RECHTEN.items() if r.soort == soort and n in gekozen]) for soort in Rechtsoort)
    return [(soort, rij) for soort, rij in gevonden if rij]
