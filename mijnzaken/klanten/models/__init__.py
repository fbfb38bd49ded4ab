"""Digital addresses, preferences, and contacts (Klantinteracties, Open Klant).

What the standard calls ``Actor`` is no table of ours: a ``medewerker`` is autorisatie.Gebruiker, an
``organisatorische_eenheid`` catalogus.Team, a ``geautomatiseerde_actor`` autorisatie.Applicatie, each under its own
uuid. ``InterneTaak`` is a terugbelnotitie, which is a zaak: the room of the zaken answers it (gevraagdeHandeling = the
question, aanleidinggevendKlantcontact = the contact that is about that zaak, status = open or afgerond).
"""

from mijnzaken.klanten.models.adressen import (
    Aankondiging,
    Adrescontrole,
    DigitaalAdres,
    Kanaal,
    SoortDigitaalAdres,
    Voorkeur,
)
from mijnzaken.klanten.models.bij_partij import Categorie, CategorieRelatie, Rekeningnummer
from mijnzaken.klanten.models.contact import (
    Betrokkene,
    Contactbijlage,
    Contactvraag,
    Klantcontact,
    Onderwerpobject,
    Richting,
    RolBetrokkene,
)
from mijnzaken.klanten.models.verificatie import SoortControle, Verificatie

__all__ = [
    "Aankondiging",
    "Adrescontrole",
    "Betrokkene",
    "Categorie",
    "CategorieRelatie",
    "Contactbijlage",
    "Contactvraag",
    "DigitaalAdres",
    "Kanaal",
    "Klantcontact",
    "Onderwerpobject",
    "Rekeningnummer",
    "Richting",
    "RolBetrokkene",
    "SoortControle",
    "SoortDigitaalAdres",
    "Verificatie",
    "Voorkeur",
]
