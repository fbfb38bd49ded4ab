"""The tables with data of a person that belong to a zaak."""

from typing import Any

from django.db.models import Q

from mijnzaken.zaken.avg.tabel import ANDER, ELDERS, SLEUTEL, STAF, Tabel, Wie, van


def _gevraagd(wie: Wie) -> Q:
    return Q(zaak__in=wie.gevraagd)


def _volgt(wie: Wie) -> Q:
    return Q(zaak__in=wie.volgt)


def _bij_zaak(kop: str, velden: str, *, ook_wie_volgt: bool = False, **rest: Any) -> Tabel:
    return Tabel(kop, _volgt if ook_wie_volgt else _gevraagd, velden, zaak="zaak", **rest)


_GRONDSLAG = {"gegeven.doel": "Waarvoor", "gegeven.grondslag": "Grondslag", "gegeven.ontvangers": "Gegeven aan"}

VAN_ZAAK: dict[str, Tabel] = {
    "zaken.Rol": Tabel(
        "Wat u bij een zaak bent",
        lambda wie: Q(partij=wie.partij) | Q(zelfde_als__partij=wie.partij),
        "roltype roltoelichting indicatie_machtiging registratiedatum begin_geldigheid einde_geldigheid ziet_zaak "
        "afwijkende_naam_betrokkene contactpersoon_rol betrokkene_identificatie",
        weg={ELDERS: "zaak partij zelfde_als", STAF: "medewerker", SLEUTEL: "betrokkene betrokkene_type"},
        zaak="zaak",
    ),
    "zaken.Toestemming": Tabel(
        "Vraag om uw toestemming",
        van("partij"),
        "roltype emailadres gevraagd_op geldig_tot gegeven_op geweigerd_op",
        weg={ELDERS: "zaak partij", SLEUTEL: "code_zoekwaarde"},
        zaak="zaak",
    ),
    "zaken.Aanvraagcode": _bij_zaak(
        "Code uit onze brief", "adres geldig_tot gebruikt_op", weg={ELDERS: "zaak proces", SLEUTEL: "code_zoekwaarde"}
    ),
    "zaken.Zaak": Tabel(
        "De zaak",
        lambda wie: Q(pk__in=wie.volgt),
        "nummer identificatie proces product fase kanaal ontvangen_op registratiedatum startdatum einddatum "
        "einddatum_gepland uiterlijke_einddatum verlenging_duur vertrouwelijkheidaanduiding archiefnominatie "
        "archiefactiedatum spoed zaaktype.doel_inwoner zaaktype.termijn_grondslag zaaktype.bewaarreden team",
        gevraagd="omschrijving toelichting aanvragernaam betalingsindicatie laatste_betaaldatum zaakgeometrie "
        "verlenging_reden opschorting_reden processobject processobjectaard afgeschermd beperkt",
        weg={
            STAF: "behandelaar geregistreerd_door",
            ELDERS: "hoofdzaak",
            SLEUTEL: "versie bronorganisatie verantwoordelijke_organisatie publicatiedatum communicatiekanaal "
            "producten_of_diensten opschorting_indicatie selectielijstklasse archiefstatus opdrachtgevende_organisatie "
            "startdatum_bewaartermijn concept_uuid termijn_stil termijnsleutel gewijzigd_op",
        },
        zaak="self",
        labels={
            "proces": "Soort zaak",
            "zaaktype.doel_inwoner": "Waarvoor",
            "zaaktype.termijn_grondslag": "Grondslag",
            "zaaktype.bewaarreden": "Waarom wij dit bewaren",
            "archiefactiedatum": "Wij bewaren dit tot",
            "beperkt": "Staat of stond op slot",
            "team": "Behandeld door team",
        },
    ),
    "zaken.Gegevenswaarde": _bij_zaak(
        "Gegeven",
        "waarde bron moment actueel gewist_op gegeven.doel gegeven.grondslag gegeven.ontvangers",
        weg={ELDERS: "zaak", SLEUTEL: "versie"},
        labels=_GRONDSLAG | {"actueel": "Dit is de laatste waarde"},
    ),
    "zaken.Status": _bij_zaak(
        "Stap",
        "statustype datum_status_gezet statustoelichting",
        ook_wie_volgt=True,
        weg={ELDERS: "zaak gezet_door", SLEUTEL: "indicatie_laatst_gezette_status"},
    ),
    "zaken.Resultaat": _bij_zaak("Resultaat", "resultaattype toelichting", ook_wie_volgt=True, weg={ELDERS: "zaak"}),
    "zaken.Beslistermijn": _bij_zaak(
        "Termijn",
        "begin duur grondslag uiterlijk voldaan_op",
        ook_wie_volgt=True,
        weg={ELDERS: "zaak", SLEUTEL: "besluitmoment"},
    ),
    "zaken.Beperking": Tabel(
        "Wij gebruikten gegevens niet",
        van("partij"),
        "grond toelichting vanaf weer_vanaf aangekondigd_op einde_reden",
        weg={ELDERS: "zaak verzoek partij", STAF: "door aangekondigd_door"},
        zaak="zaak",
    ),
    "zaken.Kennisgeving": _bij_zaak(
        "Wie wij vertelden wat er met uw gegevens gebeurde",
        "ontvanger gegeven soort sinds stand toelichting gedaan_op",
        weg={ELDERS: "zaak over_zaak over_nummer", STAF: "gedaan_door"},
    ),
    "zaken.Wisregel": _bij_zaak(
        "Wat wij wisten of lieten staan op uw verzoek",
        "nummer omschrijving aantal grond uitleg bron tot keuze gewist_op documenten",
        weg={
            ELDERS: "zaak over_zaak",
            STAF: "gekozen_door gekozen_op goedgekeurd_door goedgekeurd_op",
            SLEUTEL: "plaats onderdeel rijen moet_blijven bestanden",
        },
        labels={"uitleg": "Waarom", "bron": "Volgens", "tot": "Blijft tot en met"},
    ),
    "zaken.Opschorting": _bij_zaak(
        "De termijn stond stil",
        "grond reden verzocht_op uiterlijk tot beeindigd_op",
        ook_wie_volgt=True,
        weg={ELDERS: "zaak beslistermijn", STAF: "door", SLEUTEL: "gevolg"},
    ),
    "zaken.Verlenging": _bij_zaak(
        "De termijn werd verlengd",
        "duur verlegt_datum grondslag reden nieuwe_datum meegedeeld_op",
        ook_wie_volgt=True,
        weg={ELDERS: "zaak beslistermijn", STAF: "door"},
    ),
    "zaken.Taak": Tabel(
        "Taak",
        lambda wie: Q(partij=wie.partij) | Q(partij=None, zaak__in=wie.gevraagd),
        "titel omschrijving uitvoerder soort knoptekst informatieobjecttype geplaatst_op uiterlijk stand gedaan_op "
        "antwoord blokkerend",
        weg={ELDERS: "zaak partij opschorting taaktype", STAF: "medewerker geplaatst_door geplaatst_door_systeem"},
        zaak="zaak",
    ),
    "zaken.Notitie": _bij_zaak(
        "Notitie van een medewerker",
        "onderwerp tekst notitie_type status aanmaakdatum wijzigingsdatum",
        weg={ELDERS: "zaak", STAF: "aangemaakt_door auteur"},
    ),
    "zaken.Adviesaanvraag": _bij_zaak(
        "Advies",
        "vraag advies gevraagd_op uiterlijk gegeven_op",
        weg={ELDERS: "zaak", STAF: "gevraagd_door adviseur"},
    ),
    "zaken.Hoorzitting": _bij_zaak(
        "Hoorzitting",
        "gehouden_op verslag vastgelegd_op",
        weg={ELDERS: "zaak", ANDER: "aanwezigen", STAF: "gehoord_door vastgelegd_door"},
    ),
    "zaken.Besluitvoorstel": _bij_zaak(
        "Voorstel voor een besluit",
        "uitkomst resultaattype motivering ingangsdatum vervaldatum bedrag voorgesteld_op teruggestuurd_op "
        "teruggestuurd_reden besloten_op",
        weg={ELDERS: "zaak besluitmoment", STAF: "voorgesteld_door"},
    ),
    "zaken.Besluit": _bij_zaak(
        "Besluit",
        "besluittype identificatie datum uitkomst toelichting bedrag bestuursorgaan ingangsdatum vervaldatum "
        "vervalreden publicatiedatum verzenddatum uiterlijke_reactiedatum bezwaar_mogelijk",
        ook_wie_volgt=True,
        weg={
            ELDERS: "zaak voorstel",
            STAF: "voorgesteld_door besloten_door",
            SLEUTEL: "verantwoordelijke_organisatie",
        },
    ),
    "zaken.Productverzoek": _bij_zaak(
        "Vraag over een product dat u al had", "actie inwonerproduct.naam", weg={ELDERS: "zaak"}
    ),
    "zaken.Zaakdocument": Tabel(
        "Document",
        lambda wie: Q(zaak__in=wie.gevraagd, van_rol=None) | Q(van_rol__partij=wie.partij),
        "document.titel beschrijving document.informatieobjecttype document.creatiedatum document.ontvangstdatum "
        "document.verzenddatum document.beschrijving document.trefwoorden registratiedatum vernietigingsdatum "
        "gelezen_door_inwoner_op document.tonen_aan_initiator",
        weg={ELDERS: "zaak titel status van_rol taak", SLEUTEL: "gezien_door_behandelaar_op"},
        zaak="zaak",
        labels={"document.tonen_aan_initiator": "U vindt dit document bij uw zaak"},
    ),
    "zaken.Zaakobject": _bij_zaak(
        "Waar de zaak over gaat",
        "object_type object_type_overige relatieomschrijving object_identificatie object_type_overige_definitie",
        weg={ELDERS: "zaak", SLEUTEL: "object zaakobjecttype", ANDER: "object_geheim"},
    ),
    "zaken.Zaakkenmerk": _bij_zaak("Kenmerk bij een ander systeem", "kenmerk bron", weg={ELDERS: "zaak"}),
    "zaken.GerelateerdeZaak": _bij_zaak(
        "Verband met een andere zaak", "aard_relatie", weg={ELDERS: "zaak andere_zaak besluit", SLEUTEL: "url"}
    ),
    "zaken.ZaakAfscherming": _bij_zaak(
        "Dat en waarom deze zaak is afgeschermd",
        "reden vanaf opgeheven_op opgeheven_reden",
        weg={ELDERS: "zaak", STAF: "door opgeheven_door"},
    ),
    "zaken.Terugbelgegevens": _bij_zaak(
        "Terugbelnotitie",
        "onderwerp vraag voorletters achternaam emailadres telefoonnummer geboortedatum voorkeursmoment "
        "buitenlands_nummer engelstalig kenmerk adres spoed uiterlijk_om product antwoord gewaarschuwd_op",
        weg={ELDERS: "zaak over_zaak", STAF: "gemaakt_door beantwoord_door"},
    ),
    "zaken.Belpoging": _bij_zaak(
        "Poging om u te bellen",
        "moment bereikt toelichting volgende_poging",
        weg={ELDERS: "zaak klantcontact_uuid", STAF: "door"},
    ),
}
