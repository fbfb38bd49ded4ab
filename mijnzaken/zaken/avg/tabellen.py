"""The tables with data of a person that belong to no zaak, or outlive one."""

from django.db.models import Q

from mijnzaken.zaken.avg.tabel import (
    ANDER,
    BERICHTEN,
    CONTACT,
    ELDERS,
    MACHTIGINGEN,
    PERSOON,
    SLEUTEL,
    STAF,
    Tabel,
    van,
)

VAN_PERSOON: dict[str, Tabel] = {
    "autorisatie.Partij": Tabel(
        "Wie u bent",
        lambda wie: Q(pk=wie.partij.pk),
        "soort_partij bsn pseudo_id kvk_nummer rsin vestigingsnummer voorletters voornaam voorvoegsel_achternaam "
        "achternaam organisatienaam geslachtsaanduiding geboortedatum overleden_op failliet_op straatnaam huisnummer "
        "huisletter huisnummertoevoeging postcode stad land nummeraanduiding_id correspondentieadres "
        "indicatie_geheimhouding voorkeurstaal interne_notitie afgeschermd bekend_persoon aangemaakt_op",
        weg={ANDER: "vestiging_van", SLEUTEL: "nummer indicatie_actief bsn_zoekwaarde zoeknaam"},
        groep=PERSOON,
        labels={
            "bsn": "Burgerservicenummer",
            "nummeraanduiding_id": "Nummer van uw adres in de BAG",
            "geslachtsaanduiding": "Geslacht",
            "stad": "Woonplaats",
            "aangemaakt_op": "Bij ons bekend sinds",
            "bekend_persoon": "Wij letten extra op wie uw gegevens bekijkt",
        },
    ),
    "autorisatie.PartijRelatie": Tabel(
        "Een relatie van u volgens een register",
        van("van"),
        "soort bron begin einde opgehaald_op",
        weg={ANDER: "naar", ELDERS: "van"},
        groep=PERSOON,
        labels={"soort": "U heeft een"},
    ),
    "autorisatie.Machtiging": Tabel(
        "Machtiging",
        lambda wie: Q(gever=wie.partij) | Q(gemachtigde=wie.partij),
        "aard bron reikwijdte mag_handelen geldig_van geldig_tot aangeboden_op aanvaard_op beeindigd_op einde_reden",
        weg={
            ANDER: "gever gemachtigde aan_zoekwaarde aan_zoeknaam aan_naam gever_zoeknaam",
            SLEUTEL: "onderwerp te_melden",
        },
        groep=MACHTIGINGEN,
    ),
    "klanten.DigitaalAdres": Tabel(
        "Waar wij u kunnen bereiken",
        lambda wie: Q(verstrekt_door_partij=wie.partij) | Q(verstrekt_door_betrokkene__was_partij=wie.partij),
        "soort_digitaal_adres adres is_standaard_adres omschrijving referentie geverifieerd_op teruggekomen_op "
        "vervallen_op aangemaakt_op",
        weg={ELDERS: "verstrekt_door_partij verstrekt_door_betrokkene", SLEUTEL: "zoekvorm"},
        groep=CONTACT,
    ),
    "klanten.Rekeningnummer": Tabel(
        "Uw rekeningnummer in andere systemen",
        van("partij"),
        "iban bic vastgelegd_op",
        weg={ELDERS: "partij", SLEUTEL: "iban_zoekwaarde"},
        groep=PERSOON,
        labels={"iban": "IBAN", "bic": "BIC"},
    ),
    "klanten.CategorieRelatie": Tabel(
        "Groep waarin een ander systeem u indeelde",
        van("partij"),
        "categorie begin_datum eind_datum",
        weg={ELDERS: "partij"},
        groep=PERSOON,
    ),
    "klanten.Voorkeur": Tabel(
        "Hoe u bericht wilt krijgen",
        van("partij"),
        "kanaal ingestemd_op ingetrokken_op aankondiging vastgelegd_via",
        weg={ELDERS: "partij"},
        groep=CONTACT,
    ),
    "klanten.Klantcontact": Tabel(
        "Contact met de gemeente",
        van("betrokkenen__was_partij"),
        "plaatsgevonden_op kanaal richting onderwerp inhoud reactie doel indicatie_contact_gelukt "
        "hoofd_onderwerp_type verdere_actie_ondernomen taal vertrouwelijk volgende_poging_op metadata vastgelegd_op",
        weg={STAF: "medewerker", SLEUTEL: "nummer referentienummer zichtbaar_voor_inwoner applicatie"},
        zaak_uuid="onderwerpobjecten__object_uuid",
        groep=CONTACT,
    ),
    "klanten.Contactvraag": Tabel(
        "Vraag tijdens een contact",
        van("klantcontact__betrokkenen__was_partij"),
        "vraag antwoord product",
        weg={ELDERS: "klantcontact", SLEUTEL: "volgnummer"},
        zaak_uuid="klantcontact__onderwerpobjecten__object_uuid",
        groep=CONTACT,
    ),
    "klanten.Betrokkene": Tabel(
        "Hoe u bij een contact genoteerd staat",
        van("was_partij"),
        "rol initiator voorletters voornaam voorvoegsel_achternaam achternaam organisatienaam bezoekadres "
        "correspondentieadres",
        weg={ELDERS: "klantcontact was_partij"},
        zaak_uuid="klantcontact__onderwerpobjecten__object_uuid",
        groep=CONTACT,
    ),
    "klanten.Verificatie": Tabel(
        "Controle of u het was die belde",
        van("partij"),
        "moment gelukt goed fout doel verloopt_op beeindigd_op",
        weg={STAF: "gebruiker", ELDERS: "partij"},
        groep=CONTACT,
        labels={"goed": "Goed beantwoord", "fout": "Niet goed beantwoord"},
    ),
    "berichten.Bericht": Tabel(
        "Bericht",
        van("partij"),
        "onderwerp tekst kanaal soort aangemaakt_op verzonden_op verzonden_aan adres teruggekomen_op gelezen_op "
        "uiterlijk is_aankondiging",
        weg={
            ELDERS: "partij hoort_bij bijlagen",
            STAF: "gebruiker",
            SLEUTEL: "sleutel taal over_soort over_uuid pad kenmerk status pogingen volgende_poging fout traceparent "
            "tracestate",
        },
        zaak_uuid="over_uuid",
        groep=BERICHTEN,
    ),
    "documenten.Verzending": Tabel(
        "Verzending van een document",
        lambda wie: Q(document__zaakdocumenten__zaak__in=wie.gevraagd),
        "document.titel aard_relatie toelichting ontvangstdatum verzenddatum mijn_overheid",
        weg={
            ANDER: "betrokkene contact_persoon contactpersoonnaam binnenlands_correspondentieadres "
            "buitenlands_correspondentieadres correspondentie_postadres faxnummer emailadres telefoonnummer",
            ELDERS: "document",
        },
        zaak_uuid="document__zaakdocumenten__zaak__uuid",
        groep=CONTACT,
    ),
    "zaken.PartijAfscherming": Tabel(
        "Dat en waarom u bent afgeschermd",
        van("partij"),
        "reden vanaf opgeheven_op opgeheven_reden",
        weg={STAF: "door opgeheven_door", ELDERS: "partij"},
        groep=PERSOON,
    ),
    "zaken.Concept": Tabel(
        "Aanvraag die u nog niet heeft verstuurd",
        van("partij"),
        "zaaktype product waarden actie aangemaakt_op gewijzigd_op verloopt_op",
        weg={
            ANDER: "gemachtigde",
            ELDERS: "partij over_besluit over_zaak over_product",
            SLEUTEL: "sessie_zoekwaarde bestanden stap versie aangekondigd_op",
        },
        zaak="over_zaak",
        groep=PERSOON,
    ),
    "zaken.InwonerProduct": Tabel(
        "Product dat u heeft",
        van("partij"),
        "naam product kenmerk geldig_van geldig_tot ingetrokken_op herinneren_op herinnerd_op controle_op",
        weg={ELDERS: "partij besluit zaak vorige beeindigd_door"},
        zaak="zaak",
        groep=PERSOON,
    ),
    "zaken.Productcontrole": Tabel(
        "Vraag of een product nog klopt",
        van("inwonerproduct__partij"),
        "inwonerproduct.naam gevraagd_op uiterlijk bevestigd_op gewaarschuwd_op",
        zaak="inwonerproduct.zaak",
        groep=PERSOON,
    ),
}
