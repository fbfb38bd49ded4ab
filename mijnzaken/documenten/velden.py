"""To which group of data each field belongs that may leave the process. Document and its versions stand with the zaak,
which is how they are reached.
"""

from autorisatie.gegevensgroepen import registreer
from autorisatie.models import Gegevensgroep, Niveau
from mijnzaken.documenten.models import Bestandsdeel, Gebruiksrecht, ObjectInformatieobject, Upload, Verzending

_D = Gegevensgroep.DOCUMENT
registreer(Upload, _D, {Niveau.KERN: "uuid bestandsnaam bestandsomvang formaat keuring aangemaakt_op verloopt_op"})
registreer(Bestandsdeel, _D, {Niveau.VOLLEDIG: "uuid document volgnummer omvang"})
registreer(Gebruiksrecht, _D, {Niveau.VOLLEDIG: "uuid document startdatum einddatum omschrijving_voorwaarden"})
registreer(ObjectInformatieobject, _D, {Niveau.KERN: "uuid document object_type object_uuid"})
registreer(
    Verzending,
    _D,
    {
        Niveau.KERN: "uuid document aard_relatie ontvangstdatum verzenddatum mijn_overheid",
        Niveau.VOLLEDIG: "betrokkene toelichting contact_persoon contactpersoonnaam binnenlands_correspondentieadres "
        "buitenlands_correspondentieadres correspondentie_postadres faxnummer emailadres telefoonnummer",
    },
)
