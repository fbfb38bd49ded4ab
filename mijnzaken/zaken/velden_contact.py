"""Which fields of a person, of contact about a zaak, and of calling back, may leave the process."""

from autorisatie.gegevensgroepen import registreer
from autorisatie.models import Gegevensgroep as Groep
from autorisatie.models import Niveau, Partij
from mijnzaken.zaken import models as m

registreer(
    m.Zaakcontact,
    Groep.CONTACT,
    {
        Niveau.STATUS: "uuid klantcontact_uuid url",
    },
)
registreer(
    m.Zaakverzoek,
    Groep.CONTACT,
    {
        Niveau.STATUS: "uuid verzoek",
    },
)
registreer(
    m.Terugbelgegevens,
    Groep.CONTACT,
    {
        Niveau.STATUS: "uuid onderwerp uiterlijk_om spoed product gemaakt_door antwoord",
        Niveau.KERN: (
            "vraag voorletters achternaam emailadres telefoonnummer geboortedatum voorkeursmoment "
            "buitenlands_nummer engelstalig kenmerk adres over_zaak beantwoord_door gewaarschuwd_op"
        ),
    },
)
registreer(
    m.Belpoging,
    Groep.CONTACT,
    {
        Niveau.STATUS: "uuid moment bereikt volgende_poging",
        Niveau.KERN: "toelichting door klantcontact_uuid",
    },
)
registreer(
    Partij,
    Groep.PERSOONSGEGEVENS,
    {
        Niveau.STATUS: "uuid naam soort_partij is_organisatie",
        Niveau.KERN: (
            "nummer volledige_naam voorletters voornaam voorvoegsel_achternaam achternaam organisatienaam "
            "adresregel straatnaam huisnummer huisletter huisnummertoevoeging postcode stad land "
            "correspondentieadres voorkeurstaal kvk_nummer rsin vestigingsnummer vestiging_van indicatie_actief"
        ),
        Niveau.VOLLEDIG: (
            "geboortedatum geslachtsaanduiding overleden_op failliet_op indicatie_geheimhouding nummeraanduiding_id"
        ),
        Niveau.BIJZONDER: "interne_notitie bsn afgeschermd",
    },
)
