"""Which fields of a zaak and what belongs to it may leave the process, in which group and from which level on."""

from autorisatie.gegevensgroepen import registreer
from autorisatie.models import Gegevensgroep as Groep
from autorisatie.models import Niveau
from mijnzaken.documenten.models import Document, Documentversie
from mijnzaken.zaken import models as m

_Z, _S, _B, _D, _P, _F, _N = (
    Groep.ZAAK,
    Groep.STATUS,
    Groep.BESLUIT,
    Groep.DOCUMENT,
    Groep.PERSOONSGEGEVENS,
    Groep.FINANCIEEL,
    Groep.NOTITIES,
)

registreer(
    m.Zaak,
    _Z,
    {
        Niveau.BESTAAT: "uuid nummer proces team",
        Niveau.STATUS: (
            "titel soortnaam product kanaal ontvangstdatum ontvangen_op registratiedatum startdatum "
            "is_terugbelnotitie spoed"
        ),
        Niveau.KERN: (
            "identificatie bronorganisatie omschrijving zaaktype behandelaar verantwoordelijke_organisatie versie "
            "communicatiekanaal producten_of_diensten gewijzigd_op publicatiedatum hoofdzaak geregistreerd_door"
        ),
        Niveau.VOLLEDIG: (
            "toelichting vertrouwelijkheidaanduiding zaakgeometrie archiefnominatie archiefstatus "
            "archiefactiedatum selectielijstklasse opdrachtgevende_organisatie processobjectaard "
            "startdatum_bewaartermijn processobject afgeschermd beperkt"
        ),
    },
)
registreer(
    m.Zaak,
    _S,
    {
        Niveau.STATUS: (
            "fase is_open is_te_laat einddatum einddatum_gepland uiterlijke_einddatum termijn_stil "
            "opschorting_indicatie verlenging_duur termijnsleutel"
        ),
        Niveau.KERN: "opschorting_reden verlenging_reden",
    },
)
registreer(
    m.Zaak,
    _F,
    {
        Niveau.KERN: "betalingsindicatie laatste_betaaldatum",
    },
)
registreer(
    m.Zaak,
    _P,
    {
        Niveau.STATUS: "aanvragernaam",
    },
)
registreer(
    m.Status,
    _S,
    {
        Niveau.STATUS: "uuid statustype datum_status_gezet indicatie_laatst_gezette_status",
        Niveau.KERN: "statustoelichting gezet_door",
    },
)
registreer(
    m.Resultaat,
    _S,
    {
        Niveau.STATUS: "uuid resultaattype",
        Niveau.KERN: "toelichting",
    },
)
registreer(
    m.Beslistermijn,
    _S,
    {
        Niveau.STATUS: "uuid besluitmoment begin duur grondslag uiterlijk voldaan_op",
    },
)
registreer(
    m.Opschorting,
    _S,
    {
        Niveau.STATUS: "uuid verzocht_op uiterlijk tot beeindigd_op",
        Niveau.KERN: "beslistermijn grond reden get_grond_display gevolg",
        Niveau.VOLLEDIG: "door",
    },
)
registreer(
    m.Kennisgeving,
    _Z,
    {
        Niveau.VOLLEDIG: (
            "uuid over_zaak over_nummer gegeven ontvanger soort get_soort_display sinds stand get_stand_display "
            "toelichting gedaan_op gedaan_door"
        ),
    },
)
registreer(
    m.Beperking,
    _S,
    {
        Niveau.STATUS: "uuid grond get_grond_display vanaf weer_vanaf",
        Niveau.VOLLEDIG: "toelichting door aangekondigd_op aangekondigd_door einde_reden verzoek partij",
    },
)
registreer(
    m.Verlenging,
    _S,
    {
        Niveau.STATUS: "uuid duur verlegt_datum nieuwe_datum meegedeeld_op",
        Niveau.KERN: "beslistermijn grondslag reden",
        Niveau.VOLLEDIG: "door",
    },
)
registreer(
    m.Rol,
    _P,
    {
        Niveau.STATUS: "uuid roltype betrokkene_type naam",
        Niveau.KERN: (
            "partij medewerker betrokkene betrokkene_identificatie afwijkende_naam_betrokkene roltoelichting "
            "registratiedatum indicatie_machtiging contactpersoon_rol begin_geldigheid einde_geldigheid ziet_zaak "
            "zelfde_als"
        ),
    },
)
registreer(
    m.Toestemming,
    _P,
    {
        Niveau.STATUS: "uuid roltype gevraagd_op geldig_tot gegeven_op geweigerd_op",
        Niveau.KERN: "partij emailadres",
    },
)
registreer(
    m.Gegevenswaarde,
    _Z,
    {
        Niveau.KERN: "uuid gegeven waarde bron moment versie actueel gewist_op",
    },
)
registreer(
    m.Zaakobject,
    _Z,
    {
        Niveau.KERN: (
            "uuid object zaakobjecttype object_type object_type_overige object_type_overige_definitie "
            "relatieomschrijving object_identificatie object_geheim"
        ),
    },
)
registreer(
    m.Zaakkenmerk,
    _Z,
    {
        Niveau.KERN: "uuid kenmerk bron",
    },
)
registreer(
    m.GerelateerdeZaak,
    _Z,
    {
        Niveau.STATUS: "uuid aard_relatie",
        Niveau.KERN: "andere_zaak url besluit",
    },
)
registreer(
    m.Taak,
    _Z,
    {
        Niveau.STATUS: "uuid titel uitvoerder uiterlijk stand gedaan_op soort",
        Niveau.KERN: (
            "taaktype omschrijving knoptekst informatieobjecttype partij medewerker opschorting geplaatst_op "
            "blokkerend antwoord get_stand_display get_soort_display opschorting_id"
        ),
        Niveau.VOLLEDIG: "geplaatst_door geplaatst_door_systeem",
    },
)
registreer(
    m.Adviesaanvraag,
    _Z,
    {
        Niveau.VOLLEDIG: "uuid vraag gevraagd_door adviseur gevraagd_op uiterlijk advies gegeven_op",
    },
)
registreer(
    m.Besluitvoorstel,
    _B,
    {
        Niveau.KERN: (
            "uuid besluitmoment uitkomst get_uitkomst_display resultaattype ingangsdatum vervaldatum "
            "voorgesteld_op teruggestuurd_op besloten_op"
        ),
        Niveau.VOLLEDIG: "motivering bedrag voorgesteld_door teruggestuurd_reden",
    },
)
registreer(
    m.Besluit,
    _B,
    {
        Niveau.STATUS: (
            "uuid besluittype datum uitkomst get_uitkomst_display ingangsdatum vervaldatum verzenddatum "
            "uiterlijke_reactiedatum bezwaar_mogelijk"
        ),
        Niveau.KERN: (
            "identificatie toelichting bestuursorgaan verantwoordelijke_organisatie vervalreden publicatiedatum "
            "documenten"
        ),
        Niveau.VOLLEDIG: "bedrag voorgesteld_door besloten_door voorstel",
    },
)
registreer(
    m.Besluitdocument,
    _B,
    {
        Niveau.KERN: "uuid besluit document",
    },
)
registreer(
    m.InwonerProduct,
    _B,
    {
        Niveau.STATUS: "uuid naam product geldig_van geldig_tot ingetrokken_op",
        Niveau.KERN: "kenmerk partij besluit zaak vorige beeindigd_door herinneren_op herinnerd_op controle_op",
    },
)
registreer(m.Productverzoek, _B, {Niveau.KERN: "uuid inwonerproduct actie"})
registreer(
    m.Productcontrole, _B, {Niveau.KERN: "uuid inwonerproduct gevraagd_op uiterlijk bevestigd_op gewaarschuwd_op"}
)
registreer(
    m.Notitie,
    _N,
    {
        Niveau.KERN: "uuid onderwerp tekst aangemaakt_door auteur notitie_type status aanmaakdatum wijzigingsdatum",
    },
)
registreer(
    m.Zaakdocument,
    _D,
    {
        Niveau.KERN: (
            "uuid document titel beschrijving registratiedatum vernietigingsdatum status van_rol taak "
            "gelezen_door_inwoner_op gezien_door_behandelaar_op"
        ),
    },
)
registreer(
    Document,
    _D,
    {
        Niveau.KERN: (
            "uuid titel informatieobjecttype creatiedatum auteur status taal ontvangstdatum verzenddatum keuring "
            "tonen_aan_initiator plaatser laatste is_schoon aangemaakt_op get_keuring_display "
            "get_plaatser_display"
        ),
        Niveau.VOLLEDIG: (
            "identificatie bronorganisatie beschrijving link verschijningsvorm ondertekening trefwoorden "
            "vertrouwelijkheidaanduiding keuring_bevinding gekeurd_op indicatie_gebruiksrecht inhoud_is_vervallen "
            "is_gereed_voor_publicatie"
        ),
    },
)
registreer(
    Documentversie,
    _D,
    {
        Niveau.KERN: "versie begin_registratie bestandsnaam bestandsomvang formaat",
        Niveau.VOLLEDIG: "integriteit_algoritme integriteit_waarde integriteit_datum gegevens",
    },
)
registreer(
    m.Concept,
    _Z,
    {
        Niveau.KERN: (
            "uuid zaaktype product partij gemachtigde stap aangemaakt_op gewijzigd_op verloopt_op over_besluit "
            "over_zaak versie bestanden actie over_product"
        ),
    },
)
