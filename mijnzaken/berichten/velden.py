"""To which group of data each field belongs that may leave the process, and from which level on it is seen."""

from autorisatie.gegevensgroepen import registreer
from autorisatie.models import Gegevensgroep, Niveau
from mijnzaken.berichten.models import Bericht

registreer(
    Bericht,
    Gegevensgroep.CONTACT,
    {
        Niveau.BESTAAT: "uuid aangemaakt_op",
        Niveau.STATUS: "kanaal soort taal status pogingen volgende_poging fout verzonden_op teruggekomen_op gelezen_op "
        "is_gelezen is_aankondiging uiterlijk over_soort over_uuid message_id",
        Niveau.KERN: "onderwerp kenmerk pad partij gebruiker hoort_bij",
        Niveau.VOLLEDIG: "tekst bijlagen adres verzonden_aan",
    },
)
