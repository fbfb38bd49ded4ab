"""Digital addresses, preferences, and contacts (Klantinteracties, Open Klant).

What the standard calls ``Actor`` is for who works here no table of its own: a ``medewerker`` is autorisatie.Gebruiker,
an ``organisatorische_eenheid`` catalogus.Team, a ``geautomatiseerde_actor`` autorisatie.Applicatie, each under its own
uuid; who works in another system is a Contactactor. ``InterneTaak`` is a terugbelnotitie, which is a zaak: the room of
the zaken answers it (gevraagdeHandeling = the question, aanleidinggevendKlantcontact = the contact that is about that
zaak, status = open or afgerond).
"""

from mijnzaken.klanten.models.actor import WIE, Actorrelatie, Contactactor, SoortActor
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
    "WIE",
    "Aankondiging",
    "Actorrelatie",
    "Adrescontrole",
    "Betrokkene",
    "Categorie",
    "CategorieRelatie",
    "Contactactor",
    "Contactbijlage",
    "Contactvraag",
    "DigitaalAdres",
    "Kanaal",
    "Klantcontact",
    "Onderwerpobject",
    "Rekeningnummer",
    "Richting",
    "RolBetrokkene",
    "SoortActor",
    "SoortControle",
    "SoortDigitaalAdres",
    "Verificatie",
    "Voorkeur",
]
