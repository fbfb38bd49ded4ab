"""To which group of data each field belongs that may leave the process, and from which level on it is seen."""

from autorisatie.gegevensgroepen import registreer
from autorisatie.models import Gegevensgroep, Niveau
from mijnzaken.klanten.models import (
    Actorrelatie,
    Betrokkene,
    Categorie,
    CategorieRelatie,
    Contactactor,
    Contactbijlage,
    Contactvraag,
    DigitaalAdres,
    Klantcontact,
    Onderwerpobject,
    Rekeningnummer,
    Verificatie,
    Voorkeur,
)

registreer(
    Klantcontact,
    Gegevensgroep.CONTACT,
    {
        Niveau.BESTAAT: "uuid plaatsgevonden_op richting",
        Niveau.STATUS: "kanaal indicatie_contact_gelukt volgende_poging_op",
        Niveau.KERN: "nummer referentienummer onderwerp taal vertrouwelijk medewerker applicatie vastgelegd_op "
        "zichtbaar_voor_inwoner hoofd_onderwerp_type verdere_actie_ondernomen",
        Niveau.VOLLEDIG: "inhoud reactie doel metadata",
    },
)
registreer(
    Contactvraag,
    Gegevensgroep.CONTACT,
    {Niveau.KERN: "volgnummer product klantcontact", Niveau.VOLLEDIG: "vraag antwoord"},
)
registreer(
    Betrokkene,
    Gegevensgroep.CONTACT,
    {
        Niveau.KERN: "uuid klantcontact was_partij rol initiator volledige_naam",
        Niveau.VOLLEDIG: "voorletters voornaam voorvoegsel_achternaam achternaam organisatienaam bezoekadres "
        "correspondentieadres",
    },
)
registreer(
    Onderwerpobject,
    Gegevensgroep.CONTACT,
    {
        Niveau.KERN: "uuid klantcontact was_klantcontact code_objecttype code_register code_soort_object_id object_id "
        "object_uuid proces"
    },
)
registreer(Contactbijlage, Gegevensgroep.CONTACT, {Niveau.VOLLEDIG: "uuid klantcontact document_uuid"})
registreer(
    DigitaalAdres,
    Gegevensgroep.PERSOONSGEGEVENS,
    {
        Niveau.KERN: "uuid soort_digitaal_adres is_standaard_adres omschrijving referentie geverifieerd_op "
        "teruggekomen_op vervallen_op aangemaakt_op verstrekt_door_partij verstrekt_door_betrokkene",
        Niveau.VOLLEDIG: "adres",
    },
)
registreer(
    Voorkeur,
    Gegevensgroep.PERSOONSGEGEVENS,
    {Niveau.KERN: "uuid partij kanaal ingestemd_op ingetrokken_op aankondiging vastgelegd_via"},
)
registreer(
    Verificatie,
    Gegevensgroep.CONTACT,
    {Niveau.KERN: "uuid partij gebruiker goed fout gelukt doel moment verloopt_op beeindigd_op"},
)
registreer(
    Rekeningnummer,
    Gegevensgroep.PERSOONSGEGEVENS,
    {Niveau.KERN: "uuid partij vastgelegd_op", Niveau.VOLLEDIG: "iban bic"},
)
registreer(
    CategorieRelatie,
    Gegevensgroep.PERSOONSGEGEVENS,
    {Niveau.VOLLEDIG: "uuid partij categorie begin_datum eind_datum"},
)
registreer(Categorie, Gegevensgroep.PERSOONSGEGEVENS, {Niveau.KERN: "naam"})
registreer(
    Contactactor,
    Gegevensgroep.CONTACT,
    {
        Niveau.KERN: "soort naam actief functie omschrijving emailadres telefoonnummer faxnummer code_objecttype "
        "code_register code_soort_object_id object_id"
    },
)
registreer(Actorrelatie, Gegevensgroep.CONTACT, {Niveau.KERN: "klantcontact contactactor medewerker team applicatie"})
