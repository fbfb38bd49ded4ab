"""The rows of a zaak."""

from catalogus.kanaal import Kanaal
from mijnzaken.zaken.models.afscherming import Glasbreuk, PartijAfscherming, ZaakAfscherming
from mijnzaken.zaken.models.archief import Lijststand, Vernietigingslijst, Vernietigingsregel
from mijnzaken.zaken.models.beperking import Beperking, Beperkingsgrond
from mijnzaken.zaken.models.besluit import (
    Adviesaanvraag,
    Besluit,
    Besluitdocument,
    Besluitvoorstel,
    Hoorzitting,
    Vervalreden,
)
from mijnzaken.zaken.models.betrokkenen import (
    BetrokkeneType,
    Gegevenswaarde,
    GerelateerdeZaak,
    Rol,
    Toestemming,
    Zaakkenmerk,
    ZaakMachtiging,
    Zaakobject,
    ZaakToegang,
)
from mijnzaken.zaken.models.elders import Nummerreeks, Nummerreservering, Zaakcontact, Zaakverzoek
from mijnzaken.zaken.models.inzagekopie import Achterhoudgrond, Inzagedeel, Inzagekopie
from mijnzaken.zaken.models.kennisgeving import Kennisgeving, Kennisgevingssoort, Kennisgevingsstand
from mijnzaken.zaken.models.overzetten import Overzetregel, Overzetstand, Overzetting
from mijnzaken.zaken.models.product import InwonerProduct, Productcontrole, Productverzoek
from mijnzaken.zaken.models.telling import Zaaktelling
from mijnzaken.zaken.models.verloop import Beslistermijn, Opschorting, Resultaat, Status, Verlenging
from mijnzaken.zaken.models.werk import (
    Aanvraagcode,
    Belpoging,
    Concept,
    Notitie,
    Taak,
    Taakstand,
    Terugbelgegevens,
    Zaakdocument,
)
from mijnzaken.zaken.models.wissing import Bewaargrond, Wiskeuze, Wisregel
from mijnzaken.zaken.models.zaak import GEEN_DATUM, Archiefstatus, Betalingsindicatie, Zaak

__all__ = [
    "GEEN_DATUM",
    "Aanvraagcode",
    "Achterhoudgrond",
    "Adviesaanvraag",
    "Archiefstatus",
    "Belpoging",
    "Beperking",
    "Beperkingsgrond",
    "Beslistermijn",
    "Besluit",
    "Besluitdocument",
    "Besluitvoorstel",
    "Betalingsindicatie",
    "BetrokkeneType",
    "Bewaargrond",
    "Concept",
    "Gegevenswaarde",
    "GerelateerdeZaak",
    "Glasbreuk",
    "Hoorzitting",
    "InwonerProduct",
    "Inzagedeel",
    "Inzagekopie",
    "Kanaal",
    "Kennisgeving",
    "Kennisgevingssoort",
    "Kennisgevingsstand",
    "Lijststand",
    "Notitie",
    "Nummerreeks",
    "Nummerreservering",
    "Opschorting",
    "Overzetregel",
    "Overzetstand",
    "Overzetting",
    "PartijAfscherming",
    "Productcontrole",
    "Productverzoek",
    "Resultaat",
    "Rol",
    "Status",
    "Taak",
    "Taakstand",
    "Terugbelgegevens",
    "Toestemming",
    "Verlenging",
    "Vernietigingslijst",
    "Vernietigingsregel",
    "Vervalreden",
    "Wiskeuze",
    "Wisregel",
    "Zaak",
    "ZaakAfscherming",
    "ZaakMachtiging",
    "ZaakToegang",
    "Zaakcontact",
    "Zaakdocument",
    "Zaakkenmerk",
    "Zaakobject",
    "Zaaktelling",
    "Zaakverzoek",
]
